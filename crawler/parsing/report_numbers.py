"""Short lines -> the number that a report, paper or press release says it bears: "Working Paper No. 24/137". Pure."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from string import ascii_uppercase

from crawler.parsing.word_files import word_tables

_CAPITALS = frozenset(ascii_uppercase)
_LONGEST_REST = 60            # characters of a line behind the number that begins it
_MOST_ALIKE = 8               # lines with one beginning that are tried; more are a list of others
_BEFORE = r"(?:series:\s?)?(?:(?-i:[A-Z]{2,8})\s)?"                    # "CRS Report"
_MARK = r"\s?(?:(?:no|nr|n[.\s]?[°ºo]|núm|num|number|id|№)(?![^\W\d_])\.?:?|№|#|:)\s?#?"
_AFTER_MARK = r"(?:[A-Z]{0,8}[\s/-]?)?\d[\w./()-]{0,24}|[A-Z][\w-]*/[\w./()-]{1,24}"
_ENDS = r"(?=[ ]*(?:$|[\n|·•,;:–—()]))"
_NO_DAY = r"(?!(?:19|20)\d\d\b(?![/-])|\d{1,4}[/-]\d{1,2}[/-]\d)"       # nor a year
_AT_ONCE = _NO_DAY + r"(?-i:[A-Z]{0,4})-?\d[\w/-]{0,24}" + _ENDS
_LETTERED = r"(?-i:[A-Z]{1,4})-?\d{3}[\w/-]{0,20}" + _ENDS              # "R12345"


def report_number_in(lines: Sequence[str], lows: Sequence[str]) -> tuple[str, str] | None:
    """The first report number that begins a line, and its label; `lows` are the lines in small letters.

    It may stand in the line below its label, which is told without what precedes the kind and marks the number.

    >>> lines = ["CRS Report R12345 · Updated 4 March", "Report November 2024"]
    >>> report_number_in(lines, [line.lower() for line in lines])
    ('R12345', 'Report')
    """
    pattern, first = _labelled()
    likely = defaultdict(list)                             # to try each line would cost most of all
    for n in [n for n, line in enumerate(lows) if line[:3] in first]:
        likely[lows[n][:3]].append(n)
    some = [n for alike in likely.values() for n in alike[:_MOST_ALIKE]]
    for n in sorted({*some, *[n for n, line in enumerate(lines) if line[1:2] in _CAPITALS]}):
        text = "\n".join(lines[n:n + 3])
        found = pattern.match(text)
        if found and len(text[found.end():].partition("\n")[0]) <= _LONGEST_REST:
            number = found[found.lastindex or 0]
            return number.strip(" .,-"), found["kind"] or found["marked"]
    return None


@cache
def _labelled() -> tuple[re.Pattern[str], frozenset[str]]:
    """What a line with a number begins with, and the first three letters of all such lines."""
    words = word_tables("report_numbers.txt")
    kinds = {name: "|".join(sorted(words[name], key=len, reverse=True)) for name in ("marked", "series")}
    pattern = (rf"{_BEFORE}(?:(?P<kind>{kinds['series']})(?:{_MARK}({_AFTER_MARK})|[ ]({_AT_ONCE}))|"
               rf"(?P<marked>{kinds['marked']})(?:{_MARK}({_AFTER_MARK})|[ ]({_LETTERED})))")
    return re.compile(pattern, re.IGNORECASE), frozenset(
        word[:3] for name in kinds for word in words[name]) | {"ser"}
