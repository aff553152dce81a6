"""Crawls a changing site every night of a year, in one process; prints what each night reported, as JSON lines.

    python -m tests.year.nights ARCHIVE
"""

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

from scrapy.crawler import AsyncCrawlerProcess

from crawler.crawl import Options, outages
from crawler.middlewares import robots
from crawler.run import scrapy_settings
from crawler.source import Discover, Source
from crawler.spiders.publications import PublicationsSpider
from tests.site import Reply, Site, serving
from tests.site.routes import article_of, html, links_to, rss, urlset

NIGHTS = 365
CHANGED, REDESIGNED, OUTAGE, FEED_DROPPED, REMOVED, MOVED = 60, 100, range(150, 157), 200, 250, 280
FIRST = [f"/papers/{n}-opening-story" for n in range(8)]


class Life:
    """The site as it stands on each night; `paths` are its publications, the newest first."""

    def __init__(self, old: Any, new: Any) -> None:
        self.old, self.new, self.paths = old, new, list(FIRST)
        self.version = dict.fromkeys(FIRST, 0)
        self.show(old)

    def begin(self, night: int) -> None:
        """What happened to the site since the night before."""
        if night and night % 7 == 0:
            self.paths.insert(0, f"/papers/night-{night}-report")
            self.version[self.paths[0]] = 0
        if night == CHANGED:
            self.version[FIRST[0]] = 1
        if night == REMOVED:
            self.paths.remove(FIRST[1])
        if night >= MOVED:
            self.old.site.routes.clear()
            self.old.site.fallback = lambda path: Reply(status=301, headers={"Location": self.new.url + path},
                                                        validators=False)
            self.show(self.new, night)
        elif night in OUTAGE:
            self.old.site.routes.clear()
            self.old.site.fallback = lambda path: Reply(b"back soon", 503, validators=False)
        else:
            self.old.site.fallback = lambda path: None
            self.show(self.old, night)

    def show(self, server: Any, night: int = 0) -> None:
        """Every page of the site, in the template of the night."""
        site = server.site
        site.routes.clear()
        for path in self.paths:
            title, body = article_of(path, self.version[path])
            if night >= REDESIGNED:
                page = html(f'<div class="top">{title}</div><div class="layout"><main id="content"><h1>{title}</h1>'
                            f'<div class="rich-text">{body}</div></main><footer>Night watch</footer></div>',
                            f"<title>{title} - The Site</title>")
            else:
                page = html(f"<article><h1>{title}</h1>{body}</article>", f"<title>{title} | Site</title>")
            site.routes[path] = Reply(page)
        if night >= REMOVED:
            site.routes[FIRST[1]] = Reply(b"<h1>Gone</h1>", 410, validators=False)
        site.page("/", links_to(self.paths[:10]))
        site.xml("/sitemap.xml", urlset(server.url, self.paths))
        if night < FEED_DROPPED:
            site.xml("/feed", rss(server.url, self.paths[:10]))


async def live(process: AsyncCrawlerProcess, life: Life, source: Source) -> None:
    """Every night's crawl, one after the other."""
    for night in range(NIGHTS):
        life.begin(night)
        process.settings.set("CLOCK_OFFSET_SECONDS", night * 86400.0, priority="cmdline")
        crawler = process.create_crawler(PublicationsSpider)
        await process.crawl(crawler, source=source, options=Options())
        spider: Any = crawler.spider
        crawl = spider.crawl
        print(json.dumps({"night": night, "counts": dict(crawl.tally.counts), "reason": crawl.ended,
                          "failures": [one.text for one in crawl.findings if one.weight == "failure"],
                          "warnings": [one.text for one in crawl.findings if one.weight == "warning"]}))
    from twisted.internet import reactor

    ending: Any = reactor
    ending.stop()


def main(db: Path) -> None:
    """The whole year."""
    robots.SECONDS_BETWEEN_TRIES = 0.0       # a week of 503 need not be waited for
    outages.BACKOFF_SECONDS = (0.0, 0.0, 0.0)
    with serving(Site()) as old, serving(Site()) as new:
        life = Life(old, new)
        source = Source(key="site", name="Site", home=f"{old.url}/",
                        discover=Discover(hosts=(new.url.removeprefix("http://"),)))
        settings = scrapy_settings(db, {"DOWNLOAD_DELAY": "0", "AUTOTHROTTLE_ENABLED": "False", "READERS": "0",
                                        "OUTAGE_SECONDS": "0"})
        process = AsyncCrawlerProcess(settings)
        task = asyncio.get_event_loop().create_task(live(process, life, source))
        process.start(stop_after_crawl=False)
        task.result()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
