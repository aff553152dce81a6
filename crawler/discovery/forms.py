"""Forms without anything to type -> Leads: a choice (of a year), buttons, pagers whose script sends a form. Pure."""

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urlencode

from archive.urls import join_url
from crawler.discovery.addresses import names_a_page, page_number
from crawler.discovery.lead import Lead
from crawler.discovery.markup import Markup, words_of
from crawler.discovery.pagers import leads_further
from crawler.discovery.scripted import MOST_CHOICES

# What a script is told that turns to a page: linkPage(3); return false;
_TURNS_TO = re.compile(r"\w\(\s*['\"]?(\d{1,4})['\"]?\s*\)")
_SECRET = re.compile(r"token|csrf|nonce|viewstate|captcha|session", re.IGNORECASE)
MOST_TURNS = 60                # numbers of one page's pagers


def form_leads(markup: Markup, base: str, url: str) -> Iterator[Lead]:
    """Where the forms of the page lead."""
    forms = markup.all("form")
    for i in forms:
        yield from _sent_leads(markup, i, base, url)
    if forms:
        yield from _turned_leads(markup, forms, base, url)


def _sent_leads(markup: Markup, form: int, base: str, url: str) -> Iterator[Lead]:
    """Where a form leads whose fields are hidden but for one choice, or whose buttons have addresses of their own."""
    said = markup.attributes
    fields = _named(markup, form)
    hidden = [i for i in fields if markup.tags[i] == "input" and (said[i].get("type") or "").lower() == "hidden"]
    choices = [i for i in fields if markup.tags[i] == "select"]
    if (said[form].get("method") or "get").lower() != "get" or len(fields) > len(hidden) + len(choices) or \
            len(choices) > 1:
        return
    sent = _values(markup, hidden)
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


def _turned_leads(markup: Markup, forms: list[int], base: str, url: str) -> Iterator[Lead]:
    """The further pages of a list whose pager puts a number into a field of a form and sends it.

    Most servers take from the address what they take from a form; those that don't show the first page again.
    """
    said = markup.attributes
    fields = ((form, i) for form in forms for i in _named(markup, form) if names_a_page(said[i].get("name") or ""))
    form, field = next(fields, (None, None))
    if form is None or field is None:
        return
    action, mark, query = (said[form].get("action") or url).partition("?")
    kept = f"{query}&" if mark and query and (said[form].get("method") or "get").lower() != "get" else ""
    hidden = [i for i in _named(markup, form) if i != field and (said[i].get("type") or "").lower() == "hidden"]
    sent = [(name, value) for name, value in _values(markup, hidden) if value and not _SECRET.search(name)]
    for number in islice(_turns(markup), MOST_TURNS):
        pairs = urlencode([*sent, (said[field].get("name") or "", number)])
        if address := join_url(base, f"{action}?{kept}{pairs}"):
            yield Lead(address, url, "listing", "next")


def _turns(markup: Markup) -> Iterator[str]:
    """The numbers of pages that scripts of links and buttons turn to, each once."""
    seen: set[str] = set()
    for i in markup.all("a", "button", "li", "span"):
        held = markup.attributes[i]
        script = held.get("onclick") or held.get("href") or ""
        found = _TURNS_TO.search(script) if "(" in script and (
            "onclick" in held or script[:11].lower() == "javascript:") else None
        if found and found[1] not in seen and (
                (words := words_of(markup, i)) == found[1] or leads_further(held, words)):
            seen.add(found[1])
            yield found[1]


def _named(markup: Markup, form: int) -> list[int]:
    return [i for i in markup.all("input", "select", "textarea", within=form) if markup.attributes[i].get("name")]


def _values(markup: Markup, fields: list[int]) -> list[tuple[str, str]]:
    return [(markup.attributes[i].get("name") or "", markup.attributes[i].get("value") or "") for i in fields]
