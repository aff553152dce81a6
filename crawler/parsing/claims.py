"""Outline -> Claims: what the page says of itself in JSON-LD and meta tags. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from crawler.parsing.outline import Outline


@dataclass(frozen=True, slots=True)
class Claims:
    """Meta tags by lower-cased name (all values, in order) and the JSON-LD nodes, `@graph` unfolded."""

    meta: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    nodes: tuple[Mapping[str, Any], ...] = ()
    links: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # <link rel> -> href, as written
    notes: tuple[str, ...] = ()                                         # what could not be read, for evidence

    def first(self, names: Iterable[str]) -> tuple[str, str] | None:
        """The first meta value under these names, and the name it stood under."""
        return next(((name, self.meta[name][0]) for name in names if name in self.meta), None)


def read_claims(outline: Outline) -> Claims:
    """What the head of the page claims."""
    meta: dict[str, tuple[str, ...]] = {}
    for i in outline.all("meta"):
        element = outline.elements[i]
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = " ".join((element.get("content") or "").split())
        if name and content:
            name = name.strip().lower()
            meta[name] = (*meta.get(name, ()), content)
    links: dict[str, tuple[str, ...]] = {}
    for i in outline.all("link"):
        element = outline.elements[i]
        for rel in (element.get("rel") or "").lower().split():
            links[rel] = (*links.get(rel, ()), element.get("href") or "")
    return Claims(meta=meta, links=links)
