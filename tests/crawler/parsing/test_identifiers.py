import pytest

from crawler.parsing.identifiers import find_identifiers, identifiers_in
from tests.crawler.parsing.pages import read


def identifiers(markup, url="https://example.org/papers/rates"):
    return find_identifiers(*read(markup, url)).values


def test_citation_tags_state_identifiers():
    said = {"doi": "doi:10.1787/ABC-en", "isbn": "978-92-64-26777-0", "issn": "0028-0836",
            "technical_report_number": "WP 24/7"}
    markup = "".join(f"<meta name='citation_{name}' content='{value}'>" for name, value in said.items())
    assert identifiers(markup) == {"doi": "10.1787/abc-en", "isbn": "9789264267770", "issn": "0028-0836",
                                   "report_number": "WP 24/7"}


def test_doi_of_a_cited_work_is_not_its_own():
    cited = "".join(f"<li>Smith, A. (201{n}). Work. doi: 10.1000/w{n}</li>" for n in range(3))
    assert identifiers(f"<h1>Rates</h1>{'<p>Some text.</p>' * 12}<h2>References</h2><ol>{cited}</ol>") == {}


def test_arxiv_and_handle():
    assert identifiers("<meta name='dc.identifier.uri' content='http://hdl.handle.net/10986/4391'>",
                       "https://arxiv.org/abs/2401.01234v2") == {"handle": "10986/4391", "arxiv": "2401.01234v2"}


def test_where_each_was_read_is_told():
    outline, claims = read("<meta name='citation_doi' content='10.1787/x'>")
    assert find_identifiers(outline, claims).origins == {"doi": "meta citation_doi"}


def test_a_kind_and_a_month_are_no_report_number() -> None:
    assert identifiers_in(["Report November 2024", "Bericht Nr. 17"]).values == {"report_number": "17"}


@pytest.mark.parametrize(("line", "number"), [
    ("CRS Report R12345 · Updated March 4, 2024", "R12345"), ("Drucksache 20/1234 · 12.04.2023", "20/1234"),
    ("Document de travail n° 2024-05", "2024-05"), ("Documento de trabajo N.º 2312", "2312"),
    ("Diskussionspapier Nr. 7/2023", "7/2023"), ("Working Paper 25-07", "25-07"),
    ("Pressemitteilung Nr. 24/2024", "24/2024"),
])
def test_numbers_of_series_in_many_languages(line, number):
    assert identifiers_in([line]).values == {"report_number": number}


@pytest.mark.parametrize("line", [
    "Working paper 2024", "Press release 5 May 2024", "Policy brief 12-03-2024", "Report COVID-19 cases",
    "Policy brief 3 authors",
])
def test_a_kind_and_a_day_or_words_are_no_report_number(line):
    assert identifiers_in([line]).values == {}


CITED = "<p>根据水发〔2024〕3号文件的要求，现通知如下。</p>"
FOUND = {
    "wrong check digit is no isbn": ("<meta name='citation_isbn' content='978-92-64-26777-4'>", {}),
    "year range is no issn": ("<p>ISSN work plan 2019-2020</p>", {}),
    "json ld identifier that is a doi": (
        '<script type="application/ld+json">{"@type": "Report", "headline": "A", "identifier": '
        '{"@type": "PropertyValue", "propertyID": "doi", "value": "https://doi.org/10.5281/zenodo.7"}}</script>',
        {"doi": "10.5281/zenodo.7"}),
    "doi named in a short line": (
        "<h1>Rates</h1><p>DOI: https://doi.org/10.1787/rates-en.</p>", {"doi": "10.1787/rates-en"}),
    "two dois in the text are none": ("<p>doi: 10.1000/one</p><p>doi: 10.1000/two</p>", {}),
    "label and number in two cells": ("<dl><dt>DOI</dt><dd>10.5555/abc.14</dd></dl>", {"doi": "10.5555/abc.14"}),
    "isbn of an edition": ("<li>ISBN (PDF): 978-92-64-26777-0</li>", {"isbn": "9789264267770"}),
    "isbn and issn with other dashes": (
        "<p>ISBN 978‑92‑64‑26777‑0</p><p>ISSN 0028–0836</p>", {"isbn": "9789264267770", "issn": "0028-0836"}),
    "report number after its label": ("<p>Working Paper No. 24/137</p>", {"report_number": "24/137"}),
    "number of a series": ("<p>Series: Working Paper No. 2025/123</p>", {"report_number": "2025/123"}),
    "number of a telephone is none": ("<p>Call 301-975-2000 for the report</p>", {}),
    "number of a chinese document on a line of its own": (
        f"<table><tr><td>发文字号：</td><td>海办发〔2025〕27号</td></tr></table>{CITED}",
        {"report_number": "海办发〔2025〕27号"}),
    "number of a chinese document in a sentence is that of another": (CITED, {}),
    "ecli": ("<p>ECLI:EU:C:2023:456</p>", {"ecli": "ECLI:EU:C:2023:456"}),
    "celex": ("<dl><dt>CELEX number</dt><dd>32024R0123</dd></dl>", {"celex": "32024R0123"}),
    "pmid and pmcid": ("<p>PMID: 34567890 | PMCID: PMC8123456</p>", {"pmid": "34567890", "pmcid": "PMC8123456"}),
    "two pmids are none": ("<p>PMID: 34567890</p><p>PMID: 34567891</p>", {}),
    "repec": ("<p>Handle: RePEc:abc:wpaper:24-07</p>", {"repec": "RePEc:abc:wpaper:24-07"}),
}


@pytest.mark.parametrize(("page", "expected"), FOUND.values(), ids=FOUND)
def test_identifiers_of_a_page(page, expected):
    assert identifiers(page) == expected


@pytest.mark.parametrize(("line", "found"), [
    ("PMCID: PMC8123456", {"pmcid": "PMC8123456"}), ("PubMed ID: 34567890", {"pmid": "34567890"}),
    ("hdl: 10986/4391", {"handle": "10986/4391"}), ("How to handle 2024/25 rates", {}),
    ("Digital Object Identifier: 10.1787/abc-en", {"doi": "10.1787/abc-en"}),
    ("978-92-64-26777-0 (ISBN)", {"isbn": "9789264267770"}), ("شابک: 978-92-64-26777-0", {"isbn": "9789264267770"}),
    ("arXiv: econ.GN/0512345", {"arxiv": "econ.GN/0512345"}), ("HAL Id : halshs-00123456", {"hal": "halshs-00123456"}),
    ("Available at SSRN: https://ssrn.com/abstract=4123456", {"ssrn": "4123456"}),
    ("ELI: http://data.europa.eu/eli/reg/2016/679/oj", {"eli": "http://data.europa.eu/eli/reg/2016/679/oj"}),
    ("Persistent identifier: https://urn.fi/URN:NBN:fi-fe2023051234567", {"urn": "URN:NBN:fi-fe2023051234567"}),
])
def test_identifiers_by_whatever_name_a_line_gives_them(line, found):
    assert identifiers(f"<h1>Rates</h1><p>{line}</p>") == found


@pytest.mark.parametrize("label", ["PMCID", "PubMed Central ID"])
def test_label_of_an_article_in_a_cell_of_its_own(label):
    assert identifiers(f"<dl><dt>{label}</dt><dd>PMC8123456</dd></dl>") == {"pmcid": "PMC8123456"}


@pytest.mark.parametrize("label", ["ISSN (en línea)", "Online-ISSN", "Print ISSN", "eISSN:", "ISSN-L"])
def test_label_may_say_of_which_edition_a_number_is(label):
    assert identifiers(f"<dl><dt>{label}</dt><dd>0028-0836</dd></dl>") == {"issn": "0028-0836"}


@pytest.mark.parametrize(("path", "found"), [
    ("/xmlui/handle/20.500.12345/678/browse", {"handle": "20.500.12345/678"}), ("/user/handle/2024/rates", {}),
    ("/details?id=ECLI%3ANL%3AHR%3A2024%3A123", {"ecli": "ECLI:NL:HR:2024:123"}),
    ("/TXT/?uri=CELEX:32016R0679R(02)", {"celex": "32016R0679R(02)"}), ("/people/eli/2024/news", {}),
    ("/eli/es/l/2015/10/01/39", {"eli": "https://example.org/eli/es/l/2015/10/01/39"}),
    ("/urn:nbn:nl:ui:22-2345678", {"urn": "urn:nbn:nl:ui:22-2345678"}), ("/hal-01234567v1", {"hal": "hal-01234567v1"}),
])
def test_identifiers_in_the_address(path, found):
    assert identifiers("<h1>Rates</h1>", f"https://example.org{path}") == found


@pytest.mark.parametrize("symbol", [
    "SEC (2008) 2637 final", "E/C.12/GC/24", "A/C.3/78/L.5", "S/PRST/2023/1", "FCCC/PA/CMA/2023/L.17",
    "HRI/GEN/1/Rev.9", "TD/B/C.I/MEM.2/45", "A/RES/70/1", "COM(2024) 123 final",
])
def test_symbols_of_many_bodies(symbol):
    assert identifiers(f"<p>{symbol}</p>") == {"report_number": symbol}


@pytest.mark.parametrize("sentence", [
    "The Assembly adopted resolution A/RES/70/1 after a long debate on development.",
    "As set out in COM(2024) 91 final, the Commission proposes a new rule for ports.",
    "Open 24/7, with A/C units in S/M/L.",
])
def test_symbol_in_a_sentence_is_not_its_own(sentence):
    assert identifiers(f"<p>{sentence}</p>") == {}
