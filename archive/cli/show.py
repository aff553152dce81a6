"""`policy-archive show`: one publication."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from archive.cli.options import db_option
from archive.cli.terminal import harmless
from archive.errors import FellShort, WrongUse

if TYPE_CHECKING:
    from archive.store.stored import Stored


@click.command()
@click.argument("uid_or_url")
@click.option("--json", "as_json", is_flag=True, help="The whole record as JSON.")
@click.option("--revisions", is_flag=True, help="Its revisions: when, what changed, read from which capture.")
@click.option("--diff", is_flag=True, help="What each revision changed, line by line.")
@click.option("--raw", is_flag=True, help="The page as received, byte for byte, its digest checked.")
@db_option
def show(uid_or_url: str, as_json: bool, revisions: bool, diff: bool, raw: bool, db: Path) -> None:
    """Show one publication, by its uid or any address it is known at."""
    if raw and (as_json or revisions or diff):
        raise WrongUse("--raw prints the page alone: leave out --json, --revisions and --diff")
    from archive.database import open_archive
    from archive.store.stored import find_publication, load_one, why_not_kept

    with open_archive(db, read_only=True) as archive:
        number = find_publication(archive.connection, uid_or_url)
        if number is None:
            why = why_not_kept(archive.connection, uid_or_url) or "`policy-archive search` finds uids"
            raise FellShort(f"no publication {uid_or_url} in {db}: {why}")
        stored = load_one(archive.connection, number)
        if raw:
            from archive.store.raw import load_body
            click.echo(load_body(archive, number), nl=False)
        elif revisions or diff:
            from archive.history import history_of
            history = history_of(archive.connection, number)
            if as_json:
                click.echo(json.dumps([revision.to_record(with_diff=diff) for revision in history],
                                      ensure_ascii=False, indent=2))
            else:
                for revision in history:
                    click.echo(harmless(revision.as_text(with_diff=diff)))
        elif as_json:
            click.echo(json.dumps(stored.to_record(), ensure_ascii=False, indent=2))
        else:
            click.echo(harmless(as_text(stored)))


def as_text(stored: "Stored") -> str:
    """A publication as a person reads it."""
    publication = stored.publication
    facts = [
        ("published", publication.published), ("by", ", ".join(author.name for author in publication.authors)),
        ("source", publication.source), ("type", publication.type), ("language", publication.language),
        ("section", publication.section), ("topics", ", ".join(publication.topics)), ("address", publication.url),
        ("uid", stored.uid), ("revision", str(stored.revision)),
        ("seen", f"{stored.first_seen} to {stored.last_seen}"), ("gone", stored.gone),
    ]
    lines = [publication.title, "=" * min(len(publication.title), 100)]
    lines += [publication.dek] if publication.dek else []
    lines += [""] + [f"{name:>10}  {value}" for name, value in facts if value] + [""]
    lines += [_block(block.kind, block.level, block.text) + "\n" for block in publication.blocks]
    for heading, urls in (("Attachments", [file.url for file in publication.attachments]),
                          ("Cites", [link.url for link in publication.links])):
        if urls:
            lines += [heading, *(f"  {url}" for url in urls), ""]
    return "\n".join(lines).rstrip()


def _block(kind: str, level: int | None, text: str) -> str:
    match kind:
        case "heading":
            return f"{'#' * (level or 2)} {text}"
        case "item":
            return f"{'  ' * ((level or 1) - 1)}- {text}"
        case "quote":
            return f"> {text}"
    return text
