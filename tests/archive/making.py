"""Readings for tests of the archive: small, whole, each different by its number."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from archive.database import Archive, open_archive
from archive.records import (
    Attachment,
    Author,
    Block,
    Image,
    Link,
    Page,
    Publication,
    Reading,
    Rejection,
    Related,
    ShareLink,
)
from archive.store import start_run

NOON = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
LATER = datetime(2026, 3, 6, 12, 0, tzinfo=UTC)
MUCH_LATER = datetime(2026, 4, 1, 12, 0, tzinfo=UTC)


def new_archive(folder: Path) -> tuple[Archive, int]:
    """An empty archive with a run going on."""
    archive = open_archive(folder / "archive.db", create=True)
    return archive, start_run(archive, "crawl", at=NOON, source="institute", target="institute")


def publication(number: int = 1, **fields: Any) -> Publication:
    """Publication `number`, with something in every field."""
    url = f"https://institute.example/papers/{number}"
    whole = Publication(
        source="institute", url=url, title=f"Paper {number} on tariffs", type="Report", dek="What they cost.",
        published="2025-07", modified="2025-08-01T10:00:00+02:00", published_raw="July 2025",
        authors=(Author("Ada Meyer", "person", "https://institute.example/people/meyer"),
                 Author("Trade Unit", "organization")),
        language="en", section="Trade", topics=("Tariffs", "Trade policy"),
        blocks=(Block("heading", "Costs", 2), Block("paragraph", f"Tariffs rose in year {number} and prices too."),
                Block("item", "steel", 1), Block("quote", "“Naïve” façade, 日本."), Block("table", "a\tb\n1\t2")),
        share_links=(ShareLink("x", f"https://x.com/intent/post?url={url}"), ShareLink("print")),
        related=(Related("related", f"https://institute.example/papers/{number + 1}", "Next paper", "Trade",
                         "2025-06", "More of it."), Related("popular", None, "No address")),
        links=(Link("https://elsewhere.example/study", "a study"),
               Link(f"https://institute.example/papers/{number + 1}", "the next")),
        attachments=(Attachment(f"https://institute.example/{number}.pdf", "application/pdf", "PDF"),),
        images=(Image("https://institute.example/a.png", "A chart", "Prices"), Image("https://institute.example/b")),
        ad_slots=2, identifiers={"doi": f"10.1000/{number}", "isbn": "978"},
        evidence={"title": "json-ld headline", "published": "meta date"}, parser="policy-archive 1",
    )
    return replace(whole, **fields)


def with_text(number: int, *paragraphs: str, **fields: Any) -> Publication:
    """Publication `number` with this text."""
    return publication(number, blocks=tuple(Block("paragraph", text) for text in paragraphs), **fields)


def reading(outcome: Publication | Rejection, *, at: datetime = NOON, body: bytes | None = None,
            url: str | None = None, **page: Any) -> Reading:
    """The outcome with a page of its own: other bytes for another outcome, unless given."""
    bytes_ = repr(outcome).encode("utf-8", "replace") if body is None else body
    headers = {"content-type": "text/html; charset=utf-8", "etag": '"v1"', "server": "test"}
    return Reading(Page(source=outcome.source, url=url or outcome.url, status=200, headers=headers, body=bytes_,
                        fetched_at=at, **page), outcome)


def rejection(number: int = 1, reason: str = "an index of publications") -> Rejection:
    """A page that is no publication."""
    return Rejection("institute", f"https://institute.example/papers/{number}", "not-a-publication", reason)
