"""Outline and title -> the authors whom a heading or term names, wherever they stand, and those of a title. Pure.

`<h3>Authors</h3>` over a card for each, or `<dt>Author</dt><dd>Ada One</dd>` in a list of facts, beside or below the
text; and "Why we wait - speech by Ada One".
"""

import re
from collections.abc import Iterator

from crawler.parsing.appearance import SUBHEADINGS
from crawler.parsing.authors.claims import Authors, Found
from crawler.parsing.authors.links import as_linked, first_person, once, people_side_by_side
from crawler.parsing.bylines import begins_byline, read_byline, without_lead
from crawler.parsing.choice import Candidate, Choice
from crawler.parsing.naming import COMMENTS
from crawler.parsing.outline import Outline

_LONGEST_LABEL = 30           # characters
_VALUES = {"dt": "dd", "th": "td"}
_APART = re.compile(r"\s[−–—|·-]+\s|[:：]\s")
_OTHERS = re.compile(rf"{COMMENTS}|related|recommend|popular|latest|trending|footer|carousel")
_ELSEWHERE = frozenset({"nav", "footer", "form", "figure"})


def headed_authors(outline: Outline, title: Choice[str | None]) -> Iterator[Found]:
    """Candidates of the title's end, and the first of those that a heading or a term announces."""
    *_, last = _APART.split(title.value or "")
    if " " in last.removesuffix(without_lead(last)).strip() and (speaker := first_person(last)):
        yield Candidate(speaker, "end of the title", 2.0)
    for i in outline.all(*SUBHEADINGS, *_VALUES):
        if outline.size(i) > _LONGEST_LABEL or not (label := outline.text(i)) or not begins_byline(label) or (
                without_lead(label)) or _is_of_others(outline, i):
            continue
        if signed := _beside(outline, i, label):
            yield Candidate(signed, f"{outline.tags[i]} “{label}”", 1.8)
            return


def _beside(outline: Outline, i: int, label: str) -> Authors:
    """Who the value of a term names, or the cards, list or lines after a heading."""
    after = outline.ends[i]
    if after >= outline.ends[outline.parents[i]]:
        return ()
    if value := _VALUES.get(outline.tags[i]):
        named = read_byline(f"{label.rstrip(' :：')}: {outline.text(after)}") if outline.tags[after] == value else ()
        return as_linked(outline, named, after)
    found: list[Authors] = []
    while after < outline.ends[outline.parents[i]] and (people := _people_in(outline, after)):
        found.append(people)
        after = outline.ends[after]
    return once(author for people in found for author in people)


def _people_in(outline: Outline, i: int) -> Authors:
    """The people side by side in an element, or the one whom its first line names in full."""
    if outline.tags[i] in SUBHEADINGS:
        return ()
    lines = outline.lines(i)
    people = people_side_by_side(outline, i) or (first_person(lines[0]) if lines else ())
    return as_linked(outline, tuple(author for author in people if " " in author.name), i)


def _is_of_others(outline: Outline, i: int) -> bool:
    """Whether an element belongs to comments, to other publications, or to the site."""
    return any(outline.tags[above] in _ELSEWHERE or _OTHERS.search(outline.names[above])
               for above in outline.ancestors(i) if outline.tags[above] not in ("body", "html"))
