"""The lines of the body -> blocks: which short lines are headings, items, quotes, captions. Pure.

A heading of a saved page has lost its mark-up: it is told by its length beside its neighbours', by what follows it,
and by whether it reads like a sentence; where all headings of a page are sentences, so are these.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from archive.records import Block
from crawler.parsing.saved_text.lines import MARKS, Line, size
from crawler.parsing.saved_text.marks import is_caption, is_sentence

HEADING_WORDS = 22          # longest heading
SENTENCE_HEADING_WORDS = 16 # longest heading that closes with a full stop
ITEM_WORDS = 16             # longest unmarked item
BESIDE = 30                 # lines on each side that an item's indent is compared with

_BULLET = re.compile(rf"[{MARKS}]\s+(?=\S)")
_NUMBER = re.compile(r"^(?:\(?(\d{1,2}|[a-z]|[ivx]{1,5})[.)]|(\d{1,2}(?:\.\d{1,2})+)\.?)\s+(?=\S)", re.IGNORECASE)
_HASHES = re.compile(r"^(#{1,6})\s+(?=\S)")
_ARTICLE = re.compile(
    r"^(?:(?:chapter|part|section|article|step|kapitel|teil|abschnitt|chapitre|partie|artículo|capítulo|parte|capitolo|"
    r"hoofdstuk|rozdział|глава|часть)\s+[\divxlc]+\b|第.{1,3}[章节節条部])", re.IGNORECASE)
_NOTE = re.compile(r"^(?:\[\d{1,3}\]|[¹²³⁴-⁹]+|\d{1,3}\s*↑|↑\s*\d{1,3}|\^\s)\s*\S")
_QUOTED = re.compile(r"""^(?:>\s*.+|["“„«「『‘‹][^"“”„«»「」『』‹›]{12,}["”“»」』’›][.!?]?(?:\s*[—–-]\s*.{3,80})?)$""")
_INNER_END = re.compile(r"[.!?。！？][\"'”’»)]*\s+[\"'“‘«(]?\S")
_OPENERS = frozenset("""this that these those it its they he she we i you there here but and or so yet then nor such
    instead however moreover still also indeed perhaps no yes""".split())
_CLOSED = re.compile(r"[,;、，；]$")


@dataclass(frozen=True, slots=True)
class _Measure:
    """What is usual in this body."""

    paragraph: float        # words of a usual paragraph
    sentences: bool         # headings read like sentences
    runs: list[range]       # by line: those beside it, it included, that all begin as items do, or all do not


def read_blocks(lines: Sequence[Line], *, title_is_sentence: bool = False) -> tuple[Block, ...]:
    """The blocks of the body in reading order; `title_is_sentence`: the page ends its headings with a full stop."""
    measure = _measured(lines, title_is_sentence)
    blocks: list[Block] = []
    at = 0
    while at < len(lines):
        run = _run_of_items(lines, at, measure) or _table(lines, at)
        if run:
            blocks += run[0]
            at += run[1]
            continue
        blocks.append(_read_line(lines, at, measure))
        at += 1
    return tuple(blocks)


def _measured(lines: Sequence[Line], title_is_sentence: bool) -> _Measure:
    sizes = [size(line.text) for line in lines]
    usual = [words for words in sizes if words > HEADING_WORDS] or [words for words in sizes if words >= 8] or [0.0]
    paragraph = median(usual)
    sentences = paragraph >= (25 if title_is_sentence else 38) and not any(
        _is_plain_heading(lines, at, paragraph) for at in range(len(lines)))
    return _Measure(paragraph, sentences, _runs_of(lines))


def _runs_of(lines: Sequence[Line]) -> list[range]:
    runs: list[range] = []
    for _, same in groupby(lines, key=lambda line: is_item(line.text)):
        count = sum(1 for _ in same)
        runs += [range(len(runs), len(runs) + count)] * count
    return runs


def _read_line(lines: Sequence[Line], at: int, measure: _Measure) -> Block:
    text = lines[at].text
    if match := _HASHES.match(text):
        return Block("heading", text[match.end():], len(match[1]))
    if _QUOTED.match(text):
        return Block("quote", text.removeprefix(">").strip())
    if is_caption(text):
        return Block("caption", text)
    if _NOTE.match(text):
        return Block("note", text)
    if _is_heading(lines, at, measure):
        return Block("heading", text, _level(text))
    if (match := _BULLET.match(text)) or ((match := _NUMBER.match(text)) and _is_numbered_item(lines, at)):
        return Block("item", text[match.end():], _depth(lines, at, measure.runs[at]))
    if text.endswith((";", "；")) and at and _opens_list(lines, at):
        return Block("item", text, 1)
    return Block("paragraph", text)


def _is_heading(lines: Sequence[Line], at: int, measure: _Measure) -> bool:
    text = lines[at].text
    if _BULLET.match(text) or _is_numbered_item(lines, at):
        return False
    if _is_plain_heading(lines, at, measure.paragraph):
        return True
    words, after = size(text), _prose_after(lines, at)
    if after is None or words > HEADING_WORDS or _INNER_END.search(_unnumbered(text)):
        return False
    if _NUMBER.match(text) or _ARTICLE.match(text):
        return after >= 1.5 * words
    return measure.sentences and _is_sentence_heading(lines, at, measure)


def _is_plain_heading(lines: Sequence[Line], at: int, paragraph: float) -> bool:
    """Whether the line is short, doesn't close like a sentence, and a longer paragraph or a list follows it."""
    text = lines[at].text
    words = size(text)
    if words > HEADING_WORDS or len(text) > 200 or _CLOSED.search(text) or _BULLET.match(text) or _NUMBER.match(text) \
            or _QUOTED.match(text) or is_caption(text) or _NOTE.match(text) or "\t" in text:
        return False
    after = _prose_after(lines, at)
    if after is None:
        return False
    if text.endswith((":", "：")):
        return words <= 6 and after >= 12 and not is_item(lines[at + 1].text)
    if text.endswith(("?", "？", "؟", "!", "！")):
        return words <= 18 and after >= 2 * words and paragraph >= 2.5 * words and not _INNER_END.search(text)
    if is_sentence(text):
        return False
    return after >= 1.3 * words and (words <= 16 or paragraph >= 3 * words)


def _is_sentence_heading(lines: Sequence[Line], at: int, measure: _Measure) -> bool:
    """Whether a short sentence stands between paragraphs at least three times its length."""
    text = lines[at].text
    words = size(text)
    first = text.split(None, 1)[0].lower().strip("“\"'‘«„,")
    if words > SENTENCE_HEADING_WORDS or words < 3 or words > 0.34 * measure.paragraph or first in _OPENERS \
            or text[:1] in "\"“„«‘「":
        return False
    after = size(lines[at + 1].text) if at + 1 < len(lines) else 0
    before = lines[at - 1].text if at else None
    closed = before is None or is_item(before) or _QUOTED.match(before) is not None or size(before) >= 2 * words
    return after >= 2.5 * words and closed


def _prose_after(lines: Sequence[Line], at: int) -> float | None:
    """Words of the paragraph after this line, past one more heading; None where no prose follows."""
    for following in lines[at + 1:at + 3]:
        if is_item(following.text) and following is lines[at + 1]:
            return float(HEADING_WORDS * 2)
        if (is_sentence(following.text) and size(following.text) >= 5) or size(following.text) > HEADING_WORDS \
                or (following.text.endswith((":", "：")) and size(following.text) >= 8):
            return size(following.text)
        if is_sentence(following.text) or _CLOSED.search(following.text):
            return None
    return None


def is_item(text: str) -> bool:
    """Whether the line begins as an item of a list does."""
    return bool(_BULLET.match(text) or _NUMBER.match(text))


def _is_numbered_item(lines: Sequence[Line], at: int) -> bool:
    """Whether a numbered line stands beside another of its kind; alone before a paragraph it is a heading."""
    if not _NUMBER.match(lines[at].text):
        return False
    beside = [*lines[max(0, at - 1):at], *lines[at + 1:at + 2]]
    return size(lines[at].text) > HEADING_WORDS or any(_NUMBER.match(line.text) for line in beside)


def _run_of_items(lines: Sequence[Line], at: int, measure: _Measure) -> tuple[list[Block], int] | None:
    """Items that lost their marks: three short lines or more in a row, or two after a colon; and how many lines."""
    count = 0
    while at + count < len(lines):
        text = lines[at + count].text
        if size(text) > ITEM_WORDS or is_sentence(text) or is_item(text) or "\t" in text \
                or text.endswith((":", "：")) or _HASHES.match(text) or is_caption(text) or _NOTE.match(text):
            break
        count += 1
    opened = at > 0 and lines[at - 1].text.endswith((":", "："))
    if count and at + count < len(lines) and not opened and _is_plain_heading(lines, at + count - 1, measure.paragraph):
        count -= 1                            # the last of them heads the paragraph that follows
    if count < (2 if opened else 3):
        return None
    head = [] if opened else [Block("heading", lines[at].text, 2)]
    return [*head, *(Block("item", line.text, 1) for line in lines[at + len(head):at + count])], count


def _table(lines: Sequence[Line], at: int) -> tuple[list[Block], int] | None:
    count = 0
    while at + count < len(lines) and "\t" in lines[at + count].text:
        count += 1
    if count < 2:
        return None
    return [Block("table", "\n".join(line.text for line in lines[at:at + count]))], count


def _opens_list(lines: Sequence[Line], at: int) -> bool:
    before = lines[at - 1].text
    return before.endswith((":", "：", ";", "；"))


def _depth(lines: Sequence[Line], at: int, run: range) -> int:
    """How deep the item is nested, from 1: by its indent among the items beside it."""
    beside = lines[max(run.start, at - BESIDE):min(run.stop, at + BESIDE)]
    return sorted({line.indent for line in beside}).index(lines[at].indent) + 1


def _level(text: str) -> int:
    match = _NUMBER.match(text)
    return min(6, 2 + match[2].count(".")) if match and match[2] else 2


def _unnumbered(text: str) -> str:
    match = _NUMBER.match(text)
    return text[match.end():] if match else text
