"""A consistent copy of an archive while crawls go on: a whole archive itself, with its captures.

The database is copied page by page (SQLite's backup API), then the captures it points to, so that no row lacks its
bytes. A WARC file that is finished never changes: it is left alone where it is there already. Nothing is shared with
the original, so that what befalls its files leaves the copy as it is.
"""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from archive.captures.warc import OPEN
from archive.connections import connect, plain_errors
from archive.database import Archive
from archive.errors import FellShort, WrongUse, of_disk
from archive.outputs import check_backup, is_database, is_same_file

PAGES_AT_A_TIME = 4096
Report = Callable[[int, int], None]


def back_up(archive: Archive, out: Path, *, report: Report = lambda *_: None) -> list[Path]:
    """Copy an archive to `out` (a file, or a folder to put it in); the files written or still right from last time.

    An earlier backup at `out` is replaced when the new one is whole. WrongUse for a copy onto itself or onto anything
    but an earlier backup; FellShort where the disk is full.
    """
    target = out / archive.path.name if out.is_dir() else out
    if is_same_file(target, archive.path):
        raise WrongUse(f"{out} is the archive itself: name another file or folder")
    if not target.parent.is_dir():
        raise WrongUse(f"there is no folder {target.parent}: make it first")
    check_backup(target, archive.path)
    _check_nothing_lost(archive, target)
    try:
        _copy_database(archive.connection, target, report)
        return [target, *_copy_captures(archive.path, target)]
    except OSError as error:
        raise FellShort(f"the archive is as it was, the backup is not whole: {of_disk(error) or error}") from error


def _check_nothing_lost(archive: Archive, target: Path) -> None:
    """WrongUse where the database at `target` holds publications this archive lacks: it is no earlier backup of it."""
    if not is_database(target):
        return
    try:
        with closing(connect(target, read_only=True)) as before:
            for (uid,) in before.execute("SELECT uid FROM publications"):
                if archive.connection.execute("SELECT 1 FROM publications WHERE uid = ?", (uid,)).fetchone() is None:
                    raise WrongUse(f"{target} holds publications that {archive.path} lacks (such as {uid}), so it is "
                                   "no earlier backup of it: name another file or folder")
    except sqlite3.DatabaseError as error:
        raise WrongUse(f"{target} is there already and can't be read as a backup ({error}): move it away, or name "
                       "another file or folder") from error


def _copy_database(connection: sqlite3.Connection, target: Path, report: Report) -> None:
    part = target.with_name(target.name + ".part")
    _remove(part)
    with plain_errors(part):
        copy = sqlite3.connect(part)
        try:
            connection.backup(copy, pages=PAGES_AT_A_TIME,
                              progress=lambda _, left, of: report(of - left, of), sleep=0.001)
            copy.execute("PRAGMA journal_mode = DELETE")      # one file, nothing beside it
            copy.close()
            for left in ("-wal", "-shm"):     # of the backup before: they would be taken for the new one's
                target.with_name(target.name + left).unlink(missing_ok=True)
            part.replace(target)
        finally:
            copy.close()
            _remove(part)


def _remove(part: Path) -> None:
    for path in (part, part.with_name(part.name + "-journal")):     # a full disk leaves the second
        path.unlink(missing_ok=True)


def _copy_captures(source: Path, target: Path) -> list[Path]:
    blobs, copy = source.with_suffix(".captures.db"), target.with_suffix(".captures.db")
    if blobs.exists():
        with closing(connect(blobs, read_only=True)) as connection:
            _copy_database(connection, copy, lambda *_: None)
        return [copy]
    with closing(sqlite3.connect(target)) as connection:
        ends = connection.execute("SELECT file, max(offset + length) FROM captures WHERE file IS NOT NULL GROUP BY file"
                                  ).fetchall()
    folder = target.with_suffix(".warc")
    if ends:
        folder.mkdir(exist_ok=True)
    return [_copy_file(source.with_suffix(".warc"), folder, name, end) for name, end in sorted(ends)]


def _copy_file(source: Path, folder: Path, name: str, end: int) -> Path:
    """A finished file whole; of one being written what the copied database knows, which ends with a whole record."""
    there, whole, growing = folder / name, source / name, source / (name + OPEN)
    if whole.exists():
        if there.exists() and there.stat().st_size == whole.stat().st_size and not there.samefile(whole):
            return there
        there.unlink(missing_ok=True)         # a link to the original, where an earlier version made one
        shutil.copyfile(whole, there)
    elif growing.exists():
        there.unlink(missing_ok=True)
        with growing.open("rb") as read, there.open("wb") as write:
            while chunk := read.read(min(1 << 20, end - read.tell())):
                write.write(chunk)
    else:
        raise FellShort(f"{whole} is missing, and the backup lacks its pages: bring it back from an earlier backup")
    return there
