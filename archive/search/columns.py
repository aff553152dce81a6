"""The few short columns of all publications, in memory: what facets, charts and pages of results are counted from.

Reading them from the table would walk through all texts; 200,000 publications take about 20 MB here.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
Codes = npt.NDArray[np.int32]
Mask = npt.NDArray[np.bool_]


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

    def positions(self, numbers: Numbers) -> Numbers:
        """Where these publications stand, in their order; those that came later than this picture are left out."""
        found = self.places[numbers[numbers < len(self.places)]]
        return found[found >= 0].astype(np.int64)


def load_columns(connection: sqlite3.Connection) -> Columns:
    """The columns as they are now."""
    rows = _rows(connection,
                 "SELECT publication_id, source_id, published, type, language, cluster_id FROM publications")
    rows.sort()                    # by number: the index that has all of these has another order
    numbers, sources, dates, types, languages, clusters = zip(*rows, strict=True) if rows else ((),) * 6
    all_numbers = np.array(numbers, np.int64)
    places = np.full(all_numbers[-1] + 1 if numbers else 0, -1, np.int32)
    places[all_numbers] = np.arange(len(all_numbers))
    published = _coded(dates)
    return Columns(
        numbers=all_numbers, places=places, source=_coded(sources), month=_months(published), type=_coded(types),
        language=_coded(languages), cluster=np.array([number or 0 for number in clusters], np.int64),
        by_date=np.argsort(published.codes, kind="stable")[::-1].astype(np.int64),
        topic=_carried(connection, "topic", all_numbers), author=_carried(connection, "author", all_numbers))


def _rows(connection: sqlite3.Connection, query: str) -> list[tuple[Any, ...]]:
    """Plain tuples: Datasette's connections give slower rows."""
    cursor = connection.cursor()
    cursor.row_factory = None
    return cursor.execute(query).fetchall()


def _coded(column: Sequence[Any]) -> Coded:
    values = sorted({value for value in column if value is not None})
    code = {value: number for number, value in enumerate(values)}
    return Coded(np.array([code.get(value, -1) for value in column], np.int32), tuple(values))


def _months(published: Coded) -> Coded:
    """The dates as months: "2024-03"; "2024" where the page says no more."""
    months = _coded([date[:7] for date in published.values])
    codes = np.append(months.codes, np.int32(-1))          # the last one is what -1 points to
    return Coded(codes[published.codes], months.values)


def _carried(connection: sqlite3.Connection, name: str, numbers: Numbers) -> Carried:
    pairs = fetch_numbers(connection, f"SELECT publication_id || ',' || {name}_id FROM publication_{name}s")  # noqa: S608
    rows = pairs.reshape(-1, 2)
    return Carried(np.searchsorted(numbers, rows[:, 0]).astype(np.int64), rows[:, 1].copy())


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
