"""Reading away from the loop that fetches: a few processes, each with a page at work and one in its pipe.

In: Jobs. Out: Answers, in any order. A short crawl is read on the spot, because a process costs more than fifty pages;
then processes start, one a core (at once, where many pages wait), while the crawl goes on.
"""

import asyncio
import logging
import os

from crawler.reading import Answer, Job, read
from crawler.reading.process import ReaderProcess

PAGES_ON_THE_SPOT = 50
MANY_PAGES = 100               # so many waiting are worth the processes at once
MOST_READERS = 4
MOST_IN_HAND = 2               # of one reader: one at work, one that waits in its pipe

log = logging.getLogger(__name__)


def usual_number() -> int:
    """One reader a core this process may use; none where there is only one core."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return 0 if cores < 2 else min(cores, MOST_READERS)


class Readers:
    """Reads pages, on the spot at first, then in `number` processes; `number` 0 stays on the spot."""

    def __init__(self, number: int, *, on_the_spot: int = PAGES_ON_THE_SPOT) -> None:
        self._number, self._left_on_the_spot = number, on_the_spot
        self._ready: list[ReaderProcess] = []
        self._starting: list[asyncio.Task[None]] = []
        self._room = asyncio.Semaphore(MOST_IN_HAND * number)
        self._is_closed = False

    @property
    def is_ready(self) -> bool:
        """Whether there are processes to read; the first question starts them, beside the crawl."""
        if self._number and not self._starting:
            self._starting = [asyncio.get_running_loop().create_task(self._start_one()) for _ in range(self._number)]
        return self._number > 0 and len(self._ready) == self._number

    def expect(self, pages: int) -> None:
        """So many pages are known to wait."""
        if pages >= MANY_PAGES:
            self._left_on_the_spot = 0

    async def read(self, job: Job) -> Answer:
        """What the page is and where it leads."""
        if self._left_on_the_spot > 0 or not self.is_ready:
            self._left_on_the_spot -= 1
            return read(job)
        async with self._room:
            return await min(self._ready, key=lambda reader: reader.in_hand).read(job)

    def close(self) -> None:
        """End the processes."""
        self._is_closed = True
        for reader in self._ready:
            reader.close()
        self._ready = []

    async def _start_one(self) -> None:
        reader = ReaderProcess()
        try:
            await reader.start()
        except (OSError, EOFError) as error:
            if self._number:
                log.warning("no processes to read pages could be started (%s: %s); the crawl reads them itself, on one "
                            "core", type(error).__name__, error)
            self._number = 0
            reader.close()
            return
        if self._is_closed:
            reader.close()
        else:
            self._ready.append(reader)
