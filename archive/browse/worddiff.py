"""Two texts -> what was taken out and put in, word by word. Pure.

Paragraphs are aligned first and words only within those that changed, so that long reports stay quick.
"""

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from archive.rows import MARKS, SPACELESS

Change = Literal["same", "removed", "added"]
_WORDS = re.compile(rf"\s+|(?:\w[{MARKS}]*)+|[^\w\s]")
_SIGNS = re.compile(rf".[{MARKS}]*", re.DOTALL)
CONTEXT = 1                        # unchanged paragraphs shown beside a change
LONGEST = 4000                     # words of a paragraph compared word by word; longer ones as a whole


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that share a fate."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph before and after, in pieces; `skipped` counts unchanged paragraphs that this row stands for."""

    pieces: tuple[Piece, ...]
    changed: bool
    skipped: int = 0

    @property
    def before(self) -> tuple[Piece, ...]:
        """What the older text says."""
        return tuple(piece for piece in self.pieces if piece.change != "added")

    @property
    def after(self) -> tuple[Piece, ...]:
        """What the newer text says."""
        return tuple(piece for piece in self.pieces if piece.change != "removed")


def diff_texts(old: str, new: str) -> tuple[Row, ...]:
    """Rows of paragraphs, in order; long unchanged stretches as one row with `skipped`.

    >>> [piece.text for row in diff_texts("A tax of 5%.", "A tax of 7%.") for piece in row.pieces]
    ['A tax of ', '5', '7', '%.']
    """
    return tuple(_fold(list(_rows(old.split("\n\n"), new.split("\n\n")))))


def _rows(old: Sequence[str], new: Sequence[str]) -> Iterator[Row]:
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            yield from (Row((Piece("same", text),), changed=False) for text in old[old_start:old_end])
            continue
        taken, put = list(old[old_start:old_end]), list(new[new_start:new_end])
        for before, after in _pair(taken, put):
            alike = before and after and _alike(before, after)
            yield Row(diff_words(before, after) if alike else _replaced(before, after), changed=True)


def _pair(taken: list[str], put: list[str]) -> Iterator[tuple[str, str]]:
    """Paragraphs that are versions of each other side by side, in order, and those as many as they replace."""
    while taken and put:
        if _alike(taken[0], put[0]) or len(taken) == len(put):
            yield taken.pop(0), put.pop(0)
        elif len(put) >= len(taken) and not any(_alike(text, put[0]) for text in taken[1:4]):
            yield "", put.pop(0)
        else:
            yield taken.pop(0), ""
    yield from ((text, "") for text in taken)
    yield from (("", text) for text in put)


def _alike(one: str, other: str) -> bool:
    first, second = set(one.split()), set(other.split())
    if len(first) < 2 or len(second) < 2:
        return difflib.SequenceMatcher(None, one, other).ratio() > 0.5
    return len(first & second) * 2.5 >= min(len(first), len(second))


def diff_words(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces of one paragraph: same, removed, added."""
    before, after = _split(old), _split(new)
    if max(len(before), len(after)) > LONGEST:
        return _replaced(old, new)
    pieces: list[Piece] = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece("same", "".join(before[a:b])))
            continue
        if b > a:
            pieces.append(Piece("removed", "".join(before[a:b])))
        if d > c:
            pieces.append(Piece("added", "".join(after[c:d])))
    return tuple(pieces)


def _replaced(old: str, new: str) -> tuple[Piece, ...]:
    return tuple(piece for piece in (Piece("removed", old), Piece("added", new)) if piece.text)


def _split(text: str) -> list[str]:
    """Words, single signs and stretches of white space; single letters with their marks in scripts without spaces."""
    return (_SIGNS if SPACELESS.search(text) else _WORDS).findall(text)


def _fold(rows: list[Row]) -> Iterator[Row]:
    near = {index + step for index, row in enumerate(rows) if row.changed for step in range(-CONTEXT, CONTEXT + 1)}
    skipped = 0
    for index, row in enumerate(rows):
        if index in near:
            if skipped:
                yield Row((), changed=False, skipped=skipped)
            skipped = 0
            yield row
        else:
            skipped += 1
    if skipped:
        yield Row((), changed=False, skipped=skipped)
