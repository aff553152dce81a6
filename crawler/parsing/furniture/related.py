"""Grounds -> other publications offered from the page: related, popular, and inside the body. Pure.

Four signs, from the surest to the weakest: a line "Related: …" between paragraphs, a heading that announces a list, a
class name that does, and cards repeated after the body that link to addresses built like the page's own.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from archive.records import Related
from crawler.parsing.furniture.cards import find_repeated
from crawler.parsing.furniture.items import Item, offers_within, read_items
from crawler.parsing.furniture.lists import HEADINGS, Heading, Section, read_headings, section_of
from crawler.parsing.furniture.marks import Mark
from crawler.parsing.furniture.offers import Offer, read_offers, same_kind
from crawler.parsing.furniture.page import PAGE_PARTS, Grounds
from crawler.parsing.furniture.promos import find_promos

_MOST_SUMMARY = 450       # characters of running text a publication offered may come with
_LEAST_LONG_TITLE = 24


@dataclass(frozen=True, slots=True)
class Relations:
    """The publications offered, and the elements that offer them."""

    items: tuple[Related, ...]
    elements: frozenset[int]
    origin: str | None


def find_related(grounds: Grounds) -> Relations:
    """Every other publication once; the surest sign decides its kind."""
    offers = read_offers(grounds)
    headings = read_headings(grounds)
    found: dict[str, tuple[int, Related]] = {}
    elements: set[int] = set()
    signs: list[str] = []
    for sign, lists in (("heading", _headed(grounds, headings, offers)), ("line in the body", _promos(grounds, offers)),
                        ("class name", _named(grounds, headings, offers)),
                        ("repeated cards", find_repeated(grounds, offers, frozenset(elements)))):
        for items, around in lists:
            new = [item for item in items if item.key not in found]
            found.update((item.key, (item.card, item.related)) for item in new)
            elements.update(around)
            if new and sign not in signs:
                signs.append(sign)
    items = tuple(related for _, related in sorted(found.values(), key=lambda pair: pair[0]))
    return Relations(items, frozenset(elements), ", ".join(signs) or None)


Lists = Iterable[tuple[list[Item], Iterable[int]]]


def _headed(grounds: Grounds, headings: list[Heading], offers: list[Offer]) -> Lists:
    known = frozenset(heading.element for heading in headings)
    for heading in headings:
        section = _list_below(grounds, heading, offers, known)
        if section is None:
            continue
        items = read_items(grounds, section.parts, offers, "popular" if heading.kind == "popular" else "related")
        if heading.kind == "other":
            items = [item for item in items if _is_surely_publication(grounds, item)]
        if items:
            yield items, (heading.element, *section.parts)


def _list_below(grounds: Grounds, heading: Heading, offers: list[Offer], known: frozenset[int]) -> Section | None:
    if grounds.is_chrome(heading.element):
        return None
    section = section_of(grounds, heading, offers, known)
    return section if section and not _holds_body(grounds, section.parts, offers) else None


def _holds_body(grounds: Grounds, parts: tuple[int, ...], offers: list[Offer]) -> bool:
    """Whether the elements hold more running text than the summaries of what they offer."""
    prose = sum(grounds.prose(part) for part in parts)
    count = len({offer.key for part in parts for offer in offers_within(grounds, offers, part)})
    return prose > _MOST_SUMMARY * max(count, 1) or (prose > 2 * _MOST_SUMMARY and any(
        grounds.holds(part, "h1") for part in parts))


def _is_surely_publication(grounds: Grounds, item: Item) -> bool:
    """Under a heading that promises topics or people, only what looks like the page itself counts."""
    title = item.related.title or ""
    return len(title) >= _LEAST_LONG_TITLE and same_kind(grounds.own, item.related.url or "")


def _promos(grounds: Grounds, offers: list[Offer]) -> Lists:
    for item in find_promos(grounds, offers):
        yield [item], (item.card,)


def _named(grounds: Grounds, headings: list[Heading], offers: list[Offer]) -> Lists:
    """Lists inside elements whose class speaks of related or popular publications."""
    outline, marks = grounds.outline, grounds.marks
    stop = 0
    for i in grounds.marked:
        if i < stop or not marks[i] & (Mark.RELATED | Mark.POPULAR) or outline.tags[i] in PAGE_PARTS | HEADINGS.keys():
            continue
        if grounds.is_chrome(i) or _holds_body(grounds, (i,), offers) or marks[i] & (Mark.AD | Mark.SHARE):
            continue
        heading = next((h for h in headings if outline.inside(h.element, i)), None)
        popular = heading.kind == "popular" if heading else not marks[i] & Mark.RELATED
        items = read_items(grounds, (i,), offers, "popular" if popular else "related")
        items = [item for item in items if _is_surely_publication(grounds, item)]
        if items:
            stop = outline.ends[i]
            yield items, (i,)


def as_popular(item: Item) -> Item:
    """The same publication, offered as one of the publisher's newest or most read."""
    return replace(item, related=replace(item.related, kind="popular"))
