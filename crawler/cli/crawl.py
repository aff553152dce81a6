"""`policy-archive crawl`: everything a publisher has that the archive lacks."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from archive.cli.options import captures_option, db_option
from archive.errors import ArchiveError, FellShort, WrongUse
from crawler.cli.options import log_options, tell_faults

if TYPE_CHECKING:
    from archive.database import CaptureKind
    from crawler.run import Report
    from crawler.source import Source

SECONDS_BETWEEN_LINES = 15.0   # elsewhere than on a terminal


@click.command()
@click.argument("targets", metavar="TARGET…", nargs=-1)
@db_option
@click.option("--recheck", is_flag=True, help="Visit all kept pages of the targets now (conditional requests).")
@click.option("--limit", type=click.IntRange(min=1), metavar="N",
              help="Stop after N new publications; 1: the one at the address.")
@click.option("--since", metavar="DATE", help="Pass over what was published before (2024, 2024-03, 2024-03-05).")
@click.option("--due", is_flag=True, help="Crawl the sources whose time has come.")
@click.option("--set", "typed", multiple=True, metavar="NAME=VALUE", help="A Scrapy setting, as in DOWNLOAD_DELAY=2.")
@captures_option
@log_options
def crawl(targets: tuple[str, ...], db: Path, recheck: bool, limit: int | None, since: str | None, due: bool,
          typed: tuple[str, ...], captures: "CaptureKind | None") -> None:
    """Find, fetch, read and keep what a publisher has.

    TARGET is a source's key or any http(s) address. Again means: what is new, and kept pages that are due for
    another visit. A run that was stopped or killed goes on where it was.
    """
    settings = _settings(typed)
    _check_date(since)
    from archive.database import open_archive
    from crawler.notify import check_channels
    from crawler.source.targets import source_of_target

    check_channels(os.environ)

    sources, faults = [source_of_target(target) for target in targets], tuple[WrongUse, ...]()
    if due:
        times, faults = _due(db)
        sources += times
    if not sources:
        if due:
            tell_faults(faults)
            if sys.stderr.isatty():            # cron mails every word, four times an hour
                click.echo("nothing is due", err=True)
            return
        raise WrongUse("crawl what? Give a source's key or an address, or --due")
    sources = list({source.key: source for source in sources}.values())
    from crawler.reading.pool import load_ahead, number_of

    load_ahead(number_of(int(settings.get("READERS", -1))))
    import scrapy.core.downloader.handlers.http11  # noqa: F401 - first: it looks through the stack, and all modules

    from crawler.crawl import Options
    from crawler.run import run_crawls, scrapy_settings

    _check_hours(sources)
    open_archive(db, create=True, captures=captures).close()       # its troubles come out before the network is touched
    line = Line(sys.stderr.isatty())
    reports = run_crawls(sources, Options(recheck=recheck, limit=limit, since=since), scrapy_settings(db, settings),
                         tell=line.tell, seconds_between_lines=1.0 if line.terminal else SECONDS_BETWEEN_LINES)
    line.clear()
    _tell_people(reports, db)
    try:
        _conclude(reports)
    except ArchiveError as short:
        if faults:
            click.echo(f"policy-archive: {short}", err=True)
        else:
            raise
    tell_faults(faults)


def _due(db: Path) -> "tuple[list[Source], tuple[WrongUse, ...]]":
    """The sources whose time has come, and what is wrong with the files of others, which keeps none from its time."""
    from datetime import UTC, datetime

    from archive.database import open_archive
    from archive.store.runs import last_starts
    from crawler.schedule import due_sources
    from crawler.source.file import load_sources

    sources, faults = load_sources()
    with open_archive(db, create=True) as archive:
        return due_sources(sources, last_starts(archive), datetime.now(UTC)), faults


def _settings(typed: tuple[str, ...]) -> dict[str, str]:
    settings = {}
    for pair in typed:
        name, equals, value = pair.partition("=")
        if not equals or not name.isupper():
            raise WrongUse(f"--set {pair}: write a setting as NAME=VALUE, as in --set DOWNLOAD_DELAY=2")
        settings[name.strip()] = value.strip()
    if settings:
        from crawler.cli.typed_settings import check_settings

        check_settings(settings)
    return settings


def _check_date(since: str | None) -> None:
    from archive.search.query import is_date

    if since is not None and not is_date(since):
        raise WrongUse(f"--since {since}: write a date as 2024, 2024-03 or 2024-03-05")


def _check_hours(sources: "list[Source]") -> None:
    from datetime import UTC, datetime

    now = datetime.now(UTC)
    for source in sources:
        if source.hours is not None and not source.hours.hold(now):
            hours = f"{source.hours.start:%H:%M}-{source.hours.end:%H:%M} {source.hours.timezone}"
            raise FellShort(f"{source.key} is fetched in its hours only ({hours}): run again then, or use --due")


class Line:
    """Progress on stderr: one line that changes on a terminal, plain lines elsewhere."""

    def __init__(self, terminal: bool) -> None:
        self.terminal = terminal

    def tell(self, line: str) -> None:
        """Show how far the crawl is."""
        if self.terminal:
            width = self._width()
            click.echo(f"\r{line[:width]:<{width}}", err=True, nl=False)
        else:
            click.echo(line, err=True)

    def clear(self) -> None:
        """Leave the line to what is said of the whole."""
        if self.terminal:
            click.echo(f"\r{'':<{self._width()}}\r", err=True, nl=False)

    def _width(self) -> int:
        """Characters that fit on the line; a terminal that does not know its width (`docker exec -t`) says 0."""
        return (os.get_terminal_size(sys.stderr.fileno()).columns or 80) - 1


def _tell_people(reports: "list[Report]", db: Path) -> None:
    """Watches and notices, as the environment asks; one that fails is a line here, not a failed crawl."""
    from datetime import UTC, datetime

    from crawler.telling import tell_all

    for problem in dict.fromkeys(tell_all(reports, db, os.environ, datetime.now(UTC))):
        click.echo(f"policy-archive: could not tell everyone: {problem}", err=True)


def _conclude(reports: "list[Report]") -> None:
    """Print how it went; raise where something fell short."""
    for report in reports:
        for line in _lines(report):
            click.echo(line)
    for report in reports:
        for finding in report.findings:
            if finding.weight == "warning":
                click.echo(f"policy-archive: {finding.text}", err=True)
    errors = [report.error for report in reports if report.error is not None]
    failures = [finding.text for report in reports for finding in report.findings if finding.weight == "failure"]
    if errors and (len(reports) == 1 or all(isinstance(error, WrongUse) for error in errors)):
        raise errors[0]
    if told := [*map(str, errors), *failures]:
        for text in told[:-1]:
            click.echo(f"policy-archive: {text}", err=True)
        raise FellShort(told[-1])
    if any(report.reason == "shutdown" for report in reports):
        raise FellShort("stopped; the same command goes on from here")


def _lines(report: "Report") -> list[str]:
    if report.tally is None:
        return []
    tally = report.tally
    lines = [f"{report.source.key}: {tally.line()} ({tally.pages} answers; {report.reason})"]
    if tally.taken_over:
        lines.append(f"  {tally.taken_over} addresses were in the hands of a run that was killed: fetched again")
    said = "is crawled as well: the first page or a list of the site leads there"
    lines += [f"  {host} {said}" for host in tally.taken_in]
    for reason, count in tally.reasons.most_common(5):
        lines.append(f"  {count} × {reason}")
    return lines
