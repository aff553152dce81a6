"""Trains `crawler/parsing/judgement/model.json` on labelled pages, and prints what host-grouped cross-validation says.

    python -m tests.benchmarks.train_judgement --data PATH [--write]

Publications are articles and documentation; listings, collections, forums and products are none. Service pages are
not learned from: some are what a researcher wants and some are not. What speaks for a publication may only ever speak
for it.
"""

from pathlib import Path
from typing import Any

import lightgbm
import numpy as np

from archive.records import Page
from crawler.parsing import judgement
from crawler.parsing.claims import read_claims
from crawler.parsing.document import read_document
from crawler.parsing.judgement.shape import read_shape
from crawler.parsing.outline import read_outline
from tests.benchmarks.annotated import Example, all_examples
from tests.benchmarks.small_models import SEED, arguments, keep, matrix

PUBLICATIONS = frozenset({"article", "documentation"})
OTHERS = frozenset({"listing", "collection", "forum", "product"})
SPEAKS_FOR = frozenset({
    "json-ld article", "og:type article", "claims a date of publication", "claims an author", "share of prose", "prose",
    "paragraphs", "paragraphs in a row", "paragraphs in one box", "paragraphs in one wide box", "words of publication",
    "class words of publication", "hyphens of the last part", "prose per line"})
SPEAKS_AGAINST = frozenset({
    "share of text in links", "cards with a heading", "largest group of cards", "words of product", "words of forum",
    "words of listing", "class words of product", "class words of forum", "json-ld product", "json-ld thread",
    "og:type product", "json-ld listing", "address words of listing", "address words of forum", "prices",
    "address words of product", "password fields", "address is a home page", "search in the address", "headline links",
    "rel next or prev", "ends in a section word", "listing words in the title"})
SHAPE: dict[str, Any] = {
    "n_estimators": 250, "num_leaves": 5, "learning_rate": 0.05, "min_child_samples": 10, "subsample": 0.8,
    "subsample_freq": 1, "colsample_bytree": 0.4, "n_jobs": 1, "verbose": -1, "deterministic": True}

Row = tuple[Example, dict[str, float]]


def main() -> None:
    """Command line."""
    if (args := arguments(__doc__)) is None:
        return
    rows = shapes(args.data)
    names = feature_names(rows)
    cross_validate(rows, names)
    if args.write:
        keep(fit(rows, names), names, Path(judgement.__file__).with_name("model.json"))


def shapes(data: Path) -> list[Row]:
    """All labelled pages with their figures."""
    rows = []
    for labelled in all_examples(data):
        outline = read_outline(read_document(Page.from_bytes(labelled.html, url=labelled.url)))
        rows.append((labelled, read_shape(outline, read_claims(outline))))
    return rows


def feature_names(rows: list[Row]) -> list[str]:
    """All figures that any page has."""
    return sorted({name for _, shape in rows for name in shape})


def fit(rows: list[Row], names: list[str]) -> lightgbm.LGBMClassifier:
    """A model that tells other pages (1) from publications (0)."""
    used = [(labelled, shape) for labelled, shape in rows if labelled.kind in PUBLICATIONS | OTHERS]
    refused = [int(labelled.kind in OTHERS) for labelled, _ in used]
    signs = [-1 if name in SPEAKS_FOR else 1 if name in SPEAKS_AGAINST else 0 for name in names]
    model = lightgbm.LGBMClassifier(**SHAPE, seed=SEED, monotone_constraints=signs)
    return model.fit(matrix([shape for _, shape in used], names), refused)


def cross_validate(rows: list[Row], names: list[str]) -> None:
    """Prints the share of each kind of page that is refused, for several limits, on hosts not learned from."""
    scored: list[tuple[Example, float]] = []
    for fold in range(5):
        model = fit([row for row in rows if row[0].fold() != fold], names)
        held = [row for row in rows if row[0].fold() == fold]
        scores = np.asarray(model.predict_proba(matrix([shape for _, shape in held], names)))[:, 1]
        scored += [(labelled, float(score)) for (labelled, _), score in zip(held, scores, strict=True)]
    kinds = sorted({labelled.kind for labelled, _ in scored})
    print("limit  " + "  ".join(f"{kind:>13}" for kind in kinds) + "  (share refused, by the model alone)")
    for limit in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        shares = [np.mean([score >= limit for labelled, score in scored if labelled.kind == kind]) for kind in kinds]
        print(f"{limit:5.2f}  " + "  ".join(f"{share:13.3f}" for share in shares))


if __name__ == "__main__":
    main()
