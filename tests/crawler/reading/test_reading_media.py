"""Texts and PDF that a crawl meets are read by their own readers, and a PDF is kept even where it can't be read."""

from pathlib import Path

import pytest

from archive.records import Page, Publication
from crawler.reading import Job
from crawler.reading.page import read

TESTS = Path(__file__).parents[2]
SEED = TESTS / "pages/example.org/democratic-norms-text/page.txt"


def test_a_saved_text_on_a_site_is_read_as_text():
    page = Page.from_bytes(SEED.read_bytes(), url="https://example.org/a.txt", content_type="text/plain")
    assert read(Job(page)).outcome.ad_slots == 6


@pytest.mark.parametrize("body", [(TESTS / "crawler/parsing/pdf/encrypted.pdf").read_bytes(),
                                  b"%PDF-1.7\nnothing\n%%EOF"],
                         ids=["encrypted", "broken"])
def test_a_pdf_that_cannot_be_read_is_kept_with_the_reason(body):
    page = Page.from_bytes(body, url="https://example.org/minutes.pdf", content_type="application/pdf")
    outcome = read(Job(page)).outcome
    assert isinstance(outcome, Publication)
    assert outcome.evidence["text"].startswith("none: ")
