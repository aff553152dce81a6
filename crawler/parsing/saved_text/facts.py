"""Lines of a head whose label stands on a line of its own -> label and value on one line. Pure.

A table of facts loses its cells when its page is saved as text: "Authors", "Ada One", "Bo Two" below one another.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from crawler.parsing.bylines import begins_byline, goes_on, read_byline
from crawler.parsing.saved_text.labels import EDGES, is_topic_label
from crawler.parsing.saved_text.lines import Line, size
from crawler.parsing.saved_text.marks import is_caption, is_date_label, read_head_line

_MOST_LINES = 40           # of a head
_PARAGRAPH = 30            # words: below such a line stand no facts
_LONGEST_LABEL = 4         # words
_LONGEST_VALUE = 8
_MOST_NAMES = 12


def with_facts_joined(lines: Sequence[Line]) -> list[Line]:
    """The lines, as many facts of the head as there are on one line each."""
    head = next((at for at, line in enumerate(lines[:_MOST_LINES]) if size(line.text) >= _PARAGRAPH), _MOST_LINES)
    found: list[Line] = []
    at = 0
    while at < len(lines):
        label, said = lines[at], lines[at].text.strip(" :：")
        values = _values(lines[at:head], said) if at < head else []
        if not values and at < head and (lead := _lead_of(said)) and (values := _values(lines[at:head], lead)):
            said = lead
        if values:
            glue = " " if begins_byline(f"{said} Ada One") else ": "
            label = replace(label, text=said + glue + ", ".join(line.text.strip(EDGES) for line in values))
        found.append(label)
        at += 1 + len(values)
    return found


def _lead_of(label: str) -> str | None:
    """The word with which a longer label begins a byline: "Visualizations by", "Kommentar von", but no picture's."""
    first, _, lead = label.rpartition(" ")
    return lead if first and size(label) <= _LONGEST_LABEL and begins_byline(f"{lead} Ada One") and not is_caption(
        f"{first.partition(' ')[0]}:") else None


def _values(lines: Sequence[Line], label: str) -> list[Line]:
    """The lines below a label that are its values: a day, names, topics."""
    if not 0 < size(label) <= _LONGEST_LABEL:
        return []
    after = list(lines[1:1 + _MOST_NAMES])
    if begins_byline(f"{label}:") and read_byline(f"{label}: Ada One"):
        return list(takewhile(lambda line: goes_on(line.text) or _is_name(line.text), after))
    below = after[:1]
    if not below or size(below[0].text) > _LONGEST_VALUE:
        return []
    if is_date_label(label):
        return below if any(mark.kind == "published" for mark in read_head_line(below[0].text)) else []
    return below if is_topic_label(label) and not read_head_line(below[0].text) else []


def _is_name(text: str) -> bool:
    return size(text) <= _LONGEST_VALUE and text[-1] not in ":：" and bool(read_byline(text, led=False)) and not (
        is_topic_label(text) or is_date_label(text) or begins_byline(f"{text}:"))
