"""Rows of a PDF -> blocks: rows joined to paragraphs, headings told by size. Pure."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from archive.records import Block
from crawler.parsing.appearance import BULLETS
from crawler.parsing.pdf.lines import RAISED, SOFT, Row
from crawler.parsing.saved_text.marks import is_caption

HEADING = 1.12             # a heading is set at least so much larger than the text
SMALL = 0.87               # notes and the figures of charts are set at most so large
HEADING_WORDS = 28
_HEADING_IN_TEXT = 12      # words of one that is no larger than the text
_MOST_BOLD = 0.3           # of the text, if bold rows are headings
_MOST_NOTES = 12           # at the foot of one column
_NEAR = 15                 # rows before and after one that tell how wide its column is
_SLACK = 0.15              # of its width: so much less than full are rows where no line ends

BULLET = re.compile(rf"^[{BULLETS}»]\s*(?=\S)|^[–—-]\s+(?=\S)")
_NOTE = re.compile(rf"(?:\[?\d{{1,3}}[\]).]?|[*†‡§])\s|[{RAISED}]")
_LABEL = re.compile(r"\W{0,2}(?:\d[\d.]{0,8}|[a-z]|[ivxlc]{1,5})?\W{0,2}\t", re.IGNORECASE)      # "1.2", "(a)", "•"
_LETTER = re.compile(r"[^\W\d_]")
STOP = re.compile(r"[.!?:;。！？…][\"'”’»)\]\d]*$")
_SENTENCES = re.compile(r"[^\W\d_]{3}[.!?]\s+[^\W\d_a-z]")
_SOFT_END = re.compile(rf"[^\W\d_][-‐{SOFT}]$")
_SPACELESS = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uff60]")      # Chinese and Japanese
_DIVIDED = re.compile(rf"([^\W\d_]{{1,40}}){SOFT}\s?([^\W\d_]{{1,40}})")


@dataclass(slots=True)
class _Draft:
    rows: list[Row]

    @property
    def is_table(self) -> bool:
        return len(self.rows) > 1 and _has_cells(self.rows[0])

    @property
    def is_bold(self) -> bool:
        return all(row.is_bold for row in self.rows)

    def text(self) -> str:
        if self.is_table:
            return "\n".join(row.text for row in self.rows)
        whole = ""
        for row in self.rows:
            text = row.text.replace("\t", " ")
            if not whole:
                whole = text
            elif _SOFT_END.match(whole[-2:]) and text[:1].islower():
                whole = whole[:-1] + SOFT + text
            elif _SPACELESS.match(whole[-1]) and _SPACELESS.match(text):
                whole += text
            else:
                whole = f"{whole} {text}"
        return whole


def usual_points(rows: Sequence[Row]) -> float:
    """The font size most of the text is set in; 0 where there is no text."""
    letters: Counter[float] = Counter()
    for row in rows:
        letters[row.font_points] += len(row.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def read_blocks(rows: Sequence[Row]) -> tuple[Block, ...]:
    """The blocks in the order of the file."""
    usual = usual_points(rows)
    drafts = _joined(_with_drawn_out(rows))
    sizes = sorted({draft.rows[0].font_points for draft in drafts if _is_large(draft, usual)}, reverse=True)
    everything = " ".join(row.text for row in rows)
    bold = sum(len(row.text) for row in rows if row.is_bold) < _MOST_BOLD * len(everything)
    blocks = []
    for at, draft in enumerate(drafts):
        text = _whole_words(draft.text(), everything)
        if draft.is_table:
            blocks.append(Block("table", text))
        elif draft.rows[0].font_points < SMALL * usual and not _LETTER.search(text):     # at the edges of a chart
            continue
        elif _is_large(draft, usual):
            blocks.append(Block("heading", text, min(6, 2 + sizes.index(draft.rows[0].font_points))))
        elif match := BULLET.match(text):
            blocks.append(Block("item", text[match.end():], 1))
        elif is_caption(text):
            blocks.append(Block("caption", text))
        elif (bold and draft.is_bold and _may_head(text)) or _heads(draft, *drafts[at + 1:at + 2]):
            blocks.append(Block("heading", text, min(6, 2 + len(sizes))))
        elif draft.rows[0].font_points < SMALL * usual and _NOTE.match(text):
            blocks.append(Block("note", text))
        else:
            blocks.append(Block("paragraph", text))
    return tuple(blocks)


def _whole_words(text: str, everything: str) -> str:
    """Words divided at the end of a row made whole; with their hyphen where the text writes them so elsewhere."""
    def whole(match: re.Match[str]) -> str:
        hyphened = f"{match[1]}-{match[2]}"
        return hyphened if hyphened in everything or not match[2].islower() else match[1] + match[2]
    return _DIVIDED.sub(whole, text).replace(SOFT, "") if SOFT in text else text


def _with_drawn_out(rows: Sequence[Row]) -> list[Row]:
    """The rows; two words drawn out to the width of the column, by the rows beside them, are no two cells."""
    drawn = {n for n, (last, row) in enumerate(itertools.pairwise(rows))
             if last.text.count("\t") + row.text.count("\t") == 1 and row.text[:1].islower() and last.page == row.page
             and abs(last.left - row.left) < 1 and abs(last.right - row.right) < 1}
    return [replace(row, text=row.text.replace("\t", " ")) if drawn & {n, n - 1} else row for n, row in enumerate(rows)]


def _joined(rows: Sequence[Row]) -> list[_Draft]:
    leading = _leading(rows)
    column = median([row.right for row in rows]) if rows else 0.0
    drafts: list[_Draft] = []
    current = None                                      # the last, but for a paragraph that went on after notes
    for at, row in enumerate(rows):
        if current is not None and _goes_on(current.rows[-1], row, leading, column) and (
                _has_cells(row) or not _broken_off(rows, at)):
            current.rows.append(row)
        elif before := _interrupted(drafts, row):
            before.rows.append(row)
            current = before
        else:
            current = _Draft([row])
            drafts.append(current)
    return drafts


def _interrupted(drafts: Sequence[_Draft], row: Row) -> _Draft | None:
    """The paragraph that goes on with this row after the notes at the foot of a column or page."""
    if not drafts or not row.text[0].islower() or _has_cells(row):
        return None
    for draft in reversed(drafts[-_MOST_NOTES:]):
        last = draft.rows[-1]
        if abs(last.font_points - row.font_points) <= 0.6:
            over = last.page != row.page or row.bottom > last.bottom
            return draft if over and draft is not drafts[-1] and not draft.is_table and not STOP.search(last.text) \
                else None
        if last.font_points > row.font_points:
            return None
    return None


def _goes_on(last: Row, row: Row, leading: float, column: float) -> bool:
    """Whether a row belongs to the paragraph of the row before."""
    if _has_cells(last) or _has_cells(row):
        return (_has_cells(last) and _has_cells(row) and last.page == row.page
                and 0 < last.bottom - row.bottom < 3 * max(leading, row.font_points))
    if abs(last.font_points - row.font_points) > 0.6 or BULLET.match(row.text) or row.text[0] in RAISED:
        return False
    ended = STOP.search(last.text) is not None
    if last.is_bold != row.is_bold and (last.is_bold or ended) and not row.text[:1].islower():
        return False
    if last.page != row.page or row.bottom > last.bottom:       # over the page or the column
        return not ended and row.text[:1].islower()
    if last.bottom - row.bottom > 1.45 * max(leading, row.font_points):
        return False
    if ended and last.right < 0.82 * column:
        return False
    return not (ended and row.left > last.left + 0.8 * row.font_points)   # an indented first row


def _has_cells(row: Row) -> bool:
    """Whether it is a row of a table; a number or letter before the text makes none."""
    return "\t" in row.text and not _LABEL.match(row.text)


def _broken_off(rows: Sequence[Row], at: int) -> bool:
    """Whether the row before ends although the first word of row `at` would have had ample room there: it was meant to.

    How far rows reach is told by those above and below in the same column and type.
    """
    last, row = rows[at - 1], rows[at]
    if abs(last.left - row.left) > 3 * row.font_points:             # centred
        return False
    reach = max(near.right for near in (*_column(rows[at:max(at - _NEAR, 0):-1]), *_column(rows[at:at + _NEAR])))
    word = 1 if _SPACELESS.match(row.text) else len(row.text.split(" ", 1)[0]) + 1
    room = (row.right - row.left) / len(row.text) * word
    return last.right + room < reach - _SLACK * (reach - row.left)


def _column(rows: Sequence[Row]) -> Iterator[Row]:
    """The first row, and those that follow it in the same column and type."""
    begin = last = rows[0]
    for row in rows:
        if (row.page != begin.page or _has_cells(row) or abs(row.font_points - begin.font_points) > 0.6
                or abs(row.left - begin.left) > 6 * begin.font_points
                or abs(row.bottom - last.bottom) > 4 * begin.font_points):
            return
        yield row
        last = row


def _leading(rows: Sequence[Row]) -> float:
    """The usual distance between two rows of a paragraph, in points."""
    steps = [last.bottom - row.bottom for last, row in itertools.pairwise(rows)
             if last.page == row.page and 0 < last.bottom - row.bottom < 4 * row.font_points]
    return median(steps) if steps else 0.0


def _is_large(draft: _Draft, usual: float) -> bool:
    return draft.rows[0].font_points >= HEADING * usual and len(draft.text().split()) <= HEADING_WORDS \
        and not BULLET.match(draft.rows[0].text)


def _may_head(text: str) -> bool:
    return len(text.split()) <= _HEADING_IN_TEXT and len(text) >= 3 and not STOP.search(text) \
        and not text[:1].islower() and not text.endswith(",") and not _SENTENCES.search(text)


def _heads(draft: _Draft, after: _Draft | None = None) -> bool:
    """Whether a short row set like the text stands alone before a longer paragraph: a heading, most likely."""
    text = draft.text()
    if after is None or len(draft.rows) > 1 or not _may_head(text):
        return False
    indented = draft.rows[0].left > after.rows[0].left + draft.rows[0].font_points
    return len(after.rows) >= 2 and not indented and not after.is_table and not BULLET.match(after.rows[0].text)
