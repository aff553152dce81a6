"""Grounds and a heading -> the elements of the list below it. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crawler.parsing.furniture import words
from crawler.parsing.furniture.chrome import HEADINGS
from crawler.parsing.furniture.headline import is_more, letters_of
from crawler.parsing.furniture.labels import ListKind, list_kind
from crawler.parsing.furniture.marks import Mark
from crawler.parsing.furniture.offers import Offer, offers_within
from crawler.parsing.furniture.page import Grounds
from crawler.parsing.outline import Outline, Run

_NO_HEADINGS = frozenset("li td th dd dt figcaption caption label button option".split())
_SHOWS = ("href", "data-bs-target", "data-target")       # of a tab: "#most-read"
_LABEL = re.compile(r"(?<![a-z])(?:type|category|cat|tag|kicker|eyebrow|overline)(?![a-z-])")     # "News", on a card
_HEAD = re.compile("head|title")          # of a box that is none of its own
_MOST_LINKED = 40         # characters of a heading that is a link
_LISTS = frozenset({"ul", "ol"})
_PARTS = frozenset({"body", "main", "html"})
_LEAST_LEAD = 8           # letters of 阅读更多
_MOST_CLIMB, _MOST_CLIMB_LINKED = 6, 3
_MOST_BESIDE = 30         # characters beside the line in the same element, such as "See all"
_MOST_BETWEEN = 350       # characters of text between a heading and its list


@dataclass(frozen=True, slots=True)
class Heading:
    """A short line that announces a list."""

    element: int
    kind: ListKind
    text: str
    panel: int | None = None     # where the heading is a tab, the element that it shows
    most_climb: int = _MOST_CLIMB     # how many elements around it may hold the list beside them


def read_headings(grounds: Grounds, promos: frozenset[int]) -> list[Heading]:
    """Every line of the page that announces a list, in document order; `promos` are lines that offer by themselves."""
    outline = grounds.outline
    found = []
    for run in grounds.phrases:
        kind = list_kind(run.text) or _first_tab(grounds, run)
        if not kind or run.element in promos:
            continue
        if outline.tags[run.element] in _NO_HEADINGS:
            if tab := _tab(grounds, run, kind):
                found.append(tab)
            continue
        if kind == "popular" and " " not in run.text and any(
                _LABEL.search(outline.names[i]) for i in (run.element, *outline.alone(run))):
            continue
        linked = run.link_chars * 2 > len(run.text)       # "Latest posts (see all)" is no link
        if linked and len(run.text) > _MOST_LINKED:
            continue
        i = _element_of(grounds, run)
        if grounds.chars(i) > len(run.text) + _MOST_BESIDE:
            continue
        if is_more(run.text) and outline.tags[i] not in HEADINGS and (linked or not _leads_on(run.text, kind)):
            continue
        if not linked or not grounds.is_chrome(i):
            leads = linked and outline.tags[i] not in HEADINGS    # "Read more from Ada One" may head no list at all
            found.append(Heading(i, kind, run.text, most_climb=_MOST_CLIMB_LINKED if leads else _MOST_CLIMB))
    return found


def _leads_on(text: str, kind: ListKind) -> bool:
    """Whether a line that looks like a button may head a list: "Read more", but neither "More" nor "View all"."""
    long = " " in text or letters_of(text) >= _LEAST_LEAD
    return kind == "related" and long and words.squeezed(text) in words.listed("more")


def _first_tab(grounds: Grounds, run: Run) -> ListKind | None:
    """What the first of several links says that make up a heading: "<h4><a>Related</a><a>From this author</a></h4>"."""
    if grounds.outline.tags[run.element] not in HEADINGS or run.link_chars < len(run.text):
        return None
    links = grounds.outline.all("a", within=run.element)
    return list_kind(grounds.text(links[0])) if len(links) > 1 else None


def _tab(grounds: Grounds, run: Run, kind: ListKind) -> Heading | None:
    """The heading that a tab is: a link or button in its list item that names the element it shows."""
    outline = grounds.outline
    for i in range(run.element, outline.ends[run.element]):
        said = outline.attributes[i]
        shown = next((name for key in _SHOWS if (name := (said.get(key) or "").partition("#")[2])), "")
        shown = shown or said.get("aria-controls") or ""
        panel = grounds.by_id.get(shown) if shown else None
        if panel is not None and panel > i and (_is_called_tab(outline, i) or not grounds.is_chrome(i)):
            return Heading(i, kind, run.text, panel)
    row = next((i for i in outline.ancestors(run.element, 3) if outline.attributes[i].get("role") == "tablist"), None)
    return Heading(row, kind, run.text) if row is not None else None      # whose panel only a script knows


def _is_called_tab(outline: Outline, i: int) -> bool:
    """Whether names or roles call a link a tab, and no line of a menu of the page's own sections."""
    around = (i, *outline.ancestors(i, 2))
    return any("tab" in outline.names[j] or (outline.attributes[j].get("role") or "").startswith("tab") for j in around)


def _element_of(grounds: Grounds, run: Run) -> int:
    """The element that holds the line: its block, or an inline element in a block that holds much more."""
    outline = grounds.outline
    if grounds.chars(run.element) <= len(run.text) + _MOST_BESIDE:
        return run.element
    child = next((i for i in outline.begun_in(run) if outline.parents[i] == run.element), None)
    return child if child is not None and outline.stops[child] <= run.stop else run.element


def lists_below(grounds: Grounds, heading: Heading, offers: list[Offer], others: frozenset[int]
                ) -> Iterator[tuple[int, ...]]:
    """What may be the list below a heading, as sister elements, likeliest first; none where it is empty.

    `others` are the elements of all known headings.
    """
    if heading.panel is not None:
        yield (heading.panel,)
        return
    outline = grounds.outline
    here = heading.element
    for above in outline.ancestors(here, heading.most_climb):
        parts, between = _siblings(grounds, heading, here, above, offers, others)
        if parts:
            yield tuple(parts)
        if between > _MOST_BETWEEN or outline.tags[above] in _PARTS or _closed(grounds, above, here):
            return
        here = above


def _closed(grounds: Grounds, i: int, here: int) -> bool:
    """Whether the element is a section of its own, so that what follows it belongs to something else.

    `<div class="related-title">` that ends with the heading, `here`, is none.
    """
    if grounds.chars(i) <= grounds.chars(here) + _MOST_BESIDE and _HEAD.search(grounds.outline.names[i]):
        return False                                          # <section class="cards-heading">
    return grounds.outline.tags[i] in {"section", "aside", "article", "nav", "footer"} or bool(
        grounds.marks[i] & (Mark.RELATED | Mark.POPULAR) and grounds.outline.ends[here] < grounds.outline.ends[i])


def _siblings(grounds: Grounds, heading: Heading, here: int, above: int, offers: list[Offer],
              others: frozenset[int]) -> tuple[list[int], int]:
    """The siblings after `here` that hold the list, and the characters before the first of them."""
    outline = grounds.outline
    passed = Mark.SIGNUP | Mark.NOTICE | Mark.SHARE
    if not grounds.inherited(heading.element, _MOST_CLIMB) & Mark.AD:       # no list that a paid service fills
        passed |= Mark.AD
    parts: list[int] = []
    between = 0
    child = outline.ends[here]
    while child < outline.ends[above]:
        nxt = outline.ends[child]
        listed = not parts and not between and outline.tags[child] in _LISTS and outline.all("img", within=child)
        if _ends_list(grounds, heading, child, others) or (grounds.is_chrome(child) and not listed):
            break                                             # <ul class="list-menu"> below the heading is none
        if grounds.marks[child] & passed:
            child = nxt
            continue
        if parts and outline.tags[child] != outline.tags[parts[0]] and grounds.chars(child):
            break
        fits = offers_within(grounds, offers, child) and (outline.tags[child] != "p" or _mostly_link(grounds, child))
        if fits:
            parts.append(child)
        elif parts and grounds.chars(child):
            break
        else:
            between += grounds.chars(child)
            if between > _MOST_BETWEEN:
                break
        child = nxt
    return parts, between


def _ends_list(grounds: Grounds, heading: Heading, i: int, others: frozenset[int]) -> bool:
    """Whether another section begins with element `i`: it is, or opens with, another heading of the same weight."""
    outline = grounds.outline
    if not others.isdisjoint(range(i, min(outline.ends[i], i + 6))):
        return True
    level = HEADINGS.get(outline.tags[heading.element], 7)
    return HEADINGS.get(outline.tags[i], level + 1) <= level and not outline.all("a", within=i)


def _mostly_link(grounds: Grounds, i: int) -> bool:
    """Whether most of the text of element `i` stands in links, or a link opens it and no more than a day follows."""
    links = grounds.outline.all("a", within=i)
    linked = [len(grounds.text(j)) for j in links]
    opens = grounds.outline.run_of(links[0]) is not None and not grounds.outline.between(
        grounds.outline.starts[i], grounds.outline.starts[links[0]])
    return sum(linked) * 2 >= grounds.chars(i) or (opens and grounds.chars(i) - linked[0] <= _MOST_BESIDE)
