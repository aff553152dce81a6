"""Outline and selectors -> what a source's hints pick on the page. Pure.

A hint wins over everything the general reader finds. One that picks nothing leaves the field to the general reader
and is named in the evidence under `hints`, because a site that changed its markup should be noticed, not fatal.
"""

from collections.abc import Iterable

from lxml import etree

from crawler.parsing.choice import Candidate, Choice
from crawler.parsing.document import Document, read_tree
from crawler.parsing.hints import HINT_NAMES, Hints, Selector
from crawler.parsing.outline import Outline


def hinted_tree(document: Document, hints: Hints) -> etree._Element | None:
    """The tree that selectors pick from, without what `remove` picks (text after it stays); None without hints."""
    if not hints:
        return None
    tree = read_tree(document)
    for selector in hints.remove:
        for element in selector.elements(tree):
            _drop(element)
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


def _tree(outline: Outline) -> etree._Element:
    assert outline.tree is not None, "an outline read with hints has the tree they pick from"
    return outline.tree


def _origin(selector: Selector) -> str:
    return f"hint {selector.written}"


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)
