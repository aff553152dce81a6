"""Where a file may be written, and how: whole, and not over the archive, its pages, another database or a device."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from archive.errors import WrongUse

_DATABASE = b"SQLite format 3\0"


def check_output(out: Path, archive: Path) -> None:
    """WrongUse where a file written to `out` and put in its place would cost something that can't be made again."""
    _check_kind(out)
    if is_same_file(out, archive):
        raise WrongUse(f"{out} is the archive itself: give another --out")
    _check_beside_pages(out, archive, "give another --out")
    if is_database(out):
        raise WrongUse(f"{out} is a database, perhaps an archive: give another --out, or move it away first")


def check_backup(out: Path, archive: Path) -> None:
    """WrongUse where a backup would take the place of something that is no database, or lie among the pages."""
    _check_kind(out)
    _check_beside_pages(out, archive, "name another file or folder")
    if out.is_file() and out.stat().st_size > 0 and not is_database(out):
        raise WrongUse(f"{out} is there already and is no backup: name another file or folder")


@contextmanager
def written_whole(out: Path) -> Iterator[Path]:
    """Where to write what takes the place of the file or folder `out` when all is written; till then that stands."""
    part = out.with_name(out.name + ".part")
    _remove(part)
    try:
        yield part
        if part.is_dir() or out.is_dir():
            _remove(out)
        part.replace(out)
    finally:
        _remove(part)


def is_same_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to one place, there or not; a link that leads back to itself leads to itself."""
    return os.path.realpath(one) == os.path.realpath(other)


def is_database(path: Path) -> bool:
    """Whether a file is there and is an SQLite database, by its first bytes."""
    if not path.is_file():                     # a pipe (`<(curl …)`) gives its bytes once
        return False
    with path.open("rb") as file:
        return file.read(len(_DATABASE)) == _DATABASE


def _check_beside_pages(out: Path, archive: Path, advice: str) -> None:
    place = Path(os.path.realpath(out))
    if Path(os.path.realpath(archive.with_suffix(".warc"))) in (place, *place.parents):
        raise WrongUse(f"{out} is where the archive keeps its pages: {advice}")


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _check_kind(out: Path) -> None:
    try:
        out.stat()
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise WrongUse(f"{out} is a link that leads back to itself: name a file") from error
    if out.exists() and not out.is_file() and not out.is_dir():
        raise WrongUse(f"{out} is a device or a pipe, and a file would take its place: name a file "
                       "(without --out, what is one stream goes to standard output)")
