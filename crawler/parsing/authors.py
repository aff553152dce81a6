"""Outline, claims and title -> authors: people and institutions that sign the publication. Pure."""

from archive.records import Author
from crawler.parsing.choice import Choice
from crawler.parsing.claims import Claims
from crawler.parsing.json_ld import plain
from crawler.parsing.outline import Outline


def find_authors(outline: Outline, claims: Claims,  # noqa: ARG001 - bylines will be read from the outline
                 title: Choice[str | None]) -> Choice[tuple[Author, ...]]:  # noqa: ARG001
    """The authors in the page's order; an empty value where nobody signs."""
    stated = claims.resolved(claims.own.get("author"))
    nodes = stated if isinstance(stated, list) else [stated]
    if names := [name for node in nodes if (name := plain(node))]:
        return Choice(tuple(map(Author, names)), "json-ld author")
    for name in ("citation_author", "author"):
        if values := claims.meta.get(name):
            return Choice(tuple(map(Author, values)), f"meta {name}")
    return Choice(())
