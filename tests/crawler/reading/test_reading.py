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
