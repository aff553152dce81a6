from archive.records import Page
from crawler.parsing import NotAPublication
from crawler.parsing.choices import read_choices
from crawler.parsing.explain import explain_page


def explained(markup: str):
    return explain_page(Page.from_bytes(markup.encode(), url="https://example.org/a"))


def test_page_that_is_no_publication_is_explained_too():
    assert isinstance(explained("<form></form>").outcome, NotAPublication)


def test_candidates_stand_best_first():
    fields = explained("<title>Rates rise | Bank</title><h1>Rates rise</h1><p>Text of the page.").fields
    scores = [candidate.score for candidate in fields["title"].candidates]
    assert scores == sorted(scores, reverse=True)


def test_broken_json_ld_is_noted():
    assert "json-ld" in explained('<script type="application/ld+json">{"a": </script><h1>A</h1><p>B').notes["claims"]


def test_language_twins_stand_in_the_evidence():
    head = ('<title>Steel</title><link rel="alternate" hreflang="de" href="/de/steel">'
            '<link rel="alternate" hreflang="en" href="/steel"><link rel="alternate" href="/feed">')
    page = Page.from_bytes(f"<html><head>{head}</head><body><h1>Steel</h1><p>Prices rose.</p></body></html>".encode(),
                           url="https://i.example/steel", content_type="text/html")
    assert read_choices(page).evidence()["alternates"] == "de https://i.example/de/steel"
