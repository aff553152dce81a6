import pytest

from archive.records import Block, Page
from crawler.parsing import parse_page
from crawler.parsing.body.blocks import make_blocks
from crawler.parsing.document import read_document
from crawler.parsing.outline import read_outline


def blocks(markup: str) -> list[tuple[str, str, int | None]]:
    outline = read_outline(read_document(Page.from_bytes(markup.encode(), url="https://institute.example/")))
    return [(b.kind, b.text, b.level) for b in make_blocks(outline, range(len(outline.runs)))]


BLOCKS = {
    "headings keep their level and stay whole": (
        "<h2>Trade<br>and growth</h2><p>One</p>", [("heading", "Trade and growth", 2), ("paragraph", "One", None)]),
    "items know how deep they stand": (
        "<ul><li>One<ul><li>Two</li></ul></li><li><p>Three</p></li></ul>",
        [("item", "One", 1), ("item", "Two", 2), ("item", "Three", 1)]),
    "a table that only lays out the page is no table": (
        "<table><tr><td>One<p>Two</p></td></tr></table>", [("paragraph", "One", None), ("paragraph", "Two", None)]),
    "quotes captions and notes are told apart": (
        "<blockquote><p>One</p></blockquote><figure><figcaption>Two</figcaption></figure><div class='footnotes'><ol>"
        "<li>Three</li></ol></div>", [("quote", "One", None), ("caption", "Two", None), ("note", "Three", None)]),
    "ornaments are no blocks": (
        "<p>One</p><p>***</p><div>💡</div><p>###</p><p>2</p>", [("paragraph", "One", None), ("paragraph", "2", None)]),
    "lines called captions beside a picture are captions": (
        '<main><div><img src="a.jpg"><p class="wp-caption-text">The lock</p></div><div><div class="caption">Menu'
        "</div></div></main>", [("caption", "The lock", None), ("paragraph", "Menu", None)]),
    "the heading of notes is a heading": (
        "<section role=doc-endnotes><h2>Notes</h2><p>One</p></section>",
        [("heading", "Notes", 2), ("note", "One", None)]),
    "parts of a line shown as boxes are paragraphs": (
        "<div><span style='display: block'>One</span><span style='display:block'>Two</span></div>",
        [("paragraph", "One", None), ("paragraph", "Two", None)]),
    "a bullet alone or amid a line is text": (
        "<p>• Mend the sluice</p><p>5 May · Northby</p>",
        [("paragraph", "• Mend the sluice", None), ("paragraph", "5 May · Northby", None)]),
    "what opens a box is its heading": (
        "<details><summary>Method</summary><p>We asked.</p></details>",
        [("heading", "Method", 2), ("paragraph", "We asked.", None)]),
    "readings of signs stand in brackets": (
        "<p><ruby>漢字<rt>かんじ</rt></ruby></p>", [("paragraph", "漢字(かんじ)", None)]),
    "readings of signs keep the brackets that they have": (
        "<p><ruby>漢字<rp>（</rp><rt>かんじ</rt><rp>）</rp></ruby></p>", [("paragraph", "漢字（かんじ）", None)]),
    "paragraphs with bullets are items": (
        "<p>• Mend the sluice</p><p>• Buy stones</p><p>So it was.</p>",
        [("item", "Mend the sluice", 1), ("item", "Buy stones", 1), ("paragraph", "So it was.", None)]),
    "lines with bullets are items": (
        "<div>We shall:<br><br>· mend the sluice<br>· buy stones</div>",
        [("paragraph", "We shall:", None), ("item", "mend the sluice", 1), ("item", "buy stones", 1)]),
}


@pytest.mark.parametrize(("page", "expected"), BLOCKS.values(), ids=BLOCKS)
def test_blocks_of_a_page(page, expected):
    assert blocks(page) == expected


def test_one_line_break_is_a_line_and_two_are_a_paragraph() -> None:
    assert blocks("<p>Line one<br>line two<br><br>Next</p>") == [
        ("paragraph", "Line one\nline two", None), ("paragraph", "Next", None)]


def test_tables_have_tabs_between_cells_and_a_line_for_each_row() -> None:
    assert blocks("<table><caption>Jobs</caption><tr><th>Year<th>Rate<tr><td>2024<td><b>6</b> %"
                  "<tr><td><td>7 %</table>") == [
        ("caption", "Jobs", None), ("table", "Year\tRate\n2024\t6 %\n\t7 %", None)]


def test_code_keeps_its_lines_and_spaces() -> None:
    assert blocks("<pre><span>if a:</span>\n    b()</pre>") == [("code", "if a:\n    b()", None)]


def test_only_the_kept_runs_make_blocks() -> None:
    page = Page.from_bytes(b"<p>One</p><p>Two</p><p>Three</p>", url="https://institute.example/")
    assert make_blocks(read_outline(read_document(page)), [0, 2]) == (
        Block("paragraph", "One"), Block("paragraph", "Three"))


def test_source_right_below_a_table_is_a_note() -> None:
    table = "<table><tr><th>Port<th>Tonnes<tr><td>North<td>18</table>"
    assert blocks(f"{table}<p>Quelle: Hafenamt.</p><p>Source: none.</p>")[1:] == [
        ("note", "Quelle: Hafenamt.", None), ("paragraph", "Source: none.", None)]


def test_notes_are_known_by_role_and_by_the_ids_of_word_processors() -> None:
    markup = ('<section role="doc-endnotes"><ol><li>One</li></ol></section><div id="ftn2"><p>Two</p></div>'
              '<section class="footnotes"><p>Three</p></section>')
    assert [kind for kind, _, _ in blocks(markup)] == ["note"] * 3


def test_cells_over_rows_and_columns_leave_the_others_empty() -> None:
    assert blocks("<table><tr><th rowspan=2>Stage<th colspan=2>2024<th>All<tr><th>Summer<th>Winter<th>Year"
                  "<tr><td>North<td>4<td>1<td>5</table>") == [
        ("table", "Stage\t2024\t\tAll\n\tSummer\tWinter\tYear\nNorth\t4\t1\t5", None)]


def test_code_in_a_table_is_code_without_the_numbers_of_its_lines() -> None:
    assert blocks("<table><tr><td><pre>1\n2\n</pre><td><pre>if a:\n    b()\n</pre></table>") == [
        ("code", "if a:\n    b()", None)]


def test_a_column_of_paragraphs_beside_a_menu_is_no_table() -> None:
    assert blocks("<table><tr><td>Home<br>News<td>A long first paragraph.<br><br>And a second one.<tr><td>Foot</table>"
                  ) == [("paragraph", "Home\nNews", None), ("paragraph", "A long first paragraph.", None),
                        ("paragraph", "And a second one.", None), ("paragraph", "Foot", None)]
    assert [kind for kind, _, _ in blocks("<table role=presentation><tr><td>A<td>B</table>")] == ["paragraph"] * 2


def test_roles_tell_headings_items_and_tables() -> None:
    assert blocks("<div role=heading aria-level=3>Costs</div><div role=list><div role=listitem>One</div></div>") == [
        ("heading", "Costs", 3), ("item", "One", 1)]
    assert blocks("<div role=table><div role=row><span role=columnheader>Year</span><span role=columnheader>Rate</span>"
                  "</div><div role=row><span role=cell>2024</span><span role=cell>6</span></div></div>") == [
        ("table", "Year\tRate\n2024\t6", None)]


def test_ad_amid_a_sentence_leaves_one_paragraph() -> None:
    line = "The levy moves the cost of carbon to the border and the border{}moves it to the buyer, who pays in the end."
    box = "Importers file their papers once a quarter and most of them do so{}later than the law of the land allows."
    markup = (f"<article><h1>The levy at the border</h1><p>{line.format(' <br>ADVERTISEMENT<br>')}</p>"
              f"<p>{box.format('</p><div class=ad-slot>Advertisement</div><p>')}</p></article>")
    publication = parse_page(Page.from_bytes(markup.encode(), url="https://institute.example/levy"))
    assert [block.text for block in publication.blocks] == [line.format(" "), box.format(" ")]
    assert publication.ad_slots == 2


def test_paragraphs_of_an_item_are_lines_of_it() -> None:
    assert blocks("<ul><li><p>Rye is bought dry.</p><p>So is wheat.</p></li><li>Oats are not.</li></ul>") == [
        ("item", "Rye is bought dry.\nSo is wheat.", 1), ("item", "Oats are not.", 1)]
    assert blocks("<ul><li><h3>Rye</h3><p>Dry.</p><ul><li>At fourteen percent</li></ul><p>Cheap.</p></li></ul>") == [
        ("heading", "Rye", 3), ("item", "Dry.", 1), ("item", "At fourteen percent", 2), ("item", "Cheap.", 1)]


def test_an_item_that_holds_the_page_keeps_its_paragraphs() -> None:
    long = "The mill at the weir ground eleven hundred tonnes of rye in the past year. " * 12
    assert len(blocks(f"<ul><li><p>{long}</p><p>{long}</p></li></ul>")) == 2


def test_long_answers_below_headings_are_values() -> None:
    answer = " ".join(["The mill at the weir ground eleven hundred tonnes of rye in the past year."] * 9)
    rows = "<tr><{0}>Claim</{0}><{0}>Answer</{0}></tr><tr><td>It is loud</td><td>{1}</td></tr>"
    assert blocks(f"<table>{rows.format('th', answer)}</table>") == [
        ("table", f"Claim\tAnswer\nIt is loud\t{answer}", None)]
    assert len(blocks(f"<table>{rows.format('td', answer)}</table>")) == 4
    assert len(blocks(f"<table>{rows.format('th', f'<p>{answer}</p><p>{answer}</p>')}</table>")) == 5


@pytest.mark.parametrize("note", [
    "<div id=ftn1><p class=MsoFootnoteText>Letter of the county.</p></div>",
    "<div id=sdfootnote1><p class=sdfootnote>Letter of the county.</p></div>",
    "<aside epub:type=footnote id=n1><p>Letter of the county.</p></aside>"])
def test_notes_of_word_processors_and_books_are_notes(note: str) -> None:
    assert blocks(note) == [("note", "Letter of the county.", None)]


def test_letters_of_a_formula_stay_together() -> None:
    assert blocks("<math><mi>ρ</mi><mi>g</mi><mi>Q</mi></math>")[0][1] == "ρgQ"


@pytest.mark.parametrize("sign", ["●", "■", "▫", "►", "✅", "\uf0d8"])
def test_bullets_have_many_forms(sign: str) -> None:
    assert blocks(f"<p>{sign} Mend the sluice</p><p>{sign} Buy stones</p>") == [
        ("item", "Mend the sluice", 1), ("item", "Buy stones", 1)]


def test_short_bold_lines_before_paragraphs_are_headings_one_below_the_last() -> None:
    assert blocks("<h2>Costs</h2><p>One.</p><p><strong>Who pays</strong></p><p>Two.</p><p><b>Who decides?</b></p>"
                  "<p>Three.</p><p><b>A sentence.</b></p><p><b>Half</b> bold</p><p>Four.</p>") == [
        ("heading", "Costs", 2), ("paragraph", "One.", None), ("heading", "Who pays", 3), ("paragraph", "Two.", None),
        ("heading", "Who decides?", 3), ("paragraph", "Three.", None), ("paragraph", "A sentence.", None),
        ("paragraph", "Half bold", None), ("paragraph", "Four.", None)]


def test_bold_lines_that_end_with_a_mark_on_a_letter_or_head_a_table_are_headings() -> None:
    table = "<table><tr><th>Present</th><th>Vote</th></tr><tr><td>Ada One</td><td>Yes</td></tr></table>"
    found = blocks("<p><b>मुख्य सिफारिशें</b></p><p>पहला वाक्य।</p><p><b>यह एक वाक्य है।</b></p><p>दूसरा वाक्य।</p>"
                   f"<p><b>Attendance</b></p>{table}<p><b>Table 2. Votes</b></p>{table}<p><b>2.1</b></p><p>One.</p>")
    assert [text for kind, text, _ in found if kind == "heading"] == ["मुख्य सिफारिशें", "Attendance"]


def test_one_bold_line_is_no_heading() -> None:
    assert blocks("<p>One.</p><p><b>Who pays</b></p><p>Two.</p>")[1][0] == "paragraph"


def test_line_to_which_a_mark_leads_and_that_leads_back_is_a_note() -> None:
    assert blocks('<p>Water is dear.<a href="#_ftn1" name="_ftnref1">[1]</a></p><hr>'
                  '<p><a href="#_ftnref1" name="_ftn1">[1]</a> Survey, 2021.</p>')[1] == (
        "note", "Survey, 2021.", None)


@pytest.mark.parametrize("markup", [
    "<div><div>1.2</div><div>{}</div></div>", "<p><strong>1.2</strong></p><p>{}</p>",
    "<ul><li><span>1.2</span><p>{}</p></li></ul>", "<dl><dt>1.2</dt><dd>{}</dd></dl>"])
def test_number_of_parts_in_a_box_of_its_own_belongs_to_its_paragraph_or_item(markup: str) -> None:
    text = "The port is old, and so are most of those who work there."
    assert [text for _, text, _ in blocks(markup.format(text))] == [f"1.2 {text}"]
    assert len(blocks("<div><div>9.1</div><div>Compare</div></div>")) == 2


def test_number_in_a_box_of_its_own_belongs_to_its_paragraph():
    rows = "".join(f"<div><span>{number}.</span><p>{text}</p></div>" for number, text in (
        (12, "The port is old."), (13, "So am I.")))
    assert blocks(f"<div>{rows}</div>") == [
        ("paragraph", "12. The port is old.", None), ("paragraph", "13. So am I.", None)]


def test_table_that_sets_marks_beside_paragraphs_is_text():
    row = "<table><tr><td>{}</td><td><p>{}</p></td></tr></table>"
    long = "The port is old, and the board of the port has asked for years that it be dredged before the winter."
    assert blocks(row.format("(1)", long) + row.format("(a)", long)) == [
        ("paragraph", f"(1) {long}", None), ("paragraph", f"(a) {long}", None)]
    assert [kind for kind, _, _ in blocks("<table><tr><td>1.</td><td>Norway</td></tr></table>")] == ["table"]


def test_title_of_a_figure_is_a_caption_and_its_source_a_note():
    figure = ('<div><p class="figure-title">Figure 2. Ships by year</p><img src="a.png">'
              '<p class="source">Source: Harbour Board.</p></div>')
    assert blocks(figure) == [
        ("caption", "Figure 2. Ships by year", None), ("note", "Source: Harbour Board.", None)]


def test_words_for_paper_alone_are_no_text():
    assert blocks('<p>One</p><p class="print-only">Printed from rivers.example</p>') == [("paragraph", "One", None)]
