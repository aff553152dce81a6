"""Outline and claims -> every place where the page tells a date, with what speaks for and against each. Pure.

A sighting carries traits: short words such as `json-ld published of own article`, `label published`, `in footer`.
`features.py` gathers them by day, and the package weighs them.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

from crawler.parsing.claims import ARTICLE_TYPES, Claims
from crawler.parsing.dates.alone import says_month_first
from crawler.parsing.dates.any_language import read_in_any_language
from crawler.parsing.dates.places import find_places, place_traits, run_at
from crawler.parsing.dates.sighting import Sighting
from crawler.parsing.dates.text import Habits, WrittenDate, read_date
from crawler.parsing.dates.words import CLASS, MARKED_KEYS, META_KIND, META_LIKE, NODE_KEYS
from crawler.parsing.json_ld import plain, types_of
from crawler.parsing.outline import Outline

_URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([/_.-]?)(0?[1-9]|1[0-2]|[a-z]{3,9})\2(0?[1-9]|[12]\d|3[01])(?!\d)")
_URL_MONTH = re.compile(r"(?<!\d)((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])(?!\d)")
_UNSET, _DAY = frozenset({"1970-01-01", "1969-12-31", "1900-01-01", "1899-12-31", "1899-12-30", "1753-01-01"}), 10
_EPOCH = re.compile(r"\s*(1\d{9})(?:\.\d{1,6}|\d{3})?\s*")      # since 1970: seconds, or thousandths
_LOOSE = re.compile(r"\s*(1[789]\d\d|20\d\d)(?:[-/.](0?[1-9]|1[0-2]))?\s*")


def find_sightings(outline: Outline, claims: Claims, habits: Habits, title: int | None) -> list[Sighting]:
    """All sightings: claims first, then the address, then text in reading order."""
    found = [*_in_nodes(claims, habits), *_in_meta(claims, habits), *_in_marked(outline, claims, habits),
             *_in_address(outline.document.url)]
    found = [seen for seen in found if not _is_unset(seen.date.value)] + find_places(outline, habits, title)
    if not any(seen.date.day for seen in found):
        found += _in_any_language(outline, claims, habits)
    return _settled(found, habits)


def read_stated(text: str, habits: Habits) -> WrittenDate | None:
    """The date that a field for nothing else states: a year, or a month in figures, may be all of it.

    >>> read_stated("2024", Habits()).value, read_stated("2024/3", Habits()).value, read_date("2024")
    ('2024', '2024-03', None)
    >>> read_stated("1749712800", Habits()).value, read_stated("1749712800000", Habits()).value
    ('2025-06-12T07:20:00+00:00', '2025-06-12T07:20:00+00:00')
    """
    if found := _EPOCH.fullmatch(text):
        moment = datetime.fromtimestamp(int(found[1]), UTC)
        return WrittenDate(moment.isoformat(), text.strip(), 0)
    if found := _LOOSE.fullmatch(text):
        month = f"-{int(found[2]):02}" if found[2] else ""
        return WrittenDate(found[1] + month, text.strip(), 0)
    return read_date(text, habits)


def _is_unset(value: str) -> bool:
    """Whether a moment is what programs write where no date was set: the first one that they can count."""
    return value[:10] in _UNSET and len(value) > _DAY


def _in_any_language(outline: Outline, claims: Claims, habits: Habits) -> Iterator[Sighting]:
    """What a claim or a `time` element says in words that no pattern of ours knows."""
    said: dict[str, Sighting] = {}

    def hear(text: str, origin: str, traits: frozenset[str], element: int | None = None,
             run: int | None = None) -> None:
        said.setdefault(text, Sighting(_UNREAD, f"{origin}, by dateparser", traits, element, run))

    hear(plain(claims.own.get("datePublished")) or "", "json-ld datePublished",
         frozenset({"json-ld published of own article"}))
    for name, values in claims.meta.items():
        if META_KIND.get(name) == "meta published":
            hear(values[0], f"meta {name}", frozenset({"meta published"}))
    for place in claims.marked.get("datepublished", ())[:1]:
        hear(place.value, "microdata datepublished", frozenset({"microdata published"}), place.element)
    for i in outline.all("time")[:1]:
        n = run_at(outline, outline.starts[i])
        traits = place_traits(outline, i, 1) | {"alone", "time element", "first below"}
        hear(outline.text(i), "time element", frozenset(traits), i, n)
    if (read := read_in_any_language(said, habits)) and read[1].value[:_DAY] not in _UNSET:
        text, date = read
        yield replace(said[text], date=date)


_UNREAD = WrittenDate("", "", 0)


def _settled(found: list[Sighting], habits: Habits) -> list[Sighting]:
    """Sightings with 03/04/2024 read the other way round where only that agrees with what has one reading.

    That is the same day in words, or other days of the page in figures: 25/03/2024 on a page that says it is American.
    """
    sure = {seen.date.day for seen in found if not seen.date.swapped}
    if not any(seen.date.swapped for seen in found):
        return found
    month_first = says_month_first([seen.date.raw for seen in found if not seen.date.swapped and "/" in seen.date.raw])
    other_way = month_first is not None and month_first != (habits.order == "MDY")

    def is_swapped(seen: Sighting) -> bool:
        return seen.date.swapped is not None and seen.date.day not in sure and (other_way or seen.date.swapped in sure)

    return [replace(seen, date=replace(seen.date, value=f"{seen.date.swapped}{seen.date.value[10:]}", swapped=None))
            if is_swapped(seen) else seen for seen in found]


def _in_nodes(claims: Claims, habits: Habits) -> Iterator[Sighting]:
    for node in claims.nodes[:200]:
        kinds = types_of(node)
        own = node is claims.own
        about = "article" if not ARTICLE_TYPES.isdisjoint(kinds) else "page" if "WebPage" in "".join(kinds) else "thing"
        if about == "article" and not claims.own:
            continue                                       # all of them tell of other pages
        for key, kind in NODE_KEYS.items():
            date = read_stated((plain(node.get(key)) or "")[:80], habits) if key in node else None
            if date:
                whose = "own" if own else "other"
                yield Sighting(date, f"json-ld {key}", frozenset({f"json-ld {kind} of {whose} {about}"}))


def _in_meta(claims: Claims, habits: Habits) -> Iterator[Sighting]:
    for name, values in claims.meta.items():
        kind = META_KIND.get(name) or _unknown_meta(name)
        date = read_stated(values[0][:80], habits) if kind else None
        if kind and date:
            yield Sighting(date, f"meta {name}", frozenset({kind}))


def _unknown_meta(name: str) -> str | None:
    """The kind of a meta name no list has; None for one that speaks of no date."""
    if not META_LIKE.search(name):
        return None
    return "meta modified" if CLASS["class modified"].search(name) else "meta like published"


def _in_marked(outline: Outline, claims: Claims, habits: Habits) -> Iterator[Sighting]:
    for name, kind in MARKED_KEYS.items():
        for place in claims.marked.get(name, ())[:8]:
            if date := read_stated(place.value[:80], habits):
                bare = outline.tags[place.element] == "meta" and not place.scope      # as plain as a meta tag's name
                traits = {f"{'meta' if bare else 'microdata'} {kind}"}
                if len(claims.marked[name]) > 1:
                    traits.add("microdata of many")
                yield Sighting(date, f"microdata {name}", frozenset(traits), place.element)


def _in_address(url: str) -> Iterator[Sighting]:
    path = urlsplit(url).path.lower()
    if found := _URL_DAY.search(path):
        text = f"{found[1]}-{found[3]}-{found[4]}" if found[3].isdigit() else f"{found[4]} {found[3]} {found[1]}"
        if date := read_date("-".join(part.zfill(2) for part in text.split("-")) if found[3].isdigit() else text):
            yield Sighting(replace(date, raw=found[0]), "address", frozenset({"address day"}))
            return
    if found := _URL_MONTH.search(path):
        yield Sighting(WrittenDate(f"{found[1]}-{found[2]}", found[0], 0), "address", frozenset({"address month"}))
