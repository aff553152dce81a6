"""Pages that show no text and state it in JSON-LD."""

import html
import json

import pytest

from archive.records import Page
from crawler.parsing import NotAPublication, parse_page

TEXT = ["The ferry carried nine thousand passengers last year, a third more than the planners had expected.",
        "Most were on their way to work, and four in ten would otherwise have taken a car over the bridge.",
        "The council has now asked for a second boat, and the operator says it could be ready within two years."]


def read(stated: str, shown: str = "") -> tuple[list[str], str | None, str]:
    node = {"@type": "NewsArticle", "headline": "A second boat", "datePublished": "2025-03-04", "articleBody": stated,
            "description": "Nine thousand passengers ask for more."}
    markup = (f"<html><head><title>A second boat</title><script type='application/ld+json'>{json.dumps(node)}</script>"
              f"</head><body><h1>A second boat</h1>{shown}<div id='root'></div></body></html>")
    read = parse_page(Page.from_bytes(markup.encode(), url="https://rivers.example/news/boat"))
    return [block.text for block in read.blocks], read.dek, read.evidence["text"]


def test_text_that_is_only_stated_is_the_body() -> None:
    assert read("\n\n".join(TEXT)) == (TEXT, None, "json-ld articleBody")
    assert read("\n".join(TEXT), "<p>Please enable scripts.</p>")[0] == TEXT


def test_markup_in_what_is_stated_makes_blocks() -> None:
    assert read("".join(f"<p>{text}</p>" for text in TEXT))[0] == TEXT


def test_what_is_shown_is_the_body_where_there_is_any() -> None:
    shown = "".join(f"<p>{text}</p>" for text in TEXT)
    assert read("Something else. " * 40, shown) == (TEXT, None, "block model")


def state(*texts: str) -> str:
    told = json.dumps({"props": {"items": [{"teaser": "<p>No.</p>", "body": text} for text in texts]}})
    return ("<html><head><title>A second boat | Rivers</title></head><body><h1>A second boat</h1><div id='app'></div>"
            f"<script id='state' type='application/json'>{told}</script></body></html>")


def test_markup_handed_to_a_script_is_the_body_of_a_page_that_shows_none() -> None:
    markup = state("".join(f"<p>{text}</p>" for text in TEXT))
    found = parse_page(Page.from_bytes(markup.encode(), url="https://rivers.example/news/second-boat"))
    assert ([block.text for block in found.blocks], found.evidence["text"]) == (TEXT, "state of a script")


def test_several_texts_handed_to_a_script_are_a_list() -> None:
    markup = state(*("".join(f"<p>{text} {number}</p>" for text in TEXT) for number in range(3)))
    with pytest.raises(NotAPublication, match="no text"):
        parse_page(Page.from_bytes(markup.encode(), url="https://rivers.example/news/second-boat"))


MARKED = "".join(f"<p>{text}</p>" for text in TEXT)
DRAWN = "<html><head><title>A second boat | Rivers</title></head><body><h1>A second boat</h1>{}</body></html>"


@pytest.mark.parametrize("handed", [
    f"<script type='text/template'>{MARKED}</script>",
    f"<script type='text/x-template' id='story'>{MARKED}</script>",
    f"<div data-html='{html.escape(MARKED)}'></div>",
    f"<div data-props='{html.escape(json.dumps({'html': MARKED}))}'></div>"])
def test_markup_in_templates_and_attributes_is_the_body_of_a_page_that_shows_none(handed: str) -> None:
    found = parse_page(Page.from_bytes(DRAWN.format(handed).encode(), url="https://rivers.example/news/second-boat"))
    assert [block.text for block in found.blocks] == TEXT


@pytest.mark.parametrize("handed", [
    f"<script type='text/template'>{MARKED}<p>{{{{ story.end }}}}</p></script>",
    f"<div data-banner='{html.escape(MARKED)}&lt;p>We use cookies.&lt;/p>'></div>"])
def test_patterns_and_banners_in_templates_are_no_text(handed: str) -> None:
    with pytest.raises(NotAPublication, match="no text"):
        parse_page(Page.from_bytes(DRAWN.format(handed).encode(), url="https://rivers.example/news/second-boat"))


@pytest.mark.parametrize(("entry", "day"), [
    ({"title": "A second boat", "published_at": "2025-03-04T08:00:00Z", "body": MARKED}, "2025-03-04T08:00:00+00:00"),
    ({"date": "2025-03-04", "id": 7, "content": {"rendered": MARKED, "protected": False}}, "2025-03-04"),
    ({"title": "A second boat", "created": "2025-03-04", "html": MARKED}, None)])
def test_the_day_beside_a_text_that_is_handed_to_a_script_is_that_of_publication(
        entry: dict[str, object], day: str | None) -> None:
    told = html.escape(json.dumps({"props": {"entry": entry, "menu": [{"title": "News", "date": "2026-01-01"}]}}))
    page = Page.from_bytes(DRAWN.format(f"<div id='app' data-page='{told}'></div>").encode(),
                           url="https://rivers.example/news/second-boat")
    found = parse_page(page)
    assert (found.published, found.evidence.get("published")) == (day, day and "state of a script")
