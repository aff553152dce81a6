"""The foreground schedule: a loop that starts one crawl for each source whose time has come.

In: an archive, the catalogue. Out: crawls, each a process of its own, so that a crash of one takes nothing else along.
The loop compares wall-clock times anew every few seconds and keeps no timers, so that it survives sleep, summer time
and a clock that is set back.
"""

import logging
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from archive.database import open_archive
from archive.errors import WrongUse
from archive.store.runs import last_starts
from crawler.notify import check_channels
from crawler.schedule import due_sources
from crawler.source import Source
from crawler.source.file import load_sources

log = logging.getLogger(__name__)
_LOOK_SECONDS = 15.0
_END_SECONDS = 100.0


class Schedule:
    """One loop; `run` returns after SIGTERM, SIGINT or `stop()`."""

    def __init__(self, db: Path, *, parallel: int = 2, metrics_port: int | None = None,
                 look_seconds: float = _LOOK_SECONDS,
                 sources: Callable[[], tuple[Mapping[str, Source], Sequence[WrongUse]]] = load_sources,
                 clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:  # noqa: TID251 - the edge
        self.db, self.parallel, self.metrics_port, self.look_seconds = db, parallel, metrics_port, look_seconds
        self.sources, self.clock = sources, clock
        self.running: dict[str, subprocess.Popen[bytes]] = {}
        self.started: dict[str, datetime] = {}
        self._told: list[str] = []
        self._stop = threading.Event()

    def run(self) -> None:
        """Looks, starts, waits; ends cleanly. The archive is made if there is none."""
        check_channels(os.environ)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self.stop())
        open_archive(self.db, create=True).close()
        if self.metrics_port is not None:
            from archive.metrics import serve_metrics
            serve_metrics(self.db, self.metrics_port)
        log.info("schedule: %d sources, %d at a time", len(self._sources()), self.parallel)
        while not self._stop.is_set():
            self.look()
            self._stop.wait(self.look_seconds)
        self._end()

    def stop(self) -> None:
        """Makes `run` return soon; safe to call from a signal handler."""
        self._stop.set()

    def look(self) -> list[str]:
        """Takes in what has ended, starts what is due; the keys started.

        A source that can't be crawled (its process ends at once, before any run is recorded) waits for its next
        time all the same: `started` remembers.
        """
        for key in [key for key, process in self.running.items() if process.poll() is not None]:
            code = self.running.pop(key).returncode
            log.log(logging.INFO if code == 0 else logging.WARNING, "%s: crawl ended with exit code %d", key, code)
        now, begun = self.clock(), []
        for source in due_sources(self._sources(), self._last_starts(), now):
            if len(self.running) >= self.parallel:
                break
            if source.key not in self.running:
                self.running[source.key] = self._start(source)
                self.started[source.key] = now
                begun.append(source.key)
        return begun

    def _sources(self) -> Mapping[str, Source]:
        try:
            found, faults = self.sources()
        except WrongUse as error:
            found, faults = {}, [error]
        told, self._told = self._told, [str(fault) for fault in faults]
        for fault in self._told:       # perhaps a file under the editor's hands: said once, and looked at again
            if fault not in told:
                log.warning("schedule: %s", fault)
        return found

    def _last_starts(self) -> dict[str, datetime]:
        with open_archive(self.db, read_only=True) as archive:
            recorded = last_starts(archive)
        return {key: max(filter(None, (recorded.get(key), self.started.get(key))))
                for key in recorded.keys() | self.started.keys()}

    def _start(self, source: Source) -> subprocess.Popen[bytes]:
        log.info("%s: crawl starts", source.key)
        words = [sys.executable, "-m", "crawler.cli", "crawl", source.key, "--db", str(self.db)]
        return subprocess.Popen(words, stdin=subprocess.DEVNULL, env=os.environ.copy(), start_new_session=True)  # noqa: S603

    def _end(self) -> None:
        """Asks the running crawls to end, waits, and kills what does not."""
        for process in self.running.values():
            process.send_signal(signal.SIGINT)
        for key, process in self.running.items():
            try:
                process.wait(_END_SECONDS)
            except subprocess.TimeoutExpired:
                log.warning("%s: did not end within %d s and was killed; nothing kept is lost", key, _END_SECONDS)
                process.kill()
                process.wait()
        log.info("schedule: ended")
