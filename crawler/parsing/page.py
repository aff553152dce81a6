"""Page -> Publication, or the blocks of its body alone: each kind of file by its own reader. Pure."""

from archive.records import Block, Page, Publication
from archive.urls import is_address
from crawler.hints import Hints
from crawler.parsing.body import find_body
from crawler.parsing.choices import read_choices
from crawler.parsing.document import read_document
from crawler.parsing.errors import ParseError
from crawler.parsing.explain import read_whole
from crawler.parsing.media import media_of
from crawler.parsing.outline import read_outline
from crawler.parsing.pdf import read_pdf
from crawler.parsing.publication import publication_of
from crawler.parsing.saved_text import read_text_blocks


def read_publication(page: Page, hints: Hints) -> Publication:
    """What the page publishes; NotAPublication or ParseError where that can't be told."""
    _check_address(page)
    media = media_of(page)
    return publication_of(page, read_choices(page, hints)) if media == "html" else read_whole(page, media)


def read_blocks(page: Page) -> tuple[Block, ...]:
    """The blocks of the body; empty where there is no text."""
    _check_address(page)
    media = media_of(page)
    if media == "pdf":
        return read_pdf(page).blocks
    if media == "text":
        return read_text_blocks(page)
    if media == "other":
        return ()
    try:
        outline = read_outline(read_document(page))
    except ParseError:             # no markup at all: no text
        return ()
    return find_body(outline).blocks


def _check_address(page: Page) -> None:
    if not is_address(page.url):
        raise ParseError(f"url: cannot read {page.url!r}, the page's address")
