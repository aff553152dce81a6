"""Options that many commands share."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click


def db_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--db PATH`: the archive, default `archive.db` in the working folder or POLICY_ARCHIVE_DB; given as `db`."""
    return click.option("--db", type=click.Path(path_type=Path), metavar="PATH",
                        default=lambda: Path(os.environ.get("POLICY_ARCHIVE_DB", "archive.db")),
                        help="The archive (default: archive.db here, or POLICY_ARCHIVE_DB).")(command)
