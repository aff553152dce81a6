"""`policy-archive merge`: another archive brought in, nothing twice."""

from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from archive.cli.options import db_option
from archive.errors import FellShort, WrongUse

if TYPE_CHECKING:
    from archive.database import Archive
    from archive.records import Page, Publication, Rejection


@click.command()
@click.argument("other", type=click.Path(path_type=Path))
@db_option
def merge(other: Path, db: Path) -> None:
    """Bring the archive OTHER into this one: publications, revisions, pages and watches it lacks; nothing twice.

    Where both know a publication, its uid here stands, and its revisions from both stand in the order in which the
    page said them. Watches, failures and what the crawl remembers come along. OTHER is not changed, save that an
    older schema is brought up to date.
    """
    from archive.captures import told_once
    from archive.connections import damage_told
    from archive.database import open_archive
    from archive.merge import merge_archive
    from archive.outputs import is_same_file
    from crawler.crawl.again import read_again
    from crawler.source.file import hints_of

    hints = lru_cache(maxsize=1000)(hints_of)           # a file a source, read once

    def reread(archive: "Archive", page: "Page", before: "Publication | None") -> "Publication | Rejection":
        return read_again(archive, page, before, hints(page.source))

    if is_same_file(other, db):
        raise WrongUse(f"{other} is the archive itself: name another one")
    with damage_told(other), open_archive(other, read_only=True) as theirs, open_archive(db) as archive:
        merged = merge_archive(archive, theirs, at=datetime.now(UTC), reread=reread)
    click.echo(f"{merged.new} new, {merged.changed} changed, {merged.known} known, {merged.rejected} rejected")
    for what in told_once(merged.damaged):
        click.echo(f"policy-archive: {what}", err=True)
    if merged.damaged:
        raise FellShort(f"pages of {other} brought in without their bytes, which are damaged: {len(merged.damaged)}")
