"""Pages that were read like publications, and are lists."""

from dataclasses import replace

import pytest

from archive.records import Attachment, Block, BlockKind, Link, Publication
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


def teasers(times: int = 1, titles: tuple[str, ...] = TITLES) -> list[Block]:
    return [block for title in titles for block in (Block("heading", title, 3), paragraph(times))]


def table(times: int, row: str = "{n}\t{title}\t3 May 2024", head: str = "") -> Block:
    return Block("table", head + "\n".join(row.format(n=n, title=title) for n, title in enumerate(TITLES * times)))


def lines(kind: BlockKind, line: str, titles: tuple[str, ...] = TITLES) -> list[Block]:
    return [Block(kind, line.format(title)) for title in titles]


NAMES, FILE_ROW, HEAD = ("Ada Lind", "Tom Reed", "Eva Ford"), "{title}\t2024\tPDF (300 KB)", "No\tTitle\tDate\n"
FILES, ROWS = "a list of files", "a table whose rows are other publications"
ITEMS, HEADINGS = "items that each lead on", "headings that each lead on"
LISTS = {
    "files whose titles stand beside their links": (page(table(1, FILE_ROW), files=True), FILES),
    "files that each stand under a title of their own": (page(*teasers(), files=True), FILES),
    "titles and days in a table": (page(table(2, head=HEAD), links=TITLES), ROWS),
    "a table whose links are pictures": (page(table(2, head=HEAD)), ROWS),
    "a table with a sentence above it": (page(paragraph(1), table(5)), ROWS),
    "two items that are hardly more than links": (
        page(*lines("item", "{} A. Ruiz", TITLES[:2]), links=TITLES[:2]), ITEMS),
    "names that each lead on": (page(*lines("paragraph", "{} Senior fellow, rivers", NAMES), links=NAMES), ITEMS),
    "lines without an end, whose links are pictures": (page(*lines("paragraph", "{}", TITLES * 2)), ITEMS),
    "references to pages of the publisher": (
        page(*lines("paragraph", "Ana Ruiz and Tom Baker (2024) {}. Working Paper."), links=TITLES), ITEMS),
    "a topic that leads on to papers": (page(paragraph(2), *teasers(), links=TITLES), HEADINGS),
    "a list narrowed down to one": (
        page(Block("heading", TITLES[0], 3), Block("paragraph", "7 May 2024"), links=TITLES[:1]), HEADINGS),
}
TEXTS = {
    "a paper with its annexes in a table": page(paragraph(4), table(1, f"Annex: {FILE_ROW}"), files=True),
    "a report with its chapters as files": page(*teasers(1, ("Chapter one", "Chapter two", "Annex")), files=True),
    "a report with its data beside it": page(*teasers(1, (*TITLES[:1], "Summary", "Data")), files=True),
    "a table of figures": page(table(3, "Region {n}\t{n}17\t{n}3 per cent")),
    "a table below a text": page(paragraph(2), table(2, "{title}\t2024")),
    "a table of a page that states its day": page(table(2, "{title}\t2024"), published="meta article:published_time"),
    "a long text with its further reading": page(paragraph(12), *teasers(), links=TITLES),
    "headings with much below each": page(paragraph(1), *teasers(6), links=TITLES),
    "headings of a page that states its day": page(
        paragraph(2), *teasers(), links=TITLES, published="json-ld datePublished"),
    "headings that lead nowhere": page(paragraph(2), *teasers(), links=("another study",) * 3),
    "sentences, however short": page(*lines("paragraph", "{}.", TITLES * 2)),
    "paragraphs that cite": page(*lines("paragraph", f"{TEXT} {{}}. Working Paper."), links=TITLES),
    "paragraphs in a script without spaces and ends": page(
        *[Block("paragraph", "คณะกรรมการได้พิจารณารายงานเกี่ยวกับแม่น้ำ" * 3)] * 6),
}


@pytest.mark.parametrize(("said", "reason"), LISTS.values(), ids=LISTS)
def test_a_list_is_told_by_what_was_read_of_it(said: Publication, reason: str) -> None:
    assert list_reason(said) == f"an index: {reason}"


@pytest.mark.parametrize("said", TEXTS.values(), ids=TEXTS)
def test_a_text_that_resembles_one_is_none(said: Publication) -> None:
    assert list_reason(said) is None


def test_lines_of_one_paragraph_that_each_lead_on_are_a_list() -> None:
    lines = "\n".join(f"3 May 2024 {title}" for title in TITLES)
    assert list_reason(page(Block("paragraph", lines), links=TITLES)) == "an index: items that each lead on"
    assert list_reason(page(Block("paragraph", lines), links=TITLES[:1])) is None


@pytest.mark.parametrize(("before", "is_list"), [(1, True), (6, False)])
def test_files_with_an_abstract_below_each_title_are_a_list(before: int, is_list: bool) -> None:
    blocks = [paragraph(before), *(block for title in TITLES for block in (Block("paragraph", title), paragraph(4)))]
    files = tuple(Attachment(f"https://institute.example/{n}.pdf", "application/pdf", title)
                  for n, title in enumerate(TITLES))
    assert (list_reason(replace(page(*blocks), attachments=files)) == "an index: a list of files") is is_list
