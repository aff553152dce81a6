"""Saved queries that report each new or changed publication that matches, once.

In: words and filters, as in search. Out: `WatchHit`s, given by `report_watches` the first time only, by `find_untold`
until `note_told` says that they were told, and by `hits_of` for as long as the watch stands. A watch begins with what
is kept after it was added.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Literal

from archive.database import Archive, transaction
from archive.errors import WrongUse
from archive.rows import utc
from archive.search import NO_FILTERS, Filters, find

Channel = Literal["webhook", "mail", "command"]
Notify = Literal["all", "none"] | Channel


@dataclass(frozen=True, slots=True)
class Watch:
    """A saved query."""

    watch_id: int
    words: str
    filters: Filters
    notify: Notify
    created_at: str

    @property
    def name(self) -> str:
        """What it watches for, as one would type it in a search."""
        typed = {"since": "from", "until": "to"}
        given = {name: f'"{value}"' if " " in value else value
                 for name, value in asdict(self.filters).items() if value is not None}
        narrowed = [f"{typed.get(name, name)}:{value}" for name, value in given.items()]
        return " ".join([*([self.words] if self.words else []), *narrowed])


@dataclass(frozen=True, slots=True)
class WatchHit:
    """A revision of a publication that matched."""

    uid: str
    title: str
    url: str
    source: str | None
    published: str | None
    revision: int
    found_at: str


def require_something(words: str, filters: Filters) -> None:
    """WrongUse where neither words nor filters say what to watch for."""
    if not words.strip() and filters == NO_FILTERS:
        raise WrongUse("watch what? Give words, or an option such as --source")


def add_watch(archive: Archive, words: str, filters: Filters, notify: Notify, at: datetime) -> Watch:
    """The new watch; WrongUse where neither words nor filters narrow it."""
    require_something(words, filters)
    given = {name: value for name, value in asdict(filters).items() if value is not None}
    with transaction(archive) as connection:
        done = connection.execute(
            "INSERT INTO watches (words, filters, notify, created_at, seen_revision_id) "
            "VALUES (?, ?, ?, ?, (SELECT coalesce(max(revision_id), 0) FROM revisions))",
            (words, json.dumps(given, ensure_ascii=False), notify, utc(at)))
    assert done.lastrowid is not None
    return Watch(done.lastrowid, words, filters, notify, utc(at))


def remove_watch(archive: Archive, watch_id: int) -> None:
    """Takes the watch and its hits away; WrongUse if there is none of that number."""
    with transaction(archive) as connection:
        if not connection.execute("DELETE FROM watches WHERE watch_id = ?", (watch_id,)).rowcount:
            raise WrongUse(f"no watch {watch_id}; `policy-archive watch list` shows those there are")


def find_watches(connection: sqlite3.Connection) -> list[Watch]:
    """All watches, the oldest first."""
    return [Watch(number, words, Filters(**json.loads(filters)), notify, created_at)
            for number, words, filters, notify, created_at in connection.execute(
                "SELECT watch_id, words, filters, notify, created_at FROM watches ORDER BY watch_id")]


def report_watches(archive: Archive, at: datetime,
                   channels: Mapping[Notify, Sequence[Channel]] | None = None) -> list[tuple[Watch, list[WatchHit]]]:
    """Watches with what matched since they were last held against the archive; those without news are left out.

    What is to be told by the `channels` of a watch's choice is noted as untold.
    """
    reported = []
    with transaction(archive) as connection:
        (newest,) = connection.execute("SELECT coalesce(max(revision_id), 0) FROM revisions").fetchone()
        for watch in find_watches(connection):
            matches = _new_matches(connection, watch)
            connection.executemany("INSERT INTO watch_hits (watch_id, revision_id, found_at) VALUES (?, ?, ?)",
                                   [(watch.watch_id, revision_id, utc(at)) for revision_id in matches])
            connection.executemany("INSERT INTO watch_untold (watch_id, revision_id, channel) VALUES (?, ?, ?)",
                                   [(watch.watch_id, revision_id, channel) for revision_id in matches
                                    for channel in (channels or {}).get(watch.notify, ())])
            connection.execute("UPDATE watches SET seen_revision_id = ? WHERE watch_id = ?", (newest, watch.watch_id))
            if matches:
                reported.append((watch, list(_hits(connection, watch.watch_id, matches))))
    return reported


def find_untold(connection: sqlite3.Connection, channel: Channel) -> list[tuple[Watch, list[WatchHit]]]:
    """Watches with what is still to be told of them by a channel, the oldest first."""
    found = []
    for watch in find_watches(connection):
        numbers = [number for (number,) in connection.execute(
            "SELECT revision_id FROM watch_untold WHERE watch_id = ? AND channel = ? ORDER BY revision_id",
            (watch.watch_id, channel))]
        if numbers:
            found.append((watch, list(_hits(connection, watch.watch_id, numbers))))
    return found


def note_told(archive: Archive, watch: Watch, channel: Channel) -> None:
    """All that was untold of a watch has been told by a channel."""
    with transaction(archive) as connection:
        connection.execute("DELETE FROM watch_untold WHERE watch_id = ? AND channel = ?", (watch.watch_id, channel))


def hits_of(connection: sqlite3.Connection, watch_id: int) -> list[WatchHit]:
    """The hundred publications that a watch reported last, the newest first: for a feed."""
    numbers = [number for (number,) in connection.execute(
        "SELECT revision_id FROM watch_hits WHERE watch_id = ? ORDER BY found_at DESC, revision_id DESC LIMIT 100",
        (watch_id,))]
    return list(_hits(connection, watch_id, numbers))


def _new_matches(connection: sqlite3.Connection, watch: Watch) -> list[int]:
    """Current revisions kept since the watch last looked whose publication matches."""
    fresh = dict(connection.execute(
        "SELECT publication_id, revision_id FROM revisions AS r JOIN publications AS p USING (publication_id) "
        "WHERE r.number = p.revision AND revision_id > (SELECT seen_revision_id FROM watches WHERE watch_id = ?)",
        (watch.watch_id,)))
    if not fresh:
        return []
    return [fresh[number] for number in find(connection, watch.words, watch.filters) if number in fresh]


def _hits(connection: sqlite3.Connection, watch_id: int, revision_ids: list[int]) -> Iterator[WatchHit]:
    for revision_id in revision_ids:
        row = connection.execute("""
            SELECT p.uid, p.title, p.url, s.key, p.published, r.number, h.found_at
            FROM watch_hits AS h JOIN revisions AS r USING (revision_id) JOIN publications AS p USING (publication_id)
            LEFT JOIN sources AS s USING (source_id) WHERE h.watch_id = ? AND revision_id = ?""",
            (watch_id, revision_id)).fetchone()
        yield WatchHit(*row)
