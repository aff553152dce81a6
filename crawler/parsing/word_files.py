"""Words kept in text files beside the code -> by their kinds. Pure but for the reading; who asks keeps what is read."""

from collections.abc import Iterator
from importlib.resources import files


def word_lists(name: str) -> Iterator[tuple[str, list[str]]]:
    """Kind and words of each line `kind language word|word|…` of a file of this package; `#` begins a comment."""
    for line in files("crawler.parsing").joinpath(name).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            kind, _, words = line.split(" ", 2)
            yield kind, words.split("|")
