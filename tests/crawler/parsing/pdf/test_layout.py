"""Rows of a PDF joined to blocks, by their place and size."""

from crawler.parsing.pdf.layout import read_blocks, without_running_heads
from crawler.parsing.pdf.lines import Row


def rows(*texts: str, points: float = 11, left: float = 60, right: float = 500, top: float = 700,
         page: int = 1) -> list[Row]:
    """Rows of one column, one below another."""
    return [Row(text, page, points, left, right, top - 14 * n, 842, top - 14 * n + points)
            for n, text in enumerate(texts)]


def test_words_divided_by_a_hyphen_of_unicode_are_whole():
    assert read_blocks(rows("The council agreed on demo\u2010", "cratic oversight of ports."))[0].text == (
        "The council agreed on democratic oversight of ports.")


def test_a_row_of_two_words_drawn_out_to_the_column_is_text():
    blocks = read_blocks(rows("Die\tArbeitsmarktberichterstattung", "der Länder zählt anders."))
    assert [block.kind for block in blocks] == ["paragraph"]


def test_a_table_as_wide_as_the_text_before_is_a_table():
    text = rows("The harbours paid different prices for the same mud, as the invoices", "of three years show.")
    cells = rows("North\t81", "South\t131", top=660)
    assert [block.kind for block in read_blocks([*text, *cells])] == ["paragraph", "table"]


def test_notes_may_have_numbers_with_a_stop():
    text = rows("The harbours paid different prices for the same mud, as the invoices", "of three years show.")
    assert read_blocks([*text, *rows("1. See the survey of 2022.", points=8, top=90)])[-1].kind == "note"


def test_a_table_over_several_pages_keeps_the_rows_at_their_edges():
    pages = [row for page in (1, 2, 3) for row in rows(*(f"Region {n}\t{n}.5%" for n in range(45)), top=730, page=page)]
    assert len(without_running_heads(pages)) == 3 * 45
