"""Names in queries that change nothing: of which addresses they are left out."""

import pytest

from crawler.crawl.noise import Noise

SITE = "https://example.org"


def learned(address: str, *values: str) -> Noise:
    """After the same was shown under several values of a name, at four pages."""
    twins = [(address.format(page=page, value=f"={values[0]}"), address.format(page=page, value=f"={value}"))
             for page in range(4) for value in values[1:]]
    return Noise((SITE + one, SITE + other) for one, other in twins)


@pytest.mark.parametrize(("address", "values", "entry", "a_list"), [
    ("/view.do?nttNo={page}&page{value}", "123", "/view.do?nttNo=9", "/list.do?page=2"),
    ("/press/slug-{page}?cat{value}", "abc", "/press/slug-9", "/press?cat=b"),
    ("/index.php?mid=a&document_srl={page}&category{value}", "123", "/index.php?mid=a&document_srl=9",
     "/index.php?mid=a&category=3"),
])
def test_what_was_chosen_on_a_list_changes_nothing_of_its_entries_alone(
        address: str, values: str, entry: str, a_list: str) -> None:
    noise = learned(address, *values)
    assert noise.without(SITE + address.format(page=9, value="=4")) == SITE + entry
    assert noise.without(SITE + a_list) == SITE + a_list


def test_numbers_of_visits_are_left_out_everywhere_and_the_number_of_a_page_is_not() -> None:
    noise = learned("/papers/{page}?sid{value}", "a3f90b112c", "b7710cc9d1", "c99aa01b7e")
    assert noise.without(f"{SITE}/list?page=2&sid=d0011aa22b") == f"{SITE}/list?page=2"


def test_days_of_a_calendar_are_no_numbers_of_visits() -> None:
    noise = learned("/talks/{page}?date{value}", "20240305", "20240412", "20240519")
    assert noise.without(f"{SITE}/calendar?date=20240305") == f"{SITE}/calendar?date=20240305"


def test_a_name_that_makes_a_difference_is_kept_even_after_it_seemed_to_make_none() -> None:
    noise = learned("/papers/{page}?lang{value}", "en", "de", "fr")
    for value in ("en", "pl"):
        noise.note_text(f"{SITE}/papers/9?lang={value}", hash(value))
    assert noise.without(f"{SITE}/papers/9?lang=en") == f"{SITE}/papers/9?lang=en"
