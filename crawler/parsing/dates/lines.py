"""A date in its line -> traits: alone, in prose, in passing, one end of a period, after a dateline. Pure."""

import re

from crawler.parsing.dates.text import WrittenDate
from crawler.parsing.dates.words import BYLINE, NUMBERED

_RANGE = re.compile(r"(?<![\d.,:/-])(?P<day>\d{1,2})\.?(?:\s[^\W\d]{3,9})?"
                    r"\s?(?:[–—-]|to|bis|au|al)\s?(?:[^\W\d]{3,9}\s)?$")
_DAY = r"(?:\d{1,2}\.?\s[^\W\d]{3,12}\s\d{4}|[^\W\d]{3,9}\s\d{1,2},\s\d{4}|\d{1,2}([./-])\d{1,2}\1\d{4})"
_TO = r"\s?(?:[–—-]|to|until|bis|au|al|до|по)\s?"
_SINCE, _TILL = re.compile(rf"{_DAY}{_TO}\Z"), re.compile(_TO + _DAY)     # of two days apart, at most these
_HOUR = r"(?:[01]?\d|2[0-4])(?:[:.h]\d\d)?(?:\s?[ap]\.?m\b\.?|\s?Uhr)?"
_TO_HOUR = (r"\s?(?:[–—~～-]|to|until|bis|à|a|às|alle|tot|till|til|do|до|по)\s?"
            r"(?:[01]?\d|2[0-4])(?:[:.h]\d\d(?![.\d])|(?:[:.]\d\d)?\s?(?:[ap]\.?m\b|uhr|h\b))")
_HOURS = re.compile(rf"\s?[\s,|·•(]\s?(?:from |von |de )?{_HOUR}{_TO_HOUR}", re.IGNORECASE)
_TILL_HOUR = re.compile(_TO_HOUR, re.IGNORECASE)
_HOURS_FIRST = re.compile(rf"(?<!\d){_HOUR}{_TO_HOUR}[\s,|·•]{{1,3}}(?:[^\W\d]+,?\s)?$", re.IGNORECASE)
_MOST_OF_HOURS = 40           # characters of hours before their day
_BY = re.compile(r"\b(?:by|von|par|por|door|di|av|af|от)\b", re.IGNORECASE)
_DATELINE = re.compile(r"[^\W\d_a-z][^\d:;!?]{1,40}[,(/]\s?")
_YEAR_WORD = re.compile(r"\s?(?:года|год|г|року|р|г\.|р\.|gada|m\.)\.?$")       # "14 марта 2025 года"
_ISSUE = re.compile(r"(?:(?:\bno|\bnr|\bnúm|\bnum|\bissue|\bvol|\bvolume|\bheft|\bausgabe|\bnumber|\bnuméro|\bnúmero|"
                    r"\bnumero|\bn[°º]|№|\bpaper|\bpapier|\breport|\bbrief|\bbulletin|\bнomer|\bвыпуск)\.?\s?\d)"
                    r"|\b(?:issue|edition)\s*$", re.IGNORECASE)
_HELD = re.compile(r"(?:[^\W\d_]+\s){0,2}(?:speech|remarks|address|lecture|keynote|statement|testimony|rede|ansprache|"
                   r"discours|allocution|intervention|discurso|intervención|palabras|discorso|intervento|выступление|"
                   r"речь)\b", re.IGNORECASE)
_COLONS = frozenset(":：")
_BARS = frozenset("|·•")
_DASHES = frozenset("–—-―)")


def is_of_hours(text: str, date: WrittenDate) -> bool:
    """Whether hours from and to stand beside a date: it is that of an event.

    >>> is_of_hours("5 March 2024, 14:00 – 16:00 CET", WrittenDate("2024-03-05T14:00", "5 March 2024, 14:00", 0))
    True
    >>> is_of_hours("5 March 2024, 5-7 pm", WrittenDate("2024-03-05", "5 March 2024", 0))
    True
    >>> is_of_hours("5 March 2024, 10:30 - 4 min", WrittenDate("2024-03-05T10:30", "5 March 2024, 10:30", 0))
    False
    """
    end = date.start + len(date.raw)
    return _HOURS.match(text, end) is not None or ("T" in date.value and _TILL_HOUR.match(text, end) is not None) \
        or _HOURS_FIRST.search(text[max(date.start - _MOST_OF_HOURS, 0):date.start]) is not None


def line_traits(text: str, date: WrittenDate, label: str | None) -> set[str]:
    """What stands before and behind a date in its line."""
    before, after = text[:date.start], _YEAR_WORD.sub("", text[date.start + len(date.raw):])
    rest = len(before) + len(after)
    traits = {"alone" if rest <= 4 else "in a line" if rest <= 60 else "in a text" if rest <= 120 else "in prose"}
    if date.start < 60 and rest > 60:
        traits.add("opens a text")
    held = _ends_what_was_held(text, after)
    if held or (rest <= 60 and before.rstrip()[-1:] in _BARS and not after.strip(" .)")):
        traits.add("last of a line")                  # "Working paper · July 2024"
    if BYLINE.match(before):
        traits.add("after a byline")
    if before and before.rstrip()[-1:].islower() and label is None:
        traits.add("after a word")
    if before.rstrip()[-1:] in _COLONS and label is None:
        traits.add("after other words")               # "Date of adoption: 5 May 2024"
    if not date.day and rest <= 60 and _ISSUE.search(f"{before}{after}"):
        traits.add("of an issue")                     # "Vol. 12, No. 2 (June 2024)"
    if (since := _RANGE.search(before[-20:])) is not None:
        traits.add("label other")                     # "12–14 May 2024": when something took place
        if not NUMBERED.search(before[:-len(since[0])]) and since["day"].zfill(2) < (date.day or "")[8:]:
            traits.add("said to be other")
    elif label is None and (_SINCE.search(before) or _TILL.match(after)):      # "1 May 2024 – 31 May 2025"
        traits |= {"label other", "said to be other"}
    elif label is None and rest > 60 and _DATELINE.fullmatch(before) and after.lstrip()[:1] in _DASHES:
        traits.add("label published")                 # "WASHINGTON, January 17, 2025 – The Board …"
    if label is None and not held and (("opens a text" not in traits and _goes_on(text, after, rest, traits))
                          or ("after a byline" not in traits and _is_amid_words(before, after))):
        traits.add("in passing")
    return traits


def _ends_what_was_held(text: str, after: str) -> bool:
    """Whether a date ends a line on a speech: "Remarks by Ada One, Governor, at the harbour, 14 May 2024."."""
    return not after.strip(" .)") and _HELD.match(text) is not None


def _goes_on(text: str, after: str, rest: int, traits: set[str]) -> bool:
    """Whether the date is a part of a sentence, or of a long line that does not end with it."""
    if text.endswith((".", "!", "?", "。")):
        return rest > 60 or "after a word" in traits
    return rest > 60 and bool(after.strip(" )]."))


def _is_amid_words(before: str, after: str) -> bool:
    """Whether a date belongs to a sentence: "On 5 March 2025 the Board met", "Act of 5 March 2025 on boats"."""
    return (before.rstrip()[-1:].islower() and after[:1].isspace() and after.lstrip()[:1].islower()
            and len(after.split()) > 1 and not _BY.search(before))
