"""Reading away from the loop that fetches: a few processes, each given one page at a time.

In: Jobs. Out: Answers, in any order. A short crawl is read on the spot, because a process costs more than fifty pages;
then processes start, one a core (at once, where many pages wait). A page that kills or holds its reader is a
Rejection, and the next page gets a new reader. Readers end by themselves when the crawl dies: their pipe closes.
"""

import asyncio
import multiprocessing
import os
import pickle
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from queue import SimpleQueue

from archive.records import Publication, Rejection
from crawler.reading import Answer, Job, read

PAGES_ON_THE_SPOT = 50
MANY_PAGES = 100               # so many waiting are worth the processes at once
MOST_SECONDS = 60.0
MOST_SENT = 50_000             # leads that a reader remembers to have sent
MOST_READERS = 4


def usual_number() -> int:
    """One reader a core this process may use; none where there is only one core."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return 0 if cores < 2 else min(cores, MOST_READERS)


class Readers:
    """Reads pages, on the spot at first, then in `number` processes; `number` 0 stays on the spot."""

    def __init__(self, number: int, *, on_the_spot: int = PAGES_ON_THE_SPOT) -> None:
        self._number, self._left_on_the_spot = number, on_the_spot
        self._threads: ThreadPoolExecutor | None = None
        self._idle: SimpleQueue[_Reader] = SimpleQueue()
        self._starting: list[Future[None]] = []

    def expect(self, pages: int) -> None:
        """So many pages are known to wait."""
        if pages >= MANY_PAGES:
            self._left_on_the_spot = 0

    async def read(self, job: Job) -> Answer:
        """What the page is and where it leads."""
        if self._left_on_the_spot > 0 or not self._ready():
            self._left_on_the_spot -= 1
            return read(job)
        assert self._threads is not None
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._read, job)

    def _ready(self) -> bool:
        """Whether the processes can be given pages; starts them at the first call, beside the crawl."""
        if not self._number:
            return False
        if self._threads is None:
            self._threads = ThreadPoolExecutor(self._number, thread_name_prefix="reader")
            self._starting = [self._threads.submit(self._start_one) for _ in range(self._number)]
        if self._starting and all(one.done() for one in self._starting):
            for one in self._starting:
                one.result()
            self._starting = []
        return not self._starting

    def _start_one(self) -> None:
        reader = _Reader()
        reader.start()
        self._idle.put(reader)

    def close(self) -> None:
        """End the processes."""
        if self._threads is not None:
            self._threads.shutdown(wait=True)
            while not self._idle.empty():
                self._idle.get().close()
            self._threads = None

    def _read(self, job: Job) -> Answer:
        reader = self._idle.get()
        try:
            return reader.read(job)
        finally:
            self._idle.put(reader)


class _Reader:
    """One process and the pipe to it; started when first needed, and again after it died."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def read(self, job: Job) -> Answer:
        pipe = self._pipe or self.start()
        try:
            pipe.send_bytes(pickle.dumps(job, pickle.HIGHEST_PROTOCOL))
            if pipe.poll(MOST_SECONDS):
                answer: Answer = pickle.loads(pipe.recv_bytes())  # noqa: S301 - our own process
                return answer
            reason = f"reading it took more than {MOST_SECONDS:.0f} seconds"
        except (EOFError, OSError):
            reason = "its reader died"
        self.close()
        return Answer(Rejection(job.page.source, job.page.url, "unreadable", reason))

    def close(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        self._process = self._pipe = None

    def start(self) -> Connection:
        """The pipe to a process that is ready to read."""
        # a server that forks clean children: the crawl's own threads, sockets and database stay out of them
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["crawler.warm"])
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs,), daemon=True)
        process.start()
        theirs.close()
        self._process, self._pipe = process, ours
        ours.recv_bytes()              # its hello: everything it needs is imported
        return ours


def _serve(pipe: Connection) -> None:
    """Read what comes until the crawl is gone."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the crawl's to handle
    pipe.send_bytes(b"ready")
    sent: set[int] = set()
    while True:
        try:
            job = pickle.loads(pipe.recv_bytes())  # noqa: S301 - our own process
        except EOFError:
            return
        pipe.send_bytes(pickle.dumps(read(job) if job.all_leads else without_sent(read(job), sent),
                                     pickle.HIGHEST_PROTOCOL))


def without_sent(answer: Answer, sent: set[int]) -> Answer:
    """The answer without the leads of a publication that went out before: each page of a site has the same menus.

    What a list shows goes out whole, since it tells whether the list gives anything (crawler.families).
    """
    if not isinstance(answer.outcome, Publication):
        return answer
    fresh = tuple(lead for lead in answer.leads if lead.origin == "next" or hash(lead.url) not in sent)
    if len(sent) > MOST_SENT:
        sent.clear()
    sent.update(hash(lead.url) for lead in fresh)
    return replace(answer, leads=fresh)
