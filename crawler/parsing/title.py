"""Outline and claims -> title and dek. Pure."""

from crawler.parsing.choice import Candidate, Choice
from crawler.parsing.claims import Claims
from crawler.parsing.outline import Outline


def find_title(outline: Outline, claims: Claims) -> Choice[str | None]:
    """The headline without the site's name; value None where the page has none."""
    candidates: list[Candidate[str | None]] = [
        Candidate(outline.text(i), "h1", 1.0, i) for i in outline.all("h1") if outline.text(i)]
    if claim := claims.first(["og:title", "twitter:title", "dc.title"]):
        candidates.append(Candidate(claim[1], f"meta {claim[0]}", 0.5))
    candidates += [Candidate(outline.text(i), "title tag", 0.2, i) for i in outline.all("title") if outline.text(i)]
    if not candidates:
        return Choice(None)
    best = candidates[0]
    return Choice(best.value, best.origin, best.element, tuple(candidates))
