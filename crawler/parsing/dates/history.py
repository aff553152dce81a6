"""Outline -> where it tells a history of its changes; a day there is that of a change, the first may publish. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from crawler.parsing.appearance import HEADINGS
from crawler.parsing.dates.sighting import Sighting
from crawler.parsing.histories import heads_history, is_column_of_changes, tells_first
from crawler.parsing.outline import Outline

TRAIT = "in a history"
_MOST = 120                   # runs of a history
_MOST_STEP = 8                # runs from one day of it to the next, and from its label to the first
_LONGEST = 400                # characters of a run in it
_MOST_BELOW = 3               # runs, from a day on, that tell of it
_OF_CHANGES = frozenset({"label modified", "one of many alike", "in passing", "second below", "third below",
                         "later below"})
_ROWS = ("tr", "li", "dd")
_HEADS = ("th", "td")


def with_histories(outline: Outline, found: Sequence[Sighting]) -> list[Sighting]:
    """The sightings, those in a history called changes, but the oldest where that is the first version's."""
    told = list(found)
    dated = sorted({seen.run for seen in found if seen.run is not None})
    for span in _spans(outline, dated):
        places = [at for at, seen in enumerate(told) if seen.run in span]
        oldest = min(told[at].date.value for at in places)
        for at in places:
            seen = told[at]
            is_first = seen.date.value == oldest and tells_first(_said_beside(outline, span, seen.run or 0, dated))
            if is_first or "label published" in seen.traits:
                told[at] = replace(seen, traits=seen.traits - _OF_CHANGES | {"label published"})
            else:
                told[at] = replace(seen, traits=seen.traits | {"label modified", TRAIT})
    return told


def _said_beside(outline: Outline, span: range, n: int, dated: Sequence[int]) -> str:
    """What is said beside the day in the run `n`: its row or item, else what stands below it up to the next day."""
    element = outline.runs[n].element
    row = next((i for i in (element, *outline.ancestors(element)) if outline.tags[i] in _ROWS), None)
    if row is not None and outline.numbers_in(row).start > span.start:
        return outline.text(row)[:_LONGEST]
    after = next((other for other in dated if other > n), n + _MOST_BELOW)
    return " ".join(run.text for run in outline.runs[n:min(after, n + _MOST_BELOW)])


def _spans(outline: Outline, dated: Sequence[int]) -> Iterator[range]:
    """The runs of each history: a label and, close below, days again and again."""
    end = 0
    for n in sorted(_labels(outline, dated)):
        if n >= end and (end := _end(outline, n, dated)) > n:
            yield range(n, end)


def _labels(outline: Outline, dated: Sequence[int]) -> Iterator[int]:
    """The runs no further above a day than a label of its history that are one, and no link to it."""
    seen: set[int] = set()
    for place in dated:
        for n in range(max(place - _MOST_STEP, 0), place + 1):
            if n not in seen:
                seen.add(n)
                run = outline.runs[n]
                if run.link_chars < len(run.text) and (heads_history(run.text) or (
                        outline.tags[run.element] in _HEADS and is_column_of_changes(run.text))):
                    yield n


def _end(outline: Outline, label: int, dated: Sequence[int]) -> int:
    """Where the history below this label ends: at a heading as high, a paragraph, or many runs without a day."""
    runs, days = outline.runs, frozenset(dated)
    tag = outline.tags[runs[label].element]
    last = label
    for n in range(label, min(label + _MOST, len(runs))):
        other = outline.tags[runs[n].element]
        if n > label and other in HEADINGS and (tag not in HEADINGS or other <= tag):
            break
        if n > label and len(runs[n].text) > _LONGEST:
            break
        if n in days:
            last = n
        elif n - last > _MOST_STEP:
            break
    return last + 1 if last > label or label in days else label
