"""The reader's pages as a program sees them: status, headers, and what must stand in them."""

import csv
import io
import json
from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest

from archive.browse.safety import ORIGINAL_POLICY, POLICY
from tests.archive.browse.sample import ARABIC_URL, CHANGED_URL, GONE_URL, HOSTILE_PAGE, HOSTILE_URL, uid

Get = Callable[..., Any]
CHANGED = f"/read/{uid(CHANGED_URL)}"
# What a page says -> its path, and words that stand on it.
SAID: dict[str, tuple[str, ...]] = {
    "how much is here": ("/", "158 publications", "2020–2026"),
    "which words were found": ("/search?q=levy", "<mark>levy</mark>"),
    "where else a text stands": ("/search?q=grid&sort=oldest", "Also published at 2 addresses"),
    "words apart that stand in no text together": ("/search?q=levy walrus", "/search?q=levy+OR+walrus"),
    "that nothing was found": ("/search?q=zzzzqqq", "Nothing here matches"),
    "the parts of a publication": (CHANGED, "Cited by", "Offered beside it", "Where this comes from", "sha256:"),
    "author, year and title, as one cites them": (
        CHANGED, "Sato, J. (2021, April 4). <i>Migration statistics nobody trusts (corrected)</i>."),
    "a language, and which way it runs": (f"/read/{uid(ARABIC_URL)}", ">Arabic</a>", 'lang="ar" dir="rtl"'),
    "that a page is gone": (f"/read/{uid(GONE_URL)}", "gone from the web since 9 February 2026"),
    "what was taken out and put in, and where the pages are": (
        f"{CHANGED}/history?from=1&to=2", "<ins> (corrected)</ins>", "was added after publication",
        f"{CHANGED}/original?revision=1"),
    "the feed of a source, and why pages of it are none": (
        "/sources/harbour", "/search.atom?source=harbour", "an index of publications"),
    "when a source was silent, and what a run found amiss": (
        "/sources/lantern", 'class="gap"', "Nothing is kept from", "published filled in 80%, at least 95% expected",
        "no answer in 30 seconds"),
    "what an author writes about, and with whom": ("/authors/1", "Writes about", "Writes with"),
    "what a question without an answer lacks": ("/archive/who_cites_this", "No row as long as nothing is given above."),
    "what each table holds": ("/archive", "Captures: every page whose bytes are kept"),
}


@pytest.mark.parametrize("said", SAID.values(), ids=SAID)
def test_a_page_says(get: Get, said: tuple[str, ...]) -> None:
    path, *words = said
    page = get(path).text
    assert [one for one in words if one not in page] == []


def test_home_draws_every_source_in_the_chart(get: Get) -> None:
    page = get("/").text
    assert page.count('class="bar s') > 60 and "Meridian Council on Foreign Affairs" in page


def test_a_facet_counts_what_choosing_it_would_show(get: Get) -> None:
    facets = get("/search.json?q=levy").json()["facets"]
    chosen = get("/search.json?q=levy&source=lantern").json()
    assert chosen["total"] == facets["source"]["lantern"]


def test_a_chosen_facet_still_offers_the_other_values(get: Get) -> None:
    assert len(get("/search.json?q=levy&source=lantern").json()["facets"]["source"]) == 4


def test_every_page_of_results_is_different_and_none_is_lost(get: Get) -> None:
    found, address = [], "/search.json?q=levy"
    while address:
        answer = get(address).json()
        found += [result["uid"] for result in answer["results"]]
        address = answer["next"]
    assert len(found) == len(set(found)) == 154


def test_results_as_csv_are_exactly_those_of_the_page(get: Get) -> None:
    rows = list(csv.DictReader(io.StringIO(get("/search.csv?q=levy&source=lantern").text)))
    page = get("/search.json?q=levy&source=lantern").json()
    assert [row["uid"] for row in rows][:20] == [result["uid"] for result in page["results"]]


def test_results_as_json_lines_are_whole_records(get: Get) -> None:
    lines = get("/search.jsonl?source=harbour").text.splitlines()
    assert len(lines) == 39 and all(json.loads(line)["text"] for line in lines)


@pytest.mark.parametrize(("ending", "start"), [("bib", "@"), ("ris", "TY  - ")])
def test_results_for_reference_managers(get: Get, ending: str, start: str) -> None:
    assert get(f"/search.{ending}?source=harbour").text.count(start) >= 38


def test_feed_of_a_search_is_atom(get: Get) -> None:
    feed = fromstring(get("/search.atom?q=levy").content)
    assert feed.tag == "{http://www.w3.org/2005/Atom}feed" and len(feed.findall("{*}entry")) == 50


def test_feed_of_a_watch_has_what_it_reported(get: Get) -> None:
    feed = fromstring(get("/watches/1.atom").content)
    assert feed.findtext("{*}title") == "Policy Archive: levy"
    assert {entry.findtext("{*}updated") for entry in feed.findall("{*}entry")} == {"2026-02-10T08:00:00Z"}


def test_watch_that_is_not_there_is_404(get: Get) -> None:
    assert get("/watches/99.atom").status_code == 404


def test_the_sql_of_a_search_runs_and_finds_the_same(get: Get) -> None:
    address = get("/search?q=levy&source=harbour").text.split('">See the SQL')[0].rpartition('href="')[2]
    rows = get(address.replace("&amp;", "&").replace("/archive?", "/archive.json?_shape=array&")).json()
    assert len(rows) == get("/search.json?q=levy&source=harbour&all=1").json()["total"]


def test_record_at_the_same_address_with_json(get: Get) -> None:
    record = get(f"{CHANGED}.json").json()
    assert record["url"] == CHANGED_URL and record["revision"] == 3


def test_an_id_may_be_in_capitals(get: Get) -> None:
    assert get(f"/read/{uid(GONE_URL).upper()}").text == get(f"/read/{uid(GONE_URL)}").text


def test_text_as_markdown(get: Get) -> None:
    answer = get(f"/read/{uid(ARABIC_URL)}.md")
    assert answer.headers["content-type"].startswith("text/markdown")
    assert answer.text.startswith("---\nuid: ")


def test_address_of_nothing_is_said_in_words(get: Get) -> None:
    page = get("/nothing-here")
    assert page.status_code == 404
    assert "There is no page at this address" in page.text
    assert 'aria-current="page"' not in page.text


def test_the_licence_of_a_source_stands_on_its_page_and_beside_its_texts(get: Get) -> None:
    assert all("CC BY 4.0" in get(path).text for path in ("/sources/harbour", CHANGED))


@pytest.mark.parametrize("path", ["/", "/search?q=levy", "/archive", "/archive/publications", "/archive.json",
                                  "/archive?sql=select+1", "/-/versions.json", "/nowhere", "/search.csv?q=levy"])
def test_every_answer_carries_the_policy(get: Get, path: str) -> None:
    headers = get(path).headers
    assert (headers["content-security-policy"], headers["x-content-type-options"]) == (POLICY, "nosniff")


def test_the_policy_lets_nothing_inline_run() -> None:
    assert "unsafe" not in POLICY and "script" not in ORIGINAL_POLICY


@pytest.mark.parametrize("path", ["/-/reader/0/..%2fplugin.py", "/-/reader/0/reader.py", "/-/reader/0/../plugin.py",
                                  "/read/..%2f..%2fetc%2fpasswd"])
def test_no_path_leads_out_of_the_static_files(get: Get, path: str) -> None:
    assert get(path).status_code in {302, 404}


def test_no_script_stands_in_any_page_of_hostile_text(get: Get) -> None:
    for path in ("/", "/search?q=harmful", f"/read/{uid(HOSTILE_URL)}", "/sources/ministry", "/archive/publications"):
        page = get(path).text
        assert "<script>window" not in page and "<img" not in page and 'href="javascript:' not in page, path


def test_the_kept_original_is_saved_byte_for_byte(get: Get) -> None:
    answer = get(f"/read/{uid(HOSTILE_URL)}/original/file")
    assert answer.content == HOSTILE_PAGE and "attachment" in answer.headers["content-disposition"]


def test_the_kept_original_has_a_policy_of_its_own(get: Get) -> None:
    headers = get(f"/read/{uid(HOSTILE_URL)}/original/frame").headers
    assert headers["content-security-policy"] == ORIGINAL_POLICY and headers["x-frame-options"] == "SAMEORIGIN"


def test_a_page_far_behind_has_its_results(get: Get) -> None:
    assert len(get("/search.json?q=levy&page=8").json()["results"]) == 14


@pytest.mark.parametrize("path", ["/topics", "/authors?q=sato", "/compare?a=source:lantern&b=topic:Trade",
                                  "/questions"])
def test_other_pages_answer(get: Get, path: str) -> None:
    assert get(path).status_code == 200


def test_health_is_for_monitors(get: Get) -> None:
    assert get("/-/health.json").json()["publications"] == 158


def test_a_date_that_is_none_is_named_on_the_page_and_refused_to_programs(get: Get) -> None:
    shown = get("/search?q=levy&from=last+week")
    assert (shown.status_code, "“last week” is no date" in shown.text) == (200, True)
    assert get("/search.csv?q=levy&from=last+week").status_code == 400


@pytest.mark.parametrize(("path", "status"), [("/read/0123456789abcdef.json", 404), ("/search.json?from=soon", 400)])
def test_a_program_that_asked_for_json_is_told_in_json_what_is_wrong(get: Get, path: str, status: int) -> None:
    answer = get(path)
    assert (answer.status_code, answer.json()["ok"], answer.json()["status"]) == (status, False, status)


def test_json_says_how_many_texts_its_pages_hold(get: Callable[..., Any]) -> None:
    address, uids = "/search.json?q=levy", []
    while address:
        answer = get(address).json()
        uids += [result["uid"] for result in answer["results"]] + [
            other for result in answer["results"] for other in result["also"]]
        address = answer["next"]
    apart = get("/search.json?q=levy&all=1").json()
    assert (len(uids), len(set(uids))) == (answer["total"], answer["total"])
    assert answer["texts"] < answer["total"] == apart["texts"]
    assert len(get("/search.jsonl?q=levy").text.splitlines()) == answer["texts"]
    assert len(get("/search.jsonl?q=levy&all=1").text.splitlines()) == answer["total"]
