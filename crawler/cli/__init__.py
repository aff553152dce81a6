"""`policy-archive`: the table of commands; each command's module is imported only when it is called."""

import atexit
import gc
import importlib
import io
import os
import sys
from typing import NoReturn

import click

from archive.errors import ArchiveError, of_disk

# name -> (module:function, the line that --help shows)
COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("crawler.cli.demo:demo", "See it work: crawl, keep and search a sample site, offline."),
    "crawl": ("crawler.cli.crawl:crawl", "Find, fetch, read and keep what a publisher has."),
    "ingest": ("crawler.cli.ingest:ingest", "Read files on disk: HTML, saved text, PDF, WARC, WACZ."),
    "parse": ("crawler.cli.parse:parse", "Print the record of one page; store nothing."),
    "reparse": ("crawler.cli.reparse:reparse", "Read every kept page again with today's parser."),
    "correct": ("crawler.cli.correct:correct", "Put right by hand what a page says, or leave it out."),
    "sources": ("crawler.cli.sources:sources", "The catalogue of publishers: list, show, check, add."),
    "search": ("archive.cli.search:search", "Find publications by their words."),
    "show": ("archive.cli.show:show", "One publication: text, record, revisions, bytes."),
    "browse": ("archive.cli.browse:browse", "Search and read the archive in your web browser."),
    "status": ("crawler.cli.status:status", "How each source stands."),
    "backup": ("archive.cli.backup:backup", "A consistent copy while crawls go on."),
    "merge": ("crawler.cli.merge:merge", "Another archive brought in, nothing twice."),
    "check": ("archive.cli.check:check", "What must hold of an archive; each breach a line."),
    "export": ("archive.cli.export:export", "A corpus for other programs, with a manifest."),
    "schedule": ("crawler.cli.schedule:schedule", "Crawls that run themselves, or the unit that runs them."),
    "watch": ("archive.cli.watch:watch", "Saved queries that report each new match once."),
    "report": ("archive.cli.report:report", "One HTML or Markdown report on the corpus."),
}


class Commands(click.Group):
    """A group that imports a command's module when it is called, so that --help stays instant."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Command names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, None if there is none."""
        if cmd_name not in COMMANDS:
            return None
        module, function = COMMANDS[cmd_name][0].split(":")
        command = getattr(importlib.import_module(module), function)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]
                        ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does; the nearest name is offered for one that there is not."""
        from difflib import get_close_matches

        if args[0] not in COMMANDS and (near := get_close_matches(args[0], COMMANDS, 1)):
            ctx.fail(f"No such command '{args[0]}'. Did you mean '{near[0]}'?")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The command list of --help, from the table alone."""
        rows = [(name, line) for name, (_, line) in COMMANDS.items()]
        if rows:
            with formatter.section("Commands"):
                formatter.write_dl(rows)


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="policy-archive")
@click.pass_context
def cli(context: click.Context) -> None:
    """Crawl policy publications, read them cleanly, keep them searchable and citable."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def main() -> NoReturn:
    """The entry point: exit 0 done, 1 fell short, 2 wrong use; one line on stderr, no traceback."""
    atexit.register(gc.freeze)         # at its end a process need not search what it holds for garbage
    _fill_standard_streams()
    _speak_utf8()
    try:
        code = cli(standalone_mode=False)
    except click.UsageError as error:
        more = f" (`{error.ctx.command_path} --help` says how)" if error.ctx else ""
        said = error.format_message().rstrip(".")
        if said.startswith("Got unexpected extra argument") and said.endswith(".db)"):
            more = ": the archive is given with --db"
        elif isinstance(error, click.NoSuchOption) and error.ctx and error.ctx.parent is None:
            more = ": options stand behind the command, as in `policy-archive search --db PATH`"
        click.echo(f"policy-archive: {said}{more}", err=True)
        sys.exit(2)
    except click.ClickException as error:
        click.echo(f"policy-archive: {error.format_message()}", err=True)
        sys.exit(2)
    except click.Abort:
        click.echo("policy-archive: stopped", err=True)
        sys.exit(1)
    except ArchiveError as error:
        click.echo(f"policy-archive: {error}", err=True)
        sys.exit(error.exit_code)
    except OSError as error:
        if (told := of_disk(error)) is None:
            raise
        click.echo(f"policy-archive: {told}", err=True)
        sys.exit(told.exit_code)
    sys.exit(code if isinstance(code, int) else 0)  # a command's own ctx.exit(1)


def _fill_standard_streams() -> None:
    """Give what was started with a closed stream (`>&-`) one that goes nowhere, so that no file takes its number."""
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(number)
    sys.stdin, sys.stdout, sys.stderr = (
        stream or os.fdopen(number, mode) for number, mode, stream in (
            (0, "r", sys.stdin), (1, "w", sys.stdout), (2, "w", sys.stderr)))


def _speak_utf8() -> None:
    """Data is UTF-8 in any locale (JSON has to be, RFC 8259, section 8.1), and a file's name goes out as it came in."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape")
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")
