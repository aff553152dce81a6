"""What a line of a saved page is where it isn't prose: a date, a byline, a share row, an ad label, a list's heading.

In: the text of one line. Out: what it marks, or None. Pure; the words stand in `words` and in the furniture tables.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from archive.records import RelatedKind
from crawler.parsing.bylines import without_lead
from crawler.parsing.bylines.names import is_role
from crawler.parsing.dates.ago import is_ago
from crawler.parsing.dates.alone import is_filler, without_clock
from crawler.parsing.dates.words import DATE_ALONE, YEAR_ALONE, YEAR_LAST, labels, tells_year
from crawler.parsing.furniture import words
from crawler.parsing.furniture.labels import list_kind
from crawler.parsing.furniture.networks import network_named
from crawler.parsing.furniture.words import squeezed
from crawler.parsing.remembering import remember
from crawler.parsing.saved_text.date_spans import date_at_end, date_window
from crawler.parsing.saved_text.labels import EDGES, bare, led, without_category
from crawler.parsing.saved_text.lines import size
from crawler.parsing.saved_text.share_rows import is_share_label, read_share_row
from crawler.parsing.saved_text.words import BROWSERS, CAPTION, COMMENTS, IN_BROWSER, READING_TIME, listed, parts
from crawler.parsing.word_files import word_tables

MarkKind = Literal["published", "modified", "byline", "reading time", "label", "place"]

_SEPARATOR = re.compile(r"[\s\-–—_=*|·•~.…/\\]+")
_MAY_SWAP = re.compile(r"[/\-／－‑]")
_PARTS = re.compile(r"\s+[-–—/]\s+|\s*[|·•∙‧●]\s*|\t")
_READING_TIME = re.compile(
    rf"(?:(?:estimated|approx\.?|about|ca\.?|env\.)\s+)?(?:\W*\d+(?:[.,\s]\d{{3}})*\s*(?:-|–|to)?\s*\d*\W*)?(?:{'|'.join(READING_TIME)})"
    r"\w*\W*(?:about\s+)?(?:\d+(?:[\s.,]\d{3})*)?\s*(?:[^\W\d][\w\u0e31-\u0e4e]*\.?|×)?", re.IGNORECASE)
_PARTICLES = frozenset("""and & et und y e i en og och ja és și si i и та και ve dan và of the for on at de la le les
    van von der den di da do dos das del du el al bin ibn st with mit avec con com""".split())
_BARE_LABELS = ("author ", "autor ")
_COUNT = re.compile(r" ?[(\[]\d{1,4}[)\]]$")            # "Reacties (2)"
_NEXT_LABEL = re.compile(r" (?=[^\s：]{1,6}：)")
_LEAST_UNSTOPPED = 10          # words of a sentence without a full stop
_GLUED_LABEL = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z][a-z]{5,}$)|(?<=[A-Z])(?=(?:PUBLISHED|UPDATED|POSTED)$)")
_GLUED_DAY = re.compile(r"(?<=\b(?:19|20)\d\d)(?=[A-ZÀ-ÞА-Я][^\W\d_A-Z])")      # "July 18, 2025July 20, 2025Ada One"
_CAPITAL_AMID = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z][a-z])")
_DURATION = re.compile(r" ?\(?\d{1,3}(?:[:.]\d\d)?(?: ?min[a-z]{0,4}\.?)?\)?$")       # "Listen 6 min"
_DURATION_CHARS = 24           # it and its brackets are shorter; the pattern would try each place of a paragraph
_LONGEST_ROW = 60              # characters of a menu in one line
_LONGEST_RIGHTS = 8            # words of a line with © amid it
_PLACE = re.compile(r"[^\W\d_]\S*(?:\s[^\W\d_]\S*){0,2},$")
_LONGEST_CAPTION = 50          # words
_SENTENCE_END = re.compile(r"[.!?。！？…।؟]['\"”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing a line of the head says: a date (`value` ISO, `raw` as written), a byline (`value` the names)."""

    kind: MarkKind
    value: str
    raw: str = ""


def is_sentence(text: str) -> bool:
    """Whether the line closes like a sentence; a long line of Thai or Lao, which have no full stop, is one."""
    return _SENTENCE_END.search(text) is not None or (
        "\u0e00" <= text[-1:] < "\u0f00" and size(text) >= _LEAST_UNSTOPPED)


def is_prose(text: str, least: int = 25) -> bool:
    """Whether the line may be a paragraph: a long sentence, and not cut short as an excerpt is."""
    return size(text) >= least and is_sentence(text) and not text.endswith(("…", "...", "…]", "...]"))


def is_caption(text: str) -> bool:
    """Whether the line begins as the caption or the credit of a picture does: "Photo: Ada One"."""
    return CAPTION.match(text) is not None and size(text) <= _LONGEST_CAPTION


def is_separator(text: str) -> bool:
    """Whether nothing but dashes, dots or bars stands on the line."""
    return _SEPARATOR.fullmatch(text) is not None


@remember
def is_frame(text: str) -> bool:
    """Whether the line belongs to the page's frame: menu, log-in, back to top; or is a row of such words."""
    end = max(len(text) - _DURATION_CHARS, 0)
    said, frame = bare(f"{text[:end]}{_DURATION.sub('', text[end:])}".rstrip(" ·•|")), listed("frame")
    return said in frame or (0 < len(said) < _LONGEST_ROW and all(word in frame for word in said.split())) \
        or (any(word in said for word in BROWSERS) and IN_BROWSER.match(said) is not None)


def is_furniture(text: str) -> bool:
    """Whether the line is none of the text wherever it stands: of the frame, a share row, dashes alone."""
    return is_separator(text) or is_frame(text) or is_share_label(text) or bool(read_share_row(text))


@remember
def is_foot_link(text: str) -> bool:
    """Whether the line is a link of the page's foot: imprint, privacy, contact."""
    return bare(text) in _foot_links()


@cache
def _foot_links() -> frozenset[str]:
    return listed("foot-link").union(word_tables("judgement/headings.txt")["site"])


def says_comments(text: str) -> bool:
    """Whether comments begin below the line: "12 comments", "Comments"."""
    low = _COUNT.sub("", text.lower().strip(" #:"))
    return COMMENTS.match(low) is not None or low in listed("comments")


def leads_on(text: str) -> bool:
    """Whether the line leads to the publication before or after this one: "← Older", "上一篇：…"."""
    return ((text.startswith("←") or text.endswith("→")) and not is_sentence(text)) or (
        (match := led(text.replace("：", ": "))) is not None and squeezed(match[1]) in words.listed("pager"))


@remember
def is_foot(text: str) -> bool:
    """Whether the page's foot begins here: copyright, comment form, note on the author."""
    low = text.lower()
    return size(text) <= 40 and (low.startswith(parts("foot", "rights")) or low.rstrip(".").endswith(
        parts("rights")) or says_comments(text) or (
            size(text) <= _LONGEST_RIGHTS and not is_sentence(text) and low.startswith(parts("short-foot"))))


def tells_rights(text: str) -> bool:
    """Whether a short line names who holds the rights, as below a list: "Full site © River Institute"."""
    return "©" in text and size(text) <= _LONGEST_RIGHTS


def is_date_label(text: str) -> bool:
    """Whether the line is what stands before a date and nothing else: "Published on"."""
    return len(text) < _LONGEST_ROW and _without_label(text)[0] == "" and bool(bare(text))


def read_head_line(text: str, *, month_first: bool | None = None) -> tuple[Mark, ...]:
    """All that the line marks, in its order; empty unless the whole line is marks.

    `month_first`: of 03/04/2025, which no other way of writing leaves open.

    >>> [mark.kind for mark in read_head_line("Published July 18, 2025 by Jane Doe · 3 min read")]
    ['published', 'byline', 'reading time']
    >>> read_head_line("What July 2025 means for trade")
    ()
    """
    return _read_marks(text, month_first if month_first is not None and _MAY_SWAP.search(text) else None)


@remember
def _read_marks(text: str, month_first: bool | None) -> tuple[Mark, ...]:
    if size(text) > 24 or len(text) > 200:
        return ()
    if text.count("：") > 1:
        text = _NEXT_LABEL.sub(" | ", text)
    if is_ago(text):
        return (Mark("reading time", text),)
    text = _GLUED_DAY.sub(" | ", text)
    found = _read_piece(text, month_first)
    if found is None:
        pieces = [piece for piece in _PARTS.split(text) if piece and piece.strip(EDGES)]
        read = [_read_piece(piece, month_first) for piece in pieces] if len(pieces) > 1 else []
        labels = [piece for piece, marks in zip(pieces, read, strict=False) if marks is None]
        if not any(read) or any(size(label) > 6 for label in labels):
            return ()
        found = [mark for piece, marks in zip(pieces, read, strict=True)
                 for mark in (marks if marks is not None else [Mark("label", without_category(piece))])]
    return tuple(found)


@remember
def list_heading(text: str) -> RelatedKind | None:
    """Whether the line heads a list of other publications, and of what kind: "Read more", "Most popular"."""
    text = text.lstrip("# ")
    if len(text) > 80 or is_sentence(text) or ((match := led(text)) and list_kind(match[1])):
        return None
    kind = list_kind(text)
    return None if kind == "other" else kind


def inline_offer(text: str) -> str | None:
    """The title offered by "Read more: TITLE" or "[Related: TITLE]"; None for any other line."""
    match = led(text)
    if not match or size(text) > 40 or not list_heading(match[1]):
        return None
    return match[2]


def _read_piece(text: str, month_first: bool | None) -> list[Mark] | None:
    """The marks a piece of a line consists of; None where it says anything else."""
    text = text.replace("：", ": ").strip(EDGES)
    if not text:
        return []
    if _READING_TIME.fullmatch(text) and any(char.isdigit() for char in text):
        return [Mark("reading time", text)]
    if any(char.isdigit() for char in text):
        if (found := _read_dated(text, month_first)) is not None:
            return found
        if (clock := without_clock(text)) != text and not _without_label(clock)[0]:
            return []                         # "Actualizado a las 15:10h."
    names = _read_byline(text)
    if names is None and (parts := re.fullmatch(r"(.+?)\s+(?:in|dans|en|em)\s+(\S+(?:\s\S+){0,3})", text)):
        names = _read_byline(parts[1])        # "Posted by Jane Doe in Economy"
        return [Mark("byline", names), Mark("label", parts[2])] if names else None
    return [Mark("byline", names)] if names else None


def _read_dated(text: str, month_first: bool | None) -> list[Mark] | None:
    """Marks of a piece that holds a date, with what stands before and after it; None where that is prose."""
    window = date_window(text, month_first)
    if window is None:
        return _read_year(text)
    start, end, iso = window
    before, kind = _without_label(text[:start].strip(EDGES))
    left = _read_piece(before, month_first)
    if left is None and before[:1].isupper() and _PLACE.fullmatch(text[:start].strip()):
        left = [Mark("place", before)]        # "Brussels, July 18, 2025"
    right = _read_piece(text[end:], month_first)
    if left is None and right and right[0].kind == "reading time" and _are_names(before):
        left = [Mark("label", before)]        # "Ada One July 18, 2025 5 min read"
    if left is None or right is None:
        return None
    return [*left, Mark(kind, iso, text[start:end].strip(EDGES)), *right]


def _read_year(text: str) -> list[Mark] | None:
    """The mark of a line that tells the year of publication and nothing else: "Published 2024"."""
    found = YEAR_LAST.fullmatch(text)
    if found is None or not tells_year(found["label"]):
        return None
    said = found["label"].rstrip(" :：")
    if said.lower() not in YEAR_ALONE and _without_label(said)[0]:
        return None
    return [Mark("published", found["year"], text[found.start("year"):])]


def _without_label(text: str) -> tuple[str, MarkKind]:
    """What remains of the words before a date without "Published on", and which date the label announces."""
    said = text.rstrip(" :：.").split()
    while said and is_filler(said[-1].lower()):
        said.pop()
    bare = _GLUED_LABEL.sub(" ", " ".join(said))
    if bare.lower() in DATE_ALONE:
        return "", "published"
    label = next((found for found in labels().finditer(bare) if found.end() == len(bare)), None)
    if label is None or label.lastgroup == "other":
        return bare, "published"
    return bare[:label.start()].strip(EDGES), "modified" if label.lastgroup == "modified" else "published"


def part_date(text: str, *, month_first: bool | None = None) -> tuple[str, str] | None:
    """What a line says beside a day at its very end or beginning, and the day; None for any other line."""
    window = date_at_end(text, month_first) or date_window(text, month_first)
    if window is None:
        return None
    start, end, iso = window
    before, after = _without_label(text[:start].strip(EDGES + "(（"))[0], text[end:].strip(EDGES + ")）")
    return (before or after, iso) if bool(before) != bool(after) and len(iso) >= len("2025-07") else None


def _read_byline(text: str) -> str | None:
    """The names of a byline; None for a line that is none."""
    bare = without_lead(text)
    if bare == text and text.lower().startswith(_BARE_LABELS):
        bare = text.partition(" ")[2]
    names = without_glued(bare.strip(EDGES))
    return names if bare != text and (_are_names(names) or is_role(names.partition(", ")[2])) else None


def without_glued(text: str) -> str:
    """The names without what stood behind them, parted by nothing but a style sheet: "Ada OneSenior Fellow"."""
    found = _CAPITAL_AMID.search(text)
    if found and (is_role(text[found.start():]) or network_named(text[found.start():])):
        return text[:found.start()]
    return text


def _are_names(text: str) -> bool:
    found = text.replace(",", " ").split()
    if "|" in text:
        return False
    if not 1 <= len(found) <= 16 or found[0].lower() in _PARTICLES - {"de", "van", "von", "el", "al", "the"}:
        return False
    if found[0] == "the" or (is_sentence(text) and not re.search(r"\b(?:[A-Z]|Jr|Sr|Inc|Ltd)\.$", text)):
        return False
    return found[0][0].isalpha() and all(word.lower() in _PARTICLES or not word[0].islower() for word in found)
