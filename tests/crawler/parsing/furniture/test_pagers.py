"""Links to the publications before and after: related, and never text."""

import pytest

from crawler.parsing.choices import Choices
from tests.crawler.parsing.furniture.pages import LINES, news_of

FEES, LOCKS = "/news/2025/port-fees", "/news/2025/lock-repair"


def choices_of(after: str, *, inside: str = "") -> Choices:
    text = "".join(f"<p>{line}</p>" for line in LINES)
    return news_of(f"<div>{text}{inside}</div>{after}")


def offers_of(markup: str) -> list[tuple[str, str | None]]:
    return [(item.kind, item.title) for item in choices_of(markup).furniture.related]


@pytest.mark.parametrize("markup", [
    '<p>{0}: <a href="/news/2025/port-fees">{1}</a></p><p>{2}: <a href="/news/2025/lock-repair">{3}</a></p>',
    '<div><a href="/news/2025/port-fees">{0}: {1}</a><a href="/news/2025/lock-repair">{2}: {3}</a></div>',
    '<div><span>{0}</span><div><a href="/news/2025/port-fees">{1}</a></div></div>'
    '<div><span>{2}</span><div><a href="/news/2025/lock-repair">{3}</a></div></div>',
    '<div><a href="/news/2025/port-fees"><i>{0}</i><b>{1}</b></a>'
    '<a href="/news/2025/lock-repair"><b>{3}</b><i>{2}</i></a></div>',
    '<p>{0} <a href="/news/2025/port-fees">{1}</a> {2} <a href="/news/2025/lock-repair">{3}</a></p>',
    '<p><a href="/news/2025/port-fees">← {1}</a> <a href="/news/2025/lock-repair">{3} →</a></p>',
    '<p><a rel="prev" href="/news/2025/port-fees">{1}</a></p>'
    '<p><a rel="next" href="/news/2025/lock-repair">{3}</a></p>',
])
@pytest.mark.parametrize("words", [
    ("Previous article", "Port fees reformed at last", "Next article", "Lock repairs begin in March"),
    ("Vorheriger Beitrag", "Hafengebühren endlich reformiert", "Nächster Beitrag", "Reparatur der Schleusen beginnt"),
    ("上一篇", "港口收费改革方案公布", "下一篇", "船闸维修工程启动"),
    ("المقال السابق", "إصلاح رسوم الموانئ أخيرا", "المقال التالي", "بدء إصلاح الأقفال في مارس"),
])
def test_publications_before_and_after_are_related_and_no_text(markup: str, words: tuple[str, ...]) -> None:
    read = choices_of("", inside=markup.format(*words))
    assert [item.title for item in read.furniture.related if item.kind == "related"] == [words[1], words[3]]
    assert [block.text for block in read.body.blocks] == LINES


def test_bare_steps_are_no_text_and_offer_nothing() -> None:
    read = choices_of("", inside=f'<p><a href="{FEES}">Previous</a> | <a href="{LOCKS}">Next</a></p>')
    assert [block.text for block in read.body.blocks] == LINES
    assert read.furniture.related == ()


def test_headline_that_begins_like_a_label_is_none() -> None:
    assert offers_of(f'<p><a href="{FEES}">Next steps for the river ports</a></p>') == []


def test_pager_by_name_offers_nothing() -> None:
    assert offers_of(f'<div class="prev-next"><a href="{FEES}">Previous article: Port fees reformed</a></div>') == []
