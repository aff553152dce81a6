"""What researchers choose: fields, units, samples."""

import pytest

from archive.errors import WrongUse
from archive.export.choices import choose_fields, sample, units, without_headings
from tests.archive.export.records import RECORDS


def test_chosen_fields_come_in_the_order_asked():
    assert [list(row) for row in choose_fields(RECORDS, ("title", "uid"))] == [["title", "uid"]] * 2


def test_unknown_field_names_those_there_are():
    with pytest.raises(WrongUse, match=r"no field 'titel'.*title"):
        list(choose_fields(RECORDS, ("titel",)))


def test_headings_leave_text_and_count():
    row = next(without_headings(RECORDS))
    assert ("Why now" in row["text"], row["word_count"]) == (False, len(row["text"].split()))


def test_paragraph_ids_name_revision_and_block():
    assert next(units(RECORDS, "paragraph"))["unit_id"] == f"{RECORDS[0]['uid']}-r1-b0"


def test_sentences_are_split_but_not_at_abbreviations():
    record = {**RECORDS[1], "language": "en-GB", "blocks": [
        {"kind": "paragraph", "level": None, "text": "Dr. Smith agreed.\nIt fell 3.5% in the U.S. market. Why?"}]}
    assert [row["text"] for row in units([record], "sentence")] == [
        "Dr. Smith agreed.", "It fell 3.5% in the U.S. market.", "Why?"]


def test_sample_keeps_each_stratum_in_its_share():
    members = [(f"a{n}", "a") for n in range(90)] + [(f"b{n}", "b") for n in range(10)]
    drawn = sample(members, 20, seed=7)
    assert (len(drawn), sum(uid.startswith("b") for uid in drawn)) == (20, 2)


def test_sample_is_the_same_for_the_same_seed_only():
    members = [(f"{n}", "a") for n in range(1000)]
    assert sample(members, 50, seed=1) == sample(members, 50, seed=1) != sample(members, 50, seed=2)


def test_sample_larger_than_the_corpus_is_the_corpus():
    assert sample([("a", "x"), ("b", "y")], 10, seed=1) == ["a", "b"]
