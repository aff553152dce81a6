"""The Scrapy scheduler on our frontier: Scrapy asks for a request, the frontier leases an address.

Nothing is pushed: what a page leads to goes into the frontier with the page's outcome, in one transaction.
"""

import asyncio
from collections import deque
from typing import TYPE_CHECKING, Any, Self

from scrapy import Request, Spider
from scrapy.core.scheduler import BaseScheduler
from scrapy.crawler import Crawler

from archive.errors import ArchiveError
from archive.frontier import Address
from archive.store.visits import is_lost

if TYPE_CHECKING:
    from crawler.crawl import Crawl

SHORTEST_NAP_SECONDS = 0.02
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class FrontierScheduler(BaseScheduler):
    """Hands out what the spider's crawl claims."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.crawl: Crawl
        self._claimed: deque[Address] = deque()
        self._alarm: asyncio.TimerHandle | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The scheduler of this crawl."""
        return cls(crawler)

    def open(self, spider: Spider) -> None:
        """Let everything wait that the run is to visit."""
        ours: Any = spider
        self.crawl = ours.crawl
        self.crawl.begin()

    def close(self, reason: str) -> None:
        """Stop waiting; the crawl gives back what was claimed when it finishes."""
        del reason
        if self._alarm is not None:
            self._alarm.cancel()

    def has_pending_requests(self) -> bool:
        """Whether anything waits, is in hand, or will wait when its time comes."""
        return bool(self._claimed) or (self.crawl.stop_reason is None and self.crawl.next_moment() is not None)

    def enqueue_request(self, request: Request) -> bool:
        """Never: no request comes from elsewhere than the frontier."""
        del request
        return False

    def next_request(self) -> Request | None:
        """The next request; None when there is none right now."""
        if not self._claimed:
            self._claimed.extend(self._claim())
        if self._claimed:
            return self._request(self._claimed.popleft())
        self._wake_later()
        return None

    def _claim(self) -> list[Address]:
        try:
            return self.crawl.claim()
        except ArchiveError as error:  # a full disk, say: Scrapy would only log it, and ask again for ever
            spider: Any = self.crawler.spider
            spider.error, self.crawl.stop_reason = error, str(error)
            return []

    def _request(self, address: Address) -> Request:
        spider: Any = self.crawler.spider
        # what a cut answer is worth is decided by what came of it
        meta = {"address": address, "dont_redirect": True, "handle_httpstatus_all": True,
                "download_fail_on_dataloss": False, "is_lost": self._is_lost(address), **spider.meta_of(address)}
        url, _, fields = (address.sent or address.url).partition(" ")
        request = Request(url, callback=spider.answered, errback=spider.unanswered, dont_filter=True, meta=meta)
        return request.replace(method="POST", body=fields, headers=FORM) if address.sent is not None else request

    def _is_lost(self, address: Address) -> bool:
        """Whether a page was kept whose bytes are not there any more: no "not modified" brings them back."""
        lost = address.visited_at is not None and is_lost(self.crawl.archive, address.url)
        self.crawl.tally.counts["without their bytes"] += lost
        return lost

    def _wake_later(self) -> None:
        """Look again when the next address falls due, rather than at the engine's slow heartbeat."""
        moment = self.crawl.next_moment()
        if self._alarm is not None or moment is None:
            return
        nap = max(SHORTEST_NAP_SECONDS, moment - self.crawl.now)
        self._alarm = asyncio.get_running_loop().call_later(nap, self._wake)

    def _wake(self) -> None:
        self._alarm = None
        slot = self.crawler.engine._slot
        if slot is not None:
            slot.nextcall.schedule()
