"""Reads every kept page again with today's parser, without a network.

In: an archive. Out: the same archive, better read, and a tally of what became of each field. Readers are processes
that load a page, read it and compare; one of them is also the only writer and keeps what differs. Progress is kept
with every batch: a run that was stopped goes on where it was.
"""

import multiprocessing
import os
import threading
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from archive.captures import Damaged, told_once
from archive.changes import compare_fields
from archive.database import Archive, open_archive
from archive.errors import FellShort
from archive.records import Publication, Rejection
from archive.store import finish_run, start_run
from archive.store.raw import capture_numbers, load_capture
from archive.store.rereading import Reread, keep_rereadings, readings_of, unfinished_reparse, with_later_touches
from crawler.crawl.again import read_again
from crawler.parsing import PARSER
from crawler.reading import Job
from crawler.reading.page import read
from crawler.source.file import hints_of

CHUNK = 10                                    # pages a reader takes at a time, and a transaction keeps
AHEAD = 3                                     # chunks that wait for each reader
READ_AT_MOST = 30                             # chunks a process has read that wait for one before them


@dataclass(frozen=True, slots=True)
class Options:
    """What to read again."""

    source: str | None = None
    changed_only: bool = False                # only what another version of the parser has read
    jobs: int = 1
    dry_run: bool = False


@dataclass(slots=True)
class Tally:
    """What became of the pages, and of each field of those that are publications."""

    pages: int = 0
    differing: int = 0
    found: int = 0                            # rejected before, publications now
    lost: list[str] = field(default_factory=list)     # addresses of publications that would be rejected now: kept
    damaged: list[str] = field(default_factory=list)  # what is wrong with the bytes of pages that can't be read
    fields: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, other: "Tally") -> None:
        """Count in what another reader tallied."""
        self.pages += other.pages
        self.differing += other.differing
        self.found += other.found
        self.lost += other.lost
        self.damaged += other.damaged
        for name, counts in other.fields.items():
            self.fields.setdefault(name, Counter()).update(counts)

    def lines(self) -> Iterator[str]:
        """For people: a line a field, the most moved first."""
        for name, counts in sorted(self.fields.items(), key=lambda item: -item[1].total()):
            yield f"{name}: {counts['filled']} filled, {counts['changed']} changed, {counts['lost']} lost"
        if self.found:
            yield f"{self.found} rejected pages are publications after all"
        for url in self.lost:
            yield f"no longer read as a publication, and kept as it was: {url}"
        yield from told_once(self.damaged)


def reparse(archive: Archive, options: Options, *, clock: Callable[[], datetime],
            report: Callable[[int, int], None] = lambda *_: None) -> Tally:
    """Read again what `options` choose; `report` hears how many pages are done, of how many.

    KeyboardInterrupt stops it after a whole batch; the next run with the same source goes on from there.
    """
    unfinished = None if options.dry_run else unfinished_reparse(archive, options.source, PARSER)
    numbers = capture_numbers(archive, options.source, after=unfinished or 0,
                              other_parser_than=PARSER if options.changed_only else None)
    tally = Tally()
    if options.dry_run:
        for chunk in _read_all(archive, numbers, options.jobs):
            tally.add(chunk.tally)
            report(tally.pages, len(numbers))
        return tally
    run = start_run(archive, "reparse", at=clock(), source=options.source, target=options.source)
    outcome, done_to = "stopped", unfinished or 0
    try:
        for chunk in _read_all(archive, numbers, options.jobs):
            keep_rereadings(archive, chunk.rereadings, run, at=clock(), progress={
                "parser": PARSER, "done_to": chunk.last, "pages": tally.pages + chunk.tally.pages})
            done_to = chunk.last
            tally.add(chunk.tally)
            report(tally.pages, len(numbers))
        outcome = "finished"
    finally:
        counts = {name: dict(moved) for name, moved in tally.fields.items()}
        finish_run(archive, run, at=clock(), outcome=outcome, failed=len(tally.damaged),
                   stats={"parser": PARSER, "done_to": done_to, "pages": tally.pages, "fields": counts})
    return tally


@dataclass(frozen=True, slots=True)
class _Chunk:
    last: int                                 # the highest capture number in it
    rereadings: tuple[Reread, ...]            # those that differ from what is kept
    tally: Tally


def _read_all(archive: Archive, numbers: Sequence[int], jobs: int) -> Iterator[_Chunk]:
    """Every chunk, read and compared, in order; this process reads too, from the start, where it would wait."""
    chunks = deque(numbers[start:start + CHUNK] for start in range(0, len(numbers), CHUNK))
    if jobs == 1 or len(chunks) < 2:
        yield from (_read_chunk(archive, chunk) for chunk in chunks)
        return
    # a server that forks clean children: they share no open database, and what they run is loaded once for all
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["crawler.reading.warm", "crawler.reparse"])
    with ProcessPoolExecutor(min(jobs - 1, len(chunks)), context, _open, (archive.path,)) as pool:
        waiting: deque[Future[_Chunk]] = deque()
        try:
            while chunks or waiting:
                while chunks and sum(not one.done() for one in waiting) < (jobs - 1) * AHEAD:
                    waiting.append(pool.submit(_read_here, chunks.popleft()))
                if chunks and not waiting[0].done() and len(waiting) < jobs * READ_AT_MOST:
                    waiting.append(_read_now(archive, chunks.popleft()))
                else:
                    yield waiting.popleft().result()
        except BrokenProcessPool as error:
            raise FellShort("a process that reads was ended from outside, perhaps for want of memory; what was read "
                            "is kept: run again, with fewer --jobs") from error
        finally:
            pool.shutdown(cancel_futures=True)


def _read_now(archive: Archive, numbers: Sequence[int]) -> Future[_Chunk]:
    done: Future[_Chunk] = Future()
    done.set_result(_read_chunk(archive, numbers))
    return done


_reader: dict[str, Archive] = {}              # the archive a reader process has open


def _open(path: Path) -> None:
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _reader["archive"] = open_archive(path, read_only=True)


def _end_with_parent() -> None:
    """End this process when the one that reads with it was killed: its pool would wait for work for ever."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


def _read_here(numbers: Sequence[int]) -> _Chunk:
    return _read_chunk(_reader["archive"], numbers)


def _read_chunk(archive: Archive, numbers: Sequence[int]) -> _Chunk:
    tally, differing = Tally(), []
    for number in numbers:
        tally.pages += 1
        try:
            capture = load_capture(archive, number)
        except Damaged as error:
            tally.damaged.append(str(error))
            continue
        before = [publication for _, _, publication in readings_of(archive, number)]
        hints = _hints_of(capture.page.source)
        after = read_again(archive, capture.page, before[-1], hints) if before else \
            read(Job(capture.page, hints=hints)).outcome
        if before and isinstance(after, Publication):
            after = with_later_touches(archive, number, before[-1], after)
        if after is not None and _note(tally, before, after, capture.page.url):
            differing.append(Reread(number, after))
    return _Chunk(numbers[-1], tuple(differing), tally)


def _note(tally: Tally, before: Sequence[Publication], after: Publication | Rejection, url: str) -> bool:
    """Count one page in; whether there is something to keep."""
    if isinstance(after, Rejection):
        if before:
            tally.lost.append(url)
        return not before
    if not before:
        tally.found += 1
        return True
    moved = compare_fields(before[-1], after)
    for name, what in moved.items():
        tally.fields.setdefault(name, Counter())[what] += 1
    tally.differing += bool(moved)
    return any(one != after for one in before)


_hints_of = lru_cache(maxsize=1000)(hints_of)            # a file a source, read once
