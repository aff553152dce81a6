"""The time of day beside a date, with its zone, as far as it is told: `T10:30:00+01:00`. Pure."""

import re

_DIGIT = re.compile(r"[0-9]")
_LAST_ZONE = 1400            # hours and minutes ahead of Greenwich
_LONGEST = 44                # characters of a time of day before its date
# Zones told by name, where a name means one: no IST (India, Ireland, Israel), no CST (America, China).
_ZONES = {name: offset for offset, names in {
    "-08:00": "PST", "-07:00": "PDT MST", "-06:00": "MDT", "-05:00": "EST CDT PET COT", "-04:00": "EDT CLT",
    "-03:00": "BRT ART", "+00:00": "Z UTC GMT WET", "+01:00": "CET MEZ BST WAT WEST",
    "+02:00": "CEST MESZ EET CAT SAST", "+03:00": "EEST MSK МСК EAT TRT", "+03:30": "IRST", "+05:00": "PKT",
    "+05:45": "NPT", "+07:00": "ICT WIB", "+08:00": "HKT SGT PHT AWST WITA", "+09:00": "JST KST WIT",
    "+09:30": "ACST", "+10:00": "AEST", "+10:30": "ACDT", "+11:00": "AEDT", "+12:00": "NZST", "+13:00": "NZDT",
}.items() for name in names.split()}
_ZONE = (r"(?:(?:Uhr|hrs)\b\s?)?(?:\(?(?P<zone>(?-i:UTC|GMT)\s?[+−–-]\d{1,2}(?::?\d\d)?(?!\d)|[+-]\d\d:?\d\d\b|(?-i:"
         + "|".join(sorted(_ZONES, key=len, reverse=True)) + r")(?!\w))\)?)?")
_HALF = (r"(?:\s?(?P<half>[ap](?=\.?\s?m\b)|[صم](?!\w)|صباح|مساء|[πμ](?=\.?\s?μ)|(?-i:SA|CH)(?!\w)|पूर्वाह्न|अपराह्न|"
         r"(?:(?:de la|da|del?)\s)?(?:mañana|tarde|noche|manhã|noite|mattina|pomeriggio|sera)|pagi|petang|malam)"
         r"(?:\.?\s?[mμ]\b\.?|[اً]*))?")
# of languages that put it behind the date
_WEEKDAY = (r"(?:[\s.,]{1,3}(?:pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|hétfő|kedd|szerda|csütörtök|"
            r"péntek|szombat|vasárnap)\b|\.?\s?[(（][月火水木金土日一二三四五六월화수목금토일]曜?日?[)）]|\s?(?:星期|周|週)[一二三四五六日天])?")
_AFTER = re.compile(        # ", 10:30 AM CET", right behind a date
    _WEEKDAY + r"(?:\s?(?:року|рр?\.|года|год|гг?\.|r\.))?(?:(?-i:T)|[\s,;|@·-]{1,4}|\.,?\s(?=\d{1,2}:))"
    r"(?:at|um|à|a las|alle(?: ore)?|ore|la ora|ora|orele|kl\.?|às|o|о|об|в|во|у|v|w|u|klo|om|(?:o )?godz\.|saat|"
    r"pukul|lúc|στις|ώρα|เวลา|ម៉ោង|ساعت|d\.,)?\s?(?P<ahead>오전|오후|上午|下午|午前|午後)?\s?"
    r"(?P<hour>[01]?\d|2[0-4])(?:[:.h]|\sh\s)(?P<minute>[0-5]\d)(?!\s?min)"
    r"(?::(?P<second>[0-5]\d)(?:[.,]\d{1,9})?)?"
    + _HALF + r"\s?" + _ZONE, re.IGNORECASE)
_BEFORE = re.compile(       # "10:30 AM EST, Wed March 5, 2025"
    r"(?<![\d:.,–-])(?<!\d\s[–-]\s)(?P<hour>[01]?\d|2[0-3])(?::|h|\.(?=\d\d\s?[ap]\.?m))(?P<minute>[0-5]\d)"
    + _HALF + r"\s?" + _ZONE + r"(?:\s?[,|•·–—-]|\son)?\s{0,2}(?:(?-i:[A-ZÀ-ÞА-Я])[^\W\d_]{1,11}[.,]{0,2}\s)?\Z",
    re.IGNORECASE)
_MORNING = frozenset("a A 上午 午前 오전 ص صباح π Π SA पूर्वाह्न mañana manhã mattina pagi".split())
_AFTERNOON = frozenset(
    "p P 下午 午後 오후 م مساء μ Μ CH अपराह्न tarde noche noite pomeriggio sera petang malam".split())

WORDS = frozenset(map(str.lower, (*_ZONES, *_MORNING, *_AFTERNOON, "am", "pm", "uhr", "hrs", "om", "la", "ore", "ora")))


def clock_after(found: re.Match[str]) -> tuple[str, int]:
    """The time of day that stands within the date found or right behind it, and where the two end.

    >>> clock_after(re.match("5 March 2025", "5 March 2025, 10:30 PM CET: report"))
    ('T22:30+01:00', 26)
    """
    clock = found if found.groupdict().get("hour") else _AFTER.match(found.string, found.end())
    return (clock_of(clock), clock.end()) if clock else ("", found.end())


def clock_before(text: str, start: int) -> tuple[str, int]:
    """The time of day that stands before the date at `start`, and where the two begin.

    >>> clock_before("Posted 10:30 PM CET, Wed 5 March 2025", 25)
    ('T22:30+01:00', 7)
    """
    low = max(start - _LONGEST, 0)
    if start < 4 or not _DIGIT.search(text, low, start):
        return "", start
    found = _BEFORE.search(text[low:start])
    clock = clock_of(found) if found else ""
    return clock, start - len(found[0]) if found and clock else start


def clock_of(found: re.Match[str]) -> str:
    """`T10:30:00+01:00` as far as a match with an hour tells it; "" for an hour after the last."""
    part = found.groupdict()
    hour, second = int(part["hour"]), part.get("second")
    half = (part.get("half") or part.get("ahead") or "").rpartition(" ")[2]
    if half in _AFTERNOON and hour < 12:
        hour += 12
    elif half in _MORNING and hour == 12:
        hour = 0
    if hour > 23:
        return ""
    return f"T{hour:02}:{part['minute']}" + (f":{second}" if second else "") + _offset(part.get("zone") or "")


def _offset(zone: str) -> str:
    """`+01:00` for a zone as written: CET, +0100, UTC+1; "" for one whose name means several.

    >>> _offset("МСК"), _offset("GMT+0530"), _offset("UTC-4"), _offset("IST")
    ('+03:00', '+05:30', '-04:00', '')
    """
    if zone[-1:].isalpha() or not zone:
        return _ZONES.get(zone.upper(), "")
    sign = "+" if "+" in zone else "-"
    figures = re.sub(r"\D", "", zone)
    figures = figures.zfill(2) + "00" if len(figures) <= 2 else figures.zfill(4)
    return f"{sign}{figures[:2]}:{figures[2:]}" if int(figures) <= _LAST_ZONE else ""
