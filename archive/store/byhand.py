"""Puts right by hand what a page says, or was read to say; leaves out what has no place in the archive.

In: a publication, and values for some of its fields. Out: the same publication with these values, which stay whatever
is fetched or read again (`archive.changes.with_what_stays`). No revision: the page did not change, and what it said
stands in the evidence.
"""

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from archive.changes import BY_HAND, LEFT_OUT
from archive.clusters import forget_text
from archive.database import Archive, transaction
from archive.records import Publication
from archive.rows import utc
from archive.store.batch import Batch
from archive.store.content import replace_content, set_evidence, unindex
from archive.store.runs import settle
from archive.store.stored import load_one

SHOWN_AT_MOST = 200           # characters that the evidence shows of a value which was put right
_PAGE = "; the page: "


def correct(archive: Archive, number: int, values: Mapping[str, Any], *, at: datetime) -> None:
    """Let a publication have these values (of fields of `Publication`) in place of what its page says."""
    def corrected(old: Publication) -> Publication:
        evidence = {name: BY_HAND + utc(at)[:10] + _PAGE + _said(old, name) for name in values}
        return replace(old, **values, evidence={**old.evidence, **evidence})

    _keep(archive, number, corrected)


def without_corrections(publication: Publication) -> Publication:
    """The publication, holding no more to what was put right by hand when it is read again."""
    return replace(publication, evidence={name: origin for name, origin in publication.evidence.items()
                                          if not origin.startswith(BY_HAND)})


def restore(archive: Archive, number: int, read: Publication) -> None:
    """Let a publication say what its page does, read again as `read`."""
    _keep(archive, number, lambda _: read)


def leave_out(archive: Archive, number: int, reason: str) -> None:
    """Take a publication and its history out of the archive, for good; its pages stay, as rejections."""
    archive.locks.share(None)
    with transaction(archive) as connection:
        publication = load_one(connection, number).publication
        _reject(connection, number, LEFT_OUT + reason)
        take_out(Batch(archive), number, publication)
    settle(archive)


def take_out(batch: Batch, number: int, publication: Publication) -> None:
    """Delete a publication and what hangs on it, within a transaction of the caller's; its pages stay."""
    unindex(batch, number, (publication.title, publication.dek, publication.text))
    forget_text(batch.connection, number)
    batch.forget_children(number)
    for statement in _LEAVING:
        batch.connection.execute(statement, (number,))
    batch.connection.execute(_UNSEEN)


def take_back(archive: Archive, url_key: int) -> int | None:
    """The last capture of a page that was left out, which is a plain rejection from now on; None for any other page."""
    with transaction(archive) as connection:
        found = connection.execute(
            "UPDATE rejections SET reason = 'taken back' WHERE reason GLOB ? AND url_id IN "
            "(SELECT url_id FROM urls WHERE key = ?) RETURNING capture_id", (LEFT_OUT + "*", url_key)).fetchall()
    return max((number for (number,) in found), default=None)


def _keep(archive: Archive, number: int, change: Callable[[Publication], Publication]) -> None:
    archive.locks.share(None)
    with transaction(archive) as connection:
        batch, old = Batch(archive), load_one(connection, number)
        new = change(old.publication)
        replace_content(batch, old, new, None)
        set_evidence(batch, number, old.revision, new)
        batch.flush()
    settle(archive)


def _said(publication: Publication, name: str) -> str:
    """What the page says of a field, and where: of one put right before, what it was said to say then."""
    origin = publication.evidence.get(name, "")
    if origin.startswith(BY_HAND):
        return origin.partition(_PAGE)[2]
    value = publication.to_record()[name]
    if isinstance(value, list):
        value = ", ".join(one["name"] if isinstance(one, dict) else one for one in value)
    return f"{(value or 'nothing')[:SHOWN_AT_MOST]}{f' ({origin})' if origin else ''}"


def _reject(connection: sqlite3.Connection, number: int, reason: str) -> None:
    """Every page of the publication is a rejection, so that it has an outcome and is known when it is met again."""
    connection.execute("""
        INSERT INTO rejections (url_id, source_id, run_id, capture_id, kind, reason, first_seen, last_seen)
        SELECT c.url_id, p.source_id, c.run_id, max(c.capture_id), 'not-a-publication', ?,
               min(c.fetched_at), max(c.last_seen)
        FROM captures AS c JOIN publications AS p USING (publication_id) WHERE publication_id = ? GROUP BY c.url_id
        ON CONFLICT (url_id) DO UPDATE SET kind = excluded.kind, reason = excluded.reason""", (reason, number))


_LEAVING = (
    "UPDATE captures SET publication_id = NULL WHERE publication_id = ?",
    "UPDATE urls SET publication_id = NULL WHERE publication_id = ?",
    "DELETE FROM watch_hits WHERE revision_id IN (SELECT revision_id FROM revisions WHERE publication_id = ?)",
    "DELETE FROM reader_changes WHERE revision_id IN (SELECT revision_id FROM revisions WHERE publication_id = ?)",
    "DELETE FROM revisions WHERE publication_id = ?",
    "DELETE FROM packed_columns WHERE span = ? >> 12",
    "DELETE FROM publications WHERE publication_id = ?",
)
# The numbers of the last revisions are given anew, and watches would take what gets them for seen.
_UNSEEN = """UPDATE watches SET seen_revision_id = min(seen_revision_id,
    (SELECT coalesce(max(revision_id), 0) FROM revisions))"""
