"""Saved text that a program wrote: Markdown, facts above the text, numbered links, notices."""

import time

import pytest

from archive.export.markdown import markdown_text
from archive.records import Page, Publication
from crawler.parsing.saved_text import read_saved_text
from crawler.parsing.saved_text.lines import Line, read_lines

TITLE = "Ports learn to share the cost of dredging"
PROSE = [
    "Dredging is the quiet expense of every river port, for silt settles, channels narrow, and ships have to wait.",
    "Harbour masters compared their invoices and found that they paid very different prices for the same mud.",
    "Prices fell by a third in the first season, and the quiet weeks were given to the spawning grounds of the river.",
]


def read(text: str) -> Publication:
    return read_saved_text(Page.from_bytes(text.encode(), url="https://estuary.example/a", content_type="text/plain"))


def lines_of(text: str) -> tuple[Line, ...]:
    return read_lines(text.encode(), alone=lambda text: False)


def paragraphs(publication: Publication) -> list[str]:
    return [block.text for block in publication.blocks if block.kind == "paragraph"]


MARKDOWN = f"""---
title: "{TITLE}"
date: 2025-07-18
author: Ines Okafor
tags: [ports, rivers]
---

# {TITLE}

**{PROSE[0]}**

## What the *invoices* said

{PROSE[1]} See [the survey](https://estuary.example/s "all of it").

![A chart](https://estuary.example/c.png)

- Two \\* three
- Four

{PROSE[2]}
"""


LISTED = f"""---
title: "{TITLE} | Estuary"
date: 2025-07-18
author:
  - Ines Okafor
  - Raj Patel
tags:
- ports
- rivers
---

_{PROSE[0]}_

## What the invoices said

{PROSE[1]}

{PROSE[2]}
"""


def test_facts_whose_values_are_lists_are_read() -> None:
    publication = read(LISTED)
    assert (publication.title, publication.published) == (TITLE, "2025-07-18")
    assert [author.name for author in publication.authors] == ["Ines Okafor", "Raj Patel"]
    assert (publication.topics, "_" in publication.text) == (("ports", "rivers"), False)


def test_markdown_is_read_without_its_marks():
    publication = read(MARKDOWN)
    assert (publication.title, publication.published) == (TITLE, "2025-07-18")
    assert [author.name for author in publication.authors] == ["Ines Okafor"]
    assert [(block.kind, block.text) for block in publication.blocks] == [
        ("paragraph", PROSE[0]), ("heading", "What the invoices said"), ("paragraph", f"{PROSE[1]} See the survey."),
        ("item", "Two * three"), ("item", "Four"), ("paragraph", PROSE[2])]


def test_our_own_markdown_is_read_back():
    record = read(MARKDOWN).to_record()
    again = read(markdown_text(record)).to_record()
    for key in ("title", "published", "authors", "text", "blocks"):
        assert again[key] == record[key], key


def test_facts_above_a_text_are_its_title_day_and_author():
    publication = read("\n".join([f"Title: {TITLE}", "URL: https://estuary.example/a", "Date: 2025-07-18",
                                  "Author: Ines Okafor", "", *PROSE]))
    assert (publication.title, publication.published, publication.section) == (TITLE, "2025-07-18", None)
    assert [author.name for author in publication.authors] == ["Ines Okafor"]
    assert paragraphs(publication) == PROSE


def test_numbers_of_links_and_the_list_of_addresses_are_no_text():
    publication = read("\n\n".join([
        TITLE, "By [1]Ines Okafor", "18 July 2025", PROSE[0].replace("river", "[2]river"), PROSE[1] + " [9]", PROSE[2],
        "References", "   1. https://estuary.example/ines\n   2. https://estuary.example/river"]))
    assert [author.name for author in publication.authors] == ["Ines Okafor"]
    assert [block.text for block in publication.blocks] == [PROSE[0], PROSE[1] + " [9]", PROSE[2]]


@pytest.mark.parametrize("notice", [
    "We use cookies to improve your experience on our website. By browsing it, you agree to our use of cookies.",
    "Wir verwenden Cookies, um unsere Website für Sie möglichst benutzerfreundlich zu gestalten."])
def test_a_notice_on_cookies_is_no_title(notice: str):
    publication = read("\n".join([notice, "Accept all", "Ablehnen", TITLE, "By Ines Okafor", "July 18, 2025", *PROSE]))
    assert (publication.title, publication.section) == (TITLE, None)


def test_a_publication_on_cookies_keeps_its_title():
    title = "Browsers and the end of the third-party cookie"
    assert read("\n".join([title, "July 18, 2025", *PROSE])).title == title


def test_an_address_alone_above_the_title_is_no_section():
    assert read("\n".join(["https://estuary.example/a", TITLE, "July 18, 2025", *PROSE])).section is None


def test_tags_may_stand_on_the_line_below_their_label():
    publication = read("\n".join([TITLE, "July 18, 2025", *PROSE, "Tags:", "ports, rivers"]))
    assert (publication.topics, paragraphs(publication)) == (("ports", "rivers"), PROSE)


@pytest.mark.parametrize("text", [
    f"{TITLE}\nBy Ines Okafor\n{PROSE[0]} It [1] said * so * and a_b_c\n# 1 of them\n{PROSE[1]}",
    "1. https://estuary.example/\n2. https://estuary.example/b\nOne [1] word",
    f"#Dredging\nLink: the survey\n{TITLE}"])
def test_what_no_program_marked_is_left_as_it_is(text: str):
    assert [line.text for line in lines_of(text)] == text.split("\n")


@pytest.mark.parametrize("part", ["[a](b)", "[", "*a", "_", "![", "[a](", "**a ", "\\*", "<http://", "title: x\n",
                                  "<a ", "a\n===\n", "a <http://b\n", "[a]{", "![a\n"])
def test_marks_without_end_take_time_as_their_length(part: str):
    started = time.process_time()
    lines_of("# a\n- x\n" + part * (600_000 // len(part)))
    assert time.process_time() - started < 2


def test_labels_of_a_newspaper_archive_are_no_text():
    export = read("\n\n".join((TITLE, "July 18, 2025 Friday", "BYLINE: Ines Okafor, Staff Writer", "SECTION: TRADE; A4",
                               "LENGTH: 612 words", "DATELINE: NORTH PORT", *PROSE, "LOAD-DATE: July 19, 2025")))
    assert paragraphs(export) == PROSE and export.published == "2025-07-18"
    assert ([author.name for author in export.authors], export.section) == (["Ines Okafor"], "TRADE")


def test_rights_above_the_text_do_not_end_it():
    export = read("\n".join((TITLE, "By Ines Okafor", "612 words", "18 July 2025", "The Estuary", "English",
                             "(c) 2025 The Estuary. All rights reserved.", "", *PROSE, "", "Document EST0000")))
    assert set(PROSE) <= set(paragraphs(export))
