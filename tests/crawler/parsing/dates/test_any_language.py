from crawler.parsing.dates import find_dates
from crawler.parsing.dates.any_language import MOST_CALLS, read_in_any_language
from crawler.parsing.dates.text import Habits
from tests.crawler.parsing.pages import read


def value(text, language):
    found = read_in_any_language([text], Habits(language))
    return found and found[1].value


def test_date_in_a_rarer_language_is_read():
    assert value("12 Mawrth 2024", "cy") == "2024-03-12"


def test_relative_words_are_no_date():
    assert value("2 days ago", "en") is None


def test_month_without_a_day_is_not_padded():
    assert value("March 2024", "en") is None


def test_unknown_language_gives_nothing():
    assert value("5 Foo 2024", "xx") is None


def test_only_the_first_texts_are_tried():
    texts = ["no date 1", "no date 2", *["5 March 2024"] * 3]
    assert MOST_CALLS == 2 and read_in_any_language(texts, Habits("en")) is None


def test_claim_that_no_pattern_knows_is_read_and_says_by_whom():
    script = '{"@type": "NewsArticle", "headline": "A", "datePublished": "5 дек 24"}'
    outline, claims = read(f"<html lang='ru'><script type='application/ld+json'>{script}</script><h1>A</h1>")
    found = find_dates(outline, claims).published
    assert (found.value, found.origin) == ("2024-12-05", "json-ld datePublished, by dateparser")
