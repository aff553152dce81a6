"""A line of a saved page -> where in it a date stands, as long as it goes. Pure."""

import re
from itertools import takewhile

from crawler.parsing.dates.alone import may_end_date, may_go_on_date, may_open_date, read_line_date
from crawler.parsing.saved_text.labels import EDGES

_MAY_DATE = re.compile(r"\d{4}|\d{1,2}年|\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2}")
_MOST_PIECES, _LONGEST_DATE = 6, 40          # of a date at the end of a line: words, characters
_MOST_WORDS = 9                              # of one within it


def date_at_end(text: str, month_first: bool | None) -> tuple[int, int, str] | None:
    """Where the date begins with which the text ends, as long as it goes."""
    bare = text.rstrip(" )）")
    starts = [match.start() for match in re.finditer(r"[^\s|·•()（）]+", bare)][-_MOST_PIECES:]
    for start in starts if _MAY_DATE.search(bare[-_LONGEST_DATE:]) else ():
        if may_open_date(bare[start:].split(maxsplit=1)[0]) and (
                found := read_line_date(bare[start:].strip(EDGES), month_first=month_first)):
            return start, len(bare), found.iso
    return None


def date_window(text: str, month_first: bool | None) -> tuple[int, int, str] | None:
    """Where the first date of the text begins and ends, as long as it goes."""
    if not _MAY_DATE.search(text):
        return None
    spots = [(match.start(), match.end()) for match in re.finditer(r"[^\s|·•()（）]+", text)]
    for first, (start, stop) in enumerate(spots):
        if not may_open_date(text[start:stop]):
            continue
        held = takewhile(lambda spot: may_go_on_date(text[slice(*spot)]), spots[first:first + _MOST_WORDS])
        for begin, end in reversed([*held]):
            if not may_end_date(text[begin:end]):
                continue
            found = read_line_date(text[start:end].strip(EDGES + "()"), month_first=month_first)
            if found:
                return start, end, found.iso
    return None
