"""WARC and ARC files -> the Pages in them: every answer with status 200, every resource, that is a page, text or PDF.

In: an open file, plain or compressed (a gzip member for each record, one gzip for all, zstd). Out, in the file's order:
a `Page` for each such record, a reason in words for each that is damaged, cut short or of no address; the records after
it are read all the same.
"""

import gzip
import io
import re
import zlib
from collections.abc import Iterator, Mapping
from contextlib import redirect_stderr
from datetime import UTC, datetime
from itertools import islice
from typing import IO, Any, cast

from archive.records import Page
from archive.urls import is_web_address
from crawler.packing import GZIP_START, ZSTD_START, CannotUnpack, TooLarge, unpack

MOST_BYTES = 200_000_000       # of one page
_LONGEST_LINE = 1 << 20        # bytes of a record's head
_FIRST_YEAR = 1990             # of the web; programs that know no time write 0001
_MOST_UNPACKED = 100           # times a file's bytes; crawls take ten to fifty
_GZIP = GZIP_START + b"\x08"
_PLAIN_RECORD = re.compile(rb"(?<=\n)WARC/1\.")
_CHUNK_SIZE = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
_PACKED_RECORD = re.compile(re.escape(_GZIP))


def load_warc(stream: IO[bytes], source: str) -> Iterator[Page | str]:
    """The pages of a WARC or ARC file that can be sought in; words for what can't be read."""
    pages = _load(stream, source)
    while True:
        with redirect_stderr(io.StringIO()):           # where warcio writes, bytes and all, what is told in words here
            found = next(pages, None)
        if found is None:
            return
        yield found


def _load(stream: IO[bytes], source: str) -> Iterator[Page | str]:
    from warcio.archiveiterator import ArchiveIterator  # only here: most files are no WARC
    from warcio.exceptions import ArchiveLoadFailed

    stream = _unpacked(stream)
    stream.seek(0)
    is_packed = stream.read(len(_GZIP)) == _GZIP
    start: int | None = 0
    is_first = True
    while start is not None:
        stream.seek(start)
        records = ArchiveIterator(stream, arc2warc=True)
        records.reader = _reader(stream, is_packed=is_packed)
        try:
            for record in records:
                is_first = False
                page = _page_of(record, source)
                if page is not None:
                    yield page
            if is_first and stream.seek(0, io.SEEK_END):
                yield "no record of a WARC or ARC file in it"
            return
        # the last two: of no address or without a head, of a length beyond all numbers
        except (ArchiveLoadFailed, zlib.error, EOFError, AttributeError, OverflowError) as error:
            is_first = False
            at = records.offset
            why = "its head is incomplete" if isinstance(error, AttributeError) else str(error)
            yield f"a damaged record at {at} ({' '.join(ascii(why)[1:-1].split())[:80]})"
            start = _next_record(stream, at + 1, is_packed=is_packed)


def _unpacked(stream: IO[bytes]) -> IO[bytes]:
    """The same records, plain or each in a gzip member of its own, as they are read one by one."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    start = stream.read(len(ZSTD_START))
    stream.seek(0)
    if start == ZSTD_START:    # seekable, so that a damaged record costs no other; rare enough to hold one in memory
        packed = stream.read()
        return io.BytesIO(unpack(packed, "zstd", max(MOST_BYTES, _MOST_UNPACKED * len(packed))))
    records = ArchiveIterator(stream)
    records.reader = _reader(stream, is_packed=start.startswith(GZIP_START))
    try:
        for _ in islice(records, 2):
            pass
    except ArchiveLoadFailed as error:
        if "non-chunked" in str(error):        # what `gzip FILE.warc` makes: one member for all records
            stream.seek(0)
            return cast(IO[bytes], gzip.GzipFile(fileobj=stream))
    except (zlib.error, EOFError, AttributeError, OverflowError):             # told where the record is read
        pass
    return stream


def _reader(stream: IO[bytes], *, is_packed: bool) -> Any:
    """What hands out lines and unpacks one gzip member after another.

    A line without end is an error, and so is a member that can't be unpacked: warcio (1.8.1) reads that as it stands,
    and where its bytes look like a line or a header, what follows it in the file is lost without a word.
    """
    from warcio.bufferedreaders import DecompressingBufferedReader
    from warcio.exceptions import ArchiveLoadFailed

    class Reader(DecompressingBufferedReader):  # type: ignore[misc]  # as above
        def _decompress(self, data: bytes) -> bytes:
            unpacked: bytes = super()._decompress(data)
            if is_packed and self.decompressor is None:
                raise ArchiveLoadFailed("a gzip member that can't be unpacked")
            return unpacked

        def readline(self, length: int | None = None) -> bytes:
            line: bytes = super().readline(length or _LONGEST_LINE)
            if len(line) >= _LONGEST_LINE and not line.endswith(b"\n"):
                raise ArchiveLoadFailed("a line without end")
            return line

    return Reader(stream)


def _next_record(stream: IO[bytes], start: int, *, is_packed: bool) -> int | None:
    """Where the next record begins, not before `start`; None where there is none."""
    begins = _PACKED_RECORD if is_packed else _PLAIN_RECORD
    stream.seek(start)
    seen = b""
    while chunk := stream.read(1 << 20):
        seen = seen[-7:] + chunk
        if found := begins.search(seen):
            return stream.tell() - len(seen) + found.start()
    return None


def _page_of(record: Any, source: str) -> Page | str | None:  # warcio ships no types
    url = record.rec_headers.get_header("WARC-Target-URI")
    if record.rec_type not in ("response", "resource") or not url or not url.startswith(("http://", "https://")):
        return None
    status, headers = "200", {"content-type": record.rec_headers.get_header("Content-Type") or ""}
    if record.http_headers is not None:
        status = record.http_headers.get_statuscode()
        headers = {name.lower(): value for name, value in record.http_headers.headers}
    if status != "200" or not _is_page(headers.get("content-type", "")):
        return None
    if not is_web_address(url):
        return f"a record of {ascii(url)[:80]}, which is no web address"
    raw = _read(record.raw_stream)
    if _is_cut(record):
        return f"the record of {url} is cut short"
    body = _decoded(raw, headers)
    if body is None:
        return f"the record of {url} can't be unpacked: damaged, or packed otherwise than its headers say"
    return Page(source=source, url=url, status=200, headers=headers, body=body,
                fetched_at=_moment(record.rec_headers.get_header("WARC-Date")))


def _read(stream: Any) -> bytes:
    body = bytearray()
    while len(body) < MOST_BYTES and (chunk := stream.read(1 << 16)):
        body += chunk
    return bytes(body)


def _decoded(body: bytes, headers: Mapping[str, str]) -> bytes | None:
    """The page, its codings undone as far as they are there: some crawlers undo them and keep the headers.

    None where that fails.
    """
    codings = [name.strip() for name in headers.get("content-encoding", "").lower().split(",")]
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _without_chunks(body)
    for coding in reversed(codings):
        try:
            body = unpack(body, coding, MOST_BYTES)
        except (CannotUnpack, TooLarge):
            if not body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<", b"%PDF")):
                return None
    return body


def _without_chunks(body: bytes) -> bytes:
    """A chunked body (RFC 9112, section 7.1) in one piece; one that has no chunks as it is."""
    parts: list[bytes] = []
    at = 0
    while size := _CHUNK_SIZE.match(body, at):
        length = int(size[1], 16)
        if length == 0:
            break
        parts.append(body[size.end():size.end() + length])
        at = size.end() + length + 2
    return b"".join(parts) if parts or size else body


def _is_cut(record: Any) -> bool:
    """Whether the file ends before the record does; reads what is left of the record."""
    while record.raw_stream.read(1 << 16):
        pass
    return getattr(record.raw_stream, "limit", 0) > 0    # no limit where the record states no length


def _is_page(content_type: str) -> bool:
    kind = content_type.partition(";")[0].strip().lower()
    return kind in ("text/html", "application/xhtml+xml", "text/plain", "application/pdf", "")


def _moment(date: str | None) -> datetime | None:
    """A WARC-Date (WARC 1.1, section 5.4, a UTC time); None where there is none that can be read or that can be."""
    try:
        moment = datetime.fromisoformat(date or "")
        moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
    return moment if moment.year >= _FIRST_YEAR else None
