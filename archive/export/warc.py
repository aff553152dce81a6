"""The captures of a selection -> one WARC 1.1 file, gzip per record; every digest is checked on the way.

Each page that a publication was read from stands in it once, as a whole record: no `revisit` points outside the file.
"""

from collections.abc import Iterable
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from archive.captures import Damaged, digest_of
from archive.captures.warc import page_record, warcinfo_record
from archive.database import Archive
from archive.errors import FellShort
from archive.records import Page
from archive.rows import utc
from archive.store.raw import load_capture

_LATEST = "9999-12-31"


def write_warc(archive: Archive, publication_ids: Iterable[int], out: Path, as_of: str | None = None) -> list[Path]:
    """One file at `out`, which calls itself so, without ".part"; its path.

    FellShort for a capture that is lost or damaged, with the advice to check.
    """
    with out.open("wb") as file:
        for number in publication_ids:
            for capture_id in _captures_of(archive, number, as_of or _LATEST):
                page = _load(archive, capture_id)
                at = utc(page.fetched_at) if page.fetched_at else ""
                if not file.tell():
                    file.write(warcinfo_record(out.name.removesuffix(".part"), at, _identity("warcinfo", at)))
                digest = digest_of(page.body)
                file.write(page_record(page, digest, at, _identity(page.url, at, digest)))
    return [out]


def _captures_of(archive: Archive, publication_id: int, as_of: str) -> list[int]:
    return [number for (number,) in archive.connection.execute(
        "SELECT capture_id FROM captures WHERE publication_id = ? AND file IS NOT NULL "
        "AND substr(fetched_at, 1, length(?)) <= ? ORDER BY capture_id", (publication_id, as_of, as_of))]


def _load(archive: Archive, capture_id: int) -> Page:
    try:
        return load_capture(archive, capture_id).page
    except Damaged as error:
        raise FellShort(f"{error}; `policy-archive check` lists all such captures") from error


def _identity(*parts: str) -> str:
    """A record id that follows from what the record is, so that the same selection gives the same bytes."""
    return f"<urn:uuid:{uuid5(NAMESPACE_URL, ' '.join(parts))}>"
