"""Pages that were read like publications, and are lists."""

from dataclasses import replace

import pytest

from archive.records import Attachment, Block, Link, Publication
from crawler.reading.lists import list_reason

TITLES = ("Sharing the cost of dredging", "Lock fees on the lower river", "What heat plans ask of towns")
TEXT = "The council weighed the evidence of three summers and asked the towns along the river for their plans. "


def page(*blocks: Block, files: bool = False, links: tuple[str, ...] = (), **evidence: str) -> Publication:
    """A page of these blocks, with a PDF for each title or links with these words."""
    site = "https://institute.example"
    attached = tuple(Attachment(f"{site}/{n}.pdf", "application/pdf", "PDF") for n in range(len(TITLES)) if files)
    return Publication(source="", url=f"{site}/topics/water", title="Water", blocks=blocks, attachments=attached,
                       links=tuple(Link(f"{site}/papers/{n}", text) for n, text in enumerate(links)), evidence=evidence)


def paragraph(times: int) -> Block:
    return Block("paragraph", TEXT * times)


def teasers(times: int = 1) -> list[Block]:
    return [block for title in TITLES for block in (Block("heading", title, 3), paragraph(times))]


def table(name: str = "") -> Block:
    return Block("table", "\n".join(f"{name}{title}\t2024\tPDF (300 KB)" for title in TITLES))


def test_files_whose_titles_stand_beside_their_links_are_a_list() -> None:
    assert list_reason(page(table(), files=True)) == "an index: a list of files"


def test_a_paper_with_its_annexes_in_a_table_is_none() -> None:
    assert list_reason(page(paragraph(4), table("Annex: "), files=True)) is None


def test_lines_of_one_paragraph_that_each_lead_on_are_a_list() -> None:
    lines = "\n".join(f"3 May 2024 {title}" for title in TITLES)
    assert list_reason(page(Block("paragraph", lines), links=TITLES)) == "an index: items that each lead on"
    assert list_reason(page(Block("paragraph", lines), links=TITLES[:1])) is None


@pytest.mark.parametrize("links", [(), TITLES])
def test_a_table_of_titles_and_days_is_a_list_though_its_links_are_pictures(links: tuple[str, ...]) -> None:
    register = Block("table", "No\tTitle\tDate\n" + "\n".join(f"{n}\t{title}\t3 May 2024"
                                                              for n, title in enumerate(TITLES * 2)))
    assert list_reason(page(register, links=links)) == "an index: a table whose rows are other publications"


def test_a_table_of_titles_and_days_is_a_list_with_a_sentence_above_it_too() -> None:
    register = Block("table", "\n".join(f"{n}\t{title}\t3 May 2024" for n, title in enumerate(TITLES * 5)))
    assert list_reason(page(paragraph(1), register)) == "an index: a table whose rows are other publications"


def test_a_table_below_a_text_or_of_figures_is_none() -> None:
    figures = Block("table", "\n".join(f"Region {n}\t{n * 17}\t{n * 3} per cent" for n in range(9)))
    register = Block("table", "\n".join(f"{title}\t2024" for title in TITLES * 2))
    assert list_reason(page(figures)) is None
    assert list_reason(page(paragraph(2), register)) is None
    assert list_reason(page(register, published="meta article:published_time")) is None


def test_two_items_that_are_hardly_more_than_links_are_a_list() -> None:
    items = [Block("item", f"{title} A. Ruiz") for title in TITLES[:2]]
    assert list_reason(page(*items, links=TITLES[:2])) == "an index: items that each lead on"


def test_a_topic_that_leads_on_to_papers_is_a_list() -> None:
    assert list_reason(page(paragraph(2), *teasers(), links=TITLES)) == "an index: headings that each lead on"


@pytest.mark.parametrize(("before", "below"), [(12, 1), (1, 6)])
def test_a_text_that_says_more_than_where_its_headings_lead_is_none(before: int, below: int) -> None:
    assert list_reason(page(paragraph(before), *teasers(below), links=TITLES)) is None


def test_a_page_that_states_its_day_is_none_whatever_its_headings() -> None:
    assert list_reason(page(paragraph(2), *teasers(), links=TITLES, published="json-ld datePublished")) is None


def test_headings_that_lead_nowhere_are_those_of_a_text() -> None:
    assert list_reason(page(paragraph(2), *teasers(), links=("another study",) * 3)) is None


def test_names_that_each_lead_on_are_a_list() -> None:
    names = ("Ada Lind", "Tom Reed", "Eva Ford")
    people = [Block("paragraph", f"{name} Senior fellow, rivers") for name in names]
    assert list_reason(page(*people, links=names)) == "an index: items that each lead on"


def cards(titles: tuple[str, ...]) -> list[Block]:
    return [block for title in titles for block in (Block("heading", title, 3), paragraph(1))]


def test_files_that_each_stand_under_a_title_of_their_own_are_a_list() -> None:
    assert list_reason(page(*cards(TITLES), files=True)) == "an index: a list of files"


@pytest.mark.parametrize(("before", "is_list"), [(1, True), (6, False)])
def test_files_with_an_abstract_below_each_title_are_a_list(before: int, is_list: bool) -> None:
    blocks = [paragraph(before), *(block for title in TITLES for block in (Block("paragraph", title), paragraph(4)))]
    files = tuple(Attachment(f"https://institute.example/{n}.pdf", "application/pdf", title)
                  for n, title in enumerate(TITLES))
    assert (list_reason(replace(page(*blocks), attachments=files)) == "an index: a list of files") is is_list


@pytest.mark.parametrize("titles", [("Chapter one", "Chapter two", "Annex"), (*TITLES[:1], "Summary", "Data")])
def test_a_report_with_its_chapters_as_files_is_none(titles: tuple[str, ...]) -> None:
    assert list_reason(page(*cards(titles), files=True)) is None


def test_lines_without_an_end_are_a_list_though_their_links_are_pictures() -> None:
    said = list_reason(page(*(Block("paragraph", title) for title in TITLES * 2)))
    assert said == "an index: items that each lead on"


def test_sentences_are_none_however_short() -> None:
    assert list_reason(page(*(Block("paragraph", f"{title}.") for title in TITLES * 2))) is None


def test_paragraphs_in_a_script_without_spaces_and_ends_are_a_text() -> None:
    assert list_reason(page(*[Block("paragraph", "คณะกรรมการได้พิจารณารายงานเกี่ยวกับแม่น้ำ" * 3)] * 6)) is None


def test_a_list_narrowed_down_to_one_is_a_list() -> None:
    one = [Block("heading", TITLES[0], 3), Block("paragraph", "7 May 2024")]
    assert list_reason(page(*one, links=TITLES[:1])) == "an index: headings that each lead on"


def references(*, beside: str) -> list[Block]:
    return [Block("paragraph", f"{beside} {title}. Working Paper.") for title in TITLES]


def test_references_to_pages_of_the_publisher_are_a_list() -> None:
    said = page(*references(beside="Ana Ruiz and Tom Baker (2024)"), links=TITLES)
    assert list_reason(said) == "an index: items that each lead on"


def test_paragraphs_that_cite_are_none() -> None:
    assert list_reason(page(*references(beside=TEXT), links=TITLES)) is None
