"""Lines of a saved page -> where its lists of other publications begin, below and amid the text. Pure."""

import itertools
from collections import Counter
from collections.abc import Sequence

from crawler.parsing.saved_text.lines import PARAGRAPH, Line, size
from crawler.parsing.saved_text.marks import inline_offer, is_foot, is_prose, is_sentence, list_heading
from crawler.parsing.saved_text.related import date_of

_PROSE = 25                  # words of a sentence that may be a paragraph
_SHORT_PROSE = 10            # and of one on a page without any so long
_LONG_PROSE = 50             # words that no summary has
_MOST_TITLE = 20             # words of a title offered between paragraphs
_MOST_INNER = 6              # titles of a list there
_MOST_LISTED = 1_000        # lines of such a list: each is read whole
_MOST_STEP = 6               # lines from a day of a list to the next


def find_lists(lines: Sequence[Line], start: int) -> int:
    """The index where the lists after the body begin, from `start` on; len(lines) where there are none."""
    least = _PROSE if any(is_prose(line.text, _PROSE) for line in lines) else _SHORT_PROSE
    first = next((at for at, line in enumerate(lines) if is_prose(line.text, least)), start)
    for at in range(max(start, first), len(lines)):          # above the body stands a menu: "News"
        if list_heading(lines[at].text) and _is_list(lines, at, least):
            return at
    tail = _dated_tail(lines, start)
    return tail - (start < tail < len(lines) and list_heading(lines[tail - 1].text) is not None)


def read_inner_list(lines: Sequence[Line], at: int) -> int:
    """How many lines after the heading at `at` are titles that it offers between two paragraphs; 0 for none."""
    if not list_heading(lines[at].text.rstrip(" :：")):
        return 0
    count = 0
    for line in lines[at + 1:at + 2 + _MOST_INNER]:
        if size(line.text) > _MOST_TITLE or (is_sentence(line.text) and line.text[-1] not in "?!？！"):
            break
        count += 1
    return count if count <= _MOST_INNER and at + 1 + count < len(lines) else 0


def _is_list(lines: Sequence[Line], at: int, least: int) -> bool:
    """Whether a list follows this heading, and not more of the body: dates, or short lines to the end."""
    rest = lines[at + 1:]
    if not rest or _goes_on(rest, least) or (
            is_prose(rest[0].text, least) and not any(date_of(line.text) for line in rest[1:3])):
        return False
    fewest = PARAGRAPH if any(size(line.text) >= PARAGRAPH for line in lines[:at]) else _SHORT_PROSE
    told = [sum(size(line.text) for line in part if size(line.text) >= fewest) for part in (lines[:at], rest)]
    if told[1] > told[0]:                     # a menu, a box beside the text: most of the text is still to come
        return False
    dates = sum(bool(date_of(line.text)) for line in rest[:200])
    longest = max((size(line.text) for line in rest), default=0)
    return dates >= 1 or longest <= 60 or at >= 0.5 * len(lines)


def _goes_on(rest: Sequence[Line], least: int) -> bool:
    """Whether the body goes on after a heading: paragraphs follow each other, or a long one stands alone."""
    before = False
    for line in rest:
        if list_heading(line.text) or is_foot(line.text):
            break
        if inline_offer(line.text):
            continue
        prose = is_prose(line.text, least)
        if prose and (before or size(line.text) >= _LONG_PROSE):
            return True
        before = prose
    return False


def _dated_tail(lines: Sequence[Line], start: int) -> int:
    """Where a list without heading begins: dates alone on their lines, evenly spaced, to the end of the page."""
    dated = [at for at in range(max(start, len(lines) - _MOST_LISTED), len(lines)) if date_of(lines[at].text)]
    if len(dated) < 3:
        return len(lines)
    while len(dated) > 2 and dated[1] - dated[0] > _MOST_STEP:
        dated.pop(0)                          # of the text itself, above it
    steps = [after - before for before, after in itertools.pairwise(dated)]
    step, often = Counter(steps).most_common(1)[0]
    if step > _MOST_STEP or often < 0.6 * len(steps):
        return len(lines)
    ends_with_date = len(lines) - 1 - dated[-1] < step - 1 or step == 1
    within = sum(_heads_summary(lines, at) for at in dated) > len(dated) / 2
    return max(start, dated[0] - (step - 1 if ends_with_date and not within else within))


def _heads_summary(lines: Sequence[Line], at: int) -> bool:
    """Whether a line stands between a title and its summary."""
    above, below = lines[at - 1].text, lines[min(at + 1, len(lines) - 1)].text
    return at > 0 and size(above) <= _MOST_TITLE and not is_sentence(above) and is_sentence(below)
