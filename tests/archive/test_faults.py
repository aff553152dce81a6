"""What may go wrong outside: nothing already kept is lost, and the error says what to do."""

import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from archive import connections
from archive.captures.warc import WarcCaptures
from archive.check import check_archive
from archive.connections import damage_told
from archive.database import Archive, open_archive, transaction
from archive.errors import FellShort, WrongUse
from archive.store import keep, keep_many
from archive.store.stored import load_one
from tests.archive.making import publication, reading

RUN = 1
KILLS = 50


def test_killed_fifty_times_while_writing_nothing_kept_is_lost(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "tests.archive.killed", str(tmp_path), str(KILLS), "7"],
                          capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > KILLS
    last = WarcCaptures(tmp_path / "archive.warc")
    last._open_next("2026-03-05T12:00:00Z")                    # as the next run does first of all
    last.close()
    for path in (tmp_path / "archive.warc").iterdir():
        with path.open("rb") as file:
            for record in ArchiveIterator(file, check_digests="raise"):
                record.content_stream().read()


LIMITED = """
import resource, signal, sys
from pathlib import Path
from archive.database import open_archive
from archive.errors import FellShort
from archive.store import keep, start_run
from tests.archive.making import NOON, publication, reading
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))
with open_archive(Path({path!r}), create=True) as archive:
    run = start_run(archive, "crawl", at=NOON)
    try:
        for number in range(1, 3000):
            keep(archive, reading(publication(number), body=b"x" * {body} + str(number).encode()), run)
            print(number, flush=True)
    except FellShort as error:
        sys.exit(str(error))
"""


def test_disk_that_fills_up_leaves_what_was_kept(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    program = LIMITED.format(limit=1_500_000, body=10, path=str(path))
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "what was kept before is safe" in done.stderr
    assert "Traceback" not in done.stderr
    with open_archive(path) as archive:
        (kept,) = archive.connection.execute("SELECT count(*) FROM publications").fetchone()
        assert kept >= len(done.stdout.split()) > 0
        assert list(check_archive(archive, captures=None)) == []


def test_warc_that_can_not_grow_leaves_what_was_kept(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    program = LIMITED.format(limit=4_000_000, body=10, path=str(path))
    program = program.replace('b"x" * 10', "__import__('os').urandom(300_000)")    # fills the WARC first
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert "what was kept before is safe" in done.stderr
    with open_archive(path) as archive:
        assert list(check_archive(archive, captures=None)) == []


BACKED_UP = """
import resource, signal, sys
from pathlib import Path
from archive.backup import back_up
from archive.database import open_archive
from archive.errors import FellShort
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
with open_archive(Path({path!r}), read_only=True) as archive:
    try:
        back_up(archive, Path({out!r}))
    except FellShort as error:
        sys.exit(str(error))
"""


def test_backup_that_does_not_fit_leaves_nothing(archive: Archive, tmp_path: Path) -> None:
    keep_many(archive, [reading(publication(number)) for number in range(200)], RUN)
    out = tmp_path / "backups"
    out.mkdir()
    done = subprocess.run([sys.executable, "-c", BACKED_UP.format(path=str(archive.path), out=str(out))],
                          capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "what was kept before is safe" in done.stderr
    assert list(out.iterdir()) == []


def test_archive_that_may_not_be_written_is_wrong_use(archive: Archive) -> None:
    archive.connection.execute("PRAGMA query_only = ON")
    with pytest.raises(WrongUse, match="give it write permission"):
        keep(archive, reading(publication()), RUN)


ENDED = """
import os
from pathlib import Path
from archive.database import open_archive
from archive.store import keep, start_run
from tests.archive.making import NOON, publication, reading
archive = open_archive(Path({path!r}), create=True)
run = start_run(archive, "crawl", at=NOON)
for number in range(8):
    keep(archive, reading(publication(number)), run)
os._exit(9)
"""


def test_archive_on_a_read_only_disk_is_read_with_what_its_log_holds(tmp_path: Path,
                                                                    monkeypatch: pytest.MonkeyPatch) -> None:
    subprocess.run([sys.executable, "-c", ENDED.format(path=str(tmp_path / "archive.db"))], check=False)
    assert (tmp_path / "archive.db-wal").stat().st_size > 0
    monkeypatch.setattr(connections, "_readable", lambda _: False)  # as where SQLite can't make its shared memory
    with open_archive(tmp_path / "archive.db", read_only=True) as reader:
        assert reader.connection.execute("SELECT count(*) FROM publications").fetchone() == (8,)
        assert list(check_archive(reader, captures=None)) == []


def test_archive_on_a_read_only_disk_is_read_without_a_file_beside_it(archive: Archive, tmp_path: Path,
                                                                      monkeypatch: pytest.MonkeyPatch) -> None:
    keep(archive, reading(publication()), RUN)
    archive.close()
    before = sorted(tmp_path.iterdir())
    monkeypatch.setattr(connections, "_readable", lambda _: False)
    with open_archive(tmp_path / "archive.db", read_only=True) as reader:
        assert reader.connection.execute("SELECT count(*) FROM publications").fetchone() == (1,)
        assert sorted(tmp_path.iterdir()) == before


def test_archive_that_another_program_makes_just_now_is_waited_for(archive: Archive, tmp_path: Path) -> None:
    made = tmp_path / "made.db"
    made.touch()
    maker = threading.Timer(0.2, lambda: open_archive(made, create=True).close())
    maker.start()
    with open_archive(made, read_only=True) as reader:
        assert reader.connection.execute("SELECT count(*) FROM publications").fetchone() == (0,)
    maker.join()


def test_empty_file_is_no_archive(archive: Archive, tmp_path: Path) -> None:
    keep(archive, reading(publication()), RUN)
    archive.close()
    archive.path.write_bytes(b"")
    for create in (False, True):
        with pytest.raises(WrongUse, match=r"is empty.*policy-archive ingest .*archive\.warc"):
            open_archive(archive.path, create=create)
    (tmp_path / "fresh.db").touch()                            # as mktemp makes one
    open_archive(tmp_path / "fresh.db", create=True).close()


@pytest.mark.parametrize("command", [["export", "--out", "OUT"], ["report", "--out", "OUT"]])
def test_output_that_does_not_fit_is_one_line_and_leaves_the_old_one(archive: Archive, tmp_path: Path,
                                                                     command: list[str]) -> None:
    keep_many(archive, [reading(publication(number)) for number in range(30)], RUN)
    archive.close()
    (tmp_path / "out").write_text("of yesterday")
    program = ("import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
               "resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000)); from crawler.cli import main; main()")
    words = [word.replace("OUT", str(tmp_path / "out")) for word in command]
    done = subprocess.run([sys.executable, "-c", program, *words, "--db", str(archive.path)], capture_output=True,
                          text=True, check=False)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1), done.stderr
    assert "run again" in done.stderr
    assert (tmp_path / "out").read_text() == "of yesterday"
    assert not list(tmp_path.glob("*.part"))


def test_second_writer_that_waits_too_long_is_told(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "BUSY_SECONDS", 0.05)
    with open_archive(archive.path) as second, transaction(archive), \
            pytest.raises(FellShort, match="another program is writing"):
        keep(second, reading(publication()), RUN)


def test_reader_sees_whole_batches_while_another_writes(archive: Archive) -> None:
    with open_archive(archive.path, read_only=True) as reader, transaction(archive):
        keep(archive, reading(publication()), RUN)
        assert reader.connection.execute("SELECT count(*) FROM publications").fetchone() == (0,)


@pytest.mark.parametrize("harm", [
    "UPDATE publications SET title = CAST(x'ff41' AS TEXT)",
    "UPDATE publications SET blocks = '[['",
    "UPDATE sqlite_master SET sql = CAST(x'43524541ff41' AS TEXT) WHERE name = 'topics'",
    "UPDATE sqlite_master SET sql = 'CREATE' || char(10) || 'TABLE' WHERE name = 'topics'",
])
def test_damaged_archive_is_told_in_one_line(archive: Archive, harm: str) -> None:
    keep(archive, reading(publication()), RUN)
    for statement in ("PRAGMA ignore_check_constraints = ON", "PRAGMA writable_schema = ON", harm):
        archive.connection.execute(statement)
    archive.close()
    command = [sys.executable, "-m", "crawler.cli", "export", "--db", str(archive.path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "the file is damaged: bring back a backup" in done.stderr
    with pytest.raises(WrongUse, match="damaged"), damage_told(archive.path), open_archive(archive.path) as again:
        load_one(again.connection, 1)


FULL = """
import resource, signal, sys
from archive.connections import connect
from pathlib import Path
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))
print(*connect(Path(sys.argv[1]), read_only=True).execute("SELECT title FROM publications").fetchone())
"""


@pytest.mark.parametrize("has_log", [True, False])
def test_archive_on_a_full_disk_can_be_read(archive: Archive, tmp_path: Path, has_log: bool) -> None:
    keep(archive, reading(publication()), RUN)
    copy = tmp_path / "copy.db"
    if has_log:
        shutil.copy(f"{archive.path}-wal", f"{copy}-wal")
    else:
        archive.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy(archive.path, copy)
    done = subprocess.run([sys.executable, "-c", FULL, str(copy)], capture_output=True, text=True, check=False)
    assert done.stdout == publication().title + "\n", done.stderr
