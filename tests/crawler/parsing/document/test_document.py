import time

import pytest

from archive.records import Page
from crawler.parsing import parse_page
from crawler.parsing.document import Document, read_document, read_tree
from crawler.parsing.errors import ParseError
from crawler.parsing.outline import read_outline
from crawler.parsing.scribe import DEEPEST


def document_of(body: bytes) -> Document:
    return read_document(Page.from_bytes(body, url="https://institute.example/a/b"))


@pytest.mark.parametrize("body", [b"", b"   ", b"<!-- -->", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20])
def test_bytes_without_markup_are_a_named_error(body: bytes) -> None:
    with pytest.raises(ParseError, match=r"^page: "):
        read_outline(document_of(body))


@pytest.mark.parametrize("head", [
    "<!doctype html><html lang=en><meta charset=utf-8><title>Rye</title><link rel=stylesheet href=a.css>",
    "<HEAD><TITLE>Rye</TITLE><SCRIPT>write('<main>')</SCRIPT></HEAD>", "<!-- <p> --><meta content='a > b'>", ""])
@pytest.mark.parametrize("tag", ["main", "header", "article"])
def test_a_body_may_begin_without_its_tag(head: str, tag: str) -> None:
    outline = read_outline(document_of(f"{head}\n<{tag}><p>Rye falls to 180 crowns.</p></{tag}>".encode()))
    assert outline.tags[outline.parents[outline.by_tag[tag][0]]] == "body"


@pytest.mark.parametrize("page", ["<html><head></head><BODY class=a><p>x", "<title>Rye</title><frameset><frame src=a>"])
def test_a_page_with_a_body_or_frames_is_given_none(page: str) -> None:
    assert document_of(page.encode()).markup == page.encode()


def test_addresses_stand_on_the_base_element() -> None:
    document = read_outline(document_of(b"<base href='/c/'><p>x</p>")).document
    assert document.absolute("d#e") == "https://institute.example/c/d"


@pytest.mark.parametrize("href", [None, "", "#top", "mailto:a@b.example", "javascript:void(0)", "http://["])
def test_what_is_no_web_address_has_none(href: str | None) -> None:
    assert document_of(b"<p>x</p>").absolute(href) is None


def test_a_tag_with_very_many_attributes_is_cut_not_pondered() -> None:
    body = b"<p " + b" ".join(b"a%d='1'" % i for i in range(100_000)) + b">Text</p>"
    started = time.process_time()
    assert read_outline(document_of(body)).pieces == ["Text", "\n"]
    assert time.process_time() - started < len(body) / 1e6


@pytest.mark.parametrize("piece", [b"<p>Some text with <a href='/x'>a link</a> in it.</p><br>", b"<li>One<li>Two"])
def test_a_large_page_whose_boxes_are_closed_is_left_as_it_is(piece: bytes) -> None:
    body = piece * 8_000
    assert document_of(body).markup is body


def test_what_stands_too_deep_on_a_large_page_is_closed_and_its_text_kept() -> None:
    outline = read_outline(document_of(b"<div></span>Text <i>x</i>" * 20_000))
    assert outline.text(0).split() == ["Text", "x"] * 20_000
    assert max(outline.depths) == DEEPEST


def test_the_tree_of_a_page_that_stands_too_deep_says_what_its_outline_does() -> None:
    document = document_of(b"<div></span>Text <i>x</i>" * 20_000)
    by_tree, outline = read_outline(document, read_tree(document)), read_outline(document)
    assert (by_tree.tags, by_tree.pieces) == (outline.tags, outline.pieces)


def test_a_long_attribute_is_kept() -> None:
    body = b"<p data-x='" + b"y " * 20_000 + b"'>Text</p>"
    assert len(read_outline(document_of(body)).attributes[-1]["data-x"]) == 40_000


@pytest.mark.parametrize("href", ["//[x/report.pdf", "https://a\u2100b.example/report.pdf", "http://[::1/x.jpg"])
def test_addresses_that_are_none_do_no_harm(href: str) -> None:
    body = f"<h1>Ports and dredging</h1><p>{'Dredging costs more each year. ' * 30}<a href='{href}'>Report (PDF)</a>" \
           f"<img src='{href}'></p>"
    page = Page.from_bytes(body.encode(), url="https://institute.example/papers/ports")
    assert (parse_page(page).attachments, parse_page(page).links, parse_page(page).images) == ((), (), ())


@pytest.mark.parametrize("href", ["https://", "https:///paper", "https://x.example:port/y", "https://x]y.example/",
                                  "https://{{host}}/paper", "https://ex ample/paper", "https://x.example:99999/"])
def test_an_address_without_a_host_that_can_be_leads_nowhere(href):
    assert read_document(Page.from_bytes(b"<p>text", url="https://page.example/a")).absolute(href) is None


def test_a_page_from_disk_has_no_host_for_its_links():
    assert read_document(Page.from_bytes(b"<p>text", url="file:///tmp/a.html")).absolute("/paper") is None


@pytest.mark.parametrize("base", ["https:///", "https://ex ample/", "https://x]y.example/", "https://x:port/",
                                  "mailto:a"])
def test_a_base_that_is_no_address_is_none(base):
    page = Page.from_bytes(f"<base href='{base}'><p>text".encode(), url="https://page.example/a")
    outline = read_outline(read_document(page))
    assert outline.document.absolute("/paper") == "https://page.example/paper"


def test_control_signs_in_an_address_are_escaped():
    document = read_document(Page.from_bytes(b"<p>text", url="https://page.example/a"))
    assert document.absolute("https://x.example/a\x01b") == "https://x.example/a%01b"


def test_a_query_may_follow_the_host() -> None:
    url = "https://x.example?to=https%3A%2F%2Fy.example%2F"
    assert read_document(Page.from_bytes(b"<p>text", url="https://page.example/a")).absolute(url) == url
