"""A folder of annotated pages -> one `Example` for each page. Standard library only, for the peers' sake.

The folder holds `wcxb-dev/{html,ground-truth}` (WCXB, CC-BY-4.0), `fundus-dev/{html,truth}` (fundus, MIT) and
`policy_ids.json` (which pages of WCXB come from governments, NGOs, think tanks and universities).
"""

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

SETS = ("wcxb-dev-articles", "wcxb-dev-policy", "wcxb-dev", "fundus-dev")


@dataclass(frozen=True)
class Example:
    """One page and what is true of it; a field that is None is not annotated, an empty one is absent on the page."""

    collection: str                   # "wcxb-dev" or "fundus-dev"
    key: str
    url: str
    html: bytes
    kind: str                         # article, service, listing, …
    body: str
    title: str | None = None
    date: str | None = None
    authors: tuple[str, ...] | None = None
    policy: bool = False              # from a government, NGO, think tank or university

    @property
    def day(self) -> str | None:
        """The true day of publication; None where the page has none."""
        text = str(self.date or "")[:10]
        return text if len(text) == 10 and text[4] == text[7] == "-" else None

    def fold(self, folds: int = 5) -> int:
        """Which fold the page's host falls in, so that no host is both learned from and tested on."""
        host = (urlsplit(self.url).hostname or "").removeprefix("www.")
        return int(hashlib.md5(host.encode(), usedforsecurity=False).hexdigest(), 16) % folds


def examples(folder: Path, name: str) -> Iterator[Example]:
    """The pages of one of SETS, in a fixed order; nothing where the folder does not have it."""
    if name == "fundus-dev":
        yield from _fundus(folder / name)
        return
    policy = {entry["id"] for entry in _json(folder / "policy_ids.json")}
    for example in _wcxb(folder / "wcxb-dev", policy):
        if {"wcxb-dev": True, "wcxb-dev-policy": example.policy, "wcxb-dev-articles": example.kind == "article"}[name]:
            yield example


def all_examples(folder: Path) -> Iterator[Example]:
    """The pages of both collections."""
    for name in ("wcxb-dev", "fundus-dev"):
        yield from examples(folder, name)


def _wcxb(base: Path, policy: set[str]) -> Iterator[Example]:
    for path in sorted((base / "ground-truth").glob("*.json")):
        item = _json(path)
        true = item["ground_truth"]
        kind = ((item.get("_internal") or {}).get("page_type") or {}).get("primary", "article")
        author = true.get("author") or ""
        yield Example(
            collection=base.name, key=path.stem, url=item.get("url") or "https://page.example/",
            html=_page(base, path.stem), kind="collection" if kind == "category" else kind,
            body=true.get("main_content") or "",
            title=true.get("title") or None, date=true.get("publish_date") or "",
            authors=(author,) if isinstance(author, str) and author else tuple(author), policy=path.stem in policy)


def _fundus(base: Path) -> Iterator[Example]:
    for path in sorted((base / "truth").glob("*.json")):
        true = _json(path)
        authors = true.get("authors")
        yield Example(
            collection=base.name, key=path.stem, url=true["url"], html=_page(base, path.stem), kind="article",
            body=true.get("body") or "", title=true.get("title") or None, date=true.get("date"),
            authors=None if authors is None else (authors,) if isinstance(authors, str) else tuple(authors))


def _page(base: Path, key: str) -> bytes:
    return gzip.decompress((base / "html" / f"{key}.html.gz").read_bytes())


def _json(path: Path):
    return json.loads(path.read_text(encoding="utf-8"))
