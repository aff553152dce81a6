"""A list -> the days that its lines tell of its entries: "5 March 2024", "Report | 5 March 2024". Pure.

As on any page, but for what stands beside links: of a linked title only what is left of its line counts.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from crawler.parsing.dates.lines import is_of_hours, line_traits
from crawler.parsing.dates.places import dated_runs, dates_of_run, stated_moments
from crawler.parsing.dates.text import Habits, WrittenDate, find_dates_in, read_date
from crawler.parsing.dates.words import is_of_another, label_of
from crawler.parsing.outline import Outline

_LONGEST_LINE = 120            # characters of a line without its links
_LONGEST_LABEL = 40            # and of the line above that says what a day is
_MOST_MOMENTS = 1_000          # elements that state one
_OTHERS = frozenset({"label other", "said to be other", "in prose", "in passing", "of an issue"})


class EntryDay(NamedTuple):
    """A day, and where it stands."""

    element: int
    start: int                 # piece of text
    stop: int
    iso: str                   # "2024-03", "2024-03-05"
    rank: int                  # of several of one entry the highest counts


def entry_days(outline: Outline, habits: Habits) -> Iterator[EntryDay]:
    """Every day or month in a line of its own or beside a link; not where it says when something changed or is due."""
    for n in dated_runs(outline, habits):
        if (told := _told_by(outline, n, habits)) is not None:
            yield told
    for i, _, value in stated_moments(outline, _MOST_MOMENTS):
        date = read_date(value[:80], habits)
        before = "".join(outline.pieces[max(outline.starts[i] - 3, 0):outline.starts[i]])
        if date is not None and date.day and not is_of_another(before):
            yield EntryDay(i, outline.starts[i], outline.stops[i], date.day, 2)


def _told_by(outline: Outline, n: int, habits: Habits) -> EntryDay | None:
    run = outline.runs[n]
    if len(run.text) <= _LONGEST_LINE and run.link_chars in (0, len(run.text)):
        return _best_of(outline, n, run.text, dates_of_run(outline, n, habits))
    for rank, text in ((1, _beside_links(outline, n)), (0, run.text)):
        if len(text) <= _LONGEST_LINE and (dates := find_dates_in(text, habits)):
            return _best_of(outline, n, text, dates, rank)
    return None


def _best_of(outline: Outline, n: int, text: str, dates: Iterable[WrittenDate], rank: int = 1) -> EntryDay | None:
    """The first of the dates that are called the day of publication, else of those not called otherwise."""
    run, found = outline.runs[n], list[EntryDay]()
    for date in dates:
        before, after = text[:date.start], text[date.start + len(date.raw):]
        above = outline.runs[n - 1].text if n and not before.strip(" |,•·-–—(") else ""
        if is_of_another(before, after) or is_of_hours(text, date) or is_of_another(above[:_LONGEST_LABEL]):
            continue
        label, _ = label_of(before, after)
        if len(date.value) > len("2024") and _OTHERS.isdisjoint(line_traits(text, date, label)):
            found.append(EntryDay(run.element, run.start, run.stop, date.day or date.value,
                                  3 if label == "published" else rank))
    return max(found, key=lambda day: day.rank, default=None)


def _beside_links(outline: Outline, n: int) -> str:
    """What a line says without its links."""
    run = outline.runs[n]
    said, at = [], run.start
    for i in outline.links_in(run):
        if outline.starts[i] >= at:
            said.append(outline.between(at, outline.starts[i]))
            at = outline.stops[i]
    return " ".join(filter(None, (*said, outline.between(at, run.stop))))
