"""`policy-archive sources list|show|check|add|remove`: the catalogue of publishers."""

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from archive.cli.options import check_source, db_option
from archive.errors import ArchiveError, FellShort, WrongUse
from crawler.cli.options import tell_faults

if TYPE_CHECKING:
    from crawler.look import Look
    from crawler.source import Source


@click.group(no_args_is_help=False)
def sources() -> None:
    """The publishers that can be crawled by name: those shipped, and yours in `sources/` or POLICY_ARCHIVE_SOURCES."""


@sources.command("list", short_help="Every source: key, name, languages.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def list_sources(as_json: bool) -> None:
    """Every source: key, name, languages, whether somebody has checked it."""
    from crawler.source.file import CATALOGUE, load_sources

    found, faults = load_sources()
    if as_json:
        click.echo(json.dumps([{
            "key": source.key, "name": source.name, "home": source.home, "country": source.country,
            "languages": list(source.languages), "verified": source.verified, "file": str(source.path),
            "own": source.path is not None and source.path.parent != CATALOGUE} for source in found.values()],
            ensure_ascii=False, indent=2))
    else:
        for source in found.values():
            own = "" if source.path is not None and source.path.parent == CATALOGUE else "  (yours)"
            checked = "verified" if source.verified else "not yet verified"
            click.echo(f"{source.key:<24} {source.name:<48} {','.join(source.languages):<14} {checked}{own}")
    tell_faults(faults)


@sources.command()
@click.argument("key")
def show(key: str) -> None:
    """The file of one source."""
    from crawler.source.file import load_source

    source = load_source(key)
    assert source.path is not None
    click.echo(f"# {source.path}", err=True)
    click.echo(source.path.read_text(encoding="utf-8").rstrip())


@sources.command(short_help="Try sources, and say what works.")
@click.argument("keys", metavar="[KEY]…", nargs=-1)
def check(keys: tuple[str, ...]) -> None:
    """Fetch what lists the publications and three of them, and say what works.

    KEY may be a path to a file; without any, all sources of your own are tried.
    """
    from crawler.look import look_at
    from crawler.source.file import CATALOGUE, load_source, source_files

    keys = keys or tuple(key for key, path in source_files().items() if path.parent != CATALOGUE)
    if not keys:
        raise WrongUse("check what? You have no sources of your own yet: `policy-archive sources add URL` writes one")
    sources: list[Source] = []
    with _in_turn(len(keys)) as turn:
        for key in keys:
            with turn(None):
                sources.append(load_source(key))
        for look in look_at(sources):
            with turn(look.source.key):
                _print(look)
                if wrong := _shortcomings(look):
                    raise FellShort(f"{look.source.key}: {'; '.join(wrong)}")


@sources.command(short_help="Write a source file for a site.")
@click.argument("urls", metavar="URL…", nargs=-1, required=True)
@click.option("--key", metavar="KEY", help="The source's key (default: the host).")
def add(urls: tuple[str, ...], key: str | None) -> None:
    """Look at each site and write a source file with comments, into your own folder of sources."""
    from crawler.look import look_at

    if key is not None and len(urls) > 1:
        raise WrongUse("--key names one source: give it with one address")
    planned: list[tuple[Source, Path]] = []
    with _in_turn(len(urls)) as turn:
        for url in urls:
            with turn(None):
                planned.append(_planned(url, key))
        for look, (source, path) in zip(look_at([source for source, _ in planned]), planned, strict=True):
            with turn(source.home):
                _write_draft(look, path)


@sources.command(short_help="Take a source out of the archive.")
@click.argument("key")
@click.option("--yes", is_flag=True, help="Do it: without, what would go is only told.")
@db_option
def remove(key: str, yes: bool, db: Path) -> None:
    """Take out of the archive what was ever kept of a source: publications, history, pages, the crawl's memory.

    Its source file, if it has one, is left alone. There is no way back but a backup.
    """
    from archive.counts import count_words
    from archive.database import open_archive
    from archive.store.removal import find_removal, remove_source

    with open_archive(db, read_only=not yes) as archive:
        check_source(archive, key)
        found = find_removal(archive, key)
        if yes:
            remove_source(archive, key)
    stay = f" (of {found.stay:,} the bytes stay: they lie in files with pages of other sources)" if found.stay else ""
    click.echo(f"{key}: {count_words(found.publications, 'publication')}, {count_words(found.revisions, 'revision')}, "
               f"{count_words(found.pages, 'page')}{stay}: {'removed' if yes else 'would go; `--yes` removes them'}")


def _planned(url: str, key: str | None) -> "tuple[Source, Path]":
    """The source at an address and the file to write; WrongUse where there can be none."""
    import re
    from dataclasses import replace

    from crawler.source import source_of_url
    from crawler.source.file import own_folder

    source = source_of_url(url)
    key = key or re.sub(r"[^a-z0-9]+", "-", source.key.lower()).strip("-")
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", key):
        raise WrongUse(f"--key {key}: write it in small letters, digits and hyphens")
    path = own_folder() / f"{key}.toml"
    if path.exists():
        raise WrongUse(f"{path} is there already: edit it, or give another --key")
    return replace(source, key=key), path


def _write_draft(look: "Look", path: Path) -> None:
    from crawler.look.draft import draft_source
    from crawler.source.file import read_source

    if isinstance(look.home, str):
        raise FellShort(f"{look.source.home}: {look.home}; no file was written")
    _write(path, draft_source(look))
    read_source(path)
    _print(look)
    click.echo(f"\nWritten to {path}. Read it, then: policy-archive crawl {look.source.key} --limit 20")


@contextmanager
def _in_turn(count: int) -> Iterator[Callable[[str | None], AbstractContextManager[None]]]:
    """What each of several is done in: its errors are told, and keep none from its turn; FellShort at the end."""
    wrong = 0

    @contextmanager
    def turn(name: str | None) -> Iterator[None]:
        nonlocal wrong
        if name is not None and count > 1:
            click.echo(f"\n{name}\n")
        try:
            yield
        except ArchiveError as error:
            if count == 1:
                raise
            click.echo(f"policy-archive: {error}", err=True)
            wrong += 1

    yield turn
    if wrong:
        raise FellShort(f"{wrong} of {count} fell short, as told above")


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise WrongUse(f"{path}: {(error.strerror or str(error)).lower()}") from error


def _print(look: "Look") -> None:
    from archive.counts import length_words
    from archive.records import Publication, Rejection
    from crawler.look import USUAL, filled

    scripted = " but seems to need JavaScript: `javascript = true` in the file has a browser render it"
    click.echo(f"home        {look.home if isinstance(look.home, str) else 'answers'}"
               f"{scripted if look.needs_script else ''}")
    asks = f", asks for {look.crawl_delay:g} s between requests" if look.crawl_delay else ""
    click.echo(f"robots.txt  {look.robots if isinstance(look.robots, str) else 'there' + asks}")
    usual = {f"{look.source.home.rstrip('/')}{path}" for path in USUAL} - set(look.source.discover.stated)
    missing = {url for url, count in look.lists.items() if isinstance(count, str) and url in usual}
    if missing:
        click.echo(f"lists       none at {len(missing)} usual places of sitemaps and feeds")
    for url, count in look.lists.items():
        if url in missing:
            continue
        said = count if isinstance(count, str) else f"{count} addresses"
        click.echo(f"{look.kinds.get(url, 'list'):<11} {url}: {said}")
    click.echo(f"addresses   {len(look.wanted())} may be publications")
    if look.passed:
        click.echo(f"behind      {len(look.passed)} pages that are none, such as {next(iter(look.passed))}")
    for url, outcome in look.samples.items():
        if isinstance(outcome, Publication):
            click.echo(f"page        {url}\n            {outcome.published or 'no date'} · {outcome.title[:90]} "
                       f"· {length_words(outcome.text)}")
        else:
            reason = outcome.reason if isinstance(outcome, Rejection) else outcome
            click.echo(f"page        {url}\n            no publication: {reason}")
    read = [outcome for outcome in look.samples.values() if isinstance(outcome, Publication)]
    if read:
        counts = filled(read)
        click.echo("fields      " + ", ".join(f"{name} {count}/{len(read)}" for name, count in counts.most_common()))


def _shortcomings(look: "Look") -> list[str]:
    """What is off, one phrase each."""
    from archive.records import Publication

    wrong = []
    if isinstance(look.home, str):
        wrong.append(f"home: {look.home}")
    wrong += [f"{url}: {look.lists[url] or 'empty'}" for url in look.source.discover.stated
              if isinstance(look.lists.get(url), str) or look.lists.get(url) == 0]
    if not look.samples:
        wrong.append("no address that may be a publication was found")
    bad = [url for url, outcome in look.samples.items() if not isinstance(outcome, Publication)]
    if bad and (look.is_listed or len(bad) == len(look.samples)):   # plain links lead to indexes as well
        wrong.append(f"{len(bad)} of {len(look.samples)} pages were not read as publications")
    return wrong
