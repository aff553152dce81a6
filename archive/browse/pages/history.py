"""Two revisions of a publication beside each other, word by word."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from datasette.utils.asgi import Request, Response

from archive.browse.access import Reader
from archive.browse.pages.frame import NoSuchPage, number_of, page, render
from archive.browse.pages.read import Revision, find_revisions, find_stored
from archive.browse.worddiff import Row, diff_texts
from archive.records import Publication
from archive.store.stored import Stored, load_revision

# Heading -> what it compares, as text: a paragraph for each entry where entries come and go by themselves.
_FIELDS: dict[str, Callable[[Publication], str | None]] = {
    "Title": lambda it: it.title, "Standfirst": lambda it: it.dek, "Published": lambda it: it.published,
    "Modified": lambda it: it.modified, "Type": lambda it: it.type, "Section": lambda it: it.section,
    "Language": lambda it: it.language, "Address": lambda it: it.url,
    "Authors": lambda it: ", ".join(author.name for author in it.authors), "Topics": lambda it: ", ".join(it.topics),
    "Links": lambda it: "\n\n".join(f"{link.text} {link.url}" for link in it.links),
    "Attachments": lambda it: "\n\n".join(f"{file.title or ''} {file.url}".strip() for file in it.attachments),
    "Identifiers": lambda it: "\n\n".join(f"{scheme.upper()} {value}" for scheme, value in it.identifiers.items()),
}


@dataclass(frozen=True, slots=True)
class History:
    """The revisions there are, and how two of them differ."""

    stored: Stored
    revisions: tuple[Revision, ...]
    older: int
    newer: int
    fields: tuple[tuple[str, tuple[Row, ...]], ...]         # fields that differ, by their words
    text: tuple[Row, ...]

    @property
    def text_differs(self) -> bool:
        """Whether a word of the text changed."""
        return any(row.changed for row in self.text)


def find_history(connection: sqlite3.Connection, uid: str, older: str | None, newer: str | None) -> History:
    """The history of a publication, comparing the revisions asked for, else the last two."""
    stored = find_stored(connection, uid)
    last = stored.revision
    new = number_of(newer, last, 1, last)
    old = number_of(older, max(1, new - 1), 1, last)
    before, after = (load_revision(connection, stored.publication_id, number) for number in (old, new))
    if before is None or after is None:
        raise NoSuchPage(f"Revision {old if before is None else new} of {uid} is not kept.")
    return History(stored, find_revisions(connection, stored.publication_id), old, new,
                   tuple(_fields(before, after)), diff_texts(before.text, after.text))


def _fields(before: Publication, after: Publication) -> Iterator[tuple[str, tuple[Row, ...]]]:
    for words, text_of in _FIELDS.items():
        old, new = text_of(before) or "", text_of(after) or ""
        if old != new:
            yield words, diff_texts(old, new)


@page
async def history(reader: Reader, request: Request) -> Response:
    """The comparison of two revisions."""
    uid = request.url_vars["uid"]
    found = await reader.read(lambda connection: find_history(
        connection, uid, request.args.get("from"), request.args.get("to")))
    view = "inline" if request.args.get("view") == "inline" else "beside"
    return await render(reader, request, "history.html", {
        "history": found, "publication": found.stored.publication, "uid": uid, "view": view})
