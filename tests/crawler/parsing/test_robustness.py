"""Whatever the bytes, reading ends soon with a publication or a named error."""

import gc
import json
import random
import time
import tracemalloc

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.records import Page, Publication
from crawler.parsing import NotAPublication, ParseError, parse_page, read_body
from crawler.parsing.document import read_document, read_tree

URL = "https://institute.example/papers/one"
ARTICLE = ("<!doctype html><html lang='en'><head><title>Jobs and growth | Institute</title>"
           "<meta property='og:title' content='Jobs and growth'><script type='application/ld+json'>"
           '{"@type": "Article", "headline": "Jobs and growth", "datePublished": "2024-03-05"}</script></head><body>'
           "<nav><a href='/'>Home</a></nav><article><h1>Jobs and growth</h1><p class='byline'>By Ada Smith</p>"
           + "<p>The labour market recovered in the second half of the year, and wages rose faster than prices.</p>" * 6
           + "<ul><li>One</li><li>Two</li></ul><table><tr><td>1</td><td>2</td></tr></table></article>"
           "<footer>© Institute</footer></body></html>")


def outcome(body: bytes, content_type: str | None = None) -> Publication | str:
    page = Page.from_bytes(body, url=URL, content_type=content_type)
    try:
        read_body(page)
        return parse_page(page)
    except (NotAPublication, ParseError) as error:
        assert str(error)
        return type(error).__name__


@pytest.mark.parametrize("read", [parse_page, read_body])
def test_what_is_no_page_is_named(read):
    with pytest.raises(TypeError, match=r"a Page, as Page\.from_bytes makes one, not bytes"):
        read(ARTICLE.encode())


LARGE = {
    "divs without end": b"<div>" * 2_000_000,
    "deep divs with text": b"<div>a" * 100_000,
    "inline elements without end": b"<b><i>x" * 50_000,
    "siblings": b"<p>One sentence of a page.</p>" * 100_000,
    "anchors without end": b"<a href='/x'>y" * 100_000,
    "lists in lists": b"<ul><li>One" * 50_000,
    "tables in tables": b"<table><tr><td>One" * 20_000,
    "a table of many cells": b"<table>" + b"<tr><td>One<td>2" * 50_000 + b"</table>",
    "cells over many rows": b"<table>" + b"<tr><td rowspan=65534 colspan=1000>a<td>b" * 25_000,
    "formulas": b"<span><span><math><mi>v</math></span><span aria-hidden=true>v</span></span> " * 15_000,
    "lines of buttons": b"<p>word <button>x</button> <x-y>word</x-y> <svg></svg> word" * 15_000,
    "quotes": b"<aside>A sentence that is long enough to be told again.</aside><p>And one more.</p>" * 12_000,
    "open brackets": b"<" * 1_000_000,
    "lines with bold words": b"<h1>Jobs of the year</h1><div>" + b"Words of a line <b>bold</b> more<hr>" * 15_000,
    "comments without end": b"<!-- a>" * 100_000 + b"<p>One",
    "figures below a history": b"<h1>Jobs of the year</h1>" + b"<p>One sentence of a page.</p>" * 5_000
    + b"<h2>Version history</h2><p>" + b"1 " * 40_000 + b"</p><p>5 May 2025</p>",
    "ampersands": b"&amp" * 500_000,
    "quotes without end": b"<p title='" * 100_000,
    "attributes": b"<p " + b" ".join(b"a%d=1" % i for i in range(100_000)) + b">Text</p>",
    "classes": b"<p class='" + b" ".join(b"c%d" % i for i in range(100_000)) + b"'>Text</p>",
    "one word": b"<p>" + b"a" * 2_000_000,
    "one line of commas": b"<p>" + b"a, " * 500_000,
    "line breaks": b"<p>" + b"One<br>" * 100_000,
    "comments": b"<!-- x -->" * 100_000 + b"<p>Text</p>",
    "scripts": b"<script>var x = '<p>';</script>" * 30_000,
    "headings": b"<h1>One</h1>" * 50_000,
    "code": b"<pre>" + b"<span>a</span>\n" * 50_000 + b"</pre>",
    "ad labels": b"<p>Text</p>" + b"<div class='ad'>Advertisement</div>" * 25_000,
    "buttons in buttons": b"<div class='share'>" + b"<button>Share" * 40_000,
    "headings in headings": b"<h2>One" * 50_000,
    "ends of what is not open": b"<div></span>One" * 120_000,
    "ends of what is not open, in small type": b"<p></blockquote>One<sup>[1]</figure>" * 100_000,
    "ends of what the parser has closed": b"<b><p><i><a href=x></b></p>x" * 35_000,
    "bodies in what is left open": b"<body><b>x" * 100_000,
    "cells without a table": b"<div>" * 500 + b"<td>One" * 80_000,
    "one class of many words": b"<div class='" + b"share-" * 150_000 + b"'><a href='/x'>Share</a></div>",
    "one long class": b"<p class='" + b"a" * 1_000_000 + b"'>Text</p>",
    "related links": b"<div class='related'><h2>Related articles</h2>" + b"".join(
        b"<a href='/x%d'>Link to %d</a> " % (i, i) for i in range(12_000)) + b"</div>",
    "related files": b"<h1>Jobs</h1><div class='related'><h2>Related articles</h2>" + b"".join(
        b"<a href='/f%d.pdf'>Report %d (PDF)</a> " % (i, i) for i in range(8_000)) + b"</div>",
    "downloads in one box": b"<h1>Jobs</h1><div>" + b"".join(
        b"<a href='https://other.example/f%d.pdf'>Download %d</a> " % (i, i) for i in range(8_000)) + b"</div>",
    "pictures in one caption": b"<h1>Jobs</h1><figure><img src='/a.png'><figcaption>" + b"".join(
        b"<img src='/i%d.png'>One picture of many. " % i for i in range(25_000)) + b"</figure>",
    "pictures without a figure": b"<img src='/a.jpg' alt='One'>" * 30_000,
    "labels of tags in one box": b"<p hidden>One</p>Tags:<label>Two" * 20_000,
    "headings of lists in one box": b"<button>One</button>Related articles<br>" * 25_000,
    "tags of one name": b"".join(
        b"<meta property='article:tag' content='%d'>" % i for i in range(25_000)) + b"<p>Text</p>",
    "authors by reference": b"<script type='application/ld+json'>" + json.dumps({"@graph": [
        {"@type": "Article", "headline": "Jobs", "author": [{"@id": f"#{i}"} for i in range(12_000)]},
        *({"@id": f"#{i}", "name": f"Ada Smith{i}", "url": "/a"} for i in range(12_000))]}).encode() + b"</script>",
    "objects in a row": b"<script type='application/ld+json'>" + b'{"@type":"Article"}' * 50_000 + b"</script><p>x</p>",
    "one tag": b"<meta property='article:tag' content='" + b"a" * 1_000_000 + b"'><p>Text</p>",
    "a title of bars": b"<title>Jobs" + b" | " * 300_000 + b"</title><h1>Jobs</h1><p>Text</p>",
    "a file named by dots": b"<h1>Jobs</h1><p><a href='/jobs.pdf'>Jobs" + b"." * 1_000_000 + b"</a></p>",
    "structured data": b"<script type='application/ld+json'>" + b'{"@graph":[' * 20_000 + b"</script><p>x</p>",
}


def seconds_taken(body: bytes, content_type: str | None = None) -> float:
    """CPU seconds that reading takes, as on a machine that makes 300,000 short lists in 0.12 s: it may be slow."""
    slowness = max(1.0, _lists_made() / 0.12)
    started = time.process_time()
    outcome(body, content_type)
    taken = time.process_time() - started
    return taken / max(slowness, _lists_made() / 0.12)


def _lists_made() -> float:
    started = time.process_time()
    assert len([(str(number), [number]) for number in range(300_000)]) == 300_000
    return time.process_time() - started


@pytest.mark.parametrize("name", LARGE)
def test_large_pages_take_at_most_a_second_for_each_megabyte(name: str) -> None:
    assert seconds_taken(LARGE[name]) < 3 * max(len(LARGE[name]) / 1e6, 1)  # read twice, on a busy machine


HUNGRY = {                 # and how many bytes each of the page's may take
    "a title of signs that stand for many": (
        "<title>Jobs {0}</title><h1>Jobs {0}</h1><p>Text</p>".format("\ufdfa" * 100_000), 30),
    "a table of many cells": ("<table>" + "<tr><td>1<td>2" * 20_000 + "</table>", 80),
}


@pytest.mark.parametrize("name", HUNGRY)
def test_memory_grows_with_the_page_alone(name: str) -> None:
    markup, most = HUNGRY[name]
    outcome(ARTICLE.encode())
    tracemalloc.start()
    outcome(markup.encode())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < most * len(markup.encode())


@pytest.mark.parametrize("markup", [
    "<p>{0}</p>", "<a href='/{0}'>A link</a>", "<a href='https://other.example/{0}'>A link</a>",
    "<img src='data:image/png;base64,{0}'>", "<p class=byline>By {0}</p>",
    "<meta property='og:site_name' content='{0}'>"])
def test_what_is_long_is_forgotten_with_its_page(markup: str) -> None:
    outcome(ARTICLE.encode())
    tracemalloc.start()
    for number in range(5):
        outcome(ARTICLE.replace("<ul>", markup.format(f"word{number}" * 20_000) + "<ul>").encode())
    gc.collect()
    kept = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert kept < 150_000            # one text is as long


def test_selectors_find_what_stands_below_much_that_is_left_open() -> None:
    markup = "<b><p><i><a href=x></b></p>x" * 8_000 + "<div id=text>One sentence.</div>"
    assert read_tree(read_document(Page.from_bytes(markup.encode(), url=URL))).xpath("string(//*[@id='text'])")


@pytest.mark.parametrize("body", [
    b"", b"\0" * 100, b"\xff" * 100, b"%PDF-1.7\x00\x01", b"PK\x03\x04" + bytes(range(256)), b"words", b"<html></html>",
    b"<?xml version='1.0' encoding='utf-16'?><html><body><p>x</p></body></html>", b"<frameset><frame src=x></frameset>",
    b"<html lang='zh'><body><div id='app'></div></body></html>",
    b"{\"json\": true}", b"<svg><text>x</text></svg>", b"\xef\xbb\xbf", b"<body", b"</p>", b"<p>\xed\xa0\x80</p>"])
def test_what_is_no_page_has_an_outcome_with_a_name(body: bytes) -> None:
    assert outcome(body)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "gb18030"])
def test_an_article_is_read_from_any_encoding(encoding: str) -> None:
    publication = outcome(ARTICLE.encode(encoding), "text/html; charset=utf-8")
    assert isinstance(publication, Publication)
    assert publication.title == "Jobs and growth"
    assert "wages rose faster" in publication.text


def test_nuls_do_not_end_the_page() -> None:
    publication = outcome(ARTICLE.replace("<p>The", "<p>\0The").encode())
    assert isinstance(publication, Publication)
    assert publication.text.count("wages rose faster") >= 1


def test_signs_that_are_never_shown_are_not_kept() -> None:
    hostile = ARTICLE.replace("Jobs and", "Jobs&#27;[31m and\u202e").replace("Ada", "Ada&#2;").replace(
        "wages rose", "we\x92re\x02 paid\u202e")
    publication = outcome(hostile.encode())
    assert isinstance(publication, Publication)
    assert publication.title == "Jobs[31m and growth"
    assert "and we’re paid faster" in publication.text
    assert publication.authors[0].name == "Ada Smith"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=400))
def test_any_bytes_have_an_outcome(body: bytes) -> None:
    outcome(body)


_PARTS = st.sampled_from([
    "<p>", "</p>", "<div class='content'>", "</div>", "<li>", "<ul>", "<table>", "<td>", "<tr>", "</a>", "<br>", "<h1>",
    "<a href='http://['>", "<pre>", "<blockquote>", "<time datetime='2024-13-45'>", "</script>", "<base href='//'>",
    "<script type='application/ld+json'>{", "<meta name='date' content='0000-00-00'>", "One sentence, and another. ",
    "\x0b", "\u202e", "٣", "©", "<svg>", "<template>", "<noscript>", "<!--", "-->", "<![CDATA[", "]]>", "&#0;",
    "&#xD800;", "&#x10FFFF;", "<select><option>", "<title>"])


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_PARTS, max_size=60))
def test_any_markup_has_an_outcome(parts: list[str]) -> None:
    outcome("".join(parts).encode())


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_article_has_an_outcome(seed: int) -> None:
    chance, body = random.Random(seed), bytearray(ARTICLE.encode())
    for _ in range(chance.randint(1, 30)):
        at = chance.randrange(len(body))
        if chance.random() < 0.4:
            del body[at:at + chance.randint(1, 60)]
        elif chance.random() < 0.5:
            body[at] = chance.randrange(256)
        else:
            body[at:at] = body[chance.randrange(len(body)):][:chance.randint(1, 200)]
    outcome(bytes(body))


@pytest.mark.parametrize("read", [parse_page, read_body])
@pytest.mark.parametrize("url", ["http://[::1", "http://institute.example:99999/a", "https://institute.example/\ud800"])
def test_an_address_that_cannot_be_read_is_a_named_error(read, url):
    with pytest.raises(ParseError, match="url: cannot read"):
        read(Page.from_bytes(ARTICLE.encode(), url=url))


LINES = {
    "a day and a title": "{} March 2024 The state of river {}",
    "a title and a day, in Russian": "О состоянии реки {1} - {0}.03.2024",
    "a day and minutes": "The state of river {1}\n{0} March 2024 · 3 min read",
    "items with a day": "     * The state of river {1} ({0} mars 2024)",
    "figures": "{} 3 7 {} 1990 4,5"}


@pytest.mark.parametrize("name", LINES)
def test_lists_of_thousands_of_lines_take_at_most_a_second_for_each_megabyte(name: str) -> None:
    text = "Jobs of the year\n\n" + "The committee said why it would not act before the year ends.\n\n" * 6
    line, lines = LINES[name], (1 << 20) // len(LINES[name].encode())
    body = (text + "\n".join(line.format(1 + at % 28, at) for at in range(lines))).encode()
    assert seconds_taken(body, "text/plain; charset=utf-8") < 3             # read twice, on a busy machine


@pytest.mark.parametrize("body", [b"", b" \n", b"<!doctype html>", b"<?xml version='1.0'?>", b"<html></html>"])
@pytest.mark.parametrize("content_type", ["text/html", "text/plain", None])
def test_the_body_of_a_page_without_markup_is_empty(body, content_type):
    assert read_body(Page.from_bytes(body, url=URL, content_type=content_type)) == ()


@pytest.mark.parametrize("text", [
    "Jobs and growth\n\n" + "5 March 2024\n" * 40, "Jobs\n\n5 March 2024\n\n", "By Ada Smith\n" * 9, "5 March 2024\n",
    "News\n\n5 March 2024\n\n" * 2, "Share\nFacebook\n" * 9])
def test_a_text_of_lines_without_prose_has_an_outcome_with_a_name(text: str) -> None:
    assert outcome(text.encode(), "text/plain")


@pytest.mark.parametrize("charset", ["idna", "undefined", "punycode", "unicode_escape", "zlib", "utf-7", "\0"])
def test_a_charset_that_is_none_of_a_page_is_not_taken(charset: str) -> None:
    publication = outcome(ARTICLE.replace("labour", "labour é").encode("cp1252"), f"text/html; charset={charset}")
    assert isinstance(publication, Publication)
    assert "wages rose faster" in publication.text


@pytest.mark.parametrize("tag", ["button", "form", "nav", "select", "header"])
def test_a_page_may_stand_in_the_only_box_that_is_left_open(tag: str) -> None:
    assert isinstance(outcome(ARTICLE.replace("<article>", f"<{tag}>Menu<article>").encode()), Publication)
