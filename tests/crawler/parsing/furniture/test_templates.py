"""Markup of templates in wide use, whose names or labels once took the text of the page for furniture."""

import pytest

from archive.records import Page
from crawler.parsing import parse_page
from tests.crawler.parsing.furniture.pages import LINES, NEWS, OWN, furniture_of, news_of

TEXT = "".join(f"<p>{line}</p>" for line in LINES[:3])
FEES = '<a href="/news/2025/port-fees">Why port fees rise again</a>'


def text_of(body: str) -> str:
    markup = f"<html><body>{body}</body></html>".encode()
    return parse_page(Page.from_bytes(markup, url=NEWS, content_type="text/html; charset=utf-8")).text


@pytest.mark.parametrize("page", [
    '<main><h1>Carbon border</h1><div class="content subscriber-premium">{}</div></main>',
    '<main><h1>Carbon border</h1><div class="sponsored-content">{}</div></main>',
    '<div class="player"><div>Next up:</div></div><main><div><a href="/local">Local news</a></div>'
    '<h1>Carbon border</h1>{}<a href="/news/2025/port-fees">Why port fees rise again</a></main>',
    '<main><span class="label">Top story</span><h1>Carbon border</h1><div>{} <p>'
    '<a href="/news/2025/port-fees">Why port fees rise again</a></p></div></main>',
])
def test_box_or_list_that_holds_the_short_text_of_a_page_is_none(page: str) -> None:
    assert all(line in text_of(page.format(TEXT)) for line in LINES[:3])


def test_text_in_cipher_for_those_who_do_not_pay_is_none() -> None:
    cipher = f'<div class="encrypted-content" style="display:none"><p>{"DE6CC2 7@C " * 9}</p></div>'
    assert "DE6CC2" not in text_of(f"<h1>Carbon border</h1>{TEXT}{cipher}<p>{LINES[3]}</p>")


def test_line_of_one_link_in_brackets_is_an_offer() -> None:
    choices = news_of(f'{TEXT}<p>[<a href="/news/2025/port-fees"> Why port fees rise again </a>]</p><p>{LINES[4]}</p>')
    assert [(item.kind, item.title) for item in choices.furniture.related] == [("inline", "Why port fees rise again")]
    assert "port fees" not in " ".join(block.text for block in choices.body.blocks)


def test_tab_in_a_row_called_nav_heads_the_list_that_it_shows() -> None:
    tabs = '<ul class="nav nav-tabs"><li><a href="#tab-popular">Popular</a></li></ul>'
    page = f"<article>{TEXT}</article>{tabs}<div id='tab-popular'><ul><li>{FEES}</li></ul></div>"
    assert [item.kind for item in furniture_of(page).related] == ["popular"]


def test_link_of_a_menu_to_a_section_of_the_page_is_no_tab() -> None:
    menu = '<nav><ul><li><a href="#picks">Our top picks</a></li></ul></nav>'
    page = f"{menu}<article>{TEXT}<div id='picks'><h2>Our top picks</h2>{FEES}</div>{TEXT}</article>"
    assert "popular" not in [item.kind for item in furniture_of(page).related if item.url == OWN]


@pytest.mark.parametrize("name", ["td-post-next-prev", "prev-next-post-nav", "pager"])
def test_pager_by_name_offers_nothing(name: str) -> None:
    page = f'<article>{TEXT}</article><div class="{name}"><span>Next article</span>{FEES}</div>'
    assert furniture_of(page).related == ()


def test_button_that_hands_out_a_file_is_no_offer() -> None:
    choices = news_of(f'{TEXT}<div class="button"><a href="/news/2025/replies-to-all-letters.csv">Download the replies '
                      f"of all utilities</a></div><p>{LINES[4]}</p>")
    assert choices.furniture.related == ()
    assert [file.media_type for file in choices.attachments] == ["text/csv"]


def test_label_of_an_ad_with_its_advertiser_as_the_law_asks_is_one() -> None:
    label = "<div><img src='/b.png' alt=''><span>Реклама. ООО «Вектор» erid: 2Vtzq</span></div>"
    assert furniture_of(f"<article>{TEXT}</article>{label}").ad_slots == 1


def test_heading_of_a_list_in_a_box_called_a_section_is_no_section_of_its_only_item() -> None:
    head = '<div class="related-title-section"><h2>Related posts</h2></div>'
    page = f"<article>{TEXT}</article><div class='related-container'>{head}<article>{FEES}</article></div>"
    assert [(item.title, item.section) for item in furniture_of(page).related] == [("Why port fees rise again", None)]


def test_bullet_and_label_inside_a_link_offer_it() -> None:
    line = '<p><a href="/news/2025/port-fees">☞ [Related] Why port fees rise again</a></p>'
    choices = news_of(f"{TEXT}{line}<p>{LINES[4]}</p>")
    assert [(item.kind, item.title) for item in choices.furniture.related] == [("inline", "Why port fees rise again")]
