"""Rows of a PDF -> those of its text: no running heads, page numbers, tables of contents. Pure."""

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from crawler.parsing.pdf.layout import HEADING, usual_points
from crawler.parsing.pdf.lines import Row, letters_of
from crawler.parsing.saved_text.marks import is_frame

EDGE = 0.12                # share of the page's height where running heads and page numbers stand
CONTENTS_PAGES = 15        # among which a table of contents stands
_FEWEST = 3                # entries of one
_BETWEEN = 2               # rows without a number amid its entries, at most
_SET_APART = 2.5           # of the type size: from a running head to the text, at least

_PAGE_NUMBER = re.compile(r"^\W*(?:(?:page|seite|p\.|pág\.|pagina|стр\.)\s*)?(?:\d{1,4}|[ivxlc]{1,6})"
                          r"(?:\s*(?:/|of|von|de|sur)\s*\d+)?\W*$", re.IGNORECASE)
# What browsers print at the edges of a page: when it was printed and its title; its address and the page's number.
_PRINTED = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? +\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?:\s|$)|"
                      r"(?:https?|file)://\S+\s+\d+(?: ?/ ?\d+| of \d+)$", re.IGNORECASE)
_LEADERS = re.compile(r"(?:\s?[.·…]){6,}")    # "Introduction . . . . . . 4"
_FIRST_NUMBER = re.compile(r"\d{1,4}\b")
_NUMBER_AT_END = re.compile(r"^\d{1,4}\s|\s\d{1,4}$")
_SHORTEST = 6              # letters of a running head
_ENTRY = re.compile(r"(.*[^\W\d_].*?)\s+(\d{1,4})$")


def without_frames(rows: Sequence[Row]) -> list[Row]:
    """The rows of the text."""
    contents = _contents(rows)
    return _without_running_heads([row for n, row in enumerate(rows) if n not in contents])


def _contents(rows: Sequence[Row]) -> set[int]:
    """The places of the rows of tables of contents: they end in leaders, or in numbers of pages that follow."""
    found = {n for n, row in enumerate(rows) if _LEADERS.search(row.text)}
    last_page = rows[0].page + CONTENTS_PAGES if rows else 0
    first = itertools.takewhile(lambda each: each[1].page < last_page, enumerate(rows))
    for _, page in itertools.groupby(first, key=lambda each: each[1].page):
        entries = _entries(list(page), rows, found)
        if len(entries) >= _FEWEST:
            found.update(*(range(last, at) for last, at in itertools.pairwise(entries) if at - last <= _BETWEEN + 1))
            found.add(entries[-1])
            if entries[0] and is_frame(rows[entries[0] - 1].text):
                found.add(entries[0] - 1)
    return found


def _entries(page: Sequence[tuple[int, Row]], rows: Sequence[Row], led: set[int]) -> list[int]:
    """The places of the entries on a page; without leaders they name rows of later pages, in the order of the pages."""
    entries = {n for n, _ in page if n in led}
    numbered = [(n, match[1], int(match[2])) for n, row in page if (match := _ENTRY.fullmatch(row.text))]
    rising = [each for last, each in itertools.pairwise([(0, "", 0), *numbered]) if each[2] >= last[2]]
    if len(rising) >= _FEWEST:
        named = {letters_of(text) for _, text, _ in rising}
        longest = max(len(text) for _, text, _ in rising)
        later = {letters_of(row.text) for row in rows[page[-1][0] + 1:] if len(row.text) <= longest}
        if 2 * len(named & later) >= len(named):
            entries.update(n for n, *_ in rising)
    return sorted(entries)


def _without_running_heads(rows: Sequence[Row]) -> list[Row]:
    """The rows without page numbers and what stands at the edge of several pages, or says there what a row has said.

    What stands within them as often is no running head, but a table that goes over pages.
    """
    pages: dict[int, list[float]] = {}
    for row in rows:
        pages.setdefault(row.page, []).append(row.bottom)
    ends = {page: (min(bottoms), max(bottoms)) for page, bottoms in pages.items()}
    at_edge = [row.bottom in ends[row.page] or not EDGE <= row.bottom / row.page_height <= 1 - EDGE for row in rows]
    large = HEADING * usual_points(rows)
    seen: dict[tuple[str, float], set[int]] = {}
    for row in itertools.compress(rows, at_edge):
        seen.setdefault(_pattern(row), set()).add(row.page)
    within = Counter(_pattern(row) for row, edge in zip(rows, at_edge, strict=True) if not edge)
    said = Counter(pattern for pattern, _ in {(_pattern(row), row.text) for row in itertools.compress(rows, at_edge)})
    running = {pattern for pattern, on in seen.items() if max(2, 0.3 * len(pages), within[pattern]) <= len(on)
               and not (pattern[1] >= large and said[pattern] == len(on))}      # "Chapter 1", "Chapter 2"
    again = _said_again(rows, large)
    return [row for n, (row, edge) in enumerate(zip(rows, at_edge, strict=True))
            if not (edge and (n in again or _pattern(row) in running or _PAGE_NUMBER.match(row.text)
                              or _PRINTED.match(row.text)))]


def _said_again(rows: Sequence[Row], large: float) -> set[int]:
    """The places of rows set apart at the top or the foot of a page that say what another row says, a heading."""
    ends = [n for _, page in itertools.groupby(enumerate(rows), key=lambda each: each[1].page)
            for n in _ends_apart(list(page))]
    longest = max((len(rows[n].text) for n in ends), default=0)
    often = Counter(_said(row) for row in rows if len(row.text) <= longest)
    apart: dict[tuple[str, float], list[int]] = {}
    for n in ends:
        if len(said := _said(rows[n])) >= _SHORTEST and often[said] > 1:
            apart.setdefault((said, rows[n].font_points), []).append(n)
    return {n for (said, points), places in apart.items() if points < large or len(places) > 1
            for n in places[often[said] == len(places):]}


def _said(row: Row) -> str:
    return letters_of(_NUMBER_AT_END.sub("", row.text))


def _ends_apart(page: Sequence[tuple[int, Row]]) -> list[int]:
    """The places of the highest and the lowest row of a page, where the text is clearly apart."""
    order = sorted(page, key=lambda each: each[1].bottom)
    ends = ((order[0], order[1]), (order[-1], order[-2])) if len(order) > 1 else ()
    return [n for (n, end), (_, near) in ends if abs(near.bottom - end.bottom) > _SET_APART * end.font_points]


def _pattern(row: Row) -> tuple[str, float]:
    """What is the same in all running heads of a document: the words but for numbers, and their size.

    A number at the beginning counts from that of the page: those of notes do not go with it.
    """
    text = row.text
    if first := _FIRST_NUMBER.match(text):
        text = f"#{int(first[0]) - row.page}{text[first.end():]}"
    return re.sub(r"(?<![#\d-])\d+", "0", text).strip().lower(), row.font_points
