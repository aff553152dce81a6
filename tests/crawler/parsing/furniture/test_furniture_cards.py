"""Cards and links of lists: what belongs to one publication, and what its headline is."""

import pytest

from archive.records import Related
from crawler.parsing.furniture.finding import find_furniture
from tests.crawler.parsing.furniture.pages import OWN, PROSE, furniture_of
from tests.crawler.parsing.pages import outline_of

STEEL = "/papers/2024/steel-and-tariffs"
PAYS = "/papers/2023/who-pays"
PORTS = "/papers/2022/ports-and-levies"


def related_of(after: str) -> tuple[Related, ...]:
    return furniture_of(f"<article>{PROSE}</article>{after}").related


def titles_of(after: str) -> list[str | None]:
    return [item.title for item in related_of(after)]


def test_repeated_slides_of_a_carousel_give_each_publication_once() -> None:
    slides = [("slide", STEEL, "Steel after the levy"), ("slide", PAYS, "Who pays for it?"),
              ("slide slide-duplicate", STEEL, "Steel after the levy")]
    cards = "".join(f'<div class="{name}"><a href="{url}"><h3>{title}</h3></a></div>' for name, url, title in slides)
    assert titles_of(f"<section><h2>Related</h2><div>{cards}</div></section>") == [
        "Steel after the levy", "Who pays for it?"]


def test_link_laid_over_a_card_belongs_to_the_card() -> None:
    card = ('<div class="card"><a class="overlay" href="{url}" aria-label="{title}"></a><div>'
            '<a href="/ports/">Ports</a><h3>{title}</h3><div class="card-date">{day} March 2025</div></div></div>')
    cards = card.format(url=STEEL, title="Steel after the levy", day=3) + card.format(
        url=PAYS, title="Who pays for it?", day=4)
    found = related_of(f"<section><h2>Related</h2>{cards}</section>")
    assert [(item.url, item.title, item.published) for item in found] == [
        (f"https://institute.example{STEEL}", "Steel after the levy", "2025-03-03"),
        (f"https://institute.example{PAYS}", "Who pays for it?", "2025-03-04")]


def test_pictures_and_headlines_in_turn_are_cards() -> None:
    cards = "".join(f'<a href="{url}"><img src="a.jpg"></a><p><a href="{url}">{title}</a></p>' for url, title in (
        (STEEL, "Steel and tariffs after the levy"), (PAYS, "Who pays for the border levy?"),
        (PORTS, "Ports prepare for the border levy")))
    assert len(titles_of(f"<section><h2>Related</h2><div>{cards}</div></section>")) == 3


@pytest.mark.parametrize("link", [
    "<span>1</span> <span>Steel and tariffs after the levy</span>",
    "<em>1</em>Steel and tariffs after the levy",
    '<span class="kicker">Trade</span> <span class="headline">Steel and tariffs after the levy</span>',
    "<span>Premium</span><span>Steel and tariffs after the levy</span>",
    "<span>Steel and tariffs after the levy</span><time>4 March</time>",
    "<span>Steel and tariffs after the levy</span> <span>24/03/2025</span>",
    '<span class="views">212.3k views</span>: Steel and tariffs after the levy',
])
def test_label_beside_a_headline_in_its_link_is_left_out(link: str) -> None:
    assert titles_of(f'<section><h2>Related</h2><ul><li><a href="{STEEL}">{link}</a></li></ul></section>') == [
        "Steel and tariffs after the levy"]


@pytest.mark.parametrize("link", [
    "<b>10</b> reasons to tax carbon at the border", "Why <em>carbon</em> is taxed at the border",
    "<span>Carbon:</span> a tax at the border"])
def test_words_of_the_headline_itself_stay(link: str) -> None:
    title = titles_of(f'<section><h2>Related</h2><ul><li><a href="{STEEL}">{link}</a></li></ul></section>')[0]
    assert title and title.startswith(("10 reasons", "Why carbon", "Carbon: a tax"))


def test_short_headline_is_not_joined_to_the_day_beside_its_link() -> None:
    found = related_of(f'<section><h2>Related</h2><ul><li><a href="{STEEL}">Steel and levies</a> '
                       "<span>24/03/2025</span></li></ul></section>")
    assert [(item.title, item.published) for item in found] == [("Steel and levies", "2025-03-24")]


def test_day_in_words_counts_where_a_time_element_states_it() -> None:
    item = related_of(f'<h3>Related</h3><p><a href="{STEEL}">Steel and tariffs after the levy</a>'
                      '<time datetime="February 3, 2025">February 3, 2025</time>'
                      '<span class="post-context">In "Trade"</span></p>')[0]
    assert (item.title, item.published, item.section) == ("Steel and tariffs after the levy", "2025-02-03", "Trade")


def test_two_tabs_give_the_publications_of_both() -> None:
    links = [f'<li><a href="{url}">{title}</a></li>' for url, title in (
        (STEEL, "Steel and tariffs after the levy"), (PAYS, "Who pays for the border levy?"),
        (PORTS, "Ports prepare for the border levy"))]
    tabs = '<li><a href="#read">Most read</a></li><li><a href="#shared">Most shared</a></li>'
    found = related_of(f'<ul class="tabs">{tabs}</ul><div id="read"><ol>{links[0]}{links[1]}</ol></div>'
                       f'<div id="shared"><ol>{links[2]}{links[0]}</ol></div>')
    assert [item.kind for item in found] == ["popular"] * 3


def test_link_to_the_whole_list_is_no_publication() -> None:
    links = "".join(f'<li><a href="{url}">{title}</a></li>' for url, title in (
        (STEEL, "Steel and tariffs after the levy"), (PAYS, "Who pays for the border levy?"),
        (PORTS, "Ports prepare for the border levy")))
    every = '<a href="/papers/trade">All on trade policy</a>'
    assert len(titles_of(f"<section><h2>Related</h2><div><ul>{links}</ul>{every}</div></section>")) == 3


def test_card_with_a_label_of_an_ad_is_none() -> None:
    paid = ('<li><span>Anzeige</span><a href="https://shop.example/stairlifts-forty-per-cent-off-now">'
            "Stairlifts: forty per cent off now</a></li>")
    own = f'<li><a href="{STEEL}">Steel and tariffs after the levy</a></li>'
    assert titles_of(f"<section><h2>Related</h2><ul>{own}{paid}</ul></section>") == ["Steel and tariffs after the levy"]


def test_headline_in_a_script_that_writes_vowels_as_marks_is_long_enough() -> None:
    assert titles_of(f'<h3>संबंधित खबरें</h3><ul><li><a href="{STEEL}">गाद निकालने का कोष खाली</a></li></ul>') == [
        "गाद निकालने का कोष खाली"]


def test_related_navigation_is_no_menu() -> None:
    assert titles_of('<nav class="related-navigation" role="navigation"><h2>Related content</h2><ul>'
                     f'<li><a href="{STEEL}">Steel after the levy</a></li></ul></nav>') == ["Steel after the levy"]


def test_entry_of_one_line_is_one_publication_with_its_journal() -> None:
    entries = "".join(f'<li>Jane Doe, <a href="{url}">{title}</a>, <a href="/issues/{number}">Papers on trade and '
                      f"climate: Vol. {number} (2024)</a></li>" for number, (url, title) in enumerate((
                          (STEEL, "Steel and tariffs after the levy"), (PAYS, "Who pays for the border levy?"))))
    assert titles_of(f"<div><h3>Similar articles</h3><ul>{entries}</ul></div>") == [
        "Steel and tariffs after the levy", "Who pays for the border levy?"]


@pytest.mark.parametrize("item", [
    f'<dl><dt>3 March 2025</dt><dd><a href="{STEEL}">Steel and tariffs after the levy</a></dd></dl>',
    f'<ul><li><a href="{STEEL}">Steel and tariffs after the levy</a><p>Press release 3 March 2025</p></li></ul>',
])
def test_day_in_a_term_or_after_a_word_is_read(item: str) -> None:
    assert [found.published for found in related_of(f"<section><h2>Related</h2>{item}</section>")] == ["2025-03-03"]


@pytest.mark.parametrize("promo", [
    f'<p>Read also<br><a href="{STEEL}">Steel and tariffs after the levy</a></p>',
    f'<figure><a href="{STEEL}"><div>Steel and tariffs after the levy</div><div>On trade</div></a></figure>',
])
def test_offer_between_paragraphs_is_inline_and_lifted(promo: str) -> None:
    page = f"<html><head><title>Levy</title></head><body><article>{PROSE}{promo}{PROSE}</article></body></html>"
    found = find_furniture(outline_of(page, OWN))
    assert [(item.kind, item.title) for item in found.related] == [("inline", "Steel and tariffs after the levy")]
    assert found.related_elements


def test_header_of_a_box_is_not_the_header_of_the_page() -> None:
    page = (f"<html><head><title>Levy</title></head><body><div>{PROSE}</div><div class='box'><header><h2>Most read</h2>"
            f'</header><ul><li><a href="{STEEL}">Steel and tariffs after the levy</a></li></ul></div></body></html>')
    found = find_furniture(outline_of(page, OWN))
    assert [item.kind for item in found.related] == ["popular"]


def test_days_in_figures_are_read_as_the_plain_ones_among_them() -> None:
    cards = "".join(f'<li><a href="{url}">{title}</a><p><span>{day}</span> <span>by Ada One</span></p></li>'
                    for url, title, day in ((STEEL, "Steel and tariffs after the levy", "03/04/2025"),
                                            (PAYS, "Who pays for the border levy?", "03/24/2025")))
    assert [item.published for item in related_of(f"<h2>Related</h2><ul>{cards}</ul>")] == ["2025-03-04", "2025-03-24"]


def test_a_box_among_its_like_is_one_card_whatever_else_it_links_to() -> None:
    card = ('<div class="card"><a href="{url}"><img src="a.jpg" alt=""></a><a class="cat" href="/law/">Law</a>'
            '<h4><a href="{url}">{title}</a></h4><p>By <a href="/staff/ada-one/">Ada One</a> · 1 June 2025 · '
            '<a href="{url}#comments">4 comments</a></p><a href="{url}">Read on</a></div>')
    cards = card.format(url=STEEL, title="Steel after the levy") + card.format(url=PAYS, title="Who pays for it?")
    assert [(item.title, item.section, item.published) for item in related_of(
        f"<div><h3>Related</h3>{cards}</div>")] == [
            ("Steel after the levy", "Law", "2025-06-01"), ("Who pays for it?", "Law", "2025-06-01")]


def test_kind_and_month_side_by_side_in_one_line_of_a_card_are_two_facts() -> None:
    card = ('<div class="c"><div><span>Briefing</span><span>February 2025</span></div>'
            '<a href="{url}"><h4>{title}</h4></a></div>')
    cards = card.format(url=STEEL, title="Steel after the levy") + card.format(url=PAYS, title="Who pays for it?")
    assert [(item.section, item.published) for item in related_of(f"<section><h3>Related</h3>{cards}</section>")] == [
        ("Briefing", "2025-02")] * 2


def test_one_short_sentence_below_a_headline_is_its_summary() -> None:
    card = '<li><a href="{url}"><h3>{title}</h3><p>{said}</p></a></li>'
    cards = card.format(url=STEEL, title="Steel after the levy", said="Why mills moved east.") + card.format(
        url=PAYS, title="Who pays for it, and who doesn’t", said="Who pays for it, and...")
    assert [item.summary for item in related_of(f"<section><h2>Related</h2><ul>{cards}</ul></section>")] == [
        "Why mills moved east.", None]


def test_headline_said_once_more_to_screen_readers_is_still_the_link_of_its_card() -> None:
    card = ('<li class="card"><h3><span class="sr-only">{title}</span> <a href="{url}">{title}</a></h3>'
            '<p><a href="/series/long-view/">The long view</a> / <a href="/people/ana-ruiz/">Ana Ruiz</a></p></li>')
    cards = card.format(url=STEEL, title="Steel and tariffs after the levy") + card.format(
        url=PAYS, title="Who pays for the levy at the border")
    assert [item.url for item in related_of(f"<h2>Related</h2><ol>{cards}</ol>")] == [
        f"https://institute.example{STEEL}", f"https://institute.example{PAYS}"]


def test_link_to_all_below_the_heading_of_a_list_is_no_publication() -> None:
    heading = "<h2>国境で炭素に課される負担をだれが払うのか</h2>"
    box = (f'<div class="box"><div>{heading}<a href="/all{{url}}">記事一覧</a></div>'
           '<ul><li><a href="{url}">{title}</a></li></ul></div>')
    boxes = "".join(box.format(url=url, title=title) for url, title in (
        (STEEL, "負担の後の鉄鋼"), (PAYS, "だれが払うのか"), (PORTS, "港の備え")))
    assert "国境で炭素に課される負担をだれが払うのか" not in titles_of(f"<h2>関連記事</h2><div>{boxes}</div>")


def test_few_long_entries_of_a_menu_are_no_list_of_publications() -> None:
    words = ("Ports", "Steel", "Trade", "Rail", "Law", "A hundred years of the institute's books")
    said = [f"{word} and {word} of the year in all its glory" if i < 3 else word for i, word in enumerate(words * 2)]
    menu = "".join(f'<a class="now" href="/papers/2020/{i}">{text}</a>' for i, text in enumerate(said))
    assert furniture_of(f"<div>{menu}</div><article>{PROSE}</article>").related == ()


def test_list_may_stand_beside_the_section_of_its_heading() -> None:
    cards = "".join(f'<article><h3><a href="{url}">{title}</a></h3></article>' for url, title in (
        (STEEL, "Steel after the levy"), (PAYS, "Who pays for it?")))
    heading = '<div class="row"><section class="cards-heading"><h2>More to read</h2><div></div></section></div>'
    assert titles_of(f'<section><div>{heading}</div><div class="cards">{cards}</div></section>') == [
        "Steel after the levy", "Who pays for it?"]


def test_list_of_cards_below_its_heading_may_be_called_a_menu() -> None:
    cards = "".join(f'<li><a href="{url}"><img src="a.jpg"></a><h3><a href="{url}">{title}</a></h3></li>'
                    for url, title in ((STEEL, "Steel after the levy"), (PAYS, "Who pays for it?")))
    assert titles_of(f'<div><div class="head"><h3>More from the Institute</h3></div><ul class="list-menu">{cards}</ul>'
                     "</div>") == ["Steel after the levy", "Who pays for it?"]


@pytest.mark.parametrize("promo", [
    f'<p><strong><a href="{STEEL}">STEEL AND TARIFFS AFTER THE LEVY</a></strong></p>',
    f'<article class="teaser"><figure><a href="{STEEL}"><img src="a.jpg"></a></figure><div class="title">'
    f'<a href="{STEEL}">STEEL AND TARIFFS AFTER THE LEVY</a></div><div>Trade</div></article>',
])
def test_headline_or_card_alone_between_paragraphs_is_inline(promo: str) -> None:
    found = furniture_of(f"<div>{4 * PROSE}{promo}{PROSE}</div>").related
    assert [(item.kind, item.title) for item in found] == [("inline", "STEEL AND TARIFFS AFTER THE LEVY")]


@pytest.mark.parametrize("text", [
    "".join(f'<p><a href="{url}">{title}</a></p>{PROSE}' for url, title in (
        (STEEL, "Steel and tariffs after the levy"), (PAYS, "Who pays for the border levy?"))),
    f'{3 * PROSE}<p><a href="{STEEL}">Do read our paper on steel and tariffs!</a></p>{PROSE}',
])
def test_headlines_of_a_digest_and_linked_sentences_are_text(text: str) -> None:
    assert furniture_of(f"<div>{text}</div>").related == ()


def test_line_before_a_headline_in_a_box_of_its_own_is_no_part_of_it() -> None:
    cards = "".join(f'<li><h4><a href="/{topic}/">{topic}</a> <span>After the levy</span> <a href="{url}"> '
                    f"<div>{title}</div></a></h4></li>" for topic, url, title in (
                        ("Trade", STEEL, "Steel and tariffs after the levy"),
                        ("Ports", PAYS, "Who pays for the border levy?")))
    assert titles_of(f"<div>More on this topic</div><ul>{cards}</ul>") == [
        "Steel and tariffs after the levy", "Who pays for the border levy?"]


@pytest.mark.parametrize(("above", "kind"), [
    ("<h2>Our money</h2>", "related"),
    ("<p>Our money</p>", "popular"),
    ("<h2>More papers on the same six ports as above</h2>", "related"),
    (PROSE, "related"),
])
def test_cards_without_a_heading_of_their_own_are_the_newest_of_the_publisher(above: str, kind: str) -> None:
    cards = "".join(f'<li class="card"><a href="{url}">{title}</a></li>' for url, title in (
        (STEEL, "Steel and tariffs after the levy"), (PAYS, "Who pays for the border levy?"),
        (PORTS, "Ports prepare for the border levy")))
    assert [item.kind for item in related_of(f"<div>{above}<ul>{cards}</ul></div>")] == [kind] * 3


@pytest.mark.parametrize(("line", "titles"), [
    (f'<p>(<a href="{STEEL}">Steel and tariffs after the levy</a>.)</p>', ["Steel and tariffs after the levy"]),
    (f'<figure><a href="{STEEL}"><img src="a.jpg" alt="Steel and tariffs after the levy"></a></figure>', []),
    ('<div class="card"><a href="/papers/2025/[link]"><h3>The steel and the tariffs of the [title]</h3></a></div>', []),
])
def test_line_in_brackets_is_inline_but_neither_a_picture_nor_a_template(line: str, titles: list[str]) -> None:
    assert titles_of(f"<div>{3 * PROSE}{line}{2 * PROSE}</div>") == titles


def test_pages_of_the_topic_that_the_page_lies_in_are_offered() -> None:
    cards = "".join(f'<article><a href="/topics/ports/{slug}"><h3>{title}</h3></a></article>' for slug, title in (
        ("north-port", "Northern port"), ("south-port", "Southern port"), ("rafts", "How rafts are built today")))
    page = f"<h1>Western port</h1><div>{4 * PROSE}</div><h2>You might also like</h2><div>{cards}</div>"
    found = find_furniture(outline_of(f"<html><body>{page}</body></html>", "https://a.example/topics/ports/west-port"))
    assert [item.title for item in found.related] == ["Northern port", "Southern port", "How rafts are built today"]


def test_headline_that_a_link_over_the_card_speaks_wins_over_a_topic() -> None:
    cards = "".join(f'<div class="card"><a href="{url}" aria-label="{title}"></a><a href="/trade/ports">ports</a>'
                    f"<h3>{title}</h3></div>" for url, title in (
                        (STEEL, "Steel and tariffs after the levy"), (PAYS, "Who pays for the levy at the border")))
    assert titles_of(f"<h2>Related posts</h2><div>{cards}</div>") == [
        "Steel and tariffs after the levy", "Who pays for the levy at the border"]


def test_heading_named_a_category_is_no_headline() -> None:
    card = (f'<div class="block"><a href="{STEEL}"><h4 class="block-category">Blog</h4><p class="block-title">Steel '
            "and tariffs after the levy</p><span>Aug 01, 2024</span></a></div>")
    found = furniture_of(f"<div>{4 * PROSE}{card}{PROSE}</div>").related
    assert [(item.title, item.published) for item in found] == [("Steel and tariffs after the levy", "2024-08-01")]


def test_arrow_and_label_lead_to_any_page_of_the_site() -> None:
    line = '<p>» Useful resource: <a href="/guide/">A guide to insurance for ports</a></p>'
    assert titles_of(f"<div>{3 * PROSE}{line}{2 * PROSE}</div>") == ["A guide to insurance for ports"]
