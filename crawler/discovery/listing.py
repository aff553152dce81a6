"""An HTML page -> Links: where it leads, which of it is the next page of a list, its feeds, its refresh. Pure.

Every page of a site is read this way, article or index: what follows from it is for the crawl to decide.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote

from archive.urls import LONGEST, join_url
from crawler.discovery.addresses import page_number, refusal
from crawler.discovery.forms import form_leads
from crawler.discovery.languages import folder_of_language
from crawler.discovery.lead import Lead
from crawler.discovery.list_pages import list_of
from crawler.discovery.markup import Markup, words_of
from crawler.discovery.pagers import leads_further
from crawler.discovery.scripted import script_lead, scripted_leads
from crawler.json_text import load_json, texts_in

FEED_TYPES = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"})
# Of some feeds; WordPress also names its interface for programs so.
LOOSE_TYPES = frozenset({"application/json", "application/xml", "text/xml"})
_PDF = re.compile(r"\bpdf\b")
_COUNTED = re.compile(r"\(\d[\d.,\s]*\)$")     # "Health (23)": what a facet leaves
_ASCII_SIGNS = "".join(map(chr, range(33, 127)))
_REFRESH = re.compile(r"\s*+(\d{1,9})[\d.]*+(?=[\s;,])\s*+[;,]?+\s*+(?:url\s*+=\s*+)?['\"]?([^'\"\s][^'\"]*)",
                      re.IGNORECASE)
MOST_REFRESH_SECONDS = 5
MOST_LINKS = 5000              # of one page; a page with more is a generator


@dataclass(frozen=True, slots=True)
class Links:
    """Where a page leads."""

    leads: tuple[Lead, ...] = ()   # in the page's order, each address once
    moved_to: str | None = None    # where an immediate refresh sends the reader
    robots: frozenset[str] = frozenset()  # words of its robots meta tag: "noindex", "nofollow", "noarchive"


def read_links(markup: Markup, url: str, encoding: str = "utf-8") -> Links:
    """The links of the page at `url`; in its own encoding browsers send what stands behind the "?" of a link."""
    bases = (markup.attributes[i].get("href") for i in markup.all("base"))
    base = next((joined for href in bases if href and len(href) <= LONGEST and (joined := join_url(url, href))), url)
    robots, moved = _read_meta(markup, base)
    found: dict[str, Lead] = {}
    if "nofollow" not in robots:
        for lead in _all_leads(markup, base, url, encoding):
            known = found.get(lead.url)
            if known is None or (known.origin == "link" and lead.origin != "link"):
                found[lead.url] = lead
            if len(found) >= MOST_LINKS:
                break
    return Links(tuple(found.values()), moved, robots)


def refresh_target(said: str, base: str) -> str | None:
    """Where a refresh ("0; url=/new") sends the reader at once; None where it only reloads, or waits.

    >>> refresh_target("0; url=/new", "https://example.org/old")
    'https://example.org/new'
    >>> refresh_target("30", "https://example.org/old")
    """
    match = _REFRESH.match(said)
    return join_url(base, match[2]) if match and int(match[1]) <= MOST_REFRESH_SECONDS else None


def _all_leads(markup: Markup, base: str, url: str, encoding: str) -> Iterator[Lead]:
    for i in markup.all("link"):
        link = markup.attributes[i]
        rel, kind = (link.get("rel") or "").lower().split(), (link.get("type") or "").lower()
        is_named = link.get("itemprop") == "url"             # of an item in microdata
        address = join_url(base, link.get("href") or "") if rel or is_named else None
        is_feed = kind in FEED_TYPES or (kind in LOOSE_TYPES and "/wp-json" not in (address or ""))
        if address and "alternate" in rel and is_feed:
            yield Lead(address, url, "feed", "head", link.get("title"))
        elif address and "sitemap" in rel:
            yield Lead(address, url, "sitemap", "head")
        elif address and "next" in rel:
            yield Lead(address, url, "listing", "next")
        elif address and "alternate" in rel and link.get("hreflang"):
            yield Lead(address, url, "page", "head")
        elif address and is_named:
            yield Lead(address, url)
    is_unicode, goes_on = encoding.startswith("utf"), False
    for i in markup.all("a", "area"):
        anchor = markup.attributes[i]
        if not is_unicode and not (anchor.get("href") or "").isascii():
            anchor = {**anchor, "href": _as_sent(anchor["href"], encoding)}
        said = words_of(markup, i)
        if lead := anchor_lead(anchor, said, base, url):
            goes_on = goes_on or lead.origin == "next"
            yield lead
        if (folder := folder_of_language(said)) and (lead is None or refusal(lead.url)) and (
                address := join_url(base, folder)):
            yield Lead(address, url)
    yield from _framed_leads(markup, base, url)
    for text in markup.json_ld:
        yield from _stated_leads(text, base, url) if '"ItemList"' in text else ()
    yield from scripted_leads(markup, base, url)
    yield from form_leads(markup, base, url, goes_on=goes_on)


def _as_sent(href: str, encoding: str) -> str:
    """A link with its query as browsers send it (WHATWG URL, section 4.4): letters in the encoding of the page.

    >>> _as_sent("/list?name=étude", "cp1252")
    '/list?name=%E9tude'
    """
    path, mark, query = href.partition("?")
    return path + mark + quote(query, safe=_ASCII_SIGNS, encoding=encoding, errors="xmlcharrefreplace")


def _framed_leads(markup: Markup, base: str, url: str) -> Iterator[Lead]:
    """What stands in a frame: menus and lists of old sites, or parts of a list that are fetched when they are seen.

    And files, shown by a viewer that is told their address.
    """
    for i in markup.all("frame", "iframe", "object", "embed", "turbo-frame", "include-fragment"):
        source = markup.attributes[i].get("data") or markup.attributes[i].get("src") or ""
        query = source.partition("#")[0].partition("?")[2]       # by hand: markup holds anything
        shown = [value for _, value in parse_qsl(query) if value.lower().endswith(".pdf")]
        for value in shown or [source] if source else []:
            if address := join_url(base, value):
                yield Lead(address, url, origin="file" if address.lower().endswith(".pdf") else "link")


def _stated_leads(text: str, base: str, url: str) -> Iterator[Lead]:
    """The items of a list that a page states in JSON-LD: all there is where a script would draw the list."""
    try:
        stated = load_json(text)
    except ValueError:         # the reader of claims mends what can be mended; a list is seldom broken
        return
    for key, value in texts_in(stated):
        if key in ("url", "item", "@id") and (address := join_url(base, value)):
            yield Lead(address, url)


def anchor_lead(anchor: Mapping[str, str], said: str, base: str, url: str) -> Lead | None:
    """Where an anchor with these attributes and this text leads."""
    href = anchor.get("href") or anchor.get("xlink:href")    # the latter in a drawing
    address = join_url(base, href) if href and href[0] != "#" else None
    if address is None:
        return script_lead(href, base, url) if href and href[:11].lower() == "javascript:" else None
    words: Sequence[str] = ()
    if len(anchor) > 1:                                      # most say nothing but where they lead
        rel, kind = anchor.get("rel"), anchor.get("type")
        words = rel.lower().split() if rel else ()
        if "nofollow" in words and ("?" in address or (said[-1:] == ")" and _COUNTED.search(said))) \
                and "next" not in words and not _is_page_of(address, url):
            return None  # what a site itself calls not worth following is its facets and its share buttons
        if kind and kind.lower() in FEED_TYPES:
            return Lead(address, url, "feed", "link")
    if "next" in words or page_number(address) is not None or leads_further(anchor, said):
        return Lead(address, url, "listing", "next")
    return Lead(address, url, "page", "file" if _is_download(anchor, said) else "link")


def _is_page_of(address: str, url: str) -> bool:
    """Whether the address is another page of the list at `url`, and nothing narrower."""
    return page_number(address) is not None and list_of(address) == list_of(url)


def _is_download(anchor: Mapping[str, str], said: str) -> bool:
    """Whether the link says that it leads to a file."""
    if len(anchor) > 1:
        if "download" in anchor or (anchor.get("type") or "").lower() == "application/pdf":
            return True
        said = f"{said} {anchor.get('title')} {anchor.get('aria-label')}"
    words = said.lower()
    return "pdf" in words and _PDF.search(words) is not None


def _read_meta(markup: Markup, base: str) -> tuple[frozenset[str], str | None]:
    robots: set[str] = set()
    moved = None
    for i in markup.all("meta"):
        meta = markup.attributes[i]
        content = meta.get("content") or ""
        if (meta.get("name") or "").lower() in ("robots", "policy-archive"):
            robots |= {word.strip() for word in content.lower().split(",")}
        elif (meta.get("http-equiv") or "").lower() == "refresh" and (
                not any(markup.tags[above] == "noscript" for above in markup.ancestors(i))):
            moved = refresh_target(content, base) or moved
    if "none" in robots:
        robots |= {"noindex", "nofollow"}
    return frozenset(robots), moved
