"""Functions of a short text that remember what they said; a long one is asked anew, or a few pages fill the memory."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar

_P = ParamSpec("_P")
_R = TypeVar("_R")
LONGEST_REMEMBERED = 1_000     # characters of a text that comes again: a line, an address
_MOST = 1 << 13           # texts


def remember(function: Callable[Concatenate[str, _P], _R]) -> Callable[Concatenate[str, _P], _R]:
    """The function, asked once for each short text.

    >>> remember(str.upper)("a"), len(remember(str.upper)("a" * 5_000))
    ('A', 5000)
    """
    remembered = lru_cache(maxsize=_MOST)(function)

    @wraps(function)
    def answer(text: str, /, *more: _P.args, **named: _P.kwargs) -> _R:
        if len(text) > LONGEST_REMEMBERED:
            return function(text, *more, **named)
        return remembered(text, *more, **named)    # type: ignore[arg-type]  # what we ask with can be hashed

    return answer
