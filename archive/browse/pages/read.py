"""One publication: its text, what it points to, who points to it, where every value came from, and how to cite it."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from datasette.utils.asgi import Request, Response

from archive.browse.access import Reader
from archive.browse.briefs import Brief, find_briefs
from archive.browse.cite import citations
from archive.browse.pages.frame import NoSuchPage, page, render
from archive.browse.tags import head_tags
from archive.browse.texts import Part, parts_of
from archive.export.bibtex import write_bibtex
from archive.export.csl import write_csl_json
from archive.export.markdown import markdown_text
from archive.export.ris import write_ris
from archive.store.stored import Stored, find_publication, load_one


def write_markdown(records: Iterable[Mapping[str, Any]], out: Any) -> None:
    """Front matter and text of each."""
    for record in records:
        out.write(markdown_text(record).encode())


CITING = 20                        # publications listed as citing this one; the rest by a link
FORMATS: dict[str, tuple[str, Callable[[Iterable[Mapping[str, Any]], Any], None]]] = {
    "bib": ("application/x-bibtex; charset=utf-8", write_bibtex),
    "ris": ("application/x-research-info-systems; charset=utf-8", write_ris),
    "csl.json": ("application/vnd.citationstyles.csl+json; charset=utf-8", write_csl_json),
    "md": ("text/markdown; charset=utf-8", write_markdown),
}


@dataclass(frozen=True, slots=True)
class Pointer:
    """A link of the page; `kept_uid` where what it leads to is in the archive."""

    kind: str
    url: str | None
    title: str | None
    section: str | None
    published: str | None
    summary: str | None
    kept_uid: str | None
    kept_title: str | None


@dataclass(frozen=True, slots=True)
class Capture:
    """The bytes that the shown revision was read from."""

    fetched_at: str
    last_seen: str
    status: int
    content_type: str | None
    digest: str
    body_bytes: int
    file: str | None
    url: str
    software: str
    run_id: int


@dataclass(frozen=True, slots=True)
class Revision:
    """One entry of the history."""

    number: int
    seen_at: str
    changed: tuple[str, ...]
    words_added: int | None
    words_removed: int | None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the page shows."""

    stored: Stored
    record: dict[str, Any]
    source_name: str | None
    source_licence: str | None
    parts: tuple[Part, ...]
    related: tuple[Pointer, ...]
    cited: tuple[Pointer, ...]
    cited_by: tuple[Brief, ...]
    cited_by_count: int
    authors: tuple[tuple[int, str, str, str | None], ...]   # author_id, name, kind, url
    topics: tuple[tuple[int, str], ...]
    revisions: tuple[Revision, ...]
    capture: Capture | None
    same_text: tuple[Brief, ...]                            # note: 1 for who published first


_RELATED = """
SELECT l.kind, u.url, l.title, l.section, l.published, l.summary, p.uid, p.title
FROM related_links AS l LEFT JOIN urls AS u USING (url_id)
LEFT JOIN publications AS p ON p.publication_id = u.publication_id AND p.publication_id <> l.publication_id
WHERE l.publication_id = ? ORDER BY l.position
"""
_CITED = """
SELECT 'cited', u.url, l.text, NULL, p.published, NULL, p.uid, p.title
FROM cited_links AS l JOIN urls AS u USING (url_id)
LEFT JOIN publications AS p ON p.publication_id = u.publication_id AND p.publication_id <> l.publication_id
WHERE l.publication_id = ? ORDER BY l.position
"""
_CITING = """(SELECT c.publication_id FROM urls AS u JOIN cited_links AS c USING (url_id)
WHERE u.publication_id = ? AND c.publication_id <> u.publication_id)"""
# The newest are found among their dates alone: some texts are cited by half of an archive.
_NEWEST_CITING = f"""WHERE p.publication_id IN (
    SELECT f.publication_id FROM publications AS f INDEXED BY publications_facets
    WHERE f.publication_id IN {_CITING} ORDER BY f.published DESC LIMIT ?) ORDER BY p.published DESC"""  # noqa: S608 - our own
_CAPTURE = """
SELECT c.fetched_at, c.last_seen, c.status, c.content_type, c.digest, c.body_bytes, c.file, u.url, r.software, r.run_id
FROM revisions AS v JOIN captures AS c ON c.capture_id = v.capture_id JOIN urls AS u ON u.url_id = c.url_id
JOIN runs AS r ON r.run_id = c.run_id WHERE v.publication_id = ? AND v.number = ?
"""
_SAME_TEXT = """JOIN clusters AS k USING (cluster_id)
WHERE p.cluster_id = (SELECT cluster_id FROM publications WHERE publication_id = ?) AND p.publication_id <> ?
ORDER BY p.publication_id = k.first_publication_id DESC, p.published, p.publication_id LIMIT 100"""


def find_stored(connection: sqlite3.Connection, uid: str) -> Stored:
    """The publication of that uid; NoSuchPage if none is kept."""
    number = find_publication(connection, uid)
    if number is None:
        raise NoSuchPage(f"No publication here has the id {uid}.")
    return load_one(connection, number)


def find_record(connection: sqlite3.Connection, uid: str) -> dict[str, Any]:
    """The record of the contract, with the source's name for those who cite it."""
    record = find_stored(connection, uid).to_record()
    row = connection.execute("SELECT name FROM sources WHERE key = ?", (record["source"],)).fetchone()
    return {**record, "source_name": row[0] if row else None}


def find_reading(connection: sqlite3.Connection, uid: str) -> Reading:
    """Everything about one publication; NoSuchPage if it is not kept."""
    ask = connection.execute
    stored = find_stored(connection, uid)
    number = stored.publication_id
    source = ask("SELECT coalesce(name, key), licence FROM sources WHERE key = ?",
                 (stored.publication.source,)).fetchone() or (None, None)
    capture = ask(_CAPTURE, (number, stored.revision)).fetchone()
    (citing,) = ask(f"SELECT count(*) FROM (SELECT DISTINCT publication_id FROM {_CITING})",  # noqa: S608 - our own SQL
                    (number,)).fetchone()
    return Reading(
        stored=stored, record={**stored.to_record(), "source_name": source[0]},
        source_name=source[0], source_licence=source[1],
        parts=parts_of(stored.publication.blocks),
        related=tuple(Pointer(*row) for row in ask(_RELATED, (number,))),
        cited=tuple(Pointer(*row) for row in ask(_CITED, (number,))),
        cited_by=find_briefs(connection, _NEWEST_CITING, (number, CITING)),
        cited_by_count=citing,
        authors=tuple(tuple(row) for row in ask(
            "SELECT a.author_id, a.name, a.kind, l.url FROM publication_authors AS l "
            "JOIN authors AS a USING (author_id) WHERE l.publication_id = ? ORDER BY l.position", (number,))),
        topics=tuple(tuple(row) for row in ask(
            "SELECT t.topic_id, t.name FROM publication_topics AS l JOIN topics AS t USING (topic_id) "
            "WHERE l.publication_id = ? ORDER BY l.position", (number,))),
        revisions=find_revisions(connection, number), capture=Capture(*capture) if capture else None,
        same_text=find_briefs(connection, _SAME_TEXT, (number, number), "p.publication_id = k.first_publication_id"))


def find_revisions(connection: sqlite3.Connection, publication_id: int) -> tuple[Revision, ...]:
    """The history of a publication, the latest first."""
    rows = connection.execute(
        "SELECT number, seen_at, changed, words_added, words_removed FROM revisions WHERE publication_id = ? "
        "ORDER BY number DESC", (publication_id,))
    return tuple(Revision(number, seen_at, tuple(json.loads(changed or "[]")), added, removed)
                 for number, seen_at, changed, added, removed in rows)


@page
async def read(reader: Reader, request: Request) -> Response:
    """The page of a publication."""
    reading = await reader.read(lambda connection: find_reading(connection, request.url_vars["uid"]))
    return await render(reader, request, "read.html", {
        "reading": reading, "publication": reading.stored.publication, "uid": reading.stored.uid,
        "cites": citations(reading.record), "tags": head_tags(reading.record, _pdf_of(reader, request, reading))})


def _pdf_of(reader: Reader, request: Request, reading: Reading) -> str | None:
    """Where the kept file is, in full, as Google Scholar asks for it; None for what is no PDF."""
    if reading.capture is None or not (reading.capture.content_type or "").lower().startswith("application/pdf"):
        return None
    datasette = reader.datasette
    return str(datasette.absolute_url(request, datasette.urls.path(f"/read/{reading.stored.uid}/original/file")))


@page
async def read_json(reader: Reader, request: Request) -> Response:
    """The record as JSON."""
    record = await reader.read(lambda connection: find_stored(connection, request.url_vars["uid"]).to_record())
    return Response(json.dumps(record, ensure_ascii=False, indent=2), content_type="application/json; charset=utf-8")


@page
async def read_file(reader: Reader, request: Request) -> Response:
    """One publication as a file: its citation for reference managers, or its text."""
    return await citation_file(reader, request.url_vars["uid"], request.url_vars["ending"])


async def citation_file(reader: Reader, uid: str, ending: str) -> Response:
    """The publication in one of FORMATS; NoSuchPage if it is not kept."""
    record = await reader.read(lambda connection: find_record(connection, uid))
    content_type, write = FORMATS[ending]
    out = BytesIO()
    write([record], out)
    return Response(out.getvalue(), content_type=content_type,
                    headers={"content-disposition": f'attachment; filename="{record["uid"]}.{ending}"'})
