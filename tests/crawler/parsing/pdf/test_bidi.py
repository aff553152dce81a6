"""Rows of letters from right to left, as they are read, whatever order PDFium has them in."""

import pytest

from crawler.parsing.pdf.bidi import read_row


@pytest.mark.parametrize(("seen", "read"), [
    ("\u05d4\u05d3\u05d2 A B \u05d1\u05d0", "\u05d0\u05d1 A B \u05d2\u05d3\u05d4"),
    ("12-\u05d1", "\u05d1-12"), ("20-19 \u05d0", "\u05d0 20-19"), ("20-19 \u0639", "\u0639 19-20"),
    ("12% \u05d0", "\u05d0 12%"), ("%12 \u0639", "\u0639 12%"), ("$5 \u05d0", "\u05d0 $5"),
    (")\u05d1\u05d0(", "(\u05d0\u05d1)"), ("(\u05d1\u05d0)", "(\u05d0\u05d1)"), (".\u05d1\u05d0", "\u05d0\u05d1."),
    ("WHO, G20 (\u05d0)", "WHO, G20 (\u05d0)"),
])
@pytest.mark.parametrize("turned", [False, True])
def test_a_row_is_read_as_it_stands(seen: str, read: str, turned: bool):
    boxes = [(10.0 * at, 0.0, 10.0 * at + (0 if sign == " " else 10), 10.0) for at, sign in enumerate(seen)]
    assert read_row(seen[::-1] if turned else seen, boxes[::-1] if turned else boxes, 10) == read


def test_a_ligature_that_pdfium_has_turned_is_turned_back():
    boxes = [(30, 0, 40, 10), (10, 0, 30, 10), (10, 0, 30, 10), (0, 0, 10, 10)]
    assert read_row("\u0628\u0627\u0644\u062f", boxes, 10) == "\u0628\u0644\u0627\u062f"


def test_vowels_stay_with_their_letter():
    boxes = [(10, 0, 20, 10), (12, 0, 14, 10), (0, 0, 10, 10)]
    assert read_row("\u05d0\u05b8\u05d1", boxes, 10) == "\u05d0\u05b8\u05d1"


def test_narrow_gaps_within_a_word_are_no_spaces():
    boxes = [(22, 0, 30, 10), (12, 0, 20, 10), (10, 0, 10, 0), (0, 0, 8, 10)]
    assert read_row("\u0627\u0628 \u0639", boxes, 10) == "\u0627\u0628 \u0639"
