"""Takes a source out of the archive again, with all that was kept of it: what somebody crawled to try it out.

In: the source's key. Out: what goes, counted before anything does. What other sources' publications say stays: their
links to what went lead to its addresses, and a file of pages goes only where no other page is in it.
"""

import sqlite3
from contextlib import suppress
from dataclasses import dataclass

from archive.captures import Place, forget
from archive.database import Archive, transaction
from archive.store.batch import Batch
from archive.store.byhand import take_out
from archive.store.stored import load_one


@dataclass(frozen=True, slots=True)
class Removal:
    """What goes with a source; `stay` are pages whose bytes stay, in files that hold pages of other sources, too."""

    publications: int
    revisions: int
    pages: int
    stay: int


# What its publications were read from, what was rejected as its, and what else its runs fetched for nobody.
_PAGES = """
CREATE TEMP TABLE going AS
SELECT c.capture_id, c.file, c.offset, c.length
FROM captures AS c JOIN runs AS r USING (run_id) LEFT JOIN publications AS p USING (publication_id)
    LEFT JOIN rejections AS j USING (capture_id)
WHERE CASE WHEN p.publication_id IS NOT NULL THEN p.source_id
           WHEN j.rejection_id IS NOT NULL THEN j.source_id ELSE r.source_id END = :source"""
_STAYING_FILES = """SELECT DISTINCT file FROM captures WHERE file IS NOT NULL
AND capture_id NOT IN (SELECT capture_id FROM going)"""
_LEAVING = (
    "DELETE FROM rejections WHERE source_id = :source OR capture_id IN (SELECT capture_id FROM going)",
    "DELETE FROM captures WHERE capture_id IN (SELECT capture_id FROM going)",
    "DELETE FROM failures WHERE source_id = :source",
    # without these, SQLite looks for what each address led to in all of the frontier
    "CREATE INDEX frontier_by_found_in ON frontier (found_in)",
    "CREATE INDEX frontier_days_by_list ON frontier_days (listed_in)",
    "DELETE FROM frontier WHERE source_id = :source",
    "DROP INDEX frontier_by_found_in",
    "DROP INDEX frontier_days_by_list",
    "DELETE FROM frontier_families WHERE source_id = :source",
    "DELETE FROM frontier_rounds WHERE source_id = :source",
    """DELETE FROM runs WHERE source_id = :source AND run_id NOT IN (SELECT run_id FROM captures)
       AND run_id NOT IN (SELECT run_id FROM rejections)
       AND run_id NOT IN (SELECT run_id FROM failures WHERE run_id IS NOT NULL)
       AND run_id NOT IN (SELECT run_id FROM reader_changes WHERE run_id IS NOT NULL)""",
    "UPDATE runs SET source_id = NULL WHERE source_id = :source",
    "DELETE FROM authors WHERE author_id NOT IN (SELECT author_id FROM publication_authors)",
    "DELETE FROM topics WHERE topic_id NOT IN (SELECT topic_id FROM publication_topics)",
    "DELETE FROM evidence_sets WHERE evidence_id NOT IN (SELECT evidence_id FROM revisions)",
    """DELETE FROM urls WHERE publication_id IS NULL AND url_id NOT IN (
           SELECT url_id FROM captures UNION SELECT requested_url_id FROM captures WHERE requested_url_id IS NOT NULL
           UNION SELECT url_id FROM rejections UNION SELECT url_id FROM cited_links UNION SELECT url_id FROM attachments
           UNION SELECT url_id FROM related_links WHERE url_id IS NOT NULL)""",
    "DELETE FROM sources WHERE source_id = :source",
)


def find_removal(archive: Archive, key: str) -> Removal:
    """What `remove_source` would take out."""
    ask, given = archive.connection.execute, {"source": _number(archive, key)}
    (publications,) = ask("SELECT count(*) FROM publications WHERE source_id = :source", given).fetchone()
    (revisions,) = ask("SELECT count(*) FROM revisions JOIN publications USING (publication_id) "
                       "WHERE source_id = :source", given).fetchone()
    _gather(archive.connection, given)
    (pages, stay) = ask(f"SELECT count(*), count(*) FILTER (WHERE file IN ({_STAYING_FILES})) FROM going").fetchone()  # noqa: S608 - our own SQL
    return Removal(publications, revisions, pages, stay if archive.fact("captures") == "warc" else 0)


def remove_source(archive: Archive, key: str) -> None:
    """Take it out: rows, index, what the crawl remembers, and the bytes of its pages. No other run may go on."""
    archive.locks.alone()
    given = {"source": _number(archive, key)}
    with transaction(archive) as connection:
        _gather(connection, given)
        batch = Batch(archive)
        for (number,) in connection.execute("SELECT publication_id FROM publications WHERE source_id = :source",
                                            given).fetchall():
            take_out(batch, number, load_one(connection, number).publication)
        for statement in _LEAVING:
            connection.execute(statement, given if ":source" in statement else ())
    places = [Place(*row) for row in archive.connection.execute(
        "SELECT file, offset, length FROM going WHERE file IS NOT NULL")]
    kept = {file for (file,) in archive.connection.execute(_STAYING_FILES)}
    forget(archive.path, archive.fact("captures") or "warc", places, kept)
    archive.caches.clear()
    with suppress(sqlite3.OperationalError):       # no room for it: what comes next takes the place that is free now
        archive.connection.execute("VACUUM")


def _number(archive: Archive, key: str) -> int:
    (number,) = archive.connection.execute("SELECT source_id FROM sources WHERE key = ?", (key,)).fetchone()
    return int(number)


def _gather(connection: sqlite3.Connection, given: dict[str, int]) -> None:
    connection.execute("DROP TABLE IF EXISTS temp.going")
    connection.execute(_PAGES, given)
