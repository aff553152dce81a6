"""Lines of a saved page -> its day and its authors as they are found on any page. Pure.

Dates and bylines of most heads are lines of their own (`head`). Others stand amid a line, below the text or in the
address of the page. There the lines become the paragraphs of a page without marks, and its readers choose.
"""

from collections.abc import Sequence
from functools import cached_property
from html import escape

from archive.records import Author, Page
from crawler.parsing.authors import find_authors
from crawler.parsing.choice import Choice
from crawler.parsing.claims import Claims, read_claims
from crawler.parsing.dates import find_dates
from crawler.parsing.document import read_document
from crawler.parsing.outline import Outline, read_outline
from crawler.parsing.saved_text.lines import MARKS, Line
from crawler.parsing.site import read_site

_MOST = 2000                  # lines among which a day or names stand


class AsPage:
    """The lines as a page, whose parts are read when they are asked for."""

    def __init__(self, lines: Sequence[Line], title: int, url: str) -> None:
        """The page of the lines, of which that at `title` is the title."""
        self._lines = [line for line in lines[:_MOST] if not line.within]
        self._title, self._url = title, url

    @cached_property
    def _outline(self) -> Outline:
        texts = [escape(line.text.lstrip(f"{MARKS} ")) for line in self._lines]
        markup = "".join(f"<h1>{text}</h1>" if at == self._title else f"<p>{text}</p>" for at, text in enumerate(texts))
        return read_outline(read_document(Page.from_bytes(
            f"<html><body>{markup}".encode(), url=self._url, content_type="text/html; charset=utf-8")))

    @cached_property
    def _claims(self) -> Claims:
        return read_claims(self._outline)

    @property
    def _heading(self) -> int | None:
        return next(iter(self._outline.all("h1")), None)

    def day(self) -> tuple[str, str, str] | None:
        """The day of publication, the words that give it and where they stand; None where nothing tells it."""
        dates = find_dates(self._outline, self._claims, self._heading)
        found = dates.published
        return (found.value, dates.published_raw or found.value, found.origin or "") if found.value else None

    def authors(self) -> tuple[Author, ...]:
        """Who signs it."""
        title: Choice[str | None] = Choice(self._lines[self._title].text, element=self._heading)
        return find_authors(self._outline, self._claims, read_site(self._outline, self._claims), title).value
