"""How each source stands: what the last run did, and what is kept."""

import sqlite3
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class SourceStatus:
    """One source; `kept` and `rejected` count all there is, the rest what the last run found. Times are UTC text."""

    source: str | None                # None for pages kept without a source
    last_run: str | None              # when it began
    outcome: str | None               # how it ended; None while it runs, or where it was killed
    kept: int
    new: int
    changed: int
    gone: int
    rejected: int
    failed: int
    next_due: str | None = None       # filled in by whoever keeps the schedule

    def to_record(self) -> dict[str, Any]:
        """As JSON has it."""
        return asdict(self)


def source_statuses(connection: sqlite3.Connection, next_due: Mapping[str, str] | None = None) -> list[SourceStatus]:
    """Every source of the archive by key, and loose pages, where there are any, last; `next_due` by source key."""
    rows = connection.execute("""
        SELECT s.key, r.started_at, r.outcome,
               (SELECT count(*) FROM publications AS p WHERE p.source_id IS s.source_id) AS kept,
               coalesce(r.new, 0), coalesce(r.changed, 0), coalesce(r.gone, 0),
               (SELECT count(*) FROM rejections AS j WHERE j.source_id IS s.source_id), coalesce(r.failed, 0)
        FROM (SELECT source_id, key FROM sources UNION ALL SELECT NULL, NULL) AS s
        LEFT JOIN runs AS r ON r.run_id = (SELECT max(run_id) FROM runs WHERE source_id IS s.source_id)
        WHERE s.key IS NOT NULL OR kept > 0
        ORDER BY s.key IS NULL, s.key""")
    return [replace(SourceStatus(*row), next_due=(next_due or {}).get(row[0])) for row in rows]
