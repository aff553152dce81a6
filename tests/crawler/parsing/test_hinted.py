import pytest

from archive.records import Page
from crawler.hints import read_hints
from crawler.parsing import parse_page
from crawler.parsing.explain import explain_page

MARKUP = """<html><head><title>Site</title></head><body><h1>Welcome</h1><h2 class="head">Rates rise</h2>
<div class="box"><p>Subscribe to our letter, it is free and comes every single week of the year.</p></div>tail
<p>The bank raised rates by a quarter point on Thursday, more than most had thought it would.</p>
<p>Savers will see little of it at first, because most banks pass on higher rates with a delay of months.</p>
<p>Borrowers, on the other hand, should expect their costs to rise at once, and to stay high for a year.</p>
<i class="who">By Ada One</i><ul class="tags"><li>Banks</li><li>Rates</li></ul></body></html>"""
PAGE = Page.from_bytes(MARKUP.encode(), url="https://example.org/a", content_type="text/html; charset=utf-8")


def test_hint_wins_over_the_general_reader():
    assert parse_page(PAGE, read_hints({"title": (".head",)})).title == "Rates rise"


def test_hint_is_named_as_evidence():
    assert parse_page(PAGE, read_hints({"title": (".head",)})).evidence["title"] == "hint .head"


def test_xpath_works_as_a_hint():
    assert parse_page(PAGE, read_hints({"topics": ("//ul[@class='tags']/li",)})).topics == ("Banks", "Rates")


def test_hinted_byline_is_read_as_one():
    assert [author.name for author in parse_page(PAGE, read_hints({"authors": (".who",)})).authors] == ["Ada One"]


def test_hint_without_match_is_reported_and_not_fatal():
    publication = parse_page(PAGE, read_hints({"dek": (".gone",), "title": (".head",)}))
    assert publication.evidence["hints"] == "matched nothing: dek '.gone'"


def test_second_selector_serves_where_the_first_finds_nothing():
    assert parse_page(PAGE, read_hints({"title": (".gone", ".head")})).title == "Rates rise"


def test_removed_elements_are_seen_by_no_reader():
    assert "Subscribe" not in parse_page(PAGE, read_hints({"remove": (".box",)})).text


def test_text_after_a_removed_element_stays():
    explained = explain_page(PAGE, read_hints({"remove": (".box",)}))
    assert "tail" in " ".join(block.text for block in explained.fields["text"].value)


def test_hinted_body_is_all_of_the_elements_and_nothing_else():
    markup = MARKUP.replace('<div class="box">', '<div class="text"><p>One line.</p></div><div class="box">')
    page = Page.from_bytes(markup.encode(), url=PAGE.url)
    assert parse_page(page, read_hints({"body": (".text",)})).text == "One line."


def test_hinted_files_are_the_attachments():
    markup = MARKUP.replace("</h1>", '</h1><a class="file" href="/get/7">Get it</a>')
    page = Page.from_bytes(markup.encode(), url=PAGE.url)
    assert parse_page(page, read_hints({"attachments": (".file",)})).attachments[0].url == "https://example.org/get/7"


def test_hinted_list_is_related():
    markup = MARKUP.replace("</ul>", '<li><a href="/b">Savings fall</a></li></ul>')
    page = Page.from_bytes(markup.encode(), url=PAGE.url)
    assert [item.title for item in parse_page(page, read_hints({"related": (".tags",)})).related] == ["Savings fall"]


@pytest.mark.parametrize("written", ["//div[foo()]", "//x:div", "//a[re:test(@href, 'x')]", "//p[. = $title]"])
def test_a_selector_that_asks_for_what_there_is_none_of_is_refused(written):
    with pytest.raises(ValueError, match="not a selector"):
        read_hints({"title": (written,)})


def test_one_that_shows_so_on_some_pages_only_picks_nothing_there():
    assert parse_page(PAGE, read_hints({"title": ("//i[foo()]",)})).evidence["hints"] == (
        "matched nothing: title '//i[foo()]'")


def test_signs_that_no_text_has_stay_behind_what_is_removed():
    page = Page.from_bytes(MARKUP.replace("tail", "ta\x02il").encode(), url="https://example.org/a")
    assert "The bank raised rates" in parse_page(page, read_hints({"remove": (".box", "html", "i")})).text


def test_what_a_template_leaves_in_a_tag_is_no_crash():
    page = Page.from_bytes(MARKUP.replace("<h2 ", "<h2 {{ attrs }} {% if x %} ").encode(), url="https://example.org/a")
    assert parse_page(page, read_hints({"title": (".head",)})).title == "Rates rise"
