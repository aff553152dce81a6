"""The first page and the metadata of a PDF -> title, date, authors. Pure.

What stands on the page goes before the metadata: those are often the name of a file, of a template or of a machine.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import dropwhile, takewhile
from urllib.parse import unquote, urlsplit

from archive.records import Author
from crawler.parsing.bylines import read_byline
from crawler.parsing.dates.text import find_dates_in
from crawler.parsing.identifiers import Identifiers, identifiers_in
from crawler.parsing.pdf.days import Day, read_day
from crawler.parsing.pdf.layout import BULLET, HEADING, STOP, usual_points
from crawler.parsing.pdf.lines import RAISED, Row, letters_of
from crawler.parsing.saved_text.labels import read_topics
from crawler.parsing.saved_text.marks import read_head_line
from crawler.parsing.word_files import word_tables

TITLE = 1.25               # a title is set at least so much larger than the text
COVER = 150                # words: a first page with more is no cover
MOST_ON_COVER = 20         # rows
LONGEST_ON_COVER = 70      # characters of one, beside the title
BELOW = 6                  # rows under the title where its authors may stand
LEAST_TEXT = 100           # words that tell names from headings
FRONT_PAGES = 2            # where identifiers stand

_FILE_NAME = re.compile(r"[(\[]?(?:\S*_\S*|\S*\d{4,}\S*|[\w.-]+-\d+|[A-Z0-9.-]+\d|(?:[A-Z]:|https?:/)[\\/].*"
                        r"|.*\.[a-z]{2,5}\d?)[)\]]?|[\W\d_]*")
_NUMBERED = re.compile(r"[\W\d_]*$|^\W+")
_NO_AUTHOR = re.compile(r"^(?:[a-z]+\d+|[a-z]{1,9}|\W*)$")
_AFTER_NAME = re.compile(r"\s*[\[(].*")                                    # "SMITH, John [DfE]"
_LAST_FIRST = re.compile(r"[^\W\d_][\w'’-]+, [^\W\d_][\w'’-]+(?: [^\W\d_]\.?)?")       # "Smith, John A."
_MARKS = re.compile(rf"(?<=\w)[{RAISED}*†‡§∗]+(?:,[{RAISED}*†‡§∗]+)*")      # of an author's institution or address


NO_IDENTIFIERS = Identifiers({}, {})


@dataclass(frozen=True, slots=True)
class Front:
    """What the first page and the metadata say; each with where it was said."""

    title: str
    title_rows: tuple[Row, ...] = ()
    subtitle_rows: tuple[Row, ...] = ()
    day: Day | None = None
    authors: tuple[Author, ...] = ()
    author_rows: tuple[Row, ...] = ()          # where they say nothing else
    identifiers: Identifiers = NO_IDENTIFIERS
    evidence: Mapping[str, str] | None = None
    page: int = 1                             # the first with text
    is_cover: bool = False                    # nothing on it or before it is text


def read_front(rows: Sequence[Row], metadata: Mapping[str, str], url: str) -> Front:
    """Title (never empty: at last the name of the file), date, byline and DOI."""
    usual = usual_points(rows)
    opening = _opening(rows, usual)
    first = [row for row in rows if row.page == opening]
    title, title_rows, said = _title(first, usual, metadata, url)
    evidence = {"title": said}
    authors, author_rows, said = _authors(first, title_rows, metadata, rows)
    if authors:
        evidence["authors"] = said
    subtitle_rows = _subtitle(first, title_rows, author_rows, usual) if len(first) < len(rows) else ()
    if subtitle_rows:
        evidence["dek"] = "pdf cover, under the title"
    imprint = [row for row in rows if row.page in {opening + 1, rows[-1].page}] if len(first) < len(rows) else []
    cover = [row for row in first if row not in title_rows] if imprint and _words(first) <= COVER else []
    day = read_day(first, cover, imprint, metadata)
    if day:
        evidence["published"] = day.said
    identifiers = identifiers_in([row.text for row in rows if row.page < opening + FRONT_PAGES])
    if identifiers.origins:
        evidence["identifiers"] = ", ".join(f"{kind}: {origin}" for kind, origin in identifiers.origins.items())
    return Front(title, title_rows, subtitle_rows, day, authors, author_rows, identifiers, evidence, opening,
                 is_cover=bool(cover) and _is_cover([row for row in rows if row.page <= opening], title_rows))


def _opening(rows: Sequence[Row], usual: float) -> int:
    """The first page with text, as covers are often pictures; the next where only that has a title."""
    pages = list(dict.fromkeys(row.page for row in rows))[:2]
    first, second = ([row for row in rows if row.page == page] for page in (*pages, 0, 0)[:2])
    few = _words(first) <= COVER
    return (pages or [1])[few and not _largest(first, usual) and bool(_largest(second, usual))]


def _title(first: Sequence[Row], usual: float, metadata: Mapping[str, str],
           url: str) -> tuple[str, tuple[Row, ...], str]:
    stated = " ".join(metadata.get("Title", "").split())
    stated = "" if _is_no_title(stated) else stated
    shown = _rows_saying(first, stated) if stated else ()
    large = _largest(first, usual)
    if stated and (shown or not large):
        return stated, shown, "pdf metadata Title"
    if large:
        return " ".join(" ".join(row.text for row in large).split()), large, "pdf first page, largest type"
    if first:
        return " ".join(first[0].text.split()), (first[0],), "pdf first page, first row"
    return _name_in(url), (), "name of the file"


def _is_no_title(stated: str) -> bool:
    """Whether it is the name of a file, a program, a template or nothing.

    >>> [_is_no_title(name) for name in ("Microsoft Word - a.docx", "Untitled-1", "BR_A4_web", "Budget 2024", "Ports")]
    [True, True, True, False, False]
    """
    words, low = word_tables("pdf/metadata.txt"), stated.lower()
    return (_FILE_NAME.fullmatch(stated) is not None or _NUMBERED.sub("", low) in words["no-title"]
            or any(map(low.__contains__, words["no-title-with"])))


def _is_cover(rows: Sequence[Row], title_rows: Sequence[Row]) -> bool:
    """Whether a page shows a title and what belongs to it: no sentences, items, tables or keywords."""
    others = [row for row in rows if row not in title_rows]
    return bool(title_rows) and len(rows) <= MOST_ON_COVER and sum("\t" in row.text for row in others) < 3 and not any(
        len(row.text) > LONGEST_ON_COVER // (1 + _caseless(row)) or BULLET.match(row.text) or read_topics(row.text)
        or ((len(row.text.split()) > 3 or _caseless(row)) and STOP.search(row.text)) for row in others)


def _subtitle(first: Sequence[Row], title_rows: Sequence[Row], author_rows: Sequence[Row],
              usual: float) -> tuple[Row, ...]:
    """The rows of a cover right under the title that are larger than the text and smaller than the title."""
    if not title_rows or _words(first) > COVER:
        return ()
    title = min(row.font_points for row in title_rows)
    below = first[first.index(title_rows[-1]) + 1:][:3]
    found = tuple(takewhile(lambda row: HEADING * usual <= row.font_points < title and row not in author_rows
                            and not read_head_line(row.text) and not find_dates_in(row.text), below))
    return found if _words(found) > 2 or any(map(_caseless, found)) else ()


def _words(rows: Sequence[Row]) -> int:
    return sum(len(row.text.split()) for row in rows)


def _caseless(row: Row) -> bool:
    return len(row.text) > 5 and row.text.upper() == row.text.lower()       # Chinese, Arabic, …: words are no measure


def _rows_saying(first: Sequence[Row], title: str) -> tuple[Row, ...]:
    """The rows of the first page that together are the title."""
    wanted = letters_of(title)
    for at in range(len(first)):
        said = ""
        for end in range(at, min(at + 6, len(first))):
            said += letters_of(first[end].text)
            if said == wanted:
                return tuple(first[at:end + 1])
            if not wanted.startswith(said):
                break
    return ()


def _largest(first: Sequence[Row], usual: float) -> tuple[Row, ...]:
    """The first rows set in the largest type of the page, where that is clearly larger than the text."""
    wordy = [row for row in first if len(letters_of(row.text)) >= 3]
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


def _authors(first: Sequence[Row], title_rows: Sequence[Row], metadata: Mapping[str, str],
             rows: Sequence[Row]) -> tuple[tuple[Author, ...], tuple[Row, ...], str]:
    marks = (mark for row in first[:40] for mark in read_head_line(row.text) if mark.kind == "byline")
    if by := next(filter(None, (read_byline(mark.value, led=False, stated=True) for mark in marks)), None):
        return by, (), "pdf first page"
    named = _stated(metadata.get("Author", ""), first)
    after = first.index(title_rows[-1]) + 1 if title_rows else 0
    below = [(row, _signed(row.text)) for row in first[after:after + BELOW]]
    for row, signed in below:
        if signed and (_MARKS.search(row.text) or not set(signed).isdisjoint(named)):
            return signed, (row,), "pdf first page, under the title"
    if together := _people_in(below, rows):
        return tuple(each for _, signed in together for each in signed), tuple(row for row, _ in together), \
            "pdf first page, under the title"
    return named, (), "pdf metadata Author"


def _people_in(below: Sequence[tuple[Row, tuple[Author, ...]]],
               rows: Sequence[Row]) -> Sequence[tuple[Row, tuple[Author, ...]]]:
    """The rows under the title that name several people, by words that stand nowhere uncapitalised."""
    several = list(takewhile(lambda row: row[1], dropwhile(lambda row: not row[1], below)))
    people = [each for _, signed in several for each in signed]
    if len(people) < 2 or any(each.kind != "person" or " " not in each.name for each in people):
        return ()
    words = [word for row in rows for word in re.findall(r"[^\W\d_]{3,}", row.text)]
    if len(words) < LEAST_TEXT or any(name.lower() in set(words) for each in people for name in each.name.split()):
        return ()
    return several


def _stated(author: str, first: Sequence[Row]) -> tuple[Author, ...]:
    """The authors in the metadata; a firm that the first page does not name made the file, or sold the program."""
    author = " ".join(_AFTER_NAME.sub("", author).split())
    if _NO_AUTHOR.match(author) or any(map(author.lower().__contains__, word_tables("pdf/metadata.txt")["no-author"])):
        return ()
    named = read_byline(f"{author};" if _LAST_FIRST.fullmatch(author) else author, led=False, stated=True)
    shown = letters_of(" ".join(row.text for row in first))
    return tuple(each for each in named if letters_of(each.name) in shown
                 or (each.kind == "person" and (" " in each.name or not each.name.isascii())))


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


def _name_in(url: str) -> str:
    name = unquote(urlsplit(url).path).rstrip("/").rpartition("/")[2]
    name = re.sub(r"\.pdf$", "", name, flags=re.IGNORECASE)
    return " ".join(re.sub(r"[-_+]+", " ", name).split()) or "Untitled PDF"
