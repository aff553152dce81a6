"""Whether a page with a query in its address stands at the bare address, too: that is asked, and then is its address.

Links bear names that nobody lists (`?pvs=4`, `?trk=feed`), and views of a page stand beside it (`?show=full`). A path
that says something of its own may be enough; where several of a make were not, no more of that make are asked for.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from archive.records import Page, Publication
from crawler.crawl.canonicals import says_the_same
from crawler.discovery.addresses import family, index_reason, page_number
from crawler.parsing.address import PAGE_ITSELF
from crawler.parsing.site import fold

if TYPE_CHECKING:
    from crawler.crawl import Crawl

MOST_IN_VAIN = 3               # bare addresses of one make where no publication stands
LEAST_SHARED = 0.8             # of the shorter text, by views of one page: figures of another month say less
_OF_ITS_OWN = re.compile(r"\d{3}|[^\W\d_]{2,}[-_][^\W\d_]{2,}")       # in the last part of a path: 33001, steel-tariffs


class Bare:
    """The bare addresses that were asked for in this run, by make."""

    def __init__(self) -> None:
        self._asked: dict[str, list[str]] = defaultdict(list)

    def wanted(self, crawl: Crawl, page: Page, publication: Publication) -> str | None:
        """The bare address, where a page names no address of its own and nothing is known there yet."""
        bare = _bare(page, publication)
        if bare is None or ((known := crawl.frontier.known(bare)) is not None and known.outcome is not None):
            return None
        asked = self._asked[family(page.url)]
        outcomes = [crawl.frontier.outcome_of(url) for url in asked]
        if len(asked) >= MOST_IN_VAIN and all(outcomes) and "kept" not in outcomes:
            return None
        if bare not in asked:
            asked.append(bare)
            del asked[MOST_IN_VAIN:]
        return bare


def shown_at(crawl: Crawl, page: Page, publication: Publication) -> str | None:
    """The bare address, where a kept page stands there that this one is another view of: title and text are its own."""
    bare = _bare(page, publication)
    known = crawl.frontier.known(bare) if bare is not None else None
    if known is None or known.outcome != "kept":
        return None
    kept = says_the_same(crawl, known, publication, least=LEAST_SHARED)
    return known.url if kept is not None and fold(kept.title) == fold(publication.title) else None


def _bare(page: Page, publication: Publication) -> str | None:
    """The address without its query, where it may be one of a publication by itself."""
    path = urlsplit(page.url).path.rstrip("/")
    if "?" not in page.url or publication.url != page.url or publication.evidence.get("url") != PAGE_ITSELF \
            or page_number(page.url) is not None or not _OF_ITS_OWN.search(path.rpartition("/")[2]):
        return None
    bare = page.url.partition("?")[0]
    return None if index_reason(bare) else bare
