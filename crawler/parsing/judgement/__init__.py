"""Outline and claims -> whether the page is a publication, and if not, what it is and why. Pure.

Plain signs come first: an error status, a soft 404, a login wall, search results, a home page. All else is scored by
a small tree model over the figures of `shape.py`; a page is refused from `REFUSED_FROM` on, and one that describes
itself as a publication in so many words only from `CLAIMED_REFUSED_FROM` or `CITED_REFUSED_FROM` on: to refuse a
publication is the worse error.

    shape       what kind of page it is, in figures
    walls       errors, walls and notices of few words
    site_pages  what every site has besides its publications, by its heading
    teasers     pages that say nothing but what others hold
    words       the words that tell kinds of pages
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from crawler.parsing.choice import Candidate, Choice
from crawler.parsing.claims import Claims
from crawler.parsing.json_ld import types_of
from crawler.parsing.judgement.shape import read_shape, telling
from crawler.parsing.judgement.site_pages import read_entry, read_site_page
from crawler.parsing.judgement.teasers import count_teasers
from crawler.parsing.judgement.walls import Wall, read_wall, said_missing
from crawler.parsing.outline import Outline
from crawler.parsing.small_trees import SmallTrees, load_trees

REFUSED_FROM = 0.5
CLAIMED_REFUSED_FROM = 0.65
CITED_REFUSED_FROM = 0.9      # of one that tells how to cite it, in the words of repositories
ENTRY_REFUSED_FROM = 0.35     # of what stands without a day in a folder of events, people or vacancies
LEAST_SIGNS = 1.0             # a page without cards, links, posts or prices is none of what is refused by shape
MODEL = "judgement/model.json"
_FEW_PARAGRAPHS = 3
_LONGEST_ERROR, _MOST_ADVICE = 60, 8      # characters of a heading; paragraphs below it
_ERROR = re.compile(
    r"\b(?:page|file|document|content|article|site)s? (?:was |is |can ?not be |could not be |can't be )?not found\b|"
    r"\b(?:can ?not|could not|can't) be found\b|"
    r"\b(?:can ?not|can['’]t|could(?: not|n['’]t)|unable to) find (?:the|that|this|your) page\b|"
    r"\bpage (?:that )?you(?: a|['’])re (?:looking|searching|trying)|"
    r"\b(?:this|that|the) page is(?: not|n['’]t) (?:here|there|available)\b|"
    r"\b(?:error )?404\b|\bpage (?:does not|doesn't) exist|\bno longer (?:available|exists)|\baccess denied\b|"
    r"\bpage (?:you requested|unavailable)|\b(?:403|500|502|503) (?:error|forbidden|internal|bad|service)|"
    r"just a moment|attention required|"
    r"are you (?:a )?(?:human|robot)|verify you are human|checking your browser", re.IGNORECASE)
_RESULTS = re.compile(
    r"\bsearch\b|\bresults?\b|suchergebnis|recherche|résultats|resultados|búsqueda|risultati|zoekresultaten|"
    r"поиск|検索|搜索|wyniki|sökresultat|hakutulokset", re.IGNORECASE)
_NAMES = {"listing": "an index or listing", "forum": "a forum or discussion thread", "product": "a product page",
          "search": "search results", "login": "a login page", "error": "an error page", "home": "a home page",
          "gallery": "a gallery of images or videos"}


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether a page is a publication."""

    kind: str                 # "publication", or what else it is: "listing", "forum", "product", "error", …
    reason: str               # in words, with the figures that told
    score: float              # how likely it is no publication, 0-1
    limit: float              # refused from this score on

    @property
    def refusal(self) -> str | None:
        """What to say of a page that is refused; None for a publication."""
        return None if self.kind == "publication" else self.reason

    def choice(self) -> Choice[str]:
        """The judgement as a choice, for evidence and `--explain`."""
        other = Candidate("no publication", f"refused from {self.limit:.2f} on", round(self.score, 3))
        kept = Candidate("publication", "shape of the page", round(1 - self.score, 3))
        candidates = (kept, other) if self.kind == "publication" else (other, kept)
        return Choice(self.kind, self.reason, None, candidates)


def judge(outline: Outline, claims: Claims, *, status: int = 200, signed: bool = False, dated: bool = True,
          trees: SmallTrees | None = None) -> Judgement:
    """What the page is; `trees` stand in where a model is being tried.

    `signed`: it shows a date and who wrote it; `dated`: a day stands beside its title.
    """
    shape = read_shape(outline, claims)
    limit = CITED_REFUSED_FROM if _is_cited(claims) else \
        CLAIMED_REFUSED_FROM if _claims_publication(claims, shape) else REFUSED_FROM
    if plain := _plain_sign(outline, shape, status, limit):
        return plain
    if limit == REFUSED_FROM and (teasers := count_teasers(outline, dated=dated)):
        return _refused("listing", f"an index or listing: {teasers} teasers of other pages and hardly a word besides",
                        limit)
    score = (trees or load_trees(MODEL)).probability(shape)
    kind, signs = _kind(shape | {"json-ld thread": 0.0} if _answers_questions(claims) else shape)
    if signed and limit == REFUSED_FROM:
        limit = CLAIMED_REFUSED_FROM
    nearly = limit if dated else min(limit, ENTRY_REFUSED_FROM)
    if score >= nearly and signs < LEAST_SIGNS and (entry := read_entry(outline.document.url, outline.heading)):
        return Judgement("site", f"{entry}: its folder says so, and it says little", score, limit)
    if score < limit or signs < LEAST_SIGNS:
        return Judgement("publication", f"shape of the page: {telling(shape, 'publication')}", score, limit)
    return Judgement(kind, f"looks like {_NAMES[kind]}: {telling(shape, kind)} (score {score:.2f}, refused from "
                           f"{limit:.2f} on)", score, limit)


def read_notice(outline: Outline, wall: Wall | None) -> str | None:
    """What stands in the place of a page, in words; None where neither its headings nor its `wall` says so."""
    if said := _said_error(_heads(outline)):
        return f"an error page that says “{said}”"
    return wall[1] if wall and wall[0] == "error" else None


def _plain_sign(outline: Outline, shape: Mapping[str, float], status: int, limit: float) -> Judgement | None:
    """The judgement of a page that one sign settles."""
    few = shape["paragraphs"] <= _FEW_PARAGRAPHS
    headings = _heads(outline)
    if status >= 400:
        return _refused("error", f"the server answered with status {status}", limit)
    if few and (said := _said_error(headings)):
        return _refused("error", f"an error page that says “{said}”", limit)
    if limit > REFUSED_FROM:
        return None
    if shape["paragraphs"] <= _MOST_ADVICE and (heading := _headed_as_error(outline)):
        return _refused("error", f"an error page headed “{heading}”", limit)
    if few and (wall := read_wall(outline)):
        return _refused(*wall, limit)
    if shape["password fields"] and few:
        return _refused("login", f"a login page: a password field and {round(shape['paragraphs'])} paragraphs", limit)
    if (shape["search in the address"] or shape.get("json-ld search")) and _RESULTS.search(headings):
        return _refused("search", "search results: a search in the address and in the title", limit)
    if site_page := read_site_page(outline, few=few):
        return _refused(*site_page, limit)
    if shape["address is a home page"] and not shape["search in the address"] and "?" not in outline.document.url:
        return _refused("home", "a home page: the address has no path", limit)
    return None


def _heads(outline: Outline) -> str:
    return " | ".join(outline.text(i)[:160] for i in [*outline.all("title")[:1], *outline.all("h1")[:2]])


def _headed_as_error(outline: Outline) -> str | None:
    """The heading, where it says hardly more than that nothing was found: advice and teasers may stand below it."""
    heading = outline.heading
    said = _said_error(heading) if len(heading) <= _LONGEST_ERROR else None
    return heading if said and 2 * len(said) >= len(heading) else None


def _said_error(heading: str) -> str | None:
    found = _ERROR.search(heading)
    return found[0] if found else said_missing(heading)


def _refused(kind: str, reason: str, limit: float) -> Judgement:
    return Judgement(kind, reason, 1.0, limit)


def _is_cited(claims: Claims) -> bool:
    """Whether the page describes itself as a publication by citation tags."""
    return any(title in claims.meta and not rest.isdisjoint(claims.meta) for title, rest in _CITED.items())


def _claims_publication(claims: Claims, shape: Mapping[str, float]) -> bool:
    """Whether the page describes itself as a publication: as a dated or signed article."""
    if shape["address is a home page"] or shape["json-ld product"] or shape["json-ld thread"]:
        return False
    article = not _SURE_TYPES.isdisjoint(types_of(claims.own)) or bool(shape["og:type article"])
    return article and bool(shape["claims a date of publication"])


_CITED = {                     # title, and what stands beside it, as repositories tell search engines
    "citation_title": frozenset({"citation_author", "citation_date", "citation_publication_date"}),
    "bepress_citation_title": frozenset({"bepress_citation_author", "bepress_citation_date"}),
    "eprints.title": frozenset({"eprints.creators_name", "eprints.date"})}
_SURE_TYPES = frozenset(
    "Article NewsArticle Report ScholarlyArticle BlogPosting AnalysisNewsArticle OpinionNewsArticle TechArticle "
    "ReportageNewsArticle BackgroundNewsArticle ReviewNewsArticle Legislation PolicyDocument GovernmentPublication "
    "Thesis".split())


def _answers_questions(claims: Claims) -> bool:
    """Whether the page calls itself one of questions with their answers, whose questions make no thread."""
    return any("FAQPage" in types_of(node) for node in claims.nodes[:100])


def _kind(shape: Mapping[str, float]) -> tuple[str, float]:
    """What a refused page most looks like, and how many signs of it there are: 0 on a bare page."""
    get = shape.get
    forum = get("words of forum", 0) + get("class words of forum", 0) / 2 + 3 * get("json-ld thread", 0) \
        + 2 * get("address words of forum", 0)
    product = get("words of product", 0) + get("class words of product", 0) / 2 + 3 * get("json-ld product", 0) \
        + 3 * get("og:type product", 0) + get("address words of product", 0) + get("prices", 0) / 2
    listing = get("cards with a heading", 0) + get("words of listing", 0) + 3 * get("json-ld listing", 0) \
        + 2 * get("address words of listing", 0) + get("class words of listing", 0) / 2 + get("headline links", 0) / 2
    if not (get("cards") or get("cards with a heading") or get("headline links") or get("json-ld listing")):
        listing = 0.0                          # its words may be those of any page
    gallery = 2 * get("images", 0) + get("videos", 0) - 2 * get("lines", 0) if get("paragraphs", 0) < 2 else 0.0
    scores = {"listing": listing, "forum": forum, "product": product, "gallery": gallery}
    best = max(scores, key=lambda kind: scores[kind])
    if scores[best] < LEAST_SIGNS:             # a bare list: entries alike, without headings, that are links
        return "listing", get("cards", 0) * get("share of text in links", 0)
    return best, scores[best]
