"""Lines of a whole page -> the lines without what belongs to the site alone: notice, pager, foot. Pure.

Who saves a page as text with everything on it, as a browser or a converter does, gets its title tag, its menus and its
foot as well: dozens of lines of a word or two. A text of the publication alone is left as it is.
"""

from collections.abc import Sequence
from itertools import pairwise

from crawler.parsing.furniture import words
from crawler.parsing.furniture.words import squeezed
from crawler.parsing.saved_text.labels import bare, is_topic_label
from crawler.parsing.saved_text.lines import Line, size
from crawler.parsing.saved_text.marks import (
    is_foot,
    is_frame,
    is_sentence,
    list_heading,
    read_head_line,
)
from crawler.parsing.saved_text.words import listed

_PROSE = 14                # words of a sentence that belongs to a text
_NOTICE_LINES, _NOTICE = 4, 8     # lines among which a notice on cookies stands, and its words
_FOOT = 4                  # lines of a foot, at least
_MOST_BELOW = 1_000        # lines of a list and a foot; what is longer is the page itself
_NEXT = 2                  # lines from "Previous" to "Next"
_ITEM = 5                  # lines of an item of a list, at most


def publication_lines(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without a notice on cookies above them, the publications before and after, and the foot."""
    lines = _without_notice(lines)
    prose = [at for at, line in enumerate(lines) if size(line.text) >= _PROSE and is_sentence(line.text)]
    if not prose:
        return lines
    foot = _without_foot(lines, prose[-1] + 1)
    return [*foot[:prose[0] + 1], *_without_pagers(foot[prose[0] + 1:])]


def _without_pagers(lines: Sequence[Line]) -> list[Line]:
    """The lines without two labels such as "Previous post" and "Next post" and the titles below them."""
    labels = [at for at, line in enumerate(lines) if squeezed(line.text) in words.listed("pager")]
    pairs = [(at, after) for at, after in pairwise(labels)
             if after - at == _NEXT and after + 1 < len(lines) and not is_sentence(lines[after + 1].text)]
    left = {at for pair in pairs for label in pair for at in (label, label + 1)}
    return [line for at, line in enumerate(lines) if at not in left]


def _without_notice(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without a notice on cookies among the first of them, and the buttons below it."""
    notice = next((at for at, line in enumerate(lines[:_NOTICE_LINES]) if _is_notice(line.text)), None)
    if notice is None:
        return lines
    end = notice + 1
    while end < len(lines) and (bare(lines[end].text) in listed("consent") or _is_notice(lines[end].text)):
        end += 1
    return [*lines[:notice], *lines[end:]]


def _is_notice(text: str) -> bool:
    """Whether the line tells that the site sets cookies, a word of all languages; no title is a sentence this long."""
    return "cookie" in text.lower() and size(text) >= _NOTICE and is_sentence(text)


def _without_foot(lines: Sequence[Line], end: int) -> Sequence[Line]:
    """The lines without those from `end` on, below the last sentence, where one of them shows that they are a foot."""
    if len(lines) - end > _MOST_BELOW:
        return lines
    while end < len(lines) and any(read_head_line(line.text) for line in lines[end:end + _ITEM]):
        end += 1                               # of a list whose items are dated
    rest = lines[end:]
    lists = next((at for at, line in enumerate(rest) if list_heading(line.text)), None)
    if lists is None and len(rest) >= _FOOT and any(_ends(line.text) for line in rest):
        tags = is_topic_label(rest[0].text)       # they may stand below a list
        return lines[:end + (next(at for at, line in enumerate(rest) if _ends(line.text)) if tags else 0)]
    return lines


def _ends(text: str) -> bool:
    return is_foot(text) or is_frame(text)
