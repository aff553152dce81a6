"""Forms without anything to type -> Leads: a choice (of a year), buttons; what scripts send: see posts. Pure."""

from collections.abc import Iterator
from urllib.parse import urlencode

from archive.urls import join_url
from crawler.discovery.addresses import page_number
from crawler.discovery.lead import Lead
from crawler.discovery.markup import Markup
from crawler.discovery.posts import forms_of, turned_leads
from crawler.discovery.scripted import MOST_CHOICES


def form_leads(markup: Markup, base: str, url: str) -> Iterator[Lead]:
    """Where the forms of the page lead."""
    forms = forms_of(markup)
    for i in forms:
        yield from _sent_leads(markup, i, base, url)
    if forms:
        yield from turned_leads(markup, forms, base, url)


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


def _named(markup: Markup, form: int) -> list[int]:
    return [i for i in markup.all("input", "select", "textarea", within=form) if markup.attributes[i].get("name")]


def _values(markup: Markup, fields: list[int]) -> list[tuple[str, str]]:
    return [(markup.attributes[i].get("name") or "", markup.attributes[i].get("value") or "") for i in fields]
