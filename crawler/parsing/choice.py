"""What a reader found for one field: the winner, where it stood, and what else was on offer. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Candidate(Generic[T]):
    """One possible value of a field."""

    value: T
    origin: str               # "json-ld datePublished", "meta citation_author", "h1", "hint", …
    score: float              # higher is likelier; comparable within one field only
    element: int | None = None  # its number in the outline, where the value is visible text of the page


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """The value of a field; `value` None (or an empty tuple) means the page does not say."""

    value: T
    origin: str | None = None
    element: int | None = None                 # shows the value and nothing else, so that it is no body text
    candidates: tuple[Candidate[T], ...] = ()  # best first; for `parse --explain`
    elements: tuple[int, ...] = ()             # further elements that show it: a byline said twice, each tag of a list

    @property
    def shown(self) -> frozenset[int]:
        """Every element that shows the value."""
        return frozenset(self.elements if self.element is None else (self.element, *self.elements))


def best_of(candidates: Iterable[Candidate[T | None]], fewest: float) -> Choice[T | None]:
    """The candidate with the highest score, of equals the first; value None where none has the fewest points."""
    ranked = tuple(sorted(candidates, key=lambda candidate: -candidate.score))
    if not ranked or ranked[0].score < fewest:
        return Choice(None, candidates=ranked)
    best = ranked[0]
    return Choice(best.value, best.origin, best.element, ranked)
