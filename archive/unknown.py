"""Pages that stand in the WARC files and that the database does not know, as where its -wal file was lost.

Copying `archive.db` alone, without what SQLite still holds in `archive.db-wal`, loses the last pages; so does a power
cut. A run that was killed leaves some, too. Nothing is wrong with such an archive, and `ingest` brings the pages in.
"""

from collections.abc import Iterator
from pathlib import Path

from archive.database import Archive

NEWEST = 3                     # files: what a lost log held was written last, and one file may hold a million visits


def count_unknown(archive: Archive) -> int:
    """How many pages no capture has the bytes of, in the newest WARC files that are finished, behind what is known."""
    ends = dict(archive.connection.execute(
        "SELECT file, max(offset + length) FROM captures WHERE file IS NOT NULL GROUP BY file"))
    found = {digest for path in sorted(archive.path.with_suffix(".warc").glob("*.warc.gz"))[-NEWEST:]
             for digest in _digests(path, ends.get(path.name, 0))}
    if not found:
        return 0
    return len(found.difference(digest for (digest,) in archive.connection.execute("SELECT digest FROM captures")))


def _digests(path: Path, start: int) -> Iterator[str]:
    """The digests of the pages behind a place, as far as the records are whole."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    with path.open("rb") as file:
        file.seek(start)
        try:
            for record in ArchiveIterator(file):
                if record.rec_type in ("response", "resource"):
                    yield record.rec_headers.get_header("WARC-Payload-Digest") or ""
        except ArchiveLoadFailed:
            return                             # what is damaged is told where it is read
