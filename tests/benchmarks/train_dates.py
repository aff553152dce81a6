"""Trains `crawler/parsing/dates/model.json` on labelled pages and prints what host-grouped cross-validation says of it.

    python -m tests.benchmarks.train_dates --data PATH [--write]

Each page with a true day is learned from twice: as it is, and without all that tells that day, so that "the page does
not say" is learned from as many sites as have dates. A row is one day that a page tells, true where it is the day of
publication; forum pages are left out. Trees may use what speaks for a day only for it, and what speaks against it only
against it: no rare trait is learned upside down.
"""

from collections import Counter
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np

from archive.records import Page
from crawler.parsing import dates
from crawler.parsing.claims import read_claims
from crawler.parsing.dates.features import Day, page_features, read_days
from crawler.parsing.dates.sightings import find_sightings
from crawler.parsing.document import read_document
from crawler.parsing.judgement import judge
from crawler.parsing.outline import read_outline
from crawler.parsing.site import read_site
from crawler.parsing.title import find_title
from tests.benchmarks.annotated import Example, all_examples
from tests.benchmarks.small_models import SEED, arguments, keep, matrix

LEAST_ROWS = 5                # a trait seen on fewer days is no feature
SPEAKS_FOR = frozenset({
    "json-ld published of own article", "meta published", "microdata published", "label published", "address day",
    "just below the title", "just above the title", "month agrees", "visible", "best visible", "alone", "meta date",
    "page is an article by json-ld", "page is an article by og:type", "kinds of places",
    "meta like published", "claimed and modified", "class byline", "names an author"})
SPEAKS_AGAINST = frozenset({
    "label modified", "label other", "only as modified", "microdata of many", "one of many alike", "in prose",
    "class comment", "far below the title", "json-ld claims another", "meta claims another",
    "microdata claims another"})
SHAPE: dict[str, Any] = {
    "n_estimators": 80, "num_leaves": 6, "learning_rate": 0.07, "min_child_samples": 12, "subsample": 0.8,
    "subsample_freq": 1, "colsample_bytree": 0.5, "n_jobs": 1, "verbose": -1, "deterministic": True}

Row = tuple[Example, list[Day], list[Day]]   # page, its days, its days without the true one


def main() -> None:
    """Command line."""
    if (args := arguments(__doc__)) is None:
        return
    rows = [(labelled, *_days(labelled)) for labelled in all_examples(args.data) if labelled.kind != "forum"]
    names = feature_names(rows)
    cross_validate(rows, names)
    if args.write:
        keep(_fit(rows, names), names, Path(dates.__file__).with_name("model.json"))


def _days(labelled: Example) -> tuple[list[Day], list[Day]]:
    outline = read_outline(read_document(Page.from_bytes(labelled.html, url=labelled.url)))
    claims = read_claims(outline)
    title = find_title(outline, claims, read_site(outline, claims))
    sightings = find_sightings(outline, claims, dates.page_habits(outline), title.element)
    page = page_features(outline, claims)
    days = read_days(sightings, page)
    if not any(day.day == labelled.day for day in days):
        return days, []
    return days, read_days([seen for seen in sightings if seen.date.day != labelled.day], page)


def feature_names(rows: list[Row]) -> list[str]:
    """The features that are common enough to learn from."""
    counts = Counter(name for _, days, _ in rows for day in days for name, value in day.features.items() if value)
    return sorted(name for name, count in counts.items() if count >= LEAST_ROWS)


def _fit(rows: list[Row], names: list[str], seed: int = SEED) -> lightgbm.LGBMClassifier:
    told = [(day, labelled, share / len(days) ** 0.5)               # a page of a hundred teasers is one page
            for labelled, whole, rest in rows for days, share in ((whole, 1.0), (rest, 0.5)) for day in days]
    table = matrix([day.features for day, _, _ in told], names)
    true = [int(day.day == labelled.day) for day, labelled, _ in told]
    weight = [share for _, _, share in told]
    signs = [1 if name in SPEAKS_FOR else -1 if name in SPEAKS_AGAINST else 0 for name in names]
    model = lightgbm.LGBMClassifier(**SHAPE, seed=seed, monotone_constraints=signs)
    return model.fit(table, true, sample_weight=weight)


def cross_validate(rows: list[Row], names: list[str]) -> None:
    """Prints, for several thresholds, how often the day is right and how often one is made up."""
    best: list[tuple[Example, float, str]] = []
    for fold in range(5):
        model = _fit([row for row in rows if row[0].fold() != fold], names)
        for labelled, days, _ in rows:
            if labelled.fold() == fold:
                told = [(_score(model, day, names), day.day) for day in days]
                best.append((labelled, *max(told, default=(0.0, ""))))
    refused = {labelled.key for labelled, _, _ in rows if _refused(labelled)}
    print("score  right wcxb-dev  right fundus-dev   made up, less refused pages")
    for least in (0.0, 0.04, 0.06, 0.08, 0.1, 0.15, 0.2, 0.3):
        shares = [_share([score >= least and day == labelled.day for labelled, score, day in best
                          if labelled.collection == name and labelled.kind == "article" and labelled.day])
                  for name in ("wcxb-dev", "fundus-dev")]
        undated = [(labelled, score >= least and bool(day)) for labelled, score, day in best if not labelled.day]
        made_up = _share([given for _, given in undated])
        kept = sum(given and labelled.key not in refused for labelled, given in undated) / len(undated)
        print(f"{least:5.2f}  {shares[0]:14.4f}  {shares[1]:16.4f}  {made_up:8.3f}  {kept:8.3f}")


def _refused(labelled: Example) -> bool:
    outline = read_outline(read_document(Page.from_bytes(labelled.html, url=labelled.url)))
    return judge(outline, read_claims(outline)).refusal is not None


def _score(model: lightgbm.LGBMClassifier, day: Day, names: list[str]) -> float:
    return float(np.asarray(model.predict_proba(matrix([day.features], names)))[0, 1])


def _share(values: list[bool]) -> float:
    return sum(values) / len(values) if values else 0.0


if __name__ == "__main__":
    main()
