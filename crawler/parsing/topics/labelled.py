"""Outline and the title's place -> the tags behind a word that says so: "Topics: Trade, Ports". Pure."""

import re
from collections.abc import Iterator
from dataclasses import replace

from crawler.parsing.appearance import SUBHEADINGS
from crawler.parsing.outline import Outline, Run
from crawler.parsing.topics.label_text import MOST, Label, boxes_of, elsewhere, is_label, listed, parts_of, tag_of
from crawler.parsing.topics.words import CATEGORY_WORDS, FIRST_WORDS, LABEL, LABEL_WORDS

_CLAUSE, _TAGS_ALONE = re.compile(r"[.·•|]\s+"), LABEL_WORDS - CATEGORY_WORDS
_LONGEST_LINE = 600
_LONGEST_WORDS, _COMMA = 300, re.compile("[,;、，]")      # characters of a line of labels, and what parts them


def find_labelled(outline: Outline, heading: int | None, place: int) -> Iterator[Label]:
    """Tags in the line of a word that leads to them, or in those below: categories, and the first tags there are."""
    for number in range(max(place - 3, 0), len(outline.runs)):
        run = outline.runs[number]
        said = _label_of(outline, run)
        links = _amid(outline, run) if said is None and run.link_chars and ":" in run.text else []
        if (said is None and not links) or elsewhere(outline, run.element, heading):
            continue
        if said is None:
            yield from (label for i in links for label in tag_of(outline, i))
            continue
        if len(run.text) > len(said) + 1:
            labels = list(_behind(outline, run, len(said)))
        else:
            labels = list(_below(outline, number))
        if labels:
            if said.strip(" :：") not in CATEGORY_WORDS:
                yield from labels
                return
            yield from (replace(label, origin="category") for label in labels
                        if label.element is None or not elsewhere(outline, label.element, heading))


def _label_of(outline: Outline, run: Run) -> str | None:
    """The label that a line begins with, as it stands there; None where it begins with none."""
    first = run.text[:40].lower()
    if first.partition(" ")[0].rstrip(":：") not in FIRST_WORDS and (
            "：" not in first or first.partition("：")[0] not in FIRST_WORDS):
        return None
    found = LABEL.match(first) if len(run.text) < _LONGEST_LINE else None
    return found[0] if found else _before_links(outline, run)


def _before_links(outline: Outline, run: Run) -> str | None:
    """The label that opens a line without a colon, and links alone behind it: "<span>Category</span> <a>Trade</a>"."""
    link = next(iter(outline.links_in(run)), None) if run.link_chars else None
    said = outline.between(run.start, outline.starts[link]).strip().lower() if link is not None else ""
    return said if said in LABEL_WORDS and len(said) + run.link_chars + MOST >= len(run.text) else None


def _amid(outline: Outline, run: Run) -> list[int]:
    """The links behind a label amid a line that ends with them: "Posted by Ada in Ports. Tags: <a>Trade</a>"."""
    links, at = outline.links_in(run), run.start
    for number, i in enumerate(links):
        before, at = outline.between(at, outline.starts[i]).strip().lower(), outline.stops[i]
        if before.endswith(":") and _CLAUSE.split(before[:-1])[-1].strip() in _TAGS_ALONE:
            rest = outline.between(outline.stops[links[-1]], run.stop).strip(" .")
            return links[number:] if not rest else []
    return []


def _behind(outline: Outline, run: Run, end: int) -> Iterator[Label]:
    """The links of a line that begins with a label of `end` characters, or the words behind it."""
    links = outline.links_in(run)
    if links:
        if run.text.endswith(".") and ":" not in run.text[:end + 1]:
            return                                        # a sentence: "Read more about what a levy is."
        for i in links:
            yield from tag_of(outline, i)
    elif boxes := boxes_of(outline, run, end):
        yield from (Label(outline.text(i), i, "tags") for i in boxes if is_label(outline.text(i)))
    elif run.text[end - 1] in ":： " and len(run.text) < 300 and not run.text.endswith("."):
        yield from listed(run.text[end:], next(iter(outline.alone(run)), None))


def _below(outline: Outline, number: int) -> Iterator[Label]:
    """The lines of nothing but linked labels below a label on a line of its own."""
    if outline.tags[term := outline.runs[number].element] == "dt":
        yield from _of_term(outline, term)
        return
    following = outline.runs[number + 1] if number + 1 < len(outline.runs) else None
    if following is not None and (words := _words_listed(outline, following)):
        yield from words
        return
    first = following.element if following is not None else 0
    both = outline.around(first, outline.runs[number].element)
    for run in outline.runs[number + 1:number + 1 + MOST]:
        if not outline.inside(run.element, both):
            return
        parts = parts_of(outline, run)
        if any(outline.tags[i] in SUBHEADINGS for i in (run.element, *outline.ancestors(run.element, 2))):
            return                                        # a card of a list, not a tag
        boxed = not run.link_chars and len(parts) > 1                 # "<span>Trade</span> <span>Ports</span>"
        if not (boxed or run.link_chars >= 0.6 * len(run.text)) or not all(is_label(text) for text, _, _ in parts):
            return
        yield from (Label(text, element, "tags") for text, element, _ in parts)


def _words_listed(outline: Outline, run: Run) -> list[Label]:
    """The labels of a line without links that lists nothing else: "tariffs, harbours"."""
    if run.link_chars or len(run.text) > _LONGEST_WORDS or run.text.endswith(".") or not _COMMA.search(run.text):
        return []
    labels = list(listed(run.text, next(iter(outline.alone(run)), None)))
    return labels if len(labels) > len(_COMMA.findall(run.text)) else []


def _of_term(outline: Outline, term: int) -> Iterator[Label]:
    """What the lines of the descriptions of a term name: "<dt>Topics<dd><ul><li>Water<li>Trade</ul>"."""
    i, runs = outline.ends[term], list[Run]()
    while i < outline.ends[outline.parents[term]] and outline.tags[i] == "dd":
        runs += outline.runs_in(i)
        i = outline.ends[i]
    if len(runs) <= MOST and not any(run.text.endswith(".") for run in runs):
        for run in runs:
            yield from (Label(text, element, "tags") for text, element, _ in parts_of(outline, run)) \
                if run.link_chars else listed(run.text, next(iter(outline.alone(run)), None))
