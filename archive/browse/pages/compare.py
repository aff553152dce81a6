"""Sources and topics beside each other over time, in one chart."""

import sqlite3
from dataclasses import dataclass

import numpy as np
from datasette.utils.asgi import Request, Response

from archive.browse.access import Reader
from archive.browse.charts import Chart, time_chart
from archive.browse.clock import today
from archive.browse.pages.carriers import find_named
from archive.browse.pages.frame import page, render
from archive.browse.pages.search import columns_of
from archive.browse.words import path_part
from archive.columns import Columns, Mask, count_codes
from archive.search.filters import pattern

PARAMETERS = ("a", "b", "c", "d")
OFFERED = 150                      # topics offered for choice; others can be typed


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to compare: "source:KEY" or "topic:NAME"."""

    value: str
    name: str
    link: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """The chart, what is in it, and what could not be found."""

    chart: Chart | None
    choices: tuple[Choice, ...]
    unknown: tuple[str, ...]


def find_comparison(connection: sqlite3.Connection, columns: Columns, wanted: tuple[str, ...], unit: str,
                    until: str) -> Comparison:
    """One line for each of `wanted`, by month or year, until that day."""
    counts: dict[tuple[str, str], int] = {}
    choices, unknown = [], []
    for value in wanted:
        found = _find(connection, columns, value)
        if found is None:
            unknown.append(value)
            continue
        choice, mask = found
        choices.append(choice)
        counts |= {(month, value): count for month, count in count_codes(columns.month, np.flatnonzero(mask)).items()}
    chart = time_chart(counts, {choice.value: choice.name for choice in choices}, until=until,
                       unit=unit, stacked=False)
    return Comparison(chart, tuple(choices), tuple(unknown))


def _find(connection: sqlite3.Connection, columns: Columns, value: str) -> tuple[Choice, Mask] | None:
    kind, _, name = value.partition(":")
    if kind == "source":
        row = connection.execute("SELECT source_id, key, coalesce(name, key) FROM sources WHERE key = ? COLLATE NOCASE",
                                 (name.strip(),)).fetchone()
        if row is None:
            return None
        return Choice(value, row[2], f"/sources/{path_part(row[1])}"), columns.of_source(row[0])
    row = connection.execute("SELECT topic_id, name FROM topics WHERE name GLOB ?",
                             (pattern((name if kind == "topic" else value).strip()),)).fetchone()
    if row is None:
        return None
    positions = columns.topic.positions[columns.topic.values == row[0]]
    return Choice(value, row[1], f"/topics/{row[0]}"), columns.mask(positions)


def find_offers(connection: sqlite3.Connection, columns: Columns) -> tuple[tuple[str, str], ...]:
    """What can be chosen, as (value, words): every source, the largest first, and the most frequent topics."""
    kept = count_codes(columns.source, np.arange(len(columns.numbers)))
    rows = connection.execute("SELECT source_id, key, coalesce(name, key) FROM sources ORDER BY 3").fetchall()
    sources = [(f"source:{key}", name) for number, key, name in sorted(rows, key=lambda row: -kept.get(row[0], 0))]
    values, counts = np.unique(columns.topic.values, return_counts=True)
    order = np.argsort(-counts, kind="stable")[:OFFERED]
    topics = find_named(connection, "topics", {int(values[at]): int(counts[at]) for at in order})
    return (*sources, *((f"topic:{topic.name}", topic.name) for topic in topics))


@page
async def compare(reader: Reader, request: Request) -> Response:
    """The comparison, or the form to ask for one: then of the three largest sources, or topics where none is."""
    columns = await columns_of(reader)
    wanted = tuple(dict.fromkeys(value[:200] for value in (request.args.get(name) for name in PARAMETERS) if value))
    unit = "month" if request.args.get("by") == "month" else "year"
    offers = await reader.figure(("offers", id(columns)), lambda connection: find_offers(connection, columns))
    values = [value for value, _ in offers]
    shown = wanted or tuple([value for value in values if value.startswith("source:")][:3] or values[:3])
    comparison = await reader.read(lambda connection: find_comparison(connection, columns, shown, unit, today()))
    return await render(reader, request, "compare.html", {
        "comparison": comparison, "unit": unit, "offers": offers,
        "fields": [(name, shown[at] if at < len(shown) else "") for at, name in enumerate(PARAMETERS)]})
