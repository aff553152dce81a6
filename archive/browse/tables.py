"""Datasette's tables opened plainly show the columns worth a list; all columns are one click away. An ASGI wrapper."""

from typing import Any

from archive.browse.access import find_reader
from archive.browse.safety import App, Receive, Scope, Send

# Columns that say little in a list, or fill it.
LEFT_OUT = {
    "publications": ("url", "dek", "modified", "published_raw", "section", "body", "blocks", "ad_slots", "parser",
                     "first_seen", "last_seen", "spaceless", "cluster_id"),
    "revisions": ("record", "evidence_id"),
    "captures": ("etag", "last_modified", "offset", "length", "digest"),
    "runs": ("stats",),
}


def with_short_tables(app: App, datasette: Any) -> App:
    """The app; the bare address of such a table leads to the address that leaves those columns out."""
    async def wrapped(scope: Scope, receive: Receive, send: Send) -> None:
        reader = find_reader(datasette) if scope["type"] == "http" and not scope.get("query_string") else None
        name, _, table = scope.get("path", "").strip("/").rpartition("/")
        if reader is None or name != reader.name or table not in LEFT_OUT:
            await app(scope, receive, send)
            return
        query = "&".join(f"_nocol={column}" for column in LEFT_OUT[table])
        address = f"{datasette.urls.table(name, table)}?{query}"
        await send({"type": "http.response.start", "status": 302, "headers": [(b"location", address.encode())]})
        await send({"type": "http.response.body", "body": b""})
    return wrapped
