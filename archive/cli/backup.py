"""`policy-archive backup`: a consistent copy while crawls go on."""

import os
import sys
from pathlib import Path

import click

from archive.cli.options import db_option
from archive.errors import WrongUse


@click.command()
@click.argument("out", type=click.Path())
@db_option
def backup(out: str, db: Path) -> None:
    """Copy the archive and its pages to OUT, a file or a folder, while crawls go on.

    The copy is an archive like any other. Again copies only what is new of the pages. Prints the files of the backup.
    """
    from archive.backup import back_up
    from archive.database import open_archive

    if os.fspath(out).endswith(os.sep) and not Path(out).is_dir():
        raise WrongUse(f"there is no folder {out}: make it first")
    with open_archive(db, read_only=True) as archive:
        for path in back_up(archive, Path(out), report=_report):
            click.echo(path)


def _report(done: int, of: int) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r{100 * done // max(1, of)}% of the database", err=True, nl=done == of)
