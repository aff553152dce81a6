"""`ingest` and `parse` as typed: what they print, what they keep, how they end."""

import io
import json
import os
import sqlite3
from pathlib import Path

import pytest

from crawler.cli import main

SEED = Path(__file__).parents[2] / "pages/example.org/democratic-norms-text/page.txt"
ADDRESS = "https://example.org/page.php?p=0000831"


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """Type a command; gives exit code, stdout and stderr."""
    def typed(*words: object) -> tuple[int, str, str]:
        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr("sys.argv", ["policy-archive", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            main()
        captured = capsys.readouterr()
        return int(ended.value.code or 0), captured.out, captured.err
    return typed


def rows(db: Path, sql: str) -> list[tuple]:
    connection = sqlite3.connect(db)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def test_parse_prints_the_record(run):
    code, out, _ = run("parse", SEED, "--url", ADDRESS)
    record = json.loads(out)
    assert (code, record["url"], record["published"], record["ad_slots"], len(record["related"])) == (
        0, ADDRESS, "2025-07-18", 6, 20)


def test_parse_without_an_address_gives_the_files(run):
    assert json.loads(run("parse", SEED)[1])["url"] == SEED.as_uri()


def test_parse_stores_nothing(run, tmp_path):
    run("parse", SEED)
    assert list(tmp_path.iterdir()) == []


def test_parse_explains_nothing_that_a_terminal_would_obey(run, tmp_path):
    page = tmp_path / "page.html"
    text = f"<p>{'The committee asked what the levy had cost the ports. ' * 4}</p>" * 5
    page.write_text(f"<title>Red &#27;[31m levies on the river</title><h1>Red &#27;[31m levies on the river</h1>{text}")
    shown = run("parse", page, "--url", "https://example.org/papers/levies", "--explain")[1]
    assert ("levies on the river" in shown, "\x1b" in shown) == (True, False)


def test_parse_explains_where_values_come_from(run):
    assert "published: 2025-07-18\n    from: saved text, line 3" in run("parse", SEED, "--explain")[1]


def test_parse_of_what_is_no_publication_falls_short(run, tmp_path):
    (tmp_path / "menu.txt").write_text("Menu\nHome\nContact\n")
    code, out, err = run("parse", "menu.txt")
    assert (code, out, err) == (1, "", "policy-archive: menu.txt: no publication: no prose in the text\n")


def test_ingest_keeps_a_saved_text(run, tmp_path):
    code, out, _ = run("ingest", SEED, "--url", ADDRESS, "--db", "a.db")
    assert (code, out) == (0, "1 new, in a.db\n")


def test_what_is_ingested_is_found_by_its_words(run):
    run("ingest", SEED, "--url", ADDRESS)
    assert "The role of international organizations" in run("search", "civic freedoms")[1]


def test_ingesting_again_keeps_nothing_twice(run, tmp_path):
    run("ingest", SEED, "--url", ADDRESS)
    assert run("ingest", SEED, "--url", ADDRESS)[1] == "1 same, in archive.db\n"


def test_ingest_goes_on_past_bad_files_and_says_so(run, tmp_path):
    (tmp_path / "empty.html").write_text("")
    code, out, err = run("ingest", "empty.html", "missing.pdf", SEED)
    assert (code, out, err.splitlines()[:2]) == (1, "1 new, 2 unread, in archive.db\n", [
        "policy-archive: empty.html: an empty file", "policy-archive: missing.pdf: no such file or directory"])


def test_a_broken_pdf_is_kept_named_and_no_success(run, tmp_path):
    (tmp_path / "report.pdf").write_bytes(b"%PDF-1.7 and then nothing")
    code, out, err = run("ingest", "report.pdf", SEED)
    assert (code, out) == (1, "2 new, in archive.db\n")
    assert "report.pdf: kept without its text: the PDF is broken" in err
    assert "1 of 2 are broken, and kept without their text" in err


def test_ingest_keeps_the_reason_of_a_rejection(run, tmp_path):
    (tmp_path / "menu.txt").write_text("Menu\nHome\nContact\n")
    code, _, _ = run("ingest", "menu.txt", SEED)
    assert (code, rows(tmp_path / "archive.db", "SELECT reason FROM rejections")) == (0, [("no prose in the text",)])


@pytest.mark.parametrize(("words", "said"), [
    (("parse", "none.html"), "none.html: no such file"), (("parse", "ftp://ports.example/a"), "only http and https"),
    *((("parse", SEED, "--url", url), "no web address") for url in ("http://[::1", "http://a:99999/", "http://")),
    (("ingest", "missing.pdf"), "no such file or folder"),
    (("ingest", SEED, "https://institute.example/"), "`policy-archive crawl https://institute.example/ --limit 1`"),
    (("ingest", "-"), "--url")])
def test_what_can_not_be_read_is_wrong_use_in_one_line_and_makes_no_archive(run, tmp_path, words, said):
    code, out, err = run(*words)
    assert (code, out, err.count("\n"), said in err, list(tmp_path.iterdir())) == (2, "", 1, True, [])


@pytest.mark.parametrize("command", ["parse", "ingest"])
def test_an_empty_path_is_not_the_folder_one_stands_in(run, tmp_path, command):
    (tmp_path / "page.txt").write_bytes(SEED.read_bytes())
    code, out, err = run(command, "")
    assert (code, out, err.count("\n"), [path.name for path in tmp_path.iterdir()]) == (2, "", 1, ["page.txt"])


def test_reparse_of_an_unknown_source_is_wrong_use_and_writes_nothing(run, tmp_path):
    run("ingest", SEED, "--source", "example")
    code, out, err = run("reparse", "--source", "exmaple")
    assert (code, out, err.count("\n"), rows(tmp_path / "archive.db", "SELECT key FROM sources")) == (
        2, "", 1, [("example",)])


def test_an_empty_variable_names_no_archive(run, tmp_path, monkeypatch):
    monkeypatch.setenv("POLICY_ARCHIVE_DB", "")
    assert run("ingest", SEED)[0] == 0
    assert (tmp_path / "archive.db").exists()


def test_a_file_whose_name_is_no_text_is_kept(run, tmp_path):
    name = os.fsdecode(b"bad\xff.txt")
    (tmp_path / name).write_bytes(SEED.read_bytes())
    code, out, _ = run("ingest", name)
    assert (code, out) == (0, "1 new, in archive.db\n")


def test_the_scheme_of_an_address_may_be_in_any_case_and_is_kept_in_small_letters(run):
    shouted = ADDRESS.replace("https", "HTTPS")
    assert run("ingest", SEED, "--url", shouted)[0] == 0
    assert json.loads(run("parse", SEED, "--url", shouted)[1])["url"] == ADDRESS


def test_ingest_reads_standard_input_given_its_address(run, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(SEED.read_bytes())))
    assert run("ingest", "-", "--url", ADDRESS)[:2] == (0, "1 new, in archive.db\n")


def test_a_lost_archive_comes_back_from_its_database_of_captures(run, tmp_path):
    other = tmp_path / "changed.txt"
    other.write_text(SEED.read_text().replace("coordinate", "steer"))
    for path in (SEED, other):
        run("ingest", path, "--url", ADDRESS, "--db", "lost.db", "--captures", "database")
    assert run("ingest", "lost.captures.db", "--db", "new.db")[:2] == (0, "1 new, 1 changed, in new.db\n")


def test_an_archive_is_no_page_and_the_command_for_it_is_named(run):
    run("ingest", SEED, "--url", ADDRESS)
    code, _, err = run("ingest", "archive.db", "--db", "new.db")
    assert (code, "policy-archive merge" in err) == (1, True)


def test_a_file_is_not_crawled_and_the_command_for_it_is_named(run, tmp_path):
    (tmp_path / "page.html").write_text("<p>text")
    code, _, err = run("crawl", "page.html")
    assert (code, "policy-archive ingest" in err) == (2, True)
