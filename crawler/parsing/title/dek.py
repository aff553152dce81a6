"""Outline, claims and title -> dek: the standfirst that the page shows under the title. Pure.

A dek is named as such, or repeats the description in the head, or stands in the title's own header apart from the
body's paragraphs. A description that the page doesn't show is none.
"""

import re
from collections.abc import Collection, Iterator, Set
from functools import lru_cache

from crawler.parsing.bylines import begins_byline
from crawler.parsing.bylines.introductions import called, introduces
from crawler.parsing.choice import Candidate, Choice, best_of
from crawler.parsing.claims import Claims
from crawler.parsing.furniture.running_text import running_chars
from crawler.parsing.json_ld import plain
from crawler.parsing.naming import COMMENTS
from crawler.parsing.outline import Outline, Run
from crawler.parsing.site import fold
from crawler.parsing.title import heading_of
from crawler.parsing.title.standing import (
    DATE,
    DENSE,
    LABEL_SIZE,
    LONGEST_DATE,
    NEAR,
    STRONG,
    among_paragraphs,
    follows_paragraph,
    length,
    standing,
)
from crawler.parsing.topics.words import LABEL

_FAR = 30  # how far below the title a dek stands, in runs, where it is named as one
_MOST_BEFORE = 3  # running lines: a summary, a caption, the first paragraph
_SHORTEST, _LONGEST = 15, 700
_LONGEST_HEADING = 1_000
_SHORTEST_DENSE = 6
_MOST_LINES, _LONGEST_LINE = 6, 100       # of a dek that is broken by hand
_LONGEST_BYLINE = 70  # characters; a longer text that begins with "By" or "De" is a sentence
_LEAST_HEADING = 50  # characters of a heading that is the dek
_WEAK = re.compile(
    r"(?<![a-z])(?:dek|intro(?:duction|text)?|summary|excerpt|lead(?:er)?|teaser|description|"
    r"abstract|resumo|resumen|einleitung|anriss|inleiding|inledning|innledning|indledning|zajawka)(?![a-z])|"
    r"dek(?![a-z])|deck(?![a-z])|(?:^|\s)(?:sub|preview)(?=\s)|subtitle|subhead|standfirst|summary|intro(?![a-z])"
)
_NOT_OWN = re.compile(
    rf"related|recommend|popular|{COMMENTS}|sidebar|promo|footer|caption|lightbox|byline|author|(?<![a-z])nav|"
    r"(?<![a-z])(?:img|image|photo|picture)[-_]+(?:desc|text|title)|"
    r"menu|newsletter|share|social|(?<![a-z])cta(?![a-z])|(?<![a-z])card|cookie|"
    r"(?<!elementor-)(?<!so-)widget(?!-(?:span|type))|(?<![a-z])meta(?![a-z])(?![-_]+(?:desc|field))|breadcrumb|date"
)
_HEADERS = frozenset("h1 h2 h3 h4 p div section span strong em b header blockquote".split())
_NOISE = re.compile(
    r"table of contents|on this page|in this article|contents$|inhalt|sommaire|(?:last )?(?:updated|modified)\b|"
    r"published\b|posted\b|reviewed\b|\d+ min|reading time|share\b|print\b|subscribe|sign up|log in|listen|"
    r"photos? (?:by|credit)|by (?:signing|clicking|submitting|subscribing|entering|continuing)|"
    r"\(?photo|image:|credit:|advert|this article is more than|skip to|"
    r".*\b(?:commission|affiliate|all rights reserved|podcast|newsletter|cookies)\b",
    re.IGNORECASE,
)
_SECTION_HEADINGS = frozenset({"h2", "h3", "h4"})
_MAIL = re.compile(r"[\w.]@\w")
_FEWEST_WORDS, _AKIN = 6, 0.6  # words of four letters or more that a run and a description share
_FEWEST_POINTS = 1.3
_SECOND_HEADING = "json-ld alternativeHeadline"


def find_dek(outline: Outline, claims: Claims, title: Choice[str | None],
             lifted: Set[int] = frozenset(), authors: Collection[str] = ()) -> Choice[str | None]:
    """The standfirst; value None where the page shows none.

    It stands in none of the elements `lifted`, and does not say who one of the `authors` is.
    """
    heading = heading_of(outline, title)
    if heading is None:
        return Choice(None)
    place = outline.run_from(outline.stops[heading])
    stated = _stated(claims)
    candidates = list(_inside_heading(outline, heading))
    people, names_linked = called(authors), tuple(authors)
    paragraphs = 0
    for number in range(place, min(place + _FAR, len(outline.runs))):
        run = outline.runs[number]
        if paragraphs == _MOST_BEFORE:                    # the text has begun: what follows ends it or goes beside it
            break
        paragraphs += running_chars(run.text, run.link_chars) > 0
        tag = outline.tags[run.element]
        if not _is_long_enough(run.text) or tag not in _HEADERS or len(run.text) > (
                _LONGEST_HEADING if tag in _SECTION_HEADINGS else _LONGEST):
            continue
        names = _names_around(outline, run, heading)
        if number >= place + NEAR and not _named_strength(names):
            continue
        if follows_paragraph(outline, place, number) or not _may_be(run, title.value or ""):
            continue
        if introduces(run.text, people) or (run.link_chars and run.text.startswith(names_linked)):
            continue
        points, origin = _points(outline, number, heading, place, names, stated, lifted, names_linked)
        points -= _distance(outline, place, number, origin)
        if origin.startswith(_SECOND_HEADING):            # yields to a sentence below that is a dek by itself
            points = min(points, _FEWEST_POINTS)
        if points > 0 and lifted.isdisjoint((run.element, *outline.ancestors(run.element))):
            text, shown = _whole(outline, number) if _named_strength(names) else (run.text, outline.lone_element(run))
            candidates.append(Candidate(text, origin, round(points, 2), shown))
    return best_of(candidates, _FEWEST_POINTS)


def _whole(outline: Outline, number: int) -> tuple[str, int | None]:
    """What a dek that begins with this run says, and the element that shows it.

    It may be a few short lines broken by hand, as in Korea, or a few paragraphs of a box that is named as a dek.
    """
    run = outline.runs[number]
    held = outline.numbers_in(run.element)
    lines = outline.runs[held.start:held.stop]
    if held.start == number and 1 < len(lines) <= _MOST_LINES and all(
            line.element == run.element and len(line.text) <= _LONGEST_LINE for line in lines):
        return outline.text(run.element), run.element
    box = outline.parents[run.element]
    held = outline.numbers_in(box) if box >= 0 and STRONG.search(outline.names[box]) else range(0)
    paragraphs = [outline.runs[place] for place in held[:_MOST_LINES]]
    if outline.tags[run.element] == "p" and held.start == number and 1 < len(held) == len(paragraphs) and all(
            outline.tags[line.element] == "p" and outline.parents[line.element] == box for line in paragraphs) and sum(
            len(line.text) for line in paragraphs) <= _LONGEST:
        return "\n".join(line.text for line in paragraphs), box
    return run.text, outline.lone_element(run)


def _is_long_enough(text: str) -> bool:
    return len(text) >= (_SHORTEST if text.isascii() or not DENSE.search(text) else _SHORTEST_DENSE)


def _distance(outline: Outline, place: int, number: int, origin: str) -> float:
    """What is taken off for each run between the title and the dek: little for labels before what the head states."""
    if "named" in origin:
        return 0.05 * (number - place)
    label = 0.03 if "description" in origin or "author" in origin else 0.1
    return sum(0.1 if len(run.text) > LABEL_SIZE else label for run in outline.runs[place:number])


def _inside_heading(outline: Outline, heading: int) -> Iterator[Candidate[str | None]]:
    """A subtitle in the heading itself, in an element named so."""
    for i in range(heading + 1, outline.ends[heading]):
        text = outline.text(i) if _named_strength(outline.names[i]) else ""
        if _is_long_enough(text) and len(text) < len(outline.text(heading)):
            yield Candidate(text, "named as a dek, in the heading", 3.0, None)


def _stated(claims: Claims) -> dict[str, str]:
    """The descriptions in the head, folded, and where each stands."""
    found = {fold(value[:_LONGEST]): f"meta {name}"
             for name in ("twitter:description", "og:description", "description")
             for value in claims.meta.get(name, ())[:1]}
    for name in ("description", "abstract", "alternativeHeadline"):
        if text := plain(claims.own.get(name)):
            found[fold(text[:_LONGEST])] = f"json-ld {name}"
    return {text: origin for text, origin in found.items() if _is_long_enough(text)}


def _names_around(outline: Outline, run: Run, heading: int) -> str:
    """Class and id of the run's element and of those around it that hold little else, and not the title."""
    i = run.element
    names = [outline.names[i]]
    for _ in range(2):
        i = outline.parents[i]
        if i < 0 or outline.inside(heading, i) or outline.stops[i] - outline.starts[i] > 12:
            break
        names.append(outline.names[i])
    return " ".join(names)


@lru_cache(maxsize=1 << 12)      # the lines of a text share theirs
def _named_strength(names: str) -> int:
    """2 for names that speak of a dek, 1 for those that speak of an introduction, else 0."""
    return 2 if STRONG.search(names) else 1 if _WEAK.search(names) else 0


def _may_be(run: Run, title: str) -> bool:
    text = run.text
    if run.link_chars > 0.5 * len(text) or _MAIL.search(text):
        return False
    if any(noise.match(text) for noise in (_NOISE, LABEL)) or (len(text) <= LONGEST_DATE and DATE.match(text)):
        return False
    return not (len(text) < _LONGEST_BYLINE and begins_byline(text[:40])) and fold(text) != fold(title)


def _points(outline: Outline, number: int, heading: int, place: int, names: str,
            stated: dict[str, str], lifted: Set[int], authors: tuple[str, ...]) -> tuple[float, str]:
    """How much speaks for one run, and the words for it; `place` is the first run below the heading."""
    run = outline.runs[number]
    points, why = 0.0, []
    strength = _named_strength(names)
    if strength and number > place and _heads_sections(outline, run.element):
        strength = 0
    if strength == 2:
        points, why = points + 3.0, ["named as a dek"]
    elif strength == 1:
        points, why = points + 1.8, ["named as an introduction"]
    if _NOT_OWN.search(names):
        points -= 2.5
    key = fold(run.text[:160])[:80]
    if said := next((origin for told, origin in stated.items()
                     if key and (key.startswith(told[:80]) or told.startswith(key))), None):
        points, why = points + 1.5, [*why, said]
    elif akin := _akin(run.text, stated):
        points, why = points + 0.8, [*why, f"like {akin}"]
    stands, where = standing(outline, number, heading, place, lifted, authors)
    points, why = points + stands, why + [where] * bool(where)
    is_whole = outline.tags[run.element] in _SECTION_HEADINGS and fold(run.text) in stated
    if not is_whole and among_paragraphs(outline, number, place):      # that heading heads no section
        points -= 1.6 if strength and said else 2.6                       # <p class="lead"> that the head repeats
    if outline.tags[run.element] in ("h2", "h3"):
        points += 0.4
        if number == place and _heads_no_text(outline, number, heading):
            points, why = points + 1.0, [*why, "a heading below the title"]
    if len(run.text) > 450:
        points -= 1.0
    return points, ", ".join(why) or "below the title"


def _heads_sections(outline: Outline, i: int) -> bool:
    """Whether several headings are of the element's class: those of the sections, which some call "subheading"."""
    named = outline.attributes[i].get("class")
    return bool(named) and outline.tags[i] in _SECTION_HEADINGS and sum(
        outline.attributes[j].get("class") == named for j in outline.all(outline.tags[i])) > 1


def _heads_no_text(outline: Outline, number: int, heading: int) -> bool:
    """Whether a heading reads as a sentence that the title does not say, and heads no paragraph beside it."""
    run = outline.runs[number]
    after = outline.runs[number + 1] if number + 1 < len(outline.runs) else run
    if length(run.text) < _LEAST_HEADING or run.text[-1] == "?" or (
            outline.parents[after.element] == outline.parents[run.element]):
        return False
    said, title = set(fold(run.text).split()), set(fold(outline.text(heading)).split())
    is_sentence = run.text[-1] in ".。" or 3 * sum(map(str.istitle, run.text.split())) <= len(run.text.split())
    return is_sentence and 2 * len(said & title) <= len(title)


def _akin(text: str, stated: dict[str, str]) -> str | None:
    """Where a description stands that says the same in other words; None where none does."""
    words = {word for word in fold(text).split() if len(word) > 3}
    for told, origin in stated.items():
        others = {word for word in told.split() if len(word) > 3}
        fewer = min(len(words), len(others))
        if fewer >= _FEWEST_WORDS and len(words & others) >= _AKIN * fewer:
            return origin
    return None
