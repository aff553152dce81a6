"""Rows on their way into the archive, many at a time.

Within one transaction the writer hands out row numbers itself, so that a publication and everything that hangs on it
can be gathered in lists and written with one `executemany` a table: that is twice as fast as a statement a row.
Addresses, authors, topics, evidence and sources are interned: each is kept once, and known by number.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from archive.database import Archive
from archive.records import Author
from archive.rows import CHILD_TABLES, Row
from archive.store.stored import key_of

CACHED_AT_MOST = 50_000

# table -> how many columns its rows have; the order is the one that foreign keys ask for.
_WIDTHS = {
    "sources": 2, "publications": 23, "urls": 4, "authors": 3, "topics": 2, "evidence_sets": 2, "captures": 16,
    "revisions": 11, "reader_changes": 7, "publication_authors": 4, "publication_topics": 3, "related_links": 8,
    "cited_links": 4, "share_links": 4, "attachments": 5, "images": 5, "identifiers": 3, "rejections": 9,
    "publications_fts": 4, "spaceless_fts": 4, "fingerprints_due": 1,
}
_COLUMNS = {
    "sources": "(source_id, key)",
    "publications": """(publication_id, uid, source_id, url, type, title, dek, published, modified, published_raw,
                        language, section, body, blocks, word_count, ad_slots, parser, spaceless,
                        revision, first_seen, last_seen, gone, cluster_id)""",
    "publications_fts": "(rowid, title, dek, body)",
    "spaceless_fts": "(rowid, title, dek, body)",
}
_INSERTS = {table: f"INSERT INTO {table} {_COLUMNS.get(table, '')} VALUES ({', '.join('?' * width)})"  # noqa: S608 - names from above
            for table, width in _WIDTHS.items()}
_INSERTS["fingerprints_due"] += " ON CONFLICT DO NOTHING"
_HIGHEST = {table: f"SELECT coalesce(max(rowid), 0) FROM {table}"  # noqa: S608 - names from above
            for table in ("sources", "urls", "authors", "topics", "evidence_sets", "publications", "captures",
                          "revisions", "reader_changes", "rejections")}


class Batch:
    """One transaction's rows; made when it begins, flushed before it ends."""

    def __init__(self, archive: Archive) -> None:
        self.connection: sqlite3.Connection = archive.connection
        self.rows: dict[str, list[Row]] = defaultdict(list)
        self.pending: set[int] = set()               # publications whose rows are not written yet
        self._homes: dict[int, int] = {}             # address key -> publication given to it, not written yet
        self._fresh: set[int] = set()                # address keys that the archive had no row for
        self._highest: dict[str, int] = {}
        self._caches: dict[str, dict[Any, Any]] = archive.caches
        self._urls: dict[str, tuple[int, int]] = self._cache("urls")   # address -> its number and key

    def number(self, table: str) -> int:
        """The number of the next row of `table`."""
        if table not in self._highest:
            self._highest[table] = self.connection.execute(_HIGHEST[table]).fetchone()[0]
        self._highest[table] += 1
        return self._highest[table]

    def flush(self) -> None:
        """Write all rows gathered so far."""
        self.rows["urls"] = [(number, url, key, home or self._homes.get(key))
                             for number, url, key, home in self.rows["urls"]]
        for table, insert in _INSERTS.items():
            if rows := self.rows.pop(table, None):
                self.connection.executemany(insert, rows)
        self.connection.executemany("UPDATE urls SET publication_id = ? WHERE key = ? AND publication_id IS NULL",
                                    [(number, key) for key, number in self._homes.items() if key not in self._fresh])
        self._homes.clear()
        self._fresh.clear()
        self.pending.clear()

    def intern_urls(self, urls: Iterable[str]) -> None:
        """Give every address a number, so that `url_id` knows it."""
        cache = self._urls
        missing = {url: key_of(url) for url in set(urls) if url not in cache}
        if not missing:
            return
        homes: dict[int, int] = {}
        self._fresh.update(missing.values())
        for url, number, key, home in self.connection.execute(
                "SELECT url, url_id, key, publication_id FROM urls WHERE key IN (SELECT value FROM json_each(?))",
                (json.dumps(list(missing.values())),)):
            cache[url] = (number, key)
            self._fresh.discard(key)
            if home is not None:
                homes[key] = home
        for url, key in missing.items():
            if url not in cache:
                number = self.number("urls")
                cache[url] = (number, key)
                self.rows["urls"].append((number, url, key, homes.get(key)))

    def url_id(self, url: str) -> int:
        """The number of an interned address."""
        return self._urls[url][0]

    def publication_at(self, urls: Iterable[str]) -> int | None:
        """The publication that lives at the first of these interned addresses that has one."""
        for url in urls:
            key = self._urls[url][1]
            if key in self._homes:
                return self._homes[key]
            if key in self._fresh:
                continue
            found = self.connection.execute(
                "SELECT publication_id FROM urls WHERE key = ? AND publication_id IS NOT NULL LIMIT 1",
                (key,)).fetchone()
            if found:
                number: int = found[0]
                return number
        return None

    def is_new(self, url: str) -> bool:
        """Whether nothing in the archive can be at this interned address yet."""
        return self._urls[url][1] in self._fresh

    def settle(self, publication_id: int, urls: Iterable[str]) -> None:
        """Let a publication live at these interned addresses, where no other does; links to them now lead to it."""
        for url in urls:
            self._homes.setdefault(self._urls[url][1], publication_id)

    def source_id(self, key: str) -> int | None:
        """The number of a source; None for the empty key of loose pages."""
        if not key:
            return None
        return self._intern("sources", key, "SELECT source_id FROM sources WHERE key = ?", (key,))

    def author_id(self, author: Author) -> int:
        """The number of an author."""
        return self._intern("authors", (author.name, author.kind),
                            "SELECT author_id FROM authors WHERE name = ? AND kind = ?", (author.name, author.kind))

    def topic_id(self, name: str) -> int:
        """The number of a topic."""
        return self._intern("topics", name, "SELECT topic_id FROM topics WHERE name = ?", (name,))

    def evidence_id(self, origins: str) -> int:
        """The number of an evidence set, given as JSON."""
        return self._intern("evidence_sets", origins, "SELECT evidence_id FROM evidence_sets WHERE origins = ?",
                            (origins,))

    def forget_children(self, publication_id: int) -> None:
        """Delete what hangs on a publication whose rows are already written."""
        for table in CHILD_TABLES:
            self.connection.execute(f"DELETE FROM {table} WHERE publication_id = ?",  # noqa: S608 - names from above
                                    (publication_id,))

    def _intern(self, table: str, value: Any, query: str, columns: Row) -> int:
        cache = self._cache(table)
        number: int | None = cache.get(value)
        if number is None:
            found = self.connection.execute(query, columns).fetchone()
            if found:
                number = found[0]
            else:
                number = self.number(table)
                self.rows[table].append((number, *columns))
            cache[value] = number
        assert number is not None
        return number

    def _cache(self, name: str) -> dict[Any, Any]:
        return self._caches.setdefault(name, {})

    def trim(self) -> None:
        """Keep the memory of a long run in bounds: what was interned long ago is looked up again."""
        for cache in self._caches.values():
            if len(cache) > CACHED_AT_MOST:
                cache.clear()
