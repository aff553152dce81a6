"""An HTML page -> Links: where it leads, which of it is the next page of a list, its feeds, its refresh. Pure.

Every page of a site is read this way, article or index: what follows from it is for the crawl to decide.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import parse_qsl, urlencode

from archive.urls import join_url
from crawler.discovery.addresses import list_of, page_number
from crawler.discovery.lead import Lead
from crawler.discovery.pagers import leads_further
from crawler.json_text import load_json

FEED_TYPES = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"})
JSON_TYPE = "application/json"    # of some JSON feeds; WordPress also names its interface for programs so
_PDF = re.compile(r"\bpdf\b")
_REFRESH = re.compile(r"\s*(\d+)(?:\.\d*)?\s*[;,]?\s*(?:url\s*=\s*)?['\"]?([^'\"]+)", re.IGNORECASE)
_MORE_ATTRIBUTES = ("data-next-url", "data-next-page", "data-next-href", "data-next-link", "data-next", "data-url",
                    "data-href", "data-link", "data-path", "data-load-more", "data-load-more-url", "data-load-url",
                    "data-load", "data-more-url", "data-more", "data-page-url", "data-ajax-url", "data-ajax",
                    "data-endpoint", "data-api-url", "data-fetch-url", "data-infinite-url", "data-pagination-url",
                    "data-src-next", "hx-get", "data-hx-get", "up-href")
# A script on a link, a button or a row that opens another page.
_GOES_TO = re.compile(r"""(?:location(?:\.href)?\s*=|location\.(?:assign|replace)\(|window\.open\()\s*"""
                      r"""['"]([^'"\s]+)['"]|"""
                      r"""\b\w+\(\s*['"]((?:/|https?://)[^'"\s]{3,}|[\w./-]+\.(?:php|s?html?|aspx?|jsp|cfm|pdf)[^'"\s]*)['"]""",
                      re.IGNORECASE)
_LIKE_AN_ADDRESS = re.compile(r"/|https?://|\?[\w-]+=|[\w./-]+\.(?:php|html?|aspx?|jsp|cfm)\b")
_MORE = frozenset(_MORE_ATTRIBUTES)
MOST_REFRESH_SECONDS = 5
MOST_CHOICES = 60              # of one form: years, months
MOST_LINKS = 5000              # of one page; a page with more is a generator


class Markup(Protocol):
    """The elements of a page in document order, as `crawler.parsing.outline` has them: numbers and columns."""

    @property
    def tags(self) -> Sequence[str]:
        """The tag of each."""
    @property
    def attributes(self) -> Sequence[Mapping[str, str]]:
        """The attributes of each."""
    @property
    def json_ld(self) -> Sequence[str]:
        """The texts of its JSON-LD scripts."""
    def all(self, *tags: str, within: int | None = None) -> list[int]:
        """Those with one of these tags, all or those inside element `within`."""
    def ancestors(self, i: int) -> list[int]:
        """Those around element `i`, nearest first."""
    def text(self, i: int) -> str:
        """All text inside element `i`, white space squeezed."""


@dataclass(frozen=True, slots=True)
class Links:
    """Where a page leads."""

    leads: tuple[Lead, ...] = ()   # in the page's order, each address once
    moved_to: str | None = None    # where an immediate refresh sends the reader
    robots: frozenset[str] = frozenset()  # words of its robots meta tag: "noindex", "nofollow", "noarchive"


def read_links(markup: Markup, url: str) -> Links:
    """The links of the page at `url`."""
    bases = (markup.attributes[i].get("href") for i in markup.all("base"))
    base = next((joined for href in bases if href and (joined := join_url(url, href))), url)
    robots, moved = _read_meta(markup, base)
    found: dict[str, Lead] = {}
    if "nofollow" not in robots:
        for lead in _all_leads(markup, base, url):
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
    """
    match = _REFRESH.match(said)
    return join_url(base, match[2]) if match and int(match[1]) <= MOST_REFRESH_SECONDS else None


def _all_leads(markup: Markup, base: str, url: str) -> Iterator[Lead]:
    for i in markup.all("link"):
        link = markup.attributes[i]
        rel, kind = (link.get("rel") or "").lower().split(), (link.get("type") or "").lower()
        is_named = link.get("itemprop") == "url"             # of an item in microdata
        address = join_url(base, link.get("href") or "") if rel or is_named else None
        if address and "alternate" in rel and (kind in FEED_TYPES or (kind == JSON_TYPE and "/wp-json" not in address)):
            yield Lead(address, url, "feed", "head", link.get("title"))
        elif address and "next" in rel:
            yield Lead(address, url, "listing", "next")
        elif address and (is_named or ("alternate" in rel and link.get("hreflang"))):
            yield Lead(address, url, "page", "link")
    for i in markup.all("a", "area"):
        if lead := anchor_lead(markup.attributes[i], markup.text(i) or _pictured(markup, i), base, url):
            yield lead
    yield from _framed_leads(markup, base, url)
    for text in markup.json_ld:
        yield from _stated_leads(text, base, url) if '"ItemList"' in text else ()
    yield from _scripted_leads(markup, base, url)
    for i in markup.all("form"):
        yield from _form_leads(markup, i, base, url)


def _framed_leads(markup: Markup, base: str, url: str) -> Iterator[Lead]:
    """What stands in a frame: menus and lists of old sites; files, shown by a viewer that is told their address."""
    for i in markup.all("frame", "iframe", "object", "embed"):
        source = markup.attributes[i].get("data") or markup.attributes[i].get("src") or ""
        query = source.partition("#")[0].partition("?")[2]       # by hand: markup holds anything
        shown = [value for _, value in parse_qsl(query) if value.lower().endswith(".pdf")]
        for value in shown or [source] if source else []:
            if address := join_url(base, value):
                yield Lead(address, url, origin="file" if address.lower().endswith(".pdf") else "link")


def _pictured(markup: Markup, anchor: int) -> str:
    """What the pictures in an anchor without words say."""
    return " ".join(markup.attributes[i].get("alt") or "" for i in markup.all("img", within=anchor)).strip()


def _scripted_leads(markup: Markup, base: str, url: str) -> Iterator[Lead]:
    """Addresses that a script would go to: further pages of a list, the items of a drop-down."""
    for held in markup.attributes:
        if (script := held.get("onclick")) and (lead := _script_lead(script, base, url)):
            yield lead
        for name in _MORE_ATTRIBUTES if not _MORE.isdisjoint(held) else ():
            value = held.get(name) or ""
            if value.startswith(("/", "?", "http")) and (address := join_url(base, value)):
                yield Lead(address, url, "listing", "next")
    for i in markup.all("option"):   # archives by month offered as a drop-down
        value = markup.attributes[i].get("value") or ""
        if _LIKE_AN_ADDRESS.match(value) and (address := join_url(base, value)):
            yield Lead(address, url)


def _script_lead(script: str, base: str, url: str) -> Lead | None:
    """Where a script goes: by the window, which buttons of lists do, or by a function of the site's own."""
    to = _GOES_TO.search(script)
    address = join_url(base, to[1] or to[2]) if to else None
    if to is None or address is None:
        return None
    return Lead(address, url, "listing", "next") if to[1] else Lead(address, url)


def _stated_leads(text: str, base: str, url: str) -> Iterator[Lead]:
    """The items of a list that a page states in JSON-LD: all there is where a script would draw the list."""
    try:
        stated = load_json(text)
    except ValueError:         # the reader of claims mends what can be mended; a list is seldom broken
        return
    for key, value in strings_in(stated):
        if key in ("url", "item", "@id") and (address := join_url(base, value)):
            yield Lead(address, url)


def _form_leads(markup: Markup, form: int, base: str, url: str) -> Iterator[Lead]:
    """Where a form without anything to type leads: a choice (of a year), or buttons with addresses of their own."""
    said = markup.attributes
    fields = [i for i in markup.all("input", "select", "textarea", within=form) if said[i].get("name")]
    hidden = [i for i in fields if markup.tags[i] == "input" and (said[i].get("type") or "").lower() == "hidden"]
    choices = [i for i in fields if markup.tags[i] == "select"]
    if (said[form].get("method") or "get").lower() != "get" or len(fields) > len(hidden) + len(choices) or \
            len(choices) > 1:
        return
    sent = [(said[i].get("name") or "", said[i].get("value") or "") for i in hidden]
    chosen = [[(said[choices[0]].get("name") or "", value)] for i in markup.all("option", within=choices[0])
              if (value := said[i].get("value", markup.text(i)).strip())] if choices else [[]]
    action = (said[form].get("action") or "").partition("?")[0]
    for i in markup.all("button", "input", within=form):
        own = (said[i].get("formaction") or "").partition("?")[0]
        if own and (address := join_url(base, f"{own}?{urlencode(sent)}" if sent else own)):
            yield Lead(address, url)
    for pair in chosen[:MOST_CHOICES] if fields else ():
        if address := join_url(base, f"{action}?{urlencode([*sent, *pair])}"):
            yield Lead(address, url, "listing", "next") if page_number(address) is not None else Lead(address, url)


def anchor_lead(anchor: Mapping[str, str], said: str, base: str, url: str) -> Lead | None:
    """Where an anchor with these attributes and this text leads."""
    href = anchor.get("href") or anchor.get("xlink:href")    # the latter in a drawing
    address = join_url(base, href) if href and href[0] != "#" else None
    if address is None:
        return _script_lead(href, base, url) if href and href[:11].lower() == "javascript:" else None
    rel, kind = anchor.get("rel"), anchor.get("type")
    words = rel.lower().split() if rel else ()
    if "nofollow" in words and "?" in address and "next" not in words and not _is_page_of(address, url):
        return None  # what a site itself calls not worth following is its facets and its share buttons
    if kind and kind.lower() in FEED_TYPES:
        return Lead(address, url, "feed", "link")
    if "next" in words or page_number(address) is not None or leads_further(anchor, said):
        return Lead(address, url, "listing", "next")
    return Lead(address, url, origin="file" if _is_download(anchor, said) else "link")


def _is_page_of(address: str, url: str) -> bool:
    """Whether the address is another page of the list at `url`, and nothing narrower."""
    return page_number(address) is not None and list_of(address) == list_of(url)


def _is_download(anchor: Mapping[str, str], said: str) -> bool:
    """Whether the link says that it leads to a file."""
    if "download" in anchor or (anchor.get("type") or "").lower() == "application/pdf":
        return True
    words = said.lower() if len(anchor) == 1 else f"{said} {anchor.get('title')} {anchor.get('aria-label')}".lower()
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


def strings_in(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    """The texts in what JSON holds, each with the name it stands under, in small letters."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from strings_in(inner, str(name).lower())
    elif isinstance(value, list):
        for inner in value:
            yield from strings_in(inner, key)
