"""`policy-archive ingest`: files on disk, read as a crawl reads pages, and kept."""

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from archive.cli.options import captures_option, db_option
from archive.cli.terminal import tell_progress
from archive.errors import FellShort, WrongUse

if TYPE_CHECKING:
    from archive.database import CaptureKind
    from archive.records import Page, Publication, Reading, Rejection
    from crawler.parsing import Hints

BATCH = 200                # readings kept in one transaction


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="PATH...")
@db_option
@click.option("--url", metavar="URL", help="The page's address; for a folder, the address it was saved from.")
@click.option("--source", metavar="KEY", default="", help="Keep the pages under this source, and use its hints.")
@captures_option
def ingest(names: tuple[str, ...], db: Path, url: str | None, source: str, captures: "CaptureKind | None") -> None:
    """Read files and keep what they publish: HTML, MHTML, text, PDF, WARC, ARC, WACZ, folders of them; - reads stdin.

    Of a lost archive, its .warc folder or .captures.db gives back all pages. A file that can't be read or is
    broken is named on stderr, the others are kept, and the exit code is 1.
    """
    from archive.database import open_archive
    from archive.store import finish_run, keep_many, start_run
    from archive.urls import is_web_address
    from crawler.intake import STDIN, read_outcome
    from crawler.source.file import hints_of

    if "" in names:                            # a variable that is not set: never the whole folder one stands in
        raise WrongUse("an empty PATH: give files or folders")
    paths = tuple(map(Path, names))
    if STDIN in paths and not url:
        raise WrongUse("-: give the page's address with --url")
    if address := next(filter(is_web_address, names), None):
        raise WrongUse(f"{address} is an address, and ingest reads files: `policy-archive crawl {address} --limit 1` "
                       "fetches it")
    if not any(path.exists() or path == STDIN for path in paths):
        raise WrongUse(f"{paths[0]}: no such file or folder")
    hints = hints_of(source)

    def reread(page: "Page") -> "Publication | Rejection":
        return read_outcome(page, hints)       # so that a better reader makes no false revision

    counts: Counter[str] = Counter()           # by what became of each page, and "read"
    started = datetime.now(UTC)
    readings = _read_all(paths, url, source, hints, counts)
    first = next(readings, None)               # a wrong --url or an empty folder must not make an archive
    if first is None:
        raise FellShort(_summary(counts))
    with open_archive(db, create=True, captures=captures) as archive:
        run = start_run(archive, "ingest", at=started, source=source or None,
                        target=" ".join(map(click.format_filename, names)))
        readings = chain([first], readings)
        while batch := list(islice(readings, BATCH)):
            counts.update(kept.status for kept in keep_many(archive, batch, run, reread=reread))
        finish_run(archive, run, at=datetime.now(UTC), failed=counts["unread"])
    if sys.stderr.isatty():
        click.echo(err=True)
    click.echo(f"{_summary(counts)}, in {db}")
    if counts["unread"] or not counts["new"] + counts["changed"] + counts["same"]:
        lost = counts["unread"] + counts["rejected"]
        raise FellShort(f"{lost} of {counts['read'] + counts['unread']} could not be kept as publications")
    if counts["broken"]:
        raise FellShort(f"{counts['broken']} of {counts['read']} are broken, and kept without their text")


def _read_all(paths: tuple[Path, ...], url: str | None, source: str, hints: "Hints",
              counts: Counter[str]) -> "Iterator[Reading]":
    """The reading of every page; what can't be read, and what is no publication, is said on stderr."""
    from archive.records import Reading, Rejection
    from crawler.intake import Trouble, load_pages, read_outcome
    from crawler.reading import lacks_text

    for page in load_pages(paths, url=url, source=source, at=datetime.now(UTC)):
        if isinstance(page, Trouble):
            counts["unread"] += 1
            click.echo(f"policy-archive: {page.path}: {page.reason}", err=True)
            continue
        outcome = read_outcome(page, hints)
        counts["read"] += 1
        tell_progress(counts["read"], f"{counts['read']} pages read")
        if isinstance(outcome, Rejection):
            click.echo(f"policy-archive: {page.url}: no publication: {outcome.reason}", err=True)
        elif (lack := lacks_text(outcome)) is not None:
            counts["broken"] += "broken" in lack
            click.echo(f"policy-archive: {page.url}: kept without its text: {lack}", err=True)
        yield Reading(page, outcome)


def _summary(counts: Counter[str]) -> str:
    statuses = ("new", "changed", "same", "rejected", "unread")
    said = [f"{counts[status]} {status}" for status in statuses if counts[status]]
    return ", ".join(said) or "nothing to keep"
