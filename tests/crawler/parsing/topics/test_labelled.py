"""Tags behind a word that says so, and labels that only their own element tells."""

import pytest

from archive.records import Page
from crawler.parsing import parse_page
from tests.crawler.parsing.topics.test_topics import TEXT, section, topics


@pytest.mark.parametrize("facts", [
    "<dt>Topics</dt><dd><ul><li>Money</li><li>Trade</li></ul></dd><dt>Pages</dt><dd>12</dd>",
    "<dt>Publication date</dt><dd>4 May 2025</dd><dt>Topic</dt><dd>Money, Trade</dd>",
    "<dt>Θέματα</dt><dd><a href='/m'>Money</a></dd><dd><a href='/t'>Trade</a></dd>",
])
def test_descriptions_of_a_term_name_the_topics(facts: str) -> None:
    assert topics(f"<article><h1>Rates rise</h1>{TEXT}<dl>{facts}</dl></article>") == ["Money", "Trade"]


def test_category_and_tags_below_the_text_are_both_read() -> None:
    foot = ('<div><span>Κατηγορία</span> <a href="/nea">Money</a></div>'
            '<div><span>Ετικέτες</span><ul><li><a href="/a">Trade</a></li><li><a href="/b">Ports</a></li></ul></div>')
    assert topics(f"<h1>Rates rise</h1>{TEXT}{foot}") == ["Money", "Trade", "Ports"]


def test_look_of_a_share_row_is_no_tag() -> None:
    row = '<ul class="theme-grey col-2"><li><a href="/a">mitteilen</a></li><li><a href="/b">mail</a></li></ul>'
    assert topics(f"<article><h1>Rates rise</h1>{TEXT}{row}</article>") == []


def test_words_of_shown_code_are_no_tags() -> None:
    code = '<pre><code><span class="token keyword">return</span> <span class="hljs-keyword">if</span></code></pre>'
    page = f"<article><h1>Rates rise</h1>{TEXT}{code}{TEXT}</article>"
    assert topics(page) == []
    assert "return if" in parse_page(Page.from_bytes(page.encode(), url="https://example.org/rates")).text


def test_tags_stand_in_the_foot_of_their_article() -> None:
    foot = '<div class="page-footer-tools"><div class="tags"><a href="/m">Money</a> <a href="/t">Trade</a></div></div>'
    assert topics(f"<article><h1>Rates rise</h1>{TEXT}{foot}</article>") == ["Money", "Trade"]
    assert topics(f"<article><h1>Rates rise</h1>{TEXT}</article>{foot}") == []


def test_link_beside_the_day_is_a_kicker_by_its_own_name() -> None:
    line = '<div class="info"><time>15 May 2025</time> <a class="item__rubric" href="/r/money">Money</a></div>'
    assert section(f"<article>{line}<h1>Rates rise</h1>{TEXT}</article>") == "Money"


def test_only_step_of_a_trail_right_above_the_title_is_a_kicker() -> None:
    tags = '<div class="tags"><a href="/tags/trade">Trade</a></div>'
    trail = '<main><nav class="breadcrumbs">{}<a href="/money">Money</a></nav>'
    page = f"{trail}<h1>Rates rise</h1>{4 * TEXT}{tags}</main>"
    assert topics(page.format("")) == ["Money", "Trade"]
    assert topics(page.format('<a href="/news/">News</a> / ')) == ["Trade"]


def test_office_above_the_title_is_no_topic() -> None:
    assert topics(f"<main><p>2025年5月15日<br>水管理局 河川情報課</p><h1>水位の公表について</h1>{TEXT}</main>") == []


def test_elements_side_by_side_behind_a_label_are_topics_each() -> None:
    line = "<div>Topic: <span>Personal finances</span> <span>Saving money</span> <span>Alle Themen</span></div>"
    assert topics(f"<article><h1>Rates rise</h1>{TEXT}{line}</article>") == ["Personal finances", "Saving money"]


def test_elements_side_by_side_below_a_label_are_topics_without_links() -> None:
    box = "<div><h4>Asiasanat</h4><span>pohjavesi</span> <span>maalämpö</span></div>"
    assert topics(f"<main><h1>Rates rise</h1>{TEXT}{box}</main>") == ["pohjavesi", "maalämpö"]


@pytest.mark.parametrize("heading", ["Temas relacionados", "Sujets associés", "Ilgili konular", "相关话题"])
def test_related_topics_are_the_pages_topics(heading: str) -> None:
    links = '<a href="/t/money">Money</a><a href="/t/trade">Trade</a>'
    box = f'<div class="related-topics"><h2>{heading}</h2>{links}</div>'
    assert topics(f"<main><article><h1>Rates rise</h1>{TEXT}</article>{box}</main>") == ["Money", "Trade"]


def test_aside_that_offers_the_publication_as_a_file_tells_its_topics() -> None:
    aside = '<aside>{}<p>Schlagwörter</p><a href="/themen/geld">Geld</a> <a href="/themen/handel">Handel</a></aside>'
    page = f"<main><h1>Rates rise</h1><div>{{}}<div>{4 * TEXT}</div></div></main>"
    assert topics(page.format(aside.format('<a href="/static/brief.pdf">PDF</a>'))) == ["Geld", "Handel"]
    assert topics(page.format(aside.format(""))) == []


def test_address_below_a_folder_of_sections_is_no_topic() -> None:
    items = "".join(f'<li><a href="/assuntos/noticias/2025/abril/{i}">Open call number {i}</a></li>' for i in (1, 2))
    assert topics(f"<main><article><h1>Rates rise</h1>{TEXT}</article><ul>{items}</ul></main>") == []


@pytest.mark.parametrize("above", [
    '<a class="back" href="/nyheder">Tilbage til nyheder</a>', '<a class="back" href="/news">Назад к списку</a>',
    '<div><a href="/blog">All posts</a> <a href="/blog/categories/f">Fish</a> <a href="/categories/p">Ports</a></div>',
])
def test_way_back_and_menu_above_the_title_are_no_kickers(above: str) -> None:
    assert topics(f"<main><div>{above}<h1>Rates rise</h1></div>{TEXT}</main>") == []


@pytest.mark.parametrize("label", ["Lesen Sie mehr zu diesen Themen:", "Mehr zu diesen Themen"])
def test_sentence_that_leads_to_the_topics_is_a_label(label: str) -> None:
    links = '<li><a href="/geld">Geld</a></li><li><a href="/rat">Rat</a></li>'
    box = f'<div class="box"><h4>{label}</h4><ul>{links}</ul></div>'
    assert topics(f"<main><article><h1>Rates rise</h1>{TEXT}{box}</article></main>") == ["Geld", "Rat"]


def test_tag_of_one_sign_that_is_a_word_is_a_topic() -> None:
    tags = '<div class="tags"><span>タグ:</span> <a href="/w">水</a> <a href="/e">教育</a> <a href="/a">あ</a></div>'
    assert topics(f"<article><h1>Rates rise</h1>{TEXT}{tags}</article>") == ["水", "教育"]


@pytest.mark.parametrize(("label", "names"), [("Related topics", ["Water", "Ports"]), ("Topics", [])])
def test_aside_that_opens_with_related_topics_tells_them(label: str, names: list[str]) -> None:
    links = '<li><a href="/related/1/water">Water</a></li><li><a href="/related/2/ports">Ports</a></li>'
    aside = f"<aside><h2>{label}</h2><ul>{links}</ul></aside>"
    assert topics(f"<main><div><h1>Rates rise</h1></div><div>{4 * TEXT}{aside}</div></main>") == names
