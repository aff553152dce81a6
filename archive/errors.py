"""The two ways a command ends badly, each with one clear line for the person who typed it.

    ArchiveError
    ├── WrongUse   exit 2: wrong words, bad source file, unreadable archive; nothing was changed
    └── FellShort  exit 1: it ran, and something fell short
"""

import errno


class ArchiveError(Exception):
    """What went wrong and what to do about it, in one line."""

    exit_code = 1


class WrongUse(ArchiveError):
    """The command can't be carried out as given; nothing was changed."""

    exit_code = 2


class FellShort(ArchiveError):
    """The command ran, and something fell short."""

    exit_code = 1


DISK_FULL = "the disk is full; what was kept before is safe: free some space and run again"
DISK_FAULT = ("the disk gave an error; what was kept before is safe: see to the disk, then run "
              "`policy-archive check`")
_DISK_ADVICE: dict[int, tuple[type[ArchiveError], str]] = {
    errno.ENOSPC: (FellShort, DISK_FULL),
    errno.EDQUOT: (FellShort, "your share of the disk is full; what was kept before is safe: free some space and run "
                              "again"),
    errno.EFBIG: (FellShort, "no file may grow that large here; what was kept before is safe: raise the limit "
                             "(`ulimit -f`) and run again"),
    errno.EIO: (FellShort, DISK_FAULT),
    errno.EROFS: (WrongUse, "the disk can't be written to: name a place on another one"),
    errno.EACCES: (WrongUse, "you may not do that there: see to its permissions, or name another place"),
    errno.EPERM: (WrongUse, "you may not do that there: see to its permissions, or name another place"),
    errno.ENOENT: (WrongUse, "there is no such file or folder"),
    errno.ENOTDIR: (WrongUse, "a part of this path is a file, not a folder"),
    errno.EISDIR: (WrongUse, "this is a folder: name a file"),
    errno.ENAMETOOLONG: (WrongUse, "this name is too long"),
    errno.ELOOP: (WrongUse, "this link leads back to itself: name another place"),
    errno.EMFILE: (FellShort, "too many files are open: raise the limit (`ulimit -n`) and run again"),
}


def of_disk(error: OSError) -> ArchiveError | None:
    """What a disk or its permissions refused, in one line that says what to do; None for anything else.

    >>> str(of_disk(OSError(errno.EROFS, "Read-only file system", "/mnt/a.jsonl")))
    "/mnt/a.jsonl: the disk can't be written to: name a place on another one"
    """
    if error.errno not in _DISK_ADVICE:
        return None
    kind, advice = _DISK_ADVICE[error.errno]
    return kind(f"{error.filename}: {advice}" if error.filename else advice)
