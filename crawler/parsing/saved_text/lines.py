"""Bytes of a saved text -> its lines: decoded, white space squeezed, hard-wrapped paragraphs made whole. Pure."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from crawler.parsing.appearance import BULLETS
from crawler.parsing.document.decoding import decode
from crawler.parsing.remembering import remember
from crawler.parsing.saved_text.markup import (
    HARD_BREAKS,
    LOST,
    Markup,
    breaks_in,
    markup_of,
    mended_rows,
    with_headings_marked,
    without_marks,
)
from crawler.parsing.saved_text.plain import plain_text

_WIDE = re.compile(r"[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
_UNSPACED, _LETTERS_OF_A_WORD = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+"), 5   # Thai, Lao, Khmer
_INVISIBLE = dict.fromkeys([0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, 0xAD])      # joiners are letters in Persian
MARKS = "-–—*+→»›" + BULLETS                   # with which an item of a list begins
_MARK = re.compile(rf"^(?:(?:[{MARKS}>:]|\(?(?:\d{{1,3}}|[a-zA-Z]|[ivxIVX]{{1,5}})[.)]|#{{1,6}})\s|\|)")
_LONG_WORD = re.compile(r"\S{40}")
_MARGIN = 6                                   # columns by which headings reach further than paragraphs
_LEAST_WIDTH, _FEWEST_FULL, _MOSTLY = 40, 4, 0.6     # of a wrapped text: columns, full rows, their share
_ANCHOR = re.compile(r"(?<=[^\W\d_]|[.!?:])\s?(?:[¶🔗]|(?<=[.!?\s])#)\s*$")     # what a heading's link to itself shows
_LINE_END = re.compile(r"\r\n|[\n\r\f\v\x85\u2028\u2029]")
_STOP = re.compile(r"[.!?:;。！？…।؟][\"'”’»)\]]*$")
_MANY, _LEAST_ROW = 20_000, 4                 # rows of a file, and characters of a row that says something there
ENDS = 1_000                                  # lines at either end of a page that may be no text
PARAGRAPH = 55                                # words: such a line is a paragraph of the body, never a dek
WIDEST_WRAP = 120                             # no hard-wrapped text is wider, no line of a saved page stays below


@dataclass(frozen=True, slots=True)
class Line:
    """One line that says something."""

    number: int                               # from 1, in the file; of its first line where it was wrapped
    text: str                                 # white space squeezed; tabs kept, they part the cells of a table
    gap: bool = False                         # blank lines stand before it
    indent: int = 0                           # spaces before its first word
    rows: int = 1                             # of the file, from the first one that it has to where it may go on
    heads: bool = False                       # marked as a heading of the first level
    within: "tuple[Line, ...]" = ()           # the lines that this one stands for, amid a text of thousands of them


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of a file as they were written, marks and all."""

    texts: list[str]

    def end(self, line: Line, *, wide: bool) -> int:
        """The column up to which a line reached."""
        return _reach(self.texts[line.number + line.rows - 2], wide=wide)

    def is_unbroken(self, line: Line) -> bool:
        """Whether it may be wider than the text is wrapped at: its last row holds an address."""
        return _LONG_WORD.search(self.texts[line.number + line.rows - 2]) is not None

    def opening(self, line: Line, *, wide: bool) -> int:
        """How many columns its first word took."""
        row = self.texts[line.number - 1].lstrip() or line.text
        return _reach(row[:1] if _WIDE.match(row) else "".join(row.split(None, 1)[0].partition("-")[:2]), wide=wide)


@dataclass(frozen=True, slots=True)
class _Wrap:
    """Where the rows of a text break."""

    rows: _Rows
    width: int
    wide: bool                                # characters of Chinese, Japanese or Korean count as two

    def is_full(self, line: Line, after: Line) -> bool:
        """Whether the first word of the next line had no place on this one."""
        end = self.rows.end(line, wide=self.wide)
        return end + 1 + self.rows.opening(after, wide=self.wide) > self.width and (
            end <= self.width + _MARGIN or line.rows > 1 or self.rows.is_unbroken(line))


@remember                   # each line is asked about some ten times
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
    if len(rows) > _MANY and sum(len(row) < _LEAST_ROW for row in rows) > len(rows) / 2:
        rows = [row if len(row) >= _LEAST_ROW else "" for row in rows]     # letters below one another, by the megabyte
    plain = with_headings_marked(plain_text(rows))
    markup = markup_of(plain)
    lines: list[Line] = []
    gap, number = False, 1
    for row in mended_rows(plain, markup):
        row = _ANCHOR.sub("", row if row.isascii() else row.translate(_INVISIBLE))
        breaks = breaks_in(row)
        if (text := _squeezed(row)).strip(LOST):
            lines.append(Line(number, text, gap, len(row) - len(row.lstrip()), 1 + breaks))
        gap, number = not text, number + 1 + breaks
    breaks_hard = HARD_BREAKS if markup.marked else ()
    written = ["" if row.endswith(breaks_hard) else row.rstrip() for row in rows]
    return _read(_unwrapped(lines, _Rows(written), lambda text: alone(without_marks(text, markup))), markup)


def _read(lines: Iterable[Line], markup: Markup) -> tuple[Line, ...]:
    """The lines as they read, those left out that are only marks."""
    if not markup.marked and not markup.addressed:
        return tuple(lines)
    found: list[Line] = []
    gap = False
    for line in lines:
        text = _squeezed(without_marks(line.text, markup))
        if text:
            found.append(replace(line, text=text, gap=line.gap or gap, heads=line.text.startswith("# ")))
        gap = not text
    return tuple(found)


def _squeezed(row: str) -> str:
    """The row, white space squeezed, with a tab between any two cells that say something."""
    if "\t" not in row:
        return " ".join(row.split())
    return "\t".join(filter(None, (" ".join(cell.split()) for cell in row.split("\t"))))


def _unwrapped(lines: list[Line], rows: _Rows, alone: Callable[[str], bool]) -> tuple[Line, ...]:
    """The lines, joined where one broke only because the next word no longer fitted."""
    wrap = _wrap_of(lines, rows)
    if wrap is None:
        return tuple(lines)
    whole: list[tuple[Line, list[str]]] = []  # first rows, and what is joined to each
    last: Line | None = None                  # the row before
    for at, line in enumerate(lines):
        after = lines[at + 1] if at + 1 < len(lines) else None
        amid = ENDS <= at < len(lines) - ENDS
        if last and not line.gap and _goes_on(last, line, after, wrap) and (
                amid or not (alone(last.text) or alone(line.text))):
            whole[-1][1].append(_glue(last.text) + _unquoted(last.text, line.text))
        else:
            whole.append((line, []))
        last = line
    return tuple(replace(line, text="".join((line.text, *rows))) if rows else line for line, rows in whole)


def _goes_on(last: Line, line: Line, after: Line | None, wrap: _Wrap) -> bool:
    """Whether a row goes on from the row before; a short one without a stop, after a stop, is a heading."""
    text = _unquoted(last.text, line.text)
    if _MARK.match(text) or not wrap.is_full(last, line):
        return False
    short = after is None or after.gap or not wrap.is_full(line, after)
    return not short or _STOP.search(text) is not None or _STOP.search(last.text) is None


def _unquoted(last: str, text: str) -> str:
    """The row without the mark of a quotation that the row before it has, too."""
    return text.lstrip("> ") if text[:1] == ">" == last[:1] else text


def _glue(last: str) -> str:
    """What stands between a row and the one that goes on from it."""
    return "" if (last.endswith("-") and last[-2:-1].isalpha()) or _WIDE.match(last[-1]) else " "


def _wrap_of(lines: list[Line], rows: _Rows) -> _Wrap | None:
    """How the text is wrapped; None where it isn't: most rows that break amid a sentence must be full."""
    broken = [(line, after) for line, after in pairwise(lines)
              if not after.gap and _begins_small(after.text) and not _MARK.match(after.text)]
    wraps = [_widest(broken, rows, wide=wide) for wide in (False, True)]
    return max(filter(None, wraps), key=lambda found: found[0], default=(0, None))[1]


def _widest(broken: list[tuple[Line, Line]], rows: _Rows, *, wide: bool) -> tuple[float, _Wrap] | None:
    """The share of the broken rows that reach the width which most of them reach, and that width."""
    ends = [(end, end + rows.opening(after, wide=wide)) for line, after in broken
            if _LEAST_WIDTH <= (end := rows.end(line, wide=wide)) <= WIDEST_WRAP]
    full = Counter(width for end, most in ends for width in range(end, most + 1))
    width = max(full, key=lambda width: (full[width], -width), default=0)
    enough = full[width] >= max(_FEWEST_FULL, _MOSTLY * len(ends))
    return (full[width] / len(ends), _Wrap(rows, width, wide)) if enough else None


def _begins_small(row: str) -> bool:
    """Whether a row begins with a small letter, or one of a script that knows no others."""
    first = row.lstrip("\"'“„«*_[(")[:1]
    return first.isalpha() and not first.isupper()


def _reach(text: str, *, wide: bool) -> int:
    return len(text) + (len(_WIDE.findall(text)) if wide and not text.isascii() else 0)
