"""Keeps one reading: its capture, then its publication or rejection, as rows of a batch."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from archive.batch import Batch
from archive.captures import Visit, digest_of
from archive.changes import Changed, Same, decide, differing_fields
from archive.database import Archive
from archive.records import Page, Publication, Reading, Rejection
from archive.rows import Texts, child_rows, evidence_text, is_spaceless, padded, publication_values, urls_of, utc
from archive.stored import Stored, load_one
from archive.urls import uid_of

Status = Literal["new", "changed", "same", "rejected"]
Reread = Callable[[Page], Publication | Rejection]


@dataclass(frozen=True, slots=True)
class Kept:
    """What keeping a reading came to; `uid` and `revision` are None for a rejection."""

    status: Status
    uid: str | None = None
    revision: int | None = None
    changed: tuple[str, ...] = ()             # fields of the new revision that differ from the one before


class Keeping:
    """The keeping of one reading: its capture, then its publication or rejection."""

    def __init__(self, archive: Archive, batch: Batch, reading: Reading, run_id: int, started_at: str,
                 reread: Reread | None) -> None:
        self.archive, self.batch, self.run_id, self.reread = archive, batch, run_id, reread
        self.page, self.outcome = reading.page, reading.outcome
        self.seen_at = utc(self.page.fetched_at) if self.page.fetched_at else started_at
        self.digest = digest_of(self.page.body)

    def keep(self) -> Kept:
        """Rows for all of it, in the batch or written."""
        number = self._publication_at_page()
        if number in self.batch.pending:
            self.batch.flush()
        if isinstance(self.outcome, Rejection):
            return self._reject(self.outcome)
        if number is None:
            return self._add(self.outcome)
        return self._keep_again(load_one(self.archive.connection, number), self.outcome)

    def _addresses(self) -> list[str]:
        """Where this page lives, the most trusted first."""
        canonical = [self.outcome.url] if isinstance(self.outcome, Publication) else []
        return [*canonical, self.page.url, *([self.page.requested_url] if self.page.requested_url else [])]

    def _publication_at_page(self) -> int | None:
        return self.batch.publication_at(self._addresses())

    def _add(self, new: Publication) -> Kept:
        number, uid = self.batch.number("publications"), uid_of(new.url)
        body = new.text
        self.batch.rows["publications"].append(
            (number, uid, self._source_id(new), *publication_values(new, body), 1, self.seen_at, self.seen_at,
             None, None))
        self.batch.pending.add(number)
        self.batch.settle(number, self._addresses())
        capture_id = self._capture(number)
        self._add_revision(new, number, capture_id, 1, None)
        self._add_children(new, number)
        self._index(number, (new.title, new.dek, body))
        self._unreject()
        return Kept("new", uid, 1)

    def _keep_again(self, old: Stored, new: Publication) -> Kept:
        number = old.publication_id
        self.batch.settle(number, self._addresses())
        earlier = self._earlier_capture()
        capture_id = self._capture(number)
        if earlier is None and self.seen_at < self._revision_seen_at(old):
            self._touch(old)                 # an older page, ingested later: its bytes are kept, the newer text stands
            return Kept("same", old.uid, old.revision)
        if earlier is not None and earlier == self._revision_capture(old):
            if old.publication.parser != new.parser:
                self._read_better(old, new)
            self._touch(old)
            return Kept("same", old.uid, old.revision)
        match decide(old.publication, new):
            case Changed() as change:
                return self._revise(old, new, capture_id, change)
            case Same(refreshed):
                self._refresh(old, new, refreshed)
        self._touch(old)
        return Kept("same", old.uid, old.revision)

    def _revise(self, old: Stored, new: Publication, capture_id: int, change: Changed) -> Kept:
        record = json.dumps(old.to_record(), ensure_ascii=False)
        self.archive.connection.execute("UPDATE revisions SET record = ? WHERE publication_id = ? AND number = ?",
                                        (record, old.publication_id, old.revision))
        self._replace(old, new)
        self._add_revision(new, old.publication_id, capture_id, old.revision + 1, change)
        self.archive.connection.execute("UPDATE publications SET revision = ? WHERE publication_id = ?",
                                        (old.revision + 1, old.publication_id))
        self._touch(old)
        return Kept("changed", old.uid, old.revision + 1, change.fields)

    def _read_better(self, old: Stored, new: Publication) -> None:
        """The same bytes, read by another reader: the revision says it better, and stays the same revision."""
        changed = differing_fields(old.publication, new)
        self._replace(old, new)
        revision_id = self._set_evidence(old, new)
        if changed:
            self.batch.rows["reader_changes"].append(
                (self.batch.number("reader_changes"), revision_id, self.run_id, self.seen_at, old.publication.parser,
                 new.parser, json.dumps(changed)))

    def _refresh(self, old: Stored, new: Publication, fields: tuple[str, ...]) -> None:
        """Bring up to date what turns over by itself."""
        if not fields:
            return
        kept = replace(old.publication, **{name: getattr(new, name) for name in fields})
        self._replace(old, kept)
        self._set_evidence(old, kept)

    def _replace(self, old: Stored, new: Publication) -> None:
        connection, number, body = self.archive.connection, old.publication_id, new.text
        before = (old.publication.title, old.publication.dek, old.publication.text)
        if before != (new.title, new.dek, body):
            self._unindex(number, before)
            self._index(number, (new.title, new.dek, body))
        connection.execute("""
            UPDATE publications SET source_id = coalesce(?, source_id), url = ?, type = ?, title = ?, dek = ?,
                published = ?, modified = ?, published_raw = ?, language = ?, section = ?, body = ?, blocks = ?,
                word_count = ?, ad_slots = ?, parser = ?, spaceless = ?
            WHERE publication_id = ?""", (self._source_id(new), *publication_values(new, body), number))
        self.batch.forget_children(number)
        self._add_children(new, number)

    def _set_evidence(self, old: Stored, new: Publication) -> int:
        evidence_id = self.batch.evidence_id(evidence_text(new.evidence))
        self.batch.flush()
        (revision_id,) = self.archive.connection.execute(
            "UPDATE revisions SET evidence_id = ?, parser = ? WHERE publication_id = ? AND number = ? "
            "RETURNING revision_id", (evidence_id, new.parser, old.publication_id, old.revision)).fetchone()
        assert isinstance(revision_id, int)
        return revision_id

    def _touch(self, old: Stored) -> None:
        self.archive.connection.execute(
            "UPDATE publications SET first_seen = min(first_seen, ?1), last_seen = max(last_seen, ?1), gone = NULL "
            "WHERE publication_id = ?2", (self.seen_at, old.publication_id))
        self._unreject()

    def _reject(self, rejection: Rejection) -> Kept:
        earlier = self._earlier_capture()
        if earlier is not None and self._capture_publication(earlier) is not None:
            self._capture(self._capture_publication(earlier))  # one page, one outcome: what was read from it stands
            return Kept("rejected")
        capture_id = self._capture(None)
        self.batch.flush()
        self.archive.connection.execute(
            "INSERT INTO rejections (url_id, source_id, run_id, capture_id, kind, reason, first_seen, last_seen) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7) ON CONFLICT (url_id) DO UPDATE SET run_id = ?3, capture_id = ?4, "
            "kind = ?5, reason = ?6, last_seen = max(last_seen, ?7)",
            (self.batch.url_id(self.page.url), self._source_id(rejection), self.run_id, capture_id, rejection.kind,
             rejection.reason, self.seen_at))
        return Kept("rejected")

    def _unreject(self) -> None:
        self.archive.connection.execute("DELETE FROM rejections WHERE url_id = ?",
                                        (self.batch.url_id(self.page.url),))

    def _source_id(self, outcome: Publication | Rejection) -> int | None:
        return self.batch.source_id(outcome.source or self.page.source)

    def _add_children(self, new: Publication, number: int) -> None:
        batch = self.batch
        batch.intern_urls(urls_of(new))
        for table, rows in child_rows(new, number, batch.url_id, batch.author_id, batch.topic_id).items():
            batch.rows[table] += rows

    def _add_revision(self, new: Publication, number: int, capture_id: int, revision: int,
                      change: Changed | None) -> None:
        self.batch.rows["revisions"].append(
            (self.batch.number("revisions"), number, revision, capture_id, self.seen_at,
             json.dumps(change.fields) if change else None, change.words_added if change else None,
             change.words_removed if change else None, self.batch.evidence_id(evidence_text(new.evidence)),
             new.parser, None))

    def _index(self, number: int, texts: Texts) -> None:
        self.batch.rows["publications_fts"].append((number, *texts))
        if is_spaceless(*texts):
            self.batch.rows["spaceless_fts"].append((number, *padded(texts)))

    def _unindex(self, number: int, texts: Texts) -> None:
        self.batch.flush()
        delete = "INSERT INTO {0} ({0}, rowid, title, dek, body) VALUES ('delete', ?, ?, ?, ?)"
        self.archive.connection.execute(delete.format("publications_fts"), (number, *texts))
        if is_spaceless(*texts):
            self.archive.connection.execute(delete.format("spaceless_fts"), (number, *padded(texts)))

    # The capture

    def _earlier_capture(self) -> int | None:
        """The capture of the same bytes at the same address, if there is one."""
        found = self.archive.connection.execute("SELECT capture_id FROM captures WHERE url_id = ? AND digest = ?",
                                                (self.batch.url_id(self.page.url), self.digest)).fetchone()
        return found[0] if found else None

    def _capture_publication(self, capture_id: int) -> int | None:
        found: tuple[int | None] = self.archive.connection.execute(
            "SELECT publication_id FROM captures WHERE capture_id = ?", (capture_id,)).fetchone()
        return found[0]

    def _revision_capture(self, old: Stored) -> int:
        (capture_id,) = self.archive.connection.execute(
            "SELECT capture_id FROM revisions WHERE publication_id = ? AND number = ?",
            (old.publication_id, old.revision)).fetchone()
        assert isinstance(capture_id, int)
        return capture_id

    def _revision_seen_at(self, old: Stored) -> str:
        (seen_at,) = self.archive.connection.execute(
            "SELECT seen_at FROM revisions WHERE publication_id = ? AND number = ?",
            (old.publication_id, old.revision)).fetchone()
        return str(seen_at)

    def _capture(self, publication_id: int | None) -> int:
        """The number of the capture of this page: a new one, or that of the same bytes, seen again."""
        page, headers = self.page, self.page.headers
        earlier = self._earlier_capture()
        if earlier is not None:
            self.batch.flush()
            self._note_revisit(earlier)
            self.archive.connection.execute(
                "UPDATE captures SET last_seen = max(last_seen, ?), etag = ?, last_modified = ?, publication_id = ? "
                "WHERE capture_id = ?",
                (self.seen_at, headers.get("etag"), headers.get("last-modified"), publication_id, earlier))
            return earlier
        number = self.batch.number("captures")
        place = self.archive.captures.write(page, self.digest, self.seen_at)
        requested = page.requested_url if page.requested_url != page.url else None
        self.batch.rows["captures"].append(
            (number, self.run_id, self.batch.url_id(page.url), self.batch.url_id(requested) if requested else None,
             publication_id, self.seen_at, self.seen_at, page.status, headers.get("content-type"),
             headers.get("etag"), headers.get("last-modified"), self.digest, len(page.body),
             place.file, place.offset, place.length))
        return number

    def _note_revisit(self, capture_id: int) -> None:
        """Keep in the WARC that the page was fetched again and had the same bytes; files on disk are not visited."""
        if self.page.fetched_at is None:
            return
        fetched_at, last_seen = self.archive.connection.execute(
            "SELECT fetched_at, last_seen FROM captures WHERE capture_id = ?", (capture_id,)).fetchone()
        if self.seen_at > last_seen:
            self.archive.captures.write_revisit(self.page, self.digest, self.seen_at, Visit(self.page.url, fetched_at))
