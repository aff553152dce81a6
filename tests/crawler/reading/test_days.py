"""The days that a list, or a publication, shows beside what it leads to."""

import pytest

from archive.records import Page
from crawler.reading import Job
from crawler.reading.page import read

URL = "https://institute.example/papers"
TITLES = ("Sharing the cost of dredging", "Lock fees on the lower river", "What heat plans ask of towns")
DAYS = ("5 March 2024", "12 April 2024", "30 May 2024")
ISO = ("2024-03-05", "2024-04-12", "2024-05-30")
TEXT = "The council weighed the evidence of three summers and asked the towns along the river for plans."
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
    entries(OVERLAID), entries('<a href="/papers/{n}"><i>Report</i><h3>{title}</h3><span>{day}</span></a>'),
    entries('<p><a href="/papers/{n}">{title}</a></p>'.replace("</p>", " {day}</p>")),
    entries('<div><a href="/papers/{n}">{title}</a><p>Updated 7 October 2025, published {day}</p></div>'),
    entries('<div><p>Comment | {day}</p><a href="/papers/{n}">{title}</a></div>'),
], ids=["cards", "register", "terms", "lines", "overlaid links", "all a link", "beside a link", "two days", "kicker"])
def test_each_entry_has_the_day_beside_it(body: str) -> None:
    assert told(body) == list(ISO)


@pytest.mark.parametrize("form", [
    '<h2><a href="/papers/{n}">{title}</a></h2><p>{day}</p><p>' + TEXT + "</p>",
    '<p>{day}</p><h2><a href="/papers/{n}">{title}</a></h2><p>' + TEXT + "</p>",
    '{day} <a href="/papers/{n}">{title}</a><br>', '<a href="/papers/{n}">{title}</a> ({day})<br>',
    '<time datetime="{day}">{day}</time><h3><a href="/papers/{n}">{title}</a></h3>',
    '<a href="/papers/{n}"><img src="{n}.png"></a><p>{day}</p><h3><a href="/papers/{n}">{title}</a></h3>'])
def test_without_boxes_days_and_headlines_take_turns(form: str) -> None:
    assert told(f"<div>{entries(form)}</div>") == list(ISO)


def test_one_day_of_a_list_tells_how_all_are_written() -> None:
    row = '<tr><td>{day}</td><td><a href="/papers/{n}">{title}</a></td></tr>'
    days = ("9/10/2024", "5/3/2024", "30/5/2024")
    rows = "".join(row.format(n=n, title=TITLES[n], day=day) for n, day in enumerate(days))
    assert told(f"<table>{rows}</table>") == ["2024-10-09", "2024-03-05", "2024-05-30"]


def test_a_day_above_several_headlines_is_that_of_all() -> None:
    headline = '<h3><a href="/papers/{n}">{title}</a></h3>'
    groups = [f"<h2>{DAYS[n // 2]}</h2>{headline}" if n % 2 == 0 else headline for n in range(4)]
    body = "".join(form.format(n=n, title=f"{TITLES[n % 3]} {n}") for n, form in enumerate(groups))
    assert told(body) == [ISO[0], ISO[0], ISO[1], ISO[1]]


@pytest.mark.parametrize("said", ["Last updated: {day}", "Mis à jour le {day}", "Deadline: {day}", "Open until {day}",
                                  "Consultation from {day} to 9 November 2025", "{day}, 14:00 – 16:00 CET",
                                  "The council met on {day} and weighed the evidence of three summers in the towns."])
def test_a_day_of_a_change_or_of_something_due_dates_nothing(said: str) -> None:
    assert set(told(entries(f'<div><a href="/papers/{{n}}">{{title}}</a><p>{said}</p></div>'))) == {None}


def test_one_day_beside_all_headlines_is_today() -> None:
    headlines = "".join(f'<h3><a href="/papers/{n}">{title}</a></h3>' for n, title in enumerate(TITLES))
    assert set(told(f"<p>Monday, 2 June 2025</p>{headlines}")) == {None}


def test_a_list_that_shows_no_day_tells_none() -> None:
    assert told(f"<ul>{entries(LINE.replace(' ({day})', ''))}</ul>") == [None, None, None]


def test_one_day_alone_is_that_of_the_page_or_of_anything() -> None:
    cards = CARD.format(n=0, title=TITLES[0], day=DAYS[0]) + CARD.format(n=1, title=TITLES[1], day="")
    assert told(cards) == [None, None]


def test_a_page_at_an_address_of_a_list_tells_days_as_well() -> None:
    assert told(entries(CARD), f"{URL}?page=2") == list(ISO)


def test_a_publication_tells_the_days_of_what_it_offers() -> None:
    text = f"<p>{TEXT}</p>" * 9
    offered = f"<aside><h2>Related publications</h2>{entries(CARD)}</aside>"
    shown = f"<article><h1>The river in summer</h1>{text}</article>{offered}"
    assert told(shown, "https://institute.example/papers/the-river-in-summer") == list(ISO)
