"""Page -> Publication: the whole reading as one page of prose. Pure: no network, disk, clock or settings.

    bytes ─> document ─> outline ─> claims ─┬─> title, authors, dates, topics, furniture ─┬─> body ─> judgement
      │                                     └───────────── hints of a source ─────────────┘
      ├─> pdf
      └─> saved_text                 choices: all fields of a page; publication: the record they make

Each folder reads one thing and begins with what it is; words and models stand as data beside the code that reads them.
The readers are loaded with the first page: a schedule, or the loop of a crawl, asks for hints and reads none.
"""

from archive.records import Block, Page, Publication
from crawler.hints import NO_HINTS, Hints
from crawler.parsing.errors import NotAPublication, ParseError
from crawler.parsing.parser import PARSER

__all__ = ["NO_HINTS", "PARSER", "Hints", "NotAPublication", "ParseError", "parse_page", "read_body"]


def parse_page(page: Page, hints: Hints = NO_HINTS) -> Publication:
    """What the page publishes; raises NotAPublication (with a reason) or ParseError (naming the field)."""
    from crawler.parsing.page import read_publication

    return read_publication(_checked(page), hints)


def read_body(page: Page) -> tuple[Block, ...]:
    """The blocks of any page, publication or not; empty where there is no text."""
    from crawler.parsing.page import read_blocks

    return read_blocks(_checked(page))


def _checked(page: Page) -> Page:
    """The page; TypeError for bytes or text, which tell no address."""
    if not isinstance(page, Page):
        raise TypeError(f"page: a Page, as Page.from_bytes makes one, not {type(page).__name__}")
    return page
