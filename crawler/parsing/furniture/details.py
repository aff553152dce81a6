"""One cell of a list -> what it says of its publication beside the headline: section, day, summary. Pure."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from archive.records import Related
from crawler.parsing.furniture.headline import is_more
from crawler.parsing.furniture.page import Grounds

SUMMARY_WORDS = 9              # shortest summary
SENTENCE_WORDS = 16            # from here on, a sentence that is neither heading nor link is a summary, no headline
SECTION_WORDS = 6
_LONGEST_DATED = 100           # characters of a line that states a day

_SECTION = re.compile(r"(?<![a-z])(?:cat|category|categories|cats|topic|topics|section|kicker|eyebrow|rubric|overline|"
                      r"tag|context|channel)(?![a-z])")


def with_details(grounds: Grounds, offer: Related, parts: Iterable[int], lines: Iterable[str], *,
                 is_linked: bool) -> Related:
    """The offer with what the cell `parts` says of it; `is_linked`: its title is the text of a heading or a link."""
    from crawler.parsing.saved_text.lines import size  # here: that package imports tables of this one
    from crawler.parsing.saved_text.marks import is_sentence, is_separator, read_head_line

    parts = tuple(parts)
    rest = [line for line in lines if line != offer.title and not is_separator(line) and not is_more(line)]
    published = _day_in(grounds, parts) or next(filter(None, map(_day_of, rest)), None)
    longest = sorted((line for line in rest if size(line) >= SUMMARY_WORDS), key=size, reverse=True)
    title, summary = offer.title, next((line for line in longest if not read_head_line(line)), None)
    if title and not is_linked and size(title) >= SENTENCE_WORDS and is_sentence(title) and summary is None:
        title, summary = None, title
    return replace(offer, title=title, summary=summary, published=published, section=_section_in(grounds, parts, title))


def _day_in(grounds: Grounds, parts: tuple[int, ...]) -> str | None:
    """The day that a `time` element states, no more precise than a day."""
    outline = grounds.outline
    for part in parts:
        for i in range(part, outline.ends[part]):
            if outline.tags[i] == "time":
                stated = (outline.attributes[i].get("datetime") or "").strip()
                if found := re.match(r"\d{4}-\d{2}(?:-\d{2})?(?!\d)", stated):
                    return found[0]
    return None


@lru_cache(maxsize=1 << 12)
def _day_of(line: str) -> str | None:
    from crawler.parsing.saved_text.dates import read_line_date
    from crawler.parsing.saved_text.marks import read_head_line

    if len(line) > _LONGEST_DATED or not any(map(str.isdigit, line)):
        return None
    if found := read_line_date(line):
        return found.iso
    return next((mark.value for mark in read_head_line(line) if mark.kind == "published"), None)


def _section_in(grounds: Grounds, parts: tuple[int, ...], title: str | None) -> str | None:
    """The text of the element that is named a category, topic or kicker."""
    from crawler.parsing.saved_text.lines import size
    from crawler.parsing.saved_text.marks import read_head_line

    outline = grounds.outline
    for part in parts:
        for i in range(part + 1, outline.ends[part]):
            if not outline.names[i] or not _SECTION.search(outline.names[i]):
                continue
            text = " ".join("".join(grounds.visible_pieces(i)).split())
            if text and text != title and size(text) <= SECTION_WORDS and not read_head_line(text):
                return text
    return None
