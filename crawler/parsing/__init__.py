"""Page -> Publication: the whole reading as one page of prose. Pure: no network, disk, clock or settings."""

from archive.records import Block, Page, Publication
from crawler.parsing.body import find_body
from crawler.parsing.claims import read_claims
from crawler.parsing.document import read_document
from crawler.parsing.errors import NotAPublication, ParseError
from crawler.parsing.hints import NO_HINTS, Hints
from crawler.parsing.outline import read_outline
from crawler.parsing.title import find_title

__all__ = ["NO_HINTS", "PARSER", "Hints", "NotAPublication", "ParseError", "parse_page", "read_body"]

PARSER = "policy-archive 0.1.0"


def parse_page(page: Page, hints: Hints = NO_HINTS) -> Publication:  # noqa: ARG001 - hints come with their reader
    """What the page publishes; raises NotAPublication (with a reason) or ParseError (naming the field)."""
    outline = read_outline(read_document(page))
    claims = read_claims(outline)
    title = find_title(outline, claims)
    body = find_body(outline, frozenset() if title.element is None else frozenset({title.element}))
    if not body.blocks:
        raise NotAPublication("no text on the page")
    if not title.value:
        raise ParseError("title: the page has none")
    evidence = {"title": title.origin or "", "text": body.origin}
    return Publication(source=page.source, url=page.url, title=title.value, blocks=body.blocks,
                       evidence=evidence, parser=PARSER)


def read_body(page: Page) -> tuple[Block, ...]:
    """The blocks of any page, publication or not; empty where there is no text."""
    return find_body(read_outline(read_document(page))).blocks
