"""Where captures lie, and what whoever keeps them must be able to do."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
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


def told_once(complaints: Iterable[str]) -> Iterator[str]:
    """Each complaint once, with how many pages it is about.

    >>> list(told_once(["a.warc.gz is missing", "a.warc.gz is missing", "b is damaged"]))
    ['a.warc.gz is missing (2 pages)', 'b is damaged']
    """
    for complaint, pages in Counter(complaints).items():
        yield complaint if pages == 1 else f"{complaint} ({pages:,} pages)"


class Captures(Protocol):
    """Keeps pages and gives them back."""

    def write(self, page: Page, digest: str, at: str) -> Place:
        """Keep a page; `digest` is that of its body, `at` when it was fetched, as UTC text."""

    def write_revisit(self, page: Page, digest: str, at: str, first: "Visit") -> None:
        """Keep that a page was met again unchanged, and when."""

    def read(self, place: Place) -> Page:
        """The page at a place, as it was kept, but for source and time. Damaged if the bytes make no sense."""

    def holds(self, place: Place, digest: str) -> bool:
        """Whether the page is where it was put, as far as can be told without reading it."""

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
    'sha256:e3b0c44298fc1'
    """
    return "sha256:" + hashlib.sha256(body).hexdigest()
