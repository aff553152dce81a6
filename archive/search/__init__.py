"""Words -> Hits.

    hits = search(archive.connection, 'tariffs "trade war" -china', Filters(source="bruegel"), limit=20)
    numbers = find(archive.connection, None, Filters(since="2024"))     # for an export: all, oldest first
    facets = count_facets(archive.connection, "tariffs")                # in archive.search.facets, which needs numpy

Any connection to an archive will do, the web reader's as well.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, Literal, get_args

from archive.errors import WrongUse
from archive.search.filters import NO_FILTERS, Filters, with_typed
from archive.search.matching import Match, match_of
from archive.search.query import parse_query
from archive.search.ranking import MANY, Ranked, about_how_many, once_a_cluster, ranked
from archive.search.snippets import snippets_of

__all__ = ["NO_FILTERS", "Filters", "Hit", "Sort", "find", "search"]

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
    WrongUse for a `sort` that there is not.
    """
    if sort not in (orders := get_args(Sort)):
        raise WrongUse(f"no order {sort!r}: there are {', '.join(orders)}")
    query = parse_query(words)
    match = match_of(connection, query)
    filters = with_typed(filters, query)
    condition, values = filters.condition()
    if sort == "relevance" and match.index is not None:
        found = ranked(connection, match, condition, values, limit=limit, offset=offset, collapse=collapse)
    else:
        dated: Iterable[Ranked] = _by_date(connection, match, condition, values, sort)
        found = list(islice(once_a_cluster(connection, dated) if collapse else dated, offset, offset + limit))
    scores = dict(found)
    return _hits(connection, scores, snippets_of(connection, match, list(scores)) if match.words else {})


def find(connection: sqlite3.Connection, words: str | None, filters: Filters = NO_FILTERS) -> Iterator[int]:
    """The numbers of all publications that match, in the order in which they were first kept."""
    query = parse_query(words or "")
    match = match_of(connection, query)
    condition, values = with_typed(filters, query).condition()
    for (number,) in connection.execute(
            f"SELECT p.publication_id FROM publications AS p WHERE {match.membership} AND {condition} "  # noqa: S608 - built from constants
            "ORDER BY p.publication_id", match.values | values):
        yield number


_ORDERS = {"newest": "p.published DESC, p.publication_id DESC",
           "oldest": "p.published IS NULL, p.published, p.publication_id"}


def _by_date(connection: sqlite3.Connection, match: Match, condition: str, values: dict[str, Any],
             sort: Sort) -> Iterator[Ranked]:
    order = _ORDERS["oldest" if sort == "oldest" else "newest"]
    # where very many match, the first are found soonest by going through the dates
    is_many = sort != "oldest" and (match.index is None or about_how_many(connection, match) > MANY)
    by_date = "INDEXED BY publications_by_date " if is_many else ""
    for (number,) in connection.execute(
            f"SELECT p.publication_id FROM publications AS p {by_date}WHERE {match.membership} AND {condition} "  # noqa: S608 - built from constants
            f"ORDER BY {order}", match.values | values):
        yield number, None


def _hits(connection: sqlite3.Connection, scores: dict[int, float | None], snippets: dict[int, str]) -> list[Hit]:
    rows = connection.execute("""
        SELECT p.publication_id, p.uid, p.title, p.url, s.key, p.published, p.type, p.language, p.dek, p.cluster_id
        FROM publications AS p LEFT JOIN sources AS s USING (source_id)
        WHERE p.publication_id IN (SELECT value FROM json_each(?))""", (json.dumps(list(scores)),))
    hits = {row[0]: Hit(*row) for row in rows}
    return [replace(hits[number], snippet=snippets.get(number), score=score) for number, score in scores.items()]
