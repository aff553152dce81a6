"""Publications as the archive holds them.

In: numbers, a uid or an address. Out: `Stored` values, whole, and the contract's record with what only an archive
knows. Everything is read in batches: one query a table for some hundred publications. Any connection to an archive
will do.
"""

import hashlib
import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from archive.records import Attachment, Author, Image, Link, Publication, Related, ShareLink
from archive.rows import Row, blocks_from, publication_from_record
from archive.urls import key_number

BATCH = 500


@dataclass(frozen=True, slots=True)
class Stored:
    """A publication, and what the archive knows of it besides; times are UTC text."""

    publication_id: int
    uid: str
    publication: Publication
    first_seen: str
    last_seen: str
    gone: str | None
    revision: int

    def to_record(self) -> dict[str, Any]:
        """The record of the contract, with the keys that only an archive knows."""
        record = self.publication.to_record()
        record["uid"] = self.uid
        record.update(first_seen=self.first_seen, last_seen=self.last_seen, gone=self.gone, revision=self.revision)
        return record


_WHY = """
SELECT 'the page was read and is none (' || reason || ')' FROM rejections JOIN urls USING (url_id) WHERE key = :key
UNION ALL SELECT 'it could not be fetched (' || reason || ')' FROM failures WHERE key = :key
UNION ALL SELECT 'it waits to be crawled' FROM frontier WHERE key = :key AND state <> 'resting'"""


def find_publication(connection: sqlite3.Connection, uid_or_url: str) -> int | None:
    """The number of the publication with that uid, or that lives at that address, with its scheme or without.

    None if none is kept.
    """
    found = connection.execute("SELECT publication_id FROM publications WHERE uid = ?",
                                       (uid_or_url.strip().lower(),)).fetchone()
    if found is None and (key := _key_typed(uid_or_url)) is not None:
        found = connection.execute(
            "SELECT publication_id FROM urls WHERE key = ? AND publication_id IS NOT NULL", (key,)).fetchone()
    return found[0] if found else None


def why_not_kept(connection: sqlite3.Connection, url: str) -> str | None:
    """What the archive knows of an address at which no publication is kept, in words; None where it knows nothing."""
    found = connection.execute(_WHY, {"key": _key_typed(url)}).fetchone()
    return found[0] if found else None


def _key_typed(url: str) -> int | None:
    """The key of an address as people copy it, with or without its scheme; None for a word."""
    return key_of(url if "://" in url else f"https://{url}") if "." in url or "://" in url else None


def load_stored(connection: sqlite3.Connection, publication_ids: Iterable[int]) -> Iterator[Stored]:
    """The publications of those numbers, in that order; numbers that no publication has are left out."""
    numbers = iter(publication_ids)
    while batch := list(islice(numbers, BATCH)):
        yield from _load_batch(connection, batch)


def load_one(connection: sqlite3.Connection, publication_id: int) -> Stored:
    """The publication of that number; LookupError where there is none."""
    for stored in _load_batch(connection, [publication_id]):
        return stored
    raise LookupError(f"no publication has the number {publication_id}")


def load_at(connection: sqlite3.Connection, url: str) -> Publication | None:
    """The publication that lives at this address; None where none does."""
    number = find_publication(connection, url)
    return None if number is None else load_one(connection, number).publication


def load_records(connection: sqlite3.Connection, publication_ids: Iterable[int]) -> Iterator[dict[str, Any]]:
    """The contract's record of each, in that order."""
    return (stored.to_record() for stored in load_stored(connection, publication_ids))


def load_revision(connection: sqlite3.Connection, publication_id: int, number: int) -> Publication | None:
    """What a publication said in revision `number`; None if it has no such revision."""
    found = connection.execute("SELECT record FROM revisions WHERE publication_id = ? AND number = ?",
                                       (publication_id, number)).fetchone()
    if found is None:
        return None
    if found[0] is None:
        return load_one(connection, publication_id).publication
    return publication_from_record(json.loads(found[0]))


def key_of(url: str) -> int:
    """The number an address is looked up by; one that can't be read is known by its very letters."""
    try:
        return key_number(url)
    except ValueError:
        return int.from_bytes(hashlib.sha256(url.encode()).digest()[:8], signed=True)


_PUBLICATIONS = """
SELECT p.publication_id, p.uid, s.key, p.url, p.type, p.title, p.dek, p.published, p.modified, p.published_raw,
       p.language, p.section, p.body, p.blocks, p.ad_slots, p.parser, p.revision, p.first_seen, p.last_seen, p.gone,
       e.origins
FROM publications AS p
LEFT JOIN sources AS s USING (source_id)
JOIN revisions AS r ON r.publication_id = p.publication_id AND r.number = p.revision
JOIN evidence_sets AS e ON e.evidence_id = r.evidence_id
WHERE p.publication_id IN (SELECT value FROM json_each(?))
"""

_CHILDREN = {
    "authors": """SELECT c.publication_id, a.name, a.kind, c.url FROM publication_authors AS c
                  JOIN authors AS a USING (author_id)""",
    "topics": "SELECT c.publication_id, t.name FROM publication_topics AS c JOIN topics AS t USING (topic_id)",
    "share_links": "SELECT c.publication_id, c.network, c.url FROM share_links AS c",
    "related": """SELECT c.publication_id, c.kind, u.url, c.title, c.section, c.published, c.summary
                  FROM related_links AS c LEFT JOIN urls AS u USING (url_id)""",
    "links": "SELECT c.publication_id, u.url, c.text FROM cited_links AS c JOIN urls AS u USING (url_id)",
    "attachments": """SELECT c.publication_id, u.url, c.media_type, c.title FROM attachments AS c
                      JOIN urls AS u USING (url_id)""",
    "images": "SELECT c.publication_id, c.url, c.alt, c.caption FROM images AS c",
    "identifiers": "SELECT c.publication_id, c.scheme, c.value FROM identifiers AS c",
}
_IN_BATCH = " WHERE c.publication_id IN (SELECT value FROM json_each(?)) ORDER BY c.publication_id, {}"


def _load_batch(connection: sqlite3.Connection, numbers: list[int]) -> list[Stored]:
    chosen = json.dumps(numbers)
    children = {name: _children(connection, name, chosen) for name in _CHILDREN}
    found = {row[0]: _stored(row, {name: rows.get(row[0], []) for name, rows in children.items()})
             for row in connection.execute(_PUBLICATIONS, (chosen,))}
    return [found[number] for number in numbers if number in found]


def _children(connection: sqlite3.Connection, name: str, chosen: str) -> dict[int, list[Row]]:
    query = _CHILDREN[name] + _IN_BATCH.format("c.scheme" if name == "identifiers" else "c.position")
    rows: dict[int, list[Row]] = defaultdict(list)
    for number, *values in connection.execute(query, (chosen,)):
        rows[number].append(tuple(values))
    return rows


def _stored(row: Row, children: dict[str, list[Row]]) -> Stored:
    (number, uid, source, url, type_, title, dek, published, modified, published_raw, language, section, body, layout,
     ad_slots, parser, revision, first_seen, last_seen, gone, origins) = row
    publication = Publication(
        source=source or "", url=url, title=title, type=type_, dek=dek, published=published, modified=modified,
        published_raw=published_raw, authors=tuple(Author(*values) for values in children["authors"]),
        language=language, section=section, topics=tuple(name for (name,) in children["topics"]),
        blocks=blocks_from(body, layout),
        share_links=tuple(ShareLink(*values) for values in children["share_links"]),
        related=tuple(Related(*values) for values in children["related"]),
        links=tuple(Link(*values) for values in children["links"]),
        attachments=tuple(Attachment(*values) for values in children["attachments"]),
        images=tuple(Image(*values) for values in children["images"]),
        ad_slots=ad_slots, identifiers=dict(children["identifiers"]), evidence=json.loads(origins), parser=parser,
    )
    return Stored(number, uid, publication, first_seen, last_seen, gone, revision)
