import pytest

from crawler.parsing.site import read_site
from tests.crawler.parsing.pages import read


def named(markup: str, text: str, url: str = "https://www.bank.example/news/1") -> bool:
    return read_site(*read(markup, url)).is_named(text)


@pytest.mark.parametrize(("page", "name"), [
    ('<meta property="og:site_name" content="Bank of Examples">', "Bank of examples"),
    ("<p>", "bank.example"),
    ('<script type="application/ld+json">{"@type": "Article", "headline": "A",'
     '"publisher": {"@type": "Organization", "name": "The Bank"}}</script>', "The Bank"),
    ('<a href="/"><img alt="Bank of Examples logo"></a>', "Bank of Examples"),
    ('<header><a href="/en" rel="home">Water Forum</a></header>', "Water Forum"),
    ('<a class="logo" href="/web/guest">Water Agency</a>', "Water Agency"),
    ('<h1 class="logo"><a href="/index.es?sid=a1">Water Agency</a></h1>', "Water Agency"),
    ("<h1>Ministry of Ports</h1><footer>© 2019–2025 Ministry of Ports. All rights reserved.</footer>",
     "Ministry of Ports"),
], ids=["open graph", "host", "publisher in json ld", "logo that leads home", "link home", "logo of a folder",
        "link in a logo", "heading that holds the rights"])
def test_site_is_named_by_its_page(page, name):
    assert named(page, name)


def test_headline_does_not_name_the_site():
    assert not named('<meta property="og:site_name" content="Bank">', "Bank raises rates")


def test_who_holds_the_rights_does_not_name_the_site_alone():
    assert not named("<h1>Rates rise</h1><footer>© 2025 Ada Stone</footer>", "Ada Stone")


def test_section_given_as_the_name_of_the_site_is_none():
    head = '<meta property="og:site_name" content="Health"><meta name="article:section" content="Health">'
    assert not named(head, "Health")
    assert named(head, "Health", "https://www.health.example/a")
