"""The kind of a page: by its bytes first, its header second."""

import pytest

from archive.records import Page
from crawler.parsing import NotAPublication, parse_page
from crawler.parsing.media import media_of


@pytest.mark.parametrize(("body", "content_type", "media"), [
    (b"<!DOCTYPE html><html><body><p>Text</p></body></html>", "text/html", "html"),
    (b"<!DOCTYPE html><html><body><p>Text</p></body></html>", "text/plain", "html"),
    (b"<!DOCTYPE html><html><body><p>Text</p></body></html>", None, "html"),
    (b"<p>A fragment", "text/html", "html"),
    (b"<!-- " + b"x" * 70_000 + b" --><html><p>Text", "text/html", "html"),
    (b"Title\nThe word <b> stands in a text.", "text/plain", "text"),
    (b"Title\nPublished July 18, 2025\n1 < 2 and 3 > 2", "text/html", "text"),
    ("Title\nText".encode("utf-16"), "text/plain", "text"),
    ("<html><body>x</body></html>".encode("utf-16"), "text/html", "html"),
    (b"%PDF-1.4\n%%EOF", "text/html", "pdf"),
    (b"nonsense", "application/pdf", "pdf"),
    (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\x06", "image/png", "other"),
    (b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0\x01\x02\x03\x04\x05\x06", "application/zip", "other"),
    (b"", "text/html", "html"),
])
def test_the_kind_of_a_page_follows_its_bytes(body, content_type, media):
    assert media_of(Page.from_bytes(body, url="https://a.example/b", content_type=content_type)) == media


def test_a_picture_is_no_publication():
    page = Page.from_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\r", url="https://a.example/b.png", content_type="image/png")
    with pytest.raises(NotAPublication, match="neither HTML, text nor PDF"):
        parse_page(page)


def test_a_page_that_stands_where_a_pdf_should_is_html():
    page = Page.from_bytes(b"<!DOCTYPE html><html><body><form>Log in</form></body></html>",
                           url="https://a.example/report.pdf", content_type="application/pdf")
    assert media_of(page) == "html"


@pytest.mark.parametrize(("name", "content_type", "media"), [
    ("report.pdf", "application/octet-stream", "pdf"), ("report.PDF", "text/html", "pdf"),
    ("report.bin", "application/octet-stream", "other"), ("report.pdf", "image/png", "other"),
])
def test_bytes_without_a_mark_are_a_broken_pdf_by_their_name_alone(name, content_type, media):
    page = Page.from_bytes(bytes(range(32)) * 9, url=f"https://a.example/{name}", content_type=content_type)
    assert media_of(page) == media
