from crawler.parsing.site import read_site
from tests.crawler.parsing.pages import read


def named(markup: str, text: str, url: str = "https://www.bank.example/news/1") -> bool:
    return read_site(*read(markup, url)).is_named(text)


def test_site_is_named_by_open_graph():
    assert named('<meta property="og:site_name" content="Bank of Examples">', "Bank of examples")


def test_site_is_named_by_its_host():
    assert named("<p>", "bank.example")


def test_site_is_named_by_the_publisher_in_json_ld():
    assert named('<script type="application/ld+json">{"@type": "Article", "headline": "A",'
                 '"publisher": {"@type": "Organization", "name": "The Bank"}}</script>', "The Bank")


def test_site_is_named_by_the_logo_that_leads_home():
    assert named('<a href="/"><img alt="Bank of Examples logo"></a>', "Bank of Examples")


def test_headline_does_not_name_the_site():
    assert not named('<meta property="og:site_name" content="Bank">', "Bank raises rates")


def test_site_is_named_by_the_logo_of_a_home_page_in_a_folder():
    assert named('<header><a href="/en" rel="home">Water Forum</a></header>', "Water Forum")
    assert named('<a class="logo" href="/web/guest">Water Agency</a>', "Water Agency")
