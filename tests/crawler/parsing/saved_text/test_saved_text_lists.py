"""Saved text: menus above, offers between paragraphs, ranked lists and feet below."""

from typing import Any

import pytest

from archive.records import Page
from crawler.parsing import parse_page

PARAGRAPH = ("The levy moves the cost of carbon to the border, and the border moves it to the buyer, who was never "
             "asked whether he would rather pay for the steel or for the air that it was made with.")
HEAD = ("Carbon at the border", "March 3, 2025")
MENU = "Home\nNews\nAbout us"


def _record_of(*parts: str) -> dict[str, Any]:
    page = Page.from_bytes("\n\n".join(parts).encode(), url="https://institute.example/a",
                           content_type="text/plain; charset=utf-8")
    return parse_page(page).to_record()


@pytest.mark.parametrize("offer", [
    "Read also:\nSteel and tariffs after the levy", "Read also: Steel and tariffs after the levy"])
def test_offer_between_paragraphs_ends_no_body(offer: str) -> None:
    record = _record_of(MENU, *HEAD, PARAGRAPH, PARAGRAPH, offer, PARAGRAPH, PARAGRAPH,
                        "Related articles\nWho pays for the levy?\nPorts prepare for the levy")
    assert record["text"].count("never asked") == 4
    assert "Steel" not in record["text"]
    assert [(item["kind"], item["title"]) for item in record["related"]] == [
        ("inline", "Steel and tariffs after the levy"), ("related", "Who pays for the levy?"),
        ("related", "Ports prepare for the levy")]


def test_word_of_a_menu_heads_no_list() -> None:
    record = _record_of(MENU, "Latest news", *HEAD, PARAGRAPH, PARAGRAPH)
    assert record["text"].count("never asked") == 2


def test_ranks_and_lines_of_the_foot_are_no_titles() -> None:
    record = _record_of(*HEAD, PARAGRAPH, PARAGRAPH,
                        "Most read\n1\nWho pays for the levy?\n2\nPorts prepare for the levy\nImprint\nPrivacy")
    assert [item["title"] for item in record["related"]] == ["Who pays for the levy?", "Ports prepare for the levy"]


def test_joiners_of_persian_words_stay() -> None:
    word = "می\u200cشود"
    record = _record_of("بندرهای کوچک", f"{' '.join([word] * 30)}.", f"{' '.join([word] * 30)}.")
    assert word in record["text"]


def test_offers_between_every_two_paragraphs_end_no_body() -> None:
    offer = "Read also:\nSteel and tariffs after the levy\nPorts prepare for the levy"
    record = _record_of(*HEAD, PARAGRAPH, offer, PARAGRAPH, "See also: Who pays for the levy?", PARAGRAPH,
                        "Most read\nA levy on everything else")
    assert record["text"].count("never asked") == 3
    assert [item["kind"] for item in record["related"]] == ["related", "related", "inline", "popular"]


def test_what_stands_amid_thousands_of_lines_is_text_line_by_line() -> None:
    articles = [f"Article {number}. The levy is due on day {number} after the arrival." for number in range(3_000)]
    amid = [*articles[:1_500], "Related articles", "12 March 2024", *articles[1_500:]]
    record = _record_of(MENU, *HEAD, PARAGRAPH, "\n".join(amid), "Related articles\nWho pays?\nPorts prepare for it")
    assert [block["text"] for block in record["blocks"]][1:] == amid
    assert [item["title"] for item in record["related"]] == ["Who pays?", "Ports prepare for it"]


@pytest.mark.parametrize(("heading", "day"), [
    ("Ähnliche Artikel", "{}. Juli 2025"), ("Related Articles", "July {}, 2025")])
def test_list_with_more_text_than_the_body_is_told_by_its_days(heading: str, day: str) -> None:
    said = [f"Ports pay less for {what} than they did. Buyers pay more." for what in ("steel", "grain", "salt", "coal")]
    items = "\n".join(f"Trade\n{one} {PARAGRAPH}\n-\n{day.format(10 + at)}" for at, one in enumerate(said))
    record = _record_of(*HEAD, PARAGRAPH, f"{PARAGRAPH} Steel is next.", f"{heading}\n{items}")
    assert heading not in record["text"]
    assert [(item["section"], item["title"], item["published"]) for item in record["related"]] == [
        ("Trade", None, f"2025-07-{10 + at}") for at in range(4)]


def test_two_sentences_each_are_summaries() -> None:
    said = [f"Ports pay less for {what}. Buyers pay more." for what in ("steel", "grain", "salt")]
    items = "\n".join(f"Trade\n{one}\n-\nJuly {at}, 2025" for at, one in enumerate(said, start=1))
    record = _record_of(*HEAD, PARAGRAPH, PARAGRAPH, f"Related Articles\n{items}")
    assert [(item["title"], item["summary"]) for item in record["related"]] == [(None, one) for one in said]
