"""Share links, publications offered and ads on annotated pages: a table, and floors that only rise.

    python -m tests.benchmarks.bench_furniture --data FOLDER [--check | --raise-floors]

FOLDER holds `furniture-dev/*.json` (the annotations) and `wcxb-dev/html` (the pages); where they are absent this says
so and ends well. A third of the sites, picked by a hash of the host, is held out: look at it only to confirm.
"""

import argparse
import gzip
import hashlib
import json
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from archive.records import Page
from crawler.parsing import NotAPublication, ParseError, parse_page
from tests.benchmarks import furniture_measures as measures
from tests.benchmarks.furniture_measures import Counts

ROOT = Path(__file__).parents[2]
FLOORS = Path(__file__).with_name("floors.json")
SET = "furniture-dev"
SLACK = 0.001                          # floors are set this far below what was measured
PINNED = ("share links", "networks", "related", "popular told apart", "topics", "dek")


@dataclass
class Marks:
    """The counts of one part of the pages."""

    pages: int = 0
    counts: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    sides: tuple[int, int] = (0, 0)
    ads_in_text: int = 0
    seconds: float = 0.0

    def figures(self) -> dict[str, float]:
        """Name -> share between 0 and 1."""
        found = {name: counts.f1 for name, counts in self.counts.items()}
        return {**found, "popular told apart": self.sides[0] / self.sides[1] if self.sides[1] else 1.0}


def is_held_out(url: str) -> bool:
    """Whether the page's site belongs to the third that rules are not made on."""
    return int(hashlib.md5(measures.host_of(url).encode(), usedforsecurity=False).hexdigest(), 16) % 3 == 0


def score(said: dict[str, Any], note: dict[str, Any], marks: Marks) -> None:
    """Add one page to the marks."""
    url = note["url"]
    marks.pages += 1
    found = {
        "share links": measures.shares(said["share_links"], note["share_links"], url),
        "networks": measures.networks(said["share_links"], note["share_links"]),
        "related": measures.related(said["related"], note["related"], url),
        "topics": measures.texts(said["topics"], note["topics"]),
        "dek": measures.texts([said["dek"]], [note["dek"]]),
    }
    for name, counts in found.items():
        marks.counts[name] += counts
    right, count = measures.told_apart(said["related"], note["related"])
    marks.sides = marks.sides[0] + right, marks.sides[1] + count
    marks.ads_in_text += sum(measures.stands_in(ad, said["text"]) for ad in note["ad_texts"])


def read(folder: Path) -> dict[str, Marks]:
    """Part of the pages -> its marks."""
    parts = {"all": Marks(), "tuned on": Marks(), "held out": Marks()}
    for path in sorted((folder / SET).glob("*.json")):
        note = json.loads(path.read_text(encoding="utf-8"))
        body = gzip.decompress((folder / "wcxb-dev" / "html" / f"{note['id']}.html.gz").read_bytes())
        started = time.process_time()
        said = _record(Page.from_bytes(body, url=note["url"]))
        seconds = time.process_time() - started
        for part in ("all", "held out" if is_held_out(note["url"]) else "tuned on"):
            parts[part].seconds += seconds
            score(said, note, parts[part])
    return parts


def _record(page: Page) -> dict[str, Any]:
    """The record, or an empty one for a page that is refused."""
    try:
        return parse_page(page).to_record()
    except (NotAPublication, ParseError):
        return {"share_links": [], "related": [], "topics": [], "dek": None, "text": ""}


def show(parts: dict[str, Marks]) -> None:
    """One row for each part."""
    names = list(parts["all"].figures())
    print(f"| pages | | {' | '.join(names)} | ads in text | ms a page |\n| --- |{' --: |' * (len(names) + 3)}")
    for part, marks in parts.items():
        figures = " | ".join(f"{marks.figures()[name]:.3f}" for name in names)
        speed = 1000 * marks.seconds / marks.pages
        print(f"| {part} | {marks.pages} | {figures} | {marks.ads_in_text} | {speed:.1f} |")


def main() -> int:
    options = _options()
    if not (options.data / SET).is_dir() or not (options.data / "wcxb-dev" / "html").is_dir():
        print(f"bench_furniture: no pages in {options.data}; nothing measured: --data names the folder",
              file=sys.stderr)
        return 0
    parts = read(options.data)
    show(parts)
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    held = floors.setdefault(SET, {})
    figures = parts["all"].figures()
    short = [f"{SET} {name}: {figures[name]:.4f}, and the floor is {held[name]:.4f}" for name in PINNED
             if figures[name] < held.get(name, 0.0)]
    if options.raise_floors:
        held.update((name, max(held.get(name, 0.0), round(figures[name] - SLACK, 4))) for name in PINNED)
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
    for line in short:
        print(line, file=sys.stderr)
    return int(bool(short) and options.check)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "bench", help="the folder of pages")
    parser.add_argument("--check", action="store_true", help="exit 1 where a figure is below its floor")
    parser.add_argument("--raise-floors", action="store_true", help="move floors up to what was measured")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
