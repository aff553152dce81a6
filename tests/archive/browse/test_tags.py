"""What the head of a publication's page tells reference managers, search engines and previews of links."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any
from xml.etree.ElementTree import fromstring

from archive.browse.tags import SUMMARY, head_tags, summary_of
from tests.archive.browse.sample import CHANGED_URL, uid

Get = Callable[..., Any]
CHANGED = uid(CHANGED_URL)
RECORD: dict[str, Any] = {
    "uid": "0123456789abcdef", "title": 'Costs & "benefits" of CO₂', "type": "Report", "published": "2024-03",
    "authors": [{"name": "Ludwig van Beethoven", "kind": "person"},
                {"name": "World Health Organization", "kind": "organization"}],
    "url": "https://institute.example/co2", "source": "inst", "source_name": "The Institute", "language": "en",
    "topics": ["Climate"], "dek": None, "text": "It costs.", "identifiers": {"doi": "10.1000/1"}, "last_seen": None}


def tags_of(page: str) -> list[tuple[str, str]]:
    return [(name, unescape(content))
            for name, content in re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">', page)]


def test_the_page_of_a_publication_says_title_authors_and_day_to_programs(get: Get) -> None:
    tags = dict(tags_of(get(f"/read/{CHANGED}").text))
    assert {tags[name] for name in ("citation_title", "og:title", "DC.title")} == {
        "Migration statistics nobody trusts (corrected)"}
    assert (tags["citation_publication_date"], tags["DC.date"]) == ("2021/04/04", "2021-04-04")
    assert tags["citation_public_url"] == CHANGED_URL and tags["description"]


def test_family_names_come_first_and_organisations_stay_whole() -> None:
    names = [content for name, content in head_tags(RECORD) if name == "DC.creator"]
    assert names == ["van Beethoven, Ludwig", "World Health Organization"]


def test_a_date_is_no_more_precise_than_the_page() -> None:
    assert dict(head_tags(RECORD))["citation_publication_date"] == "2024/03"
    assert "DC.date" not in dict(head_tags(RECORD | {"published": None}))


def test_what_is_not_known_has_no_tag() -> None:
    assert all(content for _, content in head_tags(RECORD | {"authors": [], "language": None, "text": ""}))


def test_a_long_text_is_cut_between_words_and_one_without_spaces_anywhere() -> None:
    latin, chinese = summary_of({"text": "river " * 200}), summary_of({"text": "前言 " + "水" * 900})
    assert latin is not None and latin.endswith("river…") and len(latin) <= SUMMARY
    assert chinese is not None and len(chinese) == SUMMARY


def test_a_kept_pdf_is_offered_as_the_full_text() -> None:
    assert ("citation_pdf_url", "http://here/file") in head_tags(RECORD, "http://here/file")


def test_a_reference_manager_finds_every_hit_of_a_search_by_unapi(get: Get) -> None:
    page = get("/search?q=levy").text
    assert 'rel="unapi-server"' in page and page.count('class="unapi-id"') == page.count("<h2 dir=") > 1
    formats = fromstring(get("/unapi").text)
    assert [one.get("name") for one in formats] == ["ris", "bibtex"]
    assert get(f"/unapi?id={CHANGED}").status_code == 300
    assert get(f"/unapi?id={CHANGED}&format=ris").text == get(f"/read/{CHANGED}.ris").text


def test_unapi_says_what_it_does_not_have(get: Get) -> None:
    asked = [get(f"/unapi?{query}").status_code for query in ("id=0000000000000000&format=ris", "id=%22%3E&format=ris",
                                                              f"id={CHANGED}&format=marc")]
    assert asked == [404, 404, 400]
