"""Pages that show the teaser of one other page, and short publications that do not."""

import pytest

from archive.records import Page, Publication, Rejection
from crawler.reading import Job
from crawler.reading.page import read
from tests.site.routes import html

TEASER = ("Two dry summers closed the upper river to loaded vessels for eleven weeks, and each closure sent freight to "
          "the road. Little of it has come back, although fees were halved.")
TITLE = "Why inland barges lost the container race"
CARDS = {
    "a card": f'<div class="card"><h3><a href="/papers/barges">{TITLE}</a></h3><p>2 May 2024</p><p>{TEASER}</p></div>',
    "a row": f'<div class="row"><div><span><a href="/papers/barges">{TITLE}</a></span></div><div>{TEASER}</div></div>',
    "a card that is a link": f'<a class="card" href="/papers/barges"><h3>{TITLE}</h3><p>{TEASER}</p></a>',
}


def outcome(main: str) -> object:
    page = html(f'<nav><a href="/papers">Papers</a></nav><main><h1>Publications</h1>{main}</main>')
    return read(Job(Page.from_bytes(page, url="https://institute.example/papers/7", content_type="text/html"))).outcome


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_a_list_that_shows_one_card_is_no_publication(card: str) -> None:
    assert not isinstance(outcome(card), Publication)


@pytest.mark.parametrize(("opening", "is_kept"), [
    ("""onclick="location.href='/papers/{}'\"""", False), ('data-href="/papers/{}"', False),
    ('up-href="/papers/{}"', False), ('data-news-url="/papers/{}"', False),
    ('onclick="toggle({})"', True), ('onclick="window.open(\'https://elsewhere.example/{}\')"', True)])
def test_a_list_whose_cards_only_a_script_opens_is_no_publication(opening: str, is_kept: bool) -> None:
    cards = "".join(f"<div class=part {opening.format(number)}><h3>{TITLE}, part {number}</h3><p>{TEASER}</p></div>"
                    for number in range(6))
    rows = "".join(f"<tr {opening.format(number)}><td>{number}<td>{TITLE}, part {number}" for number in range(6))
    parts = (cards, f"<p>{TEASER}</p><table>{rows}</table>")
    assert [isinstance(outcome(part), Publication) for part in parts] == [is_kept] * 2


def test_the_titles_of_other_pages_are_no_sentences_of_a_list() -> None:
    figures = "".join(f'<li><a href="/series/{n}">Annual rate {n}</a></li>' for n in range(6))
    page = html(f'<header><a href="/">Home</a><nav><a href="/economy">Economy</a></nav></header><main><h1>Retail sales'
                '</h1><p>Measures of retail sales.</p><h2>Publications</h2><ul><li><a href="/bulletins/latest">Retail '
                'sales, Norland: October 2026</a><p>Price indices and weights.</p></li></ul><h2>Datasets</h2><ul><li>'
                f'<a href="/tables">Retail sales tables</a></li></ul><h2>Series</h2><ul>{figures}</ul></main>')
    found = read(Job(Page.from_bytes(page, url="https://office.example/economy/retailsales"))).outcome
    assert isinstance(found, Rejection) and "hardly a sentence" in found.reason


def test_a_box_that_fetches_what_follows_makes_no_cards_of_its_parts() -> None:
    parts = "".join(f"<h2>{TITLE}, part {number}</h2><p>{TEASER} {TEASER}</p>" for number in range(4))
    assert isinstance(outcome(f'<article hx-get="/papers/8">{parts}</article>'), Publication)


@pytest.mark.parametrize("note", [
    f"<p>{TEASER}</p>",
    f'<p><a href="/papers/barges">Back to the list of papers</a></p><p>{TEASER}</p>',
    f'<div><h3><a href="/files/barges.pdf">{TITLE}</a></h3><p>{TEASER}</p></div>',
    f'<div><h3><a href="https://elsewhere.example/barges">{TITLE}</a></h3><p>{TEASER}</p></div>',
], ids=["alone", "below a way back", "with a file", "about another site"])
def test_a_short_note_is_a_publication(note: str) -> None:
    assert isinstance(outcome(note), Publication)
