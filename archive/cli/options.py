"""Options that many commands share, and what they say of what was typed."""

import functools
import os
import re
from collections.abc import Callable
from difflib import get_close_matches
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from archive.errors import WrongUse

if TYPE_CHECKING:
    from sqlite3 import Connection

    from archive.database import Archive
    from archive.search import Filters

_FILE = re.compile(r"\S+\.(csv|jsonl?|parquet|bib|ris|xml|xlsx|warc\.gz)", re.IGNORECASE)
_LONG_OPTION = re.compile("--[a-z][a-z-]*")


def db_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--db PATH`: the archive, default `archive.db` in the working folder or POLICY_ARCHIVE_DB; given as `db`.

    What SQLite and the disk complain about while the command runs becomes one line that says what to do; so do words
    and numbers as typed that no archive can hold.
    """
    @functools.wraps(command)
    def with_plain_errors(*args: Any, db: Path, **options: Any) -> Any:
        from archive.connections import damage_told  # only here: --help imports no SQLite

        try:
            with damage_told(db):
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


class QueryCommand(click.Command):
    """Takes `-word` as part of its query (with `ignore_unknown_options`), and `--word` for an option or a slip."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does, after a look at what would be taken as words; NoSuchOption for `--word` before a `--`."""
        if args == ["-h"]:                       # alone it leaves nothing out of anything
            args = ["--help"]
        known = [name for parameter in self.get_params(ctx) for name in parameter.opts]
        for word in takewhile(lambda word: word != "--", map(str, args)):
            name = word.partition("=")[0]
            if _LONG_OPTION.fullmatch(name) and name not in known:
                raise click.NoSuchOption(name, possibilities=get_close_matches(name, known), ctx=ctx)
        return super().parse_args(ctx, args)


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


def none_for_dash(_: click.Context, __: click.Parameter, path: str | None) -> str | None:
    """The callback of an `--out`: None, which is standard output, for `-` as well."""
    return None if path is None or os.fspath(path) == "-" else os.fspath(path)


def file_named(path: str) -> Path:
    """A file to write, as typed; WrongUse for what ends as a folder does: a file would stand where one is meant."""
    if path.endswith(os.sep):
        raise WrongUse(f"{path} is no file but a folder: name a file in it")
    return Path(path)


def doubt_of(connection: "Connection", filters: "Filters", words: str = "") -> str:
    """What to say of the first filter that nothing in the archive passes: what is near, else where all are listed.

    Where all pass, what to say of `words` that found nothing: fields that are nearly one, the name of a file.
    """
    from archive.search import Filters
    from archive.search.query import COLUMNS, FILTERS

    if filters.since and filters.until and filters.since[:len(filters.until)] > filters.until:
        return f": --from {filters.since} is later than --to {filters.until}"
    for name, (values, advice) in _KNOWN.items():
        if (value := getattr(filters, name)) is None:
            continue
        condition, given = Filters(**{name: value}).condition()
        if connection.execute(
                f"SELECT 1 FROM publications AS p WHERE {condition} LIMIT 1", given).fetchone():  # noqa: S608 - our own SQL
            continue
        known = {key.lower(): key for (key,) in connection.execute(values)}
        if name == "source" and value.lower() in known:
            continue                                     # it is there, and nothing of it is kept
        near = get_close_matches(value.lower(), known, 1)
        return f": no {name} '{value}' in this archive; " + (f"did you mean '{known[near[0]]}'?" if near else advice)
    for name in re.findall(r"(?<!\S)([A-Za-z]+):(?=\S)", words):
        if name.lower() not in (fields := COLUMNS | FILTERS) and (near := get_close_matches(name.lower(), fields, 1)):
            return f": no field is called '{name}'; did you mean '{near[0]}:'?"
    return f": to write a file, give --out {words}" if _FILE.fullmatch(words) else ""


# Filter -> SQL for the values there are, and where they are listed.
_KNOWN = {
    "source": ("SELECT key FROM sources ORDER BY key", "`policy-archive status` lists them"),
    "type": ("SELECT DISTINCT type FROM publications", "`policy-archive search --facets` counts them"),
    "language": ("SELECT DISTINCT language FROM publications WHERE language IS NOT NULL",
                 "`policy-archive search --facets` counts them"),
    "topic": ("SELECT name FROM topics LIMIT 5000", "`policy-archive search --facets` counts the most frequent"),
    "author": ("SELECT name FROM authors LIMIT 5000", "`policy-archive search --facets` counts the most frequent"),
}


def check_source(archive: "Archive", key: str | None) -> None:
    """WrongUse for a key of which the archive has no source; None is all of them."""
    known = [known for (known,) in archive.connection.execute("SELECT key FROM sources ORDER BY key")]
    if key is not None and key not in known:
        near = get_close_matches(key, known, 1)
        advice = f"did you mean '{near[0]}'?" if near else "`policy-archive status` shows those there are"
        raise WrongUse(f"no source '{key}' in {archive.path}; {advice}")


_FILTERS = {
    "source": ("--source", "KEY", "Of this source."),
    "since": ("--from", "DATE", "Published then or later: 2024, 2024-03 or 2024-03-05."),
    "until": ("--to", "DATE", "Published then or earlier."),
    "topic": ("--topic", "NAME", "With this topic."),
    "author": ("--author", "NAME", "By an author whose name holds this."),
    "type": ("--type", "TYPE", "Of this schema.org type, such as Report."),
    "language": ("--language", "CODE", "In this language, such as en."),
}
