"""A page that asks for consent before all others -> the Lead that says yes, as a reader would. Pure."""

import re

from archive.urls import join_url, same_publisher
from crawler.discovery.lead import Lead
from crawler.discovery.markup import Markup, words_of
from crawler.discovery.posts import forms_of, read_form

_AGREES = re.compile(
    r"\b(?:accept|agree|consent|allow|continue|akzeptier|zustimm|einverstanden|annehm|weiter|accepte|j['’]accepte|"
    r"continuer|acept|continuar|de acuerdo|aceit|concordo|accett|acconsent|continua|aanvaard|accepteer|akkoord|"
    r"godkänn|acceptera|godta|accepter|hyväksy|akceptuj|zgadzam|souhlasím|přijmout|elfogad|приня|соглас|погодж|"
    r"kabul et|αποδοχή|συμφων)\w*|موافق|أوافق|同意|接受|동의|接受", re.IGNORECASE)
_DECLINES = re.compile(r"\b(?:reject|decline|refus|only|nur|ablehn|rechaz|rifiut|weiger|without|ohne|sans|settings)",
                       re.IGNORECASE)
MOST_SAID = 60                 # characters on a button
MOST_WAYS_ON = 25              # a page with more links is a page with a banner


def door_lead(markup: Markup, url: str) -> Lead | None:
    """Where the page's only question is answered: by a form with nothing to type, or by a link that says yes."""
    if len(markup.all("a")) > MOST_WAYS_ON:
        return None
    for number in forms_of(markup):
        form = read_form(markup, number, url)
        pressed = [i for i in markup.all("button", "input", within=number) if _says_yes(_said(markup, i))]
        if pressed and not form.is_typed:
            name, value = (markup.attributes[pressed[0]].get(key) or "" for key in ("name", "value"))
            return form.lead({name: value} if name else {}, url, url, "door")
    for i in markup.all("a"):
        address = join_url(url, markup.attributes[i].get("href") or "#")
        if address and address != url and same_publisher(address, url) and _says_yes(words_of(markup, i)):
            return Lead(address, url, "listing", "door")
    return None


def _said(markup: Markup, i: int) -> str:
    held = markup.attributes[i]
    return markup.text(i) or (held.get("value") or "" if held.get("type") in ("submit", "button", "image") else "")


def _says_yes(said: str) -> bool:
    return len(said) <= MOST_SAID and _AGREES.search(said) is not None and not _DECLINES.search(said)
