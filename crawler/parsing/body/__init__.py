"""Outline -> the body's blocks in reading order. Pure.

    features        a row of figures for each run of text: its boxes, its text (text_columns), its words (lexicon)
    block_model     rows -> how much of each run is body, by boosted trees, with context at a second look
    choosing        how much of each run -> the runs, by the best expected F1
    edges           what stands at the two ends and is no prose; closing: on writers and the press
    notes           the notes that the text refers to
    repeats         what is said twice
    blocks          kept runs -> blocks; lines, tables, bullets: what stands in one line, in cells, in lists
    stated          the body that a page states for programs, where it shows none
    model/          what was learned, and how: MODEL_CARD.md
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from archive.records import Block
from crawler.parsing.appearance import SUBHEADINGS
from crawler.parsing.body.block_model import block_model
from crawler.parsing.body.blocks import make_blocks
from crawler.parsing.body.choosing import choose
from crawler.parsing.body.edges import OF_LISTS, without_frame
from crawler.parsing.body.lines import whole_lines
from crawler.parsing.body.notes import notes_of, with_notes
from crawler.parsing.body.repeats import without_pulled, without_repeats
from crawler.parsing.body.tables import holds_values
from crawler.parsing.bylines.introductions import introduces
from crawler.parsing.furniture.labels import LONGEST_AD_LABEL, ad_label
from crawler.parsing.outline import Outline, Run
from crawler.parsing.saved_text.marks import is_foot, is_frame
from crawler.parsing.site import fold

_LIFTED = 0.6                          # share of a run's characters that another field claims, to leave the run out
_OF_TABLE = 0.5                        # share of a table's characters that the model wants, to take the whole
_OF_SMALL, _SMALL_TABLE = 0.2, 600     # the same for one of no more characters
_OF_LIST = 0.3                         # the same for a list's items
_LONGEST_QUOTE, _MOST_QUOTES = 8, 500  # runs of a quote that stays whole, quotes of a page
_ITEMS = frozenset({"li", "dt", "dd"})
_LISTS, _MOST_LED = frozenset({"ul", "ol", "dl"}), 30        # lists between two paragraphs, and lines of such a list
_DEEPER = 3                            # steps from a heading's level down to its text
_LEAST_ABSTRACT, _MOST_BESIDE = 200, 3 # characters; and how much stands around it, by its own length
_MOST_RUNS = 15_000                    # of a page that the model looks at: its time and memory grow with them
_LEAST_FIRST, _MOST_LINKED = 60, 0.4   # characters of a paragraph above the first; share of them that links
_ENDINGS = frozenset(".!?…。”»’)\"")
NOTHING = frozenset[int]()


@dataclass(frozen=True, slots=True)
class Body:
    """The body: its blocks, the runs they were made of, and the smallest element around all of them."""

    blocks: tuple[Block, ...]
    runs: tuple[int, ...]     # places in outline.runs
    element: int              # number of the container in the outline
    origin: str               # how it was found


def find_body(outline: Outline, lifted: frozenset[int] = NOTHING, cut: frozenset[int] = NOTHING) -> Body:
    """The body, without what stands in the elements `lifted` (title, share row, related lists, ads, …).

    `cut` are elements amid a line that are left out of it.
    """
    origin = "paragraph-scored container"
    if len(outline.runs) > _MOST_RUNS:
        wanted = _plain(outline)
    elif look := block_model().look(outline):
        origin = "block model"
        likely = with_first(outline, look.features.runs[choose(look.features, look.shares, look.article)].tolist())
        likely = whole_quotes(outline, whole_lists(outline, whole_lines(outline, likely)))
        wanted = with_headings(outline, whole_tables(outline, with_enclosed(outline, likely)))
    else:
        return Body((), (), 0, "no text")
    notes = notes_of(outline, wanted)
    kept = _without_others(outline, with_notes(outline, wanted, notes), lifted)
    return Body(make_blocks(outline, kept, notes, cut), tuple(kept), _around(outline, kept), origin)


def is_said_by(body: Body, *told: str | None) -> bool:
    """Whether title and dek say all that the body says; so they do where it is empty."""
    said = _folded(told)
    return all(fold(block.text) in said for block in body.blocks)


def is_only_beside(body: Body, text: str) -> bool:
    """Whether the body is a few lines that are all shorter than the text: an abstract, and what stands around it."""
    sizes = [len(block.text) for block in body.blocks]
    return _LEAST_ABSTRACT <= len(text) > max(sizes, default=0) and sum(sizes) < _MOST_BESIDE * len(text)


def without_said(body: Body, *told: str | None) -> Body:
    """The body without first blocks that say title, dek or kicker once more; the last block stays."""
    said = _folded(told)
    first = 0
    while first < len(body.blocks) - 1 and fold(body.blocks[first].text) in said:
        first += 1
    return replace(body, blocks=body.blocks[first:]) if first else body


def without_writers(body: Body, names: Sequence[str]) -> Body:
    """The body without last blocks that tell who its authors are: "Ada One is a fellow"; the first block stays."""
    stop = len(body.blocks)
    while stop > 1 and introduces(body.blocks[stop - 1].text, names):
        stop -= 1
    return replace(body, blocks=body.blocks[:stop]) if stop < len(body.blocks) else body


def _folded(told: Sequence[str | None]) -> set[str]:
    return {fold(text) for text in told if text} - {""}


def _without_others(outline: Outline, wanted: Sequence[int], lifted: frozenset[int]) -> list[int]:
    """The runs, without those lifted, labels of ads, the frame at both ends and what is said twice."""
    unclaimed = [number for number in _unclaimed(outline, wanted, lifted) if not _is_ad(outline.runs[number])]
    numbers = without_frame(outline, unclaimed)
    texts = [outline.runs[number].text for number in numbers]
    kept = [numbers[place] for place in without_repeats(
        texts, lambda place: _is_item(outline, outline.runs[numbers[place]].element))]
    return without_pulled(outline, kept)


def _is_item(outline: Outline, i: int) -> bool:
    """Whether an element is an item of a list or a cell, or a paragraph right inside one."""
    return outline.tags[i] in OF_LISTS or outline.tags[outline.parents[i]] in OF_LISTS


def _is_ad(run: Run) -> bool:
    """Whether the run is the label of an ad, as a line of a paragraph may be."""
    opens = run.text[0].isalpha() or run.text[0] == "["
    return opens and len(run.text) <= LONGEST_AD_LABEL and not run.link_chars and ad_label(run.text) in {"ad", "marker"}


def _plain(outline: Outline) -> list[int]:
    """The runs in the element that paragraphs vote for: good enough for a page so long that it is mostly text."""
    votes: Counter[int] = Counter()
    for run in outline.runs:
        votes[max(outline.parents[run.element], 0)] += len(run.text) - 2 * run.link_chars
    best = votes.most_common(1)[0][0]
    return [number for number, run in enumerate(outline.runs) if outline.inside(run.element, best)]


def with_first(outline: Outline, wanted: Sequence[int]) -> list[int]:
    """The runs, with the paragraphs right above the first one that look just like it: a text does not begin amid."""
    first = wanted[0] if wanted else 0
    while first > 0 and _begins_before(outline, outline.runs[first - 1], outline.runs[first]):
        first -= 1
    return [*range(first, wanted[0]), *wanted] if wanted else []


def _begins_before(outline: Outline, run: Run, first: Run) -> bool:
    """Whether a run above the body's first is a paragraph of the same class, or in a box of the same first class."""
    i, other = run.element, first.element
    if not (outline.tags[i] == outline.tags[other] == "p" and len(run.text) >= _LEAST_FIRST
            and run.text[-1] in _ENDINGS and run.link_chars <= _MOST_LINKED * len(run.text)):
        return False
    around, beside = (outline.names[outline.parents[j]].split()[:1] for j in (i, other))
    same_box = bool(around) and around == beside
    return same_box or (bool(outline.names[i]) and outline.names[i] == outline.names[other])


def whole_tables(outline: Outline, wanted: Sequence[int]) -> list[int]:
    """The runs, with all of each table of values of which enough is among them: cells without their row say nothing."""
    kept, runs, tables = set(wanted), outline.runs, outline.all("table")
    if not tables:
        return sorted(kept)
    chars = [0, *accumulate(len(run.text) for run in runs)]
    taken = [0, *accumulate(len(run.text) if number in kept else 0 for number, run in enumerate(runs))]
    for table in tables:
        held = outline.numbers_in(table)
        every, own = chars[held.stop] - chars[held.start], taken[held.stop] - taken[held.start]
        least = _OF_TABLE if every > _SMALL_TABLE else _OF_SMALL
        if held.start - 1 in kept and held.stop in kept:           # amid the text
            least = 0 if own else least
        if every > own > least * every and holds_values(outline, table):     # which reads all of it: asked last
            kept.update(held)
    return sorted(kept)


def with_enclosed(outline: Outline, wanted: Sequence[int]) -> list[int]:
    """The runs, with the list that stands between two of them, as the paragraphs do, and links to nothing."""
    kept, runs, tags, parents = set(wanted), outline.runs, outline.tags, outline.parents
    for before, after in pairwise(wanted):
        if not 1 < after - before <= _MOST_LED:
            continue
        between = range(before + 1, after)
        lists = {parents[runs[number].element] for number in between}
        if len(lists) == 1 and tags[led := lists.pop()] in _LISTS and not any(
                runs[number].link_chars for number in between) and all(
                parents[led] == parents[runs[number].element] for number in (before, after)):
            kept.update(between)
    return sorted(kept)


def whole_lists(outline: Outline, wanted: Sequence[int]) -> list[int]:
    """The runs, with all items of each list of which a fair part is among them, short items too."""
    kept, tags, parents, runs = set(wanted), outline.tags, outline.parents, outline.runs
    lists = {parents[i] for number in wanted if tags[i := runs[number].element] in _ITEMS}
    if not lists:
        return sorted(kept)
    items: dict[int, list[int]] = {}
    for number in range(outline.numbers_in(min(lists)).start, max(outline.numbers_in(i).stop for i in lists)):
        i = runs[number].element
        if tags[i] in _ITEMS and parents[i] in lists:
            items.setdefault(parents[i], []).append(number)
    for held in items.values():
        if _fairly_kept(outline, held, kept):
            kept.update(held)
    return sorted(kept)


def whole_quotes(outline: Outline, wanted: Sequence[int]) -> list[int]:
    """The runs, with all of each short quote of which a fair part is among them: what was said, and who said it."""
    kept = set(wanted)
    for quote in outline.by_tag.get("blockquote", ())[:_MOST_QUOTES]:
        held = outline.numbers_in(quote)
        if 1 < len(held) <= _LONGEST_QUOTE and not kept.isdisjoint(held) and _fairly_kept(outline, held, kept):
            kept.update(held)
    return sorted(kept)


def _fairly_kept(outline: Outline, held: Sequence[int], kept: Set[int]) -> bool:
    """Whether a fair part of the text of these runs is kept."""
    sizes = {number: len(outline.runs[number].text) for number in held}
    return sum(sizes[number] for number in held if number in kept) >= _OF_LIST * sum(sizes.values())


def with_headings(outline: Outline, wanted: Sequence[int]) -> list[int]:
    """The runs, with the headings that stand beside them between two of them."""
    kept, parents, runs = set(wanted), outline.parents, outline.runs
    for before, after in pairwise(wanted):
        if after - before == 2:
            one, heading, other = (outline.runs[number].element for number in (before, before + 1, after))
            if outline.tags[heading] not in SUBHEADINGS:
                heading = parents[heading]                # <h3><button>: of an accordion
            if outline.tags[heading] in SUBHEADINGS and (
                    parents[heading] in {parents[one], parents[other]} or _heads(outline, heading, other)) and not (
                    is_frame(runs[before + 1].text) or is_foot(runs[before + 1].text)):
                kept.add(before + 1)
    return sorted(kept)


def _heads(outline: Outline, heading: int, text: int) -> bool:
    """Whether the text stands in a box beside the heading, or in one beside a box that holds the heading alone."""
    box = outline.parents[heading]
    return box >= 0 and outline.inside(text, box) and outline.depths[text] - outline.depths[heading] <= _DEEPER


def _unclaimed(outline: Outline, wanted: Sequence[int], lifted: frozenset[int]) -> list[int]:
    """Those of the runs that do not stand in lifted elements, wholly or mostly."""
    runs = [outline.runs[number] for number in wanted]
    starts = [run.start for run in runs]
    taken = [0] * len(runs)
    for i in outline.outermost(lifted):
        low, high = outline.starts[i], outline.stops[i]
        for at in range(max(bisect_left(starts, low) - 1, 0), bisect_left(starts, high)):
            taken[at] += len(outline.between(max(low, runs[at].start), min(high, runs[at].stop)))
    return [number for number, run, claimed in zip(wanted, runs, taken, strict=True)
            if claimed < _LIFTED * len(run.text)]


def _around(outline: Outline, kept: list[int]) -> int:
    """The smallest element around these runs."""
    if not kept:
        return 0
    elements = [outline.runs[number].element for number in kept]
    return outline.around(min(elements), max(elements))
