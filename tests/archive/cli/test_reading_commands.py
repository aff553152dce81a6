"""Search, show, status and check, as typed."""

import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from click import NoSuchOption
from click.testing import CliRunner, Result

from archive.database import Archive
from archive.errors import ArchiveError, FellShort, WrongUse
from archive.status import source_statuses
from archive.store import finish_run, keep, keep_many, start_run
from archive.store.runs import note_findings
from archive.urls import uid_of
from crawler.cli import cli
from tests.archive.making import LATER, publication, reading, rejection, with_text

RUN = 1


@pytest.fixture
def db(archive: Archive) -> Path:
    keep_many(archive, [reading(publication(1)), reading(publication(2)), reading(rejection(3))], RUN)
    keep(archive, reading(with_text(1, "Tariffs fell."), at=LATER), RUN)
    finish_run(archive, RUN, at=LATER, failed=4)
    archive.close()
    return archive.path


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words])


def test_search_prints_hits_with_marked_words(db: Path) -> None:
    assert "[Tariffs] fell." in run("search", "tariff", "--db", db).stdout


def test_search_in_a_source_that_is_not_there_names_the_nearest(db: Path) -> None:
    key = publication(1).source
    assert run("search", "tariff", "--source", key[:-1], "--db", db).stderr == (
        f"no publication matches: no source '{key[:-1]}' in this archive; did you mean '{key}'?\n")


def test_a_page_can_not_drive_the_terminal(archive: Archive) -> None:
    hostile = "Red \x1b[31m and \u202eturned around tariffs"
    kept = keep(archive, reading(with_text(9, hostile, title=hostile)), RUN)
    archive.close()
    for words in (("search", "red"), ("show", str(kept.uid)), ("show", str(kept.uid), "--revisions")):
        shown = run(*words, "--db", archive.path).stdout
        assert not set("\x1b\u202e\x02") & set(shown)


def test_search_as_json_is_a_list_of_hits(db: Path) -> None:
    hits = json.loads(run("search", "tariffs fell", "--json", "--db", db).stdout)
    assert [hit["uid"] for hit in hits] == [uid_of(publication(1).url)]


def test_search_without_hits_is_done_and_prints_nothing(db: Path) -> None:
    result = run("search", "walrus", "--db", db)
    assert (result.exit_code, result.stdout) == (0, "")


@pytest.mark.parametrize("query", ["-tariffs", '"', "-h", "-hello", "(((", "🙂"])
def test_no_query_is_an_error(db: Path, query: str) -> None:
    assert run("search", query, "--db", db).exit_code == 0


def test_search_explains_its_language() -> None:
    assert "NEAR/5" in run("search", "--help").stdout


def test_show_prints_the_record(db: Path) -> None:
    record = json.loads(run("show", publication(2).url, "--json", "--db", db).stdout)
    assert record == publication(2).to_record() | {"first_seen": "2026-03-05T12:00:00Z", "gone": None,
                                                   "last_seen": "2026-03-05T12:00:00Z", "revision": 1}


def test_show_prints_a_readable_text(db: Path) -> None:
    text = run("show", uid_of(publication(2).url), "--db", db).stdout
    assert text.startswith("Paper 2 on tariffs\n")
    assert "## Costs" in text


def test_show_prints_what_each_revision_changed(db: Path) -> None:
    text = run("show", publication(1).url, "--diff", "--db", db).stdout
    assert "+ Tariffs fell." in text


def test_show_prints_the_page_byte_for_byte(db: Path) -> None:
    result = run("show", publication(2).url, "--raw", "--db", db)
    assert result.stdout_bytes == reading(publication(2)).page.body


def test_show_of_a_damaged_page_falls_short(db: Path) -> None:
    (file,) = db.with_suffix(".warc").iterdir()
    file.write_bytes(b"\0" * file.stat().st_size)
    result = run("show", publication(2).url, "--raw", "--db", db)
    assert isinstance(result.exception, ArchiveError)
    assert (result.exception.exit_code, result.stdout_bytes) == (1, b"")


def test_status_tells_what_the_last_run_brought(db: Path) -> None:
    (status,) = json.loads(run("status", "--json", "--db", db).stdout)
    assert {key: status[key] for key in ("source", "kept", "new", "changed", "gone", "rejected", "failed")} == {
        "source": "institute", "kept": 2, "new": 2, "changed": 1, "gone": 0, "rejected": 1, "failed": 4}


def test_check_of_a_whole_archive_prints_nothing(db: Path) -> None:
    result = run("check", "--db", db)
    assert (result.exit_code, result.stdout) == (0, "")


@pytest.mark.parametrize("command", [["search", "x"], ["show", "x"], ["status"], ["check"]])
def test_missing_archive_is_one_line_and_exit_2(tmp_path: Path, command: list[str]) -> None:
    done = subprocess.run([sys.executable, "-m", "crawler.cli", *command, "--db", str(tmp_path / "none.db")],
                          capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("words", [
    ("search", "tariffs", "--from", "soon"), ("search", "tariffs", "--from", "2024-02-30"),
    ("search", "tariffs", "--from", "2023-02-29"), ("search", "tariffs", "--from", "2024-13"),
    ("search", "tariffs", "--from", ""), ("show", publication(1).url, "--raw", "--json"), ("show", "\udcff"),
    ("export", "--source", "\udcff"), ("watch", "add", "\udcff"), ("export", "--min-words", str(1 << 64))])
def test_what_can_not_be_meant_is_wrong_use(db: Path, words: tuple[str, ...]) -> None:
    assert isinstance(run(*words, "--db", db).exception, WrongUse)


def test_a_report_never_replaces_the_archive(db: Path) -> None:
    before = db.read_bytes()
    assert isinstance(run("report", "--out", db, "--db", db).exception, WrongUse)
    assert db.read_bytes() == before


def test_any_limit_is_one(db: Path) -> None:
    assert run("search", "tariffs", "--limit", 1 << 64, "--db", db).exit_code == 0


@pytest.mark.parametrize("slip", ["--langauge", "--source-key=x"])
def test_a_slip_in_an_option_of_search_is_wrong_use(db: Path, slip: str) -> None:
    result = run("search", slip, "steel", "--db", db)
    assert (result.exit_code, f"No such option '{slip.partition('=')[0]}'" in result.stderr) == (2, True)


def test_behind_two_dashes_everything_is_a_word(db: Path) -> None:
    assert run("search", "--db", db, "--", "--langauge").exit_code == 0


def test_a_publication_is_shown_by_its_address_without_the_scheme(db: Path) -> None:
    address = publication(1).url.removeprefix("https://")
    assert json.loads(run("show", address, "--json", "--db", db).stdout)["uid"] == uid_of(publication(1).url)


def test_a_report_to_a_dash_goes_to_standard_output(db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("report", "--out", "-", "--format", "markdown", "--db", db)
    assert (result.stdout.startswith("# Report"), (tmp_path / "-").exists()) == (True, False)


@pytest.mark.parametrize("command", ["search", "export"])
def test_a_filter_given_twice_is_wrong_use(db: Path, command: str) -> None:
    result = run(command, "--source", "institute", "--source", "bureau", "--db", db)
    assert isinstance(result.exception, WrongUse) and "--source" in str(result.exception)


@pytest.mark.parametrize(("typed", "why"), [
    ("institute.example/papers/3", "the page was read and is none (an index of publications)"),
    ("0000000000000000", "`policy-archive search` finds uids")])
def test_show_of_what_is_not_kept_falls_short_and_says_why(db: Path, typed: str, why: str) -> None:
    error = run("show", typed, "--db", db).exception
    assert isinstance(error, FellShort) and str(error).endswith(why)


def test_status_goes_by_the_time_of_a_run_not_by_its_number(archive: Archive) -> None:
    keep(archive, reading(publication(1), at=LATER), start_run(archive, "crawl", at=LATER, source="institute"))
    start_run(archive, "crawl", at=LATER - timedelta(days=30), source="institute")      # as a merge brings it
    (status,) = source_statuses(archive.connection)
    assert (status.last_run, status.new) == ("2026-03-06T12:00:00Z", 1)


def test_status_tells_what_fell_short_in_the_last_run(archive: Archive) -> None:
    note_findings(archive, RUN, ["institute: nothing could be fetched"])
    archive.close()
    shown = run("status", "--db", archive.path).stdout
    assert shown.splitlines()[-1] == "  institute: nothing could be fetched"
    assert json.loads(run("status", "--json", "--db", archive.path).stdout)[0]["findings"]


@pytest.mark.parametrize(("option", "said"), [
    (("--type", "reprot"), "no type 'reprot' in this archive; did you mean 'Report'?"),
    (("--language", "zz"), "no language 'zz' in this archive; `policy-archive search --facets` counts them"),
    (("--from", "2025-03", "--to", "2024"), "--from 2025-03 is later than --to 2024"),
    (("--topic", "Tarifs"), "no topic 'Tarifs' in this archive; did you mean 'Tariffs'?"),
    (("--author", "Ada Mayer"), "no author 'Ada Mayer' in this archive; did you mean 'Ada Meyer'?"),
    (("author:nobody",),
     "no author 'nobody' in this archive; `policy-archive search --facets` counts the most frequent"),
    (("titel:walrus",), "no field is called 'titel'; did you mean 'title:'?"),
    (("walrus.csv",), "to write a file, give --out walrus.csv"),
])
def test_a_filter_that_nothing_passes_is_named(db: Path, option: tuple[str, ...], said: str) -> None:
    assert run("search", *option, "--db", db).stderr == f"no publication matches: {said}\n"


@pytest.mark.parametrize("command", [("search",), ("export",), ("watch", "add")])
def test_a_word_to_be_without_is_typed_alike_in_every_command(db: Path, command: tuple[str, ...]) -> None:
    assert run(*command, "tariff", "-walrus", "--db", db).exit_code == 0
    with pytest.raises(NoSuchOption):
        CliRunner().invoke(cli, [*command, "tariff", "--sorce", "x", "--db", str(db)], standalone_mode=False,
                           catch_exceptions=False)


@pytest.mark.parametrize("command", ["search", "export"])
def test_a_lone_h_asks_for_help(db: Path, command: str) -> None:
    assert run(command, "-h").stdout.startswith("Usage: ")


@pytest.mark.parametrize("name", ["corpus.xlsx", "corpus.md", "corpus.pdf", "corpus.jsonl.gz"])
def test_an_export_that_other_programs_could_not_open_under_its_name_is_not_written(
        db: Path, tmp_path: Path, name: str) -> None:
    assert isinstance(run("export", "--out", tmp_path / name, "--db", db).exception, WrongUse)
    assert isinstance(run("report", "--out", tmp_path / "report.pdf", "--db", db).exception, WrongUse)
    assert not list(tmp_path.glob("corpus*")) and run(
        "export", "--out", tmp_path / name, "--format", "jsonl", "--db", db).exit_code == 0


def test_a_source_is_removed_only_once_that_is_said(db: Path) -> None:
    told = run("sources", "remove", "institute", "--db", db)
    assert (told.exit_code, told.stdout) == (
        0, "institute: 2 publications, 3 revisions, 4 pages: would go; `--yes` removes them\n")
    assert run("search", "--db", db).stdout
    assert run("sources", "remove", "institute", "--yes", "--db", db).stdout.endswith(": removed\n")
    assert not run("search", "--db", db).stdout
    assert isinstance(run("sources", "remove", "institute", "--db", db).exception, WrongUse)


def test_a_source_to_be_rewritten_that_there_is_not_names_the_nearest(db: Path) -> None:
    assert "did you mean 'institute'?" in str(run("sources", "remove", "institut", "--db", db).exception)
