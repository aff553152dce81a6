"""Counts over time -> the geometry of a chart, which `_chart.html` draws as SVG with classes only. Pure.

Widths are percentages and heights pixels, so that a chart fills any page while its words keep their size.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

from archive.browse.words import date_words
from archive.months import month_number, month_text

HEIGHT = 150                       # pixels of the plot, without the words below it
MOST_SERIES = 5                    # beyond these, the rest is summed: more colours can't be told apart
MOST_MONTHS = 240                  # longer spans are drawn by year
STRAY_SHARE = 0.004                # so few publications before the first drawn period are not drawn
MOST_TICKS = 6                     # words below the bars
LETTER = 2.2                       # percent of a chart's width that a letter below it takes on a phone
FAR_SHARE = 0.02                   # so few are not, where a silence longer than all the rest follows them


@dataclass(frozen=True, slots=True)
class Rect:
    """One bar: x and width in percent, y and height in pixels from the top."""

    x: float
    width: float
    y: float
    height: float
    series: int                    # 1-6: the colour class


@dataclass(frozen=True, slots=True)
class Period:
    """A month or a year: where it stands, its words and its counts by series."""

    key: str                       # "2024-03" or "2024"
    x: float
    width: float
    label: str
    total: int
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """A named row of counts and its colour class."""

    name: str
    key: str | None
    number: int
    total: int
    points: str = ""               # of the line, in a box of 1000 by the chart's height


@dataclass(frozen=True, slots=True)
class Chart:
    """All that a template needs to draw, name and tabulate a chart."""

    periods: tuple[Period, ...]
    rects: tuple[Rect, ...]
    series: tuple[Series, ...]
    ticks: tuple[tuple[float, str, str], ...]   # x in percent, which end of the word stands there, word
    levels: tuple[tuple[float, str], ...]   # y in pixels, word
    unit: str                               # "month" or "year"
    strays: int                             # counted, but not drawn: see `time_chart`
    height: int

    @property
    def total(self) -> int:
        """What all bars and strays add up to."""
        return self.strays + sum(period.total for period in self.periods)


def time_chart(counts: Mapping[tuple[str, str], int], names: Mapping[str, str], *, until: str | None = None,
               unit: str | None = None, stacked: bool = True, height: int = HEIGHT) -> Chart | None:
    """A chart of counts by (month "YYYY-MM" or year "YYYY", series key); None where nothing is dated.

    `names` gives the words for series keys, in no order: the largest series come first, the smallest are summed.
    Months after `until` aren't drawn: one date that is misread or mistyped would press all others into a corner.
    Nor is what is dated to a year alone, where the chart is by month.
    `stacked=False` is for lines: the scale then fits the largest single count, not the largest sum.
    """
    future = sum(count for (month, _), count in counts.items() if until and month > until)
    counts = {key: count for key, count in counts.items() if not until or key[0] <= until}
    totals: Counter[str] = Counter()
    for (_, key), count in counts.items():
        totals[key] += count
    if not totals:
        return None
    order = sorted(totals, key=lambda key: (-totals[key], key)) if stacked else list(totals)
    shown = order if len(order) <= MOST_SERIES + 1 else order[:MOST_SERIES]
    counts, before = _that_matter(counts)
    unit = unit or _unit_of(counts)
    vague = 0 if unit == "year" else _dated_to_years(counts)
    table: dict[str, list[int]] = {}
    for (month, key), count in counts.items():
        if unit == "month" and len(month) == len("YYYY"):
            continue
        row = table.setdefault(month[:4] if unit == "year" else month, [0] * (len(shown) + (shown != order)))
        row[shown.index(key) if key in shown else len(shown)] += count
    if not table:
        return None
    keys = _every_period(min(table), max(table), unit)
    rows = [tuple(table.get(key, [0] * len(next(iter(table.values()))))) for key in keys]
    top = _round_top(max((sum(row) if stacked else max(row)) for row in rows))
    periods = _place(keys, rows)
    series = [Series(names.get(key, key), key, number, totals[key]) for number, key in enumerate(shown, 1)]
    if shown != order:
        rest = order[MOST_SERIES:]
        series.append(Series(f"{len(rest)} others", None, 6, sum(totals[key] for key in rest)))
    if not stacked:
        series = [replace(one, points=_points(rows, index, top, height)) for index, one in enumerate(series)]
    levels = tuple((_y(level, top, height), f"{level:,g}") for level in (top / 2, top))
    return Chart(periods, tuple(_stack(periods, top, height)) if stacked else (), tuple(series), _ticks(periods),
                 levels, unit, before + future + vague, height)


def _unit_of(counts: Mapping[tuple[str, str], int]) -> str:
    """Months, unless they are too many or most is dated to a year alone."""
    months = [month_number(month) for month, _ in counts]
    is_vague = 2 * _dated_to_years(counts) > sum(counts.values())
    return "year" if is_vague or max(months) - min(months) >= MOST_MONTHS else "month"


def _dated_to_years(counts: Mapping[tuple[str, str], int]) -> int:
    return sum(count for (month, _), count in counts.items() if len(month) == len("YYYY"))


def _that_matter(counts: Mapping[tuple[str, str], int]) -> tuple[dict[tuple[str, str], int], int]:
    """The counts without a few that lie far before all others; how many those are."""
    months: Counter[str] = Counter()
    for (month, _), count in counts.items():
        months[month] += count
    present, total = sorted(months), sum(months.values())
    numbers = [month_number(month) for month in present]
    strays, first, before = 0, 0, 0
    for at in range(len(present) - 1):
        before += months[present[at]]
        is_far = numbers[at + 1] - numbers[at] > numbers[-1] - numbers[at + 1]
        if before <= total * (FAR_SHARE if is_far else STRAY_SHARE):
            strays, first = before, at + 1
    return {key: count for key, count in counts.items() if key[0] >= present[first]}, strays


def _every_period(start: str, last: str, unit: str) -> list[str]:
    """From the first to the last, gaps included."""
    if unit == "year":
        return [f"{year:04d}" for year in range(int(start), int(last) + 1)]
    return [month_text(number) for number in range(month_number(start), month_number(last) + 1)]


def _round_top(value: int) -> int:
    """The next number that reads well as the top of a scale, and whose half is whole: nobody publishes half a text.

    >>> _round_top(7), _round_top(130), _round_top(1), _round_top(5), _round_top(43)
    (8, 200, 2, 6, 50)
    """
    size = 1
    while True:
        for factor in (2, 4, 5, 6, 8, 10):
            if size * factor >= value and size * factor % 2 == 0:
                return size * factor
        size *= 10


def _y(value: float, top: int, height: int) -> float:
    return round(height - value / top * height, 1)


def _place(keys: Sequence[str], rows: Sequence[tuple[int, ...]]) -> tuple[Period, ...]:
    width = 100 / len(keys)
    return tuple(Period(key, round(index * width, 4), round(width, 4), date_words(key), sum(row), row)
                 for index, (key, row) in enumerate(zip(keys, rows, strict=True)))


def _stack(periods: Sequence[Period], top: int, height: int) -> list[Rect]:
    rects = []
    for period in periods:
        gap = min(period.width * 0.18, 1.2)
        below = 0
        for number, count in enumerate(period.counts, 1):
            if count:
                y = _y(below + count, top, height)
                rects.append(Rect(round(period.x + gap / 2, 3), round(period.width - gap, 3), y,
                                  round(max(_y(below, top, height) - y, 1), 1), number))
                below += count
    return rects


def _points(rows: Sequence[tuple[int, ...]], index: int, top: int, height: int) -> str:
    step = 1000 / len(rows)
    return " ".join(f"{(number + 0.5) * step:.1f},{_y(row[index], top, height)}" for number, row in enumerate(rows))


def _ticks(periods: Sequence[Period]) -> tuple[tuple[float, str, str], ...]:
    """A few words below the bars, at the start of years where there are any."""
    starts = [p for p in periods if p.key.endswith("-01") or len(p.key) == 4]
    if len(starts) < 2:
        starts = list(periods)
    words = [p.key[:4] if p.key.endswith("-01") else date_words(p.key)[-8:] if len(p.key) == 4 else _short_month(p.key)
             for p in starts]
    room = (starts[-1].x - starts[0].x) / max(len(starts) - 1, 1) or 100
    every = max(ceil(len(starts) / MOST_TICKS), ceil(LETTER * (max(map(len, words)) + 2) / room))
    return tuple(_tick(p.x + p.width / 2, word) for p, word in list(zip(starts, words, strict=True))[::every])


def _tick(x: float, word: str) -> tuple[float, str, str]:
    """A word below x, in its middle; one that would hang over an end of a narrow chart stands at that end.

    >>> _tick(50.0, "2024"), _tick(5.0, "Oct 2024"), _tick(99.0, "2024")
    ((50.0, 'middle', '2024'), (0.0, 'start', 'Oct 2024'), (100.0, 'end', '2024'))
    """
    half = LETTER * len(word) / 2
    if x < half:
        return 0.0, "start", word
    if x > 100 - half:
        return 100.0, "end", word
    return round(x, 3), "middle", word


def _short_month(key: str) -> str:
    return f"{date_words(key)[:3]} {key[:4]}"
