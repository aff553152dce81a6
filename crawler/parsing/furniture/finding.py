"""Outline -> Furniture: share links, publications offered, ads, comments; found, and lifted out of the body. Pure.

All of it is named by element numbers of the outline, so that the body is read without it.
"""

from dataclasses import dataclass, field

from archive.records import Related, ShareLink
from crawler.parsing.furniture.ads import find_ads
from crawler.parsing.furniture.comments import find_comments
from crawler.parsing.furniture.page import Grounds
from crawler.parsing.furniture.related import find_related
from crawler.parsing.furniture.share import find_shares
from crawler.parsing.furniture.unseen import find_unseen
from crawler.parsing.outline import Outline


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands on the page beside the publication; elements by kind are numbers of the outline."""

    share_links: tuple[ShareLink, ...] = ()
    related: tuple[Related, ...] = ()
    ad_slots: int = 0
    share_elements: frozenset[int] = frozenset()
    related_elements: frozenset[int] = frozenset()
    ad_elements: frozenset[int] = frozenset()      # slots, paid boxes, labels and pointers over ads
    cut: frozenset[int] = frozenset()              # amid a sentence: labels of ads, words for screen readers
    box_elements: frozenset[int] = frozenset()     # newsletter, donation and membership boxes, cookie notices
    comment_elements: frozenset[int] = frozenset()    # what readers wrote below
    unseen_elements: frozenset[int] = frozenset()     # what only screen readers say, tables of contents
    evidence: dict[str, str] = field(default_factory=dict)

    @property
    def addresses(self) -> frozenset[str]:
        """The addresses of the publications offered."""
        return frozenset(item.url for item in self.related if item.url)

    @property
    def lifted(self) -> frozenset[int]:
        """All elements that the body is read without."""
        return (self.share_elements | self.related_elements | self.ad_elements | self.box_elements
                | self.comment_elements)


def find_furniture(outline: Outline, own: str | None = None) -> Furniture:
    """All furniture of a page; `own` is its canonical address where that differs from the one it was fetched at."""
    grounds = Grounds(outline, own or outline.document.url)
    shares = find_shares(grounds)
    relations = find_related(grounds)
    ads = find_ads(grounds)
    unseen, amid = find_unseen(grounds)
    evidence = {}
    if shares.origin:
        evidence["share_links"] = shares.origin
    if relations.origin:
        evidence["related"] = relations.origin
    if ads.count:
        evidence["ad_slots"] = "class names, labels"
    return Furniture(shares.links, relations.items, ads.count, shares.elements, relations.elements,
                     ads.elements, ads.inline | amid, ads.boxes, find_comments(grounds), unseen, evidence)
