"""Lists that led to kept pages before, and lead to none any more: the silent end of a source. Pure but for the state.

Each page it had is still there and the same, nothing fails, and nothing new is ever found: a site built anew, whose
list a script draws now, or a feed that nobody fills.
"""

from collections.abc import Callable, Iterable, Mapping

LEAST_LED = 5                  # kept pages that a list was the first to show
_STANDS = frozenset({"kept", "twin", "moved", "attached", "part"})


class Emptied:
    """What the lists of one source led to before, and which of them are found empty in this run."""

    def __init__(self, led: Mapping[int, int], outcome_of: Callable[[str], str | None]) -> None:
        """`led`: number of a list -> how many kept pages it led to first; `outcome_of` an address, None if unknown."""
        self._led, self._outcome_of = led, outcome_of
        self.lists: dict[str, int] = {}        # address of an empty one -> how many

    def note(self, number: int, url: str, leads: Iterable[str]) -> None:
        """A list has answered again, with these leads.

        >>> emptied = Emptied({7: 40}, {"https://x.example/news/1": "kept"}.get)
        >>> emptied.note(7, "https://x.example/news", ["https://x.example/about"])
        >>> emptied.lists
        {'https://x.example/news': 40}
        """
        if number in self._led and not any(self._outcome_of(lead) in _STANDS for lead in leads):
            self.lists[url] = self._led[number]
