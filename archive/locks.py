"""Who may run on an archive at the same time: one run a source, any number of sources, and some runs alone.

Locks are `flock`s on files beside the archive, so that they end with the process that holds them, however it ends.
"""

import fcntl
import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from archive.errors import WrongUse


@dataclass(slots=True)
class Locks:
    """The locks that one program holds on the archive at `path`."""

    path: Path
    _held: dict[Path, IO[str]] = field(default_factory=dict)

    def share(self, source: str | None) -> None:
        """Run beside runs of other sources; WrongUse if one of this source, or one that wants to be alone, goes on."""
        self._take(self._file(None), exclusive=False, what=f"{self.path} is being rewritten by another run")
        if source is not None:
            self._take(self._file(source), exclusive=True, what=f"another run of {source} is writing to {self.path}")

    def alone(self) -> None:
        """Run with no other run beside; WrongUse if there is one."""
        self._take(self._file(None), exclusive=True, what=f"another run is writing to {self.path}")

    def take_turn(self, what: str) -> None:
        """Wait until no other run does `what`, which one at a time may do."""
        self._take(self.path.with_name(f"{self.path.name}.{what}"), exclusive=True, what=what, wait=True)

    def release(self) -> None:
        """Let others run; files that nobody else waits on go with the locks."""
        for path, handle in self._held.items():
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                path.unlink(missing_ok=True)
            except OSError:   # shared with another run, or the disk became read-only: the file stays, and is harmless
                pass
            finally:
                handle.close()
        self._held.clear()

    def _file(self, source: str | None) -> Path:
        suffix = "" if source is None else "-" + re.sub(r"[^\w.-]", "_", source)
        return self.path.with_name(f"{self.path.name}.lock{suffix}")

    def _take(self, path: Path, *, exclusive: bool, what: str, wait: bool = False) -> None:
        if path in self._held:
            return
        while True:
            handle = path.open("a+")
            try:
                fcntl.flock(handle, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH)
                            | (0 if wait else fcntl.LOCK_NB))
            except OSError as error:
                handle.seek(0)
                holder = handle.read().strip()
                handle.close()
                raise WrongUse(f"{what}{f' (process {holder})' if holder else ''}: wait for it, or give another --db"
                               ) from error
            if _is_same(handle, path):
                break
            handle.close()            # its holder removed the file between our opening and our locking it
        if exclusive:
            handle.truncate(0)
            handle.write(str(os.getpid()))
            handle.flush()
        self._held[path] = handle


def _is_same(handle: IO[str], path: Path) -> bool:
    try:
        return os.fstat(handle.fileno()).st_ino == path.stat().st_ino
    except FileNotFoundError:
        return False
