"""The bytes behind a publication, as they were fetched: read back, and put where they were missing."""

from dataclasses import dataclass, replace
from datetime import datetime

from archive.captures import Damaged, Place, read_checked
from archive.changes import LEFT_OUT
from archive.database import Archive
from archive.errors import FellShort
from archive.records import Page

_CAPTURE = """
SELECT c.capture_id, c.publication_id, c.file, c.offset, c.length, c.digest, c.fetched_at, s.key, asked.url,
       at.url, c.status, c.content_type, c.etag, c.last_modified
FROM captures AS c
JOIN urls AS at ON at.url_id = c.url_id
LEFT JOIN publications AS p USING (publication_id)
LEFT JOIN rejections AS r ON r.capture_id = c.capture_id
LEFT JOIN sources AS s ON s.source_id = coalesce(p.source_id, r.source_id)
LEFT JOIN urls AS asked ON asked.url_id = c.requested_url_id
"""


@dataclass(frozen=True, slots=True)
class Capture:
    """A kept page that can be read again."""

    capture_id: int
    publication_id: int | None        # None where the page was rejected
    page: Page


def load_body(archive: Archive, publication_id: int) -> bytes:
    """The page that the current revision was read from, byte for byte; FellShort if it is lost or damaged."""
    (capture_id,) = archive.connection.execute(
        "SELECT capture_id FROM revisions JOIN publications USING (publication_id) "
        "WHERE publication_id = ? AND number = revision", (publication_id,)).fetchone()
    try:
        return load_capture(archive, capture_id).page.body
    except Damaged as error:
        raise FellShort(str(error)) from error


def load_capture(archive: Archive, capture_id: int) -> Capture:
    """One kept page; Damaged if its bytes are lost, or not those that were fetched."""
    row = archive.connection.execute(f"{_CAPTURE} WHERE c.capture_id = ?", (capture_id,)).fetchone()
    number, publication_id, file, offset, length, digest, fetched_at, source, asked = row[:9]
    if file is None:
        raise Damaged(f"the bytes of capture {capture_id} were not kept")
    page = read_checked(archive.captures, Place(file, offset, length), digest)
    return Capture(number, publication_id, replace(
        page, source=source or "", fetched_at=datetime.fromisoformat(fetched_at), requested_url=asked))


def load_without_body(archive: Archive, capture_id: int) -> Page:
    """What the database alone knows of a page: all but its bytes and most of its headers."""
    row = archive.connection.execute(f"{_CAPTURE} WHERE c.capture_id = ?", (capture_id,)).fetchone()
    fetched_at, source, asked, url, status, *headers = row[6:]
    named = zip(("content-type", "etag", "last-modified"), headers, strict=True)
    return Page(source=source or "", url=url, status=status, body=b"", requested_url=asked,
                fetched_at=datetime.fromisoformat(fetched_at),
                headers={name: value for name, value in named if value is not None})


def has_bytes(archive: Archive, capture_id: int) -> bool:
    """Whether the bytes of a capture were kept and, as far as a look tells, still are where they were put."""
    file, offset, length, digest = archive.connection.execute(
        "SELECT file, offset, length, digest FROM captures WHERE capture_id = ?", (capture_id,)).fetchone()
    return file is not None and archive.captures.holds(Place(file, offset, length), digest)


def keep_missing_bytes(archive: Archive, capture_id: int, page: Page) -> bool:
    """Whether a capture lacked its bytes; now that they are at hand they are kept. Inside a transaction."""
    if has_bytes(archive, capture_id):
        return False
    digest, at = archive.connection.execute("SELECT digest, fetched_at FROM captures WHERE capture_id = ?",
                                            (capture_id,)).fetchone()
    place = archive.captures.write(page, digest, at)
    archive.connection.execute("UPDATE captures SET file = ?, offset = ?, length = ? WHERE capture_id = ?",
                               (place.file, place.offset, place.length, capture_id))
    return True


def capture_numbers(archive: Archive, source: str | None = None, *, after: int = 0,
                    other_parser_than: str | None = None) -> list[int]:
    """The captures that what is kept rests on: of every revision and every rejection that nobody made by hand.

    `after` leaves out those up to a number, `other_parser_than` the publications that this reader has read.
    """
    return [number for (number,) in archive.connection.execute("""
        SELECT r.capture_id FROM revisions AS r JOIN publications AS p USING (publication_id)
        WHERE (:source IS NULL OR p.source_id = (SELECT source_id FROM sources WHERE key = :source))
        AND r.capture_id > :after AND (:parser IS NULL OR r.parser <> :parser)
        UNION
        SELECT capture_id FROM rejections
        WHERE (:source IS NULL OR source_id = (SELECT source_id FROM sources WHERE key = :source))
        AND capture_id > :after AND reason NOT GLOB :left_out
        ORDER BY 1""", {"source": source, "after": after, "parser": other_parser_than, "left_out": LEFT_OUT + "*"})]
