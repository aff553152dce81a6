"""A text page of PDFium -> the rows of text on it, as they are read, with their place and size. Pure.

PDFium is asked a few times a row, not for every letter. It begins a new row where a raised mark stands, so a line with
notes comes in pieces: they are one row here, the marks written as such ("Keller¹"). Ligatures and forms of letters
become plain letters.
"""

import itertools
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from crawler.parsing.pdf.bidi import has_letters_to_left, read_row
from crawler.parsing.pdf.clusters import NO_SPACE
from crawler.parsing.pdf.letters import Letters

SOFT = "\u00ad"                              # where PDFium saw a word divided at the end of a row
_SMALLER = 0.92                              # a mark is set at most so large as its row
_HIGHER, _HIGH = 0.08, 0.25                  # and stands at least so much of the type size higher; of any size, so much
_APART, _SPACED = 0.35, 0.12                 # of the type size: pieces of one row, and pieces that are two words
_MARK = re.compile(r"(?:(?<=[^\s\d])|^)\d{1,3}(?:,\d{1,3})*(?![\d.])")
_ONLY_MARK = re.compile(r"[\d,*†‡§]{1,8}")
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"                         # how raised figures are written
_SUPERSCRIPT = str.maketrans("0123456789", RAISED)
_WIDE, _FEW_WORDS = 0.95, 14                 # of the type size: a gap between cells; in rows of at most so many words
_GUESSED = 0.2                               # of the type size: how far a guess may be off
_BETWEEN_WORDS = 0.15                        # of the type size: words are so much farther apart than letters drawn out
_DRAWN_OUT = re.compile(r"(?:^| )(?:[^\W\d_] ){3}[^\W\d_](?: |$)")
_EQUAL = 0.03                                # of the type size: gaps that differ by less are of one width
_LIGATURES = {0x0b: "ff", 0x0c: "fi", 0x0e: "ffi", 0x0f: "ffl",             # as TeX's fonts number them, where the
              0x1b: "ff", 0x1c: "fi", 0x1d: "fl", 0x1e: "ffi", 0x1f: "ffl",  # file doesn't say what they mean
              **dict.fromkeys([*range(0x00, 0x09), *range(0x12, 0x1b), *range(0x7f, 0xa0)], ""),
              0x10: "“", 0x11: "”", 0x15: "–", 0x16: "—", 0x88: "•"}
_BLANK = " \t\r\n"                            # to Python some of those ligatures are blank, too
_LINE = re.compile(r"[^\n\ufffe\x02]*[\n\ufffe\x02]|[^\n\ufffe\x02]+\Z")   # PDFium joins rows that divide a word
_SPACES = re.compile(r"(?<=\S) +(?=\S)")
_FORMS = re.compile(r"[\u2f00-\u2fdf\uf900-\ufaff\ufb00-\ufdff\ufe70-\ufefc]+")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of text as it stands on a page; places in points from the page's lower left corner."""

    text: str                                 # with a tab between cells
    page: int                                 # from 1
    font_points: float
    left: float
    right: float
    bottom: float
    page_height: float
    top: float
    is_bold: bool = False                     # from its first letter to its last


def letters_of(text: str) -> str:
    """The letters and figures of a text, for comparison."""
    return re.sub(r"[\W_]+", "", text).casefold()


def rows_on(letters: Letters, number: int) -> list[Row]:
    """The rows on page `number` (from 1), in the order of the file.

    Most rows of a page set sideways run upwards or downwards: the page is looked at as its rows run.
    """
    rows: list[Row] = []
    height = letters.size[letters.turns % 2 == 0]
    at = 0
    for line in _LINE.findall(letters.text):
        row = _row(letters, line.rstrip("\r\n"), at, number, height)
        at += len(line)
        if row is None:
            continue
        if rows and _are_one(rows[-1], row):
            rows[-1] = _joined(rows[-1], row)
        else:
            rows.append(row)
    return _levelled(rows) if letters.is_hidden else rows


def _levelled(rows: Sequence[Row]) -> list[Row]:
    """The rows of a scan, whose sizes are guesses: those near the usual one are of that."""
    usual = round(2 * median(row.font_points for row in rows for _ in row.text)) / 2 if rows else 0.0
    return [replace(row, font_points=usual) if abs(row.font_points - usual) < _GUESSED * usual else row for row in rows]


def _row(letters: Letters, text: str, at: int, number: int, height: float) -> Row | None:
    bare = text.strip(_BLANK)
    if not bare:
        return None
    first = at + len(text) - len(text.lstrip(_BLANK))
    last = first + len(bare) - 1
    seen = [n for n, sign in enumerate(bare) if sign.isalpha()][::max(1, len(bare) // 4)] or [0]
    points, plain = max((letters.points(first + at), first + at) for at in seen)
    left, right = letters.box(first)[0], letters.box(last)[2]
    _, bottom, _, top = letters.box(plain)
    is_to_left = has_letters_to_left(bare)
    if _DRAWN_OUT.search(bare):
        bare = _drawn_in(letters, bare, first, points)
    elif not is_to_left and 1 <= bare.count(" ") < _FEW_WORDS:
        bare = _celled(letters, bare, first, points)
    bare = _marked(letters, bare, first, points, bottom)
    if is_to_left:
        boxes = [letters.box(first + place) for place in range(len(bare))]
        left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
        bare = read_row(bare, boxes, points)
    squeezed = _plain(bare)
    is_bold = letters.is_bold(first) and letters.is_bold(last)
    return Row(squeezed, number, points, left, right, bottom, height, top, is_bold) if squeezed else None


def _plain(text: str) -> str:
    r"""Plain letters; one space between words, a tab between cells.

    >>> _plain("\ufb01nance  a\x1eliation\tof\x07 \uf9be 1\x159")
    'finance affiliation\tof 料 1–9'
    """
    text = text.replace("\ufffe", SOFT).replace("\x02", SOFT).translate(_LIGATURES)
    text = _FORMS.sub(lambda forms: unicodedata.normalize("NFKC", forms[0]), text)
    return "\t".join(" ".join(cell.split()) for cell in text.split("\t") if cell.strip())


def _drawn_in(letters: Letters, text: str, first: int, points: float) -> str:
    """The text with whole words where letters stand apart for show: "S U M M A R Y"."""
    boxes = [letters.box(first + at) for at in range(len(text))]
    signs = [at for at, sign in enumerate(text) if sign != " "]
    gaps = [boxes[at][0] - boxes[last][2] for last, at in itertools.pairwise(signs)]
    usual = median(gaps)
    if usual > _WIDE * points:                 # cells of one letter
        return text
    narrow = {at - 1 for gap, at in zip(gaps, signs[1:], strict=True) if gap < usual + _BETWEEN_WORDS * points}
    return "".join(NO_SPACE if sign == " " and at in narrow else sign for at, sign in enumerate(text))


def _celled(letters: Letters, text: str, first: int, points: float) -> str:
    """The text with a tab for every space as wide as between the cells of a table; a row drawn out has all equal."""
    spaces = list(_SPACES.finditer(text))
    gaps = [letters.box(first + space.end())[0] - letters.box(first + space.start() - 1)[2] for space in spaces]
    if len(gaps) > 2 and max(gaps) - min(gaps) < _EQUAL * points:
        return text
    told = iter(gaps)
    return _SPACES.sub(lambda space: ("\t" if next(told) > _WIDE * points else " ").ljust(len(space[0])), text)


def _marked(letters: Letters, text: str, first: int, points: float, bottom: float) -> str:
    """The text with its raised figures written as such."""
    def written(mark: re.Match[str]) -> str:
        at = first + mark.start()
        before = mark.start() > 0 and not text[mark.start() - 1].isspace()
        if before and letters.points(at - 1) == letters.points(at) and letters.box(at - 1)[1] == letters.box(at)[1]:
            return mark[0]                     # a smaller word of its own
        is_raised = _is_raised(letters.box(at)[1] - bottom, letters.points(at), points)
        return mark[0].translate(_SUPERSCRIPT) if is_raised else mark[0]
    return _MARK.sub(written, text)


def _is_raised(rise: float, points: float, of_the_row: float) -> bool:
    return rise > (_HIGHER if points <= _SMALLER * of_the_row else _HIGH) * of_the_row


def _are_one(last: Row, row: Row) -> bool:
    """Whether two rows of PDFium are pieces of one line of print."""
    points = max(last.font_points, row.font_points)
    together = min(last.top, row.top) - max(last.bottom, row.bottom)
    return (together > 0.5 * min(last.top - last.bottom, row.top - row.bottom)
            and -_APART * points < row.left - last.right < _APART * points)


def _joined(last: Row, row: Row) -> Row:
    larger = max((last, row), key=lambda piece: piece.font_points)
    texts = [piece.text.translate(_SUPERSCRIPT) if _is_mark(piece, larger) else piece.text for piece in (last, row)]
    space = " " if row.left - last.right > _SPACED * larger.font_points else ""
    return replace(larger, text=space.join(texts), left=last.left, right=row.right)


def _is_mark(piece: Row, larger: Row) -> bool:
    return _ONLY_MARK.fullmatch(piece.text) is not None and _is_raised(
        piece.bottom - larger.bottom, piece.font_points, larger.font_points)
