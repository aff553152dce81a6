"""What the readers of links need of a page: its elements as columns."""

from collections.abc import Mapping, Sequence
from typing import Protocol


class Markup(Protocol):
    """The elements of a page in document order, as `crawler.parsing.outline` has them: numbers and columns."""

    @property
    def tags(self) -> Sequence[str]:
        """The tag of each."""
    @property
    def attributes(self) -> Sequence[Mapping[str, str]]:
        """The attributes of each."""
    @property
    def json_ld(self) -> Sequence[str]:
        """The texts of its JSON-LD scripts."""
    def all(self, *tags: str, within: int | None = None) -> list[int]:
        """Those with one of these tags, all or those inside element `within`."""
    def ancestors(self, i: int) -> list[int]:
        """Those around element `i`, nearest first."""
    def text(self, i: int) -> str:
        """All text inside element `i`, white space squeezed."""


def words_of(markup: Markup, anchor: int) -> str:
    """What an anchor says; what the pictures in one without words say."""
    return markup.text(anchor) or " ".join(
        markup.attributes[i].get("alt") or "" for i in markup.all("img", within=anchor)).strip()
