"""Outline and claims -> when the page was published and when modified, as precisely as it says. Pure.

Every day the page tells is scored by a small model over what speaks for it (`features.py`); the best is the
date of publication if its score reaches `LEAST_SCORE`, and no day at all is an answer too. A time and zone are added
where a claim for the same day has them, and never shifted. `modified` is only what the page itself calls so.

    text        text -> the dates written in it; clock: the time beside one; any_language: dateparser, for what is left
    ago         words that count back from now, which are neither date nor text
    alone       a line that is a date and nothing else; announced: a day of publication that is still to come
    sightings   every place of the page that tells a date: what its head states, and `places` in its text
    history     days of a history of changes
    words       what the words around a date say that it is; lines: how it stands in its line
    features    sightings -> one row for each day
    patterns, months    the forms of all these, as data; so are labels.txt, ago.txt, months.txt and weekdays.txt
"""

from collections.abc import Iterable, Set
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from crawler.parsing.choice import Candidate, Choice
from crawler.parsing.claims import Claims
from crawler.parsing.dates.announced import announced_day
from crawler.parsing.dates.features import LEAST_VISIBLE, Day, calls_it_modified, page_features, read_days, visibility
from crawler.parsing.dates.history import TRAIT as HISTORY
from crawler.parsing.dates.places import FILLS
from crawler.parsing.dates.sighting import Sighting
from crawler.parsing.dates.sightings import find_sightings, read_stated
from crawler.parsing.dates.text import Habits, habits_of
from crawler.parsing.outline import Outline
from crawler.parsing.small_trees import load_trees

LEAST_SCORE = 0.08            # below it "the page does not say" is the better answer
MODEL = "dates/model.json"
_DAY = 10                     # characters of a day
_LONGEST_STATED = 80          # characters
_YEAR = 4                     # characters of a year alone
_LEAST_VISIBLE = 2.5          # how plainly a month without a day must stand there to be the date
_MODIFIED = {"json-ld modified of own article": 6, "meta modified": 5, "microdata modified": 4, "label modified": 4,
             "json-ld modified of own page": 3, "json-ld modified of other page": 2,
             "json-ld modified of own thing": 2}
_ALONE = frozenset({"alone", FILLS})
_MONTH_TRAITS = frozenset({"alone", "label published", "last of a line", "of an issue"})
_NOT_TIMED = frozenset({"class comment", "one of many alike", "microdata of many", "label other", "in passing"})


@dataclass(frozen=True, slots=True)
class Dates:
    """What the page says of its dates; a value is ISO 8601, "2024", "2024-03", "2024-03-05" or with time and zone."""

    published: Choice[str | None]
    modified: Choice[str | None]
    published_raw: str | None         # the words that gave `published`, those a reader sees where there are any
    announced: str | None = None      # the day to come for which it announces what will stand there


def find_dates(outline: Outline, claims: Claims, title: int | None = None, *, latest: datetime | None = None,
               hinted: Choice[str | None] | None = None,
               hinted_change: Choice[str | None] | None = None, beside: Set[int] = frozenset()) -> Dates:
    """The page's dates; `title` is the element of the headline, `latest` the time the page was fetched.

    No date in the elements `beside`, such as a list of other publications, is the page's.
    `hinted` and `hinted_change` are what a source's hints pick; a date in them is that of publication or change.
    """
    habits = page_habits(outline)
    sightings = [seen for seen in find_sightings(outline, claims, habits, title)
                 if seen.element is None or beside.isdisjoint((seen.element, *outline.ancestors(seen.element)))]
    announced = None
    if latest is not None:
        last, announced = _last_day(latest), announced_day(sightings, latest)
        sightings = [seen for seen in sightings if seen.date.value[:10] <= last[:len(seen.date.value)]]
    told = [seen for seen in sightings if HISTORY not in seen.traits]
    published, raw = _published(read_days(told, page_features(outline, claims)), told)
    if hinted and hinted.value and (written := read_stated(hinted.value, habits)):
        published, raw = replace(hinted, value=written.value), hinted.value
    modified = _modified(sightings, published.value)
    if hinted_change and hinted_change.value and (written := read_stated(hinted_change.value, habits)):
        modified = replace(hinted_change, value=written.value)
    return Dates(published, modified, raw, announced)


def dated_by(dates: Dates, said: str | None, origin: str, habits: Habits, latest: datetime | None) -> Dates:
    """The dates with the day of publication that is `said` in a place for nothing else, and was not found."""
    written = read_stated(said[:_LONGEST_STATED], habits) if said else None
    if written is None or (latest is not None and written.value[:_DAY] > _last_day(latest)[:len(written.value)]):
        return dates
    return replace(dates, published=Choice(written.value, origin), published_raw=said)


def _last_day(latest: datetime) -> str:
    return (latest + timedelta(days=1)).date().isoformat()


def page_habits(outline: Outline) -> Habits:
    """How the page is likely to write dates: by its language, its region, and the country of its host."""
    declared = next((outline.attributes[i].get("lang") for i in outline.all("html")), None)
    host = urlsplit(outline.document.url).hostname or ""
    ending = host.rpartition(".")[2]
    country = ending if len(ending) == 2 and ending != "eu" else "us" if ending in {"gov", "mil"} else None
    return habits_of(declared, country)


def _published(days: list[Day], sightings: list[Sighting]) -> tuple[Choice[str | None], str | None]:
    trees = load_trees(MODEL)
    scored = sorted(((trees.probability(day.features), day) for day in days), key=lambda pair: -pair[0])
    candidates: tuple[Candidate[str | None], ...] = tuple(
        Candidate(day.day, _origins(day.sightings), round(score, 3), _element(day.sightings))
        for score, day in scored[:8])
    loose = _dated_loosely(sightings, candidates)
    if scored and scored[0][0] >= LEAST_SCORE and not (loose[0].value and _is_of_another(scored[0][1], loose[0].value)):
        return _dated(scored[0][1], candidates)
    return loose


def _is_of_another(day: Day, month: str) -> bool:
    """Whether a day of another month than the page states, or plainly shows, is one that only some text tells."""
    return not day.day.startswith(month) and len(month) > _YEAR and all(
        seen.run is not None and "label published" not in seen.traits and visibility(seen) < LEAST_VISIBLE
        for seen in day.sightings)


def _dated(day: Day, candidates: tuple[Candidate[str | None], ...]) -> tuple[Choice[str | None], str]:
    shown = _shown(day.sightings)
    claims = [seen for seen in day.sightings if _may_time(seen)]
    best = max(claims, key=lambda seen: (_precision(seen), seen.run is None), default=day.sightings[0])
    first = next((seen for seen in day.sightings if not calls_it_modified(seen.traits)), day.sightings[0])
    raw = shown.date.raw if shown else first.date.raw
    alone = tuple(dict.fromkeys(seen.element for seen in day.sightings
                                if seen.element is not None and not _ALONE.isdisjoint(seen.traits)
                                and visibility(seen) >= 1))
    return Choice(best.date.value, _origins(day.sightings), None, candidates, alone), raw


def _dated_loosely(sightings: list[Sighting],
                   candidates: tuple[Candidate[str | None], ...]) -> tuple[Choice[str | None], str | None]:
    """A month or a year where no day is told: what a claim says of itself, or what plainly stands at the title."""
    loose = [seen for seen in sightings if not seen.date.day and not calls_it_modified(seen.traits)]
    for seen in loose:
        if _states_it(seen):
            return Choice(seen.date.value, seen.origin, None, candidates), seen.date.raw
    shown = max((seen for seen in loose if seen.run is not None), key=visibility, default=None)
    least = LEAST_VISIBLE if shown and "of an issue" in shown.traits else _LEAST_VISIBLE
    if shown and visibility(shown) >= least and _MONTH_TRAITS & shown.traits:
        element = (shown.element,) if "alone" in shown.traits and shown.element is not None else ()
        return Choice(shown.date.value, shown.origin, None, candidates, element), shown.date.raw
    return Choice(None, None, None, candidates), None


def _states_it(seen: Sighting) -> bool:
    """Whether a field states it as the date of this page."""
    if seen.origin == "json-ld datePublished":
        return any(" own " in trait for trait in seen.traits)
    return seen.origin.startswith(("meta ", "microdata datepublished")) and "microdata of many" not in seen.traits


def _modified(sightings: list[Sighting], published: str | None) -> Choice[str | None]:
    """The latest of what is called a change, the surest kind first; never before the day of publication."""
    found: list[Candidate[str | None]] = []
    for seen in sightings:
        weight = max((w for trait, w in _MODIFIED.items() if trait in seen.traits), default=0)
        is_own = HISTORY in seen.traits or seen.run is None or visibility(seen) + 2 >= 0
        if not is_own and seen.date.day != (published or "")[:_DAY]:
            weight = 0                                   # the change of a teaser or a comment
        if weight and seen.date.value[:10] >= (published or "")[:len(seen.date.value[:10])]:
            found.append(Candidate(seen.date.value, seen.origin, weight - ("in footer" in seen.traits), seen.element))
    found.sort(key=lambda found: (found.score, (found.value or "")[:_DAY], len(found.value or "")), reverse=True)
    if not found:
        return Choice(None)
    return Choice(found[0].value, found[0].origin, None, tuple(found[:8]))


def _shown(sightings: Iterable[Sighting]) -> Sighting | None:
    """The sighting a reader sees first and best."""
    seen_on_page = [seen for seen in sightings if seen.is_shown]
    return max(seen_on_page, key=visibility, default=None)


def _may_time(seen: Sighting) -> bool:
    """Whether the time of day of a sighting is that of publication."""
    return not calls_it_modified(seen.traits) and not _NOT_TIMED & seen.traits


def _precision(seen: Sighting) -> int:
    """0 for a day, then time, then time with zone."""
    value = seen.date.value
    return 0 if len(value) <= 10 else 2 if value[16:].strip(":0123456789") else 1


def _origins(sightings: Iterable[Sighting]) -> str:
    """Where the day stands, the three surest places."""
    return ", ".join(list(dict.fromkeys(seen.origin for seen in sightings))[:3])


def _element(sightings: Iterable[Sighting]) -> int | None:
    return next((seen.element for seen in sightings if seen.element is not None), None)
