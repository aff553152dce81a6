"""robots.txt (RFC 9309): fetched once a host and run, obeyed, and read for its sitemaps and crawl-delay.

Scrapy's own middleware takes a robots.txt that can't be had for a permission; the RFC says the opposite.
"""

import asyncio
from typing import Self

from protego import Protego
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from archive.urls import site_of
from crawler.discovery.feed import plain_bytes
from crawler.discovery.lead import NotAListing
from crawler.discovery.sitemap import unpacked
from crawler.middlewares import Refused, RobotsUnreachable

MOST_BYTES = 500 << 10         # RFC 9309, section 2.5: crawlers may stop reading there
SECONDS_BETWEEN_TRIES = 2.0
MOST_TRIES = 3
MOST_REDIRECTS = 5


class RobotsRules:
    """Asks robots.txt before every request."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.agent = str(crawler.settings["USER_AGENT"])
        self._rules: dict[str, asyncio.Future[Protego]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The middleware, unless ROBOTSTXT_OBEY is off."""
        if not crawler.settings.getbool("ROBOTSTXT_OBEY"):
            raise NotConfigured
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Raises Refused where robots.txt forbids the address, RobotsUnreachable where it can't be had."""
        if request.meta.get("dont_obey_robotstxt"):
            return
        rules = await self._rules_of(site_of(request.url))
        if not rules.can_fetch(request.url, self.agent):
            raise Refused("robots.txt forbids it")

    async def _rules_of(self, site: str) -> Protego:
        """The site's rules; whoever asks while they are being fetched waits for them, and shares a failure."""
        known = self._rules.get(site)
        if known is None:
            known = self._rules[site] = asyncio.get_running_loop().create_future()
            try:
                known.set_result(await self._fetch(site))
            except Exception as error:  # noqa: BLE001 - raised again below, here and wherever somebody waits
                del self._rules[site]
                known.set_exception(error)
        return known.result() if known.done() else await asyncio.shield(known)

    async def _fetch(self, site: str) -> Protego:
        url = f"{site}/robots.txt"
        for left in reversed(range(MOST_TRIES)):
            response = await self._get(url)
            if response.status < 500 and response.status != 429:
                break
            if not left:
                raise RobotsUnreachable(f"robots.txt answers {response.status}")
            await asyncio.sleep(SECONDS_BETWEEN_TRIES)
        # "unavailable" (4xx) means no rules: RFC 9309, section 2.3.1.3
        try:
            body = plain_bytes(unpacked(response.body)) if response.status == 200 else b""
        except NotAListing:            # packed, and damaged: it forbids nothing that could be read
            body = b""
        if len(body) > MOST_BYTES:     # at the end of a line: half a rule may forbid everything
            body = body[:MOST_BYTES].rpartition(b"\n")[0]
        rules = Protego.parse("" if body[:1] == b"<" else body.decode("utf-8", "replace"))
        self._tell(site, rules)
        return rules

    async def _get(self, url: str) -> Response:
        for step in range(MOST_REDIRECTS):
            request = Request(url, callback=NO_CALLBACK, priority=1000,
                              meta={"dont_obey_robotstxt": True, "dont_redirect": True, "handle_httpstatus_all": True})
            try:
                response = await self.crawler.engine.download_async(request)
            except Exception as error:
                if step == 0:
                    raise              # the host itself does not answer
                raise RobotsUnreachable(f"robots.txt answers with a redirect to {url}, which can't be had") from error
            location = response.headers.get(b"Location")
            if response.status not in (301, 302, 303, 307, 308) or not location:
                return response
            url = response.urljoin(location.decode("latin-1"))
        return response

    def _tell(self, site: str, rules: Protego) -> None:
        """Hand on what robots.txt says besides what it forbids."""
        spider = self.crawler.spider
        found = getattr(spider, "robots_found", None)
        if found is not None:
            delay = rules.crawl_delay(self.agent)
            found(site, tuple(rules.sitemaps), None if delay is None else float(delay))
