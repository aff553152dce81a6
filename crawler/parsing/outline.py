r"""Document -> Outline: the one walk over the tree, which all reading shares. Pure.

Every element gets a number in document order. What is known of element `i` stands at place `i` of a column
(`tags[i]`, `parents[i]`, …), so that containment is arithmetic: `j` is inside `i` where `i < j < ends[i]`.
Text is kept as `pieces` in document order; element `i` holds `pieces[starts[i]:stops[i]]`, and a block boundary
is a piece of its own (`"\n"`), so that two paragraphs are never glued. Nothing is pruned but script and style text:
what is hidden, a menu or an ad is for the readers to judge.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from crawler.parsing.document import Document

_SPACE = re.compile(r"\s+")
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp "
    "small span strike strong sub sup time tt u var wbr".split())
_TEXTLESS = frozenset({"script", "style"})


class Run(NamedTuple):                # made by the hundred on each page: a frozen dataclass takes four times as long
    """Text between two block boundaries: `pieces[start:stop]`, inside block element `element`."""

    element: int              # the nearest element that is no inline element
    start: int
    stop: int
    text: str                 # white space squeezed, never empty
    link_chars: int           # how many characters of `text` stand in anchors (before squeezing)


@dataclass(slots=True)
class Outline:
    """The columns of one page; see the module's docstring."""

    document: Document
    elements: list[etree._Element] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)      # -1 for the root
    ends: list[int] = field(default_factory=list)         # one past the last descendant
    depths: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)        # class and id, lower case, "" where there are none
    starts: list[int] = field(default_factory=list)       # piece range
    stops: list[int] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    by_tag: dict[str, list[int]] = field(default_factory=dict)

    def text(self, i: int) -> str:
        """All text inside element `i`, white space squeezed."""
        return _SPACE.sub(" ", "".join(self.pieces[self.starts[i]:self.stops[i]])).strip()

    def inside(self, j: int, i: int) -> bool:
        """Whether element `j` is `i` or stands inside it."""
        return i <= j < self.ends[i]

    def all(self, *tags: str, within: int | None = None) -> list[int]:
        """Elements with one of these tags in document order, all or those inside `within`."""
        low, high = (0, len(self.tags)) if within is None else (within, self.ends[within])
        found: list[int] = []
        for tag in tags:
            of_tag = self.by_tag.get(tag, [])
            found += of_tag[bisect_left(of_tag, low):bisect_left(of_tag, high)]
        return sorted(found) if len(tags) > 1 else found

    def ancestors(self, i: int) -> list[int]:
        """The elements around `i`, nearest first."""
        found = []
        i = self.parents[i]
        while i >= 0:
            found.append(i)
            i = self.parents[i]
        return found


def read_outline(document: Document) -> Outline:  # noqa: C901 - one hot loop; split it and each page pays
    """The outline of a page, in one pass over its tree."""
    elements = list(document.root.iter())
    out = _blank(document, elements)
    tags, parents, ends, depths, names = out.tags, out.parents, out.ends, out.depths, out.names
    starts, stops, pieces, runs, by_tag = out.starts, out.stops, out.pieces, out.runs, out.by_tag
    here, opened = -1, None           # the innermost open element
    blocks = [0]                      # the open elements that are no inline elements, below them the root
    run_start = run_block = link_depth = mute_depth = link_chars = 0

    def flush() -> None:
        nonlocal run_start, link_chars
        text = " ".join("".join(pieces[run_start:]).split())
        if text:
            runs.append(Run(run_block, run_start, len(pieces), text, link_chars))
        pieces.append("\n")
        run_start, link_chars = len(pieces), 0

    for i, element in enumerate([*elements, None]):
        parent = element.getparent() if element is not None else None
        while opened is not parent:                    # close what ended before this element
            tag = tags[here]
            if tag not in INLINE:
                if len(pieces) > run_start:            # most blocks begin or end where another did
                    flush()
                blocks.pop()
                run_block = blocks[-1]
                mute_depth -= tag in _TEXTLESS
            elif tag == "a":
                link_depth -= 1
            ends[here], stops[here] = i, len(pieces)
            if not mute_depth and (tail := elements[here].tail):
                pieces.append(tail)
                if link_depth:
                    link_chars += len(tail)
            here = parents[here]
            opened = elements[here] if here >= 0 else None
        if element is None:
            break
        tag = tags[i]
        parents[i], depths[i] = here, depths[here] + 1 if i else 0
        if tag not in INLINE:
            if len(pieces) > run_start:
                flush()
            blocks.append(i)
            run_block = i
            mute_depth += tag in _TEXTLESS
        elif tag == "a":
            link_depth += 1
        starts[i] = len(pieces)
        css, key = element.get("class"), element.get("id")
        if css or key:
            names[i] = f"{css or ''} {key or ''}".lower()
        if tag in by_tag:
            by_tag[tag].append(i)
        else:
            by_tag[tag] = [i]
        here, opened = i, element
        if not mute_depth and (text := element.text):  # in this order: a script is long, and never asked for
            pieces.append(text)
            if link_depth:
                link_chars += len(text)
    return out


def _blank(document: Document, elements: list[etree._Element]) -> Outline:
    count = len(elements)
    tags: list[str] = [element.tag for element in elements]  # type: ignore[misc]  # the tree holds no comments
    return Outline(document, elements, tags, parents=[-1] * count, ends=[0] * count, depths=[0] * count,
                   names=[""] * count, starts=[0] * count, stops=[0] * count)
