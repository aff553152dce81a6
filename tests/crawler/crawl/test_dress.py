"""Parts of addresses that show kept pages in another dress: how they are learned, and what is never one."""

import pytest

from crawler.crawl.dress import LEAST_PAGES, MOST_PARTS, Dress

SITE = "https://example.org"


def learned(dressed: str, plain: str, *kept: str) -> Dress:
    """After several pages said the same at both addresses."""
    pages = [(f"{SITE}{dressed.format(n=n)}", f"{SITE}{plain.format(n=n)}") for n in range(LEAST_PAGES)]
    return Dress(pages, lambda part: [address for address in kept if part in address])


@pytest.mark.parametrize(("dressed", "plain"), [
    ("/news/{n}_bg", "/news/{n}_en"), ("/bg/news/{n}", "/en/news/{n}"), ("/bg/news/{n}", "/news/{n}"),
    ("/news/{n}.print.html", "/news/{n}.html"), ("/news?id={n}&print=Y", "/news?id={n}"), ("/print/{n}", "/node/{n}"),
])
def test_what_differs_from_a_known_address_by_one_part_is_that_page(dressed: str, plain: str) -> None:
    dress = learned(dressed, plain)
    assert dress.plain(SITE + dressed.format(n=99)) == SITE + plain.format(n=99)
    assert dress.plain(SITE + plain.format(n=99)) is None


def test_a_language_that_a_kept_page_is_written_in_is_none() -> None:
    assert learned("/news/{n}_fr", "/news/{n}_en", f"{SITE}/news/old_fr").plain(f"{SITE}/news/99_fr") is None


def test_a_page_that_says_something_of_its_own_after_all_teaches_so() -> None:
    dress = learned("/news/{n}_fr", "/news/{n}_en")
    dress.note_kept(f"{SITE}/news/98_fr")
    assert dress.plain(f"{SITE}/news/99_fr") is None


def test_a_part_of_each_visit_teaches_nothing() -> None:
    dress = Dress((), lambda part: ())
    taught = [dress.note_twins(f"{SITE}/v{n}a/page", f"{SITE}/page") for n in range(MOST_PARTS + 5)]
    assert taught.count(True) == MOST_PARTS
