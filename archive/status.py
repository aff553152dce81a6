"""How each source stands: what the last run did, what is kept, and which fields of it are filled."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, replace

# Field of the record -> what holds where the field is filled, of the publication `p`.
FILLED = {
    "dek": "p.dek IS NOT NULL", "published": "p.published IS NOT NULL", "modified": "p.modified IS NOT NULL",
    "authors": "EXISTS (SELECT 1 FROM publication_authors AS x WHERE x.publication_id = p.publication_id)",
    "language": "p.language IS NOT NULL", "section": "p.section IS NOT NULL",
    "topics": "EXISTS (SELECT 1 FROM publication_topics AS x WHERE x.publication_id = p.publication_id)",
    "text": "p.word_count > 0",
    "related": "EXISTS (SELECT 1 FROM related_links AS x WHERE x.publication_id = p.publication_id)",
    "links": "EXISTS (SELECT 1 FROM cited_links AS x WHERE x.publication_id = p.publication_id)",
    "attachments": "EXISTS (SELECT 1 FROM attachments AS x WHERE x.publication_id = p.publication_id)",
    "share_links": "EXISTS (SELECT 1 FROM share_links AS x WHERE x.publication_id = p.publication_id)",
}


@dataclass(frozen=True, slots=True)
class SourceStatus:
    """One source; `kept` and `rejected` count all there is, the rest what the last run found. Times are UTC text."""

    source: str | None                # None for pages kept without a source
    last_run: str | None              # when it began
    outcome: str | None               # how it ended; None while it runs, or where it was killed
    kept: int
    new: int
    changed: int
    gone: int
    rejected: int
    failed: int
    findings: tuple[str, ...] = ()    # what a person should look at after it
    next_due: str | None = None       # filled in by whoever keeps the schedule


@dataclass(frozen=True, slots=True)
class Failure:
    """An address of the ledger; times are UTC text."""

    source: str
    url: str
    reason: str
    tries: int
    last_failed: str
    next_try: str | None              # None: at the next run


def latest_failures(connection: sqlite3.Connection, most: int) -> list[Failure]:
    """Of each source the addresses that failed last, at most so many."""
    return [Failure(*row) for row in connection.execute("""
        SELECT key, url, reason, tries, last_failed, next_try FROM (
            SELECT s.key, f.*, row_number() OVER (PARTITION BY f.source_id ORDER BY last_failed DESC, failure_id)
            AS place FROM failures AS f JOIN sources AS s USING (source_id))
        WHERE place <= ? ORDER BY key, place""", (most,))]


def failures_by_reason(connection: sqlite3.Connection, most: int) -> list[tuple[int, Failure]]:
    """Of each source the commonest reasons, at most so many: how many addresses failed for it, and the last of them."""
    return [(count, Failure(*row)) for count, *row in connection.execute("""
        SELECT addresses, key, url, reason, tries, last_failed, next_try FROM (
            SELECT *, row_number() OVER (PARTITION BY key ORDER BY addresses DESC, failure_id) AS rank FROM (
                SELECT s.key, f.*, count(*) OVER (PARTITION BY f.source_id, reason) AS addresses, row_number() OVER (
                PARTITION BY f.source_id, reason ORDER BY last_failed DESC, failure_id) AS place
                FROM failures AS f JOIN sources AS s USING (source_id))
            WHERE place = 1)
        WHERE rank <= ? ORDER BY key, rank""", (most,))]


def source_statuses(connection: sqlite3.Connection, next_due: Mapping[str, str] | None = None) -> list[SourceStatus]:
    """Every source of the archive by key, and loose pages, where there are any, last; `next_due` by source key."""
    rows = connection.execute("""
        SELECT s.key, r.started_at, r.outcome,
               (SELECT count(*) FROM publications AS p WHERE p.source_id IS s.source_id) AS kept,
               coalesce(r.new, 0), coalesce(r.changed, 0), coalesce(r.gone, 0),
               (SELECT count(*) FROM rejections AS j WHERE j.source_id IS s.source_id), coalesce(r.failed, 0),
               r.stats -> '$.findings'
        FROM (SELECT source_id, key FROM sources UNION ALL SELECT NULL, NULL) AS s
        LEFT JOIN runs AS r ON r.run_id = (SELECT run_id FROM runs WHERE source_id IS s.source_id
                                           ORDER BY started_at DESC, run_id DESC LIMIT 1)
        WHERE s.key IS NOT NULL OR kept > 0
        ORDER BY s.key IS NULL, s.key""")
    due = next_due or {}
    return [replace(SourceStatus(*row), findings=tuple(json.loads(findings or "[]")), next_due=due.get(row[0]))
            for *row, findings in rows]
