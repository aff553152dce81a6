"""A page read whole, as the crawl reads it: what it is."""

import pytest

from archive.records import Page, Publication, Rejection
from crawler.reading import Job, read

TITLES = ("Sharing the cost of dredging", "Lock fees on the lower river", "What heat plans ask of towns")


def outcome(items: list[str]) -> object:
    """What is made of a page whose text are these items."""
    body = "<h1>Working papers</h1><ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"
    page = f"<html><head><title>Working papers</title></head><body><main>{body}</main></body></html>"
    return read(Job(Page.from_bytes(page.encode(), url="https://institute.example/files"))).outcome


def test_a_list_of_titles_each_with_its_download_is_no_publication() -> None:
    said = outcome([f'{title} in 2024 <a href="/getfile?id={n}">Download</a>' for n, title in enumerate(TITLES)])
    assert isinstance(said, Rejection) and "items that each lead on" in said.reason


@pytest.mark.parametrize("link", ["", '<a href="/law">the law</a>'])
def test_a_text_in_long_items_is_a_publication(link: str) -> None:
    said = outcome([f"{title}: the committee weighed {link} and the evidence of rivers, " * 4 for title in TITLES])
    assert isinstance(said, Publication)
