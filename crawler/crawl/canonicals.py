"""Whether a page's canonical address is believed: only once the page that stands there says the same.

Whole sites name their home page, a list, or one article as the canonical address of every page. So a page that names
another address waits, read but not settled, until that address has been fetched; then the two texts decide.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from archive.frontier import Address
from archive.records import Page, Publication
from archive.urls import address_key
from crawler.discovery.addresses import refusal

if TYPE_CHECKING:
    from crawler.crawl import Crawl

Belief = Literal["own", "believed", "twin", "disbelieved", "unknown"]
WORDS_TOGETHER = 5             # texts are compared by how many such runs of words they share
LEAST_SHARED = 0.5
_WORD = re.compile(r"\w+")
# Outcomes that tell nothing of what stands at the address.
_UNTOLD = frozenset({"refused", "failed", "skipped", "attached"})
OWN_ADDRESS = "own address: another text or none stands at the canonical link"


def belief(crawl: Crawl, page: Page, publication: Publication, digest: int) -> Belief:
    """What to think of the address that a page calls its canonical one."""
    if address_key(publication.url) == address_key(page.url):
        return "own"
    if not crawl.scope.owns(publication.url) or refusal(publication.url):
        return "believed"
    known = crawl.frontier.known(publication.url)
    if known is None or known.outcome is None:
        return "unknown"
    if known.outcome in _UNTOLD:
        return "believed"
    if known.outcome not in ("kept", "twin"):
        return "disbelieved"
    return "twin" if known.digest == digest or says_the_same(crawl, known, publication) else "disbelieved"


def own_address(page: Page, publication: Publication) -> dict[str, object]:
    """The fields of a publication whose canonical link is a lie, for `replace`."""
    return {"url": page.url, "evidence": {**publication.evidence, "url": OWN_ADDRESS}}


def says_the_same(crawl: Crawl, known: Address, publication: Publication, *,
                  least: float = LEAST_SHARED) -> Publication | None:
    """What is kept of an address, where its text is this text, dressed otherwise (for print, for a phone)."""
    kept = crawl.kept.at(known.url)
    if kept is None:
        return None
    one, other = _shingles(kept.text), _shingles(publication.text)
    return kept if len(one & other) >= least * max(1, min(len(one), len(other))) else None


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return {tuple(words[i:i + WORDS_TOGETHER]) for i in range(max(1, len(words) - WORDS_TOGETHER + 1))}
