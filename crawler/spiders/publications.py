"""source -> leads -> pages -> readings: everything a publisher has that the archive lacks.

`scrapy crawl publications -a source=KEY` or `-a url=URL`; `policy-archive crawl` runs the same spider. The spider only
translates: a response or a failure becomes a Fetched; what follows from it is decided in crawler.crawl.
"""

import logging
import sys
from collections.abc import AsyncIterator
from dataclasses import replace
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from OpenSSL.SSL import Error as TLSError
from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.http import Response
from twisted.internet.error import ConnectError
from twisted.python.failure import Failure

from archive.database import open_archive
from archive.errors import ArchiveError, FellShort, WrongUse
from archive.frontier import Address
from archive.records import Page
from archive.urls import address_key, clean_url, host_of, is_web_address, join_url, redirect_target
from crawler.crawl import Crawl, Options, clock_ahead
from crawler.crawl.fetched import Fetched
from crawler.discovery.listing import refresh_target
from crawler.discovery.sitemap import MOST_BYTES
from crawler.fetching.browser import RENDER
from crawler.fetching.connections import HeadTooLarge
from crawler.fetching.source_settings import settings_of
from crawler.logs import current_run
from crawler.middlewares.errors import Refused, RobotsUnreachable
from crawler.middlewares.politeness import MOST_DELAY_SECONDS, Throttle
from crawler.middlewares.private import name_target
from crawler.packing import unpack_again
from crawler.reading import Job
from crawler.reading.pool import Readers, usual_number
from crawler.source import Source
from crawler.source.file import load_source
from crawler.source.targets import source_at

log = logging.getLogger(__name__)
REDIRECTS = frozenset({300, 301, 302, 303, 307, 308})
# Answers that another try may change (202: it is being made); every other 4xx is the server's last word.
PASSING = frozenset({202, 408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524})
_CONDITIONS = frozenset({b"If-None-Match", b"If-Modified-Since"})
# Of these the host is the cause rather than the page.
BUSY = PASSING - {202, 408, 425, 429, 500}
# Nobody answered; a connection that was made and then dropped is an answer of a kind.
SILENCE = (CannotResolveHostError, DownloadConnectionRefusedError, DownloadTimeoutError, ConnectError)


class PublicationsSpider(Spider):
    """One source, crawled."""

    name = "publications"
    revisit_only = False

    def __init__(self, source: str | Source | None = None, url: str | None = None, options: Options | None = None,
                 **kwargs: Any) -> None:
        super().__init__()
        if kwargs:
            raise WrongUse(f"there is no argument {min(kwargs)}: give -a source=KEY, or -a url=https://example.org/")
        if (source is None) == (url is None):
            raise WrongUse("give a source or an address: -a source=KEY, or -a url=https://example.org/")
        self.source = source if isinstance(source, Source) else (
            load_source(source) if source is not None else source_at(url or ""))
        self.options = options or Options(revisit_only=self.revisit_only)
        self.crawl: Crawl
        self.readers: Readers
        self.error: ArchiveError | None = None
        discover = self.source.discover
        hosts = [f"{scheme}://{host}" for scheme in ("http", "https") for host in discover.hosts if host[0] != "."]
        proxies = [proxy for proxy in getproxies().values() if is_web_address(proxy)]
        for address in (self.source.home, *discover.start, *discover.listings, *hosts, *proxies):
            name_target(address)

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """The spider with its archive open and its source locked; WrongUse where another crawl has it.

        For `scrapy crawl`, which would print where in the code an error arose, it ends the process with one line.
        """
        try:
            return cls._made(crawler, *args, **kwargs)
        except ArchiveError as error:
            if isinstance(kwargs.get("source"), Source):
                raise
            sys.stderr.write(f"scrapy crawl {cls.name}: {error}\n")
            sys.exit(error.exit_code)

    @classmethod
    def _made(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **kwargs)
        settings = crawler.settings
        for name, value in settings_of(spider.source, settings).items():
            settings.set(name, value, priority="spider")
        archive = open_archive(Path(settings["ARCHIVE_DB"]), create=True)
        try:
            spider.crawl = Crawl(
                archive, spider.source, spider.options, clock_ahead(settings.getfloat("CLOCK_OFFSET_SECONDS")),
                in_hand=2 * settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN"),
                patience_seconds=settings.getfloat("OUTAGE_SECONDS"),
                delay_seconds=settings.getfloat("DOWNLOAD_DELAY"))
        except ArchiveError:
            archive.close()
            raise
        current_run.set((spider.source.key, spider.crawl.run_id))
        log.info("crawl began: %s", spider.source.home)
        number = settings.getint("READERS")
        spider.readers = Readers(usual_number() if number < 0 else number)
        crawler.signals.connect(spider.ended, signal=signals.spider_closed)
        return spider

    async def start(self) -> AsyncIterator[Request]:
        """Nothing: the scheduler takes all from the frontier."""
        nothing: tuple[Request, ...] = ()
        for request in nothing:
            yield request

    async def answered(self, response: Response) -> list[Fetched]:
        """What came of an address that was answered."""
        self._note_time(response)
        return [await self._fetched(response.meta["address"], response)]

    async def unanswered(self, failure: Failure) -> list[Fetched]:
        """What came of an address that wasn't."""
        request: Request = failure.request  # type: ignore[attr-defined]  # Scrapy puts it there
        assert failure.value is not None
        fetched = _failed(request.meta["address"], failure.value)
        if fetched.is_outage and (proxy := _proxy_of(request.url)):
            fetched = replace(fetched, reason=f"{fetched.reason} (by the proxy {proxy})")
        return [fetched]

    def meta_of(self, address: Address) -> dict[str, Any]:
        """What Scrapy has to know besides to fetch an address."""
        if address.kind in ("sitemap", "feed"):
            return {"download_maxsize": max(MOST_BYTES, self.settings.getint("DOWNLOAD_MAXSIZE"))}
        return RENDER if self.source.javascript else {}

    def robots_found(self, site: str, sitemaps: tuple[str, ...], delay: float | None) -> None:
        """robots.txt of a host has been read."""
        if self.crawl.scope.owns(site + "/"):
            self.crawl.robots_found(tuple(url for line in sitemaps if (url := join_url(site + "/", line))))
        throttle = self.crawler.get_extension(Throttle)
        host = urlsplit(site).hostname or ""
        if delay is not None and throttle is not None and self.source.politeness.robots:
            throttle.set_floor(host, delay)
            if delay > MOST_DELAY_SECONDS:
                log.warning("%s asks for %.0f seconds between two requests; %.0f are kept (`delay` in a source file "
                            "makes them more)", host, delay, MOST_DELAY_SECONDS)
            self.crawl.pace.state(host_of(site), throttle.floors[host])

    def ended(self, spider: Spider, reason: str) -> None:
        """Write what is left and let go of the archive."""
        del spider
        self.readers.close()
        try:
            self.crawl.finish(self.crawl.stop_reason or reason)
        except ArchiveError as error:
            self.error, self.crawl.ended = self.error or error, str(error)
        finally:
            try:
                self.crawl.archive.close()
            except OSError as error:       # the captures were taken away under it
                self.error = self.error or FellShort(f"{error.filename}: {error.strerror}; `policy-archive check` "
                                                     "says what is missing")

    async def _fetched(self, address: Address, response: Response) -> Fetched:
        status, location = response.status, response.headers.get(b"Location")
        if status == 304:
            if _CONDITIONS.isdisjoint(response.request.headers if response.request else ()):
                return Fetched(address, "failed", "the server answers 304, not modified, to who has nothing yet",
                               retry="tomorrow")
            return Fetched(address, "same")
        if status in REDIRECTS and location:
            target = redirect_target(response.url, location.decode("utf-8", "replace"))
            if target is None:
                return Fetched(address, "failed", "it redirects to no web address", retry="tomorrow")
            return Fetched(address, "moved", moved_to=target, sets_cookie=b"Set-Cookie" in response.headers)
        if status == 404:
            return Fetched(address, "missing", "404 Not Found")
        if status == 410:
            return Fetched(address, "gone", "410 Gone")
        if status in PASSING:
            return Fetched(address, "failed", f"the server answers {status}", retry_after=self._retry_after(response),
                           busy="with us" if status == 429 else "down" if status in BUSY else None)
        if status not in (200, 203):
            return Fetched(address, "failed", f"the server answers {status}", retry="tomorrow")
        if self.source.javascript and address_key(response.url) != address_key(address.url):
            return Fetched(address, "moved", moved_to=response.url)  # a browser follows redirects by itself
        said = (response.headers.get(b"Refresh") or b"").decode("utf-8", "replace")
        if said and (refreshed := refresh_target(said, response.url)):
            return Fetched(address, "moved", moved_to=refreshed)
        page = self._page(response)
        self.readers.expect(self.crawl.tally.counts["leads"])
        try:
            answer = await self.readers.read(Job(page, address.kind, self.source.hints,
                                                 all_leads=bool(self.source.discover.accept),
                                                 is_part=self.crawl.held.wants_part(address.url)))
        except Exception as error:  # whatever a page does to its reader, the crawl goes on
            reason = f"reading it failed ({type(error).__name__}: {error})"[:200]
            log.warning("%s: %s", page.url, reason, exc_info=log.isEnabledFor(logging.DEBUG))
            return Fetched(address, "failed", reason, retry="next run")
        return Fetched(address, "read", page=page, answer=answer)

    def _page(self, response: Response) -> Page:
        headers = {name.decode("latin-1").lower(): b", ".join(values).decode("latin-1")
                   for name, values in response.headers.items()}
        return Page(source=self.source.key, url=clean_url(response.url), status=response.status, headers=headers,
                    body=unpack_again(response.body, MOST_BYTES), fetched_at=self.crawl.clock())

    def _retry_after(self, response: Response) -> float | None:
        said = (response.headers.get(b"Retry-After") or b"").decode("latin-1").strip()
        if said.isdigit():
            return float(said)
        try:
            return max(0.0, (parsedate_to_datetime(said) - self.crawl.clock()).total_seconds()) if said else None
        except (ValueError, TypeError):
            return None

    def _note_time(self, response: Response) -> None:
        host = response.meta.get("download_slot", "")
        self.crawl.tally.host_seconds[host] += response.meta.get("download_latency", 0.0)
        self.crawl.tally.host_pages[host] += 1


def _failed(address: Address, error: BaseException) -> Fetched:
    if isinstance(error, Refused) or isinstance(error.__cause__, Refused):
        return Fetched(address, "refused", str(error))
    if isinstance(error, RobotsUnreachable):
        return Fetched(address, "failed", str(error))
    if isinstance(error, ResponseDataLossError):
        return Fetched(address, "failed", "the answer was cut short")
    if isinstance(error, DownloadCancelledError):
        return Fetched(address, "failed", "the answer is larger than the limit", retry="tomorrow")
    if _holds(error, HeadTooLarge):
        return Fetched(address, "failed", "its headers are larger than the limit", retry="tomorrow")
    if _holds(error, TLSError):
        return Fetched(address, "failed", "it speaks no TLS that can be understood (or only http:)", is_outage=True)
    if isinstance(error, DownloadFailedError):
        return Fetched(address, "failed", "the connection was closed before the answer was whole")
    if isinstance(error, DownloadTimeoutError) or type(error).__name__ == "TimeoutError":      # the latter a browser's
        # a slow page is left for another run; a silent host is waited for
        return Fetched(address, "failed", "it took too long", retry="next run", is_outage=True)
    if isinstance(error, SILENCE):
        return Fetched(address, "failed", _silence(error), is_outage=True)
    if isinstance(error, IgnoreRequest) and "DOWNLOAD_MAXSIZE" in str(error):
        return Fetched(address, "failed", "the answer is larger than the limit once unpacked", retry="tomorrow")
    if isinstance(error, IgnoreRequest):
        return Fetched(address, "failed", str(error)[:200], retry="tomorrow")
    return Fetched(address, "failed", f"{type(error).__name__}: {error}".partition("\n")[0][:200])


def _proxy_of(url: str) -> str | None:
    """The proxy by which the environment has this address asked, without the password it may hold."""
    parts = urlsplit(url)
    proxy = None if proxy_bypass(parts.hostname or "") else getproxies().get(parts.scheme)
    return proxy.rstrip("/").rpartition("@")[2].rpartition("/")[2] if proxy else None


def _holds(error: BaseException | None, kind: type[BaseException]) -> bool:
    """Whether an error of this kind lies behind the error, as Twisted and Scrapy pass them on."""
    while error is not None:
        reasons = (error, *getattr(error, "reasons", ()))
        if any(isinstance(getattr(reason, "value", reason), kind) for reason in reasons):
            return True
        error = error.__cause__
    return False


def _silence(error: BaseException) -> str:
    names: dict[type[BaseException], str] = {
        CannotResolveHostError: "its name can't be resolved",
        DownloadConnectionRefusedError: "the connection was refused"}
    return names.get(type(error), f"the connection failed ({error})"[:200])


