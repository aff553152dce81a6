"""The questions that queries/ can answer, and whether the archive is well."""

import sqlite3
from urllib.parse import urlencode

from datasette.utils.asgi import Request, Response

from archive.browse.access import Reader, TooSlow
from archive.browse.metadata import read_queries
from archive.browse.pages.frame import page, render


@page
async def questions(reader: Reader, request: Request) -> Response:
    """Every question with its description, leading to its answer."""
    urls = reader.datasette.urls
    known = reader.datasette.metadata("queries", database=reader.name) or {}
    listed = [(query["title"], query["description"],
               urls.query(reader.name, name) if name in known
               else f"{urls.database(reader.name)}?{urlencode({'sql': query['sql']})}")
              for name, query in read_queries().items()]
    return await render(reader, request, "questions.html", {"questions": sorted(listed)})


def find_health(connection: sqlite3.Connection) -> dict[str, object]:
    """What a monitor wants to know."""
    (publications,) = connection.execute("SELECT count(*) FROM publications").fetchone()
    (last_run,) = connection.execute("SELECT max(started_at) FROM runs").fetchone()
    (schema,) = connection.execute("SELECT max(name) FROM _sqlite_migrations").fetchone()
    return {"ok": True, "publications": publications, "last_run": last_run, "schema": schema}


@page
async def health(reader: Reader, request: Request) -> Response:  # noqa: ARG001 - as every view
    """200 and the figures where the archive can be read, 503 where it can't."""
    try:
        return Response.json(await reader.read(find_health))
    except (sqlite3.DatabaseError, TooSlow) as error:
        return Response.json({"ok": False, "error": str(error) or "too slow"}, status=503)
