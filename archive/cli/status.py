"""`policy-archive status`: how each source stands."""

import json
from pathlib import Path

import click

from archive.cli.options import db_option

COLUMNS = ("source", "last_run", "kept", "new", "changed", "gone", "rejected", "failed", "next_due")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="As a JSON list.")
@db_option
def status(as_json: bool, db: Path) -> None:
    """How each source stands: what is kept, and what the last run brought."""
    from archive.database import open_archive, plain_errors
    from archive.status import source_statuses

    with open_archive(db, read_only=True) as archive, plain_errors(db):
        records = [status.to_record() for status in source_statuses(archive.connection)]
    if as_json:
        click.echo(json.dumps(records, ensure_ascii=False, indent=2))
        return
    rows = [[name.replace("_", " ") for name in COLUMNS]]
    rows += [["-" if record[name] is None else str(record[name]) for name in COLUMNS] for record in records]
    widths = [max(len(row[column]) for row in rows) for column in range(len(COLUMNS))]
    for row in rows:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
