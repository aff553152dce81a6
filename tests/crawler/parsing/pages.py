"""Small pages made on the spot: markup in, outline and claims out."""

from archive.records import Page
from crawler.parsing.claims import Claims, read_claims
from crawler.parsing.document import read_document
from crawler.parsing.outline import Outline, read_outline


def outline_of(markup: str, url: str = "https://example.org/papers/rates") -> Outline:
    """The outline of a page of this markup; `<html>` and `<body>` are added where they are missing."""
    page = Page.from_bytes(markup.encode(), url=url, content_type="text/html; charset=utf-8")
    return read_outline(read_document(page))


def read(markup: str, url: str = "https://example.org/papers/rates") -> tuple[Outline, Claims]:
    """Outline and claims of a page of this markup."""
    outline = outline_of(markup, url)
    return outline, read_claims(outline)
