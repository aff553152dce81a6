"""Options that the commands which crawl share."""

import functools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from archive.errors import WrongUse


def tell_faults(faults: Sequence[WrongUse]) -> None:
    """What is wrong with the files of sources, a line each; raises the last, so that the command is known to fail."""
    for fault in faults[:-1]:
        click.echo(f"policy-archive: {fault}", err=True)
    for fault in faults[-1:]:
        raise fault


def log_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--log-format` and `--log-file`: the log is set up before the command runs, and the command sees neither."""
    @functools.wraps(command)
    def with_log(*args: Any, log_format: Any, log_file: Path | None, **options: Any) -> Any:
        from crawler.logs import set_up_logging

        if log_file is not None and not log_file.absolute().parent.is_dir():
            raise WrongUse(f"--log-file {log_file}: there is no folder {log_file.absolute().parent}")
        set_up_logging(log_format, log_file)
        return command(*args, **options)

    with_log = click.option("--log-file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
                            help="Log to this file, rotated at 10 MB, instead of standard error.")(with_log)
    return click.option("--log-format", type=click.Choice(["text", "json"]), default="text", show_default=True,
                        envvar="POLICY_ARCHIVE_LOG_FORMAT", show_envvar=True,
                        help="JSON lines say also what was done, not only what went wrong.")(with_log)
