"""Brings another archive in: nothing twice, ids stable, every page with the day and the run that fetched it.

In: two archives. Out: the first, with what only the other had. Pages are written anew: the other's files can go.
Where both know a publication, its uid here stands, and the revisions of both stand in the order of their pages.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import groupby, islice
from operator import itemgetter

from archive.captures import Damaged
from archive.changes import BY_HAND, with_what_stays
from archive.database import Archive, transaction
from archive.frontier.memory import merge_memory, source_numbers
from archive.records import Page, Publication, Reading, Rejection
from archive.store import finish_run, keep_many, start_run
from archive.store.batch import Batch
from archive.store.content import replace_content, set_evidence
from archive.store.raw import has_bytes, keep_missing_bytes, load_capture, load_without_body
from archive.store.stored import find_publication, key_of, load_at, load_one, load_revision, load_stored

BATCH = 200

# An archive, a page it keeps and what was read from it -> what today's reader makes of the page.
Reread = Callable[[Archive, Page, Publication | None], Publication | Rejection]


@dataclass(slots=True)
class Merged:
    """What came of it."""

    new: int = 0                      # publications only the other had
    changed: int = 0                  # revisions only the other had
    known: int = 0                    # publications both had
    rejected: int = 0                 # rejected pages only the other had
    damaged: list[str] = field(default_factory=list)  # what is wrong with pages brought in without their bytes


def merge_archive(archive: Archive, other: Archive, *, at: datetime, reread: Reread | None = None) -> Merged:
    """Bring `other` into `archive`; twice changes nothing more.

    `reread` is today's reader: where the two were read by different ones, the history shows what the page changed.
    """
    run = start_run(archive, "merge", at=at, target=str(other.path))
    merged = Merged()
    _merge_sources(archive, other)
    runs = _merge_runs(archive, other)
    captures = iter(other.connection.execute("SELECT run_id, capture_id FROM captures ORDER BY fetched_at, capture_id"
                                             ).fetchall())
    while batch := list(islice(captures, BATCH)):
        with transaction(archive):
            for run_id, group in groupby(batch, key=itemgetter(0)):
                bringing = _Bringing(archive, other, merged, reread)
                bringing.bring([capture_id for _, capture_id in group], run, runs[run_id])
    merged.known = _merge_states(archive, other) - merged.new
    _merge_corrections(archive, other)
    merge_memory(archive, other, runs)
    _merge_watches(archive, other)
    finish_run(archive, run, at=at, failed=len(merged.damaged))
    return merged


def _merge_sources(archive: Archive, other: Archive) -> None:
    with transaction(archive) as connection:
        connection.executemany(
            "INSERT INTO sources (key, name, home, country, licence) VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) "
            "DO UPDATE SET name = coalesce(name, excluded.name), home = coalesce(home, excluded.home), "
            "country = coalesce(country, excluded.country), licence = coalesce(licence, excluded.licence)",
            other.connection.execute("SELECT key, name, home, country, licence FROM sources").fetchall())


_RUN = "kind, source_id, target, software, started_at, finished_at, outcome, new, changed, same, gone, rejected, " \
       "failed, stats"


def _merge_runs(archive: Archive, other: Archive) -> dict[int, int]:
    """The other's run -> its row here, so that provenance still names the run that fetched a page."""
    found: dict[int, int] = {}
    sources = source_numbers(archive, other)
    with transaction(archive) as connection:
        for number, kind, source_id, *rest in other.connection.execute(f"SELECT run_id, {_RUN} FROM runs").fetchall():  # noqa: S608
            values = (kind, sources[source_id] if source_id else None, *rest)
            here = connection.execute("SELECT run_id FROM runs WHERE kind IS ? AND source_id IS ? AND target IS ? "
                                      "AND software IS ? AND started_at IS ?", values[:5]).fetchone()
            if here is None:
                here = connection.execute(f"INSERT INTO runs ({_RUN}) VALUES ({', '.join('?' * len(values))}) "  # noqa: S608
                                          "RETURNING run_id", values).fetchone()
            found[number] = here[0]
    return found


@dataclass(frozen=True, slots=True)
class _Bringing:
    """The bringing of pages that one run of the other archive fetched."""

    archive: Archive
    other: Archive
    merged: Merged
    reread: Reread | None

    def bring(self, capture_ids: Sequence[int], run: int, fetched_by: int) -> None:
        """Keep them, in the merge's run, and let their captures name the run that fetched them."""
        connection, merged = self.archive.connection, self.merged
        (last,) = connection.execute("SELECT coalesce(max(capture_id), 0) FROM captures").fetchone()
        found = [(number, reading) for number in capture_ids if (reading := self._reading(number)) is not None]
        kept = keep_many(self.archive, [reading for _, reading in found], run,
                         reread=self._read_here if self.reread else None)
        connection.executemany(
            "UPDATE captures SET body_bytes = ? WHERE capture_id > ? AND digest = ?",
            [(self._body_bytes(number), last, reading.digest) for number, reading in found if not reading.keep_bytes])
        for table in ("captures", "rejections"):
            connection.execute(f"UPDATE {table} SET run_id = ? WHERE capture_id > ?", (fetched_by, last))  # noqa: S608
        for (number, _), one in zip(found, kept, strict=True):
            if one.status == "new":
                self._give_uid(number, one.uid)
            merged.new += one.status == "new"
            merged.changed += one.status == "changed"
            merged.rejected += one.status == "rejected"

    def _reading(self, capture_id: int) -> Reading | None:
        """What was read from a capture, without its bytes where they are lost; None where it is here already."""
        url, digest, publication_id, fetched_at, last_seen, file = self.other.connection.execute(
            "SELECT u.url, c.digest, c.publication_id, c.fetched_at, c.last_seen, c.file FROM captures AS c "
            "JOIN urls AS u USING (url_id) WHERE c.capture_id = ?", (capture_id,)).fetchone()
        here = self.archive.connection.execute(
            "UPDATE captures SET last_seen = max(last_seen, ?) WHERE digest = ? AND url_id IN "
            "(SELECT url_id FROM urls WHERE key = ? AND url = ?) RETURNING fetched_at, capture_id",
            (last_seen, digest, key_of(url), url)).fetchone()
        is_here = here is not None and (publication_id is None or here[0] <= fetched_at)
        if is_here and (file is None or has_bytes(self.archive, here[1])):
            return None
        page = self._page(capture_id, is_kept=file is not None)
        if is_here:
            if page is not None:
                keep_missing_bytes(self.archive, here[1], page)
            return None
        outcome = self._rejection(capture_id) if publication_id is None else \
            self._publication(page, capture_id, publication_id, fetched_at)
        if outcome is None:
            return None
        known = page if page is not None else load_without_body(self.other, capture_id)
        return Reading(replace(known, source=outcome.source), outcome, keep_bytes=page is not None, digest=digest)

    def _page(self, capture_id: int, *, is_kept: bool) -> Page | None:
        """The page of a capture; None where its bytes were not kept, or are damaged, which is noted."""
        try:
            return load_capture(self.other, capture_id).page if is_kept else None
        except Damaged as error:
            self.merged.damaged.append(str(error))
            return None

    def _body_bytes(self, capture_id: int) -> int:
        found: tuple[int] = self.other.connection.execute("SELECT body_bytes FROM captures WHERE capture_id = ?",
                                                          (capture_id,)).fetchone()
        return found[0]

    def _rejection(self, capture_id: int) -> Rejection | None:
        row = self.other.connection.execute("""
            SELECT coalesce(s.key, ''), u.url, r.kind, r.reason FROM captures AS c JOIN rejections AS r USING (url_id)
            JOIN urls AS u USING (url_id) LEFT JOIN sources AS s USING (source_id) WHERE c.capture_id = ?""",
            (capture_id,)).fetchone()
        return Rejection(*row) if row else None

    def _publication(self, page: Page | None, capture_id: int, number: int, fetched_at: str) -> Publication | None:
        """What the page said: its own revision, else the one that stood then; as read today, where readers differ."""
        (revision,) = self.other.connection.execute(
            "SELECT coalesce(min(number) FILTER (WHERE capture_id = ?), max(number) FILTER (WHERE seen_at <= ?)) "
            "FROM revisions WHERE publication_id = ?", (capture_id, fetched_at, number)).fetchone()
        kept = load_revision(self.other.connection, number, revision) if revision is not None else None
        if self.reread is not None and page is not None and (kept is None or self._is_read_otherwise_here(kept)):
            again = self.reread(self.other, page, kept)
            return again if isinstance(again, Publication) else kept
        return kept

    def _is_read_otherwise_here(self, publication: Publication) -> bool:
        number = find_publication(self.archive.connection, publication.url)
        return number is not None and self.archive.connection.execute(
            "SELECT 1 FROM publications WHERE publication_id = ? AND parser = ?",
            (number, publication.parser)).fetchone() is None

    def _read_here(self, page: Page) -> Publication | Rejection:
        """A page kept here, read as it would be read today."""
        assert self.reread is not None
        return self.reread(self.archive, page, load_at(self.archive.connection, page.url))

    def _give_uid(self, capture_id: int, uid: str | None) -> None:
        """Let a publication keep the uid it has in the other archive: of the first address it was seen at there."""
        (theirs,) = self.other.connection.execute(
            "SELECT uid FROM publications JOIN captures USING (publication_id) WHERE capture_id = ?",
            (capture_id,)).fetchone()
        self.archive.connection.execute("UPDATE OR IGNORE publications SET uid = ? WHERE uid = ?", (theirs, uid))


def _merge_states(archive: Archive, other: Archive) -> int:
    """First and last seen, and gone; how many of the other's publications are here."""
    here = 0
    with transaction(archive) as connection:
        for uid, url, first_seen, last_seen, gone in other.connection.execute(
                "SELECT uid, url, first_seen, last_seen, gone FROM publications").fetchall():
            number = find_publication(connection, url) or find_publication(connection, uid)
            if number is None:
                continue                      # nothing says what it was read from
            here += 1
            connection.execute(
                "UPDATE publications SET first_seen = min(first_seen, :first), last_seen = max(last_seen, :last), "
                "gone = CASE WHEN gone IS NULL AND :gone > last_seen THEN :gone "
                "WHEN gone < :last THEN NULL ELSE gone END WHERE publication_id = :number",
                {"first": first_seen, "last": last_seen, "gone": gone, "number": number})
    return here


def _merge_corrections(archive: Archive, other: Archive) -> None:
    """What was put right by hand in the other; what was put right here stands."""
    theirs = [number for (number,) in other.connection.execute(
        "SELECT publication_id FROM revisions JOIN evidence_sets USING (evidence_id) WHERE record IS NULL "
        "AND instr(origins, ?)", (f'":"{BY_HAND}',))]
    with transaction(archive) as connection:
        batch = Batch(archive)
        for stored in load_stored(other.connection, theirs):
            if (number := find_publication(connection, stored.publication.url)) is not None:
                here = load_one(connection, number)
                right = with_what_stays(here.publication, with_what_stays(stored.publication, here.publication))
                if right != here.publication:
                    replace_content(batch, here, right, None)
                    set_evidence(batch, number, here.revision, right)


def _merge_watches(archive: Archive, other: Archive) -> None:
    """The other's watches, from now on: what came along is not reported as new."""
    with transaction(archive) as connection:
        connection.executemany(
            "INSERT INTO watches (words, filters, notify, created_at, seen_revision_id) "
            "SELECT :words, :filters, :notify, :created_at, (SELECT coalesce(max(revision_id), 0) FROM revisions) "
            "WHERE NOT EXISTS (SELECT 1 FROM watches WHERE words = :words AND filters = :filters)",
            [dict(zip(("words", "filters", "notify", "created_at"), row, strict=True)) for row in
             other.connection.execute("SELECT words, filters, notify, created_at FROM watches")])
