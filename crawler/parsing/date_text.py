r"""Text -> the dates written in it, in any of some 65 languages, no more precise than they are written. Pure.

Forms: ISO 8601 and its relaxed cousins, `5 March 2024`, `March 5, 2024`, `2024. március 5.`, `March 2024`,
`2024年3月5日`, `令和6年3月5日`, `民國113年3月5日`, `05.03.2024`, `3/5/24`, `5 III 2024`; digits of any script; Buddhist
years where the month is Thai; the Persian calendar where the month is Persian. `Habits` tell day from month.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from crawler.parsing.date_months import month_number
from crawler.parsing.date_words import NUMBERED

Order = Literal["DMY", "MDY", "YMD"]

FIRST_YEAR, LAST_YEAR = 1700, 2199


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


# not \w+: vowel signs of many scripts are no word characters
_WORD = r"[^\W\d_][^\s\d.,;:/|()<>–—•·*+=!?\[\]{}\"“”«»…_-]{1,14}"
_TIME = (r"(?:[T\s,;|@·-]{1,4}(?:at|um|à|a las|alle|kl\.?|às|o|в|klo|om)?\s?"
         r"(?P<hour>[01]?\d|2[0-4])[:.h](?P<minute>[0-5]\d)"
         r"(?::(?P<second>[0-5]\d)(?:[.,]\d{1,9})?)?(?:\s?(?P<half>[ap])\.?m\b\.?)?"
         r"\s?(?P<zone>Z\b|UTC\b|GMT\b|[+-]\d\d:?\d\d\b)?)?")
_THAI = r"[ก-ฮ][ก-๎]?\.[ก-ฮ]"                                               # มี.ค.
_BUDDHIST = r"(?:พ\.\s?ศ\.\s?)?"                                               # "in the Buddhist era"
_JOIN = r"(?:(?:of|de|del|do|['’]?ta['’]?|ng)\s|d['’])?"
_GAP = rf"[\s.,،/–-]{{1,3}}{_JOIN}"
_MAY_GAP = rf"[\s.,،/–-]{{0,3}}{_JOIN}"
_ISO = re.compile(
    r"(?<![\d.,/-])(?P<year>1[789]\d\d|20\d\d)(?:(?P<sep>[-/.])\s?(?P<month>0?[1-9]|1[0-2])(?:(?P=sep)\s?(?P<day>0?[1-9]|[12]\d|3[01]))?"
    r"(?![\d/])|(?P<month2>0[1-9]|1[0-2])(?P<day2>0[1-9]|[12]\d|3[01])(?!\d))" + _TIME)
_DAY_FIRST = re.compile(
    rf"(?<![\d.,:/-])(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|re|º|°|ª|η|ης|\.|-?го|-?e)?{_GAP}"
    rf"(?P<name>{_THAI}|{_WORD}?){_MAY_GAP}{_BUDDHIST}(?P<year>\d{{4}}|['’]\d\d|(?<=[a-z]-)\d\d)(?!\d)" + _TIME,
    re.IGNORECASE)
_MONTH_FIRST = re.compile(
    rf"(?<![^\W_])(?P<name>{_WORD}?)[\s.,-]{{1,3}}(?:the\s)?(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\s?[,\s./-]{{1,3}}"
    rf"(?P<year>\d{{4}})(?!\d)" + _TIME, re.IGNORECASE)
_YEAR_FIRST = re.compile(
    rf"(?<!\d)(?P<year>\d{{4}})(?:\s?\.|\s?m\.|\.?\s?gada|[,-])?\s?(?P<name>{_WORD}?)\.?[\s-]{{1,2}}(?P<day>0?[1-9]|[12]\d|3[01])(?!\d)"
    + _TIME, re.IGNORECASE)
_YEAR_DAY = re.compile(
    rf"(?<!\d)(?P<year>\d{{4}})\.?\s?gada\s(?P<day>0?[1-9]|[12]\d|3[01])\.\s?(?P<name>{_WORD})", re.IGNORECASE)
_MONTH_YEAR = re.compile(
    rf"(?<![^\W_])(?<!\d[\s.])(?P<name>{_WORD}?)\.?{_GAP}(?P<year>\d{{4}})(?![\d-])", re.IGNORECASE)
_NUMERIC = re.compile(
    r"(?<![\d.,:/-])(?P<first>0?[1-9]|[12]\d|3[01])\s?(?P<sep>[./-])\s?(?P<second>0?[1-9]|[12]\d|3[01])\s?(?P=sep)\s?"
    r"(?P<year>\d{4}|\d\d)(?![\d/-]|\.\d)" + _TIME.replace("<second>", "<seconds>"), re.IGNORECASE)
_EAST = re.compile(
    r"(?:(?P<era>令和|平成|昭和|(?:中[華华])?民[國国])\s?(?P<eraYear>元|\d{1,3})|(?<!\d)(?P<year>\d{4}))\s?[年년]\s?(?:度)?(?P<month>\d{1,2})\s?[月월]\s?(?:(?P<day>\d{1,2})\s?[日일])?"
    r"(?:\s?[(（][^\d)）]{1,4}[)）]|\s?(?:星期|周|週)\w|\s?\w요일)?\s?(?:(?P<half>上午|下午|오전|오후)?\s?(?P<hour>[01]?\d|2[0-3])[:時时시]\s?(?P<minute>[0-5]\d))?")
_UNIX = re.compile(               # of date(1) and ctime(3)
    r"(?P<name>[A-Z][a-z]{2})\s{1,2}(?P<day>[12]?\d|3[01])\s(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d):(?P<second>[0-5]\d)\s"
    r"(?:(?P<zone>UTC|GMT)|[A-Z]{3,4})?\s?(?P<year>\d{4})(?!\d)")
_VIETNAMESE = re.compile(
    r"(?:ngày\s)?(?P<day>\d{1,2})\s(?:tháng|/)\s(?P<month>\d{1,2})(?:,?\s(?:năm\s)?|/)(?P<year>\d{4})(?!\d)",
    re.IGNORECASE)
_ROMAN = re.compile(
    r"(?<![\d.])(?P<day>0?[1-9]|[12]\d|3[01])[.\s]{1,2}(?P<name>[IVX]{1,4})[.\s]{1,2}(?P<year>\d{4})(?!\d)")
_FOUR_DIGITS = re.compile(r"[12]\d{3}[-/.\d]")
_REACH = 60                   # characters: more than any pattern has before its first digit or after its last
_DIGIT = re.compile(r"[0-9]")
_DIGITS = re.compile(r"[0-9]+")
_MAY_HOLD = re.compile(r"[12]\d{3}|\d\s?[./-]\s?\d{1,2}\s?[./-]\s?\d|['’]\d\d|[年년]")
_ROMANS = {name: number for number, name in enumerate("I II III IV V VI VII VIII IX X XI XII".split(), 1)}
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, **dict.fromkeys(("民國", "民国", "中華民國", "中华民国"), 1911)}
_HAN = str.maketrans("〇一二三四五六七八九", "0123456789")
_HAN_YEAR = re.compile(
    r"[〇一二三四五六七八九]{4}年[〇一二三四五六七八九十]{1,3}月(?:[〇一二三四五六七八九十]{1,3}日)?")
_PERSIAN = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split()
_THAI_OFFSET = 543


def find_dates_in(text: str, habits: Habits = Habits()) -> list[WrittenDate]:
    """The dates of a short text in reading order, the longest reading where several fit.

    >>> [d.value for d in find_dates_in("Published 5 March 2024, 10:30 | Updated April 2024")]
    ['2024-03-05T10:30', '2024-04']
    """
    written, text = text, plain_digits(text)
    if not _MAY_HOLD.search(text):
        return []
    found: list[WrittenDate] = []
    taken: list[tuple[int, int]] = []
    plain = text.isascii()                            # else years may be written without digits
    for reading, stop in _readings(text, habits):
        if all(stop <= a or reading.start >= b for a, b in taken):
            raw = " ".join(written[reading.start:stop].split()).strip(" ,;|-")
            found.append(WrittenDate(reading.value, raw, reading.start, reading.swapped))
            taken.append((reading.start, stop))
            if plain and not _DIGIT.search(text[:reading.start]) and not _DIGIT.search(text, stop):
                break                                 # most texts hold one date: spare them the patterns left
    return sorted(found, key=lambda reading: reading.start)


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
    for found in _ISO.finditer(text) if _FOUR_DIGITS.search(text) else ():
        part = found.groupdict()
        month, day = part["month"] or part["month2"], part["day"] or part["day2"]
        if part["sep"] in {"/", "."} and not day:
            continue
        yield from _reading(found, int(part["year"]), int(month), int(day) if day else None)
    if not text.isascii():
        yield from _eastern(text)
    digits = list(_DIGITS.finditer(text))
    patterns = [(_DAY_FIRST, _at_digits), (_MONTH_FIRST, _near_digits), (_YEAR_FIRST, _at_digits)]
    if ":" in text:
        patterns.insert(0, (_UNIX, _near_digits))
    if "gada" in text:
        patterns.append((_YEAR_DAY, _at_digits))
    if "I" in text or "V" in text or "X" in text:
        patterns.append((_ROMAN, _at_digits))
    for pattern, finder in patterns:
        for found in finder(pattern, text, digits):
            yield from _named(found, habits, int(found["day"]))
    if text.count("/") > 1 or text.count(".") > 1 or text.count("-") > 1:
        for found in _at_digits(_NUMERIC, text, digits):
            yield from _numeric(found, habits)
    for found in _near_digits(_MONTH_YEAR, text, digits):
        yield from _named(found, habits, None)


def _near_digits(pattern: re.Pattern[str], text: str, digits: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    """As `pattern.finditer`, for a pattern that holds a year of four digits; `digits` are all runs of digits."""
    if any(len(run[0]) >= 4 for run in digits):
        yield from pattern.finditer(text, max(digits[0].start() - _REACH, 0), digits[-1].end() + _REACH)


def _at_digits(pattern: re.Pattern[str], text: str, digits: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    """As `pattern.finditer`, for a pattern that begins with a whole run of digits or with the first of one."""
    end = 0
    for run in digits:
        if run.start() >= end and (found := pattern.match(text, run.start())):
            end = found.end()
            yield found


def _named(found: re.Match[str], habits: Habits, day: int | None) -> Iterator[tuple[WrittenDate, int]]:
    name = found["name"]
    month = _ROMANS.get(name) if found.re is _ROMAN else month_number(name, habits.language)
    year = found["year"]
    day = None if NUMBERED.search(found.string, max(found.start() - 12, 0), found.start()) else day
    if len(year) < 4:
        if month:
            yield from _reading(found, _full_year(int(year[-2:])), month, day)
    elif month and "฀" <= name[0] <= "๿" and int(year) > LAST_YEAR:
        yield from _reading(found, int(year) - _THAI_OFFSET, month, day)
    elif name in _PERSIAN:
        yield from _persian(found, int(year), _PERSIAN.index(name) + 1, day)
    elif month:
        yield from _reading(found, int(year), month, day)


def _numeric(found: re.Match[str], habits: Habits) -> Iterator[tuple[WrittenDate, int]]:
    first, second, year = int(found["first"]), int(found["second"]), int(found["year"])
    if len(found["year"]) == 2:
        if len(found["second"]) == 1 and found["sep"] != "/":
            return                                    # 1.2.10 is a version or a chapter
        year = _full_year(year)
    month_first = habits.order == "MDY" and found["sep"] != "."
    day, month = (second, first) if month_first else (first, second)
    if month > 12:
        day, month = month, day
    swapped = f"{year:04}-{day:02}-{month:02}" if day <= 12 and day != month else None
    yield from _reading(found, year, month, day, swapped)


def _eastern(text: str) -> Iterator[tuple[WrittenDate, int]]:
    for found in _EAST.finditer(text):
        year = int(found["year"]) if found["year"] else \
            _ERAS[found["era"]] + (1 if found["eraYear"] == "元" else int(found["eraYear"]))
        yield from _reading(found, year, int(found["month"]), int(found["day"]) if found["day"] else None)
    for found in _VIETNAMESE.finditer(text):
        yield from _reading(found, int(found["year"]), int(found["month"]), int(found["day"]))
    for found in _HAN_YEAR.finditer(text):
        numbers = [_han_number(part) for part in re.split("[年月日]", found[0]) if part]
        yield from _reading(found, int(found[0][:4].translate(_HAN)), numbers[1], numbers[2] if numbers[2:] else None)


def _reading(found: re.Match[str], year: int, month: int, day: int | None,
             swapped: str | None = None) -> Iterator[tuple[WrittenDate, int]]:
    """The reading, unless there is no such day."""
    if not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= month <= 12:
        return
    try:
        date(year, month, day or 1)
    except ValueError:
        return
    value = f"{year:04}-{month:02}" + (f"-{day:02}{_clock(found)}" if day else "")
    yield WrittenDate(value, found[0], found.start(), swapped), found.end()


def _clock(found: re.Match[str]) -> str:
    """`T10:30:00+01:00` as far as it is told, or nothing."""
    part = found.groupdict()
    if not part.get("hour"):
        return ""
    hour, second = int(part["hour"]), part.get("seconds") if "seconds" in part else part.get("second")
    half = part.get("half") or ""
    if half in {"p", "P", "下午", "오후"} and hour < 12:
        hour += 12
    elif half in {"a", "A", "上午", "오전"} and hour == 12:
        hour = 0
    if hour > 23:
        return ""
    zone = part.get("zone") or ""
    if zone and zone[0] not in "+-":
        zone = "+00:00"
    elif len(zone) == 5:
        zone = f"{zone[:3]}:{zone[3:]}"
    return f"T{hour:02}:{part['minute']}" + (f":{second}" if second else "") + zone


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
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return int(text.translate(_HAN))
    return 10 * int(tens.translate(_HAN) or 1) + int(ones.translate(_HAN) or 0)


def _persian(found: re.Match[str], year: int, month: int, day: int | None) -> Iterator[tuple[WrittenDate, int]]:
    """Solar Hijri to Gregorian; a month alone straddles two of ours and gives the year only if both lie in it."""
    if not 1200 <= year <= 1500 or not day:
        return
    days = 31 * (month - 1) - max(0, month - 7) + day - 1
    # 1 Farvardin of the 33-year cycle's years, which holds for 1210-1500 but for few days around leap years
    new_year = date(year + 621, 3, 21).toordinal() + (-1 if (year + 621) % 4 == 0 and year >= 1375 else 0)
    gregorian = date.fromordinal(new_year + days)
    yield from _reading(found, gregorian.year, gregorian.month, gregorian.day)
