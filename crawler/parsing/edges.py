"""Runs of the body -> the runs without what stands at its two ends and is no prose: dates, bylines, the page's frame.

A model that chooses runs by likelihood lets a line of the frame pass on short and plain pages; at the ends of the body
such a line is known by its words alone, and a paragraph never is. Pure.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from crawler.parsing.file_titles import name_of_file
from crawler.parsing.file_types import media_type_of
from crawler.parsing.outline import Outline, Run
from crawler.parsing.saved_text.marks import is_foot, is_frame, read_head_line, read_share_row
from crawler.parsing.site import fold
from crawler.parsing.topic_words import HOME

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
MOST = 8                   # runs looked at from each end
_FILE = re.compile(r"\bpdf\b|\bdownload\b|\bherunterladen\b|\btélécharger\b|\bdescargar\b|\bscarica\b", re.IGNORECASE)

_NUMBER = re.compile(r"(?:[^\W\d]+\s){0,4}(?:n[°ºo]|no\.?|nr\.?|number):?\s?[\w/.()-]*\d[\w/.()-]*", re.IGNORECASE)
_BACK = re.compile(r"\W*(?:back to\b|return to\b|zurück\b|retour\b|volver\b|voltar\b|torna\b|terug\b|tilbake\b|"
                   r"tillbaka\b|wróć\b|powrót\b|назад\b|вернуться\b|返回|一覧へ|목록)", re.IGNORECASE)
_STEP = re.compile(r"\s+[>›»▸▶→/|]\s+")                       # between the crumbs of a trail from the home page
_ENDS = re.compile(r"(?:#\s?){1,6}|[-–—]\s?30\s?[-–—]")     # of a release; what follows is about who sent it
_LONGEST_NUMBER = 50       # characters of a line that only numbers the publication
_LONGEST_HEADING = 60      # characters of a heading that may stand under no text; longer ones are prose
_STOPS = frozenset(".。।")
_MOST_BARE = 2             # of them; more are a list of their own
_LONGEST_MARK = 12         # characters
_LEAST_RELEASE = 0.6       # share of the text that stands before such a mark


def without_frame(outline: Outline, numbers: Sequence[int]) -> list[int]:
    """The runs `numbers` (places in `outline.runs`) from the first to the last that may be prose."""
    first, last = 0, _end_of_release(outline, numbers)
    while first < min(MOST, last) and (_is_frame(outline, numbers[first]) or (
            _is_link(outline, numbers[first]) and not _is_one_heading_of_many(outline, numbers, first))):
        first += 1
    while last > max(first, len(numbers) - MOST) and _is_frame(outline, numbers[last - 1]):
        last -= 1
    kept = list(numbers[first:last])
    bare = len(list(takewhile(lambda number: _is_heading(outline, number), reversed(kept))))
    return kept[:-bare] if 0 < bare <= _MOST_BARE and bare < len(kept) else kept


def _is_one_heading_of_many(outline: Outline, numbers: Sequence[int], place: int) -> bool:
    """Whether the run heads a part of the text as others do, and links too: who speaks in a debate."""
    tag = outline.tags[outline.runs[numbers[place]].element]
    return tag in _HEADINGS and any(outline.tags[outline.runs[number].element] == tag and _is_link(outline, number)
                                    for number in numbers[place + 1:])


def _end_of_release(outline: Outline, numbers: Sequence[int]) -> int:
    """How many of the runs stand before the mark that ends a press release ("###", "-30-"); all where there is none."""
    lengths = [len(outline.runs[number].text) for number in numbers]
    for place in range(len(numbers) - 1, max(len(numbers) - MOST, 1) - 1, -1):
        if lengths[place] < _LONGEST_MARK and _ENDS.fullmatch(outline.runs[numbers[place]].text):
            return place if sum(lengths[:place]) >= _LEAST_RELEASE * sum(lengths) else len(numbers)
    return len(numbers)


def _is_frame(outline: Outline, number: int) -> bool:
    run = outline.runs[number]
    text = run.text
    if len(text) > 200:
        return False
    if len(text) < _LONGEST_NUMBER and _NUMBER.fullmatch(text):
        return True
    if is_frame(text) or is_foot(text) or _is_trail(text) or read_head_line(text) or len(read_share_row(text)) > 1:
        return True
    if _is_link(outline, number) and (_FILE.search(text) or _BACK.match(text)):
        return True
    return _offers_file(outline, run)


def _offers_file(outline: Outline, run: Run) -> bool:
    """Whether the run is the name of a file, a link to it, and what it is: "Ports review PDF (346 KB)"."""
    return bool(run.link_chars) and run.text[-1] not in _STOPS and any(
        outline.tags[i] == "a" and media_type_of(outline.attributes[i].get("href") or "")
        for i in outline.begun_in(run)) and name_of_file(run.text) != run.text


def _is_heading(outline: Outline, number: int) -> bool:
    """Whether the run is a short heading; at the end of the body it heads something else: a list, an offer, nothing."""
    run = outline.runs[number]
    return outline.tags[run.element] in _HEADINGS and len(run.text) <= _LONGEST_HEADING


def _is_trail(text: str) -> bool:
    """Whether the line is a trail of crumbs.

    >>> _is_trail("Home ▸ News releases ▸ Rates rise"), _is_trail("Home care costs more than in 2020")
    (True, False)
    """
    first, *rest = _STEP.split(text, maxsplit=1)
    return bool(rest) and fold(first) in HOME


def _is_link(outline: Outline, number: int) -> bool:
    """Whether the run is short and nothing but a link: no body begins with one, the frame before it does."""
    run = outline.runs[number]
    return len(run.text) < 80 and run.link_chars >= 0.9 * len(run.text)
