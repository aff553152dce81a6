"""Grounds -> the page's chrome: menus, its header and footer, comment lists, notices. Pure."""

from typing import TYPE_CHECKING

from crawler.parsing.furniture.labels import list_kind
from crawler.parsing.furniture.marks import Mark
from crawler.parsing.furniture.running_text import PROSE_LINE

if TYPE_CHECKING:
    from crawler.parsing.furniture.page import Grounds

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
PAGE_PARTS = frozenset({"html", "head", "body", "main", "article"})
_MOST_IN_HEAD = 8         # elements of the header of a box: its heading, "See all"
_MENU, _EDGE = Mark.CHROME | Mark.NOTICE, Mark.EDGE
_EDGES, _OWN_PARTS = frozenset({"header", "footer"}), frozenset({"article", "main"})


def find_chrome(grounds: "Grounds") -> tuple[list[int], list[int]]:
    """Where chrome begins and ends, in document order; a list named related is none, though a footer holds it."""
    outline, marks = grounds.outline, grounds.marks
    ends = outline.ends
    named = (i for i in grounds.marked if marks[i] & (_MENU | _EDGE | Mark.RELATED))
    starts: list[int] = []
    stops: list[int] = []
    open_to, is_foot = 0, False
    for i in sorted({*named, *outline.all("nav", *_EDGES)}):
        if i >= open_to:
            if _is_chrome(grounds, i):
                starts.append(i)
                stops.append(ends[i])
                open_to = ends[i]
                is_foot = "footer" in (outline.tags[i] + outline.names[i]) and not marks[i] & _MENU
        elif is_foot and marks[i] & Mark.RELATED and i >= starts[-1]:
            stops[-1] = i
            starts.append(ends[i])
            stops.append(open_to)
    return starts, stops


def _is_chrome(grounds: "Grounds", i: int) -> bool:
    outline, mark = grounds.outline, grounds.marks[i]
    tag, menu = outline.tags[i], mark & _MENU if not mark & Mark.RELATED else mark & Mark.NOTICE
    if tag == "nav":
        return not (mark & Mark.RELATED or _offers(grounds, i))       # <nav class="related-navigation">
    if tag == "header" and _is_small_head(grounds, i):
        return False
    if tag in PAGE_PARTS or not (menu or mark & _EDGE or tag in _EDGES):
        return False
    if mark & Mark.PAGER and (grounds.holds(i, "article") or _offers(grounds, i)):
        return False                               # the entries, and the way to more of them
    if grounds.prose(i) * 2 > grounds.prose(0):    # the whole page inside `<div class="has-menu">`
        return False
    return bool(menu) or not any(outline.tags[above] in _OWN_PARTS for above in outline.ancestors(i))


def _offers(grounds: "Grounds", i: int) -> bool:
    """Whether a menu opens with a heading that offers publications: "Related links", or the newest ones."""
    first = next(iter(grounds.outline.runs_in(i)), None)
    if first is None or first.link_chars or " " not in first.text:
        return False
    kind = list_kind(first.text)
    return kind == "popular" or (kind == "related" and grounds.outline.tags[first.element] in HEADINGS)


def _is_small_head(grounds: "Grounds", i: int) -> bool:
    """Whether a header holds the heading of a box and nothing else."""
    return grounds.outline.ends[i] - i <= _MOST_IN_HEAD and grounds.chars(i) <= PROSE_LINE and any(
        grounds.holds(i, tag) for tag in ("h2", "h3", "h4", "h5", "h6")) and not grounds.holds(i, "h1")
