"""What stands below the text of a saved page: tags, lists, comments, links of the foot, notes on who wrote it."""

import pytest

from archive.records import Publication
from crawler.parsing.saved_text.marks import part_date, read_head_line
from crawler.parsing.saved_text.share_rows import read_share_row
from tests.crawler.parsing.saved_text.test_saved_text import DEK, PARAGRAPHS, TITLE
from tests.crawler.parsing.saved_text.test_saved_whole_page import read

MENU = ("Harbours", "Rivers", "Council", "Donate", "Our staff", "Ledger")
RELATED = ("Related Articles", "When a lock moves, its keeper stays", "July 9, 2025", "What the mud cost, line by line",
           "June 27, 2025")
TITLES = [("When a lock moves, its keeper stays", "2025-07-09"), ("What the mud cost, line by line", "2025-06-27")]


def page(*below: str, head: tuple[str, ...] = ("By Ines Okafor", "July 18, 2025"),
         amid: tuple[str, ...] = ()) -> Publication:
    """The page with these lines below its text, and those amid it."""
    return read("\n".join((*MENU, TITLE, DEK, *head, *PARAGRAPHS[:2], *amid, *PARAGRAPHS[2:], *below)))


def told(publication: Publication) -> list[tuple[str | None, str | None]]:
    return [(item.title, item.published) for item in publication.related]


@pytest.mark.parametrize("foot", [
    (*MENU,), ("Sections", *MENU), ("Comments", "riverdog 2 hours ago", "My port dredges twice a year.", "Reply"),
    ("Service", "Imprint", "Privacy", "Advertise with us"), ("Tags", "Ports", "Mud"),
    ("Reacties (2)", "Jan: Eindelijk!"), ("Künye", "İletişim"), ("Share", "Facebook", "X"),
], ids=["menu again", "headed menu", "comments", "headed foot", "tags", "counted comments", "Turkish foot", "buttons"])
def test_a_list_ends_where_the_foot_begins(foot: tuple[str, ...]) -> None:
    assert told(page(*RELATED, *foot)) == TITLES


def test_a_list_below_tags_is_read() -> None:
    both = page("Read more", TITLES[0][0], TITLES[1][0], "Topics", "Ports", "River mud", "Most read",
                "Who pays for the bridge")
    assert [(item.kind, item.title) for item in both.related] == [
        ("related", TITLES[0][0]), ("related", TITLES[1][0]), ("popular", "Who pays for the bridge")]
    assert both.topics == ("Ports", "River mud")


def test_tags_between_a_list_and_the_foot() -> None:
    assert page(*RELATED, "Topics", "Ports", "River mud", "About us", "Privacy").topics == ("Ports", "River mud")


def test_days_in_brackets_and_pagers_beside_titles() -> None:
    assert part_date("小さな川の水位を知る（2025年6月30日）") == ("小さな川の水位を知る", "2025-06-30")
    assert part_date("Housing on 1 January 2025 12 June 2025") == ("Housing on 1 January 2025", "2025-06-12")
    listed = page("Related Articles", f"{TITLES[0][0]} (July 9, 2025)", f"{TITLES[1][0]} (June 27, 2025)",
                  "Next article: A port on the moon")
    assert told(listed) == TITLES


def test_recommendations_amid_a_report_are_no_list() -> None:
    advice = "The council should keep five per cent of each contract for the first two years, and store the spare " \
             "parts of all three ports in one shed, which takes no new law and may begin at once."
    report = page("Recommendations", advice)
    assert report.text.endswith(advice) and report.related == ()


def test_note_on_the_author_is_no_text() -> None:
    assert page("Ines Okafor covers ports and has sailed on three dredgers.").text.endswith(PARAGRAPHS[-1])


def test_author_named_below_the_text() -> None:
    below = page("Автор: Олег Санин", head=("July 18, 2025",))
    assert ([author.name for author in below.authors], below.text.endswith(PARAGRAPHS[-1])) == (["Олег Санин"], True)


def test_box_that_asks_for_a_subscription_is_no_text() -> None:
    box = ("Sign up for The River Letter", "The news of your port, every weekday at seven.", "Sign up")
    assert page(amid=box).blocks == page().blocks


def test_word_on_advertising_in_the_foot_is_no_slot() -> None:
    assert page("ADVERTISEMENT", *RELATED, "About us", "Advertising").ad_slots == 1


@pytest.mark.parametrize("line", ["Listen 6 min", "12 comentarios", "Listen · 3:51"])
def test_buttons_below_the_head_are_no_text(line: str) -> None:
    assert page(head=("July 18, 2025", line)).text == page().text


def test_facts_of_one_line_and_years_of_an_era() -> None:
    marks = read_head_line("发布时间：2025-07-18 10:21 来源：江城法院网 作者：陈一鸣 点击：356次")
    assert [mark.value for mark in marks if mark.kind in ("published", "byline")] == ["2025-07-18T10:21", "陈一鸣"]
    assert read_head_line("令和7年7月18日")[0].value == "2025-07-18"


@pytest.mark.parametrize(("row", "networks"), [
    ("Udostępnij na FacebookuUdostępnij na X", ("facebook", "x")),
    ("X (formerly Twitter)", ("x",)),
    ("Facebook X (ex-Twitter) LinkedIn", (
        "facebook", "x", "linkedin")),
])
def test_rows_of_buttons_without_spaces(row: str, networks: tuple[str, ...]) -> None:
    assert read_share_row(row) == networks


def test_headings_of_markdown_are_no_titles_of_a_list() -> None:
    text = f"# {TITLE}\n\n{DEK}\n\nJuly 18, 2025\n\n" + "\n\n".join(PARAGRAPHS) + "\n\n## Related Articles\n\n" \
        f"### {TITLES[0][0]}\n\nJuly 9, 2025\n\n### {TITLES[1][0]}\n\nJune 27, 2025\n"
    assert (read(text).title, told(read(text))) == (TITLE, TITLES)


@pytest.mark.parametrize("pager", [
    ("Previous article", "A toll for empty barges", "Next article", "Who owns the lower river"),
    ("Vorheriger Beitrag", "Eine Maut für leere Kähne", "Nächster Beitrag", "Wem der Unterlauf gehört"),
    ("上一篇", "空船的通行费", "下一篇", "下游归谁所有")])
def test_publications_before_and_after_are_neither_related_nor_text(pager: tuple[str, ...]) -> None:
    publication = read("\n".join((TITLE, "July 18, 2025", *PARAGRAPHS, *pager)))
    assert (publication.related, [block.text for block in publication.blocks]) == ((), PARAGRAPHS)
