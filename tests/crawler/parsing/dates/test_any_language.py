import pytest

from crawler.parsing.dates import find_dates
from crawler.parsing.dates.any_language import MOST_CALLS, read_in_any_language
from crawler.parsing.dates.text import Habits
from tests.crawler.parsing.pages import read


def value(text, language):
    found = read_in_any_language([text], Habits(language))
    return found and found[1].value


@pytest.mark.parametrize(("text", "language", "expected"), [
    ("12 Mawrth 2024", "cy", "2024-03-12"), ("2 days ago", "en", None), ("March 2024", "en", None),
    ("5 Foo 2024", "xx", None),
], ids=["a rarer language", "relative words", "a month without a day", "an unknown language"])
def test_a_whole_day_is_read_or_none(text, language, expected):
    assert value(text, language) == expected


def test_only_the_first_texts_are_tried():
    texts = ["no date 1", "no date 2", *["5 March 2024"] * 3]
    assert MOST_CALLS == 2 and read_in_any_language(texts, Habits("en")) is None


def test_claim_that_no_pattern_knows_is_read_and_says_by_whom():
    script = '{"@type": "NewsArticle", "headline": "A", "datePublished": "5 дек 24"}'
    outline, claims = read(f"<html lang='ru'><script type='application/ld+json'>{script}</script><h1>A</h1>")
    found = find_dates(outline, claims).published
    assert (found.value, found.origin) == ("2024-12-05", "json-ld datePublished, by dateparser")


def test_texts_of_fewer_parts_than_a_day_has_take_no_turn():
    texts = ["March 2024", "26 min", "2024", "5 Martxoa 2024"]
    assert read_in_any_language(texts, Habits("eu", "YMD"))[1].value == "2024-03-05"
