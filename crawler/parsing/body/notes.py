"""Runs of the body -> the runs with the notes they refer to: "1", raised, leads down, and the note leads back. Pure.

The marks themselves are none of the text, where they lead to a note: those in a line, and those that lead back to it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence, Set

from crawler.parsing.appearance import INLINE
from crawler.parsing.outline import Outline

_MARK = re.compile(r"[\[(]?(?:[^\W\d]{2,12}\s)?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,3})[\])]?[.:]?")
_LONGEST_MARK = 15            # characters of "[footnote 12]"
_LONGEST_BACK = 40            # and of "Return to footnote 12 referrer"
_AROUND_MARK = 3              # elements around a mark, as far as one of them may be where its note leads back to
_LONGEST_NOTE, _MOST_NOTES = 2_000, 500     # characters of one, notes of a page
_OF_TEXT = 0.25                # share of the text that its notes have; more are an appendix of their own
_MOST_BETWEEN = 3             # runs between the text and its notes
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
    return sorted(kept | found | _led_to(outline, kept, found))


def _led_to(outline: Outline, kept: Set[int], found: Set[int]) -> set[int]:
    """The few sentences between the text and the first of these notes, set apart in a box of their own."""
    first = min(found, default=0)
    last = max((number for number in kept if number < first), default=first)
    between = range(last + 1, first)
    is_text = len(between) <= _MOST_BETWEEN and all(
        not outline.runs[number].link_chars and outline.runs[number].text[-1] in ".!?。" for number in between)
    return set(between) if is_text else set()


def notes_of(outline: Outline, wanted: Sequence[int]) -> frozenset[int]:
    """The elements that are notes to which marks in these runs lead."""
    places = dict(_marks(outline, wanted))
    return frozenset(note for i, said in enumerate(outline.attributes if places else ())
                     if (mark := places.get(said.get("id") or said.get("name") or "")) is not None and mark < i
                     and (note := _note_around(outline, i)) is not None and mark < note)


def marks_of_notes(outline: Outline, wanted: Sequence[int], notes: Set[int]) -> set[int]:
    """The links that lead from these runs to notes, with what raises them, and those that lead from there back."""
    raised = outline.all("sup")
    if not (notes or raised):
        return set()
    targets = {key for note in notes for i in range(note, outline.ends[note]) for key in _keys(outline, i)}
    marks = [link for target, link in _marks(outline, wanted)
             if target in targets or _is_raised(outline, link, raised)]
    places = {key for link in marks for i in (*_right_before(link), link, *outline.ancestors(link, _AROUND_MARK))
              for key in _keys(outline, i)}
    back = [link for note in notes for link in outline.all("a", within=note)
            if (outline.attributes[link].get("href") or "").partition("#")[2] in places
            and outline.stops[link] > outline.starts[link] and len(outline.text(link)) <= _LONGEST_BACK]
    return {_whole(outline, link) for link in (*marks, *back)}


def _keys(outline: Outline, i: int) -> list[str]:
    said = outline.attributes[i]
    return [key for name in ("id", "name") if (key := said.get(name))]


def _is_raised(outline: Outline, link: int, raised: Sequence[int]) -> bool:
    """Whether a link stands in a `sup`, or one right inside it."""
    at = bisect_left(raised, link)
    return any(outline.inside(link, i) or i == link + 1 for i in raised[max(at - 1, 0):at + 1])


def _right_before(i: int) -> range:
    """What may be an anchor right before element `i`, or before the one around it."""
    return range(max(i - 2, 0), i)


def _whole(outline: Outline, i: int) -> int:
    """The element, or the widest one in a line around it that says nothing else."""
    for above in outline.ancestors(i, _AROUND_MARK):
        if outline.tags[above] not in INLINE or outline.text(above) != outline.text(i):
            break
        i = above
    return i


def _marks(outline: Outline, wanted: Sequence[int]) -> Iterator[tuple[str, int]]:
    """The places on this page that short links in these runs lead to, such as notes have, each with its link."""
    runs, found, own = outline.runs, 0, outline.document.url.partition("#")[0]
    starts = [runs[number].start for number in wanted]
    for link in outline.by_tag.get("a", ()):
        page, _, target = (outline.attributes[link].get("href") or "").partition("#")
        if not target or (page and page != own) or outline.stops[link] - outline.starts[link] > _LONGEST_MARK:
            continue
        text = outline.text(link)
        at = bisect_left(starts, outline.starts[link] + 1) - 1
        if at >= 0 and outline.starts[link] < runs[wanted[at]].stop and found < _MOST_NOTES and (
                len(text) <= _LONGEST_MARK and _MARK.fullmatch(text)):
            found += 1
            yield target, link


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
