"""Words kept in text files beside the code -> by their kinds. Pure but for the reading, once a file."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


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
    lines = files("crawler.parsing").joinpath(name).read_text("utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]
