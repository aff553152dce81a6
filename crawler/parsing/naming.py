"""Outline -> elements by what their class or id says. Pure."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import compress, count, islice

from crawler.parsing.outline import Outline

COMMENTS = r"comment(?!ar(?:y|ies))"      # what readers wrote; a commentary is a publication
MOST = 80                     # elements; a page with more of one kind is a list of other pages


def speaking_of(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    """What tells whether a class and id speak of what the pattern finds; each is looked at once, as most repeat."""
    @lru_cache(maxsize=1 << 12)
    def speaks(name: str) -> bool:
        return pattern.search(name) is not None
    return speaks


def numbers_named(outline: Outline, words: Iterable[str], exact: re.Pattern[str]) -> list[int]:
    """Numbers of up to 80 elements whose class and id match `exact`, in document order.

    Every name that `exact` matches holds one of `words`, which are plain and so found at the speed of memory. Names
    repeat a great deal within a page, so each is looked at once.
    """
    joined = outline.joined_names = outline.joined_names or "\x00".join(set(outline.names)) + "\x00"
    likely = set()
    for word in words:
        found = joined.find(word)
        while found >= 0:
            stop = joined.index("\x00", found)
            likely.add(joined[joined.rfind("\x00", 0, found) + 1:stop])
            found = joined.find(word, stop)
    matched = {name for name in likely if exact.search(name)}
    if not matched:
        return []
    return list(islice(compress(count(), map(matched.__contains__, outline.names)), MOST))
