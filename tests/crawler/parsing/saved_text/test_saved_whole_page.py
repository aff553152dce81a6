"""A whole page saved as text: menus above the publication, the site's foot below it."""

import pytest

from archive.records import Page, Publication
from crawler.parsing.saved_text import read_saved_text
from tests.crawler.parsing.saved_text.test_saved_text import DEK, PARAGRAPHS, TITLE, text_of

MENU = ["Skip to content", "Topics", "Transport", "Environment", "Trade", "Related", "Popular", "Our experts", "Events",
        "About us", "Careers", "Contact", "Search", "Subscribe to our letter", "Donate"]
FOOT = ["About us", "Careers", "Press office", "Privacy policy", "Terms of use", "Contact"]
NOTICE = "We use cookies to remember your choices and to count visits, as our notice explains in some more detail."


def read(text: str, url: str = "https://example.org/page.php?p=0000831") -> Publication:
    return read_saved_text(Page.from_bytes(text.encode(), url=url, content_type="text/plain"))


def told(publication: Publication) -> tuple[object, ...]:
    return publication.title, publication.dek, publication.published, publication.text, publication.related


@pytest.mark.parametrize("before", [
    MENU, [f"{TITLE} | River Institute", *MENU], [*MENU, NOTICE, "Accept all", "Choose", *MENU],
    [f"{TITLE} - River Institute"],
], ids=["menu", "title tag and menu", "cookie notice between menus", "title tag alone"])
def test_a_whole_page_reads_like_the_publication_alone(before):
    assert told(read(text_of(before=before))) == told(read(text_of()))


def test_menu_entry_called_related_does_not_end_the_page():
    assert PARAGRAPHS[3] in read(text_of(before=["Home", "Related", "News", "Latest news", *MENU])).text


def test_title_is_known_by_the_address():
    text = text_of(before=[*MENU, "Ports pool their budgets and freight rates fall"],
                   title="Cheaper river mud for ports")
    assert read(text, "https://example.org/2025/cheaper-river-mud-ports").title == "Cheaper river mud for ports"


def test_trail_of_crumbs_is_no_title():
    assert read(text_of(before=[*MENU, f"Home » Transport » {TITLE}"])).title == TITLE


def test_entries_of_the_foot_are_no_body():
    assert read(text_of(related_heading=None, after=FOOT)).text.endswith(PARAGRAPHS[3])


def test_a_list_that_closes_the_text_stays():
    items = ["- Silt traps", "- Shared vessels", "- One laboratory", "- A public tender"]
    assert "A public tender" in read(text_of(related_heading=None, related=(), after=items)).text


def test_a_text_without_menus_keeps_its_section():
    publication = read(text_of(before=["Transport"]))
    assert (publication.section, publication.title, publication.dek) == ("Transport", TITLE, DEK)
