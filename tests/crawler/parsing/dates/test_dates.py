from datetime import UTC, datetime

import pytest

from crawler.parsing.choice import Choice
from crawler.parsing.dates import find_dates
from crawler.parsing.dates.words import label_of
from tests.crawler.parsing.pages import read

ARTICLE = "<p>" + "Words of the article that fill the page and go on for a while. " * 8 + "</p>"


def dates(head="", body="", url="https://example.org/news/rates-rise-again-in-spring", lang="en-GB", latest=None):
    outline, claims = read(f'<html lang="{lang}"><head>{head}</head><body><article><h1>Rates rise again</h1>{body}'
                           f'{ARTICLE * 3}</article><footer>© 2019-2026 Institute</footer></body></html>', url)
    return find_dates(outline, claims, next(iter(outline.all("h1"))), latest=latest)


def ld(facts):
    return ('<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Rates rise again", '
            f"{facts}}}</script>")


BOTH = {
    "published and modified are told apart in json ld": (
        {"head": ld('"datePublished": "2024-03-05T10:00:00+01:00", "dateModified": "2024-04-01T08:00:00+02:00"')},
        ("2024-03-05T10:00:00+01:00", "2024-04-01T08:00:00+02:00")),
    "days side by side without a space keep their labels": (
        {"body": '<div><a href="/topics/health">Health</a><span class="dateline">DECEMBER 22, 2022</span>'
          '<span class="dateline updated">Updated: JANUARY 02, 2026</span></div>'}, ("2022-12-22", "2026-01-02")),
    "stated year of a change is none of publication": ({"head": ld('"dateModified": "2024"')}, (None, "2024")),
    "update below the title never beats a claim": (
        {"head": ld('"datePublished": "2015-04-06"'), "body": "<p class='date'>Updated September 28, 2025</p>"},
        ("2015-04-06", "2025-09-28")),
    "change in the foot of the page is one where it gives the date": (
        {"body": "<article><h1>Thresholds</h1><p>Contracts below a threshold.</p></article><footer>"
          "<div>Last modified 14 January 2025</div></footer>"}, ("2025-01-14", "2025-01-14")),
    "change in the foot of the page yields to that of the text": (
        {"body": "<p>Published 3 March 2024</p><p>Last updated: 9 May 2024</p></article>"
          "<footer><p>Last updated: 12 June 2025</p></footer>"}, ("2024-03-03", "2024-05-09")),
    "change of the whole site is none of the page": (
        {"body": "<p>Published 3 March 2024</p></article><footer><p>Site last updated: 12 June 2025</p></footer>"},
        ("2024-03-03", None)),
    "change of the whole site is none of the page in arabic": (
        {"body": "<p>تاريخ النشر: 3 مارس 2024</p></article><footer><p>آخر تحديث للموقع: 12 يونيو 2025</p></footer>",
         "lang": "ar"}, ("2024-03-03", None)),
    "meta tags of a publishing system tell both days": (
        {"head": '<meta name="govuk:first-published-at" content="2024-02-06T10:00:00+00:00">'
          '<meta name="govuk:public-updated-at" content="2024-04-18T10:00:00+00:00">'},
        ("2024-02-06T10:00:00+00:00", "2024-04-18T10:00:00+00:00")),
    "visible day marked as that of a change is no day of publication": (
        {"body": '<div vocab="https://schema.org/" typeof="Article">'
          '<meta property="datePublished" content="2022-12-24">'
          '<time property="dateModified" content="2023-01-02">2 January 2023</time>'}, ("2022-12-24", "2023-01-02")),
    "day of a change in hebrew is one": (
        {"body": "<p>תאריך פרסום: 12.02.2024</p><p>תאריך עדכון: 15.02.2024</p>", "lang": "he"},
        ("2024-02-12", "2024-02-15")),
}


@pytest.mark.parametrize(("page", "expected"), BOTH.values(), ids=BOTH)
def test_days_of_publication_and_change(page, expected):
    found = dates(**page)
    assert (found.published.value, found.modified.value) == expected


PUBLISHED = {
    "json ld may stand in a meta tag": (
        {"head": '<meta name="script:ld+json" content="{&quot;@type&quot;: &quot;Article&quot;, '
          "&quot;datePublished&quot;: &quot;2024-03-05&quot;, &quot;headline&quot;: "
          '&quot;Rates rise again&quot;}">'}, "2024-03-05"),
    "stated month may be written with a slash": (
        {"head": '<meta name="citation_publication_date" content="2024/03">'}, "2024-03"),
    "stated year yields to the day the page shows": (
        {"head": ld('"datePublished": "2024"'), "body": "<p class='date'>Published 5 March 2024</p>"}, "2024-03-05"),
    "meta date is read with its zone": (
        {"head": '<meta property="article:published_time" content="2024-03-05T23:30:00-05:00">'},
        "2024-03-05T23:30:00-05:00"),
    "month alone is not padded": ({"body": "<p class='date'>March 2024</p>"}, "2024-03"),
    "year in an element for dates is the date": ({"body": "<p class='date'><span>2024</span></p>"}, "2024"),
    "year in a time element is the date": ({"body": "<time>2024</time>"}, "2024"),
    "moment padded beyond what is shown is as precise as that": (
        {"body": "<time datetime='2024-03-01T00:00:00Z'>March 2024</time>"}, "2024-03"),
    "moment may be more precise than what is shown": ({"body": "<time datetime='2024-03-15'>March 2024</time>"},
                                                      "2024-03-15"),
    "year that nothing marks is none": ({"body": "<p>2024</p>"}, None),
    "ambiguous order is settled by a date that has one reading": (
        {"head": '<meta property="article:published_time" content="2024-04-03">',
         "body": "<p class='date'>04/03/2024</p>"}, "2024-04-03"),
    "date after the page was fetched is not taken": (
        {"body": "<p class='date'>5 March 2031</p>", "latest": datetime(2026, 1, 1, tzinfo=UTC)}, None),
    "calendar leaf in boxes is one date": (
        {"body": "<div class='date'><div>05</div><div>Mar</div><div>2024</div></div>"}, "2024-03-05"),
    "day in a sentence never beats a claim": (
        {"head": ld('"datePublished": "2024-03-05"'), "body": "<p>As of 9 April 2021 rates were low.</p>"},
        "2024-03-05"),
    "day that a sentence mentions is not the date": (
        {"body": "<h1>Rates rise</h1><p>The court struck the fee down.</p>"
          "<p>A hearing is set for October 9, 2030. Until then all stays.</p>"}, None),
    "day that a rule will apply from gives way to the labelled one": (
        {"body": "<ul><li>Publication date: 12 February 2025</li></ul><h1>Rates rise</h1>"
          "<p>The proposal will now be discussed by Parliament and Council. The rules "
          "should apply from 1 January 2028.</p>"}, "2025-02-12"),
    "dateline gives the day": (
        {"body": "<h1>Fund approves grant</h1>"
          "<p>WASHINGTON, January 17, 2025 – The Board today approved a grant of $90 "
          "million to bring water to eleven towns. The work will take six years.</p><div class='card'><h3>"
          "<a href='/x'>Old news</a></h3><p>Dec 2, 2024</p></div>"}, "2025-01-17"),
    "sentence below the text that says when it came out is a label": (
        {"body": f"<p>{'The council bought nine boats from the yard across the river. ' * 9}</p>"
         "<p>Dieser Artikel erschien am 3. Mai 2010.</p>"}, "2010-05-03"),
    "day before a word for publication is labelled in Turkish, too": (
        {"body": f"<p>{'The council bought nine boats from the yard across the river. ' * 9}</p>"
         "<p>Bu yazı 3 Mayıs 2010 tarihinde yayınlandı.</p>"}, "2010-05-03"),
    "days from and to are those of an event": (
        {"body": "<h1>Report of the meeting</h1><p>12–14 May 2024, Lisbon</p><p>Published on 3 July 2024</p>"},
        "2024-07-03"),
    "microdata in the head counts as its meta tags": (
        {"head": '<meta itemprop="datePublished" content="2024-09-14T09:00:00-0400">',
         "body": "<h1>Rates rise</h1><time>Sep 14</time>"}, "2024-09-14T09:00:00-04:00"),
    "days below a heading of deadlines are none of publication": (
        {"body": "<h2>Deadlines</h2><ul><li>First round: 31 March 2025</li><li>Second round: 30 September 2025</li>"
          "</ul>", "url": "https://example.org/grants"}, None),
    "days of a list beside the text are those of others": (
        {"body": '<aside><h3>News</h3><ul><li><a href="/1">Council opens a new office</a> <span>3 May 2024</span>'
          '</li><li><a href="/2">Works begin on the bridge</a> <span>1 May 2024</span></li></ul></aside>',
         "url": "https://example.org/our-work/homes"}, None),
    "month at the end of a line of facts is the date": (
        {"body": "<p class='meta'>Working Paper 24/07 · July 2024</p>", "url": "https://example.org/papers/tax"},
        "2024-07"),
    "day of an event in a list of facts is none of publication": (
        {"body": "<dl><dt>Event date</dt><dd>2 October 2023</dd><dt>Published</dt><dd>9 October 2023</dd></dl>"},
        "2023-10-09"),
    "year in passing is no date": (
        {"body": "<p>The plan of 2017</p>", "url": "https://example.org/publications/guide"}, None),
    "days in links to the next page are those of others": (
        {"body": '<nav><a href="/a">Previous: Grants open <span>4 March 2024</span></a></nav>',
         "url": "https://example.org/notes/ban"}, None),
    "a day in the first sentence is not the date": (
        {"body": "<p>On 5 March 2025 the ferry carried nine hundred passengers, more than ever "
          "before, and the council asked for a second boat.</p>"}, None),
    "a stated moment may be counted in seconds": (
        {"head": ld('"datePublished": 1749712800')}, "2025-06-12T07:20:00+00:00"),
    "words like days ago alone are no date": (
        {"body": '<p class="date">6 days ago</p>', "latest": datetime(2025, 6, 18, tzinfo=UTC)}, None),
}


@pytest.mark.parametrize(("page", "expected"), PUBLISHED.values(), ids=PUBLISHED)
def test_day_of_publication(page, expected):
    assert dates(**page).published.value == expected


@pytest.mark.parametrize("head", [
    ld('"datePublished": "2024"'), '<meta name="citation_publication_date" content="2024">',
    '<meta name="DC.date.issued" content=" 2024 ">',
    '<meta name="DC.date" content="2024">', '<meta itemprop="datePublished" content="2024">'])
def test_stated_year_alone_is_the_date(head):
    assert dates(head).published.value == "2024"


def test_stated_year_of_a_work_that_the_page_speaks_of_is_no_date():
    head = ld('"author": {"@type": "Person", "name": "A. Meyer"}, "citation": {"@type": "Book", "name": "On tariffs"'
              ', "datePublished": "1817"}')
    assert dates(head).published.value is None


def test_modified_is_never_filled_from_published():
    assert dates(ld('"datePublished": "2024-03-05"')).modified.value is None


@pytest.mark.parametrize(("lang", "line"), [
    ("en", "Published on 5 March 2024"), ("de", "Veröffentlicht am 5. März 2024"), ("fr", "Publié le 5 mars 2024"),
    ("es", "Publicado el 5 de marzo de 2024"), ("ru", "Дата публикации: 5 марта 2024"), ("zh", "发布时间：2024-03-05"),
    ("ja", "公開日：2024年3月5日"), ("pl", "Opublikowano 5 marca 2024"), ("ar", "تاريخ النشر: 5 مارس 2024"),
    ("pt", "Publicado em 05/03/2024"), ("it", "Pubblicato il 5 marzo 2024"), ("ko", "등록일 2024.03.05"),
])
def test_labelled_date_below_the_title_is_published(lang, line):
    assert dates(body=f"<p class='meta'>{line}</p>", lang=lang).published.value == "2024-03-05"


def test_words_on_the_page_are_kept_raw():
    found = dates(ld('"datePublished": "2024-03-05T10:00:00Z"'), "<p class='date'>5 March 2024</p>")
    assert (found.published.value, found.published_raw) == ("2024-03-05T10:00:00+00:00", "5 March 2024")


def test_last_updated_alone_is_modified():
    assert dates(body="<p>Last updated: 5 March 2024</p>").modified.value == "2024-03-05"


def test_copyright_year_is_no_date():
    found = dates()
    assert (found.published.value, found.published_raw) == (None, None)


def test_day_that_only_a_row_of_linked_teasers_tells_is_never_a_contender():
    cards = "".join(f"<li class='teaser'><a href='/n{i}'>Another story<span class='date'>{i} May 2024</span></a></li>"
                    for i in range(3, 8))
    outline, claims = read(f"<html lang='en'><body><h1>About us</h1>{ARTICLE * 4}<ul>{cards}</ul></body></html>",
                           "https://example.org/about")
    assert find_dates(outline, claims, outline.all("h1")[0]).published.candidates == ()


def test_dates_of_teasers_are_no_date_of_the_page():
    cards = "".join(f"<div class='card'><a href='/n{i}'>Another story</a><span class='date'>{i} May 2024</span></div>"
                    for i in range(3, 12))
    outline, claims = read(f"<html lang='en'><body><main><h1>About us</h1>{ARTICLE * 4}</main>"
                           f"<aside class='related'>{cards}</aside></body></html>", "https://example.org/about")
    assert find_dates(outline, claims, outline.all("h1")[0]).published.value is None


def test_day_of_the_address_and_of_the_page_agree():
    found = dates(body="<p class='byline'>By A. Smith, 5 March 2024</p>", url="https://example.org/2024/03/05/rates")
    assert (found.published.value, found.published.origin) == ("2024-03-05", "address, text")


def test_date_line_is_shown_so_that_it_is_no_body_text():
    found = dates(ld('"datePublished": "2024-03-05"'), "<p class='date'>5 March 2024</p>")
    assert len(found.published.shown) == 1


def test_candidates_come_with_scores_best_first():
    found = dates(body="<p class='date'>5 March 2024</p><p>9 April 2021</p>")
    assert [candidate.value for candidate in found.published.candidates] == ["2024-03-05", "2021-04-09"]


def test_hinted_words_give_both_dates():
    outline, claims = read("<html lang='de'><body><h1>Zinsen</h1></body></html>")
    found = find_dates(outline, claims, hinted=Choice("am 5. März 2024", "hint p.date"),
                       hinted_change=Choice("6.3.2024", "hint p.change"))
    assert (found.published.value, found.published_raw, found.modified.value) == \
        ("2024-03-05", "am 5. März 2024", "2024-03-06")


@pytest.mark.parametrize("line", [
    "5 March 2024, 14:00 – 16:00 CET", "Date: 5 March 2024 | 5:30 pm – 7:00 pm", "5. März 2024, 10 bis 12 Uhr",
    "10:00 – 11:30, Tuesday 5 March 2024", "5 March 2024, 5-7pm"])
def test_day_with_hours_from_and_to_is_that_of_an_event(line):
    assert dates(body=f"<h1>The price of water</h1><p>{line}</p>").published.value is None


@pytest.mark.parametrize(("lang", "line", "expected"), [
    ("et", "Avaldatud 12. veebruaril 2024", "2024-02-12"), ("lv", "Publicēts 14. februārī 2024", "2024-02-14"),
    ("sl", "Objavljeno 5. februarja 2024", "2024-02-05"), ("lt", "Data 2024 02 19", "2024-02-19"),
])
def test_day_is_read_in_the_cases_of_its_language(lang, line, expected):
    assert dates(body=f"<p>{line}</p>", lang=lang).published.value == expected


def test_title_is_no_label_of_the_day_below_it():
    outline, claims = read("<h1>Heat: what is next?</h1><p>7 Mar 2024</p>" + ARTICLE, "https://example.org/news/heat")
    assert find_dates(outline, claims, next(iter(outline.all("h1")))).published.value == "2024-03-07"


@pytest.mark.parametrize(("lang", "line"), [
    ("fa", "تاریخ انتشار: ۱۴۰۲/۱۲/۱۷"), ("zh-TW", "發布日期：113-03-07"), ("th", "วันที่เผยแพร่ 07/03/2567"),
])
def test_figures_of_other_calendars_are_read(lang, line):
    assert dates(body=f"<p>{line}</p>", lang=lang).published.value == "2024-03-07"


@pytest.mark.parametrize("line", ["<dl><dt>Year</dt><dd>2017</dd></dl>", "<p>Publication date: 2017</p>"])
def test_year_alone_is_told_by_its_label(line):
    assert dates(body=line, url="https://example.org/publications/guide").published.value == "2017"


@pytest.mark.parametrize(("lang", "line"), [
    ("en", "<p><b>Closes:</b> 30 June 2025</p>"), ("en", "<dl><dt>Deadline</dt><dd>30 June 2025</dd></dl>"),
    ("en", "<p>Deadline</p><p>30 June 2025</p>"),
    ("en", "<p>Closed 30 June 2025</p><h2>Results expected 1 July 2025</h2>"),
    ("en", "<p>Consultation closes at 11:45pm on 30 June 2025</p>"),
    ("de", "<p>Einsendeschluss: 30. Juni 2025</p>"), ("fr", "<p>Clôture des candidatures : 30 juin 2025</p>"),
    ("pt", "<p>Prazo: 30 de junho de 2025</p>"), ("ru", "<p>Крайний срок: 30 июня 2025</p>"),
    ("zh", "<p>截止日期：2025年6月30日</p>"), ("ja", "<p>開催日：2025年6月30日</p>"),
    ("ko", "<p>마감일: 2025년 6월 30일</p>"),
    ("ar", "<p>الموعد النهائي: 30 يونيو 2025</p>"), ("hi", "<p>अंतिम तिथि: 30 जून 2025</p>"),
])
def test_day_of_a_deadline_or_an_event_is_none_of_publication(lang, line):
    assert dates(body=line, lang=lang).published.value is None


@pytest.mark.parametrize("line", [
    "<p>12 ม.ค. 67</p>", "<p>12 ม.ค.67</p>", "<p>โพสต์เมื่อ 12 มกราคม 67 เวลา 10:30 น.</p>", "<p>12 ม.ค. 2567</p>"])
def test_buddhist_years_of_two_figures_are_read(line):
    assert (dates(body=line, lang="th").published.value or "")[:10] == "2024-01-12"


def test_day_with_the_word_for_year_behind_it_stands_alone():
    found = dates(body="<p>14 марта 2025 года</p>", lang="ru")
    assert (found.published.value, len(found.published.shown)) == ("2025-03-14", 1)


def test_a_month_that_the_head_states_beats_the_day_of_an_event_in_a_banner() -> None:
    page = ('<html><head><meta name="citation_publication_date" content="2025/04"></head><body>'
            '<div><a href="/events/lecture">Annual lecture · 12 May 2025 · Register now</a></div>'
            '<main><h1>The local audit gap</h1><div>April 2025</div><p>Accounts were late in most councils.</p></main>')
    outline, claims = read(page)
    assert find_dates(outline, claims, next(iter(outline.all("h1")))).published.value == "2025-04"


def test_the_first_moment_that_programs_count_is_no_date() -> None:
    unset = '<meta property="article:published_time" content="1970-01-01T00:00:00Z">'
    assert dates(unset).published.value is None
    assert dates(unset, "<p>5 March 2024</p>").published.value == "2024-03-05"
    assert dates('<meta name="dc.date" content="1970-01-01">').published.value == "1970-01-01"


def test_days_of_comments_and_of_today_are_none_of_publication() -> None:
    assert dates(body='<div class="today">Saturday, 8 March 2025</div>').published.value is None
    outline, claims = read(f"<h1>Rates rise again</h1>{ARTICLE * 5}<div class='comments'><div class='comment'>"
                           "<b>Ada</b> <span class='date'>5 March 2025</span><p>Well said indeed.</p></div></div>")
    assert find_dates(outline, claims, next(iter(outline.all("h1")))).published.value is None


def test_days_of_teasers_beside_the_text_are_those_of_others() -> None:
    aside = ("<aside class='related'><article><h3><a href='/a/first-boat-opens'>The first boat opens</a></h3>"
             "<time datetime='2024-01-02'>2 January 2024</time></article></aside>")
    outline, claims = read(f"<h1>Rates rise again</h1>{ARTICLE}{aside}")
    assert find_dates(outline, claims, next(iter(outline.all("h1")))).published.value is None


@pytest.mark.parametrize("line", ["Embargoed until 00:01, 5 March 2025", "Sperrfrist: 5. März 2025, 00:01 Uhr"])
def test_a_text_under_embargo_is_published_when_that_ends(line: str) -> None:
    assert dates(body=f"<p>{line}</p>", lang="de" if "März" in line else "en").published.value == "2025-03-05T00:01"


@pytest.mark.parametrize("line", [
    "Act of 5 March 2025 on ferries", "1 January 2024 – 31 December 2024", "Valid from 1 July 2025 to 30 June 2026"])
def test_days_of_laws_and_periods_are_none_of_publication(line: str) -> None:
    assert dates(body=f"<p>{line}</p>").published.value is None


def test_a_day_in_a_caption_is_that_of_the_picture() -> None:
    caption = "<figure><img src='a'><figcaption>The ferry on 2 January 2024. Photo: Bo Two</figcaption></figure>"
    assert dates(body=caption).published.value is None
    assert dates(body=f"<p>5 March 2025</p>{caption}").published.value == "2025-03-05"


def test_a_day_of_review_is_a_change_and_an_age_no_label() -> None:
    found = dates(body="<p>Date of last review: 9 April 2025</p><p>Date of publication: 5 March 2025</p>")
    assert (found.published.value, found.modified.value) == ("2025-03-05", "2025-04-09")
    found = dates(body="<time datetime='2025-03-05'>5 March 2025</time><span>Updated 3 hours ago</span>")
    assert (found.published.value, found.modified.value) == ("2025-03-05", None)


def test_a_byline_around_a_day_is_no_sentence() -> None:
    assert dates(body="<p>By Ada One on 5 March 2025 in Ferries</p>").published.value == "2025-03-05"
    assert dates(body="<p>woensdag 5 maart 2025, 10:30 uur</p>", lang="nl").published.value == "2025-03-05T10:30"


@pytest.mark.parametrize("label", [
    "最后更新时间：", "最後修改日期：", "修訂日期：", "最終改定日", "최종수정일시", "Дата последнего обновления:",
    "Дата оновлення:", "Datum poslední změny:", "تاريخ التحديث:", "Последна актуализация:", "Posljednja izmjena:",
    "Kemas kini terakhir:"])
def test_a_day_of_change_is_one_though_its_label_ends_in_a_word_for_any_day(label: str) -> None:
    assert label_of(label + " ", "")[0] == "modified"


def test_speech_is_dated_by_the_end_of_the_line_that_says_who_gave_it_and_where() -> None:
    line = "Speech by Ms Ada One, Governor of the Bank of Ports, at the Harbour Dinner, Port City, 14 May 2025."
    assert dates(body=f"<p>{line}</p>").published.value == "2025-05-14"


def test_hours_of_a_period_are_no_time_of_publication() -> None:
    period = "This consultation ran from 9:30am on 3 February 2025 to 11:59pm on 28 April 2025"
    assert dates(body=f"<p>Published 3 February 2025</p><p>{period}</p>").published.value == "2025-02-03"


def test_label_that_touches_the_day_before_it_is_one() -> None:
    read = dates(body="<p><span>입력 2025.07.18</span><span>수정 2025.07.21</span></p>", lang="ko")
    assert (read.published.value, read.modified.value) == ("2025-07-18", "2025-07-21")


@pytest.mark.parametrize(("body", "lang"), [
    ("<p>Date of adoption: 3 June 2025</p><p>Date of publication: 12 June 2025</p>", "en-GB"),
    ("<p>As at 31 March 2025</p><p>Published 12 June 2025</p>", "en-GB"),
    ("<p>For the year ended 31 December 2024</p><p>12 June 2025</p>", "en-GB"),
    ("<p>Hearing dates: 3 and 4 March 2025</p><p>Date of judgment: 12 June 2025</p>", "en-GB"),
    ("<p>This guidance was withdrawn on 15 June 2025</p><p>Published 12 June 2025</p>", "en-GB"),
    ("<p>Datenstand: 31.12.2024</p><p>Veröffentlicht: 12.06.2025</p>", "de"),
    ("<p>Данные собраны: 31.12.2024</p><p>Опубликовано: 12.06.2025</p>", "ru")])
def test_days_called_something_else_yield_to_that_of_publication(body, lang):
    assert dates(body=body, lang=lang).published.value == "2025-06-12"


@pytest.mark.parametrize("body", [
    "<p>For the year ended 31 December 2024</p>", "<p>Reporting date: 31 December 2024</p>", "<p>9–12 June 2025</p>"])
def test_periods_are_no_day_of_publication(body):
    assert dates(body=body).published.value is None


@pytest.mark.parametrize("line", ["12:30 – 12 June 2025", "No. 4 – 12 June 2025", "Brief 14 – 12 June 2025"])
def test_a_number_before_a_dash_is_no_period(line):
    assert dates(body=f"<p>{line}</p>").published.value[:10] == "2025-06-12"


@pytest.mark.parametrize("line", [
    "Vol. 12, No. 2 (June 2025)", "June 2025 issue", "N° 145 – June 2025", "Working Paper 12/25, June 2025"])
def test_the_month_of_an_issue_is_the_date(line):
    assert dates(body=f"<p>{line}</p>").published.value == "2025-06"


@pytest.mark.parametrize("markup", [
    '<span class="date" title="12 June 2025 14:30">6 days ago</span>',
    '<abbr class="timeago" title="2025-06-12T14:30">6 days ago</abbr>',
    '<relative-time datetime="2025-06-12T14:30">6 days ago</relative-time>'])
def test_the_moment_behind_words_like_days_ago_is_told_by_their_element(markup):
    assert dates(body=f"<p>{markup}</p>").published.value == "2025-06-12T14:30"


def test_a_label_that_only_begins_with_the_word_for_date_is_no_label():
    assert label_of("Data cut-off: ", "") == (None, "")
    assert label_of("Datum der Sitzung: ", "") == (None, "")
    assert label_of("Data: ", "")[0] == label_of("Fecha de publicación: ", "")[0] == "published"


VERSIONS = "<tr><th>Version</th><th>Date</th><th>Changes</th></tr><tr><td>1.1</td><td>5 May 2021</td><td>Fees</td></tr>"


@pytest.mark.parametrize("history", [
    f"<h2>Version history</h2><table>{VERSIONS}<tr><td>1</td><td>12 March 2020</td><td>First version</td></tr></table>",
    f"<table>{VERSIONS}<tr><td>1.0</td><td>12 March 2020</td><td>Initial release</td></tr></table>",
    "<h3>Historique des versions</h3><ul><li>1.1 – 5 mai 2021 : tarifs</li><li>1.0 – 12 mars 2020 : création</li></ul>",
    "<h2>Changelog</h2><h3>1.1 (2021-05-05)</h3><p>Fees</p><h3>1.0 (2020-03-12)</h3><p>Initial version</p>",
    "<h2>改訂履歴</h2><ul><li>2020年3月12日 初版</li><li>2021年5月5日 料金</li></ul>"])
def test_a_history_tells_when_the_page_was_changed_and_its_first_version_when_it_was_published(history):
    found = dates(body=ARTICLE + history)
    assert (found.published.value, found.modified.value) == ("2020-03-12", "2021-05-05")


@pytest.mark.parametrize("history", [
    "<h2>Revision history</h2><ul><li>1.2: 12 March 2020</li><li>1.3: 5 May 2021</li></ul>",
    "<p><b>Version history:</b> 1.2 12 March 2020, 1.3 5 May 2021</p>",
    f"<table>{VERSIONS}<tr><td>1.0</td><td>12 March 2020</td><td>Annex</td></tr></table>"])
def test_no_day_of_a_history_is_that_of_publication_unless_it_says_so(history):
    found = dates(body=ARTICLE + history)
    assert (found.published.value, found.modified.value) == (None, "2021-05-05")


def test_a_link_to_other_versions_begins_no_history():
    found = dates(body="<p><a href='/v'>Versions</a></p><p>5 May 2021</p>")
    assert (found.published.value, found.modified.value) == ("2021-05-05", None)


def test_the_latest_of_several_changes_is_told():
    found = dates(body="<p>Published: 5 March 2024</p><p>Updated: 5 May 2024</p><p>Updated: 9 June 2024</p>")
    assert (found.published.value, found.modified.value) == ("2024-03-05", "2024-06-09")


@pytest.mark.parametrize(("other", "day"), [
    ("25/03/2025", "2025-04-03"), ("03/25/2025", "2025-03-04"), ("", "2025-03-04")])
def test_other_days_of_the_page_tell_which_comes_first_where_its_language_is_only_said(other: str, day: str) -> None:
    body = f"<p>Published 03/04/2025</p><ul><li><a href='/a'>Ports pay less</a> {other}</li></ul>"
    assert dates(body=body, lang="en-US").published.value == day


@pytest.mark.parametrize(("body", "day"), [
    ("<dl><dt>Release date:</dt><dd>9 December 2026 9:30am</dd></dl>", "2026-12-09"),
    ("<p>Publication date: 1 December 2026</p>", None),                                   # where clocks are ahead
    ("<p>Release date: 9 November 2026</p><p>Next release date: 9 December 2026</p>", None),
    ("<p>Next release: 9 December 2026</p>", None), ("<p>Date: 9 December 2026</p>", None)])
def test_a_day_of_publication_to_come_is_announced_unless_one_is_over(body, day):
    assert dates(body=body, latest=datetime(2026, 11, 30, 20, tzinfo=UTC)).announced == day
