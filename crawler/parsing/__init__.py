"""Page -> Publication: the whole reading as one page of prose. Pure: no network, disk, clock or settings.

    bytes ─> document ─> outline ─> claims ─┬─> title, authors, dates, topics, furniture ─┬─> body ─> judgement
      │                                     └───────────── hints of a source ─────────────┘
      ├─> pdf
      └─> saved_text                 choices: all fields of a page; publication: the record they make

Each folder reads one thing and begins with what it is; words and models stand as data beside the code that reads them.
"""

from archive.records import Block, Page, Publication
from archive.urls import is_address
from crawler.parsing.body import find_body
from crawler.parsing.choices import Choices, read_choices
from crawler.parsing.document import read_document
from crawler.parsing.errors import NotAPublication, ParseError
from crawler.parsing.explain import Explanation, explain_page, read_whole
from crawler.parsing.hints import NO_HINTS, Hints
from crawler.parsing.media import media_of
from crawler.parsing.outline import read_outline
from crawler.parsing.parser import PARSER
from crawler.parsing.pdf import read_pdf
from crawler.parsing.publication import publication_of
from crawler.parsing.saved_text import read_text_blocks

__all__ = ["NO_HINTS", "PARSER", "Choices", "Explanation", "Hints", "NotAPublication", "ParseError", "explain_page",
           "parse_page", "read_body"]


def parse_page(page: Page, hints: Hints = NO_HINTS) -> Publication:
    """What the page publishes; raises NotAPublication (with a reason) or ParseError (naming the field)."""
    _check_address(page)
    media = media_of(page)
    return publication_of(page, read_choices(page, hints)) if media == "html" else read_whole(page, media)


def read_body(page: Page) -> tuple[Block, ...]:
    """The blocks of any page, publication or not; empty where there is no text."""
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
