"""Content codings undone (RFC 9110, 8.4): whole and within the limit, or an error that says what is wrong."""

import sys
import zlib
from collections.abc import Iterator

import brotli

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd  # Scrapy brings it

CHUNK_BYTES = 1 << 16
GZIP, ZLIB, RAW = 31, 15, -15      # formats, as zlib numbers them
ENDS = (b"</html>", b"</urlset>", b"</sitemapindex>", b"</rss>", b"</feed>")
GZIP_NAMES = ("gzip", "x-gzip")
GZIP_START = b"\x1f\x8b"
ZSTD_START = b"\x28\xb5\x2f\xfd"


class CannotUnpack(Exception):
    """The body was cut short or is damaged; `so_far` is what could be unpacked."""

    def __init__(self, reason: str, so_far: bytes = b"") -> None:
        super().__init__(reason)
        self.so_far = so_far


class TooLarge(Exception):
    """It would be larger than was asked for, once unpacked."""


def unpack(body: bytes, encoding: str, most_bytes: int) -> bytes:
    """The body unpacked, by what it is rather than by what the server says; as it is where it is packed in no way.

    Raises CannotUnpack, and TooLarge beyond `most_bytes` (0: no limit).
    """
    chunks, size = [], 0
    try:
        for chunk in _chunks(body, encoding):
            size += len(chunk)
            if most_bytes and size > most_bytes:
                raise TooLarge(f"more than {most_bytes} bytes once unpacked")
            chunks.append(chunk)
    except (CannotUnpack, zlib.error, brotli.error, zstd.ZstdError) as error:
        if not chunks and (encoding in GZIP_NAMES or body.lstrip()[:1] == b"<"):   # it only says that it is packed
            return body
        raise CannotUnpack(str(error), b"".join(chunks)) from error
    return b"".join(chunks)


def unpack_again(body: bytes, most_bytes: int) -> tuple[bytes, bool]:
    """The body without a packing that its headers don't tell of, and whether it is a gzip that ends before its end.

    As it is where it isn't packed, is damaged, or unpacks to more than `most_bytes`.
    """
    try:
        return unpack(body, "gzip", most_bytes) if body.startswith((GZIP_START, ZSTD_START)) else body, False
    except CannotUnpack:
        return body, body.startswith(GZIP_START)
    except TooLarge:
        return body, False


def ends_as_whole(body: bytes) -> bool:
    """Whether it ends as a whole page, sitemap or feed does, whatever the server said of its length."""
    return body[-2048:].rstrip().lower().endswith(ENDS)


def _chunks(body: bytes, encoding: str) -> Iterator[bytes]:
    if body.startswith(GZIP_START):
        return _of_zlib(body, GZIP)
    if body.startswith(ZSTD_START):
        return _of_zstd(body)
    if encoding in ("br", *GZIP_NAMES):         # what is no gzip, and says so, is often this
        return _of_brotli(body)
    if encoding == "deflate":
        return _of_zlib(body, ZLIB if _is_zlib(body) else RAW)
    return iter((body,))


def _is_zlib(body: bytes) -> bool:
    """Whether it begins as RFC 1950 has it; some servers send "deflate" bare."""
    return len(body) > 1 and body[0] & 15 == 8 and (body[0] << 8 | body[1]) % 31 == 0


def _of_zlib(body: bytes, form: int) -> Iterator[bytes]:
    at = 0
    while body and (at == 0 or body.startswith(GZIP_START, at)):       # gzip may come in several members
        inflater = zlib.decompressobj(wbits=form)
        while not inflater.eof:
            given = inflater.unconsumed_tail or body[at:at + CHUNK_BYTES]
            at += 0 if inflater.unconsumed_tail else len(given)
            chunk = inflater.decompress(given, CHUNK_BYTES)
            if not chunk and not given and not inflater.eof:
                raise CannotUnpack("it ends before its end")
            yield chunk
        at -= len(inflater.unused_data)


def _of_brotli(body: bytes) -> Iterator[bytes]:
    unpacker = brotli.Decompressor()
    chunk = unpacker.process(body, output_buffer_limit=CHUNK_BYTES)
    while chunk:
        yield chunk
        chunk = b"" if unpacker.is_finished() else unpacker.process(b"", output_buffer_limit=CHUNK_BYTES)
    if body and not unpacker.is_finished():
        raise CannotUnpack("it ends before its end")


def _of_zstd(body: bytes) -> Iterator[bytes]:
    while body:                    # or in several frames
        unpacker = zstd.ZstdDecompressor()
        while not unpacker.eof:
            if body == b"" and unpacker.needs_input:
                raise CannotUnpack("it ends before its end")
            chunk, body = unpacker.decompress(body, CHUNK_BYTES), b""
            yield chunk
        body = unpacker.unused_data
