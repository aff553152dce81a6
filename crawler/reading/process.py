"""One process that reads pages, and the pipe to it.

In: Jobs. Out: Answers, in the order of the Jobs. The next Job may be sent while the one before is read, so that a
reader never waits for the loop that fetches. A page that kills or holds its reader is a Rejection, and the process
is replaced. It ends by itself when the crawl dies: its pipe closes.
"""

import asyncio
import multiprocessing
import os
import pickle
import socket
import struct
from dataclasses import replace
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess

from archive.records import Publication, Rejection
from crawler.discovery.lead import mark_of
from crawler.reading import Answer, Job

MOST_SECONDS = 60.0            # for one page
MOST_SENT = 50_000             # leads that a reader remembers to have sent
_BUFFER_BYTES = 1 << 20
_LENGTH = struct.Struct("!i")  # before every message, as multiprocessing.connection has it


def server() -> ForkServerContext:
    """What forks clean children: the crawl's own threads, sockets and database stay out of them. It loads readers."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["crawler.reading.warm"])
    forkserver.ensure_running()
    return context


class ReaderProcess:
    """One process."""

    def __init__(self) -> None:
        self.in_hand = 0               # Jobs that it was given and has not answered
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self._turn = asyncio.Lock()    # whose answer is next
        self._starts = 0

    async def start(self) -> None:
        """Start the process, and wait until it is ready to read; OSError or EOFError where that can't be."""
        await asyncio.to_thread(self._start_process)
        assert self._pipe is not None
        ours = socket.socket(fileno=os.dup(self._pipe.fileno()))
        self._streams = await asyncio.open_connection(sock=ours, limit=_BUFFER_BYTES)
        self._starts += 1

    async def read(self, job: Job) -> Answer:
        """What the page is and where it leads."""
        message = pickle.dumps(job, pickle.HIGHEST_PROTOCOL)
        self.in_hand += 1
        try:
            sent_to = self._send(message)
            async with self._turn:
                if self._streams is None:
                    await self.start()
                if sent_to != self._starts:    # a page before this one was the end of the process it was sent to
                    self._send(message)
                return await self._receive(job)
        finally:
            self.in_hand -= 1

    def close(self) -> None:
        """End the process."""
        if self._streams is not None:
            self._streams[1].close()
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        self._process = self._pipe = self._streams = None

    def _start_process(self) -> None:
        context = server()
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs,), daemon=True)
        process.start()
        theirs.close()
        self._process, self._pipe = process, ours
        ours.recv_bytes()              # its hello: everything it needs is imported

    def _send(self, message: bytes) -> int:
        """Which process, counted, it was sent to; 0 where it is being replaced."""
        if self._streams is None:
            return 0
        self._streams[1].write(_LENGTH.pack(len(message)))
        self._streams[1].write(message)
        return self._starts

    async def _receive(self, job: Job) -> Answer:
        assert self._streams is not None
        reader, _ = self._streams
        try:
            async with asyncio.timeout(MOST_SECONDS):
                (length,) = _LENGTH.unpack(await reader.readexactly(_LENGTH.size))
                answer: Answer = pickle.loads(await reader.readexactly(length))  # noqa: S301 - our own process
                return answer
        except TimeoutError:
            reason = f"reading it took more than {MOST_SECONDS:.0f} seconds"
        except (asyncio.IncompleteReadError, OSError):
            reason = "its reader died"
        self.close()
        return Answer(Rejection(job.page.source, job.page.url, "unreadable", reason))


def _serve(pipe: Connection) -> None:
    """Read what comes until the crawl is gone."""
    import signal

    from crawler.reading.page import read

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the crawl's to handle
    sent: set[int] = set()
    try:
        pipe.send_bytes(b"ready")
        while True:
            job = pickle.loads(pipe.recv_bytes())  # noqa: S301 - our own process
            pipe.send_bytes(pickle.dumps(read(job) if job.all_leads else without_sent(read(job), sent),
                                         pickle.HIGHEST_PROTOCOL))
    except (EOFError, ConnectionError):
        return


def without_sent(answer: Answer, sent: set[int]) -> Answer:
    """The answer without the leads of a publication that went out before: each page of a site has the same menus.

    What a list shows goes out whole, since it tells whether the list gives anything (crawler.crawl.families).
    """
    if not isinstance(answer.outcome, Publication):
        return answer
    fresh = tuple(lead for lead in answer.leads
                  if lead.origin == "next" or hash(mark_of(lead.url, lead.published)) not in sent)
    if len(sent) > MOST_SENT:
        sent.clear()
    sent.update(hash(mark_of(lead.url, lead.published)) for lead in fresh)
    return replace(answer, leads=fresh)
