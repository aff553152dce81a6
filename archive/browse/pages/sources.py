"""Sources: the list, and a page for each on what it covers and how its crawls fare."""

import json
import sqlite3
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

import numpy as np
from datasette.utils.asgi import Request, Response

from archive.browse.access import Reader
from archive.browse.briefs import Brief, find_briefs
from archive.browse.charts import Chart, time_chart
from archive.browse.clock import now, today
from archive.browse.pages.frame import NoSuchPage, page, render
from archive.browse.pages.search import columns_of
from archive.columns import Columns, count_codes
from archive.status import FILLED

RUNS = 10
SAMPLED = 1000                     # the newest publications, by which the completeness of records is judged
REASONS = 12
SURPRISE = 4.0                     # a silence counts as a gap where so many publications were to be expected


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source in the list: what is kept, and its last run."""

    key: str
    name: str
    home: str | None
    country: str | None
    licence: str | None            # of the texts, as the publisher states it
    publications: int
    first_published: str | None
    last_published: str | None
    last_run: str | None
    outcome: str | None
    new: int
    changed: int
    rejected: int
    failed: int
    findings: int                  # things about the last run that a person should look at

    @property
    def state(self) -> str:
        """The last run in a word or two."""
        if self.last_run is None:
            return "never run"
        if self.outcome is None:
            return "running or cut off"
        if self.outcome != "finished":
            return self.outcome
        return "to be looked at" if self.findings else "well"

    @property
    def mood(self) -> str:
        """How that word is coloured: good, warn, bad, or not at all."""
        if self.last_run is None:
            return ""
        return "good" if self.state == "well" else "warn" if self.outcome in (None, "finished", "stopped") else "bad"


@dataclass(frozen=True, slots=True)
class Field:
    """How many publications of a source state a field."""

    name: str
    filled: int
    total: int

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.filled / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a source; `stats` is what else it counted."""

    run_id: int
    kind: str
    started_at: str
    finished_at: str | None
    outcome: str | None
    new: int
    changed: int
    same: int
    gone: int
    rejected: int
    failed: int
    stats: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a source covers: its chart, silences as (x, width) in percent and as words, and its fields."""

    chart: Chart | None
    gaps: tuple[tuple[float, float], ...]
    gap_words: tuple[str, ...]
    fields: tuple[Field, ...]
    undated: int
    gone: int
    revised: int


_SOURCES = """
SELECT s.key, coalesce(s.name, s.key), s.home, s.country, s.licence,
       coalesce(p.publications, 0), p.first, p.last, r.started_at, r.outcome,
       coalesce(r.new, 0), coalesce(r.changed, 0), coalesce(r.rejected, 0), coalesce(r.failed, 0),
       coalesce(json_array_length(r.stats, '$.findings'), 0)
FROM sources AS s
LEFT JOIN (SELECT source_id, count(*) AS publications, min(published) AS first,
                  max(published) FILTER (WHERE published <= :today || '~') AS last
           FROM publications GROUP BY source_id) AS p USING (source_id)
LEFT JOIN runs AS r ON r.run_id = (SELECT run_id FROM runs WHERE runs.source_id = s.source_id
                                   ORDER BY started_at DESC, run_id DESC LIMIT 1)
{}
ORDER BY p.publications DESC, s.key
"""

_RUN = ("run_id", "kind", "started_at", "finished_at", "outcome", "new", "changed", "same", "gone", "rejected",
        "failed", "stats")


def find_sources(connection: sqlite3.Connection, until: str) -> tuple[SourceRow, ...]:
    """All sources, the largest first; dates after that day are no part of their spans."""
    return tuple(SourceRow(*row) for row in connection.execute(_SOURCES.format(""), {"today": until}))


def find_source(connection: sqlite3.Connection, key: str, until: str) -> SourceRow | None:
    """One source; None if there is none of that key."""
    row = connection.execute(_SOURCES.format("WHERE s.key = :key"), {"key": key, "today": until}).fetchone()
    return SourceRow(*row) if row else None


def find_coverage(connection: sqlite3.Connection, columns: Columns, key: str, until: str) -> Coverage:
    """What the source covers, its chart until that day."""
    ask = connection.execute
    (number,) = ask("SELECT source_id FROM sources WHERE key = ?", (key,)).fetchone()
    months = count_codes(columns.month, np.flatnonzero(columns.of_source(number)))
    chart = time_chart({(month, key): count for month, count in months.items()}, {key: "Publications"}, until=until)
    silences = find_gaps(chart) if chart else ()
    undated, gone, revised = ask(
        "SELECT sum(published IS NULL), sum(gone IS NOT NULL), sum(revision > 1) FROM publications WHERE source_id = ?",
        (number,)).fetchone()
    fields = find_fields(connection, number)
    return Coverage(chart, tuple((x, width) for x, width, _ in silences), tuple(words for *_, words in silences),
                    fields, undated or 0, gone or 0, revised or 0)


def find_fields(connection: sqlite3.Connection, source_id: int) -> tuple[Field, ...]:
    """How complete the newest records of a source are, the most complete field first."""
    columns = ", ".join(f"sum({condition})" for condition in FILLED.values())
    total, *filled = connection.execute(
        f"SELECT count(*), {columns} FROM publications AS p WHERE publication_id IN ("  # noqa: S608 - our own SQL
        "SELECT publication_id FROM publications WHERE source_id = ? ORDER BY published DESC LIMIT ?)",
        (source_id, SAMPLED)).fetchone()
    return tuple(sorted((Field(name, count or 0, total) for name, count in zip(FILLED, filled, strict=True)),
                        key=lambda field: -field.share))


def find_gaps(chart: Chart) -> tuple[tuple[float, float, str], ...]:
    """Silences between the first and last publication that its usual pace makes surprising: x, width, words."""
    counts = [period.total for period in chart.periods]
    pace = sum(counts) / len(counts)
    gaps, start = [], None
    for index, count in enumerate([*counts, 1]):
        if count == 0:
            start = index if start is None else start
        elif start is not None:
            if (index - start) * pace >= SURPRISE:
                first, last = chart.periods[start], chart.periods[index - 1]
                words = first.label if first is last else f"{first.label} to {last.label}"
                gaps.append((first.x, round(last.x + last.width - first.x, 3), words))
            start = None
    return tuple(gaps)


def find_runs(connection: sqlite3.Connection, key: str) -> tuple[Run, ...]:
    """The last runs of a source, the latest first."""
    rows = connection.execute(
        f"SELECT {', '.join(_RUN)} FROM runs JOIN sources USING (source_id) WHERE key = ? "  # noqa: S608
        "ORDER BY started_at DESC, run_id DESC LIMIT ?",
        (key, RUNS))
    return tuple(Run(**{**dict(zip(_RUN, row, strict=True)), "stats": json.loads(row[-1] or "{}")}) for row in rows)


def find_rejections(connection: sqlite3.Connection, key: str) -> tuple[tuple[str, str, int, str], ...]:
    """Why pages of a source gave no publication: reason, kind, how many, the address of one."""
    rows = connection.execute(
        "SELECT r.reason, r.kind, count(*), max(u.url) FROM rejections AS r JOIN sources USING (source_id) "
        "JOIN urls AS u USING (url_id) WHERE sources.key = ? GROUP BY r.kind, r.reason ORDER BY 3 DESC LIMIT ?",
        (key, REASONS))
    return tuple(tuple(row) for row in rows)


def find_failures(connection: sqlite3.Connection, key: str) -> tuple[tuple[str, str, int, str], ...]:
    """Why addresses of a source could not be fetched: reason, when last, how many, the address of one."""
    rows = connection.execute(
        "SELECT f.reason, max(f.last_failed), count(*), max(f.url) FROM failures AS f JOIN sources USING (source_id) "
        "WHERE sources.key = ? GROUP BY f.reason ORDER BY 3 DESC LIMIT ?", (key, REASONS))
    return tuple((reason, last[:10], count, example) for reason, last, count, example in rows)


@page
async def source_list(reader: Reader, request: Request) -> Response:
    """Every source."""
    return await render(reader, request, "sources.html", {
        "sources": await reader.figure(("sources", today()), lambda connection: find_sources(connection, today())),
        "now": now()})


@page
async def source_page(reader: Reader, request: Request) -> Response:
    """One source."""
    key = unquote(request.url_vars["key"])
    source = await reader.read(lambda connection: find_source(connection, key, today()))
    if source is None:
        raise NoSuchPage(f"No source here is called {key}.")
    columns = await columns_of(reader)
    newest: tuple[Brief, ...] = await reader.read(lambda connection: find_briefs(
        connection, "WHERE s.key = ? AND coalesce(p.published, '') <= ? ORDER BY p.published DESC LIMIT 6",
        (key, today() + "~")))
    return await render(reader, request, "source.html", {
        "source": source, "newest": newest, "now": now(),
        "coverage": await reader.figure(("coverage", key), lambda connection: find_coverage(
            connection, columns, key, today())),
        "runs": await reader.read(lambda connection: find_runs(connection, key)),
        "failures": await reader.figure(("failures", key), lambda connection: find_failures(connection, key)),
        "rejections": await reader.figure(("rejections", key), lambda connection: find_rejections(connection, key))})
