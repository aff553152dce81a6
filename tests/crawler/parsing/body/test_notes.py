"""Marks that lead to a note are no words of the sentence, nor are those that lead from the note back."""

import pytest

from tests.crawler.parsing.body.test_blocks import blocks
from tests.crawler.parsing.furniture.pages import LINES, news_of

SENTENCE = "Rents rose twice as fast in the south"


@pytest.mark.parametrize(("mark", "note"), [
    ('<sup id="fnref:1"><a href="#fn:1">1</a></sup>',
     '<div class="footnotes"><ol><li id="fn:1"><p>The census. <a href="#fnref:1">&#8617;</a></p></li></ol></div>'),
    ('<sup id="fnref:1"><a href="#fn:1">[footnote 1]</a></sup>',
     '<ol><li id="fn:1">The census. <a href="#fnref:1">Back to text</a></li></ol>'),
    ('<a href="/papers#_ftn1" name="_ftnref1">[1]</a>', '<p><a href="#_ftnref1" name="_ftn1">[1]</a> The census.</p>'),
    ('<a id="up" href="#n1"> (<span>1</span>)</a>', '<p class="note"><a id="n1" href="#up">(1)</a> The census.</p>'),
    (' [<a id="nh1" href="#nb1">1</a>]', '<div id="nb1"><p>[<a href="#nh1">1</a>] The census.</p></div>'),
    ('<a class="anchor" id="a1" href="#n1">1</a>',
     '<div class="footnote"><a id="n1" href="#a1">1</a><div><p>The census.</p></div></div>'),
])
def test_marks_of_notes_are_left_out_on_both_sides(mark: str, note: str) -> None:
    read = [text for _, text, _ in blocks(f"<p>{SENTENCE}{mark}. Nobody knew.</p>{note}".replace('"/papers#', '"#'))]
    assert read == [f"{SENTENCE}. Nobody knew.", "The census."]


def test_a_raised_link_is_a_mark_though_its_note_is_none() -> None:
    assert blocks(f'<p>{SENTENCE}.<sup><a href="#B12">12</a></sup></p>') == [("paragraph", f"{SENTENCE}.", None)]


def test_raised_words_and_links_to_sections_stay() -> None:
    raised = "40 m<sup>2</sup>, 10<sup>6</sup> and the 1<sup>st</sup> of CO<sub>2</sub>"
    read = blocks(f'<p>{raised}, see part <a href="#s4">4</a>.</p><div><h2 id="s4">Rents</h2><p>They rose.</p></div>')
    assert read[0][1] == "40 m2, 106 and the 1st of CO2, see part 4."


def test_a_box_between_the_text_and_its_only_note_is_text_with_it() -> None:
    mark = '<sup><a id="r1" href="#fn:1">[footnote 1]</a></sup>'
    end = ('<div class="call-to-action" role="note"><p>The levy should end in five years.</p></div>'
           '<div role="doc-endnotes"><ol><li id="fn:1"><p>Customs statistics. <a href="#r1">Back</a></p></li></ol>'
           "</div>")
    read = news_of(f"<div><p>{LINES[0]}{mark}</p>{''.join(f'<p>{line}</p>' for line in LINES[1:])}{end}</div>").body
    assert [block.text for block in read.blocks] == [
        *LINES, "The levy should end in five years.", "Customs statistics."]
