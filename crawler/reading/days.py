"""A page and its leads -> the leads with the days on which the page says they were published. Pure.

Lists show a day beside each title, which is often the only one that a file or an old page ever gets. It is that of the
one headline in the smallest box around it; where a box holds several, the days and headlines in it take turns.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from archive.records import Publication
from archive.urls import join_url
from crawler.discovery.lead import Lead
from crawler.parsing.dates import page_habits
from crawler.parsing.dates.alone import says_month_first
from crawler.parsing.dates.entries import EntryDay, entry_days
from crawler.parsing.dates.text import Habits
from crawler.parsing.furniture.chrome import HEADINGS
from crawler.parsing.furniture.headline import is_strong
from crawler.parsing.furniture.offers import Offer, places_within, read_offers
from crawler.parsing.furniture.page import Grounds
from crawler.parsing.outline import Outline

LONGEST_DAY = 12               # characters of one in figures
LEAST_ENTRIES = 2              # with a day, of a list


class _Turn(NamedTuple):
    """A headline or a day, and which pieces of text it stands in."""

    start: int
    stop: int
    url: str = ""
    iso: str = ""


def with_days(leads: tuple[Lead, ...], shown: Publication | Outline) -> tuple[Lead, ...]:
    """The leads of a list, or of a publication that shows others beside it, dated where the page does."""
    told = _of_related(shown) if isinstance(shown, Publication) else _of_list(shown)
    days: dict[str, str] = {}
    for url, day in told:
        if address := join_url("", url):
            days.setdefault(address, day)
    if len(days) < LEAST_ENTRIES:
        return leads
    return tuple(lead._replace(published=days[lead.url]) if lead.url in days else lead for lead in leads)


def _of_related(publication: Publication) -> Iterator[tuple[str, str]]:
    return ((item.url, item.published) for item in publication.related if item.url and item.published)


def _of_list(outline: Outline) -> Iterator[tuple[str, str]]:
    """Address and day of each entry, the surest days first."""
    days = sorted(entry_days(outline, _habits(outline)), key=lambda day: -day.rank)
    if not days:
        return
    grounds = Grounds(outline, outline.document.url)
    offers = read_offers(grounds)
    starts = [outline.starts[offer.element] for offer in offers]
    boxes: dict[range, list[EntryDay]] = defaultdict(list)
    for day in days:
        boxes[_beside(grounds, offers, starts, day)].append(day)
    for place, of_box in boxes.items():
        inside = offers[place.start:place.stop]
        headlines = {offer.key for offer in inside if _is_headline(grounds, offer.element)}
        if len(headlines) > 1:
            yield from _in_turn(outline, [offer for offer in inside if offer.key in headlines], of_box)
        elif headlines or len({offer.key for offer in inside}) == 1:
            yield from ((offer.url, of_box[0].iso) for offer in inside
                        if not headlines or offer.key in headlines or offer.url.lower().endswith(".pdf"))


def _habits(outline: Outline) -> Habits:
    """How the page writes dates: what its language lets expect, unless one of its days, 25/03/2024, tells otherwise."""
    habits = page_habits(outline)
    month_first = says_month_first(run.text for run in outline.runs if len(run.text) <= LONGEST_DAY and "/" in run.text)
    return habits if month_first is None or habits.order == "YMD" else replace(
        habits, order="MDY" if month_first else "DMY")


def _beside(grounds: Grounds, offers: list[Offer], starts: Sequence[int], day: EntryDay) -> range:
    """Which of the links are those around the day, in its line, or in the smallest element around it."""
    outline, around = grounds.outline, bisect_right(starts, day.start)
    if around and outline.stops[offers[around - 1].element] > day.start:
        return range(around - 1, around)
    held = places_within(grounds, offers, day.element)
    in_line = range(bisect_left(starts, day.start, held.start, held.stop),
                    bisect_left(starts, day.stop, held.start, held.stop))
    boxes = (places_within(grounds, offers, box) for box in outline.ancestors(day.element))
    return in_line or held or next(filter(None, boxes), held)


def _is_headline(grounds: Grounds, i: int) -> bool:
    outline = grounds.outline
    return is_strong(grounds.text(i)) or outline.tags[outline.parents[i]] in HEADINGS


def _in_turn(outline: Outline, headlines: Sequence[Offer], days: Sequence[EntryDay]) -> Iterator[tuple[str, str]]:
    """Address and day of the headlines of one box, which stand in it one after the other.

    Each day is that of the headline before it, or, where days stand nearer to the headlines below, that of all up to
    the next day.
    """
    first = {offer.key: offer for offer in reversed(headlines)}
    turns = sorted([_Turn(outline.starts[offer.element], outline.stops[offer.element], offer.url)
                    for offer in first.values()] + [_Turn(day.start, day.stop, iso=day.iso) for day in days])
    if len({turn.iso for turn in turns if turn.iso}) < LEAST_ENTRIES:
        return                                            # "Today is 5 March 2026"
    is_above = _stand_above(turns)
    url = iso = ""
    for turn in turns:
        if turn.iso and not is_above and url:
            yield url, turn.iso
        url, iso = turn.url, turn.iso or iso
        if turn.url and is_above and iso:
            yield turn.url, iso


def _stand_above(turns: Sequence[_Turn]) -> bool:
    """Whether days belong to the headlines below them: those stand nearer, or, as near, the box begins with a day."""
    to_day, to_headline = list[int](), list[int]()
    for one, other in pairwise(turns):
        if bool(one.iso) != bool(other.iso):
            (to_day if other.iso else to_headline).append(other.start - one.stop)
    if not to_day or not to_headline or median(to_headline) == median(to_day):
        return bool(turns[0].iso)
    return median(to_headline) < median(to_day)
