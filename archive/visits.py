"""What the archive knows of addresses: for a crawl that fetches only what is new, and revisits politely."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from archive.captures import Visit
from archive.database import Archive, transaction
from archive.records import Page
from archive.rows import utc
from archive.stored import find_publication, key_of


@dataclass(frozen=True, slots=True)
class KnownPage:
    """A kept page, with what a polite revisit sends along; times are UTC text."""

    uid: str
    url: str                                  # where to ask for it
    published: str | None
    first_seen: str
    last_seen: str
    gone: str | None
    revision: int
    etag: str | None
    last_modified: str | None


def known(archive: Archive, urls: Iterable[str]) -> dict[str, Literal["publication", "rejection"]]:
    """Those of `urls` that have an outcome already, and which."""
    keys: dict[int, list[str]] = {}
    for url in urls:
        keys.setdefault(key_of(url), []).append(url)
    rows = archive.connection.execute(
        "SELECT urls.key, urls.publication_id FROM urls LEFT JOIN rejections USING (url_id) "
        "WHERE urls.key IN (SELECT value FROM json_each(?)) "
        "AND (urls.publication_id IS NOT NULL OR rejections.url_id IS NOT NULL)", (json.dumps(list(keys)),))
    found: dict[str, Literal["publication", "rejection"]] = {}
    for key, publication_id in rows:
        for url in keys[key]:
            if publication_id is not None or url not in found:
                found[url] = "rejection" if publication_id is None else "publication"
    return found


def latest_capture(archive: Archive, publication_id: int, url: str) -> int | None:
    """The last page kept of a publication at this address; None where there is none."""
    (number,) = archive.connection.execute(
        "SELECT max(capture_id) FROM captures JOIN urls USING (url_id) WHERE key = ? AND captures.publication_id = ?",
        (key_of(url), publication_id)).fetchone()
    return None if number is None else int(number)


def pages(archive: Archive, source: str | None = None) -> Iterator[KnownPage]:
    """Every kept publication of a source (of all, without one) with its validators, the longest unseen first."""
    for row in archive.connection.execute("""
        SELECT p.uid, u.url, p.published, p.first_seen, p.last_seen, p.gone, p.revision, c.etag, c.last_modified
        FROM publications AS p
        JOIN captures AS c ON c.capture_id = (
            SELECT capture_id FROM captures WHERE publication_id = p.publication_id
            ORDER BY last_seen DESC, capture_id DESC LIMIT 1)
        JOIN urls AS u ON u.url_id = coalesce(c.requested_url_id, c.url_id)
        WHERE ?1 IS NULL OR p.source_id = (SELECT source_id FROM sources WHERE key = ?1)
        ORDER BY p.last_seen, p.publication_id""", (source,)):
        yield KnownPage(*row)


def mark_seen(archive: Archive, url: str, run_id: int, *, at: datetime) -> bool:
    """A revisit found the page unchanged (304). False where no publication lives at `url`."""
    with transaction(archive) as connection:
        number = find_publication(connection, url)
        if number is None:
            return False
        connection.execute("UPDATE publications SET last_seen = max(last_seen, ?), gone = NULL "
                           "WHERE publication_id = ?", (utc(at), number))
        (digest, fetched_at) = connection.execute(
            "UPDATE captures SET last_seen = max(last_seen, ?) WHERE capture_id = (SELECT capture_id FROM captures "
            "WHERE publication_id = ? ORDER BY last_seen DESC, capture_id DESC LIMIT 1) RETURNING digest, fetched_at",
            (utc(at), number)).fetchone()
        answer = Page(source="", url=url, status=304, headers={}, body=b"", fetched_at=at)
        archive.captures.write_revisit(answer, digest, utc(at), Visit(url, fetched_at))
        archive.captures.flush()
        connection.execute("UPDATE runs SET same = same + 1 WHERE run_id = ?", (run_id,))
        return True


def mark_gone(archive: Archive, url: str, run_id: int, *, at: datetime) -> bool:
    """A revisit found the page gone. False where no publication lives at `url`, or it was known to be gone."""
    with transaction(archive) as connection:
        number = find_publication(connection, url)
        done = connection.execute("UPDATE publications SET gone = ? WHERE publication_id = ? AND gone IS NULL",
                                  (utc(at), number))
        if not done.rowcount:
            return False
        connection.execute("UPDATE runs SET gone = gone + 1 WHERE run_id = ?", (run_id,))
        return True
