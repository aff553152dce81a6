"""The search page, and the same results as JSON, files and feed."""

import json
import sqlite3
from collections.abc import AsyncIterator
from dataclasses import asdict, replace
from io import BytesIO
from typing import Any
from urllib.parse import urlencode

from datasette.utils.asgi import AsgiStream, Request, Response

from archive.browse.access import Reader
from archive.browse.clock import today
from archive.browse.finding import PAGE, SORTS, Ask, Found, find_hits, find_matches
from archive.browse.pages.frame import Senseless, feed_response, number_of, page, render
from archive.browse.words import query_string
from archive.columns import Columns
from archive.export.bibtex import write_bibtex
from archive.export.ris import write_ris
from archive.export.tables import write_csv, write_jsonl
from archive.packed import load_columns
from archive.search import Filters
from archive.search.query import WORDS_AT_MOST, is_date, parse_query, words_of
from archive.search.snippets import marked
from archive.store.stored import load_records

CHUNK = 200                        # records read at a time for an export
CHUNK_MS = 60_000                  # the longest that may take: what is half sent is not cut short by a slow disk
FEED = 50
REMEMBERED = 10_000                # results of a search that are remembered, as people turn pages; all use much memory
FORMATS: dict[str, tuple[str, str, Any]] = {
    "csv": ("CSV", "text/csv; charset=utf-8", write_csv),
    "jsonl": ("JSON lines", "application/x-ndjson; charset=utf-8", write_jsonl),
    "bib": ("BibTeX", "application/x-bibtex; charset=utf-8", write_bibtex),
    "ris": ("RIS", "application/x-research-info-systems; charset=utf-8", write_ris),
}
# Key in the address -> field of Filters, and the words before a chosen value.
KEYS = {"source": ("source", "Source"), "from": ("since", "From"), "to": ("until", "To"), "topic": ("topic", "Topic"),
        "author": ("author", "Author"), "type": ("type", "Type"), "language": ("language", "Language")}
DATES = ("from", "to")
_HELP = (("steel tariffs", "both words, in any form"), ("“trade war”", "the phrase, as written"),
         ("steel OR iron", "either"), ("steel -china", "without a word"), ("tarif*", "words that start so"),
         ("title:steel", "in the title"), ("steel NEAR/5 quota", "close to each other"),
         ("source:KEY from:2024", "narrowed as the boxes beside do"),
         ("doi:10.1000/182", "what has this DOI or names it"))


def ask_of(request: Request) -> Ask:
    """What the address asks for; anything unknown or senseless in it is passed over."""
    def given(key: str) -> str | None:
        return (request.args.get(key) or "").replace("\x00", "").strip()[:300] or None

    def date(key: str) -> str | None:
        value = given(key)
        return value if value and is_date(value) else None

    words = (request.args.get("q") or "").replace("\x00", "").strip()[:1000]
    sort = request.args.get("sort")
    filters = {field: (date if key in DATES else given)(key) for key, (field, _) in KEYS.items()}
    return Ask(words=words, filters=Filters(**filters),
               sort=sort if sort in SORTS else "relevance" if words else "newest",
               page=number_of(request.args.get("page"), 1, 1, 1_000_000), collapse=request.args.get("all") != "1")


def pairs_of(ask: Ask) -> list[tuple[str, str]]:
    """The address of a search again, without its page."""
    pairs = [("q", ask.words)] + [(key, getattr(ask.filters, field) or "") for key, (field, _) in KEYS.items()]
    pairs += [("sort", "" if ask.sort == ("relevance" if ask.words else "newest") else ask.sort),
              ("all", "" if ask.collapse else "1")]
    return [(key, value) for key, value in pairs if value]


def wrong_dates(request: Request) -> list[str]:
    """What is to be said of dates that are none."""
    return [f"“{value[:60]}” is no date: write 2024, 2024-03 or 2024-03-05."
            for key in DATES if (value := (request.args.get(key) or "").strip()) and not is_date(value)]


def strict_ask_of(request: Request) -> Ask:
    """As `ask_of`, for programs and files, which can't see that a limit was passed over: then it is Senseless."""
    wrong = wrong_dates(request)
    if wrong:
        raise Senseless(wrong[0])
    return ask_of(request)


async def columns_of(reader: Reader) -> Columns:
    """The archive's columns, remembered."""
    return await reader.figure("columns", load_columns)


async def matches_of(reader: Reader, ask: Ask) -> Found:
    """What matches, in order, with facets; remembered for a while up to `REMEMBERED` results."""
    columns = await columns_of(reader)

    def find(connection: sqlite3.Connection) -> Found:
        return find_matches(connection, columns, ask, until=today())

    def find_first(connection: sqlite3.Connection) -> Found:
        found = find(connection)
        return replace(found, ordered=found.ordered[:REMEMBERED].copy())

    if ask.page * PAGE > REMEMBERED:
        return await reader.read(find)
    return await reader.figure(("found", id(columns), replace(ask, page=1)), find_first)


async def all_matches_of(reader: Reader, ask: Ask) -> Found:
    """What matches, in order, without facets: for files and feeds."""
    columns = await columns_of(reader)
    return await reader.read(lambda connection: find_matches(connection, columns, ask, facets=False))


@page
async def search_page(reader: Reader, request: Request) -> Response:
    """Ranked results with their facets."""
    ask = ask_of(request)
    found = await matches_of(reader, ask)
    pages = max(1, -(-found.texts // PAGE))
    number = min(ask.page, pages)
    hits = await reader.read(lambda connection: find_hits(connection, found, number))
    pairs = pairs_of(ask)
    return await render(reader, request, "search.html", {
        "ask": ask, "wrong": wrong_dates(request), "found": found,
        "hits": hits, "pages": pages, "number": number, "pairs": pairs, "marked": marked,
        "formats": FORMATS, "help": _HELP, "sql": sql_address(reader, found, ask),
        "any_of": None if hits else any_of(ask.words),
        "chosen": [(key, words, getattr(ask.filters, field)) for key, (field, words) in KEYS.items()
                   if getattr(ask.filters, field)],
        "hidden": [pair for pair in pairs if pair[0] not in {"from", "to"}],
        "period_link": lambda period: reader.datasette.urls.path("/search") + query_string(
            pairs, **{"from": period.key, "to": period.key})})


def any_of(words: str) -> str | None:
    """A search for any of the words, where there are several of them and all were asked for.

    >>> any_of("steel tariffs -china"), any_of("steel")
    ('steel OR tariffs', None)
    """
    found = [f'"{one.text}"' if " " in one.text else one.text for one in words_of(parse_query(words).node)]
    return " OR ".join(found) if 1 < len(found) <= WORDS_AT_MOST and " OR " not in words else None


def sql_address(reader: Reader, found: Found, ask: Ask) -> str:
    """The same search in Datasette's editor, its values as parameters."""
    condition, values = found.filters.condition()
    lines = ["SELECT p.uid, p.title, s.key AS source, p.published, p.type, p.language", "FROM publications AS p",
             "LEFT JOIN sources AS s USING (source_id)"]
    order = "p.published DESC" if ask.sort == "newest" else "p.published"
    if found.match.index is not None and found.match.also is None:
        lines[1] = f"FROM {found.match.index} AS f JOIN publications AS p ON p.publication_id = f.rowid"
        lines.append(f"WHERE {found.match.index} MATCH :match AND {condition}")
        order = "f.rank" if ask.sort == "relevance" else order
    else:
        lines.append(f"WHERE {found.match.membership} AND {condition}")
    lines += [f"ORDER BY {order}", "LIMIT 100"]
    query = urlencode({"sql": "\n".join(lines), **found.match.values, **values})
    return f"{reader.datasette.urls.database(reader.name)}?{query}"


@page
async def search_json(reader: Reader, request: Request) -> Response:
    """The results as JSON: `total`, `texts`, `results` of this page, `facets`, and the address of the next page."""
    ask = strict_ask_of(request)
    found = await matches_of(reader, ask)
    hits = await reader.read(lambda connection: find_hits(connection, found, ask.page))
    urls = reader.datasette.urls
    more = ask.page * PAGE < found.texts
    body = {
        "total": found.total, "texts": found.texts, "page": ask.page,
        "next": urls.path("/search.json") + query_string(pairs_of(ask), page=str(ask.page + 1)) if more else None,
        "results": [{**{key: value for key, value in asdict(hit.brief).items() if key != "note"},
                     "snippet": hit.snippet and [{"found": found, "text": text} for found, text in marked(hit.snippet)],
                     "record": urls.path(f"/read/{hit.brief.uid}.json"),
                     "also": [other.uid for other in hit.also]} for hit in hits],
        "facets": {name: {value.key: value.count for value in values} for name, values in found.facets.items()}}
    return Response(json.dumps(body, ensure_ascii=False, indent=1), content_type="application/json; charset=utf-8")


@page
async def search_file(reader: Reader, request: Request) -> Any:
    """Exactly these results, all pages of them, as a file; read and sent piece by piece."""
    ending = request.url_vars["ending"]
    found = await all_matches_of(reader, strict_ask_of(request))
    _, content_type, _ = FORMATS[ending]

    async def stream(writer: Any) -> None:
        async for text in _pieces(reader, found, ending):
            await writer.write(text)
    return AsgiStream(stream, content_type=content_type,
                      headers={"content-disposition": f'attachment; filename="publications.{ending}"'})


async def _pieces(reader: Reader, found: Found, ending: str) -> AsyncIterator[str]:
    write = FORMATS[ending][2]
    numbers = [int(number) for number in found.ordered]
    for start in range(0, max(len(numbers), 1), CHUNK):
        def piece(connection: sqlite3.Connection, chunk: tuple[int, ...] = tuple(numbers[start:start + CHUNK])) -> str:
            out = BytesIO()
            write(load_records(connection, chunk), out)
            return out.getvalue().decode()
        text = await reader.read(piece, CHUNK_MS)
        if start and ending == "csv":
            text = text.partition("\n")[2]     # every piece brings the header
        elif start and ending in {"bib", "ris"}:
            text = "\n" + text
        yield text


@page
async def search_feed(reader: Reader, request: Request) -> Response:
    """The newest results as an Atom feed (RFC 4287)."""
    ask = strict_ask_of(request)
    ask = Ask(words=ask.words, filters=ask.filters, sort="newest")
    found = await all_matches_of(reader, ask)
    numbers = [int(number) for number in found.ordered[:FEED]]
    records = await reader.read(lambda connection: list(load_records(connection, numbers)))
    return feed_response(reader, request, ask.words or "Newest publications", records)
