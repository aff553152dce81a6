"""A year of nightly crawls of a living site: nothing twice, history right, alarm exactly where something was wrong."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from archive.database import open_archive
from tests.year.nights import FIRST, MOVED, NIGHTS, OUTAGE, REMOVED

PUBLISHED = len(FIRST) + (NIGHTS - 1) // 7


@pytest.fixture(scope="module")
def year(tmp_path_factory):
    db = tmp_path_factory.mktemp("year") / "archive.db"
    done = subprocess.run([sys.executable, "-m", "tests.year.nights", str(db)], capture_output=True, text=True,
                          check=False, timeout=400)
    assert done.returncode == 0, done.stderr[-3000:]
    return db, [json.loads(line) for line in done.stdout.splitlines()]


def rows(db: Path, sql: str) -> list[tuple]:
    with open_archive(db, read_only=True) as archive:
        return archive.connection.execute(sql).fetchall()


def test_every_publication_is_kept_once(year):
    assert rows(year[0], "SELECT count(*), count(DISTINCT title) FROM publications") == [(PUBLISHED, PUBLISHED)]


def test_only_the_page_that_changed_has_a_second_revision(year):
    assert rows(year[0], "SELECT count(*), max(revision) FROM publications WHERE revision > 1") == [(1, 2)]


def test_change_is_found_within_a_rest(year):
    nights = [night["night"] for night in year[1] if night["counts"].get("changed")]
    assert nights == [64]              # the rests double: nights 1, 2, 4, 8, 16, 32, 64


def test_page_taken_down_is_marked_gone(year):
    gone = rows(year[0], "SELECT url FROM publications WHERE gone IS NOT NULL")
    assert [url.endswith(FIRST[1]) for (url,) in gone] == [True]


def test_alarm_is_raised_on_the_nights_of_the_outage_and_on_no_other(year):
    assert [night["night"] for night in year[1] if night["failures"]] == list(OUTAGE)


def test_redesign_and_move_raise_no_false_warning(year):
    assert [night["warnings"] for night in year[1] if night["warnings"]] == []


def test_new_publications_are_found_the_night_they_appear(year):
    late = [night["night"] for night in year[1]
            if night["night"] and night["night"] % 7 == 0 and night["night"] not in OUTAGE
            and not night["counts"].get("new")]
    assert late == []


def test_quiet_nights_ask_little(year):
    quiet = [night["counts"].get("answers", 0) for night in year[1] if night["night"] > MOVED + 60]
    assert sum(quiet) / len(quiet) < 12


def test_captures_grow_with_what_changed(year):
    """One for each publication as it first was, as it was redesigned or moved, and the one change; lists besides."""
    captures, = rows(year[0], "SELECT count(*) FROM captures WHERE publication_id IS NOT NULL")[0]
    assert PUBLISHED + 1 <= captures <= 3 * PUBLISHED


def test_archive_checks_out(year):
    done = subprocess.run([sys.executable, "-m", "crawler.cli", "check", "--db", str(year[0])], capture_output=True,
                          text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_nothing_is_gone_that_still_stands(year):
    assert REMOVED < MOVED
    assert rows(year[0], "SELECT count(*) FROM publications WHERE gone IS NULL") == [(PUBLISHED - 1,)]
