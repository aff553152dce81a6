"""The record keeps the contract, whatever stands on the page."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.records import Page
from crawler.parsing import NotAPublication, ParseError, parse_page
from tests.crawler.parsing.record_rules import breaches

ONE = "The ports of the lower river have agreed to share the cost of dredging for ten years, the ministry said."
TWO = "A second paragraph gives the figures for each port and names the referee who settles what they can't agree on."
HEAD = ("<title>Ports share costs | Estuary</title>", f"<meta name=description content='{ONE}'>",
        "<meta property=article:published_time content='2024-03-05T10:00:00+01:00'>",
        "<meta name=author content='Ada Lo'>",
        "<link rel=canonical href='/news/a b?x=1#top'>", "<meta property='og:image' content='/i m.jpg#x'>",
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ports share costs", "author": '
        '[{"name": " "}, {"name": "Ada Lo", "url": "#ada"}], "datePublished": "2024-3-5", '
        '"keywords": ["", "ports"]}</script>')
BODY = ("<h1>Ports share costs</h1>", f"<p class=lead>{ONE}</p>", f"<p>{ONE}</p>", f"<p>{TWO}</p>", f"<p>{TWO * 2}</p>",
        "<h2>Why</h2>", "<h2> </h2>", "<ul><li>One<ul><li>Two</li></ul></li><li></li></ul>",
        "<pre>\x0b a = 1\n\n b</pre>",
        "<blockquote>Late but fair</blockquote>", "<table><tr><th>Port<td>7<tr><td><td></table>",
        "<p>By <a rel=author href='javascript:x'>Ada Lo</a>, 5 March 2024</p>", "<time datetime=''>5. 3. 2024</time>",
        "<p>It <a href='a b.pdf#page=2'>cites</a> <a href='http://no host/'>this</a><a href='/x'> </a> and that.</p>",
        "<div class=share><a href='https://www.facebook.com/sharer.php?u=x y'>Facebook</a><a href='#'>Print</a></div>",
        "<figure><img src='a b.png' alt=' ' width=800 height=600><figcaption> </figcaption></figure>",
        "<div class=ad>Advertisement</div>", "<a rel=tag href=/t>Ports</a><a rel=tag href=/t>ports</a>",
        "<section><h3>Related</h3><ul><li><a href='/b c'>Quays and their neighbours</a> 3 May 2024</li>"
        "<li><a href='/d#e'>What a lock costs</a></li></ul></section>", "\u202e\x00\ufeff", "&#xD800;",
        "<p>港口分担费用。</p>")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(HEAD), unique=True), st.lists(st.sampled_from(BODY), min_size=3, max_size=25))
def test_any_page_gives_a_record_of_the_contract(head, body):
    markup = f"<html lang=en><head>{''.join(head)}</head><body><article>{''.join(body)}</article></body></html>"
    try:
        record = parse_page(Page.from_bytes(markup.encode(), url="https://estuary.example/news/a b#c")).to_record()
    except (NotAPublication, ParseError):
        return
    assert breaches(record) == []
    assert json.loads(json.dumps(record)) == record


@pytest.mark.parametrize(("href", "url"), [
    ("annual report.pdf", "https://estuary.example/news/annual%20report.pdf"), ("http://Words, Inc./?a=1", None)])
def test_an_address_in_the_text_is_one_word_or_none(href, url):
    markup = f"<h1>Ports share costs</h1><p>{ONE} See <a href='{href}'>this</a>.</p><p>{TWO}</p>"
    links = parse_page(Page.from_bytes(markup.encode(), url="https://estuary.example/news/a")).links
    assert [link.url for link in links] == ([url] if url else [])


def test_an_abstract_among_lines_about_the_paper_is_the_text():
    markup = (f"<html lang=en><body><main><h1>Ports share costs</h1><div class=intro><p>{ONE} {TWO}</p></div><h4>Get it"
              "</h4><p>You may buy this paper from our shop for five dollars.</p><h3>Thanks</h3><p>We thank the "
              "seminar for its comments.</p></main>")
    publication = parse_page(Page.from_bytes(markup.encode(), url="https://estuary.example/papers/w1"))
    assert publication.dek is None
    assert f"{ONE} {TWO}" in publication.text


@pytest.mark.parametrize("body", [f"<p>{ONE}</p>", f"<div class=summary>{ONE}</div>", f"<p class=lead>{ONE}</p>"])
def test_the_only_paragraph_is_the_text_and_no_dek(body):
    markup = f"<html lang=en><head>{''.join(HEAD[:2])}</head><body><article><h1>Ports share costs</h1>{body}</article>"
    publication = parse_page(Page.from_bytes(markup.encode(), url="https://estuary.example/news/a"))
    assert (publication.text, publication.dek) == (ONE, None)


@pytest.mark.parametrize("line", ["<time>2024</time>", "<p>Published 2024</p>", "<div>Année : 2024</div>",
                                  "<p>出版年：2024年</p>", "<p>Опубликовано в 2024 году</p>", "<time>2024年</time>"])
def test_a_line_that_tells_the_year_is_no_text(line):
    markup = f"<html lang=en><body><article><h1>Ports share costs</h1>{line}<p>{ONE}</p><p>{TWO}</p></article>"
    publication = parse_page(Page.from_bytes(markup.encode(), url="https://estuary.example/news/a"))
    assert (publication.published, publication.text) == ("2024", f"{ONE}\n\n{TWO}")


def test_the_days_of_related_publications_are_not_the_pages():
    cards = "".join(f"<li><a href='/news/{n}'>Quays and their neighbours {n}</a> {n} May 2024</li>" for n in (5, 6))
    markup = (f"<html lang=en><body><article><h1>Ports share costs</h1><p>{ONE}</p><p>{TWO}</p>"
              f"<section><h2>Related</h2><ul>{cards}</ul></section></article>")
    publication = parse_page(Page.from_bytes(markup.encode(), url="https://estuary.example/news/a"))
    assert (publication.published, [item.published for item in publication.related]) == (
        None, ["2024-05-05", "2024-05-06"])


def test_a_day_in_the_midst_of_the_head_is_no_text():
    markup = (f"<html lang=en><body><article><h1>Ports share costs</h1><h2>What the ports pay</h2><time datetime="
              f"'2024-03-05'>5 March 2024</time><p>{ONE}</p><p>{TWO}</p></article>")
    publication = parse_page(Page.from_bytes(markup.encode(), url="https://estuary.example/news/a"))
    assert (publication.published, "5 March" in publication.text) == ("2024-03-05", False)


def test_a_dek_that_the_text_says_again_is_not_repeated():
    body = f"<h1>Ports share costs</h1><div class=summary>{ONE}</div><div class=text><p>{ONE}</p><p>{TWO}</p></div>"
    markup = f"<html lang=en><head>{''.join(HEAD[:2])}</head><body><article>{body}</article>"
    publication = parse_page(Page.from_bytes(markup.encode(), url="https://estuary.example/news/a"))
    assert (publication.dek, publication.text) == (ONE, TWO)
