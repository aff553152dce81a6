"""Lines beside a title -> the line that is but the names of those who wrote the text. Pure.

Many pages put names without "By" below the title. Names look like labels and entries of menus, so the line beside them
must be one that belongs to a byline: a day, a reading time, what somebody is.
"""

from collections.abc import Sequence
from itertools import takewhile

from archive.records import Author
from crawler.parsing.bylines import begins_byline, read_byline, without_lead
from crawler.parsing.bylines.institutions import is_institution
from crawler.parsing.bylines.names import is_role, is_signed
from crawler.parsing.bylines.words import AGENCIES
from crawler.parsing.saved_text.lines import Line, size
from crawler.parsing.saved_text.marks import (
    Mark,
    is_caption,
    is_sentence,
    is_separator,
    part_date,
    read_head_line,
    without_glued,
)
from crawler.parsing.saved_text.words import listed
from crawler.parsing.site import fold

_ABOVE, _BELOW = 3, 12        # lines above and below the title
_PROSE = 30                   # words: such a line is text
_MOST_BELOW = 8               # lines of names, one each
_LONGEST, _LONGEST_DAY = 14, 5 # words of names, of a day beside them
_BESIDE = ("published", "modified", "reading time")
_FEWEST, _MOST = 2, 4         # words of a name
_LONGEST_LABEL = 6            # words of a line between a day and names
_NEXT = 3                     # lines below the title in which names need no such line, where the page tells of them


def find_signature(lines: Sequence[Line], title: int, labels: frozenset[str], *, end: int,
                   month_first: bool | None) -> tuple[range, Mark] | None:
    """The places of the lines of names beside the title, and their mark.

    `labels` are folded lines that are no names; up to `end` other marks of the head stand, past a long dek, too.
    """
    below = range(title + 1, min(len(lines), title + _BELOW))
    text = next((at for at in below if size(lines[at].text) >= _PROSE and is_sentence(lines[at].text)), below.stop)
    above = [line.text for line in lines[max(0, title - _ABOVE):title]]
    for at in (*range(title + 1, max(text, end)), *range(title - 1, max(-1, title - _ABOVE - 1), -1)):
        names = _names(lines[at].text, month_first)
        if names is None or fold(names) in labels or fold(names) == fold(lines[title].text):
            continue
        told = is_signed(names) or _tells_role(names) or (
            0 < at - title <= _NEXT and (_is_told_of(lines, names) or _is_dated(above)))
        beside = _is_dated([line.text for line in lines[at + 1:at + 2]]) if names.isupper() else (
            names != lines[at].text or _is_beside(lines, at))
        if (told or beside) and not _is_common(names, lines):
            others = _names_below(lines, at, labels, month_first)
            return range(at, at + 1 + len(others)), Mark("byline", ", ".join([names, *others]))
    return None


def _names_below(lines: Sequence[Line], at: int, labels: frozenset[str], month_first: bool | None) -> list[str]:
    """The names that stand below others, a line each."""
    below = (_names(line.text, month_first) or "" for line in lines[at + 1:at + _MOST_BELOW])
    return list(takewhile(lambda names: names and fold(names) not in labels, below))


def _is_told_of(lines: Sequence[Line], names: str) -> bool:
    """Whether a sentence of the page begins with the names, as the note on an author does."""
    return any(line.text.startswith(f"{names} ") and is_sentence(line.text) for line in lines)


def _tells_role(names: str) -> bool:
    """Whether the line tells what the first one named is, or where: "Ada One, Senior Fellow"."""
    _, _, rest = names.partition(", ")
    return rest != "" and (is_role(rest) or is_institution(rest))


def _is_common(names: str, lines: Sequence[Line]) -> bool:
    """Whether the text has a word of the names in small letters, as it has those of a label."""
    words = {word.lower() for word in names.split() if len(word) > 2 and word[:1].isupper()}
    return any(not words.isdisjoint(line.text.split()) for line in lines if is_sentence(line.text))


def _names(text: str, month_first: bool | None) -> str | None:
    """The names that the line is, alone or with a day."""
    dated = any(char.isdigit() for char in text)
    if size(text) > _LONGEST + _LONGEST_DAY * dated or is_sentence(text) or ":" in text:
        return None
    if dated:
        if marks := read_head_line(text, month_first=month_first):      # "12/19/2025 • Friday Philosophy • Ada One"
            told = [mark.value for mark in marks if mark.kind == "label"] if _is_dated((text,)) else []
            return next((names for label in reversed(told) if (names := _names(label, month_first))), None)
        part = part_date(text, month_first=month_first)
        return _names(part[0], month_first) if part else None
    if is_signed(text) and "@" not in text:
        return text
    first, _, rest = text.partition(" ")
    if begins_byline(rest) and not is_caption(f"{first}:"):
        text = without_lead(rest)             # "Recipe by Ada One"
    text = without_glued(text.rstrip(" &,"))
    authors = read_byline(text, led=False)
    whole = any(author.kind == "person" for author in authors) and all(map(_signs, authors))
    return text if whole else None


def _signs(author: Author) -> bool:
    """Whether a name alone on its line may be somebody's, and is not that of a section: "Human Rights"."""
    words = author.name.split()
    if author.kind == "organization":
        return author.name.lower() in AGENCIES
    return _FEWEST <= len(words) <= _MOST and listed("field").isdisjoint(map(str.lower, words))


def _is_beside(lines: Sequence[Line], at: int) -> bool:
    """Whether a line next to the names belongs to a byline: a day, after a label, too, or what somebody is."""
    after = [line.text for line in lines[at + 1:at + 4] if not is_separator(line.text)][:2]
    before = [line.text for line in lines[max(0, at - 3):at] if not is_separator(line.text)][-2:]
    if before and size(before[-1]) > _LONGEST_LABEL:
        before = []
    return any(is_role(text) for text in after[:1]) or _is_dated((*after, *before))


def _is_dated(texts: Sequence[str]) -> bool:
    """Whether one of the lines tells a day or how long the text takes to read."""
    return any(mark.kind in _BESIDE for text in texts for mark in read_head_line(text))
