"""The days that a list, or a publication, shows beside what it leads to."""

import pytest

from archive.records import Page
from crawler.reading import Job
from crawler.reading.page import read

URL = "https://institute.example/papers"
TITLES = ("Sharing the cost of dredging", "Lock fees on the lower river", "What heat plans ask of towns")
DAYS = ("5 March 2024", "12 April 2024", "30 May 2024")
ISO = ("2024-03-05", "2024-04-12", "2024-05-30")
MENU = '<nav><a href="/about">About us</a> <a href="/topics/water">Water</a></nav>'

CARD = ('<article><h3><a href="/papers/{n}">{title}</a></h3><time>{day}</time>'
        '<p>By <a href="/people/a">A. Ruiz</a></p></article>')
ROW = '<tr><td>{day}</td><td>{title}</td><td><a href="/files/{n}.pdf">PDF</a></td></tr>'
TERM = '<dt>{day}</dt><dd><a href="/papers/{n}">{title}</a></dd>'
LINE = '<li><a href="/papers/{n}">{title}</a> ({day})</li>'
OVERLAID = '<div class="teaser"><a href="/papers/{n}"></a><span class="date">{day}</span><h2>{title}</h2></div>'


def told(body: str, url: str = URL) -> list[str | None]:
    """What the page says of each lead but those of the menu."""
    html = f"<html lang=en><body>{MENU}<main><h1>Papers</h1>{body}</main></body></html>"
    page = Page.from_bytes(html.encode(), url=url)
    return [lead.published for lead in read(Job(page)).leads if "/papers/" in lead.url or "/files/" in lead.url]


def entries(form: str) -> str:
    return "".join(form.format(n=n, title=TITLES[n], day=DAYS[n]) for n in range(len(TITLES)))


@pytest.mark.parametrize("body", [
    entries(CARD), f"<table>{entries(ROW)}</table>", f"<dl>{entries(TERM)}</dl>", f"<ul>{entries(LINE)}</ul>",
    entries(OVERLAID)], ids=["cards", "register", "terms", "lines", "overlaid links"])
def test_each_entry_has_the_day_beside_it(body: str) -> None:
    assert told(body) == list(ISO)


def test_a_list_that_shows_no_day_tells_none() -> None:
    assert told(f"<ul>{entries(LINE.replace(' ({day})', ''))}</ul>") == [None, None, None]


def test_one_day_alone_is_that_of_the_page_or_of_anything() -> None:
    cards = CARD.format(n=0, title=TITLES[0], day=DAYS[0]) + CARD.format(n=1, title=TITLES[1], day="")
    assert told(cards) == [None, None]


def test_a_page_at_an_address_of_a_list_tells_days_as_well() -> None:
    assert told(entries(CARD), f"{URL}?page=2") == list(ISO)


def test_a_publication_tells_the_days_of_what_it_offers() -> None:
    text = "<p>The council weighed the evidence of three summers and asked the towns along the river for plans.</p>" * 9
    offered = f"<aside><h2>Related publications</h2>{entries(CARD)}</aside>"
    shown = f"<article><h1>The river in summer</h1>{text}</article>{offered}"
    assert told(shown, "https://institute.example/papers/the-river-in-summer") == list(ISO)
