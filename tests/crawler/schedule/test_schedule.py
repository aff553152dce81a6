"""When a source is due, whatever the clock does."""

from datetime import UTC, datetime, time, timedelta

import pytest

from crawler.schedule import due_at, due_sources
from crawler.source import Hours, Source
from crawler.source.file import CATALOGUE

NOON = datetime(2025, 3, 30, 12, tzinfo=UTC)


def source(key: str = "x", **more: object) -> Source:
    return Source(key=key, name=key, home=f"https://{key}.example/", **more)


NIGHT, BRUSSELS = Hours(time(22), time(6)), Hours(time(22), time(23), "Europe/Brussels")
THREE_AT_NIGHT = datetime(2025, 3, 30, 3, tzinfo=UTC)
DUE: dict[str, tuple[Source, datetime | None, datetime, datetime]] = {
    "never crawled: now": (source(), None, NOON, NOON),
    "a while after the last run began": (
        source(every=timedelta(hours=6)), NOON - timedelta(hours=2), NOON, NOON + timedelta(hours=4)),
    "slept through its time: now": (source(), NOON - timedelta(days=40), NOON, NOON),
    "a clock that was set back silences nobody": (source(), NOON + timedelta(days=400), NOON, NOON),
    "outside the hours: when they begin": (source(hours=NIGHT), None, NOON, datetime(2025, 3, 30, 22, tzinfo=UTC)),
    "inside the hours, past midnight: now": (source(hours=NIGHT), None, THREE_AT_NIGHT, THREE_AT_NIGHT),
    "hours of a zone in its summer time": (source(hours=BRUSSELS), None, NOON, datetime(2025, 3, 30, 20, tzinfo=UTC)),
}


@pytest.mark.parametrize(("one", "last", "now", "due"), DUE.values(), ids=DUE)
def test_a_source_is_due(one: Source, last: datetime | None, now: datetime, due: datetime) -> None:
    assert due_at(one, last, now) == due


def test_longest_waiting_source_comes_first():
    sources = {key: source(key) for key in ("a", "b", "c", "new")}
    last = {"a": NOON - timedelta(days=2), "b": NOON - timedelta(days=9), "c": NOON - timedelta(hours=1)}
    assert [found.key for found in due_sources(sources, last, NOON)] == ["new", "b", "a"]


def test_shipped_source_takes_part_once_it_has_been_crawled():
    shipped = {"x": source("x", path=CATALOGUE / "x.toml")}
    day = timedelta(days=2)
    assert [due_sources(shipped, last, NOON) != [] for last in ({}, {"x": NOON - day})] == [False, True]
