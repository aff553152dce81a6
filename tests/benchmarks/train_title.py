"""Learns how much each feature of a headline candidate counts, and writes crawler/parsing/title/model.json.

    python -m tests.benchmarks.train_title --data ../shared/bench [--check]

Data: the articles of wcxb-dev and the pages of fundus-dev. Model: one weight a feature; the scores of a page's
candidates go through a softmax, and the likelihood of the right one is maximised with an L2 penalty (nothing random).
`--check` only prints how often the first candidate is the right one in five-fold cross-validation by host.
"""

import argparse
import json
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
from scipy.optimize import minimize

from archive.records import Page
from crawler.parsing.claims import read_claims
from crawler.parsing.document import read_document
from crawler.parsing.outline import read_outline
from crawler.parsing.site import fold, read_site
from crawler.parsing.title.candidates import offers
from tests.benchmarks.annotated import all_examples

OUT = Path(__file__).parents[2] / "crawler" / "parsing" / "title/model.json"
PENALTY = 3.0
FOLDS = 5
FEWEST = 8                    # candidates that show a feature, below which it is left out


@dataclass(frozen=True)
class Headlines:
    """One page: the features of each candidate, and which candidates are right."""

    dataset: str
    host: str
    candidates: tuple[frozenset[str], ...]
    right: tuple[bool, ...]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with wcxb-dev/ and fundus-dev/")
    parser.add_argument("--check", action="store_true", help="cross-validate, write nothing")
    args = parser.parse_args()
    examples = list(read_examples(args.data))
    if args.check:
        for dataset, share in sorted(cross_validate(examples).items()):
            print(f"{dataset}: right {share:.3f}")
        return
    weights = fit(examples)
    kept = {name: round(weight, 2) for name, weight in sorted(weights.items()) if abs(weight) >= 0.005}
    OUT.write_text(json.dumps(kept, indent=0) + "\n", encoding="utf-8")


def read_examples(data: Path) -> Iterator[Headlines]:
    """Every page with a known title."""
    for example in all_examples(data):
        if example.kind == "article" and example.title:
            outline = read_outline(read_document(Page.from_bytes(example.html, url=example.url)))
            claims = read_claims(outline)
            listed = offers(outline, claims, read_site(outline, claims))
            yield Headlines(example.collection, urlsplit(example.url).netloc.removeprefix("www."),
                            tuple(frozenset(offer.features) for offer in listed),
                            tuple(offer.key == fold(example.title) for offer in listed))


def cross_validate(examples: list[Headlines]) -> Mapping[str, float]:
    """Data set -> share of pages whose best candidate is right, no host both learned from and tested on."""
    right: Counter[str] = Counter()
    for number in range(FOLDS):
        weights = fit([e for e in examples if zlib.crc32(e.host.encode()) % FOLDS != number])
        for example in examples:
            if zlib.crc32(example.host.encode()) % FOLDS == number and example.candidates:
                scores = [sum(weights.get(f, 0.0) for f in features) for features in example.candidates]
                right[example.dataset] += example.right[int(np.argmax(scores))]
    return {dataset: right[dataset] / sum(e.dataset == dataset for e in examples) for dataset in right}


def fit(examples: list[Headlines]) -> dict[str, float]:
    """Feature -> weight that makes the right candidates likeliest; pages without a right one teach nothing."""
    examples = [example for example in examples if any(example.right)]
    counts = Counter(f for e in examples for features in e.candidates for f in features)
    names = sorted(name for name, count in counts.items() if count >= FEWEST)
    places = {name: place for place, name in enumerate(names)}
    rows = [features for e in examples for features in e.candidates]
    shown = np.zeros((len(rows), len(names)))
    for row, features in enumerate(rows):
        shown[row, [places[f] for f in features if f in places]] = 1
    right = np.array([r for e in examples for r in e.right], dtype=float)
    page = np.repeat(np.arange(len(examples)), [len(e.candidates) for e in examples])
    starts = np.searchsorted(page, np.arange(len(examples)))

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = shown @ weights
        powers = np.exp(scores - np.maximum.reduceat(scores, starts)[page])
        total, good = np.add.reduceat(powers, starts), np.add.reduceat(powers * right, starts)
        slope = shown.T @ (powers / total[page] - powers * right / good[page])
        return float(-np.log(good / total).sum() + PENALTY / 2 * weights @ weights), slope + PENALTY * weights

    best = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B")
    return dict(zip(names, best.x.tolist(), strict=True))


if __name__ == "__main__":
    main()
