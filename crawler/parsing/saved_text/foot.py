"""The lines of the body -> those without menus around it, links of the page's foot, buttons that ask. Pure."""

import re
from collections.abc import Sequence

from crawler.parsing.furniture.words import begins, listed, squeezed
from crawler.parsing.saved_text.lines import Line, size
from crawler.parsing.saved_text.marks import is_foot_link, is_sentence

_SENTENCES = re.compile(r"(?<=[.!?…])\s+|(?<=[。！？])")
_LONGEST_HEADING, _MOST_BOX = 10, 5            # words; lines of a box
_FEWEST, _ENTRY, _COST = 8, 4, 4               # words of a sentence, of an entry of a menu; what an entry costs
_MENU, _MOSTLY = 6, 0.6                        # lines of a menu, and the share of entries among them
_LONGEST_BUTTON, _LONGEST_APPEAL = 3, 320      # words of a button; characters of the line above it that asks


def before_foot(lines: Sequence[str]) -> int:
    """How many of the lines stand before those that end the page: links of its foot, buttons that ask for money."""
    end, asked = len(lines), False
    while end > 1 and _is_button(lines[end - 1]):
        end -= 1
        asked = asked or _asks(lines[end])
    return end - (asked and end > 1 and len(lines[end - 1]) <= _LONGEST_APPEAL and any(
        _asks(part) for part in _SENTENCES.split(lines[end - 1])))


def without_appeals(lines: Sequence[Line]) -> list[Line]:
    """The lines without boxes that ask for a subscription: a heading that asks, a line or two, a button that asks."""
    kept: list[Line] = []
    at = 0
    while at < len(lines):
        text = lines[at].text
        box = range(at + 1, min(len(lines), at + _MOST_BOX)) if size(text) <= _LONGEST_HEADING and _asks(text) else ()
        button = next((after for after in box if _is_button(lines[after].text) and _asks(lines[after].text)), None)
        if button is None:
            kept.append(lines[at])
        at = at + 1 if button is None else button + 1
    return kept


def span_of_text(lines: Sequence[Line]) -> slice:
    """Which of the lines are the text, without menus above it and what is mostly short lines below: offers, the foot.

    The text is where most words of sentences stand together; an entry of a menu costs some of them.
    """
    told = best = 0.0
    start, span = 0, slice(0, len(lines))
    for at, line in enumerate(lines):
        if told <= 0:
            told, start = 0.0, at
        words = size(line.text)
        if is_sentence(line.text):
            told += words if words >= _FEWEST else 0
        else:
            told -= _COST * (words <= _ENTRY)
        if told >= best:
            best, span = told, slice(start, at + 1)
    return slice(span.start if _are_entries(lines[:span.start]) else 0,
                 span.stop if _are_entries(lines[span.stop:]) else len(lines))


def _are_entries(lines: Sequence[Line]) -> bool:
    return len(lines) >= _MENU and sum(size(line.text) <= _ENTRY for line in lines) >= _MOSTLY * len(lines)


def _is_button(text: str) -> bool:
    return size(text) <= _LONGEST_BUTTON and not is_sentence(text) and (
        is_foot_link(text) or _asks(text) or squeezed(text) in listed("pager"))


def _asks(text: str) -> bool:
    return begins("appeal", squeezed(text))
