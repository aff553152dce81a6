"""A few web addresses -> their Pages: fetched by Scrapy's downloader, politely, stored nowhere.

For `parse URL`, `sources add` and `sources check`. robots.txt is obeyed, redirects are followed, private networks are
closed but for the one a target names. One call a process: Twisted's reactor can't be started again.
"""

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import scrapy
from scrapy.crawler import CrawlerProcess
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from archive.errors import FellShort
from archive.records import Page
from crawler import settings as project
from crawler.middlewares.private import name_target

SETTINGS: dict[str, Any] = {
    **{name: getattr(project, name) for name in (
        "USER_AGENT", "DEFAULT_REQUEST_HEADERS", "ROBOTSTXT_OBEY", "DOWNLOAD_DELAY", "DOWNLOAD_TIMEOUT",
        "DOWNLOAD_MAXSIZE", "DOWNLOAD_WARNSIZE", "TWISTED_DNS_RESOLVER", "EXTENSIONS_BASE", "TELNETCONSOLE_ENABLED",
        "REMOTE_CONTROL_ENABLED")},
    "RETRY_TIMES": 1,
    "DOWNLOADER_MIDDLEWARES": {"crawler.middlewares.private.PrivateAddressGuard": 50},
    "LOG_ENABLED": False,
}
Found = Mapping[str, "Page | str"]             # address asked for -> its page, or in words why there is none


@dataclass(frozen=True, slots=True)
class Asking:
    """What to fetch of one site; after each round `then` says from what was found which to fetch next."""

    urls: Sequence[str]
    source: str = ""
    delay_seconds: float | None = None
    then: Callable[[Found], Iterable[str]] = lambda _: ()


def fetch_page(url: str, *, source: str = "") -> Page:
    """The page at an address; FellShort where it doesn't answer, refuses, or robots.txt forbids it."""
    page = fetch_pages([Asking([url], source)])[0][url]
    if isinstance(page, str):
        raise FellShort(f"{url}: {page}")
    return page


def fetch_pages(askings: Sequence[Asking]) -> list[Found]:
    """The page at each address, of all sites side by side."""
    logging.getLogger("scrapy").setLevel(logging.CRITICAL)
    process, answers = CrawlerProcess(dict(SETTINGS)), []
    for asking in askings:
        for url in asking.urls[:1]:
            name_target(url)
        found: dict[str, Page | str] = {}
        crawler = process.create_crawler(_Fetcher)
        if asking.delay_seconds is not None:
            crawler.settings.set("DOWNLOAD_DELAY", asking.delay_seconds)
        process.crawl(crawler, urls=list(dict.fromkeys(asking.urls)), found=found, source=asking.source,
                      then=asking.then)
        answers.append(found)
    process.start()
    for asking, found in zip(askings, answers, strict=True):
        for url in asking.urls:
            found.setdefault(url, "it was never answered")
    return list(answers)


class _Fetcher(scrapy.Spider):
    name = "fetch"

    def __init__(self, urls: list[str], found: dict[str, Page | str], source: str,
                 then: Callable[[Found], Iterable[str]]) -> None:
        super().__init__()
        self.urls, self.found, self.source, self.then = urls, found, source, then
        self.waiting = 0

    async def start(self) -> Any:
        for request in self._requests(self.urls):
            yield request

    def keep(self, response: Response, asked: str) -> Iterable[scrapy.Request]:
        self.found[asked] = self._page(response, asked) if response.status < 400 else \
            f"the server answers {response.status}"
        return self._next_round()

    def fail(self, failure: Any) -> Iterable[scrapy.Request]:
        self.found[failure.request.cb_kwargs["asked"]] = _words(failure.value)
        return self._next_round()

    def _requests(self, urls: Iterable[str]) -> list[scrapy.Request]:
        fresh = [url for url in dict.fromkeys(urls) if url not in self.found]
        self.waiting += len(fresh)
        return [scrapy.Request(url, callback=self.keep, errback=self.fail, cb_kwargs={"asked": url}, dont_filter=True,
                               meta={"handle_httpstatus_list": list(range(400, 600))}) for url in fresh]

    def _next_round(self) -> list[scrapy.Request]:
        self.waiting -= 1
        return self._requests(self.then(self.found)) if self.waiting == 0 else []

    def _page(self, response: Response, asked: str) -> Page:
        headers = {name.decode("latin-1").lower(): b", ".join(values).decode("latin-1")
                   for name, values in response.headers.items()}
        return Page(source=self.source, url=response.url, status=response.status, headers=headers, body=response.body,
                    fetched_at=datetime.now(UTC),  # noqa: TID251 - stamped by whoever fetches
                    requested_url=asked if asked != response.url else None)


def _words(error: BaseException) -> str:
    """What went wrong, for a person."""
    known = {"DNSLookupError": "no host of that name", "CannotResolveHostError": "no host of that name",
             "ConnectionRefusedError": "the host refuses the connection", "DownloadTimeoutError": "no answer in time",
             "DownloadConnectionRefusedError": "the host refuses the connection", "TimeoutError": "no answer in time",
             "TCPTimedOutError": "no answer in time", "ResponseNeverReceived": "the answer broke off",
             "DownloadCancelledError": f"larger than {project.DOWNLOAD_MAXSIZE:,} bytes"}
    name = type(error).__name__
    if isinstance(error, IgnoreRequest) and name == "IgnoreRequest":
        return "robots.txt forbids it"
    return known.get(name) or " ".join(str(error).split())[:160] or name
