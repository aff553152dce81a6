"""Labelled pages of the development sets, read from the folder a benchmark is given."""

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from archive.records import Page


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """One page and its labels; `kind` is article, listing, collection, forum, product, service or documentation."""

    collection: str           # "wcxb-dev" or "fundus-dev"
    key: str
    page: Page
    kind: str
    published: str | None     # the true day, None where the page has none

    def fold(self, folds: int = 5) -> int:
        """Which fold the page's host falls in, so that no host is both learned from and tested on."""
        host = (urlsplit(self.page.url).hostname or "").removeprefix("www.")
        return int(hashlib.md5(host.encode(), usedforsecurity=False).hexdigest(), 16) % folds


def labelled_pages(data: Path) -> Iterator[LabelledPage]:
    """All pages of both sets under `data`."""
    for truth in sorted((data / "wcxb-dev" / "ground-truth").glob("*.json")):
        item = json.loads(truth.read_text("utf-8"))
        kind = ((item.get("_internal") or {}).get("page_type") or {}).get("primary", "article")
        day = _day(item["ground_truth"].get("publish_date"))
        yield LabelledPage("wcxb-dev", truth.stem, _page(data / "wcxb-dev", truth.stem, item),
                           "collection" if kind == "category" else kind, day)
    for truth in sorted((data / "fundus-dev" / "truth").glob("*.json")):
        item = json.loads(truth.read_text("utf-8"))
        yield LabelledPage("fundus-dev", truth.stem, _page(data / "fundus-dev", truth.stem, item), "article",
                           _day(item.get("date")))


def _page(folder: Path, key: str, item: dict[str, Any]) -> Page:
    body = gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes())
    return Page.from_bytes(body, url=item.get("url") or "https://page.example/")


def _day(value: object) -> str | None:
    text = str(value or "")[:10]
    return text if len(text) == 10 and text[4] == text[7] == "-" else None
