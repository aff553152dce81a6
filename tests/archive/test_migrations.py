"""Kept archives of every schema there was are brought up to date when they are opened."""

import re
import sqlite3
import zipfile
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from archive.check import check_archive
from archive.database import open_archive, schema_steps
from archive.errors import WrongUse
from archive.locks import Locks
from archive.packed import load_columns
from archive.search import search
from archive.store import finish_run, keep, start_run
from archive.store.stored import load_one, load_revision
from archive.watches import find_watches
from tests.archive.making import LATER, MUCH_LATER, publication, reading, with_text
from tests.archive.old_archives import FOLDER

KEPT = sorted(FOLDER.glob("*.zip"))


@pytest.fixture(params=KEPT, ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """An archive as one schema had it."""
    with zipfile.ZipFile(request.param) as bundle:
        bundle.extractall(tmp_path)
    return tmp_path / "archive.db"


def test_every_schema_is_kept() -> None:
    assert [path.stem for path in KEPT] == list(schema_steps()), "see tests/archive/old_archives.py"


@pytest.mark.parametrize("read_only", [False, True])
def test_old_archive_is_whole_and_has_every_step(old: Path, read_only: bool) -> None:
    with open_archive(old, read_only=read_only) as archive:
        steps = [name for (name,) in archive.connection.execute("SELECT name FROM _sqlite_migrations ORDER BY id")]
        assert steps == list(schema_steps())
        assert list(check_archive(archive, captures=None)) == []


def test_old_archive_on_a_disk_that_takes_no_writing_is_to_be_copied(tmp_path: Path,
                                                                     monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(KEPT[0]) as bundle:
        bundle.extractall(tmp_path)
    monkeypatch.setattr("os.access", lambda *_: False)       # whoever runs this may write anywhere
    with pytest.raises(WrongUse, match=r"older policy-archive .* copy it"):
        open_archive(tmp_path / "archive.db", read_only=True)


def test_new_archive_is_made_as_an_old_one_is_brought_up_to_date(old: Path, tmp_path: Path) -> None:
    def shape(path: Path, *, create: bool) -> set[str]:
        with open_archive(path, create=create) as archive:
            (steps,) = archive.connection.execute("SELECT min(applied_at) FROM _sqlite_migrations").fetchone()
            assert datetime.fromisoformat(steps).tzinfo is not None
            return {re.sub(r'[\s"]+', "", sql) for (sql,) in archive.connection.execute(
                "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")}

    assert shape(old, create=False) == shape(tmp_path / "new.db", create=True)


def test_old_archive_says_what_it_said(old: Path) -> None:
    with open_archive(old) as archive:
        stored = load_one(archive.connection, 1)
        assert (stored.revision, stored.publication) == (2, with_text(1, "Tariffs fell."))
        assert load_revision(archive.connection, 1, 1) == publication(1)
        assert [hit.publication_id for hit in search(archive.connection, "fell")] == [1]
        assert archive.connection.execute("SELECT count(*) FROM clusters").fetchone() == (1,)
        assert load_columns(archive.connection).numbers.tolist() == [1, 2, 3]
        assert len(find_watches(archive.connection)) <= 1


def test_old_archive_goes_on(old: Path) -> None:
    with open_archive(old) as archive:
        run = start_run(archive, "crawl", at=LATER, source="institute")
        assert keep(archive, reading(with_text(1, "Tariffs rose again."), at=MUCH_LATER), run).revision == 3
        finish_run(archive, run, at=MUCH_LATER)
        assert list(check_archive(archive)) == []


def test_programs_that_start_together_upgrade_an_archive_one_after_the_other(tmp_path: Path) -> None:
    with zipfile.ZipFile(KEPT[0]) as bundle:
        bundle.extractall(tmp_path)
    path, locks = tmp_path / "archive.db", Locks(tmp_path / "archive.db")
    locks.take_turn("upgrade")
    with ThreadPoolExecutor(3) as pool:
        opening = [pool.submit(lambda: open_archive(path).close()) for _ in range(3)]
        assert wait(opening, timeout=0.5).done == set()
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("SELECT count(*) FROM _sqlite_migrations").fetchone() == (1,)
        locks.release()
        for one in opening:
            one.result(timeout=30)
    with open_archive(path) as archive:
        assert list(check_archive(archive)) == []
