"""One web address -> its Page, or several: fetched by Scrapy's downloader, politely, stored nowhere.

For `parse URL`, `sources add` and `sources check`. robots.txt is obeyed; redirects are followed. One call a process:
Twisted's reactor can't be started again.
"""

import logging
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import scrapy
from scrapy.crawler import CrawlerProcess
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from archive.errors import FellShort, WrongUse
from archive.records import Page
from archive.runs import software

MOST_BYTES = 32 << 20
SETTINGS: dict[str, Any] = {
    "USER_AGENT": software().replace(" ", "/", 1),
    "ROBOTSTXT_OBEY": True,
    "DOWNLOAD_DELAY": 0.5,
    "DOWNLOAD_TIMEOUT": 45,
    "DOWNLOAD_MAXSIZE": MOST_BYTES,
    "DOWNLOAD_WARNSIZE": 0,
    "RETRY_TIMES": 1,
    "TELNETCONSOLE_ENABLED": False,            # both are on by default and open a door on loopback
    "REMOTE_CONTROL_ENABLED": False,
    "LOG_ENABLED": False,
}


def fetch_page(url: str, *, source: str = "") -> Page:
    """The page at an address; FellShort where it doesn't answer, refuses, or robots.txt forbids it."""
    [page] = fetch_pages([url], source=source)
    if isinstance(page, str):
        raise FellShort(f"{url}: {page}")
    return page


def fetch_pages(urls: Sequence[str], *, source: str = "") -> list[Page | str]:
    """The page at each address, in their order, or in words why there is none."""
    found: dict[str, Page | str] = {}
    logging.getLogger("scrapy").setLevel(logging.CRITICAL)
    process = CrawlerProcess({**SETTINGS})
    process.crawl(_Fetcher, urls=list(dict.fromkeys(urls)), found=found, source=source)
    process.start()
    return [found.get(url, "it was never asked for") for url in urls]


class _Fetcher(scrapy.Spider):
    name = "fetch"

    def __init__(self, urls: Sequence[str], found: dict[str, Page | str], source: str) -> None:
        super().__init__()
        self.urls, self.found, self.source = urls, found, source

    async def start(self) -> Any:
        for url in self.urls:
            try:
                yield scrapy.Request(url, callback=self.keep, errback=self.fail, cb_kwargs={"asked": url},
                                     meta={"handle_httpstatus_list": list(range(400, 600))})
            except ValueError as error:
                raise WrongUse(f"'{url}' is no web address") from error

    def keep(self, response: Response, asked: str) -> None:
        if response.status >= 400:
            self.found[asked] = f"the server answers {response.status}"
            return
        headers = {name.decode("latin-1").lower(): b", ".join(values).decode("latin-1")
                   for name, values in response.headers.items()}
        self.found[asked] = Page(source=self.source, url=response.url, status=response.status, headers=headers,
                                 body=response.body, fetched_at=datetime.now(UTC),  # noqa: TID251 - stamped here
                                 requested_url=asked if asked != response.url else None)

    def fail(self, failure: Any) -> None:
        asked = failure.request.cb_kwargs["asked"]
        self.found[asked] = _words(failure.value)


def _words(error: BaseException) -> str:
    """What went wrong, for a person."""
    if isinstance(error, IgnoreRequest):
        return "robots.txt forbids it"
    known = {"DNSLookupError": "no host of that name", "CannotResolveHostError": "no host of that name",
             "ConnectionRefusedError": "the host refuses the connection", "DownloadTimeoutError": "no answer in time",
             "DownloadConnectionRefusedError": "the host refuses the connection", "TimeoutError": "no answer in time",
             "TCPTimedOutError": "no answer in time", "ResponseNeverReceived": "the answer broke off",
             "DownloadCancelledError": f"larger than {MOST_BYTES:,} bytes"}
    return known.get(type(error).__name__) or f"{type(error).__name__}: {' '.join(str(error).split())[:120]}"
