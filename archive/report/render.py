"""Figures -> one self-contained HTML file, or Markdown. Pure but for the templates that ship beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined

from archive.counts import count_words
from archive.months import month_number, month_text
from archive.report.figures import Figures

_SHADES = 4
_MOST_COLUMNS = 60             # more months than this, and a column is a year


@dataclass(frozen=True, slots=True)
class Cell:
    """Publications of one source in one month or year; `shade` 0 (none) to 4 (most)."""

    column: int
    period: str
    count: int
    shade: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """The grid of sources by month or year: every period from first to last, also the empty ones."""

    unit: str                                  # month or year
    periods: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]
    labels: tuple[tuple[int, str], ...]        # column -> year, where a year begins
    undrawn: int                               # publications dated to a year alone, where columns are months


def coverage(figures: Figures) -> Coverage | None:
    """The grid, by year where months are too many or most is dated to a year alone; None where nothing is dated."""
    if not figures.months:
        return None
    shown = {key: count for key, count in figures.months.items() if len(key[0]) == len("YYYY-MM")}
    undrawn = sum(figures.months.values()) - sum(shown.values())
    if undrawn > sum(shown.values()) or len(_span(shown)) > _MOST_COLUMNS:
        shown, undrawn, unit = figures.months, 0, "year"
    else:
        unit = "month"
    months = _span(shown)
    periods = months if unit == "month" else tuple(year for year, _ in groupby(months, lambda month: month[:4]))
    counts: dict[tuple[str, str], int] = {}
    for (month, key), count in shown.items():
        period = (month if unit == "month" else month[:4], key)
        counts[period] = counts.get(period, 0) + count
    most = max(counts.values())
    rows = tuple((source.key, tuple(
        Cell(column, period, count, -(-_SHADES * count // most))
        for column, period in enumerate(periods) for count in [counts.get((period, source.key), 0)]))
        for source in figures.sources)
    years = [period[:4] for period in periods]
    labels = [(column, year) for column, year in enumerate(years) if column == 0 or years[column - 1] != year]
    step = -(-len(labels) // 12)
    return Coverage(unit, periods, rows, tuple(labels[::step]), undrawn)


def _span(counts: Mapping[tuple[str, str], int]) -> tuple[str, ...]:
    """Every month from the first to the last that is counted."""
    numbers = [month_number(month) for month, _ in counts]
    return tuple(map(month_text, range(min(numbers), max(numbers) + 1))) if numbers else ()


def html(figures: Figures, *, title: str, software: str) -> str:
    """The report as one HTML document that asks nothing of any server and runs no script."""
    return _environment(escape=True).get_template("report.html").render(
        f=figures, coverage=coverage(figures), title=title, software=software)


def markdown(figures: Figures, *, title: str, software: str) -> str:
    """The report as Markdown: the same numbers, tables only."""
    return _environment(escape=False).get_template("report.md").render(f=figures, title=title, software=software)


def _environment(*, escape: bool) -> Environment:
    environment = Environment(
        loader=PackageLoader("archive.report"), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        autoescape=escape)  # noqa: S701 - off for Markdown alone, whose cells the `cell` filter escapes
    environment.filters.update(
        number=lambda value: f"{value:,}", count_words=count_words, percent=lambda share: f"{100 * share:.0f}%",
        day=lambda at: (at or "–")[:10],
        cell=lambda text: " ".join(str(text).split()).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;"))
    return environment
