"""What the reader never does: write, or compute without end."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from archive import connections
from archive.browse.access import Reader, TooSlow, find_reader
from archive.browse.app import open_reader
from archive.browse.pages import search as pages_search
from archive.browse.pages.read import _NEWEST_CITING
from archive.store.stored import load_records

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"


def with_reader(sample: Path, ask: Any) -> Any:
    """What `ask(datasette, reader)` comes to, for a reader whose limits are short."""
    async def asking() -> Any:
        datasette = open_reader(sample, settings={"sql_time_limit_ms": 100})
        await datasette.invoke_startup()
        reader = find_reader(datasette)
        assert isinstance(reader, Reader)
        reader.limit_ms = 100
        try:
            return await ask(datasette, reader)
        finally:
            datasette.executor.shutdown()
            for database in datasette.databases.values():
                database.close()
    return asyncio.run(asking())


def test_a_query_without_end_is_stopped(sample: Path) -> None:
    async def ask(datasette: Any, reader: Reader) -> Any:
        return await datasette.client.get("/archive.json", params={"sql": ENDLESS})
    answer = with_reader(sample, ask)
    assert answer.status_code == 400 and "SQL query took too long" in answer.text


def test_a_page_of_ours_is_stopped_as_well(sample: Path) -> None:
    async def ask(datasette: Any, reader: Reader) -> Any:
        await reader.read(lambda connection: connection.execute(ENDLESS).fetchone())
    with pytest.raises(TooSlow):
        with_reader(sample, ask)


def test_those_who_cite_a_text_are_sorted_without_reading_theirs(sample: Path) -> None:
    with closing(sqlite3.connect(sample)) as connection:
        plan = connection.execute(f"EXPLAIN QUERY PLAN SELECT p.uid FROM publications AS p {_NEWEST_CITING}", (1, 5))
        assert any("COVERING INDEX publications_facets" in step for *_, step in plan)


def test_a_download_half_sent_is_not_cut_short_by_a_slow_disk(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read_slowly(connection: sqlite3.Connection, numbers: Any) -> Any:
        connection.execute(ENDLESS.replace("FROM n)", "FROM n LIMIT 2000000)")).fetchone()
        return load_records(connection, numbers)

    async def ask(datasette: Any, reader: Reader) -> Any:
        await datasette.client.get("/search.json")
        monkeypatch.setattr(pages_search, "load_records", read_slowly)
        return await datasette.client.get("/search.jsonl?all=1")
    lines = with_reader(sample, ask).text.splitlines()
    with closing(sqlite3.connect(sample)) as connection:
        assert [(len(lines),)] == connection.execute("SELECT count(*) FROM publications").fetchall()


@pytest.mark.parametrize("sql", ["DELETE FROM publications", "PRAGMA journal_mode = DELETE", "ATTACH 'x.db' AS x"])
def test_no_sql_from_outside_writes(sample: Path, sql: str) -> None:
    async def ask(datasette: Any, reader: Reader) -> Any:
        return await datasette.client.get("/archive.json", params={"sql": sql})
    assert with_reader(sample, ask).status_code == 400


def test_the_connection_itself_is_read_only(sample: Path) -> None:
    async def ask(datasette: Any, reader: Reader) -> Any:
        return await reader.database.execute_fn(lambda connection: connection.execute("DELETE FROM topics"))
    with pytest.raises(Exception, match="readonly"):
        with_reader(sample, ask)


def test_an_archive_on_a_read_only_disk_is_served(sample: Path, tmp_path: Path,
                                                  monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(sqlite3.connect(sample)) as connection:
        connection.execute("VACUUM INTO ?", (str(tmp_path / "archive.db"),))
    with closing(sqlite3.connect(tmp_path / "archive.db")) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    monkeypatch.setattr(connections, "_readable", lambda _: False)

    async def ask(datasette: Any, reader: Reader) -> Any:
        return await datasette.client.get("/search.json?q=levy")
    answer = with_reader(tmp_path / "archive.db", ask)
    assert answer.json()["total"] > 0
    assert [path.name for path in tmp_path.iterdir()] == ["archive.db"]
