"""Claims and site -> who the head of the page says signs: one candidate a place. Pure."""

import re
from collections.abc import Iterable, Iterator

from archive.records import Author
from crawler.parsing.bylines import begins_byline, is_last_first, read_byline, with_url
from crawler.parsing.bylines.institutions import is_institution
from crawler.parsing.bylines.names import read_name
from crawler.parsing.choice import Candidate
from crawler.parsing.claims import Claims
from crawler.parsing.json_ld import plain, types_of
from crawler.parsing.outline import Outline
from crawler.parsing.site import Site

Authors = tuple[Author, ...]
Found = Candidate[Authors]

# meta name -> how far it is trusted, beside 3.1 for a byline under the title
_META = {
    "author": 2.4, "parsely-author": 2.6, "sailthru.author": 2.6, "citation_authors": 2.6, "byl": 2.4,
    "article:author": 2.0, "og:article:author": 2.0, "authors": 2.2, "cxenseparse:author": 2.2,
    "dc.creator": 2.2, "dcterms.creator": 2.2, "dc.creator.personalname": 2.2,
    "eprints.creators_name": 4.0, "bepress_citation_author": 4.0,
}
_SCHEMED = re.compile(r"(?:^|;\s*)(?:corporate|personal)Name=([^;]+)", re.IGNORECASE)     # AGLS: "corporateName=Ada; …"
_CITATIONS = frozenset({"eprints.creators_name", "bepress_citation_author"})


def claimed_authors(outline: Outline, claims: Claims, site: Site) -> Iterator[Found]:
    """Candidates of citation tags, JSON-LD and other meta tags."""
    if values := claims.meta.get("citation_author"):
        yield Candidate(_unique(_cited(value) for value in values), "meta citation_author", 6.0)
    for key, score in (("author", 3.2), ("creator", 2.4)):
        stated = claims.resolved(claims.own.get(key))
        nodes = stated if isinstance(stated, list) else [stated]
        yield Candidate(_unique(author for node in nodes for author in _of_node(outline, claims.resolved(node), site)),
                        f"json-ld {key}", score)
    for name, score in _META.items():
        values = tuple(value for value in claims.meta.get(name, ()) if "://" not in value)
        authors = map(_cited, values) if name in _CITATIONS else (
            author for value in values for author in stated_names(value, site))
        yield Candidate(_unique(authors), f"meta {name}", score)
    for label, value in zip(claims.meta.get("twitter:label1", ()), claims.meta.get("twitter:data1", ()), strict=False):
        if begins_byline(f"{label}:"):
            yield Candidate(stated_names(value, site), "meta twitter:data1", 2.2)


def stated_names(text: str, site: Site | None = None) -> Authors:
    """The authors in a text that is said to name them; the site's own name is an institution, however it is written."""
    if "=" in text and (named := _SCHEMED.search(text)):
        text = named[1]
    if site is not None and site.is_named(text):
        return (Author(text.strip(), "organization"),)
    if is_last_first(text) and not is_institution(text):
        return _unique([_cited(text)])
    return read_byline(text, led=False, stated=True)


def _cited(value: str) -> Author | None:
    """An author as citation tags write one: "Last, First" or "First Last"."""
    last, comma, first = value.partition(",")
    return read_name(f"{first.strip()} {last.strip()}" if comma and "," not in first else value, stated=True)


def _of_node(outline: Outline, node: object, site: Site) -> Authors:
    if not isinstance(node, dict):
        return stated_names(plain(node) or "", site)
    name = plain(node.get("name") or node.get("byline"))
    if not name:
        return ()
    url = outline.document.absolute(plain(node.get("url")) or plain(node.get("sameAs")))
    types = "".join(types_of(node))
    if "Person" not in types and "Organization" in types:
        return (Author(name, "organization", url),) if len(name) < 120 and read_name(name, stated=True) else ()
    authors = stated_names(name, site)
    return (with_url(authors[0], url),) if len(authors) == 1 else authors


def _unique(authors: Iterable[Author | None]) -> Authors:
    return tuple(dict.fromkeys(author for author in authors if author is not None))
