"""Kept runs -> Blocks in reading order: headings, paragraphs, items, quotes, tables, code, captions, notes. Pure."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set
from dataclasses import dataclass

from archive.records import Block, BlockKind
from crawler.parsing.appearance import HEADINGS, ends_in_word, goes_on, space_before
from crawler.parsing.body.bullets import NUMBER, with_bullets, with_numbers
from crawler.parsing.body.lines import (
    are_boxes,
    is_one_line,
    joined,
    read_alone,
    unread_in_line,
    without_link_notes,
)
from crawler.parsing.body.notes import marks_of_notes, notes_of
from crawler.parsing.body.tables import LONG_CELL, holds_values, table_text
from crawler.parsing.outline import Outline, Run

_KINDS: dict[str, BlockKind] = {
    "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading",
    "li": "item", "dt": "item", "dd": "item", "blockquote": "quote", "q": "quote", "pre": "code", "xmp": "code",
    "listing": "code",
    "summary": "heading", "figcaption": "caption", "caption": "caption", "td": "table", "th": "table",
}
_ROLES: dict[str, BlockKind] = {"heading": "heading", "listitem": "item"}
_LISTS, _LEVELS = frozenset({"ul", "ol", "dl", "menu"}), frozenset("123456")
_BOUNDS = frozenset({"article", "main", "body", "section", "html"})  # a list item around the whole text makes no item
_NOTE = re.compile(r"(?:\b|\bmso|\bsd)(?:foot|end)-?note(?:s|text)?\b|\bfn\d*\b|\bdoc-(?:foot|end)note|"
                   r"\b_?(?:ftn|edn)\d+\b")
_NOTE_ROLES = frozenset({"doc-footnote", "doc-endnote", "doc-endnotes"})
_NOTE_TYPES = frozenset({"footnote", "footnotes", "endnote", "endnotes", "rearnote", "rearnotes"})     # of EPUB
_CAPTION = re.compile(r"(?<![a-z])(?<!has-)(?<!with-)(?<!no-)caption(?![a-z])"
                      r"|(?<![a-z])(?:figure|fig|chart)[-_]{1,2}title")
_SOURCE = re.compile(r"(?:sources?|notes?|quellen?|anmerkung(?:en)?|remarques?|fuentes?|notas?|fontes?|fonti|bron|"
                     r"källa|kilde|źródło|источники?|примечани[ея]|المصدر|स्रोत|资料来源|資料來源|来源|來源|注|出典|資料|"
                     r"注記|출처|자료|주)\s?[:：.]", re.IGNORECASE)
_BESIDE = 80                  # characters beside the caption of a picture
_LONGEST_SOURCE = 300         # characters of "Source: …" below a table
_LONGEST_BOLD, _LEAST_BOLD = 80, 2     # characters of a bold line that is a heading, and such lines of a page
# "2.13", which counts a paragraph, and the title of a table
_NO_HEADING = re.compile(
    rf"(?:{NUMBER.pattern})$|(?:tab(?:\.|le|leau|elle|la|ela|ella|ell)|taulukko|таблица|表|표)\s?\d", re.IGNORECASE)
_NESTED_BOLD = 3              # elements in one another that make a line bold
_LEAST_CUT = 40                       # characters of a line whose sentence goes on below an ad
_LONGEST_ITEM = 1_500                 # characters: an item beyond this is a part of the page
_DEPTH = 40                           # how far up the lists around an item, and the table around a cell, are sought


@dataclass(frozen=True, slots=True)
class _Place:
    """What an element makes of the text inside it, and the element that says so."""

    kind: BlockKind
    element: int


def make_blocks(outline: Outline, kept: Sequence[int], notes: Set[int] | None = None,
                cut: Set[int] = frozenset()) -> tuple[Block, ...]:
    """The blocks of the runs with these numbers, which are in reading order.

    `notes` are the elements known to be notes; where they are not told, those that the runs refer to are sought.
    `cut` are elements amid a line that are left out of it.
    """
    notes = notes_of(outline, kept) if notes is None else notes
    maker = _Maker(outline, read_alone(outline, kept), notes,
                   cut | set(unread_in_line(outline)) | marks_of_notes(outline, kept, notes))
    at = 0
    while at < len(maker.runs):
        at = maker.add(at)
    return with_bullets(with_numbers(maker.with_bold_headings()))


class _Maker:
    """Goes through the kept runs once; each `add` makes one block and returns where the next one begins."""

    def __init__(self, outline: Outline, kept: Sequence[int], notes: Set[int], cut: Set[int]) -> None:
        self.outline = outline
        self.numbers = kept
        self.runs = [outline.runs[number] for number in kept]
        self.breaks = [outline.starts[i] for i in outline.by_tag.get("br", ())]
        self.bolds = outline.all("strong", "b")
        self.bold_starts = [outline.starts[i] for i in self.bolds]
        self.places: dict[int, _Place | None] = {}
        self.tables: dict[int, bool] = {}
        self.notes = notes
        self.cut = sorted(cut)
        self.bold: set[int] = set()                        # paragraphs that are one short bold line
        self.blocks: list[Block] = []

    def add(self, at: int) -> int:
        place = self._place(self.runs[at].element)
        if place.kind == "table":
            return self._add_table(at, place.element)
        lines, joints, end = [[self.runs[at]]], [""], at + 1
        while end < len(self.runs) and (joint := self._joint(end, place)) is not None:
            if joint:
                lines.append([])
                joints.append(joint)
            lines[-1].append(self.runs[end])
            end += 1
        if place.kind == "code":
            text = self._raw(self.runs[at:end])
        else:
            text = "".join([joint + joined(self.outline, line, self.cut)
                            for joint, line in zip(joints, lines, strict=True)])
            if any(run.link_chars for run in self.runs[at:end]):
                text = without_link_notes(text)
        level = None
        if place.kind == "heading":
            text, level = text.replace("\n", " "), self._level(place.element)
        elif place.kind == "item":
            level = self._nesting(place.element)
        kind = "note" if place.kind == "paragraph" and self._is_source(text) else place.kind
        if not self._numbers_lines(text, place) if kind == "code" else any(map(str.isalnum, text)):
            if kind == "paragraph" and end == at + 1 and self._is_bold_line(self.runs[at], text):
                self.bold.add(len(self.blocks))
            self.blocks.append(Block(kind, text, level))       # else an ornament: "***", "💡"
        return end

    def with_bold_headings(self) -> list[Block]:
        """The blocks, where short bold lines before paragraphs, items or tables are headings, if several."""
        after = {n for n in self.bold if n + 1 < len(self.blocks) and n + 1 not in self.bold
                 and self.blocks[n + 1].kind in ("paragraph", "item", "table")}
        if len(after) < _LEAST_BOLD:
            return self.blocks
        blocks, level = [], 1
        for n, block in enumerate(self.blocks):
            level = block.level or level if block.kind == "heading" else level
            blocks.append(Block("heading", block.text, min(level + 1, 6)) if n in after else block)
        return blocks

    def _is_bold_line(self, run: Run, text: str) -> bool:
        """Whether a run is a short line, all bold and no sentence."""
        if not self.bolds or len(text) > _LONGEST_BOLD or "\n" in text or not (
                ends_in_word(text) or text[-1] in "?)？؟"):
            return False
        first = bisect_left(self.bold_starts, run.start)
        return any(self.outline.stops[i] <= run.stop and self.outline.text(i) == text
                   for i in self.bolds[first:first + _NESTED_BOLD]) and not _NO_HEADING.match(text)

    def _is_source(self, text: str) -> bool:
        """Whether a line right below a table or caption says where its figures are from."""
        below = bool(self.blocks) and self.blocks[-1].kind in {"table", "caption"}
        return below and len(text) <= _LONGEST_SOURCE and _SOURCE.match(text) is not None

    def _joint(self, at: int, place: _Place) -> str | None:
        """What parts this run from the one before it: "" in a line, a line break; None where it begins a block.

        A space, where an ad or another box that was lifted out stood amid a sentence.
        """
        before, run = self.runs[at - 1], self.runs[at]
        if self.numbers[at] - self.numbers[at - 1] > 1 and place.kind == "paragraph" and self._is_cut(before, run):
            return space_before(run.text)
        if place.kind == "code":
            return "" if self.outline.inside(run.element, place.element) else None
        if run.element != before.element and are_boxes(self.outline, before, run):
            return "\n" if place.kind == "item" and self._are_paragraphs(place.element, before, run) else None
        low, high = bisect_left(self.breaks, before.stop), bisect_right(self.breaks, run.start)
        if high == low:
            return "" if is_one_line(self.outline, before, run) else None
        if run.element != before.element:
            return None
        return "\n" if place.kind == "heading" or high - low == 1 else None       # two line breaks part paragraphs

    def _is_cut(self, before: Run, run: Run) -> bool:
        """Whether a sentence of the first run goes on in the second, of the same paragraph or one of its make."""
        if len(before.text) < _LEAST_CUT or not goes_on(before.text, run.text):
            return False
        if before.text[-1].isascii() and (" " not in before.text[-_LEAST_CUT:] or " " not in run.text[:_LEAST_CUT]):
            return False                                   # addresses
        one, other = before.element, run.element
        tags, names, parents = self.outline.tags, self.outline.names, self.outline.parents
        return one == other or (tags[one] == tags[other] and names[one] == names[other]
                                and parents[one] == parents[other] and tags[one] not in _KINDS)

    def _are_paragraphs(self, item: int, *runs: Run) -> bool:
        """Whether runs are paragraphs of one item, which is no part of a layout."""
        tags, parents = self.outline.tags, self.outline.parents
        return self.outline.size(item) <= _LONGEST_ITEM and all(
            run.element == item or (tags[run.element] == "p" and parents[run.element] == item) for run in runs)

    def _place(self, i: int) -> _Place:
        """What the elements around a run's text make of it: the nearest note or data table, else the nearest kind."""
        tags, parents, places = self.outline.tags, self.outline.parents, self.places
        path = []
        at = i
        while at not in places:
            if tags[at] in _BOUNDS or parents[at] < 0:
                places[at] = _Place("note", at) if tags[at] == "section" and self._is_note(at) else None
                break
            path.append(at)
            at = parents[at]
        place = places[at]
        for j in reversed(path):
            place = places[j] = self._inside(j, place)
        return place or _Place("paragraph", i)

    def _inside(self, i: int, outer: _Place | None) -> _Place | None:
        """What element `i` makes of its text, given what the elements around it make of it."""
        name, said = self.outline.names[i], self.outline.attributes[i]
        if i in self.notes or ((name or said) and self._is_note(i)):
            return _Place("note", i)
        if name and ("caption" in name or "title" in name) and self._is_caption(i):
            return _Place("caption", i)
        kind = _KINDS.get(self.outline.tags[i])
        if kind == "table":
            table = self._table_of(i)
            return _Place("table", table) if table is not None and self._is_data(table) else outer
        if kind is None:
            kind = _ROLES.get(said.get("role", "")) if said else None
        if kind is None or (outer and (outer.kind == "table" or (outer.kind == "note" and kind != "heading"))):
            return outer
        return _Place(kind, i)

    def _is_note(self, i: int) -> bool:
        """Whether name or role of an element call it a footnote, or notes."""
        name = self.outline.names[i]
        if name and ("note" in name or "fn" in name or "ftn" in name or "edn" in name) and _NOTE.search(name):
            return True
        said = self.outline.attributes[i]
        return said.get("role") in _NOTE_ROLES or said.get("epub:type") in _NOTE_TYPES

    def _is_caption(self, i: int) -> bool:
        """Whether an element named so is one: a line or two in a box with a picture, and nothing else there."""
        outline, box = self.outline, self.outline.parents[i]
        if not _CAPTION.search(outline.names[i]) or outline.size(box) > min(LONG_CELL, outline.size(i) + _BESIDE):
            return False
        return bool(outline.all("img", "picture", "video", "svg", within=box)) and not outline.all(
            "img", "table", "li", "button", *HEADINGS, within=i)

    def _table_of(self, i: int) -> int | None:
        return next((above for above in self.outline.ancestors(i, _DEPTH) if self.outline.tags[above] == "table"), None)

    def _is_data(self, table: int) -> bool:
        known = self.tables.get(table)
        if known is None:
            known = self.tables[table] = holds_values(self.outline, table)
        return known

    def _add_table(self, at: int, table: int) -> int:
        end = at + 1
        while end < len(self.runs) and self.outline.inside(self.runs[end].element, table):
            end += 1
        cells = self.outline.all("td", "th", within=table)
        texts: dict[int, list[str]] = {}
        for run in self.runs[at:end]:
            cell = cells[bisect_right(cells, run.element) - 1] if cells and cells[0] <= run.element else -1
            if cell >= 0 and self.outline.inside(run.element, cell):
                texts.setdefault(cell, []).append(run.text)
            else:
                self.blocks.append(Block("caption", run.text))
        if text := table_text(self.outline, table, texts):
            self.blocks.append(Block("table", text))
        return end

    def _level(self, i: int) -> int:
        """Of a heading, by its tag or by what it tells readers of screens."""
        tag, said = self.outline.tags[i], self.outline.attributes[i].get("aria-level", "")
        return int(tag[1]) if tag in HEADINGS else int(said) if said in _LEVELS else 2

    def _nesting(self, i: int) -> int:
        outline, level = self.outline, 0
        for _ in range(_DEPTH):
            if i < 0 or outline.tags[i] in _BOUNDS:
                break
            level += outline.tags[i] in _LISTS or outline.attributes[i].get("role") == "list"
            i = outline.parents[i]
        return max(level, 1)

    def _raw(self, runs: list[Run]) -> str:
        """Code with its own white space; numbers of lines and the like were no kept runs."""
        lines = ("".join(self.outline.pieces[run.start:run.stop]).rstrip() for run in runs)
        return "\n".join(line.strip("\n") for line in lines).strip("\n")

    def _numbers_lines(self, text: str, place: _Place) -> bool:
        """Whether code is but the numbers of the lines of code beside it in a table."""
        lines = text.split()
        return bool(lines) and lines[0].isdecimal() and self._table_of(place.element) is not None and (
            lines == [str(int(lines[0]) + number) for number in range(len(lines))])
