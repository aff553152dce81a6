"""Names of months in some 80 languages -> 1-12. Pure; the names stand in `months.txt`."""

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from crawler.parsing.dates.patterns import MAY_NAME, ODD_MONTH, PERSIAN
from crawler.parsing.word_files import lines_of

_AS_LISTED = str.maketrans({".": "", "׳": "", "॰": "", " ": "_"})       # signs of short forms


def month_number(name: str, language: str = "en") -> int | None:
    """1-12 for a month's name or short form, the page's own language first; None for any other word.

    >>> month_number("März"), month_number("listopad", "hr"), month_number("listopad", "pl"), month_number("but")
    (3, 10, 11, None)
    """
    names, by_language = _months()
    name = name.casefold().translate(_AS_LISTED)
    own = by_language.get(language, {})
    return own.get(name) or names.get(name) or names.get(_bare(name))


def names_month(text: str) -> bool:
    """Whether a word of the text may name a month: most texts with a year in them have none, and need no pattern."""
    return any(map(is_month, MAY_NAME.findall(text))) or (
        not text.isascii() and ODD_MONTH.search(text) is not None)


@lru_cache(maxsize=1 << 14)      # words come again and again
def is_month(word: str) -> bool:
    """Whether a word is the name of a month, of the Persian calendar too."""
    return month_number(word) is not None or word in PERSIAN


@cache
def _months() -> tuple[Mapping[str, int], Mapping[str, Mapping[str, int]]]:
    """Names in all languages (the first language that claims a name wins), and by language."""
    names: dict[str, int] = {}
    by_language: dict[str, dict[str, int]] = {}
    for line in lines_of("dates/months.txt"):
        language, *cells = line.split()
        own = by_language.setdefault(language, {})
        for number, cell in enumerate(cells, 1):
            for name in cell.split("/"):
                own[name] = number
                names.setdefault(name, number)
                names.setdefault(_bare(name), number)
    return names, by_language


def _bare(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
