"""How all matches of a query divide: by source, year, type, language, topic and author."""

import sqlite3
from collections import Counter

from archive.search.filters import NO_FILTERS, Filters, with_typed
from archive.search.matching import match_of
from archive.search.query import parse_query

VALUES_AT_MOST = 20

_OWN = ("source", "year", "type", "language")


def count_facets(connection: sqlite3.Connection, words: str,
                 filters: Filters = NO_FILTERS) -> dict[str, dict[str, int]]:
    """Facet -> value -> number of matches, the most frequent values first, twenty at most."""
    query = parse_query(words)
    match = match_of(connection, query)
    condition, values = with_typed(filters, query).condition()
    matches = f"SELECT p.publication_id FROM publications AS p WHERE {match.membership} AND {condition}"  # noqa: S608 - built from constants
    parameters = match.values | values
    facets = {name: Counter[str]() for name in _OWN}
    for *row, count in connection.execute(f"""
            SELECT s.key, substr(p.published, 1, 4), p.type, p.language, count(*)
            FROM publications AS p LEFT JOIN sources AS s USING (source_id)
            WHERE p.publication_id IN ({matches}) GROUP BY 1, 2, 3, 4""", parameters):  # noqa: S608 - likewise
        for name, value in zip(_OWN, row, strict=True):
            if value is not None:
                facets[name][value] += count
    for name, table, link in (("topic", "topics", "topic_id"), ("author", "authors", "author_id")):
        facets[name] = Counter(dict(connection.execute(f"""
            SELECT t.name, count(DISTINCT l.publication_id)
            FROM publication_{table} AS l JOIN {table} AS t USING ({link})
            WHERE l.publication_id IN ({matches}) GROUP BY t.name""", parameters).fetchall()))  # noqa: S608 - likewise
    return {name: dict(counts.most_common(VALUES_AT_MOST)) for name, counts in facets.items()}
