"""PDF publications: what their first page and metadata say, their text in blocks, and what can't be read."""

import textwrap
import time
from pathlib import Path

import pytest

from archive.records import Page, Publication
from crawler.parsing.pdf import clusters, read_pdf
from crawler.parsing.pdf.front import read_front
from crawler.parsing.pdf.lines import Row
from crawler.sample.pdf_file import write_pdf

ADDRESS = "https://estuary.example/files/dredging-review_2025.pdf"
PARAGRAPHS = [
    "Dredging is the quiet expense of every river port. Silt settles, channels narrow, and ships that once came in "
    "fully laden have to wait for the tide or lighten their cargo at anchor.",
    "The new arrangement began as a spreadsheet. Harbour masters compared their invoices and found that they paid very "
    "different prices for the same mud, and a joint tender followed within a year.",
]


def rows_of(text: str, points: float = 11) -> list[tuple[str, float]]:
    return [(line, points) for line in textwrap.wrap(text, 78)]


def report(*, info=None, title="Sharing the cost of dredging", date="18 July 2025") -> bytes:
    first = [(title, 24), ("", 12), ("By Ines Okafor and Tomas Lind", 11), ("", 6), (date, 11), ("", 12),
             *rows_of(PARAGRAPHS[0]), ("", 12), ("One tender instead of three", 15), ("", 6), *rows_of(PARAGRAPHS[1]),
             ("", 10), ("• depth at low water", 11), ("• days lost to fog", 11)]
    return write_pdf([first, rows_of(PARAGRAPHS[0])], info)


def read(body: bytes) -> Publication:
    return read_pdf(Page.from_bytes(body, url=ADDRESS, content_type="application/pdf"))


def test_the_title_is_the_largest_type_of_the_first_page():
    assert read(report()).title == "Sharing the cost of dredging"


def test_metadata_give_the_title_where_the_page_shows_it():
    assert read(report(info={"Title": "Sharing the cost of dredging"})).evidence["title"] == "pdf metadata Title"


@pytest.mark.parametrize("name", ["Microsoft Word - a.docx", "untitled", "(anonymous)", "a_final.indd", "20250718-x",
                                  "Sans titre", "Без имени-1", "BR_A4_web", "Press release template"])
def test_the_name_of_a_file_is_no_title(name):
    assert read(report(info={"Title": name})).title == "Sharing the cost of dredging"


def test_the_language_has_its_evidence():
    publication = read(report())
    assert (publication.language, publication.evidence["language"]) == ("en", "pdf catalog Lang")


def test_the_day_stands_on_the_first_page():
    publication = read(report(info={"CreationDate": "D:20250901120000Z"}))
    assert (publication.published, publication.evidence["published"]) == ("2025-07-18", "pdf first page")


def test_a_short_row_of_the_first_page_may_give_the_day():
    assert read(report(date="Version 4, 18 July 2025")).published == "2025-07-18"


def test_the_metadata_give_the_day_where_the_page_has_none():
    publication = read(report(date="", info={"CreationDate": "D:20250901120000Z"}))
    assert (publication.published, publication.evidence["published"]) == ("2025-09-01", "pdf metadata CreationDate")


@pytest.mark.parametrize("made_by", [
    {"Creator": "Mozilla/5.0 (X11; Linux x86_64) Chrome/126.0.0.0 Safari/537.36", "Producer": "Skia/PDF m126"},
    {"Creator": "Mozilla Firefox 128.0", "Producer": "cairo 1.18.0"},
    {"Creator": "wkhtmltopdf 0.12.6", "Producer": "Qt 5"},
    {"Creator": "Safari", "Producer": "macOS Version 14.5 Quartz PDFContext"}, {"Producer": "mPDF 8.2.4"},
    {"Producer": "TCPDF 6.7.5 (http://www.tcpdf.org)"}, {"Producer": "dompdf 2.0.4 + CPDF"}])
def test_the_day_on_which_a_page_was_printed_from_a_browser_is_not_its_day(made_by):
    assert read(report(date="", info={"CreationDate": "D:20250901120000Z", **made_by})).published is None


@pytest.mark.parametrize("made_by", [{"Creator": "KONICA MINOLTA bizhub C364"}, {"Producer": "ABBYY FineReader 14"},
                                     {"Producer": "Adobe Acrobat 9.0 Paper Capture Plug-in"}])
def test_the_day_on_which_paper_was_scanned_is_not_its_day(made_by):
    assert read(report(date="", info={"CreationDate": "D:20250901120000Z", **made_by})).published is None


@pytest.mark.parametrize(("row", "day"), [
    ("Policy note 7 | Estuary Institute, July 2025", "2025-07"), ("London, 2025", "2025"),
    ("Berlin, im Juli 2025", "2025-07"), ("Developments since July 2024", None)])
def test_a_cover_may_tell_the_month_or_the_year_alone(row, day):
    cover = [("Sharing the cost of dredging", 24), ("", 12), (row, 11)]
    info = {"CreationDate": "D:20250901120000Z"}
    assert read(write_pdf([cover, rows_of(PARAGRAPHS[0])], info)).published == (day or "2025-09-01")


def test_the_page_behind_the_cover_may_name_the_day_of_the_edition():
    cover, imprint = [("Sharing the cost of dredging", 24)], [("Published: 18 July 2025", 9), ("3 May 2024", 9)]
    publication = read(write_pdf([cover, imprint, rows_of(PARAGRAPHS[0])], {"CreationDate": "D:20250901120000Z"}))
    assert (publication.published, publication.evidence["published"]) == ("2025-07-18", "pdf page 2")


@pytest.mark.parametrize("made_by", [
    "Microsoft Word for Microsoft 365", "Adobe InDesign 19.4 (Windows)", "LaTeX with hyperref", "Acrobat PDFMaker 24",
    "Writer", "Prince 15.3", "Antenna House PDF Output Library"])
def test_the_day_on_which_an_author_made_the_file_may_be(made_by):
    info = {"CreationDate": "D:20250901120000Z", "Creator": made_by}
    assert read(report(date="", info=info)).published == "2025-09-01"


def test_the_byline_gives_the_authors():
    assert [author.name for author in read(report()).authors] == ["Ines Okafor", "Tomas Lind"]


@pytest.mark.parametrize(("stated", "names"), [
    ("Okafor, Ines", ["Ines Okafor"]), ("Okafor, Ines [Estuary]", ["Ines Okafor"]), ("Windows User", []), ("Acer", []),
    ("Layout Services Ltd", []), ("Estuary Institute", ["Estuary Institute"])])
def test_the_metadata_name_people_and_bodies_that_the_page_shows(stated, names):
    rows = [("Ports and mud", 24), ("Estuary Institute", 11), ("", 12), *rows_of(PARAGRAPHS[0])]
    assert [author.name for author in read(write_pdf([rows], {"Author": stated})).authors] == names


@pytest.mark.parametrize(("rows", "names"), [
    (["Ines Okafor", "Tomas Lind"], ["Ines Okafor", "Tomas Lind"]),
    (["Ines Okafor, Tomas Lind"], ["Ines Okafor", "Tomas Lind"]), (["River Ports", "Dredging Costs"], [])])
def test_names_alone_under_the_title_are_the_authors_if_no_word_of_theirs_is_one_of_the_text(rows, names):
    cover = [("Sharing the cost of dredging", 24), ("", 12), *((row, 11) for row in rows), ("", 12), ("July 2025", 11)]
    publication = read(write_pdf([cover, rows_of(" ".join(PARAGRAPHS) * 6)]))
    assert [author.name for author in publication.authors] == names


def test_a_byline_that_names_nobody_hides_no_author():
    rows = [("Ports and mud", 24), ("From: Director of Ports", 11), ("", 12), *rows_of(PARAGRAPHS[0])]
    assert [author.name for author in read(write_pdf([rows], {"Author": "Ines Okafor"})).authors] == ["Ines Okafor"]


def test_paragraphs_headings_and_items_are_blocks():
    assert [block.kind for block in read(report()).blocks] == [
        "paragraph", "heading", "paragraph", "item", "item", "paragraph"]


def test_rows_are_joined_to_whole_paragraphs():
    assert PARAGRAPHS[1] in [block.text for block in read(report()).blocks]


def test_words_divided_at_the_row_end_are_whole():
    rows = [("Title of the report", 24), ("The council agreed on demo-", 11), ("cratic oversight of ports.", 11)]
    body = write_pdf([rows])
    assert read(body).blocks[-1].text == "The council agreed on democratic oversight of ports."


def test_running_heads_and_page_numbers_are_left_out():
    pages = [[("Estuary Review", 9), ("", 30), *rows_of(text), ("", 520), (f"Page {number}", 9)]
             for number, text in enumerate([*PARAGRAPHS, *PARAGRAPHS], 1)]
    text = read(write_pdf(pages)).text
    assert ("Estuary Review" in text, "Page 2" in text) == (False, False)


def test_a_title_that_later_pages_repeat_in_small_is_the_title():
    pages = [[("Estuary Review", 24), ("", 8), *rows_of(PARAGRAPHS[0])],
             *([("Estuary Review", 9), ("", 30), *rows_of(text)] for text in [*PARAGRAPHS, *PARAGRAPHS])]
    publication = read(write_pdf(pages))
    assert (publication.title, "Estuary Review" in publication.text) == ("Estuary Review", False)


def test_a_table_of_contents_is_no_text():
    body = write_pdf([[("A title", 24), ("Introduction . . . . . . . . . . 4", 11), *rows_of(PARAGRAPHS[0])]])
    assert "Introduction" not in read(body).text


def test_the_language_is_told_by_the_words_against_what_the_file_states():
    words = "Die Gemeinden haben die Brücken gezählt und ausgeschrieben, und seitdem sind sie billiger geworden. "
    assert read(write_pdf([[("Brücken", 24), *rows_of(words * 3)]])).language == "de"


def test_the_number_of_pages_is_evidence():
    assert read(report()).evidence["pages"] == "2"


def test_a_doi_on_the_page_identifies_it():
    body = write_pdf([[("A title", 24), ("https://doi.org/10.5555/EST.2025.7.", 11), *rows_of(PARAGRAPHS[0])]])
    assert read(body).identifiers == {"doi": "10.5555/est.2025.7"}


@pytest.mark.parametrize(("body", "reason"), [
    (Path(__file__).with_name("encrypted.pdf").read_bytes(), "none: the PDF is encrypted"),
    (report()[:300], "none: the PDF is broken: its end is missing"),
    (b"%PDF-1.7\nnothing\n%%EOF", "none: the PDF is broken"),
    (write_pdf([[("", 12)]]), "none: the PDF holds no text, only pictures (scanned)"),
], ids=["encrypted", "cut short", "broken", "scanned"])
def test_a_pdf_without_text_is_kept_with_the_reason(body, reason):
    assert read(body).evidence["text"].startswith(reason)


def test_a_pdf_without_text_is_named_by_its_file():
    assert read(b"%PDF-1.7\nnothing\n%%EOF").title == "dredging review 2025"


def test_a_pdf_beyond_the_size_limit_is_not_read(monkeypatch):
    monkeypatch.setattr("crawler.parsing.pdf.rows.MOST_BYTES", 100)
    assert read(report()).evidence["text"].startswith("none: the PDF has ")


def test_pages_beyond_the_limit_are_said_to_be_cut(monkeypatch):
    monkeypatch.setattr("crawler.parsing.pdf.rows.MOST_PAGES", 1)
    assert read(report()).evidence["text"] == "pdf text; the text is cut after page 1 of 2"


def test_a_small_file_of_endless_text_is_said_to_be_cut(monkeypatch):
    monkeypatch.setattr("crawler.parsing.pdf.rows.LEAST_CHARACTERS", 100)
    monkeypatch.setattr("crawler.parsing.pdf.rows.MOST_UNPACKED", 0)
    assert read(report()).evidence["text"] == "pdf text; the text is cut after page 1 of 2"


def test_the_address_is_without_its_fragment():
    page = Page.from_bytes(write_pdf([[("Ports", 20)]]), url="https://ports.example/a.pdf#page=3")
    assert read_pdf(page).url == "https://ports.example/a.pdf"


def kept(name: str) -> Publication:
    """A file that TeX (columns), a browser (arabic, marks) or a word processor (word, cover) made of a text of ours."""
    return read(Path(__file__).with_name(f"{name}.pdf").read_bytes())


def test_ligatures_are_plain_letters():
    assert kept("columns").title == "The Difficulty of Final Offers: Efficient Affluence in Flood Finance"


@pytest.mark.parametrize(("name", "authors"), [
    ("columns", ["Ingrid Sørensen", "Marco De Luca"]),
    ("marks", ["Anna M. Keller", "Jean-Paul Dubois", "Li Wei"]),
    ("word", []), ("arabic", []),
])
def test_names_with_marks_under_the_title_are_the_authors(name, authors):
    assert [author.name for author in kept(name).authors] == authors


def test_a_raised_mark_divides_no_line_and_a_note_no_paragraph():
    blocks = kept("columns").blocks
    assert "differ by affiliation.¹ The effect is sufficient." in blocks[1].text
    assert next(block.text for block in blocks if block.kind == "note") == "¹We thank the staff."
    assert not [block.text for block in blocks if block.kind == "paragraph" and block.text[0].islower()]


def test_letters_in_clusters_are_said_once_and_their_words_are_whole():
    publication = kept("clusters")                        # by a browser
    assert (publication.title, publication.published) == ("น้ำในลุ่มแม่น้ำ", "2023-03-15")
    assert "ชุมชนขนาดเล็กได้รับงบประมาณน้อยกว่าที่ควร आधे गाँवों में नल का पानी नहीं पहुँचा" in publication.text


def test_page_of_more_glyphs_than_can_be_read_is_read_as_it_stands(monkeypatch):
    once = kept("clusters").text
    monkeypatch.setattr(clusters, "_MOST_GLYPHS", 1)
    assert len(kept("clusters").text) > len(once)



def test_words_from_right_to_left_are_forwards():
    assert kept("arabic").title == "تقرير حول إدارة الموارد المائية في المنطقة"
    assert kept("arabic").published == "2024-03-15"


def test_rows_of_cells_are_a_table():
    assert [block.text for block in kept("word").blocks if block.kind == "table"] == ["North\t81\t64%\nSouth\t131\t58%"]


def test_a_row_that_ends_early_ends_its_paragraph():
    assert "1. Licences will be reviewed every six years." in [block.text for block in kept("word").blocks]


def test_the_first_page_with_text_gives_the_title():
    assert kept("cover").title == "Abstraction reform: government response"


def test_the_front_pages_give_all_identifiers():
    assert kept("marks").identifiers == {"doi": "10.1234/ips.2023.17", "report_number": "2023-17"}


def test_keywords_are_topics():
    rows = [("A title", 24), ("Keywords: flood finance; fiscal risk", 11), ("", 12), *rows_of(PARAGRAPHS[0])]
    publication = read(write_pdf([rows]))
    assert (publication.topics, publication.evidence["topics"]) == (
        ("flood finance", "fiscal risk"), "pdf text, keywords")
    stated = read(write_pdf([[("A title", 24)]], {"Keywords": "ports, silt"}))
    assert (stated.topics, stated.evidence["topics"]) == (("ports", "silt"), "pdf metadata Keywords")


def test_a_paragraph_of_many_pages_takes_time_as_its_length():
    pages = [[(line, 11) for line in textwrap.wrap(PARAGRAPHS[0] * 8, 78)] for _ in range(100)]
    started = time.process_time()
    read(write_pdf(pages))
    assert time.process_time() - started < 5


def test_the_subtitle_on_a_cover_is_the_dek():
    cover = [("Sharing the cost of dredging", 24), ("A review for river ports", 16), ("", 12), ("July 2025", 11)]
    publication = read(write_pdf([cover, rows_of(PARAGRAPHS[0])]))
    assert (publication.dek, publication.text) == ("A review for river ports", PARAGRAPHS[0])
    assert read(write_pdf([[*cover, *rows_of(PARAGRAPHS[0] * 6)], rows_of(PARAGRAPHS[1])])).dek is None


def test_what_else_stands_on_a_cover_is_no_text():
    cover = [("Estuary Institute", 14), ("", 200), ("Sharing the cost of dredging", 24), ("", 12), ("Paper 7", 11)]
    assert read(write_pdf([cover, rows_of(PARAGRAPHS[0])])).text == PARAGRAPHS[0]
    chinese = [Row(text, page, points, 60, 500, bottom, 842, bottom + points) for text, page, points, bottom in (
        ("偏鄉教師留任問題", 1, 24, 700), ("近年來離職人數逐年增加。", 1, 11, 600), ("建議", 2, 11, 700))]
    assert not read_front(chinese, {}, ADDRESS).is_cover
    told = [*cover, ("", 12), *rows_of(PARAGRAPHS[1])]
    assert "Paper 7" in read(write_pdf([told, rows_of(PARAGRAPHS[0])])).text


def test_the_title_may_stand_behind_a_cover_that_names_the_publisher_alone():
    cover = [("Estuary Institute", 11)]
    first = [("Sharing the cost of dredging", 24), ("", 12), *rows_of(PARAGRAPHS[0])]
    assert read(write_pdf([cover, first, rows_of(PARAGRAPHS[1])])).title == "Sharing the cost of dredging"


def test_what_a_browser_prints_at_the_edges_is_no_text_and_no_date():
    publication = read(write_pdf([[("11/29/26, 1:59 AM   Estuary Institute", 8), ("", 30), ("Ports and mud", 24),
                                   ("", 12), *rows_of(PARAGRAPHS[0]), *[("", 11)] * 35,
                                   ("https://estuary.example/mud 1/1", 8)]]))
    assert publication.published is None
    assert publication.text == PARAGRAPHS[0]


def test_chapters_that_each_begin_a_page_are_headings():
    pages = [[(f"Chapter {number}", 18), ("", 12), *rows_of(PARAGRAPHS[number % 2])] for number in range(1, 6)]
    publication = read(write_pdf(pages))
    assert [block.text for block in publication.blocks if block.kind == "heading"] == [
        f"Chapter {number}" for number in range(2, 6)]


def test_a_page_that_was_set_sideways_is_read_as_its_rows_run():
    publication = kept("sideways")
    assert publication.title == "Rotated report of wages"
    assert [block.text.split(" ", 1)[0] for block in publication.blocks] == ["Employers", "Employers"]


def drawn(*, forms: int, info: bytes = b"") -> bytes:
    """A PDF whose second page draws a form that draws the next twice, and so on."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>",
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F 6 0 R>>>>>>",
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 7 0 R/Resources<</XObject<</X 8 0 R>>>>>>",
               stream(b"BT /F 20 Tf 60 700 Td (Ports and their mud) Tj ET"),
               b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", stream(b"/X Do")]
    objects += [stream(b"/X Do /X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>"
                       % number) for number in range(9, 9 + forms)]
    written = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, each) for number, each in enumerate(objects, 1))
    return b"%PDF-1.7\n" + written + b"trailer<</Root 1 0 R>>\n%%EOF"


def stream(content: bytes, words: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), words, content)


def test_forms_that_draw_one_another_end_and_leave_the_pages_before():
    started = time.monotonic()
    publication = read(drawn(forms=28))
    assert publication.title == "Ports and their mud"
    assert publication.evidence["text"].removeprefix("none: ").startswith("the text is cut after page 1 of 2: the next")
    assert time.monotonic() - started < 90             # on a busy machine


def one_page(content: bytes, words: bytes = b"") -> bytes:
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>"
               + words + b">>",
               stream(content), b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    written = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, each) for number, each in enumerate(objects, 1))
    return b"%PDF-1.7\n" + written + b"trailer<</Root 1 0 R>>\n%%EOF"


def test_type_of_size_one_in_a_large_matrix_is_large():
    rows = b" ".join(b"0 -1.3 Td (%s) Tj" % row.encode() for row in textwrap.wrap(PARAGRAPHS[0], 78))
    publication = read(one_page(b"BT /F 1 Tf 24 0 0 24 60 780 Tm (Ports and their mud) Tj "
                                b"11 0 0 11 60 740 Tm (By Ines Okafor) Tj 0 -2 Td (18 July 2025) Tj " + rows + b" ET"))
    assert publication.evidence["title"] == "pdf first page, largest type"
    assert publication.text == PARAGRAPHS[0]


def test_a_mark_that_stands_high_is_one_though_it_is_hardly_smaller():
    publication = read(one_page(b"BT /F 24 Tf 60 780 Td (Ports and their mud) Tj /F 11 Tf 0 -40 Td (Ines Okafor) Tj "
                                b"5 Ts /F 10.5 Tf (1) Tj 0 Ts /F 11 Tf (, Tomas Lind) Tj 5 Ts /F 10.5 Tf (2) Tj ET"))
    assert [author.name for author in publication.authors] == ["Ines Okafor", "Tomas Lind"]


def test_a_ligature_that_begins_a_row_stays():
    publication = read(one_page(b"BT /F 24 Tf 60 780 Td (Ports and mud) Tj /F 11 Tf 0 -40 Td (\\034rst of all) Tj ET"))
    assert publication.text == "first of all"


def test_a_mark_behind_a_year_and_a_stop_is_one():
    publication = read(one_page(b"BT /F 24 Tf 60 780 Td (Ports and mud) Tj /F 11 Tf 0 -40 Td (Less since 2012.) Tj "
                                b"5 Ts /F 8 Tf (1) Tj 0 Ts /F 11 Tf ( It rose by 1.5 per cent.) Tj ET"))
    assert publication.text == "Less since 2012.¹ It rose by 1.5 per cent."


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_page_shown_in_a_turn_that_is_none_of_its_rows_is_in_order(turned):
    rows = b" ".join(b"0 -14 Td (%s) Tj" % row.encode() for row in textwrap.wrap(PARAGRAPHS[0], 40))
    body = one_page(b"BT /F 24 Tf 60 780 Td (Ports and mud) Tj /F 11 Tf 0 -40 Td (18 July 2025) Tj " + rows + b" ET",
                    b"/Rotate %d" % turned)
    assert read(body).text == PARAGRAPHS[0]


@pytest.mark.parametrize("drawn_out", [b"5 Tc (THE MUD OF PORTS) Tj", b"3 Tc (THE MUD OF PORTS) Tj",
                                       b"6 Tc (THE) Tj 66 0 Td (MUD) Tj 72 0 Td (OF) Tj 44 0 Td (PORTS) Tj"])
def test_letters_that_stand_apart_for_show_are_words(drawn_out):
    rows = b" ".join(b"0 -14 Td (%s) Tj" % row.encode() for row in textwrap.wrap(PARAGRAPHS[0], 78))
    body = one_page(b"BT /F 24 Tf 60 780 Td (Ports) Tj 0 Tc /F 14 Tf 0 -40 Td " + drawn_out
                    + b" 0 Tc /F 11 Tf 1 0 0 1 60 700 Tm " + rows + b" ET")
    assert [block.text for block in read(body).blocks if block.kind == "heading"] == ["THE MUD OF PORTS"]


@pytest.mark.parametrize(("catalogue", "reason"), [
    (b"/AcroForm<</Fields[]/XFA[(template)6 0 R]>>/NeedsRendering true", "none: the PDF is a form that only Adobe's"),
    (b"/Names<</EmbeddedFiles<</Names[(a.pdf)<</Type/Filespec/F(a.pdf)/EF<</F 6 0 R>>>>]>>>>",
     "none: the PDF is a portfolio: 1 embedded file")])
def test_a_page_that_asks_for_another_program_is_said_to(catalogue, reason):
    body = one_page(b"BT /F 11 Tf 60 780 Td (To view this document, open it in Adobe Reader) Tj ET")
    body = body.replace(b"/Type/Catalog", b"/Type/Catalog" + catalogue).replace(
        b"trailer", b"6 0 obj\n" + stream(b"<xdp/>") + b"\nendobj\ntrailer")
    assert read(body).evidence["text"].startswith(reason)
    assert read(body.replace(b"Adobe Reader", b"winter")).title == "To view this document, open it in winter"


def test_the_sizes_of_what_was_read_from_a_scan_are_guesses():
    rows = textwrap.wrap(" ".join(PARAGRAPHS), 78)
    sizes = [11 + (-1.2, 0.9, 0, 1.6)[n % 4] for n in range(len(rows))]
    shown = b" ".join(b"/F %.1f Tf 0 -15 Td (%s) Tj" % (size, row.encode())
                      for size, row in zip(sizes, rows, strict=True))
    body = one_page(b"BT 3 Tr /F 24 Tf 60 780 Td (Ports and mud) Tj 0 -30 Td " + shown + b" ET")
    assert read(body).text == " ".join(PARAGRAPHS)


def test_a_smaller_word_with_a_number_has_no_mark():
    text = read(one_page(b"BT /F 24 Tf 60 780 Td (Ports) Tj /F 14 Tf 0 -40 Td (Estuary Institute) Tj /F 10 Tf "
                         b"( EI/2024/31) Tj /F 11 Tf 0 -40 Td (Silt settles.) Tj ET")).text
    assert "EI/2024/31" in text
