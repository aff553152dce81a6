"""Lines beside a title -> the line that is but the names of those who wrote the text. Pure.

Many pages put names without "By" below the title. Names look like labels and entries of menus, so the line beside them
must be one that belongs to a byline: a day, a reading time, what somebody is.
"""

from collections.abc import Sequence

from crawler.parsing.bylines import read_byline
from crawler.parsing.bylines.names import is_role, is_signed
from crawler.parsing.saved_text.lines import Line, size
from crawler.parsing.saved_text.marks import Mark, is_sentence, is_separator, part_date, read_head_line
from crawler.parsing.site import fold

_ABOVE, _BELOW = 3, 12        # lines above and below the title
_PROSE = 30                   # words: such a line is text
_LONGEST = 9                  # words
_BESIDE = ("published", "modified", "reading time")
_FEWEST, _MOST = 2, 4         # words of a name
_NEXT = 3                     # lines below the title in which names need no such line, where the page tells of them


def find_signature(lines: Sequence[Line], title: int, labels: frozenset[str], *,
                   month_first: bool | None = None) -> tuple[int, Mark] | None:
    """The place of the line of names beside the title, and its mark; `labels` are folded lines that are no names."""
    below = range(title + 1, min(len(lines), title + _BELOW))
    text = next((at for at in below if size(lines[at].text) >= _PROSE and is_sentence(lines[at].text)), below.stop)
    above = [line.text for line in lines[max(0, title - _ABOVE):title]]
    for at in (*below[:text - title - 1], *range(title - 1, max(-1, title - _ABOVE - 1), -1)):
        names = _names(lines[at].text, month_first)
        if names is None or fold(names) in labels or fold(names) == fold(lines[title].text):
            continue
        told = is_signed(names) or (0 < at - title <= _NEXT and (_is_told_of(lines, names) or _is_dated(above)))
        if (told or names != lines[at].text or _is_beside(lines, at)) and not _is_common(names, lines):
            return at, Mark("byline", names)
    return None


def _is_told_of(lines: Sequence[Line], names: str) -> bool:
    """Whether a sentence of the page begins with the names, as the note on an author does."""
    return any(line.text.startswith(f"{names} ") and is_sentence(line.text) for line in lines)


def _is_common(names: str, lines: Sequence[Line]) -> bool:
    """Whether the text has a word of the names in small letters, as it has those of a label."""
    words = {word.lower() for word in names.split() if len(word) > 2 and word[:1].isupper()}
    return any(not words.isdisjoint(line.text.split()) for line in lines if is_sentence(line.text))


def _names(text: str, month_first: bool | None) -> str | None:
    """The names that the line is, alone or with a day."""
    if size(text) > _LONGEST or is_sentence(text) or ":" in text:
        return None
    if any(char.isdigit() for char in text):
        if marks := read_head_line(text, month_first=month_first):      # "12/19/2025 • Friday Philosophy • Ada One"
            told = [mark.value for mark in marks if mark.kind == "label"] if _is_dated((text,)) else []
            return next((names for label in reversed(told) if (names := _names(label, month_first))), None)
        dated = part_date(text, month_first=month_first)
        return _names(dated[0], month_first) if dated else None
    if is_signed(text) and "@" not in text:
        return text
    authors = read_byline(text, led=False)
    whole = all(author.kind == "person" and _FEWEST <= len(author.name.split()) <= _MOST for author in authors)
    return text if authors and whole and not text.isupper() else None


def _is_beside(lines: Sequence[Line], at: int) -> bool:
    """Whether the line next to the names belongs to a byline."""
    after = [line.text for line in lines[at + 1:at + 4] if not is_separator(line.text)][:2]
    before = [line.text for line in lines[max(0, at - 2):at] if not is_separator(line.text)][-1:]
    return any(is_role(text) for text in after[:1]) or _is_dated((*after, *before))


def _is_dated(texts: Sequence[str]) -> bool:
    """Whether one of the lines tells a day or how long the text takes to read."""
    return any(mark.kind in _BESIDE for text in texts for mark in read_head_line(text))
