"""`policy-archive check`: what must hold of an archive."""

from pathlib import Path

import click

from archive.cli.options import db_option
from archive.errors import FellShort


@click.command()
@click.option("--captures", type=click.Choice(["all", "sample", "none"]), default="sample", show_default=True,
              help="Pages whose bytes are read and compared with their digest.")
@click.option("--repair", is_flag=True, help="Rebuild what can be rebuilt from what is kept: index, links, clusters.")
@db_option
def check(captures: str, repair: bool, db: Path) -> None:
    """Check what must hold of an archive: each breach a line, exit 1 if there is any."""
    from archive.check import SAMPLED, check_archive, repair_archive
    from archive.connections import is_writable
    from archive.database import open_archive
    from archive.unknown import count_unknown

    many = {"all": None, "sample": SAMPLED, "none": 0}[captures]
    with open_archive(db, read_only=db.exists() and not is_writable(db) and not repair) as archive:
        if archive.read_only:
            click.echo(f"policy-archive: {db} can't be written to: its full-text index is left out", err=True)
        findings = list(check_archive(archive, captures=many))
        if repair and any(finding.repair for finding in findings):
            for name in repair_archive(archive, findings):
                click.echo(f"rebuilt: {name}", err=True)
            findings = list(check_archive(archive, captures=many))
        unknown = count_unknown(archive)
    if unknown:
        warc = db.with_suffix(".warc")
        pages = f"{unknown:,} page{'s' if unknown > 1 else ''}"
        click.echo(f"policy-archive: {warc} holds {pages} that {db} does not know, "
                   f"as after a kill or without its -wal file: `policy-archive ingest {warc} --db {db}` brings them in",
                   err=True)
    for finding in findings:
        click.echo(finding.what)
    if findings:
        hint = "; `--repair` rebuilds what it can" if not repair and any(one.repair for one in findings) else ""
        raise FellShort(f"{len(findings)} breach{'es' if len(findings) > 1 else ''} in {db}{hint}")
    click.echo(f"{db}: all is well", err=True)
