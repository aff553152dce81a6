"""Pages that are older than what is kept, as a merge or a late ingest brings them."""

import json
from datetime import UTC, datetime

import pytest

from archive.check import check_archive
from archive.database import Archive
from archive.records import Page, Publication
from archive.store import keep, start_run
from archive.store.stored import load_one, load_revision
from tests.archive.making import LATER, MUCH_LATER, NOON, publication, reading, with_text

BETWEEN = datetime(2026, 3, 15, 12, 0, tzinfo=UTC)
BEFORE = datetime(2026, 1, 1, 12, 0, tzinfo=UTC)
NOW = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def run(archive: Archive) -> int:
    """A run today, on an archive that has what the page said on two days."""
    keep(archive, reading(with_text(1, "Tariffs rose."), at=NOON), 1)
    keep(archive, reading(with_text(1, "Tariffs fell at last."), at=MUCH_LATER), 1)
    archive.locks.release()
    return start_run(archive, "ingest", at=NOW)


def history(archive: Archive) -> list[tuple[int, str, str]]:
    """Number, day and text of every revision."""
    rows = archive.connection.execute("SELECT number, seen_at FROM revisions ORDER BY number").fetchall()
    texts = [load_revision(archive.connection, 1, number) for number, _ in rows]
    return [(number, seen_at[:10], text.text) for (number, seen_at), text in zip(rows, texts, strict=True) if text]


def test_page_between_two_revisions_is_one_between_them(archive: Archive, run: int) -> None:
    kept = keep(archive, reading(with_text(1, "Tariffs stood still."), at=BETWEEN), run)
    assert (kept.status, kept.changed) == ("changed", ("text",))
    assert history(archive) == [(1, "2026-03-05", "Tariffs rose."), (2, "2026-03-15", "Tariffs stood still."),
                                (3, "2026-04-01", "Tariffs fell at last.")]
    assert load_one(archive.connection, 1).revision == 3
    assert list(check_archive(archive)) == []


def test_words_are_counted_from_the_new_neighbour(archive: Archive, run: int) -> None:
    keep(archive, reading(with_text(1, "Tariffs stood still."), at=BETWEEN), run)
    counted = archive.connection.execute("SELECT words_added, words_removed FROM revisions ORDER BY number").fetchall()
    assert counted == [(None, None), (2, 1), (3, 2)]


def test_page_before_all_is_the_first_revision(archive: Archive, run: int) -> None:
    keep(archive, reading(with_text(1, "Tariffs are planned."), at=BEFORE), run)
    assert [text for _, _, text in history(archive)] == ["Tariffs are planned.", "Tariffs rose.",
                                                         "Tariffs fell at last."]
    assert archive.connection.execute("SELECT changed FROM revisions ORDER BY number").fetchone() == (None,)
    assert load_one(archive.connection, 1).first_seen == "2026-01-01T12:00:00Z"


def test_page_that_says_what_stood_then_is_no_revision(archive: Archive, run: int) -> None:
    kept = keep(archive, reading(with_text(1, "Tariffs rose."), at=BETWEEN, body=b"other bytes"), run)
    assert kept.status == "same"
    assert len(history(archive)) == 2
    assert archive.connection.execute("SELECT count(*) FROM captures").fetchone() == (3,)


def test_page_that_says_what_came_next_moves_its_beginning_back(archive: Archive, run: int) -> None:
    keep(archive, reading(with_text(1, "Tariffs fell at last."), at=BETWEEN, body=b"other bytes"), run)
    assert history(archive)[1] == (2, "2026-03-15", "Tariffs fell at last.")
    assert len(history(archive)) == 2


def test_publication_that_came_back_to_what_it_said_has_a_revision_for_that(archive: Archive) -> None:
    keep(archive, reading(publication(1), at=NOON), 1)
    keep(archive, reading(publication(1), at=MUCH_LATER), 1)                     # seen unchanged
    archive.locks.release()
    run = start_run(archive, "ingest", at=NOW)
    keep(archive, reading(with_text(1, "For a while, something else."), at=BETWEEN), run)
    texts = [(day, text) for _, day, text in history(archive)]
    assert texts == [("2026-03-05", publication(1).text), ("2026-03-15", "For a while, something else."),
                     ("2026-04-01", publication(1).text)]
    assert load_one(archive.connection, 1).publication == publication(1)
    assert list(check_archive(archive)) == []


def test_same_older_page_twice_changes_nothing_more(archive: Archive, run: int) -> None:
    for _ in range(2):
        for text, day in (("Tariffs rose.", NOON), ("Tariffs stood still.", BETWEEN),
                          ("Tariffs fell at last.", MUCH_LATER)):
            keep(archive, reading(with_text(1, text), at=day), run)
    assert len(history(archive)) == 3


def test_records_of_moved_revisions_know_their_number(archive: Archive, run: int) -> None:
    keep(archive, reading(with_text(1, "Tariffs are planned."), at=BEFORE), run)
    records = archive.connection.execute("SELECT number, record FROM revisions WHERE record IS NOT NULL").fetchall()
    assert [json.loads(record)["revision"] for _, record in records] == [number for number, _ in records] == [2, 1]


def test_reader_that_differs_makes_no_revision_of_an_older_page(archive: Archive, run: int) -> None:
    def reread(page: Page) -> Publication:
        return with_text(1, "Tariffs rose.", "By a lot.", parser="policy-archive 2")

    better = with_text(1, "Tariffs rose.", "By a lot.", parser="policy-archive 2")
    kept = keep(archive, reading(better, at=BETWEEN, body=b"other bytes"), run, reread=reread)
    assert kept.status == "same"


def test_two_pages_of_one_run_are_no_history(archive: Archive) -> None:
    keep(archive, reading(with_text(1, "New words."), at=LATER), 1)
    assert keep(archive, reading(with_text(1, "Print view."), at=NOON), 1).status == "same"
    assert len(history(archive)) == 1
