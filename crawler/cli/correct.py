"""`policy-archive correct`: what a page says wrongly, put right by hand; a page that has no place here, left out."""

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from archive.cli.options import db_option
from archive.errors import FellShort, WrongUse

if TYPE_CHECKING:
    from archive.database import Archive

DATES, LISTS = ("published", "modified"), ("authors", "topics")
FIELDS = ("title", "published", "modified", "authors", "topics", "language", "type", "section", "dek")


HELP = """Put right by hand what a page says, or was read to say, of itself.

FIELD is title, published, modified, authors, topics, language, type, section or dek; several authors or topics are
parted by semicolons; nothing after the = says that there is none. It stays so whatever is crawled or read again, and
the evidence tells what the page says. With --leave-out, the page and its bytes stay as a rejection.

\b
policy-archive correct 8c1f0e5a77d0b2c4 published=2024-03 "title=A new title"
policy-archive correct 8c1f0e5a77d0b2c4 "authors=Ada Meyer; Trade Unit"
policy-archive correct URL --leave-out "no publication"
"""


@click.command(help=HELP)
@click.argument("uid_or_url")
@click.argument("values", metavar="FIELD=VALUE…", nargs=-1)
@click.option("--leave-out", metavar="REASON", help="Take it out of the archive, and keep it out.")
@click.option("--undo", is_flag=True, help="Let the page's own word stand again.")
@db_option
def correct(uid_or_url: str, values: tuple[str, ...], leave_out: str | None, undo: bool, db: Path) -> None:
    """Print what the publication says now."""
    from archive.database import open_archive
    from archive.store import byhand
    from archive.store.stored import find_publication, load_one, why_not_kept

    if bool(values) + (leave_out is not None) + undo != 1:
        raise WrongUse("correct what? Give FIELD=VALUE, or --leave-out REASON, or --undo")
    read, now = dict(map(_read_value, values)), datetime.now(UTC)
    with open_archive(db) as archive:
        number = find_publication(archive.connection, uid_or_url)
        if number is None and undo and _take_back(archive, uid_or_url, now):
            click.echo(f"{uid_or_url}: kept again")
            return
        if number is None:
            why = why_not_kept(archive.connection, uid_or_url) or "`policy-archive search` finds uids"
            raise FellShort(f"no publication {uid_or_url} in {db}: {why}")
        if leave_out is not None:
            title = load_one(archive.connection, number).publication.title
            byhand.leave_out(archive, number, leave_out.strip() or "left out by hand")
            click.echo(f"left out: {title}; `--undo` with its address takes it back")
            return
        if undo:
            _restore(archive, number)
        else:
            byhand.correct(archive, number, _with_kinds(archive, read), at=now)
        now_it_is = load_one(archive.connection, number)
    record = now_it_is.to_record()
    for name in read or FIELDS:
        said = record[name]
        if isinstance(said, list):
            said = "; ".join(one["name"] if isinstance(one, dict) else one for one in said)
        click.echo(f"{name:<10} {said or '-'}")


def _read_value(text: str) -> tuple[str, Any]:
    """The field and its value; WrongUse for what no record could have."""
    from archive.search.query import is_date

    name, equals, value = text.partition("=")
    name, value = name.strip().lower(), " ".join(value.split())
    if not equals or name not in FIELDS:
        raise WrongUse(f"'{text}' corrects nothing: write UID FIELD=VALUE, in quotes where it has spaces, with "
                       f"{', '.join(FIELDS[:-1])} or {FIELDS[-1]}")
    if name in DATES and value and not is_date(value):
        raise WrongUse(f"{value!r} is no date: write 2024, 2024-03 or 2024-03-05")
    if name in ("title", "type") and not value:
        raise WrongUse(f"no publication is without a {name}")
    if name == "language" and value and not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", value):
        raise WrongUse(f"'{value}' is no code of a language: write en, pt-BR or zh-Hant")
    if name in LISTS:
        return name, tuple(filter(None, (one.strip() for one in value.split(";"))))
    return name, value or None


def _with_kinds(archive: "Archive", values: dict[str, Any]) -> dict[str, Any]:
    """Authors as values: organizations where the archive knows them as such."""
    from archive.records import Author

    if "authors" not in values:
        return values
    known = {name for (name,) in archive.connection.execute("SELECT name FROM authors WHERE kind = 'organization'")}
    return {**values, "authors": tuple(Author(name, "organization" if name in known else "person")
                                       for name in values["authors"])}


def _restore(archive: "Archive", number: int) -> None:
    """The publication as its page is read today."""
    from archive.captures import Damaged
    from archive.records import Rejection
    from archive.store.byhand import restore, without_corrections
    from archive.store.raw import load_capture
    from archive.store.stored import load_one
    from crawler.crawl.again import read_again
    from crawler.source.file import hints_of

    (capture,) = archive.connection.execute("SELECT capture_id FROM revisions JOIN publications USING (publication_id) "
                                            "WHERE publication_id = ? AND number = revision", (number,)).fetchone()
    try:
        page = load_capture(archive, capture).page
    except Damaged as error:
        raise FellShort(f"{error}: without it nothing tells what the page says") from error
    before = without_corrections(load_one(archive.connection, number).publication)
    outcome = read_again(archive, page, before, hints_of(page.source))
    if isinstance(outcome, Rejection):
        raise FellShort(f"its page is no publication to today's reader ({outcome.reason}): nothing was changed")
    restore(archive, number, outcome)


def _take_back(archive: "Archive", url: str, now: datetime) -> bool:
    """Whether a page that was left out is kept again."""
    from archive.records import Publication, Reading
    from archive.store import finish_run, keep, start_run
    from archive.store.byhand import take_back
    from archive.store.raw import load_capture
    from archive.store.stored import key_of
    from crawler.intake import read_outcome
    from crawler.source.file import hints_of

    capture = take_back(archive, key_of(url))
    if capture is None:
        return False
    page = load_capture(archive, capture).page
    run = start_run(archive, "ingest", at=now, target=url)
    outcome = read_outcome(page, hints_of(page.source))
    keep(archive, Reading(page, outcome), run)
    finish_run(archive, run, at=now)
    return isinstance(outcome, Publication)
