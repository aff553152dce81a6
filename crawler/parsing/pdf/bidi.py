"""A row with letters of a script from right to left, and where they stand -> the row as it is read. Pure.

PDFium guesses: words come backwards, "World Bank" as "Bank World", a hyphen before a number behind it. Where letters
stand is sure; how that came about, the Unicode bidirectional algorithm (UAX 9) tells: a row is read from the right, and
what runs to the right in it, from the left. A hyphen divides two numbers among Arabic letters, and none among Hebrew.
"""

import itertools
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

Box = tuple[float, float, float, float]      # left, bottom, right, top

_APART, _WIDE = 0.12, 0.3                    # of the type size: gaps between words
_R = "\\u0590-\\u05ff\\u0608\\u060b\\u060d\\u061b-\\u065f\\u066d-\\u06ef\\u06fa-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc"
_L = rf"[^\W\d_{_R}]"
_LATIN = rf"{_L}(?:[^{_R}]*(?:{_L}|\d))?"
_RIGHT, _LEFT, _ARABIC = re.compile(f"[{_R}]"), re.compile(_L), re.compile("[\u0620-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_TO_RIGHT = re.compile(rf"{_LATIN}|[$€£₪]?\d(?:[\d.,:/+-]*\d)?%?|[¹²³⁰-⁹]+")
_TO_RIGHT_IN_ARABIC = re.compile(rf"{_LATIN}|\d(?:[\d.,:/\u066b\u066c]*\d)?|[¹²³⁰-⁹]+")
_TO_LEFT = re.compile(rf"[{_R}](?:[^\w\t]*[{_R}])*")
_TURNED = str.maketrans("()[]{}«»", ")(][}{»«")
_INSIDE = re.compile(r"(?<=[(\[{«]) | (?=[)\]}»])")
_OPEN, _CLOSE = "([{«", ")]}»"


@dataclass(slots=True)
class _Letter:
    box: Box
    signs: str                               # one letter with its marks, or the letters of a ligature
    word: int                                # that PDFium has it in

    @property
    def middle(self) -> float:
        return (self.box[0] + self.box[2]) / 2


def has_letters_to_left(text: str) -> bool:
    """Whether the text has a letter of a script that is written from right to left."""
    return not text.isascii() and _RIGHT.search(text) is not None


def read_row(text: str, boxes: Sequence[Box], points: float) -> str:
    """The row as it is read; `boxes` are those of its signs, in points.

    >>> read_row("בא %12", [(5, 0, 6, 1), (6, 0, 7, 1), (0, 0, 0, 0), (2, 0, 3, 1), (0, 0, 1, 1), (1, 0, 2, 1)], 1)
    'אב 12%'
    """
    seen = _from_the_left(text, boxes, points)
    signs = "".join(cluster[0] for cluster in seen)
    to_left = len(_RIGHT.findall(text)) > len(_LEFT.findall(text))
    runs = _TO_LEFT if not to_left else _TO_RIGHT_IN_ARABIC if _ARABIC.search(text) else _TO_RIGHT
    pieces: list[tuple[list[str], bool]] = []
    at = 0
    for run in runs.finditer(signs):
        pieces += [(seen[at:run.start()], to_left), (seen[run.start():run.end()], not to_left)]
        at = run.end()
    pieces.append((seen[at:], to_left))
    read = "".join("".join(piece[::-1] if backwards else piece)
                   for piece, backwards in (reversed(pieces) if to_left else pieces))
    return _INSIDE.sub("", read.translate(_TURNED) if _opens_outwards(read) else read)


def _from_the_left(text: str, boxes: Sequence[Box], points: float) -> list[str]:
    """What stands side by side: letters with their marks, ligatures, and spaces between words."""
    placed: list[_Letter] = []
    marks: list[tuple[Box, str]] = []
    at = word = 0
    while at < len(text):
        end = at + 1
        if text[at].isspace():
            word += 1
        elif unicodedata.combining(text[at]):
            marks.append((boxes[at], text[at]))
        else:
            while end < len(text) and boxes[end] == boxes[at] and not text[end].isspace():
                end += 1                         # a ligature
            signs = text[at:end][::-1] if _runs_to_left(boxes, at, end) else text[at:end]
            placed.append(_Letter(boxes[at], signs, word))
        at = end
    placed.sort(key=lambda letter: letter.middle)
    for box, mark in marks if placed else ():
        nearest = min(placed, key=lambda letter: abs(letter.middle - (box[0] + box[2]) / 2))
        nearest.signs += mark
    return _with_spaces(placed, points)


def _runs_to_left(boxes: Sequence[Box], at: int, end: int) -> bool:
    """Whether PDFium has the letters around these from right to left: then it has turned a ligature, too."""
    before, after = boxes[max(at - 1, 0)], boxes[min(end, len(boxes) - 1)]
    return before[0] > boxes[at][0] or after[0] < boxes[at][0]


def _with_spaces(placed: Sequence[_Letter], points: float) -> list[str]:
    """The letters from the left, with a space for every gap; a narrow one divides only what are two words to PDFium."""
    seen = [letter.signs for letter in placed[:1]]
    for last, letter in itertools.pairwise(placed):
        if letter.box[0] - last.box[2] > (_WIDE if letter.word == last.word else _APART) * points:
            seen.append(" ")
        seen.append(letter.signs)
    return seen


def _opens_outwards(text: str) -> bool:
    """Whether more brackets close before they open than the other way: the file names them by what they mean."""
    depth, outwards = 0, 0
    for sign in text:
        depth += (sign in _OPEN) - (sign in _CLOSE)
        outwards += (depth < 0) - (depth > 0) if sign in _OPEN + _CLOSE else 0
    return outwards > 0
