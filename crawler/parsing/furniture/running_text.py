"""Outline -> which lines are running text, and a first guess at the body that they make. Pure.

A line of running text is long enough for a sentence and no more than half of it is links. Scripts that write a word in
a sign or two say in forty characters what others say in a hundred: theirs count two and a half times.
"""

import re
from collections.abc import Sequence

from crawler.parsing.outline import Outline, Run

PROSE_LINE = 100          # characters
_LONGEST_LINE = 80        # and of a line that is no paragraph
_DENSITY = 2.5
_SEVERAL = 1.6            # times the text of the longest of boxes of a paragraph each
_LAST_LINE = 50           # characters of a line that ends the body, below longer ones of its make
_DENSE = re.compile("[\u2e80-\u9fff\uac00-\ud7af]")
_SENTENCE_ENDS = frozenset(".!?…。！？।”»\"")


def running_chars(text: str, linked: int) -> int:
    """Characters of a line that are running text, without the `linked` ones; 0 for a short line or one of links.

    >>> running_chars("Rates rise", 0), running_chars("Rates rise again, " * 6, 8)
    (0, 100)
    """
    length = len(text)
    if length * _DENSITY < PROSE_LINE or linked * 2 >= length:
        return 0
    size = length if length >= PROSE_LINE else _size(text)
    return size * (length - linked) // length if size >= PROSE_LINE else 0


def is_paragraph(run: Run) -> bool:
    """Whether a line is running text, or long and mostly no link."""
    return running_chars(run.text, run.link_chars) > 0 or (
        len(run.text) > _LONGEST_LINE and 2 * run.link_chars < len(run.text))


def _size(text: str) -> int:
    dense = not text.isascii() and _DENSE.search(text)
    return int(_DENSITY * len(text)) if dense else len(text)


def guess_body(outline: Outline, prose: Sequence[Run]) -> tuple[int, int]:
    """The container of most of the lines of running text, and the last element of running text in it."""
    parents, names = outline.parents, outline.names
    weights: dict[int, int] = {}
    for run in prose:
        above = parents[run.element]
        weights[above] = weights.get(above, 0) + len(run.text)
    if not weights:
        return 0, 0
    best = max(weights, key=lambda i: weights[i])
    alike = {i for i in weights if (parents[i], names[i]) == (parents[best], names[best])}
    if names[best] and sum(weights[i] for i in alike) >= _SEVERAL * weights[best]:
        return parents[best], max(run.element for run in prose if parents[run.element] in alike)  # boxes of a paragraph
    box = parents[best]                     # page builders put each component into a box of its own
    nested = {i for i in weights if names[i] == names[best] and parents[parents[i]] == parents[box] >= 0
              and names[parents[i]] == names[box]}
    if names[best] and names[box] and sum(weights[i] for i in nested) >= _SEVERAL * weights[best]:
        return parents[box], max(run.element for run in prose if parents[run.element] in nested)
    return best, max(run.element for run in prose if parents[run.element] == best)


def last_paragraph(outline: Outline, last: int) -> int:
    """The last paragraph of the text whose last long one is `last`: shorter ones of its make may follow."""
    stop = outline.stops[outline.parents[last]] if last else 0
    for run in outline.runs[outline.run_from(outline.starts[last]):]:
        if run.start >= stop:
            break
        if _goes_on(outline, run, last):
            last = run.element
    return last


def _goes_on(outline: Outline, run: Run, last: int) -> bool:
    """Whether a line is a short paragraph of the text whose last long one is `last`, below it."""
    i, tags = run.element, outline.tags
    alike = i > last and outline.parents[i] == outline.parents[last] and tags[i] == tags[last] == "p"
    return alike and outline.names[i] == outline.names[last] and _size(run.text) >= _LAST_LINE and (
        not run.link_chars and run.text[-1] in _SENTENCE_ENDS)
