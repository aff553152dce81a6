"""Keeps what a better reader makes of pages already kept.

In: captures and their new outcomes. Out: the same publications, better read, with no revision that the page did not
make; rejected pages that turn out to be publications; and never a publication less.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from archive.changes import QUIET_FIELDS
from archive.database import Archive, transaction
from archive.records import Publication, Reading, Rejection
from archive.rows import utc
from archive.store.batch import Batch
from archive.store.content import note_reader_change, read_better, set_evidence
from archive.store.keeping import Keeping
from archive.store.raw import load_capture
from archive.store.stored import load_one, load_revision


@dataclass(frozen=True, slots=True)
class Reread:
    """One capture, and what today's reader makes of it."""

    capture_id: int
    outcome: Publication | Rejection


def unfinished_reparse(archive: Archive, source: str | None, parser: str) -> int | None:
    """The last capture that a stopped or killed reparse of this source with this parser has done; None if none was.

    One that was killed before it had kept anything says nothing; the one before it does.
    """
    found = archive.connection.execute("""
        SELECT outcome, stats ->> 'parser', stats ->> 'done_to' FROM runs
        WHERE kind = 'reparse' AND target IS ? AND stats IS NOT NULL ORDER BY run_id DESC LIMIT 1""",
                                       (source,)).fetchone()
    if found is None or found[0] == "finished" or found[1] != parser:
        return None
    return int(found[2] or 0)


def readings_of(archive: Archive, capture_id: int) -> Iterator[tuple[int, int, Publication]]:
    """Publication, revision and what was read, for each revision that rests on a capture."""
    for number, revision in archive.connection.execute(
            "SELECT publication_id, number FROM revisions WHERE capture_id = ?", (capture_id,)).fetchall():
        publication = load_revision(archive.connection, number, revision)
        assert publication is not None
        yield number, revision, publication


def with_later_touches(archive: Archive, capture_id: int, before: Publication, now: Publication) -> Publication:
    """`now`, with what turns over by itself as a later page of the same revision had it, where there was one."""
    (is_older,) = archive.connection.execute("""
        SELECT EXISTS (SELECT 1 FROM captures AS later JOIN captures AS this ON this.capture_id = ?
                       WHERE later.publication_id = this.publication_id AND later.last_seen > this.last_seen
                       AND later.capture_id NOT IN (SELECT capture_id FROM revisions))""", (capture_id,)).fetchone()
    if not is_older:
        return now
    return replace(now, **{name: getattr(before, name) for name in QUIET_FIELDS if name not in ("evidence", "parser")})


def keep_rereadings(archive: Archive, rereadings: Sequence[Reread], run_id: int, *, at: datetime,
                    progress: dict[str, object]) -> None:
    """Keep new outcomes of old captures, and how far the run has come, in one transaction."""
    with transaction(archive) as connection:
        batch = Batch(archive)
        for one in rereadings:
            _keep_one(archive, batch, one, run_id, utc(at))
        batch.flush()
        archive.captures.flush()
        connection.execute("UPDATE runs SET stats = ? WHERE run_id = ?", (json.dumps(progress), run_id))


def _keep_one(archive: Archive, batch: Batch, one: Reread, run_id: int, at: str) -> None:
    readings = list(readings_of(archive, one.capture_id))
    if isinstance(one.outcome, Rejection):
        if not readings:
            archive.connection.execute("UPDATE rejections SET kind = ?, reason = ?, run_id = ? WHERE capture_id = ?",
                                       (one.outcome.kind, one.outcome.reason, run_id, one.capture_id))
    elif not readings:
        page = load_capture(archive, one.capture_id).page
        batch.intern_urls([page.url, one.outcome.url, *([page.requested_url] if page.requested_url else [])])
        Keeping(archive, batch, Reading(page, one.outcome), run_id, at, None).keep()
        batch.flush()
    for number, revision, before in readings:
        if isinstance(one.outcome, Publication) and one.outcome != before:
            _read_again(archive, batch, number, revision, before, one.outcome, run_id, at)


def _read_again(archive: Archive, batch: Batch, number: int, revision: int, before: Publication, now: Publication,
                run_id: int, at: str) -> None:
    stored = load_one(archive.connection, number)
    if revision == stored.revision:
        read_better(batch, stored, now, run_id, at)
    else:
        (record,) = archive.connection.execute(
            "SELECT record FROM revisions WHERE publication_id = ? AND number = ?", (number, revision)).fetchone()
        known = {key: json.loads(record)[key] for key in ("uid", "first_seen", "last_seen", "gone", "revision")}
        archive.connection.execute(
            "UPDATE revisions SET record = ? WHERE publication_id = ? AND number = ?",
            (json.dumps(now.to_record() | known, ensure_ascii=False), number, revision))
        note_reader_change(batch, set_evidence(batch, number, revision, now), before, now, run_id, at)
    batch.flush()
