"""Reading the archive from a page: in Datasette's reader threads, read-only, under a time limit.

In: a function `find(connection) -> value`. Out: its value. Figures that cost much are remembered per database file.
"""

import asyncio
import logging
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from datasette.utils import sqlite_timelimit

from archive.connections import connect
from archive.database import APPLICATION_ID

Value = TypeVar("Value")
log = logging.getLogger(__name__)
LIMIT_MS = 4000                    # the longest one page may compute
FRESH_SECONDS = 0.05               # figures that cost less are found anew whenever the file has changed
STALE_SECONDS = 600                # figures that cost more are shown up to this old, while new ones are found
MOST_FIGURES = 300                 # those asked for least recently are forgotten


class TooSlow(Exception):
    """The page's queries did not end within `LIMIT_MS`."""


@dataclass(slots=True)
class _Figure:
    value: Any
    version: tuple[int, ...]
    found_at: float
    cost: float
    running: bool = False


@dataclass(slots=True)
class Reader:
    """One archive among the databases that a Datasette serves."""

    datasette: Any
    database: Any
    limit_ms: int = LIMIT_MS
    figures: dict[Any, _Figure] = field(default_factory=dict)
    tasks: set[asyncio.Task[Any]] = field(default_factory=set)

    @property
    def name(self) -> str:
        """The database's name in addresses."""
        return str(self.database.name)

    async def read(self, find: Callable[[sqlite3.Connection], Value], limit_ms: int | None = None) -> Value:
        """What `find` finds; TooSlow where it takes longer than the limit."""
        def in_thread(connection: sqlite3.Connection) -> Value:
            with sqlite_timelimit(connection, limit_ms or self.limit_ms):
                return find(connection)
        try:
            value: Value = await self.database.execute_fn(in_thread)
        except sqlite3.OperationalError as error:
            if error.args == ("interrupted",):
                raise TooSlow from error
            raise
        return value

    async def figure(self, key: object, find: Callable[[sqlite3.Connection], Value]) -> Value:
        """As `read`, remembered under `key` until the file changes; dear figures are renewed behind the page."""
        version = self._version()
        known = self.figures.pop(key, None)
        if known is None:
            return await self._found(key, find, version, self.limit_ms)
        self.figures[key] = known                  # as the one asked for last
        if known.version == version:
            return known.value  # type: ignore[no-any-return]  # stored under the key of this very find
        if known.cost > FRESH_SECONDS and time.monotonic() - known.found_at < STALE_SECONDS:
            if not known.running:
                known.running = True
                task = asyncio.get_running_loop().create_task(self._renew(key, find, version, known))
                self.tasks.add(task)
                task.add_done_callback(self.tasks.discard)
            return known.value  # type: ignore[no-any-return]
        return await self._found(key, find, version, self._limit_for(known))

    async def _found(self, key: object, find: Callable[[sqlite3.Connection], Value], version: tuple[int, ...],
                     limit_ms: int) -> Value:
        started = time.monotonic()
        value = await self.read(find, limit_ms)
        while len(self.figures) >= MOST_FIGURES:
            del self.figures[next(iter(self.figures))]
        self.figures[key] = _Figure(value, version, started, time.monotonic() - started)
        return value

    async def _renew(self, key: object, find: Callable[[sqlite3.Connection], Any], version: tuple[int, ...],
                     known: _Figure) -> None:
        try:
            await self._found(key, find, version, self._limit_for(known))
        except TooSlow:
            log.warning("%s: took too long to find anew; the figure before is shown", key)
        finally:
            known.running = False

    def _limit_for(self, known: _Figure) -> int:
        """What took long once may take so again: the first of the dear figures are found before any page is asked."""
        return max(self.limit_ms, int(known.cost * 3000))

    async def table_counts(self, _limit: int = 0) -> dict[str, int | None]:
        """Rows of every table, remembered; Datasette counts them anew for every page that lists them."""
        return await self.figure("table counts", find_table_counts)

    def _version(self) -> tuple[int, ...]:
        """Changes whenever the database file or its write-ahead log does."""
        path = Path(self.database.path)
        found = []
        for file in (path, path.with_name(path.name + "-wal")):
            try:
                state = file.stat()
            except FileNotFoundError:
                continue
            found += [state.st_mtime_ns, state.st_size]
        return tuple(found)


def find_reader(datasette: Any) -> Reader | None:
    """The first database served that is an archive; None if none is."""
    known: Reader | None = getattr(datasette, "_policy_archive_reader", None)
    if known is None:
        for database in datasette.databases.values():
            if database.path and _is_archive(Path(database.path)):
                known = datasette._policy_archive_reader = Reader(datasette, database)
                database.table_counts = known.table_counts
                break
    return known


def find_table_counts(connection: sqlite3.Connection) -> dict[str, int | None]:
    """Rows by table; None for the tables inside full-text indexes, whose rows say nothing and are slow to count."""
    tables = connection.execute("SELECT name, l.type FROM sqlite_master JOIN pragma_table_list AS l USING (name) "
                                "WHERE l.schema = 'main' AND l.type <> 'view'")
    return {name: None if kind == "shadow" else connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608
            for name, kind in tables.fetchall()}


def _is_archive(path: Path) -> bool:
    """Whether SQLite says so: the header of the file may lag behind its write-ahead log."""
    try:
        with closing(connect(path, read_only=True)) as connection:
            (application,) = connection.execute("PRAGMA application_id").fetchone()
    except sqlite3.DatabaseError:      # whatever it is, Datasette says what is wrong with it
        return False
    return bool(application == APPLICATION_ID)
