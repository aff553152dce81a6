"""Trains the block model on annotated pages, and says what it is worth on hosts it has not seen.

    python -m tests.benchmarks.train_body --data FOLDER [--only-check]

FOLDER is described in `annotated`. Writes lexicon.json, forests.npz and scores.json in crawler/parsing/body/model/.
Everything is seeded. Pages of wcxb-dev are divided by host into FOLDS, and fundus-dev is a fold of its own, so that its
figures are those of a model that has seen none of it. What a page of training is told by the lexicon and by the first
look comes from the other folds, as it will be on pages of new hosts. What ships is trained on all.
"""

import argparse
import json
import sys
import tempfile
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
from catboost import CatBoost, Pool

from archive.records import Page
from crawler.parsing.body.block_model import page_row, second_rows, trust
from crawler.parsing.body.choosing import choose, most_likely
from crawler.parsing.body.features import Features, read_features
from crawler.parsing.body.lexicon import Lexicon
from crawler.parsing.body.repeats import without_repeats
from crawler.parsing.document import read_document
from crawler.parsing.errors import ParseError
from crawler.parsing.outline import Outline, read_outline
from tests.benchmarks.annotated import Example, all_examples, examples
from tests.benchmarks.body_labels import body_shares
from tests.benchmarks.body_lexicon import lexicon_of, word_shares
from tests.benchmarks.measures import body_f1

MODEL = Path(__file__).parents[2] / "crawler" / "parsing" / "body" / "model"
FOLDS = 4
SEEDS = (7, 8)                         # of the forests of each look, which speak together
MOST_RUNS = 250                        # of one page that are trained on
TREES = 180
FOREST = {"loss_function": "CrossEntropy", "learning_rate": 0.08, "l2_leaf_reg": 6, "depth": 6, "border_count": 64,
          "rsm": 0.25, "bootstrap_type": "Bernoulli", "subsample": 0.7, "random_seed": SEEDS[0], "thread_count": 2,
          "verbose": 0, "allow_writing_files": False}
Forests = Sequence[CatBoost]


@dataclass
class Sample:
    """One page of training, and what the steps of training make of it."""

    example: Example
    fold: int
    texts: list[str]                   # of all runs
    shares: np.ndarray                 # truth for them
    words: dict[str, dict[str, float]]  # what the lexicon learns from it
    features: Features = field(init=False)
    truth: np.ndarray = field(init=False)          # for the runs of `features`
    guesses: dict[str, np.ndarray] = field(default_factory=dict)
    context: np.ndarray = field(init=False)
    article: float = 0.0

    @property
    def foreign(self) -> bool:
        return self.fold == FOLDS

    @property
    def is_article(self) -> bool:
        return self.example.kind == "article"


def load(folder: Path, *, foreign: bool = True) -> Iterator[tuple[Example, Outline, int]]:
    """All pages that have markup, with their fold; without `foreign` not those of fundus-dev."""
    for example in all_examples(folder) if foreign else examples(folder, "wcxb-dev"):
        try:
            outline = read_outline(read_document(Page.from_bytes(example.html, url=example.url)))
        except ParseError:
            continue
        yield example, outline, FOLDS if example.collection == "fundus-dev" else fold_of(example.url)


def fold_of(url: str) -> int:
    """The fold of a page: the same for all pages of one registered domain, as far as its name tells."""
    parts = (urlsplit(url).hostname or "").split(".")
    short_ending = len(parts) > 2 and len(parts[-2]) <= 3 and len(parts[-1]) == 2      # co.uk, gov.au
    return zlib.crc32(".".join(parts[-3 if short_ending else -2:]).encode()) % FOLDS


# --- forests

def weights(sample: Sample) -> np.ndarray:
    """Long runs count more, and each page about the same, as in the mean F1 over pages."""
    words = np.maximum(sample.features.words, 1)
    body = max(30, (np.nan_to_num(sample.truth) * words).sum())
    return (np.minimum(words, 300) / body) ** 0.8 * 100 * max(len(words) / MOST_RUNS, 1)


def grow(samples: Sequence[Sample], rows: Callable[[Sample], np.ndarray], trees: int) -> Forests:
    """Forests that together tell the share of body in a run, one a seed."""
    table = np.concatenate([rows(s) for s in samples])
    truth, weight = np.concatenate([s.truth for s in samples]), np.concatenate([weights(s) for s in samples])
    grown = []
    for seed in SEEDS:
        known = ~np.isnan(truth) & np.concatenate([_drawn(len(s.truth), seed) for s in samples])
        forest = CatBoost({**FOREST, "iterations": trees, "random_seed": seed})
        grown.append(forest.fit(Pool(table[known], np.clip(truth[known], 0, 1), weight=weight[known])))
    return grown


def _drawn(count: int, seed: int) -> np.ndarray:
    """Which runs of a page are trained on: of long pages a part, as they are many and alike."""
    drawn = np.zeros(count, bool)
    drawn[np.random.default_rng(seed).permutation(count)[:MOST_RUNS]] = True
    return drawn


def grow_page(samples: Sequence[Sample]) -> Forests:
    """A forest that tells whether a page is one article."""
    forest = CatBoost({**FOREST, "iterations": 100, "depth": 4, "learning_rate": 0.06})
    table = np.concatenate([page_row(s.context) for s in samples])
    return [forest.fit(Pool(table, [float(s.is_article) for s in samples]))]


def told(forests: Forests, rows: np.ndarray) -> np.ndarray:
    """What forests say of rows together, between 0 and 1: the mean of their odds."""
    return 1 / (1 + np.exp(-np.mean([one.predict(rows, prediction_type="RawFormulaVal") for one in forests], axis=0)))


def cross(samples: Sequence[Sample], train: Callable[[Sequence[Sample]], Forests],
          keep: Callable[[Sample, Forests], None]) -> Forests:
    """Each page told by forests that have not seen its fold; returns the forests of all."""
    for fold in sorted({s.fold for s in samples}):
        forests = train([s for s in samples if s.fold != fold])
        for sample in samples:
            if sample.fold == fold:
                keep(sample, forests)
    return train(samples)


def articles(samples: Sequence[Sample]) -> list[Sample]:
    return [s for s in samples if s.is_article]


# --- the whole training

def main() -> int:
    options = _options()
    if not (options.data / "wcxb-dev").is_dir():
        print(f"train_body: no pages in {options.data}; nothing trained", file=sys.stderr)
        return 0
    lexicon, samples = read_all(options.data)
    forests = train(samples)
    scores = score(samples)
    print(json.dumps(scores, indent=2))
    if not options.only_check:
        write(lexicon, forests, scores)
    return 0


def read_all(folder: Path, *, foreign: bool = True) -> tuple[Lexicon, list[Sample]]:
    """The lexicon of all pages, and each page with its features by a lexicon of the other folds."""
    samples = []
    for example, outline, fold in load(folder, foreign=foreign):
        texts = [run.text for run in outline.runs]
        shares = body_shares(texts, example.body)
        samples.append(Sample(example, fold, texts, shares, word_shares(outline, shares)))
    others = [lexicon_of(s.words for s in samples if s.fold != fold) for fold in range(FOLDS + 1)]
    again = load(folder, foreign=foreign)                                       # parsed again: trees are large
    for sample, (_, outline, fold) in zip(samples, again, strict=True):
        features = read_features(outline, others[fold])
        if features:
            sample.features, sample.truth = features, sample.shares[features.runs]
    return lexicon_of(s.words for s in samples), [s for s in samples if hasattr(s, "features")]


def train(samples: Sequence[Sample]) -> dict[str, Forests]:
    """All forests; every sample gets its guesses on the way."""
    kinds: tuple[tuple[str, Callable[[Sequence[Sample]], list[Sample]]], ...] = (("article", articles), ("any", list))
    forests: dict[str, Forests] = {}
    for name, chosen in kinds:
        forests[f"{name}_first"] = _look(samples, name, chosen, lambda s: s.features.rows)
        print(f"first look, {name}: {score(samples, name)}", file=sys.stderr, flush=True)
    for s in samples:
        s.context = second_rows(s.features, s.guesses["article"], s.guesses["any"])

    def keep_page(sample: Sample, forests: Forests) -> None:
        sample.article = trust(sample.features, float(told(forests, page_row(sample.context))[0]))

    forests["page"] = cross(samples, grow_page, keep_page)
    for name, chosen in kinds:
        forests[f"{name}_second"] = _look(samples, name, chosen, lambda s: s.context)
        print(f"second look, {name}: {score(samples, name)}", file=sys.stderr, flush=True)
    for s in samples:
        s.guesses["both"] = s.article * s.guesses["article"] + (1 - s.article) * s.guesses["any"]
    return forests


def _look(samples: Sequence[Sample], name: str, chosen: Callable[[Sequence[Sample]], list[Sample]],
          rows: Callable[[Sample], np.ndarray]) -> Forests:
    def keep(sample: Sample, forests: Forests) -> None:
        sample.guesses[name] = told(forests, rows(sample)).astype(np.float32)

    return cross(samples, lambda some: grow(chosen(some), rows, TREES), keep)


def score(samples: Sequence[Sample], name: str = "both") -> dict[str, float]:
    """Mean word F1 of each set, of pages that have any text."""
    marks: dict[str, list[float]] = defaultdict(list)
    for sample in samples:
        features, shares = sample.features, sample.guesses[name]
        wanted = choose(features, shares, sample.article) if name == "both" else most_likely(shares, features.words)
        texts = [sample.texts[number] for number in features.runs[wanted].tolist()]
        mark = body_f1("\n".join(texts[place] for place in without_repeats(texts)), sample.example.body)
        marks["fundus-dev" if sample.foreign else "wcxb-dev"].append(mark)
        if not sample.foreign and sample.is_article:
            marks["wcxb-dev-articles"].append(mark)
        if sample.example.policy:
            marks["wcxb-dev-policy"].append(mark)
    return {key: round(float(np.mean(values)), 4) for key, values in sorted(marks.items())}


def write(lexicon: Lexicon, forests: dict[str, Forests], scores: dict[str, float]) -> None:
    """The files that ship with the package."""
    MODEL.mkdir(exist_ok=True)
    words = {"names": lexicon.names, "words": lexicon.words}
    (MODEL / "lexicon.json").write_text(json.dumps(words, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    np.savez_compressed(MODEL / "forests.npz", **arrays_of(forests))
    (MODEL / "scores.json").write_text(json.dumps({"body": scores}, indent=2) + "\n", encoding="utf-8")


def arrays_of(forests: dict[str, Forests]) -> dict[str, np.ndarray]:
    """All forests as the arrays that the block model is made of, by name and part."""
    return {f"{name}_{part}": array for name, grown in forests.items()
            for part, array in together([flattened(forest) for forest in grown]).items()}


def flattened(forest: CatBoost) -> dict[str, np.ndarray]:
    """A forest as the arrays that `crawler.parsing.body.trees.Forest` runs; shallow trees get idle questions."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "forest.json"
        forest.save_model(str(path), format="json")
        told_of = json.loads(path.read_text(encoding="utf-8"))
    trees = told_of["oblivious_trees"]
    depth = max(len(tree["splits"] or ()) for tree in trees)
    columns = np.zeros((depth, len(trees)), np.int16)
    borders = np.full((depth, len(trees)), np.inf, np.float32)
    leaves = np.zeros((len(trees), 1 << depth), np.float32)
    for at, tree in enumerate(trees):
        for level, split in enumerate(tree["splits"] or ()):
            columns[level, at], borders[level, at] = split["float_feature_index"], split["border"]
        leaves[at, :len(tree["leaf_values"])] = tree["leaf_values"]
    scale, bias = told_of["scale_and_bias"]
    return {"columns": columns, "borders": borders, "leaves": leaves * scale, "bias": np.array(bias[0], np.float32)}


def together(forests: Sequence[dict[str, np.ndarray]]) -> dict[str, np.ndarray]:
    """One forest that says the mean of what these say."""
    joined = {part: np.concatenate([forest[part] for forest in forests], axis=axis)
              for part, axis in (("columns", 1), ("borders", 1), ("leaves", 0))}
    joined["leaves"] /= len(forests)
    return {**joined, "bias": np.mean([forest["bias"] for forest in forests], dtype=np.float32)}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder of pages")
    parser.add_argument("--only-check", action="store_true", help="cross-validate, write nothing")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
