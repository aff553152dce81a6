"""The first page and the metadata of a PDF -> title, date, authors. Pure.

What stands on the page goes before the metadata: those are often the name of a file, of a template or of a machine.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from crawler.parsing.date_text import find_dates_in
from crawler.parsing.pdf.layout import usual_points
from crawler.parsing.pdf.rows import Row
from crawler.parsing.saved_text.marks import read_head_line

SHORT = 12                 # words: a longer row that names a date tells a story
TITLE = 1.25               # a title is set at least so much larger than the text

_NO_TITLE = re.compile(r"^(?:untitled|microsoft \w+ -.*|.*\.(?:docx?|pdf|indd|pptx?|xlsx?|qxd|tex|rtf|odt)"
                       r"|slide \d+|(?:document|doc|title|print|layout)\W*\d*"
                       r"|[\w-]*\d{4,}[\w-]*|\W*)$", re.IGNORECASE)
_NO_AUTHOR = re.compile(
    r"^(?:admin\w*|user\w*|author|unknown|owner|microsoft.*|windows.*|adobe.*|[a-z]+\d+|[a-z]{1,9}|\W*)$")
_PDF_DATE = re.compile(r"^(?:D:)?(\d{4})(\d{2})?(\d{2})?")
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>]+[^\s\"<>.,;)\]]")


@dataclass(frozen=True, slots=True)
class Front:
    """What the first page and the metadata say; each with where it was said."""

    title: str
    title_rows: tuple[Row, ...] = ()
    published: str | None = None
    published_raw: str | None = None
    authors: str | None = None                # the byline, not yet divided
    doi: str | None = None
    evidence: Mapping[str, str] | None = None


def read_front(rows: Sequence[Row], metadata: Mapping[str, str], url: str) -> Front:
    """Title (never empty: at last the name of the file), date, byline and DOI."""
    first = [row for row in rows if row.page == 1]
    title, title_rows, said = _title(first, rows, metadata, url)
    evidence = {"title": said}
    published, raw, said = _date(first[:60] or [row for row in rows if row.page == 2][:40], metadata)
    if published:
        evidence["published"] = said
    authors, said = _authors(first, metadata)
    if authors:
        evidence["authors"] = said
    doi = _DOI.search(" ".join(row.text for row in rows[:200]))
    return Front(title, title_rows, published, raw, authors, doi[0].lower() if doi else None, evidence)


def _title(first: Sequence[Row], rows: Sequence[Row], metadata: Mapping[str, str],
           url: str) -> tuple[str, tuple[Row, ...], str]:
    stated = " ".join(metadata.get("Title", "").split())
    if stated and not _NO_TITLE.match(stated):
        shown = _rows_saying(first, stated)
        if shown or not first:
            return stated, shown, "pdf metadata Title"
    large = _largest(first, usual_points(rows))
    if large:
        return " ".join(row.text for row in large), large, "pdf first page, largest type"
    if stated and not _NO_TITLE.match(stated):
        return stated, (), "pdf metadata Title"
    if first:
        return first[0].text, (first[0],), "pdf first page, first row"
    return _name_in(url), (), "name of the file"


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
    if not match or not 1985 <= int(match[1]) <= 2200:
        return None, None, ""
    parts = [part for part in match.groups() if part]
    return "-".join(parts), metadata["CreationDate"], "pdf metadata CreationDate"


def _authors(first: Sequence[Row], metadata: Mapping[str, str]) -> tuple[str | None, str]:
    for row in first[:40]:
        for mark in read_head_line(row.text):
            if mark.kind == "byline":
                return mark.value, "pdf first page"
    stated = " ".join(metadata.get("Author", "").split())
    return (None, "") if not stated or _NO_AUTHOR.match(stated) else (stated, "pdf metadata Author")


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _name_in(url: str) -> str:
    name = unquote(urlsplit(url).path).rstrip("/").rpartition("/")[2]
    name = re.sub(r"\.pdf$", "", name, flags=re.IGNORECASE)
    return " ".join(re.sub(r"[-_+]+", " ", name).split()) or "Untitled PDF"
