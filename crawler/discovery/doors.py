"""A page that asks for consent before all others -> the Lead that says yes, as a reader would. Pure."""

import re
from urllib.parse import parse_qsl, unquote, urlsplit

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
_COOKIES = re.compile(
    r"cookie|kolačić|kolacic|piškot|evästeet|evästei|\bsüti|informa[ts]jonskap|informationskap|slapuk|sīkdat|küpsis|"
    r"куки|кукі|бисквитк|クッキー|쿠키|ملفات تعريف الارتباط|کوکی|עוגיות|कुकी", re.IGNORECASE)
MOST_LINKS_OF_A_QUESTION = 5   # to the rules on privacy, the imprint, the other language
MOST_OF_A_QUESTION = 1500      # characters
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


def asks_about_cookies(markup: Markup) -> bool:
    """Whether a page says little, leads hardly anywhere, and speaks of cookies in any language."""
    said = markup.text(0) if markup.tags and len(markup.all("a")) <= MOST_LINKS_OF_A_QUESTION else ""
    return len(said) <= MOST_OF_A_QUESTION and _COOKIES.search(said) is not None


def stands_before(url: str, wanted: str) -> bool:
    """Whether an address remembers the one that led to it, to send the reader back there: it asks something first.

    >>> stands_before("https://x.example/consent?back=%2Fnews%2F7", "https://x.example/news/7")
    True
    >>> stands_before("https://x.example/articles/7?from=list", "https://x.example/news/7")
    False
    """
    path = unquote(urlsplit(wanted)._replace(scheme="", netloc="").geturl()) or "/"
    return any(unquote(value) in (path, unquote(wanted)) for _, value in parse_qsl(url.partition("?")[2]))


def sends_back(url: str) -> bool:
    """Whether an address remembers a page of its own site to which the reader is sent back.

    >>> sends_back("https://x.example/consent?back=%2Fnews%2F7"), sends_back("https://x.example/news?id=7")
    (True, False)
    """
    query = url.partition("?")[2]
    if not ("=/" in query or "=http" in query or "=%2" in query):
        return False
    site = urlsplit(url).netloc
    return any(value[:1] == "/" or value.startswith((f"https://{site}/", f"http://{site}/"))
               for _, value in parse_qsl(query))


def _said(markup: Markup, i: int) -> str:
    held = markup.attributes[i]
    return markup.text(i) or (held.get("value") or "" if held.get("type") in ("submit", "button", "image") else "")


def _says_yes(said: str) -> bool:
    return len(said) <= MOST_SAID and _AGREES.search(said) is not None and not _DECLINES.search(said)
