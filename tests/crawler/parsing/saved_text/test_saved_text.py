"""Saved text: the page we were given, and every form such a text takes elsewhere."""

import contextlib
import time
from pathlib import Path

import pytest

from archive.records import Page, Publication
from crawler.parsing import NotAPublication
from crawler.parsing.saved_text import read_saved_text
from crawler.parsing.saved_text.lines import read_lines
from crawler.parsing.saved_text.marks import read_head_line

SEED = Path(__file__).parents[3] / "pages/example.org/democratic-norms-text/page.txt"
ADDRESS = "https://example.org/page.php?p=0000831"

TITLE = "Ports learn to share the cost of dredging"
DEK = "Three river ports pooled their budgets for deep channels, and freight rates fell without new subsidies."
PARAGRAPHS = [
    "Dredging is the quiet expense of every river port. Silt settles, channels narrow, and ships that once came in "
    "fully laden have to wait for the tide or lighten their cargo at anchor. For decades each port on the estuary paid "
    "for its own reach of the river, bargaining alone with the two firms that own suitable vessels.",
    "The new arrangement began as a spreadsheet. Harbour masters compared their invoices and found that they paid "
    "between nine and twenty-one euros for a cubic metre of the same mud. A joint tender followed within a year, with "
    "a single timetable for the vessels and one laboratory for the sediment samples that regulators demand.",
    "Prices fell by a third in the first season. More surprising was the effect on planning: because the vessels no "
    "longer sailed back and forth between rival contracts, the quiet weeks could be given to the spawning grounds that "
    "fishing communities had asked to protect since the nineties.",
    "Not every port gained equally. The smallest of the three had enjoyed a private rebate and now pays slightly more, "
    "which its council accepted in return for a guaranteed depth at the new terminal. An independent review after five "
    "years can reopen the formula if traffic shifts.",
]
HEADINGS = ["One tender instead of three", "What the savings paid for"]
SENTENCE_HEADINGS = ["A joint tender replaces three separate bargains.", "Savings flow back into the river itself."]
RELATED = [
    ("Transport", "Why inland barges lost the container race", "Rail tunnels, low water and a shortage of skippers "
     "changed the economics of the river within ten years, and policy followed late.", "July 28, 2025", "2025-07-28"),
    ("Transport", "Pilots, tugs and the price of safety", "Compulsory pilotage protects estuaries from oil, but its "
     "tariffs were written for smaller ships and need a public review.", "July 2, 2025", "2025-07-02"),
    ("Environment", "Counting fish behind the weir", "A decade of sonar data shows which fish passes work, and why "
     "half of those built with public money hardly do.", "June 11, 2025", "2025-06-11"),
]


def text_of(*, before=(), title=TITLE, dek=DEK, date=("Published July 18, 2025",), share=("Facebook X Email",),
            headings=HEADINGS, related_heading="Related Articles", related=("section", "summary", "-", "date"),
            blank="", ads=True, after=()) -> str:
    """A saved text of the article above; every part may be left out or written another way."""
    ad = ["ADVERTISEMENT"] if ads else []
    lines = [*before, title, *([dek] if dek else []), *date, *share]
    lines += [PARAGRAPHS[0], headings[0], PARAGRAPHS[1], *ad, *ad, headings[1], PARAGRAPHS[2], *ad, PARAGRAPHS[3]]
    lines += after
    if related_heading is not None:
        lines += [related_heading] if related_heading else []
        for section, heading, summary, day, _ in RELATED:
            parts = {"section": section, "title": heading, "summary": summary, "date": day, "-": "-", "blank": "",
                     "section - date": f"{section} - {day}", "bullet": f"• {heading}", "byline": "By Ines Okafor"}
            lines += [parts[part] for part in related]
    return ("\n" + blank).join(lines)


def read(text: str | bytes) -> Publication:
    body = text.encode() if isinstance(text, str) else text
    return read_saved_text(Page.from_bytes(body, url=ADDRESS, content_type="text/plain"))


def kinds(publication: Publication) -> str:
    return "".join(block.kind[0] for block in publication.blocks)


@pytest.fixture(scope="module")
def seed() -> Publication:
    return read(SEED.read_bytes())


def test_the_title_is_the_first_line_as_written(seed):
    assert seed.title == ("The role of international organizations in promoting democratic norms and preventing "
                          "erosion of civic freedoms globally.")


def test_the_dek_follows_the_title(seed):
    assert seed.dek.startswith("International bodies increasingly coordinate multilateral action")


def test_the_day_of_publication_is_read_with_the_words_that_give_it(seed):
    assert (seed.published, seed.published_raw) == ("2025-07-18", "July 18, 2025")


def test_the_share_row_gives_networks_without_addresses(seed):
    assert [(share.network, share.url) for share in seed.share_links] == [
        (network, None) for network in ("facebook", "x", "reddit", "pinterest", "email")]


def test_sentence_like_headings_stand_between_twelve_paragraphs(seed):
    assert kinds(seed) == "pphpphpphpphpppp"


def test_headings_are_kept_as_written(seed):
    assert [block.text for block in seed.blocks if block.kind == "heading"] == [
        "Norms grow through long-term capacity-building and shared accountability.",
        "The protection of civic freedoms depends on durable, universal commitments.",
        "Regional partnerships adapt universal principles to contextual challenges.",
        "Democratic norms persist when inclusive governance becomes routine practice."]


def test_ad_labels_are_counted_and_gone(seed):
    assert (seed.ad_slots, "ADVERTISEMENT" in seed.text) == (6, False)


def test_related_items_have_section_summary_and_date_and_no_title(seed):
    assert [(item.kind, item.url, item.title, item.section, bool(item.summary), bool(item.published))
            for item in seed.related] == [("related", None, None, "International organizations", True, True)] * 20


def test_the_last_related_item_is_whole(seed):
    last = seed.related[-1]
    assert (last.published, last.summary[-34:]) == ("2025-07-19", "sustainable development worldwide.")


def test_the_language_is_told_by_the_words(seed):
    assert seed.language == "en"


def test_evidence_names_the_lines(seed):
    assert (seed.evidence["published"], seed.evidence["language"]) == ("saved text, line 3", "saved text")


@pytest.mark.parametrize("line", ["Published 2025", "Published: 2025", "Year: 2025", "Jahr: 2025", "Año: 2025"])
def test_a_year_with_its_label_is_the_date(line):
    article = read(text_of(date=(line,)))
    assert (article.published, line in article.text) == ("2025", False)


HEADS = {
    "as given": {},
    "no dek": {"dek": None},
    "no share row": {"share": ()},
    "date alone": {"date": ("July 18, 2025",)},
    "byline after the date": {"date": ("Published July 18, 2025", "By Ines Okafor")},
    "published by": {"date": ("Published by Ines Okafor", "July 18, 2025")},
    "byline and date on one line": {"date": ("By Ines Okafor | July 18, 2025",)},
    "published by someone on a day": {"date": ("Published by Ines Okafor on July 18, 2025",)},
    "reading time": {"date": ("Published July 18, 2025", "3 min Read")},
    "reading time on the line": {"date": ("July 18, 2025 · 3 min read",)},
    "all on one line": {"date": ("By Ines Okafor · July 18, 2025 · 5 minute read",)},
    "updated as well": {"date": ("Published July 18, 2025", "Last updated: July 20, 2025")},
    "weekday and hour": {"date": ("Posted on Friday, 18 July 2025 at 10:30",)},
    "place and day": {"date": ("Brussels, July 18, 2025",)},
    "Greek date": {"date": ("Δημοσιεύθηκε στις 18 Ιουλίου 2025",)},
    "Korean date": {"date": ("게시일: 2025. 7. 18.",)},
    "byline, section and day": {"date": ("Posted by Ines Okafor in Transport on July 18, 2025",)},
    "ISO": {"date": ("2025-07-18",)},
    "dotted": {"date": ("18.07.2025",)},
    "slashes": {"date": ("Published: 18/07/2025",)},
    "month first": {"date": ("07/18/2025",)},
    "German date": {"date": ("Veröffentlicht am 18. Juli 2025",)},
    "French date": {"date": ("Publié le 18 juillet 2025",)},
    "Spanish date": {"date": ("Publicado el 18 de julio de 2025",)},
    "Polish date": {"date": ("Opublikowano 18 lipca 2025",)},
    "Russian date": {"date": ("Опубликовано 18 июля 2025 г.",)},
    "Chinese date": {"date": ("发布时间：2025年7月18日",)},
    "Arabic date": {"date": ("نشر في 18 يوليو 2025",)},
    "another share row": {"share": ("X Linkedin Facebook Reddit Email Bluesky",)},
    "share label": {"share": ("Share this article", "Facebook X Email")},
    "share on": {"share": ("Share on Facebook", "Share on X", "Share by email")},
    "a network a line": {"share": ("Share", "Facebook", "Twitter", "LinkedIn", "Email", "Copy link")},
    "bars in the share row": {"share": ("Share: Facebook | X | WhatsApp | Email",)},
    "category first": {"before": ("Transport",)},
    "title told twice": {"before": (TITLE,)},
    "title told again over the body": {"share": ("Facebook X Email", TITLE)},
    "menu first": {"before": ("Skip to content", "Menu", "Search")},
    "date before the title": {"before": ("July 18, 2025",), "date": ()},
    "category and date before the title": {"before": ("Transport", "July 18, 2025"), "date": ()},
    "share row before the date": {"date": (), "share": ("Facebook X Email", "Published July 18, 2025")},
    "German byline": {"date": ("Von Ines Okafor", "18. Juli 2025", "Lesezeit: 3 Minuten")},
    "sentence headings": {"headings": SENTENCE_HEADINGS, "title": TITLE + "."},
    "sentence headings under a plain title": {"headings": SENTENCE_HEADINGS},
    "numbered headings": {"headings": [f"{n}. {text}" for n, text in enumerate(HEADINGS, 1)]},
    "numbered sentence headings": {"headings": [f"{n}. {text}" for n, text in enumerate(SENTENCE_HEADINGS, 1)]},
    "question headings": {"headings": ["Who pays for the mud?", "What did the savings pay for?"]},
    "hash headings": {"headings": [f"## {text}" for text in HEADINGS]},
    "blank lines": {"blank": "\n"},
    "menu without known words": {"before": ("About", "Projects", "People", "Jobs")},
    "crumbs first": {"before": ("Home > Transport",)},
    "comment form": {"after": ("Leave a Reply", "Comment *", "Name *")},
    "author note": {"after": ("About the author", "Ines Okafor writes on rivers and lives beside one in the north.")},
    "share row at the end": {"share": (), "after": ("Share this article", "Facebook X Email")},
    "dek after the date": {"dek": DEK, "date": ("Published July 18, 2025",), "share": ()},
    "no related list": {"related_heading": None},
    "no ads": {"ads": False},
    "foot": {"after": ("© 2025 Estuary Review. All rights reserved.",)},
}


@pytest.mark.parametrize("form", HEADS.values(), ids=HEADS)
def test_every_form_gives_the_same_publication(form):
    found, headings = read(text_of(**form)), [line.removeprefix("## ") for line in form.get("headings", HEADINGS)]
    assert (found.title, found.dek, found.published[:10], kinds(found)) == (
        form.get("title", TITLE), form.get("dek", DEK), "2025-07-18", "phphpp")
    assert [block.text for block in found.blocks] == [
        PARAGRAPHS[0], headings[0], PARAGRAPHS[1], headings[1], PARAGRAPHS[2], PARAGRAPHS[3]]


@pytest.mark.parametrize(("share", "networks"), [
    (("X Linkedin Facebook Reddit Email Bluesky",), "x linkedin facebook reddit email bluesky"),
    (("Share", "Facebook", "Twitter", "LinkedIn", "Email", "Copy link"), "facebook x linkedin email copy"),
    (("Share on Facebook", "Share on X", "Share by email"), "facebook x email"),
    (("Teilen: Facebook WhatsApp Telegram Drucken",), "facebook whatsapp telegram print"),
    (("Facebook | Hacker News | Threads",), "facebook hackernews threads"),
    (("Share on FacebookShare on XShare on LinkedIn",), "facebook x linkedin"),
    (("Tweet Share Pin Email",), "x pinterest email"),
    (("12 Shares Facebook X",), "facebook x"),
    (("Facebook, X, LinkedIn, and Email",), "facebook x linkedin email"),
    ((), ""),
])
def test_share_rows_name_their_networks(share, networks):
    assert " ".join(link.network for link in read(text_of(share=share)).share_links) == networks


@pytest.mark.parametrize("date", [
    ("By Ines Okafor",), ("Published by Ines Okafor",), ("Written by Ines Okafor | July 18, 2025",),
    ("Author: Ines Okafor",),
    ("Von Ines Okafor",), ("Par Ines Okafor",), ("By Ines Okafor, July 18, 2025",), ("July 18, 2025 by Ines Okafor",),
])
def test_bylines_give_the_author(date):
    assert [author.name for author in read(text_of(date=date)).authors] == ["Ines Okafor"]


@pytest.mark.parametrize("before", [
    ("Transport",), ("Home > Transport",), ("Home / Economy / Transport",), ("TRANSPORT",)])
def test_a_category_before_the_title_is_the_section(before):
    assert read(text_of(before=before)).section.title() == "Transport"


def test_a_line_of_update_is_the_change_and_not_the_publication():
    publication = read(text_of(date=("Published July 18, 2025", "Updated July 20, 2025")))
    assert (publication.published, publication.modified) == ("2025-07-18", "2025-07-20")


def test_an_undated_text_has_no_date():
    assert read(text_of(date=(), share=())).published is None


LISTS = {
    "as given": ("section", "summary", "-", "date"),
    "no dashes": ("section", "summary", "date"),
    "titles as well": ("section", "title", "summary", "-", "date"),
    "titles and dates": ("title", "date"),
    "titles only": ("title",),
    "titles and summaries": ("title", "summary"),
    "section and title": ("section", "title"),
    "date first": ("date", "title", "summary"),
    "date in the middle": ("section", "date", "title"),
    "section with date": ("section - date", "title", "summary"),
    "blank line between": ("title", "summary", "blank"),
    "bullets": ("bullet",),
    "bylines": ("title", "byline", "date"),
}


@pytest.mark.parametrize("parts", LISTS.values(), ids=LISTS.keys())
def test_related_items_are_told_apart_in_every_form(parts):
    said = " ".join(parts).replace("bullet", "title")
    expected = [(title if "title" in said else None, section if "section" in said else None,
                 summary if "summary" in said else None, iso if "date" in said else None)
                for section, title, summary, _, iso in RELATED]
    found = read(text_of(related=parts)).related
    assert [(item.title, item.section, item.summary, item.published) for item in found] == expected


@pytest.mark.parametrize("heading", [
    "Related Articles", "Read more", "You may also like", "Related posts", "RELATED", "More on this topic",
    "Ähnliche Artikel", "Articles liés", "Artículos relacionados", "Articoli correlati", "Artigos relacionados",
    "Gerelateerde artikelen", "Powiązane artykuły", "Relaterade artiklar", "Читайте также", "Читайте також", "相关文章",
    "関連記事", "관련 기사", "مقالات ذات صلة", "İlgili haberler", "Související články", "Kapcsolódó cikkek",
    "Articole similare", "Σχετικά άρθρα",
    "संबंधित लेख",
])
def test_related_headings_are_known_in_many_languages(heading):
    publication = read(text_of(related_heading=heading, related=("title",)))
    titles = [item.title for item in publication.related]
    assert (kinds(publication), titles) == ("phphpp", [item[1] for item in RELATED])


def test_a_dated_list_without_heading_is_no_part_of_the_body():
    publication = read(text_of(related_heading=""))
    assert (kinds(publication), len(publication.related)) == ("phphpp", 3)


def test_popular_lists_are_told_from_related_ones():
    text = text_of() + "\nMost popular\nBarges at dawn\nThe lock keeper's ledger\n"
    assert [item.kind for item in read(text).related] == ["related"] * 3 + ["popular"] * 2


@pytest.mark.parametrize("label", [
    "ADVERTISEMENT", "Advertisement", "Advertisement. Scroll to continue reading.", "Sponsor Message", "[SPONSORED]",
    "Story continues below", "Story continues below advertisement", "Anzeige", "Publicité", "Publicidad", "Реклама",
    "广告",
])
def test_ad_labels_of_many_kinds_are_counted(label):
    assert read(text_of().replace("ADVERTISEMENT", label)).ad_slots == 3


def test_a_heading_after_a_list_is_a_heading():
    items = ("The tender named:", "- three reaches", "- one laboratory", "- two vessels")
    text = text_of(title=TITLE + ".", headings=SENTENCE_HEADINGS).replace(
        SENTENCE_HEADINGS[0], "\n".join((*items, SENTENCE_HEADINGS[0])))
    assert kinds(read(text)) == "ppiiihphpp"


def test_lists_and_quotes_are_told_apart():
    text = text_of(after=("The review will look at:", "- depth at low water", "- days lost to fog",
                          "“We were paying three times for the same mud and nobody had noticed.”"))
    assert kinds(read(text))[-4:] == "piiq"


@pytest.mark.parametrize("sign", ["-", "—", "▫", "‣", "+", "●", "■", "➢", "✔", "→", "›", "\uf0d8"])
def test_items_related_titles_networks_and_tags_may_begin_with_any_bullet(sign):
    items, related = ["depth at low water", "days lost to fog"], ["Locks of the lower river", "Who pays for the flood"]
    publication = read(text_of(after=(
        "The review will look at:", *(f"{sign} {item}" for item in items), PARAGRAPHS[0], f"{sign} Facebook",
        "Topics", f"{sign} Ports", f"{sign} Public finance", "Read more", *(f"{sign} {title}" for title in related))))
    assert [block.text for block in publication.blocks if block.kind == "item"] == items
    assert [item.title for item in publication.related][:2] == related
    assert "facebook" in [link.network for link in publication.share_links]
    assert publication.topics == ("Ports", "Public finance")


def test_items_that_lost_their_bullets_are_items():
    text = text_of(after=("The review will look at:", "Depth at low water", "Days lost to fog", "Wages aboard"))
    assert kinds(read(text))[-4:] == "piii"


def test_an_offer_between_paragraphs_is_related_inline():
    publication = read(text_of(after=("Read more: Locks of the lower river",)))
    assert ("inline", "Locks of the lower river") in [(item.kind, item.title) for item in publication.related]


def test_line_that_names_an_envelope_is_text():
    assert "Envelopes" in read(text_of(after=("Envelopes", "A box for them stands under the desk."))).text


def test_tags_below_their_label_go_on_behind_a_stroke():
    assert read(text_of(after=("Topics", "Ports", "/", "Public finance"))).topics[-1] == "Public finance"


def test_tags_under_the_body_are_topics():
    publication = read(text_of(after=("Tags: ports, dredging, public finance",)))
    assert publication.topics == ("ports", "dredging", "public finance")


@pytest.mark.parametrize("width", [60, 66, 72, 80, 100])
def test_hard_wrapped_lines_are_one_paragraph(width):
    import textwrap
    wrapped = "\n\n".join(textwrap.fill(line, width) for line in text_of().split("\n"))
    assert [block.text for block in read(wrapped).blocks if block.kind == "paragraph"] == PARAGRAPHS


def test_hard_wrapped_lines_without_blank_lines_are_told_apart():
    import textwrap
    wrapped = "\n".join(textwrap.fill(line, 64) for line in text_of().split("\n"))
    assert kinds(read(wrapped)) == "phphpp"


@pytest.mark.parametrize("change", [
    lambda text: text.replace("\n", "\r\n").encode(), lambda text: b"\xef\xbb\xbf" + text.encode(),
    lambda text: (text + "\n\n\n  \n").encode(), lambda text: text.encode("utf-16"), lambda text: text.replace(
        " ", " ").encode(), lambda text: ("\n\n" + text).encode(),
], ids=["CRLF", "BOM", "blank tail", "UTF-16", "hard spaces", "blank head"])
def test_line_ends_and_encodings_change_nothing(change):
    assert read(change(text_of())).to_record()["blocks"] == read(text_of()).to_record()["blocks"]


def test_a_text_without_spaces_between_words_is_measured_by_characters():
    paragraph = "各国政府越来越多地通过国际组织协调行动，以保护选举和公民自由，并加强民主文化的韧性。" * 3
    text = "\n".join(["国际组织如何维护民主规范", "2025年7月18日", paragraph, "共同的责任", paragraph,
                      "相关文章", "为什么预算重要", "2025年7月1日"])
    publication = read(text)
    assert (publication.published, kinds(publication), len(publication.related)) == ("2025-07-18", "php", 1)


def test_a_text_without_prose_is_no_publication():
    with pytest.raises(NotAPublication, match="no prose"):
        read("Menu\nHome\nContact\nImprint\n")


def test_an_empty_text_is_no_publication():
    with pytest.raises(NotAPublication, match="no title"):
        read("\n\n")


@pytest.mark.parametrize("line", ["- item", "Short line of words", "1 2 3 4 5 6 7 8 9 10 11 12", "Read more",
                                  "a\tb\tc"])
def test_time_grows_with_the_lines_and_not_faster(line):
    def seconds(lines: int) -> float:
        body = "\n".join([line] * lines).encode()
        start = time.process_time()
        with contextlib.suppress(NotAPublication):
            read_saved_text(Page.from_bytes(body, url=ADDRESS))
        return time.process_time() - start
    seconds(500)
    assert seconds(4000) < 40 * seconds(500) + 0.2


def test_the_address_is_without_its_fragment():
    page = Page.from_bytes("\n".join([TITLE, *PARAGRAPHS]).encode(), url="https://ports.example/a.txt#part-2")
    assert read_saved_text(page).url == "https://ports.example/a.txt"


def test_a_change_that_is_the_only_date_told_is_the_date():
    publication = read(text_of(date=("Updated July 20, 2025",)))
    assert (publication.published, publication.modified) == ("2025-07-20", "2025-07-20")


SHORT = ["The council voted on Tuesday to widen the harbour road after years of dispute over its cost.",
         "Work begins in the spring and will last two summers, the harbour master told reporters."]


@pytest.mark.parametrize("below", [["Facebook X Email"], ["Published July 18, 2025"],
                                   ["Published July 18, 2025", "Facebook X Email"]])
def test_share_row_or_date_below_a_short_text_is_no_end_of_its_head(below):
    publication = read("\n".join(["Harbour road to be widened", *SHORT, *below]))
    assert publication.text == "\n\n".join(SHORT)
    assert publication.published == ("2025-07-18" if "Published" in below[0] else None)


@pytest.mark.parametrize(("line", "marks"), [
    ("17.05.2025, 19:06 Uhr", [("published", "2025-05-17T19:06")]),
    ("Giriş: 03.07.2024 - 18:24 Güncelleme: 03.07.2024 - 18:57",
     [("published", "2024-07-03T18:24"), ("modified", "2024-07-03T18:57")]),
    ("الأحد، ١٢ مايو ٢٠٢٤", [("published", "2024-05-12")]),
    ("تاریخ انتشار: ۱۲ اردیبهشت ۱۴۰۳", [("published", "2024-05-01")]),
    ("Last checked: 2025-10-28", [("modified", "2025-10-28")]),
    ("Edited by Ada One", [("byline", "Ada One")]),
    ("December 2016 (3)", []),                                 # a month of an archive, and how much it holds
    ("From: £2.98", []),
])
def test_a_line_of_the_head_is_read_as_on_any_page(line, marks):
    assert [(mark.kind, mark.value) for mark in read_head_line(line)] == marks


def test_rows_of_a_letter_or_two_by_the_megabyte_are_no_text() -> None:
    assert read_lines(b"abc\n" * 30_000, alone=lambda text: False) == ()
    text = "Rye fell to 180 crowns."
    assert [line.text for line in read_lines(b"abc\n" * 30_000 + text.encode(), alone=lambda text: False)] == [text]


def test_tabs_part_cells_and_other_white_space_does_not() -> None:
    assert [line.text for line in read_lines("a  b\t\t c d \n\t e\u200b \n".encode(), alone=lambda text: False)] == [
        "a b\tc d", "e"]


def test_a_release_ends_at_its_mark():
    about = "About the Institute: it has studied ports for thirty years, and publishes on them."
    text = "\n\n".join((TITLE, "Published July 18, 2025", *PARAGRAPHS, "###", about))
    assert read(text).blocks[-1].text == PARAGRAPHS[-1]
