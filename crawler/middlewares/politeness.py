"""How gently a host is asked: AutoThrottle with a floor that robots.txt or the source sets for each host."""

from contextlib import suppress
from typing import Self

from scrapy import Request, signals
from scrapy.core.downloader import Slot
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.extensions.throttle import AutoThrottle
from scrapy.http import Response

MOST_DELAY_SECONDS = 120.0     # a crawl-delay beyond that is a way to say no; it is obeyed up to here


class Throttle(AutoThrottle):
    """Scrapy's AutoThrottle, which knows one least delay for all hosts; here each host may have its own."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler, self.floors = crawler, dict[str, float]()
        with suppress(NotConfigured):  # AUTOTHROTTLE_ENABLED is off: only the floors remain
            super().__init__(crawler)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The extension."""
        return cls(crawler)

    def set_floor(self, host: str, seconds: float) -> None:
        """Never ask `host` more often than every so many seconds."""
        if not self.floors:
            self.crawler.signals.connect(self._keep_floor, signal=signals.request_reached_downloader)
        self.floors[host] = min(MOST_DELAY_SECONDS, max(seconds, self.floors.get(host, 0.0)))
        slot = self.crawler.engine.downloader.slots.get(host)
        if slot is not None:
            self._raise_to_floor(host, slot)

    def _keep_floor(self, request: Request) -> None:
        host = request.meta.get("download_slot")
        slot = self.crawler.engine.downloader.slots.get(host) if host else None
        if slot is not None and host is not None:
            self._raise_to_floor(host, slot)

    def _adjust_delay(self, slot: Slot, latency: float, response: Response) -> None:
        super()._adjust_delay(slot, latency, response)
        for host, known in self.crawler.engine.downloader.slots.items():
            if known is slot:
                self._raise_to_floor(host, slot)

    def _raise_to_floor(self, host: str, slot: Slot) -> None:
        floor = self.floors.get(host)
        if floor is not None and slot.delay <= floor:
            slot.delay, slot.jitter = floor, 0.0  # a stated delay is a least delay: no jitter below it
