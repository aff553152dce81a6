"""Page -> Explanation: for every field what was on offer, how it scored, and what won. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from archive.records import Page, Publication
from crawler.hints import NO_HINTS, Hints
from crawler.parsing.choice import Choice
from crawler.parsing.choices import read_choices
from crawler.parsing.errors import NotAPublication, ParseError
from crawler.parsing.media import Media, media_of
from crawler.parsing.pdf import read_pdf
from crawler.parsing.publication import publication_of
from crawler.parsing.saved_text import read_saved_text


@dataclass(frozen=True, slots=True)
class Explanation:
    """How one page was read."""

    outcome: Publication | NotAPublication | ParseError
    fields: Mapping[str, Choice[Any]]   # field -> its choice, candidates best first
    notes: Mapping[str, str]            # what went wrong on the way: hints without effect, broken JSON-LD


def read_whole(page: Page, media: Media) -> Publication:
    """What a page of text or a PDF publishes; raises NotAPublication for any other media but HTML."""
    if media == "other":
        raise NotAPublication(f"neither HTML, text nor PDF ({page.content_type or 'no content type'})")
    return read_pdf(page) if media == "pdf" else read_saved_text(page)


def explain_page(page: Page, hints: Hints = NO_HINTS) -> Explanation:
    """How the page reads, publication or not; raises ParseError only where it has no markup at all."""
    if (media := media_of(page)) != "html":
        return _explain_whole(page, media)
    choices = read_choices(page, hints)
    try:
        outcome: Publication | NotAPublication | ParseError = publication_of(page, choices)
    except (NotAPublication, ParseError) as error:
        outcome = error
    return Explanation(outcome, choices.by_field(), choices.notes)


def _explain_whole(page: Page, media: Media) -> Explanation:
    """How a text or PDF reads: they offer one candidate a field, with the place it stands at."""
    try:
        publication = read_whole(page, media)
    except NotAPublication as error:
        return Explanation(error, {}, {})
    record = publication.to_record()
    fields = {name: Choice(record[name], origin) for name, origin in publication.evidence.items() if record.get(name)}
    notes = {name: text for name, text in publication.evidence.items() if name not in fields}
    return Explanation(publication, fields, notes)
