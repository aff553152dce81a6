"""datasette-metadata.yml is what the code makes it, and its questions have answers."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from archive.browse.metadata import as_yaml, build_metadata, read_meanings, read_queries

FILE = Path(__file__).parents[3] / "datasette-metadata.yml"
QUERIES = read_queries()


def test_the_file_is_what_the_code_makes_it() -> None:
    assert FILE.read_text(encoding="utf-8") == as_yaml(build_metadata()), \
        "write it anew: python -m archive.browse > datasette-metadata.yml"


def test_there_are_more_than_twenty_questions() -> None:
    assert len(QUERIES) > 20


@pytest.mark.parametrize("name", QUERIES)
def test_every_question_has_title_and_description_and_runs(get: Callable[..., Any], name: str) -> None:
    answer = get(f"/archive/{name}.json?source=&query=levy&uid=0&topic=Trade&_shape=objects")
    assert answer.status_code == 200 and answer.json()["ok"], answer.text[:400]
    assert QUERIES[name]["title"] and QUERIES[name]["description"].endswith(".")


@pytest.mark.parametrize("name", ["output_by_month", "cited_most", "completeness", "share_networks_by_source",
                                  "vanished_pages", "changed_headlines", "texts_at_several_addresses", "last_runs",
                                  "coverage_gaps", "topics_together", "rejections_by_reason", "who_writes_together"])
def test_questions_find_what_the_sample_holds(get: Callable[..., Any], name: str) -> None:
    assert get(f"/archive/{name}.json?source=&_shape=array").json()


@pytest.mark.parametrize(("view", "column"), [("most_cited", "cited_by"), ("publications_per_month", "month")])
def test_views_that_rank_begin_with_the_first(get: Callable[..., Any], view: str, column: str) -> None:
    ranked = [row[column] for row in get(f"/archive/{view}.json?_shape=array").json()]
    assert len(set(ranked)) > 1 and ranked == sorted(ranked, reverse=True)


@pytest.mark.parametrize("name", sorted(read_queries()))
def test_every_question_can_be_opened_before_it_is_filled_in(get: Callable[..., Any], name: str) -> None:
    assert get(f"/archive/{name}").status_code == 200


def test_no_question_hides_a_table_of_its_name(sample: Path) -> None:
    with closing(sqlite3.connect(sample)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    assert not tables & set(QUERIES)


def test_every_table_and_column_is_described(sample: Path) -> None:
    meanings = read_meanings()
    with closing(sqlite3.connect(sample)) as connection:
        bare = [f"{table}.{column}" for (table,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_fts%' ESCAPE '\\' "
            "AND name NOT LIKE '\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'").fetchall()
            for (column,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
            if column not in meanings[table][1]]
    assert bare == []


def test_full_text_is_found_by_datasettes_own_search(get: Callable[..., Any]) -> None:
    rows = get("/archive/publications.json?_search=levy&_shape=objects").json()
    assert 0 < rows["filtered_table_rows_count"] < 160


def test_a_source_is_labelled_though_nobody_gave_it_a_name(sample: Path) -> None:
    label = build_metadata()["databases"]["archive"]["tables"]["sources"]["label_column"]
    with closing(sqlite3.connect(sample)) as connection:
        (required,) = connection.execute('SELECT "notnull" FROM pragma_table_info(\'sources\') WHERE name = ?',
                                         (label,)).fetchone()
    assert required
