"""How all matches of a query divide: by source, year, type, language, topic and author.

A few thousand matches are counted by the database. Where very many match, the short columns of all publications are
counted in memory instead; a program that asks again and again loads them once and hands them in.
"""

import sqlite3
from collections import Counter
from typing import Any

import numpy as np

from archive.search.columns import Columns, count_carried, count_codes, fetch_numbers, load_columns
from archive.search.filters import NO_FILTERS, Filters, with_typed
from archive.search.matching import match_of
from archive.search.query import parse_query
from archive.search.ranking import MANY, about_how_many

VALUES_AT_MOST = 20

_OWN = ("source", "year", "type", "language")
Counts = dict[str, dict[str, int]]


def count_facets(connection: sqlite3.Connection, words: str, filters: Filters = NO_FILTERS,
                 columns: Columns | None = None) -> Counts:
    """Facet -> value -> number of matches, the most frequent values first, twenty at most.

    `columns` are `load_columns(connection)`: with them any query takes milliseconds.
    """
    query = parse_query(words)
    match = match_of(connection, query)
    condition, values = with_typed(filters, query).condition()
    found = (f"SELECT p.publication_id FROM publications AS p WHERE {match.membership} AND {condition}"  # noqa: S608 - built from constants
             if condition != "1" or match.index is None else
             f"SELECT rowid FROM {match.index} WHERE {match.index} MATCH :match")  # noqa: S608 - likewise
    if columns is None and match.index is not None and about_how_many(connection, match) <= MANY:
        return _by_database(connection, found, match.values | values)
    return _by_columns(connection, columns or load_columns(connection), found, match.values | values)


def _by_columns(connection: sqlite3.Connection, columns: Columns, found: str, values: dict[str, Any]) -> Counts:
    at = columns.positions(fetch_numbers(connection, found, values))
    mask = np.zeros(len(columns.numbers), np.bool_)
    mask[at] = True
    sources = dict(connection.execute("SELECT source_id, key FROM sources").fetchall())
    years: Counter[str] = Counter()
    for month, count in count_codes(columns.month, at).items():
        years[month[:4]] += count
    counts: dict[str, Counter[str]] = {
        "source": Counter({sources[number]: count for number, count in count_codes(columns.source, at).items()}),
        "year": years, "type": Counter(count_codes(columns.type, at)),
        "language": Counter(count_codes(columns.language, at))}
    for name, carried in (("topic", columns.topic), ("author", columns.author)):
        numbers = count_carried(carried, mask, VALUES_AT_MOST)
        names = connection.execute(f"SELECT {name}_id, name FROM {name}s WHERE {name}_id IN "  # noqa: S608 - names from above
                                   f"({','.join(map(str, numbers))})")
        counts[name] = Counter({text: numbers[number] for number, text in names})
    return {name: dict(counted.most_common(VALUES_AT_MOST)) for name, counted in counts.items()}


def _by_database(connection: sqlite3.Connection, found: str, values: dict[str, Any]) -> Counts:
    facets = {name: Counter[str]() for name in (*_OWN, "topic", "author")}
    _note_matches(connection, found, values)
    for *row, count in connection.execute("""
            SELECT s.key, g.year, g.type, g.language, g.matches FROM (
                SELECT p.source_id, substr(p.published, 1, 4) AS year, p.type, p.language, count(*) AS matches
                FROM temp.matches AS m CROSS JOIN publications AS p INDEXED BY publications_facets
                WHERE p.publication_id = m.publication_id GROUP BY 1, 2, 3, 4) AS g
            LEFT JOIN sources AS s USING (source_id)"""):
        for name, value in zip(_OWN, row, strict=True):
            if value is not None:
                facets[name][value] += count
    for name, table, number in (("topic", "topics", "topic_id"), ("author", "authors", "author_id")):
        for value, count in connection.execute(f"""
                SELECT t.name, g.matches FROM (
                    SELECT l.{number}, count(*) AS matches
                    FROM temp.matches AS m CROSS JOIN publication_{table} AS l USING (publication_id)
                    GROUP BY 1 ORDER BY 2 DESC LIMIT {VALUES_AT_MOST}) AS g
                JOIN {table} AS t USING ({number})"""):  # noqa: S608 - names from above
            facets[name][value] += count
    return {name: dict(counts.most_common(VALUES_AT_MOST)) for name, counts in facets.items()}


def _note_matches(connection: sqlite3.Connection, query: str, values: dict[str, Any]) -> None:
    """All matches in a table of this connection's own: they are counted three ways."""
    connection.execute("CREATE TABLE IF NOT EXISTS temp.matches (publication_id INTEGER PRIMARY KEY)")
    connection.execute("DELETE FROM temp.matches")
    connection.execute(f"INSERT INTO temp.matches {query}", values)
