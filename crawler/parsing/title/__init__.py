"""Outline, claims and site -> the title: the likeliest of the headlines on offer. Pure.

Every candidate's features are weighed; the weights, `model.json`, are learned from pages whose title is known
(tests/benchmarks/train_title.py). In cross-validation by host the winner is right on 0.90 of general articles,
where the first `h1` is on 0.77 and `og:title` on 0.48.

    candidates    the headlines on offer; plain: those of pages without headings
    comparison    what speaks for each beside the others
    dek           the standfirst below the one that won
    standing      where such a line stands
"""

from dataclasses import replace
from functools import cache

from crawler.parsing.choice import Candidate, Choice, best_of
from crawler.parsing.claims import Claims
from crawler.parsing.outline import Outline
from crawler.parsing.site import Site, fold
from crawler.parsing.title.candidates import offers
from crawler.parsing.word_files import load_json

_UNSEEN = frozenset({"title", "option"})
# Told by reason: the pages that the weights are learned from show few or none of these.
_PRIORS = {"unnamed": -3.5,
           "says more than the head": -4.0, "citation": 1.0, "labelled": 5.0, "glued": -3.0, "is site": -1.0,
           "is site, title told": -2.0,
           "names a section": -1.0, "ends with site": -9.0, "ends with section": -9.0,
           "plain headline": 2.0, "number of an act": 1.0, "named headline": 0.5, "behind a lead": 0.3,
           "tears a heading": -3.0, "plain headline, behind a lead": 1.2, "below a section": 4.0,
           "title tag without subtitle": 3.0}
_MOST_HEADINGS, _FEWEST_SPACES = 40, 2         # that are looked at for the title; of words that say a part of it
_FEWEST_POINTS = -4.0         # a candidate below is a menu entry or the site's name, and no title at all


def find_title(outline: Outline, claims: Claims, site: Site) -> Choice[str | None]:
    """The headline without the site's name; value None where the page has none.

    `shown` are the headings that say it, so that the body can leave them out.
    """
    best = best_of((Candidate(offer.text, offer.origin, _score(offer.features), offer.element)
                    for offer in offers(outline, claims, site)), _FEWEST_POINTS)
    if best.value is None:
        return best
    said = title_elements(outline, best.value)
    element = best.element if best.element is not None else next(iter(said), None)
    if len(said) > 1 and element is not None and _in_menu(outline, element):      # the bar that stays above the text
        element = next((i for i in said if not _in_menu(outline, i)), element)
    return replace(best, element=element, elements=said)


def _in_menu(outline: Outline, i: int) -> bool:
    return any(outline.tags[above] == "nav" for above in outline.ancestors(i))


def title_elements(outline: Outline, title: str) -> tuple[int, ...]:
    """The first- and second-level headings that say the title and nothing else; where none does, the first line."""
    key = fold(title)
    headings = tuple(i for i in outline.all("h1", "h2")[:_MOST_HEADINGS]
                     if outline.may_be_label(i) and fold(outline.text(i)) == key)
    if headings or not key:
        return headings
    line = next((run for run in outline.runs if run.text == title and outline.tags[run.element] not in _UNSEEN), None)
    return () if line is None else tuple(outline.alone(line))[:1]


def heading_of(outline: Outline, title: Choice[str | None]) -> int | None:
    """The element that shows the title; else the first heading, or one that says more or less of it; None without."""
    if title.element is not None:
        return title.element
    if first := next(iter(title.elements or outline.all("h1")), None):
        return first
    told = fold(title.value or "")
    return next((i for i in outline.all("h2")[:_MOST_HEADINGS] if _says_part(outline, i, told)), None)


def _says_part(outline: Outline, i: int, told: str) -> bool:
    """Whether a heading begins with the folded title, or that with all of the heading, where they are several words."""
    said = fold(outline.text(i)) if outline.may_be_label(i) else ""
    shorter = min(said, told, key=len)
    return shorter.count(" ") >= _FEWEST_SPACES and (said.startswith(told) or told.startswith(said))


def _score(features: set[str]) -> float:
    weights = _weights()
    return round(sum(weights.get(feature, 0.0) for feature in features), 2)


@cache
def _weights() -> dict[str, float]:
    """Feature -> how much it counts; those told by reason beside those learned."""
    learned: dict[str, float] = load_json("title/model.json")
    return {name: learned.get(name, 0.0) + _PRIORS.get(name, 0.0) for name in (*learned, *_PRIORS)}
