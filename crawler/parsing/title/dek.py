"""Outline, claims and title -> dek: the standfirst that the page shows under the title. Pure.

A dek is named as such, or repeats the description in the head, or stands in the title's own header apart from the
body's paragraphs. A description that the page doesn't show is none.
"""

import re
from collections.abc import Collection, Iterator, Set
from functools import lru_cache

from crawler.parsing.appearance import SUBHEADINGS
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
from crawler.parsing.topics.words import LABEL

_NEXT = 3  # runs below the title where an element among the paragraphs is the dek if it is named so
_LABEL_SIZE = 25  # characters; a shorter run between title and dek is a byline, a date, a label
_NEAR, _FAR = 8, 30  # how far below the title a dek stands, in runs; the latter only where it is named as one
_MOST_BEFORE = 3  # running lines: a summary, a caption, the first paragraph
_SHORTEST, _LONGEST = 15, 700
_LONGEST_HEADING = 1_000
_SHORTEST_DENSE, _DENSE = 6, re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")   # signs that are syllables
_LETTERS = 2.5                            # of an alphabet that one of them stands for
_MOST_LINES, _LONGEST_LINE = 6, 100       # of a dek that is broken by hand
_LONGEST_BYLINE = 70  # characters; a longer text that begins with "By" or "De" is a sentence
_ENDINGS = frozenset(".!?…。！？।:：;”»\"’")  # of a paragraph
_LEAST_HEADING = 50  # characters of a heading that is the dek
_LONGEST_DATE = 100  # characters; a longer text that begins with place and day is a lead
_BODY = 60  # characters; a run as long as this is a paragraph
_STRONG = re.compile(
    r"(?<![a-z])(?:dek|deck|subtitle|sub-?title|sub[-_]?tit(?![a-z])|sub-?head(?:line|ing)?|sub-?hed|standfirst|strapline|tagline|lede|chapo|"
    r"chapeau|vorspann|untertitel|entradilla|bajada|copete|ingress|manchet|underrubrik|undertitel|ondertitel|sous-?titre|"
    r"subt[ií]tulo|linha-?fina|sottotitolo|sommario|occhiello|catenaccio|perex|sapo|anons|spot|lid|lead-?text|teaser-?text|"
    r"announce|preamble|preview[-_]?text|(?<=__)preview(?![a-z])|tom-?tat(?![a-z])|(?:art(?:icle)?|document|news|page|story)[-_]{0,2}(?:intro|summary|desc|excerpt|lead|subtitle)|entry-?(?:summary|subtitle)|post-?(?:excerpt|subtitle|summary))"
)
_WEAK = re.compile(
    r"(?<![a-z])(?:dek|intro(?:duction|text)?|summary|excerpt|lead(?:er)?|teaser|description|"
    r"abstract|resumo|resumen)(?![a-z])|"
    r"dek(?![a-z])|deck(?![a-z])|(?:^|\s)(?:sub|preview)(?=\s)|subtitle|subhead|standfirst|summary|intro(?![a-z])"
)
_LEAD = re.compile(r"(?<![a-z])(?:lead(?:er)?|intro|teaser|announce|anons|(?<!speakable-)summary|excerpt)(?![a-z])")
_NOT_OWN = re.compile(
    rf"related|recommend|popular|{COMMENTS}|sidebar|promo|footer|caption|byline|author|(?<![a-z])nav|"
    r"menu|newsletter|share|social|(?<![a-z])cta(?![a-z])|(?<![a-z])card|cookie|(?<!elementor-)(?<!so-)widget(?!-(?:span|type))|(?<![a-z])meta(?![a-z])(?![-_]+(?:desc|field))|breadcrumb|date"
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
_FACTS = frozenset({"dt", "dd"})  # of a list between title and lead: "Published", "5 May 2025"
_SECTION_HEADINGS = frozenset({"h2", "h3", "h4"})
_MAIL = re.compile(r"[\w.]@\w")
_DATE = re.compile(
    r"\W*\w*\W*\d{1,4}\W.{0,60}\d{4}|\w+ \d{1,2}, \d{4}|"
    r".{0,25}\b\d{1,2}\D{1,12}(?:19|20)\d\d\b.{0,12}$|"
    r".{0,20}(?:19|20)\d\d\s?[年년./-]\s?\d{1,2}\s?[月월./-]\s?\d{1,2}.{0,12}$")
_FEWEST_WORDS, _AKIN = 6, 0.6  # words of four letters or more that a run and a description share
_FEWEST_POINTS = 1.3


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
        if number >= place + _NEAR and not _named_strength(names):
            continue
        if _follows_paragraph(outline, place, number) or not _may_be(run, title.value or ""):
            continue
        if introduces(run.text, people) or (run.link_chars and run.text.startswith(names_linked)):
            continue
        points, origin = _points(outline, number, heading, place, names, stated, lifted)
        points -= _distance(outline, place, number, origin)
        if points > 0 and lifted.isdisjoint((run.element, *outline.ancestors(run.element))):
            text = _lines_of(outline, number) if _named_strength(names) else run.text
            candidates.append(Candidate(text, origin, round(points, 2),
                                        outline.lone_element(run) if text == run.text else run.element))
    return best_of(candidates, _FEWEST_POINTS)


def _lines_of(outline: Outline, number: int) -> str:
    """What the run's element says where it holds a few short lines, the run the first: broken by hand, as in Korea."""
    run = outline.runs[number]
    held = outline.numbers_in(run.element)
    lines = outline.runs[held.start:held.stop]
    whole = held.start == number and 1 < len(lines) <= _MOST_LINES and all(
        line.element == run.element and len(line.text) <= _LONGEST_LINE for line in lines)
    return outline.text(run.element) if whole else run.text


def _is_long_enough(text: str) -> bool:
    return len(text) >= (_SHORTEST if text.isascii() or not _DENSE.search(text) else _SHORTEST_DENSE)


def _length(text: str) -> float:
    """Characters of a text, those that are syllables or words for as many letters as they stand for."""
    return len(text) if text.isascii() or not _DENSE.search(text) else len(text) * _LETTERS


def _distance(outline: Outline, place: int, number: int, origin: str) -> float:
    """What is taken off for each run between the title and the dek: little for labels before what the head states."""
    if "named" in origin:
        return 0.05 * (number - place)
    label = 0.03 if "description" in origin else 0.1
    return sum(0.1 if len(run.text) > _LABEL_SIZE else label for run in outline.runs[place:number])


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
    return 2 if _STRONG.search(names) else 1 if _WEAK.search(names) else 0


def _may_be(run: Run, title: str) -> bool:
    text = run.text
    if run.link_chars > 0.5 * len(text) or _MAIL.search(text):
        return False
    if any(noise.match(text) for noise in (_NOISE, LABEL)) or (len(text) <= _LONGEST_DATE and _DATE.match(text)):
        return False
    return not (len(text) < _LONGEST_BYLINE and begins_byline(text[:40])) and fold(text) != fold(title)


def _points(outline: Outline, number: int, heading: int, place: int, names: str,
            stated: dict[str, str], lifted: Set[int]) -> tuple[float, str]:
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
                     if key.startswith(told[:80]) or told.startswith(key)), None):
        points, why = points + 1.5, [*why, said]
    elif akin := _akin(run.text, stated):
        points, why = points + 0.8, [*why, f"like {akin}"]
    stands, where = _standing(outline, number, heading, place, lifted)
    points, why = points + stands, why + [where] * bool(where)
    is_whole = outline.tags[run.element] in _SECTION_HEADINGS and fold(run.text) in stated
    if not is_whole and _among_paragraphs(outline, number, place):      # that heading heads no section
        points -= 1.6 if strength and said else 2.6                       # <p class="lead"> that the head repeats
    if outline.tags[run.element] in ("h2", "h3"):
        points += 0.4
        if number == place and _heads_no_text(outline, number, heading):
            points, why = points + 1.0, [*why, "a heading below the title"]
    if len(run.text) > 450:
        points -= 1.0
    return points, ", ".join(why) or "below the title"


def _standing(outline: Outline, number: int, heading: int, place: int, lifted: Set[int]) -> tuple[float, str]:
    """How much speaks for the place of a run, and the words for it."""
    run = outline.runs[number]
    is_sentence = _length(run.text) >= _LABEL_SIZE and run.text[-1] in ".!?…。"
    above = is_sentence and _stands_above_byline(outline, number, place, lifted)
    if _in_header(outline, number, heading):
        return 1.6 if above or _length(run.text) >= 40 else 0.8, "in the title's header"
    return (1.4, "above the byline") if above else (0.0, "")


def _heads_sections(outline: Outline, i: int) -> bool:
    """Whether several headings are of the element's class: those of the sections, which some call "subheading"."""
    named = outline.attributes[i].get("class")
    return bool(named) and outline.tags[i] in _SECTION_HEADINGS and sum(
        outline.attributes[j].get("class") == named for j in outline.all(outline.tags[i])) > 1


def _heads_no_text(outline: Outline, number: int, heading: int) -> bool:
    """Whether a heading reads as a sentence that the title does not say, and heads no paragraph beside it."""
    run = outline.runs[number]
    after = outline.runs[number + 1] if number + 1 < len(outline.runs) else run
    if _length(run.text) < _LEAST_HEADING or run.text[-1] == "?" or (
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


def _in_header(outline: Outline, number: int, heading: int) -> bool:
    """Whether the run stands with the title and apart from the paragraphs, of which there are some below only."""
    run = outline.runs[number]
    both = outline.around(max(outline.parents[run.element], 0), heading)
    below = [other for other in outline.runs[number + 1:number + 12] if _length(other.text) > _BODY]
    if not below or any(outline.inside(other.element, both) for other in below):
        return False
    return not any(_length(other.text) > _BODY and other.start >= outline.stops[heading]
                   for other in outline.runs[max(number - _NEAR, 0):number])


def _stands_above_byline(outline: Outline, number: int, place: int, lifted: Set[int]) -> bool:
    """Whether the line below, or the one after that, says who wrote the text or when, or shares it, and none above."""
    if number - place >= _NEXT or outline.runs[number].text.endswith(":") or any(
            _is_byline(outline, run) or outline.tags[run.element] in SUBHEADINGS for run in outline.runs[place:number]):
        return False
    below = outline.runs[number + 1:number + 3]
    return any(len(run.text) <= _LONGEST_DATE and (
        _is_byline(outline, run) or not lifted.isdisjoint((run.element, *outline.ancestors(run.element, _NEXT))))
        for run in below) and len(below[0].text) <= _LONGEST_DATE


def _is_byline(outline: Outline, run: Run) -> bool:
    """Whether a line says who wrote the text, or when."""
    return bool(begins_byline(run.text[:40]) or _DATE.match(run.text)) or outline.tags[run.element] == "time"


def _among_paragraphs(outline: Outline, number: int, place: int) -> bool:
    """Whether the runs that follow are paragraphs beside it: then it is the body's first."""
    own = outline.runs[number].element
    between = sum(outline.tags[run.element] not in _FACTS for run in outline.runs[place:number])
    lead = between < _NEXT and bool(_STRONG.search(outline.names[own]) or _LEAD.search(outline.names[own]))
    for run in outline.runs[number + 1:number + 14]:
        other = run.element
        like = outline.tags[other] == "p" or (
            other != own and outline.tags[other] == outline.tags[own] and run.text[-1] in _ENDINGS)   # no line of facts
        if (_length(run.text) > _BODY and like and _side_by_side(outline, own, other)
                and not (lead and outline.names[other] != outline.names[own])):      # the one that is called a lead
            return True
    return False


def _follows_paragraph(outline: Outline, place: int, number: int) -> bool:
    """Whether a paragraph stands right before it, in the same box: then it goes on where that one ends."""
    before, run = outline.runs[number - 1], outline.runs[number]
    return (number > place and _length(before.text) > _BODY and before.text[-1] in ".!?…。”\""
            and before.link_chars == 0 and outline.tags[before.element] == outline.tags[run.element] == "p"
            and outline.names[before.element] == outline.names[run.element]
            and outline.parents[before.element] == outline.parents[run.element])


def _side_by_side(outline: Outline, one: int, other: int) -> bool:
    """Whether two elements stand in one, or each alone in one of a row of like boxes; or the first holds the other."""
    if one != other and outline.inside(other, one):
        return True
    above, beside = outline.parents[one], outline.parents[other]
    if above == beside or above < 0 or beside < 0:
        return above == beside
    return outline.tags[one] == outline.tags[other] and (
        outline.parents[above], outline.tags[above], outline.names[above]) == (
        outline.parents[beside], outline.tags[beside], outline.names[beside])
