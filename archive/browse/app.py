"""An archive -> the Datasette that serves it: our plugin, our metadata, read-only."""

from pathlib import Path
from typing import Any

from archive.browse.metadata import build_metadata

NAME = "archive"                   # of the database in addresses, whatever the file is called: queries refer to it
SETTINGS = {
    "default_page_size": 50,
    "sql_time_limit_ms": 5000,
    "facet_time_limit_ms": 500,
    "suggest_facets": False,       # on long texts they cost much and say little; the useful facets are in the metadata
    "num_sql_threads": 3,
    "truncate_cells_html": 200,
}


WARM_MS = 60_000                   # the longest one figure may take before the first page is shown


async def warm(datasette: Any) -> None:
    """Count what the front page and the search page show, so that the first to ask need not wait for it."""
    from archive.browse.access import LIMIT_MS, find_reader
    from archive.browse.clock import now
    from archive.browse.pages.home import find_home

    reader = find_reader(datasette)
    assert reader is not None, "it was opened for an archive"
    reader.limit_ms = WARM_MS
    await find_home(reader, now().date().isoformat())
    reader.limit_ms = LIMIT_MS


def open_reader(path: Path, *, settings: dict[str, Any] | None = None) -> Any:
    """A Datasette that serves the archive at `path`; give its `.app()` to an ASGI server."""
    from datasette.app import Datasette, DatasetteClient
    from datasette.database import Database
    from datasette.plugins import pm

    import archive.browse
    if not pm.is_registered(archive.browse):
        pm.register(archive.browse, "archive.browse")
    datasette = Datasette([], settings={**SETTINGS, **(settings or {})}, metadata=build_metadata())
    datasette.remove_database("_memory")
    datasette.add_database(Database(datasette, path=str(path), is_mutable=True), name=NAME)
    datasette.client = DatasetteClient(datasette)      # the one it has was made before it knew the archive
    return datasette
