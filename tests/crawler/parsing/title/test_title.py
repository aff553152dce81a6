import pytest

from archive.records import Page
from crawler.parsing import parse_page
from crawler.parsing.choice import Choice
from crawler.parsing.site import read_site
from crawler.parsing.title import find_title
from tests.crawler.parsing.pages import read

TEXT = "<p>The bank raised rates by a quarter point on Thursday, more than most had thought it would.</p>"


LONG = "Regulation laying down rules on " + ", ".join(f"the levy on goods of class {n}" for n in range(20))


def choice(markup: str, url: str = "https://www.bank.example/news/rates-rise-by-a-quarter") -> Choice[str | None]:
    outline, claims = read(markup, url)
    return find_title(outline, claims, read_site(outline, claims))


def title(markup: str) -> str | None:
    return choice(markup).value


TITLES = {
    "sole heading wins over a title tag with the name of the site": (
        f"<title>Rates rise by a quarter | Bank of Examples</title><h1>Rates rise by a quarter</h1>{TEXT}",
        "Rates rise by a quarter"),
    "title of a regulation may be longer than most paragraphs": (
        f"<title>{LONG}</title><h1>{LONG}</h1>{TEXT}", LONG),
    "name of the site is cut off where no heading says the title": (
        '<meta property="og:site_name" content="Bank of Examples">'
        f'<meta property="og:title" content="Rates rise by a quarter - Bank of Examples">{TEXT}',
        "Rates rise by a quarter"),
    "what an editor calls a page that nobody has named is no title": (
        f"<title>Nouvelle page 1</title><h2>Rates rise by a quarter</h2>{TEXT}", "Rates rise by a quarter"),
    "page that nobody has named is called so where it has no other title": (
        f"<title>Untitled Document</title>{TEXT}", "Untitled Document"),
    "subject of a board below the name of the board is the title where the head names the site alone": (
        '<title>보도자료 상세보기 | 알림 | 항만진흥부</title><meta property="og:title" content="항만진흥부">'
        '<h1 class="logo"><a href="/kor"><img alt="항만진흥부"></a></h1><h2>보도자료</h2><div class="board">'
        '<h3 class="subject">노후 어선 4,200척 전기설비 무상 교체… 화재 막는다</h3></div>'
        "<p>부는 소형 어선의 화재를 줄이기 위한 사업을 4월 1일부터 시행한다고 밝혔다. "
        "올해는 전국의 모든 항구에서 4,200척이 대상이다.</p>",
        "노후 어선 4,200척 전기설비 무상 교체… 화재 막는다"),
    "subtitle in a heading is left off where the title tag has none": (
        '<title>Rates rise by a quarter - The Bank</title><h1>Rates rise by a quarter<br><span class="sub">~ Savers '
        f"see little of it ~</span></h1>{TEXT}", "Rates rise by a quarter"),
    "heading that names the site is no title": (
        '<title>Rates rise by a quarter – The Bank</title><meta property="og:site_name" content="The Bank">'
        '<meta property="og:title" content="Rates rise by a quarter"><header><h1><a href="/">The Bank</a></h1>'
        f"</header><article><h1>Rates rise by a quarter</h1>{TEXT}", "Rates rise by a quarter"),
    "hyphen inside a word does not cut": (
        f"<title>Rates rise by a quarter-point</title>{TEXT}", "Rates rise by a quarter-point"),
    "title in japanese keeps no site name": (
        "<title>政策金利を引き上げ、物価の上昇を抑える狙い：例示銀行</title>"
        f'<meta property="og:site_name" content="例示銀行">{TEXT}', "政策金利を引き上げ、物価の上昇を抑える狙い"),
    "visible wording is kept where places differ in punctuation only": (
        f'<meta property="og:title" content="Rates rise by a quarter"><h1>Rates rise: by a quarter</h1>{TEXT}',
        "Rates rise: by a quarter"),
    "page without any heading has no title": (f"{TEXT}", None),
    "heading of a section that says the beginning of the title tag is no title": (
        "<title>Best rates of 2026: tested and ranked</title><article><h1>The best savings rates of 2026, tested"
        f"</h1>{TEXT}<h2 class='section-title'>Best rates of 2026</h2>{TEXT}</article>",
        "The best savings rates of 2026, tested"),
    "site whose name is its hosts word and one more is cut off": (
        '<meta property="og:title" content="Rates rise by a quarter | Example Research">'
        f"<title>Rates rise by a quarter | Example Research</title>{TEXT}", "Rates rise by a quarter"),
    "heading that names the section is no title": (
        f"<title>Bank keeps its main rate</title><h1>Press releases</h1><h2>Bank keeps its main rate</h2>{TEXT}",
        "Bank keeps its main rate"),
    "label glued to the heading is left off": (
        '<title>OPINION: Raise the rates</title><meta property="og:title" content="Raise the rates"><h1>'
        f'<span class="label">Opinion</span>Raise the rates</h1>{TEXT}', "Raise the rates"),
    "name of the site in brackets is cut off": (
        '<title>政策金利を引き上げました（例示銀行）</title><h1><a href="/"><img alt="例示銀行"></a></h1>'
        f"<h2>政策金利を引き上げました</h2>{TEXT}", "政策金利を引き上げました"),
    "arrow back to the section is a separator": (
        f'<title>금리 인상 결정 배경 &lt; 보도자료 | 예시은행</title><h1><a href="/">예시은행</a></h1>{TEXT}',
        "금리 인상 결정 배경"),
    "site and section before the headline are cut off together": (
        '<title>The Bank | News | Rates rise</title><meta property="og:site_name" content="The Bank"><div>Rates rise'
        f"</div>{TEXT}", "Rates rise"),
    "citation tag tells the title": (
        '<title>[2101.1] On rates that rise</title><meta name="citation_title" content="On rates that rise"><h1>'
        f'<span class="descriptor">Title:</span>On rates that rise</h1>{TEXT}', "On rates that rise"),
    "part of a heading named as its subtitle is off where the title tag has none": (
        "<title>Rates rise by a quarter | Bank of Examples</title><h1>Rates rise by a quarter "
        f'<span class="sub-headline">Speech in Kassel</span></h1>{TEXT}', "Rates rise by a quarter"),
}


@pytest.mark.parametrize(("page", "expected"), TITLES.values(), ids=TITLES)
def test_title_of_a_page(page, expected):
    assert title(page) == expected


def test_name_of_the_site_or_of_a_section_is_cut_off_a_heading_too():
    assert title('<meta property="og:site_name" content="Examples"><meta property="og:title" content="Rates rise by a '
                 f'quarter – Examples - Examples"><h1>Rates rise by a quarter – Examples</h1>{TEXT}') == (
        "Rates rise by a quarter")
    assert choice(f"<h1>Rates rise by a quarter | Opinion</h1>{TEXT}",
                  "https://www.bank.example/opinion/rates-rise-by-a-quarter").value == "Rates rise by a quarter"


def test_every_heading_that_says_the_title_is_shown_as_such():
    found = choice(f"<h1>Rates rise by a quarter</h1>{TEXT}<h2>Rates rise by a quarter</h2>{TEXT}")
    assert len(found.shown) == 2


def test_candidates_tell_where_they_stand():
    found = choice(f"<title>Rates rise by a quarter | Bank</title><h1>Rates rise by a quarter</h1>{TEXT}")
    assert {candidate.origin for candidate in found.candidates} >= {"h1", "title tag"}


def test_permalink_mark_and_label_are_no_part_of_the_title():
    assert title(f"<h1>Rates rise by a quarter¶</h1>{TEXT}") == "Rates rise by a quarter"
    assert title(f"<h1><span>Title:</span>Rates rise by a quarter</h1>{TEXT}") == "Rates rise by a quarter"


def test_title_in_a_box_with_the_text_is_shown_by_its_own_element_alone():
    box = "<div><span>Rates rise by a quarter</span><br>March 2024<br><br>The bank raised rates.</div>"
    outline, claims = read(f"<title>Rates rise by a quarter | Bank</title>{box}")
    found = find_title(outline, claims, read_site(outline, claims))
    assert [outline.text(i) for i in found.shown] == ["Rates rise by a quarter"]
    bare = box.replace("<span>", "").replace("</span>", "")
    outline, claims = read(f"<title>Rates rise by a quarter | Bank</title>{bare}")
    assert not find_title(outline, claims, read_site(outline, claims)).shown


def test_headline_cut_off_in_the_head_is_read_whole():
    whole = "Rates rise by a quarter, and what borrowers in the north can learn from those in the south"
    head = (f'<title>{whole[:40]}... | The Review</title><meta property="og:title" content="{whole[:60]}…">'
            f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{whole[:70]}..."}}</script>')
    assert title(f'{head}<h1><span class="kicker">Analysis:</span> {whole}</h1>{TEXT}') == whole


def test_the_kind_of_a_release_before_its_title_in_quotes_is_cut_off() -> None:
    page = ('<html lang="ja"><head><title>環境局：報道発表資料「河川の水質調査結果について」</title></head><body>'
            f'<center><h2>河川の水質調査結果について</h2></center>'
            f'{"<p>調査の結果を取りまとめましたので、お知らせします。</p>" * 4}')
    found = parse_page(Page.from_bytes(page.encode(), url="https://kankyo.example/press/0917.html"))
    assert found.title == "河川の水質調査結果について"


def test_bar_that_stays_above_the_text_does_not_show_the_title_where_the_text_does():
    outline, claims = read("<title>Rates rise | Bank</title><nav><h2>Rates rise</h2></nav>"
                           f"<main><h2>Rates rise</h2>{TEXT}</main>")
    found = find_title(outline, claims, read_site(outline, claims))
    assert found.element == outline.all("h2")[1]


def test_cell_behind_one_that_says_title_holds_the_title_of_an_entry():
    entry = ("<title>공지사항</title><h2>공지사항</h2><table><tr><th>제목</th>"
             "<td colspan=3>금리가 다시 오르는 까닭</td></tr>"
             f"<tr><th>작성일</th><td>2024-03-05</td></tr></table>{TEXT}")
    assert title(entry) == "금리가 다시 오르는 까닭"
    terms = ("<title>City | Act</title><h2>Acts</h2><dl><dt>Oggetto:</dt><dd>La manutenzione dei ponti</dd>"
             f"<dt>Data:</dt>{TEXT}</dl>")
    assert title(terms) == "La manutenzione dei ponti"
    columns = "<table><tr><td>Title</td><td>Day of publication</td><td>Author</td></tr></table>"
    assert title(f"<title>Rates rise by a quarter</title><h1>Rates rise by a quarter</h1>{TEXT}{columns}") == (
        "Rates rise by a quarter")


@pytest.mark.parametrize("page", [
    "<title>Interview: Cities wait | Council</title><p>Interview</p><h1>Cities wait</h1>",
    "<title>Speech - Governor One: Cities wait - Bank</title><main><p>8 May 2024</p><h3>Cities wait</h3></main>",
    "<title>Detail - Portal of Transparency</title><h1>News</h1><h2>Cities wait</h2><p>7 March 2024</p>"])
def test_shown_headline_wins_over_what_stands_before_it_in_the_head_or_names_its_section(page: str) -> None:
    assert title(f"{page}{TEXT * 2}") == "Cities wait"


@pytest.mark.parametrize("page", [
    "<title>Ministry of Ports</title><header><h1>Ministry of Ports</h1></header><nav><a href='/'>Home</a></nav>"
    "<h2>Cities wait</h2>",
    "<title>Ministry of Ports :: Circulars</title><div><h1>Ministry of Ports</h1><h2>Republic of Examples</h2></div>"
    f"<ul>{'<li><a href=/about>About</a></li>' * 4}</ul><h2>Cities wait</h2>",
    "<title>Ministry of Ports</title><h1>Ministry of Ports</h1><h1>Ministry of Ports</h1><h2>Cities wait</h2>",
    "<title>Media Room | Ministry of Ports</title><h1>Media Room</h1><h2>Cities wait</h2>"])
def test_heading_of_the_text_wins_over_one_that_names_the_site(page: str) -> None:
    assert title(f"{page}{TEXT * 2}<h2>Costs</h2>{TEXT}<footer>© 2024 Ministry of Ports</footer>") == "Cities wait"


def test_heading_of_the_text_does_not_win_where_the_head_tells_a_title() -> None:
    head = "<title>Cities wait | Ministry of Ports</title><h1>Ministry of Ports</h1><p>Cities wait</p>"
    assert title(f"{head}<h2>The costs</h2>{TEXT * 2}<footer>© 2024 Ministry of Ports</footer>") == "Cities wait"


def test_a_cut_that_leaves_a_part_of_the_heading_is_no_title() -> None:
    page = "<title>Short question 20/154: Why clinics wait | House</title><main><p>Short question 20/154</p>"
    said = choice(f"{page}<h1>Why clinics wait</h1>{TEXT * 2}</main>", "https://house.example/questions/20-154").value
    assert str(said).endswith("Why clinics wait")


def test_the_name_of_the_site_behind_a_title_is_no_heading_that_is_torn() -> None:
    text = f"<h4>The clinics wait again</h4>{TEXT * 2}"
    for logo in ("<header><h1><a href='/'>House of Rivers</a></h1></header>", "<h1>House of Rivers</h1>"):
        page = f"<title>The clinics wait again: House of Rivers</title>{logo}{text}"
        assert "The clinics wait again" in str(title(page))


def test_a_lesser_heading_as_long_as_a_paragraph_says_the_title_where_the_head_repeats_it() -> None:
    said = "Resolution of 24 November 2026, by which the rates of the bank are raised and those of June replaced"
    page = f"<title>A-2026-20028 {said}</title><h3>{said}</h3><p>Part III</p><h4>The text as published</h4>{TEXT * 2}"
    assert title(page) == said


@pytest.mark.parametrize("shown", [
    '<div class="view_title"><strong>{}</strong></div>', '<table><tr><td class="subject">{}</td></tr></table>',
    '<div class="newsTitle">{}</div><p class="subtitle">In brief</p>', '<p class="titulo">{}</p>',
    '<div class="biaoti">{}</div>'])
def test_line_named_as_a_headline_says_the_title_where_nothing_else_does(shown: str):
    page = f'<div class="top"><a href="/">Home</a></div>{shown.format("Ministers agree on rivers")}{TEXT * 2}'
    assert title(f"<title>Notices | Ministry of Waters</title>{page}") == "Ministers agree on rivers"
    told = '<meta property="og:title" content="A plan for the rivers"><title>A plan for the rivers</title>'
    assert title(f"{told}{page}") == "A plan for the rivers"


def test_lesser_heading_or_larger_type_above_the_text_says_the_title_where_the_head_names_the_site():
    assert title(f"<title>Bank of Examples</title><h3>The rates rise by a quarter point</h3>{TEXT * 2}") == (
        "The rates rise by a quarter point")
    judgment = f"<center><b><font size=4>Judgment 893/2026</font></b></center>{TEXT * 2}"
    assert title(f"<title>Court of Examples for Taxes</title>{judgment}") == "Judgment 893/2026"
    assert title(f"<title>Why the rates rise again</title><h3>1. What they were before last year</h3>{TEXT * 2}") == (
        "Why the rates rise again")
