r"""Document -> Outline: the one walk over the page, which all reading shares. Pure.

Every element gets a number in document order. What is known of element `i` stands at place `i` of a column
(`tags[i]`, `parents[i]`, …), so that containment is arithmetic: `j` is inside `i` where `i < j < ends[i]`.
Text is kept as `pieces` in document order; element `i` holds `pieces[starts[i]:stops[i]]`, and a block boundary
is a piece of its own (`"\n"`), so that two paragraphs are never glued; nor are words that only a style sheet sets
apart: their pieces begin with an `EDGE`, a white space. Nothing is pruned but the text of scripts, styles and form
fields: what is hidden, a menu or an ad is for the readers to judge.

The parser writes the columns itself as it meets tags and text: a tree, and an object for each of its elements, take
as long to make as all the rest. Only a source's selectors need a tree; its elements are then told the same way.
"""

from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import accumulate
from types import SimpleNamespace
from typing import NamedTuple

from lxml import etree

from crawler.parsing.appearance import BARE, divided, tag_shown
from crawler.parsing.document import Document, tell
from crawler.parsing.errors import ParseError

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp "
    "small span strike strong sub sup time tt u var wbr".split())
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_NO_ATTRIBUTES: Mapping[str, str] = {}         # the parser's own empty mapping answers ten times more slowly
_TEXTLESS = frozenset({"script", "style", "textarea"})
_FRAMES = ("form", "nav", "button", "aside", "footer", "figure")
_OF_PARAGRAPHS = 0.8      # share of the page's that only what was left open holds
_OF_TEXT = ("p", "h1", "h2", "table", "article", "main")
_JSON_LD_META = "script:ld+json"               # what Remix makes of a script that a page hands it by an unknown name
EDGE = "\x1f"     # white space like any, but of ours: nothing parts the words in the page's text
_JOINED, _CODE = frozenset({"sub", "sup", "wbr"}), frozenset({"code", "pre"})     # may divide a word; is no prose
_LONGEST_LABEL, _LONGEST_MARK = 5_000, 8       # characters, white space among them
_LINK_MARKS = frozenset("# ¶ § ↩ ↩︎ ↩️ ↑ ⤴ ⏎ ^ 🔗 ⚓ ⚓︎ \u200b".split(" "))    # to a heading, or back from a note
_WITHOUT_UNSEEN = dict.fromkeys(map(ord, "\xad\u200b\ufeff\u2060"))     # where a word may break, marks of byte order
_DEEPEST = 512            # elements around one another; what stands deeper is told as text alone, where browsers stop


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
    by_tag: dict[str, list[int]] = field(default_factory=dict)
    json_ld: list[str] = field(default_factory=list)      # the texts of its scripts
    upto: list[int] = field(default_factory=list)         # characters before each piece, counted when first asked for
    tree: etree._Element | None = None                    # where selectors are to pick from it

    def text(self, i: int) -> str:
        """All text inside element `i`, white space squeezed."""
        return self.between(self.starts[i], self.stops[i])

    def between(self, start: int, stop: int) -> str:
        """The text of `pieces[start:stop]`, white space squeezed."""
        return " ".join("".join(self.pieces[start:stop]).split())

    def may_be_label(self, i: int) -> bool:
        """Whether element `i` holds no more than a label, a link or a heading does."""
        return self.size(i) <= _LONGEST_LABEL

    def run_from(self, piece: int) -> int:
        """The place in `runs` of the first run that begins at this piece or behind it."""
        return bisect_left(self.runs, piece, key=lambda run: run.start)

    def size(self, i: int) -> int:
        """Characters of all text inside element `i`, white space as written."""
        if not self.upto:
            self.upto = [0, *accumulate(map(len, self.pieces))]
        return self.upto[self.stops[i]] - self.upto[self.starts[i]]

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

    def begun_in(self, run: Run) -> Iterator[int]:
        """The elements inside the run's own that begin in the run, in document order."""
        for i in range(bisect_left(self.starts, run.start, run.element + 1), self.ends[run.element]):
            if self.starts[i] >= run.stop:
                return
            yield i

    def alone(self, run: Run) -> list[int]:
        """The elements that hold the run's text and nothing else, the outermost first."""
        own = [run.element] if self.text(run.element) == run.text else []
        return own + [i for i in self.begun_in(run) if self.stops[i] <= run.stop and self.text(i) == run.text]

    def lone_element(self, run: Run) -> int | None:
        """The run's own element where it holds no other text, so that it can be lifted out of the body."""
        i = run.element
        return i if self.starts[i] >= run.start - 1 and self.stops[i] <= run.stop + 1 else None

    def ancestors(self, i: int) -> list[int]:
        """The elements around `i`, nearest first."""
        found = []
        i = self.parents[i]
        while i >= 0:
            found.append(i)
            i = self.parents[i]
        return found


def read_outline(document: Document, tree: etree._Element | None = None) -> Outline:
    """The outline of a page, in one pass over its markup, or over its tree where that is given.

    Raises ParseError where the page has no element.
    """
    out = Outline(document, tree=tree)
    if tree is None:
        scribe = _scribe(out)
        tell(document, scribe)
        _let_go(scribe)
    else:
        _tell_tree(tree, _scribe(out))
    if not out.tags:
        raise ParseError("page: no markup to read")
    out.json_ld += [out.attributes[i].get("content", "") for i in out.by_tag.get("meta", ())
                    if out.attributes[i].get("name") == _JSON_LD_META]
    _open_frames(out)
    if base := next((href for i in out.by_tag.get("base", ()) if (href := out.attributes[i].get("href"))), None):
        out.document = replace(document, base=document.on_page(base))
    return out


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
            insort(out.by_tag.setdefault("div", []), i)


def _let_go(scribe: SimpleNamespace) -> None:
    """Forgets the page: lxml's parser and its target hold one another, until Python looks for what nobody else does."""
    for function in (scribe.start, scribe.end):
        for cell in function.__closure__:
            cell.cell_contents = None


def _tell_tree(tree: etree._Element, scribe: SimpleNamespace) -> None:
    """The tree's elements and texts, told in the order in which a parser meets them."""
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if event == "start":
            scribe.start(element.tag, dict(element.attrib))
        else:
            scribe.end(element.tag)
        if text := element.text if event == "start" else element.tail:
            scribe.data(text)
    scribe.close()


def _scribe(out: Outline) -> SimpleNamespace:  # noqa: C901 - the hot loop, turned inside out: each page pays for a call
    """What a parser tells of tags and text, written into the columns of `out`; see lxml's parser targets."""
    tags, attributes, parents, ends, depths = out.tags, out.attributes, out.parents, out.ends, out.depths
    names, starts, stops, pieces, runs, by_tag = out.names, out.starts, out.stops, out.pieces, out.runs, out.by_tag
    here = depth = -1                 # the innermost open element, and how many are open around it
    blocks = [0]                      # the open elements that are no inline elements, below them the root
    words: list[str] = []             # of the text being told, which comes in parts
    run_start = link_depth = mute_depth = link_chars = 0
    said = False                      # whether the run holds more than white space

    def is_next_word(text: str) -> bool:      # of two elements in a line: "Health" and "Updated"
        if tags[-1] in _JOINED or not divided(pieces[-1][-2:], text[1:2]):
            return False
        return not any(tags[i] in _CODE for i in (here, *out.ancestors(here)))

    def write_text() -> None:
        nonlocal link_chars, said
        text = words[0] if len(words) == 1 else "".join(words)
        words.clear()
        if not mute_depth:
            if link_depth and len(text) < _LONGEST_MARK and text.strip() in _LINK_MARKS:
                return
            if not text.isascii() and (        # one by one: a set or a pattern takes twenty times as long
                    "\xad" in text or "\u200b" in text or "\ufeff" in text or "\u2060" in text):
                text = text.translate(_WITHOUT_UNSEEN)
            if text[:1].isupper() and len(pieces) > run_start and is_next_word(text):
                text = EDGE + text
            pieces.append(text)
            if not said and not text.isspace():
                said = True
            if link_depth:
                link_chars += len(text)
        elif "ld+json" in attributes[here].get("type", "").lower():
            out.json_ld.append(text)

    def end_run() -> None:
        nonlocal run_start, link_chars, said
        if said and (text := " ".join("".join(pieces[run_start:]).split())):
            runs.append(Run(blocks[-1], run_start, len(pieces), text, link_chars))
        pieces.append("\n")
        run_start, link_chars, said = len(pieces), 0, False

    def start(tag: str, given: Mapping[str, str]) -> None:
        nonlocal here, depth, link_depth, mute_depth
        if words:
            write_text()
        i = len(tags)
        depth += 1
        if not depth and i:                            # what stands behind </html> still stands on the page
            here = 0
            blocks.append(0)
            return
        if given and tag in BARE and depth <= _DEEPEST and ("role" in given or "style" in given):
            tag = tag_shown(tag, given)
        if tag not in INLINE:
            if len(pieces) > run_start:                # most blocks begin or end where another did
                end_run()
            blocks.append(i if depth <= _DEEPEST else blocks[-1])
            mute_depth += tag in _TEXTLESS
        elif tag == "a":
            link_depth += 1
        elif tag == "rt" and "rp" not in by_tag:       # <rp> would hold the bracket
            words.append("(")
        if depth > _DEEPEST:
            return
        tags.append(tag)
        parents.append(here)
        depths.append(depth)
        starts.append(len(pieces))
        ends.append(0)
        stops.append(0)
        if given:
            attributes.append(given)
            css, key = given.get("class"), given.get("id")
            names.append(f"{css or ''} {key or ''}".lower() if css or key else "")
        else:
            attributes.append(_NO_ATTRIBUTES)
            names.append("")
        if tag in by_tag:
            by_tag[tag].append(i)
        else:
            by_tag[tag] = [i]
        here = i

    def end(tag: str) -> None:
        nonlocal here, depth, link_depth, mute_depth
        if words:
            write_text()
        if tag in BARE and depth <= _DEEPEST:
            tag = tags[here]
        if tag not in INLINE:
            if len(pieces) > run_start:
                end_run()
            blocks.pop()
            mute_depth -= tag in _TEXTLESS
        elif tag == "a":
            link_depth -= 1
        elif tag == "rt" and "rp" not in by_tag:
            words.append(")")
        depth -= 1
        if depth < _DEEPEST:
            ends[here], stops[here] = len(tags), len(pieces)
            here = parents[here]

    def close() -> None:
        while here >= 0:
            end(tags[here])

    return SimpleNamespace(start=start, end=end, data=words.append, close=close)
