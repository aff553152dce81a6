"""Each new match is reported once."""

from datetime import UTC

import pytest

from archive.errors import WrongUse
from archive.search import Filters
from archive.store import keep
from archive.watches import add_watch, find_untold, find_watches, hits_of, note_told, remove_watch, report_watches
from tests.archive.making import LATER, NOON, new_archive, publication, reading, with_text


@pytest.fixture
def held(tmp_path):
    archive, run = new_archive(tmp_path)
    with archive:
        keep(archive, reading(publication(1)), run)
        yield archive, run


def test_what_matched_before_is_not_reported(held):
    archive, _ = held
    add_watch(archive, "tariffs", Filters(), "all", NOON)
    assert report_watches(archive, LATER) == []


def test_new_match_is_reported_once(held):
    archive, run = held
    add_watch(archive, "tariffs", Filters(), "all", NOON)
    keep(archive, reading(publication(2)), run)
    first, second = report_watches(archive, LATER), report_watches(archive, LATER)
    assert ([hit.title for hit in first[0][1]], second) == (["Paper 2 on tariffs"], [])


def test_changed_publication_is_reported_as_its_new_revision(held):
    archive, run = held
    add_watch(archive, "hydrogen", Filters(), "all", NOON)
    keep(archive, reading(with_text(1, "Now it speaks of hydrogen and of pipelines at length."), at=LATER), run)
    assert [hit.revision for hit in report_watches(archive, LATER)[0][1]] == [2]


def test_filters_narrow_a_watch(held):
    archive, run = held
    add_watch(archive, "", Filters(source="bureau"), "all", NOON)
    keep(archive, reading(publication(2)), run)
    keep(archive, reading(publication(3, source="bureau")), run)
    assert [hit.source for hit in report_watches(archive, LATER)[0][1]] == ["bureau"]


def test_reported_hits_stay_for_the_feed(held):
    archive, run = held
    watch = add_watch(archive, "tariffs", Filters(), "all", NOON)
    keep(archive, reading(publication(2)), run)
    report_watches(archive, LATER)
    assert [hit.found_at for hit in hits_of(archive.connection, watch.watch_id)] == [
        LATER.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")]


def test_removed_watch_is_gone_with_its_hits(held):
    archive, run = held
    watch = add_watch(archive, "tariffs", Filters(), "all", NOON)
    keep(archive, reading(publication(2)), run)
    report_watches(archive, LATER)
    remove_watch(archive, watch.watch_id)
    assert (find_watches(archive.connection), hits_of(archive.connection, watch.watch_id)) == ([], [])


def test_watch_for_everything_is_wrong_use(held):
    with pytest.raises(WrongUse, match="watch what"):
        add_watch(held[0], " ", Filters(), "all", NOON)


def test_unknown_number_is_wrong_use(held):
    with pytest.raises(WrongUse, match="no watch 7"):
        remove_watch(held[0], 7)


def test_what_is_untold_waits_with_what_comes_later_until_it_is_told(held):
    archive, run = held
    watch = add_watch(archive, "tariffs", Filters(), "mail", NOON)
    for number in (2, 3):
        keep(archive, reading(publication(number)), run)
        report_watches(archive, LATER, {"mail": ["mail"]})
    (found,) = find_untold(archive.connection, "mail")
    note_told(archive, watch, "mail")
    assert ([hit.title for hit in found[1]], find_untold(archive.connection, "mail")) == (
        ["Paper 2 on tariffs", "Paper 3 on tariffs"], [])


def test_what_nobody_is_to_be_told_is_not_waited_for(held):
    archive, run = held
    add_watch(archive, "tariffs", Filters(), "none", NOON)
    keep(archive, reading(publication(2)), run)
    report_watches(archive, LATER, {"all": ["mail"]})
    assert find_untold(archive.connection, "mail") == []


def test_removing_a_watch_ends_the_wait_to_tell(held):
    archive, run = held
    watch = add_watch(archive, "tariffs", Filters(), "all", NOON)
    keep(archive, reading(publication(2)), run)
    report_watches(archive, LATER, {"all": ["mail", "webhook"]})
    remove_watch(archive, watch.watch_id)
    assert archive.connection.execute("SELECT count(*) FROM watch_untold").fetchone() == (0,)
