"""`policy-archive check`: what must hold of an archive."""

from pathlib import Path

import click

from archive.cli.options import db_option
from archive.errors import FellShort


@click.command()
@db_option
def check(db: Path) -> None:
    """Check what must hold of an archive: each breach a line, exit 1 if there is any."""
    from archive.check import check_archive
    from archive.database import open_archive, plain_errors

    found = 0
    with open_archive(db) as archive, plain_errors(db):
        for finding in check_archive(archive):
            found += 1
            click.echo(finding.what)
    if found:
        raise FellShort(f"{found} breach{'es' if found > 1 else ''} in {db}")
    click.echo(f"{db}: all is well", err=True)
