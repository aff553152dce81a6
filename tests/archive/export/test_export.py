"""`policy-archive export`, on a real archive."""

import csv
import io
import json
import os
import sqlite3
from datetime import UTC, datetime

import pyarrow.dataset
import pytest
from click.testing import CliRunner
from warcio.archiveiterator import ArchiveIterator

from archive.cli.export import FORMAT_NAMES, export
from archive.errors import FellShort, WrongUse
from archive.export.formats import FORMATS
from archive.store import keep, mark_gone
from archive.store.runs import describe_source
from tests.archive.making import LATER, NOON, new_archive, publication, reading, with_text


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    archive, run = new_archive(tmp_path_factory.mktemp("archive"))
    with archive:
        keep(archive, reading(publication(1, published="2023-05-01")), run)
        keep(archive, reading(publication(2, source="bureau", url="https://bureau.example/2", published="2024",
                                          title="{Braces} & co")), run)
        keep(archive, reading(with_text(3, "One. Two words here.", "日本の政策。", published="2025-01")), run)
        keep(archive, reading(with_text(3, "Wholly other words stand here now, and many.", published="2025-01"),
                              at=LATER), run)
        keep(archive, reading(publication(4, title="Gone paper", published=None)), run)
        mark_gone(archive, "https://institute.example/papers/4", run, at=LATER)
        describe_source(archive, "institute", name="The Institute", licence="CC BY 4.0")
    return archive.path


def run(db, *words):
    return CliRunner().invoke(export, [*words, "--db", str(db)], catch_exceptions=False)


def records(db, *words):
    return [json.loads(line) for line in run(db, *words).stdout.splitlines()]


def test_jsonl_on_standard_output_is_the_record(db):
    first = records(db)[0]
    assert (first["title"], "source_name" in first, first["revision"]) == ("Paper 1 on tariffs", False, 1)


def test_help_offers_every_format():
    assert set(FORMAT_NAMES) == set(FORMATS)


@pytest.mark.parametrize("form", [name for name in FORMATS if name != "document-terms"])
def test_every_format_writes_a_file_that_its_manifest_verifies(db, tmp_path, form):
    out = tmp_path / f"corpus{FORMATS[form].ending}"
    assert run(db, "--format", form, "--out", str(out)).exit_code == 0
    assert run(db, "--verify", f"{out}.manifest.json").exit_code == 0


@pytest.mark.parametrize("form", [name for name in FORMATS if name != "document-terms"])
def test_same_words_give_the_same_bytes(db, tmp_path, form):
    written = []
    for name in ("a", "b"):
        out = tmp_path / name / "corpus"
        run(db, "--format", form, "--out", str(out))
        files = sorted(path for path in out.parent.rglob("*") if path.is_file())
        written.append([(path.relative_to(out.parent), path.read_bytes()) for path in files])
    assert written[0] == written[1]


THEN, NEXT_DAY = NOON.date().isoformat(), LATER.date().isoformat()


@pytest.mark.parametrize(("words", "count"), [
    (("--source", "bureau"), 1), (("wholly", "other"), 1), (("--gone", "exclude"), 3), (("--gone", "only"), 1),
    (("--max-words", "8"), 1), (("--sample", "2", "--seed", "5", "--stratify", "source"), 2),
    (("--as-of", "2001-01-01"), 0),                                              # before the first visit
    (("--gone", "exclude", "--as-of", THEN), 4), (("--gone", "only", "--as-of", THEN), 0),
    (("words here", "--as-of", THEN), 1), (("日本の政策", "--as-of", THEN), 1), (("wholly", "--as-of", THEN), 0),
    (("日本の政策", "--as-of", NEXT_DAY), 0), (("wholly", "--as-of", NEXT_DAY), 1),
    (("--min-words", "5", "--max-words", "5", "--as-of", THEN), 1),
    (("--min-words", "8", "--max-words", "8", "--as-of", THEN), 0), (("--source", "institute", "--as-of", THEN), 3)])
def test_publications_are_chosen_by_words_and_options_as_of_any_day(db, words, count):
    assert len(records(db, *words)) == count


def test_as_of_gives_the_revision_that_stood_then(db):
    third = next(record for record in records(db, "--as-of", THEN) if record["uid"] == records(db)[2]["uid"])
    assert (third["revision"], third["text"].split("\n")[0]) == (1, "One. Two words here.")


def test_as_of_does_not_know_that_a_page_went_later(db):
    assert {record["gone"] for record in records(db, "--as-of", THEN)} == {None}


def test_sentences_have_ids_of_their_own(db):
    rows = records(db, "--unit", "sentence")
    assert len({row["unit_id"] for row in rows}) == len(rows) > 4


def test_csv_of_chosen_fields_has_these_columns(db):
    rows = list(csv.reader(io.StringIO(run(db, "--format", "csv", "--fields", "uid,title").stdout)))
    assert (rows[0], len(rows)) == (["uid", "title"], 5)


def test_partitioned_parquet_reads_as_one_dataset(db, tmp_path):
    run(db, "--format", "parquet", "--partition", "source", "--out", str(tmp_path / "corpus"))
    table = pyarrow.dataset.dataset(tmp_path / "corpus", partitioning="hive").to_table(["uid", "source"])
    assert table["source"].to_pylist() == ["bureau", "institute", "institute", "institute"]


def test_croissant_names_the_file_and_its_digest(db, tmp_path):
    run(db, "--croissant", "--out", str(tmp_path / "corpus.jsonl"))
    stated = json.loads((tmp_path / "corpus.jsonl.croissant.json").read_text())
    assert (stated["distribution"][0]["contentUrl"], len(stated["distribution"][0]["sha256"])) == ("corpus.jsonl", 64)


@pytest.mark.parametrize(("words", "names"), [
    (("--out", "corpus.csv"), {"uid", "title", "authors", "word_count"}),
    (("--out", "corpus.jsonl"), {"uid", "title", "text", "word_count"}),
    (("--out", "corpus.parquet"), {"uid", "title", "text", "published_year"}),
    (("--out", "the sentences.csv", "--unit", "sentence"), {"unit_id", "uid", "text"})])
def test_croissant_names_the_columns_that_a_loader_reads(db, tmp_path, words, names):
    """Lists stand in the file and are no columns; an id may not hold a space; each row is told by its key."""
    run(db, "--croissant", *words[:1], str(tmp_path / words[1]), *words[2:])
    stated = json.loads((tmp_path / f"{words[1]}.croissant.json").read_text())
    (rows,) = stated["recordSet"]
    named = {field["name"]: field for field in rows["field"]}
    assert names <= named.keys() and "blocks" not in named
    assert named["uid"]["source"] == {"fileObject": {"@id": stated["distribution"][0]["@id"]},
                                      "extract": {"column": "uid"}}
    assert (rows["key"]["@id"], " " in stated["distribution"][0]["@id"]) == (
        "rows/unit_id" if "unit_id" in names else "rows/uid", False)


def test_croissant_of_several_files_or_of_no_table_names_the_files_alone(db, tmp_path):
    run(db, "--croissant", "--format", "parquet", "--partition", "source", "--out", str(tmp_path / "parts"))
    run(db, "--croissant", "--out", str(tmp_path / "corpus.bib"))
    for name in ("parts", "corpus.bib"):
        stated = json.loads((tmp_path / f"{name}.croissant.json").read_text())
        assert stated["distribution"] and "recordSet" not in stated


def test_croissant_states_the_licences_of_what_it_describes(db, tmp_path):
    run(db, "--croissant", "--out", str(tmp_path / "corpus.csv"))
    assert json.loads((tmp_path / "corpus.csv.croissant.json").read_text())["license"] == ["CC BY 4.0"]


def test_manifest_states_licences_and_query(db, tmp_path):
    run(db, "tariffs", "--out", str(tmp_path / "corpus.jsonl"))
    stated = json.loads((tmp_path / "corpus.jsonl.manifest.json").read_text())
    assert (stated["query"], stated["licences"]) == ("tariffs", {"institute": "CC BY 4.0"})


def test_changed_file_fails_verification_with_exit_code_1(db, tmp_path):
    run(db, "--out", str(tmp_path / "corpus.jsonl"))
    with (tmp_path / "corpus.jsonl").open("a") as file:
        file.write("\n")
    with pytest.raises(FellShort):
        run(db, "--verify", str(tmp_path / "corpus.jsonl.manifest.json"))


def test_export_that_fails_leaves_the_older_file(db, tmp_path):
    out = tmp_path / "corpus.jsonl"
    out.write_text("older\n")
    with pytest.raises(WrongUse, match="no field 'nonsense'"):
        run(db, "--fields", "nonsense", "--out", str(out))
    assert [path.name for path in tmp_path.iterdir()] == ["corpus.jsonl"]
    assert out.read_text() == "older\n"


@pytest.mark.parametrize("words", [
    ("--format", "bibtex", "--fields", "uid"), ("--format", "tei", "--unit", "sentence"), ("--format", "parquet"),
    ("--format", "csv", "--partition", "year", "--out", "x"), ("--as-of", "June"), ("--croissant",),
    ("--format", "parquet", "--partition", "source", "--fields", "uid", "--out", "x"), ("--stratify", "year"),
    ("--fields", "")])
def test_words_that_do_not_fit_together_are_wrong_use(db, words):
    with pytest.raises(WrongUse):
        run(db, *words)


def test_bibliography_names_the_publisher_for_people(db):
    assert "The Institute" in run(db, "--format", "ris").stdout


def test_times_are_taken_from_the_archive_not_the_clock(db):
    assert records(db)[0]["first_seen"] == NOON.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    assert datetime.fromisoformat(records(db)[0]["last_seen"]) <= LATER


def test_warc_holds_every_page_the_selection_was_read_from(db, tmp_path):
    out = tmp_path / "corpus.warc.gz"
    run(db, "--format", "warc", "--out", str(out))
    with out.open("rb") as file:
        heads = [record.rec_headers for record in ArchiveIterator(file, check_digests="raise")]
    assert [head["WARC-Type"] for head in heads] == ["warcinfo", *["response"] * 5]
    assert heads[0]["WARC-Filename"] == "corpus.warc.gz"


def test_warc_as_of_a_day_leaves_later_pages_out(db, tmp_path):
    out = tmp_path / "corpus.warc.gz"
    run(db, "--format", "warc", "--as-of", THEN, "--out", str(out))
    with out.open("rb") as file:
        assert sum(record.rec_type == "response" for record in ArchiveIterator(file)) == 4


def test_a_folder_with_other_files_is_left_alone(db, tmp_path):
    (tmp_path / "papers/notes").mkdir(parents=True)
    (tmp_path / "papers/notes/mine.txt").write_text("years of work")
    with pytest.raises(WrongUse, match=r"mine\.txt"):
        run(db, "--out", tmp_path / "papers")
    assert (tmp_path / "papers/notes/mine.txt").read_text() == "years of work"


@pytest.mark.parametrize("form", ["markdown", "tei", "datapackage", "warc", "word-counts"])
def test_a_folder_that_an_export_wrote_is_written_again(db, tmp_path, form):
    run(db, "--format", form, "--out", tmp_path / "corpus")
    assert run(db, "--format", form, "--out", tmp_path / "corpus").exit_code == 0


@pytest.mark.parametrize("out", ["made", "made/", "missing/"])
def test_a_file_takes_the_place_of_no_folder(db, tmp_path, out):
    (tmp_path / "made").mkdir()
    with pytest.raises(WrongUse, match="name a file in it"):
        run(db, "--format", "csv", "--out", f"{tmp_path}/{out}")
    assert [path.name for path in tmp_path.iterdir() if path.name in ("made", "missing")] == ["made"]
    assert run(db, "--format", "markdown", "--out", f"{tmp_path}/{out}").exit_code == 0


def test_the_archive_is_never_replaced_by_its_export(db):
    before = db.read_bytes()
    with pytest.raises(WrongUse, match="the archive itself"):
        run(db, "--out", db)
    assert db.read_bytes() == before


def test_an_export_takes_the_place_of_no_device_no_database_and_no_kept_page(db, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    sqlite3.connect(tmp_path / "other.db").execute("CREATE TABLE t (a)").connection.close()
    for out in (tmp_path / "pipe", tmp_path / "other.db", db.with_suffix(".warc") / "a.warc.gz"):
        with pytest.raises(WrongUse, match="--out"):
            run(db, "--out", out)
    assert (tmp_path / "pipe").is_fifo()


def test_the_folder_one_stands_in_is_no_place_for_an_export(db, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(WrongUse):
        run(db, "--out", ".")


def test_limit_gives_the_first_of_the_same_order(db):
    assert records(db, "--limit", "2") == records(db)[:2]


def test_a_dash_is_standard_output(db, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert (run(db, "--out", "-").stdout, list(tmp_path.iterdir())) == (run(db).stdout, [])


def test_an_export_of_a_source_that_is_not_there_names_the_nearest(db):
    assert run(db, "--source", "bureaux").stderr.endswith(
        "exported: no source 'bureaux' in this archive; did you mean 'bureau'?\n")


@pytest.mark.parametrize(("name", "is_said"), [("a.xyz", True), ("a", False), ("a.jsonl", False), ("a.csv", False)])
def test_an_ending_that_names_no_format_is_written_as_jsonl_and_that_is_said(db, tmp_path, name, is_said):
    assert (f"{name} as jsonl, manifest" in run(db, "--out", tmp_path / name).stderr) == is_said


@pytest.mark.parametrize(("name", "start"), [("a.csv", b"uid,"), ("a.bib", b"@"), ("a.RIS", b"TY  - "),
                                             ("a.xml", b"<?xml"), ("a.parquet", b"PAR1"), ("a.json", b'{"uid"'),
                                             ("a.csl.json", b'[\n{"id"'),
                                             ("a", b'{"uid"')])
def test_the_ending_of_a_file_tells_its_format(db, tmp_path, name, start):
    run(db, "--out", str(tmp_path / name))
    assert (tmp_path / name).read_bytes().removeprefix(b"\xef\xbb\xbf").startswith(start)


@pytest.mark.parametrize("form", [name for name in FORMATS if name != "document-terms"])
def test_a_publication_without_text_goes_into_every_format(archive, tmp_path, form):
    keep(archive, reading(publication(1, blocks=())), 1)
    archive.close()
    assert run(archive.path, "--format", form, "--out", str(tmp_path / "out"), "--no-headings").exit_code == 0
