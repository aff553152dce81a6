"""Bytes of a saved text -> its lines: decoded, white space squeezed, hard-wrapped paragraphs made whole. Pure."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from statistics import quantiles

from crawler.parsing.document.decoding import decode
from crawler.parsing.saved_text.plain import plain_text

_WIDE = re.compile(r"[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
_UNSPACED, _LETTERS_OF_A_WORD = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+"), 5   # Thai, Lao, Khmer
_INVISIBLE = dict.fromkeys([0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, 0xAD])      # joiners are letters in Persian
_MARK = re.compile(r"^(?:[-–—•·▪◦‣*>]|\(?\w{1,3}[.)])\s")
_ANCHOR = re.compile(r"(?<=[^\W\d_]|[.!?:])\s?(?:[¶🔗]|(?<=[.!?\s])#)\s*$")     # what a heading's link to itself shows
_LINE_END = re.compile(r"\r\n|[\n\r\f\v\x85\u2028\u2029]")
_STOP = re.compile(r"[.!?:;。！？…।؟][\"'”’»)\]]*$")
_MANY, _LEAST_ROW = 20_000, 9                 # rows of a file, and characters of a row that may be of a sentence
PARAGRAPH = 55                                # words: such a line is a paragraph of the body, never a dek
WIDEST_WRAP = 120                             # no hard-wrapped text is wider, no line of a saved page stays below


@dataclass(frozen=True, slots=True)
class Line:
    """One line that says something."""

    number: int                               # from 1, in the file; of its first line where it was wrapped
    text: str                                 # white space squeezed; tabs kept, they part the cells of a table
    gap: bool = False                         # blank lines stand before it
    indent: int = 0                           # spaces before its first word


@lru_cache(maxsize=1 << 12)                   # each line is asked about some ten times
def size(text: str) -> float:
    """How long a text reads, in words; two characters of Chinese, Japanese or Korean count as one.

    >>> size("Norms grow slowly"), size("国际组织")
    (3, 2.0)
    """
    if text.isascii():
        return len(text.split())
    if "\u0e00" <= max(text) < "\u1800":
        text = _UNSPACED.sub(lambda found: " x" * (1 + len(found[0]) // _LETTERS_OF_A_WORD) + " ", text)
    wide = len(_WIDE.findall(text))
    return len(_WIDE.sub(" ", text).split()) + wide / 2 if wide else len(text.split())


def read_lines(body: bytes, charset: str | None = None, *, alone: Callable[[str], bool]) -> tuple[Line, ...]:
    """The lines of a text file, blank ones left out, hard-wrapped ones joined, save those that stand `alone`."""
    rows = _LINE_END.split(decode(body, charset)[1].decode("utf-8", "replace"))
    if len(rows) > _MANY and max(map(len, rows)) < _LEAST_ROW:
        return ()                             # letters, one below the other, by the megabyte
    lines: list[Line] = []
    gap = False
    for number, row in enumerate(plain_text(rows), 1):
        row = _ANCHOR.sub("", row if row.isascii() else row.translate(_INVISIBLE))
        if text := _squeezed(row):
            lines.append(Line(number, text, gap, len(row) - len(row.lstrip())))
        gap = not text
    return _unwrapped(lines, alone)


def _squeezed(row: str) -> str:
    """The row, white space squeezed, with a tab between any two cells that say something."""
    if "\t" not in row:
        return " ".join(row.split())
    return "\t".join(filter(None, (" ".join(cell.split()) for cell in row.split("\t"))))


def _unwrapped(lines: list[Line], alone: Callable[[str], bool]) -> tuple[Line, ...]:
    """The lines, joined where one broke only because the next word no longer fitted."""
    width = _wrap_width(lines)
    if width is None:
        return tuple(lines)
    whole: list[tuple[Line, list[str]]] = []  # first rows, and what is joined to each
    last = ""                                 # the row before, where a paragraph may go on from it
    for at, line in enumerate(lines):
        single = alone(line.text)
        after = lines[at + 1] if at + 1 < len(lines) else None
        if last and not single and not line.gap and _goes_on(last, line.text, after, width):
            whole[-1][1].append(_glue(last) + line.text)
        else:
            whole.append((line, []))
        last = "" if single else line.text
    return tuple(replace(line, text="".join((line.text, *rows))) if rows else line for line, rows in whole)


def _goes_on(last: str, text: str, after: Line | None, width: int) -> bool:
    """Whether a row goes on from the row before; a short one without a stop, after a stop, is a heading."""
    if _MARK.match(text) or not _is_full(last, text, width):
        return False
    short = after is None or after.gap or not _is_full(text, after.text, width)
    return not short or _STOP.search(text) is not None or _STOP.search(last) is None


def _glue(last: str) -> str:
    """What stands between a row and the one that goes on from it."""
    return "" if (last.endswith("-") and last[-2:-1].isalpha()) or _WIDE.match(last[-1]) else " "


def _wrap_width(lines: list[Line]) -> int | None:
    """The width the text is wrapped at; None where it isn't: enough of the lines that another follows must be full."""
    lengths = [len(line.text) for line in lines]
    if len(lines) < 8 or max(lengths) > WIDEST_WRAP or max(lengths) < 40:
        return None
    width = round(quantiles(lengths, n=50)[-1])
    followed = [(line, after) for line, after in pairwise(lines) if not after.gap and len(line.text) > width / 2]
    full = sum(_is_full(line.text, after.text, width) for line, after in followed)
    return width if full >= 4 and full > 0.4 * len(followed) else None


def _is_full(line: str, after: str, width: int) -> bool:
    first = after[:1] if _WIDE.match(after) else "".join(after.split(None, 1)[0].partition("-")[:2])
    return len(line) + 1 + len(first) > width
