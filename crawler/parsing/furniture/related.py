"""Grounds -> other publications offered from the page: related, popular, and inside the body. Pure.

Five signs, from the surest to the weakest: a link to the one before or after, a line "Related: …" between paragraphs,
a heading that announces a list, a class name that does, and cards repeated after the body that link to addresses built
like the page's own.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from archive.records import Related
from crawler.parsing.furniture.addresses import host_of, same_kind
from crawler.parsing.furniture.cards import find_listed, find_repeated, may_go_along
from crawler.parsing.furniture.chrome import HEADINGS, PAGE_PARTS
from crawler.parsing.furniture.headline import is_more, is_strong
from crawler.parsing.furniture.items import Item, detailed, read_items
from crawler.parsing.furniture.lists import Heading, lists_below, read_headings
from crawler.parsing.furniture.marks import Mark
from crawler.parsing.furniture.offers import Offer, read_offers, without_parts
from crawler.parsing.furniture.page import Grounds
from crawler.parsing.furniture.pagers import find_pagers
from crawler.parsing.furniture.promos import find_promos, is_lead

_MOST_SUMMARY = 450       # characters of running text a publication offered may come with
_MOST_LISTED = 60         # publications in one list
_MOST_NAMED = 40          # elements of one page that are read for their class name alone
_LISTS = Mark.RELATED | Mark.POPULAR


@dataclass(frozen=True, slots=True)
class Relations:
    """The publications offered, and the elements that offer them."""

    items: tuple[Related, ...]
    elements: frozenset[int]
    origin: str | None


def find_related(grounds: Grounds) -> Relations:
    """Every other publication once; the surest sign decides its kind."""
    every = read_offers(grounds)
    offers = without_parts(grounds, every)
    pagers = find_pagers(grounds, offers)
    steps = {item.key for item in pagers.items}
    promos = [item for item in find_promos(grounds, offers) if item.key not in steps]
    headings = read_headings(grounds, frozenset(item.card for item in promos))
    found: dict[str, Item] = {}
    elements: set[int] = set()
    signs: list[str] = []
    for sign, lists in (("pager", [(pagers.items, pagers.elements)]),
                        ("heading", _headed(grounds, headings, offers, every)),
                        ("line in the body", _lines(grounds, promos)),
                        ("class name", _named(grounds, headings, offers)),
                        ("repeated cards", find_repeated(grounds, offers, elements)),
                        ("list in the text", ((items, ()) for items in find_listed(grounds, offers)))):
        for items, around in lists:
            new = [item for item in items if _shape(item) not in found and not grounds.is_own(item.related.url or "")]
            found.update((_shape(item), item) for item in new)
            elements.update(i for i in around if not _holds_body(grounds, (i,), max(len(items), 1)))
            if new and sign not in signs:
                signs.append(sign)
    in_order = sorted(found.values(), key=lambda item: item.card)
    related = tuple(detailed(grounds, item).related for item in in_order)
    return Relations(related, frozenset(elements), ", ".join(signs) or None)


def _shape(item: Item) -> str:
    """The address without the values of its parameters where its path is a headline: they name a corner of the page.

    A number names a page of its own: `/view-article.php?id=7`.
    """
    path, _, query = item.key.partition("?")
    last = path.rpartition("/")[2]
    if not query or not (last.isdigit() or "-" in last):
        return item.key
    pairs = (pair.partition("=") for pair in query.split("&"))
    return f"{path}?{'&'.join(name + value * value.isdigit() for name, _, value in pairs)}"


Lists = Iterable[tuple[list[Item], Iterable[int]]]


def _headed(grounds: Grounds, headings: list[Heading], offers: list[Offer], every: list[Offer]) -> Lists:
    """The list below each heading; `every` offer counts where the heading says that they are related."""
    known = frozenset(heading.element for heading in headings)
    told = offers
    for heading in headings:
        shown = heading.panel or heading.element                        # tabs stand in `<ul class="nav nav-tabs">`
        if heading.kind == "other" or grounds.is_chrome(shown):
            continue
        offers = every if heading.kind == "related" else told
        for parts in lists_below(grounds, heading, offers, known):
            if heading.element < grounds.title < parts[0]:                 # a label above the title
                break
            items = read_items(grounds, parts, offers, heading.kind)
            if any(grounds.marks[part] & Mark.AD for part in parts):       # paid links among the site's own
                items = [item for item in items if host_of(item.related.url or "") == grounds.host]
            if is_more(heading.text) and grounds.outline.tags[heading.element] not in HEADINGS:
                items = [item for item in items if same_kind(grounds.own, item.related.url or "")]
                if not items:                                                  # a button
                    break
            if heading.kind == "related" and len(items) == 1 and _stands_in_body(grounds, heading):
                items = [items[0]._replace(related=replace(items[0].related, kind="inline"))]
            if items:
                believed = any(_may_be_publication(grounds, item) for item in items) or _are_described(
                    [detailed(grounds, item).related for item in items])
                if believed and not _holds_body(grounds, parts, len(items)):
                    yield items, (heading.element, *parts)
                break


def _stands_in_body(grounds: Grounds, heading: Heading) -> bool:
    """Whether running text follows the heading in the same container."""
    return grounds.outline.inside(heading.element, grounds.body[0]) and heading.element < grounds.text_end


def _holds_body(grounds: Grounds, parts: tuple[int, ...], count: int) -> bool:
    """Whether the elements hold the page's own text, or more than the summaries of `count` publications."""
    outline = grounds.outline
    title, last = grounds.title, grounds.body[1]
    if sum(grounds.prose(part) for part in parts) > _MOST_SUMMARY * count:
        return True
    if any(outline.inside(title, part) and outline.inside(last, part) for part in parts):
        return True
    return any(map(grounds.ends_text, parts))


def _may_be_publication(grounds: Grounds, item: Item) -> bool:
    """Whether title, summary, day or address tell it from a topic or a person; a list needs one such item."""
    said = item.related
    return is_strong(said.title or "") or bool(said.summary or said.published) or same_kind(
        grounds.own, said.url or "")


def _are_described(offers: list[Related]) -> bool:
    """Whether the day of one, or sentences below all of several, tell short titles from topics."""
    return any(offer.published for offer in offers) or (
        len(offers) > 1 and all(offer.summary and " " in (offer.title or "") for offer in offers))


def _is_surely_publication(grounds: Grounds, item: Item) -> bool:
    """With no more than a class name to go by, a headline and an address like the page's own, or a day, are needed."""
    title, url = item.related.title or "", item.related.url or ""
    return (is_strong(title) and same_kind(grounds.own, url)) or (
        host_of(url) == grounds.host and detailed(grounds, item).related.published is not None)


def _lines(grounds: Grounds, promos: list[Item]) -> Lists:
    """Each offer inside the body; a line that shares its paragraph with others is not lifted."""
    for item in promos:
        lines = grounds.outline.runs_in(item.card)
        led = len(lines) == 2 and is_lead(lines[0].text)          # "Read also" and, in the next line, the link
        alone = grounds.outline.tags[item.card] != "p" or len(lines) == 1 or led
        yield [item], (item.card,) if alone else ()


def _named(grounds: Grounds, headings: list[Heading], offers: list[Offer]) -> Lists:
    """Lists inside elements whose class speaks of related or popular publications."""
    outline = grounds.outline
    stop = read = 0
    for i in [i for i in grounds.marked if grounds.marks[i] & _LISTS]:
        if i < stop or not _is_named(grounds, i) or _holds_body(grounds, (i,), _MOST_LISTED):
            continue
        heading = next((h for h in headings if outline.inside(h.element, i)), None)
        popular = heading.kind == "popular" if heading else not grounds.marks[i] & Mark.RELATED
        items = read_items(grounds, (i,), offers, "popular" if popular else "related")
        sure = [item for item in items if _is_surely_publication(grounds, item)]
        items = items if 2 * len(sure) > len(items) and all(may_go_along(grounds, item) for item in items) else sure
        if items and not _holds_body(grounds, (i,), len(items)):
            yield items, (i,)
        stop = outline.ends[i] if items else stop     # an element inside would only offer the same
        read += 1
        if read == _MOST_NAMED:
            return


def _is_named(grounds: Grounds, i: int) -> bool:
    mark, tag = grounds.marks[i], grounds.outline.tags[i]
    if mark & (Mark.AD | Mark.SHARE):
        return False
    return tag not in PAGE_PARTS and tag not in HEADINGS and not grounds.is_chrome(i)
