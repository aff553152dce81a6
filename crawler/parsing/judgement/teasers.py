"""Outline -> whether nearly all that the page says stands in teasers: cards that each announce another page. Pure."""

import re
from collections import Counter, defaultdict

from archive.urls import same_publisher
from crawler.parsing.outline import Outline, Run

LEAST_TEASERS = 3
LEAST_HEADLINE = 12            # characters of a link that may be a headline
MOST_CARD = 1500               # characters of a card; what says more is an article
MOST_STEPS = 6                 # from a link up to its card
LEAST_PROSE = 80               # characters of a line that is prose
MOST_BEFORE = 60               # characters of a card before its headline: a day, and what kind of text it is
LEAST_DIGITS = 3               # "2 May 25"
MOST_BESIDE = 400              # characters of prose beside the teasers: a word of welcome
SHARE_BESIDE = 0.15
_PEOPLE = re.compile(r"/(?:members?|people|person|persons|mps?|senators?|deputies|deput\w+|abgeordnete\w*|diputad\w+|"
                     r"speakers?|mitglieder|membres?|profiles?|biograph\w+|authors?)/[^/]")
_CARDS = frozenset({"li", "div", "article", "section", "tr", "dd"})
_HEADINGS = ("h2", "h3", "h4", "h5")
_EDGES = frozenset({"footer", "nav", "aside"})
_BOUNDS = _CARDS | _EDGES


def count_teasers(outline: Outline, *, dated: bool) -> int:
    """How many teasers the page consists of; 0 for a page that says something of its own.

    One without a day of its own says so with more: the page of a topic may introduce it with a paragraph.
    """
    prose = [run for run in outline.runs if len(run.text) >= LEAST_PROSE and run.link_chars * 3 < len(run.text)]
    if _holds_article(outline, prose):
        return 0
    cards = set().union(*(_headed(outline, group) for group in _groups(outline)))
    within = beside = 0
    for run in prose if cards else ():
        around = [run.element, *outline.ancestors(run.element)]
        if not cards.isdisjoint(around):
            within += len(run.text)
        elif _EDGES.isdisjoint(outline.tags[i] for i in around):
            beside += len(run.text)
    return len(cards) if within and beside <= min(MOST_BESIDE, (SHARE_BESIDE if dated else 1) * within) else 0


def _holds_article(outline: Outline, prose: list[Run]) -> bool:
    """Whether a box holds more prose than a card may, so that there is no need to look for cards."""
    tags, parents = outline.tags, outline.parents
    said: Counter[int] = Counter()
    for run in prose:
        i = run.element
        while i > 0 and tags[i] not in _BOUNDS:
            i = parents[i]
        if tags[i] in _CARDS:
            said[i] += len(run.text)
    return any(size > MOST_CARD and _EDGES.isdisjoint(tags[above] for above in outline.ancestors(i))
               for i, size in said.items())


def _groups(outline: Outline) -> list[dict[int, int]]:
    """Siblings of one tag that each hold a link as long as a headline: card -> the longest of its links."""
    groups: defaultdict[tuple[int, str], dict[int, int]] = defaultdict(dict)
    tags, parents, sizes = outline.tags, outline.parents, {}
    for link in outline.all("a"):
        size = sizes[link] = outline.size(link) or len(_said_over(outline, link))
        if size < LEAST_HEADLINE:
            continue
        for i in (link, *outline.ancestors(link, MOST_STEPS - 1)):
            if tags[i] in _CARDS or tags[i] == "p":
                group = groups[parents[i], tags[i]]
                if i not in group or sizes[group[i]] < size:
                    group[i] = link
    return [group for group in groups.values() if len(group) >= LEAST_TEASERS]


def _said_over(outline: Outline, link: int) -> str:
    """What is said of a link without a text, which is laid over its card."""
    return outline.attributes[link].get("aria-label") or ""


def _headed(outline: Outline, group: dict[int, int]) -> list[int]:
    """The cards of a group that announce other pages, where nearly all do, and nearly each another one."""
    headed = [card for card, link in group.items() if _announces(outline, card, link)]
    targets = {outline.attributes[group[card]].get("href") for card in headed}
    all_do = len(headed) >= LEAST_TEASERS and 5 * len(headed) >= 4 * len(group) and 10 * len(targets) >= 9 * len(headed)
    return headed if all_do else []


def _tells_a_day(before: str) -> bool:
    return len(before) <= MOST_BEFORE and sum(map(str.isdigit, before)) >= LEAST_DIGITS


def _announces(outline: Outline, card: int, link: int) -> bool:
    """Whether the link heads the card, and leads to another page of the publisher."""
    said, headline = outline.text(card), outline.text(link)
    if len(said) > MOST_CARD:
        return False
    if not headline and not outline.all(*_HEADINGS, within=card):
        return False
    if headline and not outline.all(*_HEADINGS, within=link) and not any(
            outline.tags[i] in _HEADINGS for i in outline.ancestors(link) if i > card):
        before, _, rest = said.partition(headline) if headline else ("", "", "")   # one that begins a sentence is none
        if len(rest) < 2 or rest.lstrip()[:1].islower() or (before and not _tells_a_day(before)):
            return False
    own = outline.document.url
    target = outline.document.absolute(outline.attributes[link].get("href"))
    return target is not None and target != own.partition("#")[0] and same_publisher(target, own) and not (
        _PEOPLE.search(target))       # who speaks in a debate
