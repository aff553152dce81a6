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


def test_json_ld_authors_may_be_strings_or_nodes():
    assert names(json_ld('["Ada One", {"@type": "Person", "name": "Bo Two"}]')) == ["Ada One", "Bo Two"]


def test_two_people_in_one_json_ld_name_are_two_authors():
    assert names(json_ld('{"@type": "Person", "name": "Ada One und Bo Two"}')) == ["Ada One", "Bo Two"]


def test_json_ld_institution_is_an_organization():
    assert choice(json_ld('{"@type": "Organization", "name": "Examples United"}')).value[0].kind == "organization"


def test_address_of_an_author_is_kept():
    assert choice(json_ld('{"@type": "Person", "name": "Ada One", "url": "/people/ada"}')).value[0].url == (
        "https://www.bank.example/people/ada")


def test_citation_author_with_last_name_first_is_turned():
    assert names('<meta name="citation_author" content="One, Ada"><meta name="citation_author" content="Bo Two">'
                 f"<h1>Rates rise</h1>{TEXT}") == ["Ada One", "Bo Two"]


def test_stated_name_with_the_last_one_first_is_one_person():
    assert names(json_ld('{"@type": "Person", "name": "van Stone, Joy"}')) == ["Joy van Stone"]
    assert names(f'<meta name="dc.creator" content="Stone, Joy M."><h1>Rates rise</h1>{TEXT}') == ["Joy M. Stone"]
    assert names(json_ld('{"@type": "Person", "name": "Ada One, Bo Two"}')) == ["Ada One", "Bo Two"]


def test_byline_below_the_title_is_read():
    assert names(f"<h1>Rates rise</h1><p>By Ada One and Bo Two</p>{TEXT}") == ["Ada One", "Bo Two"]


def test_byline_word_on_a_line_of_its_own_leads_the_next_line():
    assert names(f"<h1>Rates rise</h1><div>Written by</div><div>Ada One</div>{TEXT}") == ["Ada One"]


def test_link_to_a_profile_near_the_title_is_an_author():
    assert names(f'<h1>Rates rise</h1><div><a href="/authors/ada-one">Ada One</a></div>{TEXT}') == ["Ada One"]


def test_element_named_after_the_author_needs_no_lead():
    assert names(f'<h1>Rates rise</h1><div class="post-author">Ada One</div>{TEXT}') == ["Ada One"]


def test_element_named_after_authority_names_no_author():
    assert names(f'<h1>Rates rise</h1>{TEXT * 9}<h3 id="authorization">Authorization Forms</h3>{TEXT}') == []


def test_author_of_a_comment_is_no_author():
    assert names(f'<h1>Rates rise</h1>{TEXT}<div class="comment"><span class="author">Bo Two</span></div>') == []


def test_user_name_in_a_meta_tag_is_no_author():
    assert names(f'<meta name="author" content="admin"><h1>Rates rise</h1>{TEXT}') == []


def test_name_of_the_site_gives_way_to_a_person():
    assert names('<meta property="og:site_name" content="The Bank"><meta name="author" content="The Bank">'
                 f'<h1>Rates rise</h1><p class="byline">Ada One</p>{TEXT}') == ["Ada One"]


def test_page_that_nobody_signs_has_no_author():
    assert choice(f"<h1>Rates rise</h1><p>By the end of the year, prices had doubled.</p>{TEXT}").value == ()


def test_byline_beside_other_text_is_not_lifted():
    assert choice(f"<h1>Rates rise</h1><div>By Ada One {TEXT}</div>").shown == frozenset()


def test_byline_is_shown_so_that_it_is_no_body_text():
    outline, claims = read(f'<h1>Rates rise</h1><p id="by">By Ada One</p>{TEXT}')
    site = read_site(outline, claims)
    found = find_authors(outline, claims, site, find_title(outline, claims, site))
    assert [outline.text(i) for i in found.shown] == ["By Ada One"]


def test_a_list_of_names_names_them_all():
    listed = "<ul class=authors><li><a href='/e/1'>Ada Lovelace</a></li><li><a href='/e/2'>Bo Lindqvist</a></li></ul>"
    assert names(f"<h1>Rates rise</h1>{listed}{TEXT}") == ["Ada Lovelace", "Bo Lindqvist"]


def test_byline_may_follow_the_date():
    assert names(f"<h1>Rates rise</h1><p>Posted on May 5, 2024 by Ada One</p>{TEXT}") == ["Ada One"]
    assert names(f"<h1>Rates rise</h1><p>Veröffentlicht am <time>03.09.2024</time> von Dr. Ada One und Bo Two</p>{TEXT}"
                 ) == ["Ada One", "Bo Two"]


def test_author_is_read_amid_other_labels():
    line = "发布时间：2024-10-08 09:30　来源：研究院　作者：李晓明　字号：[大 小]"
    assert names(f"<h1>农村公路</h1><div>{line}</div>{TEXT}") == ["李晓明"]
    assert names(f"<h1>آب و شهر</h1><p>نویسنده: مریم احمدی تاریخ انتشار: ۱۵ اسفند ۱۴۰۳</p>{TEXT}") == ["مریم احمدی"]


def test_names_in_boxes_of_their_own_are_joined_by_the_words_between():
    boxes = "".join(f"<div>{text}</div>" for text in ("Written by", "Ada One", "and", "Bo Two", "in", "Energy"))
    assert names(f"<h1>Rates rise</h1>{boxes}{TEXT}") == ["Ada One", "Bo Two"]


def test_speaker_is_the_author_without_role_and_place():
    line = "Remarks by Ada One, Deputy Governor, at the Annual Conference of Treasurers, Tallport, 17 October 2024"
    assert names(f"<h1>Rates rise</h1><p>{line}</p>{TEXT}") == ["Ada One"]


def test_name_above_a_role_is_an_author():
    assert names(f"<h1>Rates rise</h1><div><div>Ada One</div><div>Senior Researcher</div></div>{TEXT}") == ["Ada One"]


def test_institution_that_a_page_is_from_signs_it():
    facts = "<dl><dt>From:</dt><dd><a href='/departments/roads'>Department for Roads</a></dd></dl>"
    assert [(author.name, author.kind) for author in choice(f"<h1>Rates rise</h1>{facts}{TEXT}").value] == [
        ("Department for Roads", "organization")]


def test_form_around_the_whole_page_is_no_part_of_it():
    assert names(f"<form><h1>Rates rise</h1><p>By Ada One</p>{TEXT}</form>") == ["Ada One"]


def test_label_told_from_the_name_by_an_element_leads_it():
    facts = "<ul><li>작성자 <span>김민수</span></li><li>등록일 <span>2024.11.21</span></li></ul>"
    assert names(f"<h1>주거비</h1>{facts}{TEXT}") == ["김민수"]


def test_role_may_stand_before_the_name():
    assert names(f"<h1>地方鉄道</h1><p>主任研究員　佐藤 健一</p>{TEXT}") == ["佐藤 健一"]


def test_names_and_roles_behind_a_date_are_authors():
    line = "Sep 3, 2024 | Ada One, Senior Fellow; and Bo Two, Research Assistant"
    assert names(f"<h1>Rates rise</h1><p>{line}</p>{TEXT}") == ["Ada One", "Bo Two"]
    assert names(f"<h1>Rates rise</h1><p>Sep 3, 2024 | Energy Policy | Report</p>{TEXT}") == []


def test_last_names_first_in_a_list_are_turned():
    facts = "<dl><dt>Authors</dt><dd>One, Ada; Two, Bo</dd></dl>"
    assert names(f"<h1>Rates rise</h1>{facts}{TEXT}") == ["Ada One", "Bo Two"]


def test_editors_sign_what_they_edited():
    assert names(f"<h1>Rates rise</h1><p>Edited by Ada One and Bo Two</p>{TEXT}") == ["Ada One", "Bo Two"]


def test_label_in_an_element_leads_the_name_behind_it():
    assert names(f"<h1>주거비</h1><ul><li><strong>작성자</strong> 김민수</li></ul>{TEXT}") == ["김민수"]


def test_cards_side_by_side_are_all_read():
    cards = "".join(f'<div class="card"><img alt=""><a href="/people/{slug}">{name}</a><p>Senior Fellow</p></div>'
                    for slug, name in (("ada-one", "Ada One"), ("bo-two", "Bo Two"), ("cy-three", "Cy Three")))
    assert names(f'<h1>Rates rise</h1><div class="row">{cards}</div>{TEXT}') == ["Ada One", "Bo Two", "Cy Three"]


def test_first_initial_is_no_article():
    assert names(f'<h1>Rates rise</h1><p class="authors">A. B. One, C. D. Two &amp; E. Three</p>{TEXT}') == [
        "A. B. One", "C. D. Two", "E. Three"]


def test_degrees_of_other_countries_are_left_off():
    assert names(f"<h1>Stopy</h1><p>Autorzy: dr hab. Anna Nowak, prof. Jan Kowalski</p>{TEXT}") == [
        "Anna Nowak", "Jan Kowalski"]


def test_text_and_pictures_may_be_of_one():
    assert names(f"<h1>Zinsen steigen</h1><p>Text und Fotos: Lena Eins</p>{TEXT}") == ["Lena Eins"]


def test_directorate_signs_in_a_list_of_facts():
    facts = "<dl><dt>Published</dt><dd>5 March 2024</dd><dt>Author</dt><dd>Directorate-General for Homes</dd></dl>"
    assert names(f"<h1>Rules for homes</h1>{facts}{TEXT}") == ["Directorate-General for Homes"]


def test_reporter_or_mail_address_behind_a_name_tells_who_signs():
    assert names(f"<h1>새 규칙</h1><ul><li>김하늘 기자</li><li>승인 2024.03.07 10:15</li></ul>{TEXT}") == ["김하늘"]
    assert names(f"<h1>Rates rise</h1><p>Ada One ada@daily.example</p><p>7 March 2024</p>{TEXT}") == ["Ada One"]


def test_words_and_pictures_are_of_two():
    assert names(f"<h1>Rates rise</h1><p>Words: Ada One | Pictures: Bo Two</p>{TEXT}") == ["Ada One"]


def test_lines_with_last_names_first_are_turned():
    people = "<a href='/1'>Stone, Joy</a><br><a href='/2'>van Hill, Max</a>"
    assert names(f"<h2>Pipes and rents</h2><h5>Author(s)</h5>{people}<h5>Abstract</h5>{TEXT}") == [
        "Joy Stone", "Max van Hill"]


def test_topics_behind_a_byline_are_no_authors():
    assert names('<h1>Rates rise</h1><p>By <a href="/author/ada">Ada One</a><span>In <a rel="category tag" '
                 f'href="/money">Money Matters</a>, <a rel="tag" href="/tips">Savings Tips</a></span></p>{TEXT}'
                 ) == ["Ada One"]


def test_sentence_may_tell_who_wrote_the_page():
    assert names(f"<h1>Rates rise</h1><p>This post was written by Ada One, a fellow.</p>{TEXT}") == ["Ada One"]
    assert names(f"<h1>Rates rise</h1>{TEXT * 30}<p>This article was written by Ada One.</p>") == ["Ada One"]


def test_dot_of_any_kind_ends_a_byline():
    assert names(f"<h1>Rates rise</h1><p>By Ada One ⋅ Editor ⋅ Updated May 6, 2025</p>{TEXT}") == ["Ada One"]


def test_one_name_before_a_date_signs():
    assert names(f"<h1>Rates rise</h1><p>by Ada · May 5, 2025 at 3:00 am</p>{TEXT}") == ["Ada"]
    assert names(f"<h1>Rates rise</h1><p>By Aaron One on March 1, 2025</p>{TEXT}") == ["Aaron One"]


def test_list_under_a_label_names_them_all():
    assert names(f"<h1>Rates rise</h1><h5>Author(s)</h5><ul><li>Ada One<li>Bo Two<li>Cy Three</ul>{TEXT}") == [
        "Ada One", "Bo Two", "Cy Three"]
    assert names('<h1>Rates rise</h1><p>Written by</p><div class="by">Ada One, senior editor</div>'
                 f'<div class="by">Bo Two, writer</div>{TEXT}') == ["Ada One", "Bo Two"]


def test_what_describes_an_author_is_no_author():
    assert names(f'<h1>Rates rise</h1><div class="author-description">Licensed Grader, Old Hand</div>{TEXT}') == []


def test_name_below_the_title_on_whom_the_page_has_a_paragraph_signs():
    assert names(f"<h1>Rates rise</h1><p>Ada One</p>{TEXT}<p>Ada One is a writer and keeps bees.</p>") == ["Ada One"]
    assert names(f"<h1>Rates rise</h1><p>Ada One</p>{TEXT}") == []


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


def test_byline_in_an_element_ends_with_it():
    line = "<p><time>25.09.2025</time> <span>von Dr. Henrik Aalto</span> <span>Pressemitteilung</span></p>"
    assert names(f"<h1>Rates rise</h1>{line}{TEXT}") == ["Henrik Aalto"]


def test_links_of_a_byline_joined_by_a_prefix_are_people_each():
    line = '<p>بقلم <a href="/experts/h-najjar">هالة النجار</a> و<a href="/experts/y-saad">ياسر سعد</a></p>'
    assert names(f"<h1>أسعار الفائدة ترتفع</h1>{line}{TEXT}") == ["هالة النجار", "ياسر سعد"]


@pytest.mark.parametrize("heading", ["عن الكاتبين", "執筆者プロフィール", "作者简介", "Об авторе"])
def test_heading_of_a_box_about_the_author_is_no_name(heading: str):
    said = "A researcher of the programme on rates and money. " * 2
    box = f'<div class="author-bio"><h3>{heading}</h3><p>{said}</p></div>'
    assert names(f"<h1>Rates rise</h1>{TEXT}{box}") == []


def test_reporter_and_place_of_a_chinese_report_are_told_apart():
    assert names(f"<h1>Rates rise</h1><p>記者林佳蓉／台北報導</p>{TEXT}") == ["林佳蓉"]


def test_junior_keeps_its_stop():
    assert names(f"<h1>Rates rise</h1><p>By Ada One and Joseph T. Reyes Jr.</p>{TEXT}") == [
        "Ada One", "Joseph T. Reyes Jr."]


def test_person_to_ring_up_is_no_author():
    ask = "<p>Henna Laakso, p. 050 000 0000, henna.laakso@bank.example</p>"
    assert names(f"<h1>Rates rise</h1>{TEXT}<p>Lisätietoja:</p>{ask}") == []


def test_space_parts_names_behind_a_chinese_label_and_not_behind_a_japanese_one():
    assert names(f"<h1>Rates rise</h1><p>作者：陈建国　刘芳</p>{TEXT}") == ["陈建国", "刘芳"]
    assert names(f"<h1>Rates rise</h1><p>著者：佐々木　健一</p>{TEXT}") == ["佐々木 健一"]


@pytest.mark.parametrize(("line", "name"), [
    ("Автор статьи: Мария Сидорова", "Мария Сидорова"), ("Autor článku: Petr Novák", "Petr Novák"),
    ("文／王小明", "王小明"), ("文｜王小明", "王小明"), ("Autor del artículo: Ana Ruiz", "Ana Ruiz")])
def test_label_may_name_what_was_written_and_end_in_a_wide_slash(line: str, name: str) -> None:
    assert names(f"<h1>Rates rise</h1><div>{line}</div>{TEXT}") == [name]


def test_commentary_is_no_comment():
    assert names(f'<article class="node--type-commentary"><h1>Rates rise</h1><div class="f"><div>Authors</div><div>'
                 f'<div class="i"><a href="/people/a">Ada One</a></div><div class="i"><a href="/people/b">Bo Two</a>'
                 f'</div></div></div>{TEXT}</article>') == ["Ada One", "Bo Two"]


def test_linked_names_in_items_of_a_list_are_authors_each():
    assert names(f'<h1>Rates rise</h1><p>16 September 2025</p><ul><li><a href="/authors/ada-one/">Ada One</a></li>'
                 f'<li><a href="/authors/bo-two/">Bo Two</a></li></ul>{TEXT}') == ["Ada One", "Bo Two"]


def test_name_on_a_card_that_links_to_a_person_is_an_author():
    assert names('<h1>Rates rise</h1><ul class="auteurs">'
                 '<li><a href="/experts/ada-one"><b>Ada One</b><em>Économiste</em></a></li>'
                 '<li><a href="/experts/bo-two"><b>Bo Two</b><em>Chercheur associé</em></a></li></ul>'
                 f'{TEXT}') == ["Ada One", "Bo Two"]


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


def test_reporter_whose_address_is_in_other_letters_signs() -> None:
    name = '<span class="reporter"><a href="/reporter/kim-haneul">김하늘 기자</a></span>'
    line = f"{name}<span>입력 2025.04.22 15:03</span>"
    assert names(f"<h1>Rates rise</h1><div>{line}</div>{TEXT}") == ["김하늘"]


@pytest.mark.parametrize(("site", "author", "kind"), [
    ("Ada Ohm", '{"@type": "Person", "name": "Ada Ohm"}', "person"),
    ("Bank Light", '{"@type": "Person", "name": "Bank Light"}', "organization"),       # "the bank raised rates"
    ("BBK Ohm", '{"@type": "Person", "name": "BBK Ohm"}', "organization"),
    ("Ada Ohm", '{"@type": "Organization", "name": "Ada Ohm"}', "organization"),
])
def test_who_gave_a_site_the_name_is_a_person(site: str, author: str, kind: str) -> None:
    found = choice(f'<meta property="og:site_name" content="{site}">{json_ld(author)}').value
    assert [author.kind for author in found] == [kind]
