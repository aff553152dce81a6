"""Headings for screen readers, a wiki's links to edit and tables of contents are none of the text."""

import pytest

from tests.crawler.parsing.furniture.pages import LINES, news_of, texts_with

EDIT = '<span class="mw-editsection">[<a href="/w/index.php?action=edit">edit</a>]</span>'


@pytest.mark.parametrize("heading", [
    f"<h2>Who pays{EDIT}</h2>",
    f'<div class="mw-heading"><h2>Who pays</h2>{EDIT}</div>',
    '<h2 class="sr-only">Article text</h2><h2>Who pays</h2>',
    '<div id="toc" class="toc"><h2>In brief</h2><ul><li><a href="#a">1 Costs</a></li><li><a href="#b">2 Buyers</a></li>'
    "</ul></div><h2>Who pays</h2>",
])
def test_what_readers_do_not_read_is_no_text(heading: str) -> None:
    assert texts_with(heading) == [*LINES[:2], "Who pays", *LINES[2:]]


def test_label_for_screen_readers_that_stands_above_every_part_is_no_text() -> None:
    label = '<div class="visually-hidden">Article content</div>'
    parts = "".join(f"<section>{label}<p>{line}</p></section>" for line in LINES)
    read = news_of(f"<div>{parts}</div>")
    assert [block.text for block in read.body.blocks] == LINES
    assert len(read.furniture.unseen_elements) == len(LINES)


def test_long_descriptions_for_screen_readers_stay() -> None:
    told = f"The chart shows that the levy rose in all years. {LINES[0]} {LINES[1]}"
    assert told in texts_with(f'<p class="sr-only">{told}</p>')
