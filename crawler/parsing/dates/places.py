"""Outline -> the dates that stand in its text and `time` elements, with what stands around each. Pure."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from crawler.parsing.appearance import INLINE, SUBHEADINGS
from crawler.parsing.dates import words as date_words
from crawler.parsing.dates.history import with_histories
from crawler.parsing.dates.lines import is_of_hours, line_traits
from crawler.parsing.dates.sighting import Sighting
from crawler.parsing.dates.text import Habits, WrittenDate, find_dates_in, plain_digits, read_date
from crawler.parsing.dates.words import YEAR_LAST, label_of, tells_year
from crawler.parsing.outline import Outline

FILLS = "fills its line"      # of a `time` element, which may be lifted out of the text
LONGEST_RUN = 240             # characters of a text in which dates are looked for
_FIRST_RUNS, _LAST_RUNS = 3000, 200   # of a very long page, where dates of its own stand
_SHORT = 90                   # characters: a two-digit year or a lone day is looked for in such texts only
_MOST_TIMES = 40              # elements that state a moment
_MOST_RUNS, _LAST_DATED = 24, 8       # dated texts read: those near the title, and the last ones of the page
# A search for a set of characters runs at the speed of memory, one that begins with a look back at a sixth of it:
# each pattern begins with a set, and looks back at what of it was met.
_YEAR = re.compile(r"[12年년](?:(?<=[年년])|(?<![0-9].)(?:(?<=1)[3-9]|(?<=2)[015])[0-9]{2}(?![0-9]))", re.DOTALL)
_SHORT_DATE = re.compile(          # 3.4.24, 20240305, ’24
    r"[0-9'’](?:(?<=['’])[0-9]{2}|(?<=[0-9]) ?[./-] ?[0-9]{1,2} ?[./-] ?[0-9]|"
    r"(?<=2)(?<![0-9].)0[0-3][0-9][01][0-9])", re.DOTALL)
_THAI_DAY = re.compile(r"\d\s?[ก-๎]{2,}|\d\s?[ก-๎]{1,2}\.[ก-๎]")        # 12 ม.ค. 67
_LONE = re.compile(r"\d{1,2}\.?\Z|\w{3,9}\.?\s\d{1,2}\Z")  # a calendar leaf in boxes: `05`, `Mar 05`
_LONGEST_LEAF, _LEAF_ENDS = 12, frozenset("0123456789.")
_SHAPE = 3                    # elements by which dates are alike: its own, and the blocks around it
_LIST_ABOVE, _LONGEST_HEADING = 10, 40      # runs from a date up to the heading of its list, characters of that
_OTHER_DIGITS = frozenset("ar fa ur ps ku ckb hi mr ne bn as pa gu ta te kn ml si th lo my km ja zh".split())
_BARS = frozenset("|·•")
_TERMS = frozenset({"dt", "th", "td"})
_STEPS = ((-3, "above the title"), (0, "just above the title"), (4, "just below the title"), (9, "below the title"),
          (25, "further below the title"))


def find_places(outline: Outline, habits: Habits, title: int | None) -> list[Sighting]:
    """The dates of the page's text in reading order; `title` is the element of the headline."""
    runs = outline.runs
    at = _title_run(outline, title)
    dated = dated_runs(outline, habits)
    dated = sorted(sorted(dated, key=lambda n: (n < at - 6, abs(n - at)))[:_MOST_RUNS] + dated[-_LAST_DATED:])
    found: list[Sighting] = []
    for n in dict.fromkeys(dated):
        dates = dates_of_run(outline, n, habits)
        if dates and not date_words.COPYRIGHT.search(runs[n].text[:LONGEST_RUN]):
            found += [_text_sighting(outline, n, date, at) for date in dates]
    found += _in_times(outline, habits, at)
    return with_histories(outline, _ranked(outline, found, at))


def dated_runs(outline: Outline, habits: Habits) -> list[int]:
    """The places in outline.runs of texts that may hold a date, found in one search over all of them."""
    runs = outline.runs
    places = [*range(min(len(runs), _FIRST_RUNS)), *range(max(len(runs) - _LAST_RUNS, _FIRST_RUNS), len(runs))]
    texts = [runs[n].text[:LONGEST_RUN] for n in places]
    joined = "\n".join(texts)
    if habits.language in _OTHER_DIGITS:
        joined = plain_digits(joined)
        texts = joined.split("\n")
    found = set(_lines_with(_YEAR, joined))
    if habits.language == "th":
        found.update(_lines_with(_THAI_DAY, joined))
    found.update(n for n in _lines_with(_SHORT_DATE, joined) if len(texts[n]) <= _SHORT)
    found |= {n for n, text in enumerate(texts)
              if text and len(text) <= _LONGEST_LEAF and text[-1] in _LEAF_ENDS
              and (text[0].isdigit() or not found.isdisjoint((n - 1, n + 1, n + 2)))      # "Mar 05"; not "Paper 12"
              and _LONE.match(text)}
    return [places[n] for n in sorted(found)]


def _lines_with(pattern: re.Pattern[str], text: str) -> Iterator[int]:
    """The number of the line in which each match of a pattern begins."""
    line = last = 0
    for hit in pattern.finditer(text):
        line += text.count("\n", last, hit.start())
        last = hit.start()
        yield line


def _title_run(outline: Outline, title: int | None) -> int:
    """The place of the title in outline.runs; of the first h1 where it isn't known; 0 where there is neither."""
    if title is None:
        title = next(iter(outline.all("h1")), None)
    if title is None:
        return 0
    return run_at(outline, outline.starts[title])


def run_at(outline: Outline, piece: int) -> int:
    """The place in outline.runs of the first run that ends after this piece."""
    place = bisect_right(outline.runs, piece, key=lambda run: run.stop)
    return min(place, max(len(outline.runs) - 1, 0))


def dates_of_run(outline: Outline, n: int, habits: Habits) -> list[WrittenDate]:
    """The dates in a run; a calendar leaf (`05`, `Mar`, `2024` in boxes of their own) is put together first."""
    text = outline.runs[n].text[:LONGEST_RUN]
    dates = find_dates_in(text, habits)
    if not dates and len(text) <= _SHORT and (year := YEAR_LAST.fullmatch(text)):
        marked = not year["label"] and any(_is_for_dates(outline, i) for i in outline.alone(outline.runs[n]))
        told = marked or tells_year(year["label"] or (outline.runs[n - 1].text if n else ""))
        return [WrittenDate(year["year"], year["year"], year.start("year"))] if told else []
    if dates or len(text) > _LONGEST_LEAF:
        return dates
    for first in (n, n - 1):
        leaf = " ".join(run.text for run in outline.runs[max(first, 0):first + 3])
        if len(leaf) < 24 and (dates := find_dates_in(leaf, habits)):
            return [replace(date, start=0) for date in dates[:1] if len(date.raw) > len(leaf) - 3]
    return []


def _is_for_dates(outline: Outline, i: int) -> bool:
    """Whether an element is named as what holds a date, so that a year alone in it is one."""
    return outline.tags[i] == "time" or date_words.CLASS["class date"].search(outline.names[i]) is not None


def _text_sighting(outline: Outline, n: int, date: WrittenDate, at: int) -> Sighting:
    run = outline.runs[n]
    before, after = run.text[:date.start], run.text[date.start + len(date.raw):]
    label, word = ("other", "") if is_of_hours(run.text, date) else label_of(before, after)
    traits = {"said to be other"} if label and not word else set()
    if label == "other" and _BARS.isdisjoint(before[before.rfind(word):]):
        traits.add("said to be other")                # "until 5 May", but not "Comment | 5 May"
    if label is None and not before.strip(" |,•·-–—(") and n and n - 1 != at and len(outline.runs[n - 1].text) <= 40:
        label, word = label_of(outline.runs[n - 1].text, "")
        if label == "other" and _is_term(outline, n - 1, word):
            traits.add("said to be other")
    if label is None and len(date.value) == len("2024"):     # no year is read that nothing calls that of publication
        label = "published"
    element = _element_of(outline, n, date)
    traits |= {f"label {label}"} if label else _told_around(outline, element, n)
    traits |= line_traits(run.text, date, label)
    if run.link_chars >= len(date.raw):
        traits.add("in a link")
    traits |= place_traits(outline, element, n - at)
    origin = f"text after “{word}”" if word else "text"
    return Sighting(date, origin, frozenset(traits), element, n)


def _is_term(outline: Outline, n: int, word: str) -> bool:
    """Whether the run `n`, which ends in the label `word`, is a term for the value after it, and no kicker: "Event"."""
    run = outline.runs[n]
    return outline.tags[run.element] in _TERMS or run.text[-1] in ":：" or (
        word.lower() in date_words.DEADLINES and len(run.text) <= 2 * len(word) + 4)


def _element_of(outline: Outline, n: int, date: WrittenDate) -> int:
    """The smallest element of the run that holds the date's words, or the run's own."""
    run = outline.runs[n]
    if len(date.value) == len("2024") and len(run.text) <= len(date.raw) + 4:    # no other rule takes it from the body
        return next(iter(outline.alone(run)), run.element)
    if len(run.text) <= len(date.raw) + 4 or outline.ends[run.element] - run.element > 30:
        return run.element
    for i in range(outline.ends[run.element] - 1, run.element, -1):
        if run.start <= outline.starts[i] and outline.stops[i] <= run.stop and date.raw[:10] in outline.text(i):
            return i
    return run.element


def _in_times(outline: Outline, habits: Habits, at: int) -> Iterator[Sighting]:
    """Dates of `datetime` attributes, and of titles of words like "3 days ago"."""
    for i, origin, value in stated_moments(outline):
        date = read_date(value[:80], habits)
        if date and not _is_padded(date, outline.text(i), habits):
            n = run_at(outline, outline.starts[i])
            traits = {"time element"} | place_traits(outline, i, n - at)
            if outline.attributes[i].get("pubdate") is not None:
                traits.add("microdata published")
            run = outline.runs[n].text if outline.runs else ""
            before = run[:max(run.find(outline.text(i)), 0)] or (outline.runs[n - 1].text if n else "")
            label, _ = label_of(before[-60:], "")
            if label or _marked_as_change(outline, i):
                traits.add(f"label {label or 'modified'}")
            if run and run == outline.text(i):
                traits.add(FILLS)
            yield Sighting(date, origin, frozenset(traits), i, n)


def _is_padded(date: WrittenDate, shown: str, habits: Habits) -> bool:
    """Whether a moment is the first of the month or year that the page shows: "2024-03-01" for "March 2024"."""
    if date.value[8:10] != "01" or len(shown) > _LONGEST_LEAF * 2:
        return False
    if (year := YEAR_LAST.fullmatch(shown)) and not year["label"]:
        return date.value[:10] == f"{year['year']}-01-01"
    return any(not less.day and date.value.startswith(less.value) for less in find_dates_in(shown, habits))


def stated_moments(outline: Outline, most: int = _MOST_TIMES) -> Iterator[tuple[int, str, str]]:
    """Elements that state a moment in an attribute, what calls it so, and the moment."""
    clocks = [tag for tag in outline.by_tag if "-" in tag and "time" in tag]        # <relative-time>, <local-time>
    for i in outline.all("time", *clocks)[:most]:
        yield i, "time datetime", outline.attributes[i].get("datetime") or ""
    titled = [(i, said) for i in outline.all("span", "abbr", "time", *clocks)
              if (said := outline.attributes[i].get("title")) and len(said) <= _LONGEST_HEADING]
    for i, said in titled[:most]:
        if _YEAR.search(said) and len(text := outline.text(i)) <= _LONGEST_HEADING and not _YEAR.search(text):
            yield i, "title of an element", said


def _told_around(outline: Outline, element: int, n: int) -> set[str]:
    """What a date is by the mark-up of its element, or by the heading of its list: "Deadlines"."""
    held = (element, *outline.alone(outline.runs[n])) if outline.marked else ()
    if any(_marked_as_change(outline, i) for i in held):
        return {"label modified"}
    for run in outline.runs[max(n - 1, 0):max(n - _LIST_ABOVE, 0):-1]:
        if outline.tags[run.element] in SUBHEADINGS:
            found = date_words.labels().search(run.text) if len(run.text) <= _LONGEST_HEADING else None
            return {"label other", "said to be other"} if found and found.lastgroup == "other" else set()
    return set()


def _marked_as_change(outline: Outline, element: int) -> bool:
    said = outline.attributes[element].get("itemprop") or outline.attributes[element].get("property") or ""
    return date_words.MARKED_KEYS.get(said.rpartition(":")[2].lower()) == "modified"


def place_traits(outline: Outline, element: int, distance: int) -> set[str]:
    """Where an element stands: its distance from the title in runs, the classes and tags around it."""
    traits = {next((name for limit, name in _STEPS if distance < limit), "far below the title")}
    around = [element, *outline.ancestors(element)]
    near = " ".join(outline.names[i] for i in around[:3])
    wide = " ".join(outline.names[i] for i in around[:7])
    traits |= _class_traits(near, wide)
    tags = {outline.tags[i] for i in around}
    traits |= {f"in {tag}" for tag in date_words.TAGS if tag in tags}
    return traits


@lru_cache(maxsize=4096)
def _class_traits(near: str, wide: str) -> frozenset[str]:
    """What the class names of the nearest and of the wider elements say; the dates of a list share theirs."""
    return frozenset(trait for trait, pattern in date_words.CLASS.items()
                     if pattern.search(near if trait in date_words.NEAR_CLASSES else wide))


def _ranked(outline: Outline, found: list[Sighting], at: int) -> list[Sighting]:
    """The sightings with their order and with how many look like them."""
    shapes = Counter(_shape(outline, seen.element) for seen in found if seen.element is not None)
    below: list[str] = []
    ranked = []
    for seen in sorted(found, key=lambda seen: seen.run or 0):
        traits = set(seen.traits)
        if seen.run is not None and seen.run >= at and seen.date.day and "in prose" not in traits:
            if seen.date.day not in below:
                below.append(seen.date.day)
            rank = below.index(seen.date.day)
            traits.add(("first below", "second below", "third below")[rank] if rank < 3 else "later below")
        alike = shapes[_shape(outline, seen.element)] if seen.element is not None else 1
        if alike >= 3:
            traits.add("one of many alike")
        ranked.append(Sighting(seen.date, seen.origin, frozenset(traits), seen.element, seen.run))
    return ranked


def _shape(outline: Outline, element: int | None) -> tuple[str, ...]:
    if element is None:
        return ()
    shape, i = [element], outline.parents[element]
    while i >= 0 and len(shape) < _SHAPE:
        if outline.tags[i] not in INLINE:
            shape.append(i)
        i = outline.parents[i]
    return tuple(f"{outline.tags[i]} {outline.names[i]}" for i in shape)
