"""A line that is a date and nothing else -> ISO 8601, as precise as the line. Pure, strict: a word left over, no date.

The date is read as on any page (`text`); that the rest of the line says nothing else is told here, since a
paragraph that merely mentions a day must not turn into a date.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from crawler.parsing.dates.clock import WORDS, clock_of
from crawler.parsing.dates.months import is_month
from crawler.parsing.dates.text import Habits, find_dates_in, plain_digits
from crawler.parsing.word_files import lines_of

_FILLERS = frozenset("""
    de del la le el den der dem d' di do da of the on at am um à a a. en em om kl kl. klo o w ve i in il och og ja dia
    ngày tháng thg năm th st nd rd er º º. г г. год года р р. року år m. d. metų gada gads lle uhr h hrs hours roku η
    του στις в في عام ב של به را को के بتاريخ בתאריך hodin klokken op vom pe на utc gmt cet cest est edt cst cdt mst mdt
    во pst pdt bst ist eet eest wet msk jst kst z о об у saat pukul godz lúc ώρα στις ora orele las às alle
""".split())
_SLASHED = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(?:\d{2}|\d{4})")
_CLOCK = re.compile(r"(?<!\d)(?P<hour>[01]?\d|2[0-3])[:.h時时点點](?P<minute>[0-5]\d)(?::[0-5]\d|分)?"
                    r"\s*(?:(?P<half>[ap])\.?m\.?)?(?![\d.])", re.IGNORECASE)
_EAST_ASIAN_WEEKDAY = re.compile(r"[月火水木金土日월화수목금토일]曜?日?|星期.|周.")
_TOKEN = re.compile(r"\d+|[^\W\d_](?:[\w'’̀-ͯऀ-ॿ]|[\u0900-\u0dff])*\.?")
_GLUE = re.compile(r"[\s,.;:'’()（）|/·•–—،؛-]*")
_DAY = len("2025-07-18")
_PERSIAN_ONE = "۱"
_IS_MORE = re.compile(r"[^\w\u0300-\u036f\u0590-\u0dff]|[\d_]")      # than letters and their vowel signs
_SIGNS, _FEW_SIGNS = ".,;:()،؛", 4
_JOINTS = frozenset("the de del do ta ng d оны он сарын соли gada gads жылғы жылы ж жылдын yil päivänä".split())


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
    text = " ".join(text.split())
    if not 4 <= len(text) <= 60:
        return None
    language = "fa" if _PERSIAN_ONE in text else Habits().language       # whose years begin with it
    found = find_dates_in(text, Habits(language, "MDY" if month_first else "DMY"))
    if len(found) != 1:
        return None
    written = found[0]
    start = text.index(written.raw, written.start)
    rest = plain_digits(f"{text[:start]} {text[start + len(written.raw):]}")
    iso = written.value
    if month_first is None and written.swapped and "." not in written.raw[:3]:
        iso = iso[:4]
    elif len(iso) == _DAY and (clock := _CLOCK.search(rest)):
        iso, rest = iso + clock_of(clock), f"{rest[:clock.start()]} {rest[clock.end():]}"
    return LineDate(iso, text) if _says_nothing(rest) else None


@lru_cache(maxsize=1 << 12)
def may_open_date(word: str) -> bool:
    """Whether a date may begin with this word: a number, a month, a weekday."""
    bare = word.strip(_SIGNS).lower()
    return any(char.isdigit() for char in word) or is_month(bare) or bare in _weekdays()


@lru_cache(maxsize=1 << 12)
def may_go_on_date(word: str) -> bool:
    """Whether this word may stand within a date, or beside one where it says nothing else."""
    return may_end_date(word) or word.strip(_SIGNS).lower() in _JOINTS


@lru_cache(maxsize=1 << 12)
def may_end_date(word: str) -> bool:
    """Whether a date may end with this word, or what says nothing beside it."""
    bare = word.strip(_SIGNS).lower()
    if bare[:1] >= "\u0e00":                           # scripts whose words stand without a space, or few letters each
        return len(bare) <= _FEW_SIGNS or "年" in bare or _IS_MORE.search(bare) is not None or may_open_date(word)
    return not bare or bare in WORDS or is_filler(word.lower()) or is_filler(bare) or may_open_date(word) \
        or _IS_MORE.search(bare) is not None


def says_month_first(texts: Iterable[str]) -> bool | None:
    """Whether the numeric dates among the lines put the month first; None where none of them tells.

    >>> says_month_first(["03/04/2025", "07/28/2025"])
    True
    """
    for text in texts:
        if match := _SLASHED.fullmatch(plain_digits(text).strip()):
            if int(match[3]) > 12:
                return True
            if int(match[1]) > 12:
                return False
    return None


def without_clock(text: str) -> str:
    """The line without the first time of day in it.

    >>> without_clock("Actualizado a las 15:10h.")
    'Actualizado a las'
    """
    clock = _CLOCK.search(text)
    return f"{text[:clock.start()]} {text[clock.end():].removeprefix('h')}".strip(" .") if clock else text


def is_filler(word: str) -> bool:
    """Whether a word may stand in a date or before it and says nothing by itself: "on", "am", "of", "CET"."""
    return word in _FILLERS or word.rstrip(".") in _FILLERS


def _says_nothing(rest: str) -> bool:
    """Whether what stands beside a date is nothing but fillers, weekdays and signs."""
    rest = rest if rest.isascii() else _EAST_ASIAN_WEEKDAY.sub("", rest)
    words = (token.lower().replace("’", "'") for token in _TOKEN.findall(rest))
    return not _GLUE.sub("", _TOKEN.sub("", rest)) and all(
        is_filler(word) or word in _weekdays() or word.rstrip(".") in _weekdays() for word in words)


@cache
def _weekdays() -> frozenset[str]:
    """The names of weekdays and their short forms; they stand in `weekdays.txt`."""
    names = (name for line in lines_of("dates/weekdays.txt") for name in line.split()[1:])
    return frozenset(part for name in names for part in (name, *name.split("-")) if len(part) > 1)
