"""Connections to the files of an archive: to write, or to read them on whatever disk they are.

SQLite's own errors leave here as `WrongUse` or `FellShort`, each with one line that says what to do.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from archive.errors import DISK_FAULT, DISK_FULL, ArchiveError, FellShort, WrongUse, of_disk

BUSY_SECONDS = 30.0


def is_writable(path: Path) -> bool:
    """Whether the archive at `path` can be written to, and the files that SQLite keeps beside it."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def connect(path: Path, *, read_only: bool, **options: Any) -> sqlite3.Connection:
    """A connection to the archive at `path`; `options` as of sqlite3.connect."""
    uri = path.absolute().as_uri() + ("?mode=ro" if read_only else "")
    connection: sqlite3.Connection
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, **options)
    try:
        if read_only and not _readable(connection):
            connection.close()      # a read-only or full disk can't hold the shared memory that WAL wants, nor locks
            connection = sqlite3.connect(uri + _of_read_only_disk(path), uri=True, isolation_level=None, **options)
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")    # its index of the WAL in this process' memory
        if not read_only:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA cache_size = -20480")     # 20 MB: a crawl stays under 300 in all
        connection.execute("PRAGMA temp_store = MEMORY")
    except BaseException:
        connection.close()
        raise
    return connection


def _of_read_only_disk(path: Path) -> str:
    """How SQLite is to read a file beside which nothing can be made: with the log that is there, else as it stands."""
    return "&vfs=unix-none" if path.with_name(path.name + "-wal").exists() else "&immutable=1"


def _readable(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            return False
        if error.sqlite_errorcode == sqlite3.SQLITE_IOERR_SHMSIZE:     # a full disk; with a writer it would be there
            return False
        raise
    return True


DAMAGED = ("the file is damaged: bring back a backup, or read its pages into a new archive with "
           "`policy-archive ingest ARCHIVE.warc --db NEW.db`")
_ADVICE: dict[int, tuple[type[ArchiveError], str]] = {
    sqlite3.SQLITE_FULL: (FellShort, DISK_FULL),
    sqlite3.SQLITE_IOERR_SHMSIZE: (FellShort, DISK_FULL),
    sqlite3.SQLITE_IOERR: (FellShort, DISK_FAULT),
    **dict.fromkeys((sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED), (
        FellShort, "another program is writing to it: wait for that to end and run again")),
    sqlite3.SQLITE_READONLY: (WrongUse, "it can't be written to: give it write permission, or use another --db"),
    sqlite3.SQLITE_CANTOPEN: (WrongUse, "it can't be opened: see that the folder exists and that you may write there"),
    sqlite3.SQLITE_PERM: (WrongUse, "you may not open it: see to its permissions"),
    sqlite3.SQLITE_NOTADB: (WrongUse, "it is not an archive (not an SQLite database): give another --db"),
    sqlite3.SQLITE_CORRUPT: (WrongUse, DAMAGED),
}


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Turns what SQLite and the disk complain about into one line that says what to do."""
    try:
        yield
    except OSError as error:
        if (told := of_disk(error)) is None:
            raise
        raise told from error
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", None)
        if code is None and "Could not decode to UTF-8" in str(error):     # what Python itself says has no code
            code = sqlite3.SQLITE_CORRUPT
        if code is None or code & 0xFF not in _ADVICE:
            raise
        kind, advice = _ADVICE[code if code in _ADVICE else code & 0xFF]
        raise kind(f"{path}: {advice} ({_one_line(str(error))})") from error


@contextmanager
def damage_told(path: Path) -> Iterator[None]:
    """As `plain_errors`; what goes wrong otherwise is told as damage where the database at `path` is damaged."""
    try:
        with plain_errors(path):
            yield
    except (ArchiveError, UnicodeEncodeError):                 # the second: words as typed
        raise
    except (sqlite3.Error, AssertionError, LookupError, TypeError, ValueError) as error:
        if (damage := _damage_of(path)) is None:
            raise
        raise WrongUse(f"{path}: {DAMAGED} ({damage})") from error


def _damage_of(path: Path) -> str | None:
    """The first thing that SQLite finds wrong with a database; None where it is sound."""
    try:
        # SQLite forgets what must hold of a column where it may not write
        with closing(connect(path, read_only=not is_writable(path))) as connection:
            (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    except (sqlite3.Error, UnicodeDecodeError) as error:      # the second where SQLite quotes what it can't read
        found = str(error)
    return None if found == "ok" else _one_line(found)


def _one_line(text: str) -> str:
    return " ".join(text.split())
