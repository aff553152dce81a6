"""Captures in a second SQLite database: one file beside the archive's, for people who want few files.

Bodies are compressed with zstandard and kept once for each digest; heads and bodies read back without our code by
any SQLite and zstd.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import zstandard

from archive.captures.places import Damaged, Place, Visit
from archive.connections import connect, plain_errors
from archive.records import Page

SCHEMA = """
CREATE TABLE IF NOT EXISTS bodies (
    digest  TEXT PRIMARY KEY,     -- of the body: "sha256:" and 64 hexadecimal digits
    zstd    BLOB NOT NULL         -- the body, compressed
) STRICT;
CREATE TABLE IF NOT EXISTS pages (
    page_id INTEGER PRIMARY KEY,
    url     TEXT NOT NULL,        -- where it was, after redirects
    fetched_at TEXT NOT NULL,     -- UTC
    status  INTEGER NOT NULL,     -- HTTP status
    headers TEXT NOT NULL,        -- of the response, a JSON object
    request_headers TEXT NOT NULL, -- of the request, a JSON object
    digest  TEXT NOT NULL REFERENCES bodies(digest)
) STRICT;
CREATE TABLE IF NOT EXISTS revisits (
    url     TEXT NOT NULL,        -- where the page was met again, unchanged
    at      TEXT NOT NULL,        -- when, UTC
    status  INTEGER NOT NULL,     -- HTTP status
    digest  TEXT NOT NULL         -- of the body, which stands in bodies
) STRICT;
"""


_ALL = """
SELECT url, status, headers, zstd, fetched_at AS at, page_id FROM pages JOIN bodies USING (digest)
UNION ALL
SELECT url, status, headers, zstd, at, null
FROM revisits JOIN bodies USING (digest)
    JOIN (SELECT digest, max(headers) AS headers FROM pages GROUP BY 1) USING (digest)
ORDER BY at, page_id NULLS LAST"""


def holds_captures(path: Path) -> bool:
    """Whether a file is a database of captures; WrongUse where it is a database that can't be read."""
    with plain_errors(path), closing(connect(path, read_only=True)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    return {"pages", "bodies", "revisits"} <= tables


def load_captures(path: Path, source: str = "") -> Iterator[Page | str]:
    """The pages of a database of captures by the time they were fetched, each visit of a page; words for a damaged one.

    For a lost archive: what is in the database beside it, without the archive's own word on where.
    """
    with plain_errors(path), closing(connect(path, read_only=True)) as connection:
        for url, status, headers, packed, at, _ in connection.execute(_ALL):
            try:
                body = zstandard.ZstdDecompressor().decompress(packed)
            except zstandard.ZstdError as error:
                yield f"the page {url} is damaged ({error})"
                continue
            yield Page(source=source, url=url, status=status, headers=json.loads(headers), body=body,
                       fetched_at=datetime.fromisoformat(at))


class BlobCaptures:
    """The pages of one archive in one database; what a run that was killed had not flushed is as if never written."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection: sqlite3.Connection | None = None
        self._is_writer = False
        self._packer = zstandard.ZstdCompressor(level=3)

    def write(self, page: Page, digest: str, at: str) -> Place:
        """Keep a page."""
        with plain_errors(self.path):
            connection, packed = self._writable(), self._packer.compress(page.body)
            connection.execute("INSERT INTO bodies VALUES (?, ?) ON CONFLICT DO NOTHING", (digest, packed))
            done = connection.execute(
                "INSERT INTO pages (url, fetched_at, status, headers, request_headers, digest) "
                "VALUES (?, ?, ?, ?, ?, ?)", (page.url, at, page.status, json.dumps(dict(page.headers)),
                                              json.dumps(dict(page.request_headers)), digest))
        assert done.lastrowid is not None
        return Place(self.path.name, done.lastrowid, len(packed))

    def write_revisit(self, page: Page, digest: str, at: str, first: Visit) -> None:  # noqa: ARG002 - the digest says it
        """Keep that a page was met again unchanged."""
        with plain_errors(self.path):
            self._writable().execute("INSERT INTO revisits VALUES (?, ?, ?, ?)", (page.url, at, page.status, digest))

    def read(self, place: Place) -> Page:
        """The page of a row."""
        if self._connection is None and not self.path.exists():
            raise Damaged(f"{self.path} is missing: bring it back from a backup; `crawl --recheck` fetches anew "
                          "what is still there")
        try:
            row = self._open().execute(
                "SELECT url, status, headers, zstd FROM pages JOIN bodies USING (digest) WHERE page_id = ?",
                (place.offset,)).fetchone()
        except sqlite3.DatabaseError as error:
            raise Damaged(f"{self.path} can't be read ({error}): bring it back from a backup") from error
        if row is None:
            raise Damaged(f"{self.path} has no page {place.offset}")
        url, status, headers, packed = row
        try:
            body = zstandard.ZstdDecompressor().decompress(packed)
        except zstandard.ZstdError as error:
            raise Damaged(f"page {place.offset} of {self.path} is damaged: {error}") from error
        return Page(source="", url=url, status=status, headers=json.loads(headers), body=body)

    def holds(self, place: Place, digest: str) -> bool:
        """Whether the row is there, and is of this body."""
        try:
            return self.path.exists() and self._open().execute(
                "SELECT 1 FROM pages WHERE page_id = ? AND digest = ?", (place.offset, digest)).fetchone() is not None
        except sqlite3.DatabaseError:
            return False

    def forget(self, places: Iterable[Place]) -> None:
        """Delete the rows, and bodies that no other row has."""
        with plain_errors(self.path):
            connection = self._writable()
            connection.executemany("DELETE FROM pages WHERE page_id = ?", [(place.offset,) for place in places])
            connection.execute("DELETE FROM revisits WHERE digest NOT IN (SELECT digest FROM pages)")
            connection.execute("DELETE FROM bodies WHERE digest NOT IN (SELECT digest FROM pages)")
            self.flush()
            connection.execute("VACUUM")

    def flush(self) -> None:
        """Commit."""
        if self._connection is not None and self._connection.in_transaction:
            with plain_errors(self.path):
                self._connection.execute("COMMIT")

    def close(self) -> None:
        """Commit and close."""
        if self._connection is not None:
            self.flush()
            self._connection.close()
            self._connection = None

    def _open(self) -> sqlite3.Connection:
        """What reads; a writer's connection reads too, so that it sees what it has just written."""
        if self._connection is None:
            self._connection, self._is_writer = connect(self.path, read_only=True), False
        return self._connection

    def _writable(self) -> sqlite3.Connection:
        if self._connection is None or not self._is_writer:
            self.close()
            self._connection, self._is_writer = connect(self.path, read_only=False), True
            self._connection.execute("PRAGMA synchronous = FULL")     # no row of the archive may lack its page
            self._connection.executescript(SCHEMA)
        if not self._connection.in_transaction:
            self._connection.execute("BEGIN IMMEDIATE")
        return self._connection
