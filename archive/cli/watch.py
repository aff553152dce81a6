"""`policy-archive watch add|list|remove`: saved queries that report each new match once."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from archive.cli.options import QueryCommand, db_option, doubt_of, filter_options

if TYPE_CHECKING:
    from archive.search import Filters
    from archive.watches import Notify


@click.group(no_args_is_help=False)
def watch() -> None:
    """Saved queries: after every crawl, what is new or changed and matches is reported once.

    Who is told is in the environment: POLICY_ARCHIVE_WEBHOOK, POLICY_ARCHIVE_SMTP with POLICY_ARCHIVE_MAIL_TO, and
    POLICY_ARCHIVE_NOTIFY_COMMAND. The web reader offers each watch as an Atom feed, at /watches/NUMBER.atom.
    """


@watch.command(cls=QueryCommand, context_settings={"ignore_unknown_options": True})
@click.argument("query", nargs=-1, type=click.UNPROCESSED)
@filter_options
@click.option("--notify", type=click.Choice(["all", "webhook", "mail", "command", "none"]), default="all",
              show_default=True, help="Who is told, of those that the environment names.")
@db_option
def add(query: tuple[str, ...], filters: "Filters", notify: "Notify", db: Path) -> None:
    """Watch for what matches QUERY (as in search) and the options, from now on.

    What is watched for already is not watched for twice.
    """
    from datetime import UTC, datetime

    from archive.database import open_archive
    from archive.search import find
    from archive.search.filters import with_typed
    from archive.search.query import parse_query
    from archive.watches import add_watch, find_watches, require_something

    words = " ".join(query)
    require_something(words, filters)                  # before an archive is made for it
    with open_archive(db, create=True) as archive:
        for one in find_watches(archive.connection):
            if (one.words, one.filters, one.notify) == (words, filters, notify):
                click.echo(f"watch {one.watch_id} is for that already")
                return
        made = add_watch(archive, words, filters, notify, datetime.now(UTC))
        standing = sum(1 for _ in find(archive.connection, made.words, made.filters))
        doubt = "" if standing else doubt_of(archive.connection, with_typed(made.filters, parse_query(words)))
    many = f"{standing:,} publications match" if standing != 1 else "1 publication matches"
    click.echo(f"watch {made.watch_id} added; {many} already, which is not reported{doubt}")


@watch.command("list")
@click.option("--json", "as_json", is_flag=True, help="As a JSON list.")
@db_option
def list_watches(as_json: bool, db: Path) -> None:
    """Show the watches and how much each has reported."""
    from archive.database import open_archive
    from archive.watches import find_watches

    with open_archive(db, read_only=True) as archive:
        watches = find_watches(archive.connection)
        hits = dict(archive.connection.execute("SELECT watch_id, count(*) FROM watch_hits GROUP BY 1").fetchall())
    if as_json:
        click.echo(json.dumps([{**asdict(one), "hits": hits.get(one.watch_id, 0)} for one in watches],
                              ensure_ascii=False, indent=2))
        return
    for one in watches:
        click.echo(f"{one.watch_id}  {one.name}  "
                   f"(since {one.created_at[:10]}, {hits.get(one.watch_id, 0)} reported, tells {one.notify})")
    if not watches:
        click.echo("no watch yet; `policy-archive watch add WORDS` makes one", err=True)


@watch.command()
@click.argument("number", type=int)
@db_option
def remove(number: int, db: Path) -> None:
    """Remove watch NUMBER, as `watch list` shows it."""
    from archive.database import open_archive
    from archive.watches import remove_watch

    with open_archive(db) as archive:
        remove_watch(archive, number)
    click.echo(f"watch {number} removed")
