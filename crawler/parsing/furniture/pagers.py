"""Grounds -> links to the publications before and after this one. Pure.

"Previous article: …", "下一篇：…", "← … | … →": navigation below the text, which names publications that go with this
one. Inside menus, and pagers by name, it offers nothing.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from archive.records import Related
from crawler.parsing.appearance import EDGE
from crawler.parsing.furniture import words
from crawler.parsing.furniture.addresses import same_kind
from crawler.parsing.furniture.headline import is_heading
from crawler.parsing.furniture.items import Item
from crawler.parsing.furniture.offers import Offer
from crawler.parsing.furniture.page import Grounds
from crawler.parsing.furniture.words import Memory
from crawler.parsing.outline import Outline, Run

_BACK, _ON = "←«‹◀⟵⇐", "→»›▶⟶⇒"
_ARROWS_BACK = frozenset(_BACK)
_STRIPPED = _BACK + _ON + " \n\t" + EDGE
_RELS = frozenset({"prev", "previous", "next"})
_MOST_LINE = 300          # characters of a line of links
_MOST_ANCHOR = 220
_MOST_BELOW = 50          # links below the text
_MOST_WORDS = 4           # of a label
_SLACK = 40               # characters of labels and marks for each link in a box
_MOST_CLIMB = 4


class Pagers(NamedTuple):
    """The publications before and after, and the elements that lead to them."""

    items: list[Item]
    elements: list[int]


class _Step(NamedTuple):
    """A link to the publication before or after."""

    element: int
    title: str                # "" where it has none


def find_pagers(grounds: Grounds, offers: list[Offer]) -> Pagers:
    """The steps below the text."""
    by_element = {offer.element: offer for offer in offers}
    items, elements = list[Item](), list[int]()
    links = _links_below(grounds)
    steps = [*_steps(grounds, links), *_arrows(grounds, links)]
    for step in steps:
        box = _box_of(grounds, step, steps)
        elements.append(box)
        offer = by_element.get(step.element)
        if offer and is_heading(step.title) and same_kind(grounds.own, offer.url):
            items.append(Item(Related("related", offer.url, step.title), offer.key, box))
    return Pagers(items, elements)


def _links_below(grounds: Grounds) -> list[int]:
    """The links below the text, outside menus, as far as a pager may be among them."""
    first = bisect_left(grounds.anchors, (grounds.body[1],))
    return [i for i, _ in grounds.anchors[first:first + _MOST_BELOW] if not grounds.is_chrome(i)]


def _label_apart(outline: Outline, i: int) -> str:
    """A label that opens or ends a link in an element of its own; "" where there is none."""
    pieces = [text for piece in outline.pieces[outline.starts[i]:outline.stops[i]] if (text := piece.strip())]
    return next((piece for piece in (pieces[0], pieces[-1]) if _is_label(piece)), "") if pieces[1:] else ""


def _steps(grounds: Grounds, links: list[int]) -> Iterator[_Step]:
    """The links that a label or `rel` calls the one before or after."""
    outline, labelled_lines = grounds.outline, _labelled_lines(grounds)
    for i in links:
        run = outline.run_of(i)
        near = run is not None and run.start in labelled_lines
        called_step = not _RELS.isdisjoint((outline.attributes[i].get("rel") or "").lower().split())
        if not near and not called_step and not _may_hold_label(outline, i):
            continue
        text = _spaced(outline, i)
        if not text or len(text) > _MOST_ANCHOR:
            continue
        labelled, title = _unlabelled(text, _label_apart(outline, i))
        if labelled or called_step or (near and run and _is_label(_before(grounds, run, i))):
            yield _Step(i, title.strip(_BACK + _ON + " "))


def _may_hold_label(outline: Outline, i: int) -> bool:
    """Whether the first or last words of a link may be a label."""
    first, last = _ends(outline, i)
    return any(_opens[piece.strip(_STRIPPED).partition(" ")[0]] for piece in {first, last})


def _ends(outline: Outline, i: int) -> tuple[str, str]:
    """The first and the last piece of text of a link."""
    pieces = outline.pieces[outline.starts[i]:outline.stops[i]]
    if len(pieces) == 1:
        return pieces[0], pieces[0]
    return (next((piece for piece in pieces if not piece.isspace()), ""),
            next((piece for piece in reversed(pieces) if not piece.isspace()), ""))


def _labelled_lines(grounds: Grounds) -> set[int]:
    """Where the lines below the text begin that a label may open, and the lines after them."""
    outline = grounds.outline
    below = outline.runs[outline.run_from(outline.starts[grounds.body[1]]):]
    return {run.start for one, other in pairwise((*below, *below[-1:])) if _opens[one.text.partition(" ")[0]]
            for run in (one, other)}


def _arrows(grounds: Grounds, links: list[int]) -> Iterator[_Step]:
    """Two links side by side, the first with an arrow back and the second with one on."""
    for one, other in pairwise(links):
        if not _opens_with_arrow(grounds, one):
            continue
        back, on = _spaced(grounds.outline, one), _spaced(grounds.outline, other)
        if back and on and len(back) + len(on) <= _MOST_LINE and (
                on[-1] in _ON or _after(grounds, other)[:1] in tuple(_ON)):
            yield _Step(one, back.strip(_BACK + " "))
            yield _Step(other, on.strip(_ON + " "))


def _opens_with_arrow(grounds: Grounds, i: int) -> bool:
    outline, run = grounds.outline, grounds.outline.run_of(i)
    if _ends(outline, i)[0].lstrip()[:1] in _ARROWS_BACK:
        return True
    return run is not None and run.text[0] in _BACK and _before(grounds, run, i)[-1:] in _ARROWS_BACK


def _spaced(outline: Outline, i: int) -> str:
    """The text of an element, what stands in elements of its own set apart: "Previous" "Port fees"."""
    return " ".join(" ".join(outline.pieces[outline.starts[i]:outline.stops[i]]).split())


def _unlabelled(text: str, apart: str) -> tuple[bool, str]:
    """Whether a text begins with a label, or has one set `apart`; and the rest of it."""
    if apart:
        return True, (text.removeprefix(apart) if text.startswith(apart) else text.removesuffix(apart)).strip()
    if not _opens[text.lstrip(_BACK + _ON + " ").partition(" ")[0]]:
        return False, text
    lead, mark, rest = re.sub("[：|]", ":", text).partition(":")
    if mark and _is_label(lead):
        return True, rest.strip()
    said = text.lstrip(_BACK + _ON + " ").split()
    for count in range(min(_MOST_WORDS, len(said)), 0, -1):
        label, rest = " ".join(said[:count]), " ".join(said[count:])
        if _is_label(label) and not rest[:1].islower():       # "Next steps for ports" is a headline
            return (True, rest) if count > 1 or not rest or not label.isascii() else (False, text)
    return False, text


def _is_label(text: str) -> bool:
    return bool(text) and words.squeezed(text) in words.listed("pager")


def _before(grounds: Grounds, run: Run, i: int) -> str:
    """What stands before the link: in its line, after another link there; else the line before it in the same box."""
    outline = grounds.outline
    others = [j for j in outline.links_in(run) if j < i]
    start = outline.stops[others[-1]] if others else run.start
    if text := outline.between(start, outline.starts[i]):
        return text
    line = None if others else grounds.beside(run)[0]
    return line.text if line is not None and not line.link_chars else ""


def _after(grounds: Grounds, i: int) -> str:
    run = grounds.outline.run_of(i)
    return "" if run is None else "".join(grounds.outline.pieces[grounds.outline.stops[i]:run.stop]).strip()


def _box_of(grounds: Grounds, step: _Step, steps: list[_Step]) -> int:
    """The widest element around a step that holds steps and their labels alone."""
    outline, links = grounds.outline, {other.element for other in steps}

    def holds_steps(box: int) -> bool:
        said = sum(len(_spaced(outline, i)) for i in links if outline.inside(i, box))
        return len(_spaced(outline, box)) <= said + _SLACK

    return grounds.widest(step.element, holds_steps, _MOST_CLIMB)


@cache
def _labels() -> words.Phrases[bool]:
    return words.phrases_of([(True, words.listed("pager"))])


_opens = Memory(lambda word: _labels().may_open(words.first_word(word)))
