"""What the crawl of another archive remembers, brought into this one: addresses met, budgets spent, failures.

What is remembered here stands; an address that only the other knows waits or rests as it does there, so that the next
crawl goes on from both.
"""

from collections.abc import Mapping

from archive.database import Archive, transaction

_FRONTIER = ("key, url, host, kind, origin, depth, title, date, priority, state, due, tries, outcome, visited_at, "
             "changed_at, etag, last_modified, digest, missing_since")
_FAILURES = "key, url, reason, tries, first_failed, last_failed, next_try"
_PLAIN = {"frontier": _FRONTIER, "frontier_families": "family, fetched, kept, barren",
          "frontier_rounds": "began_at, ended_at"}


def merge_memory(archive: Archive, other: Archive, runs: Mapping[int, int]) -> None:
    """Bring it in; `runs` are the other's runs by their number here. Twice changes nothing more."""
    sources = source_numbers(archive, other)
    with transaction(archive) as connection:
        for table, columns in _PLAIN.items():
            places = ", ".join("?" * (columns.count(",") + 2))
            connection.executemany(
                f"INSERT OR IGNORE INTO {table} (source_id, {columns}) VALUES ({places})",  # noqa: S608 - names from above
                [(sources[source], *values) for source, *values in other.connection.execute(
                    f"SELECT source_id, {columns} FROM {table}")])  # noqa: S608 - names from above
        connection.execute("UPDATE frontier SET state = 'waiting', due = 0 WHERE state = 'leased'")
        connection.executemany(_KEEP_DAY, [
            (published, sources[source], listed_in, sources[source], key) for source, key, published, listed_in in
            other.connection.execute(_DAYS)])
        connection.executemany(_KEEP_FAILURE, [
            (sources[source], *values, runs.get(run) if run else None) for source, run, *values in
            other.connection.execute(f"SELECT source_id, run_id, {_FAILURES} FROM failures")])  # noqa: S608 - names from above


def source_numbers(archive: Archive, other: Archive) -> dict[int, int]:
    """The number of each source in the other archive -> its number here, where all are known by their keys."""
    here = {key: number for number, key in archive.connection.execute("SELECT source_id, key FROM sources")}
    return {number: here[key] for number, key in other.connection.execute("SELECT source_id, key FROM sources")}


_DAYS = """
SELECT f.source_id, f.key, days.published, list.key FROM frontier_days AS days JOIN frontier AS f USING (address_id)
LEFT JOIN frontier AS list ON list.address_id = days.listed_in"""
_KEEP_DAY = """
INSERT INTO frontier_days (address_id, published, listed_in)
SELECT address_id, ?, (SELECT address_id FROM frontier WHERE source_id = ? AND key = ?)
FROM frontier WHERE source_id = ? AND key = ? ON CONFLICT DO NOTHING"""
# An address that has answered here since is no failure any more.
_KEEP_FAILURE = f"""
WITH told (source_id, {_FAILURES}, run_id) AS (VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?))
INSERT INTO failures (source_id, {_FAILURES}, run_id) SELECT * FROM told WHERE NOT EXISTS (
    SELECT 1 FROM frontier AS f WHERE f.source_id = told.source_id AND f.key = told.key
    AND f.visited_at >= unixepoch(told.last_failed))
ON CONFLICT (source_id, key) DO UPDATE SET
    reason = iif(excluded.last_failed > last_failed, excluded.reason, reason),
    next_try = iif(excluded.last_failed > last_failed, excluded.next_try, next_try),
    run_id = iif(excluded.last_failed > last_failed, excluded.run_id, run_id),
    tries = max(tries, excluded.tries), first_failed = min(first_failed, excluded.first_failed),
    last_failed = max(last_failed, excluded.last_failed)
"""  # noqa: S608 - names from above
