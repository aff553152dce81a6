"""`policy-archive reparse`: every kept page, read again with today's parser."""

import os
from datetime import UTC, datetime
from pathlib import Path

import click

from archive.cli.options import check_source, db_option
from archive.cli.terminal import tell_progress
from archive.errors import FellShort


@click.command()
@click.option("--source", metavar="KEY", help="Only the pages of this source.")
@click.option("--changed-only", is_flag=True, help="Only pages that another version of the parser has read.")
@click.option("--jobs", type=click.IntRange(min=1), default=os.cpu_count() or 1, show_default="one a core",
              help="Processes that read.")
@click.option("--dry-run", is_flag=True, help="Change nothing; print what would become of each field.")
@db_option
def reparse(source: str | None, changed_only: bool, jobs: int, dry_run: bool, db: Path) -> None:
    """Read every kept page again with today's parser, without a network.

    What a better parser makes of a page is no revision: the page did not change. A publication that today's parser
    would reject is kept as it was, and named. A run that was stopped goes on where it was.
    """
    from archive.database import open_archive
    from crawler.reparse import Options, reparse

    with open_archive(db, read_only=dry_run) as archive:
        check_source(archive, source)
        options = Options(source=source, changed_only=changed_only, jobs=jobs, dry_run=dry_run)
        tally = reparse(archive, options, clock=lambda: datetime.now(UTC), report=lambda done, of: tell_progress(
            done, f"{done} of {of} pages", is_last=done == of))
    for line in tally.lines():
        click.echo(line)
    written = ", nothing written" if dry_run else ""
    click.echo(f"{tally.pages} pages read, {tally.differing} differ{written}", err=True)
    if tally.damaged:
        raise FellShort(f"{len(tally.damaged)} of {tally.pages} pages could not be read: their bytes are damaged or "
                        "missing")
