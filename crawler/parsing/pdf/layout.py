"""Rows of a PDF -> blocks: rows joined to paragraphs, running heads left out, headings told by size. Pure."""

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from archive.records import Block
from crawler.parsing.pdf.rows import SOFT, Row

EDGE = 0.12                # share of the page's height where running heads and page numbers stand
HEADING = 1.12             # a heading is set at least so much larger than the text
HEADING_WORDS = 28

_PAGE_NUMBER = re.compile(r"^\W*(?:(?:page|seite|p\.|pág\.|pagina|стр\.)\s*)?(?:\d{1,4}|[ivxlc]{1,6})"
                          r"(?:\s*(?:/|of|von|de|sur)\s*\d+)?\W*$", re.IGNORECASE)
_LEADERS = re.compile(r"(?:\s?[.·…]){6,}")    # "Introduction . . . . . . 4"
_BULLET = re.compile(r"^[•·▪▫◦‣⁃●○■□➢✓»\uf0b7]\s*(?=\S)|^[–—-]\s+(?=\S)")
_STOP = re.compile(r"[.!?:;。！？…][\"'”’»)\]\d]*$")
_SOFT_END = re.compile(rf"[^\W\d_][-{SOFT}]$")
_DIVIDED = re.compile(rf"([^\W\d_]+){SOFT}\s?([^\W\d_]+)")


@dataclass(slots=True)
class _Draft:
    rows: list[Row]

    def text(self) -> str:
        whole = ""
        for row in self.rows:
            if not whole:
                whole = row.text
            elif _SOFT_END.search(whole) and row.text[:1].islower():
                whole = whole[:-1] + SOFT + row.text
            else:
                whole = f"{whole} {row.text}"
        return whole


def usual_points(rows: Sequence[Row]) -> float:
    """The font size most of the text is set in; 0 where there is no text."""
    letters: Counter[float] = Counter()
    for row in rows:
        letters[row.font_points] += len(row.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def without_running_heads(rows: Sequence[Row]) -> list[Row]:
    """The rows without page numbers, tables of contents, and what stands at the edge of three pages or more."""
    rows = [row for row in rows if not _LEADERS.search(row.text)]
    pages = {row.page for row in rows}
    seen: dict[tuple[str, float], set[int]] = {}
    for row in rows:
        if _at_edge(row):
            seen.setdefault(_pattern(row), set()).add(row.page)
    running = {text for text, on in seen.items() if len(on) >= max(3, 0.3 * len(pages))}
    return [row for row in rows
            if not (_at_edge(row) and (_pattern(row) in running or _PAGE_NUMBER.match(row.text)))]


def read_blocks(rows: Sequence[Row]) -> tuple[Block, ...]:
    """The blocks in the order of the file."""
    usual = usual_points(rows)
    drafts = _joined(rows)
    sizes = sorted({draft.rows[0].font_points for draft in drafts if _is_large(draft, usual)}, reverse=True)
    everything = " ".join(row.text for row in rows)
    blocks = []
    for at, draft in enumerate(drafts):
        text = _whole_words(draft.text(), everything)
        if _is_large(draft, usual):
            blocks.append(Block("heading", text, min(6, 2 + sizes.index(draft.rows[0].font_points))))
        elif match := _BULLET.match(text):
            blocks.append(Block("item", text[match.end():], 1))
        elif _heads(draft, drafts[at + 1] if at + 1 < len(drafts) else None):
            blocks.append(Block("heading", text, min(6, 2 + len(sizes))))
        elif draft.rows[0].font_points < 0.87 * usual and re.match(r"^(?:\[?\d{1,3}\]?|\*|†)\s", text):
            blocks.append(Block("note", text))
        else:
            blocks.append(Block("paragraph", text))
    return tuple(blocks)


def _whole_words(text: str, everything: str) -> str:
    """Words divided at the end of a row made whole; with their hyphen where the text writes them so elsewhere."""
    def whole(match: re.Match[str]) -> str:
        hyphened = f"{match[1]}-{match[2]}"
        return hyphened if hyphened in everything or not match[2].islower() else match[1] + match[2]
    return _DIVIDED.sub(whole, text).replace(SOFT, "")


def _at_edge(row: Row) -> bool:
    return row.bottom < EDGE * row.page_height or row.bottom > (1 - EDGE) * row.page_height


def _pattern(row: Row) -> tuple[str, float]:
    """What is the same in all running heads of a document: the words but for numbers, and their size."""
    return re.sub(r"\d+", "0", row.text).strip().lower(), row.font_points


def _joined(rows: Sequence[Row]) -> list[_Draft]:
    leading = _leading(rows)
    column = median([row.right for row in rows]) if rows else 0.0
    drafts: list[_Draft] = []
    for row in rows:
        if drafts and _goes_on(drafts[-1].rows[-1], row, leading, column):
            drafts[-1].rows.append(row)
        else:
            drafts.append(_Draft([row]))
    return drafts


def _goes_on(last: Row, row: Row, leading: float, column: float) -> bool:
    """Whether a row belongs to the paragraph of the row before."""
    if abs(last.font_points - row.font_points) > 0.6 or _BULLET.match(row.text):
        return False
    if last.page != row.page or row.bottom > last.bottom:       # over the page or the column
        return not _STOP.search(last.text) and row.text[:1].islower()
    if last.bottom - row.bottom > 1.45 * max(leading, row.font_points):
        return False
    ended = _STOP.search(last.text) is not None
    if ended and last.right < 0.82 * column:
        return False
    return not (ended and row.left > last.left + 0.8 * row.font_points)   # an indented first row


def _leading(rows: Sequence[Row]) -> float:
    """The usual distance between two rows of a paragraph, in points."""
    steps = [last.bottom - row.bottom for last, row in itertools.pairwise(rows)
             if last.page == row.page and 0 < last.bottom - row.bottom < 4 * row.font_points]
    return median(steps) if steps else 0.0


def _is_large(draft: _Draft, usual: float) -> bool:
    return draft.rows[0].font_points >= HEADING * usual and len(draft.text().split()) <= HEADING_WORDS \
        and not _BULLET.match(draft.rows[0].text)


def _heads(draft: _Draft, after: _Draft | None) -> bool:
    """Whether a short row set like the text stands alone before a longer paragraph: a heading in bold, most likely."""
    text = draft.text()
    if after is None or len(draft.rows) > 1 or len(text.split()) > 12 or len(text) < 3 or _STOP.search(text) \
            or text[:1].islower() or text.endswith(","):
        return False
    return len(after.rows) >= 2 and not _BULLET.match(after.rows[0].text)
