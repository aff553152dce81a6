"""Pagers and choices of a year whose scripts or buttons send a form -> Leads with what is sent. Pure.

A form is sent only to turn the pages of a list, to choose a year or a month or to open what bears a title: never to
search, to vote, to sign up; and by a button only where nothing else turns the list. Most servers take from the address
what they take from a form, so the lead's address tells all that a reader would choose.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple
from urllib.parse import quote, urlencode

from archive.urls import join_url
from crawler.discovery.addresses import names_a_page
from crawler.discovery.lead import Lead, Origin
from crawler.discovery.markup import Markup, words_of
from crawler.discovery.pagers import leads_further
from crawler.discovery.scripted import MOST_CHOICES

# What a script is told that turns to a page, linkPage(3); return false; or puts into a field: no.value = '3'; submit()
_TURNS_TO = re.compile(r"(?:\w\(|\.value\s*=)\s*['\"]?(\d{1,4})['\"]?\s*[);]")
# ASP.NET: which part of the page is touched, and how; GridView and its like count their pages so.
_POSTS_BACK = re.compile(r"""PostBack(?:Options)?\(\s*\\?["']([^"'\\]+)\\?["']\s*,\s*\\?["']([^"'\\]*)""")
_TURNS_GRID = re.compile(r"Page\$(?:[2-9]|\d\d+|Next)")
_TARGET, _ARGUMENT, _STATE = "__EVENTTARGET", "__EVENTARGUMENT", "__VIEWSTATE"
_SECRET = re.compile(r"token|csrf|nonce|viewstate|captcha|session", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MONTHS = frozenset(range(1, 13))        # of each year that was chosen
_ALL = 0                                 # which some offer beside them
_TYPED = frozenset({"password", "email", "tel", "file"})
_PRESSED = frozenset({"submit", "image", "button", "reset"})
TICKED = frozenset({"checkbox", "radio"})
_NOT_TYPED = _PRESSED | TICKED | {"hidden"}
CHOICE = "&chosen="            # of a part of a list, which its own pages offer again
ONWARD = "&turn=1"            # of what is sent with the same fields on every page: the crawl counts how often
LEAST_WORDS_OF_A_TITLE, MOST_OF_A_TITLE = 4, 80
MOST_TURNS = 60                # of one page's pagers
MOST_SENT_BYTES = 256 << 10    # of the state that a page has its form send back


class Option(NamedTuple):
    """What can be chosen in a drop-down."""

    value: str
    said: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Form:
    """A form as it would be sent now."""

    number: int
    action: str                # as the page has it
    is_post: bool
    pairs: Sequence[tuple[str, str]]
    hidden: frozenset[str]     # names of fields that no reader fills in
    idle: frozenset[str]       # and of choices that nobody made
    choices: Sequence[int]     # the drop-downs
    is_typed: bool             # it has a field to type into

    def lead(self, changed: Mapping[str, str], base: str, url: str, origin: Origin = "next",
             place: str = "") -> Lead | None:
        """Where it leads with these fields changed; `place` tells apart what no field does."""
        pairs = [*((name, value) for name, value in self.pairs if name not in changed), *changed.items()]
        told = urlencode([(name, value) for name, value in pairs if value and not _SECRET.search(name)
                          and (name in changed or (name[:2] != "__" and name not in self.idle))])
        path, _, query = self.action.partition("?")
        kept = f"{query}&" if query and self.is_post else ""
        address, target = join_url(base, f"{path}?{kept}{told}{place}"), join_url(base, self.action)
        if address is None or target is None:
            return None
        sent = f"{target} {urlencode(pairs)}" if self.is_post else None
        return None if sent and len(sent) > MOST_SENT_BYTES else Lead(address, url, "listing", origin, sent=sent)


def turned_leads(markup: Markup, forms: list[Form], base: str, url: str, *, goes_on: bool = False) -> Iterator[Lead]:
    """The further pages of a list, and its years, that forms are sent for; `goes_on`: links lead to further pages."""
    for choose in (_numbered, _posted_back, _pressed, _chosen_by_script):
        for lead in _leads_of(choose(markup, forms), base, url):
            goes_on = True
            yield lead
    if not goes_on:
        yield from _leads_of(_chosen_by_button(markup, forms), base, url)


def _leads_of(turns: "_Turns", base: str, url: str) -> Iterator[Lead]:
    return (lead for form, changed, origin, place in islice(turns, MOST_TURNS)
            if (lead := form.lead(changed, base, url, origin, place)) is not None)


_Turns = Iterator[tuple[Form, dict[str, str], Origin, str]]


def _numbered(markup: Markup, forms: list[Form]) -> _Turns:
    """A number is put into a field; the script that does so stands on links, with nothing but the number told."""
    form, field = next(((form, name) for form in forms for name in _names(markup, form) if names_a_page(name)),
                       (None, ""))
    if form is None:
        return
    for number in _turns(markup):
        yield form, {field: number}, "next", ""
    for form in forms:                         # or each page has a form of its own
        if form.is_post and form.hidden.issuperset(name for name, _ in form.pairs) and any(
                names_a_page(name) and value > "1" for name, value in form.pairs):
            yield form, {}, "next", ""


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


def _posted_back(markup: Markup, forms: list[Form]) -> _Turns:
    form = next((form for form in forms if form.is_post and _STATE in form.hidden), None)
    for i in markup.all("a", "button", "input") if form else ():
        held = markup.attributes[i]
        script = held.get("onclick") or held.get("href") or ""
        found = _POSTS_BACK.search(script) if "PostBack" in script else None
        if form is None or found is None:
            continue
        said, back = words_of(markup, i), {_TARGET: found[1], _ARGUMENT: found[2]}
        if _TURNS_GRID.fullmatch(found[2]) or leads_further(held, said):
            # the fifth link may lead to page 5, and on later pages to page 15
            yield form, back, "next", "" if found[2] else f"&page={said}" if said.isdecimal() else ONWARD
        elif len(said.split()) >= LEAST_WORDS_OF_A_TITLE:      # the server sends the reader on to what bears it
            yield form, back, "link", f"&title={quote(said[:MOST_OF_A_TITLE])}"


def _pressed(markup: Markup, forms: list[Form]) -> _Turns:
    """A button says that it leads further, in a form that asks nobody for anything."""
    for form in forms:
        if _is_personal(markup, form):
            continue
        for i in (*markup.all("input", within=form.number), *markup.all("button", within=form.number)):
            held = markup.attributes[i]
            name, value = held.get("name"), held.get("value") or ""
            if name and (markup.tags[i] == "button" or held.get("type", "").lower() in _PRESSED) \
                    and "disabled" not in held and leads_further({}, markup.text(i) or value):
                yield form, {name: value}, "next", ONWARD if form.is_post and not value.isdecimal() else ""


def _chosen_by_script(markup: Markup, forms: list[Form]) -> _Turns:
    """A choice of a year or a month sends the form. Others are left alone: languages would turn all that follows."""
    for form in forms:
        for i in form.choices if form.is_post else ():
            script = markup.attributes[i].get("onchange") or ""
            if "submit" in script or "PostBack" in script:
                yield from _times(markup, form, i, options_of(markup, i), is_told="PostBack" in script)


def _chosen_by_button(markup: Markup, forms: list[Form]) -> _Turns:
    """A year or a month is chosen, beside fields that may stay empty, and a button sends the form."""
    for form in forms:
        is_sent_for_all = not (form.is_post or form.is_typed) and len(form.choices) == 1       # see forms
        if is_sent_for_all or markup.all("textarea", within=form.number) or _is_personal(markup, form):
            continue
        for i in form.choices:
            options = options_of(markup, i)
            years = sum(_YEAR.fullmatch(option.said) is not None for option in options)
            if 2 * years >= len(options) or _are_months(options):
                yield from _times(markup, form, i, options)


def _times(markup: Markup, form: Form, select: int, options: list[Option], *, is_told: bool = False) -> _Turns:
    """The years or months of a drop-down but the chosen one; `is_told`: the server is told which field it is."""
    name, has_months = markup.attributes[select].get("name") or "", _are_months(options)
    for value, said, is_chosen in options:
        if not is_chosen and (_YEAR.search(said) or (has_months and value.isdecimal())):
            place = "" if has_months or not form.is_post else f"{CHOICE}{quote(said[:MOST_OF_A_TITLE])}"
            yield form, {name: value, **({_TARGET: name, _ARGUMENT: ""} if is_told else {})}, "link", place


def _are_months(options: list[Option]) -> bool:
    return {int(option.value) for option in options if option.value.isdecimal()} - {_ALL} == _MONTHS


def _is_personal(markup: Markup, form: Form) -> bool:
    """Whether the form asks for what only a person has: a name to sign in with, an address, a file."""
    return any(markup.attributes[i].get("type", "").lower() in _TYPED for i in markup.all("input", within=form.number))


def forms_of(markup: Markup) -> list[int]:
    """The forms of the page; one around all of it stands as a plain box, with what is told of a form."""
    return [*markup.all("form"), *(i for i in markup.all("div") if "action" in markup.attributes[i])]


def read_form(markup: Markup, form: int, url: str) -> Form:
    """The form as a browser would send it if nobody touched it (HTML, section 4.10.21.4)."""
    said, pairs, hidden, idle = markup.attributes, list[tuple[str, str]](), set[str](), set[str]()
    off = {field for i in markup.all("fieldset", within=form) if "disabled" in said[i]
           for field in markup.all("input", "select", "textarea", within=i)}
    fields = [i for i in markup.all("input", "select", "textarea", within=form)
              if i not in off and "disabled" not in said[i]]
    choices = [i for i in fields if markup.tags[i] == "select" and said[i].get("name")]
    for i in fields:
        held, kind = said[i], (said[i].get("type") or "").lower()
        name = held.get("name")
        if not name or kind in _PRESSED or markup.tags[i] == "textarea":
            continue
        if markup.tags[i] == "select":
            options = _offered(markup, i)
            taken = [*(option for option in options if "selected" in said[option]), *options][:1]
            pairs += [(name, said[option].get("value", markup.text(option))) for option in taken]
            idle |= {name} if taken == options[:1] else set()
        elif kind not in TICKED or "checked" in held:
            pairs.append((name, held.get("value") or ("on" if kind in TICKED else "")))
            hidden |= {name} if kind == "hidden" else set()
    is_typed = any(markup.tags[i] != "select" and (said[i].get("type") or "").lower() not in _NOT_TYPED for i in fields)
    return Form(form, said[form].get("action") or url, (said[form].get("method") or "").lower() == "post", pairs,
                frozenset(hidden), frozenset(idle), choices, is_typed)


def options_of(markup: Markup, select: int) -> list[Option]:
    """The options of a drop-down that can be chosen, as far as they are asked for."""
    return [Option(held.get("value", said), said, "selected" in held) for i in _offered(markup, select)[:MOST_CHOICES]
            for held, said in [(markup.attributes[i], markup.text(i))]]


def _offered(markup: Markup, select: int) -> list[int]:
    return [i for i in markup.all("option", within=select) if "disabled" not in markup.attributes[i]]


def _names(markup: Markup, form: Form) -> Iterator[str]:
    return (name for i in markup.all("input", "select", within=form.number)
            if (name := markup.attributes[i].get("name")))
