"""The front page: what is here, what is new, and how the sources fare."""

import sqlite3
from dataclasses import dataclass
from typing import Any

import numpy as np
from datasette.utils.asgi import Request, Response

from archive.browse.access import LIMIT_MS, Reader
from archive.browse.briefs import Brief, find_briefs
from archive.browse.charts import Chart, time_chart
from archive.browse.clock import now
from archive.browse.pages.carriers import month_counts
from archive.browse.pages.frame import page, render
from archive.browse.pages.search import columns_of
from archive.browse.pages.sources import find_sources
from archive.columns import Columns

ROWS = 6
WARM_MS = 60_000                   # the longest one figure may take before the first page is shown
_NEWEST = "WHERE p.published IS NOT NULL AND p.published <= ? ORDER BY p.published DESC, p.publication_id DESC LIMIT ?"
# Those linked to most, whoever links; of them it is then counted how many others do.
_LINKED = """JOIN (SELECT u.publication_id FROM (SELECT url_id, count(*) AS links FROM cited_links GROUP BY url_id) AS g
                   CROSS JOIN urls AS u USING (url_id) WHERE u.publication_id IS NOT NULL
                   GROUP BY u.publication_id ORDER BY max(g.links) DESC LIMIT 3 * ?) AS t USING (publication_id)"""
_TIMES = """(SELECT count(DISTINCT c.publication_id) FROM urls JOIN cited_links AS c USING (url_id)
             WHERE urls.publication_id = p.publication_id AND c.publication_id <> p.publication_id)"""
_CHANGED = """JOIN (SELECT publication_id, max(seen_at) AS seen_at FROM (
                     SELECT publication_id, seen_at FROM revisions WHERE number > 1 ORDER BY seen_at DESC LIMIT 20 * ?)
                    GROUP BY publication_id ORDER BY 2 DESC LIMIT ?) AS r USING (publication_id)
              ORDER BY r.seen_at DESC"""


@dataclass(frozen=True, slots=True)
class Totals:
    """How much is here."""

    publications: int
    sources: int
    first: str | None
    last: str | None
    last_crawl: str | None


def find_totals(connection: sqlite3.Connection, today: str) -> Totals:
    """Counts and the span of dates; what is dated later than today is no part of it."""
    ask = connection.execute
    (publications,) = ask("SELECT count(*) FROM publications").fetchone()
    (sources,) = ask("SELECT count(DISTINCT source_id) FROM publications").fetchone()
    (first,) = ask("SELECT min(published) FROM publications WHERE published <= ?", (today + "~",)).fetchone()
    (last,) = ask("SELECT max(published) FROM publications WHERE published <= ?", (today + "~",)).fetchone()
    (last_crawl,) = ask("SELECT max(coalesce(finished_at, started_at)) FROM runs").fetchone()
    return Totals(publications, sources, first, last, last_crawl)


def find_chart(connection: sqlite3.Connection, columns: Columns, until: str) -> Chart | None:
    """Publications per month by source."""
    counts, names, _ = month_counts(connection, columns, np.ones(len(columns.numbers), np.bool_))
    return time_chart(counts, names, until=until)


def find_newest(connection: sqlite3.Connection, today: str) -> tuple[Brief, ...]:
    """The latest by date; what is dated later than today is left out."""
    return find_briefs(connection, _NEWEST, (today + "~", ROWS))


def find_cited(connection: sqlite3.Connection) -> tuple[Brief, ...]:
    """Those that most others link to; `note` says how many."""
    linked = find_briefs(connection, _LINKED, (ROWS,), _TIMES)
    return tuple(sorted((brief for brief in linked if brief.note), key=lambda brief: -brief.note)[:ROWS])


def find_changed(connection: sqlite3.Connection) -> tuple[Brief, ...]:
    """Those whose page changed last; `note` says when."""
    return find_briefs(connection, _CHANGED, (ROWS, ROWS), "r.seen_at")


def find_gone(connection: sqlite3.Connection) -> tuple[Brief, ...]:
    """Those last found to be gone; `note` says when."""
    return find_briefs(connection, "WHERE p.gone IS NOT NULL ORDER BY p.gone DESC LIMIT ?", (ROWS,), "p.gone")


async def find_home(reader: Reader, today: str) -> dict[str, Any]:
    """Everything on the front page, as its template takes it."""
    columns = await columns_of(reader)
    return {
        "totals": await reader.figure(("totals", today), lambda connection: find_totals(connection, today)),
        "chart": await reader.figure(("home chart", id(columns)), lambda connection: find_chart(
            connection, columns, today)),
        "sources": await reader.figure(("sources", today), lambda connection: find_sources(connection, today)),
        "newest": await reader.figure(("newest", today), lambda connection: find_newest(connection, today)),
        "cited": await reader.figure("cited", find_cited),
        "changed": await reader.figure("changed", find_changed),
        "gone": await reader.figure("gone", find_gone)}


async def warm(reader: Reader) -> None:
    """Count what the front page, searches and the list of tables show, so that the first to ask need not wait."""
    reader.limit_ms = WARM_MS
    await find_home(reader, now().date().isoformat())
    await reader.table_counts()
    reader.limit_ms = LIMIT_MS


@page
async def home(reader: Reader, request: Request) -> Response:
    """The front page."""
    moment = now()
    context = await find_home(reader, moment.date().isoformat())
    return await render(reader, request, "home.html", {**context, "now": moment})
