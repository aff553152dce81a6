"""Outline -> where a run below the title stands: in its header, above the byline, among the body's paragraphs. Pure."""

import re
from collections.abc import Set

from crawler.parsing.appearance import SUBHEADINGS
from crawler.parsing.bylines import begins_byline
from crawler.parsing.outline import Outline, Run

_NEXT = 3  # runs below the title where an element among the paragraphs is the dek if it is named so
LABEL_SIZE = 25  # characters; a shorter run between title and dek is a byline, a date, a label
NEAR = 8  # how far below the title a dek stands, in runs
DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")   # signs that are syllables
_LETTERS = 2.5                            # of an alphabet that one of them stands for
_ENDINGS = frozenset(".!?…。！？।:：;”»\"’")  # of a paragraph
LONGEST_DATE = 100  # characters; a longer text that begins with place and day is a lead
_BODY = 60  # characters; a run as long as this is a paragraph
STRONG = re.compile(
    r"(?<![a-z])(?:dek|deck|subtitle|sub-?title|sub[-_]?tit(?![a-z])|sub-?head(?:line|ing)?|sub-?hed|standfirst|strapline|tagline|lede|chapo|"
    r"chapeau|vorspann|untertitel|entradilla|bajada|copete|ingress|manchet|underrubrik|undertitel|ondertitel|sous-?titre|"
    r"subt[ií]tulo|linha-?fina|sottotitolo|sommario|occhiello|catenaccio|perex|sapo|anons|spot|lid|lead-?text|teaser-?text|"
    r"announce|preamble|preview[-_]?text|(?<=__)preview(?![a-z])|tom-?tat(?![a-z])|(?:art(?:icle)?|document|news|page|story)[-_]{0,2}(?:intro|summary|desc|excerpt|lead|subtitle)|entry-?(?:summary|subtitle)|post-?(?:excerpt|subtitle|summary))"
)
_LEAD = re.compile(r"(?<![a-z])(?:lead(?:er)?|intro|teaser|announce|anons|(?<!speakable-)summary|excerpt)(?![a-z])")
_FACTS = frozenset({"dt", "dd"})  # of a list between title and lead: "Published", "5 May 2025"
DATE = re.compile(
    r"\W*\w*\W*\d{1,4}\W.{0,60}\d{4}|\w+ \d{1,2}, \d{4}|"
    r".{0,25}\b\d{1,2}\D{1,12}(?:19|20)\d\d\b.{0,12}$|"
    r".{0,20}(?:19|20)\d\d\s?[年년./-]\s?\d{1,2}\s?[月월./-]\s?\d{1,2}.{0,12}$")


def length(text: str) -> float:
    """Characters of a text, those that are syllables or words for as many letters as they stand for."""
    return len(text) if text.isascii() or not DENSE.search(text) else len(text) * _LETTERS


def standing(outline: Outline, number: int, heading: int, place: int, lifted: Set[int],
             authors: tuple[str, ...]) -> tuple[float, str]:
    """How much speaks for the place of a run, and the words for it."""
    run = outline.runs[number]
    is_sentence = length(run.text) >= LABEL_SIZE and run.text[-1] in ".!?…。"
    if is_sentence and _stands_above_author(outline, number, place, authors):
        return 1.8, "above the author"
    above = is_sentence and _stands_above_byline(outline, number, place, lifted)
    if _in_header(outline, number, heading):
        return 1.6 if above or length(run.text) >= 40 else 0.8, "in the title's header"
    return (1.4, "above the byline") if above else (0.0, "")


def _stands_above_author(outline: Outline, number: int, place: int, authors: tuple[str, ...]) -> bool:
    """Whether a line that says who wrote the text, and one of the `authors`, stands below, and no paragraph above."""
    below = [run.text for run in outline.runs[number + 1:number + 3]]
    told = " ".join(text for text in below if len(text) <= LONGEST_DATE)
    return bool(below and len(below[0]) <= LONGEST_DATE and begins_byline(below[0][:40])
                and any(name in told for name in authors)) and not any(
        length(run.text) > _BODY and outline.tags[run.element] == "p" for run in outline.runs[place:number])


def _in_header(outline: Outline, number: int, heading: int) -> bool:
    """Whether the run stands with the title and apart from the paragraphs, of which there are some below only."""
    run = outline.runs[number]
    both = outline.around(max(outline.parents[run.element], 0), heading)
    below = [other for other in outline.runs[number + 1:number + 12] if length(other.text) > _BODY]
    if not below or any(outline.inside(other.element, both) for other in below):
        return False
    return not any(length(other.text) > _BODY and other.start >= outline.stops[heading]
                   for other in outline.runs[max(number - NEAR, 0):number])


def _stands_above_byline(outline: Outline, number: int, place: int, lifted: Set[int]) -> bool:
    """Whether the line below, or the one after that, says who wrote the text or when, or shares it, and none above."""
    if number - place >= _NEXT or outline.runs[number].text.endswith(":") or any(
            _is_byline(outline, run) or outline.tags[run.element] in SUBHEADINGS for run in outline.runs[place:number]):
        return False
    below = outline.runs[number + 1:number + 3]
    return any(len(run.text) <= LONGEST_DATE and (
        _is_byline(outline, run) or not lifted.isdisjoint((run.element, *outline.ancestors(run.element, _NEXT))))
        for run in below) and len(below[0].text) <= LONGEST_DATE


def _is_byline(outline: Outline, run: Run) -> bool:
    """Whether a line says who wrote the text, or when."""
    return bool(begins_byline(run.text[:40]) or DATE.match(run.text)) or outline.tags[run.element] == "time"


def among_paragraphs(outline: Outline, number: int, place: int) -> bool:
    """Whether the runs that follow are paragraphs beside it: then it is the body's first."""
    own = outline.runs[number].element
    between = sum(outline.tags[run.element] not in _FACTS for run in outline.runs[place:number])
    lead = between < _NEXT and bool(STRONG.search(outline.names[own]) or _LEAD.search(outline.names[own]))
    for run in outline.runs[number + 1:number + 14]:
        other = run.element
        like = outline.tags[other] == "p" or (
            other != own and outline.tags[other] == outline.tags[own] and run.text[-1] in _ENDINGS)   # no line of facts
        if (length(run.text) > _BODY and like and _side_by_side(outline, own, other)
                and not (lead and outline.names[other] != outline.names[own])):      # the one that is called a lead
            return True
    return False


def follows_paragraph(outline: Outline, place: int, number: int) -> bool:
    """Whether a paragraph stands right before it, in the same box: then it goes on where that one ends."""
    before, run = outline.runs[number - 1], outline.runs[number]
    return (number > place and length(before.text) > _BODY and before.text[-1] in ".!?…。”\""
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
