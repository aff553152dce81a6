"""A part of the page that lists publications -> the publications, one a cell. Pure."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from archive.records import Related, RelatedKind
from crawler.parsing.furniture.addresses import is_named, same_kind
from crawler.parsing.furniture.cells import Cell, read_cells
from crawler.parsing.furniture.chrome import HEADINGS
from crawler.parsing.furniture.details import day_of, with_details
from crawler.parsing.furniture.headline import is_heading, is_headline, is_more, is_strong, leads_to_all, letters_of
from crawler.parsing.furniture.labels import ad_label, list_kind
from crawler.parsing.furniture.link_text import headline_in
from crawler.parsing.furniture.marks import Mark
from crawler.parsing.furniture.offers import Offer, offers_within
from crawler.parsing.furniture.page import Grounds
from crawler.parsing.furniture.rows import row_of, stands_alone
from crawler.parsing.outline import count_within

_NAMED = re.compile(r"title|headline|heading|(?<![a-z])ttl(?![a-z])")
_MAY_NAME = ("title", "head", "ttl")
_BESIDE = re.compile(r"(?:sub|pre|top|over|super|upper)[-_]?(?:title|headline)(?!\d)")     # of a title, none itself
_LABEL = re.compile(r"(?<![a-z])(?:category|kicker|eyebrow|overline|topic)(?![a-z])")    # <h4 class="card-category">
_SAY = ("title", "aria-label")
_NAMED_LEVEL = 7          # of a heading by name alone
_LABEL_TAGS = frozenset({"span", "small", "em", "b", "strong", "i", "div", "p"})
_RANKED = re.compile(r"#?(\d{1,2})[.):]?\s+(\D.*)")
_STOPS = frozenset(".。।")
_MOST_ALIKE = 3           # titles of a list
_LEAST_SHORT = 3          # letters of a title of a word or two
_MOST_LABEL = 40          # characters of "Sponsored content"
_BOXES_OF_PAID = 2        # elements around a card, one of which may be named "sponsored"


class Item(NamedTuple):
    """One publication offered, and the first element of its cell."""

    related: Related
    key: str
    card: int
    parts: tuple[int, ...] = ()   # the elements to read details from, where that is still to be done


def read_items(grounds: Grounds, parts: tuple[int, ...], offers: list[Offer], kind: RelatedKind) -> list[Item]:
    """The publications offered inside the elements `parts`, each once, in document order."""
    found: dict[str, Item] = {}
    inside = [offer for part in parts for offer in offers_within(grounds, offers, part)
              if stands_alone(grounds, offer.element)]
    short: list[Item] = []
    for part in parts:
        for cell in read_cells(grounds, part, inside):
            cell = _with_text(grounds, cell)
            if _is_paid(grounds, cell):
                continue
            if item := _item(grounds, cell, kind):
                found.setdefault(item.key, item)
            elif item := _short_item(grounds, cell, kind):
                short.append(item)
    return _without_ranks(_with_short(grounds, _without_headings(list(found.values())), short))


def _without_headings(items: list[Item]) -> list[Item]:
    """The publications without those that bear one title: that of the list they stand in."""
    told = Counter(item.related.title for item in items)
    return [item for item in items if item.related.title is None or told[item.related.title] < _MOST_ALIKE]


def _without_ranks(items: list[Item]) -> list[Item]:
    """The publications without the numbers that their titles begin with, where these count them: "1 Rates rise"."""
    found = [_RANKED.match(item.related.title or "") for item in items]
    ranks = [match[1] if match else "" for match in found]
    sure = len(items) > 1 or all((item.related.title or "").startswith("#") for item in items)
    if not sure or ranks != [str(number) for number in range(1, len(items) + 1)]:
        return items
    return [item._replace(related=replace(item.related, title=match[2]))
            for item, match in zip(items, found, strict=True) if match]


def _short_item(grounds: Grounds, cell: Cell, kind: RelatedKind) -> Item | None:
    """The publication of a cell whose one link says a word or two: "Fares"."""
    offer = cell.offers[0]
    if len(cell.offers) != 1 or offer.key in grounds.own_keys:
        return None
    lines = _title_lines(grounds, offer.element)
    if len(lines) != 1 or letters_of(lines[0]) < _LEAST_SHORT or is_more(lines[0]) or list_kind(lines[0]):
        return None
    return Item(Related(kind, offer.url, lines[0]), offer.key, cell.parts[0], cell.parts)


def _with_short(grounds: Grounds, items: list[Item], short: list[Item]) -> list[Item]:
    """The publications, and those of short titles whose address is like the page's own and theirs, or with a day."""
    known = {item.key for item in items}
    kept = []
    for item in short:
        if item.key in known or not _are_alike(item.related.url or "", grounds.own):
            continue
        url = item.related.url or ""
        if not (is_named(url) or any(_are_alike(url, other.related.url or "") for other in items)):
            item = detailed(grounds, item)
            if item.related.published is None:
                continue
        kept.append(item)
    return sorted(items + kept, key=lambda item: item.card) if kept else items


def _are_alike(one: str, other: str) -> bool:
    return same_kind(one, other) or same_kind(other, one)


def _with_text(grounds: Grounds, cell: Cell) -> Cell:
    """The cell with the element after it, where its link was closed early and holds a picture alone."""
    outline = grounds.outline
    if outline.tags[cell.parts[0]] == "dd" and (term := _term(grounds, cell.parts[0])) is not None:
        return Cell((term, *cell.parts), cell.offers)
    if outline.tags[cell.parts[-1]] == "dt":
        return Cell((*cell.parts, *_described(grounds, cell.parts[-1])), cell.offers)
    last = cell.parts[-1]
    beside = outline.ends[last]
    if any(grounds.chars(part) for part in cell.parts) or beside >= outline.ends[outline.parents[last]]:
        return cell
    linked = count_within(outline.by_tag.get("a", ()), beside, outline.ends[beside])
    return cell if linked or not grounds.chars(beside) else Cell((*cell.parts, beside), cell.offers)


def _term(grounds: Grounds, i: int) -> int | None:
    """The term that a description follows: the day of a list of news."""
    outline = grounds.outline
    before = outline.before(i)
    is_term = before is not None and outline.tags[before] == "dt" and not outline.all("a", within=before)
    return before if is_term else None


def _described(grounds: Grounds, term: int) -> Iterator[int]:
    """The descriptions below a term that hold no link: day and summary of a list of news."""
    outline = grounds.outline
    i = outline.ends[term]
    while i < outline.ends[outline.parents[term]] and outline.tags[i] == "dd" and not count_within(
            outline.by_tag.get("a", ()), i, outline.ends[i]):
        yield i
        i = outline.ends[i]


def _is_paid(grounds: Grounds, cell: Cell) -> bool:
    outline = grounds.outline
    if any(grounds.inherited(part, _BOXES_OF_PAID) & Mark.SPONSORED for part in cell.parts):
        return True
    leaves = (i for part in cell.parts for i in range(part, outline.ends[part]) if outline.ends[i] == i + 1
              and outline.tags[i] in _LABEL_TAGS)
    if any(0 < outline.size(i) <= _MOST_LABEL and ad_label(grounds.text(i)) in {"ad", "sponsored"} for i in leaves):
        return True
    return any(ad_label(text) == "sponsored" or ad_label(text.partition(" ")[0]) is not None
               for part in cell.parts for text in grounds.lines(part))


def _item(grounds: Grounds, cell: Cell, kind: RelatedKind) -> Item | None:
    """The cell's publication: its headline, and the address most of the cell leads to."""
    by_key: dict[str, list[int]] = {}
    for offer in cell.offers:
        by_key.setdefault(offer.key, []).append(offer.element)
    titles = {key: _title_in_links(grounds, anchors) or _spoken_title(grounds, anchors)
              for key, anchors in by_key.items()}
    key = max(by_key, key=lambda key: (is_strong(titles[key] or ""), bool(titles[key]), len(by_key[key])))
    title = titles[key]
    linked = title is not None
    if title is None and any(leads_to_all(grounds.text(i)) for i in by_key[key]):
        return None                                      # "All articles", below the heading of a list
    if title is None or not is_strong(title):
        said = _title_in_cell(grounds, cell, by_key[key])
        is_named = said is not None and said in _headings_in(grounds, cell)
        is_summary = title is not None and said is not None and said[-1] in _STOPS and not is_named
        if title is None or is_named or not (title in (said or "") or is_summary):     # no "Short headline 11/03/2026"
            linked, title = linked or is_named, said or title
    if title is not None and not linked and title[-1] in _STOPS and (short := _short_item(grounds, cell, kind)):
        return detailed(grounds, short)                  # the line is a summary, and the link its short headline
    if title is not None and not is_strong(title) and grounds.own_keys & by_key.keys():
        return None
    first = next(offer for offer in cell.offers if offer.key == key)
    item = Item(Related(kind, first.url, title), key, cell.parts[0], cell.parts)
    if title is not None and linked:
        return item
    item = detailed(grounds, item, is_linked=False)
    return item if item.related.title or item.related.summary else None


def detailed(grounds: Grounds, item: Item, *, is_linked: bool = True) -> Item:
    """The item with section, day and summary, where these were not read yet."""
    if not item.parts:
        return item
    lines = [line for part in item.parts for line in row_of(grounds, part) or grounds.lines(part)]
    related = with_details(grounds, item.related, item.parts, lines, is_linked=is_linked)
    return Item(related, item.key, item.card)


def _title_in_links(grounds: Grounds, anchors: list[int]) -> str | None:
    """The headline inside the links: in a heading or in a link that a heading holds, else a line of its own."""
    outline = grounds.outline
    if heading := _highest([found for i in anchors for found in _headings(grounds, i + 1, outline.ends[i])]):
        return heading
    held = [i for i in anchors if outline.tags[outline.parents[i]] in HEADINGS]
    may_be = is_heading if held else is_headline
    return _best(line for i in held or anchors if (line := next(
        (line for line in _title_lines(grounds, i) if may_be(line) and not day_of(line, grounds.month_first)), None)))


def _spoken_title(grounds: Grounds, anchors: list[int]) -> str | None:
    """The headline that links laid over a card say to screen readers."""
    if any(grounds.text(i) for i in anchors):
        return None
    said = (" ".join((grounds.outline.attributes[i].get(name) or "").split()) for i in anchors for name in _SAY)
    return next((text for text in said if text and is_strong(text)), None)


def _title_lines(grounds: Grounds, i: int) -> list[str]:
    """The lines of a link or heading, one where labels stand beside the headline."""
    if grounds.outline.ends[i] - i > 1 and (headline := headline_in(grounds, i)):
        return [headline]
    return grounds.lines(i)


def _title_in_cell(grounds: Grounds, cell: Cell, anchors: list[int]) -> str | None:
    """The headline beside the links: a heading, what the links say on hover, else any line."""
    ends = grounds.outline.ends
    linked = [grounds.text(i) for i in anchors]
    return _highest([found for part in cell.parts for found in _headings(grounds, part, ends[part])]) or _best(
        text for i in anchors for text in _spoken(grounds, i) if is_headline(text)) or next(
        (line for part in cell.parts for line in grounds.lines(part)
         if is_strong(line) and (line in linked or not day_of(line, grounds.month_first))), None)


def _headings_in(grounds: Grounds, cell: Cell) -> list[str]:
    ends = grounds.outline.ends
    return [text for part in cell.parts for _, text in _headings(grounds, part, ends[part])]


def _highest(headings: list[tuple[int, str]]) -> str | None:
    """The best of the headings of the highest level: below it stand subtitles."""
    highest = min((level for level, _ in headings), default=0)
    return _best(text for level, text in headings if level == highest)


def _best(texts: Iterable[str]) -> str | None:
    """The first that is surely a headline, else the first."""
    first = None
    for text in texts:
        if is_strong(text):
            return text
        first = first or text
    return first


def _headings(grounds: Grounds, start: int, stop: int) -> Iterator[tuple[int, str]]:
    """The headings among these elements, by tag or name, that read as headlines, each with its level."""
    tags, names = grounds.outline.tags, grounds.outline.names
    for j in range(start, stop):
        name = names[j]
        if tags[j] in HEADINGS or (name and any(word in name for word in _MAY_NAME)
                                   and _NAMED.search(name) and not _BESIDE.search(name)):
            text = " ".join(_title_lines(grounds, j))
            if is_heading(text) and (is_strong(text) or not _LABEL.search(name)):
                yield HEADINGS.get(tags[j], _NAMED_LEVEL), text


def _spoken(grounds: Grounds, i: int) -> list[str]:
    """What the link says on hover and to screen readers, and what its pictures are called."""
    outline = grounds.outline
    attributes = outline.attributes[i]
    said = [attributes.get(name) for name in _SAY]
    said += [outline.attributes[j].get("alt") for j in range(i + 1, outline.ends[i]) if outline.tags[j] == "img"]
    return [" ".join(text.split()) for text in said if text]
