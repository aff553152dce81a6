"""Topics and authors: who and what there is most of, and a page for each with its timeline."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from datasette.utils.asgi import Request, Response

from archive.browse.access import Reader
from archive.browse.briefs import Brief, find_briefs
from archive.browse.charts import Chart, time_chart
from archive.browse.clock import today
from archive.browse.pages.frame import NoSuchPage, number_of, page, render
from archive.browse.pages.search import columns_of
from archive.columns import Carried, Columns, Mask, Numbers, count_carried, count_codes
from archive.search.facets import names_of
from archive.search.filters import pattern

LISTED = 200
BESIDE = 12
NEWEST = 10
# What differs between the two: words for people, the key of the search page, the column.
KINDS = {"topics": ("Topics", "topic", "What the publications are about, in the publishers' own words."),
         "authors": ("Authors", "author", "People and institutions that sign publications.")}


@dataclass(frozen=True, slots=True)
class Named:
    """A topic or an author with a number of publications."""

    number: int
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Carrier:
    """The page of one topic or author."""

    named: Named
    kind: str | None                                  # of an author: person or organization
    chart: Chart | None
    sources: tuple[tuple[str, str, int], ...]         # key, name, publications
    topics: tuple[Named, ...]
    authors: tuple[Named, ...]
    newest: tuple[Brief, ...]


def carried_of(columns: Columns, kind: str) -> Carried:
    """The column of topics or authors."""
    return columns.topic if kind == "topics" else columns.author


def find_named(connection: sqlite3.Connection, kind: str, counts: Mapping[int, int]) -> tuple[Named, ...]:
    """Topics or authors by number, with their counts, in the order given."""
    names = names_of(connection, KINDS[kind][1], counts)
    return tuple(Named(number, names[number], count) for number, count in counts.items())


def find_matching(connection: sqlite3.Connection, kind: str, words: str, counts: Numbers) -> tuple[Named, ...]:
    """Those whose name holds these words, in any case and without their accents, the most frequent first."""
    one = KINDS[kind][1]
    rows = connection.execute(
        f"SELECT {one}_id, name FROM {kind} WHERE name GLOB ?",  # noqa: S608 - our own names
        (f"*{pattern(words, with_accents=True)}*",)).fetchall()
    found = [Named(number, name, int(counts[number]) if number < len(counts) else 0) for number, name in rows]
    return tuple(sorted(found, key=lambda named: (-named.count, named.name))[:LISTED])


def month_counts(connection: sqlite3.Connection, columns: Columns, mask: Mask) -> tuple[
        dict[tuple[str, str], int], dict[str, str], dict[Any, int]]:
    """Publications by month or year and source, the sources' names, and publications by source.

    Those without a source are counted under `""`.
    """
    sources = {number: (key, name or key) for number, key, name in
               connection.execute("SELECT source_id, key, name FROM sources")}
    by_source = count_codes(columns.source, np.flatnonzero(mask))
    counts: dict[tuple[str, str], int] = {}
    for number in by_source:
        inside = np.flatnonzero(mask & columns.of_source(number))
        counts |= {(month, sources[number][0]): count for month, count in count_codes(columns.month, inside).items()}
    loose = np.flatnonzero(mask & (columns.source.codes < 0))
    counts |= {(month, ""): count for month, count in count_codes(columns.month, loose).items()}
    names = {"": "No source", **dict(sources.values())}
    return counts, names, {sources[number]: count for number, count in by_source.items()}


def find_carrier(connection: sqlite3.Connection, columns: Columns, kind: str, number: int, until: str) -> Carrier:
    """One topic or author, its chart until that day; NoSuchPage if it does not exist."""
    one = KINDS[kind][1]
    row = connection.execute(f"SELECT name, {'kind' if kind == 'authors' else 'NULL'} FROM {kind} WHERE {one}_id = ?",  # noqa: S608
                             (number,)).fetchone()
    if row is None:
        raise NoSuchPage(f"There is no such {one} here.")
    carried = carried_of(columns, kind)
    mask = columns.mask(carried.positions[carried.values == number])
    counts, names, by_source = month_counts(connection, columns, mask)
    beside = {other: {value: count for value, count in count_carried(
        carried_of(columns, other), mask, BESIDE + 1).items() if (other, value) != (kind, number)} for other in KINDS}
    newest = [int(columns.numbers[at]) for at in columns.by_date[mask[columns.by_date]][:NEWEST]]
    return Carrier(
        Named(number, row[0], int(mask.sum())), row[1], time_chart(counts, names, until=until),
        tuple((key, name, count) for (key, name), count in by_source.items()),
        find_named(connection, "topics", dict(list(beside["topics"].items())[:BESIDE])),
        find_named(connection, "authors", dict(list(beside["authors"].items())[:BESIDE])),
        tuple(brief for at in newest for brief in find_briefs(connection, "WHERE p.publication_id = ?", (at,))))


@page
async def carrier_list(reader: Reader, request: Request) -> Response:
    """The most frequent topics or authors, or those whose name holds the words asked for."""
    kind = request.path.strip("/").rpartition("/")[2]
    heading, one, lead = KINDS[kind]
    words = (request.args.get("q") or "").strip()[:200]
    columns = await columns_of(reader)
    carried = carried_of(columns, kind)
    if words:
        counts = np.bincount(carried.values) if len(carried.values) else np.zeros(1, np.int64)
        found = await reader.read(lambda connection: find_matching(connection, kind, words, counts))
    else:
        most = count_carried(carried, np.ones(len(columns.numbers), np.bool_), LISTED)
        found = await reader.figure(("named", kind, id(columns)), lambda connection: find_named(connection, kind, most))
    return await render(reader, request, "carriers.html", {
        "heading": heading, "lead": lead, "kind": kind, "one": one, "words": words, "found": found, "listed": LISTED})


@page
async def carrier_page(reader: Reader, request: Request) -> Response:
    """One topic or author."""
    kind, number = request.url_vars["kind"], number_of(request.url_vars["number"], 0, 0, 10**9)
    columns = await columns_of(reader)
    carrier = await reader.figure((kind, number, id(columns)),
                                  lambda connection: find_carrier(connection, columns, kind, number, today()))
    return await render(reader, request, "carrier.html", {
        "carrier": carrier, "one": KINDS[kind][1], "kind": kind, "heading": KINDS[kind][0]})
