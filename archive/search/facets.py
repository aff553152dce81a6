"""How all matches of a query divide: by source, year, type, language, topic and author. Every match is counted."""

import sqlite3
from collections import Counter
from collections.abc import Collection
from dataclasses import replace

import numpy as np

from archive.columns import Columns, Mask, Numbers, count_carried, count_codes, fetch_numbers
from archive.packed import load_columns
from archive.search.filters import NO_FILTERS, Filters, with_typed
from archive.search.matching import Match, match_of
from archive.search.query import parse_query

VALUES_AT_MOST = 20
FACETS = ("source", "year", "type", "language", "topic", "author")


def count_facets(connection: sqlite3.Connection, words: str, filters: Filters = NO_FILTERS,
                 columns: Columns | None = None) -> dict[str, dict[str, int]]:
    """Facet -> value -> number of matches, the most frequent values first, twenty at most.

    `columns` are `load_columns(connection)`, for a program that asks again and again.
    """
    query = parse_query(words)
    match = match_of(connection, query)
    columns = columns or load_columns(connection, in_order=False)
    mask = columns.mask(matching(connection, columns, match))
    filters = with_typed(filters, query)
    if filters != NO_FILTERS:
        mask &= passing(connection, columns, filters)
    counts = {name: Counter(count_facet(connection, columns, name, mask, VALUES_AT_MOST)) for name in FACETS}
    return {name: dict(counted.most_common(VALUES_AT_MOST)) for name, counted in counts.items()}


def count_facet(connection: sqlite3.Connection, columns: Columns, name: str, mask: Mask, most: int) -> dict[str, int]:
    """Value of one facet -> how many of the publications in `mask` have it; of topics and authors the `most` frequent.

    Sources are told by their keys.
    """
    if name in ("topic", "author"):
        counts = count_carried(getattr(columns, name), mask, most)
        names = names_of(connection, name, counts)
        return {names[number]: count for number, count in counts.items()}
    at = np.flatnonzero(mask)
    if name == "year":
        years: Counter[str] = Counter()
        for month, count in count_codes(columns.month, at).items():
            years[month[:4]] += count
        return years
    counted = count_codes(getattr(columns, name), at)
    if name != "source":
        return counted
    keys = dict(connection.execute("SELECT source_id, key FROM sources").fetchall())
    return {keys[number]: count for number, count in counted.items()}


def names_of(connection: sqlite3.Connection, kind: str, numbers: Collection[int]) -> dict[int, str]:
    """The names of topics or authors by their numbers."""
    return dict(connection.execute(
        f"SELECT {kind}_id, name FROM {kind}s WHERE {kind}_id IN ({','.join(map(str, numbers))})"))  # noqa: S608 - ours


def matching(connection: sqlite3.Connection, columns: Columns, match: Match) -> Numbers:
    """Positions of all that the words find, in no order that means anything."""
    if match.also is not None:
        words_alone = matching(connection, columns, replace(match, also=None))
        return np.union1d(words_alone, matching(connection, columns, match.also))
    if match.index is not None:
        query = f"SELECT rowid FROM {match.index} WHERE {match.index} MATCH :match"  # noqa: S608 - one of two names
    elif match.membership == "1":
        return np.arange(len(columns.numbers))
    else:
        query = f"SELECT p.publication_id FROM publications AS p WHERE {match.membership}"  # noqa: S608 - built from constants
    return columns.positions(fetch_numbers(connection, query, match.values))


def passing(connection: sqlite3.Connection, columns: Columns, filters: Filters) -> Mask:
    """What the filters let through."""
    condition, values = filters.condition()
    return columns.mask(columns.positions(fetch_numbers(
        connection, f"SELECT p.publication_id FROM publications AS p WHERE {condition}", values)))  # noqa: S608 - built from constants
