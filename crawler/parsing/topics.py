"""Outline, claims and title -> topics and section: the page's tags and where it stands on its site. Pure."""

from crawler.parsing.choice import Choice
from crawler.parsing.claims import Claims
from crawler.parsing.outline import Outline


def find_topics(outline: Outline, claims: Claims,
                title: Choice[str | None]) -> Choice[tuple[str, ...]]:  # noqa: ARG001 - kickers stand above it
    """The page's tags in its order, each once."""
    shown = {outline.text(i): i for i in outline.all("a")
             if "tag" in (outline.elements[i].get("rel") or "").split() and outline.text(i)}
    if shown:
        return Choice(tuple(shown), "links marked as tags", elements=tuple(shown.values()))
    stated = claims.meta.get("article:tag", ())
    return Choice(tuple(dict.fromkeys(stated)), "meta article:tag" if stated else None)


def find_section(outline: Outline, claims: Claims,  # noqa: ARG001 - breadcrumbs will be read from the outline
                 title: Choice[str | None]) -> Choice[str | None]:  # noqa: ARG001
    """The section; value None where the page names none."""
    stated = claims.first(["article:section"])
    return Choice(stated[1], f"meta {stated[0]}") if stated else Choice(None)
