"""Names a line each, as runs of an outline -> the people. Pure."""

from itertools import takewhile

from archive.records import Author
from crawler.parsing.authors.claims import Authors
from crawler.parsing.authors.links import as_linked, first_person, once
from crawler.parsing.bylines import goes_on, is_last_first, read_byline
from crawler.parsing.outline import Outline, Run

_MOST_LINES = 24              # of names one by one
JOINER = 5                    # characters of a text that only joins two names


def last_names_first(outline: Outline, number: int) -> Authors:
    """The people of the lines from one on that each tell a last name and a first one: "Stone, Joy"."""
    lines = takewhile(is_last_first, (run.text for run in outline.runs[number:number + _MOST_LINES]))
    return read_byline("; ".join([*lines, ""]), led=False, stated=True)


def row_of_names(outline: Outline, number: int) -> Authors:
    """The people of lines in sister elements of one kind, one a line and two at least: a list, or cards in a row."""
    found: list[Author] = []
    runs = outline.runs[number:number + _MOST_LINES]
    for run in takewhile(lambda run: _kind(outline, run) == _kind(outline, runs[0]), runs):
        if not (people := first_person(run.text)):
            break
        found += as_linked(outline, people, run.element)
    return once(found) if len(found) > 1 else ()


def _kind(outline: Outline, run: Run) -> tuple[int, str, str]:
    i = run.element
    return outline.parents[i], outline.tags[i], outline.names[i]


def lines_of_names(outline: Outline, number: int) -> str:
    """The line, and those after it that are joined to it: "Ada One", "and", "Bo Two" in boxes of their own."""
    lines = [run.text for run in outline.runs[number:number + _MOST_LINES]]
    last = 0
    while last + 1 < len(lines) and goes_on(lines[last + 1]):
        last += 2 if len(lines[last + 1]) < JOINER and last + 2 < len(lines) else 1
    return " ".join(lines[:last + 1])
