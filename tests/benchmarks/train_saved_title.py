"""Learns how much each feature of a line of saved text counts as a title; writes saved_text/headline.json.

    python -m tests.benchmarks.train_saved_title --data ../shared/bench [--check]

Data: the articles of wcxb-dev and the pages of fundus-dev, each as two texts: a line for each block of the page, as
browsers save it, and a line for each piece of text, as scripts do; with the page's address and without. Model and
cross-validation are those of `train_title`.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from lxml import etree

from archive.records import Page
from crawler.parsing.document import read_document, read_tree
from crawler.parsing.saved_text import page_lines
from crawler.parsing.saved_text.headline import offered_headlines
from crawler.parsing.site import fold
from tests.benchmarks.annotated import Example, all_examples
from tests.benchmarks.train_title import Headlines, cross_validate, fit

OUT = Path(__file__).parents[2] / "crawler" / "parsing" / "saved_text/headline.json"
NOWHERE = "https://example.org/page.php?p=1"
SILENT = frozenset("head script style noscript template svg button iframe textarea select".split())
BLOCKS = frozenset("""p div section article header footer nav aside main ul ol li h1 h2 h3 h4 h5 h6 table tr td th
    blockquote figure figcaption form hr dl dt dd address center pre details summary fieldset body br""".split())
SURE = 20                     # letters of a line that begins with the title, or the other way round


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with wcxb-dev/ and fundus-dev/")
    parser.add_argument("--check", action="store_true", help="cross-validate, write nothing")
    args = parser.parse_args()
    examples = [found for found in read_examples(args.data) if any(found.right)]
    if args.check:
        for dataset, share in sorted(cross_validate(examples).items()):
            print(f"{dataset}: right {share:.3f}")
        return
    kept = {name: round(weight, 2) for name, weight in sorted(fit(examples).items()) if abs(weight) >= 0.005}
    OUT.write_text(json.dumps(kept, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


def read_examples(data: Path) -> Iterator[Headlines]:
    """Every page with a known title, in each form, with its address and without."""
    for example in all_examples(data):
        if example.kind != "article" or not example.title:
            continue
        for form in ("blocks", "pieces"):
            text = saved(example, pieces=form == "pieces")
            lines, _ = page_lines(Page.from_bytes(text.encode(), url=NOWHERE, content_type="text/plain"))
            for url in (example.url, NOWHERE):
                offered = offered_headlines(lines, url)
                yield Headlines(f"{example.collection} {form} {'no address' if url == NOWHERE else 'address'}",
                                urlsplit(example.url).netloc.removeprefix("www."), tuple(offered.values()),
                                _right([fold(lines[at].text) for at in offered], fold(example.title)))


def _right(keys: list[str], title: str) -> tuple[bool, ...]:
    exact = tuple(key == title for key in keys)
    return exact if any(exact) else tuple(min(len(key), len(title)) > SURE and (
        key.startswith(title) or title.startswith(key)) for key in keys)


def saved(example: Example, *, pieces: bool) -> str:
    """The page as saved text: a line for each block, or for each piece of text."""
    rows = [""]

    def visit(element: etree._Element) -> None:
        if not isinstance(element.tag, str) or element.tag in SILENT or element.get("hidden") is not None:
            return
        parts = pieces or element.tag in BLOCKS
        rows.extend([""] * parts)
        rows[-1] += element.text or ""
        for child in element:
            visit(child)
            rows.extend([""] * pieces)
            rows[-1] += child.tail or ""
        rows.extend([""] * parts)

    visit(read_tree(read_document(Page.from_bytes(example.html, url=example.url))))
    return "\n".join(text for row in rows if (text := " ".join(row.split())))


if __name__ == "__main__":
    main()
