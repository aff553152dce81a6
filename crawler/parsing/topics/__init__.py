"""Outline, claims, site and title -> topics and section: the page's tags, and where it stands on its site. Pure.

What the page shows wins: kickers and tags. Then what its head states, the last step of the breadcrumb, the section.

    labels                the labels that a page shows of itself: kickers, breadcrumb, tags
    kickers, breadcrumb   those above the title
    labelled              tags behind a word that says so
    label_text            what a label is, and where none of the page's own stands
    words, menu_words     the words that lead to tags, and those of menus
"""

import html
import re
from collections.abc import Iterable, Iterator

from crawler.parsing.choice import Candidate, Choice
from crawler.parsing.claims import Claims
from crawler.parsing.json_ld import plain, types_of
from crawler.parsing.outline import Outline
from crawler.parsing.site import Site, fold
from crawler.parsing.title.cuts import SEPARATOR
from crawler.parsing.topics.label_text import MOST, Label, is_label
from crawler.parsing.topics.words import NO_SECTIONS

_STATED = ("article:tag", "news_keywords", "parsely-tags", "citation_keywords", "tags", "dc.subject", "dcterms.subject")
# "content-type: Feature", "NLP Entity Tokens: Canada", "site:topic/trade": for a program
_FIELD = re.compile(r"[a-z-]+:[\w-]+(?:/[\w/-]*)?\Z|"
                    r"[a-z]+(?:-[a-z]+|[A-Z][a-z]+)*: |(?:\w+ )+(?i:category|keywords?|tokens|type): ")
_SAID_TO_BE = re.compile(r"\A(?:category|keyword|tag|topic|section): ", re.IGNORECASE)
_NUMBERED = re.compile(                # "Working Paper 25-07"
    r"(?:[^\W\d]+\s){0,3}(?:papers?|briefs?|reports?|notes?|bulletin|bericht|papier|mitteilung|document|documento|cahier|"
    r"nota|informe)\s(?:(?:n[°ºo]|no|nr|№)\.?\s?)?#?[A-Z]{0,4}\d[\w/.-]*", re.IGNORECASE)
_TRAIL = "json-ld BreadcrumbList"
_TAG = 1.6                    # off a kicker that is one of the tags, where the head states a section
_LEAST_LISTED = 2             # commas that part several sections
_MOST_STATED = 20             # a longer list that no reader sees is for search engines


def find_topics(labels: list[Label], claims: Claims, site: Site, section: Choice[str | None],
                persons: Iterable[str] = ()) -> Choice[tuple[str, ...]]:
    """The page's tags in its order, kickers first, each once; `persons`, who wrote it, are none of those it states."""
    writers = {frozenset(fold(name).split()) for name in persons}
    stated = [(kept, origin) for topics, origin in _stated(claims, site)
              if (kept := tuple(topic for topic in topics if frozenset(fold(topic).split()) not in writers))]
    shown = [label for label in labels if label.origin not in ("breadcrumb", "overline")
             and not _NUMBERED.fullmatch(label.text)]
    if shown and all(label.origin == "kicker" for label in shown):     # where it stands, and the tags that go with it
        tags = next((topics for topics, origin in stated if origin.startswith("meta article:tag")), ())
        own = {fold(label.text) for label in shown}
        shown += [Label(tag, None, "meta article:tag") for tag in tags if fold(tag) not in own]
    candidates: list[Candidate[tuple[str, ...]]] = []
    for group, score in ((shown, 2.0), *(([label for label in labels if label.origin == origin], score)
                                         for origin, score in (("breadcrumb", 0.2), ("overline", 0.15)))):
        if group:
            origins = ", ".join(dict.fromkeys(label.origin for label in group))
            candidates.append(Candidate(tuple(label.text for label in group), origins, score))
    candidates += [Candidate(topics, origin, 1.0 - number / 10)
                   for number, (topics, origin) in enumerate(stated)]
    if section.value and section.origin != _TRAIL:
        candidates.append(Candidate(_parted(section.value), section.origin or "section", 0.1))
    if not candidates:
        return Choice(())
    candidates.sort(key=lambda candidate: -candidate.score)
    best = candidates[0]
    return Choice(best.value, best.origin, None, tuple(candidates),
                  tuple(label.element for label in shown if label.element is not None))


def find_section(outline: Outline, labels: list[Label], claims: Claims, site: Site, title: str | None
                 ) -> Choice[str | None]:
    """The section; value None where the page names none, or only the site or itself."""
    tags = {fold(tag) for tag in claims.meta.get("article:tag", ())}
    candidates: list[Candidate[str | None]] = [
        Candidate(label.text, label.origin, score - _TAG * (fold(label.text) in tags), label.element)
        for origin, score in (("kicker", 3.0), ("breadcrumb", 2.0), ("category", 1.3), ("overline", 0.8))
        for label in labels if label.origin == origin]
    stated = [(f"meta {name}", value, 1.5) for name in ("article:section", "parsely-section", "section")
              for value in claims.meta.get(name, ())[:1]]
    stated += [("title tag", part, 0.9) for part in _between(outline, site, title)]
    stated.append(("json-ld articleSection", plain(claims.own.get("articleSection")) or "", 1.4))
    stated.append((_TRAIL, _last_step(claims, title), 1.0))
    candidates += [Candidate(value, origin, score) for origin, said, score in stated
                   for value in ([said] if is_label(said) else _split([said], site)[:1])
                   if "_" not in value and value.lower() not in NO_SECTIONS]
    own = fold(title or "")
    candidates = [candidate for candidate in candidates
                  if not site.is_named(candidate.value or "") and fold(candidate.value or "") != own]
    if not candidates:
        return Choice(None)
    candidates.sort(key=lambda candidate: -candidate.score)
    return Choice(candidates[0].value, candidates[0].origin, None, tuple(candidates))


def _last_step(claims: Claims, title: str | None) -> str:
    """The last step between the home page and the page itself of the trail that the head states; "" for none."""
    for node in claims.nodes:
        listed = node.get("itemListElement") if "BreadcrumbList" in types_of(node) else None
        steps = [step for step in listed if isinstance(step, dict)] if isinstance(listed, list) else []
        names = [plain(step.get("name")) or plain(step.get("item")) or "" for step in steps]
        if len(names) > 2 and ("item" not in steps[-1] or fold(names[-1]) == fold(title or "")):
            return names[-2]
    return ""


def _between(outline: Outline, site: Site, title: str | None) -> list[str]:
    """What the title tag says between the title and the site's name: "Rates rise | News | Bank"."""
    first = next(iter(outline.all("title")), None)
    parts = [] if first is None else SEPARATOR.split(outline.text(first))
    named = [place for place, part in enumerate(parts) if site.is_named(part)]
    if not named or not title or fold(parts[0]) != fold(title):
        return []
    return parts[1:named[0]][-1:]


def _stated(claims: Claims, site: Site) -> Iterator[tuple[tuple[str, ...], str]]:
    """What the head states, most trusted first; `keywords` are for search engines, and no tags."""
    keywords = claims.own.get("keywords")
    listed = [text for value in (keywords if isinstance(keywords, list) else [keywords]) if (text := plain(value))]
    for values, origin in ((listed, "json-ld keywords"),
                           *((list(claims.meta.get(name, ())), f"meta {name}") for name in _STATED)):
        if 0 < len(topics := _split(values, site)) <= _MOST_STATED:
            yield topics, origin


def _parted(section: str) -> tuple[str, ...]:
    """The sections that one text lists: "Articles, Photography, Top lists", but "Agriculture, Fisheries and Food"."""
    parts = section.split(", ")
    alike = len(parts) > _LEAST_LISTED and not re.search(r" (?:and|&|und|et|y|e|i|en|og|och) ", parts[-1])
    return tuple(parts) if alike else (section,)


def _split(values: list[str], site: Site) -> tuple[str, ...]:
    texts = [html.unescape(value) for value in values]
    if len(texts) == 1 and not (", & " in texts[0] and is_label(texts[0])):     # several are tags each, with commas
        texts = texts[0].replace(";", ",").split(",")
    parts = [_SAID_TO_BE.sub("", text.strip()) for text in texts]
    parts = [part for part in parts if is_label(part) and not site.is_named(part) and not _FIELD.match(part)]
    unique = {fold(part): part for part in parts}
    return tuple(unique.values())[:MOST]
