r"""Document -> Outline: the one walk over the page, which all reading shares. Pure.

Every element gets a number in document order. What is known of element `i` stands at place `i` of a column
(`tags[i]`, `parents[i]`, …), so that containment is arithmetic: `j` is inside `i` where `i < j < ends[i]`.
Text is kept as `pieces` in document order; element `i` holds `pieces[starts[i]:stops[i]]`, and a block boundary
is a piece of its own (`"\n"`), so that two paragraphs are never glued; nor are words that only a style sheet sets
apart: their pieces begin with an `EDGE`, a white space. Nothing is pruned but the text of scripts, styles and form
fields: what is hidden, a menu or an ad is for the readers to judge. `scribe` fills the columns.
"""

import re
from array import array
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from lxml import etree

from archive.urls import LONGEST
from crawler.parsing.document import Document, tell
from crawler.parsing.errors import ParseError
from crawler.parsing.scribe import DEEPEST, Run, let_go, scribe_of, tell_tree

__all__ = ["Outline", "Run", "count_within", "read_outline"]

_FRAMES = ("form", "nav", "button", "aside", "footer", "figure")
_OF_PARAGRAPHS = 0.8      # share of the page's that only what was left open holds
_OF_TEXT = ("p", "h1", "h2", "table", "article", "main")
_JSON_LD_META = "script:ld+json"               # what Remix makes of a script that a page hands it by an unknown name
_OF_SUBJECTS = ("tag-", "category-", "topic-", "term-", "promoted")
_SUBJECTS = re.compile(r"(?<!\S)(?:(?:tag|category|topic|term)-\S+|(?:node-{1,2}|is-)?promoted)(?!\S)")
_LEVELS = frozenset("123456")
_LONGEST_LABEL = 5_000    # characters, white space among them


@dataclass(slots=True)
class Outline:
    """The columns of one page; see the module's docstring."""

    document: Document
    tags: list[str] = field(default_factory=list)
    attributes: list[Mapping[str, str]] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)      # -1 for the root
    ends: list[int] = field(default_factory=list)         # one past the last descendant
    depths: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)        # class and id, lower case, "" where there are none
    starts: list[int] = field(default_factory=list)       # piece range
    stops: list[int] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    run_starts: list[int] = field(default_factory=list)   # the piece that each begins with
    by_tag: dict[str, list[int]] = field(default_factory=dict)
    json_ld: list[str] = field(default_factory=list)      # the texts of its scripts
    marked: bool = False      # whether it holds microdata or RDFa
    upto: Sequence[int] = ()  # characters before each piece, counted when first asked for
    joined_names: str = ""    # each name once, as `naming` looks through them
    tree: etree._Element | None = None                    # where selectors are to pick from it

    def text(self, i: int) -> str:
        """All text inside element `i`, white space squeezed."""
        return self.between(self.starts[i], self.stops[i])

    def lines(self, i: int) -> list[str]:
        """The lines of text inside element `i`, white space squeezed."""
        text = "".join(self.pieces[self.starts[i]:self.stops[i]])
        return [" ".join(line.split()) for line in text.split("\n") if line.strip()]

    def between(self, start: int, stop: int) -> str:
        """The text of `pieces[start:stop]`, white space squeezed."""
        return " ".join("".join(self.pieces[start:stop]).split())

    @property
    def heading(self) -> str:
        """The text of the page's first `h1`; "" where it has none."""
        return next((self.text(i) for i in self.by_tag.get("h1", ())), "")

    def may_be_label(self, i: int) -> bool:
        """Whether element `i` holds no more than a label, a link or a heading does."""
        return self.size(i) <= _LONGEST_LABEL

    def run_from(self, piece: int) -> int:
        """The place in `runs` of the first run that begins at this piece or behind it."""
        return bisect_left(self.run_starts, piece)

    def numbers_in(self, i: int) -> range:
        """The places in `runs` of those that begin inside element `i`."""
        return range(self.run_from(self.starts[i]), self.run_from(self.stops[i]))

    def runs_in(self, i: int) -> list[Run]:
        """The runs that begin inside element `i`."""
        held = self.numbers_in(i)
        return self.runs[held.start:held.stop]

    def run_of(self, i: int) -> Run | None:
        """The run that the text of element `i` begins in; None where it begins with none."""
        place = bisect_right(self.run_starts, self.starts[i]) - 1
        if place < 0 or self.starts[i] >= (stop := self.runs[place].stop):
            return None
        if stop < self.stops[i] and not self.between(self.starts[i], stop).strip():       # <i>Trade</i> <a> <div>…
            below = self.runs[place + 1:place + 2]
            place += bool(below) and below[0].start < self.stops[i]
        return self.runs[place]

    def size(self, i: int) -> int:
        """Characters of all text inside element `i`, white space as written."""
        if not self.upto:
            self.upto = array("q", accumulate(map(len, self.pieces), initial=0))
        return self.upto[self.stops[i]] - self.upto[self.starts[i]]

    def inside(self, j: int, i: int) -> bool:
        """Whether element `j` is `i` or stands inside it."""
        return i <= j < self.ends[i]

    def all(self, *tags: str, within: int | None = None) -> list[int]:
        """Elements with one of these tags in document order, all or those inside `within`."""
        found: list[int] = []
        for tag in tags:
            if of_tag := self.by_tag.get(tag):
                found += of_tag if within is None else of_tag[
                    bisect_left(of_tag, within):bisect_left(of_tag, self.ends[within])]
        return sorted(found) if len(tags) > 1 else found

    def links_in(self, run: Run) -> list[int]:
        """The links inside the run's own element that begin in the run, in document order."""
        links, place = self.by_tag.get("a", []), self.starts.__getitem__
        low, high = bisect_left(links, run.element), bisect_left(links, self.ends[run.element])
        low = bisect_left(links, run.start, low, high, key=place)
        return links[low:bisect_left(links, run.stop, low, high, key=place)]

    def begun_in(self, run: Run) -> Iterator[int]:
        """The elements inside the run's own that begin in the run, in document order."""
        for i in range(bisect_left(self.starts, run.start, run.element + 1), self.ends[run.element]):
            if self.starts[i] >= run.stop:
                return
            yield i

    def alone(self, run: Run) -> list[int]:
        """The elements that hold the run's text and nothing else, the outermost first."""
        own = [run.element] if len(self.numbers_in(run.element)) == 1 else []
        return own + [i for i in self.begun_in(run) if self.stops[i] <= run.stop and self.size(i) >= len(run.text)
                      and self.text(i) == run.text]

    def lone_element(self, run: Run) -> int | None:
        """The run's own element where it holds no other text, so that it can be lifted out of the body."""
        i = run.element
        return i if self.starts[i] >= run.start - 1 and self.stops[i] <= run.stop + 1 else None

    def ancestors(self, i: int, most: int = DEEPEST) -> list[int]:
        """The elements around `i`, nearest first, no more than `most`."""
        found: list[int] = []
        for _ in range(most):
            i = self.parents[i]
            if i < 0:
                break
            found.append(i)
        return found

    def around(self, i: int, j: int) -> int:
        """The smallest element that holds, or is, both."""
        while not self.inside(j, i):
            i = self.parents[i]
        return i

    def children(self, i: int) -> Iterator[int]:
        """The elements right inside `i`, in document order."""
        child = i + 1
        while child < self.ends[i]:
            yield child
            child = self.ends[child]

    def before(self, i: int) -> int | None:
        """The sister right before element `i`; None where it is the first."""
        sister = i - 1
        while sister > self.parents[i] and self.parents[sister] != self.parents[i]:
            sister = self.parents[sister]
        return sister if sister > self.parents[i] else None

    def outermost(self, elements: Iterable[int]) -> list[int]:
        """Those of the elements that stand in no other of them, each once, in document order."""
        found: list[int] = []
        for i in sorted(elements):
            if not found or i >= self.ends[found[-1]]:
                found.append(i)
        return found


def count_within(places: Sequence[int], start: int, stop: int) -> int:
    """How many of the sorted element numbers lie from `start` to before `stop`."""
    return bisect_left(places, stop) - bisect_left(places, start)


def read_outline(document: Document, tree: etree._Element | None = None) -> Outline:
    """The outline of a page, in one pass over its markup, or over its tree where that is given.

    Raises ParseError where the page has no element.
    """
    out = Outline(document, tree=tree)
    if tree is None:
        scribe = scribe_of(out)
        tell(document, scribe)
        let_go(scribe)
    else:
        tell_tree(tree, scribe_of(out))
    if not out.tags:
        raise ParseError("page: no markup to read")
    out.marked = any("itemprop" in said or "typeof" in said for said in out.attributes)
    out.json_ld += [out.attributes[i].get("content", "") for i in out.by_tag.get("meta", ())
                    if out.attributes[i].get("name") == _JSON_LD_META]
    _open_frames(out)
    _forget_subjects(out)
    if b'role="heading"' in out.document.markup:
        _name_headings(out)
    bases = (out.attributes[i].get("href") for i in out.by_tag.get("base", ()))
    if base := next((href for href in bases if href and len(href) <= LONGEST), None):
        out.document = replace(document, base=document.on_page(base))
    return out


def _forget_subjects(out: Outline) -> None:
    """Leaves out of the names of what holds the title those that say what it is about, or where it was promoted to.

    WordPress, Ghost and Drupal write them: "post tag-social-security category-popular", "node node--promoted".
    """
    heading = next(iter(out.by_tag.get("h1", ())), None)
    for i in () if heading is None else out.ancestors(heading):
        if any(word in out.names[i] for word in _OF_SUBJECTS):
            out.names[i] = " ".join(_SUBJECTS.sub("", out.names[i]).split())


def _name_headings(out: Outline) -> None:
    """Makes headings of what is one to screen readers: `<div role="heading" aria-level="2">`."""
    for i in out.all("div", "span", "p"):
        said = out.attributes[i]
        if said.get("role") == "heading" and (level := said.get("aria-level", "2")) in _LEVELS:
            tag = out.tags[i]
            out.by_tag[tag].remove(i)
            out.tags[i] = f"h{level}"
            insort(out.by_tag.setdefault(f"h{level}", []), i)


def _open_frames(out: Outline) -> None:
    """Makes what holds most of the page, text too, a plain box: a server's one form, a menu or button left open."""
    paragraphs = len(out.by_tag.get("p", ()))
    for i in out.all(*_FRAMES):
        if 2 * (out.stops[i] - out.starts[i]) <= len(out.pieces):
            continue
        tag = out.tags[i]
        if out.all(*_OF_TEXT, within=i) if tag == "form" else (
                out.all("h1", within=i) and len(out.all("p", within=i)) > _OF_PARAGRAPHS * paragraphs):
            out.tags[i] = "div"
            out.by_tag[tag].remove(i)
            if not out.by_tag[tag]:
                del out.by_tag[tag]
            insort(out.by_tag.setdefault("div", []), i)
