"""The table of the reader's addresses, and its static files."""

from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from datasette.utils.asgi import Request, Response

from archive.browse.pages.carriers import carrier_list, carrier_page
from archive.browse.pages.compare import compare
from archive.browse.pages.history import history
from archive.browse.pages.home import home
from archive.browse.pages.original import original, original_file, original_frame
from archive.browse.pages.questions import health, questions
from archive.browse.pages.read import read, read_file, read_json
from archive.browse.pages.search import search_feed, search_file, search_json, search_page
from archive.browse.pages.sources import source_list, source_page
from archive.browse.pages.unapi import unapi
from archive.browse.pages.watches import watch_feed

STATIC = Path(__file__).parent / "static"
_TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}
_UID = r"(?P<uid>[0-9a-fA-F]{16})"


@cache
def _files() -> dict[str, tuple[bytes, str]]:
    """Name -> bytes and digest of every static file; nothing else can be asked for."""
    return {file.name: (file.read_bytes(), sha256(file.read_bytes()).hexdigest()[:10])
            for file in STATIC.iterdir() if file.suffix in _TYPES}


def static_address(name: str) -> str:
    """The path of a static file, with its digest, so that browsers may keep it."""
    return f"/-/reader/{_files()[name][1]}/{name}"


async def static_file(request: Request) -> Response:
    """One of the static files."""
    name = request.url_vars["name"]
    if name not in _files():
        return Response.text("There is no such file.\n", status=404)
    return Response(_files()[name][0], content_type=_TYPES[Path(name).suffix],
                    headers={"cache-control": "public, max-age=31536000, immutable"})


ROUTES: list[tuple[str, Callable[..., Any]]] = [
    (r"^/$", home),
    (rf"^/read/{_UID}$", read),
    (rf"^/read/{_UID}\.json$", read_json),
    (rf"^/read/{_UID}\.(?P<ending>bib|ris|csl\.json|md)$", read_file),
    (rf"^/read/{_UID}/history$", history),
    (rf"^/read/{_UID}/original$", original),
    (rf"^/read/{_UID}/original/frame$", original_frame),
    (rf"^/read/{_UID}/original/file$", original_file),
    (r"^/search$", search_page),
    (r"^/search\.json$", search_json),
    (r"^/search\.atom$", search_feed),
    (r"^/search\.(?P<ending>csv|jsonl|bib|ris)$", search_file),
    (r"^/sources$", source_list),
    (r"^/sources/(?P<key>[^/]+)$", source_page),
    (r"^/(?:topics|authors)$", carrier_list),
    (r"^/(?P<kind>topics|authors)/(?P<number>[0-9]{1,9})$", carrier_page),
    (r"^/unapi$", unapi),
    (r"^/compare$", compare),
    (r"^/questions$", questions),
    (r"^/watches/(?P<number>[0-9]{1,9})\.atom$", watch_feed),
    (r"^/-/health\.json$", health),
    (r"^/-/reader/[0-9a-f]+/(?P<name>[a-z.]+)$", static_file),
]
