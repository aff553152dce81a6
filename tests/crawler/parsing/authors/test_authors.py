import pytest

from archive.records import Author
from crawler.parsing.authors import find_authors
from crawler.parsing.choice import Choice
from crawler.parsing.site import read_site
from crawler.parsing.title import find_title
from tests.crawler.parsing.pages import read

TEXT = "<p>The bank raised rates by a quarter point on Thursday, more than most had thought it would.</p>"


def choice(markup: str) -> Choice[tuple[Author, ...]]:
    outline, claims = read(markup, "https://www.bank.example/news/rates-rise")
    site = read_site(outline, claims)
    return find_authors(outline, claims, site, find_title(outline, claims, site))


def names(markup: str) -> list[str]:
    return [author.name for author in choice(markup).value]


def json_ld(author: str) -> str:
    return ('<script type="application/ld+json">{"@type": "Article", "headline": "Rates rise", '
            f'"author": {author}}}</script><h1>Rates rise</h1>{TEXT}')


NAMES = {
    "json ld authors may be strings or nodes": (
        json_ld('["Ada One", {"@type": "Person", "name": "Bo Two"}]'), ["Ada One", "Bo Two"]),
    "two people in one json ld name are two authors": (
        json_ld('{"@type": "Person", "name": "Ada One und Bo Two"}'), ["Ada One", "Bo Two"]),
    "citation author with last name first is turned": (
        '<meta name="citation_author" content="One, Ada"><meta name="citation_author" content="Bo Two">'
        f"<h1>Rates rise</h1>{TEXT}", ["Ada One", "Bo Two"]),
    "byline below the title is read": (f"<h1>Rates rise</h1><p>By Ada One and Bo Two</p>{TEXT}", ["Ada One", "Bo Two"]),
    "byline below a heading that says more than the title tag is read": (
        f"<title>Rates will rise | Bank</title><h2>Rates will rise once more</h2><p>By Ada One</p>{TEXT * 3}",
        ["Ada One"]),
    "byline word on a line of its own leads the next line": (
        f"<h1>Rates rise</h1><div>Written by</div><div>Ada One</div>{TEXT}", ["Ada One"]),
    "link to a profile near the title is an author": (
        f'<h1>Rates rise</h1><div><a href="/authors/ada-one">Ada One</a></div>{TEXT}', ["Ada One"]),
    "element named after the author needs no lead": (
        f'<h1>Rates rise</h1><div class="post-author">Ada One</div>{TEXT}', ["Ada One"]),
    "element named after authority names no author": (
        f'<h1>Rates rise</h1>{TEXT * 9}<h3 id="authorization">Authorization Forms</h3>{TEXT}', []),
    "author of a comment is no author": (
        f'<h1>Rates rise</h1>{TEXT}<div class="comment"><span class="author">Bo Two</span></div>', []),
    "user name in a meta tag is no author": (f'<meta name="author" content="admin"><h1>Rates rise</h1>{TEXT}', []),
    "name of the site gives way to a person": (
        '<meta property="og:site_name" content="The Bank"><meta name="author" content="The Bank"><h1>Rates rise</h1>'
        f'<p class="byline">Ada One</p>{TEXT}', ["Ada One"]),
    "site's own name signs with that of another body": (
        '<meta property="og:site_name" content="Ministry of Water"><meta name="DC.creator" content="Ministry of Water">'
        f'<meta name="DC.creator" content="River Authority"><h1>Rates rise</h1>{TEXT}',
        ["Ministry of Water", "River Authority"]),
    "a list of names names them all": (
        "<h1>Rates rise</h1><ul class=authors><li><a href='/e/1'>Ada Lovelace</a></li><li>"
        f"<a href='/e/2'>Bo Lindqvist</a></li></ul>{TEXT}", ["Ada Lovelace", "Bo Lindqvist"]),
    "title may end with who speaks": (f"<h1>Why we wait − speech by Ada One</h1>{TEXT * 3}", ["Ada One"]),
    "title that ends with any way ends with nobody": (f"<h1>Goods – by Land and Sea</h1>{TEXT * 3}", []),
    "cards under a heading beside the text name the authors": (
        f"<article><h1>Rates rise</h1>{TEXT * 30}</article><div class=promo><h3>Authors</h3><div class=item>"
        "<div class=name>Ada One</div><div>Economist</div></div><div class=item><div class=name>Bo Two</div>"
        "<div>Economist</div></div></div>", ["Ada One", "Bo Two"]),
    "list of facts below the text names a body": (
        f"<h1>Rates rise</h1>{TEXT * 30}<dl><dt>Date<dd>5 March 2024<dt>Author<dd>Directorate-General for Coasts and "
        "Harbours</dl>", ["Directorate-General for Coasts and Harbours"]),
    "list of all authors of a site names none of the page": (
        f"<h1>Rates rise</h1>{TEXT * 30}<nav><h3>Authors</h3><ul><li>Ada One<li>Bo Two</ul></nav>", []),
    "foot of an analysis tells who prepared it": (
        f"<h1>Rates rise</h1>{TEXT * 30}<p><b>Analysis Prepared by:</b> Ada One / H. &amp; C.D. / (555) 010-2085</p>",
        ["Ada One"]),
    "schemed name in a meta tag is what it says": (
        '<meta name="dcterms.creator" content="corporateName=Reef Authority; jurisdiction=Commonwealth of Australia">'
        f"<h1>Rates rise</h1>{TEXT}", ["Reef Authority"]),
    "speaker is the author without role and place": (
        "<h1>Rates rise</h1><p>Remarks by Ada One, Deputy Governor, at the Annual Conference of Treasurers, "
        f"Tallport, 17 October 2024</p>{TEXT}", ["Ada One"]),
    "somebody in office below the title speaks": (
        "<h3>Patience and prices</h3><p>Governor Ada B. One</p><p>At the Annual Dinner of Economists, Tallport</p>"
        f"{TEXT * 2}", ["Ada B. One"]),
    "name above a role is an author": (
        f"<h1>Rates rise</h1><div><div>Ada One</div><div>Senior Researcher</div></div>{TEXT}", ["Ada One"]),
    "form around the whole page is no part of it": (
        f"<form><h1>Rates rise</h1><p>By Ada One</p>{TEXT}</form>", ["Ada One"]),
    "label told from the name by an element leads it": (
        f"<h1>주거비</h1><ul><li>작성자 <span>김민수</span></li><li>등록일 <span>2024.11.21</span></li></ul>{TEXT}",
        ["김민수"]),
    "last names first in a list are turned": (
        f"<h1>Rates rise</h1><dl><dt>Authors</dt><dd>One, Ada; Two, Bo</dd></dl>{TEXT}", ["Ada One", "Bo Two"]),
    "who asks a question in a house is its author": (
        f"<h1>Rates rise</h1><dl><dt>Gestellt von</dt><dd>Ada One</dd><dt>Datum</dt><dd>3. Mai 2024</dd></dl>{TEXT}",
        ["Ada One"]),
    "creators in a list of facts": (
        f"<h1>Rates rise</h1><dl><dt>Title</dt><dd>Rates rise</dd><dt>Creator</dt><dd>Ada One</dd></dl>{TEXT}",
        ["Ada One"]),
    "editors sign what they edited": (
        f"<h1>Rates rise</h1><p>Edited by Ada One and Bo Two</p>{TEXT}", ["Ada One", "Bo Two"]),
    "label in an element leads the name behind it": (
        f"<h1>주거비</h1><ul><li><strong>작성자</strong> 김민수</li></ul>{TEXT}", ["김민수"]),
    "first initial is no article": (
        f'<h1>Rates rise</h1><p class="authors">A. B. One, C. D. Two &amp; E. Three</p>{TEXT}',
        ["A. B. One", "C. D. Two", "E. Three"]),
    "degrees of other countries are left off": (
        f"<h1>Stopy</h1><p>Autorzy: dr hab. Anna Nowak, prof. Jan Kowalski</p>{TEXT}", ["Anna Nowak", "Jan Kowalski"]),
    "text and pictures may be of one": (
        f"<h1>Zinsen steigen</h1><p>Text und Fotos: Lena Eins</p>{TEXT}", ["Lena Eins"]),
    "directorate signs in a list of facts": (
        "<h1>Rules for homes</h1><dl><dt>Published</dt><dd>5 March 2024</dd><dt>Author</dt>"
        f"<dd>Directorate-General for Homes</dd></dl>{TEXT}", ["Directorate-General for Homes"]),
    "words and pictures are of two": (
        f"<h1>Rates rise</h1><p>Words: Ada One | Pictures: Bo Two</p>{TEXT}", ["Ada One"]),
    "lines with last names first are turned": (
        "<h2>Pipes and rents</h2><h5>Author(s)</h5><a href='/1'>Stone, Joy</a><br><a href='/2'>van Hill, Max</a>"
        f"<h5>Abstract</h5>{TEXT}", ["Joy Stone", "Max van Hill"]),
    "topics behind a byline are no authors": (
        '<h1>Rates rise</h1><p>By <a href="/author/ada">Ada One</a><span>In '
        '<a rel="category tag" href="/money">Money Matters</a>, <a rel="tag" href="/tips">Savings Tips</a></span>'
        f"</p>{TEXT}", ["Ada One"]),
    "dot of any kind ends a byline": (
        f"<h1>Rates rise</h1><p>By Ada One ⋅ Editor ⋅ Updated May 6, 2025</p>{TEXT}", ["Ada One"]),
    "what describes an author is no author": (
        f'<h1>Rates rise</h1><div class="author-description">Licensed Grader, Old Hand</div>{TEXT}', []),
    "byline in an element ends with it": (
        "<h1>Rates rise</h1><p><time>25.09.2025</time> <span>von Dr. Henrik Aalto</span> <span>Pressemitteilung"
        f"</span></p>{TEXT}", ["Henrik Aalto"]),
    "links of a byline joined by a prefix are people each": (
        '<h1>أسعار الفائدة ترتفع</h1><p>بقلم <a href="/experts/h-najjar">هالة النجار</a> و'
        f'<a href="/experts/y-saad">ياسر سعد</a></p>{TEXT}', ["هالة النجار", "ياسر سعد"]),
    "reporter and place of a chinese report are told apart": (
        f"<h1>Rates rise</h1><p>記者林佳蓉／台北報導</p>{TEXT}", ["林佳蓉"]),
    "junior keeps its stop": (
        f"<h1>Rates rise</h1><p>By Ada One and Joseph T. Reyes Jr.</p>{TEXT}", ["Ada One", "Joseph T. Reyes Jr."]),
    "person to ring up is no author": (
        f"<h1>Rates rise</h1>{TEXT}<p>Lisätietoja:</p><p>Henna Laakso, p. 050 000 0000, henna.laakso@bank.example"
        "</p>", []),
    "commentary is no comment": (
        '<article class="node--type-commentary"><h1>Rates rise</h1><div class="f"><div>Authors</div><div>'
        '<div class="i"><a href="/people/a">Ada One</a></div><div class="i"><a href="/people/b">Bo Two</a></div>'
        f"</div></div>{TEXT}</article>", ["Ada One", "Bo Two"]),
    "linked names in items of a list are authors each": (
        '<h1>Rates rise</h1><p>16 September 2025</p><ul><li><a href="/authors/ada-one/">Ada One</a></li><li>'
        f'<a href="/authors/bo-two/">Bo Two</a></li></ul>{TEXT}', ["Ada One", "Bo Two"]),
    "name on a card that links to a person is an author": (
        '<h1>Rates rise</h1><ul class="auteurs"><li><a href="/experts/ada-one"><b>Ada One</b><em>Économiste</em></a>'
        f'</li><li><a href="/experts/bo-two"><b>Bo Two</b><em>Chercheur associé</em></a></li></ul>{TEXT}',
        ["Ada One", "Bo Two"]),
    "reporter whose address is in other letters signs": (
        '<h1>Rates rise</h1><div><span class="reporter"><a href="/reporter/kim-haneul">김하늘 기자</a></span>'
        f"<span>입력 2025.04.22 15:03</span></div>{TEXT}", ["김하늘"]),
    "byline may follow the date": (f"<h1>Rates rise</h1><p>Posted on May 5, 2024 by Ada One</p>{TEXT}", ["Ada One"]),
    "byline may follow a date in an element": (
        f"<h1>Rates rise</h1><p>Veröffentlicht am <time>03.09.2024</time> von Dr. Ada One und Bo Two</p>{TEXT}",
        ["Ada One", "Bo Two"]),
    "names and roles behind a date are authors": (
        f"<h1>Rates rise</h1><p>Sep 3, 2024 | Ada One, Senior Fellow; and Bo Two, Research Assistant</p>{TEXT}",
        ["Ada One", "Bo Two"]),
    "topics behind a date are no authors": (
        f"<h1>Rates rise</h1><p>Sep 3, 2024 | Energy Policy | Report</p>{TEXT}", []),
    "what a reporter is called behind a name tells who signs": (
        f"<h1>새 규칙</h1><ul><li>김하늘 기자</li><li>승인 2024.03.07 10:15</li></ul>{TEXT}", ["김하늘"]),
    "mail address behind a name tells who signs": (
        f"<h1>Rates rise</h1><p>Ada One ada@daily.example</p><p>7 March 2024</p>{TEXT}", ["Ada One"]),
    "sentence may tell who wrote the page": (
        f"<h1>Rates rise</h1><p>This post was written by Ada One, a fellow.</p>{TEXT}", ["Ada One"]),
    "sentence below the text may tell who wrote it": (
        f"<h1>Rates rise</h1>{TEXT * 30}<p>This article was written by Ada One.</p>", ["Ada One"]),
    "one name before a date signs": (f"<h1>Rates rise</h1><p>by Ada · May 5, 2025 at 3:00 am</p>{TEXT}", ["Ada"]),
    "full name before a date signs": (
        f"<h1>Rates rise</h1><p>By Aaron One on March 1, 2025</p>{TEXT}", ["Aaron One"]),
    "list under a label names them all": (
        f"<h1>Rates rise</h1><h5>Author(s)</h5><ul><li>Ada One<li>Bo Two<li>Cy Three</ul>{TEXT}",
        ["Ada One", "Bo Two", "Cy Three"]),
    "boxes under a label name one each": (
        '<h1>Rates rise</h1><p>Written by</p><div class="by">Ada One, senior editor</div>'
        f'<div class="by">Bo Two, writer</div>{TEXT}', ["Ada One", "Bo Two"]),
    "name below the title on whom the page has a paragraph signs": (
        f"<h1>Rates rise</h1><p>Ada One</p>{TEXT}<p>Ada One is a writer and keeps bees.</p>", ["Ada One"]),
    "name below the title on whom the page says nothing is nobody's": (f"<h1>Rates rise</h1><p>Ada One</p>{TEXT}", []),
}


@pytest.mark.parametrize(("page", "expected"), NAMES.values(), ids=NAMES)
def test_names_of_a_page(page, expected):
    assert names(page) == expected


def test_name_is_told_from_the_role_beside_it() -> None:
    assert names('<h1>Rates rise</h1><div class="author"><b class="author__name">Ada One</b><i class="author__title">'
                 "Fellow</i></div><p>Text of the publication.</p>") == ["Ada One"]


def test_author_of_a_quotation_did_not_write_the_page() -> None:
    assert not names('<h1>Rates rise</h1><p>Text.</p><blockquote><p>We wait.</p><p class="quote__author">Ada One</p>'
                     "</blockquote>")


def test_administrator_of_the_site_did_not_write_the_page() -> None:
    assert not names('<meta name="author" content="管理员"><h1>Rates rise</h1><p>Text.</p>')


@pytest.mark.parametrize("name", ["comments-open", "has-related", "is-promoted"])
def test_name_of_what_holds_the_title_hides_no_author(name: str) -> None:
    byline = '<div class="author"><a href="/author/ada">Ada One</a></div>'
    assert names(f'<div class="{name}"><h1>Rates rise</h1>{byline}<p>Text of the publication.</p></div>') == ["Ada One"]


def test_json_ld_institution_is_an_organization():
    assert choice(json_ld('{"@type": "Organization", "name": "Examples United"}')).value[0].kind == "organization"


def test_address_of_an_author_is_kept():
    assert choice(json_ld('{"@type": "Person", "name": "Ada One", "url": "/people/ada"}')).value[0].url == (
        "https://www.bank.example/people/ada")


def test_stated_name_with_the_last_one_first_is_one_person():
    assert names(json_ld('{"@type": "Person", "name": "van Stone, Joy"}')) == ["Joy van Stone"]
    assert names(f'<meta name="dc.creator" content="Stone, Joy M."><h1>Rates rise</h1>{TEXT}') == ["Joy M. Stone"]
    assert names(json_ld('{"@type": "Person", "name": "Ada One, Bo Two"}')) == ["Ada One", "Bo Two"]


def test_page_that_nobody_signs_has_no_author():
    assert choice(f"<h1>Rates rise</h1><p>By the end of the year, prices had doubled.</p>{TEXT}").value == ()


def test_byline_beside_other_text_is_not_lifted():
    assert choice(f"<h1>Rates rise</h1><div>By Ada One {TEXT}</div>").shown == frozenset()


def test_byline_is_shown_so_that_it_is_no_body_text():
    outline, claims = read(f'<h1>Rates rise</h1><p id="by">By Ada One</p>{TEXT}')
    site = read_site(outline, claims)
    found = find_authors(outline, claims, site, find_title(outline, claims, site))
    assert [outline.text(i) for i in found.shown] == ["By Ada One"]


def test_author_is_read_amid_other_labels():
    line = "发布时间：2024-10-08 09:30　来源：研究院　作者：李晓明　字号：[大 小]"
    assert names(f"<h1>农村公路</h1><div>{line}</div>{TEXT}") == ["李晓明"]
    assert names(f"<h1>آب و شهر</h1><p>نویسنده: مریم احمدی تاریخ انتشار: ۱۵ اسفند ۱۴۰۳</p>{TEXT}") == ["مریم احمدی"]


def test_names_in_boxes_of_their_own_are_joined_by_the_words_between():
    boxes = "".join(f"<div>{text}</div>" for text in ("Written by", "Ada One", "and", "Bo Two", "in", "Energy"))
    assert names(f"<h1>Rates rise</h1>{boxes}{TEXT}") == ["Ada One", "Bo Two"]


def test_institution_that_a_page_is_from_signs_it():
    facts = "<dl><dt>From:</dt><dd><a href='/departments/roads'>Department for Roads</a></dd></dl>"
    assert [(author.name, author.kind) for author in choice(f"<h1>Rates rise</h1>{facts}{TEXT}").value] == [
        ("Department for Roads", "organization")]


def test_role_may_stand_before_the_name():
    assert names(f"<h1>地方鉄道</h1><p>主任研究員　佐藤 健一</p>{TEXT}") == ["佐藤 健一"]


def test_cards_side_by_side_are_all_read():
    cards = "".join(f'<div class="card"><img alt=""><a href="/people/{slug}">{name}</a><p>Senior Fellow</p></div>'
                    for slug, name in (("ada-one", "Ada One"), ("bo-two", "Bo Two"), ("cy-three", "Cy Three")))
    assert names(f'<h1>Rates rise</h1><div class="row">{cards}</div>{TEXT}') == ["Ada One", "Bo Two", "Cy Three"]


def test_foot_of_the_article_tells_its_author_and_that_of_the_page_does_not():
    signed = '<footer class="meta"><div class="author"><p class="name">Ada One</p></div></footer>'
    assert names(f"<article><h1>Rates rise</h1>{TEXT}{signed}</article>") == ["Ada One"]
    assert names(f"<article><h1>Rates rise</h1>{TEXT}</article>{signed}") == []


def test_names_in_elements_side_by_side_are_people_each():
    spans = '<div class="author"><a href="/szerzo/a">Nagy Bálint</a><a href="/szerzo/b">Tóth Eszter</a></div>'
    assert names(f"<h1>Rates rise</h1>{spans}{TEXT}") == ["Nagy Bálint", "Tóth Eszter"]
    spans = '<div class="byline"><span>吉備彩日</span> <span>高絢実</span> <time>2025年11月13日</time></div>'
    head = '<script type="application/ld+json">{"@type": "Article", "author": {"name": "吉備彩日 高絢実"}}</script>'
    assert names(f"{head}<h1>Rates rise</h1>{spans}{TEXT}") == ["吉備彩日", "高絢実"]


@pytest.mark.parametrize("heading", ["عن الكاتبين", "執筆者プロフィール", "作者简介", "Об авторе"])
def test_heading_of_a_box_about_the_author_is_no_name(heading: str):
    said = "A researcher of the programme on rates and money. " * 2
    box = f'<div class="author-bio"><h3>{heading}</h3><p>{said}</p></div>'
    assert names(f"<h1>Rates rise</h1>{TEXT}{box}") == []


def test_space_parts_names_behind_a_chinese_label_and_not_behind_a_japanese_one():
    assert names(f"<h1>Rates rise</h1><p>作者：陈建国　刘芳</p>{TEXT}") == ["陈建国", "刘芳"]
    assert names(f"<h1>Rates rise</h1><p>著者：佐々木　健一</p>{TEXT}") == ["佐々木 健一"]


@pytest.mark.parametrize(("line", "name"), [
    ("Автор статьи: Мария Сидорова", "Мария Сидорова"), ("Autor článku: Petr Novák", "Petr Novák"),
    ("文／王小明", "王小明"), ("文｜王小明", "王小明"), ("Autor del artículo: Ana Ruiz", "Ana Ruiz")])
def test_label_may_name_what_was_written_and_end_in_a_wide_slash(line: str, name: str) -> None:
    assert names(f"<h1>Rates rise</h1><div>{line}</div>{TEXT}") == [name]


@pytest.mark.parametrize("shown", [
    '<p class="byline">By <a href="/people/ada-one">Ada One</a> and <a href="/people/bo-two">Bo Two</a></p>',
    '<h4 class="author-name"><a href="/author/ada/">Ada One</a>, <a href="/author/bo/">Bo Two</a></h4>',
])
def test_line_that_names_more_than_the_head_completes_it(shown):
    assert names(json_ld('{"@type": "Person", "name": "Ada One"}').replace(TEXT, shown + TEXT)) == ["Ada One", "Bo Two"]


@pytest.mark.parametrize("folder", ["editor", "yazar", "colunistas", "penulis", "journaliste"])
def test_link_to_the_page_of_a_writer_names_an_author(folder: str) -> None:
    assert names(f'<h1>Rates rise</h1><div><a href="/{folder}/ada-one">Ada One</a></div><p>5 May 2025</p>{TEXT}') == [
        "Ada One"]


@pytest.mark.parametrize(("signed", "expected"), [
    ('<a href="/government/organisations/hmrc">HM Revenue &amp; Customs</a>', ["HM Revenue & Customs"]),
    ('<a href="/organisations/visas">UK Visas and Immigration</a> and <a href="/people/ada">The Rt Hon Ada One MP</a>',
     ["UK Visas and Immigration", "Ada One"]),
])
def test_bodies_that_sign_by_links_are_authors_whole(signed: str, expected: list[str]) -> None:
    assert names(f"<h1>Rates rise</h1><dl><dt>From:</dt><dd>{signed}</dd></dl>{TEXT}") == expected


def test_cards_side_by_side_in_a_box_of_authors_name_one_each() -> None:
    card = '<div class="Author_card"><div class="n">{}</div><div class="r">{}</div></div>'
    cards = card.format("Ada One", "Director of Evidence") + card.format("Bo Two", "Programme Officer")
    assert names(f'<h1>Rates rise</h1><div class="Authors_list">{cards}</div>{TEXT}') == ["Ada One", "Bo Two"]


@pytest.mark.parametrize("line", [
    '<a href="/authors/ada-one">Ada One</a><span>5 May 2025</span><a href="/news">News</a>',
    '<a class="szerzo" href="/szerzo/ada-one">Ada One</a><span>2025. május 5. 11:20</span><b>Frissítve: 14:05</b>',
])
def test_name_that_links_to_a_profile_signs_amid_other_facts(line: str) -> None:
    assert names(f"<h1>Rates rise</h1><div class='facts'>{line}</div>{TEXT}") == ["Ada One"]


@pytest.mark.parametrize(("site", "author", "kind"), [
    ("Ada Ohm", '{"@type": "Person", "name": "Ada Ohm"}', "person"),
    ("Bank Light", '{"@type": "Person", "name": "Bank Light"}', "organization"),       # "the bank raised rates"
    ("BBK Ohm", '{"@type": "Person", "name": "BBK Ohm"}', "organization"),
    ("Ada Ohm", '{"@type": "Organization", "name": "Ada Ohm"}', "organization"),
])
def test_who_gave_a_site_the_name_is_a_person(site: str, author: str, kind: str) -> None:
    found = choice(f'<meta property="og:site_name" content="{site}">{json_ld(author)}').value
    assert [author.kind for author in found] == [kind]


def test_line_that_names_whom_the_head_states_is_shown_so_that_it_is_no_body_text():
    head = '<meta name="citation_author" content="One, Ada"><meta name="citation_author" content="Two, Bo">'
    for line, count in (("Bo Two &amp; Ada One", 1), ("Bo Two raised rates", 0)):
        assert len(choice(f"{head}<h1>Rates rise</h1><p>{line}</p>{TEXT}").shown) == count


@pytest.mark.parametrize(("facts", "expected"), [
    ("<p>Issued by: Ministry of Ports</p>", ["Ministry of Ports"]),
    ("<dl><dt>Herausgeber</dt><dd>Bundesministerium für Häfen</dd></dl>", ["Bundesministerium für Häfen"]),
    ("<p>Source : Ministère des ports</p>", ["Ministère des ports"]),
    ("<p>Fuente: Ministerio de Puertos</p>", ["Ministerio de Puertos"]),
    ("<p>发布时间：2025-05-05 来源：国家统计局</p>", ["国家统计局"]),
    ("<table><tr><td>发文机关</td><td>国务院办公厅</td></tr></table>", ["国务院办公厅"]),
    ("<p>Utgiver: Nærings- og fiskeridepartementet</p>", ["Nærings- og fiskeridepartementet"]),
    ("<p>Источник: Министерство портов</p>", ["Министерство портов"]),
    ("<p>المصدر: وزارة الموانئ</p>", ["وزارة الموانئ"]),
    ("<p>जारीकर्ता: बंदरगाह मंत्रालय</p>", ["बंदरगाह मंत्रालय"]),
    ("<div class='MinistryName'>बंदरगाह मंत्रालय</div>", ["बंदरगाह मंत्रालय"]),
    ("<p>By Ada One</p><p>Publisher: Ministry of Ports</p>", ["Ada One"]),
    ("<p>Source: Harbour News</p>", []),
    ("<p>来源：人民日报</p>", []),
    (f"{TEXT * 2}<p>Source: Ministry of Ports</p>", []),
])
def test_body_that_facts_beside_the_title_name_as_publisher_signs_where_nobody_does(
        facts: str, expected: list[str]) -> None:
    assert names(f"<title>Rates rise</title><h1>Rates rise</h1>{facts}{TEXT * 3}") == expected


def test_place_and_day_above_an_office_name_nobody() -> None:
    assert names(f"<h1>Rates rise</h1>{TEXT}<p>Port Louis, 5 May 2025</p><p>President of the bank</p>") == []


def test_name_that_signs_a_letter_is_part_of_its_text() -> None:
    found = choice(f"<h1>Rates rise</h1>{TEXT * 3}<p>Yours sincerely,</p><p>Ada One</p><p>Chair of the Board</p>")
    assert [author.name for author in found.value] == ["Ada One"]
    assert not found.shown
