import pytest

from crawler.parsing.address import find_address
from tests.crawler.parsing.pages import read

PAGE = "https://www.institute.example/papers/7?ref=home"


def address(markup: str, url: str = PAGE) -> str:
    return find_address(*read(markup, url), url).value


ADDRESSES = {
    "canonical link of the same publisher is believed": (
        '<link rel="canonical" href="https://institute.example/papers/7">', "https://institute.example/papers/7"),
    "relative canonical link is made absolute": (
        '<link rel="canonical" href="/papers/7">', "https://www.institute.example/papers/7"),
    "canonical link is cleaned of what only tracks and of the port that goes without saying": (
        '<link rel="canonical" href="https://institute.example:443/papers/7?utm_source=feed">',
        "https://institute.example/papers/7"),
    "canonical link to the home page is not believed": (
        '<link rel="canonical" href="https://institute.example/">', PAGE),
    "canonical link to another publisher is not believed": (
        '<link rel="canonical" href="https://template.example.net/papers/7">', PAGE),
    "two differing canonical links are none": (
        '<link rel="canonical" href="/papers/7"><link rel="canonical" href="/papers/8">', PAGE),
    "open graph address stands in for a canonical link": (
        '<meta property="og:url" content="https://institute.example/papers/7">', "https://institute.example/papers/7"),
}


@pytest.mark.parametrize(("page", "expected"), ADDRESSES.values(), ids=ADDRESSES)
def test_address_of_a_page(page, expected):
    assert address(page) == expected


@pytest.mark.parametrize(("page", "own", "expected"), [
    ('<link rel="canonical" href="https://b.github.io/x">', "https://a.github.io/x", "https://a.github.io/x"),
    ('<link rel="canonical" href="https://institute.example/papers/7">', "file:///papers/7.html",
     "https://institute.example/papers/7"),
    ("<p>", "https://institute.example/papers/7#top", "https://institute.example/papers/7"),
], ids=["two publishers of a shared host", "a page from disk", "without a fragment"])
def test_address_of_a_page_by_its_own(page, own, expected):
    assert address(page, own) == expected


@pytest.mark.parametrize("own", ["file:///tmp/paper.html", PAGE])
@pytest.mark.parametrize("stated", ["https://institute.example:port/papers/7", "https://%5Bdomain%5D/papers/7",
                                    "https://x]y.example/7", "https://institute.example:99999/papers/7"])
def test_a_canonical_link_that_is_no_address_is_not_believed(own, stated):
    assert address(f'<link rel="canonical" href="{stated}"><meta property="og:url" content="{stated}">', own) == own
