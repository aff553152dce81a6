
import numpy as np
import pytest

from archive.records import Block, Page
from crawler.parsing import parse_page
from crawler.parsing.body import (
    Body,
    find_body,
    whole_lists,
    whole_quotes,
    whole_tables,
    with_enclosed,
    with_first,
    with_headings,
    without_writers,
)
from crawler.parsing.body.choosing import most_likely
from crawler.parsing.document import read_document
from crawler.parsing.outline import Outline, read_outline
from tests.crawler.parsing.pages import outline_of

PROSE = [
    "The labour market recovered in the second half of the year, and wages rose faster than prices at last.",
    "Two things explain the turn. Energy became cheaper, and firms that had kept their staff began to hire again.",
    "Behind the average stand large differences: in the north the rate fell by a third, in the south it did not move.",
    "What follows for policy is less clear. Subsidies for short-time work cost more than they saved, the authors find.",
    "The government will present its plan in autumn. Until then the present rules stay in force, the minister said.",
]
TOWNS = [f"Rates rose in town number {n}, and the council of that town said so in a long letter." for n in range(9)]
MENU = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/topics'>Topics</a></li></ul></nav>"
CARDS = "".join(f"<li><a href='/a{n}'>Why number {n} matters for Europe</a></li>" for n in range(5))
RELATED = f"<aside class='related'><h3>Related articles</h3><ul>{CARDS}</ul></aside>"
FOOTER = "<footer><p>© 2024 Institute. All rights reserved.</p><a href='/privacy'>Privacy policy</a></footer>"


def page(body: str) -> Outline:
    markup = (f"<html><head><title>Jobs and growth | Institute</title></head><body>{MENU}<main><article>"
              f"<h1>Jobs and growth</h1>{body}</article></main>{RELATED}{FOOTER}</body></html>")
    return read_outline(read_document(Page.from_bytes(markup.encode(), url="https://institute.example/papers/jobs")))


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def read(body: str) -> Body:
    outline = page(body)
    return find_body(outline, frozenset(outline.all("h1")))


def texts(body: str) -> list[str]:
    return [block.text for block in read(body).blocks]


BODIES = {
    "the body is the prose and nothing around it": (f"<div class='entry-content'>{paragraphs(PROSE)}</div>", PROSE),
    "what stands twice for phones and desks is read once": (
        f"<div class='content'>{paragraphs(PROSE)}</div><div class='content mobile'>{paragraphs(PROSE)}</div>", PROSE),
    "link back to the list at the end is left out": (
        f"<div class='content'>{paragraphs(PROSE)}<p><a href='/papers'>Back to papers</a></p></div>", PROSE),
    "trail of crumbs above the text is left out": (
        f"<div class='entry-content'><p>Home ▸ News releases ▸ Jobs and growth</p>{paragraphs(PROSE)}</div>", PROSE),
    "heading that nothing stands under is left out": (
        f"<div class='entry-content'>{paragraphs(PROSE)}<h2>What to read next</h2></div>", PROSE),
    "line that offers a file is none of the text wherever it stands": (
        f"<div class='content'>{paragraphs(PROSE[:3])}<p><a href='/table.xlsx'>Download table 1 (XLSX, 24 KB)</a>"
        f"</p>{paragraphs(PROSE[3:])}</div>", PROSE),
    "advice on a reader of files is no text": (
        f"<div class='content'>{paragraphs(PROSE)}<p><a href='https://get.reader.example/'>Adobe Reader"
        "</a>: Adobe Reader is needed for the PDF files.</p></div>", PROSE),
    "label with links alone opens no text": (
        "<div class='content'><p>Read this release in: <a href='/hi'>Hindi</a>, <a href='/ta'>Tamil</a></p>"
        f"{paragraphs(PROSE)}</div>", PROSE),
    "number to call below the last line tells that a label closes the text": (
        f"<div class='content'>{paragraphs(PROSE)}</div><div><h3>Adresse für Rückfragen</h3><p>Office for ports"
        "<br>+41 58 000 00 00</p></div>", PROSE),
}


@pytest.mark.parametrize(("page", "expected"), BODIES.values(), ids=BODIES)
def test_text_of_a_page(page, expected):
    assert texts(page) == expected


def test_text_in_several_containers_is_one_body() -> None:
    parts = [f"<section class='text'>{paragraphs(PROSE[n:n + 1] + PROSE[n + 1:n + 2])}</section>" for n in (0, 2)]
    assert texts("<div class='ad'></div>".join(parts)) == PROSE[:4]


def test_a_list_and_its_heading_belong_to_the_body() -> None:
    items = ["Energy prices fell by a tenth", "Firms began to hire again", "Wages rose by four percent"]
    body = (f"<div class='content'>{paragraphs(PROSE[:3])}<h2>What changed in the year</h2><ul>"
            + "".join(f"<li>{item}</li>" for item in items) + f"</ul>{paragraphs(PROSE[3:])}</div>")
    assert texts(body) == [*PROSE[:3], "What changed in the year", *items, *PROSE[3:]]


def test_lifted_elements_are_left_out() -> None:
    outline = page(f"<div class='content'>{paragraphs(PROSE)}</div>")
    lifted = frozenset({*outline.all("h1"), outline.all("p")[1]})
    assert [block.text for block in find_body(outline, lifted).blocks] == [PROSE[0], *PROSE[2:]]


def test_a_lifted_phrase_takes_its_line_only_where_it_is_most_of_it() -> None:
    outline = page(f"<div class='content'><p><em>{PROSE[0][:30]}</em>{PROSE[0][30:]}</p>{paragraphs(PROSE[1:])}</div>")
    assert len(find_body(outline, frozenset({*outline.all("h1"), *outline.all("em")})).blocks) == len(PROSE)


def test_the_container_is_the_smallest_element_around_the_body() -> None:
    outline = page(f"<div class='content'>{paragraphs(PROSE)}</div>")
    assert outline.names[find_body(outline, frozenset(outline.all("h1"))).element].strip() == "content"


@pytest.mark.parametrize("tag", ["noscript", "template"])
def test_text_that_waits_for_a_script_is_read_where_it_stands_nowhere_else(tag: str) -> None:
    assert texts(f"<div class='content'>{paragraphs(PROSE[:3])}<{tag}>{paragraphs(PROSE[3:])}</{tag}></div>") == PROSE
    assert texts(f"<div class='content'>{paragraphs(PROSE)}<{tag}>{paragraphs(PROSE[3:])}</{tag}></div>") == PROSE


@pytest.mark.parametrize("prose", [
    ["劳动力市场在下半年复苏，工资增长终于超过了物价上涨。专家们认为这是一个积极的信号。",
     "有两个原因可以解释这一转变。能源变得更便宜，而保留员工的企业又开始招聘。",
     "平均数背后存在着巨大的差异：北方的失业率下降了三分之一，而南方没有变化。"],
    ["ตลาดแรงงานฟื้นตัวในช่วงครึ่งหลังของปีและค่าจ้างเพิ่มขึ้นเร็วกว่าราคาสินค้าในที่สุด",
     "พลังงานมีราคาถูกลงและบริษัทที่รักษาพนักงานไว้ก็เริ่มจ้างงานอีกครั้ง",
     "เบื้องหลังค่าเฉลี่ยมีความแตกต่างมากมายระหว่างภาคเหนือและภาคใต้ของประเทศ"],
    ["تعافى سوق العمل في النصف الثاني من العام، وارتفعت الأجور أخيراً بوتيرة أسرع من الأسعار.",
     "أصبحت الطاقة أرخص، وبدأت الشركات التي احتفظت بموظفيها في التوظيف من جديد.",
     "وراء المتوسط فروق كبيرة: ففي الشمال انخفض المعدل بمقدار الثلث، وفي الجنوب لم يتغير."],
], ids=["Chinese", "Thai", "Arabic"])
def test_text_without_spaces_or_from_right_to_left_is_read(prose: list[str]) -> None:
    assert texts(f"<div class='content' dir='auto'>{paragraphs(prose)}</div>") == prose


def test_a_page_without_text_has_an_empty_body() -> None:
    outline = read_outline(read_document(Page.from_bytes(b"<img src='x'>", url="https://institute.example/")))
    assert find_body(outline).blocks == ()


def test_many_likely_short_runs_are_taken_with_long_sure_ones() -> None:
    shares, words = np.array([0.95, 0.6, 0.6, 0.05], np.float32), np.array([400, 5, 5, 300], np.float32)
    assert most_likely(shares, words).tolist() == [True, True, True, False]


def test_step_that_is_told_in_two_lists_stays_in_both() -> None:
    step = "Press Enter so that the selection of edges is closed."
    lists = [f"<h2>Part {part}</h2><ol><li>Choose the {part} of the box, and pull it up.</li><li>{step}</li>"
             f"<li>Save the {part} under a name of its own.</li></ol>" for part in ("lid", "base")]
    assert texts(f"<div class='content'>{paragraphs(PROSE)}{''.join(lists)}</div>").count(step) == 2


def test_list_that_stands_twice_for_phones_and_desks_is_read_once() -> None:
    steps = [f"Choose part {n} of the box, and then pull it up a little." for n in range(4)]
    held = f"<div class='content'>{paragraphs(PROSE)}<ol>{''.join(f'<li>{step}</li>' for step in steps)}</ol></div>"
    assert texts(held * 2) == PROSE + steps


def test_a_line_is_found_beside_hundreds_of_links() -> None:
    menu = "".join(f"<li><a href='/{n}'>Ports and roads {n}</a></li>" for n in range(80))
    site = f"<header><div><ul>{menu}</ul></div></header>{{}}<footer><ul>{menu}</ul></footer>"
    outline = outline_of(site.format("<div><h1>Office closed</h1><div>The office is closed on Monday.</div></div>"))
    assert [block.text for block in find_body(outline, frozenset(outline.all("h1"))).blocks] == [
        "The office is closed on Monday."]


def test_what_a_site_shows_before_its_scripts_run_is_no_body() -> None:
    links = "".join(f"<a href='/{n}'>Shelf {n}</a>, " for n in range(60))
    foot = f"<dl><dt>Help</dt><dd>{links}</dd></dl><dl><dt>Our other sites</dt><dd>{links}</dd></dl>"
    shell = f"<div class='logo'><a href='/'>Shop</a></div><div id='app'></div><div class='footer'>{foot}</div>"
    assert find_body(outline_of(f"<title>Shop</title>{shell}")).blocks == ()


def test_a_large_part_that_may_well_be_body_is_risked() -> None:
    assert most_likely(np.array([0.95, 0.32], np.float32), np.array([100, 300], np.float32)).all()


NOTICES = {
    "ja": ("国土交通省は火曜日、内陸港湾に関する調査報告書を公表した。国会への約束から一年半後のことである。",
           "報告書によると、七つの港のうち三つは大型船に必要な浚渫費用を支払えず、そのための資金もない。",
           "担当者は、トン数に応じた賦課金による共同基金と、港の間の争いを裁く仲裁人の設置を勧告している。"),
    "zh": ("交通部星期二公布了对内河港口的审查报告，比向议会承诺的时间晚了十八个月。",
           "报告认为，七个港口中有三个无力支付大型船舶所需的疏浚费用，而且没有一个港口为此预留资金。",
           "官员们建议设立一个共同基金，由吨位费支付，并由仲裁人解决各港口之间无法达成一致的问题。"),
    "th": ("กระทรวงเผยแพร่รายงานทบทวนท่าเรือแม่น้ำเมื่อวันอังคาร หลังจากสัญญาไว้กับรัฐสภาเมื่อสิบแปดเดือนก่อน",
           "รายงานพบว่าท่าเรือสามแห่งจากเจ็ดแห่งไม่สามารถจ่ายค่าขุดลอกที่เรือขนาดใหญ่ต้องการได้ และไม่มีแห่งใดกันเงินไว้",
           "เจ้าหน้าที่แนะนำให้ตั้งกองทุนร่วมและแต่งตั้งผู้ตัดสินข้อขัดแย้งระหว่างท่าเรือ")}


@pytest.mark.parametrize("language", NOTICES)
def test_a_short_notice_without_spaces_between_words_is_read_whole(language):
    top = ("<header><a href='/'>Home</a><nav><ul><li><a href='/about'>About</a></li><li><a href='/news'>News</a></li>"
           "</ul></nav><form><input name=q><button>Search</button></form></header>")
    bottom = "<footer><p>© 2024 Crown. Content is available under licence.</p><a href='/privacy'>Privacy</a></footer>"
    outline = outline_of(f"<html lang={language}><body>{top}<main><h1>2024</h1><p class=byline>A. Lo</p><p class=date>"
                         f"2024-03-05</p>{paragraphs(list(NOTICES[language]))}</main>{bottom}</body></html>")
    texts = [block.text for block in find_body(outline).blocks]
    assert [text for text in NOTICES[language] if text not in texts] == []


def test_a_paragraph_that_looks_like_the_first_one_is_of_the_text_too():
    lead = "The board met on Monday to hear what nine ports had made of the levy since spring."
    for page, starts in (('<div class="text"><p>{}</p></div><div class="text walled"><p>{}</p></div>', 0),
                         ('<div><p class="line">{}</p></div><div><p class="line">{}</p></div>', 0),
                         ('<div class="teaser"><p>{}</p></div><div class="text"><p>{}</p></div>', 1),
                         ('<div class="text"><p>By {}, “Ports”</p></div><div class="text"><p>{}</p></div>', 0)):
        outline = outline_of(page.format(lead, lead.replace("board", "court")))
        assert with_first(outline, [1]) == [*range(starts, 2)], page
    linked = outline_of(f'<p class="line"><a href="/a">{lead}</a></p><p class="line">{lead}</p>')
    assert with_first(linked, [1]) == [1] and with_first(linked, []) == []


def test_a_table_that_is_text_in_part_is_taken_whole():
    table = "<table><tr><th>Port<th>2023</tr><tr><td>North lock<td>14</tr><tr><td>South lock<td>9</tr></table>"
    outline = outline_of(f"<p>Before.</p>{table}<table><tr><td>a<td>b<td>c<td>d</tr></table>")
    assert whole_tables(outline, [0, 1, 3]) == [*range(7)]


def test_a_list_of_which_a_fair_part_is_wanted_is_taken_whole():
    outline = outline_of("<p>Before.</p><ul><li>Tenants who move within a year</li><li>Owners</li></ul><p>After.</p>")
    assert whole_lists(outline, [0, 1, 3]) == [0, 1, 2, 3]
    assert whole_lists(outline, [0, 2, 3]) == [0, 2, 3]


def test_table_between_paragraphs_of_the_body_is_taken_whole_for_one_cell():
    table = "<table><tr><th>Port<th>2023</tr><tr><td>North lock<td>14</tr><tr><td>South lock<td>9</tr></table>"
    outline = outline_of(f"<p>Before.</p>{table}<p>After.</p>")
    assert whole_tables(outline, [0, 4, 7]) == [*range(8)] and whole_tables(outline, [0, 4]) == [0, 4]


def test_list_between_paragraphs_of_the_body_is_taken_where_it_links_to_nothing():
    outline = outline_of("<p>Before.</p><ul><li>Tenants</li><li>Owners</li></ul><p>After.</p>")
    assert with_enclosed(outline, [0, 3]) == [0, 1, 2, 3]
    linked = outline_of('<p>Before.</p><ul><li><a href="/a">Tenants</a></li><li>Owners</li></ul><p>After.</p>')
    assert with_enclosed(linked, [0, 3]) == [0, 3]


def test_a_heading_between_two_paragraphs_of_the_body_is_part_of_it():
    outline = outline_of("<p>One.</p><h2>Two</h2><p>Three.</p><div><h2>Other</h2></div><p>Four.</p>")
    assert with_headings(outline, [0, 2, 4]) == [0, 1, 2, 4]


def test_words_for_the_press_and_what_follows_the_end_of_a_release_are_left_out() -> None:
    release = ["FOR IMMEDIATE RELEASE", *PROSE, "###"]
    about = "<p><strong>About the department</strong><br>The department promotes the welfare of wage earners.</p>"
    assert texts(f"<div class='content'>{paragraphs(release)}{about}</div>") == PROSE


def test_headings_that_are_a_list_of_their_own_stay() -> None:
    heads = [f"Step {number}: measure and compare what the levy costs" for number in range(4)]
    listed = "".join(f"<h3>{head}</h3>" for head in heads)
    assert texts(f"<div class='entry-content'>{paragraphs(PROSE)}{listed}</div>") == PROSE + heads


def test_question_on_a_button_heads_the_answer_that_unfolds_below_it() -> None:
    one = "<div><h2><button>{0}</button></h2><div hidden><div><p>{1}</p></div></div></div>"
    outline = outline_of(one.format("Who pays?", "Barges.") + one.format("How much?", "Twelve euros."))
    assert with_headings(outline, [0, 1, 3]) == [0, 1, 2, 3]


@pytest.mark.parametrize("facts", [
    "<ul><li>담당부서 : 항만과</li><li>등록일 : 2025-03-14</li><li>조회수 : 312</li></ul>",
    "<dl><dt>Publicado en:</dt><dd>Boletín núm. 64, de 15 de marzo de 2025</dd><dt>Sede:</dt><dd>Madrid</dd></dl>",
    "<table><tr><td>索引号：</td><td>000014/2025</td></tr><tr><td>成文日期：</td><td>2025年03月14日</td></tr></table>",
    "<table><tr><th>Aktualisiert am</th><td>21. Juli 2025</td></tr><tr><th>Ort</th><td>Bern</td></tr></table>",
])
def test_facts_on_the_publication_above_the_text_are_none_of_it(facts: str) -> None:
    assert texts(f"<div class='content'>{facts}{paragraphs(PROSE)}</div>") == PROSE


def test_list_of_facts_that_is_the_text_stays() -> None:
    listed = "<ul><li>Founded: 1954</li><li>Members: 12 towns</li></ul>"
    assert texts(f"<div class='content'>{listed}{paragraphs(PROSE)}</div>")[:1] == ["Founded: 1954"]


def test_links_that_head_answers_stay_from_the_first_on() -> None:
    asked = "<li><a href='#none'>Q. Who pays for part {0}?</a><div>A. {1}</div></li>"
    listed = "".join(asked.format(number, text) for number, text in enumerate(PROSE))
    assert texts(f"<div class='content'><ul>{listed}</ul></div>")[:2] == ["Q. Who pays for part 0?", f"A. {PROSE[0]}"]


def test_editor_in_brackets_below_the_text_is_none_of_it() -> None:
    assert texts(f"<div class='content'>{paragraphs([*PROSE, '（责任编辑：张三）'])}</div>") == PROSE


@pytest.mark.parametrize("closing", [
    "<h2>About the authors</h2><p>Ada One is a senior researcher. Bo Two audits districts.</p>",
    "<h2>Acerca del autor</h2><p>Ada One investiga los puertos del norte desde hace años.</p>",
    "<h3>Contacts médias</h3><p>Ada One, Dakar, +221 33 555 01 02, ada@institute.example</p>",
    "<p>Media contact</p><p>Ada One<br>press@institute.example<br>+32 2 555 01 00</p>",
    "<p>Assessoria Especial de Comunicação<br>imprensa@pesca.example<br>(61) 0000-0000</p>",
    "<p>You are receiving this email because you signed up.</p><p>River Institute, 1 Quay Road</p>",
    '<p>Filed under <a href="/c">Rivers</a>. You can follow answers through the <a href="/feed">RSS 2.0</a> feed.</p>',
    '<p>Abgelegt unter <a href="/c">Rivers</a>. Sie können alle Antworten durch den RSS 2.0 Feed verfolgen.</p>',
    "<p>連絡先<br>水質保全課<br>電話：03-0000-1234</p>",
    "<h2>Document history</h2><ul><li>5 May 2025: Annex B was added</li><li>3 March 2024: First published</li></ul>",
    "<h2>Änderungshistorie</h2><table><tr><th>Datum<th>Fassung<th>Änderung<tr><td>05.05.2025<td>1.1<td>Anhang</table>",
    "<section><h2>Updates to this page</h2><ol><li><time>5 May 2025</time><p>Table 2 corrected.</p></ol></section>",
    "<h3>更新履歴</h3><p>2025年5月5日 付録Bを追加</p><p>2024年3月3日 公開</p>"])
def test_who_wrote_it_whom_to_call_and_what_was_changed_are_not_of_the_text(closing: str) -> None:
    assert texts(f"<article>{paragraphs(TOWNS)}{closing}</article>") == TOWNS


@pytest.mark.parametrize("closing", [
    "<h2>Versions</h2><p>There are two versions of the agreement. The newer one was signed in 2023 by the towns.</p>",
    "<h2>Timeline</h2><ul><li>5 May 2020: the port closes</li><li>3 March 2021: the port opens</li></ul>",
    "<h2>Document history</h2><p>5 May 2025: table</p><h2>Conclusion</h2><p>Nobody in town knows what comes next.</p>"])
def test_history_that_the_text_tells_is_text(closing: str) -> None:
    assert len(texts(f"<article>{paragraphs(TOWNS)}{closing}</article>")) > len(TOWNS) + 1


def test_a_quote_of_which_a_fair_part_is_wanted_is_taken_whole() -> None:
    outline = outline_of("<p>One</p><blockquote><p>We have a boat!</p>— Ada One, skipper</blockquote><p>Two</p>")
    assert whole_quotes(outline, [0, 2, 3]) == [0, 1, 2, 3]
    assert whole_quotes(outline, [0, 3]) == [0, 3]


def test_notes_that_the_text_refers_to_belong_to_it() -> None:
    first = f"{PROSE[0]}<a href='#_ftn1' name='_ftnref1'>[1]</a>"
    note = "<div><hr><div><p><a href='#_ftnref1' name='_ftn1'>[1]</a> Letter of the county, May.</p></div></div>"
    assert texts(f"{paragraphs([first, *PROSE[1:3]])}{note}")[-1] == "Letter of the county, May."
    assert texts(f"{paragraphs([first, *PROSE[1:3]])}<div><p id=_ftn1>Subscribe</p></div>")[-1] == PROSE[2]


def test_a_small_table_below_the_text_is_whole() -> None:
    cells = (("Year", "Rate"), ("2024", "6"))
    rows = "".join(f"<tr><td><p>{year}</p></td><td><p>{rate}</p></td></tr>" for year, rate in cells)
    assert texts(f"<div>{paragraphs(PROSE[:3])}<table>{rows}</table></div>")[-1] in {"Year\tRate\n2024\t6", PROSE[2]}


def test_a_row_of_links_to_pages_is_no_text() -> None:
    pages = "<nav>Pages: <b>1</b> <a href='?page=2'>2</a> <a href='?page=3'>3</a> <a href='?page=2'>Next</a></nav>"
    assert texts(f"{paragraphs(PROSE[:3])}{pages}") == PROSE[:3]


@pytest.mark.parametrize("mark", ["ooOOoo", "-- ENDS --", "ENDS", "- Ende -", "-000-"])
def test_what_follows_the_mark_that_ends_a_release_is_none_of_it(mark: str) -> None:
    about = "The agency keeps nine ports and two hundred locks on the rivers of the country in good order."
    assert texts(f"<div class='content'>{paragraphs([*PROSE, mark, about])}</div>") == PROSE


def test_sentence_that_ends_with_the_link_to_a_file_is_prose() -> None:
    last = "Old plants must keep to the values from 2028 on. <a href='/draft.pdf'>Draft of the order (PDF, 410 kB)</a>"
    assert texts(f"<div class='content'>{paragraphs([*PROSE, last])}</div>")[-1].startswith("Old plants")


def test_short_lines_above_the_title_are_none_of_the_text() -> None:
    title = "Nine ferry terminals open on the rivers"
    head = f'<title>Press desk</title><meta property="og:title" content="{title}">'
    shown = f"<div>Ministry of Waterways</div><div><h2>{title}</h2></div><div>Posted On: 03 FEB 2025 4:52PM</div>"
    markup = f"<html><head>{head}</head><body><main>{shown}{paragraphs(PROSE)}</main></body></html>"
    read = parse_page(Page.from_bytes(markup.encode(), url="https://press.example.gov/release?id=2098811"))
    assert [block.text for block in read.blocks] == PROSE


def test_tabs_in_a_row_are_no_text_and_those_above_their_panel_head_it() -> None:
    row = "<ul role='tablist'><li role='tab'>Overview</li><li role='tab'>Results</li></ul>"
    assert texts(f"<div>{row}{paragraphs(PROSE)}</div>") == PROSE
    panels = "".join(f"<div role='tab'><h4>Question {at}</h4></div><div role='tabpanel'><p>{line}</p></div>"
                     for at, line in enumerate(PROSE))
    assert texts(f"<div role='tablist'>{panels}</div>")[-2:] == [f"Question {len(PROSE) - 1}", PROSE[-1]]


@pytest.mark.parametrize(("above", "below"), [
    ("<p>Foto 1 de 2</p>", ""), ("<p>Pressemitteilung Nr. 12/2025 vom 03.03.2025</p>", ""),
    ("", "<p>Follow us on Mastodon</p>"), ("", "<p>Подписывайтесь на наш канал</p>")])
def test_counts_numbers_and_requests_to_follow_around_the_text_are_none_of_it(above: str, below: str) -> None:
    assert texts(f"<div class='content'>{above}{paragraphs(PROSE)}{below}</div>") == PROSE


def test_what_introduces_an_author_at_the_end_is_no_text() -> None:
    bios = ["Ada One is a senior fellow at the River Institute.", "Bo Two, a pilot, teaches at the mill."]
    told = Body(tuple(Block("paragraph", text) for text in (*PROSE, *bios)), (), 0, "")
    assert [block.text for block in without_writers(told, ["Ada One", "Bo Two"]).blocks] == PROSE
    assert len(without_writers(told, ["Cy Three"]).blocks) == len(PROSE) + 2
