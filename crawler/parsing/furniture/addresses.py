"""An address -> what it says by itself: whether a publication may be there, whether it shares, what it is like. Pure.

Sites link to much the same places from all their pages, so that what is known of an address is kept.
"""

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from crawler.parsing.furniture.networks import SOCIAL_HOSTS, knows_host, network_of
from crawler.queries import names_entry, searches

# Path segments that lead to lists, people, services and the like, in the languages that sites write addresses in.
_NO_PUBLICATION = frozenset("""
tag tags topic topics category categories kategorie kategorien categoria categorias categorie thema themen themes
theme tema temas etiqueta etiquetas sujet sujets rubrique rubriques schlagwort schlagworte keyword keywords subject
subjects taxonomy section sections author authors autor autoren autore autores auteur auteurs byline contributor
contributors people person persons profile profiles staff experts expert team user users member members search suche
buscar recherche login signin sign-in register signup sign-up account subscribe subscription subscriptions newsletter
newsletters donate donation donations about about-us contact contact-us contacts kontakt contacto impressum imprint
privacy privacy-policy terms terms-of-use terms-of-service cookies cookie-policy legal accessibility sitemap careers
jobs advertise advertising shop store cart checkout feed rss page wp-login.php wp-admin cdn-cgi help faq faqs events
calendar privacy-notice code-of-conduct terms-and-conditions terms-of-sale advertise-with-us our-team our-people
our-staff who-we-are what-we-do our-mission mission-statement our-story our-history media-kit press-kit write-for-us
work-with-us pitch-us how-to-pitch how-to-pitch-us submit-a-story editorial-policy editorial-standards
editorial-guidelines corrections-policy comment-policy community-guidelines ethics-policy republishing-guidelines
accessibility-statement cookie-notice cookie-settings privacy-statement legal-notice manage-subscription support-us
datenschutz datenschutzerklaerung nutzungsbedingungen agb ueber-uns mentions-legales qui-sommes-nous nous-contacter
aviso-legal politica-de-privacidad quienes-somos sobre-nosotros sobre-nos quem-somos politica-de-privacidade
termos-de-uso chi-siamo note-legali informativa-privacy over-ons om-oss o-nas hakkimizda
""".split())
_SITE_PAGE = re.compile(r"(?:about|terms|privacy|cookie|advertise|contact)[-_](?:us|of|and|policy|notice|with)"
                        r"(?:[-_]\w+){0,3}$|(?:\w+-){1,2}(?:terms-of-(?:use|service)|code-of-conduct)$")
_ASSET = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|avif|mp3|mp4|m4a|mov|avi|zip|gz|exe|dmg|css|js|xml|ics|vcf|epub)$",
                    re.IGNORECASE)
_NARROWS = re.compile(r"(?:^|&)(?:term|tag|cat|category|author|topic|replytocom|share)=", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:^|&)(?:id|nid|pub)=[^&]*\d", re.IGNORECASE)        # "?cat=3&id=1455" is one of a category
# Segments below which stand lists, however long the name of the list.
_LISTING = frozenset("""
tag tags category categories author authors etiqueta etiquetas autor autores auteur schlagwort search by
section sections topic topics
thema themen tema temas theme themes person people profile profiles contributors about about-us
""".split())
_NESTED = frozenset({"category", "categories", "tag", "tags"})     # may hold lists within lists
_UNFILLED = re.compile(r"[\[{]|%5b|%7b", re.IGNORECASE)            # "/[link]", "/{{ url }}", of a template
AD_HOSTS = ("doubleclick.net", "googlesyndication.com", "googleadservices.com", "adnxs.com", "amazon-adsystem.com")
_DATED = re.compile(r"/(?:19|20)\d\d/(?:\d\d?|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_HEADLINE_WORDS = 4
_HEADLINE_LETTERS = 40
_BETWEEN_WORDS = "-_+ "


class Target(NamedTuple):
    """Where a link leads."""

    url: str                  # absolute, without fragment
    host: str                 # as `host_of` has it
    key: str | None           # as `key_of` has it; None where no publication can be
    network: str | None       # that the address shares to
    is_social: bool           # it is a network's or a gateway's, or says that it shares
    speaks: bool              # it has a word of sharing or printing


@lru_cache(maxsize=1 << 12)
def target_of(url: str) -> Target:
    """What an absolute address says by itself.

    >>> target_of("https://institute.example?p=12").key
    'institute.example?p=12'
    """
    host, path, query = _parts_of(url)
    is_social = "share" in url or knows_host(host)
    may_be = host not in SOCIAL_HOSTS and not host.endswith(AD_HOSTS) and may_be_publication(path, query)
    key = _key(host, path, query) if may_be else None
    return Target(url, host, key, network_of(url) if is_social else None, is_social, _speaks(url.lower()))


def _speaks(low: str) -> bool:      # one by one: a pattern or a loop takes five times as long
    return ("share" in low or "print" in low or "mail" in low or "forward" in low or "send" in low
            or "druck" in low or "imprim" in low or "stampa" in low or "network=" in low)


def may_be_publication(path: str, query: str) -> bool:
    """Whether an address of this form may be a publication's.

    >>> may_be_publication("/2025/07/tariffs", ""), may_be_publication("/tag/trade/", ""), may_be_publication("/", "")
    (True, False, False)
    """
    segments = list(filter(None, (unquote(path) if "%" in path else path).lower().split("/")))
    if query and (searches(query) or _NARROWS.search(query)) and not (names_entry(query) or _NUMBERED.search(query)):
        return False
    if not segments:
        return "=" in query
    last = segments[-1]
    if "." in last and _ASSET.search(last):
        return False
    if last.isdigit():                        # "/news/page/2" and "/2025/12/01" are lists
        return not (segments[-2:-1] == ["page"] or (_YEAR.fullmatch(segments[0]) and len(segments) <= 3
                                                    and all(segment.isdigit() for segment in segments)))
    if last in _NO_PUBLICATION or (len(segments) > 1 and segments[-2] in _LISTING):
        return False
    if (len(segments) == 1 and _SITE_PAGE.match(last)) or _UNFILLED.search(path):
        return False
    if not _long(last) and not _NESTED.isdisjoint(segments[:2]):
        return False
    return _long(last) or _NO_PUBLICATION.isdisjoint(segments[-3:-1])


@lru_cache(maxsize=1 << 10)
def same_kind(own: str, other: str) -> bool:
    """Whether two addresses are built alike: one host and the same folder, or long last parts at the same depth.

    >>> same_kind("https://a.example/papers/border-levy", "https://a.example/papers/who-pays")
    True
    >>> same_kind("https://a.example/papers/border-levy", "https://a.example/about")
    False
    """
    if host_of(own) != host_of(other):
        return False
    mine, theirs = _segments(own), _segments(other)
    if not mine or not theirs or theirs[-1] in _NO_PUBLICATION:
        return False
    if mine == theirs and "?" in own:          # "/page.php?id=7" and "/page.php?id=8"
        return True
    if len(mine) == len(theirs) and (mine[:-1] == theirs[:-1] != () or (mine[-1].isdigit() and theirs[-1].isdigit())):
        return True
    near = len(theirs) > 1 and mine[0] == theirs[0] and abs(len(mine) - len(theirs)) <= 1
    if len(mine) == len(theirs) and mine[0] == theirs[0] and any(
            one.isdigit() and other.isdigit() for one, other in zip(mine[1:], theirs[1:], strict=True)):
        return True                            # "/news/8123/border-levy" and "/news/8100/ports"
    if len(mine) == len(theirs) > 3 and mine[:2] == theirs[:2]:
        return True                            # "/news/i/Ab12Cd/border-levy"
    if near and (_long(theirs[-1]) or (len(mine) == len(theirs) and "-" in theirs[-1])):
        return True
    if _DATED.search(own) and _DATED.search(other):
        return True
    if len(mine) == len(theirs) == 1 and "-" in mine[0] and "-" in theirs[0]:
        return True
    return _long(theirs[-1]) and _long(mine[-1])


def is_named(url: str) -> bool:
    """Whether the last part of the address is no single word, as those of sections are.

    >>> is_named("https://a.example/society/lighthouse-lit"), is_named("https://a.example/society/food")
    (True, False)
    """
    last = (_segments(url) or ("",))[-1]
    return "-" in last or "_" in last or any(map(str.isdigit, last))


@lru_cache(maxsize=1 << 10)
def _segments(url: str) -> tuple[str, ...]:
    path = url.partition("://")[2].partition("/")[2].partition("?")[0]
    return tuple(filter(None, path.split("/")))


def is_part_of(own: str, other: str) -> bool:
    """Whether the other address is a page below this one: a chapter, not another publication."""
    mine = _segments(own)
    if len(mine) < 2 or mine[-1] not in other:       # nearly all addresses of a page
        return False
    theirs = _segments(other)
    return len(theirs) > len(mine) and theirs[:len(mine)] == mine and host_of(own) == host_of(other)


def _long(segment: str) -> bool:
    """Whether a path segment reads as a headline rather than as a name."""
    return len(segment) >= _HEADLINE_LETTERS or 1 + sum(map(segment.count, _BETWEEN_WORDS)) >= _HEADLINE_WORDS


def host_of(url: str) -> str:
    """The host of an absolute address, lower case, without `www.`; cheap, for addresses that were resolved."""
    return url.partition("://")[2].partition("/")[0].partition("?")[0].lower().removeprefix("www.")


def key_of(url: str) -> str:
    """What tells a page from the others of one page of links: cheaper than `archive.urls.address_key`, and coarser.

    >>> key_of("https://www.institute.example/a/?utm_source=b") == key_of("http://institute.example/a#c")
    True
    """
    return _key(*_parts_of(url.partition("#")[0]))


def _parts_of(url: str) -> tuple[str, str, str]:
    """Host, as `host_of` has it, path and query of an address without fragment."""
    place, _, query = url.partition("://")[2].partition("?")
    host, _, path = place.partition("/")
    return host.lower().removeprefix("www."), path, query


def _key(host: str, path: str, query: str) -> str:
    if query:
        query = "&".join(pair for pair in query.split("&") if not pair.lower().startswith("utm_"))
    place = f"{host}/{path}".rstrip("/")
    return f"{place}?{query}" if query else place
