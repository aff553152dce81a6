"""Outline -> elements by what their class or id says. Pure."""

import re

from crawler.parsing.outline import Outline

MOST = 80                     # elements; a page with more of one kind is a list of other pages


def numbers_named(outline: Outline, rough: re.Pattern[str], exact: re.Pattern[str]) -> list[int]:
    """Numbers of up to 80 elements whose class and id match `exact`, in document order.

    `rough` finds all that `exact` does and more, and is quick: plain words without conditions. Names repeat a great
    deal within a page, so each is looked at once.
    """
    joined = "\x00".join(dict.fromkeys(outline.names))
    matched = set()
    for found in rough.finditer(joined):
        start = joined.rfind("\x00", 0, found.start()) + 1
        stop = joined.find("\x00", start)
        name = joined[start:] if stop < 0 else joined[start:stop]
        if name not in matched and exact.search(name):
            matched.add(name)
    if not matched:
        return []
    return [i for i, name in enumerate(outline.names) if name in matched][:MOST]
