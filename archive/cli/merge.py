"""`policy-archive merge`: another archive brought in, nothing twice."""

from datetime import UTC, datetime
from pathlib import Path

import click

from archive.cli.options import db_option
from archive.errors import FellShort, WrongUse


@click.command()
@click.argument("other", type=click.Path(path_type=Path))
@db_option
def merge(other: Path, db: Path) -> None:
    """Bring the archive OTHER into this one: publications, revisions, pages and watches it lacks; nothing twice.

    Where both know a publication, its uid here stands, and the text of the later page. OTHER is not changed.
    """
    from archive.database import open_archive, plain_errors
    from archive.merge import merge_archive

    if other.resolve() == db.resolve():
        raise WrongUse(f"{other} is the archive itself: name another one")
    with open_archive(other, read_only=True) as theirs, open_archive(db) as archive, plain_errors(db):
        merged = merge_archive(archive, theirs, at=datetime.now(UTC))
    click.echo(f"{merged.new} new, {merged.changed} changed, {merged.known} known, {merged.rejected} rejected")
    for what in merged.damaged:
        click.echo(f"policy-archive: {what}", err=True)
    if merged.damaged:
        raise FellShort(f"{len(merged.damaged)} pages of {other} could not be brought in: their bytes are damaged")
