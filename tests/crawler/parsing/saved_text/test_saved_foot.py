"""What stands below the body of a saved page and is none of it: rows of buttons, appeals, links of the foot."""

import pytest

from archive.records import Page, Publication
from crawler.parsing import parse_page
from crawler.parsing.saved_text.share_rows import read_share_row

TITLE = "Harbour dues and their uses"
BODY = ("Harbour dues pay for less than half of the dredging that the channel has needed since the locks were opened.",
        "The council wants to raise them for ships that draw more water, and to keep them low for the coastal ferries.",
        "Both plans were weighed against what the ports along the river ask of ships of the same draught and length.")


def read(*below: str) -> Publication:
    text = "\n\n".join((TITLE, "5 March 2024", *BODY, *below))
    return parse_page(Page.from_bytes(text.encode(), url="https://example.org/a", content_type="text/plain"))


@pytest.mark.parametrize("below", [
    ("Sdílet na Facebooku Sdílet na Bluesky",), ("Enviar por correo electrónico Compartir en X",),
    ("Dela sidan LinkedIn E-post",), ("LINE 分享 臉書分享",), ("Jaa Facebookissa LinkedInissä",),
    ("Líbil se vám článek? Podpořte naši práci.", "Darovat"), ("Donate now",), ("Aviso legal",),
    ("Privacy policy", "Contact us"), ("Zurück zur Übersicht",), ("목록",), ("2 comentarios:", "Muy bien dicho."),
    ("Download the whole opinion (PDF)",), ("Contact: Ada One, ada.one@river.example",),
    ("Voor media: pers@river.example",), ("About the author: Ada One writes about ports and rivers.",),
], ids=" / ".join)
def test_lines_that_end_the_page_are_no_text(below: tuple[str, ...]) -> None:
    assert read(*below).text.splitlines()[-1] == BODY[-1]


@pytest.mark.parametrize("last", [
    "Support the ports that keep their dues low, and the rivers will carry more.",
    "Contact with other ports has shown the council what a fair share of the dredging is.",
    "The report (PDF) was read by the council before the vote, and by few of those who pay the dues.",
])
def test_a_last_sentence_of_the_text_stays(last: str) -> None:
    assert read(last).text.splitlines()[-1] == last


def test_hash_tags_are_topics() -> None:
    publication = read("#ports #dues")
    assert publication.topics == ("ports", "dues") and "#" not in publication.text


@pytest.mark.parametrize(("row", "networks"), [
    ("Udostępnij na Facebooku", ("facebook",)), ("Telegram'da paylaş", ("telegram",)),
    ("Facebook X", ("facebook", "x")),
])
def test_networks_are_known_with_the_endings_of_their_language(row: str, networks: tuple[str, ...]) -> None:
    assert read_share_row(row) == networks


ENTRIES = ("Harbours", "Locks and weirs", "Charts", "Our people", "Press room", "Vacancies", "Tenders", "Maps")


def test_menu_and_offers_below_the_text_are_none_of_it() -> None:
    offers = ("Pilots ask for a night shift", "What a lock keeper earns", "Our mails tell what changes on the river.")
    assert read(*ENTRIES, *offers, *ENTRIES).text.splitlines()[-1] == BODY[-1]


def test_menu_between_title_and_text_is_none_of_it() -> None:
    text = "\n".join((TITLE, "5 March 2024", *ENTRIES, *BODY))
    page = Page.from_bytes(text.encode(), url="https://example.org/a", content_type="text/plain")
    assert parse_page(page).text.splitlines()[0] == BODY[0]


@pytest.mark.parametrize("items", [
    tuple(f"The {word} of the harbour and its basins" for word in ("quay", "crane", "lock", "weir", "mole", "berth")),
    ("- the quay", "- the crane", "- the lock")], ids=["long", "few"])
def test_items_that_end_the_text_stay(items: tuple[str, ...]) -> None:
    assert read("The council asks for these in order:", *items).text.splitlines()[-1] == items[-1].lstrip("- ")


def test_steps_below_a_heading_that_offers_more_are_the_text() -> None:
    steps = [f"Step {at}: ask the harbour master of the {word} for the papers of the year before"
             for at, word in enumerate(("north", "south", "east", "west"))]
    lines = (TITLE, "5 March 2024", "Ships pay in four steps.", "Related resources", "Charts of the river", *steps)
    page = Page.from_bytes("\n".join(lines).encode(), url="https://example.org/a", content_type="text/plain")
    assert all(step in parse_page(page).text for step in steps)
