"""Sightings -> one row of features for each day the page tells. Pure.

A day is what all sightings with the same year, month and day speak for together. Its features are the traits of its
sightings, how it stands to the other days, and what kind of page this is. `model.json` holds trees over them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from crawler.parsing.claims import ARTICLE_TYPES, Claims
from crawler.parsing.dates.sighting import Sighting
from crawler.parsing.json_ld import types_of
from crawler.parsing.outline import Outline

_CLAIMS = {
    "json-ld": {"json-ld published of own article"},
    "json-ld page": {"json-ld published of own page", "json-ld published of other page"},
    "meta": {"meta published"},
    "microdata": {"microdata published"},
}
_SAYS_PUBLISHED = frozenset({"json-ld published of own article", "meta published", "label published"})
LEAST_VISIBLE = 2.0           # of a date line that is taken for the page's own
_NEWS = ("blog", "news", "article", "post", "press", "story")
_VISIBILITY = {
    "just below the title": 2.0, "just above the title": 2.0, "below the title": 1.0, "alone": 1.0, "class date": 0.5,
    "class byline": 0.5, "label published": 2.0, "label modified": -2.0, "label other": -2.0, "one of many alike": -1.0,
    "in prose": -2.0, "class teaser": -0.5, "in a link": -0.5,
}


_IN_WORDS = frozenset({"after a word", "after other words"})     # that say something else of a date than a label does
_OF_OTHERS = tuple(map(frozenset, (
    {"in passing"}, {"said to be other"}, {"one of many alike", "in aside"},
    {"one of many alike", "class teaser", "in a link"}, {"in aside", "in li"}, {"in nav", "in a"}, {"class today"},
    {"in figure", "after a word"},
    {"in aside", "class teaser"}, {"class comment", "later below"}, {"class comment", "further below the title"},
    {"class comment", "far below the title"}, {"class comment", "below the title"})))


@dataclass(frozen=True, slots=True)
class Day:
    """One day the page tells, and all that speaks for it."""

    day: str                          # "2024-03-05"
    sightings: tuple[Sighting, ...]
    features: Mapping[str, float]     # absent = 0


def read_days(sightings: Sequence[Sighting], page: Mapping[str, float]) -> list[Day]:
    """The days told, in order of first sighting; `page` holds the features of the page itself."""
    days: dict[str, list[Sighting]] = {}
    for seen in sightings:
        if seen.date.day:
            days.setdefault(seen.date.day, []).append(seen)
    months = {seen.date.value for seen in sightings if len(seen.date.value) == 7}
    traits = {day: frozenset().union(*(seen.traits for seen in seen_there)) for day, seen_there in days.items()}
    visible = {day: max((visibility(seen) for seen in seen_there if seen.run is not None), default=None)
               for day, seen_there in days.items()}
    context = _context(traits, visible)
    rows = []
    for day, seen_there in days.items():
        features = dict.fromkeys(traits[day], 1.0) | dict(page) | context.features(day)
        features["kinds of places"] = len({seen.origin.split()[0] for seen in seen_there}) - 1
        features["month agrees"] = float(day[:7] in months)
        features["only as modified"] = float(all(calls_it_modified(seen.traits) for seen in seen_there))
        rows.append(Day(day, tuple(seen_there), features))
    return _contenders(rows)


def _contenders(days: list[Day]) -> list[Day]:
    """Where a day is called that of publication: it, and days that plainly stand at the title and are no change.

    Otherwise all days but those that only sentences in passing and teasers tell, which are of something else. Where a
    change is all that the page tells, its day stays: such a page is cited by it.
    """
    days = [day for day in days if not all(_is_of_another(seen) for seen in day.sightings)]
    if not any(_SAYS_PUBLISHED & seen.traits for day in days for seen in day.sightings):
        return days
    labelled = any("label published" in seen.traits and visibility(seen) >= LEAST_VISIBLE
                   for day in days for seen in day.sightings)
    yielding = _IN_WORDS if labelled else frozenset()
    return [day for day in days
            if any(_SAYS_PUBLISHED & seen.traits or (_shows_plainly(seen) and not yielding & seen.traits)
                   for seen in day.sightings)]


def _is_of_another(seen: Sighting) -> bool:
    return "label published" not in seen.traits and any(of <= seen.traits for of in _OF_OTHERS)


def _shows_plainly(seen: Sighting) -> bool:
    return (seen.is_shown and not calls_it_modified(seen.traits)
            and "class modified" not in seen.traits and visibility(seen) >= LEAST_VISIBLE)


def page_features(outline: Outline, claims: Claims) -> dict[str, float]:
    """What kind of page this is, as far as it bears on whether it tells a date of publication."""
    kinds = types_of(claims.own)
    path = urlsplit(outline.document.url).path.strip("/").lower()
    kind = " ".join(claims.meta.get("og:type", ())).lower()
    return {
        "page is an article by json-ld": float(not ARTICLE_TYPES.isdisjoint(kinds)),
        "page is an article by og:type": float("article" in kind),
        "page is a website by og:type": float("website" in kind),
        "address speaks of news": float(any(word in path for word in _NEWS)),
        "address depth": float(path.count("/") + bool(path)),
        "address has a long last part": float(path.rpartition("/")[2].count("-") >= 3),
        "names an author": float("author" in claims.own or "author" in claims.meta or "author" in claims.marked),
    }


@dataclass(frozen=True, slots=True)
class _Context:
    """The days of one page beside each other."""

    traits: Mapping[str, frozenset[str]]
    visible: Mapping[str, float | None]
    claimed: Mapping[str, set[str]]   # the days each kind of claim names
    modified: set[str]
    best_visible: float               # 0 where no day is visible

    def features(self, day: str) -> dict[str, float]:
        modified, best = self.modified, self.best_visible
        anywhere = set().union(*self.claimed.values())
        own = self.visible[day]
        found = {f"{name} claims another": float(bool(days) and day not in days)
                 for name, days in self.claimed.items()}
        return found | {
            "none claimed": float(not anywhere),
            "next to claimed": float(day not in anywhere and any(_days_apart(day, d) == 1 for d in anywhere)),
            "claimed and modified": float(day in anywhere and day in modified),
            "only date": float(len(self.traits) == 1),
            "latest": float(day == max(self.traits)),
            "earliest": float(day == min(self.traits)),
            "dates": min(len(self.traits), 12) / 12,
            "visible": 0.0 if own is None else own / 4 + 1,
            "best visible": float(own is not None and own == best),
            "another is visible": float(own is None and best >= 2.5),
            "none visible": float(best < 2.5),
        }


def _context(traits: Mapping[str, frozenset[str]], visible: Mapping[str, float | None]) -> _Context:
    claimed = {name: {day for day, said in traits.items() if said & wanted} for name, wanted in _CLAIMS.items()}
    modified = {day for day, said in traits.items() if calls_it_modified(said)}
    return _Context(traits, visible, claimed, modified,
                    max((value for value in visible.values() if value is not None), default=0))


def visibility(seen: Sighting) -> float:
    """How plainly a text or `time` element shows the date of the page: from about -4 to 7."""
    return sum(weight for trait, weight in _VISIBILITY.items() if trait in seen.traits)


def calls_it_modified(traits: frozenset[str]) -> bool:
    """Whether a sighting with these traits says that the page was changed then."""
    return any(trait.startswith(("json-ld modified", "meta modified", "microdata modified", "label modified"))
               for trait in traits)


def _days_apart(one: str, other: str) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
