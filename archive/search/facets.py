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
    facets = {name: Counter[str]() for name in (*_OWN, "topic", "author")}
    _note_matches(connection, f"SELECT p.publication_id FROM publications AS p WHERE {match.membership} AND {condition}"  # noqa: S608 - built from constants
                  if condition != "1" or match.index is None else
                  f"SELECT rowid FROM {match.index} WHERE {match.index} MATCH :match", match.values | values)  # noqa: S608 - likewise
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


def _note_matches(connection: sqlite3.Connection, query: str, values: dict[str, object]) -> None:
    """All matches in a table of this connection's own: they are counted three ways."""
    connection.execute("CREATE TABLE IF NOT EXISTS temp.matches (publication_id INTEGER PRIMARY KEY)")
    connection.execute("DELETE FROM temp.matches")
    connection.execute(f"INSERT INTO temp.matches {query}", values)
