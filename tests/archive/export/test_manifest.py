"""A manifest says what came out, and finds out what was changed since."""

import pytest

from archive.errors import WrongUse
from archive.export.manifest import Tally, manifest, verify, write_json
from archive.export.markdown import write_markdown
from archive.export.tables import write_jsonl
from tests.archive.export.records import RECORDS


@pytest.fixture
def exported(tmp_path):
    tally = Tally()
    with (tmp_path / "corpus.jsonl").open("wb") as out:
        write_jsonl(tally.watch(RECORDS), out)
    stated = manifest(tally, [tmp_path / "corpus.jsonl"], tmp_path, query="carbon", filters={"source": None},
                      form="jsonl", software="policy-archive 1", licences={"institute": "CC BY 4.0", "other": "?"})
    write_json(tmp_path / "corpus.manifest.json", stated)
    return tmp_path, stated


def test_manifest_counts_what_passed(exported):
    _, stated = exported
    assert (stated["publications"], stated["published"], stated["licences"]) == (
        2, {"first": "2024", "last": "2024-03"}, {"institute": "CC BY 4.0"})


def test_untouched_export_verifies(exported):
    assert verify(exported[0] / "corpus.manifest.json") == []


def test_one_changed_byte_is_found(exported):
    file = exported[0] / "corpus.jsonl"
    file.write_bytes(file.read_bytes().replace(b"Carbon", b"Karbon"))
    assert [line.endswith("(digest differs)") for line in verify(exported[0] / "corpus.manifest.json")] == [True]


@pytest.mark.parametrize(("old", "new"), [('"publications": 2', '"publications": 3'), ('"carbon"', '"tariffs"')])
def test_edited_manifest_is_found(exported, old, new):
    path = exported[0] / "corpus.manifest.json"
    path.write_text(path.read_text().replace(old, new))
    assert verify(path) == [f"{path}: changed since it was written (its own digest differs)"]


def test_manifest_of_before_it_had_a_digest_of_its_own_verifies(exported):
    folder, stated = exported
    del stated["manifest_digest"]
    write_json(folder / "corpus.manifest.json", stated)
    assert verify(folder / "corpus.manifest.json") == []


def test_missing_file_is_found(exported):
    (exported[0] / "corpus.jsonl").unlink()
    assert verify(exported[0] / "corpus.manifest.json")[0].endswith("missing")


def test_file_that_was_added_to_the_folder_is_found(tmp_path):
    tally = Tally()
    files = write_markdown(tally.watch(RECORDS), tmp_path / "corpus")
    stated = manifest(tally, files, tmp_path, query=None, filters={}, form="markdown", software="x", licences={})
    write_json(tmp_path / "corpus.manifest.json", stated)
    (tmp_path / "beside.md").write_text("no part of it")
    assert verify(tmp_path / "corpus.manifest.json") == []
    (tmp_path / "corpus" / "more.md").write_text("slipped in")
    (line,) = verify(tmp_path / "corpus.manifest.json")
    assert line.endswith("more.md: not of this export")


def test_file_that_is_no_manifest_is_wrong_use(exported):
    with pytest.raises(WrongUse, match="is no manifest"):
        verify(exported[0] / "corpus.jsonl")
