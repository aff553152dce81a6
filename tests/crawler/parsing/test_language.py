import pytest

from crawler.parsing.language import bcp47, find_language
from tests.crawler.parsing.pages import read

ENGLISH = "The committee looked at the evidence for two years and found that rates of poverty fell. " * 3
GERMAN = "Der Ausschuss hat die Belege zwei Jahre lang geprüft und festgestellt, dass die Armut gesunken ist. " * 3
FRENCH = "Le comité a examiné les données pendant deux ans et constaté que la pauvreté a reculé partout. " * 3
JAPANESE = "委員会は二年間にわたり証拠を調べ、ほとんどの地域で貧困率が下がったことを明らかにした。" * 4


def language(markup, text):
    outline, claims = read(markup)
    return find_language(outline, claims, text)


def test_declared_language_keeps_its_region():
    assert language("<html lang='en-GB'><p>x", ENGLISH).value == "en-GB"


def test_evidence_says_that_the_text_agrees():
    assert language("<html lang='de'><p>x", GERMAN).origin == "html lang, confirmed by the text"


def test_text_wins_over_a_template_that_says_english():
    found = language("<html lang='en'><p>x", FRENCH)
    assert (found.value, found.origin) == ("fr", "text, against html lang “en”")


def test_text_alone_tells_the_language():
    assert (language("<p>x", JAPANESE).value, language("<p>x", GERMAN).value) == ("ja", "de")


def test_declaration_stands_where_words_are_few():
    assert language("<html lang='fr'><p>x", "Two words").value == "fr"


def test_nothing_declared_and_no_words_is_none():
    assert language("<p>x", "").value is None


def test_bare_tag_is_not_completed_by_the_default_of_a_plugin():
    assert language("<html lang='en'><meta property='og:locale' content='en_US'><p>x", ENGLISH).value == "en"


def test_declaration_that_agrees_with_the_text_is_found_among_several():
    markup = "<html lang='en'><head><meta name='dc.language' content='de-AT'></head><p>x"
    assert language(markup, GERMAN).value == "de-AT"


def test_json_ld_language_is_a_declaration():
    markup = '<script type="application/ld+json">{"@type": "Article", "headline": "A", "inLanguage": "pt-BR"}</script>'
    assert language(markup, "").value == "pt-BR"


@pytest.mark.parametrize(("written", "tag"), [
    ("en_US", "en-US"), ("zh-Hans-CN", "zh-Hans-CN"), ("fr-FR, en", "fr-FR"), ("de_DE.UTF-8", "de-DE"), ("jp", "ja"),
    ("x-default", None), ("12", None), ("English", "en"), ("es-419", "es-419"),
])
def test_tags_are_brought_to_one_form(written, tag):
    assert bcp47(written) == tag
