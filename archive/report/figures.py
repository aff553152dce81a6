"""An archive -> Figures: all that a report states, counted by SQL. Read-only."""

import sqlite3
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from archive.months import month_number, month_text
from archive.status import FILLED

_SCOPE = "(:source IS NULL OR p.source_id = (SELECT source_id FROM sources WHERE key = :source))"


@dataclass(frozen=True, slots=True)
class SourceFigures:
    """What there is of one source; `filled` gives, for each field of FILLED, the share (0-1) of publications."""

    key: str
    name: str | None
    publications: int
    words: int
    first_published: str | None
    last_published: str | None
    changed: int               # publications with more than one revision
    gone: int
    filled: dict[str, float]
    gaps: tuple[str, ...]      # months between first and last without a publication, "2024-03" or "2024-03 to 2024-07"
    last_run: str | None
    last_outcome: str | None


@dataclass(frozen=True, slots=True)
class Figures:
    """A whole report, as numbers."""

    publications: int
    words: int
    first_seen: str | None
    last_seen: str | None
    sources: tuple[SourceFigures, ...]
    months: dict[tuple[str, str], int]             # ("2024-03" or "2024", source key) -> publications
    undated: int
    languages: tuple[tuple[str, int], ...]
    types: tuple[tuple[str, int], ...]
    lengths: tuple[tuple[str, int], ...]           # ("shortest", words), ("tenth", …), …
    clusters: tuple[tuple[str, int, int], ...]     # (title, publications, sources) of the widest spread texts
    clustered: int                                 # publications that share their text with another
    changes: tuple[tuple[str, int], ...]           # field -> revisions in which it changed
    rejections: tuple[tuple[str, str, int], ...]   # (source, reason, pages)
    failures: tuple[tuple[str, str, int], ...]     # (source, reason, addresses)
    parsers: tuple[tuple[str, int], ...]


def find_figures(connection: sqlite3.Connection, source: str | None = None) -> Figures:
    """The figures of all publications, or of one source's."""
    def rows(sql: str) -> list[tuple[Any, ...]]:
        return connection.execute(sql.replace("SCOPE", _SCOPE), {"source": source}).fetchall()

    (publications, words, first_seen, last_seen, undated, clustered), = rows(
        "SELECT count(*), coalesce(sum(word_count), 0), min(first_seen), max(last_seen), "
        "sum(published IS NULL), count(cluster_id) FROM publications AS p WHERE SCOPE")
    months = {(month, key): count for month, key, count in rows(
        "SELECT substr(published, 1, 7), coalesce(s.key, 'none'), count(*) FROM publications AS p "
        "LEFT JOIN sources AS s USING (source_id) WHERE SCOPE AND published IS NOT NULL GROUP BY 1, 2")}

    def counts(sql: str) -> tuple[tuple[str, int], ...]:
        return tuple((name or "none", count) for name, count in rows(sql))

    def triples(sql: str) -> tuple[tuple[str, str, int], ...]:
        return tuple((a or "none", b, count) for a, b, count in rows(sql))

    return Figures(
        publications=publications, words=words, undated=undated or 0,
        first_seen=first_seen, last_seen=last_seen,
        sources=_sources(connection, source, months), months=months,
        languages=counts("SELECT language, count(*) FROM publications AS p WHERE SCOPE GROUP BY 1 ORDER BY 2 DESC, 1"),
        types=counts("SELECT type, count(*) FROM publications AS p WHERE SCOPE GROUP BY 1 ORDER BY 2 DESC, 1"),
        lengths=_lengths(connection, source),
        clusters=tuple((title, size, spread) for title, size, spread in rows(
            "SELECT f.title, c.size, c.sources FROM clusters AS c JOIN publications AS f "
            "ON f.publication_id = c.first_publication_id WHERE c.size > 1 AND EXISTS (SELECT 1 FROM publications AS p "
            "WHERE p.cluster_id = c.cluster_id AND SCOPE) ORDER BY c.size DESC, f.title LIMIT 20")),
        clustered=clustered,
        changes=counts("SELECT j.value, count(*) FROM revisions AS r JOIN publications AS p USING (publication_id), "
                       "json_each(r.changed) AS j WHERE r.number > 1 AND SCOPE GROUP BY 1 ORDER BY 2 DESC, 1"),
        rejections=triples("SELECT s.key, p.reason, count(*) FROM rejections AS p LEFT JOIN sources AS s "
                           "USING (source_id) WHERE SCOPE GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT 40"),
        failures=triples("SELECT s.key, p.reason, count(*) FROM failures AS p LEFT JOIN sources AS s "
                         "USING (source_id) WHERE SCOPE GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT 40"),
        parsers=counts("SELECT parser, count(*) FROM publications AS p WHERE SCOPE GROUP BY 1 ORDER BY 2 DESC, 1"))


def _sources(connection: sqlite3.Connection, only: str | None,
             months: dict[tuple[str, str], int]) -> tuple[SourceFigures, ...]:
    shares = ", ".join(f"avg({condition})" for condition in FILLED.values())
    rows = connection.execute(
        f"""SELECT coalesce(s.key, 'none'), s.name, count(*), sum(p.word_count), min(p.published), max(p.published),
                   sum(p.revision > 1), sum(p.gone IS NOT NULL),
                   (SELECT max(started_at) FROM runs WHERE runs.source_id = p.source_id),
                   (SELECT outcome FROM runs WHERE runs.source_id = p.source_id ORDER BY started_at DESC LIMIT 1),
                   {shares}
            FROM publications AS p LEFT JOIN sources AS s USING (source_id)
            WHERE {_SCOPE} GROUP BY p.source_id ORDER BY 3 DESC, 1""",  # noqa: S608 - conditions from the table above
        {"source": only})
    return tuple(SourceFigures(
        key=key, name=name, publications=count, words=words, first_published=first, last_published=last,
        changed=changed, gone=gone, last_run=run, last_outcome=outcome, filled=dict(zip(FILLED, filled, strict=True)),
        gaps=find_gaps({month for month, of in months if of == key and len(month) == len("YYYY-MM")}))
        for key, name, count, words, first, last, changed, gone, run, outcome, *filled in rows)


def find_gaps(months: set[str]) -> tuple[str, ...]:
    """Spans of months between the first and the last that are missing.

    >>> find_gaps({"2024-01", "2024-04", "2024-06"})
    ('2024-02 to 2024-03', '2024-05')
    """
    numbers = sorted(map(month_number, months))
    gaps = []
    for before, after in pairwise(numbers):
        if after - before > 1:
            first, last = month_text(before + 1), month_text(after - 1)
            gaps.append(first if first == last else f"{first} to {last}")
    return tuple(gaps)


def _lengths(connection: sqlite3.Connection, source: str | None) -> tuple[tuple[str, int], ...]:
    """Words at the ends, deciles and median of the distribution; empty for an empty corpus."""
    words = [count for (count,) in connection.execute(
        f"SELECT word_count FROM publications AS p WHERE {_SCOPE} ORDER BY 1", {"source": source})]  # noqa: S608
    if not words:
        return ()
    places = {"shortest": 0.0, "tenth": 0.1, "median": 0.5, "ninetieth": 0.9, "longest": 1.0}
    return tuple((name, words[round(place * (len(words) - 1))]) for name, place in places.items())
