"""Grounds -> what readers wrote below the publication: to be lifted out of the body. Pure.

A name is no proof: "comments" are also what an agency received on a draft, a section of its report, a column of a
table, and lines of code. Comments of readers come after the text; several stand in one box or beside each other, named
so themselves, or there is a form to write one.
"""

from collections import Counter

from crawler.parsing.furniture.marks import Mark
from crawler.parsing.furniture.page import Grounds

_LEAST_PROSE = 200        # characters of running text before comments: what they are about
_LEAST = 2                # elements named as comments, inside another or beside each other
_BOXES = frozenset("div section aside article ol ul dl li dd details footer".split())


def find_comments(grounds: Grounds) -> frozenset[int]:
    """The outermost elements that hold comments of readers."""
    outline, marks = grounds.outline, grounds.marks
    named = [i for i in grounds.marked if marks[i] & Mark.COMMENTS and outline.tags[i] in _BOXES
             and not grounds.holds(i, "h1") and grounds.prose_before(i) >= _LEAST_PROSE]
    inside: dict[int, int] = {}            # outermost of them -> how many more it holds
    last = 0
    for i in named:
        if i < outline.ends[last] and last in inside:
            inside[last] += 1
        else:
            inside[i], last = 0, i
    alike = Counter((outline.parents[i], outline.names[i]) for i in inside)
    return frozenset(i for i, held in inside.items() if held >= _LEAST or grounds.holds(i, "textarea")
                     or alike[outline.parents[i], outline.names[i]] >= _LEAST)
