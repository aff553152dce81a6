"""The front page: what is here, what is new, and how the sources fare."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from datasette.utils.asgi import Request, Response

from archive.browse.access import Reader
from archive.browse.briefs import Brief, find_briefs
from archive.browse.charts import Chart, time_chart
from archive.browse.clock import now
from archive.browse.pages.frame import page, render
from archive.browse.pages.sources import SourceRow, find_sources

ROWS = 6
_NEWEST = "WHERE p.published IS NOT NULL AND p.published <= ? ORDER BY p.published DESC, p.publication_id DESC LIMIT ?"
_CHANGED = """JOIN (SELECT publication_id, max(number) AS number, max(seen_at) AS seen_at, changed FROM revisions
                    WHERE number > 1 GROUP BY publication_id ORDER BY 3 DESC LIMIT ?) AS r USING (publication_id)
              ORDER BY r.seen_at DESC"""
_CITED = """JOIN (SELECT u.publication_id, count(DISTINCT c.publication_id) AS times
                  FROM cited_links AS c JOIN urls AS u USING (url_id)
                  WHERE u.publication_id IS NOT NULL AND u.publication_id <> c.publication_id
                  GROUP BY 1 ORDER BY 2 DESC LIMIT ?) AS t USING (publication_id)
            ORDER BY t.times DESC, p.published DESC"""


@dataclass(frozen=True, slots=True)
class Totals:
    """How much is here."""

    publications: int
    sources: int
    first: str | None
    last: str | None
    last_crawl: str | None


@dataclass(frozen=True, slots=True)
class Lists:
    """The four lists of the front page."""

    newest: tuple[Brief, ...]
    cited: tuple[Brief, ...]
    changed: tuple[Brief, ...]
    gone: tuple[Brief, ...]


def find_totals(connection: sqlite3.Connection) -> Totals:
    """Counts and the span of dates."""
    ask = connection.execute
    (publications,) = ask("SELECT count(*) FROM publications").fetchone()
    (sources,) = ask("SELECT count(DISTINCT source_id) FROM publications").fetchone()
    (first,) = ask("SELECT min(published) FROM publications WHERE published > ''").fetchone()
    (last,) = ask("SELECT max(published) FROM publications").fetchone()
    (last_crawl,) = ask("SELECT max(coalesce(finished_at, started_at)) FROM runs").fetchone()
    return Totals(publications, sources, first, last, last_crawl)


def find_chart(connection: sqlite3.Connection) -> Chart | None:
    """Publications per month by source."""
    rows = connection.execute(
        "SELECT substr(p.published, 1, 7), s.key, s.name, count(*) FROM publications AS p "
        "LEFT JOIN sources AS s USING (source_id) WHERE length(p.published) >= 7 GROUP BY p.source_id, 1").fetchall()
    names = {key or "": name or key or "No source" for _, key, name, _ in rows}
    return time_chart({(month, key or ""): count for month, key, _, count in rows}, names)


def find_lists(connection: sqlite3.Connection, today: str) -> Lists:
    """Newest (not from the future), most cited, recently changed, recently gone."""
    return Lists(
        newest=find_briefs(connection, _NEWEST, (today + "~", ROWS)),
        cited=find_briefs(connection, _CITED, (ROWS,), "t.times"),
        changed=find_briefs(connection, _CHANGED, (ROWS,), "r.seen_at"),
        gone=find_briefs(connection, "WHERE p.gone IS NOT NULL ORDER BY p.gone DESC LIMIT ?", (ROWS,), "p.gone"))


@page
async def home(reader: Reader, request: Request) -> Response:
    """The front page."""
    moment: datetime = now()
    today = moment.date().isoformat()
    sources: tuple[SourceRow, ...] = await reader.figure("sources", find_sources)
    context: dict[str, Any] = {
        "totals": await reader.figure("totals", find_totals),
        "chart": await reader.figure("home chart", find_chart),
        "lists": await reader.figure(("lists", today), lambda connection: find_lists(connection, today)),
        "sources": sources, "now": moment,
    }
    return await render(reader, request, "home.html", context)
