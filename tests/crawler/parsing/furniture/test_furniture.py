"""Share links, other publications and ads, on small pages that show markup seen in the wild."""

import pytest

from archive.records import ShareLink
from crawler.parsing.furniture.finding import find_furniture
from tests.crawler.parsing.furniture.pages import OWN, PROSE, furniture_of
from tests.crawler.parsing.pages import outline_of


def shares_of(body: str) -> list[tuple[str, str | None]]:
    return [(link.network, link.url) for link in furniture_of(body).share_links]


@pytest.mark.parametrize(("network", "address"), [
    ("facebook", "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Finstitute.example%2Fa"),
    ("facebook", "https://www.facebook.com/dialog/share?app_id=1&href=https://institute.example/a"),
    ("x", "https://twitter.com/intent/tweet?url=https://institute.example/a"),
    ("x", "https://x.com/intent/post?text=Carbon"),
    ("linkedin", "https://www.linkedin.com/feed/?shareActive=true&text=Carbon"),
    ("linkedin", "https://www.linkedin.com/shareArticle?mini=true&url=https://institute.example/a"),
    ("whatsapp", "whatsapp://send?text=Carbon"),
    ("whatsapp", "https://wa.me/?text=Carbon"),
    ("telegram", "https://t.me/share/url?url=https://institute.example/a"),
    ("bluesky", "https://bsky.app/intent/compose?text=Carbon"),
    ("threads", "https://www.threads.net/intent/post?text=Carbon"),
    ("mastodon", "https://mastodon.example/share?text=Carbon"),
    ("email", "mailto:?subject=Carbon&body=https://institute.example/a"),
    ("hackernews", "https://news.ycombinator.com/submitlink?u=https://institute.example/a"),
    ("other", "https://service.weibo.com/share/share.php?url=https://institute.example/a"),
    ("other", "https://threema.id/compose?text=https://institute.example/a"),
    ("other", "https://nextdoor.co.uk/sharekit/?source=https://institute.example/a&body=Carbon"),
    ("other", "https://teams.microsoft.com/share?href=https://institute.example/a"),
    ("pinterest", "https://www.addtoany.com/add_to/pinterest?linkurl=https%3A%2F%2Finstitute.example%2Fa"),
    ("linkedin", "https://institute.example/papers/2025/carbon-border?share=linkedin"),
])
def test_share_address_names_its_network(network: str, address: str) -> None:
    assert shares_of(f'<p><a href="{address}"></a></p>') == [(network, address)]


@pytest.mark.parametrize("address", [
    "https://www.facebook.com/institute", "https://x.com/institute", "https://www.linkedin.com/company/institute",
    "mailto:press@institute.example", "mailto:press@institute.example?subject=Question", "https://wa.me/3225550100",
    "https://t.me/institute", "https://bsky.app/profile/institute.example", "https://www.youtube.com/@institute",
])
def test_profile_is_no_share_link(address: str) -> None:
    assert shares_of(f'<div class="social-share"><a class="share facebook" href="{address}">Facebook</a></div>') == []


@pytest.mark.parametrize(("network", "button"), [
    ("facebook", '<button data-network="facebook"></button>'),
    ("x", '<a href="#" class="icon-x-twitter"></a>'),
    ("linkedin", '<a href="#share-linkedin" aria-label="Auf LinkedIn teilen"></a>'),
    ("whatsapp", '<button><svg><use href="#icon-whatsapp"/></svg></button>'),
    ("email", '<button title="Per E-Mail senden"></button>'),
    ("print", '<a href="javascript:window.print()">Imprimer</a>'),
    ("copy", '<button>Copiar enlace</button>'),
    ("copy", '<button>复制链接</button>'),
])
def test_button_without_address_is_known_by_its_names(network: str, button: str) -> None:
    assert shares_of(f'<div class="article-share">{button}</div>') == [(network, None)]


def test_address_in_a_window_open_call_counts() -> None:
    button = """<a href="#" onclick="window.open('https://www.reddit.com/submit?url=https://institute.example/a')">R</a>"""
    assert shares_of(button) == [("reddit", "https://www.reddit.com/submit?url=https://institute.example/a")]


def test_address_in_a_data_attribute_counts() -> None:
    button = '<a class="share" data-href="https://x.com/intent/tweet?url=https://institute.example/a">Share</a>'
    assert shares_of(button) == [("x", "https://x.com/intent/tweet?url=https://institute.example/a")]


def test_repeated_share_rows_give_each_link_once() -> None:
    row = '<div class="share"><a href="https://x.com/intent/tweet?url=https://institute.example/a">X</a></div>'
    assert len(shares_of(row * 3)) == 1


def test_address_of_the_bare_home_page_is_kept_and_noted() -> None:
    found = furniture_of('<a href="https://x.com/intent/tweet?url=https://institute.example">X</a>')
    assert len(found.share_links) == 1
    assert found.evidence["share_links"] == "share addresses; shares the home page: x"


def test_related_list_below_a_heading_is_read() -> None:
    found = furniture_of(f"""<article>{PROSE}</article><section><h2>Related publications</h2><ul>
        <li><a href="/papers/2024/steel-and-tariffs"><img src="a.jpg" alt="Steel"></a><a href="/topics/trade">Trade</a>
            <h3><a href="/papers/2024/steel-and-tariffs">Steel and tariffs after the levy</a></h3></li>
        <li><a href="/papers/2023/who-pays">Who pays for the border levy?</a>
            <a href="/papers/2023/who-pays">Read more</a></li>
        </ul></section>""")
    assert [(item.kind, item.url, item.title) for item in found.related] == [
        ("related", "https://institute.example/papers/2024/steel-and-tariffs", "Steel and tariffs after the levy"),
        ("related", "https://institute.example/papers/2023/who-pays", "Who pays for the border levy?")]


@pytest.mark.parametrize(("heading", "kind"), [
    ("Verwandte Artikel", "related"), ("À lire aussi", "related"), ("También te puede interesar", "related"),
    ("Читайте также", "related"), ("関連記事", "related"), ("Meistgelesen", "popular"), ("Lo más leído", "popular"),
    ("Publications on this topic", "related"), ("Others also viewed", "related"), ("By this author", "related"),
    ("Latest in Artificial Intelligence & Work", "popular"), ("The latest from our experts", "popular"),
    ("From the newsroom", "popular"),
    ("یہ بھی پڑھیں", "related"), ("தொடர்புடைய செய்திகள்", "related"), ("మరిన్ని వార్తలు", "related"),
    ("संबंधित बातम्या", "related"), ("આ પણ વાંચો", "related"), ("सम्बन्धित समाचार", "related"),
    ("ასევე წაიკითხეთ", "related"), ("կարդացեք նաև", "related"), ("Həmçinin oxuyun", "related"),
    ("Поврзани вести", "related"), ("Lexo edhe", "related"), ("Чытайце таксама", "related"),
    ("Berita berkaitan", "related"), ("Холбоотой мэдээ", "related"), ("Irakurri ere", "related"),
    ("Erthyglau cysylltiedig", "related"), ("Ailt ghaolmhara", "related"), ("ಇದನ್ನೂ ಓದಿ", "related"),
    ("ബന്ധപ്പെട്ട വാർത്തകൾ", "related"), ("Verwante artikels", "related"), ("ورته خبرونه", "related"),
    ("Окшош жаңылыктар", "related"), ("Newyddion diweddaraf", "popular"), ("ਤਾਜ਼ਾ ਖ਼ਬਰਾਂ", "popular"),
    ("ජනප්‍රිය", "popular"), ("ყველაზე კითხვადი", "popular"), ("Ən çox oxunan", "popular"),
    ("ताजा समाचार", "popular"), ("Më të lexuarat", "popular"), ("Irakurrienak", "popular"),
])
def test_heading_in_many_languages_gives_the_kind(heading: str, kind: str) -> None:
    found = furniture_of(f"""<article>{PROSE}</article><div><h3>{heading}</h3>
        <div><a href="/papers/2024/steel-and-tariffs">Steel and tariffs after the levy</a></div></div>""")
    assert [item.kind for item in found.related] == [kind]


def test_heading_above_an_empty_list_gives_nothing() -> None:
    found = furniture_of(f"""<article>{PROSE}</article>
        <section><h2>Related publications</h2><div id="list"></div></section>
        <section><h2>Annual meeting</h2><a href="/meeting/annual-meeting">Meeting of all members</a></section>""")
    assert found.related == ()


def test_page_itself_is_not_among_the_related() -> None:
    found = furniture_of('<h2>Related</h2><p><a href="/papers/2025/carbon-border/">The carbon border levy</a></p>')
    assert found.related == ()


SLOTS = {
    "nested slot counts once": (
        f'{PROSE}<div class="ad-wrapper"><div id="div-gpt-ad-1"><ins class="adsbygoogle"></ins></div></div>', 1),
    "two labels are two slots": (f"{PROSE}<div>ADVERTISEMENT</div><div>ADVERTISEMENT</div>{PROSE}", 2),
    "label over a slot belongs to it": (f"{PROSE}<div><p>Advertisement</p><div class='ad-slot'></div></div>{PROSE}", 1),
    "named label and its slot are one": (
        f"{PROSE}<div class='ad-label'>Anzeige</div><div class='ad ad--inread'></div>{PROSE}", 1),
    "page with ads somewhere is no slot": (f"<div class='page--with-ads has-video-ad'>{PROSE[:120]}</p></div>", 0),
    "label and slot in a box of its own are one ad": (
        f'{PROSE}<p>ADVERTISEMENT</p><div class="html"><ins data-ad-slot="1"></ins></div>{PROSE}', 1),
}


@pytest.mark.parametrize(("page", "expected"), SLOTS.values(), ids=SLOTS)
def test_ad_slots_of_a_page(page, expected):
    assert furniture_of(page).ad_slots == expected


def test_names_that_only_look_like_ads_are_none() -> None:
    found = furniture_of(f'<div class="header download adapt gradient loaded shadow">{PROSE}</div>')
    assert (found.ad_slots, found.lifted) == (0, frozenset())


def test_share_link_is_what_the_record_holds() -> None:
    found = furniture_of('<a href="mailto:?subject=Carbon">Mail</a>')
    assert found.share_links == (ShareLink("email", "mailto:?subject=Carbon"),)


CARD = '<li class="card"><a href="/papers/{0}"><img src="a.jpg"></a><h3>{1}</h3><a href="/papers/{0}">Read</a></li>'
CARDS = "".join(CARD.format(*card) for card in [
    ("2024/steel-and-tariffs-after", "Steel and tariffs after the levy"),
    ("2023/who-pays-for-the-levy", "Who pays for the border levy?"),
    ("2022/a-price-on-carbon-abroad", "A price on carbon paid abroad")])


def related_of(body: str) -> list[tuple[str, str | None]]:
    return [(item.kind, item.title) for item in furniture_of(body).related]


@pytest.mark.parametrize("line", [
    "<p>Related: <a href='/papers/2023/who-pays'>Who pays for the border levy?</a></p>",
    "<p><strong>[ Read more: <a href='/papers/2023/who-pays'>Who pays for the border levy?</a> ]</strong></p>",
    "<p><a href='/papers/2023/who-pays'>Lesen Sie auch: Who pays for the border levy?</a></p>",
    "<p>Follow-Up Read: <a href='/papers/2023/who-pays'>Who pays for the border levy?</a></p>",
    "<p>Notre analyse : <a href='/papers/2023/who-pays'>Who pays for the border levy?</a></p>",
    "<p>【関連記事】<a href='/papers/2023/who-pays'>Who pays for the border levy?</a></p>",
    "<p>&gt;&gt; <a href='/papers/2023/who-pays'>Who pays for the border levy?</a></p>",
    "<div class='box'><a href='/papers/2023/who-pays'><h3>Who pays for the border levy?</h3></a></div>",
])
def test_line_or_card_between_paragraphs_is_inline(line: str) -> None:
    assert related_of(f"<article>{PROSE}{line}{PROSE}</article>") == [("inline", "Who pays for the border levy?")]


@pytest.mark.parametrize("paragraph", [
    "<p>The report <a href='/papers/2023/who-pays'>Who pays for the border levy?</a> found that buyers pay.</p>",
    "<p>More than half of it falls on <a href='/papers/2023/who-pays'>small buyers at home</a>, the survey says.</p>",
    "<p>Related: our <a href='/newsletter'>weekly newsletter</a> tells you what research says about carbon.</p>",
    "<p>Source: <a href='/papers/2023/who-pays'>Who pays for the border levy?</a></p>",
    "<p>Monday: bread and soup</p><p>Tuesday: <a href='/papers/2023/who-pays'>Who pays for the border levy?</a></p>",
])
def test_reference_in_the_running_text_is_no_offer(paragraph: str) -> None:
    assert related_of(f"<article>{PROSE}{paragraph}{PROSE}</article>") == []


def test_headline_beside_the_link_is_the_title() -> None:
    assert related_of(f"<article>{PROSE}</article><h2>Related</h2><ul>{CARDS}</ul>")[0] == (
        "related", "Steel and tariffs after the levy")


def test_cards_without_a_heading_after_the_body_are_related() -> None:
    assert {kind for kind, _ in related_of(f"<main>{PROSE * 5}<ul>{CARDS}</ul></main>")} == {"related"}


def test_cards_without_a_heading_beside_the_body_are_popular() -> None:
    assert {kind for kind, _ in related_of(f"<main>{PROSE * 5}</main><aside><ul>{CARDS}</ul></aside>")} == {"popular"}


def test_class_name_is_enough_for_a_list_of_headlines() -> None:
    assert len(related_of(f"<main>{PROSE}</main><div class='related-posts'><ul>{CARDS}</ul></div>")) == 3


def test_menu_of_publications_offers_none() -> None:
    assert related_of(f"<nav><h2>Latest</h2><ul>{CARDS}</ul></nav><main>{PROSE}</main>") == []


@pytest.mark.parametrize("address", [
    "/code-of-conduct", "/about-us-and-our-staff", "/how-to-pitch-us",
    "/topics/trade", "/authors/jane-doe", "/tag/border-levy-on-carbon-and-steel", "/2025/12/01/"])
def test_topics_people_and_archives_are_no_publications(address: str) -> None:
    link = f"<a href='{address}'>Trade and the border levy on carbon</a>"
    assert related_of(f"<main>{PROSE}</main><h2>Related</h2><ul><li>{link}</li></ul>") == []


def test_sponsored_card_is_left_out() -> None:
    paid = "<li>Sponsored <a href='/papers/2021/offset-your-fleet'>Offset the carbon of your whole fleet</a></li>"
    assert len(related_of(f"<main>{PROSE}</main><h2>Related</h2><ul>{CARDS}{paid}</ul>")) == 3


def test_list_of_links_in_the_body_is_not_lifted() -> None:
    line = "<li>In {0} the levy rose, as <a href='/papers/{0}/levy-in-{0}-and-after'>we showed</a>.</li>"
    lines = "".join(line.format(year) for year in range(2015, 2024))
    assert furniture_of(f"<main>{PROSE * 3}<ul>{lines}</ul>{PROSE}</main>").lifted == frozenset()


def test_hidden_mail_address_is_decoded() -> None:
    plain = "?subject=Carbon&body=https://institute.example/a"
    for written in (plain, plain.replace("&", "&amp;"), plain.replace("&", "&#038;")):
        hidden = bytes([7, *(byte ^ 7 for byte in written.encode())]).hex()
        button = f'<a class="share-email" href="/cdn-cgi/l/email-protection#{hidden}">Email</a>'
        assert shares_of(button) == [("email", f"mailto:{plain}")]


def test_class_that_hides_a_link_on_paper_is_no_print_button() -> None:
    assert shares_of('<a class="menu hide-for-print" href="javascript:void(0)">Menu</a>') == []


def test_copy_button_of_a_citation_is_no_share_link() -> None:
    assert shares_of('<div class="citation"><button class="copy-button">Copy</button></div>') == []


def test_box_that_asks_for_an_address_is_lifted() -> None:
    found = furniture_of(f"<main>{PROSE}<div class='newsletter-signup'>Sign up for our letter</div>{PROSE}</main>")
    assert len(found.box_elements) == 1


def test_single_headed_offer_inside_the_body_is_inline() -> None:
    story = "<aside><h3>Related story</h3><a href='/papers/2023/who-pays'>Who pays for the border levy?</a></aside>"
    assert related_of(f"<article>{PROSE}{story}{PROSE}</article>") == [("inline", "Who pays for the border levy?")]


def test_card_whose_link_is_closed_early_keeps_its_headline() -> None:
    cards = "".join(f"<div><a href='/papers/{key}'><div class='picture'></div></a></div><div><p>{title}</p></div>"
                    for key, title in [("2023/who-pays", "Who pays for the border levy?"),
                                       ("2022/abroad", "A price on carbon paid abroad in full")])
    assert related_of(f"<main>{PROSE}</main><h2>Related</h2><section>{cards}</section>") == [
        ("related", "Who pays for the border levy?"), ("related", "A price on carbon paid abroad in full")]


def test_elements_of_the_sites_own_name_their_network() -> None:
    buttons = "".join(f"<share-button network='{name}'></share-button>" for name in ("facebook", "x"))
    row = f"<share-bar>{buttons}</share-bar>"
    assert shares_of(PROSE + row) == [("facebook", None), ("x", None)]


def test_scripted_buttons_name_their_network_in_data() -> None:
    row = "<div class='dela'><span data-network='facebook'></span><span data-network='linkedin'></span></div>"
    assert shares_of(PROSE + row) == [("facebook", None), ("linkedin", None)]


def test_share_address_of_a_blog_host_names_the_network() -> None:
    address = "https://www.blogger.com/share-post.g?blogID=1&postID=2&target=pinterest"
    assert shares_of(f"{PROSE}<a href='{address}'></a>") == [("pinterest", address)]


@pytest.mark.parametrize("label", ["Copier dans le presse-papier", "Copiar para área de transferência", "Deel via link",
                                   "In die Zwischenablage kopieren", "Skopiuj do schowka"])
def test_button_that_copies_is_known_in_other_languages(label: str) -> None:
    assert shares_of(f"{PROSE}<div class='share'><button aria-label='{label}'></button></div>") == [("copy", None)]


def test_related_navigation_holds_publications() -> None:
    links = ("<ul><li><a href='/papers/2023/who-pays'>Who pays for the border levy?</a></li>"
             "<li><a href='/papers/2022/abroad'>A price on carbon paid abroad in full</a></li></ul>")
    heading = "<h2 class='related-navigation__heading'>Related content</h2>"
    found = related_of(f"<main>{PROSE}</main><div>{heading}{links}</div>")
    assert [kind for kind, _ in found] == ["related", "related"]


@pytest.mark.parametrize(("language", "line", "day"), [
    ("de", "<time>3. März 2026</time>", "2026-03-03"), ("fr", "1er février 2026", "2026-02-01"),
    ("pl", "<span>12 marca 2026</span>", "2026-03-12"), ("fr", "<span>Publié le 05/03/2026</span>", "2026-03-05"),
    ("en-US", "<span>03/05/2026</span>", "2026-03-05"), ("en", "<span>03/05/2026</span>", "2026"),
    ("nl", "<span>Nieuwsbericht | 01-03-2026</span>", "2026-03-01"), ("ja", "2026年3月12日", "2026-03-12")])
def test_day_beside_a_link_is_read_as_its_language_writes_it(language: str, line: str, day: str) -> None:
    item = f"<li><a href='/papers/2023/who-pays'>Who pays for the border levy?</a> {line}</li>"
    other = "<li><a href='/papers/2022/abroad'>A price on carbon paid abroad in full</a></li>"
    page = f"<html lang='{language}'><body><main>{PROSE}</main><h2>Related</h2><ul>{item}{other}</ul></body></html>"
    found = find_furniture(outline_of(page, OWN)).related
    assert (found[0].title, found[0].published, found[0].summary) == ("Who pays for the border levy?", day, None)
