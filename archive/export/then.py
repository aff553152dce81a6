"""An archive, a query and a day -> what matched at the end of that day.

The full-text index knows what publications say now. Those that said something else then are kept once more, as they
were, in an archive that lasts as long as the question, and the same search is asked there.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from archive.database import open_archive
from archive.records import Page, Reading
from archive.search import Filters, find
from archive.store import keep_many, start_run
from archive.store.stored import BATCH, load_revision

_OTHERWISE = """
SELECT r.publication_id, max(r.number) FROM revisions AS r JOIN publications AS p USING (publication_id)
WHERE p.revision > 1 AND substr(r.seen_at, 1, length(:day)) <= :day
GROUP BY r.publication_id HAVING max(r.number) < p.revision"""


def revisions_then(connection: sqlite3.Connection, day: str) -> dict[int, int]:
    """Publication -> its revision at the end of the day (ISO 8601), for those that have changed since."""
    return dict(connection.execute(_OTHERWISE, {"day": day}).fetchall())


def find_then(connection: sqlite3.Connection, words: str | None, filters: Filters, day: str, changed: dict[int, int],
              min_words: int | None, max_words: int | None) -> list[int]:
    """Of what has changed since `day` (`revisions_then`), the numbers of what matched at its end, in no order."""
    revisions = iter(changed.items())
    with TemporaryDirectory() as folder, open_archive(Path(folder) / "then.db", create=True) as then:
        run = start_run(then, "merge", at=datetime.fromisoformat(day).replace(tzinfo=UTC), target=None)
        numbers: dict[str | None, list[int]] = defaultdict(list)
        while batch := list(islice(revisions, BATCH)):
            kept = keep_many(then, list(_readings(connection, batch)), run)
            for (number, _), one in zip(batch, kept, strict=True):
                numbers[one.uid].append(number)
        found = list(find(then.connection, words, filters))
        lengths = {row[0]: row[1:] for row in then.connection.execute(
            "SELECT publication_id, uid, word_count FROM publications")}
    return [number for uid, count in map(lengths.__getitem__, found)
            if (min_words is None or count >= min_words) and (max_words is None or count <= max_words)
            for number in numbers[uid]]


def _readings(connection: sqlite3.Connection, revisions: list[tuple[int, int]]) -> Iterator[Reading]:
    for number, revision in revisions:
        publication = load_revision(connection, number, revision)
        assert publication is not None
        yield Reading(Page.from_bytes(b"", url=publication.url, source=publication.source), publication,
                      keep_bytes=False)
