"""`policy-archive search`: ranked hits with snippets."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from archive.cli.options import QueryCommand, db_option, doubt_of, filter_options
from archive.cli.terminal import harmless

if TYPE_CHECKING:
    from archive.search import Filters, Hit, Sort

HELP = """Find publications by their words, the best first.

\b
steel tariffs            both words, in any order and in any of their forms
"steel tariffs"          the phrase; a word in quotes as it is written
steel OR aluminium       either word            (also: steel | aluminium)
steel NOT china          without a word         (also: steel -china)
tarif*                   words that start so
title:steel              in the title; dek:... and body:... likewise
steel NEAR/5 quota       within five words of each other (NEAR alone: ten)
(steel OR iron) quota    brackets group
author:meyer from:2024   narrows as the options do: source, author, topic,
                         type, language, from, to
doi:10.1000/182          with this DOI, or naming it  (also: isbn, issn)

Case and accents make no difference, nor do other ways to write a word (Lodz,
Strasse, CO2) and the endings of some fifteen languages (ипотека, ипотеки);
words made with it come after it (Klimaschutz, Klimaschutzgesetz). Words in
Chinese, Japanese or Thai are found as they are written. Nothing you type is
an error: what can't be understood is taken as words. The first 64 words count.
"""


@click.command(cls=QueryCommand, help=HELP,
               context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]})
@click.argument("query", nargs=-1, type=click.UNPROCESSED)
@filter_options
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="At most so many hits.")
@click.option("--sort", type=click.Choice(["relevance", "newest", "oldest"]), default="relevance", show_default=True,
              help="The best first, or by date.")
@click.option("--collapse", is_flag=True, help="Show near-identical texts once.")
@click.option("--facets", is_flag=True, help="Count all matches by source, year, type, language, topic and author.")
@click.option("--json", "as_json", is_flag=True, help="Hits as a JSON list.")
@db_option
def search(query: tuple[str, ...], filters: "Filters", limit: int, sort: "Sort", collapse: bool, facets: bool,
           as_json: bool, db: Path) -> None:
    """Print the hits."""
    from archive.database import open_archive
    from archive.search import search as find_hits
    from archive.search.filters import with_typed
    from archive.search.query import parse_query

    words, counts = " ".join(query), None
    with open_archive(db, read_only=True) as archive:
        hits = find_hits(archive.connection, words, filters, limit=min(limit, sys.maxsize), sort=sort,
                         collapse=collapse)
        if facets:
            from archive.search.facets import count_facets  # numpy takes as long as all the rest of a search

            counts = count_facets(archive.connection, words, filters)
        doubt = "" if hits else doubt_of(archive.connection, with_typed(filters, parse_query(words)), words)
    if as_json:
        listed = [_as_json(hit) for hit in hits]
        click.echo(json.dumps({"hits": listed, "facets": counts} if facets else listed, ensure_ascii=False, indent=2))
    else:
        for hit in hits:
            click.echo(_as_text(hit))
        for name, values in (counts or {}).items():
            click.echo(f"{name}: " + ", ".join(f"{value} {count}" for value, count in values.items()))
    if not hits:
        click.echo(f"no publication matches{doubt}", err=True)


def _as_json(hit: "Hit") -> dict[str, Any]:
    from archive.search.snippets import mark

    return {"uid": hit.uid, "title": hit.title, "url": hit.url, "source": hit.source, "published": hit.published,
            "type": hit.type, "language": hit.language, "dek": hit.dek,
            "snippet": None if hit.snippet is None else mark(hit.snippet, "**", "**"),
            "score": None if hit.score is None else round(hit.score, 6), "cluster_id": hit.cluster_id}


def _as_text(hit: "Hit") -> str:
    from archive.search.snippets import marked

    on_terminal = sys.stdout.isatty()
    about = " · ".join(part for part in (hit.published, hit.source, hit.uid) if part)
    title = harmless(hit.title)
    lines = [click.style(title, bold=True) if on_terminal else title, harmless(f"  {about}"), harmless(f"  {hit.url}")]
    text = hit.snippet if hit.snippet is not None else hit.dek
    if text:
        start, end = ("\x1b[1m", "\x1b[0m") if on_terminal else ("[", "]")
        lines.append("  " + "".join(f"{start}{harmless(words)}{end}" if found else harmless(words)
                                    for found, words in marked(" ".join(text.split()))))
    return "\n".join(lines) + "\n"
