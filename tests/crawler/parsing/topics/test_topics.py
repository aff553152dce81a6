import json

import pytest

from archive.records import Page
from crawler.parsing import parse_page
from crawler.parsing.choices import read_choices
from crawler.parsing.site import read_site
from crawler.parsing.title import find_title
from crawler.parsing.topics import find_section, find_topics
from crawler.parsing.topics.labels import find_labels
from tests.crawler.parsing.pages import read

TEXT = "<p>The bank raised rates by a quarter point on Thursday, more than most had thought it would.</p>"


def topics_and_section(
    markup: str, url: str = "https://www.bank.example/news/rates-rise"
) -> tuple[list[str], str | None]:
    outline, claims = read(markup, url)
    site = read_site(outline, claims)
    title = find_title(outline, claims, site)
    labels = find_labels(outline, claims, site, title)
    section = find_section(outline, labels, claims, site, title.value)
    return list(find_topics(labels, claims, site, section).value), section.value


def section(markup: str) -> str | None:
    return topics_and_section(markup)[1]


def topics(markup: str) -> list[str]:
    return topics_and_section(markup)[0]


def in_section(stated: str) -> str:
    return ('<script type="application/ld+json">{"@type": "Article", "headline": "Rates rise", '
            f'"articleSection": "{stated}"}}</script><h1>Rates rise</h1>{TEXT}')


TOPICS = {
    "links marked as tags are topics": (
        f'<h1>Rates rise</h1>{TEXT}<p><a rel="tag" href="/a">Banks</a> <a rel="tag" href="/b">Money</a></p>',
        ["Banks", "Money"]),
    "list named after tags holds topics": (
        f'<h1>Rates rise</h1>{TEXT}<ul class="post-tags"><li>Banks</li><li>Money</li></ul>', ["Banks", "Money"]),
    "item of a list that is named after categories holds several": (
        f'<h1>Rates rise</h1><ul><li>5 March 2024</li><li class="meta__cats">Banks, Housing</li></ul>{TEXT}',
        ["Banks", "Housing"]),
    "line that begins with a label holds topics": (
        f"<h1>Rates rise</h1>{TEXT}<p>Schlagwörter: Banken, Geld</p>", ["Banken", "Geld"]),
    "links below a label are topics": (
        f'<h1>Rates rise</h1>{TEXT}<h4>Topics</h4><div><a href="/x">Banks</a></div><div><a href="/y">Money</a></div>',
        ["Banks", "Money"]),
    "label amid the line that closes the text leads to topics": (
        f'<h1>Rates rise</h1>{4 * TEXT}<footer><p>Posted by <a href="/author/ada">Ada One</a> in <a '
        'href="/c/m">Markets</a>. Tags: <a href="/tag/a.html">Banks</a>, <a href="/tag/b">Money</a>.</p></footer>',
        ["Banks", "Money"]),
    "tags in the foot of a post are its own": (
        f'<div class="post"><h1>Rates rise</h1>{TEXT}<div class="blog_post_footer"><span class="tags"><h5>Tags</h5>'
        '<span class="blog-tag"><a href="/blog?tag=Banks">Banks</a></span></span></div></div>', ["Banks"]),
    "tags that the head states one by one serve": (
        f'<meta name="tags" content="Banks"><meta name="tags" content="Money">'
        f'<meta name="tags" content="site:topic/money"><h1>Rates rise</h1>{TEXT}', ["Banks", "Money"]),
    "way to show the page in another currency is no kicker": (
        f'<div class="sub-currency"><a class="category" href="/news/rates-rise?currency=EUR">EUR</a></div>'
        f"<h1>Rates rise</h1>{TEXT}", []),
    "menu gives no topics": (f'<nav><a href="/category/banks">Banks</a></nav><h1>Rates rise</h1>{TEXT}', []),
    "tags of another publication are not ours": (
        f'<h1>Rates rise</h1>{TEXT}<div class="related"><span class="tag"><a href="/tag/war">War</a></span></div>', []),
    "stated tags serve where the page shows none": (
        f'<meta property="article:tag" content="Banks, Money"><h1>Rates rise</h1>{TEXT}', ["Banks", "Money"]),
    "keywords for search engines are no topics": (
        f'<meta name="keywords" content="bank, rates, best bank"><h1>Rates rise</h1>{TEXT}', []),
    "arrows and slashes around a label are none of it": (
        f'<div class="kicker"><a href="/news/">&lt; News</a> <a href="/tag/banks">Banks /</a></div><h1>Rates rise</h1>'
        f"{TEXT}", ["News", "Banks"]),
    "name of an icon is none of the label": (
        '<div class="kicker"><a href="/news/">News<svg><title>arrow-left</title></svg></a></div><h1>Rates rise</h1>'
        f"{TEXT}", ["News"]),
    "label that lists other labels says them again": (
        f'<h1>Rates rise</h1>{TEXT}<ul class="tags"><li>Banks, Money</li><li>Banks</li><li>Money</li></ul>',
        ["Banks", "Money"]),
    "sections that one text lists are topics each": (
        in_section("Articles, Central banks, Interest rates"), ["Articles", "Central banks", "Interest rates"]),
    "section with commas and an and is one": (
        in_section("Agriculture, Fisheries and Food"), ["Agriculture, Fisheries and Food"]),
    "title of a board is no list of subjects": (
        f'<h1>Board</h1><h3 class="subject">Rates rise, savers wait</h3>{TEXT}', []),
    "line of facts that a template calls footer has the tags": (
        '<main><div class="news-single"><h1>Rates rise</h1><div class="footer"><span class="news-list-tags"><span>Banks'
        f'</span><span>Money</span></span></div>{4 * TEXT}</div></main>', ["Banks", "Money"]),
    "tags behind more on are ours": (
        f'<main><h1>Rates rise</h1>{4 * TEXT}<div class="field-more-on"><div>More on:</div><div>'
        '<a href="/more-on/banks">Banks</a></div><div><a href="/more-on/money">Money</a></div></div></main>',
        ["Banks", "Money"]),
    "many categories without a label are those of the site": (
        f"<h1>Rates rise</h1>{4 * TEXT}<div>" + " ".join(
            f'<a href="/category/{name}">{name}</a>' for name in "Arts Banks Crime Dance Energy Food Games".split())
        + "</div>", []),
    "many categories of one publication say that they are": (
        f"<h1>Rates rise</h1>{TEXT}<div>" + " ".join(
            f'<a rel="category tag" href="/category/{name}">{name}</a>' for name in "Arts Banks Crime Dance".split())
        + "</div>", ["Arts", "Banks", "Crime", "Dance"]),
    "widget of categories is the sites": (
        f'<h1>Rates rise</h1>{4 * TEXT}<h2>Categories</h2><ul class="wp-block-categories"><li class="cat-item">'
        '<a href="/category/arts">Arts</a></li><li class="cat-item"><a href="/category/banks">Banks</a></li></ul>', []),
    "element that is called the title of a topic heads a text": (
        f'<h1>Rates rise</h1>{TEXT}<div><div class="topic-title">Search</div><p>Look for the rates of all banks.</p>'
        "</div>", []),
    "sentence that leads to a page is no list of topics": (
        f'<h1>Rates rise</h1>{TEXT}<p>Read more about <a href="/what">what a rate is</a>.</p>', []),
    "tags of a card are ours where no card stands around them": (
        f'<h1>Rates rise</h1>{TEXT}<div class="card__tags"><span><a class="tag" href="/banks/">Banks</a></span> '
        '<span><a class="tag" href="/money/">Money</a></span></div>', ["Banks", "Money"]),
    "keywords beside a breadcrumb are ours": (
        '<div class="Breadcrumbs_keywords__GT8"><a href="/topic/banks">Banks</a><a href="/topic/money">Money</a></div>'
        f"<h1>Rates rise</h1>{TEXT}", ["Banks", "Money"]),
    "tag may be a question": (
        f'<h1>Rates rise</h1>{TEXT}<p><a rel="tag" href="/a">Why do rates rise?</a></p>', ["Why do rates rise?"]),
    "call to action above the title is no kicker": (
        f'<div class="label"><a href="/demo">See a demo</a></div><h1>Rates rise</h1>{TEXT}', []),
    "date above the title is no kicker": (f'<div class="label">March 1, 2024</div><h1>Rates rise</h1>{TEXT}', []),
    "footer behind the topics is none of them": (
        f'<h1>Rates rise</h1>{TEXT}<div><h2>Topics</h2><ul><li><a href="/t/banks">Banks'
        '<span class="sr-only"> topic page</span></a></li></ul></div><div><ul><li><a href="/c">Contact Us</a></li>'
        '<li><a href="/p">Privacy Policy</a></li></ul></div>', ["Banks"]),
    "link to a topic of another publisher is no topic": (
        f'<h1>Rates rise</h1>{TEXT * 4}<p><a href="https://data.example.org/topics/money/">Money figures</a></p>', []),
    "keyword for a program is no topic": (
        f'<meta name="parsely-tags" content="content-type: Feature, Banks, locale: US"><h1>Rates rise</h1>{TEXT}',
        ["Banks"]),
    "label before keywords in their own box is no part of the first": (
        "<h1>Rates rise</h1><section class='item keywords'><h2>Keywords:</h2><span>turnout, public transport</span>"
        f"</section>{TEXT}", ["turnout", "public transport"]),
    "tags for programs are no topics": (
        '<meta name="news_keywords" content="'
        "98be933f-38cf-4fba-b6c6-ad438e82010a, Money, Category: Economy, NLP Category: "
        f'Business, NLP Entity Tokens: UK"><h1>Rates rise</h1>{TEXT}', ["Money", "Economy"]),
    "label on a line of its own is cut off its tags": (
        f'<h1>Rates rise</h1>{TEXT}<div class="category"><span>Categories</span><div>Schools and Research</div>'
        "</div>", ["Schools and Research"]),
    "stated tags stand beside a kicker": (
        '<meta property="article:tag" content="Budget"><meta property="article:tag" content="Towns"><div>'
        f'<span class="kicker">Home news</span><h1>Rates rise</h1></div>{TEXT}', ["Home news", "Budget", "Towns"]),
    "tags at the foot of an item are its own": (
        f'<article><h1>Rates rise</h1>{TEXT}<div class="item-footer"><section class="tags"><ul><li>'
        '<a href="/tag/water">Water</a></li></ul></section></div></article>', ["Water"]),
    "tags without links are told apart by their elements": (
        f'<h1>Rates rise</h1>{TEXT}<footer class="entry-footer"><span class="tags-links"><span rel="tag">Central banks'
        '</span> <span rel="tag">Money</span></span></footer>', ["Central banks", "Money"]),
    "words below their label are tags": (
        '<h1>Rates rise</h1><section class="item keywords"><h2>Keywords:</h2><p>central banks, money</p></section>'
        f"<h2>Topics</h2>{TEXT}", ["central banks", "money"]),
    "tags without links and spaces stand behind their label": (
        '<h1>Rates rise</h1><div class="schlagworte"><b>Schlagworte</b><span class="tag"><i></i>Banken</span>'
        f'<span class="tag"><i></i>Geld</span></div>{TEXT}', ["Banken", "Geld"]),
    "words of a program that a page colours are no tags": (
        f'<h1>Rates rise</h1>{TEXT}<pre><code class="keyword"><span>import</span> <span>banks</span></code></pre>', []),
    "list named after tags in another language holds topics": (
        f'<h1>Faizler artıyor</h1>{TEXT}<div class="etiketler"><span>Etiketler</span><a href="/e/ucret/">ücret</a>'
        '<a href="/e/faiz/">faiz</a></div>', ["ücret", "faiz"]),
    "headings that link to themselves make no card of the text": (
        f'<article><h1>Rates rise</h1><div><h2 id="a">Why<a href="#a">#</a></h2>{TEXT}<ul><li>'
        '<a href="/tags/banks/">Banks</a></li></ul></div></article>', ["Banks"]),
    "excerpt of a theme is no list of tags": (
        '<h1>Rates rise</h1><div class="widget-theme-post-excerpt">'
        f"Six towns have plans, none has a site. The note explains why.</div>{TEXT}", []),
    "list marked as keywords holds topics wherever it stands": (
        '<div itemscope itemtype="http://schema.org/Article"><h1 itemprop="headline">Rates rise</h1>'
        '<div class="footer"><span itemprop="keywords"><a href="/a">Banks</a><a href="/b">Money</a></span></div>'
        f"{TEXT}</div>", ["Banks", "Money"]),
    "link to all of a kind is no topic": (
        f'<main><h1>Rates rise</h1>{4 * TEXT}<div><p><a href="/videos/tags/money/">Alle Geld-Videos</a></p></div>'
        "</main>", []),
    "count of a tag is no part of it": (
        f'<article><h1>Rates rise</h1>{TEXT}<div class="tags"><a href="/tags/a">Agenda 2030<i class="tag-count">24'
        "</i></a></div></article>", ["Agenda 2030"]),
    "heading that leads to the author makes no card of the line": (
        f'<div><h1>Rates rise</h1>{TEXT}</div><div><h3><a href="/author/ada-one">Ada One</a></h3>'
        '<p><a rel="tag" href="/t/banks">Banks</a></p></div>', ["Banks"]),
    "sectors behind their label are topics": (
        f'<h1>Rates rise</h1>{TEXT}<h4>Market sectors</h4><div><a href="/s/banks">Banks</a></div>', ["Banks"]),
    "name of several words and an ampersand is one topic": (
        f'<meta property="article:tag" content="Business, Finance, &amp; Economics"><h1>Rates rise</h1>{TEXT}',
        ["Business, Finance, & Economics"]),
}


@pytest.mark.parametrize(("page", "expected"), TOPICS.values(), ids=TOPICS)
def test_topics_of_a_page(page, expected):
    assert topics(page) == expected


@pytest.mark.parametrize("label", [
    "ট্যাগ", "ٹیگز", "குறிச்சொற்கள்", "टॅग्स", "ट्याग", "თეგები", "պիտակներ", "Açar sözlər", "Тагови", "Etiketat",
    "Тэгі", "Etiketak", "Kata kunci", "Tagiau", "ట్యాగ్‌లు", "ടാഗുകൾ", "Mehr lesen über"])
def test_labels_of_tags_are_known_in_many_languages(label: str):
    assert topics(f'<h1>Rates rise</h1>{TEXT}<p>{label}: <a href="/b">Banks</a></p>') == ["Banks"]


BOTH = {
    "kicker above the title is section and topic": (
        f'<div class="eyebrow">Monetary policy</div><h1>Rates rise</h1>{TEXT}',
        (["Monetary policy"], "Monetary policy")),
    "stated tags go before the breadcrumb": (
        '<meta property="article:tag" content="Banks"><meta property="article:tag" content="Money">'
        '<ol class="breadcrumb"><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ol><h1>Rates rise'
        f"</h1>{TEXT}", (["Banks", "Money"], "News")),
    "title told again is no section": (in_section("Rates Rise"), ([], None)),
    "category is the section where nothing else tells": (
        f'<h1>Rates rise</h1>{TEXT}<p>Posted in <a rel="category tag" href="/category/fares/">Fares</a> '
        '<a rel="tag" href="/tag/bus/">bus</a></p>', (["Fares", "bus"], "Fares")),
    "tags that trend on the site are not the page s": (
        '<div class="topics"><div>TRENDING:</div><div><a href="/topics/nba/">Basketball</a></div></div><div>'
        f"<h1>Rates rise</h1>{TEXT}</div>", ([], None)),
}


@pytest.mark.parametrize(("page", "expected"), BOTH.values(), ids=BOTH)
def test_topics_and_section_of_a_page(page, expected):
    assert topics_and_section(page) == expected


def test_last_step_of_the_breadcrumb_is_the_section():
    assert (
        topics_and_section(
            '<ol class="breadcrumb"><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ol>'
            f"<h1>Rates rise</h1>{TEXT}"
        )[1]
        == "News"
    )


def test_list_of_tags_is_no_body_text():
    many = "".join(f"<p>Paragraph {i} of a report about rates, long enough to be text.</p>" for i in "ab")
    markup = f'<h1>Rates rise</h1>{many}<div>Tags: <a rel="tag" href="/t/b">Banks</a></div>{many}'
    page = Page.from_bytes(markup.encode(), url="https://www.bank.example/news/rates-rise")
    assert "Banks" not in " ".join(block.text for block in read_choices(page).body.blocks)


def test_a_long_list_that_no_reader_sees_holds_no_topics():
    head = "".join(f'<meta property="article:tag" content="Bank {n}x">' for n in range(30))
    assert topics(f'{head}<meta property="article:section" content="Economy"><h1>Rates rise</h1>{TEXT}') == ["Economy"]


def test_what_heads_a_list_or_an_ad_is_no_topic():
    tags = "".join(f"<li>{text}</li>" for text in ("Banks", "Sponsored", "Das könnte Sie auch interessieren"))
    assert topics(f'<h1>Rates rise</h1>{TEXT}<ul class="post-tags">{tags}</ul>') == ["Banks"]


@pytest.mark.parametrize("line", ["Back to news", "Impressum", "Nach oben", "Retour aux actualités", "Volver al inicio",
                                  "お問い合わせ", "返回顶部", "العودة إلى الأعلى", "annual-report.pdf", "by Ana Lima"])
def test_line_of_a_menu_above_the_title_is_no_section(line: str):
    above = f'<div><a class="eyebrow" href="/news">{line}</a></div>'
    assert topics_and_section(f"{above}<h1>Rates rise</h1>{TEXT}") == ([], None)


def test_name_of_an_author_is_no_topic():
    page = ('<h1>Rates rise</h1><div class="post-terms"><a href="/x">Ana Lima</a> <a href="/y">Banks</a></div>'
            f'<meta name="author" content="Ana Lima">{TEXT}')
    assert read_choices(Page.from_bytes(page.encode(), url="https://www.bank.example/news/rates")).topics.value == (
        "Banks",)


def test_name_of_an_author_is_no_topic_that_the_head_states_in_whatever_order():
    page = ('<h1>Rates rise</h1><meta name="news_keywords" content="Linh Ana Dao, Ana Lima, Banks, World Bank">'
            f'<meta name="author" content="Ana Dao Linh"><meta name="author" content="World Bank">{TEXT}')
    assert read_choices(Page.from_bytes(page.encode(), url="https://www.bank.example/news/rates")).topics.value == (
        "Ana Lima", "Banks", "World Bank")


def test_months_of_a_trail_are_no_section() -> None:
    for month in ("May", "mai", "Mayo"):
        trail = "".join(f"<a href='{path}'>{step}</a> / " for path, step in (
            ("/", "Home"), ("/news", "News"), ("/news/2025", "2025"), ("/news/2025/5", month)))
        assert section(f"<nav class='breadcrumbs'>{trail}</nav><h1>Rates rise</h1>{TEXT}") == "News"


def test_breadcrumb_is_the_section_beside_tags():
    page = ("<nav class='breadcrumbs'><a href='/'>Home</a> / <a href='/news'>News</a></nav>"
            f"<h1>Rates rise</h1>{TEXT * 3}<div>Filed under: <a href='/tag/banks' rel='tag'>Banks</a></div>")
    assert (topics(page), section(page)) == (["Banks"], "News")


SECTIONS = {
    "last step of a trail that is no link is the section": (
        '<ol class="breadcrumb"><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li class="active">Press '
        f"releases</li></ol><h1>Rates rise</h1>{TEXT}", "Press releases"),
    "trail in the box of a place is one": (
        '<div class="location"><a href="/">홈</a><span>알림</span><span class="on">보도자료</span></div>'
        f"<h1>Rates rise</h1>{TEXT}", "보도자료"),
    "place of an event is no trail": (
        f'<div class="location"><a href="/map">Port of Aal</a></div><h1>Rates rise</h1>{TEXT}', None),
    "ways back and buttons to listen are no sections": (
        f'<div class="kicker"><a href="/news/">Powrót</a> <a href="/read">Lyssna</a></div><h1>Rates rise</h1>{TEXT}',
        None),
    "label in a line of boxes above the title is the section": (
        f"<main><div><div><span>Insight</span><span>21 May 2024</span></div><h1>Rates rise</h1></div><div>{TEXT * 3}"
        "</div></main>", "Insight"),
    "label in a box of a page builder is the section": (
        "<section><div><div class='elementor-widget'><span>Policy brief</span></div><div class='elementor-widget'>"
        f"<h1>Rates rise</h1></div></div></section>{TEXT}", "Policy brief"),
    "menu above the title holds no kicker": (
        "<div><a href='/'>Bank</a><a href='/news'>News</a><a href='/jobs'>Jobs</a></div><div><h1>Rates rise</h1>"
        f"</div>{TEXT}", None),
    "link of a menu parted by line breaks is no section": (
        '<main><div><a href="/press/2025">Releases 2025</a><br><a href="/press/2024">Releases 2024</a></div>'
        f"<h1>Rates rise</h1>{TEXT}</main>", None),
    "trail named a crumb is a breadcrumb": (
        '<div class="crumb">Here: <a href="/">Home</a> &gt; <a href="/news/">News</a> &gt; '
        f'<a href="/news/releases/">Releases</a></div><h1>Rates rise</h1>{TEXT}', "Releases"),
    "section that the head states goes before a kicker that is a tag": (
        '<meta property="article:section" content="Society"><meta property="article:tag" content="Care">'
        f'<a class="kicker" href="/topic/care/">Care</a><h1>Rates rise</h1>{TEXT}', "Society"),
    "line that says where we are is a breadcrumb": (
        '<div>您现在的位置：<a href="/">首页</a>&gt;<a href="/cg/">成果</a>&gt;<a href="/cg/sp/">时评</a></div>'
        f"<h1>利率上升</h1>{TEXT}", "时评"),
    "category named so is the section": (
        f'<h1>Rates rise</h1>{TEXT}<div class="tax-category">Categories: <a href="/c/m">Money</a></div>', "Money"),
    "trail from the home page is known by its shape": (
        '<div class="location"><a href="/">홈</a> &gt; <a href="/n">알림</a> &gt; <a href="/p">보도자료</a></div>'
        f"<h1>Rates rise</h1>{TEXT}", "보도자료"),
    "last step that calls the page a page is no section": (
        '<div class="breadcrumbs"><a href="/">Beranda</a> / <a href="/b">Berita</a> / Detail</div><h1>Rates rise'
        f"</h1>{TEXT}", "Berita"),
    "link that skips to the text is no kicker": (
        '<main><div><a class="skiplink" href="#text">Vai ai contenuti</a></div><h1>Rates rise</h1>'
        f"<p id='text'>{TEXT}</p></main>", None),
    "trail is the first list of a breadcrumb": (
        '<nav class="breadcrumb"><ul><li><a href="/money/">Money</a></li></ul><ul><li><a href="/sport/">Sport</a>'
        f'</li><li><a href="/spain/">Spain</a></li></ul></nav><div><h1>Rates rise</h1>{TEXT}</div>', "Money"),
    "heading above the title that nothing links is no section": (
        '<ul class="breadcrumb"><li><a href="/">Home</a></li><li><a href="/money/">Money</a></li></ul><div>'
        f"<h2>Emergency after the fire</h2><h1>Rates rise</h1></div>{TEXT}", "Money"),
    "step that leads to the page itself is no section": (
        '<div class="breadcrumb"><a href="/">Home</a> / <a href="/money/">Money</a> / <a href="/news/rates-rise">Rates '
        f"rise to 4</a></div><h1>Rates rise</h1>{TEXT}", "Money"),
    "step that leads nowhere is the page": (
        '<div class="breadcrumb"><a href="/">Home</a> / <a href="/money/">Money</a> / <a href>Quarter point</a></div>'
        f"<h1>Rates rise</h1>{TEXT}", "Money"),
    "step in the words of the address is the page": (
        '<ol class="breadcrumb"><li><a href="/">Home</a><li><a href="/money/">Money</a><li>Rates Rise</ol>'
        f"<h1>Bank raises rates</h1>{TEXT}", "Money"),
    "button of a breadcrumb is no step": (
        '<nav class="breadcrumb"><a href="/">Home</a> <a href="/money/">Money</a> <button>Hide pages</button></nav>'
        f"<h1>Rates rise</h1>{TEXT}", "Money"),
    "name that leads to its owner's profile is no kicker": (
        f'<article><h5><a href="/blog/author/bank-team">Bank Team</a></h5><h1>Rates rise</h1>{TEXT}</article>', None),
    "name of a department above the title is no section": (
        f'<div><div class="department">Ministry of Ports</div><h1>Rates rise</h1></div>{TEXT}', None),
    "last step that calls the page an item is none": (
        '<div class="breadcrumbs"><a href="/">Home</a> / <a href="/news">News</a> / News item</div><h1>Rates rise'
        f"</h1>{TEXT}", "News"),
    "kind of page in another language is none": (
        f'<meta name="section" content="記事"><h1>Rates rise</h1>{TEXT}', None),
    "kind of page stated as the section is none": (
        f'<meta name="section" content="article"><h1>Rates rise</h1>{TEXT}', None),
}


@pytest.mark.parametrize(("page", "expected"), SECTIONS.values(), ids=SECTIONS)
def test_section_of_a_page(page, expected):
    assert section(page) == expected


def test_label_without_an_element_of_its_own_lifts_nothing():
    text = "".join(TEXT.replace("Thursday", day) for day in ("Monday", "Tuesday", "Friday"))
    for kicker in ("<span class='category'>Position paper</span>", "Position paper"):
        page = f"<article class='category'>{kicker}<h1>Rates rise</h1>{text}</article>"
        choices = read_choices(Page.from_bytes(page.encode(), url="https://www.bank.example/news/rates"))
        assert len(choices.body.blocks) == 3


def test_facts_in_a_list_of_terms_are_no_text():
    facts = ("<dl><dt>Authors</dt><dd>Ana Lima</dd><dt>Date</dt><dd>12 Aug 2024</dd><dt>Series</dt><dd>Working Paper "
             "No. 14</dd></dl>")
    text = "".join(TEXT.replace("Thursday", day) for day in ("Monday", "Tuesday", "Friday"))
    choices = read_choices(Page.from_bytes(f"<h1>Rates rise</h1>{facts}{text}".encode(),
                                           url="https://www.bank.example/papers/14"))
    assert [block.kind for block in choices.body.blocks] == ["paragraph"] * 3


@pytest.mark.parametrize(("stated", "section", "topics"), [
    ("Economy, Prices, Interest and credit, Wages, Growth, Trade and industry", "Economy", ["Economy"]),
    ("Economy", "Economy", ["Economy"]),
    ("https://bank.example/news/", None, []),
])
def test_section_for_programs_is_read_as_people_would_say_it(stated, section, topics):
    assert topics_and_section(in_section(stated)) == (topics, section)


def test_number_of_a_series_is_no_topic():
    kicker, tags = '<p class="kicker">Working Paper 25-07</p>', "<p>Keywords: money, rates</p>"
    assert topics(f"{kicker}<h1>Rates rise</h1>{TEXT}{tags}") == ["money", "rates"]


def test_a_trail_of_crumbs_is_known_by_what_screen_readers_say_of_it() -> None:
    page = ('<html lang="sv"><body><nav class="b" aria-label="Brödsmulor"><a href="/">Start</a> / '
            '<a href="/labour/">Arbetsmarknad</a> / <span>Fler i arbete</span></nav>'
            f'<main><h1>Fler i arbete under hösten</h1>{"<p>Antalet sysselsatta ökade i hela landet i år.</p>" * 4}')
    found = parse_page(Page.from_bytes(page.encode(), url="https://stat.example/news/fler-i-arbete"))
    assert found.section == "Arbetsmarknad"


def test_credit_and_day_above_the_title_are_no_kickers():
    assert section(f'<main><div class="head__copyright">dpa</div><h1>Rates rise</h1>{TEXT}</main>') is None
    assert topics(f"<article><div><time>14 ноября, 11:45</time></div><h1>Ставки растут</h1>{TEXT}</article>") == []
    assert topics(f'<div class="kicker">2025年11月7日</div><h1>金利上昇</h1>{TEXT}') == []


def test_card_below_a_label_is_no_tag():
    card = '<div><h3><a href="/a/moor.html">Wet moors again</a></h3><p>Why wet peat protects us all.</p></div>'
    assert topics(f"<h1>Rates rise</h1>{TEXT}<div><h2>Topics</h2>{card}{card}</div>") == []


def test_step_that_is_the_page_is_no_section_however_short():
    trail = ('<nav class="breadcrumb"><a href="/">Home</a> <a href="/news">News</a> '
             '<a aria-current="page">Rates</a></nav>')
    assert section(f"{trail}<h1>Rates rise again</h1>{TEXT}") == "News"
    trail = trail.replace('aria-current="page"', 'aria-current="page" href="/news/rates"')
    assert section(f"{trail}<h1>Banks shut again</h1>{TEXT}") == "Rates"


def test_steps_of_a_trail_are_no_kickers():
    trail = '<a href="/">Главная</a> → <a href="/news/">Пресс-центр</a> → <a href="/news/bank/">Новости</a>'
    assert topics_and_section(f'<div>{trail}</div><h1>Rates rise</h1>{TEXT}', "https://www.bank.example/news/bank/rates"
                              ) == (["Новости"], "Новости")


def test_tags_below_the_text_are_the_pages_own_where_the_title_stands_outside_the_article():
    line = TEXT.replace("on Thursday", "on Thursday, after a debate of nine hours")
    tags = '<footer class="entry-footer"><a rel="tag" href="/a">Banks</a></footer>'
    bio = '<h2>Ada One<a href="/ada/">More by Ada One</a></h2>'
    page = f"<header><h1>Rates rise</h1></header><div><article>{line * 3}{tags}{bio}</article></div>"
    assert topics(page) == ["Banks"]


def test_tags_in_an_aside_of_the_titles_own_header_are_the_pages():
    aside = '<aside><h6>Argomenti</h6><a href="/argomenti/banche"><div>Banche</div></a></aside>'
    line = TEXT.replace("on Thursday", "on Thursday, after a debate of nine hours")
    header = f"<div><div><div><h1>Rates rise</h1><p>A quarter point</p></div>{aside}</div></div>"
    assert topics(f"<main>{header}<div>{line * 3}</div></main>") == ["Banche"]
    assert topics(f"<main><div><div><h1>Rates rise</h1>{line * 3}</div>{aside}</div></main>") == []


@pytest.mark.parametrize(("tag", "said"), [
    ("Rates rise | News | Bank", "News"), ("Rates rise - Press - Bank", "Press"), ("Rates rise | Bank", None),
    ("Rates | News | Bank", None),
])
def test_part_of_the_title_tag_between_title_and_site_is_the_section(tag: str, said: str | None):
    site = '<meta property="og:site_name" content="Bank">'
    assert section(f"<title>{tag}</title>{site}<h1>Rates rise</h1>{TEXT}") == said


@pytest.mark.parametrize("shown", [
    '<h1>Rates rise</h1><div class="meta"><span class="terms-link"><a href="/category/money/">Money</a></span></div>{}',
    '<h1>Rates rise</h1>{}<ul class="post-categories"><li><a href="/blog/categories/money">Money</a></li></ul>',
])
def test_link_to_a_category_is_the_section_where_nothing_else_is(shown: str):
    assert section(f"<main>{shown.format(TEXT)}</main>") == "Money"


def test_overline_that_nothing_links_is_no_section():
    crumbs = '<ul class="breadcrumb"><li><a href="/">Home</a></li><li><a href="/money/">Money</a></li></ul>'
    over = '<hgroup><span class="text-overline">Zoo Leipzig</span><h1>Rates rise</h1></hgroup>'
    assert topics_and_section(f"{crumbs}{over}{TEXT}") == (["Money"], "Money")
    assert topics_and_section(f"{over}{TEXT}")[0] == ["Zoo Leipzig"]


def test_tags_of_the_article_are_its_own_in_what_is_called_a_sidebar_too():
    links = "".join(f'<li><a href="/topic/{word}">{word}</a></li>' for word in ("Banks", "Money"))
    box = f'<div class="article-topics"><ul class="topics">{links}</ul></div>'
    foot = f'<div><section class="article-sidebar">{box}</section></div>'
    assert topics(f"<article><h1>Rates rise</h1><div>{TEXT}{TEXT}</div>{foot}</article>") == ["Banks", "Money"]


def test_menu_in_the_article_that_says_so_lists_its_topics():
    links = '<ul><li><a href="/themen/geld-100.html">Geld</a></li><li><a href="/themen/rat-100.html">Rat</a></li></ul>'
    menu = f'<aside><p><a href="/a.pdf">PDF</a></p><nav aria-label="Themen"><span>Themen</span>{links}</nav></aside>'
    assert topics(f"<article><h1>Rates rise</h1>{TEXT}{TEXT}{menu}</article>") == ["Geld", "Rat"]
    assert topics(f"<div><h1>Rates rise</h1>{TEXT}{TEXT}{menu}</div>") == []


@pytest.mark.parametrize(("names", "expected"), [
    (["Home", "Transport", "Fares after the freeze"], "Transport"), (["Home", "Fares after the freeze"], None),
    (["Home", "Transport", "Another page"], None),
])
def test_trail_that_the_head_states_tells_the_section_and_no_topic(names: list[str], expected: str | None) -> None:
    steps = [{"@type": "ListItem", "name": name, "item": f"/{name}"} for name in names]
    stated = json.dumps({"@type": "BreadcrumbList", "itemListElement": steps})
    topics, found = topics_and_section(
        f'<script type="application/ld+json">{stated}</script><h1>Fares after the freeze</h1><p>Some text of it.</p>')
    assert (found, list(topics)) == (expected, [])


@pytest.mark.parametrize("line", ["© dpa/A. Lens", "Photo: A. Lens", "December 19th, 2025"])
def test_credit_or_day_above_the_title_is_no_section(line: str) -> None:
    assert section(f'<article><p class="kicker">{line}</p><h1>Rates rise</h1>{TEXT}</article>') is None


@pytest.mark.parametrize("line", [
    'Miyazaki: <a href="/topics/takanabe">Takanabe</a>, <a href="/topics/shintomi">Shintomi</a>',
    '<a href="/area/saga/">Saga</a>: <a href="/topics/kanzaki">Kanzaki</a>, <a href="/topics/shiroishi">Shiroishi</a>',
])
def test_line_that_says_more_than_topics_is_text(line: str) -> None:
    assert topics(f"<main><h1>Rates rise</h1>{4 * TEXT}<p>{line}</p></main>") == []


@pytest.mark.parametrize("box", ["<div hidden>", '<div style="display: none" id="overlay"><div>', "<section hidden>"])
def test_menu_of_topics_that_opens_when_asked_for_is_not_the_page_s(box: str) -> None:
    menu = f'{box}<p>Topics</p><ul><li><a href="/topics/banks">Banks</a></li><li><a href="/topics/money">Money</a></li>'
    assert topics(f"<main><h1>Rates rise</h1>{TEXT}</main>{menu}") == []


@pytest.mark.parametrize(("main", "after"), [
    ("<div role=tabpanel hidden>{}</div>", ""), ("<div style='display:none'>{}</div>", ""),
    ("", "<div hidden id='S:0'>{}</div>"),
])
def test_topics_in_a_closed_part_of_the_text_or_moved_by_a_script_are_the_page_s(main: str, after: str) -> None:
    tags = "<h3>Keywords</h3><p><a href='/topics/banks'>Banks</a> <a href='/topics/money'>Money</a></p>"
    page = f"<main><h1>Rates rise</h1>{TEXT}{main.format(tags)}</main>{after.format(tags)}"
    assert topics(page) == ["Banks", "Money"]


def _themes(*names: str) -> str:
    return "<ul>" + "".join(f'<li><a href="/topic/{name.lower()}">{name}</a></li>' for name in names) + "</ul>"


def test_topics_behind_the_main_part_are_the_sites() -> None:
    foot = f"<footer>{6 * '<div>'}{_themes('Elections', 'Newest')}{6 * '</div>'}</footer>"
    assert topics(f"<main><h1>Rates rise</h1>{TEXT}{_themes('Banks')}</main>{foot}") == ["Banks"]


def test_topics_below_a_heading_of_their_own_behind_the_pages_topics_are_the_sections() -> None:
    others = f"<h2>World politics from A to Z</h2>{_themes('Elections', 'Summits')}"
    assert topics(f"<main><h1>Rates rise</h1>{_themes('Banks')}{4 * TEXT}{_themes('Money')}{others}</main>") == [
        "Banks", "Money"]


def test_list_of_all_categories_is_no_topic() -> None:
    items = '<li><a href="/category/water/">Water</a></li><li><a href="/category/ports/">Ports</a></li>'
    page = f'<main><h1>Rates rise</h1>{TEXT}</main><ul class="wp-block-categories-list">{items}</ul>'
    assert topics(page) == []
