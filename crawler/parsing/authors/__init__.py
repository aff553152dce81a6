"""Outline, claims, site and title -> authors: people and institutions that sign the publication. Pure.

Each place that names authors (citation tags, JSON-LD, microdata, author links, bylines, meta tags) gives one candidate,
all its names cleaned (see `bylines`). The likeliest place wins; head and page that name the same people support each
other. The site's own name signs only where nobody else does.

    claims      who the head of the page says signs
    headed      whom a heading or term announces, or the title ends with
    issuers     the institution that facts beside the title name as publisher
    places      who its text shows; rows: names a line each; links: to the pages of people
"""

import re
from collections.abc import Iterable

from archive.records import Author
from crawler.hints import Selector
from crawler.parsing.authors.claims import Authors, Found, claimed_authors, stated_names
from crawler.parsing.authors.headed import headed_authors
from crawler.parsing.authors.issuers import issuing_bodies
from crawler.parsing.authors.places import lines_naming, shown_authors
from crawler.parsing.bylines import with_url
from crawler.parsing.bylines.names import read_name
from crawler.parsing.choice import Candidate, Choice
from crawler.parsing.claims import Claims
from crawler.parsing.hinted import hinted_texts
from crawler.parsing.json_ld import types_of
from crawler.parsing.outline import Outline
from crawler.parsing.site import Site, fold

_SUPPORT = 1.5                # for a place on the page from one in the head
_SUPPORT_HEAD = 1.7           # and the other way round: of two that agree, the head has the name in full
_PER_NAME = 0.3               # of two that agree, the one that names more people
_SITE = -2.0
_INSTITUTION = -0.5
_LEAST_OF_NAME = 2             # words of a full name
_OF_BODIES = re.compile(r"://[^/]*\.(?:org|gov|int|edu|ac)(?:\.[a-z]{2})?(?:[:/]|$)")       # hosts of no person
_COUNTED = ("byline", "json-ld author")


def find_authors(outline: Outline, claims: Claims, site: Site, title: Choice[str | None]) -> Choice[Authors]:
    """The authors in the page's order; an empty value where nobody signs."""
    found = [*claimed_authors(outline, claims, site), *shown_authors(outline, claims, title),
             *headed_authors(outline, title), *issuing_bodies(outline, title)]
    listed = [_without_site(candidate, site) for candidate in found if candidate.value]
    scored = sorted((_supported(candidate, listed) for candidate in listed), key=lambda candidate: -candidate.score)
    if not scored:
        return Choice(())
    best = _completed(_apart(scored[0], scored), scored)
    shown = tuple(other.element for other in scored if other.element is not None and _names(other) & _names(best))
    if not shown:
        shown = tuple(lines_naming(outline, title, _names(best)))
    authors = tuple(_whose_site(outline, claims, site, author) for author in _with_addresses(best.value, scored))
    return Choice(authors, best.origin, best.element, tuple(scored), shown)


def hinted_authors(outline: Outline, selectors: Iterable[Selector], site: Site) -> Choice[Authors] | None:
    """The people named in what a source's selectors pick; None where they pick nobody."""
    picked = hinted_texts(outline, selectors)
    if picked is None:
        return None
    authors = tuple(dict.fromkeys(author for text in picked.value for author in stated_names(text, site)))
    return Choice(authors, picked.origin, elements=picked.elements) if authors else None


def _without_site(found: Found, site: Site) -> Found:
    """The candidate without the site's own name, which signs alone, or where the head states it with other bodies."""
    others = tuple(author for author in found.value if not site.is_named(author.name))
    signed_with = bool(others) and _is_head(found) and all(author.kind == "organization" for author in others)
    if signed_with or len(others) == len(found.value):
        return found
    if others:
        return Candidate(others, found.origin, found.score, found.element)
    authors = tuple(Author(author.name, "organization", author.url) for author in found.value)
    return Candidate(authors, found.origin, found.score + _SITE, found.element)


def _whose_site(outline: Outline, claims: Claims, site: Site, author: Author) -> Author:
    """The author, a person where the site bears the name of one: full, and no word of it one of the language."""
    words = author.name.split()
    if len(words) < _LEAST_OF_NAME or not site.is_named(author.name) or _OF_BODIES.search(outline.document.url) or any(
            len(word) > 1 and word.isupper() for word in words):
        return author
    person = read_name(author.name, stated=True)
    stated = claims.resolved(claims.own.get("author"))
    types = types_of(stated) if isinstance(stated, dict) else ()
    if person is None or person.kind != "person" or ("Organization" in types and "Person" not in types):
        return author
    text, small = "".join(outline.pieces), [word.lower() for word in words]
    if any(word in text for word in small) and re.search(      # which takes fifty times as long
            rf"(?<![\w@./-])(?:{'|'.join(map(re.escape, small))})(?![\w@./-])", text):
        return author
    return Author(author.name, "person", author.url)


def _supported(found: Found, listed: list[Found]) -> Found:
    names, head = _names(found), _is_head(found)
    support = max((len(names & _names(other)) / min(len(names), len(_names(other)))
                   for other in listed if _is_head(other) != head), default=0.0)
    score = found.score + (_SUPPORT_HEAD if head else _SUPPORT) * support
    if support and found.origin in _COUNTED:
        score += _PER_NAME * (len(names) - 1)
    if all(author.kind == "organization" for author in found.value):
        score += _INSTITUTION
    return Candidate(found.value, found.origin, round(score, 2), found.element)


def _is_head(found: Found) -> bool:
    return found.origin.startswith(("meta", "json-ld"))


def _apart(best: Found, scored: list[Found]) -> Found:
    """Another place's names where it tells apart those that the best one runs together: "Ada One Bo Two"."""
    whole = fold(" ".join(author.name for author in best.value)).replace(" ", "")
    return next((other for other in scored if len(other.value) > len(best.value) and fold(
        " ".join(author.name for author in other.value)).replace(" ", "") == whole), best)


def _completed(best: Found, scored: list[Found]) -> Found:
    """The line on the page that names those of the head and more: many systems state the first author alone."""
    if not _is_head(best):
        return best
    shown = [other for other in scored if not _is_head(other) and _names(other) > _names(best)
             and all(author.kind == "person" for author in other.value)]
    sets = [_names(other) for other in shown]
    return next((other for other in shown if other.origin == "byline" or sets.count(_names(other)) > 1), best)


def _names(found: Found) -> frozenset[str]:
    return frozenset(fold(author.name) for author in found.value)


def _with_addresses(authors: Authors, listed: list[Found]) -> Authors:
    """The authors with the addresses that any place gives for the same name."""
    urls = {fold(author.name): author.url for found in reversed(listed) for author in found.value if author.url}
    return tuple(author if author.url else with_url(author, urls.get(fold(author.name))) for author in authors)
