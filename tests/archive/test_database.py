import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from archive import database
from archive.database import open_archive, split_statements, transaction
from archive.errors import ArchiveError, FellShort, WrongUse
from archive.store import keep, start_run
from archive.store.raw import load_body
from tests.archive.making import NOON, new_archive, publication, reading


def test_missing_archive_is_wrong_use_and_creates_nothing(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="there is no archive"):
        open_archive(tmp_path / "none.db")
    assert not list(tmp_path.iterdir())


def test_new_archive_has_every_step_of_the_schema(tmp_path: Path) -> None:
    with open_archive(tmp_path / "a.db", create=True) as archive:
        done = [name for (name,) in archive.connection.execute("SELECT name FROM _sqlite_migrations ORDER BY id")]
    assert done == list(database.schema_steps())


def test_new_archive_is_made_without_what_only_old_ones_need(tmp_path: Path) -> None:
    code = ("import sys, archive.database; archive.database.open_archive(sys.argv[1], create=True); "
            "print('sqlite_utils' in sys.modules)")
    said = subprocess.run([sys.executable, "-c", code, str(tmp_path / "a.db")], capture_output=True, check=True)
    assert said.stdout.strip() == b"False"


def test_text_file_is_no_archive(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("just words " * 500)
    with pytest.raises(WrongUse, match="not an archive"):
        open_archive(tmp_path / "a.txt")


def test_other_sqlite_database_is_no_archive_and_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE publications (x)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(WrongUse, match="not an archive"):
        open_archive(path, create=True)
    assert path.read_bytes() == before


def test_folder_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="is a folder"):
        open_archive(tmp_path)


def test_newer_archive_is_refused_in_one_line(tmp_path: Path) -> None:
    with open_archive(tmp_path / "a.db", create=True) as archive:
        archive.connection.execute("INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
                                   "VALUES ('policy-archive', '9999_future', '')")
    with pytest.raises(WrongUse, match=r"newer policy-archive .*9999_future"):
        open_archive(tmp_path / "a.db")


def test_truncated_archive_is_refused_in_one_line(tmp_path: Path) -> None:
    archive, run = new_archive(tmp_path)
    with archive:
        keep(archive, reading(publication()), run)
    path = archive.path
    os.truncate(path, path.stat().st_size // 2)
    with pytest.raises(ArchiveError, match="damaged") as caught, open_archive(path, read_only=True) as opened, \
            database.plain_errors(path):
        opened.connection.execute("SELECT count(*), sum(length(body)) FROM publications").fetchall()
        opened.connection.execute("PRAGMA integrity_check").fetchall()
        opened.connection.execute("SELECT * FROM sqlite_master").fetchall()
        opened.connection.execute("SELECT * FROM urls, captures, revisions, authors").fetchall()
    assert caught.value.exit_code == 2


def test_second_run_at_once_is_refused(tmp_path: Path) -> None:
    archive, _ = new_archive(tmp_path)
    with archive, open_archive(archive.path) as second, pytest.raises(WrongUse, match="another run"):
        start_run(second, "crawl", at=NOON, source="institute")


def test_next_run_may_start_when_the_first_is_closed(tmp_path: Path) -> None:
    archive, _ = new_archive(tmp_path)
    archive.close()
    with open_archive(archive.path) as second:
        assert start_run(second, "crawl", at=NOON) == 2


def test_full_disk_falls_short_and_keeps_what_was_there(tmp_path: Path) -> None:
    archive, run = new_archive(tmp_path)
    with archive:
        keep(archive, reading(publication(1)), run)
        pages = archive.connection.execute("PRAGMA page_count").fetchone()[0]
        archive.connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(FellShort, match="disk is full"):
            for number in range(2, 500):
                keep(archive, reading(publication(number)), run)
    with open_archive(archive.path) as again:
        assert again.connection.execute("SELECT count(*) FROM publications WHERE publication_id = 1").fetchone() == (1,)
        assert again.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert again.connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_inner_block_that_fails_leaves_the_outer_one_whole(tmp_path: Path) -> None:
    archive, run = new_archive(tmp_path)
    with archive:
        with transaction(archive):
            keep(archive, reading(publication(1)), run)
            with pytest.raises(RuntimeError), transaction(archive):
                keep(archive, reading(publication(2)), run)
                raise RuntimeError
            keep(archive, reading(publication(3)), run)
        titles = [title for (title,) in archive.connection.execute("SELECT title FROM publications ORDER BY title")]
    assert titles == ["Paper 1 on tariffs", "Paper 3 on tariffs"]


def test_broken_step_leaves_the_archive_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_archive(tmp_path / "a.db", create=True).close()
    steps = database.schema_steps() | {"9000_broken": "CREATE TABLE half (x);\nCREATE TABLE half (x);"}
    monkeypatch.setattr(database, "schema_steps", lambda: steps)
    with pytest.raises(sqlite3.OperationalError):
        open_archive(tmp_path / "a.db")
    monkeypatch.undo()
    with open_archive(tmp_path / "a.db") as archive:
        assert archive.connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'half'").fetchone() == (0,)


def test_semicolon_in_a_comment_splits_no_statement() -> None:
    sql = "CREATE TABLE a ( -- one; two\n  x INTEGER -- three;\n);\nSELECT 1;\n"
    assert len(list(split_statements(sql))) == 2


def test_an_archive_behind_a_symbolic_link_has_its_pages(tmp_path: Path) -> None:
    (tmp_path / "away").mkdir()
    archive, run = new_archive(tmp_path / "away")
    keep(archive, reading(publication(1)), run)
    archive.close()
    link = tmp_path / "link.db"
    link.symlink_to(archive.path)
    with open_archive(link) as opened:
        assert load_body(opened, 1) == reading(publication(1)).page.body
        assert keep(opened, reading(publication(2)), run).status == "new"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["away", "link.db"]


def test_an_emptied_archive_is_not_begun_anew_beside_its_database_of_pages(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with open_archive(path, create=True, captures="database") as archive:
        keep(archive, reading(publication()), start_run(archive, "ingest", at=NOON))
    path.write_bytes(b"")
    with pytest.raises(WrongUse, match=r"ingest .*a\.captures\.db"):
        open_archive(path, create=True)
    assert path.stat().st_size == 0


def test_an_archive_is_not_called_as_its_folder_of_pages_would_be(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match=r"as in .*a\.db"):
        open_archive(tmp_path / "a.warc", create=True)
    assert list(tmp_path.iterdir()) == []
