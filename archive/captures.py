"""The bytes as fetched, kept where any archive tool can read them without us.

In: pages. Out: a `Place`, to be kept beside the digest; and back, the page at a place, its digest checked.

By default they go to WARC 1.1 files in the folder `ARCHIVE.warc` beside the database (`archive.warc`); where people
want fewer files, to a second SQLite database, `ARCHIVE.captures.db` (`archive.blobs`). A file being written is called
`….warc.gz.open`, so that no reader takes a half record for a whole one; `captures_of` finds it all the same.
"""

import hashlib
from base64 import b32encode
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from archive.records import Page


class Damaged(Exception):
    """The bytes at a place are not those that were put there; the message says what is wrong with them."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a capture lies: a file by name, and which bytes of it; in a database, which row, and of what size."""

    file: str
    offset: int
    length: int


class Captures(Protocol):
    """Keeps pages and gives them back."""

    def write(self, page: Page, digest: str, at: str) -> Place:
        """Keep a page; `digest` is that of its body, `at` when it was fetched, as UTC text."""

    def write_revisit(self, page: Page, digest: str, at: str, first: "Visit") -> None:
        """Keep that a page was met again unchanged, and when."""

    def read(self, place: Place) -> Page:
        """The page at a place, as it was kept, but for source and time. Damaged if the bytes make no sense."""

    def flush(self) -> None:
        """Hand what was written to the operating system: called before the rows that point to it are committed."""

    def close(self) -> None:
        """Finish the file being written."""


@dataclass(frozen=True, slots=True)
class Visit:
    """An earlier capture that a revisit refers to."""

    url: str
    at: str


KnownEnd = Callable[[str], int]               # file name -> where the last record that the database knows ends


def digest_of(body: bytes) -> str:
    """The digest of a body as WARC writes it.

    >>> digest_of(b"")[:20]
    'sha256:4OYMIQUY7QOBJ'
    """
    return "sha256:" + b32encode(hashlib.sha256(body).digest()).decode()


def captures_of(database: Path, kind: str, *, known_end: KnownEnd = lambda _: 0) -> Captures:
    """Where the archive at `database` keeps its pages; `kind` is "warc" or "database"."""
    if kind == "database":
        from archive.blobs import BlobCaptures  # the two kinds stand on this module

        return BlobCaptures(database.with_suffix(".captures.db"))
    from archive.warc import WarcCaptures

    return WarcCaptures(database.with_suffix(".warc"), known_end=known_end)


def read_checked(captures: Captures, place: Place, digest: str) -> Page:
    """The page at a place; Damaged if its body does not have this digest."""
    page = captures.read(place)
    if digest_of(page.body) != digest:
        raise Damaged(f"the page in {place.file} at {place.offset} is not the one that was fetched: "
                      f"its digest is {digest_of(page.body)}, not {digest}")
    return page
