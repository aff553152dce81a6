"""One address, one key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.urls import PLAIN, address_key, clean_url, host_of, join_url, key_number, uid_of

SAME = {
    "fragment": ("https://example.org/a#top", "https://example.org/a"),
    "http twin": ("http://example.org/a", "https://example.org/a"),
    "www twin": ("https://www.example.org/a", "https://example.org/a"),
    "host in capitals": ("https://EXAMPLE.org/a", "https://example.org/a"),
    "default port": ("https://example.org:443/a", "https://example.org/a"),
    "default port of http": ("http://example.org:80/a", "https://example.org/a"),
    "trailing slash": ("https://example.org/a/", "https://example.org/a"),
    "bare host": ("https://example.org", "https://example.org/"),
    "host with a final dot": ("https://example.org./a", "https://example.org/a"),
    "index file": ("https://example.org/a/index.html", "https://example.org/a/"),
    "campaign": ("https://example.org/a?utm_source=x&utm_medium=y", "https://example.org/a"),
    "click id beside a real parameter": ("https://example.org/a?id=3&fbclid=Q", "https://example.org/a?id=3"),
    "session in the query": ("https://example.org/a?PHPSESSID=9f8e7d", "https://example.org/a"),
    "short session name with a hex value": ("https://example.org/a?sid=0a1b2c3d4e5f60718293a4b5", "https://example.org/a"),
    "session in the path": ("https://example.org/a;jsessionid=1F2E", "https://example.org/a"),
    "session folder": ("https://example.org/(S(abc123def))/a", "https://example.org/a"),
    "print version": ("https://example.org/a?print=1", "https://example.org/a"),
    "print page": ("https://example.org/a/print", "https://example.org/a"),
    "amp page": ("https://example.org/a/amp/", "https://example.org/a"),
    "amp parameter without a value": ("https://example.org/a?amp", "https://example.org/a"),
    "sort order": ("https://example.org/list?page=2&sort=date&order=desc", "https://example.org/list?page=2"),
    "where the reader came from": ("https://example.org/a?ref=homepage", "https://example.org/a"),
    "the site that the reader came from": ("https://example.org/a?ref=soft.example.io", "https://example.org/a"),
    "links of related posts": ("https://example.org/a?relatedposts_hit=1&relatedposts_position=2", "https://example.org/a"),
    "a page of Notion": ("https://example.org/a?pvs=4", "https://example.org/a"),
    "printed as a file": ("https://example.org/a?print=pdf", "https://example.org/a"),
    "order of parameters": ("https://example.org/a?b=2&a=1", "https://example.org/a?a=1&b=2"),
    "needless escape": ("https://example.org/%7Eann/a%2Db", "https://example.org/~ann/a-b"),
    "case of escapes": ("https://example.org/caf%c3%a9", "https://example.org/café"),
    "dot segments": ("https://example.org/b/../a/./", "https://example.org/a"),
    "double slash": ("https://example.org//a//b", "https://example.org/a/b"),
    "line break inside": ("https://example.org/a\n/b", "https://example.org/a/b"),
    "name in unicode": ("https://bücher.example/a", "https://xn--bcher-kva.example/a"),
}

DIFFERENT = {
    "page of a list": ("https://example.org/list?page=1", "https://example.org/list?page=2"),
    "number of an article": ("https://example.org/page.php?p=1", "https://example.org/page.php?p=2"),
    "a search word": ("https://example.org/?s=tariffs", "https://example.org/"),
    "a reference that names a document": ("https://example.org/doc?ref=COM-2024-12", "https://example.org/doc"),
    "a reference that names a file": ("https://example.org/doc?ref=com-2024.pdf", "https://example.org/doc"),
    "case of the path": ("https://example.org/A", "https://example.org/a"),
    "another port": ("http://127.0.0.1:8001/a", "http://127.0.0.1:8002/a"),
    "a subdomain": ("https://data.example.org/a", "https://example.org/a"),
    "an escaped slash": ("https://example.org/a%2Fb", "https://example.org/a/b"),
    "equal names in another order": ("https://example.org/a?x=1&x=2", "https://example.org/a?x=2&x=1"),
    "a view that is a record": ("https://example.org/index.php?view=article&id=3", "https://example.org/index.php?id=3"),
    "a language": ("https://example.org/a?lang=fr", "https://example.org/a?lang=en"),
    "an article called print": ("https://example.org/print", "https://example.org/"),
}


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME)
def test_one_page_has_one_key(one: str, other: str) -> None:
    assert address_key(one) == address_key(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT.values(), ids=DIFFERENT)
def test_two_pages_have_two_keys(one: str, other: str) -> None:
    assert address_key(one) != address_key(other)


@given(st.text(alphabet="ab/.%?&=#é 7;", max_size=30))
def test_the_key_of_a_key_is_itself(tail: str) -> None:
    key = address_key(f"https://example.org/{tail}")
    assert address_key(key) == key


def test_the_address_to_fetch_keeps_what_the_server_may_insist_on() -> None:
    assert clean_url("http://www.example.org/a/?utm_source=x") == "http://www.example.org/a/"


@pytest.mark.parametrize("link", ["javascript:void(0)", "data:text/html,x", "file:///etc/passwd", "http://[", "ftp://a/b"])
def test_a_link_that_cannot_be_fetched_leads_nowhere(link: str) -> None:
    assert join_url("https://example.org/", link) is None


def test_the_number_and_the_uid_are_the_same_bits() -> None:
    assert f"{key_number('https://example.org/a') & (1 << 64) - 1:016x}" == uid_of("https://example.org/a")


def test_an_ipv6_host_keeps_its_brackets() -> None:
    assert clean_url("http://[::1]:8000/a") == "http://[::1]:8000/a"


def test_host_names_port_but_not_www() -> None:
    assert host_of("http://www.example.org:8080/a") == "example.org:8080"


@given(st.from_regex(PLAIN, fullmatch=True))
def test_short_way_to_a_key_leads_to_the_same_key(url):
    assert address_key(url) == address_key(url + "#")          # a fragment makes it go the long way


def test_a_backslash_in_a_path_is_a_slash() -> None:
    assert join_url("https://example.org/a/", r"\b\c?d=\e") == r"https://example.org/b/c?d=\e"
