"""How `policy-archive status` shows the sources of an archive."""

from collections.abc import Sequence
from typing import Any

COLUMNS = ("source", "last_run", "kept", "new", "changed", "gone", "rejected", "failed", "next_due")


def as_table(records: Sequence[dict[str, Any]]) -> str:
    """A line for each source, in columns; "-" where there is nothing to say.

    >>> print(as_table([dict.fromkeys(COLUMNS, 0) | {"source": "x", "last_run": None, "next_due": None}]))
    source  last run  kept  new  changed  gone  rejected  failed  next due
    x       -         0     0    0        0     0         0       -
    """
    rows = [[name.replace("_", " ") for name in COLUMNS]]
    rows += [["-" if record[name] is None else str(record[name]) for name in COLUMNS] for record in records]
    widths = [max(len(row[column]) for row in rows) for column in range(len(COLUMNS))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
                     for row in rows)
