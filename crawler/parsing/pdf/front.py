"""The first page and the metadata of a PDF -> title, date, authors. Pure.

What stands on the page goes before the metadata: those are often the name of a file, of a template or of a machine.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from urllib.parse import unquote, urlsplit

from archive.records import Author
from crawler.parsing.bylines import read_byline
from crawler.parsing.dates.text import find_dates_in
from crawler.parsing.identifiers import Identifiers, identifiers_in
from crawler.parsing.pdf.layout import HEADING, usual_points
from crawler.parsing.pdf.lines import RAISED, Row
from crawler.parsing.saved_text.marks import read_head_line

SHORT = 12                 # words: a longer row that names a date tells a story
TITLE = 1.25               # a title is set at least so much larger than the text
COVER = 150                # words: a first page with more is no cover
BELOW = 6                  # rows under the title where its authors may stand
FRONT_PAGES = 2            # where identifiers stand

_NO_TITLE = re.compile(r"^(?:\W*(?:untitled|anonymous|unspecified|unnamed|no title)\W*"
                       r"|microsoft \w+ -.*|.*\.(?:docx?|pdf|indd|pptx?|xlsx?|qxd|tex|rtf|odt)"
                       r"|slide \d+|(?:document|doc|title|print|layout)\W*\d*"
                       r"|[\w-]*\d{4,}[\w-]*|\W*)$", re.IGNORECASE)
_NO_AUTHOR = re.compile(
    r"^(?:admin\w*|user\w*|author|unknown|owner|microsoft.*|windows.*|adobe.*|[a-z]+\d+|[a-z]{1,9}|\W*)$")
# Browsers, and programs that make a PDF of a page when somebody asks for it: theirs is the day of the reader.
_PRINTS = re.compile(r"\b(?:Skia/PDF|\w*Chrom(?:e|ium)/|Firefox|Safari|wkhtmltopdf|PhantomJS|dompdf|mPDF|FPDF|TCPDF|"
                     r"jsPDF)", re.IGNORECASE)
_PDF_DATE = re.compile(r"^(?:D:)?(\d{4})(\d{2})?(\d{2})?")
_MARKS = re.compile(rf"(?<=\w)[{RAISED}*†‡§∗]+(?:,[{RAISED}*†‡§∗]+)*")      # of an author's institution or address


NO_IDENTIFIERS = Identifiers({}, {})


@dataclass(frozen=True, slots=True)
class Front:
    """What the first page and the metadata say; each with where it was said."""

    title: str
    title_rows: tuple[Row, ...] = ()
    subtitle_rows: tuple[Row, ...] = ()
    published: str | None = None
    published_raw: str | None = None
    authors: tuple[Author, ...] = ()
    author_row: Row | None = None             # where it says nothing else
    identifiers: Identifiers = NO_IDENTIFIERS
    evidence: Mapping[str, str] | None = None
    page: int = 1                             # the first with text


def read_front(rows: Sequence[Row], metadata: Mapping[str, str], url: str) -> Front:
    """Title (never empty: at last the name of the file), date, byline and DOI."""
    usual = usual_points(rows)
    opening = _opening(rows, usual)
    first = [row for row in rows if row.page == opening]
    title, title_rows, said = _title(first, usual, metadata, url)
    evidence = {"title": said}
    subtitle_rows = _subtitle(first, title_rows, usual) if len(first) < len(rows) else ()
    if subtitle_rows:
        evidence["dek"] = "pdf cover, under the title"
    published, raw, said = _date(first[:60], metadata)
    if published:
        evidence["published"] = said
    authors, author_row, said = _authors(first, title_rows, metadata)
    if authors:
        evidence["authors"] = said
    identifiers = identifiers_in([row.text for row in rows if row.page < opening + FRONT_PAGES])
    if identifiers.origins:
        evidence["identifiers"] = ", ".join(f"{kind}: {origin}" for kind, origin in identifiers.origins.items())
    return Front(title, title_rows, subtitle_rows, published, raw, authors, author_row, identifiers, evidence, opening)


def _opening(rows: Sequence[Row], usual: float) -> int:
    """The first page with text, as covers are often pictures; the next where only that has a title."""
    pages = list(dict.fromkeys(row.page for row in rows))[:2]
    first, second = ([row for row in rows if row.page == page] for page in (*pages, 0, 0)[:2])
    few = sum(len(row.text.split()) for row in first) <= COVER
    return (pages or [1])[few and not _largest(first, usual) and bool(_largest(second, usual))]


def _title(first: Sequence[Row], usual: float, metadata: Mapping[str, str],
           url: str) -> tuple[str, tuple[Row, ...], str]:
    stated = " ".join(metadata.get("Title", "").split())
    stated = "" if _NO_TITLE.match(stated) else stated
    shown = _rows_saying(first, stated) if stated else ()
    large = _largest(first, usual)
    if stated and (shown or not large):
        return stated, shown, "pdf metadata Title"
    if large:
        return " ".join(" ".join(row.text for row in large).split()), large, "pdf first page, largest type"
    if first:
        return " ".join(first[0].text.split()), (first[0],), "pdf first page, first row"
    return _name_in(url), (), "name of the file"


def _subtitle(first: Sequence[Row], title_rows: Sequence[Row], usual: float) -> tuple[Row, ...]:
    """The rows of a cover right under the title that are larger than the text and smaller than the title."""
    if not title_rows or sum(len(row.text.split()) for row in first) > COVER:
        return ()
    title = min(row.font_points for row in title_rows)
    below = first[first.index(title_rows[-1]) + 1:][:3]
    found = tuple(takewhile(lambda row: HEADING * usual <= row.font_points < title and not read_head_line(row.text)
                            and not find_dates_in(row.text), below))
    return found if sum(len(row.text.split()) for row in found) > 2 or any(map(_caseless, found)) else ()


def _caseless(row: Row) -> bool:
    return len(row.text) > 5 and row.text.upper() == row.text.lower()       # Chinese, Arabic, …: words are no measure


def _rows_saying(first: Sequence[Row], title: str) -> tuple[Row, ...]:
    """The rows of the first page that together are the title."""
    wanted = _letters(title)
    for at in range(len(first)):
        said = ""
        for end in range(at, min(at + 6, len(first))):
            said += _letters(first[end].text)
            if said == wanted:
                return tuple(first[at:end + 1])
            if not wanted.startswith(said):
                break
    return ()


def _largest(first: Sequence[Row], usual: float) -> tuple[Row, ...]:
    """The first rows set in the largest type of the page, where that is clearly larger than the text."""
    wordy = [row for row in first if len(_letters(row.text)) >= 3]
    largest = max((row.font_points for row in wordy), default=0.0)
    if largest < TITLE * usual:
        return ()
    run: list[Row] = []
    for row in wordy:
        if abs(row.font_points - largest) <= 0.6:
            run.append(row)
        elif run:
            break
    return tuple(run[:6])


def _date(first: Sequence[Row], metadata: Mapping[str, str]) -> tuple[str | None, str | None, str]:
    for row in first:
        for mark in read_head_line(row.text):
            if mark.kind == "published":
                return mark.value, mark.raw, "pdf first page"
    for row in first:
        if len(row.text.split()) <= SHORT and (found := find_dates_in(row.text)) and found[0].day:
            return found[0].value, found[0].raw, "pdf first page, in a short row"
    match = _PDF_DATE.match(metadata.get("CreationDate", ""))
    is_printed = _PRINTS.search(f"{metadata.get('Creator')} {metadata.get('Producer')}")
    if not match or is_printed or not 1985 <= int(match[1]) <= 2200:
        return None, None, ""
    parts = [part for part in match.groups() if part]
    return "-".join(parts), metadata["CreationDate"], "pdf metadata CreationDate"


def _authors(first: Sequence[Row], title_rows: Sequence[Row],
             metadata: Mapping[str, str]) -> tuple[tuple[Author, ...], Row | None, str]:
    for row in first[:40]:
        for mark in read_head_line(row.text):
            if mark.kind == "byline":
                return read_byline(mark.value, led=False, stated=True), None, "pdf first page"
    stated = " ".join(metadata.get("Author", "").split())
    named = () if _NO_AUTHOR.match(stated) else read_byline(stated, led=False, stated=True)
    after = first.index(title_rows[-1]) + 1 if title_rows else 0
    for row in first[after:after + BELOW]:
        signed = _signed(row.text)
        if signed and (_MARKS.search(row.text) or not set(signed).isdisjoint(named)):
            return signed, row, "pdf first page, under the title"
    return named, None, "pdf metadata Author"


def _signed(text: str) -> tuple[Author, ...]:
    """The people that a row names where it names nothing else.

    >>> [author.name for author in _signed("Ada One¹, Bo van Two²,³ and Cy Three¹*")]
    ['Ada One', 'Bo van Two', 'Cy Three']
    >>> _signed("Ada One¹, University of Bonn")
    ()
    """
    bare = _MARKS.sub("", text).replace("\t", ", ")
    people = read_byline(bare, led=False)
    named = sum(len(author.name.split()) for author in people)
    return people if named and len(re.findall(r"\w[\w.'’-]*", bare)) - named < len(people) else ()


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _name_in(url: str) -> str:
    name = unquote(urlsplit(url).path).rstrip("/").rpartition("/")[2]
    name = re.sub(r"\.pdf$", "", name, flags=re.IGNORECASE)
    return " ".join(re.sub(r"[-_+]+", " ", name).split()) or "Untitled PDF"
