import gc

import pytest

from archive.records import Page
from crawler.parsing import scribe
from crawler.parsing.document import read_document, read_tree
from crawler.parsing.outline import Outline, read_outline
from tests.crawler.parsing.pages import outline_of


def texts(markup: str) -> list[str]:
    return [run.text for run in outline_of(markup).runs]


def test_block_boundaries_part_runs_and_inline_elements_do_not() -> None:
    assert texts("<div>One <b>two</b><p>three</p>four</div><ul><li>five<li>six</ul>") == [
        "One two", "three", "four", "five", "six"]


def test_a_line_break_parts_runs() -> None:
    assert texts("<p>One<br>two</p>") == ["One", "two"]


def test_script_and_style_have_no_text_and_what_follows_them_does() -> None:
    assert texts("<p>One <script>var x</script>two<style>p{}</style></p>") == ["One", "two"]


def test_text_of_noscript_and_template_is_kept_for_readers_to_judge() -> None:
    assert texts("<noscript><p>One</p></noscript><template><p>Two</p></template>") == ["One", "Two"]


def test_a_run_belongs_to_its_nearest_block() -> None:
    outline = outline_of("<div><p>One <i>two</i></p>three</div>")
    assert [outline.tags[run.element] for run in outline.runs] == ["p", "div"]


def test_link_characters_are_those_in_anchors() -> None:
    assert outline_of("<p>To <a href='/x'>the <b>report</b></a> now</p>").runs[0].link_chars == len("the report")


def test_containment_is_arithmetic() -> None:
    outline = outline_of("<div><p>One</p></div><p>Two</p>")
    first, second = outline.all("p")
    box = outline.all("div")[0]
    assert (outline.inside(first, box), outline.inside(second, box), outline.text(box)) == (True, False, "One")


def test_what_stands_behind_the_end_of_the_page_is_read() -> None:
    outline = outline_of("<html><body><p>One</p></body></html><div><p>Two</p></div>")
    assert [run.text for run in outline.runs] == ["One", "Two"]
    assert (outline.tags.count("html"), outline.ends[0]) == (1, len(outline.tags))


@pytest.mark.parametrize(("markup", "text"), [
    ("<a>Health</a><span>DECEMBER 22</span><span>Updated: 3 May</span>", "Health DECEMBER 22 Updated: 3 May"),
    ("<span>IGOs</span><span>Treaties</span><b>UN</b><i>Women</i>", "IGOs Treaties UN Women"),
    ("<a>The river rose.</a><a>The lock closed.</a>", "The river rose. The lock closed."),
])
def test_words_that_only_a_style_sheet_sets_apart_are_two(markup: str, text: str) -> None:
    assert texts(f"<p>{markup}</p>") == [text]


@pytest.mark.parametrize("markup", [
    "<b>Mc</b>donald", "CO<sub>2</sub>Equivalent", "Mac<wbr>Donald", "<b>NA</b><b>TO</b>", "<i>(</i><b>Rates</b>",
    "<code><b>self</b><i>.Name</i></code>"])
def test_parts_of_one_word_stay_together(markup: str) -> None:
    assert " " not in texts(f"<p>{markup}</p>")[0]


def test_texts_told_in_parts_are_one_piece() -> None:
    assert outline_of("<p>One &amp; two&hellip;</p>").pieces == ["One & two…", "\n"]


def test_a_tree_gives_the_same_outline_as_its_markup() -> None:
    document = read_document(Page.from_bytes(
        b"<title>T</title><div class=a>One <b>two</b><script>x</script>three<p>four<br>five</div>six",
        url="https://institute.example/"))
    told, walked = read_outline(document), read_outline(document, read_tree(document))
    assert (told.tags, told.parents, told.ends, told.runs) == (walked.tags, walked.parents, walked.ends, walked.runs)


def test_what_nests_too_deep_is_told_as_text() -> None:
    outline = outline_of("<div>x" * 5_000)
    assert (len(outline.runs), max(outline.depths), outline.ends[0]) == (5_000, 512, len(outline.tags))


def test_of_a_page_without_end_what_comes_after_so_many_elements_is_text_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scribe, "MOST", 40)
    row = "<tr><td><a href=/a>One</a><td>two</td></tr>"
    outline = outline_of(f"<main><p>Zero<table>{row * 30}</table></main><p>Three</p><p>Four</p>")
    told = [run.text for run in outline.runs]
    assert told == ["Zero", *["One", "two"] * 30, "Three", "Four"]
    assert 40 <= len(outline.tags) < 50
    assert all(outline.ends[i] > i and outline.stops[i] <= len(outline.pieces) for i in range(len(outline.tags)))
    assert outline.stops[outline.by_tag["table"][0]] > outline.runs[-3].start


def test_links_to_a_heading_itself_and_back_from_a_note_are_no_text() -> None:
    assert texts('<h2>Values<a href="#values">#</a></h2><li>See C# <a href="#r1">↩</a></li><p><a href="/c">C#</a></p>'
                 ) == ["Values", "See C#", "C#"]


def test_marks_where_a_word_may_break_are_no_text() -> None:
    assert texts("<p>\u200bWirtschafts&shy;politik</p>") == ["Wirtschaftspolitik"]


def test_form_around_most_of_the_page_is_a_plain_box() -> None:
    outline = outline_of("<form><p>One</p><p>Two</p><p>Three</p></form><form><input></form>")
    assert len(outline.all("form")) == 1


def test_menu_left_open_around_the_whole_page_is_a_plain_box() -> None:
    page = "<nav><ul><li>Home<li>About</ul><div><h1>Rates rise</h1><p>One</p><p>Two</p><p>Three</p></div>"
    assert outline_of(page).all("nav") == []
    assert outline_of(f"{page.replace('<div>', '</nav><div>')}").all("nav") != []


def test_text_in_a_form_field_is_none_of_the_page() -> None:
    """Publishers offer the markup of a story to copy, the whole of it, in a field below the story."""
    assert texts("<p>One</p><form><textarea>&lt;p&gt;One&lt;/p&gt; <b>Two</b></textarea></form><p>Three</p>") == [
        "One", "Three"]


def test_what_was_told_of_a_page_is_let_go_with_its_outline() -> None:
    gc.collect()
    gc.disable()
    try:
        outline_of(f"<p>{'A long text. ' * 50}</p>" * 20)
        assert not any(isinstance(held, Outline) for held in gc.get_objects())
    finally:
        gc.enable()


def test_minutes_to_read_are_no_part_of_the_year_before_them():
    page = "<div><span>14 Nov 2024</span><span>6 min read</span></div><p><b>20</b><b>24</b></p>"
    assert [run.text for run in outline_of(page).runs] == ["14 Nov 2024 6 min read", "2024"]


def test_names_of_what_holds_the_title_say_nothing_of_its_subjects() -> None:
    outline = outline_of('<body class="single"><article class="post tag-social category-popular node--promoted">'
                         '<h1>Rates rise</h1></article><div class="tag-list">x</div></body>')
    assert [outline.names[i] for i in (*outline.all("article"), *outline.all("div"))] == ["post", "tag-list "]
