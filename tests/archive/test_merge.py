from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from archive.check import check_archive
from archive.database import Archive, open_archive
from archive.frontier import Frontier, Offer, Visit
from archive.history import history_of
from archive.merge import Merged, Reread, merge_archive
from archive.records import Page, Publication, Rejection
from archive.search import Filters
from archive.store import finish_run, keep, keep_many, mark_gone, start_run
from archive.store.raw import load_body
from archive.store.stored import find_publication, load_one
from archive.urls import uid_of
from archive.watches import add_watch, find_watches, report_watches
from tests.archive.making import LATER, MUCH_LATER, NOON, publication, reading, rejection, with_text

RUN = 1
BETWEEN = datetime(2026, 3, 15, 12, 0, tzinfo=UTC)
NOW = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Archive]:
    """Publications 2 and 3, a revision of 3, a rejection."""
    (tmp_path / "other").mkdir()
    with open_archive(tmp_path / "other" / "archive.db", create=True) as opened:
        run = start_run(opened, "crawl", at=NOON, source="institute", target="institute")
        keep_many(opened, [reading(publication(2)), reading(publication(3)), reading(rejection(9))], run)
        keep(opened, reading(with_text(3, "Changed."), at=LATER), run)
        mark_gone(opened, publication(2).url, run, at=MUCH_LATER)
        finish_run(opened, run, at=LATER)
        yield opened


def merge(archive: Archive, other: Archive, **how: Reread) -> Merged:
    """Bring the other in, once the run that keeps things here has let go."""
    archive.locks.release()
    return merge_archive(archive, other, at=NOW, **how)


def everything(archive: Archive) -> dict[str, list[object]]:
    tables = ("publications", "revisions", "captures", "urls", "rejections", "authors", "cited_links")
    return {table: archive.connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables}


def test_what_only_the_other_had_is_here(archive: Archive, other: Archive) -> None:
    keep_many(archive, [reading(publication(1)), reading(publication(2))], RUN)
    merged = merge(archive, other)
    assert (merged.new, merged.changed, merged.known, merged.rejected) == (1, 1, 1, 1)
    number = find_publication(archive.connection, publication(3).url)
    assert number is not None
    stored = load_one(archive.connection, number)
    assert (stored.uid, stored.revision, stored.publication.text) == (uid_of(publication(3).url), 2, "Changed.")
    assert list(check_archive(archive)) == []


def test_histories_of_both_interleave(archive: Archive, other: Archive) -> None:
    keep(archive, reading(with_text(3, "Changed again."), at=MUCH_LATER), RUN)
    merge(archive, other)
    revisions = history_of(archive.connection, 1)
    assert [(one.number, one.seen_at[:10]) for one in revisions] == [(1, "2026-03-05"), (2, "2026-03-06"),
                                                                   (3, "2026-04-01")]
    assert load_one(archive.connection, 1).publication.text == "Changed again."
    assert list(check_archive(archive, captures=None)) == []


def test_both_ways_round_give_the_same_history(archive: Archive, other: Archive) -> None:
    keep(archive, reading(with_text(3, "In between."), at=BETWEEN), RUN)
    for one in (archive, other):
        one.locks.release()
    merge_archive(archive, other, at=NOW)
    merge_archive(other, archive, at=NOW)
    number = find_publication(other.connection, publication(3).url)
    assert number is not None
    here, there = ([(one.number, one.seen_at, one.changed, one.digest) for one in history]
                   for history in (history_of(archive.connection, 1), history_of(other.connection, number)))
    assert here == there
    assert len(here) == 3


def test_pages_that_made_no_revision_come_along(archive: Archive, other: Archive) -> None:
    keep(other, reading(publication(2), body=b"the same words", at=LATER), RUN)
    merge(archive, other)
    (theirs,), (ours,) = (opened.connection.execute("SELECT count(*) FROM captures").fetchone()
                          for opened in (other, archive))
    assert ours == theirs


def test_other_reader_makes_no_revision(archive: Archive, other: Archive) -> None:
    def reread(_: Archive, page: Page, before: Publication | None) -> Publication | Rejection:
        return with_text(3, "Read by today's reader.", parser="policy-archive 3")

    keep(archive, reading(with_text(3, "Read by another.", parser="policy-archive 2"), at=NOON, body=b"page"), RUN)
    merge(archive, other, reread=reread)
    assert load_one(archive.connection, 1).revision == 1


def test_failures_and_addresses_of_the_crawl_come_along(archive: Archive, other: Archive) -> None:
    def offer(number: int) -> Offer:
        return Offer(f"https://institute.example/{number}")

    there = Frontier(other, "institute", RUN)
    there.add_many([offer(1), offer(2), offer(3)], 0)
    first, second = there.claim(2, 0)
    there.fail(first, "timeout", 100, next_try=None)
    there.fail(second, "timeout", 100, next_try=None)
    here = Frontier(archive, "institute", RUN)
    here.add_many([offer(2)], 0)
    (answered,) = here.claim(1, 0)
    here.ack(answered, Visit("kept"), 200)
    archive.locks.release()
    for _ in range(2):
        merge_archive(archive, other, at=NOW)
    assert archive.connection.execute("SELECT url, tries FROM failures").fetchall() == [
        ("https://institute.example/1", 1)]
    assert archive.connection.execute("SELECT url, state FROM frontier ORDER BY url").fetchall() == [
        ("https://institute.example/1", "waiting"), ("https://institute.example/2", "resting"),
        ("https://institute.example/3", "waiting")]


def test_days_that_lists_tell_come_along(archive: Archive, other: Archive) -> None:
    there = Frontier(other, "institute", RUN)
    there.add_many([Offer("https://institute.example/feed", "feed")], 0)
    (feed,) = there.claim(1, 0)
    there.add_many([Offer("https://institute.example/1", found_in=feed.address_id, published="2024-03-05")], 0)
    archive.locks.release()
    for _ in range(2):
        merge_archive(archive, other, at=NOW)
    assert archive.connection.execute(
        "SELECT days.published, list.url FROM frontier_days AS days JOIN frontier AS list "
        "ON list.address_id = days.listed_in").fetchall() == [("2024-03-05", "https://institute.example/feed")]


def test_runs_of_the_other_say_what_they_brought_there(archive: Archive, other: Archive) -> None:
    other.connection.execute("UPDATE runs SET target = 'https://institute.example/'")
    merge(archive, other)
    assert archive.connection.execute("SELECT kind, new, changed FROM runs ORDER BY run_id").fetchall() == [
        ("crawl", 0, 0), ("merge", 2, 1), ("crawl", 2, 1)]


def test_pages_come_along(archive: Archive, other: Archive) -> None:
    merge(archive, other)
    number = find_publication(archive.connection, publication(3).url)
    assert number is not None
    assert load_body(archive, number) == reading(with_text(3, "Changed."), at=LATER).page.body


def test_second_merge_changes_nothing(archive: Archive, other: Archive) -> None:
    merge(archive, other)
    before = everything(archive)
    merged = merge_archive(archive, other, at=MUCH_LATER)
    assert everything(archive) == before
    assert (merged.new, merged.changed, merged.known) == (0, 0, 2)


def test_state_on_the_web_comes_along(archive: Archive, other: Archive) -> None:
    keep(archive, reading(publication(2)), RUN)
    merge(archive, other)
    assert load_one(archive.connection, 1).gone == "2026-04-01T12:00:00Z"


def test_uid_of_the_other_stands_where_it_is_the_first(archive: Archive, other: Archive) -> None:
    other.connection.execute("UPDATE publications SET uid = '00000000000000aa' WHERE publication_id = 2")
    merge(archive, other)
    assert find_publication(archive.connection, "00000000000000aa") is not None


def test_provenance_names_the_run_that_fetched(archive: Archive, other: Archive) -> None:
    merge(archive, other)
    assert archive.connection.execute("SELECT DISTINCT activity FROM provenance").fetchall() == [("crawl",)]


def test_damaged_page_is_told_and_what_was_read_from_it_comes(archive: Archive, other: Archive) -> None:
    other.connection.execute("UPDATE captures SET digest = 'sha256:00' WHERE capture_id = 1")
    merged = merge(archive, other)
    assert (merged.new, len(merged.damaged)) == (2, 1)
    assert find_publication(archive.connection, publication(2).url) is not None


def test_pages_kept_without_their_bytes_come_with_all_their_revisions(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    archive.locks.release()
    with open_archive(tmp_path / "bare" / "archive.db", create=True) as bare:
        run = start_run(bare, "crawl", at=NOON)
        for one in (reading(publication(5), body=b"1"), reading(with_text(5, "Changed."), at=LATER, body=b"22"),
                    reading(rejection(9), body=b"3")):
            keep(bare, replace(one, keep_bytes=False), run)
        merged = merge_archive(archive, bare, at=MUCH_LATER)
        again = merge_archive(archive, bare, at=NOW)
    assert (merged.new, merged.changed, merged.rejected, merged.damaged) == (1, 1, 1, [])
    assert (again.new, again.changed, again.rejected) == (0, 0, 0)
    assert [one.number for one in history_of(archive.connection, 1)] == [1, 2]
    assert archive.connection.execute("SELECT body_bytes, file FROM captures ORDER BY 1").fetchall() == [
        (1, None), (1, None), (2, None)]
    assert list(check_archive(archive, captures=None)) == []


def test_bytes_that_were_missing_come_with_a_later_merge(archive: Archive, other: Archive) -> None:
    keep(archive, replace(reading(publication(2)), keep_bytes=False), RUN)
    merge(archive, other)
    assert load_body(archive, 1) == load_body(other, 1)
    assert len(history_of(archive.connection, 1)) == 1


def test_watches_come_along_once_and_report_only_what_comes_later(archive: Archive, other: Archive) -> None:
    add_watch(other, "tariffs", Filters(source="institute"), "mail", NOON)
    archive.locks.release()
    for _ in range(2):
        merge_archive(archive, other, at=MUCH_LATER)
    (watch,) = find_watches(archive.connection)
    assert (watch.words, watch.filters.source, watch.notify) == ("tariffs", "institute", "mail")
    assert report_watches(archive, MUCH_LATER) == []
