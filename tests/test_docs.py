"""Documentation that is made from the code is as the code has it."""

import re
import sqlite3
from pathlib import Path

import pytest

from archive.database import open_archive
from archive.dictionary import data_dictionary
from tests.write_docs import README, with_generated_parts


def test_generated_parts_are_up_to_date() -> None:
    text = README.read_text(encoding="utf-8")
    assert with_generated_parts(text) == text, "run `python -m tests.write_docs`"


@pytest.fixture
def schema(tmp_path: Path) -> dict[str, list[str]]:
    """Table or view -> columns, as a new archive has them."""
    with open_archive(tmp_path / "archive.db", create=True) as archive:
        return _columns(archive.connection)


def _columns(connection: sqlite3.Connection) -> dict[str, list[str]]:
    names = [name for (name,) in connection.execute(
        "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE '%!_fts!_%' ESCAPE '!' "
        "AND name NOT LIKE '!_%' ESCAPE '!' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'")]
    return {name: [row[1] for row in connection.execute(f"PRAGMA table_info({name})")] for name in names}


def test_every_table_and_view_is_explained(schema: dict[str, list[str]]) -> None:
    assert {entry.name for entry in data_dictionary()} == set(schema)


def test_every_column_of_every_table_is_explained(schema: dict[str, list[str]]) -> None:
    for entry in data_dictionary():
        if entry.kind == "table":
            assert [column.name for column in entry.columns] == schema[entry.name]


def test_sql_in_the_readmes_runs(tmp_path: Path) -> None:
    asked = [found for path in (README, README.parents[1] / "README.md") for found in re.findall(
        r'sqlite3 archive\.db "([^"]+)"|```sql\n(.+?)```', path.read_text(encoding="utf-8"), re.DOTALL)]
    assert len(asked) >= 3
    with open_archive(tmp_path / "archive.db", create=True) as archive:
        for shell, block in asked:
            archive.connection.execute(shell or block)
