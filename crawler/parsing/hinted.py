"""Outline and selectors -> what a source's hints pick on the page: texts, body, offered links, files. Pure.

A hint wins over everything the general reader finds. One that picks nothing leaves the field to the general reader
and is named in the evidence under `hints`, because a site that changed its markup should be noticed, not fatal.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml import etree

from archive.records import Attachment, Related, ShareLink
from crawler.hints import HINT_NAMES, Hints, Selector
from crawler.parsing.body import Body
from crawler.parsing.body.blocks import make_blocks
from crawler.parsing.choice import Candidate, Choice
from crawler.parsing.document import Document, read_tree
from crawler.parsing.file_types import media_type_of
from crawler.parsing.furniture.finding import Furniture
from crawler.parsing.furniture.networks import network_of
from crawler.parsing.outline import Outline

_REMOVED = "removed"


def hinted_tree(document: Document, hints: Hints) -> etree._Element | None:
    """The tree that selectors pick from, without what `remove` picks (text after it stays); None without hints."""
    if not hints:
        return None
    tree = read_tree(document)
    for selector in hints.remove:
        for element in selector.elements(tree):
            if element is not tree:
                element.clear(keep_tail=True)
                element.tag = _REMOVED
        etree.strip_elements(tree, _REMOVED, with_tail=False)
    return tree


def hinted_text(outline: Outline, selectors: Iterable[Selector]) -> Choice[str | None] | None:
    """The first value picked; None where the selectors pick nothing."""
    for selector in selectors:
        for value in selector.values(_tree(outline)):
            origin = _origin(selector)
            element = next(iter(hinted_elements(outline, (selector,))), None)
            return Choice(value, origin, element, (Candidate(value, origin, 1.0, element),))
    return None


def hinted_texts(outline: Outline, selectors: Iterable[Selector]) -> Choice[tuple[str, ...]] | None:
    """All values of the first selector that picks any; None where none does."""
    for selector in selectors:
        if values := tuple(selector.values(_tree(outline))):
            return Choice(values, _origin(selector), elements=hinted_elements(outline, (selector,)))
    return None


def hinted_elements(outline: Outline, selectors: Iterable[Selector]) -> tuple[int, ...]:
    """Numbers of the elements picked by the first selector that picks any, in document order."""
    for selector in selectors:
        picked = set(selector.elements(_tree(outline)))
        if picked:
            return tuple(i for i, element in enumerate(_tree(outline).iter()) if element in picked)
    return ()


def unmatched(outline: Outline, hints: Hints) -> str | None:
    """The hints that pick nothing on this page, as a line for the evidence; None where all work.

    `remove` is left out: that a page lacks what is to be removed is no news.
    """
    missed = [f"{name} {selector.written!r}"
              for name in HINT_NAMES if name != "remove"
              for selector in getattr(hints, name)
              if not selector.values(_tree(outline))]
    return f"matched nothing: {', '.join(missed)}" if missed else None


def hinted_body(outline: Outline, selectors: Iterable[Selector], body: Body, lifted: frozenset[int]) -> Body:
    """The body as all text inside the elements picked, without `lifted`; `body` itself where nothing is picked."""
    selectors = tuple(selectors)
    picked = hinted_elements(outline, selectors)
    if not picked:
        return body
    out = lifted.difference(picked)
    kept = tuple(number for number, run in enumerate(outline.runs)
                 if _is_in(outline, run.element, picked) and not _is_in(outline, run.element, out))
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


def _tree(outline: Outline) -> etree._Element:
    assert outline.tree is not None, "an outline read with hints has the tree they pick from"
    return outline.tree


def _origin(selector: Selector) -> str:
    return f"hint {selector.written}"


def _links(outline: Outline, selectors: Iterable[Selector]) -> Iterator[tuple[str, str]]:
    """(address, text) of the links picked, or of all links inside what is picked."""
    for i in hinted_elements(outline, selectors):
        for j in [i] if outline.tags[i] == "a" else outline.all("a", within=i):
            if url := outline.document.absolute(outline.attributes[j].get("href")):
                yield url, outline.text(j)


def _is_in(outline: Outline, i: int, elements: Iterable[int]) -> bool:
    return any(outline.inside(i, j) for j in elements)
