"""Pages that stand in the WARC files and that the database does not know, as where its -wal file was lost.

Copying `archive.db` alone, without what SQLite still holds in `archive.db-wal`, loses the last pages; so does a power
cut. A run that was killed leaves some, too. Nothing is wrong with such an archive, and `ingest` brings the pages in.
"""

from contextlib import redirect_stderr, suppress
from io import StringIO
from pathlib import Path

from archive.database import Archive

NEWEST = 3                     # files: what a lost log held was written last, and one file may hold a million visits


def count_unknown(archive: Archive) -> int:
    """How many pages no capture has the bytes of, in the newest WARC files that are finished, behind what is known."""
    ends = dict(archive.connection.execute(
        "SELECT file, max(offset + length) FROM captures WHERE file IS NOT NULL GROUP BY file"))
    newest = sorted(archive.path.with_suffix(".warc").glob("*.warc.gz"))[-NEWEST:]
    found = set[str]().union(*(_digests(path, ends.get(path.name, 0)) for path in newest))
    if not found:
        return 0
    return len(found.difference(digest for (digest,) in archive.connection.execute("SELECT digest FROM captures")))


def _digests(path: Path, start: int) -> set[str]:
    """The digests of the pages behind a place, as far as the records are whole."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    found: set[str] = set()
    with path.open("rb") as file, redirect_stderr(StringIO()):        # warcio writes there, bytes and all
        file.seek(start)
        # what is damaged is told where it is read; the second is warcio's of a record without an address
        with suppress(ArchiveLoadFailed, AttributeError):
            found.update(record.rec_headers.get_header("WARC-Payload-Digest") or "" for record in ArchiveIterator(file)
                         if record.rec_type in ("response", "resource"))
    return found
