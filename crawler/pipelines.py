"""KeepReadings: the one door to the archive."""

import asyncio
from typing import TYPE_CHECKING, Any, Self

from scrapy.crawler import Crawler

from archive.errors import ArchiveError
from crawler.crawl.fetched import Fetched

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
        """Take in what came of one address; where the archive fails, the crawl ends."""
        if isinstance(item, Fetched):
            spider: Any = self.crawler.spider
            crawl: Crawl = spider.crawl
            try:
                crawl.add(item)
            except ArchiveError as error:
                spider.error, crawl.stop_reason = error, str(error)
            except Exception as error:
                crawl.stop_reason = f"a mistake of the program ({type(error).__name__})"
                self._stop()
                raise
            if crawl.stop_reason:
                self._stop()
        return item

    def _stop(self) -> None:
        if self._stopping is None:
            close = self.crawler.engine.close_spider_async(reason="stopped")
            self._stopping = asyncio.get_running_loop().create_task(close)
