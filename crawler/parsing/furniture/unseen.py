"""Grounds -> what is none of the text to a reader: headings for screen readers, a wiki's "[edit]", contents. Pure."""

import re
from collections import Counter

from crawler.parsing.furniture.chrome import HEADINGS, PAGE_PARTS
from crawler.parsing.furniture.marks import Mark
from crawler.parsing.furniture.page import Grounds
from crawler.parsing.naming import speaking_of

_LONGEST = 200            # characters of words for screen readers; more describe a picture
_EDITS = "editsection"    # of a wiki
_LONGEST_LABEL, _OFTEN = 40, 3     # characters of a label for parts of the text, and how often it stands on the page
_BLOCKS = frozenset({"div", "p"})
_LEAST_ENTRIES = 2        # of a table of contents
_is_contents = speaking_of(re.compile(r"(?<![a-z])toc(?![a-z])|table-?of-?contents"))


def find_unseen(grounds: Grounds) -> tuple[frozenset[int], frozenset[int]]:
    """The elements that stand alone, and those amid a line, to be cut out of it."""
    outline = grounds.outline
    alone, amid = _contents(grounds), list[int]()
    said = Counter(outline.text(i) for i in grounds.unseen if outline.size(i) <= _LONGEST_LABEL)
    for i in grounds.unseen:
        run = outline.run_of(i) if outline.stops[i] > outline.starts[i] and outline.size(i) <= _LONGEST else None
        if run is not None and outline.tags[i] not in PAGE_PARTS:
            whole = outline.starts[i] <= run.start and run.stop <= outline.stops[i]
            again = said[run.text] >= _OFTEN and outline.tags[i] in _BLOCKS       # "Article content", after every ad
            if whole and (outline.tags[i] in HEADINGS or _EDITS in outline.names[i] or again):
                alone.append(i)                    # other lines say what a price is, how many stars
            elif _EDITS in outline.names[i]:
                amid.append(i)
    return frozenset(alone), frozenset(amid)


def _contents(grounds: Grounds) -> list[int]:
    """The boxes named so whose links all lead to places on the page."""
    outline, found = grounds.outline, list[int]()
    for i in grounds.marked:
        if grounds.marks[i] & Mark.CHROME and _is_contents(outline.names[i]) and outline.tags[i] not in PAGE_PARTS:
            links = outline.all("a", within=i)
            linked = sum(map(outline.size, links)) if len(links) >= _LEAST_ENTRIES else 0
            if 2 * linked > grounds.chars(i) and all(
                    (outline.attributes[j].get("href") or "#").startswith("#") for j in links):
                found.append(i)
    return found
