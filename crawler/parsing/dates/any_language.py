"""A short text that says a date in words no pattern knows -> the date, read by dateparser. Pure.

dateparser knows 200 locales and is slow: it is loaded on first use, asked in the page's language alone, for whole
short texts only, and at most `MOST_CALLS` times a page. Its clock and its guesses are switched off: a text must tell
day, month and year.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from crawler.parsing.dates.text import Habits, WrittenDate

MOST_CALLS = 2
LONGEST = 60                  # characters
_PARTS, _LEAST_PARTS = re.compile(r"[^\W\d_]+|\d+"), 3       # day, month and year


def read_in_any_language(texts: Iterable[str], habits: Habits) -> tuple[str, WrittenDate] | None:
    """The first of the texts that is a date, and the date; None where none is among the first `MOST_CALLS`.

    Texts of fewer than three parts, such as "May 2024", are passed over.

    >>> read_in_any_language(["5 Martxoa 2024"], Habits("eu", "YMD"))[1].value
    '2024-03-05'
    """
    asked = [text for text in texts if len(text) <= LONGEST and _may_be_day(text)][:MOST_CALLS]
    for text in asked:
        if day := _read(text, habits.language, habits.order):
            return text, WrittenDate(day, text, 0)
    return None


def _may_be_day(text: str) -> bool:
    parts = _PARTS.findall(text)
    return len(parts) >= _LEAST_PARTS and any(map(str.isdigit, parts))


@lru_cache(maxsize=1024)
def _read(text: str, language: str, order: str) -> str | None:
    try:
        found = _parser(language, order).get_date_data(text).date_obj
    except ValueError:        # a language it has no data for
        return None
    return found.date().isoformat() if found and 1700 <= found.year <= 2199 else None


@lru_cache(maxsize=64)
def _parser(language: str, order: str) -> Any:  # an untyped library
    """Dateparser for one language."""
    from dateparser.date import DateDataParser  # takes a fifth of a second to load

    settings = {"DATE_ORDER": order, "REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"],
                "RETURN_AS_TIMEZONE_AWARE": False, "STRICT_PARSING": True}
    return DateDataParser(languages=[language], settings=settings)
