"""How all matches of a query divide: by source, year, type, language, topic and author. Every match is counted."""

import sqlite3
from collections import Counter
from dataclasses import replace

import numpy as np

from archive.columns import Columns, Mask, Numbers, count_carried, count_codes, fetch_numbers
from archive.packed import load_columns
from archive.search.filters import NO_FILTERS, Filters, with_typed
from archive.search.matching import Match, match_of
from archive.search.query import parse_query

VALUES_AT_MOST = 20
Counts = dict[str, dict[str, int]]


def count_facets(connection: sqlite3.Connection, words: str, filters: Filters = NO_FILTERS,
                 columns: Columns | None = None) -> Counts:
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
    return _count(connection, columns, mask)


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


def _count(connection: sqlite3.Connection, columns: Columns, mask: Mask) -> Counts:
    at = np.flatnonzero(mask)
    sources = dict(connection.execute("SELECT source_id, key FROM sources").fetchall())
    years: Counter[str] = Counter()
    for month, count in count_codes(columns.month, at).items():
        years[month[:4]] += count
    counts = {"source": Counter({sources[number]: count for number, count in count_codes(columns.source, at).items()}),
              "year": years, "type": Counter(count_codes(columns.type, at)),
              "language": Counter(count_codes(columns.language, at))}
    for name, carried in (("topic", columns.topic), ("author", columns.author)):
        numbers = count_carried(carried, mask, VALUES_AT_MOST)
        names = connection.execute(f"SELECT {name}_id, name FROM {name}s WHERE {name}_id IN "  # noqa: S608 - names from above
                                   f"({','.join(map(str, numbers))})")
        counts[name] = Counter({text: numbers[number] for number, text in names})
    return {name: dict(counted.most_common(VALUES_AT_MOST)) for name, counted in counts.items()}
