"""`policy-archive status`: how each source stands, and when it is due."""

import json
from datetime import UTC, datetime
from pathlib import Path

import click

from archive.cli.options import db_option
from archive.cli.status import as_table


@click.command()
@click.option("--json", "as_json", is_flag=True, help="As a JSON list.")
@db_option
def status(as_json: bool, db: Path) -> None:
    """How each source stands: what is kept, what the last run brought, when the next one is due."""
    from archive.database import open_archive, plain_errors
    from archive.runs import last_starts
    from archive.status import source_statuses
    from crawler.schedule import next_due
    from crawler.source import load_sources

    with open_archive(db, read_only=True) as archive, plain_errors(db):
        due = next_due(load_sources(), last_starts(archive), datetime.now(UTC))
        records = [status.to_record() for status in source_statuses(archive.connection, due)]
    click.echo(json.dumps(records, ensure_ascii=False, indent=2) if as_json else as_table(records))
