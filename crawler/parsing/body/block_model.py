"""The block model: how much of each run of text is body, as learned from annotated pages. Pure but for its own files.

Two looks at a page. The first guesses from each run's own features, once by what was learned from articles and once by
what was learned from pages of all kinds. The second sees the same features and what the first guesses say about the
neighbourhood. A forest for the page as a whole tells how far to trust the second look of articles over that of all
pages. How it was trained and what it is worth: model/MODEL_CARD.md.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Self

import numpy as np
import numpy.typing as npt

from crawler.parsing.body.context import read_context
from crawler.parsing.body.features import Features, read_features
from crawler.parsing.body.lexicon import Lexicon
from crawler.parsing.body.text_columns import Column
from crawler.parsing.body.trees import Forest
from crawler.parsing.outline import Outline
from crawler.parsing.word_files import load_json

_CALLED = 0.9                          # trust in an article of JSON-LD: 1.4 points of F1 on foreign news, 0 elsewhere


@dataclass(frozen=True, slots=True)
class Look:
    """What the model thinks of a page: `shares[k]` of the words of `features.runs[k]` are body."""

    features: Features
    shares: Column
    article: float                     # how likely the page is one article, not a list, a product or a forum


@dataclass(frozen=True, slots=True)
class BlockModel:
    """The forests and the lexicon."""

    lexicon: Lexicon
    article_first: Forest
    any_first: Forest
    article_second: Forest
    any_second: Forest
    page: Forest

    @classmethod
    def of(cls, lexicon: Lexicon, arrays: dict[str, npt.NDArray[np.generic]]) -> Self:
        """The model of these arrays, which are named by forest and part."""
        names = ("article_first", "any_first", "article_second", "any_second", "page")
        return cls(lexicon, **{name: Forest.of(arrays, name) for name in names})

    def look(self, outline: Outline) -> Look | None:
        """What it thinks of a page; None where the page has no text."""
        features = read_features(outline, self.lexicon)
        if features is None:
            return None
        rows = features.rows
        context = second_rows(features, self.article_first.shares(rows), self.any_first.shares(rows))
        article = trust(features, float(self.page.shares(page_row(context))[0]))
        shares = article * self.article_second.shares(context) + (1 - article) * self.any_second.shares(context)
        return Look(features, shares, article)


def trust(features: Features, article: float) -> float:
    """How far the second look of articles is trusted: nearly alone where the page calls itself an article."""
    called = features.columns("page_ld_article")[0][0] > 0
    return max(article, _CALLED) if called else article


def second_rows(features: Features, by_articles: Column, by_all: Column) -> Column:
    """What the second look sees: the features again, and the first guesses all around."""
    context = read_context(features, {"articles": by_articles, "all": by_all})
    return np.concatenate([features.rows.T, context.T]).T


def page_row(context: Column) -> Column:
    """One row for a page: the mean, least and greatest of each column that the second look sees.

    >>> page_row(np.array([[1.0, 2.0], [3.0, 2.0]], np.float32)).tolist()
    [[2.0, 2.0, 1.0, 2.0, 3.0, 2.0]]
    """
    context = np.ascontiguousarray(context)          # a mean's last bits hang on the order in which its rows are added
    means = np.add.reduce(context, axis=0) / np.float32(len(context))
    return np.concatenate([means, np.minimum.reduce(context, axis=0), np.maximum.reduce(context, axis=0)])[None, :]


@cache
def block_model() -> BlockModel:
    """The model that ships with the package, loaded once."""
    words = load_json("body/model/lexicon.json")
    forests = files("crawler.parsing") / "body/model/forests.npz"
    with forests.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
        return BlockModel.of(Lexicon(words["names"], words["words"]), {name: arrays[name] for name in arrays.files})
