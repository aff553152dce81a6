"""Grounds and a part that lists publications -> its cells, one for each publication. Pure.

A cell is the part of a list that shows one publication: picture, headline, category, author, date and summary, of which
several may be links. Two links to one address belong together; a short link beside a headline (a category, an author)
belongs to the headline's cell.
"""

from dataclasses import dataclass

from crawler.parsing.furniture.headline import is_strong
from crawler.parsing.furniture.offers import Offer, offers_within
from crawler.parsing.furniture.page import Grounds

_ITEM_TAGS = frozenset({"li", "article"})
_MOST_DEPTH = 25


@dataclass(frozen=True, slots=True)
class Cell:
    """Sibling elements that show one publication, and the anchors in them."""

    parts: tuple[int, ...]
    offers: tuple[Offer, ...]


def read_cells(grounds: Grounds, part: int, offers: list[Offer], depth: int = 0) -> list[Cell]:
    """The cells inside element `part`, in document order."""
    inside = offers_within(grounds, offers, part)
    if not inside:
        return []
    kids = _kids(grounds, part, inside)
    if len({offer.key for offer in inside}) == 1 or not kids or depth == _MOST_DEPTH:
        return [Cell((part,), tuple(inside))]
    if len(kids) == 1:
        cells = read_cells(grounds, kids[0].parts[0], inside, depth + 1)
        return [Cell((part,), tuple(inside))] if len(cells) == 1 else cells
    groups = _merged(grounds, kids)
    if len(groups) == 1:
        return [Cell((part,), tuple(inside))]
    return [cell for group in groups for cell in (
        read_cells(grounds, group.parts[0], inside, depth + 1) if len(group.parts) == 1 else [group])]


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
    strong = [any(is_strong(grounds.outline.text(offer.element)) for offer in kid.offers) for kid in kids]
    groups: list[tuple[Cell, bool]] = []
    for kid, has_headline in zip(kids, strong, strict=True):
        if groups and _belong(grounds, groups[-1], (kid, has_headline), any(strong)):
            before, had = groups[-1]
            groups[-1] = Cell(before.parts + kid.parts, before.offers + kid.offers), had or has_headline
        else:
            groups.append((kid, has_headline))
    return [group for group, _ in groups]


def _belong(grounds: Grounds, before: tuple[Cell, bool], kid: tuple[Cell, bool], any_strong: bool) -> bool:
    shared = {offer.key for offer in before[0].offers} & {offer.key for offer in kid[0].offers}
    alike = _alike(grounds, before[0].parts[-1], kid[0].parts[0])
    if alike:                 # two cards may share a category, a picture and its headline share the headline's address
        return any(is_strong(grounds.outline.text(offer.element)) for offer in before[0].offers + kid[0].offers
                   if offer.key in shared)
    if shared:
        return True
    return any_strong and not (before[1] and kid[1])


def _alike(grounds: Grounds, one: int, other: int) -> bool:
    """Whether two siblings are of one make, as the items of a list are."""
    outline = grounds.outline
    if outline.tags[one] != outline.tags[other]:
        return False
    return outline.tags[one] in _ITEM_TAGS or (outline.names[one] == outline.names[other] and outline.tags[one] != "a")
