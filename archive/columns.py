"""The few short columns of all publications, in memory: what facets, charts and pages of results are counted from.

200,000 publications take about 20 MB here.
"""

import sqlite3
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
Codes = npt.NDArray[np.int32]
Mask = npt.NDArray[np.bool_]
NOTHING: Numbers = np.empty(0, np.int64)


@dataclass(frozen=True, slots=True)
class Coded:
    """A column of few values: `codes` index `values`, -1 where a publication has none."""

    codes: Codes
    values: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Carried:
    """Topics or authors: row `positions[i]` carries the one numbered `values[i]`."""

    positions: Numbers
    values: Numbers


@dataclass(frozen=True, slots=True)
class Columns:
    """All publications, ordered by number; `by_date` holds their positions from the newest to the undated."""

    numbers: Numbers
    places: Codes                  # the position of each number, -1 where no publication has it
    source: Coded                  # values are source_ids
    month: Coded                   # "2024-03", or "2024" where the page says no more
    type: Coded
    language: Coded
    cluster: Numbers               # cluster_id, 0 where alone
    by_date: Numbers
    topic: Carried
    author: Carried

    def of_source(self, source_id: int) -> Mask:
        """Which publications are of that source."""
        known = self.source.values
        mask: Mask = self.source.codes == (known.index(source_id) if source_id in known else -2)
        return mask

    def mask(self, positions: Numbers) -> Mask:
        """Those at these positions."""
        found = np.zeros(len(self.numbers), np.bool_)
        found[positions] = True
        return found

    def positions(self, numbers: Numbers) -> Numbers:
        """Where these publications stand, in their order; those that came later than this picture are left out."""
        found = self.places[numbers[numbers < len(self.places)]]
        return found[found >= 0].astype(np.int64)


def count_codes(column: Coded, positions: Numbers) -> dict[Any, int]:
    """Value -> how many of these publications have it, the most frequent first."""
    counts = np.bincount(column.codes[positions] + 1, minlength=len(column.values) + 1)[1:]
    order = np.argsort(-counts, kind="stable")
    return {column.values[at]: int(counts[at]) for at in order if counts[at]}


def count_carried(carried: Carried, mask: Mask, most: int) -> dict[int, int]:
    """Number of a topic or author -> how many of the publications in `mask` carry it, the most frequent first."""
    if not len(carried.values):
        return {}
    counts = np.bincount(carried.values[mask[carried.positions]])
    order = np.argsort(-counts, kind="stable")[:most]
    return {int(at): int(counts[at]) for at in order if counts[at]}


def fetch_numbers(connection: sqlite3.Connection, query: str, values: dict[str, Any] | tuple[Any, ...] = ()) -> Numbers:
    """The integers that a query of one column gives, in its order."""
    (text,) = connection.execute(f"WITH found(value) AS ({query}) SELECT group_concat(value) FROM found",  # noqa: S608
                                 values).fetchone()
    return np.fromstring(text, np.int64, sep=",") if text else np.empty(0, np.int64)
