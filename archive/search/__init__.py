"""Words -> Hits.

    hits = search(archive.connection, 'tariffs "trade war" -china', Filters(source="bruegel"), limit=20)
    numbers = find(archive.connection, None, Filters(since="2024"))     # for an export: all, oldest first

Any connection to an archive will do, the web reader's as well.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from archive.search.facets import count_facets
from archive.search.filters import NO_FILTERS, Filters, with_typed
from archive.search.matching import Match, match_of
from archive.search.query import parse_query
from archive.search.snippets import snippets_of

__all__ = ["NO_FILTERS", "Filters", "Hit", "Sort", "count_facets", "find", "search"]

Sort = Literal["relevance", "newest", "oldest"]


@dataclass(frozen=True, slots=True)
class Hit:
    r"""A publication that matches; in `snippet` the words found stand between \x02 and \x03."""

    publication_id: int
    uid: str
    title: str
    url: str
    source: str | None
    published: str | None
    type: str
    language: str | None
    dek: str | None
    cluster_id: int | None            # near-identical texts share it
    snippet: str | None = None        # None where nothing was searched for in the text
    score: float | None = None        # higher is better; None where nothing was searched for


def search(connection: sqlite3.Connection, words: str, filters: Filters = NO_FILTERS, *, limit: int = 20,
           offset: int = 0, sort: Sort = "relevance", collapse: bool = False) -> list[Hit]:
    """The publications that match, best first; without words all that the filters let through, newest first.

    `collapse` shows one of several near-identical texts. No text is an error; one without a word in it finds nothing.
    """
    query = parse_query(words)
    match = match_of(connection, query)
    if query.node is None and words.strip() and not query.filters:
        return []
    filters = with_typed(filters, query)
    ranked = _ranked(connection, match, filters, limit, offset, sort, collapse)
    scores = dict(ranked)
    snippets = snippets_of(connection, match, list(scores)) if match.words else {}
    return [_hit(connection, number, scores[number], snippets.get(number)) for number in scores]


def find(connection: sqlite3.Connection, words: str | None, filters: Filters = NO_FILTERS) -> Iterator[int]:
    """The numbers of all publications that match, in the order in which they were first kept."""
    query = parse_query(words or "")
    match = match_of(connection, query)
    condition, values = with_typed(filters, query).condition()
    for (number,) in connection.execute(
            f"SELECT p.publication_id FROM publications AS p WHERE {match.membership} AND {condition} "  # noqa: S608 - built from constants
            "ORDER BY p.publication_id", match.values | values):
        yield number


_COLLAPSED = """(p.cluster_id IS NULL OR p.publication_id = (
    SELECT first_publication_id FROM clusters WHERE cluster_id = p.cluster_id))"""
_ORDERS = {"newest": "p.published IS NULL, p.published DESC, p.publication_id DESC",
           "oldest": "p.published IS NULL, p.published, p.publication_id"}


def _ranked(connection: sqlite3.Connection, match: Match, filters: Filters, limit: int, offset: int, sort: Sort,
            collapse: bool) -> list[tuple[int, float | None]]:
    condition, values = filters.condition()
    if collapse:
        condition += f" AND {_COLLAPSED}"
    page = match.values | values | {"limit": limit, "offset": offset}
    if sort == "relevance" and match.index is not None:
        extra = f" AND {match.excluding}" if match.excluding else ""
        if condition == "1" and not extra:
            query = (f"SELECT rowid, -rank FROM {match.index} WHERE {match.index} MATCH :match "  # noqa: S608 - built from constants
                     "ORDER BY rank LIMIT :limit OFFSET :offset")
        else:
            query = (f"SELECT p.publication_id, -f.rank FROM {match.index} AS f "  # noqa: S608 - built from constants
                     f"JOIN publications AS p ON p.publication_id = f.rowid WHERE {match.index} MATCH :match "
                     f"AND {condition}{extra} ORDER BY f.rank LIMIT :limit OFFSET :offset")
        return connection.execute(query, page).fetchall()
    order = _ORDERS["oldest" if sort == "oldest" else "newest"]
    return [(number, None) for (number,) in connection.execute(
        f"SELECT p.publication_id FROM publications AS p WHERE {match.membership} AND {condition} "  # noqa: S608 - built from constants
        f"ORDER BY {order} LIMIT :limit OFFSET :offset", page)]


def _hit(connection: sqlite3.Connection, number: int, score: float | None, snippet: str | None) -> Hit:
    row = connection.execute("""
        SELECT p.publication_id, p.uid, p.title, p.url, s.key, p.published, p.type, p.language, p.dek, p.cluster_id
        FROM publications AS p LEFT JOIN sources AS s USING (source_id) WHERE p.publication_id = ?""",
        (number,)).fetchone()
    return replace(Hit(*row), snippet=snippet, score=score)
