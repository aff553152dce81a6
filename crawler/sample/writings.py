"""The texts of the sample site, written for it, as values: the truth a crawl of the site is measured by."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal

TEXTS = Path(__file__).parent / "texts"
Template = Literal["review", "institute", "ministry"]
BlockKind = Literal["paragraph", "heading", "ad"]


@dataclass(frozen=True, slots=True)
class Teaser:
    """A publication as another page offers it."""

    url: str
    dek: str
    published: date
    section: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Writing:
    """One publication of the sample site."""

    template: Template
    slug: str
    title: str
    dek: str
    published: date
    blocks: tuple[tuple[BlockKind, str], ...]
    section: str | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    language: str = "en"
    attachment: str | None = None             # path of the PDF that belongs to it

    @property
    def path(self) -> str:
        """Path and query on the site."""
        if self.template == "review":
            return f"/page.php?p={self.slug}"
        if self.template == "institute":
            return f"/{self.published:%Y/%m}/{self.slug}/"
        return f"/publications/{self.slug}"


@cache
def load_writings() -> tuple[Writing, ...]:
    """All texts that are pages, newest first."""
    found = [read_writing(path.stem, table) for path in sorted(TEXTS.glob("*.toml"))
             for table in tomllib.loads(path.read_text(encoding="utf-8"))["publication"]]
    return tuple(sorted(found, key=lambda writing: (writing.published, writing.slug), reverse=True))


def read_writing(name: str, table: Mapping[str, Any]) -> Writing:
    """One text from its table; `name` is its file's, and its template's where the table names none."""
    return Writing(
        template=table.get("site", name), slug=table["slug"], title=table["title"], dek=table["dek"],
        published=table["published"], blocks=tuple(_read_blocks(table["body"])), section=table.get("section"),
        authors=tuple(table.get("authors", ())), tags=tuple(table.get("tags", ())),
        language=table.get("language", "en"), attachment=table.get("attachment"))


def _read_blocks(body: str) -> list[tuple[BlockKind, str]]:
    """Paragraphs parted by blank lines; `## ` begins a heading, `[ad]` is an ad slot."""
    blocks: list[tuple[BlockKind, str]] = []
    for part in body.strip().split("\n\n"):
        text = " ".join(part.split())
        if text == "[ad]":
            blocks.append(("ad", ""))
        elif text.startswith("## "):
            blocks.append(("heading", text[3:]))
        else:
            blocks.append(("paragraph", text))
    return blocks
