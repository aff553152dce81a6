"""Grounds -> lists of other publications without a heading: cards repeated beside or after the body. Pure."""

from collections import Counter
from collections.abc import Iterable, Iterator, Set

from archive.records import RelatedKind
from crawler.parsing.furniture.addresses import same_kind
from crawler.parsing.furniture.headline import is_strong
from crawler.parsing.furniture.items import Item, read_items
from crawler.parsing.furniture.labels import list_kind
from crawler.parsing.furniture.marks import Mark
from crawler.parsing.furniture.offers import Offer, offers_within
from crawler.parsing.furniture.page import PAGE_PARTS, Grounds
from crawler.parsing.furniture.running_text import running_chars

Make = tuple[str, str]    # tag and first class

_LEAST_CARDS = 3
_MOST_CARDS = 30
_MOST_CLIMB = 8
_MOST_SUMMARY = 300       # characters of running text with one publication


def find_repeated(grounds: Grounds, offers: list[Offer], taken: Set[int]
                  ) -> Iterator[tuple[list[Item], Iterable[int]]]:
    """Siblings of one make, each with one publication of the same kind as the page, outside the body."""
    outline = grounds.outline
    body, last = grounds.body
    seen: set[int] = set()
    makes: dict[int, dict[Make, int]] = {}
    for offer in offers:
        i = offer.element
        if (outline.inside(i, body) and i < last) or grounds.is_chrome(i):
            continue
        parent = _list_around(grounds, i, makes)
        if parent is None or parent in seen:
            continue
        seen.add(parent)
        if any(outline.inside(parent, other) or outline.inside(other, parent) for other in taken):
            continue
        if sum(same_kind(grounds.own, other.url) for other in offers_within(grounds, offers, parent)) < _LEAST_CARDS:
            continue
        items = [item for item in read_items(grounds, (parent,), offers, _kind_of(grounds, parent))
                 if is_strong(item.related.title or "") and same_kind(grounds.own, item.related.url or "")]
        cards = sum(bool(offers_within(grounds, offers, child)) for child in outline.children(parent))
        if _LEAST_CARDS <= len(items) <= _MOST_CARDS and 2 * len(items) >= cards and _is_list(grounds, parent, items):
            yield items, (parent,)


def _kind_of(grounds: Grounds, parent: int) -> RelatedKind:
    """What cards are that no known heading announces: related right below running text or "More …", else the newest."""
    outline = grounds.outline
    before = outline.run_from(outline.starts[parent])
    above = outline.runs[before - 1] if before else None
    ends_text = above is not None and running_chars(above.text, above.link_chars) > 0
    says_more = above is not None and list_kind(above.text.partition(" ")[0]) == "related"
    around = (parent, *outline.ancestors(parent))
    beside = any(outline.tags[i] == "aside" or grounds.marks[i] & Mark.SIDE for i in around)
    return "related" if says_more or (ends_text and not beside and parent > grounds.body[1]) else "popular"


def _is_list(grounds: Grounds, parent: int, items: list[Item]) -> bool:
    """Whether the element holds headlines and summaries and no text of the page's own."""
    titles = sum(len(item.related.title or "") for item in items)
    if grounds.prose(parent) > _MOST_SUMMARY * len(items) or grounds.chars(parent) > 5 * titles + _MOST_SUMMARY:
        return False
    return not grounds.ends_text(parent)


def _list_around(grounds: Grounds, i: int, makes: dict[int, dict[Make, int]]) -> int | None:
    """The nearest element around anchor `i` with three or more children of one make, None where there is none."""
    outline = grounds.outline
    child = i
    for parent in outline.ancestors(i, _MOST_CLIMB):
        if outline.tags[parent] in PAGE_PARTS:
            return None
        if parent not in makes:
            makes[parent] = _makes_in(grounds, parent)
        if makes[parent][_make(grounds, child)] >= _LEAST_CARDS:
            return parent if grounds.prose(parent) <= _MOST_SUMMARY * _MOST_CARDS else None
        child = parent
    return None


def _make(grounds: Grounds, i: int) -> Make:
    """The tag and the first class of an element."""
    return grounds.outline.tags[i], grounds.outline.names[i].partition(" ")[0]


def _makes_in(grounds: Grounds, parent: int) -> dict[Make, int]:
    """How many children of each make an element has."""
    return Counter(_make(grounds, i) for i in grounds.outline.children(parent))
