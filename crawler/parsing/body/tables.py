"""Tables of the outline -> whether they hold values, and their rows as lines of cells. Pure."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from crawler.parsing.body.bullets import NUMBER
from crawler.parsing.outline import Outline

LONG_CELL = 500              # characters: a cell beyond this is a column of the layout, not a value
_LONGEST_ANSWER = 3_000       # characters: the same of one paragraph, in a table with headings
_MOST_SPANNED = 100           # columns or rows that one cell may take
_MOST_EMPTY = 20_000          # places in a table that cells of several rows and columns leave empty
_DASHES = frozenset("–—-•·")
_LEAST_TEXT = 80              # characters of the longest of the paragraphs that marks count
_LAYOUTS = frozenset({"presentation", "none"})
_PARTS = ("p", "br", "li", "div", "h2", "h3", "h4", "img")      # more than one in a long cell: a column of a layout
_OF_COLUMN = 0.5              # share of a table's characters in one cell of several paragraphs: a column of the layout


def holds_values(outline: Outline, table: int) -> bool:
    """Whether a table holds values, no layout and no code: rows of several short cells or answers, no table inside."""
    cells, rows = outline.all("td", "th", within=table), outline.all("tr", within=table)
    if len(cells) <= len(rows) or outline.all("table", within=table) != [table] or outline.all("pre", within=table):
        return False
    if outline.attributes[table].get("role") in _LAYOUTS or _counts_text(outline, cells, rows):
        return False
    is_headed = bool(outline.all("th", "caption", within=table))
    return all(_is_value(outline, cell, is_headed) for cell in cells) and (
        is_headed or not _has_column(outline, table, cells))


def _counts_text(outline: Outline, cells: Sequence[int], rows: Sequence[int]) -> bool:
    """Whether a table sets marks beside paragraphs, as acts of the European Union do: "(1)", "(a)", "-"."""
    if len(cells) != 2 * len(rows) or not all(NUMBER.fullmatch(outline.text(cell)) or (
            outline.text(cell) in _DASHES) for cell in cells[::2]):
        return False
    return max(outline.size(cell) for cell in cells[1::2]) >= _LEAST_TEXT


def _is_value(outline: Outline, cell: int, is_headed: bool) -> bool:
    """Whether a cell is short, or one paragraph below a heading: the answer to a question."""
    return len(outline.text(cell)) < LONG_CELL or (
        is_headed and outline.size(cell) < _LONGEST_ANSWER and len(outline.all(*_PARTS, within=cell)) <= 1)


def _has_column(outline: Outline, table: int, cells: Sequence[int]) -> bool:
    """Whether one cell holds most of the table's text, in paragraphs."""
    whole = outline.size(table)
    return any(outline.size(cell) > _OF_COLUMN * whole and len(outline.all("br", "p", within=cell)) > 1
               for cell in cells)


def table_text(outline: Outline, table: int, texts: Mapping[int, Sequence[str]]) -> str:
    """The rows as lines of cells parted by tabs, given the texts of each cell.

    A cell over several rows or columns stands in the first, and leaves the others empty.
    """
    lines, below, spare = [], dict[int, int](), _MOST_EMPTY     # column -> rows that a cell from above still takes
    cells = outline.all("td", "th", within=table)
    for row in outline.all("tr", within=table):
        line: list[str] = []
        taken, below = below, {column: left - 1 for column, left in below.items() if left > 1}
        for cell in cells[bisect_left(cells, row):bisect_left(cells, outline.ends[row])]:
            while len(line) in taken:
                line.append("")
            across, down = (_spanned(outline, cell, name) if spare > 0 else 1 for name in ("colspan", "rowspan"))
            spare -= across * down - 1
            if down > 1:
                below |= dict.fromkeys(range(len(line), len(line) + across), down - 1)
            line += [" ".join(texts.get(cell, ())), *[""] * (across - 1)]
        lines.append("\t".join(line).rstrip("\t"))
    return "\n".join(line for line in lines if line.strip())


def _spanned(outline: Outline, cell: int, name: str) -> int:
    said = outline.attributes[cell].get(name, "").strip()
    return min(int(said), _MOST_SPANNED) if said.isascii() and said.isdigit() and said != "0" else 1
