"""Answers unpacked: whole and within the limit, or an error that says what is wrong.

Scrapy's own middleware gives what could be unpacked of an answer that was cut short: half a page would be kept.
"""

from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.exceptions import IgnoreRequest, ResponseDataLossError

from crawler import packing


class Unpacking(HttpCompressionMiddleware):
    """Scrapy's, with our way to unpack."""

    @staticmethod
    def _decode(body: bytes, encoding: bytes, max_size: int) -> bytes:
        return unpack(body, encoding.decode("latin-1"), max_size)


def unpack(body: bytes, encoding: str, most_bytes: int) -> bytes:
    """As `packing.unpack`, with Scrapy's errors: ResponseDataLossError, and IgnoreRequest for what is too large."""
    try:
        return packing.unpack(body, encoding, most_bytes)
    except packing.TooLarge as error:
        raise IgnoreRequest(f"more than DOWNLOAD_MAXSIZE ({most_bytes} bytes) once unpacked") from error
    except packing.CannotUnpack as error:
        if packing.ends_as_whole(error.so_far):     # only the check sum behind the page is missing
            return error.so_far
        raise ResponseDataLossError(f"{encoding} that can't be unpacked: {error}") from error
