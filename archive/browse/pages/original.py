"""The page as it was fetched: shown in a frame where nothing of it can run or ask for anything, or as a file."""

import re
from dataclasses import dataclass
from pathlib import Path

from datasette.utils.asgi import Request, Response

from archive.browse.access import Reader
from archive.browse.pages.frame import NoSuchPage, number_of, page, render
from archive.browse.pages.read import find_stored
from archive.browse.safety import ORIGINAL_HEADERS
from archive.captures import Damaged
from archive.database import open_archive
from archive.store.raw import load_capture
from archive.store.stored import Stored

_HTML = frozenset({"text/html", "application/xhtml+xml", ""})
_CHARSET = re.compile(r"charset=[\"']?([A-Za-z0-9_.:-]+)")
# Tags that could send a browser elsewhere without any script: redirects, hints to fetch, another base.
_LEADING_OUT = re.compile(rb"<(?:link|base)\b[^>]*>|<meta\b(?=[^>]*http-equiv\s*=\s*[\"']?(?:refresh|x-dns))[^>]*>",
                          re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes of a capture, and the content type they came with; `lost` says why there are none."""

    stored: Stored
    revision: int
    body: bytes
    content_type: str
    lost: str | None = None

    @property
    def media_type(self) -> str:
        """Without parameters, lower case."""
        return self.content_type.partition(";")[0].strip().lower()

    @property
    def is_shown(self) -> bool:
        """Whether a frame can show it."""
        return self.media_type in _HTML or self.media_type == "text/plain"

    def shown_as(self) -> tuple[bytes, str]:
        """Body and content type for the frame."""
        charset = _CHARSET.search(self.content_type)
        kind = "text/plain" if self.media_type == "text/plain" else "text/html"
        return (self.body if kind == "text/plain" else _LEADING_OUT.sub(b"", self.body),
                f"{kind}; charset={charset[1]}" if charset else kind)


def find_original(path: Path, uid: str, revision: str | None) -> Original:
    """The bytes that a revision was read from, the current one unless asked otherwise."""
    with open_archive(path, read_only=True) as archive:
        stored = find_stored(archive.connection, uid)
        number = number_of(revision, stored.revision, 1, stored.revision)
        row = archive.connection.execute(
            "SELECT r.capture_id, c.content_type FROM revisions AS r JOIN captures AS c USING (capture_id) "
            "WHERE r.publication_id = ? AND r.number = ?", (stored.publication_id, number)).fetchone()
        if row is None:
            raise NoSuchPage(f"Revision {number} of {uid} is not kept.")
        try:
            body = load_capture(archive, row[0]).page.body
        except (Damaged, OSError) as error:
            return Original(stored, number, b"", row[1] or "", lost=str(error))
        return Original(stored, number, body, row[1] or "")


async def _original(reader: Reader, request: Request) -> Original:
    path = Path(reader.database.path)
    return await reader.read(lambda _: find_original(path, request.url_vars["uid"], request.args.get("revision")))


@page
async def original(reader: Reader, request: Request) -> Response:
    """The page around the frame."""
    found = await _original(reader, request)
    return await render(reader, request, "original.html", {
        "original": found, "publication": found.stored.publication, "uid": found.stored.uid})


@page
async def original_frame(reader: Reader, request: Request) -> Response:
    """What stands in the frame; opened by itself it leads back to the page around it."""
    uid = request.url_vars["uid"]
    if request.headers.get("sec-fetch-dest", "iframe") not in {"iframe", "frame"}:
        return Response.redirect(reader.datasette.urls.path(f"/read/{uid}/original"))
    found = await _original(reader, request)
    if found.lost or not found.is_shown:
        return Response.text("Nothing to show.\n", status=404, headers=dict(ORIGINAL_HEADERS))
    body, content_type = found.shown_as()
    return Response(body, content_type=content_type, headers=dict(ORIGINAL_HEADERS))


@page
async def original_file(reader: Reader, request: Request) -> Response:
    """The very bytes, as a file that no browser shows."""
    found = await _original(reader, request)
    if found.lost:
        raise NoSuchPage(f"Its bytes are not at hand: {found.lost}.")
    ending = {"application/pdf": "pdf", "text/plain": "txt"}.get(found.media_type, "html" if found.is_shown else "bin")
    name = f"{found.stored.uid}-{found.revision}.{ending}"
    return Response(found.body, content_type="application/octet-stream", headers={
        **ORIGINAL_HEADERS, "content-disposition": f'attachment; filename="{name}"'})
