"""Feeds: RSS, Atom, JSON Feed, whole and broken."""

import json

import pytest

from crawler.discovery import NotAListing
from crawler.discovery.feed import read_feed

AT = "https://example.org/feed"
RSS = ('<?xml version="1.0"?><rss version="2.0"><channel><title>X</title><link>https://example.org/</link>'
       "<item><title>Tariffs</title><link>https://example.org/a</link>"
       "<pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate></item>{}</channel></rss>")
ATOM = ('<feed xmlns="http://www.w3.org/2005/Atom"><title>X</title><link rel="next" href="/feed?page=2"/>'
        '<entry><title>T</title><link href="/a"/><updated>2024-03-05T10:00:00Z</updated></entry></feed>')


def test_an_rss_item_gives_address_title_and_date() -> None:
    (lead,) = read_feed(RSS.format("").encode(), AT)
    assert (lead.url, lead.title, lead.date) == ("https://example.org/a", "Tariffs", "2024-03-05T10:00:00+00:00")


@pytest.mark.parametrize(("feed", "published"), [
    (RSS.format("").replace("GMT", "+0800"), "2024-03-05T10:00:00+08:00"),
    (RSS.format("").replace("pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate", "dc:date>2024-03-05</dc:date"),
     "2024-03-05"),
    (ATOM, None),                                            # `updated` is when it last changed
    (ATOM.replace("</entry>", "<published>2023-11-02T08:00+01:00</published></entry>"), "2023-11-02T08:00+01:00")])
def test_an_entry_says_when_it_was_published_not_when_it_changed(feed: str, published: str | None) -> None:
    assert read_feed(feed.encode(), AT)[0].published == published


def test_an_atom_entry_with_a_relative_link_is_read() -> None:
    assert read_feed(ATOM.encode(), AT)[0].url == "https://example.org/a"


def test_the_next_page_of_a_feed_is_a_feed() -> None:
    lead = read_feed(ATOM.encode(), AT)[-1]
    assert (lead.kind, lead.url) == ("feed", "https://example.org/feed?page=2")


def test_a_json_feed_is_read() -> None:
    item = {"id": "1", "url": "https://example.org/a", "date_published": "2024-03-05", "date_modified": "2024-04-01"}
    (lead,) = read_feed(json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [item]}).encode(), AT)
    assert (lead.url, lead.date, lead.published) == ("https://example.org/a", "2024-04-01", "2024-03-05")


def test_a_feed_cut_short_gives_its_whole_items_only() -> None:
    whole = RSS.format("<item><link>https://example.org/half-of-an-address</link></item>")
    assert [lead.url for lead in read_feed(whole[:whole.index("-an-address")].encode(), AT)] == ["https://example.org/a"]


@pytest.mark.parametrize("body", [b"<html><body>Not found</body></html>", b'{"a": 1}', b"{", b""])
def test_what_is_no_feed_is_called_so(body: bytes) -> None:
    with pytest.raises(NotAListing):
        read_feed(body, AT)


def test_a_name_of_a_file_is_not_opened() -> None:
    with pytest.raises(NotAListing):
        read_feed(b"/etc/passwd", AT)


def test_relative_links_never_stand_on_another_publishers_address() -> None:
    feed = ('<feed xmlns="http://www.w3.org/2005/Atom"><link rel="alternate" href="https://elsewhere.example/"/>'
            '<entry><link rel="alternate" href="/a"/></entry></feed>')
    assert [lead.url for lead in read_feed(feed.encode(), AT)] == ["https://example.org/a"]


def test_an_id_that_is_no_address_leads_nowhere() -> None:
    item = '<item><title>T</title><guid isPermaLink="false">{}</guid></item>'
    body = RSS.format(item.format("4711 at institute") + item.format("https://example.org/b"))
    assert [lead.url for lead in read_feed(body.encode(), AT)] == ["https://example.org/a", "https://example.org/b"]
    feed = {"items": [{"id": "4711"}, {"id": "https://example.org/b"}]}
    assert [lead.url for lead in read_feed(json.dumps(feed).encode(), AT)] == ["https://example.org/b"]


def test_an_item_without_a_link_leads_where_its_text_leads() -> None:
    told = ('<item><title>T</title><guid isPermaLink="false">7@x</guid><description>&lt;a href="/t?a=1&amp;amp;b=2"&gt;'
            'T&lt;/a&gt; &lt;a href="https://other.example/"&gt;by&lt;/a&gt;</description></item>')
    leads = read_feed(RSS.format(told).encode(), AT)
    assert [lead.url for lead in leads[1:]] == ["https://example.org/t?a=1&b=2"]


@pytest.mark.parametrize(("written", "title"), [
    ("Ports &#55357;", "Ports"), ("Ports &#xD83D;&#xDEA2;", "Ports 🚢"), ("Ports &#55357;&#57000;", "Ports 🚨"),
    ("Ports &#57344;", "Ports \ue000")])
def test_references_to_halves_of_signs_are_read_as_the_signs(written: str, title: str) -> None:
    (lead,) = read_feed(RSS.format("").replace("Tariffs", written).encode(), AT)
    assert lead.title == title


@pytest.mark.parametrize(("item", "title", "date"), [
    ('"title": "Ports \\ud83d", "date_published": "2024-03-05"', "Ports ", "2024-03-05"),
    ('"title": {"rendered": "Ports"}, "date_published": 1709596800', None, None),
    ('"title": ["Ports"], "date_modified": 5, "date_published": "2024"', None, "2024")])
def test_a_json_feed_with_half_a_sign_or_other_values_than_texts_is_read(item: str, title: str | None,
                                                                        date: str | None) -> None:
    feed = '{"version": "https://jsonfeed.org/version/1.1", "items": [{"url": "/a", ' + item + "}]}"
    (lead,) = read_feed(feed.encode(), AT)
    assert (lead.url, lead.title, lead.date) == ("https://example.org/a", title, date)


def test_json_that_nests_without_end_is_no_feed() -> None:
    with pytest.raises(NotAListing):
        read_feed(b'{"items": ' + b"[" * 100_000, AT)


@pytest.mark.parametrize("date", ["0000-01-01", "Tue, 05 Mar 99999999999 10:00:00 GMT"])
def test_a_date_that_no_calendar_has_is_none(date: str) -> None:
    assert read_feed(RSS.format("").replace("Tue, 05 Mar 2024 10:00:00 GMT", date).encode(), AT)[0].date is None
    item = {"url": "https://example.org/a", "date_published": date}
    assert read_feed(json.dumps({"items": [item]}).encode(), AT)[0].date is None


def test_a_reference_to_a_number_without_end_is_left_out() -> None:
    assert read_feed(RSS.format("").replace("Tariffs", f"&#{'1' * 5000};").encode(), AT)[0].title is None
