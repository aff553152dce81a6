"""Words of classes, ids and text -> what they say for or against body text. Pure."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

_NAME = re.compile(r"[a-z]{2,24}")
_WORD = re.compile(r"\w+")
_HEARD = 100                          # characters of a run that are looked at
_PARTS = 40                           # of one name
_REMEMBERED = 50_000                  # parts whose score is kept: pages share theirs


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Log odds of standing in the body, learned over many hosts; a word it doesn't know says nothing (0)."""

    names: Mapping[str, float]        # words of class and id
    words: Mapping[str, float]        # words of short runs
    _known: dict[str, tuple[float, float]] = field(default_factory=dict, compare=False, repr=False)

    def said(self, text: str) -> tuple[float, float, float]:
        """Mean, least and greatest score of the words that a run begins with."""
        get = self.words.get
        known = [score for word in heard(text) if (score := get(word)) is not None]
        if not known:
            return 0.0, 0.0, 0.0
        return sum(known) / len(known), min(known), max(known)

    def named(self, names: Iterable[str]) -> list[float]:
        """The score of elements by their names: the strongest word for and the strongest against, added."""
        known = self._known
        if len(known) > _REMEMBERED:
            known.clear()
        scores = []
        for name in names:
            most = least = 0.0
            for part in name.split()[:_PARTS] if name else ():
                found = known.get(part)
                if found is None:
                    found = known[part] = self._extremes(part)
                least, most = min(least, found[0]), max(most, found[1])
            scores.append(most + least)
        return scores

    def _extremes(self, part: str) -> tuple[float, float]:
        found = [score for word in name_words(part) if (score := self.names.get(word)) is not None]
        return min(*found, 0.0, 0.0), max(*found, 0.0, 0.0)


def name_words(name: str) -> list[str]:
    """The words of a class and id text, and each two that stand side by side in one name.

    >>> name_words("entry-content col_6")
    ['entry', 'content', 'entry-content', 'col']
    """
    found: list[str] = []
    for part in name.split()[:_PARTS]:
        words = _NAME.findall(part)
        found += words
        found += map("-".join, pairwise(words))
    return found


def heard(text: str) -> list[str]:
    """The words of a run that count: lower case, from its beginning.

    >>> heard("Read more: 3 things")
    ['read', 'more', '3', 'things']
    """
    return _WORD.findall(text[:_HEARD].lower())
