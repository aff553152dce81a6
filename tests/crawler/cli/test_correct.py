"""`correct` as typed: what a page says wrongly, put right; what has no place in the archive, left out."""

import json

import pytest

from tests.crawler.cli.test_reading_files import ADDRESS, SEED, run  # noqa: F401 - a fixture


@pytest.fixture
def typed(run):  # noqa: F811 - the fixture
    """Type a command in a folder with an archive of one publication."""
    assert run("ingest", SEED, "--url", ADDRESS)[0] == 0
    return run


def record(typed) -> dict:
    return json.loads(typed("show", ADDRESS, "--json")[1])


def test_what_was_put_right_stays_when_all_is_read_again(typed):
    code, out, _ = typed("correct", ADDRESS, "published=2024-03", "authors=Ada Meyer; Trade Unit", "section=")
    assert (code, out) == (0, "published  2024-03\nauthors    Ada Meyer; Trade Unit\nsection    -\n")
    typed("reparse", "--jobs", 1)
    assert record(typed)["published"] == "2024-03"
    assert [author["name"] for author in record(typed)["authors"]] == ["Ada Meyer", "Trade Unit"]


def test_undo_lets_the_page_speak_again(typed):
    before = record(typed)
    typed("correct", ADDRESS, "title=Another", "topics=")
    typed("correct", ADDRESS, "--undo")
    assert record(typed) == before


def test_what_is_left_out_stays_out_until_it_is_taken_back(typed):
    before = record(typed)
    assert typed("correct", ADDRESS, "--leave-out", "a test")[0] == 0
    typed("reparse", "--jobs", 1)
    assert "left out by hand: a test" in typed("ingest", SEED, "--url", ADDRESS)[2] + typed("show", ADDRESS)[2]
    assert typed("correct", ADDRESS, "--undo")[0] == 0
    assert record(typed)["text"] == before["text"]


@pytest.mark.parametrize(("words", "said"), [
    ([], "correct what?"), (["titel=x"], "'titel=x' corrects nothing"), (["title="], "without a title"),
    (["published=yesterday"], "'yesterday' is no date"), (["language=English!"], "no code of a language")])
def test_a_slip_is_told_in_a_line(typed, words, said):
    code, _, err = typed("correct", ADDRESS, *words)
    assert (code, said in err, err.count("\n")) == (2, True, 1)


def test_the_examples_of_its_help_stand_a_line_each(run):  # noqa: F811 - the fixture
    shown = run("correct", "--help")[1]
    assert "\n  policy-archive correct URL --leave-out" in shown and "\\b" not in shown
