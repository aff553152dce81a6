"""Rows of a PDF joined to blocks, by their place and size."""

from crawler.parsing.pdf.frames import without_frames
from crawler.parsing.pdf.layout import read_blocks
from crawler.parsing.pdf.lines import Row


def rows(*texts: str, points: float = 11, left: float = 60, right: float = 500, top: float = 700,
         page: int = 1, is_bold: bool = False) -> list[Row]:
    """Rows of one column, one below another."""
    return [Row(text, page, points, left, right, top - 14 * n, 842, top - 14 * n + points, is_bold)
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
    assert len(without_frames(pages)) == 3 * 45


TEXT = ("The harbours paid different prices for the same mud, as the invoices", "of three years show.")


def text(page: int) -> tuple[str, ...]:
    return tuple(f"{'xyzabcd'[page]} {row}" for row in TEXT)


def test_a_table_of_contents_without_leaders_says_what_stands_on_later_pages():
    entries = rows("Contents", "Who pays for silt\t3", "What the registers of", "other countries tell\t4", "Outlook\t4")
    pages = [row for page, head in enumerate(("Who pays for silt", "Outlook", "Other countries"), 3)
             for row in rows(head, *text(page), page=page)]
    assert without_frames([*entries, *pages]) == pages
    table = rows("Regions", "North\t3", "South\t4", "West\t6")
    assert without_frames([*table, *pages]) == [*table, *pages]


def test_a_running_head_of_one_chapter_repeats_its_heading():
    chapters = [row for page, head in ((1, "1 Who pays for silt a"), (3, "3 Who pays for silt b"),
                                       (5, "5 Who pays for silt c"))
                for row in (*rows(head, points=16, page=page), *rows(*text(page), top=660, page=page),
                            *rows(head, points=9, top=800, page=page + 1), *rows(*text(page + 1), page=page + 1))]
    assert [row.text for row in without_frames(chapters) if "silt" in row.text] == [
        "1 Who pays for silt a", "3 Who pays for silt b", "5 Who pays for silt c"]


def test_notes_that_differ_by_their_numbers_alone_are_no_running_feet():
    pages = [row for page in (1, 2, 3) for row in (
        *rows(*text(page), page=page), *rows(f"{2 * page} Ibid., p. {9 * page}.", points=8, top=60, page=page))]
    assert len(without_frames(pages)) == 9
    numbered = [row for page in (1, 2, 3) for row in (
        *rows(*text(page), page=page), *rows(f"{page + 4} Estuary Review 2025", points=8, top=60, page=page))]
    assert len(without_frames(numbered)) == 6


def test_a_short_row_in_bold_is_a_heading_whatever_follows():
    drafts = [*rows(*TEXT), *rows("Options considered", top=660, is_bold=True), *rows("• do nothing", "• ask", top=640),
              *rows("Costs", top=600, is_bold=True), *rows("They are low.", top=586)]
    assert [block.kind for block in read_blocks(drafts)] == [
        "paragraph", "heading", "item", "item", "heading", "paragraph"]
    bold = read_blocks(rows("To: all", "From: Ada", "Of: ports", is_bold=True))
    assert "heading" not in [block.kind for block in bold]


def test_sentences_are_no_heading():
    drafts = [*rows("Ports need support. A grant of"), *rows(*TEXT, top=640)]
    assert [block.kind for block in read_blocks(drafts)] == ["paragraph", "paragraph"]


def test_the_figures_at_the_edges_of_a_chart_are_no_text_and_what_it_shows_is_its_caption():
    drafts = [*rows(*TEXT), *rows("0", "20", "40", points=7, top=640), *rows("Figure 1. Prices of mud", top=580)]
    assert [(block.kind, block.text) for block in read_blocks(drafts)[1:]] == [("caption", "Figure 1. Prices of mud")]
