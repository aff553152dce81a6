"""Runs of the body -> the runs with the notes they refer to: "1", raised, leads down, and the note leads back. Pure."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from crawler.parsing.outline import Outline

_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,3})[\])]?[.:]?")
_LONGEST_MARK = 6             # characters of "[12]"
_LONGEST_NOTE, _MOST_NOTES = 2_000, 500     # characters of one, notes of a page
_OF_TEXT = 0.25                # share of the text that its notes have; more are an appendix of their own
_WITHIN = 4                   # elements from the place a mark leads to up to the note around it
_LINES = frozenset({"p", "li", "dd", "td", "div", "aside", "section"})


def with_notes(outline: Outline, wanted: Sequence[int], notes: Iterable[int]) -> list[int]:
    """The runs, with those of the notes that one of them refers to."""
    found = {number for note in notes for number in outline.numbers_in(note)}
    if not found:
        return list(wanted)
    runs, kept = outline.runs, set(wanted)
    found -= kept
    if sum(len(runs[number].text) for number in found) > _OF_TEXT * sum(len(runs[number].text) for number in kept):
        return list(wanted)
    return sorted(kept | found)


def notes_of(outline: Outline, wanted: Sequence[int]) -> frozenset[int]:
    """The elements that are notes to which marks in these runs lead."""
    places = dict(_marks(outline, wanted))
    return frozenset(note for i, said in enumerate(outline.attributes if places else ())
                     if (mark := places.get(said.get("id") or said.get("name") or "")) is not None and mark < i
                     and (note := _note_around(outline, i)) is not None)


def _marks(outline: Outline, wanted: Sequence[int]) -> Iterator[tuple[str, int]]:
    """The places on this page that short links in these runs lead to, such as notes have, each with its link."""
    runs, found = outline.runs, 0
    starts = [runs[number].start for number in wanted]
    for link in outline.by_tag.get("a", ()):
        target = outline.attributes[link].get("href") or ""
        if len(target) < 2 or target[0] != "#" or outline.stops[link] - outline.starts[link] > _LONGEST_MARK:
            continue
        text = outline.text(link)
        at = bisect_left(starts, outline.starts[link] + 1) - 1
        if at >= 0 and outline.starts[link] < runs[wanted[at]].stop and found < _MOST_NOTES and (
                len(text) <= _LONGEST_MARK and _MARK.fullmatch(text)):
            found += 1
            yield target[1:], link


def _note_around(outline: Outline, i: int) -> int | None:
    """The line or box around a place that a mark leads to, where it is a note: one that leads back, or is called so."""
    for _ in range(_WITHIN):
        if outline.tags[i] in _LINES and outline.text(i):
            break
        i = max(outline.parents[i], 0)
    if outline.tags[i] not in _LINES or outline.size(i) > _LONGEST_NOTE:
        return None
    back = any((outline.attributes[j].get("href") or "").startswith("#") for j in outline.all("a", within=i))
    return i if back or "note" in (outline.attributes[i].get("epub:type") or outline.names[i]) else None
