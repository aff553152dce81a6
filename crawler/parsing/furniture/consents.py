"""Grounds -> small boxes in the place of a film, post or map that ask whether it may be loaded from elsewhere. Pure.

A control in the text says what it does ("Accept", "Show content"), and the box around it speaks of cookies, consent or
third parties. Boxes that bear the name of a tool for such notices are found by name (`class_names.txt`, notice).
"""

from bisect import bisect_left

from crawler.parsing.furniture import words
from crawler.parsing.furniture.page import Grounds

_MOST_CONTROL = 60            # characters of a control
_MOST_BOX = 900
_MOST_BESIDE = 110            # characters of a line in the box that speaks of nothing of the kind
_MOST_LINES = 9
_MOST_CLIMB = 5


def find_consents(grounds: Grounds) -> list[int]:
    """The boxes, each once for each of its controls, in and below the text."""
    outline = grounds.outline
    body = grounds.body[0]
    controls = outline.all("button", "label")
    low = bisect_left(controls, body)
    found = []
    for i in controls[low:bisect_left(controls, outline.ends[max(outline.parents[body], 0)], low)]:
        if outline.size(i) <= _MOST_CONTROL and words.says("consent", words.squeezed(grounds.text(i))):
            box = _box_of(grounds, i)
            if box != i and words.says("notice", grounds.text(box).lower()):
                found.append(box)
    return found


def _box_of(grounds: Grounds, i: int) -> int:
    """The widest small element around the control in which long lines speak of cookies or third parties."""
    return grounds.widest(i, lambda above: grounds.is_small_box(above, _MOST_BOX, _MOST_LINES) and all(
        len(line.text) <= _MOST_BESIDE or words.says("notice", line.text.lower())
        for line in grounds.outline.runs_in(above)), _MOST_CLIMB)
