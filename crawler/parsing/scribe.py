"""What a parser tells of a page -> the columns of its outline. Pure.

The parser writes the columns itself as it meets tags and text: a tree, and an object for each of its elements, take
as long to make as all the rest. Only a source's selectors need a tree; its elements are then told the same way.
"""

from collections.abc import Mapping
from sys import intern
from types import SimpleNamespace
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from crawler.parsing.appearance import BARE, EDGE, FIGURES, INLINE, divided, tag_shown

if TYPE_CHECKING:
    from crawler.parsing.outline import Outline

_NO_ATTRIBUTES: Mapping[str, str] = {}         # the parser's own empty mapping answers ten times more slowly
_TEXTLESS = frozenset({"script", "style", "textarea"})
_JOINED, _CODE = frozenset({"sub", "sup", "wbr"}), frozenset({"code", "pre", "math"})     # may divide a word; no prose
_CODE_ABOVE = 16          # elements around a text that are looked at for one of code
_LONGEST_MARK = 8         # characters, white space among them
_LINK_MARKS = frozenset("# ¶ § ↩ ↩︎ ↩️ ↑ ⤴ ⏎ ^ 🔗 ⚓ ⚓︎ \u200b".split(" "))    # to a heading, or back from a note
_WITHOUT_UNSEEN = dict.fromkeys(map(ord, "\xad\u200b\ufeff\u2060"))     # where a word may break, marks of byte order
DEEPEST = 512            # elements around one another; what stands deeper is told as text alone, where browsers stop
MOST = 200_000           # elements of a page; acts of a thousand pages have a tenth; the rest is text alone, too


class Run(NamedTuple):                # made by the hundred on each page: a frozen dataclass takes four times as long
    """Text between two block boundaries: `pieces[start:stop]`, inside block element `element`."""

    element: int              # the nearest element that is no inline element
    start: int
    stop: int
    text: str                 # white space squeezed, never empty
    link_chars: int           # how many characters of `text` stand in anchors (before squeezing)


def let_go(scribe: SimpleNamespace) -> None:
    """Forgets the page: lxml's parser and its target hold one another, until Python looks for what nobody else does."""
    for function in (scribe.start, scribe.end):
        for cell in function.__closure__:
            cell.cell_contents = None


def tell_tree(tree: etree._Element, scribe: SimpleNamespace) -> None:
    """The tree's elements and texts, told in the order in which a parser meets them."""
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if event == "start":
            scribe.start(element.tag, dict(element.attrib.items()))
        else:
            scribe.end(element.tag)
        if text := element.text if event == "start" else element.tail:
            scribe.data(text)
    scribe.close()


def scribe_of(out: "Outline") -> SimpleNamespace:  # noqa: C901 - the hot loop: each page would pay for a call
    """What a parser tells of tags and text, written into the columns of `out`; see lxml's parser targets."""
    tags, attributes, parents, ends, depths = out.tags, out.attributes, out.parents, out.ends, out.depths
    names, starts, stops, pieces, runs, by_tag = out.names, out.starts, out.stops, out.pieces, out.runs, out.by_tag
    run_starts, make = out.run_starts, tuple.__new__       # Run(...) would take twice the time
    here = depth = -1                 # the innermost open element, and how many are open around it
    deepest = DEEPEST                 # to which elements are told
    blocks = [0]                      # the open elements that are no inline elements, below them the root
    words: list[str] = []             # of the text being told, which comes in parts
    beyond: list[str] = []            # the open tags that are deeper than any page is read
    run_start = link_depth = mute_depth = link_chars = 0
    said = False                      # whether the run holds more than white space

    def is_next_word(text: str) -> bool:      # of two elements in a line: "Health" and "Updated", "12" and "tonnes"
        return tags[-1] not in _JOINED and divided(pieces[-1][-2:], text) and not any(
            tags[i] in _CODE for i in (here, *out.ancestors(here, _CODE_ABOVE)))

    def write_text() -> None:
        nonlocal link_chars, said
        if mute_depth:
            if "ld+json" in attributes[here].get("type", "").lower():
                out.json_ld.append("".join(words))
            words.clear()
            return
        text = words[0] if len(words) == 1 else "".join(words)
        words.clear()
        if text.isspace():                             # half of all texts
            pieces.append(text)
            if link_depth:
                link_chars += len(text)
            return
        if link_depth and len(text) < _LONGEST_MARK and text.strip() in _LINK_MARKS:
            return
        if not text.isascii() and (        # one by one: a set or a pattern takes twenty times as long
                "\xad" in text or "\u200b" in text or "\ufeff" in text or "\u2060" in text):
            text = text.translate(_WITHOUT_UNSEEN)
        if len(pieces) > run_start and (text[:1].isupper() or (pieces[-1][-1:] in FIGURES and ends[here - 1]
                                        and starts[here] == len(pieces))) and is_next_word(text):
            text = EDGE + text
        pieces.append(text)
        said = True
        if link_depth:
            link_chars += len(text)

    def end_run() -> None:
        nonlocal run_start, link_chars, said
        if said and (text := " ".join("".join(pieces[run_start:]).split())):
            runs.append(make(Run, (blocks[-1], run_start, len(pieces), text, link_chars)))
            run_starts.append(run_start)
        pieces.append("\n")
        run_start, link_chars, said = len(pieces), 0, False

    def start(tag: str, given: Mapping[str, str]) -> None:  # noqa: C901 - as above
        nonlocal here, depth, deepest, link_depth, mute_depth
        if words:
            write_text()
        tag = intern(tag)
        i = len(tags)
        depth += 1
        if i >= MOST and 0 < depth <= deepest:
            deepest = depth - 1
        if not depth and i:                            # what stands behind </html> still stands on the page
            here = 0
            blocks.append(0)
            return
        if given and tag in BARE and depth <= deepest and ("role" in given or "style" in given):
            tag = tag_shown(tag, given)
        if tag not in INLINE:
            if len(pieces) > run_start:                # most blocks begin or end where another did
                end_run()
            blocks.append(i if depth <= deepest else blocks[-1])
            mute_depth += tag in _TEXTLESS
        elif tag == "a":
            link_depth += 1
        elif tag == "rt" and "rp" not in by_tag:       # <rp> would hold the bracket
            words.append("(")
        if depth > deepest:
            if depth > DEEPEST:
                beyond.append(tag)
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
        if depth <= deepest:
            tag = tags[here]
        elif depth > DEEPEST:
            beyond.pop()
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
        if depth < deepest:
            ends[here], stops[here] = len(tags), len(pieces)
            here = parents[here]

    def close() -> None:
        while here >= 0:
            end(tags[here])

    return SimpleNamespace(start=start, end=end, data=words.append, close=close, beyond=beyond)
