import pytest

from archive.records import Page
from crawler.discovery.listing import read_links
from crawler.parsing.document import read_document
from crawler.parsing.next_page import next_address
from crawler.parsing.outline import read_outline


def next_of(url: str, *hrefs: str, is_part: bool = False) -> str | None:
    links = "".join(f"<a href='{href}'>x</a>" for href in hrefs)
    outline = read_outline(read_document(Page.from_bytes(f"<p>Text</p>{links}".encode(), url=url)))
    return next_address(url, [lead.url for lead in read_links(outline, url).leads], is_part=is_part)


@pytest.mark.parametrize(("url", "following"), [
    ("https://a.example/jobs", "https://a.example/jobs/2"), ("https://a.example/jobs/", "https://a.example/jobs/2/"),
    ("https://a.example/jobs", "https://a.example/jobs?page=2"),
    ("https://a.example/jobs.html", "https://a.example/jobs-2.html"),
    ("https://a.example/jobs", "https://a.example/jobs/page/2"),
    ("https://a.example/report-2023", "https://a.example/report-2023/2"),
    ("https://a.example/top-10", "https://a.example/top-10/2")])
def test_the_number_of_the_page_tells_what_comes_next(url: str, following: str) -> None:
    assert next_of(url, "/", "/other", following) == following


@pytest.mark.parametrize(("url", "following"), [
    ("https://a.example/jobs/2/", "https://a.example/jobs/3/"),
    ("https://a.example/r?id=7&page=2", "https://a.example/r?id=7&page=3")])
def test_only_a_part_goes_on_with_the_number_after_its_own(url: str, following: str) -> None:
    assert (next_of(url, following, is_part=True), next_of(url, following)) == (following, None)


@pytest.mark.parametrize("href", ["/other/2", "https://b.example/jobs/2", "/jobs/3", "/jobs-in", "/jobs?id=2", "#2"])
def test_other_links_are_no_next_page(href: str) -> None:
    assert next_of("https://a.example/jobs", href) is None
