"""A line and the names of authors -> whether it says who one of them is: "Ada One is a fellow at …". Pure."""

import re
from collections.abc import Iterable

_INTRODUCES = re.compile(
    r"(?:,[^,.]{2,80},|\s\([^()]{2,60}\))?\s(?:is|are|was|has|works|writes|teaches|leads|heads|holds|ist|sind|"
    r"arbeitet|leitet|lehrt|est|sont|dirige|travaille|enseigne|es|son|trabaja|é|è|lavora|insegna|werkt|jest|pracuje|är|"
    r"arbetar|er|arbejder)\s")


def introduces(text: str, names: Iterable[str]) -> bool:
    """Whether a text introduces one of these people.

    >>> introduces("Ada One, of the Institute, teaches law.", ["Ada One"]), introduces("Ada One argues", ["Ada One"])
    (True, False)
    """
    return any(text.startswith(name) and _INTRODUCES.match(text, len(name)) for name in names)


def called(names: Iterable[str]) -> list[str]:
    """The names, and those of several words by the first, as a text may call somebody."""
    return [start for name in names for start in dict.fromkeys((name, name.partition(" ")[0]))]
