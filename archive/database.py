"""Opens, creates and migrates an archive, and wraps writes in transactions.

In: a path. Out: an `Archive`: one SQLite connection (WAL, foreign keys on) and the place its captures go.
SQLite's own errors leave here as `WrongUse` or `FellShort`, each with one line that says what to do.
"""

import os
import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

from archive.captures import Captures, captures_of
from archive.connections import connect, damage_told, is_writable, plain_errors
from archive.errors import WrongUse
from archive.locks import Locks

SCHEMA = Path(__file__).parent / "schema"
APPLICATION_ID = 0x504F4C41                # "POLA" in the header of the file: what `file` and we know it by
MIGRATION_SET = "policy-archive"
MAKING_SECONDS = 1.0                       # how long an archive that is being made may be an empty file
# As sqlite-utils makes its own table of what was done: a new archive needs none of it.
MIGRATIONS_TABLE = ("CREATE TABLE _sqlite_migrations (id INTEGER PRIMARY KEY, migration_set TEXT, name TEXT, "
                    "applied_at TEXT)",
                    "CREATE UNIQUE INDEX idx__sqlite_migrations_migration_set_name "
                    "ON _sqlite_migrations (migration_set, name)")

CaptureKind = Literal["warc", "database"]


@dataclass(eq=False)
class Archive:
    """An open archive. `caches` holds what a writer remembers between transactions; a rollback empties it."""

    path: Path
    connection: sqlite3.Connection
    read_only: bool
    caches: dict[str, dict[Any, Any]] = field(default_factory=dict, repr=False)
    locks: Locks = field(init=False, repr=False)
    _captures: Captures | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        self.locks = Locks(self.path)

    def close(self) -> None:
        """Close the captures being written, then the connection; a second call does nothing."""
        if self._captures is not None:
            self._captures.close()
            self._captures = None
        self.locks.release()
        self.connection.close()

    @property
    def captures(self) -> Captures:
        """Where the pages' bytes are."""
        if self._captures is None:
            self._captures = captures_of(self.path, self.fact("captures") or "warc", known_end=self._known_end)
        return self._captures

    def fact(self, name: str) -> str | None:
        """A fact about the archive as a whole; None where it is not known."""
        found = self.connection.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return found[0] if found else None

    def _known_end(self, file: str) -> int:
        found = self.connection.execute("SELECT max(offset + length) FROM captures WHERE file = ?", (file,)).fetchone()
        return found[0] or 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.close()


def open_archive(path: Path | str, *, create: bool = False, read_only: bool = False,
                 captures: CaptureKind | None = None) -> Archive:
    """The archive at `path`, brought to today's schema.

    `create` makes a new one where there is none; `captures` says where that keeps the pages' bytes: in WARC files
    unless told otherwise. `read_only` never changes the file, save to migrate an older schema.
    WrongUse for a missing file, a file that is no archive, and an archive newer than this program.
    """
    path = Path(path)
    if path.is_symlink():                      # its pages and locks lie beside the archive itself
        path = Path(os.path.realpath(path))
    if not path.exists() and not create:
        raise WrongUse(f"there is no archive at {path}: make one with `policy-archive crawl` or `ingest`, or give --db")
    if path.is_dir():
        raise WrongUse(f"{path} is a folder, not an archive: give the path of the database file")
    if path == path.with_suffix(".warc") and not path.exists():
        raise WrongUse(f"{path} would be the name of its own folder of pages: name the archive otherwise, as in "
                       f"{path.with_suffix('.db')}")
    with damage_told(path):
        pages = _pages_beside(path)
        if path.exists() and (not create or pages.exists()) and _is_empty(path):
            raise WrongUse(f"{path} is empty, as after a crash of the disk: bring back a backup, or read its pages "
                           f"into a new archive with `policy-archive ingest {pages} --db NEW.db`")
        if path.exists() and path.stat().st_size > 0:
            pending = _pending_steps(path)
            if read_only and not pending:
                return Archive(path, connect(path, read_only=True), read_only=True)
            if read_only and not is_writable(path):
                raise WrongUse(f"{path} was made by an older policy-archive and can't be brought up to date where it "
                               "is: copy it, and the pages beside it, to a folder where you may write")
        archive = _open_writable(path, read_only, captures)
    if captures is not None and archive.fact("captures") != captures:
        archive.close()
        raise WrongUse(f"{path} keeps its pages elsewhere already: leave out --captures {captures}")
    return archive


def _pages_beside(path: Path) -> Path:
    """Where the pages of the archive at `path` are: a database beside it where there is one, else a folder."""
    blobs = path.with_suffix(".captures.db")
    return blobs if blobs.exists() else path.with_suffix(".warc")


def _is_empty(path: Path) -> bool:
    """Whether nothing stands in a file, nor comes into it soon: another program may be making the archive just now."""
    deadline = time.monotonic() + (0 if _pages_beside(path).exists() else MAKING_SECONDS)
    while (empty := path.stat().st_size == 0) and time.monotonic() < deadline:
        time.sleep(0.05)
    return empty


def _open_writable(path: Path, read_only: bool, captures: CaptureKind | None) -> Archive:
    connection, locks = connect(path, read_only=False), Locks(path)
    try:
        if not _is_current(connection) and not _create(connection):
            locks.take_turn("upgrade")         # programs that start together find one archive to bring up to date
            migrate(connection)
        if connection.execute("SELECT 1 FROM facts WHERE name = 'captures'").fetchone() is None:
            connection.execute("INSERT INTO facts VALUES ('captures', ?) ON CONFLICT DO NOTHING",
                               (captures or "warc",))
        if read_only:
            connection.close()
            connection = connect(path, read_only=True)
    except BaseException:
        connection.close()
        raise
    finally:
        locks.release()
    return Archive(path, connection, read_only)


def schema_steps() -> dict[str, str]:
    """Name -> SQL of every numbered step in archive/schema, in order."""
    return {file.stem: file.read_text(encoding="utf-8") for file in sorted(SCHEMA.glob("[0-9]*.sql"))}


def _pending_steps(path: Path) -> set[str]:
    """Steps the archive still lacks; WrongUse where the file is no archive, or has steps this program doesn't know."""
    with closing(connect(path, read_only=True)) as connection:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not tables:
            return set(schema_steps())
        if application != APPLICATION_ID or "_sqlite_migrations" not in tables:
            raise WrongUse(f"{path} is not an archive of this program: give another --db")
        done = _steps_done(connection)
    if unknown := done - set(schema_steps()):
        raise WrongUse(f"{path} was written by a newer policy-archive (schema {max(unknown)}): upgrade the program")
    return set(schema_steps()) - done


def migrate(connection: sqlite3.Connection) -> None:
    """Apply the schema steps that are missing, each in one transaction, recorded in `_sqlite_migrations`."""
    if _is_current(connection) or _create(connection):
        return
    from sqlite_utils import Database, Migrations  # here: it takes a second and 90 MB with pandas, which it looks for

    migrations = Migrations(MIGRATION_SET)
    for name, sql in schema_steps().items():
        def step(db: Database, sql: str = sql) -> None:
            for statement in split_statements(sql):
                db.conn.execute(statement)
            db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        migrations(name=name)(step)
    database = Database(connection)
    if migrations.pending(database):
        migrations.apply(database)


def _create(connection: sqlite3.Connection) -> bool:
    """Whether the database was empty: then it has every step now, recorded as `Migrations` records them."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        is_empty = connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is None
        if is_empty:
            for statement in MIGRATIONS_TABLE:
                connection.execute(statement)
            for name, sql in schema_steps().items():
                for statement in split_statements(sql):
                    connection.execute(statement)
                connection.execute("INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES "
                                   "(?, ?, strftime('%Y-%m-%d %H:%M:%f000+00:00', 'now'))", (MIGRATION_SET, name))
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return is_empty


def _is_current(connection: sqlite3.Connection) -> bool:
    return set(schema_steps()) <= _steps_done(connection)


def _steps_done(connection: sqlite3.Connection) -> set[str]:
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'").fetchall():
        return set()
    return {name for (name,) in connection.execute(
        "SELECT name FROM _sqlite_migrations WHERE migration_set = ?", (MIGRATION_SET,))}


def split_statements(sql: str) -> Iterator[str]:
    """The statements of an SQL text, one by one: `executescript` would end the transaction it runs in."""
    statement = ""
    for piece in re.split(r"(?<=;)[ \t]*(?:--[^\n]*)?\n", sql):
        statement += piece + "\n"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if re.sub(r"--[^\n]*", "", statement).strip():
        yield statement


@contextmanager
def transaction(archive: Archive) -> Iterator[sqlite3.Connection]:
    """Everything in the block, or nothing of it; a block within a block is a savepoint.

    The write lock is taken at the start, so that two programs wait for each other instead of failing half way.
    """
    connection = archive.connection
    nested = connection.in_transaction
    begin, commit, roll_back = (("SAVEPOINT step", "RELEASE step", "ROLLBACK TO step") if nested
                                else ("BEGIN IMMEDIATE", "COMMIT", "ROLLBACK"))
    with plain_errors(archive.path):
        connection.execute(begin)
        try:
            yield connection
            connection.execute(commit)
        except BaseException:
            for cache in archive.caches.values():
                cache.clear()
            if connection.in_transaction:   # a full disk may have rolled all back already
                connection.execute(roll_back)
                if nested:
                    connection.execute(commit)
            raise
