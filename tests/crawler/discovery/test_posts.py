"""Pagers whose scripts and buttons send a form, and doors that one opens."""

import pytest

from archive.records import Page
from crawler.discovery.doors import door_lead
from crawler.discovery.lead import Lead
from crawler.discovery.listing import read_links
from crawler.parsing.document import read_document
from crawler.parsing.outline import Outline, read_outline

AT = "https://example.org/List.aspx"
STATE = '<input type="hidden" name="__VIEWSTATE" value="s1"><input type="hidden" name="__EVENTTARGET" value="">'


def outline(body: str) -> Outline:
    return read_outline(read_document(Page.from_bytes(f"<html><body>{body}</body></html>".encode(), url=AT)))


def leads(body: str) -> list[Lead]:
    return [lead for lead in read_links(outline(body), AT).leads if lead.sent]


def server_form(inside: str) -> str:
    return f'<form method="post" action="./List.aspx"><h1>List</h1>{STATE}<input name="q">{inside}</form>'


@pytest.mark.parametrize(("turn", "told", "sent"), [
    ("""<a href="javascript:__doPostBack('grid','Page$2')">2</a>""",
     "__EVENTTARGET=grid&__EVENTARGUMENT=Page%242", "q=&__EVENTTARGET=grid&__EVENTARGUMENT=Page%242"),
    ("""<a href="javascript:__doPostBack(&#39;grid&#39;,&#39;Page$11&#39;)">...</a>""",
     "__EVENTTARGET=grid&__EVENTARGUMENT=Page%2411", "q=&__EVENTTARGET=grid&__EVENTARGUMENT=Page%2411"),
    ("""<a href="javascript:__doPostBack('pager$ctl05','')">15</a>""",
     "__EVENTTARGET=pager%24ctl05&page=15", "q=&__EVENTTARGET=pager%24ctl05&__EVENTARGUMENT="),
    ("""<a href='javascript:WebForm_DoPostBackWithOptions(new WebForm_PostBackOptions("more", "", true))'>Next</a>""",
     "__EVENTTARGET=more&turn=1", "q=&__EVENTTARGET=more&__EVENTARGUMENT="),
    ('<input type="submit" name="older" value="Older">', "older=Older&turn=1", "__EVENTTARGET=&q=&older=Older"),
])
def test_a_page_that_is_posted_back_is_a_further_page(turn: str, told: str, sent: str) -> None:
    (lead,) = leads(server_form(turn))
    assert lead == Lead(f"{AT}?{told}", AT, "listing", "next", sent=f"{AT} __VIEWSTATE=s1&{sent}")


def test_what_bears_a_title_is_opened() -> None:
    title = "Who pays for the rail bridge"
    (lead,) = leads(server_form(f"""<a href="javascript:__doPostBack('grid$ctl02','')">{title}</a>"""))
    assert lead.url == f"{AT}?__EVENTTARGET=grid%24ctl02&title=Who%20pays%20for%20the%20rail%20bridge"
    assert (lead.origin, lead.sent) == ("link", f"{AT} __VIEWSTATE=s1&q=&__EVENTTARGET=grid%24ctl02&__EVENTARGUMENT=")


@pytest.mark.parametrize("inside", [
    """<a href="javascript:__doPostBack('logout','')">Log out</a>""",
    """<a href="javascript:__doPostBack('grid','Sort$Title')">Title</a>""",
    '<input type="submit" name="go" value="Search">', '<input type="email" name="m"><button name="b">Next</button>',
    '<select name="lang" onchange="this.form.submit()"><option>English</option><option>Deutsch</option></select>'])
def test_a_form_is_sent_for_nothing_else(inside: str) -> None:
    assert leads(server_form(inside)) == []


def test_a_choice_of_a_year_is_sent_and_what_was_chosen_stays_in_the_address() -> None:
    years = ("""<select name="y" onchange="javascript:setTimeout('__doPostBack(\\'y\\',\\'\\')', 0)">"""
             '<option>All</option><option selected>2024</option><option>2023</option></select>')
    found = leads(server_form(f"""{years}<a href="javascript:__doPostBack('grid','Page$2')">2</a>"""))
    assert [lead.url.partition("?")[2] for lead in found] == [
        "y=2024&__EVENTTARGET=grid&__EVENTARGUMENT=Page%242", "y=2023&__EVENTTARGET=y&chosen=2023"]


def test_months_of_the_year_that_is_chosen_are_sent() -> None:
    months = "".join(f'<option value="{month}"{" selected" * (month == 3)}>{month}. kuu</option>'
                     for month in range(1, 13))
    found = leads(server_form("<select name='y'><option>2025</option><option selected>2024</option></select>"
                              f"""<select name="m" onchange="__doPostBack('m','')">{months}</select>"""))
    assert [lead.url.partition("?")[2] for lead in found[:2]] == [
        "y=2024&m=1&__EVENTTARGET=m", "y=2024&m=2&__EVENTTARGET=m"]
    assert len(found) == 11


YEARS = '<select name="y"><option value="">Any</option><option>2024</option><option selected>2023</option></select>'
MONTHS = "<select name='m'>" + "".join(f"<option value='{n}'>{n}. kuu</option>" for n in range(13)) + "</select>"


@pytest.mark.parametrize(("form", "told"), [
    (f'<form action="/old">{YEARS}{MONTHS}<button>Go</button></form>', ["y=2024", "y=2023&m=0", "y=2023&m=1"]),
    (f'<form action="/old" method="post"><input name="q">{YEARS}<input type="submit"></form>', ["y=2024&chosen=2024"]),
])
def test_a_year_or_a_month_is_chosen_where_nothing_else_turns_the_list(form: str, told: list[str]) -> None:
    found = [lead.url.partition("?")[2] for lead in read_links(outline(form), AT).leads]
    assert found[:3] == told
    assert not read_links(outline(f'{form}<a href="?page=2">2</a>'), AT).leads[1:]


@pytest.mark.parametrize("inside", [
    f'{YEARS}<input type="email" name="mail">', f'{YEARS}<textarea name="said"></textarea>',
    '<select name="topic"><option>Ports</option><option>Act of 2024</option><option>Rail</option></select>'])
def test_a_form_for_anything_else_is_not_sent_by_its_button(inside: str) -> None:
    assert leads(f'<form method="post" action="/old">{inside}<button>Go</button></form>') == []


def test_a_script_may_put_the_number_of_a_page_into_a_field() -> None:
    (lead,) = leads('<form id="f" method="post" action="/old"><input type="hidden" name="page" id="p" value="1"></form>'
                    """<a href="#" onclick="document.getElementById('p').value=2; f.submit(); return false;">2</a>""")
    assert (lead.url, lead.origin) == ("https://example.org/old?page=2", "next")


def test_each_page_may_have_a_form_of_its_own() -> None:
    forms = "".join(f'<form method="post" action="/l"><input type="hidden" name="page" value="{n}"><button>{n}</button>'
                    "</form>" for n in (1, 2, 3))
    assert [lead.sent for lead in leads(forms)] == ["https://example.org/l page=2", "https://example.org/l page=3"]


def test_buttons_may_bear_the_numbers_of_pages() -> None:
    form = ('<form action="/l"><input type="hidden" name="of" value="all"><button name="page" value="{0}">{0}</button>'
            "</form>")
    found = [*leads(form.format(2).replace("<form", '<form method="post"')),
             *(lead for lead in read_links(outline(form.format(3)), AT).leads if lead.origin == "next")]
    assert [(lead.url, lead.sent) for lead in found] == [
        ("https://example.org/l?of=all&page=2", "https://example.org/l of=all&page=2"),
        ("https://example.org/l?of=all&page=3", None)]


@pytest.mark.parametrize(("body", "url", "sent"), [
    ('<form action="/yes"><input type="hidden" name="ok" value="1"><button>Accept and continue</button></form>',
     "https://example.org/yes?ok=1", None),
    ('<form method="post" action="/yes"><button name="no" value="1">Reject all</button>'
     '<button name="ok" value="1">Ich stimme zu – Alle akzeptieren</button></form>', "https://example.org/yes?ok=1",
     "https://example.org/yes ok=1"),
    ('<a href="/cookies">Read more</a><a href="/yes">J’accepte</a>', "https://example.org/yes", None)])
def test_a_question_is_answered_as_a_reader_would(body: str, url: str, sent: str | None) -> None:
    door = door_lead(outline(body), AT)
    assert door is not None
    assert (door.url, door.sent, door.origin) == (url, sent, "door")


@pytest.mark.parametrize("body", ['<form action="/s"><input name="mail"><button>I agree</button></form>',
                                  '<a href="https://elsewhere.net/yes">Accept</a>', "<p>Accept cookies</p>",
                                  '<a href="/x">x</a>' * 30 + '<a href="/yes">Accept</a>'])
def test_what_is_no_door_opens_nothing(body: str) -> None:
    assert door_lead(outline(body), AT) is None
