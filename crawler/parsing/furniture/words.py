"""Words on buttons, links and labels in many languages (`words.txt`), and how to find them in a text. Pure."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Generic, Literal, TypeVar

from crawler.parsing.remembering import LONGEST_REMEMBERED, remember
from crawler.parsing.word_files import word_tables

_Kind = TypeVar("_Kind")
_REMEMBERED = 1 << 15     # texts that come again and again; then all are forgotten

Table = Literal["share", "follow", "print", "copy", "email", "more", "all", "lead", "pager", "appeal", "ad",
                "sponsored", "marker", "consent", "notice"]
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_EDGE = (" \t.:;,…!?|•·*#/+=~_-–—‐‑>»›→▶►▸<«‹←()[]{}【】「」『』《》〈〉（）［］\"'“”„‘’`&"
         "：；，。、！？＞☞☛👉➡⮕▼▽◆◇■□●○★☆↓⇒➔➜✓")


@remember
def squeezed(label: str) -> str:
    """The label in lower case, without punctuation or symbols at its ends.

    >>> squeezed("  [ Read  more: ]")
    'read more'
    """
    # the capital I of "İlgili" leaves a dot behind in lower case
    return " ".join(label.lower().replace("i\u0307", "i").split()).strip(_EDGE)


def first_word(text: str) -> str:
    """The first word of a text, squeezed; "" where it opens with something else.

    >>> first_word("[Related: tariffs]"), first_word("— Anzeige —")
    ('related', '')
    """
    return text.partition(" ")[0].lower().strip(_EDGE)


@cache
def listed(table: Table) -> frozenset[str]:
    """The words of a table."""
    return frozenset(word_tables("furniture/words.txt")[table])


@cache
def _looked_up(table: Table) -> tuple[frozenset[str], dict[str, tuple[str, ...]], tuple[str, ...]]:
    """Single words, phrases by their first word, and words of scripts that put no space between words."""
    single, phrases, dense = set(), dict[str, tuple[str, ...]](), []
    for word in listed(table):
        first, _, rest = word.partition(" ")
        if word[0] >= "\u3000":
            dense.append(word)
        elif rest:
            phrases[first] = (*phrases.get(first, ()), word)
        else:
            single.add(word)
    return frozenset(single), phrases, tuple(dense)


def says(table: Table, label: str) -> bool:
    """Whether a lower-cased label holds a word or phrase of a table.

    >>> says("share", "auf facebook teilen"), says("share", "market shares fall")
    (True, False)
    """
    single, phrases, dense = _looked_up(table)
    tokens = _WORD.findall(label)
    if not single.isdisjoint(tokens):
        return True
    if any(phrase in label for token in tokens if token in phrases for phrase in phrases[token]):
        return True
    return not label.isascii() and any(word in label for word in dense)


def begins(table: Table, label: str) -> bool:
    """Whether a lower-cased label begins with a word or phrase of a table."""
    single, phrases, dense = _looked_up(table)
    first = label.partition(" ")[0]
    return first in single or any(label.startswith(phrase) for phrase in phrases.get(first, ())) or (
        bool(label) and label[0] >= "\u3000" and label.startswith(dense))


@dataclass(frozen=True, slots=True)
class Phrases(Generic[_Kind]):
    """Phrases and what each announces; those of `opening` may go on ("presented by*")."""

    whole: dict[str, _Kind]
    opening: dict[str, _Kind]
    first_words: frozenset[str]

    def may_open(self, word: str) -> bool:
        """Whether a line whose first word this is, as `first_word` has it, may be one: hardly any line is."""
        return not word or not word.isascii() or word in self.first_words


def phrases_of(tables: Iterable[tuple[_Kind, Iterable[str]]]) -> Phrases[_Kind]:
    """The phrases of each kind, with `*` behind one that may go on; each is of the first kind that has it."""
    whole: dict[str, _Kind] = {}
    opening: dict[str, _Kind] = {}
    for kind, table in tables:
        for phrase in table:
            whole.setdefault(squeezed(phrase), kind)
            if phrase.endswith("*"):
                opening.setdefault(squeezed(phrase), kind)
    return Phrases(whole, opening, frozenset(first_word(phrase) for phrase in whole))


class Memory(dict[str, int]):
    """A dictionary that reads what it does not know: asked of every element, where a function would take too long."""

    def __init__(self, read: Callable[[str], int]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, text: str) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self._read(text)
        if len(text) <= LONGEST_REMEMBERED:
            self[text] = found
        return found
