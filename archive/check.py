"""What must hold of any archive; each breach a Finding, and what can be rebuilt is rebuilt on request."""

import random
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass

from archive.captures import Damaged, told_once
from archive.clusters import recount_clusters, update_clusters
from archive.database import Archive, migrate, transaction
from archive.packed import pack_columns, wrongly_packed
from archive.rows import blocks_from
from archive.search.query import is_date
from archive.store.raw import load_capture
from archive.store.stored import key_of

_REMADE = ("index", "view")         # kinds of parts that hold nothing of their own
SAMPLED = 200                       # captures whose digest is checked, unless all are asked for


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that should not be; `repair` names what puts it right, None where only a backup can."""

    what: str
    repair: str | None = None


def check_archive(archive: Archive, *, captures: int | None = SAMPLED) -> Iterator[Finding]:
    """Every breach, the gravest first; `captures` is how many are read and checked, None means all.

    The full-text indexes of an archive that is open for reading alone are left out: SQLite checks them as it writes.
    """
    connection = archive.connection
    for findings in (_integrity(connection), _missing_parts(connection)):
        graver = list(findings)
        yield from graver
        if any(finding.repair is None for finding in graver):
            return                                      # what else is asked for below may stand in that place
    yield from _foreign_keys(connection)
    for table in () if archive.read_only else ("publications_fts", "spaceless_fts"):
        yield from _index(table, connection)
    for query, what, repair in _MUST_BE_EMPTY:
        for row in connection.execute(query):
            yield Finding(what.format(*row), repair)
    yield from _texts(connection)
    yield from _addresses(connection)
    for span in wrongly_packed(connection):
        yield Finding(f"row {span} of packed_columns does not match the publications", "columns")
    yield from _captures(archive, captures)


def repair_archive(archive: Archive, findings: Iterable[Finding]) -> list[str]:
    """Rebuild what the findings name, from what is kept; the names of what was rebuilt."""
    names = sorted({finding.repair for finding in findings if finding.repair})
    with transaction(archive) as connection:
        for name in names:
            _REPAIRS[name](connection)
    update_clusters(archive)
    pack_columns(archive)
    return names


def _integrity(connection: sqlite3.Connection) -> Iterator[Finding]:
    for (message,) in connection.execute("PRAGMA integrity_check"):
        if message != "ok":
            yield Finding(f"the database is damaged: {message}", "indexes" if _OF_INDEX.match(message) else None)


_OF_INDEX = re.compile(r"(row \d+ missing from|wrong # of entries in) index ")      # the tables themselves are sound


def _missing_parts(connection: sqlite3.Connection) -> Iterator[Finding]:
    for name, kind, _ in _missing(connection):
        yield Finding(f"the {kind} {name} is missing", "schema" if kind in _REMADE else None)


def _missing(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """Name, kind and SQL of what an empty archive has and this one lacks."""
    present = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as empty:
        migrate(empty)
        parts = empty.execute("SELECT name, type, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return [(name, kind, sql) for name, kind, sql in parts if name not in present]


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


def _texts(connection: sqlite3.Connection) -> Iterator[Finding]:
    """What is kept of a text besides the text fits it, and dates are dates."""
    for uid, body, layout, words, *dates in connection.execute(
            "SELECT uid, body, blocks, word_count, published, modified FROM publications"):
        if "\n\n".join(block.text for block in blocks_from(body, layout)) != body:
            yield Finding(f"the blocks of publication {uid} don't make up its text")
        if len(body.split()) != words:
            yield Finding(f"publication {uid} says it has {words} words, and has not", "words")
        for day in dates:
            if day is not None and not is_date(day):
                yield Finding(f"publication {uid} is dated {day!r}, which is no date")


def _addresses(connection: sqlite3.Connection) -> Iterator[Finding]:
    for url, key in connection.execute("SELECT url, key FROM urls"):
        if key_of(url) != key:
            yield Finding(f"{url} is known by an outdated key", "addresses")


def _captures(archive: Archive, most: int | None) -> Iterator[Finding]:
    numbers = [number for (number,) in archive.connection.execute(
        "SELECT capture_id FROM captures WHERE file IS NOT NULL ORDER BY capture_id")]
    if most is not None and len(numbers) > most:
        numbers = sorted(random.Random(len(numbers)).sample(numbers, most))  # noqa: S311 - any sample will do
    complaints = []
    for number in numbers:
        try:
            load_capture(archive, number)
        except Damaged as error:
            complaints.append(str(error))
    yield from map(Finding, told_once(complaints))


_MUST_BE_EMPTY: tuple[tuple[str, str, str | None], ...] = (
    ("""SELECT uid, revision FROM publications AS p WHERE NOT EXISTS (
            SELECT 1 FROM revisions AS r WHERE r.publication_id = p.publication_id AND r.number = p.revision
            AND r.record IS NULL)""", "publication {0} lacks its current revision {1}", None),
    ("""SELECT p.uid, r.number FROM revisions AS r JOIN publications AS p USING (publication_id)
        WHERE r.number < p.revision AND r.record IS NULL""", "publication {0} lacks the text of revision {1}", None),
    ("""SELECT p.uid, r.number FROM revisions AS r JOIN publications AS p USING (publication_id)
        WHERE r.record IS NOT NULL AND (r.record ->> 'url' IS NULL OR r.record ->> 'blocks' IS NULL)""",
     "publication {0} lacks a part of revision {1}", None),
    ("SELECT uid FROM publications WHERE length(uid) <> 16 OR uid GLOB '*[^0-9a-f]*'",
     "{0} is no uid: it has 16 hexadecimal digits", None),
    ("SELECT uid FROM publications WHERE last_seen < first_seen OR gone < first_seen",
     "publication {0} was last seen, or gone, before it was first seen", None),
    ("""SELECT capture_id FROM captures AS c WHERE publication_id IS NULL
        AND NOT EXISTS (SELECT 1 FROM rejections AS r WHERE r.url_id = c.url_id)
        AND NOT EXISTS (SELECT 1 FROM urls AS u WHERE u.url_id = c.url_id AND u.publication_id IS NOT NULL)""",
     "capture {0} has no outcome", None),
    ("""SELECT p.uid FROM publications AS p WHERE NOT EXISTS (
            SELECT 1 FROM urls AS u WHERE u.publication_id = p.publication_id)""",
     "publication {0} has no address", None),
    ("""SELECT u.url FROM urls AS h JOIN urls AS u ON u.key = h.key
        WHERE h.publication_id IS NOT NULL AND u.publication_id IS NULL""",
     "{0} is the address of a publication, and links to it don't lead there", "links"),
    ("""SELECT c.cluster_id, c.size FROM clusters AS c
        WHERE c.size <> (SELECT count(*) FROM publications AS p WHERE p.cluster_id = c.cluster_id) OR c.size < 2""",
     "cluster {0} says it has {1} members, and has not", "clusters"),
    ("""SELECT publication_id FROM fingerprints AS f
        WHERE NOT EXISTS (SELECT 1 FROM publications AS p WHERE p.publication_id = f.publication_id)""",
     "the fingerprint of publication number {0} is of none", "fingerprints"),
)


def _rebuild_index(connection: sqlite3.Connection) -> None:
    for table in ("publications_fts", "spaceless_fts"):
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")  # noqa: S608 - one of two names


def _rebuild_indexes(connection: sqlite3.Connection) -> None:
    connection.execute("REINDEX")


def _make_missing_parts(connection: sqlite3.Connection) -> None:
    for _, kind, sql in _missing(connection):
        if kind in _REMADE:
            connection.execute(sql)


def _count_words(connection: sqlite3.Connection) -> None:
    wrong = [(len(body.split()), number) for number, body, words in connection.execute(
        "SELECT publication_id, body, word_count FROM publications") if len(body.split()) != words]
    connection.executemany("UPDATE publications SET word_count = ? WHERE publication_id = ?", wrong)


def _lead_links(connection: sqlite3.Connection) -> None:
    connection.execute("""
        UPDATE urls SET publication_id = (SELECT h.publication_id FROM urls AS h
                                          WHERE h.key = urls.key AND h.publication_id IS NOT NULL LIMIT 1)
        WHERE publication_id IS NULL""")


def _renew_keys(connection: sqlite3.Connection) -> None:
    stale = [(key_of(url), number) for number, url, key in connection.execute("SELECT url_id, url, key FROM urls")
             if key_of(url) != key]
    connection.executemany("UPDATE urls SET key = ? WHERE url_id = ?", stale)
    _lead_links(connection)


def _compare_anew(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM fingerprint_bands")
    connection.execute("DELETE FROM fingerprints")
    connection.execute("INSERT OR IGNORE INTO fingerprints_due SELECT publication_id FROM publications")


def _unpack(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM packed_columns")


_REPAIRS: dict[str, Callable[[sqlite3.Connection], None]] = {
    "index": _rebuild_index, "indexes": _rebuild_indexes, "links": _lead_links, "addresses": _renew_keys,
    "clusters": recount_clusters, "fingerprints": _compare_anew, "columns": _unpack, "schema": _make_missing_parts,
    "words": _count_words,
}
