import numpy as np
import pytest

from archive.records import Page
from crawler.parsing.body.context import read_context
from crawler.parsing.body.features import Features, read_features
from crawler.parsing.body.lexicon import Lexicon
from crawler.parsing.document import read_document
from crawler.parsing.outline import read_outline

LEXICON = Lexicon(names={"content": 2.0, "sidebar": -3.0}, words={"subscribe": -2.0, "percent": 1.0})


def features(markup: str) -> Features:
    page = Page.from_bytes(markup.encode(), url="https://a.example/x")
    found = read_features(read_outline(read_document(page)), LEXICON)
    assert found is not None
    return found


def column(markup: str, name: str) -> list[float]:
    found = features(markup)
    return found.rows[:, found.names.index(name)].astype(float).round(3).tolist()


@pytest.mark.parametrize("markup", [
    "x", "<p>x", "<h1>x</h1><table><tr><td>1<td>2</table>" * 30, "<title>x</title><p>政策。"])
def test_every_page_has_the_same_columns_and_finite_numbers(markup: str) -> None:
    found = features(markup)
    assert found.names == features("<p>One</p><p>Two</p>").names
    assert np.isfinite(found.rows).all()
    assert np.isfinite(read_context(found, {"a": np.full(len(found.rows), 0.5, np.float32)})).all()


def test_the_head_of_the_page_has_no_rows() -> None:
    assert len(features("<head><title>One</title></head><body><p>Two</p></body>").rows) == 1


def test_a_page_without_text_has_no_features() -> None:
    assert read_features(read_outline(read_document(Page.from_bytes(b"<img src=x>", url="https://a.example/"))),
                         LEXICON) is None


def test_names_count_for_all_that_stands_inside() -> None:
    markup = "<div class='content'><p>One</p><div id='sidebar'><p>Two</p></div></div><p>Three</p>"
    assert column(markup, "score_sum") == [2, -1, 0]
    assert column(markup, "score_low") == [0, -3, 0]
    assert column(markup, "score_near") == [2, -3, 0]


def test_words_of_a_run_are_known_in_any_case() -> None:
    assert column("<p>Subscribe now</p><p>Six percent</p>", "said_mean") == [-2, 1]


def test_hidden_elements_are_told_not_cut() -> None:
    assert column("<p>One</p><div style='display:none'><p>Two</p></div><p hidden>Three</p>", "in_hidden") == [0, 1, 1]


def test_links_are_a_share_of_characters() -> None:
    assert column("<p><a href='/'>Half</a> half</p><p>None</p>", "links") == [0.444, 0]


def test_digits_and_capitals_are_shares() -> None:
    assert column("<p>12 ab</p>", "digits") == [0.4]
    assert column("<p>One Two three Four</p>", "capitals") == [0.75]


def test_sisters_that_look_alike_are_counted() -> None:
    assert column("<ul><li>One<li>Two<li>Three</ul><p>Four</p>", "alike_0")[0] == pytest.approx(np.log1p(3), abs=0.001)
