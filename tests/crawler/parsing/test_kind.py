import pytest

from crawler.parsing.kind import find_kind
from tests.crawler.parsing.pages import read


def kind(markup="<p>x", url="https://example.org/papers/rates", section=None):
    outline, claims = read(markup, url)
    return find_kind(outline, claims, section).value


def ld(name):
    return f'<script type="application/ld+json">{{"@type": "{name}", "headline": "A"}}</script>'


@pytest.mark.parametrize(("said", "expected"), [
    ("NewsArticle", "NewsArticle"), ("Report", "Report"), ("BlogPosting", "BlogPosting"),
    ("PressRelease", "NewsArticle"),
    ("ScholarlyArticle", "ScholarlyArticle"), ("https://schema.org/Legislation", "Legislation"), ("Article", "Article"),
])
def test_type_is_what_the_page_calls_itself(said, expected):
    assert kind(ld(said), "https://example.org/x/rates") == expected


@pytest.mark.parametrize(("folder", "expected"), [
    ("press-releases", "NewsArticle"), ("pressemitteilungen", "NewsArticle"), ("communiques", "NewsArticle"),
    ("noticias", "NewsArticle"), ("новости", "NewsArticle"), ("working-papers", "Report"), ("rapports", "Report"),
    ("annual-reports", "Report"), ("blog", "BlogPosting"), ("opinion", "OpinionNewsArticle"),
    ("gesetze", "Legislation"), ("acts", "Legislation"), ("act", "Article"), ("law", "Article"),
])
def test_folder_of_the_address_tells_the_type(folder, expected):
    assert kind(url=f"https://example.org/en/{folder}/2024/rates-fell") == expected


@pytest.mark.parametrize(("section", "expected"), [
    ("Document de travail", "Report"), ("Documentos de trabajo", "Report"), ("Diskussionspapier", "Report"),
    ("Documento di lavoro", "Report"),
    ("Columna de opinión", "OpinionNewsArticle"), ("Gastbeitrag", "OpinionNewsArticle"),
])
def test_papers_and_columns_are_called_so_in_more_languages(section, expected):
    assert kind(url="https://example.org/x/rates", section=section) == expected


KINDS = {
    "host of a blog tells the type": ({"url": "https://blogs.example.org/2024/rates"}, "BlogPosting"),
    "bare article is told more exactly by the address": (
        {"markup": ld("Article"), "url": "https://example.org/working-papers/rates"}, "Report"),
    "address of a journal makes no bare article scholarly": (
        {"markup": ld("Article"), "url": "https://example.org/journal/rates"}, "Article"),
    "what the page calls itself beats the address": (
        {"markup": ld("Report"), "url": "https://example.org/news/rates"}, "Report"),
    "journal article is scholarly": (
        {"markup": "<meta name='citation_journal_title' content='J'>"}, "ScholarlyArticle"),
    "microdata tells the type": (
        {"markup": "<div itemscope itemtype='http://schema.org/BlogPosting'><h1 itemprop='headline'>A</h1></div>",
         "url": "https://example.org/x/rates"}, "BlogPosting"),
    "nothing told is an article": ({"url": "https://example.org/x/rates"}, "Article"),
}


@pytest.mark.parametrize(("page", "expected"), KINDS.values(), ids=KINDS)
def test_kind_of_a_page(page, expected):
    assert kind(**page) == expected


def test_number_of_a_series_tells_the_type():
    assert find_kind(*read("<p>x", "https://example.org/x"), None, "Working Paper").value == "Report"


def test_section_tells_the_type():
    assert kind(url="https://example.org/x/rates", section="Press release") == "NewsArticle"
    assert kind(url="https://example.org/x/rates", section="Nota de prensa") == "NewsArticle"


@pytest.mark.parametrize("section", ["Blogi", "Blogit", "Blogginlägg", "Блог"])
def test_blogs_are_called_so_in_more_languages(section):
    assert kind(section=section) == "BlogPosting"
