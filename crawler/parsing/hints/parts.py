"""Outline and selectors -> the parts of a page that a source's hints point at: body, offered links, files. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from archive.records import Attachment, Related, ShareLink
from crawler.parsing.body import Body
from crawler.parsing.body.blocks import make_blocks
from crawler.parsing.file_types import media_type_of
from crawler.parsing.furniture.finding import Furniture
from crawler.parsing.furniture.networks import network_of
from crawler.parsing.hints import Hints, Selector
from crawler.parsing.hints.fields import hinted_elements
from crawler.parsing.outline import Outline


def hinted_body(outline: Outline, selectors: Iterable[Selector], body: Body, lifted: frozenset[int]) -> Body:
    """The body as all text inside the elements picked, without `lifted`; `body` itself where nothing is picked."""
    selectors = tuple(selectors)
    picked = hinted_elements(outline, selectors)
    if not picked:
        return body
    spans = [(i, outline.ends[i]) for i in picked]
    out = [(i, outline.ends[i]) for i in lifted if i not in picked]
    kept = tuple(number for number, run in enumerate(outline.runs)
                 if _within(run.element, spans) and not _within(run.element, out))
    written = " ".join(selector.written for selector in selectors)
    return replace(body, blocks=make_blocks(outline, kept), runs=kept, element=outline.around(picked[0], picked[-1]),
                   origin=f"hint {written}")


def hinted_furniture(outline: Outline, hints: Hints, furniture: Furniture) -> Furniture:
    """The furniture with the share links and related publications that hints point at in place of those found."""
    if links := list(_links(outline, hints.share_links)):
        shares = tuple(ShareLink(network_of(url) or "other", url) for url, _ in links)
        furniture = replace(furniture, share_links=shares, evidence={**furniture.evidence, "share_links": "hint"})
    if links := list(_links(outline, hints.related)):
        related = {url: Related("related", url, text or None) for url, text in reversed(links)}
        furniture = replace(furniture, related=tuple(related.values())[::-1],
                            related_elements=furniture.related_elements | set(hinted_elements(outline, hints.related)),
                            evidence={**furniture.evidence, "related": "hint"})
    return furniture


def hinted_attachments(outline: Outline, selectors: Iterable[Selector]) -> tuple[Attachment, ...]:
    """The files that the picked links lead to; empty where nothing is picked."""
    return tuple(dict.fromkeys(Attachment(url, media_type_of(url), text or None)
                               for url, text in _links(outline, selectors)))


def _links(outline: Outline, selectors: Iterable[Selector]) -> Iterator[tuple[str, str]]:
    """(address, text) of the links picked, or of all links inside what is picked."""
    for i in hinted_elements(outline, selectors):
        for j in [i] if outline.tags[i] == "a" else outline.all("a", within=i):
            if url := outline.document.absolute(outline.attributes[j].get("href")):
                yield url, outline.text(j)


def _within(i: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= i < stop for start, stop in spans)
