"""A small gradient-boosted model as it is kept in a JSON file, and its answer for one row of features. Pure.

`{"bias": b, "trees": [[[feature, threshold, left, right], …], …]}`: a node sends a row left where its feature is at
most the threshold; `left` and `right` are the next node's place, or a leaf's value as a one-element list. An absent
feature is 0.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from typing import Any

from crawler.parsing.word_files import load_json


@dataclass(frozen=True, slots=True)
class SmallTrees:
    """Trees whose leaves add up to the log-odds of an answer; nodes of all trees stand in one list.

    A branch is the place of the next node, or, below 0, `~place` of a leaf's value.
    """

    bias: float
    names: tuple[str, ...]
    roots: tuple[int, ...]
    nodes: tuple[tuple[int, float, int, int], ...]   # place in names, threshold, left, right
    leaves: tuple[float, ...]

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> "SmallTrees":
        """The trees of the JSON form above."""
        names: dict[str, int] = {}
        roots: list[int] = []
        nodes: list[tuple[int, float, int, int]] = []
        leaves: list[float] = []
        for tree in kept["trees"]:
            first = len(nodes)
            roots.append(first)
            for name, threshold, *branches in tree:
                places = []
                for branch in branches:
                    if isinstance(branch, list):
                        leaves.append(branch[0])
                    places.append(~(len(leaves) - 1) if isinstance(branch, list) else first + branch)
                nodes.append((names.setdefault(name, len(names)), threshold, places[0], places[1]))
        return cls(kept["bias"], tuple(names), tuple(roots), tuple(nodes), tuple(leaves))

    def probability(self, features: Mapping[str, float]) -> float:
        """From 0 to 1."""
        row = list(map(features.get, self.names, repeat(0.0)))
        nodes, leaves, total = self.nodes, self.leaves, self.bias
        for place in self.roots:
            here = place
            while here >= 0:
                feature, threshold, left, right = nodes[here]
                here = left if row[feature] <= threshold else right
            total += leaves[~here]
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def load_trees(name: str) -> SmallTrees:
    """The trees in `crawler/parsing/NAME`, read once."""
    return SmallTrees.of(load_json(name))
