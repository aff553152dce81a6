"""Forms without anything to type -> Leads: a choice (of a year), buttons; what scripts send: see posts. Pure."""

from collections.abc import Iterator
from dataclasses import replace

from crawler.discovery.addresses import page_number
from crawler.discovery.lead import Lead
from crawler.discovery.markup import Markup
from crawler.discovery.posts import TICKED, Form, forms_of, options_of, read_form, turned_leads


def form_leads(markup: Markup, base: str, url: str, *, goes_on: bool) -> Iterator[Lead]:
    """Where the forms of the page lead; `goes_on` tells whether its links lead to further pages of a list."""
    forms = [read_form(markup, i, url) for i in forms_of(markup)]
    for form in forms:
        yield from _sent_leads(markup, form, base, url) if not (form.is_post or form.is_typed) else ()
    if forms:
        yield from turned_leads(markup, forms, base, url, goes_on=goes_on)


def _sent_leads(markup: Markup, form: Form, base: str, url: str) -> Iterator[Lead]:
    """Where a form with one choice, or none, leads; and where its buttons do that have addresses of their own."""
    if len(form.choices) > 1:
        return
    for i in markup.all("button", "input", within=form.number):
        own = markup.attributes[i].get("formaction")
        yield from _as_link(replace(form, action=own).lead({}, base, url)) if own else ()
    kinds = {(markup.attributes[i].get("type") or "").lower() for i in markup.all("input", within=form.number)}
    if form.hidden and not form.choices and TICKED.isdisjoint(kinds):        # what is ticked without a choice is a vote
        yield from _as_link(form.lead({}, base, url))
    for choice in form.choices:
        name = markup.attributes[choice].get("name") or ""
        for option in options_of(markup, choice):
            if value := option.value.strip():
                yield from _as_link(form.lead({name: value}, base, url))


def _as_link(lead: Lead | None) -> Iterator[Lead]:
    if lead is not None:
        yield lead if page_number(lead.url) is not None else Lead(lead.url, lead.found_in)
