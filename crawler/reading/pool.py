"""Reading away from the loop that fetches: a few processes, each with a page at work and one in its pipe.

In: Jobs. Out: Answers, in any order. The processes start with the first page, one a core, forked from a server that may
load ahead, while the crawl does. Where there is only one core, or none can be started, the crawl reads its pages.
"""

import asyncio
import logging
import os

from crawler.reading import Answer, Job
from crawler.reading.process import ReaderProcess, server

MOST_READERS = 4
MOST_IN_HAND = 2               # of one reader: one at work, one that waits in its pipe

log = logging.getLogger(__name__)


def number_of(setting: int) -> int:
    """How many readers the setting READERS means; below 0: one a core this process may use, none on a single one."""
    if setting >= 0:
        return setting
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return 0 if cores < 2 else min(cores, MOST_READERS)


def load_ahead(number: int) -> None:
    """Let what so many readers will be forked from load, beside the crawl that loads as well."""
    if number:
        try:
            server()
        except OSError as error:
            log.debug("no server to fork readers from: %s", error)      # who needs one says so


class Readers:
    """Reads pages in `number` processes; `number` 0 reads them here."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._ready: list[ReaderProcess] = []
        self._start: asyncio.Task[None] | None = None
        self._room = asyncio.Semaphore(MOST_IN_HAND * number)
        self._is_closed = False

    async def read(self, job: Job) -> Answer:
        """What the page is and where it leads."""
        if self._number:
            self._start = self._start or asyncio.create_task(self._start_all())
            await asyncio.shield(self._start)      # others wait for it, too
        if not self._ready:
            from crawler.reading.page import read  # here: it takes half a second, and processes do without it

            return read(job)
        async with self._room:
            return await min(self._ready, key=lambda reader: reader.in_hand).read(job)

    def close(self) -> None:
        """End the processes."""
        self._is_closed = True
        for reader in self._ready:
            reader.close()
        self._ready = []

    async def _start_all(self) -> None:
        troubles = [trouble for trouble in await asyncio.gather(*(self._start_one() for _ in range(self._number)))
                    if trouble]
        if troubles and not self._ready:
            log.warning("no processes to read pages could be started (%s); the crawl reads them itself, on one core",
                        troubles[0])

    async def _start_one(self) -> str | None:
        """What went wrong, if anything."""
        reader = ReaderProcess()
        try:
            await reader.start()
        except (OSError, EOFError) as error:
            reader.close()
            return f"{type(error).__name__}: {error}"
        if self._is_closed:
            reader.close()
        else:
            self._ready.append(reader)
        return None
