"""An archive -> the Datasette that serves it: our plugin, our metadata, read-only."""

import sqlite3
from pathlib import Path
from typing import Any

from archive.browse.metadata import build_metadata
from archive.connections import connect

NAME = "archive"                   # of the database in addresses, whatever the file is called: queries refer to it
SETTINGS = {
    "default_page_size": 50,
    "sql_time_limit_ms": 5000,
    "facet_time_limit_ms": 500,
    "suggest_facets": False,       # on long texts they cost much and say little; the useful facets are in the metadata
    "num_sql_threads": 3,
    "truncate_cells_html": 200,
}


def open_reader(path: Path, *, settings: dict[str, Any] | None = None) -> Any:
    """A Datasette that serves the archive at `path`; give its `.app()` to an ASGI server."""
    from datasette.app import Datasette, DatasetteClient
    from datasette.plugins import pm

    import archive.browse
    if not pm.is_registered(archive.browse):
        pm.register(archive.browse, "archive.browse")
    datasette = Datasette([], settings={**SETTINGS, **(settings or {})}, metadata=build_metadata())
    datasette.remove_database("_memory")
    datasette.add_database(_database(datasette, path), name=NAME)
    datasette.client = DatasetteClient(datasette)      # the one it has was made before it knew the archive
    return datasette


def _database(datasette: Any, path: Path) -> Any:
    """Datasette's own, but opened as the commands open an archive: on a read-only disk, too."""
    from datasette.database import Database

    class ArchiveFile(Database):  # type: ignore[misc] # datasette has no types
        def connect(self, write: bool = False) -> sqlite3.Connection:
            assert not write
            connection = connect(path, read_only=True, check_same_thread=False)
            self._all_file_connections.append(connection)
            return connection

    return ArchiveFile(datasette, path=str(path), is_mutable=True)
