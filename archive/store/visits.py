"""What came of visiting a kept page again, and the last of its captures."""

from datetime import datetime

from archive.captures import Visit
from archive.database import Archive, transaction
from archive.records import Page
from archive.rows import utc
from archive.store.raw import has_bytes
from archive.store.stored import find_publication, key_of


def latest_capture(archive: Archive, publication_id: int, url: str) -> int | None:
    """The last page kept of a publication at this address; None where there is none."""
    (number,) = archive.connection.execute(
        "SELECT max(capture_id) FROM captures JOIN urls USING (url_id) WHERE key = ? AND captures.publication_id = ?",
        (key_of(url), publication_id)).fetchone()
    return None if number is None else int(number)


def is_lost(archive: Archive, url: str) -> bool:
    """Whether the bytes last kept of an address are not there any more, so that only a whole answer replaces them."""
    (number,) = archive.connection.execute(
        "SELECT max(capture_id) FROM captures JOIN urls USING (url_id) WHERE key = ? AND file IS NOT NULL",
        (key_of(url),)).fetchone()
    return number is not None and not has_bytes(archive, number)


def mark_seen(archive: Archive, url: str, run_id: int, *, at: datetime) -> bool:
    """A revisit found the page unchanged (304). False where no publication lives at `url`."""
    with transaction(archive) as connection:
        number = find_publication(connection, url)
        if number is None:
            return False
        connection.execute("UPDATE publications SET last_seen = max(last_seen, ?), gone = NULL "
                           "WHERE publication_id = ?", (utc(at), number))
        (digest, fetched_at, captured_url) = connection.execute(
            "UPDATE captures SET last_seen = max(last_seen, ?) WHERE capture_id = (SELECT capture_id FROM captures "
            "WHERE publication_id = ? ORDER BY last_seen DESC, capture_id DESC LIMIT 1) "
            "RETURNING digest, fetched_at, (SELECT url FROM urls WHERE urls.url_id = captures.url_id)",
            (utc(at), number)).fetchone()
        answer = Page(source="", url=url, status=304, headers={}, body=b"", fetched_at=at)
        archive.captures.write_revisit(answer, digest, utc(at), Visit(captured_url, fetched_at))
        archive.captures.flush()
        connection.execute("UPDATE runs SET same = same + 1 WHERE run_id = ?", (run_id,))
        return True


def mark_gone(archive: Archive, url: str, run_id: int, *, at: datetime) -> bool:
    """A revisit found the page gone. False where no publication lives at `url`, or it was known to be gone."""
    with transaction(archive) as connection:
        number = find_publication(connection, url)
        done = connection.execute("UPDATE publications SET gone = max(first_seen, ?) WHERE publication_id = ? "
                                  "AND gone IS NULL", (utc(at), number))
        if not done.rowcount:
            return False
        connection.execute("UPDATE runs SET gone = gone + 1 WHERE run_id = ?", (run_id,))
        return True
