"""Page -> Explanation: for every field what was on offer, how it scored, and what won. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from archive.records import Page, Publication
from crawler.parsing.choice import Choice
from crawler.parsing.choices import read_choices
from crawler.parsing.errors import NotAPublication, ParseError
from crawler.parsing.hints import NO_HINTS, Hints
from crawler.parsing.publication import publication_of


@dataclass(frozen=True, slots=True)
class Explanation:
    """How one page was read."""

    outcome: Publication | NotAPublication | ParseError
    fields: Mapping[str, Choice[Any]]   # field -> its choice, candidates best first
    notes: Mapping[str, str]            # what went wrong on the way: hints without effect, broken JSON-LD


def explain_page(page: Page, hints: Hints = NO_HINTS) -> Explanation:
    """How the page reads, publication or not; raises ParseError only where it has no markup at all."""
    choices = read_choices(page, hints)
    try:
        outcome: Publication | NotAPublication | ParseError = publication_of(page, choices)
    except (NotAPublication, ParseError) as error:
        outcome = error
    return Explanation(outcome, choices.by_field(), choices.notes)
