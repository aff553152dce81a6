"""What the reader remembers, for how long, and how much of it."""

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from archive.browse import access
from archive.browse.access import Reader, find_table_counts
from archive.database import open_archive
from archive.search import search


class Counter:
    """Stands for a query; `calls` says how often it was asked."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, connection: sqlite3.Connection) -> int:
        self.calls += 1
        return self.calls


class Direct:
    """A database that asks in this thread."""

    def __init__(self, path: Path) -> None:
        self.path = path

    async def execute_fn(self, ask: Callable[[sqlite3.Connection], Any]) -> Any:
        with closing(sqlite3.connect(self.path)) as connection:
            return ask(connection)


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    """A reader of an empty file."""
    (tmp_path / "archive.db").touch()
    return Reader(None, Direct(tmp_path / "archive.db"))


def ask(reader: Reader, *keys: str, find: Counter) -> None:
    async def asking() -> None:
        for key in keys:
            await reader.figure(key, find)
    asyncio.run(asking())


def test_a_figure_is_found_once_while_the_file_stays_as_it_is(reader: Reader) -> None:
    find = Counter()
    ask(reader, "a", "a", "a", find=find)
    assert find.calls == 1


def test_a_figure_is_found_anew_when_the_file_has_changed(reader: Reader) -> None:
    find = Counter()
    ask(reader, "a", find=find)
    Path(reader.database.path).write_bytes(b"")
    with closing(sqlite3.connect(reader.database.path)) as connection:
        connection.execute("CREATE TABLE t (x)")
    ask(reader, "a", find=find)
    assert find.calls == 2


def test_what_was_asked_for_last_is_kept(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "MOST_FIGURES", 2)
    ask(reader, "a", "b", "a", "c", find=Counter())
    assert list(reader.figures) == ["a", "c"]


def test_tables_are_counted_but_for_those_inside_indexes(sample: Path) -> None:
    with closing(sqlite3.connect(sample)) as connection:
        counts = find_table_counts(connection)
    assert (counts["publications"], counts["publications_fts_data"]) == (158, None)


def test_the_list_of_tables_says_how_many_rows_each_has(get: Callable[..., Any]) -> None:
    assert "158" in get("/archive").text


def test_results_stand_in_the_order_of_the_command_line(sample: Path, get: Callable[..., Any]) -> None:
    with open_archive(sample, read_only=True) as archive:
        best = [hit.uid for hit in search(archive.connection, "levy grid")]
    found = get("/search.json?q=levy+grid&all=1").json()["results"]
    assert [result["uid"] for result in found] == best[:20]
