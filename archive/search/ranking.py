"""Which publications match best, in order.

Words that few texts hold are ranked by BM25: every text with them gets a score. What very many hold says next to
nothing by how often it stands in each, and scoring them all takes half a second in an archive of 200,000. So where
more than `MANY` texts match, those come first that hold the words in the title, then in title or standfirst, by BM25
while those are few, then the rest, the latest kept first; reading stops as soon as there are enough.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from archive.search.matching import Match

MANY = 3_000
VERY_MANY = 40_000                # then too many hold them in the title to score those
SAMPLED = 2_000                    # of the latest texts, to tell how many match without counting
GROUPS = ((3.0, "{{title}} : ({})"), (2.0, "{{title dek}} : ({})"), (1.0, "{}"))  # score, and what must match

Ranked = tuple[int, float | None]


def ranked(connection: sqlite3.Connection, match: Match, condition: str, values: dict[str, object], *, limit: int,
           offset: int, collapse: bool) -> list[Ranked]:
    """Numbers and scores of the best matches; `condition` is on publications called `p`, `"1"` where all may pass."""
    found = _each_once(chain.from_iterable(_in_order(connection, one, condition, values) for one in _in_turn(match)))
    if collapse:
        found = once_a_cluster(connection, found)
    return list(islice(found, offset, offset + limit))


def _in_turn(match: Match | None) -> Iterator[Match]:
    while match is not None:
        yield match
        match = match.also


def _in_order(connection: sqlite3.Connection, match: Match, condition: str,
              values: dict[str, object]) -> Iterator[Ranked]:
    about = about_how_many(connection, match)
    if about > MANY:
        return _by_groups(connection, match, condition, values, scored=about <= VERY_MANY)
    return _by_score(connection, match, condition, values)


def about_how_many(connection: sqlite3.Connection, match: Match) -> float:
    """How many texts match, told from the latest ones; 0 in an archive too small for it to matter."""
    (newest,) = connection.execute("SELECT coalesce(max(publication_id), 0) FROM publications").fetchone()
    if newest <= MANY:
        return 0.0
    (hits,) = connection.execute(
        f"SELECT count(*) FROM {match.index} WHERE {match.index} MATCH :match AND rowid > :after",  # noqa: S608 - one of two names
        match.values | {"after": newest - SAMPLED}).fetchone()
    return int(hits) * int(newest) / SAMPLED


def _by_score(connection: sqlite3.Connection, match: Match, condition: str,
              values: dict[str, object]) -> Iterator[Ranked]:
    if condition == "1":
        query = f"SELECT rowid, -rank FROM {match.index} WHERE {match.index} MATCH :match ORDER BY rank"  # noqa: S608 - constants
    else:
        query = (f"SELECT f.rowid, -f.rank FROM {match.index} AS f "  # noqa: S608 - constants
                 "CROSS JOIN publications AS p INDEXED BY publications_facets ON p.publication_id = f.rowid "
                 f"WHERE {match.index} MATCH :match AND {condition} ORDER BY f.rank")
    yield from connection.execute(query, match.values | values)


def _by_groups(connection: sqlite3.Connection, match: Match, condition: str, values: dict[str, object], *,
               scored: bool) -> Iterator[Ranked]:
    """In groups, those that match better first; what is in several comes again."""
    passing = "" if condition == "1" else (
        "AND EXISTS (SELECT 1 FROM publications AS p INDEXED BY publications_facets "  # noqa: S608 - constants
        f"WHERE p.publication_id = f.rowid AND {condition})")
    for score, expression in GROUPS:
        given = match.values | values | {"match": expression.format(match.values["match"])}
        for (number,) in connection.execute(
                f"SELECT f.rowid FROM {match.index} AS f WHERE {match.index} MATCH :match {passing} "  # noqa: S608 - constants
                f"ORDER BY {'f.rank' if scored and score > 1 else 'f.rowid DESC'}", given):
            yield number, score


def _each_once(found: Iterable[Ranked]) -> Iterator[Ranked]:
    seen: set[int] = set()
    for number, score in found:
        if number not in seen:
            seen.add(number)
            yield number, score


def once_a_cluster(connection: sqlite3.Connection, found: Iterable[Ranked]) -> Iterator[Ranked]:
    """The best match of every group of near-identical texts."""
    seen: set[int] = set()
    for number, score in found:
        (cluster,) = connection.execute("SELECT cluster_id FROM publications WHERE publication_id = ?",
                                        (number,)).fetchone()
        if cluster is None or cluster not in seen:
            yield number, score
        if cluster is not None:
            seen.add(cluster)
