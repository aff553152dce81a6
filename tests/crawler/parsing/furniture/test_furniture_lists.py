"""Lists of publications: short headlines, which heading is the headline, labels above it, boxes of paid services."""

import pytest

from archive.records import Related
from crawler.parsing.furniture.finding import find_furniture
from tests.crawler.parsing.furniture.pages import OWN, PROSE, furniture_of
from tests.crawler.parsing.pages import outline_of

PROSE_LINE = ("Steel that comes over the border pays what steel made at home does, and the ports count it, "
              "which takes a day or two more than it did before the law came into force in the spring.")
STEEL, PAYS, PORTS = "/papers/2024/steel-and-tariffs", "/papers/2023/who-pays", "/papers/2022/ports"


def related_of(after: str, within: str = "") -> tuple[Related, ...]:
    return furniture_of(f"<article>{PROSE}{within}{PROSE}</article>{after}").related


def listed(*titles: str) -> str:
    """A list of publications: by default two, of long titles."""
    told = titles or ("Steel and tariffs after the levy", "Who pays for the levy at the border")
    return "<ul>" + "".join(f'<li><a href="{url}">{title}</a></li>' for url, title in zip(
        (STEEL, PAYS), told, strict=True)) + "</ul>"


def titles_of(after: str, within: str = "") -> list[str | None]:
    return [item.title for item in related_of(after, within)]


def test_headline_of_a_word_counts_among_publications_of_its_folder() -> None:
    items = f'<li><a href="{STEEL}">Steel and tariffs after the levy</a></li><li><a href="{PORTS}">Ports</a></li>'
    assert titles_of(f"<h2>Related papers</h2><ul>{items}</ul>") == ["Steel and tariffs after the levy", "Ports"]


def test_page_of_the_site_is_no_publication_for_standing_among_them() -> None:
    items = f'<li><a href="{STEEL}">Steel and tariffs after the levy</a></li><li><a href="/site-map">Site map</a></li>'
    assert titles_of(f"<h2>Related papers</h2><ul>{items}</ul>") == ["Steel and tariffs after the levy"]


def test_days_before_short_headlines_are_their_own() -> None:
    items = "".join(f'<li><span class="day">{day}.01.2026</span> <a href="{url}">{title}</a></li>'
                    for day, url, title in ((14, PORTS, "Ports"), (15, PAYS, "Who pays for it?")))
    assert [(item.title, item.published) for item in related_of(f"<h4>Related news</h4><ul>{items}</ul>")] == [
        ("Ports", "2026-01-14"), ("Who pays for it?", "2026-01-15")]


def test_line_below_a_short_headline_is_its_summary() -> None:
    items = "".join(f'<p><span>{day} January 2026</span> <a href="{url}"><b>{title}</b></a><br>{said}</p>'
                    for day, url, title, said in (
                        (3, PORTS, "Ports", "What a season of closed quays taught the boards of three harbours."),
                        (4, STEEL, "Steel and tariffs after the levy", "")))
    first = related_of(f"<h3>Related</h3><div>{items}</div>")[0]
    assert (first.title, first.published, first.summary) == (
        "Ports", "2026-01-03", "What a season of closed quays taught the boards of three harbours.")


@pytest.mark.parametrize("card", [
    f'<a href="{PORTS}"><h2>Ports</h2><h3>How nine harbours were paid for, and by whom</h3></a>',
    f'<a href="{PORTS}"><b class="card-title">Ports</b><p class="card-subtitle">How harbours were paid for</p></a>',
    f'<h4><a href="{PORTS}">Ports</a></h4><p><a href="{PORTS}">How nine harbours were paid for, and by whom</a></p>',
    f'<article><a href="/trade/">Trade</a><h3><a href="{PORTS}">Ports</a></h3><a href="/jo/">Jo</a></article>',
    f'<p class="card__pretitle">Report</p><h3 class="card__title"><a href="{PORTS}">Ports</a></h3>',
    f'<a href="{PORTS}"><span>2</span><span>Ports</span></a>',
])
def test_short_headline_wins_over_what_stands_around_it(card: str) -> None:
    other = f'<a href="{STEEL}"><h2>Steel and tariffs after the levy</h2></a>'
    assert titles_of(f"<h2>Related</h2><ul><li>{card}</li><li>{other}</li></ul>")[0] == "Ports"


@pytest.mark.parametrize(("above", "section"), [
    ('<span class="text-xs">Trade</span>', "Trade"), ("<p>Trade</p><p>3 March 2025</p>", "Trade"),
    ("<span>By Jane Doe</span>", None), ("<span>Read more</span>", None), ("<span>New</span>", None),
    ("<p>A price paid abroad</p>", None), ('<a rel="category tag" href="/category/trade">Trade</a>', "Trade")])
def test_word_above_a_headline_is_its_section(above: str, section: str | None) -> None:
    card = f'<div>{above}<a href="{STEEL}"><h3>Steel and tariffs after the levy</h3></a></div>'
    assert [item.section for item in related_of(f"<h2>Related</h2>{card}")] == [section]


def test_publications_of_the_site_in_the_box_of_a_paid_service_are_offered() -> None:
    items = "".join(f'<li class="ob-rec"><a href="{url}">{title}</a></li>' for url, title in (
        ("https://pay.example/redirect?to=1", "Doctors beg seniors to stop doing this"),
        (STEEL, "Steel and tariffs after the levy")))
    box = f'<div class="OUTBRAIN"><div>Recommended for you</div><ul class="ob-widget-items">{items}</ul></div>'
    assert titles_of(box) == ["Steel and tariffs after the levy"]


@pytest.mark.parametrize(("promo", "title"), [
    ('<p><strong>Read also: <a href="/society/lighthouse-lit">The lighthouse is lit</a></strong></p>',
     "The lighthouse is lit"),
    ('<aside><a href="/society/lighthouse-lit"><p>Read also:</p><h3>The lighthouse is lit</h3></a></aside>',
     "The lighthouse is lit"),
    (f'<figure><a href="{PORTS}"><div class="title">Ports</div><div>How nine harbours were paid for.</div>'
     "<div>Jo Berg</div></a></figure>", "Ports")])
def test_short_headline_is_offered_in_the_body(promo: str, title: str) -> None:
    assert [(item.kind, item.title) for item in related_of("", promo)] == [("inline", title)]


@pytest.mark.parametrize("line", [
    'Photo: <a href="/producers/jane-doe">Jane Doe Brown</a>', 'Read more in <a href="/papers-on-trade">Our Papers</a>',
    'More: <a href="/society/food">Food and drink</a>'])
def test_credit_or_section_is_not_offered_in_the_body(line: str) -> None:
    assert titles_of("", f"<p>{line}</p>") == []


def test_numbered_publications_of_one_folder_are_of_one_kind() -> None:
    own = "https://news.example/item/8123/border-levy"
    page = (f"<html><body><article>{PROSE}</article><h2>Related</h2><ul><li>"
            '<a href="/item/8100/ports">Winter in port</a></li></ul></body></html>')
    found = find_furniture(outline_of(page, own)).related
    assert [item.title for item in found] == ["Winter in port"]


def test_day_in_a_link_is_no_headline() -> None:
    card = f'<a href="{PORTS}"><div>Report</div><h3>Fog</h3><div>9 January 2026</div></a>'
    other = f'<a href="{STEEL}"><div>Report</div><h3>Steel and tariffs after the levy</h3></a>'
    assert [(item.title, item.section, item.published) for item in related_of(f"<h2>Related</h2>{card}{other}")] == [
        ("Fog", "Report", "2026-01-09"), ("Steel and tariffs after the levy", "Report", None)]


def test_heading_is_known_by_its_name_and_a_list_believed_for_its_days() -> None:
    card = ('<a href="/item/978"><p class="tag">Book</p><span>12 February 2026</span>'
            '<p class="heading">State of ports</p></a>')
    found = related_of(f"<h2>Related</h2><div><div>{card}</div></div>")
    assert [(item.title, item.published) for item in found] == [("State of ports", "2026-02-12")]


def test_kind_of_a_card_is_no_heading() -> None:
    card = (f'<li><div class="field-date">12 Feb 2026</div><div class="field-type">News</div><div class="field-title">'
            f'<a href="{STEEL}">Steel</a></div><div>What a season of closed quays taught nine boards.</div></li>')
    assert [(item.kind, item.published) for item in related_of(f"<h3>Related</h3><ul>{card}</ul>")] == [
        ("related", "2026-02-12")]


def test_section_in_quotes_is_read_in_other_languages() -> None:
    card = f'<h4><a href="{STEEL}">Steel and tariffs after the levy</a></h4><p class="post-context">Em "Comércio"</p>'
    assert [item.section for item in related_of(f"<h3>Relacionado</h3><div>{card}</div>")] == ["Comércio"]


def test_card_between_boxes_with_a_paragraph_each_is_offered() -> None:
    box = '<div class="block-text">{}</div>'
    card = (f'<div class="block-promo"><p class="kicker">Long read</p><a href="{PORTS}">The last port of all</a>'
            "<p>One crew, eleven islands, and a company that left.</p></div>")
    page = f"<html><body><main>{box.format(PROSE)}{card}{box.format(PROSE)}{box.format(PROSE)}</main></body></html>"
    found = find_furniture(outline_of(page, OWN)).related
    assert [(item.kind, item.title, item.summary) for item in found] == [
        ("inline", "The last port of all", "One crew, eleven islands, and a company that left.")]


def test_box_that_asks_for_an_address_of_mail_is_lifted_whatever_its_name() -> None:
    box = "<div class='x7'><h3>Zapisz się</h3><form><input type='email'><button>OK</button></form></div>"
    page = f"<html><body><article>{PROSE}{box}{PROSE}</article></body></html>"
    outline = outline_of(page, OWN)
    found = find_furniture(outline).box_elements
    assert [outline.names[i].strip() for i in found] == ["x7"]


@pytest.mark.parametrize("label", ["Annonse", "რეკლამა", "जाहिरात", "اشتہار"])
def test_label_of_an_ad_is_known_in_more_languages(label: str) -> None:
    page = f"<html><body><article>{PROSE}<div>{label}</div>{PROSE}</article></body></html>"
    assert find_furniture(outline_of(page, OWN)).ad_slots == 1


@pytest.mark.parametrize("heading", [
    "إصدارات ذات صلة", "מסמכים נוספים בנושא", "Σχετικές εκθέσεις", "Liknande granskningar", "Rapports liés",
    "Comunicate similare", "İlgili raporlar", "Laporan terkait", "Báo cáo liên quan", "รายงานที่เกี่ยวข้อง",
    "संबंधित प्रकाशन", "相關報告", "관련 보고서", "گزارش‌های مرتبط", "Пов’язані публікації", "Kapcsolódó elemzések"])
def test_headings_of_reports_and_releases_announce_a_list(heading: str) -> None:
    assert len(titles_of(f"<h2>{heading}</h2>{listed()}")) == 2


@pytest.mark.parametrize("heading", [
    "Other interesting articles", "Andra intressanta artiklar", "Muita kiinnostavia artikkeleita", "Ciekawe artykuły",
    "Ďalšie zaujímavé články", "További érdekes cikkek", "Articole interesante", "Други интересни статии",
    "Άλλα ενδιαφέροντα άρθρα", "Интересные статьи", "Diğer ilginç makaleler", "مطالب دیگر", "其他文章",
    "その他の関連記事", "Bài viết khác", "Artikel menarik lainnya"])
def test_others_that_may_interest_are_related_in_a_box_of_popular_ones_too(heading: str) -> None:
    related = related_of(f'<div class="popular-posts"><h3>{heading}</h3>{listed()}</div>')
    assert [item.kind for item in related] == ["related", "related"]


@pytest.mark.parametrize("lead", [
    "<p>Read more</p>", "<div><span>Lire la suite</span></div>", "<strong>Leer más</strong>", "<p>Läs mer</p>",
    "<p>Читать далее</p>", "<div>阅读更多</div>", "<p>Číst dále</p>"])
def test_line_that_looks_like_a_button_heads_the_publications_below_it(lead: str) -> None:
    elsewhere = '<li><a href="https://other.example/rules.pdf">Rules for steel at the border</a></li>'
    assert len(titles_of(f"<div>{lead}{listed()}</div>")) == 2
    assert titles_of("", f"<div>{lead}<ul>{elsewhere}</ul></div>") == []


def test_links_side_by_side_are_publications_each() -> None:
    cards = f'<a href="{STEEL}">Steel and tariffs after the levy came</a><a href="{PAYS}">Who pays</a>'
    assert titles_of(f"<h2>Read also</h2><div>{cards}</div>") == ["Steel and tariffs after the levy came", "Who pays"]


def test_day_that_begins_a_headline_in_signs_is_its_day() -> None:
    link = f'<a href="{STEEL}">2025年6月20日 検討会（第3回）の開催について</a>'
    item = related_of(f"<h2>関連情報</h2><ul><li>{link}</li></ul>")[0]
    assert (item.title, item.published) == ("検討会（第3回）の開催について", "2025-06-20")


@pytest.mark.parametrize("headline", [
    "Más de 200 muertos en el incendio", "Plus de moyens pour les hôpitaux", "Đề xuất tăng lương tối thiểu vùng",
    "Νέα μέτρα στήριξης για τη στέγη", "最新数据显示失业率下降", "関連法案が国会で成立", "المزيد من الدعم للمزارعين",
    "추천 백신 목록 공개한다"])
def test_headline_may_begin_as_headings_of_lists_do(headline: str) -> None:
    assert titles_of(f"<h2>Read also</h2>{listed(headline, 'Who pays for it')}") == [headline, "Who pays for it"]


@pytest.mark.parametrize("heading", [
    "最新ニュース", "速報・新着ニュース", "人気記事ランキング", "Más de Economía", "More from 2024", "相关阅读推荐"])
def test_headings_that_go_on_still_announce_a_list(heading: str) -> None:
    assert len(titles_of(f"<h2>{heading}</h2>{listed()}")) == 2


def test_first_of_two_tabs_heads_the_list_and_a_label_on_a_card_does_not() -> None:
    card = ('<div class="card"><div class="image"><a href="{0}"><img src="/i.jpg"></a>'
            '<a class="post-category" href="/news/">News</a></div><h3><a href="{0}">{1}</a></h3></div>')
    cards = card.format(STEEL, "Steel and tariffs after the levy") + card.format(PAYS, "Who pays for the levy")
    tabs = '<h4><a href="#">POWIĄZANE ARTYKUŁY</a><a href="#">WIĘCEJ OD AUTORA</a></h4>'
    found = related_of(f'<div class="block_related">{tabs}<div>{cards}</div></div>')
    assert [(item.kind, item.section) for item in found] == [("related", "News"), ("related", "News")]


def test_day_in_brackets_ends_a_headline() -> None:
    items = listed("河川情報検討会の提言について（令和6年11月20日）", "Who pays at the border (5 March 2025)")
    assert [(item.title, item.published) for item in related_of(f"<h2>関連情報</h2>{items}")] == [
        ("河川情報検討会の提言について", "2024-11-20"), ("Who pays at the border", "2025-03-05")]


def test_label_of_the_box_is_not_counted_above_a_headline() -> None:
    box = (f'<div class="related"><span>Related</span><div><div class="item"><p class="label">Research</p>'
           f'<p class="title"><a href="{PAYS}">Who pays for the levy at the border</a></p></div></div></div>')
    assert [(item.kind, item.section) for item in related_of("", within=box)] == [("inline", "Research")]


def test_card_between_components_that_hold_the_text_in_a_second_box_is_offered() -> None:
    text = f'<div class="text"><div class="cmp-text">{PROSE}</div></div>'
    card = ('<div class="teaser"><div class="cmp-teaser"><p class="pretitle">Report</p>'
            f'<h2><a href="{PAYS}">Who pays for the levy at the border</a></h2></div></div>')
    found = furniture_of(f"<main><div>{text}{card}{text}</div></main>").related
    assert [(item.kind, item.title) for item in found] == [("inline", "Who pays for the levy at the border")]


@pytest.mark.parametrize("address", ["/cp.aspx?n=3254&s={}", "/index.php?q=node/{}", "/news.asp?cat=3&id={}"])
def test_parameter_that_numbers_a_page_searches_for_nothing(address: str) -> None:
    items = (f"<li><a href='{address.format(17)}'>Rules for ports</a></li>"
             f"<li><a href='{address.format(18)}'>Steel and tariffs after the levy</a></li>")
    page = f"<article>{PROSE}</article><h3>Related news</h3><ul>{items}</ul>"
    found = find_furniture(outline_of(page, f"https://institute.example{address.format(19)}")).related
    assert [item.title for item in found] == ["Rules for ports", "Steel and tariffs after the levy"]


def test_label_of_a_card_is_its_section_in_other_languages_too() -> None:
    card = ('<a class="t" href="{}"><span class="t__{}">Datos</span><span class="t__tit">{}</span>'
            '<span>24.03.2025</span></a>')
    cards = card.format(STEEL, "tipo", "Steel and tariffs after the levy") + card.format(PAYS, "rovat", "Who pays?")
    found = related_of(f"<h2>Sigue leyendo</h2><div>{cards}</div>")
    assert [item.section for item in found] == ["Datos", "Datos"]


def _preview(url: str, title: str) -> str:
    picture = f'<a href="{url}"><img src="a.jpg"></a>'
    return f'<div class="preview">{picture}<a href="{url}"><h3>{title}</h3></a><p>News</p></div>'


def test_box_between_paragraphs_may_hold_a_few_cards_with_pictures() -> None:
    box = (f'<div class="previews">{_preview(STEEL, "Steel and tariffs after the levy")}'
           f'{_preview(PAYS, "Who pays for the levy at the border")}</div>')
    found = furniture_of(f"<article>{PROSE}{box}{PROSE}</article>").related
    assert [(item.kind, item.title) for item in found] == [
        ("inline", "Steel and tariffs after the levy"), ("inline", "Who pays for the levy at the border")]


def test_card_that_ends_the_text_is_offered_where_its_like_stand_within() -> None:
    card = '<div class="news-link"><a href="{}"><img src="a.jpg"><h5>From our pages</h5><h4>{}</h4></a></div>'
    first, last = card.format(STEEL, "Steel and tariffs after the levy"), card.format(
        PAYS, "Who pays for the levy at the border")
    found = furniture_of(f"<main><div>{PROSE}{first}{PROSE}{last}</div></main>").related
    assert [item.kind for item in found] == ["inline", "inline"]


def test_issue_of_the_magazine_is_no_card() -> None:
    box = ('<div class="issue"><h4>Current issue</h4><p><a href="/papers/2025/december-issue">'
           "December 25, 2024/January 1, 2025, Issue</a></p></div>")
    assert furniture_of(f"<article>{PROSE}{box}{PROSE}</article>").related == ()


@pytest.mark.parametrize("heading", ["Günün önemli manşetleri", "GÜNÜN MANŞETLERİ", "My most popular posts"])
def test_headlines_of_the_day_are_popular(heading: str) -> None:
    assert {item.kind for item in related_of(f"<h2>{heading}</h2>{listed()}")} == {"popular"}


def test_headline_behind_an_overline_in_its_heading_is_offered() -> None:
    card = "<div class='card'><h3><span>A look back at the ports of the north :</span> <a href='{}'>{}</a></h3></div>"
    titles = ["Steel and tariffs after the levy", "Who pays for the levy at the border"]
    cards = "".join(card.format(url, title) for url, title in zip((STEEL, PAYS), titles, strict=True))
    assert titles_of(f"<h2>Related</h2><div>{cards}</div>") == titles


@pytest.mark.parametrize(("day", "titles"), [
    ("3/13/2025", ["Land uses", "Charting the essentials of farms"]), ("Updated often", [])])
def test_day_tells_a_publication_in_a_list_named_related(day: str, titles: list[str]) -> None:
    cards = "".join(f'<li class="card"><h4><a href="/data/{url}">{title}</a></h4><p>{day}</p></li>' for url, title in (
        ("major-land-uses", "Land uses"), ("essentials", "Charting the essentials of farms")))
    assert titles_of(f'<div class="block-topics-related-data"><h2>Data</h2><ul>{cards}</ul></div>') == titles


def test_topics_to_explore_are_no_publications() -> None:
    items = '<li><a href="/papers/series">The best papers of the year</a></li><li><a href="/papers/best">Best</a></li>'
    assert titles_of(f"<section><h2>Explore more on these topics</h2><ul>{items}</ul></section>") == []


def test_list_named_related_is_offered_from_a_footer() -> None:
    foot = f'<footer class="article-footer"><div class="footer-recommended"><h3>Recommended</h3>{listed()}</div>'
    assert titles_of(f"{foot}</footer>") == titles_of(f"<h3>Recommended</h3>{listed()}") != []


def test_entries_in_the_box_of_their_pager_are_offered() -> None:
    cards = "".join(f'<article><h2><a href="{url}">{title}</a></h2></article>' for url, title in (
        (STEEL, "Steel and tariffs after the levy"), (PAYS, "Who pays for the levy at the border")))
    assert len(titles_of(f'<h2>Read next</h2><div class="pagination-container">{cards}<a href="/p/2">2</a></div>')) == 2


def test_link_to_all_is_part_of_no_card() -> None:
    cards = "".join(f'<div class="item"><a href="{url}"><h3>{title}</h3><p>{title}, briefly said.</p></a></div>'
                    for url, title in ((STEEL, "Steel and tariffs after the levy"), (PAYS, "Who pays for the levy?")))
    box = f'<section class="related"><div><h2>Related posts</h2><a href="/blog">Browse all</a></div><div>{cards}</div>'
    assert titles_of(f"{box}</section>") == ["Steel and tariffs after the levy", "Who pays for the levy?"]


def test_link_to_more_of_an_author_heads_no_list_farther_away() -> None:
    author = '<div><div><div><div><a href="/people/ada">Read more from Ada One</a></div></div></div></div>'
    assert titles_of(f"<section>{author}<div><h3>Getting started</h3>{listed()}</div></section>") == []


@pytest.mark.parametrize(("above", "kind"), [
    ('<h2><a href="/papers/2025/">Papers of 2025</a></h2>', "related"),
    ('<h2><a href="/news/">News desk</a></h2>', "popular"),
])
def test_cards_below_the_section_of_the_page_are_related(above: str, kind: str) -> None:
    cards = "".join(f'<li class="card"><a href="{url}">{title}</a></li>' for url, title in (
        (STEEL, "Steel and tariffs after the levy"), (PAYS, "Who pays for the border levy?"),
        ("/papers/2021/ports", "Ports prepare for the border levy")))
    assert {item.kind for item in related_of(f"<div>{above}<ul>{cards}</ul></div>")} == {kind}


def test_list_named_related_may_lead_to_another_folder_too() -> None:
    links = "".join(f'<li><a href="{url}">{title}</a></li>' for url, title in (
        (STEEL, "Steel and tariffs after the levy"), (PAYS, "Who pays for the levy at the border"),
        ("/ports/north", "The northern ports and who keeps them")))
    assert len(titles_of(f'<div class="related-strip"><ul>{links}</ul></div>')) == 3


@pytest.mark.parametrize("box", [
    "<div class='related-links content-nav'><h2>You might also like</h2>{}</div>",
    '<h2><a href="/papers">More articles from us</a></h2><div>{}</div>',
], ids=["also called a menu", "a link"])
def test_related_heading_counts_whatever_else_its_box_is(box: str) -> None:
    assert titles_of(box.format(listed())) == titles_of(f"<h2>Related</h2>{listed()}")


@pytest.mark.parametrize(("heading", "count"), [("Explore related articles", 2), ("Chapters", 0)])
def test_pages_below_this_one_are_related_where_a_heading_says_so(heading: str, count: int) -> None:
    own = OWN.partition("//")[2].partition("/")[2]
    parts = "".join(f'<li><a href="/{own}/{slug}">{title}</a></li>' for slug, title in (
        ("best-ports", "The best ports for a levy in winter"), ("cheap-ports", "The cheapest ports for a levy")))
    assert len(titles_of(f"<h2>{heading}</h2><ul>{parts}</ul>")) == count


def test_title_of_a_whole_list_is_none_of_its_publications() -> None:
    cards = "".join(f'<li><a href="/near-me/{slug}">{slug}</a></li>' for slug in ("ports", "quays", "docks"))
    box = f"<div><h3>The best harbours and ports near me</h3><ul>{cards}</ul></div>"
    assert titles_of(f"<h2>Related</h2><div>{box}</div>") == []


def test_list_amid_the_text_of_pages_such_as_this_one_is_offered_and_stays_in_it() -> None:
    entries = listed("Steel and tariffs after the levy", "Who pays for the levy at the border").replace(
        "</ul>", f'<li><a href="{PORTS}">Ports after the levy</a></li></ul>')
    text = f"{PROSE}<p>Here are some papers that you might find useful!</p>{entries}{PROSE}"
    found = furniture_of(f"<article>{text}</article>")
    assert [(item.kind, item.url) for item in found.related] == [
        ("related", f"https://institute.example{path}") for path in (STEEL, PAYS, PORTS)]
    assert not found.related_elements


def test_paragraphs_on_end_that_are_a_link_each_are_such_a_list() -> None:
    lines = "".join(f'<p><a href="{url}">{title}</a></p>' for url, title in (
        (STEEL, "Steel and tariffs after the levy"), (PAYS, "Who pays for the levy at the border"),
        (PORTS, "Ports prepare for the border levy")))
    assert len(titles_of("", f"<p>Look at these, too.</p>{lines}")) == 3
    assert len(titles_of("", f"<p>Look at these, too.</p>{lines}<h3>What is next</h3>")) == 3


def test_list_amid_the_text_of_words_or_other_pages_offers_nothing() -> None:
    words = "".join(f'<li><a href="{path}">{word}</a></li>' for path, word in (
        (STEEL, "Steel"), (PAYS, "Payers"), (PORTS, "Ports")))
    others = "".join(f'<li><a href="/services/{n}">Services for the people of harbour {n}</a></li>' for n in (1, 2, 3))
    assert not titles_of("", f"<p>We know of:</p><ul>{words}</ul>")
    assert not titles_of("", f"<p>We offer:</p><ul>{others}</ul>")


def test_publication_that_wordpress_embeds_is_offered() -> None:
    embedded = f'<blockquote class="wp-embedded-content"><p><a href="{STEEL}">Steel after the levy</a></p></blockquote>'
    assert [(item.kind, item.title) for item in related_of("", embedded)] == [("inline", "Steel after the levy")]


def test_list_below_more_in_the_box_of_a_pager_is_related() -> None:
    cards = "".join(f'<li><a href="{url}">{title}</a></li>' for url, title in (
        (STEEL, "Steel and tariffs after the levy"), (PAYS, "Who pays for the levy at the border")))
    box = f'<div class="modern-prev-next"><h2>More on trade</h2><ul>{cards}</ul></div>'
    assert titles_of("", f"{PROSE}{box}") == ["Steel and tariffs after the levy", "Who pays for the levy at the border"]


def test_cards_that_are_links_with_headings_are_publications_each_however_short() -> None:
    cards = "".join(f'<a class="card" href="{url}"><div><h3>{title}</h3></div></a>' for url, title in (
        (STEEL, "Steel and tariffs after the levy"), ("/ports", "Ports 101")))
    assert titles_of(f'<h2>Up next</h2><div class="grid">{cards}</div>') == [
        "Steel and tariffs after the levy", "Ports 101"]


@pytest.mark.parametrize("heading", [
    "More great papers on trade", "Don't miss these ones", "Also check:", "Additional reading on the levy",
    "Elsewhere on this site", "Accompanying documents", "Articles you may like", "Documents associés",
    "이런 기사 어때요", "\U0001f525 Related papers", "Keep exploring this topic.", "Other great border levy articles",
    "More carbon pricing papers you will love"])
def test_headings_that_offer_more_are_known(heading: str) -> None:
    assert {item.kind for item in related_of(f"<h2>{heading}</h2>{listed()}")} == {"related"}


def test_steps_to_take_are_no_publications() -> None:
    steps = "".join(f'<li><a href="{path}">{step}</a></li>' for path, step in (
        (STEEL, "Weigh the steel that comes into the port."), (PAYS, "Ask the owner who pays for the levy."),
        (PORTS, "Tell the office at the port of it.")))
    assert not titles_of("", f"<p>So:</p><ul>{steps}</ul>") and not titles_of(f"<ul>{steps}</ul>")


@pytest.mark.parametrize("heading", ["More from our partners", "Popular products", "Related tasks"])
def test_headings_of_what_is_no_publication_are_known(heading: str) -> None:
    assert not titles_of(f"<h2>{heading}</h2>{listed()}")


def test_articles_below_the_text_are_cards_however_short_their_headlines() -> None:
    cards = "".join(f'<article class="post-card"><a href="{url}"><h2>{title}</h2></a></article>' for url, title in (
        (STEEL, "Steel after the levy"), (PAYS, "Who pays for it"), (PORTS, "Ports that wait")))
    assert titles_of(f'<aside class="more-wrap"><div>{cards}</div></aside>') == [
        "Steel after the levy", "Who pays for it", "Ports that wait"]


@pytest.mark.parametrize("heading", ["Recent post", "Latest carbon pricing reports"])
def test_headings_of_the_newest_are_known(heading: str) -> None:
    assert {item.kind for item in related_of(f"<h2>{heading}</h2>{listed()}")} == {"popular"}


@pytest.mark.parametrize("headline", ["More ports close and posts vanish", "Latest steel deal reports a loss for all"])
def test_headline_that_begins_as_such_heads_nothing(headline: str) -> None:
    assert not titles_of(f"<h2>{headline}</h2>{listed()}")


def cards_of(*entries: tuple[str, str], name: str = "card") -> str:
    return "".join(f'<div class="{name}"><a href="{url}">{title}</a></div>' for url, title in entries)


CARDS = ((STEEL, "Steel and tariffs after the levy"), (PAYS, "Who pays for the levy at the border"),
         (PORTS, "Ports prepare for the border levy"))


@pytest.mark.parametrize("above", ["<h3>January</h3>", '<a href="/2026">2026 (14)</a>', "<li>Dezember 2025</li>"])
def test_archive_by_year_and_month_offers_nothing(above: str) -> None:
    assert not titles_of(f"<div>{above}<div>{cards_of(*CARDS)}</div></div>")
    assert len(titles_of(f"<div><h3>Levies</h3><div>{cards_of(*CARDS)}</div></div>")) == 3


def test_cards_go_along_whose_headlines_lead_to_another_folder() -> None:
    more = (*CARDS, ("/ports/north", "The northern ports and who keeps them"))
    assert len(titles_of(f"<div>{cards_of(*more)}</div>")) == 4
    other = (*CARDS, ("https://shop.example/a/b", "The book of ports and steel"))
    assert len(titles_of(f"<div>{cards_of(*other)}</div>")) == 3


def test_summaries_of_cards_may_be_long_and_stand_above_the_footer() -> None:
    told = "".join(f'<div class="card"><a href="{url}">{title}</a><h3>{title}</h3><p>{PROSE_LINE}</p></div>'
                   for url, title in CARDS)
    assert len(titles_of(f'<div class="pre-footer"><div>{told}</div></div>', 6 * PROSE)) == 3


def test_lines_that_lead_on_between_sections_are_offered_each() -> None:
    sections = "".join(f'{PROSE}<p><a href="{url}">{title}</a></p><h2>What is next</h2>' for url, title in CARDS)
    assert [item.kind for item in related_of("", sections)] == ["inline"] * 3


def test_menu_of_the_newest_is_a_list_of_them() -> None:
    newest = f"<nav><div>Recent posts</div>{listed()}</nav>"
    assert [item.kind for item in related_of(newest)] == ["popular"] * 2
    assert not titles_of(f"<nav><div>Our work</div>{listed()}</nav>")


def test_heading_may_be_one_to_screen_readers_alone() -> None:
    heading = '<div role="heading" aria-level="2"><span>More news</span><a href="/all">See all</a></div>'
    assert len(titles_of(f"<div>{heading}{listed()}</div>")) == 2


def test_day_glued_to_a_short_headline_is_none_of_it() -> None:
    card = f'<li><a href="{STEEL}"><img alt=""><span>Steel budget approved</span><span>Jan 9, 2025</span></a></li>'
    (item,) = related_of(f"<h2>Related stories</h2><ul>{card}</ul>")
    assert (item.title, item.published) == ("Steel budget approved", "2025-01-09")


def test_languages_in_which_the_page_may_be_read_are_none() -> None:
    links = ", ".join(f'<a href="/papers/2025/carbon-border?PRID={n}">{name}</a>' for n, name in enumerate(
        ("Hindi", "Assamese", "Telugu")))
    assert not titles_of("", f"<div>Read this release in: {links}</div>")


def test_tabs_whose_panels_only_a_script_knows_head_the_list_after_them() -> None:
    tabs = "".join(f'<button role="tab" aria-controls="panel-{name}">{name}</button>' for name in ("Top", "Latest"))
    found = related_of(f'<div><div><div role="tablist">{tabs}</div></div><div><div>{listed()}</div></div></div>')
    assert [item.kind for item in found] == ["popular"] * 2


def test_number_in_a_parameter_names_a_page_of_its_own() -> None:
    items = "".join(f'<li><a href="/pub-details?pubid={n}&amp;v=a">Steel and tariffs in year {n}</a></li>'
                    for n in (21, 22))
    assert len(titles_of(f"<h2>Related papers</h2><ul>{items}</ul>")) == 2


def test_picture_of_the_page_with_a_page_of_its_own_is_no_publication() -> None:
    box = ('<div class="media"><a href="/papers/2025/carbon-border-114"><img src="/i.jpg" alt="A crane lifts the '
           'containers off a ship."></a><p>Cranes work day and night at the port</p><p>Rights: the ministry</p></div>')
    assert not titles_of("", box)


def test_cards_in_a_box_that_somebody_paid_for_are_none() -> None:
    cards = "".join(f'<div class="body"><p><a href="{url}">{title}</a></p></div>' for url, title in (
        (STEEL, "Steel and tariffs after the levy"), (PAYS, "Who pays for the levy at the border"),
        (PORTS, "How nine harbours were paid for")))
    assert len(related_of(f'<aside class="branded">{cards}</aside>')) == 3
    assert not related_of(f'<aside class="branded-content">{cards}</aside>')


def test_text_that_two_sites_share_is_listed_with_its_own_sites_publications() -> None:
    titles = ["Steel and tariffs after the levy", "Who pays for the levy at the border", "How harbours were paid for"]
    cards = "".join(f'<div class="card"><a href="{url}"><h3>{title}</h3></a></div>'
                    for url, title in zip((STEEL, PAYS, PORTS), titles, strict=True))
    page = f"<h1>The border levy</h1><article>{PROSE * 3}</article><div>{cards}</div>"
    elsewhere = OWN.replace("institute.example", "network.example")
    assert elsewhere != OWN
    for own in (OWN, elsewhere):
        assert [item.title for item in find_furniture(outline_of(page, OWN), own).related] == titles


def test_list_amid_the_text_of_links_behind_bold_words_offers_them() -> None:
    items = "".join(f'<li><strong>{label}</strong> <a href="{url}">{title}</a></li>' for label, url, title in (
        ("Steel:", STEEL, "What tariffs did after the levy"), ("Who pays?", PAYS, "Buyers at the border, study says"),
        ("Harbours:", PORTS, "How nine ports were paid for")))
    found = related_of("", f"<ul>{items}</ul>")
    assert [(item.kind, item.title) for item in found] == [
        ("related", "What tariffs did after the levy"), ("related", "Buyers at the border, study says"),
        ("related", "How nine ports were paid for")]
    described = items.replace("</a>", "</a>, which the board read in spring and sent back to the nine ports")
    assert not related_of("", f"<ul>{described}</ul>")


def test_chapters_of_the_course_that_the_page_is_one_of_are_no_related_publications() -> None:
    def chapter(name: str, own: str) -> str:
        urls = [f"/papers/2024/{name}-{i}-of-the-levy" for i in range(3)]
        items = "".join(f'<li><a href="{url}">What {name} number {i} says of the levy</a></li>'
                        for i, url in enumerate(urls))
        return f"<p><b>{name}</b></p><ol>{items}{own}</ol>"

    own = f'<li><a href="{OWN}">The carbon border</a></li>'
    names = ("costs", "buyers", "ports", "courts")
    course = "".join(chapter(name, own * (name == "ports")) for name in names)
    assert not related_of(f'<div class="syllabus">{course}</div>')
    assert len(related_of(f'<div class="syllabus">{course.replace(own, "")}</div>')) == 12


def test_two_links_in_a_row_that_are_paragraphs_are_offered_each() -> None:
    def promo(url: str, title: str) -> str:
        return f'<p><a class="more" href="{url}">{title}</a></p>'

    one, two = promo(STEEL, "Learn what tariffs did to steel after the levy"), promo(PAYS, "See who pays at the border")
    assert [item.kind for item in related_of("", f"{PROSE}{one}{PROSE}")] == ["inline"]
    assert [(item.kind, item.url) for item in related_of("", f"{PROSE}{one}{two}{PROSE}")] == [
        ("inline", f"https://institute.example{STEEL}"), ("inline", f"https://institute.example{PAYS}")]
