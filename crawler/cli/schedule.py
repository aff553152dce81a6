"""`policy-archive schedule run|print`: crawls that run themselves."""

import os
import shutil
import sys
from pathlib import Path
from typing import cast

import click

from archive.cli.options import db_option
from crawler.cli.options import log_options


@click.group(no_args_is_help=False)
def schedule() -> None:
    """Run crawls when they are due, or print the unit that makes this machine do so."""


@schedule.command(short_help="Crawl in the foreground what is due.")
@db_option
@click.option("--parallel", default=2, show_default=True, type=click.IntRange(1, 32), help="Sources crawled at a time.")
@click.option("--metrics-port", type=click.IntRange(1, 65535), help="Serve Prometheus metrics on this loopback port.")
@log_options
def run(db: Path, parallel: int, metrics_port: int | None) -> None:
    """Stay in the foreground and crawl each source of the catalogue when it is due.

    The crawls log to the same place as this. SIGTERM or Ctrl-C lets running crawls finish their page and ends.
    """
    from crawler.schedule.loop import Schedule

    Schedule(db, parallel=parallel, metrics_port=metrics_port).run()


@schedule.command("print")
@db_option
@click.option("--systemd", is_flag=True, help="A systemd service and timer.")
@click.option("--cron", is_flag=True, help="A line for crontab.")
@click.option("--compose", is_flag=True, help="A compose file: crawl and browse on one volume.")
def print_unit(db: Path, **forms: bool) -> None:
    """Print the unit for this machine, ready to use: one of the three."""
    from crawler.schedule import Form, unit_text

    if sum(forms.values()) != 1:
        raise click.UsageError("say which one: --systemd, --cron or --compose")
    form = next(name for name, asked in forms.items() if asked)
    command = shutil.which("policy-archive") or f"{Path(sys.executable).parent / 'policy-archive'}"
    click.echo(unit_text(cast(Form, form), command, os.getcwd(), str(db.absolute())), nl=False)  # noqa: PTH109 - as text
