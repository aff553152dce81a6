"""A line that is a date and nothing else -> ISO 8601, as precise as the line. Pure, strict: a word left over, no date.

Month names of every language come from dateparser's own tables; its guessing isn't used, since a paragraph that
merely mentions a year must not turn into a date.
"""

import importlib
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

LANGUAGES = ("en", "fr", "de", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "is", "pl", "cs", "sk", "sl", "hr", "sr",
             "bs", "hu", "ro", "bg", "mk", "ru", "uk", "be", "el", "tr", "ar", "he", "fa", "hi", "bn", "ur", "id", "ms",
             "vi", "th", "lt", "lv", "et", "ca", "eu", "gl", "ga", "cy", "sq", "ka", "hy", "az", "kk", "sw", "af")
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_FILLERS = frozenset("""
    de del la le el den der dem d' di do da of the on at am um à a a. en om kl kl. klo o w ve i in och og ja dia ngày
    tháng năm th st nd rd er º º. г г. год года р р. року år m. d. metų gada gads lle uhr h hrs hours roku η του στις
    في عام ב של به را को के بتاريخ hodin klokken
""".split())
_ZONES = frozenset("utc gmt cet cest est edt cst cdt mst mdt pst pdt bst ist eet eest wet msk jst kst z".split())
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९０１２３４５６７８９", "0123456789" * 4)
_ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?(?:[T ](\d{2}:\d{2})(?::\d{2})?(?:\.\d+)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?")
_EAST_ASIAN = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(?:(\d{1,2})\s*[日일号])?")
_EAST_ASIAN_WEEKDAY = re.compile(r"[\s()（）]|[月火水木金土日월화수목금토일]曜?日?|星期.|周.")
_NUMERIC = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{2,4})\.?")
_SPACED = re.compile(r"(\d{4}\.) (\d{1,2}\.) (\d{1,2}\.?)")     # as Korean pages write it
_CLOCK = re.compile(r"(?<!\d)([01]?\d|2[0-3])[:.h]([0-5]\d)(?::[0-5]\d)?\s*([ap]\.?m\.?)?(?![\d.])", re.IGNORECASE)
_TOKEN = re.compile(r"\d+|[^\W\d_](?:[\w'’̀-ͯऀ-ॿ]|[\u0900-\u0dff])*\.?")
_GLUE = re.compile(r"[\s,.;:'’()|/·•–—-]*")


@dataclass(frozen=True, slots=True)
class LineDate:
    """A date as a line gives it."""

    iso: str                                  # "2025", "2025-07", "2025-07-18", "2025-07-18T10:30"
    raw: str                                  # the words of the line that gave it


def read_line_date(text: str, *, month_first: bool | None = None) -> LineDate | None:
    """The date that the whole line is; None where it is none, or more than one.

    `month_first` settles 03/04/2025; None leaves such a date at its year.

    >>> read_line_date("Friday, 18 July 2025").iso, read_line_date("juillet 2025").iso
    ('2025-07-18', '2025-07')
    >>> read_line_date("In July 2025 the council met") is None
    True
    """
    text = text.strip()
    plain = text.translate(_DIGITS)
    if not 4 <= len(plain) <= 60 or not any(char.isdigit() for char in plain):
        return None
    clock = _CLOCK.search(plain) if not _NUMERIC.fullmatch(plain) else None
    plain = _SPACED.sub(r"\1\2\3", plain)
    rest = plain if clock is None else f"{plain[:clock.start()]} {plain[clock.end():]}"
    day = _read_iso(plain) or _read_east_asian(rest) or _read_numeric(rest, month_first) or _read_words(rest)
    if day is None:
        return None
    return LineDate(day + _hour(clock) if len(day) == 10 and clock else day, text)


def may_open_date(word: str) -> bool:
    """Whether a date may begin with this word: a number, a month, a weekday."""
    bare = word.strip(".,;:()").lower()
    return any(char.isdigit() for char in word) or _month_of(bare) is not None or bare in _weekdays()


def says_month_first(texts: list[str]) -> bool | None:
    """Whether the numeric dates among the lines put the month first; None where none of them tells.

    >>> says_month_first(["03/04/2025", "07/28/2025"])
    True
    """
    for text in texts:
        match = _NUMERIC.fullmatch(text.translate(_DIGITS).strip())
        if match and len(match[1]) <= 2 and match[2] != ".":
            if int(match[3]) > 12:
                return True
            if int(match[1]) > 12:
                return False
    return None


def _read_iso(text: str) -> str | None:
    match = _ISO.fullmatch(text)
    if not match:
        return None
    day = _iso(int(match[1]), int(match[2]), int(match[3]) if match[3] else None)
    return text.replace(" ", "T", 1) if day and match[3] and match[4] else day


def _read_east_asian(text: str) -> str | None:
    match = _EAST_ASIAN.search(text)
    if not match or _EAST_ASIAN_WEEKDAY.sub("", text.replace(match[0], "")):
        return None
    return _iso(int(match[1]), int(match[2]), int(match[3]) if match[3] else None)


def _read_numeric(text: str, month_first: bool | None) -> str | None:
    match = _NUMERIC.fullmatch(_GLUE.sub("", text, count=1).rstrip(" ,;-–"))
    if not match:
        return None
    first, mark, second, third = int(match[1]), match[2], int(match[3]), int(match[4])
    if len(match[1]) == 4:
        return _iso(first, second, third)
    if len(match[1]) == 3 or len(match[4]) == 3:
        return None
    year = third if third > 99 else 2000 + third
    if mark == "." or first > 12 or first == second or month_first is False:
        return _iso(year, second, first)
    if second > 12 or month_first:
        return _iso(year, first, second)
    return str(year)


def _read_words(text: str) -> str | None:
    """A date with its month in words: every word must be a month, a weekday, a zone or a filler."""
    numbers: list[int] = []
    month = None
    for token in _TOKEN.findall(text):
        word = token.lower().replace("’", "'")
        if word.isdecimal():
            numbers.append(int(word))
        elif found := _month_of(word):
            if month not in (None, found):
                return None
            month = found
        elif not _is_filler(word):
            return None
    if month is None or _GLUE.sub("", _TOKEN.sub("", text)):
        return None
    years = [number for number in numbers if 1900 <= number <= 2200]
    days = [number for number in numbers if number <= 31]
    if len(years) != 1 or len(days) > 1 or len(numbers) != len(years) + len(days):
        return None
    return _iso(years[0], month, days[0] if days else None)


def _is_filler(word: str) -> bool:
    return word in _FILLERS or word.rstrip(".") in _FILLERS or word.rstrip(".") in _ZONES or word in _weekdays() \
        or word.rstrip(".") in _weekdays()


def _month_of(word: str) -> int | None:
    return _months().get(word) or _months().get(word.rstrip(".")) or _months().get(word.removeprefix("d'"))


def _iso(year: int, month: int, day: int | None) -> str | None:
    try:
        date(year, month, day or 1)
    except ValueError:
        return None
    if not 1900 <= year <= 2200:
        return None
    return f"{year:04}-{month:02}" if day is None else f"{year:04}-{month:02}-{day:02}"


def _hour(clock: re.Match[str]) -> str:
    hour, half = int(clock[1]), (clock[3] or "").lower()[:1]
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"T{hour:02}:{clock[2]}"


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    found: dict[str, int] = {}
    for names in _tables():
        for number, month in enumerate(_MONTHS, 1):
            for name in names.get(month, ()):
                found.setdefault(name.lower().rstrip("."), number)
    return found


@lru_cache(maxsize=1)
def _weekdays() -> frozenset[str]:
    return frozenset(part.strip(".") for names in _tables() for day in _WEEKDAYS for name in names.get(day, ())
                     for part in (name.lower(), *name.lower().split("-")) if len(part.strip(".")) > 1)


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, list[str]], ...]:
    prefix = "dateparser.data.date_translation_data"
    return tuple(importlib.import_module(f"{prefix}.{language}").info for language in LANGUAGES)
