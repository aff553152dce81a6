"""Grounds -> lists of other publications without a heading: cards repeated beside or after the body. Pure."""

import re
from bisect import insort
from collections import Counter
from collections.abc import Iterable, Iterator, Set

from archive.records import RelatedKind
from crawler.parsing.dates.months import is_month
from crawler.parsing.furniture.addresses import host_of, same_kind
from crawler.parsing.furniture.chrome import HEADINGS, PAGE_PARTS
from crawler.parsing.furniture.headline import is_headline, is_strong
from crawler.parsing.furniture.items import Item, read_items
from crawler.parsing.furniture.labels import list_kind
from crawler.parsing.furniture.marks import Mark
from crawler.parsing.furniture.offers import Offer, offers_within
from crawler.parsing.furniture.page import Grounds
from crawler.parsing.furniture.running_text import running_chars
from crawler.parsing.outline import Run, count_within

Make = tuple[str, str]    # tag and first class

_LEAST_CARDS = 3
_MOST_CARDS = 30
_LEAST_CHAPTERS = 4       # lists in a box that make a table of contents
_HOME = 2                 # slashes in the address of a site
_MOST_CLIMB = 8
_LINKED = 0.85               # share of such a list that is links
_MOST_BETWEEN = 1         # lines between two parts of a list
_MOST_OF_CARD = 600       # characters
_MOST_SUMMARY = 300       # characters of running text with one publication
_MOST_BESIDE = 5              # times the titles: other text in a list, such as sections and days
_PERIOD = re.compile(r"\W*([^\W\d]+)?\W*((?:19|20)\d\d)?\W*(?:\(\d+\))?\W*")     # "January", "2026 (14)"
_HOLDS_PERIOD = HEADINGS.keys() | {"li", "summary", "button"}


def find_repeated(grounds: Grounds, offers: list[Offer], taken: Set[int]
                  ) -> Iterator[tuple[list[Item], Iterable[int]]]:
    """Siblings of one make, each with one publication of the same kind as the page, outside the body."""
    outline = grounds.outline
    body, last = grounds.body
    seen: set[int] = set()
    kind: RelatedKind = "popular"
    stop = -1                                   # the first run behind the list before
    makes: dict[int, dict[Make, int]] = {}
    own = [offer.element for offer in offers if offer.key in grounds.own_keys]
    others = sorted(taken)
    for offer in offers:
        i = offer.element
        if (outline.inside(i, body) and i < last) or grounds.is_chrome(i):
            continue
        parent = _list_around(grounds, i, makes)
        if parent is None or parent in seen:
            continue
        seen.add(parent)
        if _is_archive(grounds, parent) or _is_chapter(grounds, parent, makes, own):
            continue
        if count_within(others, parent, outline.ends[parent]) or not taken.isdisjoint(outline.ancestors(parent)):
            continue
        if sum(same_kind(grounds.own, other.url) for other in offers_within(grounds, offers, parent)) < _LEAST_CARDS:
            continue
        runs = outline.numbers_in(parent)
        if not 0 <= runs.start - stop <= _MOST_BETWEEN:
            kind = _kind_of(grounds, parent)    # else an ad or nothing parts it from the list before
        stop = runs.stop
        every = read_items(grounds, (parent,), offers, kind)
        items = [item for item in every if _is_alike(grounds, item)]
        cards = sum(bool(offers_within(grounds, offers, child)) for child in outline.children(parent))
        if len(items) < _LEAST_CARDS or 2 * len(items) < cards:
            continue
        items = every if all(may_go_along(grounds, item) for item in every) else items
        if len(items) <= _MOST_CARDS and _is_list(grounds, parent, items):
            yield items, (parent,)
            if parent in taken:
                insort(others, parent)


def _is_alike(grounds: Grounds, item: Item) -> bool:
    """Whether an item is a publication of the page's kind: a short title will do in an `<article>` of its own."""
    title = item.related.title or ""
    named = is_strong(title) or (is_headline(title) and grounds.outline.tags[item.card] == "article")
    return named and same_kind(grounds.own, item.related.url or "")


def may_go_along(grounds: Grounds, item: Item) -> bool:
    """Whether a headline leads to another folder of the site, in a list where most are publications surely."""
    return is_strong(item.related.title or "") and host_of(item.related.url or "") == grounds.host


def find_listed(grounds: Grounds, offers: list[Offer]) -> Iterator[list[Item]]:
    """Lists amid the text of nothing but links to pages such as this one: "Here are some guides you might find useful".

    They stay in the text, whose words lead to them.
    """
    outline = grounds.outline
    for parts, count in (*_bulleted(grounds), *_linked_paragraphs(grounds)):
        inside = [offer for part in parts for offer in offers_within(grounds, offers, part)]
        if not inside or len({offer.key for offer in inside}) < count or grounds.is_chrome(parts[0]) or not all(
                same_kind(grounds.own, offer.url) for offer in inside):
            continue
        lines = [line for part in parts for line in outline.runs_in(part)]
        titles = [grounds.text(offer.element) for offer in inside]
        linked = sum(line.link_chars for line in lines) + sum(_kicker_chars(grounds, part) for part in parts)
        if 2 * sum(map(is_strong, titles)) > len(titles) and not _are_steps(titles) and (
                linked >= _LINKED * sum(len(line.text) for line in lines)):
            yield read_items(grounds, parts, offers, "related")


def _kicker_chars(grounds: Grounds, part: int) -> int:
    """Characters of the bold words right before links: "**Drones:** What ports fear", which belong to the headline."""
    outline = grounds.outline
    return sum(outline.size(i) for i in outline.all("strong", "b", within=part)
               if outline.ends[i] < outline.ends[part] and outline.tags[outline.ends[i]] == "a"
               and outline.parents[outline.ends[i]] == outline.parents[i])


def _bulleted(grounds: Grounds) -> Iterator[tuple[tuple[int, ...], int]]:
    """The lists amid the text, and how many entries each has."""
    for i in grounds.outline.all("ul", "ol", within=grounds.body[0]):
        if i > grounds.text_end:
            return
        if (count := sum(1 for _ in grounds.outline.children(i))) >= _LEAST_CARDS:
            yield (i,), count


def _linked_paragraphs(grounds: Grounds) -> Iterator[tuple[tuple[int, ...], int]]:
    """Several paragraphs on end that are a link each."""
    outline, parts = grounds.outline, list[int]()
    for run in outline.runs_in(grounds.body[0]):
        i = run.element
        alone = run.link_chars >= len(run.text) and outline.tags[i] == "p"
        if alone and (not parts or outline.parents[i] == outline.parents[parts[0]]):
            parts.append(i)
            continue
        if len(parts) >= _LEAST_CARDS:
            yield tuple(parts), len(parts)
        parts = [i] if alone else []
    if len(parts) >= _LEAST_CARDS:
        yield tuple(parts), len(parts)


def _kind_of(grounds: Grounds, parent: int) -> RelatedKind:
    """What cards are that no known heading announces: related in or right below the text, else the newest.

    So are those below "More …", below a heading that names a topic, and below the section that the page lies in.
    """
    outline = grounds.outline
    before = outline.run_from(outline.starts[parent])
    above = outline.runs[before - 1] if before else None
    ends_text = above is not None and running_chars(above.text, above.link_chars) > 0
    says_more = above is not None and list_kind(above.text.partition(" ")[0]) == "related"
    container, last = grounds.body
    around = [i for i in (parent, *outline.ancestors(parent)) if not outline.inside(last, i)]
    beside = any(outline.tags[i] == "aside" or grounds.marks[i] & Mark.SIDE for i in around)
    of_text = (ends_text or outline.inside(parent, container)) and not beside and parent > last
    of_topic = above is not None and not beside and not above.link_chars and outline.tags[above.element] in HEADINGS
    return "related" if says_more or of_text or of_topic or _names_section(grounds, above) else "popular"


def _is_archive(grounds: Grounds, parent: int) -> bool:
    """Whether a heading, link or entry above the cards names a year or month: the archive lists all there is."""
    outline = grounds.outline
    before = outline.run_from(outline.starts[parent])
    above = outline.runs[before - 1] if before else None
    named = _PERIOD.fullmatch(above.text) if above is not None else None
    if above is None or named is None or not (named[1] or named[2]) or (named[1] and not is_month(named[1].lower())):
        return False
    return above.link_chars > 0 or outline.tags[above.element] in _HOLDS_PERIOD


def _is_chapter(grounds: Grounds, parent: int, makes: dict[int, dict[Make, int]], own: list[int]) -> bool:
    """Whether the list is one of several of its make in a box that links to the page, too: those of a course."""
    box = max(grounds.outline.parents[parent], 0)
    if box not in makes:
        makes[box] = _makes_in(grounds, box)
    return makes[box][_make(grounds, parent)] >= _LEAST_CHAPTERS and (
        count_within(own, box, grounds.outline.ends[box]) > 0)


def _names_section(grounds: Grounds, above: Run | None) -> bool:
    """Whether a line is a link to a folder that the page lies in: "Entertaining"."""
    links = grounds.outline.links_in(above) if above is not None and above.link_chars >= len(above.text) else []
    return any(_is_folder(grounds.url_of.get(i, ""), grounds.own) for i in links)


def _is_folder(url: str, own: str) -> bool:
    return url.rstrip("/").count("/") > _HOME and own.startswith(url.rstrip("/") + "/")


def _is_list(grounds: Grounds, parent: int, items: list[Item]) -> bool:
    """Whether the element holds headlines and summaries and no text of the page's own."""
    titles = sum(len(item.related.title or "") for item in items)
    if _are_steps([item.related.title or "" for item in items]):
        return False
    prose = grounds.prose(parent)
    if prose > _MOST_SUMMARY * len(items) or grounds.chars(parent) - prose > _MOST_BESIDE * titles + _MOST_SUMMARY:
        return False
    return not grounds.ends_text(parent)


def _are_steps(titles: list[str]) -> bool:
    """Whether most titles are whole sentences ("Ask the owner who pays."), and none cut short."""
    return 2 * sum(title.endswith(".") and not title.endswith("..") for title in titles) > len(titles)


def _list_around(grounds: Grounds, i: int, makes: dict[int, dict[Make, int]]) -> int | None:
    """The nearest element around anchor `i` with three or more children of one make, None where there is none."""
    outline = grounds.outline
    child = i
    for parent in outline.ancestors(i, _MOST_CLIMB):
        if outline.tags[parent] in PAGE_PARTS and not _is_card(grounds, parent):
            return None
        if parent not in makes:
            makes[parent] = _makes_in(grounds, parent)
        if makes[parent][_make(grounds, child)] >= _LEAST_CARDS:
            return parent if grounds.prose(parent) <= _MOST_SUMMARY * _MOST_CARDS else None
        child = parent
    return None


def _is_card(grounds: Grounds, i: int) -> bool:
    """Whether an article is no more than a card of another one."""
    return grounds.outline.tags[i] == "article" and grounds.chars(i) <= _MOST_OF_CARD and not grounds.holds(i, "h1")


def _make(grounds: Grounds, i: int) -> Make:
    """The tag and the first class of an element."""
    return grounds.outline.tags[i], grounds.outline.names[i].partition(" ")[0]


def _makes_in(grounds: Grounds, parent: int) -> dict[Make, int]:
    """How many children of each make an element has."""
    return Counter(_make(grounds, i) for i in grounds.outline.children(parent))
