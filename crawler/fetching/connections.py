"""Connections over which the head of an answer has a limit; Scrapy and Twisted limit its lines, not their number.

A server may send headers without end, and all of them would be kept in memory until the time is up.
"""

from scrapy.core.downloader.handlers.http11 import (
    HTTP11DownloadHandler,
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
)
from scrapy.crawler import Crawler
from twisted.internet.interfaces import IAddress
from twisted.python.failure import Failure
from twisted.web._newclient import HEADER, STATUS

MOST_HEAD_BYTES = 256 << 10    # browsers take as much


class HeadTooLarge(Exception):
    """The headers of an answer are larger than the limit."""


class Connections(HTTP11DownloadHandler):
    """Scrapy's handler of http and https."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._pool._factory = _Factory


class _Protocol(_LenientHTTP11ClientProtocol):
    _head_bytes = 0

    def dataReceived(self, data: bytes) -> None:  # noqa: N802 - Twisted's name
        parser = self._parser
        super().dataReceived(data)  # type: ignore[no-untyped-call]  # Twisted has no types here
        if parser is None or parser.state not in (STATUS, HEADER):
            self._head_bytes = 0
            return
        self._head_bytes += len(data)
        if self._head_bytes > MOST_HEAD_BYTES:
            self._giveUp(Failure(HeadTooLarge()))  # type: ignore[no-untyped-call]  # nor here


class _Factory(_LenientHTTP11ClientFactory):
    def buildProtocol(self, address: IAddress | None) -> _Protocol:  # noqa: N802 - Twisted's name
        del address
        return _Protocol(self._quiescentCallback)  # type: ignore[no-untyped-call]  # nor here
