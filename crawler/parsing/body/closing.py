"""Runs of the body -> how many stand before the lines that close it: on its writers, whom the press may call. Pure.

Labels of hundreds of articles agree that neither is of the text.
"""

import re
from collections.abc import Sequence
from functools import cache

from crawler.parsing.bylines.words import ABOUT
from crawler.parsing.outline import Outline
from crawler.parsing.site import fold
from crawler.parsing.word_files import word_tables

_MOST = 12                 # lines of such an end
_LONGEST_LABEL = 60        # characters of the line that opens it
_LONGEST_LINE = 400        # and of one in it
_LEAST_BEFORE = 0.6        # share of the text that stands before it
_REACHES = re.compile(r"\S@\S|(?<!\d)\+?\(?\d{2,5}\)?[ ./-]{1,2}\d[\d ./-]{4,}\d|電話|电话|電話番号")


def before_closing(outline: Outline, numbers: Sequence[int]) -> int:
    """How many of the runs `numbers` stand before such an end; all where there is none."""
    lengths = [len(outline.runs[number].text) for number in numbers]
    total = sum(lengths)
    for place in range(max(len(numbers) - _MOST, 1), len(numbers)):
        if total - sum(lengths[place:]) >= _LEAST_BEFORE * total and max(lengths[place:]) <= _LONGEST_LINE \
                and _opens_closing(outline, numbers, place):
            return place
    return len(numbers)


def _opens_closing(outline: Outline, numbers: Sequence[int], place: int) -> bool:
    """Whether the run is the label of such lines, or stands below one that was taken for a byline."""
    runs, number = outline.runs, numbers[place]
    said = runs[number].text
    label = fold(said) if len(said) <= _LONGEST_LABEL else ""
    lifted = number - 1 if numbers[place - 1] != number - 1 else None      # a label taken for a byline
    writers, contacts, starts = _labels()
    if label in writers or (lifted is not None and len(runs[lifted].text) <= _LONGEST_LABEL
                            and fold(runs[lifted].text) in writers):
        return True
    return bool(label) and (label in contacts or label.startswith(starts)) and any(
        _REACHES.search(runs[other].text) for other in numbers[place:])


@cache
def _labels() -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    """What opens such lines, folded: on writers, on whom to call, and how longer ones of these begin."""
    contacts = word_tables("body/contacts.txt")
    about = (word for line in ABOUT.values() for word in line.split("|"))
    return frozenset(map(fold, about)), frozenset(map(fold, contacts["contact"])), tuple(map(fold, contacts["start"]))
