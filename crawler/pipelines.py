"""KeepReadings: the one door to the archive."""

import asyncio
from typing import TYPE_CHECKING, Any, Self

from scrapy.crawler import Crawler

from crawler.fetched import Fetched

if TYPE_CHECKING:
    from crawler.crawl import Crawl


class KeepReadings:
    """Hands what was fetched to the crawl, which writes it in batches; anything else passes by."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self._stopping: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The pipeline of this crawl."""
        return cls(crawler)

    def process_item(self, item: Any) -> Any:
        """Take in what came of one address."""
        spider: Any = self.crawler.spider
        if isinstance(item, Fetched):
            crawl: Crawl = spider.crawl
            crawl.add(item)
            if crawl.stop_reason and self._stopping is None:
                close = self.crawler.engine.close_spider_async(reason="stopped")
                self._stopping = asyncio.get_running_loop().create_task(close)
        return item
