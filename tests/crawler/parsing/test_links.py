import pytest

from archive.records import Link, Page
from crawler.parsing.choices import read_choices

URL = "https://www.bank.example/papers/7"
TEXT = "".join(f"<p>Paragraph {i} of a report about rates, which is long enough to be read as the text of a page.</p>"
               for i in range(4))


def links(paragraph: str) -> list[Link]:
    markup = (f'<main><h1>Rates</h1>{TEXT}<p>This paragraph is long enough to be '
              f"a part of the text of the page, and it says: {paragraph}</p>{TEXT}</main>")
    page = Page.from_bytes(markup.encode(), url=URL, content_type="text/html; charset=utf-8")
    return list(read_choices(page).links)


def test_link_inside_the_body_is_kept_with_its_text():
    assert Link("https://www.bank.example/papers/6", "the paper before") in links(
        'see <a href="/papers/6#top">the paper before</a>.')


def test_same_link_twice_is_one():
    assert len(links('<a href="/papers/6">paper</a> and <a href="/papers/6">paper</a>')) == 1


@pytest.mark.parametrize("text", [
    'see <a href="#notes">note</a> and <a href="/papers/7">above</a>.', '<a href="/papers/6"></a>',
    '<a href="mailto:a@b.example">mail</a> <a href="javascript:x()">go</a>',
], ids=["the page itself", "no text", "mail and script"])
def test_what_leads_to_no_other_page_or_says_nothing_is_no_link(text):
    assert links(text) == []
