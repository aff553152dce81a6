"""Sitemap bytes -> Leads: sitemaps.org 0.9, indexes, news sitemaps, plain lists of addresses; gzipped or not. Pure.

Sitemaps in the wild are cut short, half escaped and wrongly nested; what can be read is read.
"""

import re
from collections.abc import Iterable, Iterator
from io import BytesIO

from lxml import etree

from archive.urls import join_url
from crawler.discovery.dates import read_date
from crawler.discovery.feed import FEED_ROOT, plain_bytes, read_feed, with_whole_signs
from crawler.discovery.lead import Lead, NotAListing
from crawler.packing import GZIP_START, CannotUnpack, TooLarge, unpack

MOST_BYTES = 64 << 20          # the protocol allows 50 MB unpacked; beyond that somebody is joking
_CDATA = re.compile(rb"(<!\[CDATA\[(?:[^\]]+|\](?!\]>))*+)")       # in which an ampersand is bare by right, and stays
_ESCAPED_TWICE = re.compile(rb"&amp;((?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)")
_LOC = re.compile(rb"<(?:\w+:)?loc>\s*+(?:<!\[CDATA\[)?([^<]++)</(?:\w+:)?loc>")
_BEGINS = re.compile(rb"<\?xml\s|<(?:\w+:)?(?:urlset|sitemapindex)[\s>]")
_CLOSED = re.compile(rb"</(?:\w+:)?(?:url|sitemap)>")
_JOINT = re.compile(rb"</(?:\w+:)?urlset>\s*(?:<\?xml[^>]*>\s*)?<(?:\w+:)?urlset[^>]*>")   # of two put into one file
_SITEMAP_NAME = re.compile(r"\.xml(?:\.gz)?(?:$|\?)|sitemap[^/]*\.(?:txt|xml|gz|php)(?:$|\?)", re.IGNORECASE)


def read_sitemap(body: bytes, url: str) -> tuple[Lead, ...]:
    """What the sitemap at `url` lists, in its order; raises NotAListing where it is no sitemap."""
    body = plain_bytes(unpacked(unpacked(body)))       # some servers pack what is packed
    if not body:
        raise NotAListing("an empty sitemap")
    if (begins := _BEGINS.search(body[:4096])) and begins.start():
        body = body[begins.start():]       # the server's warnings stand before it
    if not body.startswith(b"<"):
        return _plain_list(body, url)
    if re.match(rb"(?i)<(?:!doctype\s+)?html", body):
        raise NotAListing("a web page where a sitemap should be")
    leads = _each_once(_elements(_whole_entries(with_whole_signs(_JOINT.sub(b"", body))), url))
    if not leads:
        leads = tuple(lead for match in _LOC.finditer(body)
                      if (lead := _lead(url, _text(match[1]), {}, False)))
    if not leads and b"urlset" not in body and b"sitemapindex" not in body:
        if FEED_ROOT.search(body[:4096]):   # the protocol takes feeds for sitemaps, too
            return read_feed(body, url)
        raise NotAListing("no sitemap: neither urlset nor sitemapindex")
    return leads


def unpacked(body: bytes) -> bytes:
    """The body without gzip; one cut short gives what came; raises NotAListing beyond MOST_BYTES."""
    if not body.startswith(GZIP_START):
        return body
    try:
        return unpack(body, "gzip", MOST_BYTES)
    except TooLarge as error:
        raise NotAListing(f"a sitemap of more than {MOST_BYTES >> 20} MB") from error
    except CannotUnpack as error:
        if error.so_far:
            return error.so_far
        raise NotAListing(f"gzip that can't be unpacked ({error})") from error


def _text(loc: bytes) -> str:
    return loc.strip().removesuffix(b"]]>").strip().decode("utf-8", "replace").replace("&amp;", "&")


def _plain_list(body: bytes, url: str) -> tuple[Lead, ...]:
    lines = body.decode("utf-8", "replace").split()
    leads = tuple(lead for line in lines
                  if line.startswith(("http://", "https://")) and (lead := _lead(url, line, {}, False)))
    if len(leads) * 2 < len(lines) or not leads:
        raise NotAListing("no sitemap: neither XML nor a list of addresses")
    return leads


def _whole_entries(body: bytes) -> bytes:
    """The body up to its last closed entry: an address cut in two leads nowhere."""
    last = None
    for last in _CLOSED.finditer(body):  # noqa: B007 - the last match is what is wanted
        pass
    parts = _CDATA.split(body[:last.end()] if last else body)
    # all are escaped, and then those right that were: a list of each bare one would take ninety times its bytes
    parts[::2] = [_ESCAPED_TWICE.sub(rb"&\1", part.replace(b"&", b"&amp;")) for part in parts[::2]]
    return b"".join(parts)


def _each_once(leads: Iterable[Lead]) -> tuple[Lead, ...]:
    """Each address once, with its date: a page is named by its own entry and by those of its language twins."""
    found: dict[str, Lead] = {}
    for lead in leads:
        if lead.url not in found or (lead.date and not found[lead.url].date):
            found[lead.url] = lead
    return tuple(found.values())


def _elements(body: bytes, url: str) -> Iterator[Lead]:
    """Leads from the XML, one entry in memory at a time."""
    events = etree.iterparse(BytesIO(body), events=("start", "end"), recover=True, resolve_entities=False,
                             remove_comments=True, remove_pis=True, huge_tree=True, no_network=True)
    root = ""
    try:
        for event, element in events:
            name = _local(element)
            root = root or name
            if event == "start" or name not in ("url", "sitemap"):
                continue
            said: dict[str, str] = {}
            twins: list[str] = []
            for child in (*element, *element.iterdescendants()):  # own children first: images have a loc as well
                said.setdefault(_local(child), (child.text or "").strip())
                if child.get("hreflang"):
                    twins.append(child.get("href") or "")
            if lead := _lead(url, said.get("loc", ""), said, name == "sitemap" or root == "sitemapindex"):
                yield lead
            yield from (lead for twin in twins if (lead := _lead(url, twin, {}, False)))
            element.clear()
            parent = element.getparent()
            while parent is not None and element.getprevious() is not None:
                del parent[0]
    except etree.XMLSyntaxError:
        return  # nothing more can be read; what came before is kept


def _lead(found_in: str, loc: str, said: dict[str, str], is_index: bool) -> Lead | None:
    address = join_url(found_in, loc) if loc else None
    if address is None:
        return None
    kind = "sitemap" if is_index or _SITEMAP_NAME.search(address) else "page"
    return Lead(url=address, found_in=found_in, kind=kind, origin="sitemap",  # type: ignore[arg-type]
                title=said.get("title") or None,
                date=read_date(said.get("lastmod") or said.get("publication_date")),
                published=read_date(said.get("publication_date")))


def _local(element: etree._Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(tag, str) else ""
