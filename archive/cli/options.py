"""Options that many commands share, and what they say of what was typed."""

import functools
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from archive.errors import WrongUse

if TYPE_CHECKING:
    from sqlite3 import Connection

    from archive.database import Archive


def db_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--db PATH`: the archive, default `archive.db` in the working folder or POLICY_ARCHIVE_DB; given as `db`.

    What SQLite and the disk complain about while the command runs becomes one line that says what to do; so do words
    and numbers as typed that no archive can hold.
    """
    @functools.wraps(command)
    def with_plain_errors(*args: Any, db: Path, **options: Any) -> Any:
        from archive.connections import plain_errors  # only here: --help imports no SQLite

        try:
            with plain_errors(db):
                return command(*args, db=db, **options)
        except UnicodeEncodeError as error:
            if error.reason != "surrogates not allowed":
                raise
            raise WrongUse(f"{error.object[:80]!a} is no text in UTF-8: write it in letters") from error
        except OverflowError as error:
            raise WrongUse(f"a number is too large ({error})") from error

    return click.option("--db", type=click.Path(path_type=Path), metavar="PATH",
                        default=lambda: Path(os.environ.get("POLICY_ARCHIVE_DB") or "archive.db"),
                        help="The archive (default: archive.db here, or POLICY_ARCHIVE_DB).")(with_plain_errors)


def captures_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--captures`: where a new archive keeps the pages; given as `captures`, None where nothing was said."""
    return click.option("--captures", type=click.Choice(["warc", "database"]),
                        help="Where a new archive keeps the pages' bytes: WARC files (default) or one database."
                        )(command)


def filter_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that narrow a search or an export, given as one `filters` (archive.search.Filters)."""
    @functools.wraps(command)
    def with_filters(*args: Any, **options: Any) -> Any:
        from archive.search.filters import Filters
        from archive.search.query import is_date

        values = {name: _only(options.pop(name), flag) for name, (flag, _, _) in _FILTERS.items()}
        for name in ("since", "until"):
            if (day := values[name]) is not None and not is_date(day):
                raise WrongUse(f"{day!r} is no date: write 2024, 2024-03 or 2024-03-05")
        return command(*args, filters=Filters(**{name: value or None for name, value in values.items()}), **options)

    for name, (flag, metavar, text) in reversed(_FILTERS.items()):
        with_filters = click.option(flag, name, metavar=metavar, multiple=True, help=text)(with_filters)
    return with_filters


def _only(values: tuple[str, ...], flag: str) -> str | None:
    """The value of an option; WrongUse for several: the last alone would stand, and nobody would notice."""
    if len(set(values)) > 1:
        raise WrongUse(f"{flag} is given {len(values)} times and takes one value: run the command for each")
    return values[0] if values else None


def none_for_dash(_: click.Context, __: click.Parameter, path: Path | None) -> Path | None:
    """The callback of an `--out`: None, which is standard output, for `-` as well."""
    return None if path == Path("-") else path


def doubt_of(connection: "Connection", source: str) -> str:
    """What to say of a source that the archive does not have: the keys that are near, else where they are listed."""
    from difflib import get_close_matches

    keys = [key for (key,) in connection.execute("SELECT key FROM sources ORDER BY key")]
    if source.lower() in {key.lower() for key in keys}:
        return ""
    near = get_close_matches(source, keys, 1)
    advice = f"did you mean '{near[0]}'?" if near else "`policy-archive status` lists them"
    return f": no source '{source}' in this archive; {advice}"


def check_source(archive: "Archive", key: str | None) -> None:
    """WrongUse for a key of which the archive has no source; None is all of them."""
    if key is not None and not archive.connection.execute("SELECT 1 FROM sources WHERE key = ?", (key,)).fetchone():
        raise WrongUse(f"no source '{key}' in {archive.path}; `policy-archive status` shows those there are")


_FILTERS = {
    "source": ("--source", "KEY", "Of this source."),
    "since": ("--from", "DATE", "Published then or later: 2024, 2024-03 or 2024-03-05."),
    "until": ("--to", "DATE", "Published then or earlier."),
    "topic": ("--topic", "NAME", "With this topic."),
    "author": ("--author", "NAME", "By an author whose name holds this."),
    "type": ("--type", "TYPE", "Of this schema.org type, such as Report."),
    "language": ("--language", "CODE", "In this language, such as en."),
}
