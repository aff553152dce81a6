"""Page and hints -> Choices: every field read and nothing judged yet, so that `--explain` can show all of it. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from archive.records import Attachment, Author, Image, Link, Page
from crawler.hints import NO_HINTS, Hints
from crawler.parsing.address import find_address
from crawler.parsing.attachments import find_attachments
from crawler.parsing.authors import find_authors, hinted_authors
from crawler.parsing.body import Body, find_body, is_only_beside, is_said_by, without_said, without_writers
from crawler.parsing.body.stated import STATE, day_in_state, or_stated
from crawler.parsing.choice import Choice
from crawler.parsing.claims import Claims, read_claims
from crawler.parsing.dates import Dates, dated_by, find_dates, page_habits
from crawler.parsing.document import read_document
from crawler.parsing.furniture.finding import Furniture, find_furniture
from crawler.parsing.hinted import (
    hinted_attachments,
    hinted_body,
    hinted_furniture,
    hinted_text,
    hinted_texts,
    hinted_tree,
    unmatched,
)
from crawler.parsing.identifiers import Identifiers, find_identifiers
from crawler.parsing.images import find_images
from crawler.parsing.judgement import Judgement, judge
from crawler.parsing.kind import find_kind
from crawler.parsing.language import find_language
from crawler.parsing.links import find_links
from crawler.parsing.outline import Outline, read_outline
from crawler.parsing.site import read_site
from crawler.parsing.spoken import SAMPLE_CHARS
from crawler.parsing.title import find_title
from crawler.parsing.title.dek import find_dek
from crawler.parsing.topics import find_section, find_topics
from crawler.parsing.topics.labels import find_labels

_LONGEST_SHOWN = 800          # characters; an element with more shows more than the value
_LONGEST_DATE = 160
_LONGEST_ABOVE = 80           # characters of a line above the title that is none of the text
_BESIDE, _RIGHT_BESIDE = 5, 3 # lines above and below the title
_NEAR, _DAY = 8, 10           # and where entries of a list would tell their days; characters of a day
_STEPS_UP = 4                 # elements around one that shows a value, as far as they may be lifted with it
_MOST_ALTERNATES = 50         # languages
_LABEL, _BETWEEN = 14, 3      # characters of a label before a list, and between two of its members
_FEW = 8                      # pieces of text, which mostly tell that an element holds more than that


@dataclass(frozen=True, slots=True)
class Choices:
    """What was chosen for every field of one page, and the columns it was chosen from."""

    outline: Outline
    claims: Claims
    address: Choice[str]
    title: Choice[str | None]
    dek: Choice[str | None]
    authors: Choice[tuple[Author, ...]]
    section: Choice[str | None]
    topics: Choice[tuple[str, ...]]
    dates: Dates
    body: Body
    judgement: Judgement
    language: Choice[str | None]
    kind: Choice[str]
    identifiers: Identifiers
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    furniture: Furniture = field(default_factory=Furniture)
    notes: Mapping[str, str] = field(default_factory=dict)  # what went wrong: hints without effect, broken JSON-LD

    def by_field(self) -> dict[str, Choice[Any]]:
        """The choice for every field that was chosen among candidates, by the record's names."""
        return {"url": self.address, "title": self.title, "dek": self.dek, "authors": self.authors,
                "section": self.section, "topics": self.topics, "published": self.dates.published,
                "modified": self.dates.modified, "language": self.language, "type": self.kind,
                "judgement": self.judgement.choice(),
                "text": Choice(self.body.blocks, self.body.origin, self.body.element)}

    def evidence(self) -> dict[str, str]:
        """Field -> where the page says so, for the fields that have a value; then what went wrong."""
        said = {name: choice.origin for name, choice in self.by_field().items() if choice.value and choice.origin}
        if self.identifiers.origins:
            said["identifiers"] = ", ".join(f"{name}: {origin}" for name, origin in self.identifiers.origins.items())
        return {**said, **self.furniture.evidence, **self.notes}


def read_choices(page: Page, hints: Hints = NO_HINTS) -> Choices:
    """All that is read from the page; raises ParseError where it has no markup."""
    document = read_document(page)
    outline = read_outline(document, hinted_tree(document, hints))
    claims = read_claims(outline)
    address = find_address(outline, claims, page.url)
    site = read_site(outline, claims)
    title = hinted_text(outline, hints.title) or find_title(outline, claims, site)
    furniture = hinted_furniture(outline, hints, find_furniture(outline, address.value))
    authors = hinted_authors(outline, hints.authors, site) or find_authors(outline, claims, site, title)
    names = [author.name for author in authors.value]
    dek = hinted_text(outline, hints.dek) or find_dek(outline, claims, title, furniture.lifted, names)
    told = [*names, *(item.title for item in furniture.related if item.title and " " in item.title)]
    labels = find_labels(outline, claims, site, title, told)
    section = hinted_text(outline, hints.section) or find_section(outline, labels, claims, site, title.value)
    topics = hinted_texts(outline, hints.topics) or find_topics(
        labels, claims, site, section, [author.name for author in authors.value if author.kind == "person"])
    dates = find_dates(outline, claims, title.element, latest=page.fetched_at,
                       hinted=hinted_text(outline, hints.published),
                       hinted_change=hinted_text(outline, hints.modified), beside=furniture.related_elements)
    shown = title.shown | authors.shown | topics.shown | section.shown | _brief(outline, dates)
    shown |= _fact_lists(outline, authors.shown | _brief(outline, dates)) | _above(outline, title.element)
    body = _find_body(outline, hints, furniture, shown | dek.shown)
    body = or_stated(body, claims, outline)
    if body.origin == STATE and dates.published.value is None:
        dates = dated_by(dates, day_in_state(outline), STATE, page_habits(outline), page.fetched_at)
    # the only paragraph there is: the text, and no dek
    if dek.value and (is_said_by(body, title.value, dek.value) or is_only_beside(body, dek.value)):
        dek = Choice(None, candidates=dek.candidates)
        body = _find_body(outline, hints, furniture, shown)
    body = without_said(body, title.value, dek.value, section.value if section.origin == "kicker" else None)
    body = without_writers(body, [author.name for author in authors.value])
    identifiers = find_identifiers(outline, claims)
    return Choices(
        outline, claims, address, title, dek, authors, section, topics, dates, body,
        judgement=judge(outline, claims, status=page.status, signed=_is_signed(outline, title, dates, authors),
                        dated=_is_dated(outline, title, dates)),
        language=find_language(outline, claims, _beginning(body)),
        kind=find_kind(outline, claims, section.value, identifiers.numbered),
        identifiers=identifiers,
        links=find_links(outline, body, own={page.url, address.value}, excluded=furniture.addresses),
        images=find_images(outline, claims, body, title, furniture.lifted, {author.name for author in authors.value}),
        attachments=hinted_attachments(outline, hints.attachments)
        or find_attachments(outline, claims, body, title, furniture.lifted),
        furniture=furniture,
        notes=_notes(outline, claims, hints))


def _find_body(outline: Outline, hints: Hints, furniture: Furniture, shown: frozenset[int]) -> Body:
    lifted = furniture.lifted | furniture.unseen_elements | _widened(outline, shown)
    return hinted_body(outline, hints.body, find_body(outline, lifted, furniture.cut), lifted)


def _is_signed(outline: Outline, title: Choice[str | None], dates: Dates, authors: Choice[tuple[Author, ...]]) -> bool:
    """Whether the page tells when it was published, and shows who wrote it or, beside its title, that day alone."""
    if title.element is None or not dates.published.value or "microdata" in (authors.origin or ""):
        return False
    place = outline.run_from(outline.starts[title.element])
    if authors.element is not None:
        beside = outline.runs[max(place - _BESIDE, 0):place + _BESIDE + 1]
        return (dates.published.origin or "").startswith(("meta", "json-ld")) or any(
            outline.inside(run.element, i) or outline.inside(i, run.element)
            for run in beside for i in dates.published.shown)
    told = [(abs(outline.run_from(outline.starts[day.element]) - place), day.value)
            for day in dates.published.candidates if day.element is not None]
    near = {value for steps, value in told if steps <= _NEAR}             # several begin a list of dated entries
    return near == {dates.published.value[:_DAY]} and min(told)[0] <= _BESIDE


def _is_dated(outline: Outline, title: Choice[str | None], dates: Dates) -> bool:
    """Whether a day stands right beside the title, or the page states one for programs."""
    if title.element is None or (dates.published.origin or "").startswith(("meta", "json-ld")):
        return True
    place = outline.run_from(outline.starts[title.element])
    return any(abs(outline.run_from(outline.starts[day.element]) - place) <= _RIGHT_BESIDE
               for day in dates.published.candidates if day.element is not None)


def _brief(outline: Outline, dates: Dates) -> frozenset[int]:
    """The elements that show the date and hardly anything else."""
    return frozenset(i for i in dates.published.shown if len(outline.text(i)) <= _LONGEST_DATE)


def _fact_lists(outline: Outline, shown: frozenset[int]) -> frozenset[int]:
    """The short lists of terms that show a date or an author: facts about the publication, one and all."""
    return frozenset(i for i in outline.all("dl") if outline.size(i) <= _LONGEST_SHOWN
                     and any(outline.inside(j, i) and j != i for j in shown))


def _above(outline: Outline, title: int | None) -> frozenset[int]:
    """The short lines right above the title that are no sentences: who publishes, what kind of text it is."""
    place = outline.run_from(outline.starts[title]) if title else 0
    return frozenset(run.element for run in outline.runs[max(place - _BESIDE, 0):place]
                     if len(run.text) <= _LONGEST_ABOVE and run.text[-1] not in ".!?。"
                     and title is not None and not outline.inside(title, run.element))


def _widened(outline: Outline, shown: frozenset[int]) -> frozenset[int]:
    """The elements shown, or the largest around them that hold nothing else but a word like "Tags:"."""
    lengths = {i: len(outline.text(i)) + _BETWEEN for i in shown}
    lengths = {i: length for i, length in lengths.items() if length <= _LONGEST_SHOWN}
    found = set()
    for i in lengths:
        for above in outline.ancestors(i, _STEPS_UP):
            start, stop = outline.starts[above], outline.stops[above]
            if stop - start > 20 * len(lengths):
                break
            inside = sum(length for j, length in lengths.items() if outline.inside(j, above))
            if any(len(outline.between(start, end)) > inside + _LABEL for end in (min(start + _FEW, stop), stop)):
                break
            i = above
        found.add(i)
    return frozenset(found)


def _beginning(body: Body) -> str:
    """The first words of the body, as many as it takes to tell a language."""
    words: list[str] = []
    left = SAMPLE_CHARS
    for block in body.blocks:
        if left <= 0:
            break
        words.append(block.text[:left])
        left -= len(block.text)
    return " ".join(words)


def _notes(outline: Outline, claims: Claims, hints: Hints) -> dict[str, str]:
    notes = {}
    if hints and (missed := unmatched(outline, hints)):
        notes["hints"] = missed
    if claims.notes:
        notes["claims"] = "; ".join(claims.notes)
    if alternates := _alternates(outline, claims):
        notes["alternates"] = ", ".join(f"{language} {url}" for language, url in alternates.items())
    return notes


def _alternates(outline: Outline, claims: Claims) -> dict[str, str]:
    """Language -> where the page says that it stands in that language (`hreflang`), but for the page itself."""
    document = outline.document
    found = {tag.hreflang: document.absolute(tag.href) for tag in claims.link_tags
             if tag.rel == "alternate" and tag.hreflang}
    return {language: url for language, url in list(found.items())[:_MOST_ALTERNATES]
            if language and url and url != document.url}
