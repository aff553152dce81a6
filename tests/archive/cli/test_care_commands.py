"""Backup, merge, check --repair and captures in a database, as typed."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from archive.database import Archive, open_archive
from archive.errors import ArchiveError
from archive.store import keep_many
from archive.store.raw import load_body
from crawler.cli import cli
from tests.archive.making import publication, reading

RUN = 1
PAGE = Path(__file__).parents[2] / "pages/example.org/democratic-norms-text/page.txt"


@pytest.fixture
def db(archive: Archive) -> Path:
    keep_many(archive, [reading(publication(1)), reading(publication(2))], RUN)
    archive.close()
    return archive.path


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words])


def test_backup_prints_its_files(db: Path, tmp_path: Path) -> None:
    lines = run("backup", tmp_path / "copy.db", "--db", db).stdout.splitlines()
    assert lines[0] == str(tmp_path / "copy.db")
    assert all(Path(line).exists() for line in lines)


def test_merge_of_a_backup_brings_nothing_new(db: Path, tmp_path: Path) -> None:
    run("backup", tmp_path / "copy.db", "--db", db)
    result = run("merge", tmp_path / "copy.db", "--db", db)
    assert result.stdout == "0 new, 0 changed, 2 known, 0 rejected\n"


def test_merge_of_an_archive_into_itself_is_wrong_use(db: Path) -> None:
    result = run("merge", db, "--db", db)
    assert isinstance(result.exception, ArchiveError)
    assert result.exception.exit_code == 2


def test_check_tells_and_repairs(db: Path) -> None:
    with open_archive(db) as archive:
        archive.connection.execute("UPDATE urls SET key = key + 1")
    assert "outdated key" in run("check", "--db", db).stdout
    repaired = run("check", "--repair", "--db", db)
    assert (repaired.exit_code, repaired.stdout) == (0, "")


def test_pages_can_be_kept_in_a_database(tmp_path: Path) -> None:
    db = tmp_path / "archive.db"
    result = run("ingest", PAGE, "--url", "https://example.org/page.php?p=1", "--captures", "database", "--db", db)
    assert result.exit_code == 0
    assert not db.with_suffix(".warc").exists()
    with open_archive(db, read_only=True) as archive:
        assert load_body(archive, 1) == PAGE.read_bytes()


def test_a_watch_for_nothing_makes_no_archive(tmp_path: Path) -> None:
    result = run("watch", "add", "--db", tmp_path / "new.db")
    assert (result.exit_code != 0, list(tmp_path.iterdir())) == (True, [])


def test_the_same_watch_twice_is_one(db: Path) -> None:
    run("watch", "add", "steel", "--db", db)
    assert (run("watch", "add", "steel", "--db", db).stdout, run("watch", "list", "--db", db).stdout.count("\n")) == (
        "watch 1 is for that already\n", 1)


def test_a_watch_of_a_source_that_there_is_not_says_so(db: Path) -> None:
    assert "no source 'institut' in this archive; did you mean 'institute'?" in run(
        "watch", "add", "steel", "--source", "institut", "--db", db).stdout


def test_check_tells_of_pages_that_only_the_warc_files_know(db: Path) -> None:
    before = db.read_bytes()                   # as a copy made without the -wal file
    with open_archive(db) as archive:
        keep_many(archive, [reading(publication(3)), reading(publication(4))], RUN)
    db.write_bytes(before)
    result = run("check", "--db", db)
    assert (result.exit_code, "holds 2 pages that" in result.stderr, "policy-archive ingest" in result.stderr) == (
        0, True, True)
    run("ingest", db.with_suffix(".warc"), "--db", db)
    assert run("check", "--db", db).stderr == f"{db}: all is well\n"


def test_a_backup_into_a_folder_that_is_not_there_makes_no_file_of_its_name(db: Path, tmp_path: Path) -> None:
    result = run("backup", f"{tmp_path}/usb/", "--db", db)
    assert isinstance(result.exception, ArchiveError) and "make it first" in str(result.exception)
    assert not (tmp_path / "usb").exists()


def test_a_report_is_no_file_that_is_called_as_a_folder(db: Path, tmp_path: Path) -> None:
    result = run("report", "--out", f"{tmp_path}/usb/", "--db", db)
    assert isinstance(result.exception, ArchiveError) and result.exception.exit_code == 2
    assert not (tmp_path / "usb").exists()


@pytest.mark.parametrize("words", [("status", "--db", "LOOP"), ("merge", "LOOP", "--db", "DB"),
                                   ("backup", "LOOP", "--db", "DB"), ("export", "--out", "LOOP", "--db", "DB")])
def test_a_link_that_leads_to_itself_is_wrong_use(db: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    loop = tmp_path / "loop.db"
    loop.symlink_to(loop)
    result = run(*({"LOOP": loop, "DB": db}.get(word, word) for word in words))
    assert isinstance(result.exception, ArchiveError) and result.exception.exit_code == 2
    assert "leads back to itself" in str(result.exception) or "there is no archive" in str(result.exception)
