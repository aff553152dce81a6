"""Words of histories of changes: what heads one, what is said there of the first version. Pure; see `histories.txt`."""

from functools import cache

from crawler.parsing.word_files import word_tables

_LONGEST_LABEL = 60            # characters


def heads_history(text: str) -> bool:
    """Whether the text is the label of a history of changes, or begins with it and a colon.

    >>> heads_history("Version history:"), heads_history("Version history: 1.0 12 March 2020"), heads_history("History")
    (True, True, False)
    """
    return _squeezed(text.replace("：", ":").partition(":")[0]) in _words("label")


def is_column_of_changes(text: str) -> bool:
    """Whether the text heads the column of a table that says what was changed."""
    return _squeezed(text) in _words("column")


def tells_first(text: str) -> bool:
    """Whether the text tells of the first of several versions.

    >>> tells_first("1.0 Initial release"), tells_first("1.1 Fees updated")
    (True, False)
    """
    low = text.lower()
    return any(word in low for word in _words("first"))


def _squeezed(text: str) -> str:
    return text.strip(" :：.").lower() if len(text) <= _LONGEST_LABEL else ""


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(word_tables("histories.txt")[kind])
