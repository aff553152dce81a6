"""Outline -> whether nearly all that the page says stands in teasers: cards that each announce another page. Pure."""

from collections import defaultdict

from archive.urls import same_publisher
from crawler.parsing.outline import Outline

LEAST_TEASERS = 3
LEAST_HEADLINE = 12            # characters of a link that may be a headline
MOST_CARD = 1500               # characters of a card; what says more is an article
MOST_STEPS = 6                 # from a link up to its card
LEAST_PROSE = 80               # characters of a line that is prose
MOST_BESIDE = 400              # characters of prose beside the teasers: a word of welcome
SHARE_BESIDE = 0.15
_CARDS = frozenset({"li", "div", "article", "section", "tr", "dd"})
_HEADINGS = ("h2", "h3", "h4", "h5")
_EDGES = frozenset({"footer", "nav", "aside"})


def count_teasers(outline: Outline) -> int:
    """How many teasers the page consists of; 0 for a page that says something of its own."""
    cards = _teasers(outline)
    if len(cards) < LEAST_TEASERS:
        return 0
    within = beside = 0
    for run in outline.runs:
        if len(run.text) < LEAST_PROSE or run.link_chars * 3 >= len(run.text):
            continue
        around = [run.element, *outline.ancestors(run.element)]
        if not cards.isdisjoint(around):
            within += len(run.text)
        elif all(outline.tags[i] not in _EDGES for i in around):
            beside += len(run.text)
    return len(cards) if within and beside <= min(MOST_BESIDE, SHARE_BESIDE * within) else 0


def _teasers(outline: Outline) -> set[int]:
    """The cards: siblings of one kind, each headed by a link to a page of its own."""
    groups: defaultdict[tuple[int, str], dict[int, int]] = defaultdict(dict)   # siblings -> card -> its longest link
    for link in outline.all("a"):
        size = outline.size(link)
        if size < LEAST_HEADLINE:
            continue
        i = link
        for _ in range(MOST_STEPS):
            if i < 0:
                break
            if outline.tags[i] in _CARDS:
                group = groups[outline.parents[i], outline.tags[i]]
                known = group.get(i)
                if known is None or outline.size(known) < size:
                    group[i] = link
            i = outline.parents[i]
    found: set[int] = set()
    for group in groups.values():
        headed = [card for card, link in group.items() if _announces(outline, card, link)] \
            if len(group) >= LEAST_TEASERS else []
        targets = {outline.attributes[group[card]].get("href") for card in headed}
        if len(headed) >= LEAST_TEASERS and 5 * len(headed) >= 4 * len(group) and 10 * len(targets) >= 9 * len(headed):
            found.update(headed)
    return found


def _announces(outline: Outline, card: int, link: int) -> bool:
    """Whether the link heads the card, and leads to another page of the publisher."""
    said, headline = outline.text(card), outline.text(link)
    if len(said) > MOST_CARD:
        return False
    if not outline.all(*_HEADINGS, within=link) and not any(
            outline.tags[i] in _HEADINGS for i in outline.ancestors(link) if i > card):
        rest = said.removeprefix(headline)     # a link that begins a sentence is none
        if not 1 < len(rest) < len(said) or rest.lstrip()[:1].islower():
            return False
    own = outline.document.url
    target = outline.document.absolute(outline.attributes[link].get("href"))
    return target is not None and target != own.partition("#")[0] and same_publisher(target, own)
