"""Runs and sources: who wrote to the archive, when, and on whose behalf."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Literal

from archive.clusters import update_clusters
from archive.database import Archive, transaction
from archive.rows import utc
from archive.store.batch import Batch

RunKind = Literal["crawl", "ingest", "reparse", "merge"]


def start_run(archive: Archive, kind: RunKind, *, at: datetime, source: str | None = None,
              target: str | None = None) -> int:
    """The number of a new run.

    Runs of different sources write side by side, each in its own process. WrongUse if another run of the same source
    goes on, or one that rewrites the archive (reparse, merge), which runs alone.
    """
    if kind in ("reparse", "merge"):
        archive.locks.alone()
    else:
        archive.locks.share(source if kind == "crawl" else None)
    with transaction(archive) as connection:
        batch = Batch(archive)
        source_id = batch.source_id(source or "")
        batch.flush()
        done = connection.execute("INSERT INTO runs (kind, source_id, target, software, started_at) "
                                  "VALUES (?, ?, ?, ?, ?)", (kind, source_id, target, software(), utc(at)))
        assert done.lastrowid is not None
        return done.lastrowid


def finish_run(archive: Archive, run_id: int, *, at: datetime, outcome: str = "finished", failed: int = 0,
               stats: Mapping[str, Any] | None = None) -> None:
    """Close a run: when, why, how many addresses failed, and whatever else it counted; compare and pack what is new."""
    settle(archive)
    with transaction(archive) as connection:
        connection.execute("UPDATE runs SET finished_at = ?, outcome = ?, failed = failed + ?, stats = ? "
                           "WHERE run_id = ?",
                           (utc(at), outcome, failed, json.dumps(stats) if stats is not None else None, run_id))


def settle(archive: Archive) -> None:
    """Compare what is new or changed with all other texts, and pack its columns."""
    update_clusters(archive)
    if not is_packed(archive.connection):
        from archive.packed import pack_columns  # numpy takes a tenth of a second: not for a run that kept nothing

        pack_columns(archive)


def is_packed(connection: sqlite3.Connection) -> bool:
    """Whether no publication has changed since their columns were packed."""
    (missing,) = connection.execute("SELECT coalesce(max(publication_id) >> 12, -1) + 1 - "
                                    "(SELECT count(*) FROM packed_columns) FROM publications").fetchone()
    return not missing


def note_findings(archive: Archive, run_id: int, findings: Iterable[str]) -> None:
    """Keep beside what a run counted what a person should look at; nothing where all is well."""
    with transaction(archive) as connection:
        connection.execute("UPDATE runs SET stats = json_set(coalesce(stats, '{}'), '$.findings', json(?)) "
                           "WHERE run_id = ?", (json.dumps(list(findings)), run_id))


def past_runs(archive: Archive, source: str, run_id: int) -> tuple[int, list[dict[str, float]]]:
    """Publications kept of the source, and the shares of filled fields in its crawls before `run_id`, latest first."""
    (publications,) = archive.connection.execute(
        "SELECT count(*) FROM publications JOIN sources USING (source_id) WHERE sources.key = ? AND gone IS NULL",
        (source,)).fetchone()
    rows = archive.connection.execute(
        "SELECT stats ->> 'filled' FROM runs JOIN sources USING (source_id) WHERE sources.key = ? AND run_id < ? "
        "AND runs.kind = 'crawl' AND stats ->> 'filled' <> '{}' ORDER BY started_at DESC, run_id DESC "
        "LIMIT 5", (source, run_id))
    return publications, [json.loads(filled) for (filled,) in rows]


def describe_source(archive: Archive, key: str, *, name: str | None = None, home: str | None = None,
                    country: str | None = None, licence: str | None = None) -> None:
    """Keep what people want to know of a source beside its key."""
    with transaction(archive) as connection:
        connection.execute("INSERT INTO sources (key, name, home, country, licence) VALUES (?, ?, ?, ?, ?) "
                           "ON CONFLICT (key) DO UPDATE SET name = excluded.name, home = excluded.home, "
                           "country = excluded.country, licence = excluded.licence",
                           (key, name, home, country, licence))


def adopt_source(archive: Archive, key: str, former: str | None) -> None:
    """Let what is kept under a `former` key stand under `key`, unless that one is in use."""
    with transaction(archive) as connection:
        connection.execute("UPDATE sources SET key = :key WHERE key = :former AND NOT EXISTS "
                           "(SELECT 1 FROM sources WHERE key = :key)", {"key": key, "former": former})


def software() -> str:
    """The program and its version, as runs name them."""
    try:
        return f"policy-archive {version('policy-archive')}"
    except PackageNotFoundError:             # a checkout that was not installed
        return "policy-archive"


def last_starts(archive: Archive) -> dict[str, datetime]:
    """Source key -> when its last crawl began, aware, UTC; sources never crawled are left out."""
    rows = archive.connection.execute(
        "SELECT sources.key, max(runs.started_at) FROM runs JOIN sources USING (source_id) WHERE runs.kind = 'crawl' "
        "GROUP BY sources.key")
    return {key: datetime.fromisoformat(started_at) for key, started_at in rows}
