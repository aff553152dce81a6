"""Sitemaps as they are found: whole, gzipped, cut short, badly escaped, or something else."""

import gzip
import time
import tracemalloc

import pytest

from crawler.discovery import NotAListing
from crawler.discovery.sitemap import read_sitemap

AT = "https://example.org/sitemap.xml"
HEAD = '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'


def urls(body: str | bytes) -> list[str]:
    return [lead.url for lead in read_sitemap(body.encode() if isinstance(body, str) else body, AT)]


def entry(path: str, more: str = "") -> str:
    return f"<url><loc>https://example.org{path}</loc>{more}</url>"


def test_addresses_come_in_the_sitemaps_order() -> None:
    assert urls(HEAD + entry("/b") + entry("/a") + "</urlset>") == ["https://example.org/b", "https://example.org/a"]


def test_the_date_of_an_entry_is_kept_as_precise_as_it_is() -> None:
    (lead,) = read_sitemap((HEAD + entry("/a", "<lastmod>2024-05</lastmod>") + "</urlset>").encode(), AT)
    assert lead.date == "2024-05"


def test_an_index_leads_to_sitemaps() -> None:
    body = "<sitemapindex><sitemap><loc>https://example.org/s1.xml.gz</loc></sitemap></sitemapindex>"
    (lead,) = read_sitemap(body.encode(), AT)
    assert lead.kind == "sitemap"


def test_an_index_written_with_the_wrong_elements_leads_to_sitemaps() -> None:
    (lead,) = read_sitemap((HEAD + entry("/sitemap-1.xml") + "</urlset>").encode(), AT)
    assert lead.kind == "sitemap"


def test_a_news_sitemap_gives_title_and_date() -> None:
    news = ("<n:news xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'><n:publication><n:name>X</n:name>"
            "</n:publication><n:publication_date>2024-05-06</n:publication_date><n:title>Tariffs</n:title></n:news>")
    changed, plain = entry("/a", f"<lastmod>2024-06-01</lastmod>{news}"), entry("/b", "<lastmod>2024-06-01</lastmod>")
    news_item, other = read_sitemap((HEAD + changed + plain + "</urlset>").encode(), AT)
    assert (news_item.title, news_item.date, news_item.published) == ("Tariffs", "2024-06-01", "2024-05-06")
    assert (other.date, other.published) == ("2024-06-01", None)


def test_an_image_is_not_taken_for_the_page() -> None:
    image = "<i:image xmlns:i='http://www.google.com/schemas/sitemap-image/1.1'><i:loc>https://x.org/i</i:loc></i:image>"
    assert urls(HEAD + f"<url>{image}<loc>https://example.org/a</loc></url></urlset>") == ["https://example.org/a"]


def test_a_gzipped_sitemap_is_unpacked() -> None:
    assert urls(gzip.compress((HEAD + entry("/a") + "</urlset>").encode())) == ["https://example.org/a"]


def test_a_sitemap_cut_short_gives_its_whole_entries_only() -> None:
    assert urls(HEAD + entry("/a") + "<url><loc>https://example.org/half-of-an-addr") == ["https://example.org/a"]


def test_gzip_cut_short_gives_what_came() -> None:
    body = gzip.compress((HEAD + "".join(entry(f"/{n * 7919}") for n in range(5000)) + "</urlset>").encode())
    assert len(urls(body[:len(body) // 2])) > 1000


def test_a_bare_ampersand_is_part_of_the_address() -> None:
    assert urls(HEAD + entry("/a?x=1&y=2") + "</urlset>") == ["https://example.org/a?x=1&y=2"]


def test_a_byte_order_mark_and_blank_lines_do_no_harm() -> None:
    assert urls("\ufeff\n\n" + HEAD + entry("/a") + "</urlset>") == ["https://example.org/a"]


def test_a_plain_list_of_addresses_is_a_sitemap() -> None:
    assert urls("https://example.org/a\nhttps://example.org/b\n") == ["https://example.org/a", "https://example.org/b"]


def test_a_relative_address_stands_on_the_sitemaps_own() -> None:
    assert urls("<urlset><url><loc>/a</loc></url></urlset>") == ["https://example.org/a"]


def test_no_namespace_another_prefix_and_cdata_are_read() -> None:
    body = "<s:urlset xmlns:s='x'><s:url><s:loc><![CDATA[https://example.org/a]]></s:loc></s:url></s:urlset>"
    assert urls(body) == ["https://example.org/a"]


@pytest.mark.parametrize("body", [b"", b"<!DOCTYPE html><html><body>Not found</body></html>", b"nothing to see here"])
def test_what_is_no_sitemap_is_called_so(body: bytes) -> None:
    with pytest.raises(NotAListing):
        read_sitemap(body, AT)


def test_an_outside_entity_is_never_fetched() -> None:
    body = ('<!DOCTYPE u [<!ENTITY e SYSTEM "file:///etc/passwd">]><urlset><url><loc>https://example.org/&e;</loc></url>'
            + entry("/a") + "</urlset>")
    assert all("root" not in url for url in urls(body))


def test_a_gzip_bomb_is_refused() -> None:
    with pytest.raises(NotAListing, match="more than"):
        read_sitemap(gzip.compress(b" " * (70 << 20), 9), AT)


def test_a_feed_may_stand_for_a_sitemap() -> None:
    body = "<rss version='2.0'><channel><item><link>https://example.org/a</link></item></channel></rss>"
    assert urls(body) == ["https://example.org/a"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_sitemap_in_utf_16_is_read(encoding: str) -> None:
    body = f'<?xml version="1.0" encoding="UTF-16"?><urlset>{entry("/a")}</urlset>'.encode(encoding)
    assert [lead.url for lead in read_sitemap(body, AT)] == ["https://example.org/a"]


def test_an_ampersand_in_cdata_is_an_ampersand() -> None:
    plain = "<url><loc>https://example.org/p?a=1&b=2</loc></url>"
    held = "<url><loc><![CDATA[https://example.org/q?a=1&b=2]]></loc></url>"
    assert urls(HEAD + plain + held + "</urlset>") == ["https://example.org/p?a=1&b=2", "https://example.org/q?a=1&b=2"]


def test_language_twins_named_in_an_entry_are_leads_each_once() -> None:
    twins = "".join(f'<xhtml:link rel="alternate" hreflang="{code}" href="https://example.org/{code}/a"/>'
                    for code in ("en", "fr"))
    head = HEAD.replace("<urlset", '<urlset xmlns:xhtml="http://www.w3.org/1999/xhtml"')
    body = head + entry("/en/a", twins) + entry("/fr/a", "<lastmod>2024-05-01</lastmod>" + twins) + "</urlset>"
    found = read_sitemap(body.encode(), AT)
    assert [(lead.url, lead.date) for lead in found] == [
        ("https://example.org/en/a", None), ("https://example.org/fr/a", "2024-05-01")]


def test_a_sitemap_packed_twice_is_unpacked_twice() -> None:
    assert urls(gzip.compress(gzip.compress((HEAD + entry("/a") + "</urlset>").encode()))) == ["https://example.org/a"]


@pytest.mark.parametrize("warning", ["Warning: no such file in /srv/map.php on line 3\n",
                                     "<br />\n<b>Notice</b>: Undefined index in <b>/srv/map.php</b><br />\n"])
def test_warnings_of_the_server_before_a_sitemap_are_passed_over(warning: str) -> None:
    assert urls(warning + HEAD + entry("/a") + "</urlset>") == ["https://example.org/a"]


def test_two_sitemaps_in_one_file_are_both_read() -> None:
    one, two = (f'<?xml version="1.0"?><urlset>{entry(path)}</urlset>\n' for path in ("/a", "/b"))
    assert urls(one + two) == ["https://example.org/a", "https://example.org/b"]


def test_references_to_halves_of_signs_cost_a_sitemap_nothing() -> None:
    body = (b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
            b'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://example.org/a</loc>'
            b"<news:news><news:title>Ports &#55357;&#57000; rise &#55357;&#1114112;</news:title></news:news></url>"
            b"</urlset>")
    assert [lead.url for lead in read_sitemap(body, "https://example.org/sitemap.xml")] == ["https://example.org/a"]


def test_a_sitemap_of_several_packed_parts_is_whole() -> None:
    parts = ('<urlset><url><loc>/a</loc></url>', '<url><loc>/b</loc></url></urlset>')
    leads = read_sitemap(b"".join(gzip.compress(part.encode()) for part in parts), AT)
    assert [lead.url.rpartition("/")[2] for lead in leads] == ["a", "b"]


@pytest.mark.parametrize("rest", [b"<![CDATA[" * 100_000, b"<loc>" * 100_000, b"<loc>" + b" " * 500_000],
                         ids=["open CDATA", "open places", "spaces"])
def test_what_a_sitemap_leaves_open_takes_no_time(rest: bytes) -> None:
    started = time.process_time()
    read_sitemap(b"<urlset><url><loc>/a</loc></url>" + rest, AT)
    read_sitemap(b"<urlset>" + rest, AT)
    assert time.process_time() - started < 4


def test_bare_ampersands_without_end_take_no_more_memory_than_other_signs() -> None:
    body = b"<urlset><url><loc>https://institute.example/?a" + b"&" * 200_000 + b"</loc></url></urlset>"
    tracemalloc.start()
    try:
        read_sitemap(body, AT)
        assert tracemalloc.get_traced_memory()[1] < 30 * len(body)
    finally:
        tracemalloc.stop()
