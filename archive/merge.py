"""Brings another archive in: nothing twice, ids stable, every page with the day it was fetched.

In: two archives. Out: the first, with what only the other had. Pages are written anew: the other's files can go.
Where both know a publication, its uid here stands, and so does the text of the later page.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice

from archive.captures import Damaged
from archive.database import Archive, transaction
from archive.raw import load_capture
from archive.records import Reading, Rejection
from archive.rereading import readings_of
from archive.store import finish_run, keep_many, start_run
from archive.stored import find_publication, key_of

BATCH = 200


@dataclass(slots=True)
class Merged:
    """What came of it."""

    new: int = 0                      # publications only the other had
    changed: int = 0                  # revisions only the other had
    known: int = 0                    # publications both had
    rejected: int = 0                 # rejected pages only the other had
    damaged: list[str] = field(default_factory=list)  # what is wrong with pages that could not be brought in


def merge_archive(archive: Archive, other: Archive, *, at: datetime) -> Merged:
    """Bring `other` into `archive`; twice changes nothing more."""
    run = start_run(archive, "merge", at=at, target=str(other.path))
    merged = Merged()
    _merge_sources(archive, other)
    runs = _merge_runs(archive, other)
    captures = iter(other.connection.execute("SELECT capture_id, run_id FROM captures ORDER BY fetched_at, capture_id"
                                             ).fetchall())
    while batch := list(islice(captures, BATCH)):
        with transaction(archive):
            for capture_id, run_id in batch:
                for reading in _readings(archive, other, capture_id, merged):
                    kept = keep_many(archive, [reading], runs[run_id])[0]
                    if kept.status == "new":
                        _give_uid(archive, other, capture_id, kept.uid)
                    merged.new += kept.status == "new"
                    merged.changed += kept.status == "changed"
                    merged.rejected += kept.status == "rejected"
    merged.known = _merge_states(archive, other) - merged.new
    _merge_watches(archive, other)
    finish_run(archive, run, at=at, failed=len(merged.damaged))
    return merged


def _merge_sources(archive: Archive, other: Archive) -> None:
    with transaction(archive) as connection:
        connection.executemany(
            "INSERT INTO sources (key, name, home, country) VALUES (?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET "
            "name = coalesce(name, excluded.name), home = coalesce(home, excluded.home), "
            "country = coalesce(country, excluded.country)",
            other.connection.execute("SELECT key, name, home, country FROM sources").fetchall())


def _merge_runs(archive: Archive, other: Archive) -> dict[int, int]:
    """The other's run -> its row here, so that provenance still names the run that fetched a page."""
    found: dict[int, int] = {}
    with transaction(archive) as connection:
        for number, *values in other.connection.execute(
                "SELECT r.run_id, r.kind, s.key, r.target, r.software, r.started_at, r.finished_at, r.outcome "
                "FROM runs AS r LEFT JOIN sources AS s USING (source_id)").fetchall():
            here = connection.execute("""
                SELECT run_id FROM runs LEFT JOIN sources AS s USING (source_id)
                WHERE runs.kind IS ? AND s.key IS ? AND runs.target IS ? AND runs.software IS ?
                AND runs.started_at IS ?""", values[:5]).fetchone()
            if here is None:
                here = connection.execute("""
                    INSERT INTO runs (kind, source_id, target, software, started_at, finished_at, outcome)
                    VALUES (?, (SELECT source_id FROM sources WHERE key = ?), ?, ?, ?, ?, ?) RETURNING run_id""",
                    values).fetchone()
            found[number] = here[0]
    return found


def _readings(archive: Archive, other: Archive, capture_id: int, merged: Merged) -> Iterator[Reading]:
    """What was read from a capture that is not here yet, the first revision first."""
    url, digest, publication_id = other.connection.execute(
        "SELECT u.url, c.digest, c.publication_id FROM captures AS c JOIN urls AS u USING (url_id) "
        "WHERE c.capture_id = ?", (capture_id,)).fetchone()
    if archive.connection.execute(
            "SELECT 1 FROM captures AS c JOIN urls AS u USING (url_id) WHERE u.key = ? AND u.url = ? AND c.digest = ?",
            (key_of(url), url, digest)).fetchone():
        return
    try:
        page = load_capture(other, capture_id).page
    except Damaged as error:
        merged.damaged.append(str(error))
        return
    if publication_id is None:
        row = other.connection.execute("SELECT s.key, r.kind, r.reason FROM rejections AS r "
                                       "LEFT JOIN sources AS s USING (source_id) WHERE r.capture_id = ?",
                                       (capture_id,)).fetchone()
        if row:
            yield Reading(page, Rejection(row[0] or "", url, row[1], row[2]))
        return
    for _, _, publication in readings_of(other, capture_id):
        yield Reading(replace(page, source=publication.source), publication)
        break                                 # a page has one outcome, even where a revision came back to it


def _give_uid(archive: Archive, other: Archive, capture_id: int, uid: str | None) -> None:
    """Let a publication keep the uid it has in the other archive: of the first address it was seen at there."""
    (theirs,) = other.connection.execute("SELECT uid FROM publications JOIN captures USING (publication_id) "
                                         "WHERE capture_id = ?", (capture_id,)).fetchone()
    archive.connection.execute("UPDATE OR IGNORE publications SET uid = ? WHERE uid = ?", (theirs, uid))


def _merge_states(archive: Archive, other: Archive) -> int:
    """First and last seen, and gone; how many of the other's publications are here."""
    here = 0
    with transaction(archive) as connection:
        for uid, url, first_seen, last_seen, gone in other.connection.execute(
                "SELECT uid, url, first_seen, last_seen, gone FROM publications").fetchall():
            number = find_publication(connection, url) or find_publication(connection, uid)
            if number is None:
                continue                      # its page is damaged: told already
            here += 1
            connection.execute(
                "UPDATE publications SET first_seen = min(first_seen, ?1), last_seen = max(last_seen, ?2), "
                "gone = CASE WHEN gone IS NULL AND ?3 > last_seen THEN ?3 ELSE gone END WHERE publication_id = ?4",
                (first_seen, last_seen, gone, number))
    return here


def _merge_watches(archive: Archive, other: Archive) -> None:
    """The other's watches, from now on: what came along is not reported as new."""
    with transaction(archive) as connection:
        connection.executemany(
            "INSERT INTO watches (words, filters, notify, created_at, seen_revision_id) "
            "SELECT ?1, ?2, ?3, ?4, (SELECT coalesce(max(revision_id), 0) FROM revisions) "
            "WHERE NOT EXISTS (SELECT 1 FROM watches WHERE words = ?1 AND filters = ?2)",
            other.connection.execute("SELECT words, filters, notify, created_at FROM watches").fetchall())
