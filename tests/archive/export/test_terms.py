"""Word counts and document-term matrices."""

import builtins
import csv
import io
import re

import pytest
from scipy.sparse import load_npz

from archive.errors import WrongUse
from archive.export.terms import write_document_terms, write_word_counts
from tests.archive.export.records import RECORDS


def test_words_are_counted_for_each_publication():
    out = io.BytesIO()
    write_word_counts([{"uid": "a", "text": "Steel, steel and Zölle"}], out)
    assert list(csv.reader(io.StringIO(out.getvalue().decode())))[1:] == [
        ["a", "and", "1"], ["a", "steel", "2"], ["a", "zölle", "1"]]


def test_matrix_has_a_row_a_publication_and_a_column_a_word(tmp_path):
    counts, words, uids = write_document_terms(RECORDS, tmp_path / "terms")
    matrix = load_npz(counts)
    assert matrix.shape == (len(uids.read_text().split()), len(words.read_text().splitlines()))
    assert matrix.sum() == sum(len(re.findall(r"\w+", record["text"])) for record in RECORDS)


def test_corpus_without_words_is_wrong_use(tmp_path):
    with pytest.raises(WrongUse, match="no word"):
        write_document_terms([{"uid": "a", "text": ""}], tmp_path / "terms")


def test_missing_library_is_named(tmp_path, monkeypatch):
    real = builtins.__import__

    def without(name, *rest):
        if name.startswith("sklearn"):
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(WrongUse, match=r"pip install 'policy-archive\[terms\]'"):
        write_document_terms(RECORDS, tmp_path / "terms")


def test_signs_beside_a_letter_divide_no_word():
    out = io.BytesIO()
    write_word_counts([{"uid": "a", "text": "हिन्दी में नीति। cafe\u0301"}], out)
    assert [row[1] for row in list(csv.reader(io.StringIO(out.getvalue().decode())))[1:]] == [
        "cafe\u0301", "नीति", "में", "हिन्दी"]
