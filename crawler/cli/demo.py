"""`policy-archive demo`: the whole path on a site that ships with the package, offline, in a few seconds."""

import subprocess
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from click.core import ParameterSource

from archive.cli.options import db_option
from archive.errors import FellShort, WrongUse

KEY = "sample"
QUERY = "river water"
OTHER = Path("demo.db")    # where the demo goes when the default archive holds something else
SOURCE = """\
name = "Sample site of the demo"
home = "{home}/"

[discover]
refuse = ['/about$', '/login$']
"""


@click.command()
@db_option
@click.pass_context
def demo(ctx: click.Context, db: Path) -> None:
    """Crawl the sample site over loopback, keep it, search it, and say what to try next.

    Works without internet. Keeps to `archive.db` in this folder; where that holds an archive of yours, to `demo.db`.
    """
    from archive.database import open_archive
    from crawler.sample.server import PORT, serve

    if ctx.get_parameter_source("db") is ParameterSource.DEFAULT and not _is_free(db):
        db = OTHER
    open_archive(db, create=True).close()      # any trouble with it comes out before anything runs
    with serve(port=PORT) as site, TemporaryDirectory(prefix="policy-archive-demo-") as folder:
        source = Path(folder) / f"{KEY}.toml"
        source.write_text(SOURCE.format(home=site.base), encoding="utf-8")
        click.echo(f"A sample site with {len(site.publications())} publications now runs at {site.base}/\n")
        _crawl(source, db)
        click.echo("\nA day later one page has changed; all are visited again, and only that one is sent:\n")
        site.edition = 2
        _crawl(source, db, "--recheck")
    _show(db)


def _is_free(db: Path) -> bool:
    """Whether the default archive is still to be made, or holds nothing but an earlier demo."""
    from archive.database import open_archive
    from archive.status import source_statuses

    if not db.exists():
        return True
    try:
        with open_archive(db, read_only=True) as archive:
            return all(status.source == KEY for status in source_statuses(archive.connection))
    except WrongUse:           # no archive, or a newer one: not ours to touch
        return False


def _crawl(source: Path, db: Path, *words: str) -> None:
    """Run the command as a person would; its own process, since Scrapy's loop can't be started twice in one."""
    click.echo(f"$ policy-archive crawl {source.name} --db {db}{''.join(f' {word}' for word in words)}")
    command = [sys.executable, "-m", "crawler.cli", "crawl", str(source), "--db", str(db), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    click.echo(done.stdout.rstrip())
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:] or ["no reason given"]
        raise FellShort(f"the crawl of the sample site ended with {done.returncode}: {last[0]}")


def _show(db: Path) -> None:
    from archive.database import open_archive
    from archive.search import search
    from archive.search.snippets import mark

    with open_archive(db, read_only=True) as archive:
        kept = search(archive.connection, "", limit=10_000)
        hits = search(archive.connection, QUERY, limit=3)
    days = sorted(hit.published[:10] for hit in kept if hit.published)
    languages = Counter(hit.language for hit in kept if hit.language)
    said = f" in {len(languages)} languages" if len(languages) > 1 else ""
    click.echo(f"\nKept in {db}: {len(kept)} publications{said}"
               + (f", published from {days[0]} to {days[-1]}" if days else ""))
    for hit in kept[:5]:
        click.echo(f"  {(hit.published or 'no date')[:10]}  {hit.title}")
    click.echo(f"  … and {len(kept) - 5} more\n" if len(kept) > 5 else "")
    click.echo(f'$ policy-archive search "{QUERY}" --limit 3')
    for hit in hits:
        click.echo(f"  {hit.title}\n    {mark(hit.snippet or hit.dek or '', '[', ']')}")
    option = "" if db == Path("archive.db") else f" --db {db}"
    click.echo(f"\nTry next:\n"
               f"  policy-archive search tariffs repair{option}\n"
               f"  policy-archive browse{option}\n"
               f"  policy-archive export --format csv --out publications.csv{option}")
