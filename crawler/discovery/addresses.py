"""What an address alone says: a file nobody reads, a trap, an index; and the family it belongs to. Pure.

Families are how traps are held without knowing them: addresses of one make share a budget (crawler.crawl.families), so
an endless calendar ends after a few pages while a thousand articles of one make go on.
"""

import re
from functools import lru_cache
from urllib.parse import parse_qsl, urlsplit

from archive.urls import ORDER
from crawler.queries import names_entry, searches

# Files that hold no text to archive. PDF is absent: a lone PDF is a publication.
_FILE = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif|svg|ico|bmp|tiff?|css|m?js|json|map|woff2?|ttf|otf|eot|mp[34]|m4[av]|ogg|ogv|wav|"
    r"webm|avi|mov|wmv|flv|zip|gz|tgz|bz2|xz|7z|rar|tar|exe|dmg|msi|apk|iso|docx?|xlsx?|pptx?|od[tsp]|csv|tsv|epub|"
    r"mobi|ics|vcf|kml|kmz|geojson|shp|rtf|ps|xsd|dtd|swf)$", re.IGNORECASE)
_DOCUMENT = re.compile(r"\.(?:docx?|xlsx?|pptx?|od[tsp]|epub|rtf)$", re.IGNORECASE)
_PERSONAL = re.compile(
    r"(?:^|/)(?:log-?(?:in|out)|sign-?(?:in|up|out)|signon|register|registration|(?:my-?)?account|cart|basket|checkout|"
    r"password|wp-(?:admin|login|json|content(?!/uploads/)|includes)|xmlrpc\.php|user/(?:login|register|password)|"
    r"administrator|oauth2?|sso|auth|share|email-?this|send-?to-?friend|mailto|captcha|unsubscribe|"
    r"print(?:pdf|mail)?/(?:pdf|epub|word_export|node))(?:\.\w+)?(?:/|$)",
    re.IGNORECASE)
# What readers say of a page, below the address of that page; an op-ed may stand at "/comment/steel".
_COMMENTS = re.compile(r"/(?:comment-page-\d+|[^/]*-[^/]*-[^/]*/comments?(?:/\d+)?)/?$", re.IGNORECASE)
_SEARCH = re.compile(r"(?:^|/)(?:search|suche|recherche|buscar|busqueda|ricerca|zoeken|pesquisa|sok|haku|szukaj|"
                     r"search-results?|searchresults?)(?:\.\w+)?/?$", re.IGNORECASE)
_TYPED = re.compile(r"(?:^|&)(?:[sq]|text|term)=[^&]", re.IGNORECASE)          # on such a page
_SHOWS = re.compile(               # "BbsNttView.do", "news_detail.php", "document.py", but no "overview", "list-view"
    r"/(?![^/]*(?:list|List|over))[^/]*(?:(?<![a-zA-Z])(?:view|read|detail|show|dtl|do[ck]ument(?=\.))|"
    r"(?:View|Read|Detail|Show|Dtl))(?![a-z])[^/]*/?$")
_ACTION = re.compile(r"(?:^|&)(?:action|do|op)=(?:edit|history|login|logout|print|raw|info|delete|share|register)"
                     r"(?:&|$)|(?:^|&)(?:redirect_to|returnurl|return_to|destination|add-to-cart)=|"
                     r"(?:^|&)(?:next|return|continue|goto|redirect|back)_?(?:url|uri|to)?=(?:/|%2f|https?(?::|%3a))",
                     re.IGNORECASE)
# `p`, `from` and their like are absent: they number articles as often as pages.
_PAGE_NAME = re.compile(r"(?:.+\[|_|sf_|fwp_|wpv_|query-\d+-)?(?:page|paged|pg|pagenum|page_?number|page_?no|"
                        r"page_?index|go_?to_?page|(?:current|curr?|now|[nipcs]|int|str)_?page(?:_?(?:no|num))?|seite|pagina|strona|sida|side|sivu|offset|"
                        r"start|skip|startrow|debut(?:_\w+)?|"
                        r"b_start(?::int)?)\]?|e-page-[0-9a-f]+|pagen_\d+|_\w+_cur", re.IGNORECASE)
PAGE_PATH = re.compile(r"/(?:page|seite|pagina|strona|sida|side|sivu)[/_-]?\d{1,5}(?:\.\w+)?/?$", re.IGNORECASE)
_SINCE = re.compile(r"(?:^|&)(?:offset|skip|startrow)=\d{6,}(?:&|$)", re.IGNORECASE)    # by the moment, not the number
_MONTH = (r"(?:jan|feb|fév|fev|mar|mär|apr|abr|avr|may|mai|maj|mag|jun|jui|giu|jul|lug|aug|ago|aoû|aou|sep|set|oct|okt|"
          r"out|ott|nov|dec|dez|dic|déc)[a-zéûäç]{0,7}")
# A year below a number is the year of what bears the number.
_DATED_INDEX = re.compile(rf"(?:^|/)[^/\d]*/(?:19|20)\d\d(?:/(?:(?:0?[1-9]|1[0-2])(?:/(?:[0-2]?\d|3[01]))?|{_MONTH}))?"
                          r"/?$", re.IGNORECASE)
_LABELLED = re.compile(r"(?:^|/)(?:tags?|categor(?:y|ies)|kategorien?|categorie|schlagwort|etiqueta|mot-cle)/[^/]+/?$",
                       re.IGNORECASE)
# The home page of the site, or of one of its languages.
_HOME = re.compile(r"/(?:[a-z]{2}(?:[-_][a-z]{2,4})?/?)?(?:(?:index|default|home)(?:\.\w{3,5})?/?)?", re.IGNORECASE)
# What somebody has written.
_SIGNED = re.compile(r"(?:^|/)(?:authors?|contributors?|autor(?:es|en|i)?|auteurs?|autore)/[^/]+/?$", re.IGNORECASE)
_PLURAL_INDEX = re.compile(r"(?:^|/)(?:tags|categories|archives?|sitemap|site-map|a-z|feeds?|rss)(?:\.\w+)?/?$",
                           re.IGNORECASE)
# What a site, or a part of it, says of itself.
_OF_THE_SITE = re.compile(
    r"(?:/[\w.-]+){0,3}/(?:about(?:-?us)?|contacts?(?:-?us)?|privacy(?:-?(?:policy|notice|statement))?|"
    r"terms(?:-?(?:of-?(?:use|service)|and-?conditions|conditions))?|cookies?(?:-?policy)?|imprint|impressum|"
    r"datenschutz(?:erklaerung)?|kontakt|ueber-?uns|legal(?:-?notice)?|disclaimer|accessibility(?:-?statement)?|"
    r"mentions-?legales|a-propos|qui-sommes-nous|nous-contacter|confidentialite|aviso-?legal|contacto|quienes-?somos|"
    r"sobre-?nosotros|chi-?siamo|contatti|over-?ons|o-?nas|om-?oss|tietosuoja|subscribe|newsletter|donate)"
    r"(?:\.\w{3,5})?/?", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:\[|%5B)\d*(?:\]|%5D)$", re.IGNORECASE)     # facets are counted: f[0], f[1]
_PROGRAM = re.compile(r"[\w-]+\.(?:php\d?|aspx?|jspx?|cfm|cgi|do|pl)", re.IGNORECASE)
_WORD_PROGRAM = re.compile(r"[a-zA-Z]{1,20}\.(?:php|aspx?|jspx?|cfm|cgi|do|pl|py)")
_LANGUAGE = re.compile(r"[a-z]{2}(?:[-_][a-zA-Z]{2,4})?")
MOST_CHARACTERS = 1000
MOST_SEGMENTS = 14
SEARCH = "a search result"
OF_A_TIME = "an index: archive of a month or year"      # or the debates of a day, the figures of a month
MOST_NAMES = 2                 # in a query, before it counts as a combination of facets
# Names by which a program tells what is asked for stand in each of its addresses, and narrow nothing.
_ROUTING = frozenset(
    "id option view task itemid layout tmpl mod module act action controller func l lang language lng locale hl la "
    "chash".split())


def refusal(url: str) -> str | None:
    """Why the address is never worth fetching; None where it may be.

    >>> refusal("https://example.org/logo.png"), refusal("https://example.org/user/login")
    ('a file without text', 'a page for one visitor')
    """
    parts = urlsplit(url)
    if len(url) - 2 * url.count("%") > MOST_CHARACTERS:     # a title in another script is written in escapes
        return "an address of more than 1,000 characters"
    if _FILE.search(parts.path):
        return "a file without text"
    if _PERSONAL.search(parts.path) or (parts.query and _ACTION.search(parts.query)):
        return "a page for one visitor"
    if parts.query and _is_search(parts.path, parts.query):
        return SEARCH
    if "comment" in parts.path.lower() and _COMMENTS.search(parts.path):
        return "comments on a page"
    segments = [segment for segment in parts.path.split("/") if segment]
    if len(segments) > MOST_SEGMENTS or _repeats(segments) or (parts.hostname or "-") in segments:
        return "an address that repeats itself"
    return None


def is_document(url: str) -> bool:
    """Whether the address is a text that is in no format read here: of a word processor, a table, a book.

    >>> is_document("https://example.org/plan.docx"), is_document("https://example.org/plan.pdf")
    (True, False)
    """
    return _DOCUMENT.search(urlsplit(url).path) is not None


def is_older_part(url: str) -> bool:
    """Whether what looks like a search asks for nothing: lists of blogs go on at such addresses.

    >>> is_older_part("https://example.org/search?updated-max=2024-05-13"), is_older_part("https://example.org/search?q=a")
    (True, False)
    """
    query = urlsplit(url).query
    return bool(parse_qsl(query)) and not _asks(query)


def index_reason(url: str) -> str | None:
    """Why a page at this address is an index whatever it shows, or mostly (`OF_A_TIME`); None where the page tells.

    >>> index_reason("https://example.org/2024/05/"), index_reason("https://example.org/2024/05/tariffs")
    ('an index: archive of a month or year', None)
    """
    parts = urlsplit(url)
    if not parts.query and _HOME.fullmatch(parts.path or "/"):
        return "an index: the home page"
    if page_number(url) is not None or _SINCE.search(parts.query):
        return "an index: a page of a list"
    if _DATED_INDEX.search(parts.path):
        return OF_A_TIME
    if _LABELLED.search(parts.path) or (not parts.query and _PLURAL_INDEX.search(parts.path)):
        return "an index: a list by label"
    if _SIGNED.search(parts.path):
        return "an index: the page of an author"
    if _OF_THE_SITE.fullmatch(parts.path):
        return "an index: a page about the site itself"
    return None


def names_a_page(name: str) -> bool:
    """Whether a field or a part of a query is called as the number of a page is.

    >>> names_a_page("pageIndex"), names_a_page("year")
    (True, False)
    """
    return _PAGE_NAME.fullmatch(name) is not None


@lru_cache(maxsize=1 << 12)
def page_number(url: str) -> int | None:
    """Which page of a list the address asks for; None where it asks for none.

    >>> page_number("https://example.org/news?page=3"), page_number("https://example.org/news/page/4/")
    (3, 4)
    >>> page_number("https://example.org/page.php?p=0000831") is None
    True
    """
    number = number_in(url)
    if number is None or "?" not in url:
        return number
    parts = urlsplit(url)
    return None if names_item(parts.path, parts.query) and not PAGE_PATH.search(parts.path) else number


@lru_cache(maxsize=1 << 8)
def number_in(url: str) -> int | None:
    """The number of a page that an address bears: that it asks for, or of the list that leads to it."""
    parts = urlsplit(url)
    if found := PAGE_PATH.search(parts.path):
        return int(re.sub(r"\.\w+|\D", "", found[0]))
    for name, value in parse_qsl(parts.query):
        # a padded number (?page=0000831) is an article's
        if value.isdecimal() and len(value) <= 5 and (value == "0" or value[0] != "0") and _PAGE_NAME.fullmatch(name):
            return int(value)
    return None


def names_item(path: str, query: str) -> bool:
    """Whether the address names one entry of a board, and the page of the list that it was chosen on."""
    return names_entry(query) or (_SHOWS.search(path) is not None and any(
        any(map(str.isdigit, value)) and not _PAGE_NAME.fullmatch(name) for name, value in parse_qsl(query)))


@lru_cache(maxsize=1 << 12)
def family(url: str) -> str:
    """The make of an address: first folder (or program) as it is, the rest number (#) or word (*), names of the query.

    >>> family("https://example.org/calendar/2031/05?view=month")
    '/calendar/#/#?view'
    """
    parts = urlsplit(url)
    segments = [segment for segment in parts.path.split("/") if segment]
    literal = 2 if segments and _LANGUAGE.fullmatch(segments[0]) else 1
    if len(segments) <= literal and not (parts.query and segments and _PROGRAM.fullmatch(segments[-1])):
        literal = len(segments) - 1
    shape = [segment if place < literal and not _has_digit(segment) else "#" if _has_digit(segment) else "*"
             for place, segment in enumerate(segments)]
    if parts.query and segments and _WORD_PROGRAM.fullmatch(segments[-1]):      # "txt.php?id=3" is no "xml.php?id=3"
        shape[-1] = segments[-1]
    names = [_NUMBERED.sub("", pair.partition("=")[0]) for pair in parts.query.split("&")
             if pair and pair[-1] != "=" and not ORDER.fullmatch(pair)]
    if sum(name.lower() not in _ROUTING for name in names) > MOST_NAMES or len(set(names)) < len(names):
        names = ["*"]          # facets combine without end; all combinations share one budget
    return f"/{'/'.join(shape)}{'?' + '&'.join(sorted(names)) if names else ''}"


def folder(url: str) -> str:
    """The first folder of an address, with all below it; of an address at the root, the address's family.

    >>> folder("https://example.org/maze/left/right")
    '/maze/**'
    """
    segments = [segment for segment in urlsplit(url).path.split("/") if segment]
    return f"/{segments[0]}/**" if len(segments) > 1 and not _LANGUAGE.fullmatch(segments[0]) else family(url)


def _has_digit(segment: str) -> bool:
    # a slug with a year in it is a word; a number, a date or an id is not
    digits = sum(character.isdigit() for character in segment)
    return digits * 2 >= len(segment)


def _is_search(path: str, query: str) -> bool:
    if _SEARCH.search(path):                   # a list may be what a search for nothing shows
        return page_number(f"{path}?{query}") is None or _asks(query)
    return searches(query)


def _asks(query: str) -> bool:
    return searches(query) or _TYPED.search(query) is not None


def _repeats(segments: list[str]) -> bool:
    """Whether a relative link eats its own tail: one folder three times, or a pair of folders twice in a row."""
    if len(segments) < 4:
        return len(segments) == 3 and len(set(segments)) == 1
    pairs = any(segments[i:i + 2] == segments[i + 2:i + 4] for i in range(len(segments) - 3))
    return pairs or any(segments.count(segment) >= 3 and not segment.isdigit() for segment in segments)
