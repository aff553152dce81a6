"""Words that count back from now -> whether they are all that a line says: "3 days ago", "Gestern, 14:30 Uhr". Pure.

They are no date (a page may have been made long before it was fetched), and no text: they change by themselves.
"""

import re
from functools import cache

from crawler.parsing.dates.text import plain_digits
from crawler.parsing.dates.words import labels
from crawler.parsing.word_files import any_of, word_tables

LONGEST = 60                  # characters of such a line
_COUNT = (r"(?:\d{1,3}\s?|(?:an?|one|a few|several|ein|einem|einer|einigen|une?|quelques|un[oa]s?|uma?|een|en|ett|"
          r"et|yhden|jeden|jednym|один|одну|несколько|bir|birkaç)\s|[数几幾][个個か]?)")
_HOUR = r"(?:[,\s]{1,3}(?:at|um|à|a las|alle|às|om|klo?\.?|o|в)?\s?\d{1,2}\s?[:.h]\s?\d{2}(?:\s?uhr|\s?[ap]\.?m\.?)?)?"
_AROUND = " \t,;:|·•–—-()"


def is_ago(text: str) -> bool:
    """Whether the line says how long ago something was, or what day from today, and nothing else but a label.

    >>> [is_ago(text) for text in ("3 days ago", "Publié il y a 2 heures", "Вчера, 14:30", "3日前", "منذ 3 أيام")]
    [True, True, True, True, True]
    >>> is_ago("Three days ago the mill stood still"), is_ago("Days"), is_ago("3 days")
    (False, False, False)
    """
    if len(text) > LONGEST:
        return False
    text = plain_digits(text).strip(_AROUND)
    if (label := labels().match(text)) and label.lastgroup != "other":
        text = text[label.end():].strip(_AROUND)
    return _pattern().match(text.lower()) is not None


def without_ago(text: str) -> str:
    """The line without such words at its end: "By Ada One yesterday".

    >>> without_ago("By Ada One · vor 3 Tagen"), without_ago("By Ada One gestern"), without_ago("By May Day")
    ('By Ada One', 'By Ada One', 'By May Day')
    """
    found = _pattern().search(plain_digits(text)) if len(text) <= 3 * LONGEST else None
    return text[:found.start()].rstrip(_AROUND) if found and found.start() else text


@cache
def _pattern() -> re.Pattern[str]:
    """Such words at the end of a text; what names a day is lower case there: "Jack Ma", "Ada Hoy" are people."""
    before, after, units, lone, days = map(_words, ("before", "after", "units", "lone", "days"))
    span = rf"(?:(?:,?\s)?{_COUNT}(?:{units})){{1,2}}"         # named once: its compiling takes most of the time
    return re.compile(
        rf"(?<![^\s,|·•])(?:(?P<led>(?:{before})\s)?{span}(?(led)(?:\s(?:{after}))?|\s?(?:{after}))|"
        rf"(?:{before})\s(?:{lone})|\d{{1,3}}\s?napja|(?-i:{days}|Yesterday|Today){_HOUR})\s*\Z", re.IGNORECASE)


def _words(kind: str) -> str:
    return any_of(sorted(set(word_tables("dates/ago.txt")[kind])))
