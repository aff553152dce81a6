"""Grounds -> other publications offered from the page: related, popular, and inside the body. Pure."""

from dataclasses import dataclass

from archive.records import Related
from crawler.parsing.furniture.items import Item, offers_within, read_items
from crawler.parsing.furniture.lists import Heading, Section, read_headings, section_of
from crawler.parsing.furniture.marks import Mark
from crawler.parsing.furniture.offers import Offer, read_offers
from crawler.parsing.furniture.page import Grounds

_MOST_SUMMARY = 450       # characters of running text a publication offered may come with


@dataclass(frozen=True, slots=True)
class Relations:
    """The publications offered, and the elements that offer them."""

    items: tuple[Related, ...]
    elements: frozenset[int]
    origin: str | None


def find_related(grounds: Grounds) -> Relations:
    """Every other publication once, in document order; the first mention decides its kind."""
    offers = read_offers(grounds)
    headings = read_headings(grounds)
    known = frozenset(heading.element for heading in headings)
    found: dict[str, Related] = {}
    elements: set[int] = set()
    for heading in headings:
        section = _list_below(grounds, heading, offers, known)
        if section is None:
            continue
        items = read_items(grounds, section.parts, offers, "popular" if heading.kind == "popular" else "related")
        if items:
            elements.add(heading.element)
            elements.update(section.parts)
            _add(found, items)
    return Relations(tuple(found.values()), frozenset(elements), "heading" if found else None)


def _list_below(grounds: Grounds, heading: Heading, offers: list[Offer], known: frozenset[int]) -> Section | None:
    if heading.kind == "other" or grounds.inherited(heading.element, 20) & (Mark.CHROME | Mark.NOTICE):
        return None
    section = section_of(grounds, heading, offers, known)
    return section if section and not _holds_body(grounds, section.parts, offers) else None


def _holds_body(grounds: Grounds, parts: tuple[int, ...], offers: list[Offer]) -> bool:
    """Whether the elements hold more running text than the summaries of what they offer."""
    prose = sum(grounds.prose(part) for part in parts)
    count = len({offer.key for part in parts for offer in offers_within(grounds, offers, part)})
    return prose > _MOST_SUMMARY * max(count, 1) or (prose > 2 * _MOST_SUMMARY and any(
        grounds.holds(part, "h1") for part in parts))


def _add(found: dict[str, Related], items: list[Item]) -> None:
    for item in items:
        found.setdefault(item.key, item.related)
