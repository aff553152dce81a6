"""A boosted forest of oblivious trees, run on all rows at once. Pure.

In an oblivious tree all nodes of a level ask the same question, so a leaf's number is the answers read as bits, and
a forest is a few operations on whole arrays: neither LightGBM nor CatBoost is needed to run what they learned.
"""

from dataclasses import dataclass, field
from typing import Self

import numpy as np
import numpy.typing as npt

_AT_ONCE = 512                       # rows: bounds the memory that a page of any length takes
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees of one depth: `columns` and `borders` are (depth, trees), `leaves` is (trees, 2 ** depth)."""

    columns: npt.NDArray[np.intp]
    borders: Floats
    leaves: Floats
    bias: float
    _questions: tuple[npt.NDArray[np.intp], Floats, npt.NDArray[np.intp]] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Trees ask many questions twice: each column and border once, and which of them each level of a tree asks."""
        asked, which = np.unique(np.stack([self.columns.ravel(), self.borders.ravel()]), axis=1, return_inverse=True)
        object.__setattr__(self, "_questions", (asked[0].astype(np.intp), asked[1].astype(np.float32)[:, None],
                                                which.reshape(self.columns.shape)))

    @classmethod
    def of(cls, arrays: dict[str, npt.NDArray[np.generic]], name: str) -> Self:
        """The forest kept under `name` in a model file."""
        return cls(arrays[f"{name}_columns"].astype(np.intp), arrays[f"{name}_borders"].astype(np.float32),
                   arrays[f"{name}_leaves"].astype(np.float32), float(arrays[f"{name}_bias"]))

    def shares(self, rows: Floats) -> Floats:
        """For each row, the share of its words that stands in the body: between 0 and 1."""
        return np.concatenate([self._shares(rows[at:at + _AT_ONCE]) for at in range(0, max(len(rows), 1), _AT_ONCE)])

    def _shares(self, rows: Floats) -> Floats:
        columns, borders, asked = self._questions
        answers = (np.ascontiguousarray(rows.T).take(columns, axis=0) > borders).view(np.uint8)
        depth, trees = asked.shape
        bits = np.zeros((trees, len(rows)), np.min_scalar_type((1 << depth) - 1))      # the answers of each tree
        answer = np.empty((trees, len(rows)), np.uint8)
        for level in reversed(range(depth)):
            answers.take(asked[level], axis=0, out=answer, mode="clip")
            bits += bits
            bits |= answer
        leaves = bits + (np.arange(trees, dtype=np.min_scalar_type(trees << depth)) << depth)[:, None]
        told = self.leaves.ravel().take(leaves, mode="wrap")               # the fastest of the modes
        shares: Floats = 1 / (1 + np.exp(-(np.add.reduce(told, axis=0) + self.bias)))
        return shares
