"""A file that was kept as a publication of its own before the page that owns it was found.

From then on its publication is the page's: the same id, the file's text as an earlier revision, the file an attachment.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.frontier import Address
from archive.records import Publication
from archive.urls import address_key
from crawler.parsing.site import fold

if TYPE_CHECKING:
    from crawler.crawl import Crawl

_WORD = re.compile(r"\w+")


def lone_file(crawl: Crawl, publication: Publication) -> str | None:
    """The address of such a file among the attachments; None where there is none.

    Of several files only one that bears the page's title: the others may be parts, or reports in their own right.
    """
    files = [file.url for file in publication.attachments
             if file.media_type in ("application/pdf", None) and crawl.scope.owns(file.url)]
    return next((url for url in files if _is_kept_alone(crawl, url, publication, is_only=len(files) == 1)), None)


def is_offered_otherwise(crawl: Crawl, address: Address, publication: Publication) -> bool:
    """Whether a file is that of the page that led to it, whose title it bears and which offers it at another address.

    Repositories show a file at one address and let it be downloaded at another.
    """
    landing = crawl.frontier.kept_before(address) if is_file_alone(publication) else None
    page = crawl.kept.at(landing) if landing is not None else None
    return page is not None and bool(page.attachments) and fold(page.title) == fold(publication.title)


def is_file_alone(publication: Publication) -> bool:
    """Whether a publication was read from a file, not from a page."""
    return any(said.startswith(("pdf", "none: ")) for said in publication.evidence.values())


def _is_kept_alone(crawl: Crawl, url: str, publication: Publication, *, is_only: bool) -> bool:
    known = crawl.frontier.known(url)
    kept = crawl.kept.at(url) if known is not None and known.outcome == "kept" else None
    return kept is not None and is_file_alone(kept) and address_key(kept.url) == address_key(url) and (
        is_only or _share_a_title(kept.title, publication.title))


def _share_a_title(one: str, other: str) -> bool:
    words, others = (set(_WORD.findall(title.lower())) for title in (one, other))
    return len(words & others) * 2 > min(len(words), len(others))
