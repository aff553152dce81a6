import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.search.query import Not, parse_query, render


@pytest.fixture(scope="module")
def index() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE texts USING fts5(title, dek, body, tokenize='porter unicode61')")
    yield connection
    connection.close()


def fts(text: str) -> str:
    return render(parse_query(text).node)


@pytest.mark.parametrize(("typed", "meant"), [
    ("steel tariffs", '("steel" AND "tariffs")'),
    ("steel AND tariffs", '("steel" AND "tariffs")'),
    ('"steel tariffs"', '"steel tariffs"'),
    ("“steel tariffs”", '"steel tariffs"'),
    ("steel OR iron", '("steel" OR "iron")'),
    ("steel | iron", '("steel" OR "iron")'),
    ("steel -china", '("steel" NOT "china")'),
    ("steel NOT china NOT japan", '("steel" NOT ("china" OR "japan"))'),
    ("tarif*", '"tarif*" *'),
    ("title:steel", 'title : "steel"'),
    ("text:steel", 'body : "steel"'),
    ("title:(steel OR iron)", '(title : "steel" OR title : "iron")'),
    ("steel NEAR/5 quota", 'NEAR("steel" "quota", 5)'),
    ("steel NEAR quota", 'NEAR("steel" "quota", 10)'),
    ("(steel OR iron) quota", '(("steel" OR "iron") AND "quota")'),
    ("steel OR -china", '"steel"'),
    ("trade-off", '"trade-off"'),
    ("R&D -M&A", '("R&D" NOT "M&A")'),
    ("steel & iron", '("steel" AND "iron")'),
    ("steel steel", '"steel"'),
    ("in\u00adfra\u200bstructure", '"infrastructure"'),
])
def test_query_means(typed: str, meant: str) -> None:
    assert fts(typed) == meant


@pytest.mark.parametrize("typed", ["OR", "AND AND", "NOT", "NEAR", "(", ")", ")(", "((", '"', '""', "*", "-", "title:",
                                   "NEAR/3 x", "x NEAR/3", "a OR", "OR a", "a AND (", "NOT NOT a", "-(a)", "🙂",
                                   "^a", "a:b:c", "a + b", "{title}:a", "a\x00b", "\ud83d", "'; DROP TABLE x; --",
                                   "(" * 500 + "a", "NOT " * 500 + "a", "word " * 2000, "x" * 10_000, "a OR " * 2000])
def test_odd_query_is_no_error(typed: str, index: sqlite3.Connection) -> None:
    if expression := fts(typed):
        index.execute("SELECT 1 FROM texts WHERE texts MATCH ?", (expression,)).fetchall()


@given(st.text(alphabet=st.sampled_from('ab "()*-+:|&^{}/5ANDORNTE中é🙂\x00'), max_size=60) | st.text(max_size=80))
def test_any_text_is_a_query(typed: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE texts USING fts5(title, dek, body, tokenize='porter unicode61')")
    if expression := fts(typed):
        connection.execute("SELECT 1 FROM texts WHERE texts MATCH ?", (expression,)).fetchall()
    connection.close()


def test_query_without_a_wanted_word_means_all_but_those() -> None:
    node = parse_query("-china -japan").node
    assert isinstance(node, Not)
    assert render(node.part) == '("china" OR "japan")'


def test_lone_operators_are_words() -> None:
    assert fts("OR") == '"OR"'


def test_filters_can_be_typed() -> None:
    query = parse_query('steel author:"Ada Meyer" from:2024-03 source:institute')
    assert query.filters == (("author", "Ada Meyer"), ("since", "2024-03"), ("source", "institute"))
    assert render(query.node) == '"steel"'


@pytest.mark.parametrize("typed", ["from:yesterday", "to:2024-13", 'from:"next year"'])
def test_what_is_no_date_is_looked_for(typed: str) -> None:
    query = parse_query(typed)
    assert query.filters == ()
    assert query.node is not None


def test_unknown_field_is_a_word() -> None:
    assert fts("note:steel") == '("note" AND "steel")'


def test_word_in_a_script_without_spaces_is_noticed() -> None:
    assert parse_query("tariffs 关税").is_spaceless
    assert not parse_query("관세 тарифы").is_spaceless
