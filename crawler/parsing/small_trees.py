"""A small gradient-boosted model as it is kept in a JSON file, and its answer for one row of features. Pure.

`{"bias": b, "trees": [[[feature, threshold, left, right], …], …]}`: a node sends a row left where its feature is at
most the threshold; `left` and `right` are the next node's place, or a leaf's value as a one-element list. An absent
feature is 0.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

Branch = int | list[float]
Node = tuple[str, float, Branch, Branch]


@dataclass(frozen=True, slots=True)
class SmallTrees:
    """Trees whose leaves add up to the log-odds of an answer."""

    bias: float
    trees: tuple[tuple[Node, ...], ...]

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> "SmallTrees":
        """The trees of the JSON form above."""
        return cls(kept["bias"], tuple(tuple(tuple(node) for node in tree) for tree in kept["trees"]))

    def probability(self, features: Mapping[str, float]) -> float:
        """From 0 to 1."""
        total = self.bias
        get = features.get
        for nodes in self.trees:
            branch: Branch = 0
            while not isinstance(branch, list):
                name, threshold, left, right = nodes[branch]
                branch = left if get(name, 0.0) <= threshold else right
            total += branch[0]
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def load_trees(name: str) -> SmallTrees:
    """The trees in `crawler/parsing/NAME`, read once."""
    return SmallTrees.of(json.loads(files("crawler.parsing").joinpath(name).read_text("utf-8")))
