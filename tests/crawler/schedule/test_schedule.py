"""When a source is due, whatever the clock does."""

from datetime import UTC, datetime, time, timedelta

from crawler.schedule import due_at, due_sources
from crawler.source import Hours, Source
from crawler.source.file import CATALOGUE

NOON = datetime(2025, 3, 30, 12, tzinfo=UTC)


def source(key: str = "x", **more: object) -> Source:
    return Source(key=key, name=key, home=f"https://{key}.example/", **more)


def test_source_never_crawled_is_due_now():
    assert due_at(source(), None, NOON) == NOON


def test_source_is_due_a_while_after_its_last_run_began():
    assert due_at(source(every=timedelta(hours=6)), NOON - timedelta(hours=2), NOON) == NOON + timedelta(hours=4)


def test_source_that_slept_through_its_time_is_due_now():
    assert due_at(source(), NOON - timedelta(days=40), NOON) == NOON


def test_clock_set_back_does_not_silence_a_source():
    assert due_at(source(), NOON + timedelta(days=400), NOON) == NOON


def test_due_time_outside_the_hours_waits_for_them():
    night = Hours(time(22), time(6))
    assert due_at(source(hours=night), None, NOON) == datetime(2025, 3, 30, 22, tzinfo=UTC)


def test_due_time_inside_the_hours_past_midnight_stays():
    night = Hours(time(22), time(6))
    at = datetime(2025, 3, 30, 3, tzinfo=UTC)
    assert due_at(source(hours=night), None, at) == at


def test_hours_follow_the_zone_through_summer_time():
    brussels = Hours(time(22), time(23), "Europe/Brussels")
    assert due_at(source(hours=brussels), None, NOON) == datetime(2025, 3, 30, 20, tzinfo=UTC)


def test_longest_waiting_source_comes_first():
    sources = {key: source(key) for key in ("a", "b", "c", "new")}
    last = {"a": NOON - timedelta(days=2), "b": NOON - timedelta(days=9), "c": NOON - timedelta(hours=1)}
    assert [found.key for found in due_sources(sources, last, NOON)] == ["new", "b", "a"]


def test_shipped_source_takes_part_once_it_has_been_crawled():
    shipped = {"x": source("x", path=CATALOGUE / "x.toml")}
    day = timedelta(days=2)
    assert [due_sources(shipped, last, NOON) != [] for last in ({}, {"x": NOON - day})] == [False, True]
