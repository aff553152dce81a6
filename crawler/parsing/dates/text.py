r"""Text -> the dates written in it, in any of some 80 languages, no more precise than they are written. Pure.

Forms: ISO 8601 and its cousins, `5 March 2024`, `March 5, 2024`, `2024. március 5.`, `March 2024`, `2024年3月5日`,
`民國113年3月5日`, `05.03.2024`, `3/5/24`, `5 III 2024`; digits of any script; Buddhist years and the Persian
calendar by the month. `Habits` tell day from month.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Literal

from crawler.parsing.dates import patterns
from crawler.parsing.dates.clock import clock_after, clock_before
from crawler.parsing.dates.months import month_number, names_month
from crawler.parsing.dates.words import NUMBERED

Order = Literal["DMY", "MDY", "YMD"]
FIRST_YEAR, LAST_YEAR = 1700, 2199
_SHORT_YEAR_FIRST = frozenset({"ko", "ja", "zh", "hu"})
_DAY = 10                    # characters of 2024-03-05


@dataclass(frozen=True, slots=True)
class Habits:
    """How dates are written where the page comes from."""

    language: str = "en"      # two or three letters
    order: Order = "DMY"      # of `03/04/2024`


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """One date as written."""

    value: str                # ISO 8601: "2024", "2024-03", "2024-03-05" or with time and zone
    raw: str                  # the words
    start: int                # place of the first character in the text
    swapped: str | None = None  # the other reading of 03/04/2024, where there is one

    @property
    def day(self) -> str | None:
        """`2024-03-05`; None where the day isn't told."""
        return self.value[:10] if len(self.value) >= 10 else None


def find_dates_in(text: str, habits: Habits = Habits()) -> list[WrittenDate]:
    """The dates of a short text in reading order, the longest reading where several fit.

    >>> [d.value for d in find_dates_in("Published 5 March 2024, 10:30 | Updated April 2024")]
    ['2024-03-05T10:30', '2024-04']
    """
    written, text = text, plain_digits(text)
    if not patterns.MAY_HOLD.search(text):
        return []
    found: list[WrittenDate] = []
    taken: list[tuple[int, int]] = []
    plain = text.isascii()                            # else years may be written without digits
    for reading, stop in _readings(text, habits):
        if all(stop <= a or reading.start >= b for a, b in taken):
            clock, start = clock_before(text, reading.start) if len(reading.value) == _DAY else ("", reading.start)
            raw = " ".join(written[start:stop].split()).strip(" ,;|-")
            found.append(WrittenDate(reading.value + clock, raw, start, reading.swapped))
            taken.append((reading.start, stop))
            if plain and not patterns.DIGIT.search(text[:reading.start]) and not patterns.DIGIT.search(text, stop):
                break                                 # most texts hold one date: spare them the patterns left
    return sorted(found, key=lambda reading: reading.start)


@lru_cache(maxsize=1 << 12)      # head, JSON-LD and `time` elements say the same
def read_date(text: str, habits: Habits = Habits()) -> WrittenDate | None:
    """The first date of a text; None where there is none.

    >>> read_date("2024-03-05T10:00:00.000Z").value
    '2024-03-05T10:00:00+00:00'
    """
    return next(iter(find_dates_in(text, habits)), None)


def habits_of(language: str | None, country: str | None) -> Habits:
    """How dates are written in a language (BCP 47) and country (two letters), either or both unknown.

    >>> habits_of("en-GB", None).order, habits_of("en", "us").order, habits_of("ja", None).order
    ('DMY', 'MDY', 'YMD')
    """
    primary, _, region = (language or "en").replace("_", "-").lower().partition("-")
    region = region.rpartition("-")[2] if len(region.rpartition("-")[2]) == 2 else ""
    if primary in {"ja", "zh", "ko", "hu", "lt", "mn", "eu", "fa"}:
        return Habits(primary, "YMD")
    american = (country or region) in {"us", "ph", "pr", "gu"} or (not country and not region)
    return Habits(primary, "MDY" if american and primary in {"en", "fil"} else "DMY")


def _readings(text: str, habits: Habits) -> Iterator[tuple[WrittenDate, int]]:
    """All readings, from the surest form to the loosest."""
    digits = list(patterns.DIGITS.finditer(text))
    for found in _at_digits(patterns.ISO, text, digits):
        part = found.groupdict()
        month, day = part["month"] or part["month2"], part["day"] or part["day2"]
        if part["sep"] in {"/", "."} and not day:
            continue
        yield from _reading(found, int(part["year"]), int(month), int(day) if day else None)
    yield from _by_habit(text, habits, digits)
    if not text.isascii() or "thg" in text:          # the Vietnamese short form has no sign of its own
        yield from _eastern(text)
    may_name = names_month(text)
    if may_name:
        yield from _in_names(text, habits, digits)
    if "I" in text or "V" in text or "X" in text:
        for found in _at_digits(patterns.ROMAN, text, digits):
            yield from _named(found, habits, int(found["day"]))
    if text.count("/") > 1 or text.count(".") > 1 or text.count("-") > 1:
        for found in _at_digits(patterns.NUMERIC, text, digits):
            yield from _numeric(found, habits)
    if may_name:
        for found in _near_digits(patterns.MONTH_YEAR, text, digits):
            yield from _named(found, habits, None)


def _by_habit(text: str, habits: Habits, digits: list[re.Match[str]]) -> Iterator[tuple[WrittenDate, int]]:
    """Figures that are a date in some languages only: 2024 03 05, Persian 1402/12/15, 113-03-05 of the Republic."""
    for pattern in (patterns.MINGUO, patterns.MINGUO_NAMED) if habits.language == "zh" else ():
        for found in _at_digits(pattern, text, digits):
            year = patterns.ERAS["民國"] + int(found["year"])
            yield from _reading(found, year, int(found["month"]), int(found["day"]))
    for found in patterns.ERA_LETTER.finditer(text) if habits.language == "ja" else ():
        year = patterns.ERAS[found["era"]] + int(found["year"])
        yield from _reading(found, year, int(found["month"]), int(found["day"]))
    for found in _at_digits(patterns.SPACED, text, digits) if habits.order == "YMD" else ():
        yield from _reading(found, int(found["year"]), int(found["month"]), int(found["day"]))
    for found in _at_digits(patterns.SHORT_YEAR, text, digits) if habits.language in _SHORT_YEAR_FIRST else ():
        yield from _reading(found, _full_year(int(found["year"])), int(found["month"]), int(found["day"]))
    for found in _at_digits(patterns.JALALI, text, digits) if habits.language == "fa" else ():
        if 1 <= int(found["month"]) <= 12:
            yield from _persian(found, int(found["year"]), int(found["month"]), int(found["day"]))


def _in_names(text: str, habits: Habits, digits: list[re.Match[str]]) -> Iterator[tuple[WrittenDate, int]]:
    """Days of months that are called by name."""
    tried = [(patterns.DAY_FIRST, _at_digits), (patterns.MONTH_FIRST, _near_digits), (patterns.YEAR_FIRST, _at_digits)]
    if ":" in text:
        tried.insert(0, (patterns.UNIX, _near_digits))
    if any(word in text for word in patterns.YEAR_WORDS):
        tried.append((patterns.YEAR_DAY, _at_digits))
    for pattern, finder in tried:
        for found in finder(pattern, text, digits):
            yield from _named(found, habits, int(found["day"]))


def _near_digits(pattern: re.Pattern[str], text: str, digits: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    """As `pattern.finditer`, for a pattern that holds a year of four digits; `digits` are all runs of digits."""
    if any(len(run[0]) >= 4 for run in digits):
        yield from pattern.finditer(text, max(digits[0].start() - patterns.REACH, 0), digits[-1].end() + patterns.REACH)


def _at_digits(pattern: re.Pattern[str], text: str, digits: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    """As `pattern.finditer`, for a pattern that begins with a whole run of digits or with the first of one."""
    end = 0
    for run in digits:
        if run.start() >= end and (found := pattern.match(text, run.start())):
            end = found.end()
            yield found


def _named(found: re.Match[str], habits: Habits, day: int | None) -> Iterator[tuple[WrittenDate, int]]:
    name = found["name"]
    month = patterns.ROMANS.get(name) if found.re is patterns.ROMAN else month_number(name, habits.language)
    year = found["year"]
    day = None if NUMBERED.search(found.string, max(found.start() - 12, 0), found.start()) else day
    is_thai = "฀" <= name[0] <= "๿"
    if len(year) < 4:
        if month and is_thai:
            yield from _reading(found, patterns.THAI_CENTURY + int(year) - patterns.THAI_OFFSET, month, day)
        elif month:
            yield from _reading(found, _full_year(int(year[-2:])), month, day)
    elif month and is_thai and int(year) > LAST_YEAR:
        yield from _reading(found, int(year) - patterns.THAI_OFFSET, month, day)
    elif name in patterns.PERSIAN:
        yield from _persian(found, int(year), patterns.PERSIAN[name], day)
    elif month:
        yield from _reading(found, int(year), month, day)


def _numeric(found: re.Match[str], habits: Habits) -> Iterator[tuple[WrittenDate, int]]:
    first, second, year = int(found["first"]), int(found["second"]), int(found["year"])
    if len(found["year"]) == 2:
        if len(found["second"]) == 1 and found["sep"] != "/":
            return                                    # 1.2.10 is a version or a chapter
        year = _full_year(year)
    elif year > LAST_YEAR and habits.language == "th":
        year -= patterns.THAI_OFFSET
    month_first = habits.order == "MDY" and found["sep"] != "."
    day, month = (second, first) if month_first else (first, second)
    if month > 12:
        day, month = month, day
    swapped = f"{year:04}-{day:02}-{month:02}" if day <= 12 and day != month else None
    yield from _reading(found, year, month, day, swapped)


def _eastern(text: str) -> Iterator[tuple[WrittenDate, int]]:
    for found in patterns.EAST.finditer(text) if "年" in text or "년" in text else ():
        year = int(found["year"]) if found["year"] else \
            patterns.ERAS[found["era"]] + (1 if found["eraYear"] == "元" else int(found["eraYear"]))
        yield from _reading(found, year, int(found["month"]), int(found["day"]) if found["day"] else None)
    for found in patterns.VIETNAMESE.finditer(text) if any(word in text for word in patterns.VIETNAMESE_WORDS) else ():
        yield from _reading(found, int(found["year"]), int(found["month"]), int(found["day"]) if found["day"] else None)
    for found in patterns.MONGOLIAN.finditer(text) if "сарын" in text else ():
        month = int(found["month"]) if found["month"] else month_number(found["name"], "mn") or 0
        yield from _reading(found, int(found["year"]), month, int(found["day"]))
    for found in patterns.HAN_YEAR.finditer(text) if "年" in text else ():
        said, *numbers = [part for part in re.split("[年月日]", found[0]) if part]
        count = 1 if found["eraYear"] == "元" else _han_number(found["eraYear"] or said)
        year = count and patterns.ERAS.get(found["era"], 0) + count
        month, *day = map(_han_number, numbers)
        yield from _reading(found, year, month, day[0] if day else None)


def _reading(found: re.Match[str], year: int, month: int, day: int | None,
             swapped: str | None = None) -> Iterator[tuple[WrittenDate, int]]:
    """The reading, unless there is no such day."""
    if not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= month <= 12:
        return
    try:
        date(year, month, day or 1)
    except ValueError:
        return
    clock, stop = clock_after(found) if day else ("", found.end())
    value = f"{year:04}-{month:02}" + (f"-{day:02}{clock}" if day else "")
    yield WrittenDate(value, found[0], found.start(), swapped), stop


def plain_digits(text: str) -> str:
    """The text with digits of other scripts made ASCII and characters that split dates made plain; its length stays."""
    return text if text.isascii() else text.translate(_digit_table())


@cache
def _digit_table() -> Mapping[int, str]:
    digits = {code: str(unicodedata.decimal(chr(code))) for code in range(128, 0x1FBFA) if chr(code).isdecimal()}
    return digits | {ord(c): plain for c, plain in _SPACES.items()}


_SPACES = {"\xa0": " ", "\u202f": " ", "\u2009": " ", "\u200e": " ", "\u200f": " ",
           "／": "/", "－": "-", "．": ".", "‑": "-"}


def _full_year(two: int) -> int:
    return 2000 + two if two < 50 else 1900 + two


def _han_number(text: str) -> int:
    """The number below 1,000 that is written so; 0, which is no month, day or year of an era, where it is none.

    >>> [_han_number(text) for text in ("二十五", "一百一十四", "百十四", "一〇五", "十百")]
    [25, 114, 114, 105, 0]
    """
    if found := patterns.HAN_NUMBER.fullmatch(text):
        return 100 * _times(found["hundreds"]) + 10 * _times(found["tens"]) + int(
            (found["ones"] or "0").translate(patterns.HAN))
    digits = text.translate(patterns.HAN)
    return int(digits) if digits.isdecimal() else 0


def _times(said: str | None) -> int:
    """How many tens or hundreds: 3 for 三十, 1 for 十."""
    return int(said[:-1].translate(patterns.HAN) or 1) if said else 0


def _persian(found: re.Match[str], year: int, month: int, day: int | None) -> Iterator[tuple[WrittenDate, int]]:
    """Solar Hijri to Gregorian; a month alone straddles two of ours and gives the year only if both lie in it."""
    if not 1200 <= year <= 1500 or not day:
        return
    days = 31 * (month - 1) - max(0, month - 7) + day - 1
    # 1 Farvardin of the 33-year cycle's years, which holds for 1210-1500 but for few days around leap years
    new_year = date(year + 621, 3, 21).toordinal() + (-1 if (year + 621) % 4 == 0 and year >= 1375 else 0)
    gregorian = date.fromordinal(new_year + days)
    yield from _reading(found, gregorian.year, gregorian.month, gregorian.day)
