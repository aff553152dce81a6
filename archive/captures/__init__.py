"""The bytes as fetched, kept where any archive tool can read them without us.

In: pages. Out: a `Place`, to be kept beside the digest; and back, the page at a place, its digest checked.

By default they go to WARC 1.1 files in the folder `ARCHIVE.warc` beside the database (`warc`); where people want fewer
files, to a second SQLite database, `ARCHIVE.captures.db` (`blobs`). A file being written is called `….warc.gz.open`, so
that no reader takes a half record for a whole one; `captures_of` finds it all the same. `places`: what both must do.
"""

from collections.abc import Collection
from contextlib import closing
from pathlib import Path

from archive.captures.blobs import BlobCaptures
from archive.captures.places import Captures, Damaged, KnownEnd, Place, Visit, digest_of, told_once
from archive.captures.warc import WarcCaptures
from archive.records import Page

__all__ = ["Captures", "Damaged", "Place", "Visit", "captures_of", "digest_of", "forget",
           "read_checked", "told_once"]


def captures_of(database: Path, kind: str, *, known_end: KnownEnd = lambda _: 0) -> Captures:
    """Where the archive at `database` keeps its pages; `kind` is "warc" or "database"."""
    if kind == "database":
        return BlobCaptures(database.with_suffix(".captures.db"))
    return WarcCaptures(database.with_suffix(".warc"), known_end=known_end)


def forget(database: Path, kind: str, places: Collection[Place], kept: Collection[str]) -> None:
    """Delete the pages at these places for good; a WARC file that holds others as well (`kept`) stays whole."""
    if kind == "database" and places:
        with closing(BlobCaptures(database.with_suffix(".captures.db"))) as blobs:
            blobs.forget(places)
    for name in {place.file for place in places}.difference(kept) if kind == "warc" else ():
        (database.with_suffix(".warc") / name).unlink(missing_ok=True)


def read_checked(captures: Captures, place: Place, digest: str) -> Page:
    """The page at a place; Damaged if its body does not have this digest."""
    page = captures.read(place)
    if digest_of(page.body) != digest:
        raise Damaged(f"the page in {place.file} at {place.offset} is not the one that was fetched: "
                      f"its digest is {digest_of(page.body)}, not {digest}")
    return page
