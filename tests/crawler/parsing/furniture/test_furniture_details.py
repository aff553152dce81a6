"""What a list tells of each publication beside its headline, and offers between short paragraphs."""

import pytest

from archive.records import Related
from crawler.parsing.furniture.running_text import running_chars
from tests.crawler.parsing.furniture.pages import PROSE, furniture_of

STEEL, PAYS = "/papers/2024/steel-and-tariffs", "/papers/2023/who-pays"
TITLE = "Who pays for the border levy?"
OTHER = f'<li><a href="{STEEL}">Steel and tariffs after the levy</a></li>'


def related_in(body: str, language: str = "en") -> tuple[Related, ...]:
    return furniture_of(body, language).related


def listed(item: str) -> Related:
    """The first publication of a list of two, the first of which is this item."""
    found = related_in(f"<main>{PROSE}</main><h2>Related</h2><ul>{item}{OTHER}</ul>")
    assert len(found) == 2
    return found[0]


def test_section_is_the_label_inside_the_line_of_labels() -> None:
    line = '<div class="category-top"><a class="category" href="/notices">Notices</a><span>3 May 2025</span></div>'
    said = listed(f'<li>{line}<h3><a href="{PAYS}">{TITLE}</a></h3></li>')
    assert (said.section, said.published) == ("Notices", "2025-05-03")


@pytest.mark.parametrize("line", ["14.5.2025 | Column", "Column | 14.5.2025", "Column · 14.5.2025 · 09:30"])
def test_kind_of_publication_beside_the_day_is_the_section(line: str) -> None:
    said = listed(f'<li><a href="{PAYS}"><p>{line}</p><h3>{TITLE}</h3></a></li>')
    assert (said.section, said.published) == ("Column", "2025-05-14")


def test_author_beside_the_day_is_no_section() -> None:
    assert listed(f'<li><a href="{PAYS}"><p>Ada One | 14.5.2025</p><h3>{TITLE}</h3></a></li>').section is None


@pytest.mark.parametrize(("line", "summary"), [
    ('<p class="card-text">Two afternoons in town hall</p>', "Two afternoons in town hall"),
    ("<p>The new limits for 2026.</p>", "The new limits for 2026."),
    ("<p>Why wet peat protects us. <a href='/papers/2023/who-pays'>more</a></p>", "Why wet peat protects us."),
    ('<p class="desc">By Ada One and Bo Two</p>', None), ("<p>5 months ago · 88 likes · Ada One and others</p>", None)])
def test_short_sentence_below_a_headline_is_its_summary(line: str, summary: str | None) -> None:
    assert listed(f'<li><h3><a href="{PAYS}">{TITLE}</a></h3>{line}</li>').summary == summary


def test_day_that_shows_on_hover_is_the_day() -> None:
    said = listed(f'<li><a href="{PAYS}">{TITLE}</a><div class="date"><i title="Tuesday, 11 Nov 2025 16:20">2 days ago'
                  "</i></div></li>")
    assert said.published == "2025-11-11"


def test_labels_in_elements_of_one_line_with_the_headline_are_told_apart() -> None:
    link = f'<a href="{PAYS}">{TITLE}</a>'
    said = listed(f"<li><span>Report</span> {link} <span>Ada One</span> <span>Nov 2024</span></li>")
    assert (said.title, said.section, said.published) == (TITLE, "Report", "2024-11")


def test_description_of_a_term_tells_day_and_summary() -> None:
    terms = "".join(f'<dt><a href="{url}">{title}</a></dt><dd>3. 10. 2025 – Families will get it as well.</dd>'
                    for url, title in ((PAYS, TITLE), (STEEL, "Steel and tariffs after the levy")))
    found = related_in(f"<main>{PROSE}</main><h2>Related</h2><dl>{terms}</dl>", "cs")
    assert [(said.published, said.summary) for said in found] == [("2025-10-03", "Families will get it as well.")] * 2


@pytest.mark.parametrize("rank", ["<span class='n'>{}</span> ", "#{} ", "{}. "])
def test_numbers_that_count_a_list_are_no_part_of_headlines(rank: str) -> None:
    items = "".join(f'<li><a href="{url}">{rank.format(number)}{title}</a></li>' for number, (url, title) in enumerate(
        ((PAYS, TITLE), (STEEL, "Steel and tariffs after the levy")), 1))
    found = related_in(f"<main>{PROSE}</main><aside><h2>Most read</h2><ol>{items}</ol></aside>")
    assert [said.title for said in found] == [TITLE, "Steel and tariffs after the levy"]


def test_number_that_counts_nothing_stays_in_the_headline() -> None:
    assert listed(f'<li><a href="{PAYS}">7 ways to pay for the border levy</a></li>').title == (
        "7 ways to pay for the border levy")


def test_short_titles_with_a_summary_each_are_publications() -> None:
    cards = "".join(f'<div class="teaser"><h3><a href="/a/{name}.html">{title}</a></h3><p>{said}</p></div>'
                    for name, title, said in (("moor", "Wet moors", "Why wet peat protects the climate."),
                                              ("land", "Land use", "Every day 51 hectares are built over.")))
    found = related_in(f"<main>{PROSE}</main><h2>Related</h2>{cards}")
    assert [said.title for said in found] == ["Wet moors", "Land use"]


def test_box_before_a_short_last_paragraph_stands_in_the_body() -> None:
    box = f'<div class="box"><a href="{PAYS}"><img src="a.jpg"></a><h4><a href="{PAYS}">{TITLE}</a></h4></div>'
    found = related_in(f"<article>{PROSE}{box}<p>Parliament votes on the levy in the first week of May.</p></article>")
    assert [(said.kind, said.title) for said in found] == [("inline", TITLE)]


def test_paragraphs_in_signs_for_words_are_running_text_at_forty_signs() -> None:
    assert running_chars("市" * 40, 0) == 100
    assert running_chars("市" * 39, 0) == 0
    text = "<p>环境部统计，全国回收率已连续三年下滑，去年跌至五成六，其中废玻璃与废纸容器跌幅最大，各地都是如此。</p>"
    lead = f'<p>▪ 延伸阅读：<a href="{PAYS}">循环杯租借站已突破三千处</a></p>'
    found = related_in(f"<article>{text * 3}{lead}{text}</article>", "zh")
    assert [(said.kind, said.title) for said in found] == [("inline", "循环杯租借站已突破三千处")]


@pytest.mark.parametrize("line", [
    '<p><a href="/papers/2023/who-pays">【関連記事】国境の炭素課金を払うのは誰か</a></p>',
    '<p>▶ 관련기사 <a href="/papers/2023/who-pays">국경의 탄소 부담금은 누가 내나</a></p>'])
def test_line_that_a_sign_or_brackets_mark_offers_a_publication(line: str) -> None:
    found = related_in(f"<article>{PROSE}{line}{PROSE}</article>")
    assert [(said.kind, said.url) for said in found] == [("inline", f"https://institute.example{PAYS}")]


def test_boxes_in_one_link_are_lines_apart() -> None:
    card = ('<div class="kort"><a href="{}"><div class="kort__meta"><span>Report</span> <span>2025-05-06</span></div>'
            '<div class="kort__rubrik">{}</div><div class="kort__text">Every tenth post is empty.</div></a></div>')
    cards = card.format(PAYS, TITLE) + card.format(STEEL, "Steel and tariffs after the levy")
    found = related_in(f"<main>{PROSE}</main><section><h2>Related</h2>{cards}</section>")
    assert [(said.title, said.section, said.published, said.summary) for said in found] == [
        (title, "Report", "2025-05-06", "Every tenth post is empty.") for title in (
            TITLE, "Steel and tariffs after the levy")]


@pytest.mark.parametrize("name", ["list-type", "type", "publication_type"])
def test_type_of_a_publication_is_its_section(name: str) -> None:
    link = f'<span class="{name}">Note</span><span>{TITLE}</span>'
    assert listed(f'<li><a href="{PAYS}">{link}</a></li>').section == "Note"


MENU = '<nav><a href="/trade">Trade</a><a href="/">Institute Example</a></nav>'


@pytest.mark.parametrize(("line", "section"), [
    ("<p>Trade · 3 May 2025</p>", "Trade"), ("<p>Trade, 3 May 2025</p>", "Trade"),
    ("<p>Ada One · 3 May 2025</p>", None), ("<p>Institute · 3 May 2025</p>", None)])
def test_name_of_the_menu_beside_the_day_is_the_section(line: str, section: str | None) -> None:
    item = f'<li><h3><a href="{PAYS}">{TITLE}</a></h3>{line}</li>'
    found = related_in(f"{MENU}<main>{PROSE}</main><h2>Related</h2><ul>{item}{OTHER}</ul>")
    assert (found[0].section, found[0].published) == (section, "2025-05-03")


SUMMARY = "Buyers pay first, and sellers pay when the buyers leave."


@pytest.mark.parametrize("card", [
    f"<div>Trade</div><div><a href='{PAYS}'>{TITLE}</a></div><div>{SUMMARY} - May 3, 2025</div>",
    f"<a href='{PAYS}'><span class='l'>Trade</span><span class='h'>{TITLE}</span><span class='s'>{SUMMARY}</span>"
    "<span class='d'>3 May 2025</span></a>",
    f"<a href='{PAYS}'><span>Trade</span> <strong>{TITLE}</strong> <span>{SUMMARY}</span> <span>-</span> "
    "<span>May 3, 2025</span></a>"])
def test_what_a_card_says_in_one_line_or_one_link_is_told_apart(card: str) -> None:
    said = listed(f"<li>{card}</li>")
    assert (said.section, said.title, said.summary, said.published) == ("Trade", TITLE, SUMMARY, "2025-05-03")


@pytest.mark.parametrize("cell", [
    "<figure><a href='{to}'><img src='/i.jpg'></a><figcaption><small>Trade / 3 May 2025</small>"
    "<a href='{to}'>{title}</a></figcaption></figure>", "<p><a href='{to}'>{title}</a><br>3 May 2025</p>"])
def test_day_beside_the_link_of_a_caption_or_a_paragraph(cell: str) -> None:
    cells = cell.format(to=PAYS, title=TITLE) + cell.format(to=STEEL, title="Steel and tariffs after the levy")
    found = related_in(f"<main>{PROSE}</main><h2>Related</h2><div>{cells}</div>")
    assert [(item.title, item.published) for item in found] == [
        (TITLE, "2025-05-03"), ("Steel and tariffs after the levy", "2025-05-03")]


def test_day_after_each_of_several_links_of_a_paragraph_is_of_the_link_before_it() -> None:
    lines = f'<a href="{PAYS}">{TITLE}</a>, 3 May 2025<br><a href="{STEEL}">Steel and tariffs after it</a>, 9 May 2025'
    found = related_in(f"<main>{PROSE}</main><h2>Related</h2><p>{lines}</p>")
    assert [item.published for item in found] == ["2025-05-03", "2025-05-09"]


SHORT = ("住宅補助をめぐる採決", "干ばつ保険が沿岸に広がる")
SHORT_TO = ("/papers/2025/housing-vote", "/papers/2025/drought-cover")


@pytest.mark.parametrize("cell", [
    "<div class='slide'><a href='/trade'>貿易</a><a href='{to}'>{title}</a><div>2025年5月3日</div>"
    "<a href='{to}'>続きを読む</a></div>",
    "<div><p><a href='{to}'><strong>{title}</strong></a></p><p>貿易 • 2025年5月3日 • 4 min</p></div>"])
def test_headlines_of_few_signs_are_titles_and_their_days_are_not(cell: str) -> None:
    cells = "".join(cell.format(to=to, title=title) for to, title in zip(SHORT_TO, SHORT, strict=True))
    found = related_in(f"<main>{PROSE}</main><h2>関連記事</h2><div>{cells}</div>", "ja")
    assert [(item.title, item.published) for item in found] == [(title, "2025-05-03") for title in SHORT]


def test_headlines_of_few_signs_in_one_paragraph_are_several() -> None:
    lines = "<br>".join(f'<a href="{to}">{title}</a>' for to, title in zip(SHORT_TO, SHORT, strict=True))
    found = related_in(f"<main>{PROSE}</main><h2>関連記事</h2><p>{lines}</p>", "ja")
    assert [item.title for item in found] == list(SHORT)
