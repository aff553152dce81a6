import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from archive.database import Archive, open_archive
from archive.errors import FellShort
from archive.records import Block, Page, Publication, Reading, Rejection
from archive.store import keep_many, start_run
from archive.store.stored import load_stored
from crawler import reparse as module
from crawler.cli import cli
from crawler.intake import read_outcome
from crawler.reparse import Options, Tally, reparse

NOON = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
PAGE = """<!DOCTYPE html><html lang="en"><head><title>Paper {0}</title>
<meta name="citation_publication_date" content="2025/07/{0:02}"></head>
<body><article><h1>Paper {0} on tariffs</h1><p>{1}</p><p>{1}</p></article></body></html>"""
SENTENCE = "Tariffs on steel rose for the third time in a year, and prices of cars and houses rose with them. "


def page(number: int) -> Page:
    body = PAGE.format(number, SENTENCE * 4).encode()
    return Page.from_bytes(body, url=f"https://institute.example/papers/tariffs-{number}", content_type="text/html",
                           source="institute", fetched_at=NOON)


def worse(publication: Publication) -> Publication:
    """As an earlier reader had it: no date, one paragraph."""
    return Publication(source="institute", url=publication.url, title=publication.title, dek="Not on the page.",
                       blocks=(Block("paragraph", "Half."),), evidence={"title": "title tag"}, parser="old 1")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """Five pages read badly, and one rejected that is a publication."""
    with open_archive(tmp_path / "archive.db", create=True) as opened:
        run = start_run(opened, "crawl", at=NOON, source="institute")
        pages = [page(number) for number in range(1, 7)]
        found = [read_outcome(one) for one in pages]
        assert all(isinstance(one, Publication) for one in found)
        readings = [Reading(one, worse(outcome)) for one, outcome in zip(pages[:5], found[:5], strict=True)
                    if isinstance(outcome, Publication)]
        rejected = Rejection("institute", pages[5].url, "unreadable", "no text")
        keep_many(opened, [*readings, Reading(pages[5], rejected)], run)
        opened.locks.release()
        yield opened


def run_it(archive: Archive, **options: object) -> Tally:
    return reparse(archive, Options(**options), clock=lambda: NOON)  # type: ignore[arg-type]


def kept(archive: Archive) -> list[Publication]:
    numbers = [number for (number,) in archive.connection.execute(
        "SELECT publication_id FROM publications ORDER BY url")]
    return [stored.publication for stored in load_stored(archive.connection, numbers)]


def test_dry_run_tells_and_changes_nothing(archive: Archive) -> None:
    before = kept(archive)
    tally = run_it(archive, dry_run=True)
    assert "published: 5 filled, 0 changed, 0 lost" in list(tally.lines())
    assert "dek: 0 filled, 0 changed, 5 lost" in list(tally.lines())
    assert kept(archive) == before


def test_archive_says_what_the_better_reader_reads(archive: Archive) -> None:
    run_it(archive)
    assert kept(archive) == [read_outcome(page(number)) for number in range(1, 7)]


def test_better_reading_is_no_revision(archive: Archive) -> None:
    run_it(archive)
    assert archive.connection.execute("SELECT max(revision) FROM publications").fetchone() == (1,)
    assert archive.connection.execute("SELECT count(*) FROM reader_changes").fetchone() == (5,)


def test_second_time_nothing_differs(archive: Archive) -> None:
    run_it(archive)
    tally = run_it(archive)
    assert (tally.pages, tally.differing) == (6, 0)


def test_pages_of_todays_parser_can_be_left_out(archive: Archive) -> None:
    run_it(archive)
    assert run_it(archive, changed_only=True).pages == 0


def test_processes_read_the_same_as_one(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CHUNK", 2)
    alone = run_it(archive, dry_run=True)
    together = run_it(archive, dry_run=True, jobs=2)
    assert list(together.lines()) == list(alone.lines())


def test_reader_that_is_killed_is_told_in_one_line(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CHUNK", 1)
    monkeypatch.setattr(module, "_read_here", _die)
    with pytest.raises(FellShort, match="run again, with fewer --jobs"):
        run_it(archive, jobs=2)
    assert archive.connection.execute("SELECT outcome FROM runs WHERE kind = 'reparse'").fetchone() == ("stopped",)


def _die(_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _stop_at_four(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CHUNK", 2)

    def stop(done: int, of: int) -> None:
        if done == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        reparse(archive, Options(), clock=lambda: NOON, report=stop)


def test_stopped_run_goes_on_where_it_was(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    _stop_at_four(archive, monkeypatch)
    assert run_it(archive).pages == 2
    assert run_it(archive).pages == 6


def test_run_that_was_killed_at_once_does_not_hide_how_far_the_one_before_was(
        archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    _stop_at_four(archive, monkeypatch)
    start_run(archive, "reparse", at=NOON)                      # and no more of it
    assert run_it(archive).pages == 2


def test_readers_end_with_a_run_that_is_killed(tmp_path: Path) -> None:
    script = (
        "import multiprocessing, os, sys, time\n"
        "from concurrent.futures import ProcessPoolExecutor\n"
        "from pathlib import Path\n"
        "from crawler.reparse import _open\n"
        "pool = ProcessPoolExecutor(1, multiprocessing.get_context('forkserver'), _open, (Path(sys.argv[1]),))\n"
        "pool.submit(os.getpid).result()\n"
        "os.kill(os.getpid(), 9)\n")
    open_archive(tmp_path / "archive.db", create=True).close()
    # the reader holds the output open: it ends with the last of them
    done = subprocess.run([sys.executable, "-c", script, tmp_path / "archive.db"], stdout=subprocess.PIPE,
                          timeout=30, check=False)
    assert done.returncode == -signal.SIGKILL


def test_publication_that_would_be_rejected_now_is_kept_and_named(archive: Archive,
                                                                  monkeypatch: pytest.MonkeyPatch) -> None:
    before = kept(archive)
    monkeypatch.setattr(module, "read_again", lambda _, page, *__: Rejection("", page.url, "unreadable", "new rule"))
    tally = run_it(archive, source="institute")
    assert len(tally.lost) == 5
    assert kept(archive)[:5] == before


def test_damaged_page_is_named_and_the_rest_is_read(archive: Archive) -> None:
    archive.connection.execute("UPDATE captures SET digest = 'sha256:OTHER' WHERE capture_id = 1")
    tally = run_it(archive)
    assert (tally.pages, len(tally.damaged)) == (6, 1)


def test_command_prints_the_comparison(archive: Archive) -> None:
    result = CliRunner().invoke(cli, ["reparse", "--dry-run", "--jobs", "1", "--db", str(archive.path)])
    assert result.exit_code == 0
    assert "published: 5 filled, 0 changed, 0 lost\n" in result.stdout
