"""Names of months in some 65 languages -> 1-12. Pure; the names stand in `months.txt`."""

import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


def month_number(name: str, language: str = "en") -> int | None:
    """1-12 for a month's name or short form, the page's own language first; None for any other word.

    >>> month_number("März"), month_number("listopad", "hr"), month_number("listopad", "pl"), month_number("but")
    (3, 10, 11, None)
    """
    names, by_language = _months()
    name = name.casefold().replace(".", "")
    own = by_language.get(language, {})
    return own.get(name) or names.get(name) or names.get(_bare(name))


@cache
def _months() -> tuple[Mapping[str, int], Mapping[str, Mapping[str, int]]]:
    """Names in all languages (the first language that claims a name wins), and by language."""
    names: dict[str, int] = {}
    by_language: dict[str, dict[str, int]] = {}
    for line in files("crawler.parsing").joinpath("months.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
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
