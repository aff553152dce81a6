"""Runs of the body -> how many stand before what closes it. Pure.

That is: writers, whom to call, a history of changes, "###", why somebody gets this mail, whether the page was of use.
Labels of hundreds of articles agree that the first two are none of the text.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from crawler.parsing.appearance import HEADINGS
from crawler.parsing.bylines.words import ABOUT
from crawler.parsing.histories import heads_history
from crawler.parsing.outline import Outline
from crawler.parsing.site import fold
from crawler.parsing.word_files import word_tables

_MOST = 12                 # lines of such an end
_ENDS = re.compile(                                          # of a release; then who sent it
    r"(?:#\s?){1,6}|(?:\*\s?){4,}|[-–—]\s?30\s?[-–—]|[-–—]*[oO0]{3,8}[-–—]*|[-–—]+\s?(?i:ends?|ende|fin)\s?[-–—]+|ENDS|"
    r"[(（\[<]\s?(?i:끝|完|了|终|終|end|ende|fin|fine|konec|конец)\s?[)）\]>]|以上|[-–—]?\s?انته[ىی]\s?[-–—]?|"
    r"(?:انتهای|پایان)\s(?:پیام|خبر)\s?/?\s?[\w/]{0,6}")
_FEED = re.compile(r"\bRSS 2\.0\b")     # "You can follow any responses to this entry through the RSS 2.0 feed"
_INITIALS = re.compile(r"[A-Z]{2,5}(?:/[A-Za-z]{1,5}){1,3}")          # of who typed it, on the last line
_LONGEST_MARK = 22         # characters of it
_LONGEST_NOTE = 700        # characters of what a blog says below a post: its day, its category, its feed
_MOST_BEHIND = 8           # lines behind it, with it
_LONGEST_LABEL = 60        # characters of the line that opens it
_LONGEST_LINE = 400        # and of one in it
_BEYOND = 3                # lines below the last, where a number to call may stand
_LEAST_BEFORE = 0.6        # share of the text that stands before it
_MOST_HISTORY, _MOST_STEP = 80, 6      # lines of a history of changes, and from one that tells a day to the next
_DAY = re.compile(r"(?:^.{0,20}|\d.*)(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)(?:19|20)\d\d(?!\d).*\d")
_COLON = re.compile(r"[:：]\s")
_REACHES = re.compile(r"\S@\S|(?<!\d)\+?\(?\d{2,5}\)?[ ./-]{1,2}\d[\d ./-]{4,}\d|電話|电话|電話番号")


def before_closing(outline: Outline, numbers: Sequence[int]) -> int:
    """How many of the runs `numbers` stand before such an end; all where there is none."""
    texts = [outline.runs[number].text for number in numbers]
    last = numbers[-1] if numbers else -1
    end = lines_before_closing(texts, [run.text for run in outline.runs[last + 1:last + 1 + _BEYOND]])
    return _before_history(outline, numbers[:end], texts[:end])


def lines_before_closing(texts: Sequence[str], beyond: Sequence[str] = ()) -> int:
    """How many of the lines stand before such an end; `beyond`: what follows the last."""
    lengths = [len(text) for text in texts]
    least = _LEAST_BEFORE * sum(lengths)
    return min(_before_mark(texts, lengths, least), _before_label(texts, lengths, least, beyond))


def heads_files(text: str) -> bool:
    """Whether a line is the heading of the files that belong to a text: "Attachments:"."""
    return len(text) <= _LONGEST_LABEL and fold(text) in _labels().files


def _before_mark(texts: Sequence[str], lengths: Sequence[int], least: float) -> int:
    end = len(texts)
    for place in range(end - 1, max(end - _MOST_BEHIND, 1) - 1, -1):
        if _is_mark(texts[place], is_last=place == len(texts) - 1) and sum(lengths[:place]) >= least:
            end = place
    return end


def _is_mark(text: str, *, is_last: bool) -> bool:
    """Whether a line ends a release, or begins to tell why somebody gets it, or to ask whether it was of use."""
    if len(text) < _LONGEST_MARK and (_ENDS.fullmatch(text) or (is_last and _INITIALS.fullmatch(text))):
        return True
    return bool(len(text) <= _LONGEST_NOTE and _FEED.search(text)) or fold(
        text[:_LONGEST_LABEL]).startswith(_labels().after)


def _before_label(texts: Sequence[str], lengths: Sequence[int], least: float, beyond: Sequence[str]) -> int:
    for place in range(max(len(texts) - _MOST, 1), len(texts)):
        if sum(lengths[:place]) >= least and max(lengths[place:]) <= _LONGEST_LINE and _opens_closing(
                [*texts[place:], *beyond]):
            return place
    return len(texts)


def _before_history(outline: Outline, numbers: Sequence[int], texts: Sequence[str]) -> int:
    """How many of the runs stand before a history of changes: its label, and lines that tell a day time and again."""
    for place in range(max(len(texts) - _MOST_HISTORY, 1), len(texts)):
        if len(texts[place]) <= _LONGEST_LABEL and heads_history(texts[place]) and _is_history(
                outline, range(numbers[place] + 1, numbers[-1] + 1)) and (
                sum(map(len, texts[:place])) >= _LEAST_BEFORE * sum(map(len, texts))):
            return place
    return len(texts)


def _is_history(outline: Outline, numbers: range) -> bool:
    """Whether a day stands in every few of these runs, and no paragraph and no heading without one."""
    last = numbers.start - 1
    for number in numbers:
        run = outline.runs[number]
        if len(run.text) > _LONGEST_LINE:
            return False
        if _DAY.search(run.text):
            last = number
        elif number - last > _MOST_STEP or outline.tags[run.element] in HEADINGS:
            return False
    return last >= numbers.start


def _opens_closing(lines: Sequence[str]) -> bool:
    """Whether the first of the lines is the label of them all."""
    opening = _COLON.split(lines[0], maxsplit=1)[0]          # "Contact: Ada One, ada@river.example"
    label = fold(opening) if len(opening) <= _LONGEST_LABEL else ""
    labels = _labels()
    return label in labels.writers or (
        bool(label) and (label in labels.contacts or label.startswith(labels.starts)) and any(
            _REACHES.search(line) for line in lines))


class _Labels(NamedTuple):
    """What opens such lines, folded; of `starts` and `after` the first words, `files` is a heading."""

    writers: frozenset[str]
    contacts: frozenset[str]
    starts: tuple[str, ...]
    after: tuple[str, ...]             # why somebody gets this mail, whether the page was useful
    files: frozenset[str]


@cache
def _labels() -> _Labels:
    words = word_tables("body/closing.txt")
    about = (word for line in ABOUT.values() for word in line.split("|"))
    return _Labels(frozenset(map(fold, about)), frozenset(map(fold, words["contact"])),
                   tuple(map(fold, words["start"])), tuple(map(fold, (*words["mailing"], *words["useful"]))),
                   frozenset(map(fold, words["files"])))
