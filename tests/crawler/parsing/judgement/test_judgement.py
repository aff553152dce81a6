import pytest

from archive.records import Page
from crawler.parsing import NotAPublication, parse_page
from crawler.parsing.choices import read_choices
from crawler.parsing.judgement import judge
from crawler.parsing.judgement.shape import read_shape
from tests.crawler.parsing.pages import read

SENTENCE = "The committee looked at the evidence for two years and found that rates of poverty fell in most regions. "
PARAGRAPH = f"<p>{SENTENCE * 2}</p>"
MENU = "".join(f"<li><a href='/{word}'>{word}</a></li>" for word in "home about topics news contact".split())
PAGE = "<html lang='en'><head>{}</head><body><nav><ul>" + MENU + "</ul></nav>{}{}</body></html>"
FOOTER = "<footer><p>© Institute</p><a href='/legal'>Legal notice</a></footer>"


def judged(body, head="<title>Poverty fell in most regions</title>", url="https://institute.example/papers/poverty-fell",
           status=200):
    outline, claims = read(PAGE.format(head, body, FOOTER), url)
    return judge(outline, claims, status=status)


def cards(n, tag="div"):
    return "".join(
        f"<{tag} class='card'><a href='/papers/{i}'><h3>Paper number {i} on poverty and its causes</h3></a>"
        f"<p>A short summary of the paper.</p><time>{i} May 2024</time></{tag}>" for i in range(1, n + 1))


KEPT = {
    "article is a publication": {"body": f"<main><h1>Poverty fell in most regions</h1>{PARAGRAPH * 8}</main>"},
    "short press release is a publication": {
        "body": f"<main><h1>Minister opens office</h1><p>5 March 2024</p>{PARAGRAPH * 2}<p>Contact: press office</p>"
          "</main>", "url": "https://ministry.example/press/minister-opens-office-in-geneva"},
    "landing page of a report is a publication": {
        "body": f"<main><h1>Poverty report</h1>{PARAGRAPH}<a href='/report.pdf'>Download the report (PDF)</a></main>",
        "head": "<title>Poverty report</title><meta name='citation_title' content='Poverty report'>"
          "<meta name='citation_author' content='A. Smith'>"
          "<meta name='citation_pdf_url' content='/report.pdf'>"},
    "article with many related cards is a publication": {
        "body": f"<main><h1>Poverty fell in most regions</h1>{PARAGRAPH * 8}</main><aside>{cards(12)}</aside>"},
    "article about a missing page is no error page": {
        "body": f"<main><h1>Why “page not found” haunts archives</h1>{PARAGRAPH * 8}</main>",
        "head": "<title>Why “page not found” haunts archives</title>"},
    "article behind a login box in the menu is a publication": {
        "body": f"<form><input type='password'></form><main><h1>Poverty fell in most regions</h1>{PARAGRAPH * 8}"
          "</main>"},
    "an article about a page that was not found is kept": {
        "body": "<main><h1>The missing page</h1><p>The archive could not find the page it was looking for.</p>"
          f"{PARAGRAPH * 6}</main>"},
    "question and answer of a parliament are a publication": {
        "body": f"<main><h1>Night trains</h1><div class='question'><h2>Question</h2>{PARAGRAPH}</div>"
          f"<div class='answer'><h2>Answer</h2>{PARAGRAPH}</div></main>",
        "url": "https://parl.example/written-questions/2025-02-03/8812"},
    "a plea for scripts below a short text is no wall": {
        "body": f"<main><h1>Minister opens office</h1><p>5 March 2024</p>{PARAGRAPH}</main>"
          "<noscript>Please enable JavaScript to view the comments on this page.</noscript>",
        "url": "https://ministry.example/press/minister-opens-office-in-geneva"},
    "news of a forum is no thread": {
        "body": "<main><h1>River forum opens in Northby</h1><p>5 May 2025</p>"
          "<p>Members replied to the minister's post on quotas, which many had not read before.</p><p>"
          f"{SENTENCE}</p></main>", "url": "https://institute.example/news/forum-opens"},
    "a publication about what was rejected is one": {
        "body": f"<main><h1>Too many requests for asylum wait</h1>{PARAGRAPH * 2}<p>The court rejected a request."
          "</p></main>", "head": "<title>Too many requests for asylum wait</title>"},
}


@pytest.mark.parametrize("page", KEPT.values(), ids=KEPT)
def test_publications_are_kept(page):
    assert judged(**page).refusal is None


def test_item_of_a_repository_is_a_publication_by_the_tags_that_describe_it():
    head = ("<title>Poverty report</title><meta name='eprints.title' content='Poverty report'>"
            "<meta name='eprints.creators_name' content='Smith, A.'>")
    body = f"<main><h1>Poverty report</h1>{PARAGRAPH}{cards(3)}</main>"
    assert [judged(body, some).limit for some in (head, "<title>Poverty report</title>")] == [0.9, 0.5]


def test_item_of_a_repository_that_says_little_is_a_publication_by_the_tags_that_tell_how_to_cite_it():
    head = "<title>Steel in Northby</title><meta name='citation_title' content='Steel in Northby'>{}"
    menu = "".join(f"<a href='/{word}'>{word}</a> " for word in "Home News Publications Français".split())
    page = (f"<html lang='en'><head>{head}</head><body><nav>{menu}</nav><div class='item-page'><h2>Steel in Northby"
            "</h2><div><a href='/7.pdf'>View/Open 978-eng.pdf (1.2Mb)</a></div><div><h5>Date</h5>2024</div>"
            f"<div><h5>Abstract</h5>{SENTENCE * 2}</div><a href='/7?show=full'>Show full item record</a> "
            "<a href='/7/statistics'>View Statistics</a></div></body></html>")
    judged = [judge(*read(page.format(tag), "https://institute.example/handle/10665/33000")).kind
              for tag in ("<meta name='citation_date' content='2024-05'>", "")]
    assert judged == ["publication", "listing"]


@pytest.mark.parametrize(("row", "expected"), [
    ("<tr><th>Subjects</th><td>{}</td></tr>", False), ("<tr><td>Subjects:</td><td>{}</td></tr>", False),
    ("<dl><dt>Subjects</dt><dd>{}</dd></dl>", False), ("<tr><td>1</td><td>{}</td></tr>", True)])
def test_what_a_row_says_of_an_item_is_no_headline_of_another(row, expected):
    link = "<a href='/view/SB'>S Agriculture &gt; SB Plant culture</a>"
    outline, claims = read(PAGE.format("", f"<main><table>{row.format(link)}</table></main>", FOOTER))
    assert (read_shape(outline, claims)["headline links"] > 0) is expected


@pytest.mark.parametrize(("day", "is_kept"), [("", False), ("<p>3 March 2025</p>", True)])
def test_topic_introduced_by_a_paragraph_is_a_list_unless_a_day_stands_beside_its_title(day, is_kept):
    teasers = "".join(f"<article><h3><a href='/papers/{i}'>Paper number {i} on poverty</a></h3><p>{i} May 2024</p>"
                      f"<p>{SENTENCE}</p></article>" for i in range(1, 6))
    main = f"<main><h1>Poverty</h1>{day}{PARAGRAPH}<h2>Latest</h2>{teasers}</main>"
    page = Page.from_bytes(PAGE.format("<title>Poverty</title>", main, FOOTER).encode(),
                           url="https://institute.example/programmes/poverty")
    assert (read_choices(page).judgement.refusal is None) is is_kept


KINDS = {
    "list of papers is refused as a listing": (
        {"body": f"<main><h1>Publications</h1><div class='grid'>{cards(24)}</div><a rel='next' href='?page=2'>Next"
          "</a></main>", "head": "<title>Publications</title>", "url": "https://institute.example/publications"},
        "listing"),
    "search results are refused as such": (
        {"body": f"<form><input name='q'></form><h1>Search results for tax</h1>{cards(10)}",
         "head": "<title>Search results</title>", "url": "https://institute.example/search?q=tax"}, "search"),
    "home page is refused as such": (
        {"body": f"<h1>Institute</h1>{cards(8)}", "url": "https://institute.example/"}, "home"),
    "login page is refused as such": (
        {"body": "<h1>Sign in</h1><form><input name='user'><input type='password'></form>",
         "head": "<title>Sign in</title>"}, "login"),
}


@pytest.mark.parametrize(("page", "expected"), KINDS.values(), ids=KINDS)
def test_other_pages_are_refused_as_such(page, expected):
    assert judged(**page).kind == expected


def test_reason_names_the_figures_and_the_limit():
    found = judged(f"<main><h1>Archive</h1><div class='grid'>{cards(24)}</div></main>", "<title>Archive</title>",
                   "https://institute.example/category/poverty/")
    assert "24 repeated cards" in found.reason and "refused from" in found.reason


def test_archive_of_a_tag_is_refused():
    older = "<a href='/tag/poverty/page/2'>Older posts</a>"
    found = judged(f"<main><h1>Tag: poverty</h1>{cards(10, 'article')}{older}</main>",
                   "<title>poverty Archives</title>", "https://institute.example/tag/poverty/")
    assert found.refusal is not None


def test_product_page_is_refused_as_such():
    reviews = "<div class='review rating'>Great!</div>" * 5
    body = ("<div class='product'><h1>Red kettle</h1><span class='price'>$49.00</span><div class='swatch variant'>"
            "<button>Size</button></div><button class='add-to-cart'>Add to cart</button><p>Free shipping</p>"
            f"<p>In stock</p><h2>Reviews</h2>{reviews}</div>{cards(4)}")
    head = ("<title>Red kettle</title><meta property='og:type' content='product'><script type='application/ld+json'>"
            '{"@type": "Product", "name": "Red kettle", "offers": {"@type": "Offer"}}</script>')
    found = judged(body, head, "https://shop.example/products/red-kettle")
    assert found.kind == "product"


def test_forum_thread_is_refused_as_such():
    posts = "".join(
        f"<div class='post comment'><span class='username'>user{i}</span><span class='avatar'></span><p>I think so.</p>"
        f"<a class='reply' href='#r{i}'>Reply</a><span>Like</span><span>Quote</span></div>" for i in range(15))
    found = judged(f"<h1>Best kettle?</h1>{posts}", "<title>Best kettle? - Forum</title>",
                   "https://talk.example/forum/threads/best-kettle.123/")
    assert found.kind == "forum"


@pytest.mark.parametrize("title", ["Page not found", "404 – Institute", "Seite nicht gefunden", "Page introuvable",
                                   "Página no encontrada", "ページが見つかりません", "Just a moment...",
                                   "We couldn’t find that page", "Sorry, we can't find the page",
                                   "Oops! This page isn't here", "The page you're looking for has gone",
                                   "Diese Seite existiert leider nicht",
                                   "La page demandée n'existe plus", "No hemos podido encontrar la página",
                                   "La pagina richiesta non esiste", "Deze pagina bestaat niet", "Strona nie istnieje"])
def test_soft_404_is_refused_as_an_error(title):
    assert judged(f"<h1>{title}</h1><p>Sorry.</p>", f"<title>{title}</title>").kind == "error"


@pytest.mark.parametrize("said", [
    "We can't seem to find the page you're looking for. It may be an old link.",
    "Die gesuchte Seite konnte leider nicht gefunden werden.", "Sidan du söker kunde tyvärr inte hittas här.",
    "Strona, której szukasz, nie została znaleziona.", "Запрашиваемая страница не найдена или удалена.",
    "Aradığınız sayfa bulunamadı, lütfen arama yapın.",
    "您访问的页面不存在,可能已被删除或者移动到其他地址,请返回首页重新查找。", "您访问的页面不存在", "الصفحة غير موجودة",
    "Seite nicht gefunden", "Page not found", "No se ha encontrado el documento",
    "عذراً، الصفحة التي تبحث عنها غير موجودة أو تم نقلها.", "الصفحة المطلوبة غير متوفرة حالياً.",
    "Esta página já não está disponível ou foi removida.", "Η σελίδα έχει μετακινηθεί ή δεν είναι διαθέσιμη.",
    "На сайте ведутся технические работы, зайдите позже.",
    "Trwają prace serwisowe. Strona jest chwilowo niedostępna."])
def test_what_says_in_any_language_that_there_is_nothing_is_refused_as_an_error(said):
    assert judged(f"<h1>Institute</h1><p>{said}</p>", "<title>Institute</title>").kind == "error"


@pytest.mark.parametrize("said", [
    "There are no events scheduled for Saturday. Please check another day.",
    "Keine Veranstaltungen gefunden in diesem Monat.",
    "Aucun résultat ne correspond à votre sélection.", "На этот день мероприятий не найдено, выберите другой."])
def test_a_list_that_says_that_it_is_empty_is_a_list(said):
    assert judged(f"<h1>29 November 2025</h1><p>{said}</p>", "<title>29 November 2025</title>").kind == "listing"


@pytest.mark.parametrize("said", [
    "Å andra sidan finns inte tillräckligt med bostäder i kommunen, skriver utredaren.",
    "La loi de 2019 n'existe pas encore dans sa version consolidée; la page 12 le rappelle.",
    "For tre år siden blev der ikke fundet penge til reformen."])
def test_a_note_that_uses_such_words_otherwise_is_a_publication(said):
    assert judged(f"<h1>Press note</h1><p>12 March 2024</p><p>{said}</p>", "<title>Press note</title>").kind \
        == "publication"


def test_a_list_whose_links_are_laid_over_its_cards_is_refused():
    items = "".join(
        f"<article><h2>Paper {i} on poverty and its causes</h2><p>{SENTENCE}</p><footer>{i} May 2024</footer>"
        f"<a aria-label='post link to Paper {i} on poverty' href='/papers/{i}'></a></article>" for i in range(6))
    said = judged(f"<main>{items}</main>", "<title>Lab | Lab</title>", "https://lab.example/coast/")
    assert "6 teasers" in said.reason


def test_a_short_list_of_a_year_is_refused_by_its_heading():
    items = "".join(f'<li><a href="/a/{n}">Water in the towns, part {n}</a> 5 March 2024</li>' for n in range(3))
    said = judged(f"<main><h1>Documents</h1><ul>{items}</ul></main>", "<title>Documents</title>",
                  "https://body.example/documents?year=2024")
    assert said.kind == "listing" and "Documents" in said.reason


def test_soft_404_with_much_advice_is_refused_by_its_heading():
    body = f"<main><h1>We couldn't find that page</h1>{PARAGRAPH * 6}</main>"
    assert judged(body, "<title>Oops | Institute</title>").reason == "an error page headed “We couldn't find that page”"


def test_error_status_is_refused_with_the_status():
    assert judged(PARAGRAPH * 9, status=503).reason == "the server answered with status 503"


def test_choice_shows_score_and_limit():
    choice = judged(f"<main><h1>Poverty fell in most regions</h1>{PARAGRAPH * 8}</main>").choice()
    assert [c.value for c in choice.candidates] == ["publication", "no publication"]
    assert "refused from" in choice.candidates[1].origin


def test_bare_page_of_two_paragraphs_is_a_publication():
    outline, claims = read(f"<h1>Rates</h1><p>{SENTENCE}</p><p>{SENTENCE}</p>")
    assert judge(outline, claims).refusal is None


@pytest.mark.parametrize("address", ["t/rates.html", "forum/search/tag/rates.html", "rates/index.html"])
def test_folders_that_a_file_lies_in_say_nothing_of_it(address):
    body = f"<main><h1>Rates of poverty</h1><p>5 March 2024</p>{PARAGRAPH * 2}</main>"
    assert judged(body, url=f"file:///home/ada/{address}").refusal is None


@pytest.mark.parametrize("name", ["Briefs", "Energy", "Weekly"])
@pytest.mark.parametrize("count", [3, 20])
def test_a_page_of_teasers_is_a_listing_whatever_it_is_called(name, count):
    teasers = "".join(f"<li><h3><a href='/p/{i}'>Paper number {i} on poverty</a></h3><p>{SENTENCE}</p></li>"
                      for i in range(count))
    found = judged(f"<main><h1>{name}</h1><ul>{teasers}</ul></main>", f"<title>{name}</title>", "https://i.example/x")
    assert found.kind == "listing"


@pytest.mark.parametrize("card", [
    "<p class='item'><span>{0}.11.2025</span> <a href='/p/{0}'><b>Paper number {0} on poverty</b></a><br>{1}</p>",
    "<article><ul><li>News</li><li><time>{0} November 2025</time></li></ul><div><a href='/p/{0}'>Paper number {0} on "
    "poverty</a></div><p>{1}</p></article>"])
def test_teasers_may_begin_with_their_day(card):
    teasers = "".join(card.format(day, SENTENCE) for day in range(11, 21))
    assert judged(f"<main><h1>Briefs</h1>{teasers}</main>", url="https://i.example/all/briefs").kind == "listing"


def test_teasers_below_an_article_do_not_make_it_a_listing():
    teasers = "".join(f"<li><h3><a href='/p/{i}'>Paper number {i} on poverty</a></h3><p>{SENTENCE}</p></li>"
                      for i in range(4))
    assert judged(f"<main><h1>Poverty fell</h1>{PARAGRAPH * 4}</main><ul>{teasers}</ul>").refusal is None


@pytest.mark.parametrize(("title", "said"), [
    ("Sorry", "We could not find the page you were looking for. Try the search."),
    ("Oops", "This page has been moved or does not exist any more."),
    ("Down for maintenance", "The website is undergoing scheduled maintenance. We will be back shortly."),
    ("Subscribe to continue", "You have reached your limit of free articles. Subscribe now for more."),
    ("Before you continue", "We use cookies and data to deliver and maintain our services.")])
def test_a_short_page_that_stands_in_the_way_is_refused(title, said):
    assert judged(f"<main><h1>{title}</h1><p>{said}</p></main>", "<title>Institute</title>").refusal


def test_a_row_of_letters_or_years_is_no_publication():
    row = " ".join(f"<a href='/papers?letter={letter}'>{letter}</a>" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    page = PAGE.format("<title>Papers by letter</title>", f"<main><h1>Papers by letter</h1>{row}</main>", FOOTER)
    with pytest.raises(NotAPublication, match="26 links and hardly a word besides"):
        parse_page(Page.from_bytes(page.encode(), url="https://institute.example/letters"))


def test_folders_of_parliaments_and_boards_are_no_forums():
    body = f"<main><h1>Trains de nuit</h1><h2>Texte de la question</h2>{PARAGRAPH}<h2>Réponse</h2>{PARAGRAPH}</main>"
    for path in ("questions/1432", "board/view.do", "discussion-papers/14", "report/2024/r0615.html", "r/night-trains",
                 "t/night-trains", "t/2024/12"):
        assert judged(body, url=f"https://institute.example/{path}").refusal is None


def test_short_paragraphs_of_ideographs_are_paragraphs():
    outline, claims = read("<p>地方鉄道の利用者はこの二十年で三割減った。線路を持つ自治体の負担は増え続けている。"
                           "国の補助は足りない。</p>")
    assert read_shape(outline, claims)["paragraphs"] == 1


@pytest.mark.parametrize("entry", [
    "<li>2024-05-0{0} <a href='/p/{0}'>Paper number {0} on poverty and ports</a></li>",
    "<li><a href='/p/{0}'>Paper number {0} on poverty and ports</a> <time>2024-05-0{0}</time></li>",
    "<div><a href='/p/{0}'>Paper number {0} on poverty and ports</a><span>5 May 2024</span></div>",
])
def test_a_bare_list_of_links_and_days_is_a_listing(entry):
    body = "<main><h1>Papers</h1>" + "".join(entry.format(n) for n in range(1, 10)) + "</main>"
    assert judged(body, "<title>Papers</title>", "https://institute.example/papers").kind == "listing"


def test_a_page_that_a_script_has_to_fill_is_refused():
    body = "<div id='root'></div><noscript>You need to enable JavaScript to run this app.</noscript>"
    assert "script" in (judged(body, "<title>Institute</title>").refusal or "")


def test_statements_below_the_names_of_members_are_no_teasers():
    card = "<div><h3><a href='/members/{0}'>{0}, Member for North</a></h3><p>{1}</p></div>"
    said = "".join(card.format(name, SENTENCE * 3) for name in ("ann-lee", "bob-ray", "cy-dow"))
    assert judged(f"<main><h1>Members' statements: poverty</h1>{said}</main>").refusal is None


def test_page_of_questions_and_answers_is_no_thread():
    head = ('<title>Poverty: questions</title><script type="application/ld+json">{"@type": "FAQPage", "mainEntity": '
            '[{"@type": "Question", "name": "Who?", "acceptedAnswer": {"@type": "Answer", "text": "All."}}]}</script>')
    asked = "".join(f"<dt>Question {number}?</dt><dd>{SENTENCE}</dd>" for number in range(3))
    assert judged(f"<main><h1>Poverty: questions</h1><dl>{asked}</dl></main>", head).refusal is None


@pytest.mark.parametrize("title", [
    "Sivua ei löytynyt", "Không tìm thấy trang", "Η σελίδα δεν βρέθηκε", "Az oldal nem található",
    "Halaman tidak ditemukan", "הדף לא נמצא", "Siden blev ikke fundet", "ไม่พบหน้าที่คุณต้องการ"])
def test_error_pages_are_known_in_more_languages(title: str) -> None:
    page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{title}: /news/2024/old-item.</p>"
    with pytest.raises(NotAPublication, match="an error page"):
        parse_page(Page.from_bytes(page.encode(), url="https://institute.example/news/old-item"))


@pytest.mark.parametrize(("path", "heading"), [
    ("/contact", "Contact us"), ("/privacy-policy", "Privacy policy"), ("/de/impressum", "Impressum")])
def test_what_every_site_has_is_no_publication(path: str, heading: str) -> None:
    page = f"<html><body><h1>{heading}</h1><p>{'We answer all letters within two weeks of their receipt. ' * 4}</p>"
    with pytest.raises(NotAPublication, match="about the site itself"):
        parse_page(Page.from_bytes(page.encode(), url=f"https://institute.example{path}"))


def test_an_article_about_privacy_is_a_publication() -> None:
    page = f"<html><body><h1>Privacy</h1><p>{'Nobody reads the terms that all accept, as we found. ' * 4}</p>"
    assert parse_page(Page.from_bytes(page.encode(), url="https://institute.example/papers/who-reads-terms"))


@pytest.mark.parametrize(("path", "heading"), [
    ("/donate", "Donate"), ("/newsletter/thanks", "Thank you for subscribing")])
def test_pages_that_ask_or_thank_are_no_publications(path: str, heading: str) -> None:
    body = f"<main><h1>{heading}</h1><p>Your gift, or your address, helps us to keep the rivers clean.</p></main>"
    assert judged(body, url=f"https://institute.example{path}").refusal


@pytest.mark.parametrize("body", [
    "The requested URL was rejected. Please ask your administrator.<br>Your support ID is: 88127398127<br>",
    "<h1>Sorry</h1><p>You have been blocked. Write to the owner of this site and say what you were doing.</p>",
    "<h1>Zugriff verweigert</h1><p>Unser System hat Ihre Anfrage angehalten. Nennen Sie uns die Nummer 8819.</p>",
    "<h1>Too many requests</h1><p>We got more questions from your network than we can answer in a minute.</p>"])
def test_refusals_by_a_firewall_are_no_publications(body):
    assert "firewall" in judged(body, head="<title>Institute</title>").refusal


def site_page(heading, path):
    return judged(f"<main><h1>{heading}</h1><p>We buy rye from farmers of the county.</p></main>",
                  f"<title>{heading} | Rye Office</title>", f"https://rye.example{path}").refusal or ""


@pytest.mark.parametrize(("heading", "path", "reason"), [
    ("About us", "/about", "the site itself"), ("概要", "/about", "the site itself"),
    ("Jetzt spenden", "/spenden", "the site itself"), ("Vacancies", "/jobs", "the site itself"),
    ("Quiénes somos", "/es/quienes", "the site itself"), ("Sign in", "/account/login", "login"),
    ("ログイン", "/member", "login"), ("Events", "/events", "listing"), ("Новости", "/ru/novosti", "listing"),
    ("Documents", "/documents", "listing"), ("Something went wrong", "/papers/rye-and-water", "error"),
    ("Une erreur est survenue", "/actualites/12", "error"), ("Bo Weir", "/team/bo-weir", "a person"),
    ("Dr. Bo Weir", "/experts/bo-weir", "a person"), ("Your cart", "/cart", "the site itself")])
def test_pages_of_the_site_are_known_by_heading_and_address(heading, path, reason):
    assert reason in site_page(heading, path)


@pytest.mark.parametrize(("heading", "path", "reason"), [
    ("Harvest fair", "/veranstaltungen/2025/harvest-fair", "event"), ("Пётр Иванов", "/руководство/3/", "person"),
    ("Baker", "/jobs/12-baker", "vacancy"), ("Rye seed", "/en/tenders/2025-12", "tenders")])
def test_short_pages_are_what_their_folder_says(heading, path, reason):
    facts = "<ul><li>18:00 to 19:30</li><li>Town hall, room 3</li></ul><p>Bring your own bread. All are welcome.</p>"
    found = judged(f"<main><h1>{heading}</h1>{facts}</main>", f"<title>{heading}</title>", f"https://rye.example{path}")
    assert reason in (found.refusal or "")
    assert judged(f"<main><h1>{heading}</h1>{PARAGRAPH * 8}</main>", url=f"https://rye.example{path}").refusal is None


def test_an_event_without_a_day_of_publication_may_say_a_little_more():
    event = ("<main><article><h1>Why the energy bills of mills matter now</h1><div><p>5 March 2024 | 5:30 pm – 7:00 pm"
             "</p><p>Centre, 12 Market Street</p><a href='https://tickets.example/1'>Register</a></div><p>Join us for "
             "a talk with Bo Weir and Ann Oat. Drinks will be served from 7 pm.</p><h2>Speakers</h2><ul>"
             "<li>Bo Weir</li><li>Ann Oat (chair)</li></ul></article></main>")
    html = f"<title>Why the energy bills of mills matter now - Rye Institute</title><a href='/'>Rye</a>{event}"
    page = Page.from_bytes(html.encode(), url="https://rye.example/event/why-the-energy-bills-of-mills-matter-now/")
    with pytest.raises(NotAPublication, match="the announcement of an event"):
        parse_page(page)


@pytest.mark.parametrize(("heading", "path"), [
    ("Privacy", "/papers/privacy-after-the-census"), ("News", "/rye-falls-to-180-crowns"), ("News", "/news.php?id=12"),
    ("Events", "/stories/2025/events"), ("Bo Weir", "/news/bo-weir"), ("Bo Weir leaves the mill", "/people/bo-weir"),
    ("About rye", "/about-rye-and-water-in-the-county")])
def test_publications_headed_by_such_words_are_kept(heading, path):
    assert site_page(heading, path) == ""


def test_questions_that_unfold_are_no_list_because_of_a_word_in_their_address():
    asked = (("How dry must it be?", "Fourteen percent, measured at the gate."), ("How long may it lie?", "A year."))
    body = "".join(f"<details><summary>{question}</summary><p>{answer}</p></details>" for question, answer in asked)
    assert judged(f"<main><article><h1>Storing rye</h1>{body}</article></main>", "<title>Storing rye</title>",
                  "https://rye.example/guidance/store-questions").refusal is None


def test_a_page_that_only_hands_out_a_dated_file_is_its_publication():
    body = "<main><h1>Working Paper 12: What bakers pay</h1><p>June 2025</p><a href='/12.pdf'>Download (PDF)</a></main>"
    page = PAGE.format("<title>Working Paper 12: What bakers pay</title>", body, FOOTER)
    found = parse_page(Page.from_bytes(page.encode(), url="https://rye.example/papers/wp-12"))
    assert (found.published, found.text, found.evidence["text"]) == ("2025-06", "", "only in the attached file")
    with pytest.raises(NotAPublication, match="no text"):
        parse_page(Page.from_bytes(page.replace("June 2025", "").encode(), url="https://rye.example/papers/wp-12"))


def test_dated_line_and_author_below_the_title_speak_for_a_publication():
    items = "".join(f"<div class='item'><a href='/analytics/{i}'>How the ports of region {i} fared this year</a>"
                    f"<div>{i} May 2024</div></div>" for i in range(1, 9))
    shown = "<div>11 September 2025</div><div>By <a href='/authors/ada-one'>Ada One</a></div>"
    page = ("<body><div><a href='/'>Home</a></div><div class='news-detail'><h1>Container trains: an end</h1>{}"
            f"<div>{PARAGRAPH}<p>{SENTENCE}</p></div></div><div class='news-list'><h4>News</h4>{items}</div></body>")
    url = "https://ports.example/analytics/trains-2025/"
    scores = []
    for head in ("", shown):
        choices = read_choices(Page.from_bytes(page.format(head).encode(), url=url))
        scores.append(choices.judgement.limit)
    assert scores == [0.5, 0.65]


def test_day_alone_beside_the_title_speaks_for_a_publication_and_days_of_a_list_do_not():
    item = ("<div class='item'><a href='/news/{0}'>How the ports of region {0} fared this year</a>"
            "<div>{0} May 2024</div></div>")
    items = "".join(item.format(i) for i in range(1, 5))
    page = f"<body><div>{{}}<h1>Container trains: an end</h1>{{}}<div>{PARAGRAPH}<p>{SENTENCE}</p></div></div></body>"
    pages = [page.format("<p>11 September 2025</p>", ""), page.format("", items)]
    read_pages = [read_choices(Page.from_bytes(page.encode(), url="https://ports.example/news/")) for page in pages]
    assert [choices.judgement.limit for choices in read_pages] == [0.65, 0.5]


def test_sentences_of_any_script_make_paragraphs():
    said = ("केंद्रीय मंत्री ने आज भूजल पुनर्भरण की नई योजना का शुभारंभ किया और कहा कि "
            "पंचायतों को जल बजट बनाने के लिए प्रशिक्षण दिया जाएगा।")
    outline, claims = read(PAGE.format("", f"<main><p>{said}</p><p>{said}</p></main>", FOOTER), "https://water.example/1")
    assert read_shape(outline, claims)["paragraphs"] == 2


@pytest.mark.parametrize(("query", "searched"), [("n=3254&s=18842", 0), ("q=node/12", 0), ("s=rivers", 1)])
def test_parameter_that_names_a_page_is_no_search(query: str, searched: int) -> None:
    outline, claims = read(PAGE.format("", PARAGRAPH, FOOTER), f"https://water.example/cp.aspx?{query}")
    assert read_shape(outline, claims)["search in the address"] == searched
