"""unAPI, version 1 (unapi.info): reference managers ask for what a page marks with `unapi-id`, one thing or many."""

import re

from datasette.utils.asgi import Request, Response

from archive.browse.access import Reader
from archive.browse.pages.frame import NoSuchPage, Senseless, page
from archive.browse.pages.read import FORMATS, citation_file

_NAMES = {"ris": "ris", "bibtex": "bib"}       # as unAPI calls them -> ending
_UID = re.compile(r"[0-9a-fA-F]{16}")


@page
async def unapi(reader: Reader, request: Request) -> Response:
    """The formats there are, or the publication `id` in one of them."""
    uid, name = request.args.get("id"), request.args.get("format")
    if uid is not None and not _UID.fullmatch(uid):
        raise NoSuchPage(f"No publication here has the id {uid[:60]}.")
    if uid is None or name is None:
        return Response(_formats(uid), status=200 if uid is None else 300, content_type="application/xml")
    if name not in _NAMES:
        raise Senseless(f"No format is called {name[:60]}: ask for {' or '.join(_NAMES)}.")
    return await citation_file(reader, uid, _NAMES[name])


def _formats(uid: str | None) -> str:
    kinds = "".join(f'<format name="{name}" type="{FORMATS[ending][0].partition(";")[0]}"/>'
                    for name, ending in _NAMES.items())
    about = f' id="{uid}"' if uid else ""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<formats{about}>{kinds}</formats>\n'
