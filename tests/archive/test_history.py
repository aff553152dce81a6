from archive.database import Archive
from archive.history import diff_lines, history_of
from archive.store import keep
from tests.archive.making import LATER, reading, with_text

RUN = 1


def test_diff_shows_what_was_and_what_is() -> None:
    old = with_text(1, "Same start.", "Tariffs rose.", "Same end.")
    new = with_text(1, "Same start.", "Tariffs fell.", "Same end.", title="Paper 1 on quotas")
    assert [line for line in diff_lines(old, new) if line[0] in "+-"] == [
        "- title: Paper 1 on tariffs", "+ title: Paper 1 on quotas", "- Tariffs rose.", "+ Tariffs fell."]


def test_history_tells_when_and_what_changed(archive: Archive) -> None:
    keep(archive, reading(with_text(1, "Tariffs rose.")), RUN)
    keep(archive, reading(with_text(1, "Tariffs fell again."), at=LATER), RUN)
    first, second = history_of(archive.connection, 1)
    assert (first.number, first.words_added) == (1, None)
    assert (second.seen_at, second.changed, second.words_added, second.words_removed) == (
        "2026-03-06T12:00:00Z", ("text",), 2, 1)
    assert [line for line in second.diff if line[0] in "+-"] == ["- Tariffs rose.", "+ Tariffs fell again."]


def test_what_a_page_said_on_a_day_can_be_asked_in_sql(archive: Archive) -> None:
    keep(archive, reading(with_text(1, "Tariffs rose.")), RUN)
    keep(archive, reading(with_text(1, "Tariffs fell.", title="Another title"), at=LATER), RUN)
    rows = archive.connection.execute("SELECT revision, body, title, said_from, said_until FROM history").fetchall()
    assert rows == [
        (1, "Tariffs rose.", "Paper 1 on tariffs", "2026-03-05T12:00:00Z", "2026-03-06T12:00:00Z"),
        (2, "Tariffs fell.", "Another title", "2026-03-06T12:00:00Z", None)]
