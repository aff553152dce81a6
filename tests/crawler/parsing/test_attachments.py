import pytest

from archive.records import Page
from crawler.parsing import parse_page
from crawler.parsing.choices import read_choices
from crawler.parsing.file_types import media_type_of

URL = "https://www.bank.example/papers/7"
TEXT = "".join(f"<p>Paragraph {i} of a report about rates, which is long enough to be read as the text of a page.</p>"
               for i in range(4))


def addresses(markup: str) -> list[str]:
    page = Page.from_bytes(markup.encode(), url=URL, content_type="text/html; charset=utf-8")
    return [attachment.url for attachment in read_choices(page).attachments]


FILES = {
    "file that citation tags state is an attachment": (
        f'<meta name="citation_pdf_url" content="/7.pdf"><main><h1>Rates</h1>{TEXT}</main>',
        ["https://www.bank.example/7.pdf"]),
    "file of a json ld encoding is an attachment": (
        '<script type="application/ld+json">{"@type": "Report", "headline": "Rates", '
        '"encoding": {"@type": "MediaObject", "contentUrl": "/7.pdf", "encodingFormat": "application/pdf"}}</script>'
        f"<main><h1>Rates</h1>{TEXT}</main>", ["https://www.bank.example/7.pdf"]),
    "download beside the text is an attachment": (
        f'<main><h1>Rates</h1>{TEXT}<div><a href="/files/7.pdf">Download</a></div></main>',
        ["https://www.bank.example/files/7.pdf"]),
    "file that running text cites is none": (
        f'<main><h1>Rates</h1>{TEXT}<p>As others have shown in <a href="https://e.org/x.pdf">a study'
        "</a>, the effects of higher rates on savers are small at first.</p></main>", []),
    "brochure in the footer is none": (
        f'<main><h1>Rates</h1>{TEXT}</main><footer><a href="/brochure.pdf">Our work</a></footer>', []),
    "a link that says it is a download is an attachment": (
        f'<main><h1>Rates</h1>{TEXT}<div><a download href="/doc/7">Download the report</a> '
        '<a download href="/7.mp3">Download</a></div></main>', ["https://www.bank.example/doc/7"]),
    "file at an address without an ending is an attachment where its link tells its format": (
        f'<main><h1>Rates</h1>{TEXT}<p><a href="/documents/900/default/">Read the report (PDF, 2 MB)</a></p></main>',
        ["https://www.bank.example/documents/900/default/"]),
    "file in a row of tools is the pages own": (
        f'<main><h1>Rates</h1><div><a href="?print=1">Print the act</a> <a href="/act/7/pdf">PDF</a> '
        f'<a href="/act/7/now">The act as amended</a></div>{TEXT}</main>', ["https://www.bank.example/act/7/pdf"]),
    "file that only the title of its link calls one is an attachment": (
        f'<main><h1>Rates</h1>{TEXT}<table><tr><td>1</td><td><a href="getfile.asp?id=9&amp;type=do" '
        'title="Document, format: pdf">Rates 7</a> (214 KB)</td></tr></table></main>',
        ["https://www.bank.example/papers/getfile.asp?id=9&type=do"]),
    "box of related files holds the pages own": (
        f"<main><h1>Rates</h1>{TEXT}<div class='news-related'><h4>Files</h4><ul><li><a href='/7.pdf'>Policy note 7"
        "</a></li></ul></div></main>", ["https://www.bank.example/7.pdf"]),
    "buttons side by side each offer a file": (
        "<main><section><h1>Rates</h1><p>Published 9 October 2024</p><a href='/7.pdf'>Download</a>"
        f"<a href='/7-summary.pdf'>Executive summary</a></section>{TEXT}</main>",
        ["https://www.bank.example/7.pdf", "https://www.bank.example/7-summary.pdf"]),
    "size beside a link makes no prose of its line": (
        f'<main><h1>Rates</h1>{TEXT}<div><a href="/data.xlsx">Data</a> (80 KB, XLSX)</div></main>',
        ["https://www.bank.example/data.xlsx"]),
    "link that says the whole name of a file is an attachment": (
        f'<main><h1>Rates</h1><ul><li><a href="/FileDown.do?id=1">251106 rates.hwp</a></li></ul>{TEXT}</main>',
        ["https://www.bank.example/FileDown.do?id=1"]),
    "file beside the text in a layout named after its menu is the pages own": (
        f'<main><h1>Rates</h1><div class="columns-menu-left"><div>{TEXT}</div><div><h2>Documents</h2>'
        '<a href="/papers/7/summary.pdf/@@download/file">Summary</a></div></div></main>',
        ["https://www.bank.example/papers/7/summary.pdf/@@download/file"]),
    "button that hands out a file of another host is an attachment": (
        f"<main><div><h1>Rates</h1><div>{TEXT}</div>"
        '<a href="https://cdn.files.example/66a/berths.pdf" class="button w-button">Download the report</a></div>'
        "</main>", ["https://cdn.files.example/66a/berths.pdf"]),
    "files below a heading of other publications are none": (
        f"<main><h1>Rates</h1>{TEXT}<h3>Related files</h3><ul><li><a href='/f/soils.pdf'>Annex 1</a></li></ul>"
        "<h3>See also</h3><ul><li><a href='/f/forests.pdf'>Forest strategy</a></li></ul></main>",
        ["https://www.bank.example/f/soils.pdf"]),
    "terms of reference are no terms of use": (
        f"<main><h1>Rates</h1>{TEXT}<ul><li><a href='/f/Terms_of_reference.pdf'>Terms_of_reference.pdf</a></li>"
        "<li><a href='/f/terms.pdf'>Terms of use</a></li></ul></main>",
        ["https://www.bank.example/f/Terms_of_reference.pdf"]),
    "files in a box beside the column of the text are its own where the heading says so": (
        f"<div><main><h1>Rates</h1>{TEXT}</main><aside class='sidebar'><h3>Supporting documents</h3><ul>"
        "<li><a href='/f/annex.xlsx'>Annex</a></li><li><a href='/media/1204/'>Letter_to_the_board.PDF</a></li></ul>"
        "<h3>Contact</h3><a href='/f/map.pdf'>Map</a></aside></div>"
        "<footer><h3>Documents</h3><a href='/f/statutes.pdf'>Statutes</a></footer>",
        ["https://www.bank.example/f/annex.xlsx", "https://www.bank.example/media/1204/"]),
    "files in the foot of the article are its own": (
        f"<article><h1>Rates</h1>{TEXT}<footer><h2>Files</h2><a href='/f/sheet.pdf'>Factsheet</a></footer></article>"
        "<footer><h2>Downloads</h2><a href='/f/statutes.pdf'>Statutes</a></footer>",
        ["https://www.bank.example/f/sheet.pdf"]),
    "files below a heading of links of the site are none": (
        f"<div><h1>Rates</h1>{TEXT}<div class='widget'><h4>Useful links</h4><ul><li><a href='/f/savers.pdf'>Handbook"
        "</a></li></ul></div></div>", []),
}


@pytest.mark.parametrize(("page", "expected"), FILES.values(), ids=FILES)
def test_files_of_a_page(page, expected):
    assert addresses(page) == expected


def test_download_beside_the_only_article_is_an_attachment_and_one_beside_several_is_none():
    beside = '<aside><h2>Documents</h2><a href="/files/7.pdf">English (PDF)</a></aside>'
    assert addresses(f"<main><article><h1>Rates</h1>{TEXT}</article>{beside}</main>") == [
        "https://www.bank.example/files/7.pdf"]
    assert addresses(f"<main><article><h1>Rates</h1>{TEXT}</article><article>{beside}</article></main>") == []


def test_same_file_linked_twice_is_one_attachment():
    assert len(addresses(f'<main><h1>Rates</h1><p><a href="/7.pdf">PDF</a></p>{TEXT}'
                         '<p><a href="/7.pdf?dl=1">PDF</a></p></main>')) == 1


def test_media_type_is_told_by_the_ending():
    assert media_type_of("https://e.org/data.CSV?v=2") == "text/csv"


def test_page_is_no_file():
    assert media_type_of("https://e.org/report.html") is None


def test_a_file_shown_within_the_page_is_an_attachment():
    for shown in ('<object data="/files/7.pdf" type="application/pdf"></object>', '<embed src="/files/7.pdf">',
                  '<iframe src="/viewer/web.html?file=/files/7.pdf#page=2"></iframe>',
                  '<iframe src="https://docs.example/view?url=https%3A%2F%2Fwww.bank.example%2Ffiles%2F7.pdf"></iframe>'):
        assert addresses(f"<main><h1>Rates</h1>{TEXT}{shown}</main>") == ["https://www.bank.example/files/7.pdf"]


def titles(markup: str) -> list[str | None]:
    page = Page.from_bytes(markup.encode(), url=URL, content_type="text/html; charset=utf-8")
    return [attachment.title for attachment in read_choices(page).attachments]


@pytest.mark.parametrize(("said", "name"), [
    ("Annual ports review (PDF, 1.2 MB, opens in new window)", "Annual ports review"),
    ("Annual ports review Pdf 346 KB", "Annual ports review"),
    ("PDF icon Annual ports review.pdf", "Annual ports review"),
    ("Bericht zu den Häfen (PDF, 1,2 MB, nicht barrierefrei, öffnet in neuem Fenster)", "Bericht zu den Häfen"),
    ("Rapport sur les ports (PDF - 1,2 Mo) - Nouvelle fenêtre", "Rapport sur les ports"),
    ("Скачать Доклад о портах, pdf, 346 Кб", "Доклад о портах"),
    ("港湾報告書[PDF 346KB]（新しいウィンドウで開きます）", "港湾報告書"),
    ("تقرير الموانئ (PDF، 1.2 ميغابايت)", "تقرير الموانئ"),
    ("<span>Opens in a new tab</span>Annual ports review<span>pdf</span><span>1.2 MB</span>", "Annual ports review"),
    ("Download the report (PDF, 2 MB)", "Download the report"),
    ("Ports in 2024 (second edition)", "Ports in 2024 (second edition)"),
])
def test_file_is_called_what_its_document_is_called(said: str, name: str) -> None:
    assert titles(f'<main><h1>Rates</h1>{TEXT}<p><a href="/files/7.pdf">{said}</a></p></main>') == [name]


@pytest.mark.parametrize("box", [
    '<div><h3>Annual ports review</h3><a href="/7.pdf">Download PDF</a><span>346 KB</span></div>',
    '<ul><li><span>Annual ports review</span> <a href="/7.pdf">PDF</a> (346 KB)</li></ul>',
    '<table><tr><td>Annual ports review</td><td><a href="/7.pdf">PDF</a></td></tr></table>',
    '<table><tr><td>5 March 2024</td><td>Annual ports review</td><td><a href="/7.pdf">PDF</a></td></tr></table>',
    '<div><div>Annual ports review</div><div>PDF, 1.2 MB, 34 pages</div><a href="/7.pdf">Download</a></div>',
    '<p><a href="/7.pdf" aria-label="Download Annual ports review PDF"><svg></svg></a></p>',
])
def test_link_that_names_nothing_takes_the_name_of_its_row_or_card(box: str) -> None:
    assert titles(f"<main><h1>Rates</h1>{TEXT}{box}</main>") == ["Annual ports review"]


def test_line_that_offers_a_file_below_the_text_is_none_of_it() -> None:
    page = f'<main><h1>Rates</h1>{TEXT}<ul><li>Ports review <a href="/7.pdf">PDF</a> (346 KB)</li></ul></main>'
    read = read_choices(Page.from_bytes(page.encode(), url=URL, content_type="text/html; charset=utf-8"))
    assert [block.kind for block in read.body.blocks] == ["paragraph"] * 4


def test_files_listed_beside_other_publications_in_one_box_are_attachments() -> None:
    prose = f"<p>{'The chain of moves ends after three steps in most of the towns. ' * 6}</p>"
    box = ('<div class="related-wrap"><div class="related-files"><h4>Files</h4><ul><li><a href="/f/chain.pdf">'
           'The study to keep</a></li></ul></div><div class="related-news"><h4>Related articles</h4><ul>'
           '<li><a href="/papers/empty">Empty is not always empty</a></li>'
           '<li><a href="/papers/costs">Why building became so dear</a></li></ul></div></div>')
    page = f"<html><body><article><h1>What a move sets off</h1>{prose * 3}{box}</article></body></html>"
    found = parse_page(Page.from_bytes(page.encode(), url="https://institute.example/papers/chain-of-moves"))
    assert [file.url for file in found.attachments] == ["https://institute.example/f/chain.pdf"]


def test_file_whose_key_stands_behind_its_name_is_known_by_the_name():
    assert media_type_of("https://e.org/documents/20181/report.pdf/8f1c22aa-7b11-4f0e-9d3c-aa12bb34cc56?t=17") == (
        "application/pdf")
    assert media_type_of("https://e.org/report.pdf/about") is None


def test_file_named_in_the_query_in_a_component_with_a_footer_is_an_attachment():
    link = "/document/download/71b2c0aa?filename=guide.pdf"
    foot = f'<div class="file__footer"><a href="{link}">Download</a></div>'
    box = f'<div class="file"><div class="file__title">Guide</div>{foot}</div>'
    page = Page.from_bytes(f"<main><h1>Rates</h1>{TEXT}{box}</main>".encode(), url=URL)
    assert [(file.url, file.media_type) for file in read_choices(page).attachments] == [
        (f"https://www.bank.example{link}", "application/pdf")]


def test_handler_that_sends_a_file_and_formats_named_beside_it():
    links = ("<p><a class='btn' href='/getfile.ashx?id=88'>Download the full report</a></p>"
             "<p><a href='/media/47/download?inline'>Report</a> (PDF, 1.2 MB)</p>"
             "<p>Available in: <a href='/f/7_fr.pdf'>Français</a> <a href='/f/7_es.pdf'>Español</a></p>"
             "<table><tr><td>Data</td><td><a href='/dl.php?f=9'>Excel (80 KB)</a></td></tr></table>"
             "<ul><li><a href='/file/124/en'>Annex 1 (XLSX, 80 KB)</a></li></ul>"
             "<p><a class='btn' href='/ficheiro?guid=79'>Baixar o estudo (PDF)</a></p>")
    assert addresses(f"<main><h1>Rates</h1>{links}{TEXT}</main>") == [
        "https://www.bank.example/getfile.ashx?id=88", "https://www.bank.example/media/47/download?inline",
        "https://www.bank.example/f/7_fr.pdf", "https://www.bank.example/f/7_es.pdf",
        "https://www.bank.example/dl.php?f=9", "https://www.bank.example/file/124/en",
        "https://www.bank.example/ficheiro?guid=79"]
