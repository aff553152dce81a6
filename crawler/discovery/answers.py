"""JSON that is made for a script -> Links: texts that are addresses, markup in texts, the next page. Pure."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlencode

from lxml import etree

from archive.urls import join_url
from crawler.discovery.addresses import page_number
from crawler.discovery.drawn import NAMES, may_be_a_page
from crawler.discovery.lead import Lead
from crawler.discovery.listing import MOST_LINKS, Links, anchor_lead
from crawler.json_text import load_json, texts_in

_ADDRESS = re.compile(r"(?:https?://|/)\S*")
# How an answer for scripts names the number of its pages, and its own.
_HOW_MANY = ("totalpages", "lastpage", "pagecount", "numpages", "maxpages", "pages")
_WHICH = ("currentpage", "pagenumber", "page", "paged")


def read_json_links(body: bytes, url: str) -> Links | None:
    """Links from an answer made for a script: texts that are addresses, whatever their names, and markup inside texts.

    Where it only counts its pages, the address of the next one is that of this one with another number. None for what
    is no JSON.
    """
    try:
        answer = load_json(body)
    except ValueError:
        return None
    found: dict[str, Lead] = {}
    for key, text in texts_in(answer):
        if "<a " in text:
            root = etree.fromstring(f"<html><body>{text}</body></html>", etree.HTMLParser())
            for anchor in root.iter("a"):
                said = " ".join("".join(anchor.itertext()).split())
                if lead := anchor_lead(dict(anchor.attrib.items()), said, url, url):
                    found.setdefault(lead.url, lead)
        elif _ADDRESS.fullmatch(text) and (address := join_url(url, text)):
            is_next = key.startswith(("next", "more")) or address.partition("?")[0] == url.partition("?")[0]
            if is_next or may_be_a_page(text, named=key in NAMES):
                found.setdefault(address, Lead(address, url, "listing", "next") if is_next else Lead(address, url))
    if address := _counted_next(answer, url):
        found.setdefault(address, Lead(address, url, "listing", "next"))
    return Links(tuple(found.values())[:MOST_LINKS])


def _counted_next(answer: object, url: str) -> str | None:
    """The address of the next page, where an answer for scripts says which page of how many it is."""
    counts = {key.replace("_", ""): number for key, number in _numbers(answer)}
    pages = next((counts[name] for name in _HOW_MANY if name in counts), 0)
    number = page_number(url)
    if number is None:
        number = next((counts[name] for name in _WHICH if name in counts), pages)
    if number >= pages:
        return None
    place, _, query = url.partition("?")
    pairs = parse_qsl(query, keep_blank_values=True)
    names = [name for name, value in pairs if page_number(f"{place}?{name}={value}") == number]
    name = names[0] if names else "page"
    return f"{place}?{urlencode({**dict(pairs), name: str(number + 1)})}"


def _numbers(answer: object) -> Iterator[tuple[str, int]]:
    """The whole numbers an answer holds by name, outside its lists."""
    waiting = [("", answer)]
    while waiting:
        key, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [(str(name).lower(), held) for name, held in reversed(value.items())]
        elif isinstance(value, int) and not isinstance(value, bool):
            yield key, value
