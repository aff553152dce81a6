"""Where an HTML page leads."""

import json

import pytest

from archive.records import Page
from crawler.discovery.answers import read_json_links
from crawler.discovery.listing import Links, read_links
from crawler.parsing.document import read_document
from crawler.parsing.outline import read_outline

AT = "https://example.org/list"


def links(body: str, head: str = "") -> Links:
    page = Page.from_bytes(f"<html><head>{head}</head><body>{body}</body></html>".encode(), url=AT)
    return read_links(read_outline(read_document(page)), AT)


def test_links_come_once_each_in_order() -> None:
    assert [lead.url for lead in links('<a href="/b">B</a><a href="/a">A</a><a href="/b#x">B</a>').leads] == [
        "https://example.org/b", "https://example.org/a"]


def test_links_stand_on_the_base_element() -> None:
    assert links('<a href="a">A</a>', '<base href="/x/">').leads[0].url == "https://example.org/x/a"


@pytest.mark.parametrize("words", ["Older posts", "Page suivante »", "Weiter", "Más antiguos", "次へ", "下一页",
                                   "Следующая", "التالي", "→ Next"])
def test_the_next_page_is_known_in_many_languages(words: str) -> None:
    assert links(f'<a href="/x">{words}</a>').leads[0].origin == "next"


@pytest.mark.parametrize("markup", ['<a rel="next" href="/x">2</a>', '<a href="/list?page=2">2</a>',
                                    '<a href="/x"><span>Next</span></a>', '<a href="/x" aria-label="Next">&gt;</a>',
                                    '<button data-next-url="/x">Load</button>', '<div hx-get="/x"></div>',
                                    '<a href="#" data-page-url="/x">More</a>', '<a href="/list?news[page]=2">2</a>',
                                    '<form action="/list"><input type=hidden name=page value=2><button>Go</button>',
                                    '<button wire:click="nextPage(\'page\')">Next</button>'])
def test_the_next_page_is_known_by_its_markup(markup: str) -> None:
    assert links(markup).leads[0].origin == "next"


@pytest.mark.parametrize("markup", ['<a href="/x">Report (PDF, 2 MB)</a>', '<a href="/x" type="application/pdf">R</a>',
                                    '<a href="/x" download>Report</a>', '<a href="/x" title="Open the pdf">R</a>'])
def test_a_link_that_says_it_leads_to_a_file_is_known(markup: str) -> None:
    assert links(markup).leads[0].origin == "file"


def test_frames_are_followed() -> None:
    found = links("", '</head><frameset><frame src="nav.htm"><frame src="/main.htm"></frameset>')
    assert [lead.url for lead in found.leads] == ["https://example.org/nav.htm", "https://example.org/main.htm"]


@pytest.mark.parametrize("tag", ["turbo-frame", "include-fragment"])
def test_a_part_that_is_fetched_when_it_comes_into_view_is_followed(tag: str) -> None:
    assert [lead.url for lead in links(f'<{tag} src="/x" loading="lazy"></{tag}>').leads] == ["https://example.org/x"]


def test_a_sitemap_in_the_head_is_a_sitemap() -> None:
    (lead,) = links("", '<link rel="sitemap" type="application/xml" href="/plan">').leads
    assert (lead.kind, lead.url) == ("sitemap", "https://example.org/plan")


@pytest.mark.parametrize(("markup", "further"), [
    ('<button data-url="/ajax" data-page="2">More</button>', "/ajax?page=2"),
    ('<button data-url="/ajax?of=3" data-next-page="4">More</button>', "/ajax?of=3&page=4"),
    ('<button data-url="/ajax?nr=" data-page="2">More</button>', "/ajax?nr=2"),
    ('<button data-url="/ajax?page=3" data-page="2">More</button>', "/ajax?page=3"),
    ('<button wire:click="gotoPage(3, \'pub\')">3</button>', "/list?pub=3"),
    ('<a href="#" data-page="3">3</a>', "/list?page=3"), ('<button data-page="2">2</button>', "/list?page=2"),
    ('<div data-controller="scroll" data-scroll-url-value="/list?page=2">Loading</div>', "/list?page=2"),
    ('<div data-dataloader-url="/ajax/filterlist/454"></div>', "/ajax/filterlist/454"),
    ('<img data-image-url="/large/454">', None), ('<a href="#note" data-page="3">see p. 3</a>', None),
    ('<span data-page="1">1</span>', None),
    ('<button wire:click="nextPage">Next</button>', None), ('<button wire:click="like(3)">3</button>', None)])
def test_a_further_page_may_be_told_by_its_number(markup: str, further: str | None) -> None:
    assert [lead.url for lead in links(markup).leads] == (["https://example.org" + further] if further else [])


@pytest.mark.parametrize(("script", "first"), [
    ("location.href='/archive/'+this.value", "/archive/2023"), ("go('/archive/' + this.value + '/')", "/archive/2023/"),
    ("window.location = '?year=' + this.options[this.selectedIndex].value;", "/list?year=2023"),
    ("this.form.submit()", None), ("alert('You chose ' + this.value)", None)])
def test_a_choice_that_a_script_makes_an_address_of_is_followed(script: str, first: str | None) -> None:
    found = links(f'<select onchange="{script}"><option value="">Year</option><option>2023</option></select>').leads
    assert [lead.url for lead in found] == (["https://example.org" + first] if first else [])


PAGER = ('<form name="f" action="/list.do" method="post"><input type="hidden" name="menuNo" value="200">'
         '<input type="hidden" name="csrf_token" value="x1"><input type="hidden" name="pageIndex" value="1"></form>')


@pytest.mark.parametrize("turn", ['<a href="#" onclick="linkPage(2); return false;">2</a>',
                                  '<a href="javascript:go(2)"><img alt="Next page"></a>',
                                  '<span onclick="fn.page(2)">2</span>'])
def test_a_pager_whose_script_sends_a_form_is_followed(turn: str) -> None:
    (lead,) = links(PAGER + turn).leads
    assert (lead.url, lead.origin) == ("https://example.org/list.do?menuNo=200&pageIndex=2", "next")


@pytest.mark.parametrize("body", [PAGER + '<a href="#" onclick="like(2)">Like</a>', '<a href="javascript:go(2)">2</a>',
                                  PAGER.replace("pageIndex", "articleId") + '<a href="javascript:go(2)">2</a>'])
def test_what_only_resembles_a_pager_of_a_form_is_not(body: str) -> None:
    assert links(body).leads == ()


def test_a_script_may_be_told_where_to_go_after_the_event_that_calls_it() -> None:
    script = r"""RefreshTo(event, "/All.aspx?Paged=TRUE\u0026p_ID=30");return false;"""
    assert [lead.url for lead in links(f"<a href='javascript:' onclick='{script}'>Next</a>").leads] == ["https://example.org/All.aspx?Paged=TRUE&p_ID=30"]


def test_letters_in_a_query_are_sent_in_the_encoding_of_the_page() -> None:
    html = '<meta charset="windows-1252"><a href="/étude?titre=été&amp;x=%C3%A9">Étude</a>'.encode("cp1252")
    outline = read_outline(read_document(Page.from_bytes(html, url=AT)))
    found = read_links(outline, AT, outline.document.encoding).leads
    assert [lead.url for lead in found] == ["https://example.org/%C3%A9tude?titre=%E9t%E9&x=%C3%A9"]


def test_a_list_stated_in_json_ld_is_followed() -> None:
    said = '{"@type": "ItemList", "itemListElement": [{"url": "/a"}, {"item": {"@id": "https://example.org/b"}}]}'
    found = links("", "".join(f'<script type="application/ld+json">{text}</script>' for text in (said, '{"ItemList"')))
    assert [lead.url for lead in found.leads] == ["https://example.org/a", "https://example.org/b"]


def test_a_feed_in_the_head_is_a_feed() -> None:
    (lead,) = links("", '<link rel="alternate" type="application/rss+xml" href="/feed">').leads
    assert (lead.kind, lead.url) == ("feed", "https://example.org/feed")


@pytest.mark.parametrize("markup", [
    '<svg><a xlink:href="/x"><text>X</text></a></svg>', '<div itemscope><link itemprop="url" href="/x"></div>',
    '<form><button formaction="/x">X</button></form>', """<div @click="location.href = '/x'">X</div>""",
    """<li v-on:click.prevent="location.assign('/x')">X</li>""", """<a ng-click="window.open('/x')">X</a>""",
    '<a href="https:/x">X</a>', '<a href="https:x">X</a>'])
def test_links_in_rare_markup_are_followed(markup: str) -> None:
    assert [lead.url for lead in links(markup).leads] == ["https://example.org/x"]


@pytest.mark.parametrize("value", ["a/2026.en.html,a/2025.en.html", '["/list/a/2026.en.html", "/list/a/2025.en.html"]'])
def test_the_parts_that_a_script_puts_a_list_together_from_are_parts_of_it(value: str) -> None:
    found = links(f"<dl class=lazy data-snippets='{value}'></dl>").leads
    assert [(lead.url.rpartition("/a/")[2], lead.origin) for lead in found] == [
        ("2026.en.html", "next"), ("2025.en.html", "next")]


def test_a_relative_link_may_begin_like_a_scheme() -> None:
    assert links('<a href="https-for-all.html">All</a>').leads[0].url == "https://example.org/https-for-all.html"


def test_a_drop_down_of_months_leads_to_them() -> None:
    assert links('<select><option value="/2024/05/">May</option></select>').leads[0].url == "https://example.org/2024/05/"


def test_an_immediate_refresh_sends_the_reader_on() -> None:
    assert links("", '<meta http-equiv="refresh" content="0; url=/new">').moved_to == "https://example.org/new"


def test_a_slow_refresh_sends_nobody_on() -> None:
    assert links("", '<meta http-equiv="refresh" content="300; url=/new">').moved_to is None


@pytest.mark.parametrize("content", ["30", "10", "0.5", "5", "1" * 5000 + ";url=/a", "0;" + " " * 20_000])
def test_a_page_that_only_reloads_sends_nobody_on(content: str) -> None:
    assert links("", f'<meta http-equiv="refresh" content="{content}">').moved_to is None


def test_a_page_that_says_nofollow_leads_nowhere() -> None:
    assert links('<a href="/a">A</a>', '<meta name="robots" content="noindex, nofollow">').leads == ()


def test_an_answer_for_scripts_gives_its_links() -> None:
    answer = {"html": '<a href="/a">A</a>', "next": "/more?page=3", "items": [{"url": "/b"}]}
    found = {lead.url: lead.origin for lead in read_json_links(json.dumps(answer).encode(), AT).leads}
    assert found == {"https://example.org/a": "link", "https://example.org/more?page=3": "next",
                     "https://example.org/b": "link"}


def test_an_answer_for_scripts_gives_its_addresses_whatever_their_names() -> None:
    answer = {"noticias": [{"enlace": "/noticias/ferry", "api": "/api/1", "tema": "agua/río"}], "sig": "/list?desde=20"}
    found = {lead.url: lead.origin for lead in read_json_links(json.dumps(answer).encode(), AT).leads}
    assert found == {"https://example.org/noticias/ferry": "link", AT + "?desde=20": "next"}


@pytest.mark.parametrize(("asked", "answer", "further"), [
    ("/api?page=2&of=3", {"items": [], "total_pages": 3}, "/api?page=3&of=3"),
    ("/api", {"meta": {"page": 1, "pageCount": 4}}, "/api?page=2"),
    ("/api?kind=all", {"current_page": 1, "last_page": 2, "data": []}, "/api?kind=all&page=2"),
    ("/api?page=3", {"totalPages": 3}, None), ("/api", {"items": [{"page": 1, "pages": 9}]}, None), ("/api", [1], None),
])
def test_an_answer_for_scripts_that_counts_its_pages_leads_to_the_next(
        asked: str, answer: object, further: str | None) -> None:
    found = read_json_links(json.dumps(answer).encode(), "https://example.org" + asked)
    assert [lead.url for lead in found.leads] == (["https://example.org" + further] if further else [])


@pytest.mark.parametrize(("href", "count"), [("/list?page=2", 1), ("/list?debut_articles=5#pages", 1),
                                             ("/list?page=2&topic=3", 0), ("/list?topic=3", 0)])
def test_what_a_site_calls_not_worth_following_is_followed_where_it_is_the_next_page(href: str, count: int) -> None:
    assert len(links(f'<a rel="nofollow" href="{href}">2</a>').leads) == count


def test_a_facet_that_counts_what_it_leaves_and_asks_nobody_in_is_not_followed() -> None:
    found = links('<a rel=nofollow href="/papers/topic/health"><b>Health</b> <i>(23)</i></a> <a href="/a">Law (12)</a>'
                  '<a rel=nofollow href="/papers/health-in-towns">Read more</a>')
    assert [lead.url for lead in found.leads] == ["https://example.org/a", "https://example.org/papers/health-in-towns"]


@pytest.mark.parametrize(("link", "found"), [
    ('<a href="javascript:__doPostBack(\'lang\',\'\')">العربية</a>', ["/ar"]),
    ('<a rel="nofollow" href="/set?lang=fr"><img alt="Français"></a>', ["/fr"]),
    ('<a href="/set?culture=en-US&returnUrl=%2F">EN</a>', ["/set?culture=en-US&returnUrl=%2F", "/en"]),
    ('<a href="/francais/">Français</a>', ["/francais/"]), ('<a href="javascript:close()">No</a>', [])])
def test_a_language_that_only_a_script_leads_to_is_looked_for_in_its_folder(link: str, found: list[str]) -> None:
    assert [lead.url.removeprefix("https://example.org") for lead in links(link).leads] == found


@pytest.mark.parametrize(("value", "count"), [("?year=2020", 1), ("archive.php?y=2020", 1), ("2020/index.html", 1),
                                              ("2020", 0), ("e.g. this", 0), ("v1.2", 0)])
def test_a_choice_is_followed_where_it_is_an_address(value: str, count: int) -> None:
    assert len(links(f'<select onchange="go(this.value)"><option value="{value}">x</option></select>').leads) == count


def test_a_form_with_one_choice_leads_to_each_of_its_pages() -> None:
    form = ('<form action="/list"><select name="year"><option value="">All</option><option>2023</option>'
            '<option value="2024">2024</option></select></form>')
    assert [lead.url for lead in links(form).leads] == [
        "https://example.org/list?year=2023", "https://example.org/list?year=2024"]


@pytest.mark.parametrize(("beside", "sent"), [
    ('<input type="submit" name="op" value="Apply">', ""), ('<input type="checkbox" name="pdf" value="1">', ""),
    ('<input type="checkbox" name="pdf" checked>', "pdf=on&"), ('<input type="hidden" name="t" value="1">', "t=1&"),
    ('<input type="hidden" name="t" value="1" disabled>', ""), ('<input type="hidden" name="csrf" value="x">', ""),
    ('<fieldset disabled><input type="hidden" name="t" value="1"><input name="q"></fieldset>', ""),
    ('<select name="topic" disabled><option>Rail</option></select>', "")])
def test_what_a_browser_would_send_beside_a_choice_stands_in_its_address(beside: str, sent: str) -> None:
    form = f'<form>{beside}<select name="year"><option disabled>Year</option><option>2024</option></select></form>'
    assert [lead.url for lead in links(form).leads] == [f"https://example.org/list?{sent}year=2024"]


@pytest.mark.parametrize("form", ['<form><input name="q"></form>', '<form><input type="hidden" name="poll" value="7">'
                                  '<input type="radio" name="vote" value="1"></form>',
                                  '<form method="post"><select name="a">'
                                  '<option>1</option></select></form>'])
def test_a_form_to_type_or_to_send_into_leads_nowhere(form: str) -> None:
    assert links(form).leads == ()


@pytest.mark.parametrize("kind", ["application/json", "text/xml", "application/xml"])
@pytest.mark.parametrize(("address", "count"), [("/feed.json", 1), ("/wp-json/wp/v2/posts/1", 0)])
def test_a_feed_in_the_head_is_told_from_an_interface_for_programs(kind: str, address: str, count: int) -> None:
    found = links("", f'<link rel="alternate" type="{kind}" href="{address}">').leads
    assert [lead.kind for lead in found] == ["feed"] * count


@pytest.mark.parametrize("markup", [
    '<a href="/list-3">3</a>', '<a href="/l?b=20">Next 20 results</a>', '<a href="/l?b=20">Page 2</a>',
    '<a href="/x" aria-label="Go to page 4"><b></b></a>', '<a href="/x">»</a>',
    '<a href="/x"><img alt="Next page"></a>',
    '<a class="pager__item--next" href="/x"><i></i></a>', '<a href="/list?sf_paged=2">Papers</a>',
    """<button onclick="location.href='/x?b=4'">More of it</button>"""])
def test_a_link_to_a_further_page_is_known_by_number_sign_or_picture(markup: str) -> None:
    assert links(markup).leads[0].origin == "next"


@pytest.mark.parametrize("markup", ['<a href="/list?of=2019">2019</a>', '<a href="/list">1</a>',
                                    '<a href="/report#note-3">3</a>', '<a href="/x" class="next-steps">Next steps</a>',
                                    '<a href="/b">Article 12</a>', '<a href="/x">« </a>'])
def test_a_year_a_note_and_a_heading_are_no_further_pages(markup: str) -> None:
    assert links(markup).leads[0].origin == "link"


def test_a_file_in_a_viewer_is_followed_instead_of_the_viewer() -> None:
    found = links('<iframe src="/viewer.html?file=/files/7.pdf"></iframe><object data="/files/8.pdf"></object>').leads
    assert [(lead.url, lead.origin) for lead in found] == [
        ("https://example.org/files/7.pdf", "file"), ("https://example.org/files/8.pdf", "file")]


@pytest.mark.parametrize("address", ["https://[bad/a.pdf", "https://x]y.example/", "https://%5Bdomain%5D/x",
                                     "http://x:p/"])
@pytest.mark.parametrize("markup", ['<a href="{}">Next</a>', '<iframe src="{}"></iframe>', '<form action="{}"></form>',
                                    '<button data-next-url="{}">More</button>', '<div hx-get="{}"></div>'])
def test_an_address_that_is_none_leads_nowhere_and_does_no_harm(markup: str, address: str) -> None:
    assert links(markup.format(address) + '<a href="/paper">A paper</a>').leads[-1].url == "https://example.org/paper"


def test_a_base_longer_than_any_address_is_none() -> None:
    found = links('<a href="x">Text</a>', f'<base href="/{"a/" * 5_000}"><base href="/b/">')
    assert [lead.url for lead in found.leads] == ["https://example.org/b/x"]


def test_a_list_nested_without_end_is_none() -> None:
    for opening, closing in (('{"a":', "}"), ("[", "]")):
        found = read_json_links((opening * 900 + '"/x"' + closing * 900).encode(), AT)
        assert found is not None
        assert found.leads == ()


def test_what_a_template_leaves_in_a_link_for_scripts_is_no_crash() -> None:
    found = read_json_links(json.dumps({"html": '<a {{ x }} href="/a">A</a>'}).encode(), AT)
    assert found is not None
    assert [lead.url for lead in found.leads] == ["https://example.org/a"]
