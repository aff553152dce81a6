"""Outline, claims and site -> the headlines on offer, each with all that speaks for or against it. Pure.

Headings, meta tags, JSON-LD, microdata and the title tag are taken whole, and cut at separators (`A | B`, `A - B`).
Strings that differ only in case, accents or punctuation are one candidate: places that agree add up.
"""

import html
import re
from collections.abc import Iterator
from itertools import islice

from crawler.parsing.appearance import EDGE
from crawler.parsing.claims import Claims
from crawler.parsing.json_ld import plain, types_of
from crawler.parsing.naming import COMMENTS
from crawler.parsing.outline import Outline
from crawler.parsing.site import Site, fold
from crawler.parsing.title.comparison import TORN, Offer, compare
from crawler.parsing.title.cuts import cuts
from crawler.parsing.title.plain import LESSER, find_plain_headline
from crawler.parsing.word_files import word_tables

LONGEST = 1_000               # characters; what is longer is no headline, not even of a regulation
_MOST_READ = 2_000            # characters of what may hold one and more
_META = {"og:title": "og", "twitter:title": "twitter", "citation_title": "citation", "dc.title": "dc",
         "dcterms.title": "dc", "parsely-title": "parsely", "sailthru.title": "parsely", "headline": "meta",
         "title": "meta"}
_BY_KIND = frozenset({"h1", "h1 sole", "h2", "og", "og cut", "twitter", "title", "title cut", "ld headline"})
_LABEL = re.compile(r"^(?:title|titel|titre|t[ií]tulo|titolo)\s*:\s*|\s*¶$", re.IGNORECASE)
_ACT = re.compile(r"\d/(?:(?:19|20)\d\d|\d\d)\b")      # "Judgment 893/2026"
_PARAGRAPH = 60               # characters
_LINKS_OF_MENU = 4
_SHORTEST_START = 12          # characters of a headline cut off, by which the whole one is known
_MOST_H1, _MOST_H2 = 12, 6
_MOST_CELLS, _LONGEST_CELL = 12, 40      # looked at; characters of what says "Title", white space as written
_INITIAL = 2                  # letters that a heading may begin with in another font
_MOST_PARTS = 6               # elements in a heading; more are letters or words in effects
_EMPHASIS = frozenset({"em", "i", "a", "b", "mark", "cite"})
_PART_NAMES = {"named as title": re.compile(r"title(?![a-z-]*sub)|headline|heading"),
               "named as other": re.compile(
                   r"sub-?(?:title|head|line)|(?<![a-z])sub(?![a-z])|kicker|overline|eyebrow|topline|dachzeile|descriptor|label|date|meta|badge|"
                   r"count|bubble|hidden|sr-only|site|domain")}
_ASIDE = frozenset({"header", "nav", "footer", "aside", "form", "dialog"})
_HEAD_NAMES = re.compile(r"title|headline|heading|entry|article|post")
_SITE_NAMES = re.compile(rf"\b(?:site|logo|brand|navbar|menu|masthead|sidebar|widget|related|{COMMENTS}|modal|popup)")


def offers(outline: Outline, claims: Claims, site: Site) -> list[Offer]:
    """The candidates in the order of the places that are looked at."""
    found: dict[str, Offer] = {}
    for text, origin, element, features in _said(outline, claims, site):
        key = fold(text)
        if not key or len(text) > LONGEST:
            continue
        offer = found.setdefault(key, Offer(text, origin, element, key))
        if offer.element is None and element is not None:
            offer.text, offer.element = text, element      # the visible wording is the better one
        offer.features |= features
    listed = _without_torn(list(found.values()))
    compare(listed, outline, site)
    kind = _kind(claims)
    for offer in listed:
        offer.features |= {f"{kind}, {place}" for place in _BY_KIND & offer.features}
    return listed


def _without_torn(listed: list[Offer]) -> list[Offer]:
    """The offers, where one that is cut off ("Rates rise again in …") speaks for the one that goes on."""
    kept = []
    for offer in listed:
        start = fold(offer.text.rstrip("….")) if offer.text.endswith(TORN) else ""
        whole = [other for other in listed if other.key.startswith(start) and not other.text.endswith(TORN)] \
            if len(start) >= _SHORTEST_START else []
        if whole:
            max(whole, key=lambda other: (other.element is not None, len(other.key))).features |= offer.features
        else:
            kept.append(offer)
    return kept


def _kind(claims: Claims) -> str:
    """What the page's JSON-LD calls it, roughly: places are trusted differently on news pages and on pages without."""
    types = types_of(claims.own)
    return "news" if any("News" in name for name in types) else "typed" if types else "untyped"


Said = tuple[str, str, int | None, set[str]]


def _said(outline: Outline, claims: Claims, site: Site) -> Iterator[Said]:
    graph = claims.meta.get("og:title", ())[:1]
    yield from _headings(outline, site, is_told=any(not site.is_named(html.unescape(value)) for value in graph))
    for name, short in _META.items():
        for value in claims.meta.get(name, ())[:1]:
            yield from _with_cuts(html.unescape(value), f"meta {name}", short, site)
    for name in ("headline", "name", "alternativeHeadline"):
        if headline := plain(claims.own.get(name)):
            yield from _with_cuts(headline, f"json-ld {name}", f"ld {name}", site)
    for marked in claims.marked.get("headline", ())[:2]:
        yield marked.value, "microdata headline", None, {"microdata"}
    for i in outline.all("title")[:1]:
        told = outline.text(i).rstrip("0123456789 ").lower()
        unnamed = {"unnamed"} if told in word_tables("title/labels.txt")["unnamed"] else set()
        for text, origin, element, features in _with_cuts(outline.text(i), "title tag", "title", site):
            yield text, origin, element, features | unnamed
    yield from _labelled(outline)


def _labelled(outline: Outline) -> Iterator[Said]:
    """What stands in the cell behind one that says "Title": boards and registers show their entries so."""
    labels = word_tables("title/labels.txt")["title"]
    cells = [*outline.by_tag.get("td", ())[:_MOST_CELLS], *outline.by_tag.get("dd", ())[:_MOST_CELLS]]
    for i in cells:
        before = outline.before(i)
        if before is not None and outline.size(before) <= _LONGEST_CELL and outline.may_be_label(i) and (
                outline.tags[i] == "dd" or outline.ends[i] == outline.ends[outline.parents[i]]) and (
                outline.text(before).rstrip(" :：").lower() in labels):
            text = outline.text(i)
            yield text, "labelled cell", i, {"labelled"} if " " in text or len(text) >= _SHORTEST_START else set()
            return


def _headings(outline: Outline, site: Site, *, is_told: bool) -> Iterator[Said]:
    said = {i: text for i in outline.all("h1") if outline.may_be_label(i) and (text := outline.text(i))}
    keys = {fold(text) for text in said.values()}
    own = next((i for i, text in said.items() if not site.is_named(text)), None)
    for place, (i, whole) in enumerate(islice(said.items(), _MOST_H1)):
        features = {"h1", *_place_features(outline, i, whole)}
        features |= {"h1 sole"} if len(keys) == 1 else {"h1 first"} if place == 0 else {"h1 later"}
        if i == own and place:
            features.add("h1 first but site")
        if _is_glued(outline, i, whole):
            features.add("glued")
        text = _LABEL.sub("", whole)
        yield text, "h1", i, features
        yield from _parts(outline, i, whole)
        yield from ((cut, "h1 cut", i, {"h1 cut", *more}) for cut, more in cuts(text, site))
    seconds = [(i, text) for i in outline.all("h2") if outline.may_be_label(i) and (text := outline.text(i))][:_MOST_H2]
    heads_text = next((i for i, _ in seconds if not _heads_menu(outline, i)), None)
    for place, (i, text) in enumerate(seconds):
        features = {"h2", *_place_features(outline, i, text)}
        if i == heads_text:
            features.add("h2 of the text")
        if place == 0:
            features.add("h2 first")
        if not said:
            features.add("h2 without h1")
        elif own is not None and any(
                len(piece) > _PARAGRAPH for piece in outline.pieces[outline.stops[own]:outline.starts[i]]):
            features.add("h2 below text")
        yield text, "h2", i, features
    if not said and _heads_sections_only(outline) and (
            plain := find_plain_headline(outline, named=not is_told)) is not None:
        text = outline.text(plain)
        more = {"number of an act"} if _ACT.search(text) else set()
        if outline.tags[plain] not in LESSER:
            more.add("named headline")
        if "h2" in outline.by_tag:
            more.add("below a section")
        yield text, "first heading", plain, {"plain headline", *more, *_place_features(outline, plain, text)}


def _heads_menu(outline: Outline, heading: int) -> bool:
    """Whether links stand between a heading and the next one, or the first paragraph: "Government of Examplia"."""
    seconds = outline.all("h2")
    start = outline.stops[heading]
    stop = next((outline.starts[i] for i in seconds if i > heading), len(outline.pieces))
    run = next((run for run in outline.runs[outline.run_from(start):] if run.start >= stop or (
        len(run.text) > _PARAGRAPH and 2 * run.link_chars < len(run.text))), None)
    stop = min(stop, run.start) if run else stop
    return sum(start <= outline.starts[i] < stop for i in outline.all("a")) >= _LINKS_OF_MENU


def _heads_sections_only(outline: Outline) -> bool:
    """Whether no second heading may be the title: there is none, or each is a part of the title tag, one of several."""
    told = next((fold(outline.text(i)) for i in outline.all("title")[:1]), "")
    texts = [fold(text) for i in outline.all("h2")[:_MOST_H2] if (text := outline.text(i))]
    return all(len(text) < _SHORTEST_START and text in told and text != told for text in texts)


def _is_glued(outline: Outline, heading: int, whole: str) -> bool:
    """Whether the first element of a heading runs into the words behind it, which styles tell apart: "OpinionStop"."""
    first = next((i for i in range(heading + 1, outline.ends[heading]) if outline.parents[i] == heading), None)
    if first is None:
        return False
    text, behind = outline.text(first), "".join(outline.pieces[outline.stops[first]:outline.stops[heading]])
    return len(text) > _INITIAL and text[-1].islower() and whole.startswith(text) and behind.startswith(EDGE)


def _parts(outline: Outline, heading: int, whole: str) -> Iterator[Said]:
    """What stands in the elements of a heading one by one, and what is left without the first or the last of them."""
    kids = [i for i in outline.children(heading) if outline.starts[i] < outline.stops[i]]
    if not kids or len(kids) > _MOST_PARTS:
        return
    for i in kids:
        text = outline.text(i)
        if not text or text == whole:
            continue
        named = {f"h1 part {word}" for word, names in _PART_NAMES.items() if names.search(outline.names[i])}
        yield text, "h1 part", heading, {"h1 part", *named}
        rest = whole.removeprefix(text) if whole.startswith(text) else whole.removesuffix(text)
        if rest != whole and outline.tags[i] not in _EMPHASIS:
            yield rest.strip(" :|"), "h1 rest", heading, {"h1 rest", *(f"{name} off" for name in named)}


def _place_features(outline: Outline, i: int, text: str) -> set[str]:
    features = set()
    around = outline.ancestors(i)
    tags = {outline.tags[above] for above in around}
    if not tags.isdisjoint(("article", "main")):
        features.add("in article")
    if "header" in tags and "article" not in tags and "main" not in tags:
        features.add("in site header")
    if not tags.isdisjoint(_ASIDE - {"header"}):
        features.add("in aside")
    names = " ".join([outline.names[i], *(outline.names[above] for above in around[:2])])
    if _SITE_NAMES.search(names):
        features.add("named as site")
    elif _HEAD_NAMES.search(names):
        features.add("named as head")
    if "a" in tags or any(outline.text(j) == text for j in outline.all("a", within=i)):
        features.add("linked")
    return features


def _with_cuts(text: str, origin: str, short: str, site: Site) -> Iterator[Said]:
    text = text[:_MOST_READ]
    yield text, origin, None, {short}
    for cut, features in cuts(text, site):
        yield cut, f"{origin}, cut", None, {f"{short} cut", *(f"{short} cut {feature}" for feature in features)}
