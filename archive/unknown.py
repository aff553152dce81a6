"""Pages that stand in the WARC files and that the database does not know, as where its -wal file was lost.

Copying `archive.db` alone, without what SQLite still holds in `archive.db-wal`, loses the last pages; so does a power
cut. A run that was killed leaves some, too. Nothing is wrong with such an archive, and `ingest` brings the pages in.
"""

from contextlib import suppress
from pathlib import Path

from archive.captures import Damaged
from archive.captures.warc import split_head, whole_records
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
    """The digests of the pages behind a place, as far as the records are whole; damage is told where pages are read."""
    found: set[str] = set()
    with path.open("rb") as file, suppress(Damaged):
        for _, begins in whole_records(file, start):
            _, head = split_head(begins, path.name)
            if head.get("warc-type") in ("response", "resource"):
                found.add(head.get("warc-payload-digest", ""))
    return found
