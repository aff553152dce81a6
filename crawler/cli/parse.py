"""`policy-archive parse`: one page, read and printed; nothing is stored."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from archive.errors import FellShort, WrongUse

if TYPE_CHECKING:
    from archive.records import Page
    from crawler.parsing import Hints


@click.command()
@click.argument("target", metavar="PATH_OR_URL")
@click.option("--url", metavar="URL", help="The page's address, for a file (default: what it states, else the file's).")
@click.option("--source", metavar="KEY", help="Read with the hints of this source.")
@click.option("--explain", is_flag=True, help="Show where each value came from, and what else was on offer.")
def parse(target: str, url: str | None, source: str | None, explain: bool) -> None:
    """Print the record of one page as JSON: a file (HTML, saved text, PDF) or a web address; - reads stdin.

    A web address is fetched once, with robots.txt obeyed.
    """
    from crawler.parsing import NO_HINTS, NotAPublication, ParseError, parse_page
    from crawler.source.file import load_source

    hints = load_source(source).hints if source else NO_HINTS
    page = _load(target, url, source or "")
    if explain:
        _explain(page, hints)
        return
    try:
        publication = parse_page(page, hints)
    except NotAPublication as error:
        raise FellShort(f"{target}: no publication: {error}") from error
    except ParseError as error:
        raise FellShort(f"{target}: {error}") from error
    click.echo(json.dumps(publication.to_record(), ensure_ascii=False, indent=2))


def _load(target: str, url: str | None, source: str) -> "Page":
    from crawler.intake import STDIN, Trouble, load_pages

    now = datetime.now(UTC)
    if target[:8].lower().startswith(("http://", "https://")):
        return _fetch(target, url, source)
    path = Path(target)
    if not target:
        raise WrongUse("parse what? Give a file or a web address")
    if "://" in target:
        raise WrongUse(f"'{target}': only http and https addresses are fetched")
    if path != STDIN and not path.exists():
        raise WrongUse(f"{path}: no such file; a web address needs its scheme, as in https://example.org/page")
    if path.is_dir():
        raise WrongUse(f"{path} is a folder; `policy-archive ingest` reads folders")
    page = next(load_pages([path], url=url, source=source, at=now), None)
    if page is None or isinstance(page, Trouble):
        raise FellShort(f"{path}: {page.reason if page else 'no page in this file'}")
    return page


def _fetch(target: str, url: str | None, source: str) -> "Page":
    from dataclasses import replace

    from crawler.fetching.fetch import fetch_page
    from crawler.intake import checked_address

    given = checked_address(url) if url else None
    page = fetch_page(checked_address(target), source=source)
    return replace(page, url=given) if given else page


def _explain(page: "Page", hints: "Hints") -> None:
    from crawler.cli.explain import print_explanation
    from crawler.parsing.errors import ParseError
    from crawler.parsing.explain import explain_page

    try:
        explanation = explain_page(page, hints)
    except ParseError as error:
        raise FellShort(f"{page.url}: {error}") from error
    print_explanation(page, explanation)
