"""A source that was only tried out goes without a trace, and nothing of any other goes with it."""

from dataclasses import replace
from pathlib import Path

import pytest

from archive.check import check_archive
from archive.database import Archive, CaptureKind, open_archive
from archive.records import Publication
from archive.search import Filters, search
from archive.store import finish_run, keep, start_run
from archive.store.removal import Removal, find_removal, remove_source
from archive.watches import add_watch
from tests.archive.making import LATER, NOON, publication, reading, rejection, with_text


def of(source: str, number: int) -> Publication:
    return replace(publication(number), source=source, url=f"https://{source}.example/papers/{number}")


def two_sources(folder: Path, captures: CaptureKind = "warc") -> Archive:
    """`institute` with two publications, one changed, and a rejection; then `bureau` with one of the same text."""
    archive = open_archive(folder / "archive.db", create=True, captures=captures)
    for source in ("institute", "bureau"):
        run = start_run(archive, "crawl", at=NOON, source=source, target=source)
        for number in (1, 2) if source == "institute" else (1,):
            keep(archive, reading(of(source, number)), run)
        if source == "institute":
            keep(archive, reading(with_text(2, "Another.", url=of(source, 2).url), at=LATER), run)
            keep(archive, reading(rejection(9)), run)
        finish_run(archive, run, at=LATER)
        archive.captures.close()
    return archive


@pytest.mark.parametrize("captures", ["warc", "database"])
def test_a_source_goes_with_its_pages_and_the_others_stay_whole(tmp_path: Path, captures: CaptureKind) -> None:
    with two_sources(tmp_path, captures) as archive:
        files = len(list(tmp_path.glob("*.warc/*")))
        assert find_removal(archive, "institute") == Removal(publications=2, revisions=3, pages=4, stay=0)
        remove_source(archive, "institute")
        ask = archive.connection.execute
        assert ask("SELECT key FROM sources").fetchall() == [("bureau",)]
        assert len(list(tmp_path.glob("*.warc/*"))) == max(files - 1, 0)
        assert list(check_archive(archive, captures=None)) == []
        assert [hit.source for hit in search(archive.connection, "tariffs", Filters())] == ["bureau"]
        assert ask("SELECT count(*) FROM rejections").fetchone() == (0,)


def test_a_source_that_was_removed_can_be_crawled_again(tmp_path: Path) -> None:
    with two_sources(tmp_path) as archive:
        remove_source(archive, "institute")
        run = start_run(archive, "crawl", at=LATER, source="institute", target="institute")
        assert keep(archive, reading(of("institute", 1), at=LATER), run).status == "new"
        finish_run(archive, run, at=LATER)
        assert list(check_archive(archive)) == []


def test_a_file_that_holds_pages_of_another_source_stays(tmp_path: Path) -> None:
    with two_sources(tmp_path) as archive:
        run = start_run(archive, "ingest", at=LATER, source=None, target="folder")
        keep(archive, reading(of("institute", 5), at=LATER), run)
        keep(archive, reading(of("bureau", 6), at=LATER), run)
        finish_run(archive, run, at=LATER)
        archive.captures.close()
        assert find_removal(archive, "institute").stay == 1
        remove_source(archive, "institute")
        assert list(check_archive(archive, captures=None)) == []


def test_a_watch_tells_what_gets_the_number_of_something_removed(tmp_path: Path) -> None:
    with two_sources(tmp_path) as archive:
        add_watch(archive, "tariffs", Filters(), notify="none", at=LATER)
        remove_source(archive, "bureau")
        (seen,), (newest,) = archive.connection.execute(
            "SELECT seen_revision_id FROM watches UNION ALL SELECT max(revision_id) FROM revisions").fetchall()
        assert seen == newest


def test_what_the_crawl_remembers_goes_in_time_that_grows_with_it(tmp_path: Path) -> None:
    addresses, steps = 3_000, 0

    def count() -> None:
        nonlocal steps
        steps += 1000

    with two_sources(tmp_path) as archive:
        archive.connection.executemany(
            "INSERT INTO frontier (source_id, key, url, host, kind, origin, depth, state, due, tries, priority) "
            "VALUES (1, ?, ?, 'h', 'page', 'link', 1, 'resting', 0, 0, 0)",
            [(number, f"https://institute.example/{number}") for number in range(addresses)])
        archive.connection.set_progress_handler(count, 1000)
        remove_source(archive, "institute")
        archive.connection.set_progress_handler(None, 0)
        assert archive.connection.execute("SELECT count(*) FROM frontier").fetchone() == (0,)
    assert steps < addresses * 200             # each took as many as there are, and more
