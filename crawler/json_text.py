r"""JSON as pages, feeds and scripts have it -> values in which every text is whole. Pure.

A script that cuts a text after so many signs may cut an emoji in two, and writes half of it (`"\ud83d"`): no file and
no database takes that.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

_HALF = r"\\u[dD]{}[0-9a-fA-F]{{2}}"
_PAIR_OR_HALF = re.compile(f"({_HALF.format('[89abAB]')}{_HALF.format('[c-fC-F]')})|{_HALF.format('[89a-fA-F]')}")


def load_json(body: bytes | str) -> Any:
    r"""As json.loads, without halves of signs and with U+FFFD for broken bytes; ValueError for no JSON, or too deep.

    >>> load_json(r'["Ports \ud83d", "\ud83d\udea2"]')
    ['Ports ', '🚢']
    """
    text = body if isinstance(body, str) else body.decode(json.detect_encoding(body), "replace")
    try:
        return json.loads(without_halves(text.removeprefix("\ufeff")))
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def without_halves(text: str) -> str:
    """JSON without escapes of half a sign."""
    if "\\ud" in text or "\\uD" in text:
        return _PAIR_OR_HALF.sub(lambda found: found[1] or "", text)
    return text


def texts_in(value: object) -> Iterator[tuple[str, str]]:
    """The texts in what JSON holds, in its order, each with the name it stands under, in small letters.

    >>> list(texts_in({"items": [{"URL": "/a"}, "/b"]}))
    [('url', '/a'), ('items', '/b')]
    """
    waiting: list[tuple[str, object]] = [("", value)]
    while waiting:
        key, inner = waiting.pop()
        if isinstance(inner, str):
            yield key, inner
        elif isinstance(inner, dict):
            waiting += [(str(name).lower(), held) for name, held in reversed(inner.items())]
        elif isinstance(inner, list):
            waiting += [(key, held) for held in reversed(inner)]
