"""Names of those who wrote a saved text, and labels beside the day that are no names."""

import pytest

from archive.records import Page, Publication
from crawler.parsing.saved_text import read_saved_text
from tests.crawler.parsing.saved_text.test_saved_templates import HOST, head
from tests.crawler.parsing.saved_text.test_saved_text import DEK, PARAGRAPHS, TITLE

DAY = "July 18, 2025"


def names(publication: Publication) -> list[str]:
    return [author.name for author in publication.authors]


@pytest.mark.parametrize("lines", [
    ["Anna MossSenior Fellow", DAY], ["By Anna MossTwitter", DAY], ["Anna Moss, Senior Fellow"],
    ["Anna Moss, Clemson University", DAY], ["Anna Moss", "Published 3 hours ago"],
    ["Posted on July 18, 2025July 20, 2025 by Anna Moss"], ["July 18, 2025July 20, 2025Anna Moss"],
    ["Anna Moss Posted July 18, 2025"], ["By Anna Moss ● July 18, 2025 ● 6 min read"],
    ["Anna Moss", "Córdoba", "18/07/2025 Actualizado a las 15:10h."], [DAY, "Research paper", "Anna Moss"],
    ["Visualizations by:", "Anna Moss", DAY], ["Recipe by Anna Moss", DAY],
    ["07/18/2025 by Anna Moss, Representative of the members to the council"], ["By Anna Moss, Ghent", DAY],
], ids=" | ".join)
def test_one_who_signs_beside_the_title_is_the_author(lines: list[str]) -> None:
    assert names(head(TITLE, DEK, *lines)) == ["Anna Moss"]


@pytest.mark.parametrize("lines", [
    ["Anna Moss", "Raj Patel", DAY], ["by", "Anna Moss", "and", "Raj Patel", DAY], ["Anna Moss &", "Raj Patel", DAY],
    ["Authors:", "Anna Moss, Research Director", "Raj Patel, Policy Analyst", DAY],
    ["Anna Moss (River University) and Raj Patel (Port Institute)", DAY]], ids=" | ".join)
def test_several_who_sign_are_all_authors(lines: list[str]) -> None:
    assert names(head(TITLE, DEK, *lines)) == ["Anna Moss", "Raj Patel"]


def test_an_agency_signs_beside_a_person() -> None:
    assert names(head(TITLE, DEK, "Anna Moss and Reuters", DAY)) == ["Anna Moss", "Reuters"]


def test_names_in_capitals_above_the_day_sign() -> None:
    assert names(head(TITLE, DEK, "ANNA MOSS", f"PUBLISHED {DAY.upper()}")) == ["ANNA MOSS"]


def test_names_below_a_long_dek_sign() -> None:
    dek = f"{DEK} Three harbours have told us what they paid for it, and to whom, and for how many weeks of a year " \
          "they had to wait until the dredger came to them at last."
    assert names(head(TITLE, dek, "Anna Moss", "Published 18 July 2025")) == ["Anna Moss"]


@pytest.mark.parametrize("label", [
    "Human Rights", "Innere Sicherheit", "América Latina", "Affaires étrangères", "Права человека", "FOREIGN POLICY",
    "Photo by Anna Moss"])
def test_a_section_beside_the_day_signs_nothing(label: str) -> None:
    assert names(head(TITLE, DEK, label, DAY)) == []


def test_the_day_of_the_text_is_none_of_a_list_below_it() -> None:
    rows = [line for at in range(4) for line in (f"What dike {at} costs", f"{DAY} • Notes • Raj Patel",
                                                 "It costs more than anybody had thought of it.")]
    lines = [TITLE, f"{DAY} • Notes • Anna Moss", *[text for text in PARAGRAPHS for _ in range(2)], *rows]
    publication = read_saved_text(Page.from_bytes("\n".join(lines).encode(), url=HOST, content_type="text/plain"))
    assert [item.title for item in publication.related] == [f"What dike {at} costs" for at in range(4)]
    assert PARAGRAPHS[0] in publication.text
