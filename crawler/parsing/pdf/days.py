"""The front of a PDF and its metadata -> when it was published. Pure.

What the cover states goes before what the next page or the last says of the edition, and that before the day on which
the file was made: files are made anew, printed from a browser or scanned years later.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from crawler.parsing.dates.text import find_dates_in
from crawler.parsing.pdf.lines import Row
from crawler.parsing.saved_text.marks import Mark, read_head_line
from crawler.parsing.word_files import word_tables

SHORT = 12                 # words: a longer row that names a date tells a story
FIRST_ROWS = 60            # of the first page that may date it
_LABEL = 3                 # letters that a row of an imprint has beside its date, at least

# "Policy note 7 | May 2020", "Berlin, im Mai 2020", "© Harbour Institute, May 2020": a month that stands apart
_APART_BEFORE = re.compile(r"(?:.*[^\w\s.]\s*)?(?:[^\W\d]{1,3}\s)?")
_APART_AFTER = re.compile(r"\W*|\s*[^\w\s].*")
_YEAR = re.compile(r"(?:[^\W\d][^\d,]{1,30},\s*)?((?:19|20)\d\d)(?:\s*(?:г\.?|р\.?|年|년))?\.?")      # "London, 1998"
_PDF_DATE = re.compile(r"^(?:D:)?(\d{4})(\d{2})?(\d{2})?")


@dataclass(frozen=True, slots=True)
class Day:
    """When, in which words, and where they stand."""

    value: str
    raw: str
    said: str


def read_day(first: Sequence[Row], cover: Sequence[Row], imprint: Sequence[Row],
             metadata: Mapping[str, str]) -> Day | None:
    """The day of publication: by the rows of the first page, where it is a cover those beside its title, and others."""
    first = first[:FIRST_ROWS]
    return (_marked(first, "published", "pdf first page") or _of_short_rows(first)
            or _of_months(takewhile(lambda row: len(row.text.split()) <= SHORT, first))
            or _marked(first, "modified", "pdf first page") or _of_imprint(imprint)
            or _of_year(cover) or _of_file(metadata))


def _marked(rows: Sequence[Row], kind: str, said: str) -> Day | None:
    marks = (mark for row in rows for mark in read_head_line(row.text))
    return next((Day(mark.value, mark.raw, said) for mark in marks if mark.kind == kind), None)


def _of_short_rows(rows: Sequence[Row]) -> Day | None:
    found = (find_dates_in(row.text) for row in rows if len(row.text.split()) <= SHORT)
    days = (dates[0] for dates in found if dates and dates[0].day)
    return next((Day(day.value, day.raw, "pdf first page, in a short row") for day in days), None)


def _of_months(rows: Iterable[Row]) -> Day | None:
    for row in rows:
        for date in find_dates_in(row.text)[:1]:
            before, after = row.text[:date.start], row.text[date.start + len(date.raw):]
            if _APART_BEFORE.fullmatch(before) and _APART_AFTER.fullmatch(after):
                return Day(date.value, date.raw, "pdf first page, in a short row")
    return None


def _of_imprint(rows: Sequence[Row]) -> Day | None:
    """The date that a row of the imprint names as that of the edition."""
    for row in rows:
        marks = read_head_line(row.text)
        if marks and len(row.text) - len(marks[0].raw) >= _LABEL and all(map(_dates, marks)):
            return Day(marks[0].value, marks[0].raw, f"pdf page {row.page}")
    return None


def _dates(mark: Mark) -> bool:
    return mark.kind in {"published", "modified"}


def _of_year(rows: Sequence[Row]) -> Day | None:
    found = (_YEAR.fullmatch(row.text) for row in rows)
    return next((Day(match[1], match[0], "pdf cover") for match in found if match), None)


def _of_file(metadata: Mapping[str, str]) -> Day | None:
    stated, made_by = metadata.get("CreationDate", ""), f"{metadata.get('Creator')} {metadata.get('Producer')}".lower()
    match = _PDF_DATE.match(stated)
    if not match or any(map(made_by.__contains__, word_tables("pdf/metadata.txt")["copies"])) \
            or not 1985 <= int(match[1]) <= 2200:
        return None
    return Day("-".join(part for part in match.groups() if part), stated, "pdf metadata CreationDate")
