"""Words of classes, ids and text -> what they say for or against body text. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise, repeat
from math import nan

import numpy as np
import numpy.typing as npt

_NAME = re.compile(r"[a-z]{2,24}")
_WORD = re.compile(r"\w+")
_BETWEEN = re.compile(r"[^\w\s]+")
_LATIN = "latin-1"                    # of most texts: there a table parts words in a fifth of a pattern's time
_PARTED = bytes(code if chr(code) == "\n" or _WORD.match(chr(code)) else ord(" ") for code in range(256))
_TYPOGRAPHIC = "\u2019\u2018\u201c\u201d\u2013\u2014\u2026\u2022"      # signs that such texts hold beside
_HEARD = 100                          # characters of a run that are looked at
_PARTS = 40                           # of one name
_REMEMBERED = 50_000                  # names, parts of them, beginnings of runs, with their scores: pages share theirs


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Log odds of standing in the body, learned over many hosts; a word it doesn't know says nothing (0)."""

    names: Mapping[str, float]        # words of class and id
    words: Mapping[str, float]        # words of short runs
    _known: dict[str, tuple[float, float]] = field(default_factory=dict, compare=False, repr=False)
    _named: dict[str, float] = field(default_factory=dict, compare=False, repr=False)   # whole names
    _said: dict[str, tuple[float, ...]] = field(default_factory=dict, compare=False, repr=False)

    def said(self, texts: Sequence[str]) -> npt.NDArray[np.float64]:
        """For each run, mean, least and greatest score of the words that it begins with: (runs, 3).

        Texts hold no line breaks; menus say the same on every page.
        """
        if len(self._said) > _REMEMBERED:
            self._said.clear()
        begun = [text[:_HEARD] for text in texts]
        if new := list(dict.fromkeys(text for text in begun if text not in self._said)):
            self._said.update(zip(new, map(tuple, self._said_of(new).tolist()), strict=True))
        return np.array([self._said[text] for text in begun])

    def _said_of(self, texts: Sequence[str]) -> npt.NDArray[np.float64]:
        """The same for other texts, all at once, since a page has hundreds. As `heard` reads each one."""
        lines = _parted("\n".join(texts).lower()).split("\n")
        found = [line.split() for line in lines]
        counts = np.fromiter(map(len, found), np.intp, len(found))
        scores = np.fromiter(map(self.words.get, chain.from_iterable(found), repeat(nan)), np.float64, counts.sum())
        known = np.isfinite(scores)
        run, known_scores = np.arange(len(texts)).repeat(counts)[known], scores[known]
        said = np.zeros((len(texts), 3))
        if len(run):
            first = np.concatenate([[0], (run[1:] != run[:-1]).nonzero()[0] + 1])
            heard_of = run[first]
            sums, counts = np.bincount(run, known_scores), np.bincount(run)
            said[heard_of, 0] = sums[heard_of] / counts[heard_of]
            said[heard_of, 1] = np.minimum.reduceat(known_scores, first)
            said[heard_of, 2] = np.maximum.reduceat(known_scores, first)
        return said

    def named(self, names: Sequence[str]) -> list[float]:
        """The score of elements by their names: the strongest word for and the strongest against, added."""
        for memory in (self._known, self._named):
            if len(memory) > _REMEMBERED:
                memory.clear()
        scores = self._named
        for name in set(names).difference(scores):
            scores[name] = self._score(name)
        return [scores[name] for name in names]

    def _score(self, name: str) -> float:
        known = self._known
        most = least = 0.0
        for part in name.split()[:_PARTS]:
            found = known.get(part)
            if found is None:
                found = known[part] = self._extremes(part)
            if found[0] < least:          # not min and max: this runs for each class of a page
                least = found[0]
            if found[1] > most:
                most = found[1]
        return most + least

    def _extremes(self, part: str) -> tuple[float, float]:
        scores = [self.names.get(word, 0.0) for word in _words_of(part)]
        return min(scores, default=0.0), max(scores, default=0.0)


def _parted(text: str) -> str:
    """The text with nothing but spaces and line breaks between its words.

    >>> _parted("“read”, über: word—word")
    ' read   über  word word'
    """
    for sign in _TYPOGRAPHIC if not text.isascii() else "":
        text = text.replace(sign, " ")
    try:
        return text.encode(_LATIN).translate(_PARTED).decode(_LATIN)
    except UnicodeEncodeError:            # of one line, mostly
        return "\n".join(map(_parted, text.split("\n"))) if "\n" in text else _BETWEEN.sub(" ", text)


def name_words(name: str) -> list[str]:
    """The words of a class and id text, and each two that stand side by side in one name.

    >>> name_words("entry-content col_6")
    ['entry', 'content', 'entry-content', 'col']
    """
    return [word for part in name.split()[:_PARTS] for word in _words_of(part)]


def _words_of(part: str) -> list[str]:
    words: list[str] = _NAME.findall(part)
    return [*words, *map("-".join, pairwise(words))] if len(words) > 1 else words


def heard(text: str) -> list[str]:
    """The words of a run that count: lower case, from its beginning.

    >>> heard("Read more: 3 things")
    ['read', 'more', '3', 'things']
    """
    return _WORD.findall(text[:_HEARD].lower())
