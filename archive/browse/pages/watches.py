"""What a watch has reported, as an Atom feed."""

import sqlite3
from typing import Any

from datasette.utils.asgi import Request, Response

from archive.browse.access import Reader
from archive.browse.pages.frame import NoSuchPage, feed_response, page
from archive.store.stored import find_publication, load_records
from archive.watches import find_watches, hits_of


@page
async def watch_feed(reader: Reader, request: Request) -> Response:
    """The newest hundred; an entry's time is when the watch reported it."""
    number = int(request.url_vars["number"])
    title, records = await reader.read(lambda connection: _find(connection, number))
    return feed_response(reader, request, title, records)


def _find(connection: sqlite3.Connection, number: int) -> tuple[str, list[dict[str, Any]]]:
    """The watch's name and what it reported, the newest first; NoSuchPage if there is no such watch."""
    watch = next((one for one in find_watches(connection) if one.watch_id == number), None)
    if watch is None:
        raise NoSuchPage("There is no such watch here.")
    found: dict[int, str] = {}                     # publication -> when it was last reported
    for hit in hits_of(connection, number):
        publication_id = find_publication(connection, hit.uid)
        assert publication_id is not None, "a hit names a publication that is kept"
        found.setdefault(publication_id, hit.found_at)
    records = load_records(connection, found)
    return watch.name, [{**record, "first_seen": at} for record, at in zip(records, found.values(), strict=True)]
