"""The head of a saved page amid menus and notices: which line is the title, who signed, when."""

import pytest

from archive.records import Publication
from tests.crawler.parsing.saved_text.test_saved_text import PARAGRAPHS, text_of
from tests.crawler.parsing.saved_text.test_saved_whole_page import MENU, read

TITLE = "Ninety small courts want a scanner, not a portal"
DEK = "A modest plan would make paper files searchable without moving a single folder from its shelf."
COURTS = ("Small courts keep their records in paper folders for a reason that has little to do with nostalgia. A clerk "
          "with three rooms finds a file in a minute, while the portal takes four and no scanner is in reach.")
TICKER = ["Trending", "Port strike enters third week", "Water rates vote tonight"]


def page(*lines: str, before: tuple[str, ...] = ()) -> Publication:
    """The page whose head is these lines, below a menu."""
    return read("\n".join((*before, *lines, COURTS, *PARAGRAPHS, COURTS)), "https://notes.example/justice/831")


@pytest.mark.parametrize("before", [
    ("Civic NotesMenu",), ("Civic Notes", "Menu"), tuple(MENU), (*MENU, *TICKER), (*TICKER, *MENU[:4]),
    ("Friday edition", "Log in", "My account", "Subscribe for two coins a week", "Close"),
], ids=["site and button", "two lines", "menu", "menu and ticker", "ticker and menu", "offers"])
@pytest.mark.parametrize("head", [
    (TITLE, DEK, "July 18, 2025 | 5 min read"), ("July 18, 2025 | 5 min", "JUSTICE", TITLE, DEK, "Facebook X Email"),
    ("JUSTICE", TITLE, "By Priya Nandakumar", "July 18, 2025", DEK, "Facebook", "X", "Email"),
], ids=["date below", "date above", "date before dek"])
def test_title_is_found_below_what_stands_above_it(before: tuple[str, ...], head: tuple[str, ...]) -> None:
    read_page = page(*head, before=before)
    assert (read_page.title, read_page.published, read_page.dek) == (TITLE, "2025-07-18", DEK)
    assert read_page.text.startswith(COURTS)


def test_line_with_the_day_is_no_title() -> None:
    speech = page(TITLE, "18.07.2025", "Minister Tomasz Wilczek", "Opole, Kongres Gmin, 17 lipca 2025 r.")
    assert (speech.title, speech.published) == (TITLE, "2025-07-18")


def test_label_that_the_address_names_is_the_section() -> None:
    assert page("Justice", TITLE, DEK, "July 18, 2025", before=tuple(MENU)).section == "Justice"
    assert page("Give now", TITLE, DEK, "July 18, 2025", before=tuple(MENU)).section is None


@pytest.mark.parametrize("head", [
    (TITLE, DEK, "Priya Nandakumar", "July 18, 2025"), (TITLE, "Priya Nandakumar", "5 min read", DEK),
    (TITLE, "Priya Nandakumar July 18, 2025", DEK), ("July 18, 2025", "Priya Nandakumar", TITLE, DEK),
    (TITLE, "By", "Priya Nandakumar", "July 18, 2025", DEK), (TITLE, "Priya Nandakumar", "Senior Fellow", DEK),
    (TITLE, "Written by", "Priya Nandakumar", DEK, "July 18, 2025"),
], ids=" / ".join)
def test_names_alone_beside_a_day_are_the_authors(head: tuple[str, ...]) -> None:
    signed = page(*head, before=tuple(MENU))
    assert [author.name for author in signed.authors] == ["Priya Nandakumar"]
    assert "Nandakumar" not in signed.text


def test_reporters_are_named_by_what_they_are_called() -> None:
    assert [author.name for author in page(TITLE, "2025.07.21 09:12", "김서연 기자", DEK).authors] == ["김서연"]


@pytest.mark.parametrize("label", ["Paper Folders", "Justice", "Court Records", "Ninety Small Courts"])
def test_a_label_beside_a_day_is_no_author(label: str) -> None:
    assert page(label, "July 18, 2025", TITLE, DEK, before=tuple(MENU)).authors == ()


def test_paragraphs_between_marks_stay() -> None:
    live = page(TITLE, "July 18, 2025", "The courts meet tonight to vote on the plan; we follow them from the hall.",
                "21.31 BST", "The plan is adopted with a majority of two, and the first scanner is bought at once.")
    assert "we follow them" in f"{live.dek} {live.text}" and "The plan is adopted" in live.text


def test_sentence_as_title_stays_where_headings_are_sentences() -> None:
    title = "Small courts keep their paper and still learn to share it."
    text = text_of(before=MENU, title=title, headings=["A joint tender replaces three separate bargains.",
                                                       "Savings flow back into the river itself."])
    assert read(text).title == title


@pytest.mark.parametrize("line", [
    "This entry was posted on Friday, July 18, 2025 and is filed under Justice. You can follow any responses to it.",
    "July 18, 2025 4 months The Docket 142 Views", "* Stand: 18. Juli 2025, 10:49 Uhr"])
def test_a_day_amid_a_line_is_the_day_of_publication(line: str) -> None:
    assert (page(TITLE, line).published or "")[:10] == page(TITLE, "", *PARAGRAPHS, line).published[:10] == "2025-07-18"


def test_a_day_in_the_address_is_the_day_of_publication() -> None:
    text = "\n".join((TITLE, *PARAGRAPHS))
    assert read(text, "https://notes.example/2025/07/18/justice").published == "2025-07-18"


@pytest.mark.parametrize("line", [
    "07/18/2025 • Friday Notes • Priya Nandakumar", "By Priya NandakumarPublished: July 18, 2025",
    "By PRIYA NANDAKUMARPUBLISHED: July 18, 2025"])
def test_names_amid_a_line_with_a_day_are_the_authors(line: str) -> None:
    signed = page(TITLE, line, DEK)
    assert [author.name.title() for author in signed.authors] == ["Priya Nandakumar"]
    assert signed.published == "2025-07-18"


def test_names_below_their_label_at_the_end_are_the_authors() -> None:
    signed = page(TITLE, "3 minute read", *PARAGRAPHS, "Author(s)", "* Priya Nandakumar", "* Bo Two", "Download pdf")
    assert [author.name for author in signed.authors] == ["Priya Nandakumar", "Bo Two"]


def test_of_a_title_said_twice_the_one_above_the_day_is_the_title() -> None:
    summary = ("Summary", "Courts want a scanner. This was written by a machine.", "Close", "Members only", "Search")
    signed = page(TITLE, *summary, TITLE, "Priya Nandakumar", "July 18, 2025", before=tuple(MENU))
    assert (signed.published, [author.name for author in signed.authors]) == ("2025-07-18", ["Priya Nandakumar"])
