"""Outline, claims and title -> dek: the standfirst under the title. Pure."""

from crawler.parsing.choice import Candidate, Choice
from crawler.parsing.claims import Claims
from crawler.parsing.outline import Outline


def find_dek(outline: Outline, claims: Claims, title: Choice[str | None]) -> Choice[str | None]:
    """The standfirst; value None where the page shows none."""
    stated = claims.first(["description", "og:description"])
    if stated is None or title.element is None:
        return Choice(None)
    text = stated[1]
    for run in outline.runs:
        if title.element < run.element < title.element + 60 and run.text == text:
            origin = f"meta {stated[0]}, shown under the title"
            return Choice(text, origin, run.element, (Candidate(text, origin, 1.0, run.element),))
    return Choice(None)
