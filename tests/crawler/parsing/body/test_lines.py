"""Sentences that icons, buttons, formulas and scripts part in the markup, and are one line on the page."""

import pytest

from crawler.parsing.body import find_body
from crawler.parsing.body.blocks import make_blocks
from crawler.parsing.body.lines import whole_lines
from tests.crawler.parsing.body.test_blocks import blocks
from tests.crawler.parsing.furniture.pages import news_of
from tests.crawler.parsing.pages import outline_of

ICON = '<svg width="9"><title>External link</title><path d="M0"/></svg>'
LONG = "The council has now asked for a second boat, which could be ready within two years."


def lines(markup: str) -> list[str]:
    return [text for _, text, _ in blocks(markup)]


@pytest.mark.parametrize(("amid", "read"), [
    (f'the <a href="/r">report {ICON}</a>, and more', "the report, and more"),
    ("the <button>stage</button> is old", "the stage is old"),
    ("the <glossary-term>stage</glossary-term> is old", "the stage is old"),
    ("a <picture><img src='/a.png'></picture> flag", "a flag"),
    ("write to <script>x()</script><noscript>ada at rivers.example</noscript> now",
     "write to ada at rivers.example now"),
    ("look <iframe src='/x'></iframe> here", "look here"),
    ("call <nobr>02 555</nobr> now", "call 02 555 now"),
])
def test_what_stands_in_a_line_parts_no_paragraph(amid: str, read: str) -> None:
    assert lines(f"<p>First {amid}.</p><p>Two</p>") == [f"First {read}.", "Two"]


def test_boxes_part_paragraphs_and_labels_in_a_box_stay_apart() -> None:
    assert lines("<div>One<div></div>two</div>") == ["One", "two"]
    assert lines("<div><label><input> Yes</label><label><input> No</label></div>") == ["Yes", "No"]
    assert lines(f"<div><a>Call us</a>{ICON}<a>Write to us</a></div>") == ["Call us", "Write to us"]


def test_a_formula_is_one_word_of_its_sentence() -> None:
    assert lines("<p>So <math><mi>v</mi><mo>=</mo><mi>s</mi></math> here.</p>") == ["So v=s here."]


def test_a_formula_drawn_beside_itself_is_read_once() -> None:
    told = ("<math><semantics><mrow><mi>v</mi></mrow><annotation encoding='application/x-tex'>\\v</annotation>"
            "</semantics></math>")
    assert lines(f"<p>So <span><span>{told}</span><span aria-hidden='true'>v</span></span> it is.</p>") == [
        "So v it is."]
    assert lines(f"<p>So <span><span>{told}</span></span> it is.</p>") == ["So v it is."]


def test_the_rest_of_a_sentence_comes_with_what_the_body_has_of_it() -> None:
    outline = outline_of(f"<p>{LONG} See the <a>report</a>{ICON} too.</p><p>Two</p>")
    assert whole_lines(outline, [0]) == [0, 1, 2]      # the icon's label, too, which makes no block
    assert [block.text for block in make_blocks(outline, whole_lines(outline, [0]))] == [f"{LONG} See the report too."]


def test_words_to_browsers_that_play_no_film_are_no_text() -> None:
    assert lines("<p>One</p><video src='/v'><p>Your browser plays no video.</p></video><p>Two</p>") == ["One", "Two"]


def test_lines_of_the_source_are_no_spaces_amid_kanji() -> None:
    assert lines("<p>市は渡し船を求め、\n  会社は応じた。 以上</p>") == ["市は渡し船を求め、会社は応じた。 以上"]


def test_quotes_pulled_from_the_text_are_read_once() -> None:
    quote = f"<blockquote><p>“{LONG[:-1]}”</p><cite>Ada One</cite></blockquote>"
    text = "".join(f"<p>{LONG} {end}</p>" for end in ("It costs more than the first.", "Nobody knows who pays for it."))
    page = f"<main><h1>A second boat</h1>{text.replace('</p>', '</p>' + quote, 1)}</main>"
    assert {block.kind for block in find_body(outline_of(page)).blocks if "Ada" in block.text} == set()
    alone = page.replace(LONG[:-1] + "”", "Boats are not the only way over a river, said the skipper”")
    assert any(block.kind == "quote" for block in find_body(outline_of(alone)).blocks)


def test_how_a_link_opens_is_no_part_of_the_sentence() -> None:
    assert lines("<p>See the <a href='/r'>report<span class='sr-only'> (opens in a new window)</span></a> too.</p>"
                 "<p>The report (opens in a new window) is about windows.</p>") == [
        "See the report too.", "The report (opens in a new window) is about windows."]


TIP = '<p>The berth<sup>1</sup>{} is old.</p><p>Two</p>'


@pytest.mark.parametrize("tip", [
    '<span role="tooltip">A place for a ship.</span>', '<span class="tooltip-text">A place for a ship.</span>',
    '<span class="glossary-definition" style="display:none">A place for a ship.</span>',
    '<i class="material-icons">open_in_new</i>', '<span class="footnote" hidden>The port’s own minutes.</span>',
])
def test_what_opens_over_a_line_is_no_part_of_it(tip: str) -> None:
    notes = "<ol><li>The port’s own minutes.</li></ol>" if "footnote" in tip else ""
    assert lines(TIP.format(tip) + notes)[:2] == ["The berth1 is old.", "Two"]


@pytest.mark.parametrize("word", ['<span class="lexicon">stone</span>', '<i class="icon">new</i>'])
def test_words_in_elements_named_a_little_like_icons_are_text(word: str) -> None:
    told = "stone" if "stone" in word else "new"
    assert lines(f"<p>The {word} berth is old.</p><p>Two</p>")[0] == f"The {told} berth is old."


def test_note_over_a_line_that_stands_nowhere_else_stays() -> None:
    assert lines(TIP.format('<span class="footnote" hidden> The port’s own minutes.</span>'))[0] == (
        "The berth1 The port’s own minutes. is old.")


@pytest.mark.parametrize("buttons", [
    "<button>Save</button> <button>Undo</button>", "<div><button>Copy</button><pre>lights.on()</pre></div>",
    '<p><a href="/quay.jpg">Click to enlarge</a></p>',
])
def test_buttons_are_no_text(buttons: str) -> None:
    texts = [block.text for block in find_body(outline_of(f"<p>{LONG}</p>{buttons}<p>{LONG} Twice.</p>")).blocks]
    assert [text for text in texts if text != "lights.on()"] == [LONG, f"{LONG} Twice."]


def test_button_that_opens_a_panel_or_names_what_to_press_is_text() -> None:
    panel = f'<div><button aria-expanded="false">The lights</button><div><p>{LONG}</p></div></div>'
    body = find_body(outline_of(f"<div><p>{LONG} Once.</p>{panel}<p>{LONG} Press <button>Save</button> now.</p></div>"))
    assert [block.text for block in body.blocks] == [
        f"{LONG} Once.", "The lights", LONG, f"{LONG} Press Save now."]


def test_button_in_a_heading_is_no_part_of_it() -> None:
    head = "<h2>The lights <button class='copy'>Copy link</button></h2>"
    found = news_of(f"<p>{LONG}</p><p>{LONG} Twice.</p>{head}<p>{LONG} Thrice.</p>")
    assert [block.text for block in found.body.blocks][2] == "The lights"
    assert found.furniture.share_links == ()
