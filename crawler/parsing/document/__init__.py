"""Page -> Document: bytes decoded and fit to be parsed, and the page's addresses. Pure.

    decoding      bytes -> their encoding; codepages: which of the Latin ones, by the words
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from types import SimpleNamespace
from typing import Any
from urllib.parse import urljoin

import numpy as np
from lxml import etree

from archive.records import Page
from archive.urls import LONGEST_LINK, is_web_address, site_of, without_fragment
from crawler.parsing.document.decoding import decode
from crawler.parsing.errors import ParseError
from crawler.parsing.scribe import DEEPEST

_CONTROL = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
_LONG_TAG = 16384                     # bytes: no tag of an honest page has this many, unless it carries data
_MAX_ATTRIBUTES = 200                 # libxml2 compares each attribute of a tag with all before it
_LARGE = 200_000                      # bytes: what a smaller page leaves open costs little
_MANY_OPEN = 2_000                    # tags that no end follows
_PART = 4_096                         # bytes told to the parser before it is looked at what is open
_PARSER: Any = {"encoding": "utf-8", "remove_comments": True, "remove_pis": True, "huge_tree": True}
_MIRRORED = re.compile(r".*/(?:[a-z0-9-]+\.)+[a-z]{2,}(?=/)")      # up to the folder named after a host
# What a page has before its body; the parser takes a header or a main right after it to be part of the head.
_HEAD = re.compile(
    rb"""(?:\s++|<!--.*?-->|<(?:!(?!--)|\?)[^>]*+>|</?(?:html|head)\b[^>]*+>|"""
    rb"""</?(?:meta|link|base|basefont)\b(?:"[^"]*+"|'[^']*+'|[^>"'])*+>|"""
    rb"""<(title|script|style|noscript|template)\b[^>]*+>.*?</\1\s*>)++(?=<(?!body|frameset|/)[a-z])""",
    re.IGNORECASE | re.DOTALL)
_BODY = re.compile(rb"<body", re.IGNORECASE)
_ATTRIBUTE = re.compile(rb"""[^\s=>]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]*))?""")


@dataclass(frozen=True, slots=True)
class Document:
    """A decoded page."""

    url: str                  # the page's own address, as `told_address` has it
    base: str                 # what relative addresses stand on; the outline knows the page's base element
    markup: bytes             # UTF-8
    encoding: str = "utf-8"   # that the page is written in

    def absolute(self, href: str | None) -> str | None:
        """The http(s) address meant by `href`, without fragment; None for anything else."""
        if not href or len(href) > LONGEST_LINK:
            return None
        if href[0] == "/" != href[1:2]:
            return rooted(site_of(self.base), href)
        href = href.strip()
        return _absolute(self.base, href) if href and href[0] != "#" else None

    def on_page(self, href: str) -> str:
        """`href` on the page's own address, which stands itself where the two can't be joined."""
        try:
            url = urljoin(self.url, href)
        except ValueError:
            return self.url
        return url if is_web_address(url) else self.url


def read_document(page: Page) -> Document:
    """The page decoded; raises ParseError where it is no text."""
    encoding, markup = decode(page.body, charset_of(page.content_type))
    if _is_binary(markup):
        raise ParseError("page: bytes that are no text")
    return Document(told_address(page.url), page.url, _with_body(_shorten_tags(markup)), encoding)


def told_address(url: str) -> str:
    """An address without what says nothing of its page: the folders that a file lies in, for they are its owner's.

    Below a folder named after a host, as wget and HTTrack make them, they are the site's.

    >>> told_address("file:///home/ada/reports/2026/03/05/steel.html")
    'file:///steel.html'
    >>> told_address("file:///home/ada/www.institute.example/2024/03/steel.html")
    'file:///2024/03/steel.html'
    """
    if not url.startswith("file:"):
        return url
    site = _MIRRORED.match(url)
    return "file://" + (url[site.end():] if site else url[url.rfind("/"):])


@lru_cache(maxsize=1 << 12)
def rooted(site: str, href: str) -> str | None:
    """The address of a link that begins with a slash, the same on every page of a site; None where that is not known.

    >>> rooted("https://example.org", "/papers/steel#note-3")
    'https://example.org/papers/steel'
    """
    href = href.strip()
    if _is_plain(href):
        return site + href.partition("#")[0] if site else None
    return _absolute(f"{site}/", href)


def _absolute(base: str, href: str) -> str | None:
    if href.startswith(("https://", "http://")) and href.isascii() and _is_plain(href):
        url = href.partition("#")[0]
    else:
        try:
            url = without_fragment(urljoin(base, href))
        except ValueError:  # "http://[" and its like
            return None
    scheme, _, rest = url.partition("://")
    return url if len(scheme) < 6 and _is_site(scheme, rest.partition("/")[0].partition("?")[0]) else None


def _is_plain(href: str) -> bool:
    """Whether the address may be taken as it stands; one by one, which takes a third of a pattern's time."""
    return not ("/." in href or " " in href or "[" in href or "?#" in href or ";#" in href
                or href[-1] in "?;") and href.isprintable()


@lru_cache(maxsize=1 << 12)
def _is_site(scheme: str, host: str) -> bool:
    """Whether scheme and host may stand in an address. A host has no escapes: these are words somebody typed there."""
    return "%" not in host and is_web_address(f"{scheme}://{host}/")


def read_tree(document: Document) -> etree._Element:
    """The page's tree, elements and text alone, for selectors; raises ParseError where there is none."""
    tree: etree._Element | None = _parsed(document)
    if tree is None:
        raise ParseError("page: no markup to read")
    return tree


def tell(document: Document, target: Any) -> None:
    """Tell `target` of every tag and text of the page, by lxml's interface of parser targets; it may be of none."""
    _parsed(document, target)


def _parsed(document: Document, target: Any = None) -> Any:
    """What the target makes of the page, without one its tree."""
    try:
        if _leaves_much_open(document.markup):
            return _told_in_parts(document.markup, _watched(etree.TreeBuilder()) if target is None else target)
        return etree.fromstring(document.markup, etree.HTMLParser(target=target, **_PARSER))
    except etree.LxmlError as error:
        raise ParseError(f"page: no markup to read ({error})") from error


def _leaves_much_open(markup: bytes) -> bool:
    if len(markup) < _LARGE:
        return False
    signs = np.frombuffer(markup, np.uint8)         # which counts in a seventh of the time that bytes take
    tags = signs == ord("<")
    return bool(np.count_nonzero(tags) - np.count_nonzero(tags[:-1] & (signs[1:] == ord("/"))) > _MANY_OPEN)


def _told_in_parts(markup: bytes, target: Any) -> Any:
    """What `target` makes of a page whose elements are closed where they stand too deep to be read.

    At each end the parser looks through all that is open. `target.beyond` are the open tags that are too deep.
    """
    parser: Any = etree.HTMLParser(target=target, **_PARSER)
    at = 0
    while at < len(markup):
        stop = markup.find(b"<", at + _PART)
        stop = stop if stop >= 0 else len(markup)
        parser.feed(markup[at:stop])
        if target.beyond:
            parser.feed("".join(f"</{tag}>" for tag in reversed(target.beyond)).encode())
        at = stop
    return parser.close()


def _watched(builder: etree.TreeBuilder) -> SimpleNamespace:
    """The builder of a tree as a target that knows which open tags are too deep."""
    beyond: list[str] = []
    depth = -1

    def start(tag: str, given: Any) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            beyond.append(tag)
        builder.start(tag, given)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        if beyond:
            beyond.pop()
        builder.end(tag)

    return SimpleNamespace(start=start, end=end, data=builder.data, close=builder.close, beyond=beyond)


def charset_of(content_type: str) -> str | None:
    """The encoding that a content type states; None where it states none."""
    for part in content_type.split(";")[1:]:
        name, _, value = part.strip().partition("=")
        if name.lower() == "charset":
            return value.strip("\"' ") or None
    return None


def _is_binary(markup: bytes) -> bool:
    head = markup[:4096]
    return len(head.translate(None, _CONTROL)) * 50 < len(head) * 49


def _shorten_tags(markup: bytes) -> bytes:
    """The markup with no more attributes on a tag than are read in linear time."""
    parts: list[bytes] = []
    done = at = 0                     # `at` is behind a "<"; looking for the last one ahead skips the others
    while at + _LONG_TAG <= len(markup):
        last = markup.rfind(b"<", at, at + _LONG_TAG)
        if last >= 0:
            at = last + 1
            continue
        end = markup.find(b"<", at + _LONG_TAG)
        end = end if end >= 0 else len(markup)
        if (short := _shorten(markup[at:end])) != markup[at:end]:
            parts += [markup[done:at], short]
            done = end
        at = end + 1
    return b"".join([*parts, markup[done:]]) if parts else markup


def _with_body(markup: bytes) -> bytes:
    """The markup with the tag that begins its body, which HTML lets a page leave out."""
    if b"<body" in markup or _BODY.search(markup) or not (head := _HEAD.match(markup)):
        return markup
    return b"%b<body>%b" % (markup[:head.end()], markup[head.end():])


def _shorten(chunk: bytes) -> bytes:
    if not chunk[:1].isalpha():       # text, script, comment
        return chunk
    for number, found in enumerate(_ATTRIBUTE.finditer(chunk)):
        if chunk[found.end():found.end() + 1] == b">":
            return chunk
        if number > _MAX_ATTRIBUTES:
            close = chunk.find(b">", found.end())
            return chunk[:found.end()] + (chunk[close:] if close >= 0 else b">")
    return chunk
