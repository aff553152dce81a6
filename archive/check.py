"""What must hold of any archive; each breach a Finding."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from archive.database import Archive


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that should not be; `repair` names what `--repair` can do about it, None where nothing can."""

    what: str
    repair: str | None = None


def check_archive(archive: Archive) -> Iterator[Finding]:
    """Every breach, the gravest first."""
    connection = archive.connection
    yield from _integrity(connection)
    yield from _foreign_keys(connection)
    yield from _index("publications_fts", connection)
    yield from _index("spaceless_fts", connection)
    for query, what in _MUST_BE_EMPTY:
        for row in connection.execute(query):
            yield Finding(what.format(*row))


def _integrity(connection: sqlite3.Connection) -> Iterator[Finding]:
    for (message,) in connection.execute("PRAGMA integrity_check"):
        if message != "ok":
            yield Finding(f"the database is damaged: {message}")


def _foreign_keys(connection: sqlite3.Connection) -> Iterator[Finding]:
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Finding(f"{table} row {row} points to a row of {parent} that isn't there")


def _index(table: str, connection: sqlite3.Connection) -> Iterator[Finding]:
    try:
        connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")  # noqa: S608 - one of two names
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
            raise
        yield Finding(f"the full-text index {table} does not match the texts", "index")


_MUST_BE_EMPTY = (
    ("""SELECT uid, revision FROM publications AS p WHERE NOT EXISTS (
            SELECT 1 FROM revisions AS r WHERE r.publication_id = p.publication_id AND r.number = p.revision
            AND r.record IS NULL)""", "publication {0} lacks its current revision {1}"),
    ("""SELECT p.uid, r.number FROM revisions AS r JOIN publications AS p USING (publication_id)
        WHERE r.number < p.revision AND r.record IS NULL""", "publication {0} lacks the text of revision {1}"),
    ("""SELECT capture_id FROM captures AS c WHERE publication_id IS NULL
        AND NOT EXISTS (SELECT 1 FROM rejections AS r WHERE r.url_id = c.url_id)
        AND NOT EXISTS (SELECT 1 FROM urls AS u WHERE u.url_id = c.url_id AND u.publication_id IS NOT NULL)""",
     "capture {0} has no outcome"),
    ("""SELECT p.uid FROM publications AS p WHERE NOT EXISTS (
            SELECT 1 FROM urls AS u WHERE u.publication_id = p.publication_id)""", "publication {0} has no address"),
)
