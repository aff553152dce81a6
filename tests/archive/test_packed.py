"""The packed columns are always as the tables have it."""

from dataclasses import fields

import numpy as np
import pytest

from archive.check import check_archive, repair_archive
from archive.columns import Columns
from archive.database import Archive
from archive.packed import load_columns, pack_columns
from archive.store import finish_run, keep, keep_many
from archive.store.runs import is_packed
from tests.archive.making import LATER, NOON, publication, reading, with_text

RUN = 1


@pytest.fixture
def kept(archive: Archive) -> Archive:
    """Three publications, packed at the end of the run."""
    keep_many(archive, [reading(publication(1)), reading(publication(2, published="2024", language=None, topics=())),
                        reading(with_text(3, "Loose.", source="", published=None, authors=()))], RUN)
    finish_run(archive, RUN, at=NOON)
    return archive


def plain(columns: Columns) -> list[object]:
    """Every array and value, to be compared."""
    found: list[object] = []
    for field in fields(columns):
        value = getattr(columns, field.name)
        parts = [value] if isinstance(value, np.ndarray) else [getattr(value, part.name) for part in fields(value)]
        found += [part.tolist() if isinstance(part, np.ndarray) else part for part in parts]
    return found


def from_the_tables(archive: Archive) -> list[object]:
    archive.connection.execute("SAVEPOINT unpacked")
    archive.connection.execute("DELETE FROM packed_columns")
    found = plain(load_columns(archive.connection))
    archive.connection.execute("ROLLBACK TO unpacked")
    archive.connection.execute("RELEASE unpacked")
    return found


def test_columns_hold_what_publications_have(kept: Archive) -> None:
    columns = load_columns(kept.connection)
    assert columns.month.values == ("2024", "2025-07")
    assert columns.month.codes.tolist() == [1, 0, -1]
    assert columns.language.codes.tolist() == [0, -1, 0]
    assert columns.topic.positions.tolist() == [0, 0, 2, 2]
    assert columns.author.positions.tolist() == [0, 0, 1, 1]
    assert columns.by_date.tolist() == [0, 1, 2]


def test_packed_columns_are_those_of_the_tables(kept: Archive) -> None:
    assert is_packed(kept.connection)
    assert plain(load_columns(kept.connection)) == from_the_tables(kept)


@pytest.mark.parametrize("change", [
    "UPDATE publications SET published = '1999' WHERE publication_id = 2",
    "UPDATE publications SET type = 'Article' WHERE publication_id = 1",
    "DELETE FROM publication_topics WHERE publication_id = 1 AND position = 0",
    "INSERT INTO publication_authors VALUES (3, 0, 1, NULL)",
    "UPDATE publications SET source_id = NULL",
])
def test_change_of_any_kind_is_seen_at_once(kept: Archive, change: str) -> None:
    kept.connection.execute(change)
    assert not is_packed(kept.connection)
    assert plain(load_columns(kept.connection)) == from_the_tables(kept)
    pack_columns(kept)
    assert plain(load_columns(kept.connection)) == from_the_tables(kept)


def test_new_publication_is_seen_at_once(kept: Archive) -> None:
    keep(kept, reading(publication(4), at=LATER), RUN)
    assert load_columns(kept.connection).numbers.tolist() == [1, 2, 3, 4]


def test_change_of_the_text_alone_leaves_them_packed(kept: Archive) -> None:
    kept.connection.execute("UPDATE publications SET body = 'other', title = 'other'")
    assert is_packed(kept.connection)


def test_wrong_row_is_found_and_packed_anew(kept: Archive) -> None:
    kept.connection.execute("UPDATE packed_columns SET month = zeroblob(12)")
    findings = list(check_archive(kept))
    assert [finding.what for finding in findings] == ["row 0 of packed_columns does not match the publications"]
    repair_archive(kept, findings)
    assert list(check_archive(kept)) == []
    assert is_packed(kept.connection)


def test_empty_archive_has_empty_columns(archive: Archive) -> None:
    assert load_columns(archive.connection).numbers.tolist() == []
    assert is_packed(archive.connection)
