"""The lists after the body -> the other publications they offer. Pure.

What tells section, title and summary apart is the list itself: all its items have the same shape, sections are short
and come again, summaries are long, titles lie between.
"""

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from archive.records import Related, RelatedKind
from crawler.parsing.saved_text.labels import is_topic_label, read_topics
from crawler.parsing.saved_text.lines import MARKS, Line, size
from crawler.parsing.saved_text.marks import (
    is_foot,
    is_foot_link,
    is_furniture,
    is_sentence,
    leads_on,
    list_heading,
    part_date,
    read_head_line,
    says_comments,
    tells_rights,
)
from crawler.parsing.site import fold

_FOOT_HEADING = 2            # words of a heading above links of the foot
SUMMARY_WORDS = 20           # mean length from which a lone column holds summaries, not titles
SECTION_WORDS = 5            # longest mean of a column of sections
_FEWEST_DATED, _MOSTLY = 2, 0.6   # rows with a day at their end, and their share, where such rows make a list
_BULLET = re.compile(rf"^(?:[{MARKS}>]|#{{1,6}}|\d{{1,2}}[.)])\s+(?=\S)")
_SENTENCES = re.compile(r"\w{3}[.!?]\s+(?=\w{2})|[。！？](?=\w)")       # "Ports pay less. Buyers pay more."
_RANK = re.compile(r"\d{1,2}(?!\S*\d)(?=$|[\s.)]|[^\W\d_])")


@dataclass(slots=True)
class _Item:
    texts: list[str]
    published: str | None = None
    section: str | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of a list: a plain text, a date, or both on one line."""

    text: str | None
    published: str | None = None
    gap: bool = False
    bulleted: bool = False


def read_lists(lines: Sequence[Line], menu: frozenset[str], *, month_first: bool | None) -> tuple[Related, ...]:
    """The items of all lists in `lines`, which begin at the first list; `menu`: its entries, folded, end them."""
    found: list[Related] = []
    kind: RelatedKind = "related"
    rows: list[_Row] = []
    is_open = True                            # False below tags and comments, until the next list begins
    lines = [line for line in lines if not line.within]      # a list of thousands of lines is told by its ends
    for line, after in zip_longest(lines, lines[1:]):
        heading = list_heading(line.text)
        ends = heading is None and (is_foot(line.text) or tells_rights(line.text) or is_foot_link(line.text) or (
            fold(line.text) in menu and after is not None and fold(after.text) in menu))
        if heading or ends or is_topic_label(line.text) or read_topics(line.text):
            found += _read_items(_parted(_without_heading(rows) if ends else rows, month_first), kind)
            rows, kind, is_open = [], heading or kind, heading is not None
            if ends and not says_comments(line.text):
                break
        elif is_open and (row := _read_row(line, month_first)):
            rows.append(row)
    return (*found, *_read_items(_parted(rows, month_first), kind))


def _without_heading(rows: list[_Row]) -> list[_Row]:
    """The rows without the last one where it heads the links of the foot: shorter than all others, and undated."""
    sizes = [size(row.text or "") for row in rows]
    is_heading = len(rows) > 1 and not rows[-1].published and sizes[-1] <= _FOOT_HEADING < min(
        (words for words, row in zip(sizes[:-1], rows, strict=False) if not row.published), default=0)
    return rows[:-1] if is_heading else rows


def sections_of(related: Sequence[Related]) -> frozenset[str]:
    """The sections the lists name, lower case."""
    return frozenset(item.section.lower() for item in related if item.section)


def date_of(text: str) -> str | None:
    """The day that a line of a list tells; None for any other line."""
    return next((mark.value for mark in read_head_line(text) if mark.kind == "published"), None)


def _read_row(line: Line, month_first: bool | None) -> _Row | None:
    """The row a line makes; None for furniture between the items."""
    text = line.text if date_of(line.text) else _BULLET.sub("", line.text)       # "18. Juli 2025"
    if is_furniture(text) or leads_on(text):
        return None
    marks = read_head_line(text, month_first=month_first)
    if not marks:
        return _Row(text, None, line.gap, text != line.text)
    published = next((mark.value for mark in marks if mark.kind == "published"), None)
    label = next((mark.value for mark in marks if mark.kind == "label"), None)
    return _Row(label, published, line.gap) if published or label else None


def _parted(rows: list[_Row], month_first: bool | None) -> list[_Row]:
    """The rows with title and date told apart where most lines end or begin with a day: "Ports pay less 5 May 2025"."""
    if len(rows) < _FEWEST_DATED or any(row.published for row in rows):
        return rows
    read = [part_date(row.text or "", month_first=month_first) for row in rows]
    if sum(found is not None for found in read) < _MOSTLY * len(rows):
        return rows
    return [replace(row, text=found[0], published=found[1]) if found else row
            for row, found in zip(rows, read, strict=True)]


def _read_items(rows: list[_Row], kind: RelatedKind) -> list[Related]:
    items = _grouped(_unranked(rows))
    kept = [item for item in items if item.texts]
    if not kept:
        return []
    by_shape: dict[int, list[_Item]] = {}
    for item in kept:
        by_shape.setdefault(len(item.texts), []).append(item)
    columns = {shape: _columns(same, kept) for shape, same in by_shape.items()}
    return [_related(item, columns[len(item.texts)], kind) for item in kept]


def _unranked(rows: list[_Row]) -> list[_Row]:
    """The rows without the ranks "1", "2", … that stand before them or alone."""
    ranks = [match[0] for row in rows if row.text and (match := _RANK.match(row.text))]
    if len(ranks) < 2 or [int(rank) for rank in ranks] != list(range(1, len(ranks) + 1)):
        return rows
    found = [replace(row, text=_RANK.sub("", row.text).strip()) if row.text else row for row in rows]
    return [row for row in found if row.text or row.published]


def _grouped(rows: list[_Row]) -> list[_Item]:
    """The rows as items: told apart by dates, by blank lines, or by long lines after short ones."""
    if any(row.published for row in rows):
        return _grouped_by_date(rows)
    texts = [(row.text or "", row.gap) for row in rows]
    if all(row.bulleted for row in rows):
        return [_Item([text]) for text, _ in texts]
    gaps = sum(gap for _, gap in texts[1:])
    if gaps and gaps < len(texts) - 1:
        return _grouped_by_gap(texts)
    period = _period([size(text) for text, _ in texts], [text for text, _ in texts])
    return [_Item([text for text, _ in texts[at:at + period]]) for at in range(0, len(texts), period)]


def _grouped_by_date(rows: list[_Row]) -> list[_Item]:
    """Items of which each has a date: at its end, at its start, or within."""
    dated = [at for at, row in enumerate(rows) if row.published]
    if dated[0] == 0 and dated[-1] != len(rows) - 1:
        before = 0                            # the date opens each item
    elif dated[-1] == len(rows) - 1 or len(dated) == 1:
        before = dated[0]
    else:
        steps = Counter(after - first for first, after in itertools.pairwise(dated))
        step = steps.most_common(1)[0][0]
        before = min(dated[0], step - 1)
    ends = dated[-1] == len(rows) - 1 and dated[0] > 0
    if len(dated) > 1 and dated[0] > 0 and len({after - first for first, after in itertools.pairwise(dated)}) == 1 \
            and dated[1] - dated[0] == dated[0] + 1 > len(rows) - 1 - dated[-1]:
        rows, ends = rows[:dated[-1] + 1], True      # each ends with its date; what follows the last one is none
    items: list[_Item] = []
    start = 0
    for position, at in enumerate(dated):
        following = dated[position + 1] if position + 1 < len(dated) else len(rows) + before
        stop = at + 1 if ends else min(len(rows), following - before)
        group = rows[start:max(stop, at + 1)]
        items.append(_Item([row.text for row in group if row.text], rows[at].published))
        start = max(stop, at + 1)
    return items


def _grouped_by_gap(texts: list[tuple[str, bool]]) -> list[_Item]:
    items: list[_Item] = []
    for text, gap in texts:
        if gap or not items:
            items.append(_Item([]))
        items[-1].texts.append(text)
    return items


def _period(sizes: list[float], texts: list[str]) -> int:
    """How many lines make an item of a list without dates or blank lines: 3, 2 or 1."""
    for period in (3, 2):
        if len(sizes) < 2 * period or len(sizes) % period:
            continue
        columns = [sizes[start::period] for start in range(period)]
        repeated = len(set(texts[0::period])) <= max(1, len(columns[0]) // 2) and len(columns[0]) > 1
        longer = all(min(after) > max(first) for first, after in itertools.pairwise(columns))
        if repeated or longer:
            return period
    return 1


def _columns(same: list[_Item], every: list[_Item]) -> list[str]:
    """What each text of an item of this shape is: "section", "title" or "summary"."""
    shape = len(same[0].texts)
    columns = [[item.texts[at] for item in same] for at in range(shape)]
    firsts = Counter(item.texts[0] for item in every)
    kinds: list[str | None] = [None] * shape
    if shape > 1:
        for at, column in enumerate(columns):
            if _are_sections(column, firsts if at == 0 else Counter(column)):
                kinds[at] = "section"
                break
    plain = [at for at in range(shape) if kinds[at] is None]
    if len(plain) == 1:
        kinds[plain[0]] = "summary" if _are_summaries(columns[plain[0]]) else "title"
    elif plain:
        kinds[plain[0]] = "title"
        longest = max(plain[1:], key=lambda at: sum(map(size, columns[at])))
        kinds[longest] = "summary"
    return [kind or "" for kind in kinds]


def _are_sections(column: list[str], known: Counter[str]) -> bool:
    mean = sum(map(size, column)) / len(column)
    if mean > SECTION_WORDS or any(is_sentence(text) for text in column):
        return False
    return mean <= 3 or max(known[text] for text in column) > 1


def _are_summaries(column: list[str]) -> bool:
    several = sum(_SENTENCES.search(text) is not None and is_sentence(text) for text in column)
    return 2 * several > len(column) or sum(map(size, column)) / len(column) >= SUMMARY_WORDS


def _related(item: _Item, columns: list[str], kind: RelatedKind) -> Related:
    found = {name: text for name, text in zip(columns, item.texts, strict=True) if name}
    return Related(kind=kind, url=None, title=found.get("title"), section=found.get("section"),
                   published=item.published, summary=found.get("summary"))
