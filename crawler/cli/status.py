"""`policy-archive status`: how each source stands, and when it is due."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from archive.cli.options import db_option

COLUMNS = ("source", "last_run", "kept", "new", "changed", "gone", "rejected", "failed", "next_due")
MOST_FAILURES = 10             # as JSON of each source; the table `failures` has them all
MOST_REASONS = 5               # shown of each source, with one address of all that failed for it


@click.command()
@click.option("--json", "as_json", is_flag=True, help="As a JSON list.")
@db_option
def status(as_json: bool, db: Path) -> None:
    """How each source stands: what is kept, what the last run brought, what fell short, when the next is due."""
    from archive.database import open_archive
    from archive.status import failures_by_reason, latest_failures, source_statuses
    from archive.store.runs import last_starts
    from crawler.schedule import next_due
    from crawler.source.file import load_sources

    sources, faults = load_sources()
    with open_archive(db, read_only=True) as archive:
        due = next_due(sources, last_starts(archive), datetime.now(UTC))
        records = [asdict(one) for one in source_statuses(archive.connection, due)]
        failures = [asdict(one) for one in latest_failures(archive.connection, MOST_FAILURES)]
        reasons = failures_by_reason(archive.connection, MOST_REASONS)
    if as_json:
        for record in records:
            record["failures"] = [failure for failure in failures if failure["source"] == record["source"]]
        click.echo(json.dumps(records, ensure_ascii=False, indent=2))
    else:
        click.echo(_table(records))
        for finding in (finding for record in records for finding in record["findings"]):
            click.echo(f"  {finding}")
        for count, failure in reasons:
            tries = "once" if failure.tries == 1 else f"{failure.tries} times"
            others = f" and {count - 1} other{'s' if count > 2 else ''}" if count > 1 else ""
            click.echo(f"  {failure.source}: {failure.url}{others} failed {tries}: {failure.reason}; "
                       f"next try {failure.next_try or 'at the next run'}")
    for fault in faults:
        click.echo(f"policy-archive: {fault}", err=True)


def _table(records: Sequence[dict[str, Any]]) -> str:
    """A line for each source, in columns; "-" where there is nothing to say.

    >>> print(_table([dict.fromkeys(COLUMNS, 0) | {"source": "x", "last_run": None, "next_due": None}]))
    source  last run  kept  new  changed  gone  rejected  failed  next due
    x       -         0     0    0        0     0         0       -
    """
    rows = [[name.replace("_", " ") for name in COLUMNS]]
    rows += [["-" if record[name] is None else str(record[name]) for name in COLUMNS] for record in records]
    widths = [max(len(row[column]) for row in rows) for column in range(len(COLUMNS))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
                     for row in rows)
