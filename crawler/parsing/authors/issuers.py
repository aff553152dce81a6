"""Outline and title -> the institution that facts beside the title name as publisher or source. Pure.

"Issued by: Ministry of Ports", `<dt>Herausgeber</dt><dd>Hafenamt</dd>`, "发布时间：… 来源：国家统计局". It signs where
no person does; the press that a text was taken from never does.
"""

import re
from collections.abc import Iterator
from functools import cache

from crawler.parsing.authors.claims import Authors, Found
from crawler.parsing.bylines import read_byline
from crawler.parsing.bylines.words import AGENCIES
from crawler.parsing.choice import Candidate, Choice
from crawler.parsing.furniture.running_text import is_paragraph
from crawler.parsing.outline import Outline
from crawler.parsing.site import fold
from crawler.parsing.title import heading_of
from crawler.parsing.word_files import any_of, word_tables

_BEFORE, _AFTER = 6, 20       # runs around the title
_LONGEST = 200                # characters of a line of facts
_LONGEST_LABEL = 30
_NAME_CELLS, _VALUE_CELLS = frozenset({"dt", "th", "td"}), frozenset({"dd", "td"})
_NAMES = re.compile(r"ministr|ministerio|department|issuer|publisher|(?:agency|organi[sz]ation|authority)-?name")
_STEPS_UP = 2                 # elements around a line
_SCORE = 1.6                  # below any byline


def issuing_bodies(outline: Outline, title: Choice[str | None]) -> Iterator[Found]:
    """The first candidate of the lines around the title, up to the first paragraph of the text."""
    heading = heading_of(outline, title)
    if heading is None:
        return
    place, paragraphs = outline.run_from(outline.starts[heading]), 0
    for number in range(max(place - _BEFORE, 0), min(place + _AFTER, len(outline.runs))):
        run = outline.runs[number]
        paragraphs += number > place and is_paragraph(run)
        if paragraphs > 1:                                # the first may be a dek
            return
        if bodies := _named_in(outline, number):
            yield Candidate(bodies, "issuing body", _SCORE, outline.lone_element(run))
            return
        if number != place and (body := _in_named(outline, number)):
            yield Candidate(body, "element named after the ministry", _SCORE, outline.lone_element(run))
            return


def _named_in(outline: Outline, number: int) -> Authors:
    """The institutions of a line of facts, or of the cell behind that of the label."""
    run = outline.runs[number]
    if len(run.text) > _LONGEST:
        return ()
    if (":" in run.text or "：" in run.text) and (found := _pattern().search(run.text)):
        return _bodies(found["label"], found["value"])
    label = run.text.rstrip(" :：")
    after = outline.runs[number + 1] if number + 1 < len(outline.runs) else None
    if after is None or len(label) > _LONGEST_LABEL or label.lower() not in _kinds() or not (
            run.text[-1] in ":：" or (outline.tags[run.element] in _NAME_CELLS
                                     and outline.tags[after.element] in _VALUE_CELLS)):
        return ()
    return _bodies(label, after.text)


def _in_named(outline: Outline, number: int) -> Authors:
    """The institution that fills an element which is named after ministries or publishers."""
    run = outline.runs[number]
    boxes = (run.element, *outline.ancestors(run.element, _STEPS_UP))
    if len(run.text) > _LONGEST or not any(_NAMES.search(outline.names[i]) and outline.text(i) == run.text
                                           for i in boxes):
        return ()
    return tuple(author for author in read_byline(run.text, led=False) if author.kind == "organization")


def _bodies(label: str, value: str) -> Authors:
    """The institutions of a value, none of them the press where the label tells a source."""
    found = tuple(author for author in read_byline(value, led=False) if author.kind == "organization")
    if _kinds()[label.lower()] == "issuer":
        return found
    return () if any(author.name.lower() in AGENCIES or _is_press(author.name) for author in found) else found


def _is_press(name: str) -> bool:
    press = word_tables("authors/issuers.txt")["press"]
    words = fold(name).split()
    return any(word in words or (not word.isascii() and name.endswith(word)) for word in press)


@cache
def _kinds() -> dict[str, str]:
    tables = word_tables("authors/issuers.txt")
    return {word: kind for kind in ("source", "issuer") for word in tables[kind]}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[\s|·•,;，；])(?P<label>{any_of(_kinds())})\s*[:：]\s*(?P<value>\S.*)", re.IGNORECASE)
