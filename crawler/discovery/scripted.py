"""Addresses that a script would go to -> Leads: further pages of a list, the items of a drop-down. Pure.

No script is run: where it goes stands in attributes, in habits that many sites share.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from archive.urls import join_url
from crawler.discovery.addresses import page_number
from crawler.discovery.lead import Lead
from crawler.discovery.list_pages import list_of
from crawler.discovery.markup import Markup
from crawler.discovery.pagers import MOST_PAGES

_MORE_ATTRIBUTES = ("data-next-url", "data-next-page", "data-next-href", "data-next-link", "data-next", "data-url",
                    "data-href", "data-link", "data-path", "data-load-more", "data-load-more-url", "data-load-url",
                    "data-load", "data-more-url", "data-more", "data-page-url", "data-ajax-url", "data-ajax",
                    "data-endpoint", "data-api-url", "data-fetch-url", "data-infinite-url", "data-pagination-url",
                    "data-src-next", "hx-get", "data-hx-get", "up-href")
# A script that runs when the element is clicked, as frameworks spell it; and what Stimulus calls its values.
_CLICKED = ("onclick", "@click", "@click.prevent", "@click.stop", "x-on:click", "x-on:click.prevent", "v-on:click",
            "v-on:click.prevent", "ng-click", "data-ng-click", "(click)", "on:click", "data-onclick")
_CONTROLLED, _CONTROLLED_VALUE = "data-controller", "-url-value"
# A list's part that is fetched into an empty box: data-filterlist-url, data-dataloader-url.
_FETCHED = re.compile(r"data-[\w-]*(?:load|list|filter|result|content|fetch|fragment|partial|more|next|entries|items|"
                      r"news|feed)[\w-]*-(?:url|href|src|endpoint)")
# The parts that a script puts together, several in one attribute, relative ones too: years of a list, mostly.
_PARTS = re.compile(r"data-(?:[\w-]+-)?(?:snippet|include|fragment|partial)s?")
_PART = re.compile(r"[^\s,'\"\[\]]+")
# Which page it is that those lead to, where they do not say themselves.
_WHICH_PAGE = ("data-page", "data-next-page", "data-paged", "data-next", "data-page-number")
# A script on a link, a button or a row that opens another page.
_GOES_TO = re.compile(r"""(?:location(?:\.href)?\s*=|location\.(?:assign|replace)\(|window\.open\()\s*"""
                      r"""['"]([^'"\s]+)['"]|"""
                      r"""\b\w+\(\s*(?:\w+\s*,\s*)?['"]((?:/|https?://)[^'"\s]{3,}|[\w./-]+\.(?:php|s?html?|aspx?|jsp|cfm|pdf)[^'"\s]*)['"]""",
                      re.IGNORECASE)
_LIKE_AN_ADDRESS = re.compile(r"/|https?://|\?[\w-]+=|[\w./-]+\.(?:php|html?|aspx?|jsp|cfm)\b")
# Where a choice leads: '/archive/' + this.value + '/'
_CHOSEN = re.compile(r"""['"]([^'"\s]*[/=])['"]\s*\+\s*[\w.$\[\]()]*?\bvalue\b\s*(?:\+\s*['"]([^'"\s]*)['"])?""")
# The server's side of a list asks for its next page (Livewire, whose pages are counted in the address as well).
_TURNS = re.compile(r"""(nextPage|gotoPage)\(\s*(\d{1,4})?[\s,]*(?:['"](\w+)['"])?\s*\)""")
_TURN = "wire:click"
# Attributes that tell of a script or an address; nearly all elements have none.
_TELLING = frozenset({*_CLICKED, *_MORE_ATTRIBUTES, *_WHICH_PAGE, _CONTROLLED, _TURN})
_NUMBERED_ONLY = ("data-page", "data-paged", "data-page-number")
_NOWHERE = re.compile(r"(?:#.*|javascript:.*)?", re.IGNORECASE)     # of a link that only a script follows
MOST_CHOICES = 60              # of one drop-down or form: years, months


def scripted_leads(markup: Markup, base: str, url: str) -> Iterator[Lead]:
    """Where the scripts of the page's elements would go."""
    telling = set(filter(tells, set().union(*markup.attributes)))
    for i, held in enumerate(markup.attributes) if telling else ():
        if not telling.isdisjoint(held):
            yield from _told_leads(markup, i, base, url)
    for i in markup.all("option"):   # archives by month offered as a drop-down
        value = markup.attributes[i].get("value") or ""
        if _LIKE_AN_ADDRESS.match(value) and (address := join_url(base, value)):
            yield Lead(address, url)
    for i in markup.all("select"):
        yield from _chosen_leads(markup, i, base, url)


@lru_cache(maxsize=1 << 12)           # sites have few names
def tells(name: str) -> bool:
    """Whether an attribute of this name may hold a script, or an address for one."""
    return name in _TELLING or _FETCHED.fullmatch(name) is not None or _PARTS.fullmatch(name) is not None


def _told_leads(markup: Markup, i: int, base: str, url: str) -> Iterator[Lead]:
    leads = list(held_leads(markup.attributes[i], base, url))
    yield from leads
    if not leads and (lead := _numbered_lead(markup, i, url)):
        yield lead


def _numbered_lead(markup: Markup, i: int, url: str) -> Lead | None:
    """The page whose number is all that a button of a pager says and holds: lists are mostly asked for so, too."""
    held = markup.attributes[i]
    number = next((value for name in _NUMBERED_ONLY if (value := held.get(name) or "").isdecimal()), "")
    if not number or not 1 < int(number) <= MOST_PAGES or not _NOWHERE.fullmatch(held.get("href") or "") \
            or markup.text(i) != number:
        return None
    narrowed = list_of(url).partition("?")[2]
    address = join_url(url, f"?{narrowed}{'&' if narrowed else ''}page={number}")
    return Lead(address, url, "listing", "next") if address else None


def script_lead(script: str, base: str, url: str) -> Lead | None:
    """Where a script goes: by the window, which buttons of lists do, or by a function of the site's own."""
    to = _GOES_TO.search(script)
    address = join_url(base, (to[1] or to[2]).replace("\\u0026", "&")) if to else None
    if to is None or address is None:
        return None
    return Lead(address, url, "listing", "next") if to[1] else Lead(address, url)


def held_leads(held: Mapping[str, str], base: str, url: str) -> Iterator[Lead]:
    """Where scripts go that an element with these attributes has, or holds addresses for: whole ones, or numbered."""
    for name in _CLICKED:
        if (script := held.get(name)) and (lead := script_lead(script, base, url)):
            yield lead
    if (turn := held.get(_TURN)) and (lead := _turned_lead(turn, url)):
        yield lead
    number = next((value for name in _WHICH_PAGE if (value := held.get(name) or "").isdecimal()), None)
    names = (*_MORE_ATTRIBUTES, *(name for name in held if name not in _TELLING and (
        tells(name) or (_CONTROLLED in held and name.endswith(_CONTROLLED_VALUE)))))
    for name in names:
        value = held.get(name) or ""
        if value and _PARTS.fullmatch(name):
            yield from (Lead(part, url, "listing", "next") for said in _PART.findall(value)[:MOST_CHOICES]
                        if _LIKE_AN_ADDRESS.match(said) and (part := join_url(base, said)))
            continue
        if not value.startswith(("/", "?", "http")) or (address := join_url(base, value)) is None:
            continue
        if number and value.endswith("="):
            address = join_url(base, value + number) or address
        elif number and page_number(address) is None:
            address = f"{address}{'&' if '?' in address else '?'}page={number}"
        yield Lead(address, url, "listing", "next")


def _turned_lead(turn: str, url: str) -> Lead | None:
    found = _TURNS.search(turn)
    if found is None or (found[1] == "gotoPage" and not found[2]):
        return None
    number = found[2] or str((page_number(url) or 1) + 1)
    address = join_url(url, f"?{found[3] or 'page'}={number}")
    return Lead(address, url, "listing", "next") if address else None


def _chosen_leads(markup: Markup, select: int, base: str, url: str) -> Iterator[Lead]:
    """Where each choice of a drop-down leads whose script puts an address together from it."""
    script = markup.attributes[select].get("onchange") or ""
    around = _CHOSEN.search(script) if "value" in script else None
    for i in markup.all("option", within=select)[:MOST_CHOICES] if around else ():
        value = markup.attributes[i].get("value", markup.text(i)).strip()
        if around and value and (address := join_url(base, f"{around[1]}{value}{around[2] or ''}")):
            yield Lead(address, url)
