"""What stands for a headline on a page without headings of the first two levels, as old templates are. Pure.

Their title tag often says the same on every page of the site.
"""

import re

from crawler.parsing.outline import Outline

_LONGEST_LINE = 80            # characters; what is longer is a paragraph
# Of `font`, where 3 is the size of the text: https://html.spec.whatwg.org/multipage/rendering.html#rules-for-parsing-a-legacy-font-size
_LARGER = re.compile(r"\s*(?:\+[1-9]|[4-7])\s*")
_CHAPTER = re.compile(r"[\dIVX]{1,3}[.)]")


def find_plain_headline(outline: Outline) -> int | None:
    """The last of the lesser headings, or of the lines in larger type, above the first paragraph of the text."""
    headings = outline.all("h3", "h4") or [*outline.all("big"), *(
        i for i in outline.all("font") if _LARGER.fullmatch(outline.attributes[i].get("size") or ""))]
    text = next((run.start for run in outline.runs if len(run.text) > _LONGEST_LINE
                 and 2 * run.link_chars < len(run.text) and outline.tags[run.element] != "title"), 0)
    return max((i for i in headings if outline.stops[i] <= text and outline.may_be_label(i)
                and not _CHAPTER.match(outline.text(i))), default=None)
