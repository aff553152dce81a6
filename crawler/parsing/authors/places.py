"""Outline, claims and title -> who the page shows as its authors: microdata, author links, bylines. Pure.

Bylines stand near the title, or below the article where they say "Written by". What belongs to comments, to other
publications or to pictures is passed over.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

from crawler.parsing.authors.claims import Authors, Found, stated_names
from crawler.parsing.authors.links import (
    PROFILE,
    as_linked,
    first_person,
    leads_to,
    linked_author,
    linked_body,
    name_on_card,
    once,
    people_linked,
    people_of_cards,
    people_side_by_side,
)
from crawler.parsing.authors.rows import JOINER, last_names_first, lines_of_names, row_of_names
from crawler.parsing.bylines import (
    LONGEST,
    begins_byline,
    byline_in,
    goes_on,
    is_signature,
    names_behind_date,
    read_byline,
)
from crawler.parsing.bylines.introductions import called, introduces
from crawler.parsing.bylines.names import begins_with_office, begins_with_role, is_role, is_signed
from crawler.parsing.choice import Candidate, Choice
from crawler.parsing.claims import Claims
from crawler.parsing.furniture.running_text import is_paragraph
from crawler.parsing.naming import COMMENTS, numbers_named
from crawler.parsing.outline import Outline, Run
from crawler.parsing.site import fold
from crawler.parsing.title import heading_of
from crawler.parsing.topics.label_text import is_topic_link

_LONGEST_LINE, _FEWEST_LINKED = 200, 2
_BOXES = frozenset({"span", "small", "em", "i", "b", "strong", "cite", "address"})
_LONGEST_FACT = 60            # characters of a line that only names somebody
_OFFICE_BELOW = 3            # lines from the title to who speaks
_BEFORE, _AFTER = 8, 25       # where bylines stand around the title, in runs of text
_NEAR = 6                     # where names stand that the head states
_NAMES = ("author", "byline", "by-line", "autor", "auteur", "contributor", "writer", "verfasser", "redakteur",
          "posted-by", "submitted", "credits-", "szerzo", "yazar", "muhabir", "skribent", "forfatter", "penulis",
          "toimittaja", "kirjoittaja", "journalist")
_NAMED = re.compile("|".join(_NAMES).replace("author", "author(?!i[szt])"))     # "authorization", "authority"
_NAME = re.compile(r"(?:author|autor|auteur|byline|person|contributor)[-_]{0,2}name(?![a-z])")
_NOT_OWN = re.compile(rf"{COMMENTS}|related|recommend|popular|promo|reply|carousel|latest|trending|photo|caption")
_NOT_OWN_BELOW = re.compile(r"sidebar|(?<!elementor-)(?<!so-)widget(?!-(?:span|type))|teaser|card|footer|more-from|"
                            r"image|credit\b|quote|testimonial")
_ABOUT = re.compile(r"(?<![a-z])(?:desc(?:ription)?|role|position|job)(?![a-z])")     # what somebody is, not who
_ABOUT_THEM = re.compile(r"about the authors?\b", re.IGNORECASE)
_TIME = re.compile(r"\b(?:19|20)\d\d\b|\bmin\b|\bminutes?\b|\bago\b|年")
_SILENT = frozenset({"title", "option", "button"})
_NO_NAME = _SILENT | {"h1", "h2"}


def shown_authors(outline: Outline, claims: Claims, title: Choice[str | None]) -> Iterator[Found]:
    """Candidates among what the page shows, near the title first."""
    yield from _marked(outline, claims)
    runs = outline.runs
    heading = heading_of(outline, title)
    place = outline.run_from(outline.starts[heading]) if heading is not None else None
    reach = range(0)
    if place is not None and place < len(runs):
        first, last = max(place - _BEFORE, 0), min(place + _AFTER, len(runs))
        yield from _led_runs(outline, range(first, last), "byline", 3.1)
        yield from _lone_names(outline, place)
        reach = range(runs[first].start, runs[last - 1].stop)
    yield from _named_elements(outline, reach)
    below = [number for number in range((place or 0) + _AFTER, len(runs)) if is_signature(runs[number].text)]
    yield from _led_runs(outline, below[:3], "byline below", 2.0)


def lines_naming(outline: Outline, title: Choice[str | None], names: frozenset[str]) -> Iterator[int]:
    """The elements below the title that say these names, folded, and nothing else: "Ada One & Bo Two"."""
    heading = heading_of(outline, title)
    place = outline.run_from(outline.stops[heading]) if heading is not None else len(outline.runs)
    for number in range(place, min(place + _NEAR, len(outline.runs))):
        run = outline.runs[number]
        if _follows_text(outline, place, number):
            return
        if len(run.text) <= _LONGEST_LINE and (element := outline.lone_element(run)) is not None and names == {
                fold(author.name) for author in read_byline(run.text, led=False, stated=True)}:
            yield element


def _marked(outline: Outline, claims: Claims) -> Iterator[Found]:
    """Microdata, and links marked rel=author."""
    marks = [marked for marked in claims.marked.get("author", ())[:12] if not _is_elsewhere(outline, marked.element)]
    inner = claims.marked.get("name", ())
    names = [next((named.value for named in inner if outline.inside(named.element, marked.element)), marked.value)
             for marked in marks]
    if authors := [author for name in names for author in stated_names(name)]:
        yield Candidate(tuple(dict.fromkeys(authors)), "microdata author", 3.0, marks[0].element)
    attributes = outline.attributes
    links = [i for i in outline.all("a") if "author" in attributes[i].get("rel", "")
             and not _is_elsewhere(outline, i)]
    if authors := [linked_author(outline, author, i) for i in links[:12]
                   for author in stated_names(outline.text(i))[:1]]:
        yield Candidate(once(authors), "link rel=author", 2.7, links[0])


def _led_runs(outline: Outline, numbers: Iterable[int], origin: str, score: float) -> Iterator[Found]:
    """The first run that begins as a byline does and names someone."""
    for number in numbers:
        run = outline.runs[number]
        text = _in_element(outline, run) or _without_topics(outline, run)
        if len(text) > LONGEST or outline.tags[run.element] in _SILENT or (
                byline := byline_in(text) or _labelled(outline, run) or _of_term(outline, run)) is None:
            continue
        authors = (_linked_people(outline, run) if begins_byline(byline) else ()) or read_byline(byline)
        if not authors and len(text) < 30 and number + 1 < len(outline.runs):         # "By" on a line of its own
            authors = row_of_names(outline, number + 1) or _linked_people(outline, outline.runs[number + 1]) \
                or read_byline(f"{text.rstrip(' :：')}: {lines_of_names(outline, number + 1)}") \
                or last_names_first(outline, number + 1)
        if authors and not _is_elsewhere(outline, run.element):
            score -= 0.4 if _ABOUT_THEM.match(text) else 0       # below the text, where not all may be told of
            yield Candidate(as_linked(outline, authors, run.element), origin, score, outline.lone_element(run))
            return


def _in_element(outline: Outline, run: Run) -> str | None:
    """What an element of the run says that is a byline by itself: "5 May <span>by Ada One</span> <b>News</b>"."""
    if len(run.text) > _LONGEST_LINE:
        return None
    for i in outline.begun_in(run):
        if outline.tags[i] not in _BOXES or outline.stops[i] > run.stop:
            continue
        text = outline.text(i)
        if text != run.text and begins_byline(text) and read_byline(text) and not goes_on(
                "".join(outline.pieces[outline.stops[i]:run.stop]).strip()):
            return text
    return None


def _linked_people(outline: Outline, run: Run) -> Authors:
    """Who the links of a byline name, where but its first words and what joins names stands beside these."""
    every = outline.links_in(run) if run.link_chars else []
    links = list(takewhile(lambda i: not is_topic_link(outline, i), every))
    bodies = {i: body for i in links if (body := linked_body(outline, i))}
    if len(links) < _FEWEST_LINKED and not bodies:
        return ()
    ends = [*(outline.starts[i] for i in every[1:]), run.stop]
    beside = [outline.between(outline.stops[i], end).strip() for i, end in zip(links, ends, strict=False)]
    people = [author for i in links for author in ([bodies[i]] if i in bodies else first_person(outline.text(i)))]
    if len(people) < len(links) or any(len(text) > JOINER for text in beside):
        return ()
    return tuple(people)


def _of_term(outline: Outline, run: Run) -> str | None:
    """The label of a list of facts that leads to authors: `<dt>Author</dt>`."""
    label = f"{run.text}:"
    return label if outline.tags[run.element] == "dt" and begins_byline(label) else None


def _without_topics(outline: Outline, run: Run) -> str:
    """The run's text up to its first link to a topic: "By Ada One in Trade, Ports"."""
    links = outline.links_in(run) if run.link_chars else ()
    topic = next((i for i in links if is_topic_link(outline, i)), None)
    return run.text if topic is None else outline.between(run.start, outline.starts[topic])


def _labelled(outline: Outline, run: Run) -> str | None:
    """The byline of a line whose label or name stands in an element: `작성자 <span>김민수</span>`."""
    if len(run.text) > _LONGEST_FACT:
        return None
    for i in outline.begun_in(run):
        part = outline.text(i)
        opens = outline.starts[i] == run.start
        label, name = (part, run.text.removeprefix(part)) if opens else (run.text.removesuffix(part), part)
        label, name = label.strip(), name.strip()
        if not label or not name or len(label) == len(run.text):
            continue
        if begins_byline(f"{label}:") and not begins_byline(name):
            return f"{label}: {name}"
        if not opens:
            return None
    return None


def _lone_names(outline: Outline, place: int) -> Iterator[Found]:
    """Names near the title that only a link to a profile, a picture or a paragraph tells, and a date beside them."""
    runs = outline.runs
    first, last = max(place - 4, 0), min(place + 10, len(runs))
    for run in runs[first:last]:
        if (signed := names_behind_date(run.text)) and not _is_elsewhere(outline, run.element):
            signed = as_linked(outline, signed, run.element)
            yield Candidate(signed, "names behind the date", 2.6, outline.lone_element(run))
    timed = {n for n in range(max(first - 2, 0), min(last + 2, len(runs)))
             if len(runs[n].text) < 60 and _TIME.search(runs[n].text)}
    for number in sorted(range(first, last), key=lambda number: abs(number - place)):
        run = runs[number]
        if number == place or len(run.text) > 80 or outline.tags[run.element] in _NO_NAME:
            continue
        profiles = _people_linked_in(outline, run)
        linked = bool(profiles) or any(leads_to(outline, j) for j in outline.all("a", within=run.element))
        titled = begins_with_role(run.text) or is_signed(run.text) or (
            0 < number - place <= _OFFICE_BELOW and not run.link_chars and begins_with_office(run.text)) or (
            number + 1 < len(runs) and is_role(runs[number + 1].text) and not any(map(str.isdigit, run.text)))
        if not linked and not titled and number != place + 1 and timed.isdisjoint(range(number - 2, number + 3)):
            continue
        authors = read_byline(run.text, led=False) or profiles
        if not authors or any(author.kind != "person" for author in authors) or _is_elsewhere(outline, run.element):
            continue
        if linked or titled or _is_introduced(outline, run.text):
            origin, score = ("link to a profile", 2.8) if linked else \
                ("name above a role", 1.9) if titled else ("name beside the date", 1.9)
            apart = row_of_names(outline, number) if linked else ()
            signed = apart or (people_of_cards(outline, run.element) if linked else ())
            if not apart and not set(authors) <= {replace(author, url=None) for author in signed}:
                signed = as_linked(outline, authors, run.element)
            is_of_letter = origin == "name above a role" and _follows_text(outline, place, number)
            yield Candidate(signed, origin, score, None if is_of_letter else outline.lone_element(run))
            return


def _follows_text(outline: Outline, place: int, number: int) -> bool:
    """Whether the text stands between the title and a line: who signs a letter below it is part of it."""
    return sum(map(is_paragraph, outline.runs[place + 1:number])) > 1                       # the first may be a dek


def _people_linked_in(outline: Outline, run: Run) -> Authors:
    """The people whose profiles a line of other facts links to: "<a href=/author/ada>Ada One</a> 5 May 2025 News"."""
    anchors = outline.links_in(run) if run.link_chars else ()
    links = [j for j in anchors if leads_to(outline, j) or (
        is_signed(outline.text(j)) and PROFILE.search(outline.attributes[j].get("href") or ""))]
    return once(people_linked(outline, links))


def _named_elements(outline: Outline, reach: range) -> Iterator[Found]:
    """Elements whose class or id speaks of authors: the first near the title, else the one person named below."""
    below = []
    for i in numbers_named(outline, _NAMES, _NAMED):
        if outline.ends[i] - i > 60 or outline.stops[i] - outline.starts[i] > 80 or _is_elsewhere(outline, i) \
                or _ABOUT.search(outline.names[i]):
            continue
        if not (authors := _of_element(outline, i)):
            continue
        if outline.starts[i] in reach:
            yield Candidate(authors, "element named after the author", 2.5, i)
            return
        if not _is_elsewhere(outline, i, _NOT_OWN_BELOW):
            below.append((i, authors))
    if below and len({fold(author.name) for _, authors in below for author in authors}) == 1:
        yield Candidate(below[0][1], "element named after the author, below", 1.8, below[0][0])


def _of_element(outline: Outline, i: int) -> Authors:
    links = [j for j in outline.all("a", within=i) if PROFILE.search(outline.attributes[j].get("href") or "")]
    if linked := [linked_author(outline, author, j) for j in links
                  for author in read_byline(outline.text(j), led=False)[:3] or name_on_card(outline, j)]:
        return once(linked)
    named = [j for j in range(i + 1, outline.ends[i]) if _NAME.search(outline.names[j])]      # beside what they are
    if apart := [linked_author(outline, author, j) for j in named for author in stated_names(outline.text(j))[:1]]:
        return once(apart)
    if beside := people_side_by_side(outline, i):
        return beside
    lines = outline.lines(i)
    for listed in (outline.all("a", within=i), outline.all("li", within=i)):
        if len(lines) > 1 and lines == [outline.text(j) for j in listed]:   # a list of names and nothing else
            return once([linked_author(outline, author, j) for j in listed
                          if read_byline(outline.text(j), led=False) for author in stated_names(outline.text(j))[:1]])
    for line in lines:
        if (authors := read_byline(line, led=False)):
            return authors
    return ()


def _is_introduced(outline: Outline, name: str) -> bool:
    """Whether a picture bears the name, or a paragraph begins with it, as it does below an article."""
    if any(outline.attributes[i].get("alt") == name for i in outline.all("img")):
        return True
    names = tuple(called([name]))
    return any(run.text.startswith(names) and introduces(run.text, names) for run in outline.runs)


def _is_elsewhere(outline: Outline, i: int, names: re.Pattern[str] = _NOT_OWN) -> bool:
    """Whether the element belongs to comments, a card of another publication, or a picture."""
    around = outline.ancestors(i)
    tags = {outline.tags[above] for above in around}
    if not tags.isdisjoint(("nav", "figure", "form", "blockquote")) or ("footer" in tags and not any(
            # but an article's own foot
            outline.tags[above] == "article" and outline.all("h1", within=above) for above in around)):
        return True
    title = next(iter(outline.by_tag.get("h1", ())), 0)          # the name of what holds it speaks of the whole
    return any(names.search(outline.names[above]) for above in (i, *around[:7])
               if outline.names[above] and outline.tags[above] not in ("body", "html") and not (
                   above < title < outline.ends[above]))
