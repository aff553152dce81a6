import os
import subprocess
import sys
from pathlib import Path

import pytest

from archive.backup import back_up
from archive.captures import captures_of
from archive.check import check_archive
from archive.database import Archive, open_archive
from archive.errors import WrongUse
from archive.store import keep, start_run
from archive.store.raw import load_body
from tests.archive.making import LATER, NOON, publication, reading

RUN = 1


def test_backup_is_an_archive_with_its_pages(archive: Archive, tmp_path: Path) -> None:
    keep(archive, reading(publication(), body=b"page"), RUN)
    back_up(archive, tmp_path / "copy.db")                     # while the WARC file is being written
    with open_archive(tmp_path / "copy.db") as copy:
        assert list(check_archive(copy)) == []
        assert load_body(copy, 1) == b"page"


def test_second_backup_brings_what_is_new(archive: Archive, tmp_path: Path) -> None:
    keep(archive, reading(publication(1)), RUN)
    back_up(archive, tmp_path / "copy.db")
    keep(archive, reading(publication(2), body=b"second", at=LATER), RUN)
    archive.captures.close()
    back_up(archive, tmp_path / "copy.db")
    with open_archive(tmp_path / "copy.db", read_only=True) as copy:
        assert load_body(copy, 2) == b"second"


def test_log_of_the_backup_before_is_not_taken_for_the_new_ones(archive: Archive, tmp_path: Path) -> None:
    keep(archive, reading(publication(1)), RUN)
    back_up(archive, tmp_path / "copy.db")
    change = "UPDATE publications SET title = 'of the log'"
    program = ("import os, sqlite3; connection = sqlite3.connect('copy.db', isolation_level=None); "
               f"connection.execute('PRAGMA journal_mode = WAL'); connection.execute(\"{change}\"); os._exit(9)")
    subprocess.run([sys.executable, "-c", program], cwd=tmp_path, check=False)
    assert (tmp_path / "copy.db-wal").stat().st_size > 0
    keep(archive, reading(publication(2)), RUN)
    back_up(archive, tmp_path / "copy.db")
    with open_archive(tmp_path / "copy.db") as copy:
        assert list(check_archive(copy)) == []
        titles = [title for (title,) in copy.connection.execute("SELECT title FROM publications ORDER BY 1")]
        assert titles == [publication(1).title, publication(2).title]


def test_backup_goes_into_a_folder(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    keep(archive, reading(publication()), RUN)
    assert back_up(archive, tmp_path / "folder")[0] == tmp_path / "folder" / "archive.db"


def test_backup_onto_itself_is_wrong_use(archive: Archive) -> None:
    with pytest.raises(WrongUse, match="the archive itself"):
        back_up(archive, archive.path)


def test_backup_among_the_pages_of_its_archive_is_wrong_use(archive: Archive) -> None:
    keep(archive, reading(publication()), RUN)
    for out in (pages := archive.path.with_suffix(".warc")), pages / "copy.db":
        with pytest.raises(WrongUse, match="keeps its pages"):
            back_up(archive, out)


def test_backup_shares_no_bytes_with_its_archive(archive: Archive, tmp_path: Path) -> None:
    keep(archive, reading(publication(), body=b"page"), RUN)
    archive.captures.close()
    back_up(archive, tmp_path / "copy.db")
    for warc in (tmp_path / "archive.warc").iterdir():
        with warc.open("r+b") as file:
            file.write(b"\0" * 4000)
    with open_archive(tmp_path / "copy.db", read_only=True) as copy:
        assert load_body(copy, 1) == b"page"


def test_backup_takes_the_place_of_backups_alone(archive: Archive, tmp_path: Path) -> None:
    keep(archive, reading(publication(1)), RUN)
    thesis = tmp_path / "thesis.txt"
    thesis.write_text("three years of work")
    with pytest.raises(WrongUse, match="is no backup"):
        back_up(archive, thesis)
    assert thesis.read_text() == "three years of work"
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(WrongUse, match="a device or a pipe"):
        back_up(archive, tmp_path / "pipe")
    with open_archive(tmp_path / "other.db", create=True) as other:
        keep(other, reading(publication(2)), start_run(other, "crawl", at=NOON))
    with pytest.raises(WrongUse, match="holds publications that"):
        back_up(archive, tmp_path / "other.db")
    (tmp_path / "broken.db").write_bytes((tmp_path / "other.db").read_bytes()[:1000])
    with pytest.raises(WrongUse, match="move it away"):
        back_up(archive, tmp_path / "broken.db")


def test_backup_of_captures_in_a_database(tmp_path: Path) -> None:
    with open_archive(tmp_path / "archive.db", create=True, captures="database") as archive:
        run = start_run(archive, "crawl", at=NOON)
        keep(archive, reading(publication(), body=b"page"), run)
        back_up(archive, tmp_path / "copy.db")
    with open_archive(tmp_path / "copy.db", read_only=True) as copy:
        assert load_body(copy, 1) == b"page"
    assert captures_of(tmp_path / "copy.db", "database")
