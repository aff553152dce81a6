"""What stands for a headline on a page without headings of the first two levels, as old templates are. Pure.

Their title tag often says the same on every page of the site.
"""

import re

from crawler.parsing.furniture.running_text import is_paragraph
from crawler.parsing.naming import numbers_named
from crawler.parsing.outline import Outline
from crawler.parsing.site import fold

LESSER = ("h3", "h4", "big", "font")
_HEADS = frozenset({"title", "h3", "h4"})
_SHORTEST_SAID = 12           # characters of a heading that the title tag repeats
# Of `font`, where 3 is the size of the text: https://html.spec.whatwg.org/multipage/rendering.html#rules-for-parsing-a-legacy-font-size
_LARGER = re.compile(r"\s*(?:\+[1-9]|[4-7])\s*")
_CHAPTER = re.compile(r"[\dIVX]{1,3}[.)]")
_NAME_WORDS = ("tit", "headline", "subject", "zagolov", "baslik", "judul", "biaoti", "otsikko", "nadpis", "naslov")
_NAMES = re.compile(r"(?<!sub)(?<!sub[-_])(?:tit(?:le|el|re|ulo|olo|ular)?(?![a-z])|headline|subject|zagolov|"
                    r"baslik|judul|biaoti|otsikko|nadpis|naslov)")


def find_plain_headline(outline: Outline, *, named: bool) -> int | None:
    """The last lesser heading or line in larger type above the first paragraph, or what is `named` as a headline."""
    headings = outline.all("h3", "h4") or [*outline.all("big"), *(
        i for i in outline.all("font") if _LARGER.fullmatch(outline.attributes[i].get("size") or ""))] or [
        i for i in numbers_named(outline, _NAME_WORDS, _NAMES) if named and not outline.all("a", within=i)]
    text = next((run.start for run in outline.runs
                 if outline.tags[run.element] not in _HEADS and is_paragraph(run)), 0)
    above = [i for i in headings if outline.stops[i] <= text and outline.may_be_label(i) and outline.text(i)
             and not _CHAPTER.match(outline.text(i))]
    told = fold(" ".join(map(outline.text, outline.all("title")[:1])))
    said = [i for i in above if len(outline.text(i)) >= _SHORTEST_SAID and fold(outline.text(i)) in told]
    return max(said or above, default=None)
