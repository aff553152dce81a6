"""A maker of values -> its values, made in a child process whose time and memory have an end.

PDFium is C++ that nobody can stop from within: forms that draw one another hold it for ever, a stream of kilobytes
unpacks to gigabytes. The child is a fork, begun in a few milliseconds, and hands over each value as soon as it is made:
what came before the trouble is kept. macOS does not fork safely what has used its libraries; nothing is bounded there.
"""

import contextlib
import faulthandler
import os
import pickle
import resource
import signal
import sys
import warnings
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any, BinaryIO

MOST_SECONDS = 25              # of CPU
MOST_WAITED = 50               # seconds; a crawl gives a page 60
MOST_BYTES = 800_000_000       # of memory, beside what the parent has
_OUT_OF_TIME = (signal.SIGXCPU, signal.SIGALRM)


class Unbounded(Exception):
    """The child came to its end before its last value; says of what."""


def values_of(make: Callable[[], Iterator[Any]]) -> Iterator[Any]:
    """What `make` yields; raises Unbounded where that takes too much time or memory, and what `make` raises."""
    if sys.platform != "linux":
        yield from make()
        return
    ours, theirs = os.pipe()
    child = _fork()
    if child == 0:
        _serve(theirs, make)
    os.close(theirs)
    try:
        with os.fdopen(ours, "rb") as pipe:
            is_whole = yield from _received(pipe)
    finally:
        os.kill(child, signal.SIGKILL)         # it has ended, unless nobody wants its further values
        _, status = os.waitpid(child, 0)
    if not is_whole:
        late = os.WIFSIGNALED(status) and os.WTERMSIG(status) in _OUT_OF_TIME
        most = f"{MOST_SECONDS} seconds"
        raise Unbounded(f"took more than {most}" if late else "took too much memory or broke its reader")


def _fork() -> int:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)     # of threads: the child takes no lock of theirs
        return os.fork()


def _received(pipe: BinaryIO) -> Generator[Any, None, bool]:
    """The values; returns whether the child said that they are all."""
    with contextlib.suppress(EOFError, pickle.UnpicklingError):
        while True:
            kind, value = pickle.load(pipe)  # noqa: S301 - our own process
            if kind == "raised":
                raise value
            if kind == "end":
                return True
            yield value
    return False


def _serve(pipe: int, make: Callable[[], Iterator[Any]]) -> None:
    """In the child: make the values and hand them over; never returns."""
    faulthandler.disable()                     # the parent tells of its end
    try:
        _set_limits()
        with os.fdopen(pipe, "wb") as out:
            try:
                for value in make():
                    out.write(pickle.dumps(("value", value)))
                    out.flush()
            except MemoryError:
                return
            except Exception as error:  # noqa: BLE001 - raised again by the parent
                pickle.dump(("raised", error), out)
            else:
                pickle.dump(("end", None), out)
    finally:
        os._exit(1)


def _set_limits() -> None:
    held = int(Path("/proc/self/statm").read_bytes().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (held + MOST_BYTES, resource.RLIM_INFINITY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGINT, signal.SIG_IGN)                # Ctrl-C is for the parent, who ends the child
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(MOST_WAITED)
