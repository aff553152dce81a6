"""Whether a line says that the text goes on behind an ad, by the words that such lines consist of. Pure."""

import re
from functools import cache
from typing import NamedTuple

from crawler.parsing.appearance import is_unparted
from crawler.parsing.word_files import any_of, word_tables

_LETTERS = re.compile(r"[^\W\d_]+")


class _Words(NamedTuple):
    every: frozenset[str]
    ads: frozenset[str]
    going: frozenset[str]
    sign: re.Pattern[str]       # one word of those that no space parts
    signs: re.Pattern[str]      # a line of them


@cache
def _words() -> _Words:
    tables = word_tables("furniture/ad_pointers.txt")
    every = frozenset(word for words in tables.values() for word in words)
    one = any_of(sorted(filter(is_unparted, every)))
    return _Words(every, frozenset(tables["ad"]), frozenset(tables["goes"]), re.compile(one),
                  re.compile(rf"(?:{one}|[\s、。・-])+"))


def opens_pointer(word: str) -> bool:
    """Whether such a line may begin with this word, in small letters."""
    return word in _words().every


def points_over(line: str) -> bool:
    """Whether a line, in small letters, consists of such words, with one for the ad and one for going on.

    >>> points_over("article continues after this ad"), points_over("the ad that continues to anger voters")
    (True, False)
    """
    words = _words()
    if is_unparted(line):
        said = words.sign.findall(line) if words.signs.fullmatch(line) else []
    else:
        said = _LETTERS.findall(line)
    return len(said) > 1 and words.every.issuperset(said) and not (
        words.ads.isdisjoint(said) or words.going.isdisjoint(said))
