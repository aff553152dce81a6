"""One date at one place of a page. Data only."""

from dataclasses import dataclass

from crawler.parsing.dates.text import WrittenDate


@dataclass(frozen=True, slots=True)
class Sighting:
    """One date at one place of the page."""

    date: WrittenDate
    origin: str               # for evidence: "json-ld datePublished", "text after “Published”", …
    traits: frozenset[str]
    element: int | None = None
    run: int | None = None    # its place in outline.runs, for text

    @property
    def is_shown(self) -> bool:
        """Whether it stands in the page's text: attributes of an element in it are seen by programs alone."""
        return self.run is not None and self.origin not in {"time datetime", "title of an element"}
