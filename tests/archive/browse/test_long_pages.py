"""Pages of publications that have very much of something."""

import asyncio
import html
import json
import re
from pathlib import Path
from urllib.parse import quote

import pytest

from archive.browse.app import open_reader
from archive.browse.metadata import QUERIES
from archive.records import Author, Publication, Related
from archive.store import finish_run, keep_many
from archive.urls import uid_of
from tests.archive.making import LATER, new_archive, publication, reading, with_text

MANY = tuple(Related("related", f"https://institute.example/r/{number}", f"Offer {number}") for number in range(200))
TEXT = " ".join(f"The committee of year {year} asked what the tariff on good {year} had cost." for year in range(40))


def show(folder: Path, path: str, *publications: Publication) -> str:
    """The page at `path` of a reader over an archive of these publications."""
    archive, run = new_archive(folder)
    keep_many(archive, [reading(one) for one in publications], run)
    finish_run(archive, run, at=LATER)
    archive.close()
    datasette = open_reader(archive.path)

    async def fetch() -> str:
        await datasette.invoke_startup()
        return str((await datasette.client.get(path)).text)
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(fetch())
    finally:
        loop.close()
        for database in datasette.databases.values():
            database.close()
        datasette.executor.shutdown()


def test_of_two_hundred_offers_most_are_folded_away(tmp_path: Path) -> None:
    page = show(tmp_path, f"/read/{publication(1).uid}", publication(1, related=MANY))
    before, _, after = page.partition("and 188 others")
    assert ("Offer 11<" in before, "Offer 12<" in before, "Offer 199<" in after) == (True, False, True)


def test_names_of_many_authors_stay_in_one_line_of_facts(tmp_path: Path) -> None:
    many = tuple(Author(f"Author {number}") for number in range(40))
    page = show(tmp_path, f"/read/{publication(1).uid}", publication(1, authors=many))
    facts = page.partition('<div class="by meta">')[2].partition("</header>")[0]
    assert ("and 30 others" in facts, "</details>" in facts, "words</span>" in facts) == (True, True, True)


def test_all_addresses_of_a_text_are_counted_in_a_search(tmp_path: Path) -> None:
    twins = [with_text(number, TEXT, title=f"Twin {number}") for number in range(1, 10)]
    assert "Also published at 8 addresses" in show(tmp_path, "/search?q=committee", *twins)


def test_twins_of_the_same_source_are_named_by_their_titles(tmp_path: Path) -> None:
    twins = [with_text(1, TEXT, title="First"), with_text(2, TEXT, title="Second"),
             with_text(3, TEXT, title="Third", source="elsewhere")]
    also = show(tmp_path, "/search?q=committee&sort=newest", *twins).partition("Also published")[2].partition("</p>")[0]
    assert sum(f">{name}</a>" in also for name in ("First", "Second", "elsewhere")) == 2
    assert ">institute</a>" not in also


def test_a_date_in_the_future_is_not_the_newest_of_a_source(tmp_path: Path) -> None:
    page = show(tmp_path, "/sources", publication(1), publication(2, published="9999-12-31"))
    assert ("July 2025" in page, "9999" in page) == (True, False)


@pytest.mark.parametrize("question", ["output_by_month", "output_by_year", "completeness", "languages_by_source",
                                      "length_by_source", "attachments_by_type", "share_networks_by_source"])
def test_questions_count_pages_that_are_of_no_source(tmp_path: Path, question: str) -> None:
    rows = show(tmp_path, f"/archive/{question}.json?source=&_shape=array", publication(1, source=""))
    assert '"source": null' in rows


def test_changes_of_a_month_are_counted(tmp_path: Path) -> None:
    archive, run = new_archive(tmp_path)
    keep_many(archive, [reading(publication(1))], run)
    keep_many(archive, [reading(with_text(1, "Tariffs fell."), at=LATER)], run)
    sql = (QUERIES / "changes_by_month.sql").read_text(encoding="utf-8")
    assert [tuple(row)[:4] for row in archive.connection.execute(sql)] == [("2026-03", "institute", 1, 1)]
    archive.close()


def test_a_latin_word_within_chinese_is_found_by_the_page_and_by_its_sql(tmp_path: Path) -> None:
    page = show(tmp_path, "/search?q=AI", with_text(1, "中国的AI政策"), with_text(2, "Nothing of it."))
    assert ">1 publication<" in page
    sql = re.search(r'href="([^"]*)">See the SQL', page)
    assert sql is not None
    (tmp_path / "again").mkdir()
    rows = show(tmp_path / "again", html.unescape(sql[1]).replace("/archive?", "/archive.json?") + "&_shape=array",
                with_text(1, "中国的AI政策"), with_text(2, "Nothing of it."))
    assert [row["title"] for row in json.loads(rows)] == ["Paper 1 on tariffs"]


def test_a_text_without_spaces_between_words_is_told_in_signs(tmp_path: Path) -> None:
    uid = uid_of(with_text(1).url)
    assert "<span>10 signs</span>" in show(tmp_path, f"/read/{uid}", with_text(1, "全国市场启动三年来。"))


@pytest.mark.parametrize("page", ["/", "/sources", f"/read/{publication(1).uid}", "/compare?a=source:trade/steel?"])
def test_a_source_with_signs_of_addresses_in_its_key_is_led_to(tmp_path: Path, page: str) -> None:
    (tmp_path / "first").mkdir()
    one = publication(1, source="trade/steel?")
    assert 'href="/sources/trade%2Fsteel%3F"' in show(tmp_path / "first", page, one)
    assert "trade/steel?" in show(tmp_path, "/sources/trade%2Fsteel%3F", one)


@pytest.mark.parametrize(("typed", "name"), [
    ("МОСКВЫ", "Город Москвы"), ("muller", "Jörg Müller"), ("[x*", "A [x*] b")])
def test_a_name_is_found_in_any_case_and_without_its_accents(tmp_path: Path, typed: str, name: str) -> None:
    page = show(tmp_path, f"/authors?q={quote(typed)}", publication(1, authors=(Author(name), Author("Ada Stone"))))
    assert name in page and "Ada Stone" not in page


def test_a_topic_is_compared_in_whatever_case_it_is_typed(tmp_path: Path) -> None:
    page = show(tmp_path, f"/compare?a={quote('topic:ÉCONOMIE')}", publication(1, topics=("Économie",)))
    assert 'href="/topics/1"' in page


def test_pages_without_a_source_are_drawn_and_their_topics_compared(tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    home = show(tmp_path / "first", "/", publication(1, source=None))
    assert 'class="bar s1"' in home and "No source 1" in re.sub("<[^>]+>", "", home)
    assert 'value="topic:Tariffs"' in show(tmp_path, "/compare", publication(1, source=None))


def test_the_largest_sources_are_compared_unasked(tmp_path: Path) -> None:
    kept = [publication(number, source="abcdd"[number]) for number in range(5)]
    fields = re.findall('value="(source:[^"]+)" list', show(tmp_path, "/compare", *kept))
    assert fields == ["source:d", "source:a", "source:b"]
