"""The sample site: what it says to whom, and that each of its pages reads to what was written."""

import http.client
from datetime import date
from urllib.parse import urlsplit

import pytest

from archive.records import Page, Publication
from crawler.parsing import parse_page
from crawler.sample.pages import day_in_words
from crawler.sample.server import serve
from crawler.sample.site import CHANGING, Site
from crawler.sample.writings import Writing, load_writings

BASE = "http://estuary.example"


@pytest.fixture(scope="module")
def site() -> Site:
    return Site(BASE)


@pytest.fixture(scope="module")
def readings(site) -> dict[str, Publication]:
    """Path -> what the page there reads to."""
    found = {}
    for url in site.publications():
        answer = site.answer(url.removeprefix(BASE))
        found[url.removeprefix(BASE)] = parse_page(
            Page.from_bytes(answer.body, url=url, content_type=answer.content_type))
    return found


@pytest.fixture(params=load_writings(), ids=lambda writing: f"{writing.template}-{writing.slug}")
def writing(request) -> Writing:
    return request.param


def test_each_page_reads_to_what_was_written(readings, writing):
    read = readings[writing.path]
    written = [(kind, text) for kind, text in writing.blocks if kind != "ad"]
    assert (read.title, read.dek, read.language) == (writing.title, writing.dek, writing.language)
    assert (read.published[:10], [author.name for author in read.authors]) == (
        writing.published.isoformat(), list(writing.authors))
    if writing.template == "institute":
        assert list(dict.fromkeys(map(str.casefold, read.topics))) == list(dict.fromkeys(
            topic.casefold() for topic in (writing.section, *writing.tags)))
    assert [(block.kind, block.text) for block in read.blocks] == written


def test_each_page_offers_four_others_and_five_ways_to_share_it(readings, writing):
    read = readings[writing.path]
    assert len(read.related) == 4
    assert [share.network for share in read.share_links] == ["facebook", "x", "reddit", "pinterest", "email"]


def test_the_sites_texts_are_in_several_languages():
    assert {writing.language for writing in load_writings()} == {"en", "de", "fr", "es", "pt"}


def test_one_publication_is_a_pdf(site):
    assert [url for url in site.publications() if url.endswith(".pdf")] == [f"{BASE}/files/lock-fees-review.pdf"]


def test_one_page_has_its_pdf_attached(readings):
    attached = {path: publication.attachments for path, publication in readings.items() if publication.attachments}
    assert [(path, len(files), files[0].url) for path, files in attached.items()] == [
        ("/publications/annual-report-water-research", 1, f"{BASE}/files/water-research-2024.pdf")]


def test_the_listing_has_pages_that_lead_on(site):
    assert b"rel='next' href='http://estuary.example/archive/?page=2'" in site.answer("/archive/").body


def test_pages_beyond_the_last_are_not_there(site):
    assert site.answer("/archive/?page=99").status == 404


def test_robots_forbid_the_private_minutes(site):
    assert b"Disallow: /private/" in site.answer("/robots.txt").body


def test_one_page_changes_in_the_second_edition():
    site = Site(BASE)
    before = {path: site.answer(path).body for path in (writing.path for writing in site.writings)}
    site.edition = 2
    assert [path for path in before if site.answer(path).body != before[path]] == [f"/publications/{CHANGING}"]


@pytest.mark.parametrize(("language", "words"), [
    ("en", "March 5, 2025"), ("de", "5. März 2025"), ("fr", "5 mars 2025")])
def test_days_are_written_as_the_language_does(language, words):
    assert day_in_words(date(2025, 3, 5), language) == words


def test_the_server_answers_304_to_who_has_the_page():
    with serve() as site:
        connection = http.client.HTTPConnection(urlsplit(site.base).netloc, timeout=10)
        connection.request("GET", "/about")
        first = connection.getresponse()
        first.read()
        connection.request("GET", "/about", headers={"If-None-Match": first.headers["ETag"]})
        second = connection.getresponse()
        statuses = (first.status, second.status, second.read())
        connection.close()
    assert statuses == (200, 304, b"")


def test_a_port_that_is_taken_is_passed_over():
    with serve() as first, serve(port=urlsplit(first.base).port) as second:
        assert first.base != second.base
