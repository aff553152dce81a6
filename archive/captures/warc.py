"""Captures in WARC 1.1 files, gzip per record (ISO 28500:2017, annex A.2).

A page fetched gives a `response` and its `request`, a page from disk a `resource`, an unchanged page a `revisit`.
What one page needs is written by one call, at the end of a file that only this process writes; a file left behind by
a process that was killed is cut after its last whole record and finished by the next one.
"""

import fcntl
import os
import zlib
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit
from uuid import uuid4

from isal import isal_zlib  # ten times faster than zlib at 85 % of its compression: keeping must cost next to nothing

from archive.captures.places import Damaged, KnownEnd, Place, Visit
from archive.errors import FellShort
from archive.records import Page

ROTATE_BYTES = 1 << 30                        # as crawlers do: files that can be copied and checked one by one
SYNC_BYTES = 8 << 20                          # what a power cut may cost at most
OPEN = ".open"
MOST_OF_A_HEAD = 1 << 16
GZIP, BEST_LEVEL = 31, 2
GZIP_MAGIC, NO_LENGTH = b"\x1f\x8b", bytes(4)    # RFC 1952: a member ends with the length of what it holds
SAME_DIGEST = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
# The body is kept decoded, so these no longer say what they said on the wire; archive tools know the prefix.
CODED = {"content-encoding", "transfer-encoding"}
ORIGINAL = "x-archive-orig-"


class WarcCaptures:
    """The WARC files of one archive, in one folder."""

    def __init__(self, folder: Path, *, known_end: KnownEnd = lambda _: 0, rotate_bytes: int = ROTATE_BYTES) -> None:
        self.folder, self.rotate_bytes, self._known_end = folder, rotate_bytes, known_end
        self._file: IO[bytes] | None = None
        self._name = ""
        self._size = self._unsynced = 0

    def write(self, page: Page, digest: str, at: str) -> Place:
        """Keep a page, and the request for it where there was one."""
        identity = _uuid()
        if _was_never_fetched(page):
            return self._append(at, page_record(page, digest, at, identity))
        request = _record("request", _uuid(), _one_line(page.url), at, "application/http; msgtype=request",
                          _request(page), {"WARC-Concurrent-To": identity})
        return self._append(at, page_record(page, digest, at, identity), request)

    def write_revisit(self, page: Page, digest: str, at: str, first: Visit) -> None:
        """Keep that a page was met again unchanged: its headers now, and which capture has the bytes.

        Of an answer that only says so (304) no headers are kept: replay would send them, and with them no page.
        """
        unchanged = page.status == HTTPStatus.NOT_MODIFIED
        record = _record("revisit", _uuid(), _one_line(page.url), at, "application/http; msgtype=response",
                         b"" if unchanged else _response_head(page), {
                             "WARC-Profile": NOT_MODIFIED if unchanged else SAME_DIGEST,
                             "WARC-Refers-To-Target-URI": _one_line(first.url), "WARC-Refers-To-Date": first.at,
                             "WARC-Payload-Digest": digest})
        self._append(at, record)

    def read(self, place: Place) -> Page:
        """The page of the record at a place."""
        if Path(place.file).name != place.file or place.offset < 0 or place.length < 0:
            raise Damaged(f"{place.file!r} at {place.offset} is no place in {self.folder}")
        path = self._path(place.file)
        try:
            with path.open("rb") as file:
                file.seek(place.offset)
                compressed = file.read(place.length)
        except FileNotFoundError as error:
            raise Damaged(f"{self.folder / place.file} is missing: bring it back from a backup; `crawl --recheck` "
                          "fetches anew what is still there") from error
        except OSError as error:
            raise Damaged(f"{path} can't be read ({error.strerror}): see to the disk, or bring it back from a backup"
                          ) from error
        return _page_of(compressed, f"{path} at {place.offset}")

    def holds(self, place: Place, digest: str) -> bool:  # noqa: ARG002 - to know it, all would have to be read
        """Whether a record begins and ends where it was put: a power cut may leave a file short, or zeros in it."""
        try:
            with self._path(place.file).open("rb") as file:
                return is_member(file, place.offset, place.offset + place.length)
        except OSError:
            return False

    def flush(self) -> None:
        """Hand what was written to the system, and to the disk where much has gathered."""
        if self._file is not None and self._unsynced >= SYNC_BYTES:
            os.fdatasync(self._file.fileno())
            self._unsynced = 0

    def close(self) -> None:
        """Finish the file being written: on disk, under its lasting name."""
        if self._file is None:
            return
        os.fsync(self._file.fileno())
        self._path(self._name).rename(self.folder / self._name)
        self._file.close()
        self._file = None

    def _path(self, name: str) -> Path:
        """Where a file is now: under its lasting name, or still being written."""
        lasting = self.folder / name
        return lasting if lasting.exists() else lasting.with_name(name + OPEN)

    def _append(self, at: str, *records: bytes) -> Place:
        try:
            if self._file is None or self._size >= self.rotate_bytes:
                self.close()
                self._open_next(at)
            assert self._file is not None
            place = Place(self._name, self._size, len(records[0]))
            self._write(b"".join(records))
        except OSError as error:
            raise FellShort(f"{self.folder}: {error.strerror or error}; what was kept before is safe: "
                            "free some space or see to permissions, then run again") from error
        return place

    def _write(self, data: bytes) -> None:
        assert self._file is not None
        try:
            written = self._file.write(data)
            if written != len(data):
                raise OSError(28, os.strerror(28))            # a full disk takes a part
        except OSError:
            self._file.truncate(self._size)
            self._file.seek(self._size)
            raise
        self._size += len(data)
        self._unsynced += len(data)

    def _open_next(self, at: str) -> None:
        self.folder.mkdir(exist_ok=True)
        if self._name == "":
            self._finish_leftovers()
        stamp = "".join(character for character in at if character.isdigit())
        serial = 0
        while self._file is None:
            serial += 1
            self._name = f"{self.folder.stem}-{stamp}-{serial:05}.warc.gz"
            if (self.folder / self._name).exists() or self._known_end(self._name):      # one that was lost, too
                continue
            try:
                self._file = (self.folder / (self._name + OPEN)).open("xb", buffering=0)
            except FileExistsError:
                continue
        fcntl.flock(self._file, fcntl.LOCK_EX)
        self._size = 0
        self._write(warcinfo_record(self._name, at, _uuid()))

    def _finish_leftovers(self) -> None:
        """Finish the files of processes that were killed: cut a half record off the end, give the lasting name."""
        for path in sorted(self.folder.glob(f"*.warc.gz{OPEN}")):
            with path.open("r+b") as file:
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except OSError:
                    continue                                  # its process lives
                name = path.name.removesuffix(OPEN)
                known = self._known_end(name)
                if known and not is_member(file, 0, known):     # after a power cut less is there than is known
                    known = 0
                file.truncate(max((end for end, _ in whole_records(file, known)), default=known))
                path.rename(self.folder / name)


def is_member(file: IO[bytes], start: int, end: int) -> bool:
    """Whether what begins at `start` and what ends at `end` looks like gzip: its first bytes, and a length."""
    file.seek(start)
    begins = file.read(len(GZIP_MAGIC))
    file.seek(max(0, end - len(NO_LENGTH)))
    return begins == GZIP_MAGIC and file.read(len(NO_LENGTH)).ljust(len(NO_LENGTH), b"\0") != NO_LENGTH


def whole_records(file: IO[bytes], start: int) -> Iterator[tuple[int, bytes]]:
    """Where each record behind `start` ends, where one does, and how it begins; nothing behind a damaged one."""
    file.seek(start)
    member, begins = zlib.decompressobj(GZIP), b""
    while chunk := file.read(1 << 20):
        start += len(chunk)
        while chunk:
            try:
                begins = (begins + member.decompress(chunk)[:MOST_OF_A_HEAD])[:MOST_OF_A_HEAD]
            except zlib.error:
                return
            chunk = member.unused_data
            if member.eof:
                yield start - len(chunk), begins
                member, begins = zlib.decompressobj(GZIP), b""


def page_record(page: Page, digest: str, at: str, identity: str) -> bytes:
    """The gzip member that holds a page: a `response`, or a `resource` where it came from disk."""
    if _was_never_fetched(page):
        return _record("resource", identity, _one_line(page.url), at, page.content_type or "application/octet-stream",
                       page.body, {"WARC-Payload-Digest": digest})
    return _record("response", identity, _one_line(page.url), at, "application/http; msgtype=response",
                   _response_head(page) + page.body, {"WARC-Payload-Digest": digest})


def warcinfo_record(name: str, at: str, identity: str) -> bytes:
    """The gzip member that begins a file."""
    fields = _head("", {"software": "policy-archive", "format": "WARC File Format 1.1",
                        "conformsTo": "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"
                        }).lstrip()
    head = {"WARC-Type": "warcinfo", "WARC-Record-ID": identity, "WARC-Date": at, "WARC-Filename": name,
            "Content-Type": "application/warc-fields", "Content-Length": str(len(fields))}
    return _gzip(_head("WARC/1.1", head) + fields + b"\r\n\r\n")


def _was_never_fetched(page: Page) -> bool:
    return page.fetched_at is None and not page.request_headers and set(page.headers) <= {"content-type"}


def _record(kind: str, identity: str, target: str, at: str, content_type: str, block: bytes,
            more: Mapping[str, str]) -> bytes:
    head = {"WARC-Type": kind, "WARC-Record-ID": identity, "WARC-Target-URI": target, "WARC-Date": at, **more,
            "Content-Type": content_type, "Content-Length": str(len(block))}
    return _gzip(_head("WARC/1.1", head) + block + b"\r\n\r\n")


def _response_head(page: Page) -> bytes:
    headers = {}
    for name, value in page.headers.items():
        headers[ORIGINAL + name if name in CODED else name] = value
    if "content-length" in headers:
        headers["content-length"] = str(len(page.body))
    try:
        phrase = HTTPStatus(page.status).phrase
    except ValueError:
        phrase = "Unknown"
    return _head(f"HTTP/1.1 {page.status} {phrase}", headers)


def _request(page: Page) -> bytes:
    parts = urlsplit(page.requested_url or page.url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    headers = {"host": parts.netloc} | dict(page.request_headers)
    return _head(f"GET {_one_line(path)} HTTP/1.1", headers)


def _head(first: str, headers: Mapping[str, str]) -> bytes:
    lines = [first, *(f"{name}: {_one_line(value)}" for name, value in headers.items()), "", ""]
    return "\r\n".join(lines).encode("utf-8", "replace")


def _one_line(text: str) -> str:
    return text if text.isprintable() else "".join(letter if letter.isprintable() else " " for letter in text)


def _uuid() -> str:
    return f"<urn:uuid:{uuid4()}>"


def _gzip(data: bytes) -> bytes:
    packer = isal_zlib.compressobj(BEST_LEVEL, isal_zlib.DEFLATED, GZIP)
    return bytes(packer.compress(data) + packer.flush())


def _page_of(compressed: bytes, where: str) -> Page:
    try:
        data = bytes(isal_zlib.decompress(compressed, GZIP))
    except (isal_zlib.error, EOFError) as error:  # type: ignore[misc] # its stub calls the exception an int
        raise Damaged(f"the record in {where} is damaged: {error}") from error
    try:
        return _page_in(data, where)
    except (KeyError, IndexError, ValueError) as error:         # whole, and still not what was written there
        raise Damaged(f"the record in {where} is damaged: it holds no page ({error})") from error


def _page_in(data: bytes, where: str) -> Page:
    _, head = split_head(data, where)
    start = data.index(b"\r\n\r\n") + 4
    block = data[start:start + int(head["content-length"])]
    if head["warc-type"] not in ("response", "resource"):
        raise Damaged(f"the record in {where} holds no page but a {head['warc-type']}")
    if head["warc-type"] == "resource":
        return Page(source="", url=head["warc-target-uri"], status=200, body=block,
                    headers={"content-type": head["content-type"]})
    first, headers = split_head(block, where)
    body = block[block.index(b"\r\n\r\n") + 4:]
    return Page(source="", url=head["warc-target-uri"], status=int(first.split()[1]), headers=headers, body=body)


def split_head(data: bytes, where: str) -> tuple[str, dict[str, str]]:
    """First line and headers of a WARC record or an HTTP message, names in lower case."""
    end = data.find(b"\r\n\r\n")
    if end < 0:
        raise Damaged(f"the record in {where} is damaged: its head does not end")
    first, *lines = data[:end].decode("utf-8", "replace").split("\r\n")
    pairs = (line.partition(":") for line in lines)
    return first, {name.strip().lower().removeprefix(ORIGINAL): value.strip() for name, _, value in pairs}
