"""Feed bytes -> Leads: RSS, Atom and JSON Feed, broken ones as far as they go, with their paging (RFC 5005). Pure."""

import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from typing import Any

from archive.urls import join_url, same_publisher
from crawler.discovery.dates import of_struct, read_date
from crawler.discovery.lead import Lead, NotAListing
from crawler.json_text import load_json

_CLOSED = re.compile(rb"</(?:\w+:)?(?:item|entry)>", re.IGNORECASE)
_HREF = re.compile(r"""<a\s[^<>]*?\bhref\s*=\s*["']([^"']+)""", re.IGNORECASE)
_SIGNS = bytes(1 if 0 < code < 128 else code for code in range(256))
_UTF_16 = {b"\1\0": "utf-16-le", b"\0\1": "utf-16-be"}   # the first sign of XML, JSON and robots.txt is of ASCII
_DECLARED = re.compile(r"""\s+encoding\s*=\s*["'][^"']*["']""")
_REFERENCES = re.compile(rb"(?:&#(?:[xX][0-9a-fA-F]{4,}|\d{5,});?)+")
_CODE = re.compile(rb"[xX][0-9a-fA-F]+|\d{1,99}")
_LAST_CODE = 0x10FFFF
FEED_ROOT = re.compile(rb"<(?:\w+:)?(?:rss|feed|rdf)[\s>]", re.IGNORECASE)


def read_feed(body: bytes, url: str) -> tuple[Lead, ...]:
    """What the feed at `url` lists, in its order; raises NotAListing where it is no feed."""
    body = plain_bytes(body)
    if body.startswith(b"{"):
        return tuple(_json_leads(body, url))
    if not FEED_ROOT.search(body[:4096]):
        raise NotAListing("no feed: neither RSS, Atom nor JSON Feed")
    return tuple(_xml_leads(with_whole_signs(_whole_entries(body)), url))


def plain_bytes(body: bytes) -> bytes:
    """The body in UTF-8 where it is in UTF-16, by its mark or its first sign; without what stands before that sign."""
    utf_16 = "utf-16" if body.startswith((b"\xff\xfe", b"\xfe\xff")) else _UTF_16.get(body[:2].translate(_SIGNS))
    if utf_16:
        body = _DECLARED.sub("", body.decode(utf_16, "replace"), count=1).encode()
    return body.lstrip(b"\xef\xbb\xbf\x00 \t\r\n")


def with_whole_signs(body: bytes) -> bytes:
    """XML whose references to halves of signs (UTF-16) are those to the signs; without lone halves and what is no sign.

    >>> with_whole_signs(b"Ports &#55357;&#57000; rise &#xD83D;")
    b'Ports &#128680; rise '
    """
    return _REFERENCES.sub(_whole_signs, body)


def _whole_signs(references: re.Match[bytes]) -> bytes:
    codes = (int(code[1:], 16) if code[:1] in b"xX" else int(code) for code in _CODE.findall(references[0]))
    text = "".join(chr(code) for code in codes if code <= _LAST_CODE)
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    return whole.encode("ascii", "xmlcharrefreplace")


def _whole_entries(body: bytes) -> bytes:
    """The body up to its last closed entry, if it was cut short: an address cut in two leads nowhere."""
    if re.search(rb"</(?:\w+:)?(?:rss|feed|rdf)>\s*$", body, re.IGNORECASE):
        return body
    ends = [match.end() for match in _CLOSED.finditer(body)]
    return body[:ends[-1]] if ends else body


def _xml_leads(body: bytes, url: str) -> Iterator[Lead]:
    import feedparser  # 60 ms, and few pages are feeds

    try:
        parsed: Any = feedparser.parse(BytesIO(body), sanitize_html=False, resolve_relative_uris=False)
    except KeyError as error:      # of its own: an item that ends a link it does not begin
        raise NotAListing("no feed: broken XML") from error
    home = join_url(url, parsed.feed.get("link") or "")
    base = home if home and same_publisher(home, url) else url
    for entry in parsed.entries:
        if address := _address(base, entry.get("feedburner_origlink") or entry.get("link"), entry.get("id")):
            date = of_struct(entry["updated_parsed"] if "updated_parsed" in entry else entry.get("published_parsed"))
            yield Lead(url=address, found_in=url, origin="feed", title=entry.get("title") or None, date=date,
                       published=_published(entry, parsed.version))
        else:
            yield from _told_within(entry, base, url)
    for link in parsed.feed.get("links", ()):
        if link.get("rel") in ("next", "prev-archive") and (address := join_url(url, link.get("href", ""))):
            yield Lead(url=address, found_in=url, kind="feed", origin="next")


def _published(entry: Any, version: str) -> str | None:
    """When an entry was published, in its own time zone; RSS has `dc:date` for that, which Atom calls `updated`."""
    name = "published" if "published" in entry or version.startswith("atom") else "updated"
    return (read_date(entry[name]) or of_struct(entry.get(f"{name}_parsed"))) if name in entry else None


def _told_within(entry: Any, base: str, url: str) -> Iterator[Lead]:
    """Where an item without a link leads by its text: which of the links is its own, the pages have to tell."""
    for text in (entry.get("summary") or "", *(part.get("value") or "" for part in entry.get("content", ()))):
        for href in _HREF.findall(text):
            if (address := join_url(base, unescape(href))) and same_publisher(address, url):
                yield Lead(address, url)


def _address(base: str, link: object, own_id: object) -> str | None:
    """Where an item stands: its link, else its id where that is a whole address; most ids are any word."""
    if link and isinstance(link, str):
        return join_url(base, link)
    return join_url("", own_id) if isinstance(own_id, str) else None


def _json_leads(body: bytes, url: str) -> Iterator[Lead]:
    try:
        feed = load_json(body)
    except ValueError as error:
        raise NotAListing(f"no feed: broken JSON ({error})") from error
    items = feed.get("items")
    if not isinstance(items, list):
        raise NotAListing("no feed: JSON without items")
    for item in items:
        if isinstance(item, dict) and (address := _address(url, item.get("url") or item.get("external_url"),
                                                            item.get("id"))):
            published = read_date(_text(item.get("date_published")))
            yield Lead(url=address, found_in=url, origin="feed", title=_text(item.get("title")),
                       date=read_date(_text(item.get("date_modified"))) or published, published=published)
    if isinstance(feed.get("next_url"), str) and (address := join_url(url, feed["next_url"])):
        yield Lead(url=address, found_in=url, kind="feed", origin="next")


def _text(value: object) -> str | None:
    return value if value and isinstance(value, str) else None
