import pytest

from archive.records import Page
from crawler.parsing.choice import Choice
from crawler.parsing.choices import read_choices
from crawler.parsing.site import read_site
from crawler.parsing.title import find_title
from crawler.parsing.title.dek import find_dek
from tests.crawler.parsing.pages import read

DEK = "Borrowers will feel it first, savers last, and the government not at all"
TEXT = (
    "<p>The bank raised rates by a quarter point on Thursday, more than most had thought it would.</p>"
    "<p>Savers will see little of it at first, because most banks pass on higher rates with a delay.</p>"
)

SECTIONS = TEXT.replace("p>", "section>")


def choice(markup: str) -> Choice[str | None]:
    outline, claims = read(markup)
    title = find_title(outline, claims, read_site(outline, claims))
    return find_dek(outline, claims, title, frozenset(), ["Ada One"])


DEKS = {
    "element named as a standfirst is the dek": (
        f'<h1>Rates rise</h1><p class="article-standfirst">{DEK}</p><div>{TEXT}</div>', DEK),
    "shown description is the dek": (
        f'<meta name="description" content="{DEK}"><h1>Rates rise</h1><p>{DEK}</p><div>{TEXT}</div>', DEK),
    "description shown as a heading beside the text is the dek": (
        f'<meta name="description" content="{DEK}"><article><h1>Rates rise</h1><h2>{DEK}</h2>{TEXT}</article>', DEK),
    "heading with which a description begins is that of a section": (
        f'<meta name="description" content="What it costs the bank {DEK}"><article><h1>Rates rise</h1>'
        f"<h2>What it costs the bank</h2>{TEXT}</article>", None),
    "row of signs is no dek": (
        f'<meta name="description" content="{DEK}"><h1>Rates rise</h1><div>* * * * * * * * * *</div><div>{TEXT}</div>',
        None),
    "description that is not shown is no dek": (
        f'<meta name="description" content="{DEK}"><h1>Rates rise</h1><div>{TEXT}</div>', None),
    "lead among the paragraphs is the dek where the head repeats it": (
        f'<meta name="description" content="{DEK}"><article><h1>Rates rise</h1><p>5 March 2024</p>'
        f'<p class="lead">{DEK}</p>{TEXT}</article>', DEK),
    "introduction below byline and day is the dek": (
        f'<meta name="description" content="{DEK}"><div><h1>Rates rise</h1><p class="author">von Ada One</p>'
        f'<p class="webtime">5. März 2024</p><p class="einleitung">{DEK}</p></div><div>{TEXT}</div>', DEK),
    "description of a picture is no dek": (
        f'<div class="hero-img__description intro">{DEK}</div><h1>Rates rise</h1>'
        f'<div class="hero-img__description hero-img__description--teaser">{DEK}</div><div>{TEXT}</div>', None),
    "preview of a block is the dek": (
        f'<h1>Rates rise</h1><div class="news-detail__preview">{DEK}</div><div class="news-detail__text">{TEXT}</div>',
        DEK),
    "part of the heading that is called so is the dek": (
        f'<h1>Rates rise<br><span class="subtitle">{DEK}</span></h1>{TEXT}', DEK),
    "few signs make a dek": (
        '<h1>汉水航道维护资金增加三成</h1><h2 class="subtitle">韩远出席并讲话</h2><div><p>'
        + "省政府召开会议，决定增加航道维护资金，用于疏浚。" * 3 + "</p></div>", "韩远出席并讲话"),
    "line in the header of the title is the dek": (
        f"<header><h1>Rates rise</h1><p>{DEK}</p></header><div>{TEXT}</div>", DEK),
    "sentence between title and byline is the dek": (
        f"<div><h1>Rates rise</h1><p>{DEK}.</p><p>By Ada One</p><p>5 March 2024</p>{SECTIONS}</div>",
        DEK + "."),
    "sentence below the byline is not": (
        f"<div><h1>Rates rise</h1><p>By Ada One</p><p>{DEK}.</p><p>5 March 2024</p>{SECTIONS}</div>",
        None),
    "role above the day is no dek": (
        f"<div><h1>Rates rise</h1><b>Chief economist and director</b><p>5 March 2024</p>{TEXT}</div>", None),
    "line that says who the author is is no dek": (
        '<header><h1>Rates rise</h1><p class="intro">Ada is an economist who has written of banks for nine years.</p>'
        f"</header><div>{TEXT}</div>", None),
    "line that begins with the authors link is no dek": (
        '<header><h1>Rates rise</h1><div><a href="/ada">Ada One</a> I write of banks and what they cost us.</div>'
        f"</header><div>{TEXT}</div>", None),
    "field that templates name meta description is shown": (
        f'<meta name="description" content="{DEK}"><h1>Rates rise</h1><div class="wrapper_meta_field">'
        f"<p>{DEK}.</p></div><div>{TEXT}</div>", DEK + "."),
    "first paragraph of the body is no dek": (f"<article><h1>Rates rise</h1>{TEXT}</article>", None),
    "byline and date are no dek": (
        "<header><h1>Rates rise</h1><p>By Ada One and Bo Two of the economics department</p>"
        f"<p>Published on Thursday, 5 March 2024, at noon</p></header><div>{TEXT}</div>", None),
    "subtitle inside the heading is the dek": (
        f'<h1><span class="title">Rates rise</span> <small class="subtitle">{DEK}</small></h1><div>{TEXT}</div>', DEK),
    "labels between title and stated description do not count much": (
        f'<meta name="description" content="{DEK}"><h1>Rates rise</h1><div>By</div><div>Ana Lima</div>'
        f"<div>5 May 2026</div><div>Rates</div><div>Listen</div><div>Share</div><p>{DEK}</p><div>{TEXT}</div>", DEK),
    "subheading in the body is no dek": (
        f'<article><h1>Rates rise</h1>{TEXT * 2}<h2 class="subheading">{DEK}</h2>{TEXT}</article>', None),
    "line with an address of mail is no dek": (
        f'<h1>Rates rise</h1><p class="tagline">Ask Ada One at ada@bank.example for it</p><div>{TEXT}</div>', None),
    "description above a line of facts is the dek": (
        f'<article><header><h1>Rates rise</h1><div class="post-description">{DEK}</div>'
        '<div class="post-meta">February 14, 2025 · 4 min · 810 words · Ada One of the bank | Suggest changes</div>'
        f"</header><div>{TEXT}</div></article>", DEK),
    "dek that is broken by hand is one": (
        "<h1>금리 인상</h1><div class='subtitle'>대출자가 먼저 느낀다<br>예금자는 나중에<br>정부는 전혀</div><div>"
        f"{TEXT}</div>", "대출자가 먼저 느낀다 예금자는 나중에 정부는 전혀"),
}


@pytest.mark.parametrize(("page", "expected"), DEKS.values(), ids=DEKS)
def test_dek_of_a_page(page, expected):
    assert choice(page).value == expected


def test_dek_in_signs_that_are_syllables_may_be_short():
    for dek in ("全国市场三年回顾", "赤字路線をどう支えるか", "광역시와 농촌의 차이"):
        assert choice(f'<h1>政策</h1><p class="dek">{dek}</p><div>{TEXT}</div>').value == dek


def test_dek_is_shown_so_that_it_is_no_body_text():
    assert len(choice(f'<h1>Rates rise</h1><p class="dek">{DEK}</p><div>{TEXT}</div>').shown) == 1


def test_first_of_many_boxed_paragraphs_is_no_dek():
    boxes = "".join(f'<div class="block">{p}</p></div>' for p in TEXT.split("</p>")[:-1])
    lead = f'<div class="block"><p>{DEK}</p></div>'
    assert choice(f'<meta name="description" content="{DEK}"><h1>Rates rise</h1>{lead}{boxes}').value is None


def test_text_before_the_paragraphs_of_its_box_is_no_dek():
    said = f'<meta name="description" content="{DEK}"><h1>Rates rise</h1>'
    assert choice(f'{said}<div class="text">{DEK}{TEXT}</div>').value is None
    like = TEXT.replace("<p>", '<div class="line">').replace("</p>", "</div>")
    assert choice(f'{said}<div><div class="line">{DEK}</div>{like}</div>').value is None


def test_sentence_that_begins_like_a_byline_is_a_dek():
    dek = "De uitgaven stijgen sneller dan verwacht, zeggen deskundigen in de hoofdstad."
    assert choice(f'<h1>Rates rise</h1><div class="intro"><p>{dek}</p></div><div>{TEXT}</div>').value == dek


def test_paragraph_after_a_paragraph_is_no_dek():
    abstract = f"<section class='abstract'><h2>Abstract</h2>{TEXT}{TEXT.replace('bank', 'board')}</section>"
    assert choice(f"<article><h1>Rates rise</h1>{abstract}</article>").value is None


def test_appeal_above_the_text_is_no_dek():
    box = ('<div class="box"><h3>Donate</h3><p class="intro">Every gift helps. <a href="/donate">Donate now</a></p>'
           "</div>")
    page = Page.from_bytes(f"<h1>Rates rise</h1>{TEXT}{box}{TEXT}".encode(), url="https://bank.example/news/rates")
    assert read_choices(page).dek.value is None


def test_line_named_as_a_tagline_below_the_text_is_no_dek():
    text = TEXT.replace("on Thursday", "on Thursday, after a debate of nine hours") * 3
    assert choice(f'<h1>Rates rise</h1><div>{text}</div><div class="tagline">{DEK}</div>').value is None


def test_heading_right_below_the_title_that_heads_no_paragraph_is_the_dek():
    image = '<div><img src="a.jpg"><small>The bank in spring</small></div>'
    assert choice(f"<main><h1>Rates rise</h1><h2>{DEK}</h2><div>{image}<div>{TEXT}</div></div></main>").value == DEK
    assert choice(f"<main><h1>Rates rise</h1><h2>{DEK}</h2>{TEXT}<h2>Savers</h2>{TEXT}</main>").value is None


@pytest.mark.parametrize(("title", "dek"), [
    ("Der Preis des Wartens", "Drei trockene Jahre haben verändert, wie Dörfer Brunnen, Arbeit und Schulden teilen."),
    ("等待降雨的代价", "三年干旱改变了村庄分享水井、劳力和债务的方式。"),
    ("비를 기다리는 값", "삼 년의 가뭄이 마을이 우물과 일과 빚을 나누는 방식을 바꾸었다.")])
def test_sentence_in_a_heading_below_the_title_is_the_dek(title, dek):
    head = f"<div>Trade</div><h1>{title}</h1><h2>{dek}</h2>"
    assert choice(f"<main>{head}<div><div>{TEXT}</div></div></main>").value == dek


def test_line_of_author_and_day_in_signs_is_no_dek():
    line = "渡辺洋介2025年1月13日 21時37分"
    assert choice(f"<header><h1>雨を待つ</h1><p>{line}</p></header><div>{TEXT}</div>").value is None


def test_lead_that_begins_with_place_and_day_is_the_dek():
    lead = f"Bern, 19.03.2025 — {DEK}, says the bank in its report on the first quarter, which it published on Friday."
    head = f'<section><h1>Rates rise</h1><p class="hero__description">{lead}</p></section>'
    assert choice(f"{head}<div>{TEXT}</div>").value == lead


def test_class_that_the_headings_of_sections_bear_names_no_dek():
    head = '<h2 class="subheading">Why rates matter</h2>'
    assert choice(f"<h1>Rates rise</h1><p>5 May 2025</p><article>{head}{TEXT}{head}{TEXT}</article>").value is None


def test_heading_below_the_title_may_be_a_long_dek():
    dek = " ".join([f"{DEK}."] * 11)
    assert choice(f'<meta name="description" content="{dek}"><div><h1>Rates rise</h1><h2>{dek}</h2></div>'
                  f"<div>{TEXT}</div>").value == dek


@pytest.mark.parametrize("name", ["documentDescription", "article__desc", "manchet", "preamble", "news-summary", "sub",
                                  "preview", "preview-text"])
def test_standfirst_may_be_named_after_what_it_describes(name):
    assert choice(f'<h1>Rates rise</h1><div class="{name}">{DEK}</div><div>{TEXT}</div>').value == DEK


@pytest.mark.parametrize("page", [
    f'<article><h1>Rates rise</h1><div class="art-lead">{DEK}</div>{TEXT}</article>',
    f'<article><h1>Rates rise</h1><p class="fr-text--lead">{DEK}</p>{TEXT}</article>',
    f'<h1>Rates rise</h1><div><p class="summary">{DEK}</p>{TEXT}</div>',
    f'<main><h1>Rates rise</h1><p class="teaser">{DEK}</p>{TEXT}</main>',
    f'<h2 class="tit">Rates rise</h2><p class="sub_tit">{DEK}</p><div>{TEXT}</div>',
    "<article><h1>Rates rise</h1><dl><dt>Published</dt><dd>18 February 2025 14:10</dd><dt>Topic</dt><dd>Money</dd></dl>"
    f'<div><p class="ds_leader">{DEK}</p>{TEXT}</div></article>',
])
def test_first_paragraph_named_a_lead_is_the_dek(page):
    assert choice(page).value == DEK


def test_several_paragraphs_of_a_box_named_as_a_dek_are_one_dek():
    box = f'<div class="preamble"><p>{DEK}.</p><p>So says the bank.</p><p>Nine economists doubt it.</p></div>'
    found = choice(f"<h1>Rates rise</h1>{box}<div>{TEXT}</div>")
    assert found.value == f"{DEK}.\nSo says the bank.\nNine economists doubt it." and len(found.shown) == 1
    body = f'<div class="page-summary">{TEXT * 4}</div>'
    assert "\n" not in (choice(f"<h1>Rates rise</h1>{body}").value or "")


def test_sentence_right_above_its_author_is_the_dek_whatever_stands_above():
    above = ("<h2>Banks</h2><p>5 March 2024</p><p>Reading time: 3 min</p><figure><img src='a.jpg'><figcaption>"
             "The bank in spring, before all of its windows were cleaned</figcaption></figure>")
    page = "<h1>Rates rise</h1>{}<div class='a'><p>" + DEK + ".</p><p>{}</p></div><div class='b'>" + TEXT + "</div>"
    assert choice(page.format(above, "By Ada One")).value == DEK + "."
    assert choice(page.format(above, "By the board")).value is None
    assert choice(page.format(above + TEXT, "By Ada One")).value is None


def test_second_heading_that_the_head_states_yields_to_a_sentence_below():
    second = "Loans are dearer than at any time since the war"
    head = (f'<script type="application/ld+json">{{"@type": "Article", "headline": "Rates rise", '
            f'"alternativeHeadline": "{second}"}}</script>')
    page = f"{head}<h1>Rates rise</h1><div><p>5 March 2024</p></div><div><h2>{second}</h2></div>"
    assert choice(f"{page}<div>{TEXT}</div>").value == second
    lead = f"<div class='a'><p>{DEK}.</p></div><div>By Ada One</div>"
    assert choice(f"{page}{lead}<div class='b'>{TEXT}</div>").value == DEK + "."
