"""One publication as the templates of a network show it, each saved as text: print, mail, phone, block theme."""

import pytest

from archive.records import Publication
from crawler.parsing.saved_text.marks import is_frame, read_head_line
from tests.crawler.parsing.saved_text.test_saved_text import DEK, PARAGRAPHS, RELATED, SENTENCE_HEADINGS, TITLE, text_of
from tests.crawler.parsing.saved_text.test_saved_whole_page import read

HOST = "https://www.riverinstitute.example/p/831"


def head(*lines: str, **parts: object) -> Publication:
    """The publication whose head is these lines."""
    return read(text_of(before=lines, title="", dek="", date=(), share=(), **parts), HOST)


def told(publication: Publication) -> tuple[object, ...]:
    return publication.title, publication.dek, publication.section, publication.published


@pytest.mark.parametrize("before", [
    ["Home Menu Search"], ["River Institute"], ["River InstituteSubscribe", "Events"],
    ["River Institute · https://www.riverinstitute.example/p/831"],
    ["Trouble reading this mail? View it in your browser."], ["The River Ledger", "About", "Contact"],
    ["River Institute", "News", "Transport", "Environment"],
], ids=["menu on a line", "name of the host", "site and button", "printed address", "mail", "site and menu", "menu"])
def test_what_a_template_puts_above_the_section_is_no_title(before):
    lines = [*before, "Transport", TITLE, DEK, "Published July 18, 2025"]
    assert told(head(*lines)) == (TITLE, DEK, "Transport", "2025-07-18")


def test_facts_below_one_another_are_read():
    publication = head(TITLE, DEK, "Date", "18 July 2025", "Authors", "Anna Moss", "Raj Patel", "Policy area", "Ports")
    assert [author.name for author in publication.authors] == ["Anna Moss", "Raj Patel"]
    assert (publication.published, publication.topics) == ("2025-07-18", ("Ports",))
    assert publication.text.startswith(PARAGRAPHS[0])


def test_facts_on_one_line_name_their_section():
    publication = head(TITLE, DEK, "Author: Mark King | Date: 18 July 2025 | Section: Transport")
    assert (publication.authors[0].name, publication.section) == ("Mark King", "Transport")


def test_category_below_the_text_is_the_section():
    assert head(TITLE, DEK, "18 July 2025", after=["Filed under: Transport"]).section == "Transport"


def test_name_alone_below_the_title_is_no_section():
    assert head(TITLE, "Linda Wilson", "July 18, 2025", DEK).section is None


def test_name_before_date_and_reading_time_does_not_hide_the_date():
    publication = head("Posts", TITLE, DEK, "Ada Moss July 18, 2025 5 minutes read 812 words")
    assert (publication.title, publication.dek, publication.published) == (TITLE, DEK, "2025-07-18")


def test_last_items_of_a_list_stay_where_no_summary_is_long():
    rows = [line for section, title, _, day, _ in RELATED
            for line in (section, title, "It fits on one page.", "-", day)]
    publication = read(text_of(related=(), after=["Related Articles", *rows, "© 2025 River Institute", "Imprint"]))
    assert [item.title for item in publication.related] == [title for _, title, *_ in RELATED]


def test_day_at_the_end_of_each_line_of_a_list_is_told_apart():
    rows = [f"{title} {day}" for _, title, _, day, _ in RELATED]
    after = ["More in Transport", *rows, "Full site © River"]
    publication = read(text_of(related=(), related_heading=None, after=after))
    assert [(item.title, item.published) for item in publication.related] == [
        (title, day) for _, title, _, _, day in RELATED]


@pytest.mark.parametrize("foot", [
    ["Designed with WordPress"], ["Powered by Liferay"], ["River Institute", "Back to top"],
    ["ページの先頭に戻る"], ["επιστροφή στην κορυφή"], ["Yukarı çık"],
    ["You are receiving this email because you signed up at riverinstitute.example.", "14 Mill Lane, Ghent"]])
def test_foot_of_a_template_is_no_item_of_the_list(foot):
    rows = [line for _, title, summary, day, _ in RELATED for line in (title, summary, day)]
    publication = read(text_of(related=(), after=["Read next", *rows, *foot]))
    assert [(item.title, item.section) for item in publication.related] == [(title, None) for _, title, *_ in RELATED]


def test_comments_and_steps_to_the_next_post_are_no_body():
    after = ["←Currency swaps again", "2 responses to “Ports”", "Ada", "July 19, 2025",
             "Our council spoke of this very thing last night, and could not agree on anything at all."]
    publication = head(TITLE, DEK, "July 18, 2025", after=after, related_heading=None)
    assert publication.text.endswith(PARAGRAPHS[3])


def test_sentence_that_an_ad_cuts_is_one_paragraph():
    first, rest = PARAGRAPHS[1].split(" and found ")
    text = text_of(headings=SENTENCE_HEADINGS).replace(PARAGRAPHS[1], f"{first}\nADVERTISEMENT\nand found {rest}")
    assert PARAGRAPHS[1] in [block.text for block in read(text).blocks]


def test_full_stop_alone_is_no_menu():
    assert not is_frame(".")


def test_mark_of_a_headings_link_to_itself_is_no_text():
    text = text_of(headings=["One tender instead of three¶", "What the savings paid for #"])
    assert [block.text for block in read(text).blocks if block.kind == "heading"] == [
        "One tender instead of three", "What the savings paid for"]


def test_buttons_that_say_what_they_do_are_a_share_row():
    row = "Share on Facebook Share on LinkedIn Forward to a friend"
    publication = head(TITLE, DEK, "July 18, 2025", after=[row])
    assert [link.network for link in publication.share_links] == ["facebook", "linkedin", "email"]


@pytest.mark.parametrize("views", [
    "Wyświetleń: 1 204", "Views: 1,204", "318 kali dilihat", "조회수 1,532", "Просмотров: 77", "33 keer gelezen",
    "letto 33 volte", "Zobrazeno: 33×", "ผู้เข้าชม 99 ครั้ง", "عدد المشاهدات: 321", "Hits: 12"])
def test_how_often_a_page_was_read_is_said_beside_its_date(views):
    assert [mark.kind for mark in read_head_line(f"Published 18 July 2025 {views}")] == ["published", "reading time"]


@pytest.mark.parametrize(("trail", "section"), [
    ("Αρχική / Εκθέσεις", "Εκθέσεις"), ("Você está aqui: Página Inicial / Notícias", "Notícias"),
    ("Trang chủ » Nghiên cứu", "Nghiên cứu")])
def test_trail_of_two_steps_is_the_section(trail, section):
    publication = head(trail, TITLE, DEK, "18 July 2025")
    assert (publication.title, publication.section) == (TITLE, section)


@pytest.mark.parametrize("line", [
    "18 July 2025 Ines Okafor, Raj Patel 8 minutes read", "Ministry of Ports, published 18 July 2025",
    "18 July 2025 Press office"])
def test_day_at_the_end_of_a_line_below_the_title_is_its_day(line):
    assert told(head("Ports", TITLE, DEK, line))[::3] == (TITLE, "2025-07-18")


def test_title_below_section_and_day_is_the_title():
    assert told(head("Press releases", "18 July 2025", TITLE)) == (TITLE, None, "Press releases", "2025-07-18")


def test_title_below_the_day_is_the_title_where_the_site_alone_stands_above():
    assert told(head("River Institute", "18 July 2025", TITLE))[::3] == (TITLE, "2025-07-18")


def test_credit_of_a_picture_does_not_end_the_text():
    text = text_of(headings=["© River Pictures / Ann Foster", "What the savings paid for"])
    assert read(text).text.endswith(PARAGRAPHS[3])


def test_file_with_its_size_and_the_heading_above_are_no_text():
    files = ["Downloads", "Full report (PDF, 340 KB)", "Annex (PDF, 1.2 MB)"]
    assert head(TITLE, DEK, "18 July 2025", after=files).text.endswith(PARAGRAPHS[3])


def test_box_of_highlights_above_a_short_text_is_no_list():
    lines = ["Highlights", "Silt pays for itself.",
             "Rents of two ports rose by a fifth within a year, as the council had told them.",
             "Most of the money went to the two ports that had asked for it first.",
             "Read more", "Ports pay less", "12 May 2025"]
    assert "as the council had told them" in read("\n".join([TITLE, "18 July 2025", *lines])).text


def test_thai_counts_by_its_letters():
    prose = "รัฐบาลใช้เงินอุดหนุนรถเมล์ปีละกว่าสามพันล้านบาท แต่ผู้โดยสารยังต้องรอรถนานเฉลี่ยยี่สิบสองนาทีในชั่วโมงเร่งด่วน"
    publication = read(f"อุดหนุนรถเมล์อย่างไรให้คุ้มค่า\n8 ตุลาคม 2568\n{prose}\n{prose[:70]}")
    assert (publication.title, publication.published) == ("อุดหนุนรถเมล์อย่างไรให้คุ้มค่า", "2025-10-08")


def test_whom_the_press_may_call_is_not_of_a_saved_text():
    after = ["Contacts médias", "Marc Delorme, Dakar, +221 33 555 01 02, marc@riverinstitute.example"]
    publication = head(TITLE, DEK, "18 July 2025", after=after, related_heading=None, related=())
    assert publication.text.endswith(PARAGRAPHS[3])
