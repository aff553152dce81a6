"""Keeps one reading: its capture, then its publication or rejection, as rows of a batch."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from archive.captures import Damaged, Visit, digest_of
from archive.changes import LEFT_OUT, Changed, Same, decide, evidence_after, with_what_stays
from archive.database import Archive
from archive.records import Page, Publication, Reading, Rejection
from archive.rows import utc
from archive.store.batch import Batch
from archive.store.content import (
    add_content,
    add_next_revision,
    add_revision,
    read_better,
    replace_content,
    set_evidence,
)
from archive.store.earlier import keep_earlier
from archive.store.raw import keep_missing_bytes, load_capture
from archive.store.stored import Stored, load_one
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
        self.started_at = started_at
        self.page, self.outcome, self.keep_bytes = reading.page, reading.outcome, reading.keep_bytes
        self.takes_over = reading.takes_over
        self.seen_at = utc(self.page.fetched_at) if self.page.fetched_at else started_at
        self.digest = reading.digest or digest_of(self.page.body)

    def keep(self) -> Kept:
        """Rows for all of it, in the batch or written."""
        number = self.batch.publication_at(self._addresses())
        if number in self.batch.pending:
            self.batch.flush()
        if isinstance(self.outcome, Rejection):
            return self._reject(self.outcome)
        if number is None:
            left_out = self._left_out(self.outcome)
            return self._reject(left_out) if left_out else self._add(self.outcome)
        old = load_one(self.archive.connection, number)
        kept = self._keep_again(old, with_what_stays(old.publication, self.outcome))
        self.batch.pending.add(number)         # another page of this batch may be the same publication
        return kept

    def _addresses(self) -> list[str]:
        """Where this page lives, the most trusted first."""
        canonical = [self.outcome.url] if isinstance(self.outcome, Publication) else []
        return [*canonical, self.page.url, *(url for url in (self.page.requested_url, self.takes_over) if url)]

    def _left_out(self, new: Publication) -> Rejection | None:
        """The rejection, where somebody has left out by hand what stands at one of its addresses."""
        for url in self._addresses():
            found = None if self.batch.is_new(url) else self.archive.connection.execute(
                "SELECT reason FROM rejections WHERE url_id = ?",
                (self.batch.url_id(url),)).fetchone()
            if found and found[0].startswith(LEFT_OUT):
                return Rejection(new.source, new.url, "not-a-publication", found[0])
        return None

    def _add(self, new: Publication) -> Kept:
        number, uid = self.batch.number("publications"), uid_of(new.url)
        self.batch.pending.add(number)
        add_content(self.batch, number, uid, new, self._source_id(new), self.seen_at)
        self.batch.settle(number, self._addresses())
        capture_id = self._capture(number)
        add_revision(self.batch, number, 1, new, capture_id, self.seen_at)
        self._unreject()
        return Kept("new", uid, 1)

    def _keep_again(self, old: Stored, new: Publication) -> Kept:
        number = old.publication_id
        read_from, read_at = self._current_capture(old)
        self.batch.settle(number, self._addresses())
        is_known = self._earlier_capture() is not None
        capture_id = self._capture(number)
        self._touch(old)
        is_older = self.seen_at < read_at or (capture_id != read_from and self.seen_at < old.last_seen)
        if is_older and self.seen_at < self.started_at:
            return self._keep_earlier(old, new, capture_id)
        if self.seen_at < read_at and not is_known:
            return Kept("same", old.uid, old.revision)   # two pages of one run: the one fetched last stands
        if capture_id == read_from:
            if old.publication != new:
                read_better(self.batch, old, new, self.run_id, self.seen_at)
            return Kept("same", old.uid, old.revision)
        if old.publication.parser != new.parser:
            old = self._read_anew(old, read_from)
        match decide(old.publication, new):
            case Changed() as change:
                return self._revise(old, new, capture_id, change)
            case Same(refreshed, stayed) if refreshed:
                self._refresh(old, new, refreshed, stayed)
        return Kept("same", old.uid, old.revision)

    def _keep_earlier(self, old: Stored, new: Publication, capture_id: int) -> Kept:
        """The page was fetched before this run, and a later one is kept: it takes its place in the history."""
        def as_read_now(read_from: int, then: Publication) -> Publication:
            again = self._read_again(read_from) if then.parser != new.parser else None
            return with_what_stays(then, again) if isinstance(again, Publication) else then

        fields = keep_earlier(self.batch, old, new, capture_id, self.seen_at, as_read_now=as_read_now)
        (revision,) = self.archive.connection.execute("SELECT revision FROM publications WHERE publication_id = ?",
                                                      (old.publication_id,)).fetchone()
        return Kept("same" if fields is None else "changed", old.uid, revision, fields or ())

    def _read_anew(self, old: Stored, capture_id: int) -> Stored:
        """What was kept, as today's reader has it: then what still differs is what the page changed."""
        again = self._read_again(capture_id)
        if isinstance(again, Publication):
            again = with_what_stays(old.publication, again)
        if not isinstance(again, Publication) or again == old.publication:
            return old
        read_better(self.batch, old, again, self.run_id, self.seen_at)
        self.batch.flush()
        return load_one(self.archive.connection, old.publication_id)

    def _read_again(self, capture_id: int) -> Publication | Rejection | None:
        """What today's reader makes of a page kept before; None without a reader, or where its bytes are damaged."""
        if self.reread is None:
            return None
        try:
            return self.reread(load_capture(self.archive, capture_id).page)
        except Damaged:
            return None                                  # `check` tells; the page's change is kept all the same

    def _revise(self, old: Stored, new: Publication, capture_id: int, change: Changed) -> Kept:
        replace_content(self.batch, old, new, self._source_id(new))
        number = add_next_revision(self.batch, old, new, capture_id, self.seen_at, change)
        return Kept("changed", old.uid, number, change.fields)

    def _refresh(self, old: Stored, new: Publication, fields: tuple[str, ...], stayed: tuple[str, ...]) -> None:
        """Bring up to date what turns over by itself."""
        kept = replace(old.publication, **{name: getattr(new, name) for name in fields})
        kept = replace(kept, evidence=evidence_after(old.publication, new, stayed))
        replace_content(self.batch, old, kept, self._source_id(new))
        set_evidence(self.batch, old.publication_id, old.revision, kept)

    def _touch(self, old: Stored) -> None:
        """It was seen once more; one that had no source has the one it is seen under."""
        source_id = None if old.publication.source else self._source_id(self.outcome)
        if source_id is not None:
            self.batch.flush()                 # a source that is new is a row of the batch as yet
        self.archive.connection.execute(
            "UPDATE publications SET first_seen = min(first_seen, :seen), last_seen = max(last_seen, :seen), "
            "gone = CASE WHEN gone > :seen THEN gone END, source_id = coalesce(source_id, :source) "
            "WHERE publication_id = :number",
            {"seen": self.seen_at, "source": source_id, "number": old.publication_id})
        self._unreject()

    def _reject(self, rejection: Rejection) -> Kept:
        earlier = self._earlier_capture()
        if earlier is not None and self._capture_publication(earlier) is not None:
            self._capture(self._capture_publication(earlier))  # one page, one outcome: what was read from it stands
            return Kept("rejected")
        capture_id, source_id = self._capture(None), self._source_id(rejection)
        self.batch.flush()                     # a source that is new is a row of the batch as yet
        self.archive.connection.execute(
            "INSERT INTO rejections (url_id, source_id, run_id, capture_id, kind, reason, first_seen, last_seen) "
            "VALUES (:url, :source, :run, :capture, :kind, :reason, :seen, :seen) ON CONFLICT (url_id) "
            "DO UPDATE SET run_id = excluded.run_id, capture_id = excluded.capture_id, kind = excluded.kind, "
            "reason = iif(reason GLOB :left_out, reason, excluded.reason), "
            "last_seen = max(last_seen, excluded.last_seen)",
            {"url": self.batch.url_id(self.page.url), "source": source_id, "run": self.run_id, "capture": capture_id,
             "kind": rejection.kind, "reason": rejection.reason, "seen": self.seen_at, "left_out": LEFT_OUT + "*"})
        return Kept("rejected")

    def _unreject(self) -> None:
        if not self.batch.is_new(self.page.url):
            self.archive.connection.execute("DELETE FROM rejections WHERE url_id = ?",
                                            (self.batch.url_id(self.page.url),))

    def _source_id(self, outcome: Publication | Rejection) -> int | None:
        return self.batch.source_id(outcome.source or self.page.source)

    def _earlier_capture(self) -> int | None:
        """The capture of the same bytes at the same address, if there is one."""
        if self.batch.is_new(self.page.url):
            return None
        found = self.archive.connection.execute("SELECT capture_id FROM captures WHERE url_id = ? AND digest = ?",
                                                (self.batch.url_id(self.page.url), self.digest)).fetchone()
        return found[0] if found else None

    def _capture_publication(self, capture_id: int) -> int | None:
        found: tuple[int | None] = self.archive.connection.execute(
            "SELECT publication_id FROM captures WHERE capture_id = ?", (capture_id,)).fetchone()
        return found[0]

    def _current_capture(self, old: Stored) -> tuple[int, str]:
        """The capture that the current revision was read from, and when it was seen."""
        found: tuple[int, str] = self.archive.connection.execute(
            "SELECT capture_id, seen_at FROM revisions WHERE publication_id = ? AND number = ?",
            (old.publication_id, old.revision)).fetchone()
        return found

    def _capture(self, publication_id: int | None) -> int:
        """The number of the capture of this page: a new one, or that of the same bytes, seen again."""
        page, headers = self.page, self.page.headers
        earlier = self._earlier_capture()
        if earlier is not None:
            self.batch.flush()
            if self.keep_bytes and not keep_missing_bytes(self.archive, earlier, self.page):
                self._note_revisit(earlier)
            self.archive.connection.execute(
                "UPDATE captures SET etag = iif(:seen < last_seen, etag, :etag), "
                "last_modified = iif(:seen < last_seen, last_modified, :modified), last_seen = max(last_seen, :seen), "
                "publication_id = :publication WHERE capture_id = :capture",
                {"seen": self.seen_at, "etag": headers.get("etag"), "modified": headers.get("last-modified"),
                 "publication": publication_id, "capture": earlier})
            return earlier
        number = self.batch.number("captures")
        place = self.archive.captures.write(page, self.digest, self.seen_at) if self.keep_bytes else None
        requested = page.requested_url if page.requested_url != page.url else None
        self.batch.rows["captures"].append(
            (number, self.run_id, self.batch.url_id(page.url), self.batch.url_id(requested) if requested else None,
             publication_id, self.seen_at, self.seen_at, page.status, headers.get("content-type"),
             headers.get("etag"), headers.get("last-modified"), self.digest, len(page.body),
             *((place.file, place.offset, place.length) if place else (None, None, None))))
        return number

    def _note_revisit(self, capture_id: int) -> None:
        """Keep in the WARC that the page was fetched again and had the same bytes; files on disk are not visited."""
        if self.page.fetched_at is None:
            return
        fetched_at, last_seen = self.archive.connection.execute(
            "SELECT fetched_at, last_seen FROM captures WHERE capture_id = ?", (capture_id,)).fetchone()
        if self.seen_at > last_seen:
            self.archive.captures.write_revisit(self.page, self.digest, self.seen_at, Visit(self.page.url, fetched_at))
