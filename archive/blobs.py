"""Captures in a second SQLite database: one file beside the archive's, for people who want few files.

Bodies are compressed with zstandard and kept once for each digest; heads and bodies read back without our code by
any SQLite and zstd.
"""

import json
import sqlite3
from pathlib import Path

import zstandard

from archive.errors import FellShort
from archive.places import Damaged, Place, Visit
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


class BlobCaptures:
    """The pages of one archive in one database; what a run that was killed had not flushed is as if never written."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection: sqlite3.Connection | None = None
        self._packer = zstandard.ZstdCompressor(level=3)

    def write(self, page: Page, digest: str, at: str) -> Place:
        """Keep a page."""
        connection = self._writable()
        try:
            packed = self._packer.compress(page.body)
            connection.execute("INSERT INTO bodies VALUES (?, ?) ON CONFLICT DO NOTHING", (digest, packed))
            done = connection.execute(
                "INSERT INTO pages (url, fetched_at, status, headers, request_headers, digest) "
                "VALUES (?, ?, ?, ?, ?, ?)", (page.url, at, page.status, json.dumps(dict(page.headers)),
                                              json.dumps(dict(page.request_headers)), digest))
        except sqlite3.OperationalError as error:
            raise self._fell_short(error) from error
        assert done.lastrowid is not None
        return Place(self.path.name, done.lastrowid, len(packed))

    def write_revisit(self, page: Page, digest: str, at: str, first: Visit) -> None:  # noqa: ARG002 - the digest says it
        """Keep that a page was met again unchanged."""
        self._writable().execute("INSERT INTO revisits VALUES (?, ?, ?, ?)", (page.url, at, page.status, digest))

    def read(self, place: Place) -> Page:
        """The page of a row."""
        if self._connection is None and not self.path.exists():
            raise Damaged(f"{self.path} is missing: bring it back from a backup")
        row = self._open().execute(
            "SELECT url, status, headers, zstd FROM pages JOIN bodies USING (digest) WHERE page_id = ?",
            (place.offset,)).fetchone()
        if row is None:
            raise Damaged(f"{self.path} has no page {place.offset}")
        url, status, headers, packed = row
        try:
            body = zstandard.ZstdDecompressor().decompress(packed)
        except zstandard.ZstdError as error:
            raise Damaged(f"page {place.offset} of {self.path} is damaged: {error}") from error
        return Page(source="", url=url, status=status, headers=json.loads(headers), body=body)

    def flush(self) -> None:
        """Commit."""
        if self._connection is not None and self._connection.in_transaction:
            try:
                self._connection.execute("COMMIT")
            except sqlite3.OperationalError as error:
                raise self._fell_short(error) from error

    def close(self) -> None:
        """Commit and close."""
        if self._connection is not None:
            self.flush()
            self._connection.close()
            self._connection = None

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = sqlite3.connect(self.path, timeout=30, isolation_level=None)
        return self._connection

    def _writable(self) -> sqlite3.Connection:
        if self._connection is None:
            connection = self._open()
            connection.execute("PRAGMA journal_mode = WAL")
            connection.executescript(SCHEMA)
        connection = self._open()
        if not connection.in_transaction:
            connection.execute("BEGIN IMMEDIATE")
        return connection

    def _fell_short(self, error: sqlite3.OperationalError) -> FellShort:
        return FellShort(f"{self.path}: {error}; what was kept before is safe: free some space, then run again")
