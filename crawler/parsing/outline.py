r"""Document -> Outline: the one walk over the tree, which all reading shares. Pure.

Every element gets a number in document order. What is known of element `i` stands at place `i` of a column
(`tags[i]`, `parents[i]`, …), so that containment is arithmetic: `j` is inside `i` where `i < j < ends[i]`.
Text is kept as `pieces` in document order; element `i` holds `pieces[starts[i]:stops[i]]`, and a block boundary
is a piece of its own (`"\n"`), so that two paragraphs are never glued. Nothing is pruned but script and style text:
what is hidden, a menu or an ad is for the readers to judge.
"""

import re
from dataclasses import dataclass, field

from lxml import etree

from crawler.parsing.document import Document

_SPACE = re.compile(r"\s+")
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp "
    "small span strike strong sub sup time tt u var wbr".split())
_TEXTLESS = frozenset({"script", "style"})


@dataclass(frozen=True, slots=True)
class Run:
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
        found = [i for tag in tags for i in self.by_tag.get(tag, ())]
        if within is not None:
            found = [i for i in found if within <= i < self.ends[within]]
        return sorted(found) if len(tags) > 1 else found

    def ancestors(self, i: int) -> list[int]:
        """The elements around `i`, nearest first."""
        found = []
        i = self.parents[i]
        while i >= 0:
            found.append(i)
            i = self.parents[i]
        return found


def read_outline(document: Document) -> Outline:  # noqa: C901 - one hot loop, split it and each page pays
    """The outline of a page, in one pass over its tree."""
    out = Outline(document)
    elements, tags, parents, ends, depths = out.elements, out.tags, out.parents, out.ends, out.depths
    names, starts, stops, pieces, runs, by_tag = out.names, out.starts, out.stops, out.pieces, out.runs, out.by_tag
    stack: list[int] = []
    here, run_start, run_block, link_depth, mute_depth, link_chars = -1, 0, 0, 0, 0, 0

    def flush() -> None:
        nonlocal run_start, link_chars
        stop = len(pieces)
        if stop > run_start:
            text = " ".join("".join(pieces[run_start:stop]).split())
            if text:
                runs.append(Run(run_block, run_start, stop, text, link_chars))
            pieces.append("\n")
        run_start, link_chars = len(pieces), 0

    for event, element in etree.iterwalk(document.root, events=("start", "end")):
        if event == "start":
            tag: str = element.tag  # type: ignore[assignment]  # comments and the like are not in the tree
            i = len(elements)
            inline = tag in INLINE
            if not inline:
                flush()
                run_block = i
            elements.append(element)
            tags.append(tag)
            parents.append(here)
            depths.append(len(stack))
            ends.append(0)
            starts.append(len(pieces))
            stops.append(0)
            css, key = element.get("class"), element.get("id")
            names.append(f"{css or ''} {key or ''}".lower() if css or key else "")
            if tag in by_tag:
                by_tag[tag].append(i)
            else:
                by_tag[tag] = [i]
            stack.append(i)
            here = i
            if tag == "a":
                link_depth += 1
            elif tag in _TEXTLESS:
                mute_depth += 1
            text = element.text
            if text and not mute_depth:
                pieces.append(text)
                if link_depth:
                    link_chars += len(text)
        else:
            i = stack.pop()
            tag = tags[i]
            if tag not in INLINE:
                flush()
                here = parents[i]
                run_block = here if here >= 0 and tags[here] not in INLINE else _block_above(out, here)
            else:
                here = parents[i]
            ends[i] = len(elements)
            stops[i] = len(pieces)
            if tag == "a":
                link_depth -= 1
            elif tag in _TEXTLESS:
                mute_depth -= 1
            tail = element.tail
            if tail and not mute_depth:
                pieces.append(tail)
                if link_depth:
                    link_chars += len(tail)
    flush()
    return out


def _block_above(out: Outline, i: int) -> int:
    while i > 0 and out.tags[i] in INLINE:
        i = out.parents[i]
    return max(i, 0)
