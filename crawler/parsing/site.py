"""Outline and claims -> Site: what the page's site calls itself, learned from the page alone. Pure."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from crawler.parsing.claims import Claims
from crawler.parsing.json_ld import plain, types_of
from crawler.parsing.outline import Outline
from crawler.parsing.publisher import publisher_host
from crawler.parsing.remembering import remember

# what links to home pages say
_HOME = frozenset(
    "home homepage startseite start accueil inicio início home page hjem hem etusivu strona główna domů главная "
    "ana sayfa الرئيسية דף הבית 首页 首頁 ホーム 홈 beranda voorpagina forside forsiden головна αρχική acasă "
    "trangchủ beranda होम".split()
) | {"strona główna", "home page", "ana sayfa", "trang chủ", "דף הבית", "página inicial", "página principal"}

_WORD = re.compile(r"\w+")
_MARKS = re.compile(            # marks that stand on a letter; vowel signs of Indian scripts are letters here
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670\u093c\u0e38-\u0e3a\u0e48-\u0e4b\u1ab0-\u1aff"
    "\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a]+")
_LOGO = re.compile(r"(?:^|\s)(?:(?:[a-z]+[-_]{1,2})?logo|(?:navbar-)?brand|site-?title|site-?name)(?=\s|$)")
_LAST, _LONGEST_RIGHTS = 40, 160      # runs of a page, among which is who holds the rights, and characters of that line
_MOST_NAMING = 5            # headings and title tags that may name the site
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright)[\s©\d,–-]*(?:by\s)?(?P<name>[^\W\d_][^|.·•;:©]{2,79})", re.IGNORECASE)
_RIGHTS_RESERVED = re.compile(r"[,\s–-]*(?:all rights reserved|alle rechte|tous droits|todos los derechos|"
                              r"todos os direitos|tutti i diritti|(?:19|20)\d\d).*", re.IGNORECASE)
_LONGEST_FOLDED = 20_000    # characters; folding may make eighteen of one
_FIRST = 12                 # links of a page, among which is that of its logo
_META = ("og:site_name", "application-name", "apple-mobile-web-app-title", "citation_publisher", "dc.publisher",
         "publisher", "copyright", "twitter:site")
_PUBLISHERS = frozenset({"Organization", "NewsMediaOrganization", "WebSite", "GovernmentOrganization",
                         "EducationalOrganization", "CollegeOrUniversity", "NGO", "Corporation"})


@remember
def fold(text: str) -> str:
    """Comparable form of a short text: no case, accents or punctuation, words by one space.

    >>> fold("L’Écho – Économie")
    'lecho economie'
    """
    if text.isascii() or len(text) > _LONGEST_FOLDED:
        return " ".join(_WORD.findall(text.lower().replace("'", "")))
    text = unicodedata.normalize("NFKD", text.replace("’", "").replace("'", "")).casefold()
    return " ".join(_WORD.findall(_MARKS.sub("", text)))


def is_home(text: str) -> bool:
    """Whether a short text is what links to home pages say: "Startseite", "トップ"."""
    return fold(text) in _HOMES


_HOMES = frozenset(map(fold, _HOME))


@dataclass(frozen=True, slots=True)
class Site:
    """The names of one site, folded, and its host's own word without spaces (`ifs` of www.ifs.org.uk)."""

    names: frozenset[str]
    label: str

    def is_named(self, text: str) -> bool:
        """Whether the text is the site's name, or its host's, and nothing more.

        >>> Site(frozenset({"the institute"}), "theinst").is_named("The Institute")
        True
        """
        key = fold(text)
        if not key:
            return False
        squashed = key.replace(" ", "")
        return squashed == self.label or squashed in _squashed(self.names)

    def is_like(self, text: str) -> bool:
        """Whether the text may be the site's name: its host's word and one or two more, or one word for each letter.

        >>> site = Site(frozenset(), "ifs")
        >>> site.is_like("IFS News"), site.is_like("Institute for Fiscal Studies"), site.is_like("News")
        (True, True, False)
        """
        words = fold(text).split()
        if len(self.label) < 2 or not 1 < len(words) < 9:
            return False
        if self.label in words and len(words) < 4:
            return True
        initials = "".join(word[0] for word in words)
        longer = "".join(word[0] for word in words if len(word) > 3)
        return len(self.label) > 2 and self.label in (initials, longer)


@lru_cache(maxsize=8)
def _squashed(names: frozenset[str]) -> frozenset[str]:
    return frozenset(name.replace(" ", "") for name in names)


def read_site(outline: Outline, claims: Claims) -> Site:
    """The site as the page names it."""
    names = {fold(value) for name in _META for value in claims.meta.get(name, ())[:2] if len(value) < 80}
    names |= {fold(name) for node in claims.nodes[:100] if not _PUBLISHERS.isdisjoint(types_of(node))
              for key in ("name", "alternateName") if (name := plain(node.get(key)))}
    if publisher := plain(claims.resolved(claims.own.get("publisher"))):
        names.add(fold(publisher))
    names |= {fold(alt) for alt in _logo_words(outline)}
    names |= {fold(name) for name in _holders_of_rights(outline)}
    host = publisher_host(outline.document.url)
    names.add(fold(host))
    names |= {fold(urlsplit(outline.document.url).netloc.removeprefix("www."))}
    names |= {name.removeprefix("the ") for name in names}
    label = fold(host.partition(".")[0]).replace(" ", "")
    names -= {fold(value) for value in claims.meta.get("article:section", ())} - {label}    # some pages give it as both
    names.discard("")
    return Site(frozenset(names), label)


def _holders_of_rights(outline: Outline) -> list[str]:
    """Whom the last lines of the page name beside ©, where a first heading or the title tag does so, too.

    Else it may be the author: "© 2025 Ada Stone".
    """
    names = [_RIGHTS_RESERVED.sub("", found["name"]) for run in outline.runs[-_LAST:]
             if ("©" in run.text or "opyright" in run.text) and len(run.text) <= _LONGEST_RIGHTS
             and (found := _RIGHTS.search(run.text))]
    said = " | ".join(fold(outline.text(i)) for i in outline.all("title", "h1")[:_MOST_NAMING]) if names else ""
    return [name for name in names if fold(name) in said]


def _leads_home(outline: Outline, i: int) -> bool:
    """Whether a link says of itself that it leads to the home page, which may lie in a folder: "/en", "/web/guest"."""
    around = outline.parents[i]
    return "home" in (outline.attributes[i].get("rel") or "").split() or _LOGO.search(outline.names[i]) is not None or (
        _LOGO.search(outline.names[around]) is not None and outline.text(around) == outline.text(i))


def _logo_words(outline: Outline) -> list[str]:
    """What stands in links to the home page, as text, alt text or label."""
    document = outline.document
    home = urlsplit(document.url)
    roots = {"/", f"{home.scheme}://{home.netloc}", f"{home.scheme}://{home.netloc}/"}
    words = []
    for place, i in enumerate(outline.all("a")[:80]):
        attributes = outline.attributes[i]
        if (attributes.get("href") or "").strip() not in roots and not (place < _FIRST and _leads_home(outline, i)):
            continue
        words += [outline.text(i), attributes.get("title") or "", attributes.get("aria-label") or ""]
        words += [outline.attributes[j].get("alt") or "" for j in outline.all("img", within=i)[:2]]
    return [re.sub(r"(?i)\b(logo|home ?page|home|back to)\b", "", word).strip(" -|") for word in words
            if 1 < len(word) < 80]
