"""source -> leads -> pages -> readings: everything a publisher has that the archive lacks.

`scrapy crawl publications -a source=KEY` or `-a url=URL`; `policy-archive crawl` runs the same spider. The spider only
translates: a response or a failure becomes a Fetched; what follows from it is decided in crawler.crawl.
"""

import logging
import re
import sys
from collections.abc import AsyncIterator
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit
from urllib.request import getproxies

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from archive.database import open_archive
from archive.errors import ArchiveError, FellShort, WrongUse
from archive.frontier import Address
from archive.records import Page
from archive.urls import address_key, clean_url, host_of, is_web_address, join_url, redirect_target
from crawler.crawl import Crawl, Options
from crawler.crawl.clock import clock_ahead
from crawler.crawl.fetched import Fetched
from crawler.crawl.outages import BACKOFF_SECONDS
from crawler.discovery.listing import refresh_target
from crawler.discovery.sitemap import MOST_BYTES
from crawler.fetching.browser import RENDER
from crawler.fetching.certificates import certificate_fault
from crawler.fetching.source_settings import settings_of
from crawler.logs import current_run
from crawler.middlewares.politeness import MOST_DELAY_SECONDS, Throttle
from crawler.middlewares.private import name_target
from crawler.packing import ends_as_whole, unpack_again
from crawler.reading import Job
from crawler.reading.pool import Readers, number_of
from crawler.source import Source
from crawler.source.file import load_source
from crawler.source.targets import source_at
from crawler.spiders.failures import CUT_SHORT, failed

log = logging.getLogger(__name__)
_RANGE = re.compile(rb"bytes 0-(\d+)/(\d+)")
REDIRECTS = frozenset({300, 301, 302, 303, 307, 308})
# Answers that another try may change (202: it is being made); every other 4xx is the server's last word.
PASSING = frozenset({202, 408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524})
_CONDITIONS = frozenset({b"If-None-Match", b"If-Modified-Since"})
# Of these the host is the cause rather than the page.
BUSY = PASSING - {202, 408, 425, 429, 500}


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
        spider.readers = Readers(number_of(settings.getint("READERS")))
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
        self._note_certificate(response)
        address = response.meta["address"]
        return [self._without_page(address, response) or await self._read(address, response)]

    async def unanswered(self, failure: Failure) -> list[Fetched]:
        """What came of an address that wasn't."""
        request: Request = failure.request  # type: ignore[attr-defined]  # Scrapy puts it there
        assert failure.value is not None
        return [failed(request.meta["address"], request.url, failure.value)]

    def meta_of(self, address: Address) -> dict[str, Any]:
        """What Scrapy has to know besides to fetch an address."""
        if address.kind in ("sitemap", "feed"):
            return {"download_maxsize": max(MOST_BYTES, self.settings.getint("DOWNLOAD_MAXSIZE"))}
        return RENDER if self.source.javascript and address.sent is None else {}

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

    def _without_page(self, address: Address, response: Response) -> Fetched | None:
        """What came of an address by the head of its answer; None where a page is to be read."""
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
        if status not in (200, 203) and not _is_whole_range(response):
            return Fetched(address, "failed", f"the server answers {status}", retry="once more")
        if RENDER.items() <= response.meta.items() and address_key(response.url) != address_key(address.url):
            return Fetched(address, "moved", moved_to=response.url)  # a browser follows redirects by itself
        said = (response.headers.get(b"Refresh") or b"").decode("utf-8", "replace")
        if said and (refreshed := refresh_target(said, response.url)):
            return Fetched(address, "moved", moved_to=refreshed)
        return None

    async def _read(self, address: Address, response: Response) -> Fetched:
        body, is_cut = unpack_again(response.body, MOST_BYTES)
        is_cut |= "dataloss" in response.flags and not ends_as_whole(response.body)
        if is_cut and (address.kind in ("page", "listing") or address.tries < len(BACKOFF_SECONDS)):
            return Fetched(address, "failed", CUT_SHORT)   # half a list is better than none, where there is never more
        page = self._page(response, body)
        try:
            answer = await self.readers.read(Job(page, address.kind, self.source.hints,
                                                 all_leads=bool(self.source.discover.accept),
                                                 is_part=self.crawl.held.wants_part(address.url),
                                                 is_sent=address.sent is not None))
        except Exception as error:  # whatever a page does to its reader, the crawl goes on
            reason = f"reading it failed ({type(error).__name__}: {error})"[:200]
            log.warning("%s: %s", page.url, reason, exc_info=log.isEnabledFor(logging.DEBUG))
            return Fetched(address, "failed", reason, retry="next run")
        return Fetched(address, "read", page=page, answer=answer, is_cut=is_cut)

    def _page(self, response: Response, body: bytes) -> Page:
        headers = {name.decode("latin-1").lower(): b", ".join(values).decode("latin-1")
                   for name, values in response.headers.items()}
        return Page(source=self.source.key, url=clean_url(response.url), status=response.status, headers=headers,
                    body=body, fetched_at=self.crawl.clock())

    def _retry_after(self, response: Response) -> float | None:
        said = (response.headers.get(b"Retry-After") or b"").decode("latin-1").strip()
        if said.isdecimal():
            return float(said)
        try:
            return max(0.0, (parsedate_to_datetime(said) - self.crawl.clock()).total_seconds()) if said else None
        except (ValueError, TypeError, OverflowError):
            return None

    def _note_certificate(self, response: Response) -> None:
        host, faults = host_of(response.url), self.crawl.tally.certificates
        if response.certificate is not None and host not in faults:
            name = urlsplit(response.url).hostname or ""
            faults[host] = certificate_fault(response.certificate.original, name, self.crawl.clock())

    def _note_time(self, response: Response) -> None:
        host = response.meta.get("download_slot", "")
        self.crawl.tally.host_seconds[host] += response.meta.get("download_latency", 0.0)
        self.crawl.tally.host_pages[host] += 1


def _is_whole_range(response: Response) -> bool:
    """Whether the part that a server sends unasked (206) is all there is."""
    said = _RANGE.fullmatch((response.headers.get(b"Content-Range") or b"").strip())
    return response.status == 206 and said is not None and int(said[1]) + 1 == int(said[2])
