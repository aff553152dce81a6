"""A page read whole, as the crawl reads it: what it is."""

import pytest

from archive.records import Page, Publication, Rejection
from crawler.reading import Job
from crawler.reading.page import read

TITLES = ("Sharing the cost of dredging", "Lock fees on the lower river", "What heat plans ask of towns")


def outcome(items: list[str]) -> object:
    """What is made of a page whose text are these items."""
    body = "<h1>Working papers</h1><ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"
    page = f"<html><head><title>Working papers</title></head><body><main>{body}</main></body></html>"
    return read(Job(Page.from_bytes(page.encode(), url="https://institute.example/files"))).outcome


def test_a_list_of_titles_each_with_its_download_is_no_publication() -> None:
    said = outcome([f'{title} in 2024 <a href="/getfile?id={n}">Download</a>' for n, title in enumerate(TITLES)])
    assert isinstance(said, Rejection) and "items that each lead on" in said.reason


@pytest.mark.parametrize("link", ["", '<a href="/law">the law</a>'])
def test_a_text_in_long_items_is_a_publication(link: str) -> None:
    said = outcome([f"{title}: the committee weighed {link} and the evidence of rivers, " * 4 for title in TITLES])
    assert isinstance(said, Publication)


@pytest.mark.parametrize(("language", "title", "text"), [
    ("ja", "地方鉄道の維持と公共交通政策", "地方鉄道の赤字が拡大し、国と自治体は協議会を設置する。"),
    ("zh", "碳排放权交易市场的价格形成机制", "交易市场启动三年来，成交价格从四十八元上升到一百元。"),
    ("th", "นโยบายน้ำของเมืองท่า", "คณะกรรมการเสนอให้เมืองท่าแบ่งค่าใช้จ่ายในการขุดลอก"),
])
def test_a_text_without_spaces_between_words_is_as_long_as_it_reads(language: str, title: str, text: str) -> None:
    page = (f"<html lang={language}><head><title>{title}</title></head><body><main><h1>{title}</h1>"
            f"<p>{text}</p><p>{text[::-1]}</p></main></body></html>")
    said = read(Job(Page.from_bytes(page.encode(), url="https://institute.example/papers/7"))).outcome
    assert isinstance(said, Publication) and said.word_count < 5


def test_a_line_without_spaces_between_words_is_no_publication() -> None:
    page = ("<html lang=ja><head><title>お知らせ</title></head><body><main><h1>お知らせ</h1>"
            "<p>準備中です。</p></main></body></html>")
    said = read(Job(Page.from_bytes(page.encode(), url="https://institute.example/papers/8"))).outcome
    assert isinstance(said, Rejection)


@pytest.mark.parametrize("main", [
    '<div id="hits"></div><noscript>Please enable JavaScript to see the library.</noscript>', '<div id="root"></div>'])
def test_a_list_that_only_a_script_fills_needs_one_though_its_menu_is_there(main: str) -> None:
    page = f'<nav><a href="/about">About</a> <a href="/library">Library</a></nav><main>{main}</main>'
    assert read(Job(Page.from_bytes(page.encode(), url="https://institute.example/library"))).needs_script


def test_a_page_that_only_sets_a_cookie_and_comes_again_needs_a_script() -> None:
    page = b"<html><head><script>document.cookie='ok=1;path=/';location.reload()</script></head>Wait</html>"
    assert read(Job(Page.from_bytes(page, url="https://institute.example/"))).needs_script


def test_a_page_that_sends_telephones_elsewhere_sends_us_where_all_others_go() -> None:
    page = (b"<html><head><script>if (/mobile/i.test(navigator.userAgent)) { location.href = '/m/'; }"
            b" else { window.location.href = '/home/'; }</script></head><body></body></html>")
    assert read(Job(Page.from_bytes(page, url="https://institute.example/"))).moved_to == "https://institute.example/home/"


SENTENCE = "The house weighed the evidence of three summers and asked the towns along the river for their plans. "


def of_a_time(path: str, body: str) -> object:
    """What is made of a page at such an address."""
    page = f"<html lang=en><head><title>Debates</title></head><body><main><h1>Debates</h1>{body}</main></body></html>"
    return read(Job(Page.from_bytes(page.encode(), url=f"https://house.example{path}"))).outcome


BEFORE = "<p><a href='/debates/2025/03/04/'>The sitting before this one</a></p>"
OF_A_DAY = f"<p>5 March 2025</p>{BEFORE}<p>{SENTENCE * 3}</p><p>Then the members spoke. {SENTENCE * 2}</p>"


@pytest.mark.parametrize("path", ["/debates/2025/03/05/", "/prices/2025/mar", "/report/2025"])
def test_what_was_published_at_the_address_of_a_time_is_a_publication(path: str) -> None:
    assert isinstance(of_a_time(path, OF_A_DAY), Publication)


@pytest.mark.parametrize(("path", "body"), [
    ("/blog/2025/03/", "".join(f"<h2><a href='/p/{n}'>{title}</a></h2><p>3 March 2025</p><p>{SENTENCE * 4}</p>"
                               for n, title in enumerate(TITLES))),
    ("/blog/2025/03/", f"<p>3 March 2025</p><p>{SENTENCE * 2}</p><p>{SENTENCE * 2}</p><p><a href='/p/1'>Go on</a></p>"),
    ("/calendar/2031/05", OF_A_DAY), ("/calendar/2025/03", "<p>5 March 2025</p><p>Nothing on this day.</p>"),
    ("/calendar/2025/03", f"<p>{SENTENCE * 6}</p>")])
def test_archives_and_calendars_at_the_address_of_a_time_are_none(path: str, body: str) -> None:
    said = of_a_time(path, body)
    assert isinstance(said, Rejection)


@pytest.mark.parametrize(("body", "is_kept"), [
    ("<p>Open on weekdays</p><table><tr><td>Monday<td>9 to 12<tr><td>Tuesday<td>9 to 12<tr><td>Hall<td>two</table>",
     False), (f"<p>{SENTENCE}</p>", True), ("<p>3 May 2025</p><ul>" + "<li>Two ferries for the winter</li>" * 4, True)])
def test_a_page_without_a_day_and_a_sentence_is_no_publication(body: str, is_kept: bool) -> None:
    page = f"<html lang=en><head><title>Ferry</title></head><body><main><h1>Ferry</h1>{body}</main></body></html>"
    said = read(Job(Page.from_bytes(page.encode(), url="https://town.example/ferry"))).outcome
    assert isinstance(said, Publication) is is_kept


def test_a_feed_in_whose_place_a_page_asks_for_scripts_is_told_as_that() -> None:
    page = b"<html><body><noscript>Please enable JavaScript to continue.</noscript><div id=app></div></body></html>"
    said = read(Job(Page.from_bytes(page, url="https://institute.example/feed"), "feed")).outcome
    assert isinstance(said, Rejection) and said.reason.endswith("; a page that seems to need JavaScript")
