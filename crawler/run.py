"""Crawls, carried out: one process, one loop, a few sources at a time.

In: sources and options. Out: a Report each. The clock, the terminal and the exit code are the command's.
"""

import asyncio
import gc
import logging
import signal
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings
from twisted.internet.error import ReactorNotRunning

from archive.errors import ArchiveError
from crawler.crawl import Crawl, Options
from crawler.crawl.health import Finding
from crawler.crawl.tally import Tally
from crawler.logs import current_run, quiet_scrapy
from crawler.source import Source
from crawler.spiders.publications import PublicationsSpider

SOURCES_AT_A_TIME = 4


log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Report:
    """How one source's crawl went."""

    source: Source
    tally: Tally | None                # None: it never began
    reason: str                        # finished, limit, shutdown, ... or what went wrong
    findings: tuple[Finding, ...] = ()
    error: ArchiveError | None = None


def scrapy_settings(db: Path, typed: Mapping[str, str]) -> Settings:
    """The project's settings, with what was typed above everything else."""
    settings = Settings()
    settings.setmodule("crawler.settings", priority="project")
    settings.set("ARCHIVE_DB", str(db), priority="cmdline")
    settings.set("LOG_INSTALL_ROOT_HANDLER", False, priority="cmdline")  # the log is set up (crawler.logs)
    for name, value in typed.items():
        settings.set(name, value, priority="cmdline")
    return settings


def run_crawls(sources: Sequence[Source], options: Options, settings: Settings, *, tell: Callable[[str], None],
               seconds_between_lines: float) -> list[Report]:
    """Crawl the sources; a report each, in their order.

    SIGINT, SIGTERM and SIGHUP end all cleanly: the rest is reported as stopped.
    """
    process = AsyncCrawlerProcess(settings)
    gc.freeze()                        # what is loaded by now stays: no search for garbage goes through it, nor the end
    quiet_scrapy()
    runs = _Runs(process, options, tell, seconds_between_lines)
    task = asyncio.get_event_loop().create_task(runs.run(sources))
    if signal.getsignal(signal.SIGHUP) == signal.SIG_DFL:    # the terminal is closed; `nohup` has it ignored
        signal.signal(signal.SIGHUP, lambda *_: signal.raise_signal(signal.SIGTERM))
    process.start(stop_after_crawl=False)
    if task.done():
        task.result()                  # our own mistakes crash
    task.cancel()
    return [runs.reports.get(source.key) or Report(source, None, "shutdown") for source in sources]


class _Runs:
    def __init__(self, process: AsyncCrawlerProcess, options: Options, tell: Callable[[str], None],
                 seconds: float) -> None:
        self.process, self.options, self.tell, self.seconds = process, options, tell, seconds
        self.reports: dict[str, Report] = {}
        self._free = asyncio.Semaphore(SOURCES_AT_A_TIME)
        self._stopping = False

    async def run(self, sources: Sequence[Source]) -> None:
        try:
            await asyncio.gather(*(self._one(source) for source in sources))
        finally:
            from twisted.internet import reactor as installed  # importing it earlier would install another

            reactor: Any = installed
            with suppress(ReactorNotRunning):  # Ctrl-C may have stopped it already
                reactor.stop()

    async def _one(self, source: Source) -> None:
        async with self._free:
            if self._stopping:
                return
            crawler = self.process.create_crawler(PublicationsSpider)
            teller = asyncio.get_running_loop().create_task(self._tell(crawler))
            try:
                await self.process.crawl(crawler, source=source, options=self.options)
            except ArchiveError as error:
                self.reports[source.key] = Report(source, None, str(error), error=error)
                return
            finally:
                teller.cancel()
            spider: Any = crawler.spider
            crawl: Crawl = spider.crawl
            report = self.reports[source.key] = Report(source, crawl.tally, crawl.ended, crawl.findings, spider.error)
            current_run.set((source.key, crawl.run_id))
            log.info("crawl ended (%s): %s", crawl.ended, crawl.tally.line())
            for finding in crawl.findings:
                log.log(logging.ERROR if finding.weight == "failure" else logging.INFO, finding.text)
            self._stopping |= report.reason == "shutdown"

    async def _tell(self, crawler: Crawler) -> None:
        while True:
            await asyncio.sleep(self.seconds)
            spider: Any = crawler.spider
            if spider is not None:
                self.tell(progress_line(spider.crawl))


def progress_line(crawl: Crawl) -> str:
    """Pages and their rate, what came of them, what waits, and how long that takes at this rate."""
    seconds = max(1e-6, crawl.now - crawl.tally.began_at)
    rate = crawl.tally.pages / seconds
    waiting = crawl.frontier.waiting()
    count = crawl.tally.counts
    left = f", about {_time(waiting / rate)} left" if rate and waiting else ""
    return (f"{crawl.source.key}: {crawl.tally.pages} pages ({rate:.1f}/s), {count['new']} new, "
            f"{count['changed']} changed, {count['rejected']} rejected, {count['failed']} failed; "
            f"{waiting} waiting{left}")


def _time(seconds: float) -> str:
    """Seconds in the unit that people say.

    >>> _time(42), _time(600), _time(9000)
    ('42 s', '10 min', '2.5 h')
    """
    if seconds < 120:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 7200 else f"{seconds / 3600:.1f} h"
