"""Grounds and a part that lists publications -> its cells, one for each publication. Pure.

A cell is the part of a list that shows one publication: picture, headline, category, author, date and summary, of which
several may be links. Two links to one address belong together; a short link beside a headline (a category, an author)
belongs to the headline's cell.
"""

from typing import NamedTuple

from crawler.parsing.furniture.addresses import same_kind
from crawler.parsing.furniture.chrome import HEADINGS
from crawler.parsing.furniture.headline import is_heading, is_strong, leads_to_all, letters_of
from crawler.parsing.furniture.offers import Offer, offers_within
from crawler.parsing.furniture.page import Grounds

_LISTS = frozenset({"ul", "ol"})
_ITEM_TAGS = frozenset({"li", "article"})
_MOST_DEPTH = 25
_MOST_LINKED = 5              # links of one card
_MOST_CITED = 3               # links of one entry: the text, its journal, its number
_LEAST_NAMES = 6              # characters of its authors
_LEAST_UNPARTED = 2 * 9       # letters, as they are counted, of a headline of one "word" in Chinese or Japanese
_MOST_HEADLINES = 2           # of one card: its own, and the name of a long category


class Cell(NamedTuple):
    """Sibling elements that show one publication, and the anchors in them."""

    parts: tuple[int, ...]
    offers: tuple[Offer, ...]


def read_cells(grounds: Grounds, part: int, offers: list[Offer], depth: int = 0) -> list[Cell]:
    """The cells inside element `part`, in document order."""
    inside = offers_within(grounds, offers, part)
    if not inside:
        return []
    kids = _kids(grounds, part, inside)
    if card := _card(grounds, part, inside):
        return [card]
    is_one = len({offer.key for offer in inside}) == 1 or _is_entry(grounds, part, inside)
    if is_one or not kids or depth == _MOST_DEPTH:
        return [Cell((_entry_around(grounds, part, inside),), tuple(inside))]
    if len(kids) == 1:
        cells = read_cells(grounds, kids[0].parts[0], inside, depth + 1)
        return [Cell((part,), tuple(inside))] if len(cells) == 1 else cells
    groups = _merged(grounds, kids)
    if len(groups) == 1:
        return [Cell((part,), tuple(inside))]
    if any(_is_list(grounds, group) for group in groups):
        groups = [group for group in groups if not _says_more(grounds, group)]
    return [cell for group in groups for cell in (
        read_cells(grounds, group.parts[0], inside, depth + 1) if len(group.parts) == 1 else [group])]


def _is_entry(grounds: Grounds, part: int, inside: list[Offer]) -> bool:
    """Whether the part is an item of one line that cites: "Jane Doe, *Silt and state*, *Harbour Studies: Vol. 3*"."""
    if grounds.outline.tags[part] != "li" or len(inside) > _MOST_CITED or len(grounds.outline.numbers_in(part)) != 1:
        return False
    line = grounds.outline.runs_in(part)[0]
    return line.link_chars < len(line.text) - _LEAST_NAMES and is_strong(grounds.text(inside[0].element))


def _card(grounds: Grounds, part: int, inside: list[Offer]) -> Cell | None:
    """The part as one cell, its headline's link first, where it is an item with one heading and no other headline."""
    outline = grounds.outline
    if len(inside) > _MOST_LINKED or not (outline.tags[part] in _ITEM_TAGS or _is_one_of_many(grounds, part)):
        return None
    headings = outline.all(*HEADINGS, within=part)
    if len(headings) > 1:
        return None
    linked = [offer for offer in inside if outline.inside(offer.element, headings[0])
              or outline.inside(headings[0], offer.element)] if headings else _own_kind(grounds, part, inside)
    others = [offer for offer in inside if linked and offer.key != linked[0].key]
    if not linked or any(is_strong(grounds.text(offer.element)) for offer in others):
        return None
    return Cell((part,), (*linked, *(offer for offer in inside if offer not in linked)))


def _own_kind(grounds: Grounds, part: int, inside: list[Offer]) -> list[Offer]:
    """The links of a card of short lines without a heading that lead to the one publication of the page's kind."""
    if grounds.outline.tags[part] == "li" or any(is_strong(grounds.text(offer.element)) for offer in inside):
        return []
    return [offer for offer in inside if same_kind(grounds.own, offer.url)]


def _is_one_of_many(grounds: Grounds, part: int) -> bool:
    """Whether a sibling right beside the part, a box, is of one make with it."""
    outline = grounds.outline
    if outline.tags[part] != "div" or not outline.names[part] or outline.parents[part] < 0:
        return False
    return any(outline.parents[i] == outline.parents[part] and _alike(grounds, part, i)
               for i in (outline.before(part), outline.ends[part]) if i is not None and i < len(outline.tags))


def _entry_around(grounds: Grounds, part: int, inside: list[Offer]) -> int:
    """The item of a list that holds the offers, where `part` is the list: what the other items say is not of them."""
    outline = grounds.outline
    if outline.tags[part] not in _LISTS:
        return part
    entry = inside[0].element
    while entry != part and outline.parents[entry] != part:
        entry = outline.parents[entry]
    return entry if outline.inside(inside[-1].element, entry) else part


def _kids(grounds: Grounds, part: int, inside: list[Offer]) -> list[Cell]:
    """The children of `part` that hold anchors, each as a cell of its own."""
    outline = grounds.outline
    kids: list[Cell] = []
    for offer in inside:
        if kids and outline.inside(offer.element, kids[-1].parts[0]):
            continue
        kid = offer.element
        if kid == part:
            return []
        while outline.parents[kid] != part:
            kid = outline.parents[kid]
        kids.append(Cell((kid,), tuple(offers_within(grounds, inside, kid))))
    return kids


def _merged(grounds: Grounds, kids: list[Cell]) -> list[Cell]:
    """Neighbours that show one publication put together."""
    strong = [any(is_strong(grounds.text(offer.element)) for offer in kid.offers) for kid in kids]
    groups: list[tuple[Cell, bool]] = []
    for at, (kid, has_headline) in enumerate(zip(kids, strong, strict=True)):
        opens = not has_headline and at + 1 < len(kids) and strong[at + 1] and _share_offer(kid, kids[at + 1])
        if opens and groups and groups[-1][1] and not _share_offer(groups[-1][0], kid):
            groups.append((kid, has_headline))         # the picture of the next card
        elif groups and _belong(grounds, groups[-1], (kid, has_headline), any(strong)):
            before, had = groups[-1]
            groups[-1] = Cell(before.parts + kid.parts, before.offers + kid.offers), had or has_headline
        else:
            groups.append((kid, has_headline))
    return [group for group, _ in groups]


def _share_offer(one: Cell, other: Cell) -> bool:
    return not {offer.key for offer in one.offers}.isdisjoint(offer.key for offer in other.offers)


def _is_list(grounds: Grounds, cell: Cell) -> bool:
    """Whether the cell shows several publications."""
    headlines = {offer.key for offer in cell.offers if is_strong(grounds.text(offer.element))}
    return len(headlines) > _MOST_HEADLINES


def _says_more(grounds: Grounds, cell: Cell) -> bool:
    """Whether the cell, beside a list, is a line of links to all of its kind: "All headlines"."""
    texts = [grounds.text(offer.element) for offer in cell.offers]
    if any(is_strong(text) or not text for text in texts):
        return False
    return sum(map(len, texts)) >= sum(len(grounds.text(part)) for part in cell.parts)


def _is_way_to_all(grounds: Grounds, cell: Cell) -> bool:
    """Whether the cell has one link, to the whole of a list, beside its heading."""
    return len(cell.offers) == 1 and leads_to_all(grounds.text(cell.offers[0].element))


def _is_bare(grounds: Grounds, cell: Cell) -> bool:
    """Whether the cell is a link without text: laid over a card, or a picture."""
    return grounds.outline.tags[cell.parts[0]] == "a" and not any(
        grounds.text(part) for part in cell.parts)


def _belong(grounds: Grounds, before: tuple[Cell, bool], kid: tuple[Cell, bool], any_strong: bool) -> bool:
    shared = {offer.key for offer in before[0].offers} & {offer.key for offer in kid[0].offers}
    if _is_list(grounds, before[0]) or _is_list(grounds, kid[0]) or _is_way_to_all(grounds, before[0]):
        return False
    if len(before[0].parts) == 1 and _is_bare(grounds, before[0]) and not _is_bare(grounds, kid[0]):
        return True
    alike = _alike(grounds, before[0].parts[-1], kid[0].parts[0])
    if _are_peers(grounds, before[0], kid[0]):
        return False
    if alike:                 # two cards may share a category, a picture and its headline share the headline's address
        return any(is_strong(grounds.text(offer.element)) for offer in before[0].offers + kid[0].offers
                   if offer.key in shared)
    if shared:
        return True
    return any_strong and not (before[1] and kid[1])


def _are_peers(grounds: Grounds, one: Cell, other: Cell) -> bool:
    """Whether two links side by side are cards with headings, or headlines of the page's own folder both."""
    outline = grounds.outline
    links = (one.parts[-1], other.parts[0])
    urls = [offer.url for cell in (one, other) for offer in cell.offers]
    if len(urls) != 2 or one.offers[0].key == other.offers[0].key or any(outline.tags[i] != "a" for i in links):
        return False
    return all(outline.all(*HEADINGS, within=i) for i in links) or (
        all(_says_a_few_words(grounds.text(i)) for i in links) and all(same_kind(grounds.own, url) for url in urls))


def _says_a_few_words(text: str) -> bool:
    """Whether a text may be a headline of more than a word, in scripts that part words or do not."""
    return is_heading(text) and (" " in text or (not text.isascii() and letters_of(text) >= _LEAST_UNPARTED))


def _alike(grounds: Grounds, one: int, other: int) -> bool:
    """Whether two siblings are of one make, as the items of a list are."""
    outline = grounds.outline
    if outline.tags[one] != outline.tags[other]:
        return False
    return outline.tags[one] in _ITEM_TAGS or (outline.tags[one] != "a" and _named_alike(
        outline.names[one], outline.names[other]))


def _named_alike(one: str, other: str) -> bool:
    """Whether two names are one, or begin alike and differ by a state: "slide", "slide slide-duplicate"."""
    return one == other or (one.partition(" ")[0] == other.partition(" ")[0] != "" and not (
        set(one.split()) - set(other.split()) and set(other.split()) - set(one.split())))
