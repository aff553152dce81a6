"""The two ways a command ends badly, each with one clear line for the person who typed it.

    ArchiveError
    ├── WrongUse   exit 2: wrong words, bad source file, unreadable archive; nothing was changed
    └── FellShort  exit 1: it ran, and something fell short
"""


class ArchiveError(Exception):
    """What went wrong and what to do about it, in one line."""

    exit_code = 1


class WrongUse(ArchiveError):
    """The command can't be carried out as given; nothing was changed."""

    exit_code = 2


class FellShort(ArchiveError):
    """The command ran, and something fell short."""

    exit_code = 1
