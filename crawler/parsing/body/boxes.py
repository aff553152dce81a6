"""Outline -> the elements of a page that hold text, as columns: what stands around each run of text. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from crawler.parsing.outline import Outline, Run

Places = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Boxes:
    """The elements of a page that hold text, as columns; `of_run` and `parents` are places in these columns."""

    elements: Places
    ends: Places                       # one past the last descendant of each
    parents: Places                    # the first box, the root of the page, is its own parent
    jumps: tuple[Places, ...]          # the box 1, 2, 4, … above each, up to where all of them are the root
    depths: Places
    first: Places                      # of the runs inside: from `first` up to `last`
    last: Places
    of_run: Places
    tags: Places                       # the same number for the same tag
    names: Places                      # the same number for the same class and id
    place: Places                      # of each element of the page, -1 for those without text
    runs: int

    def sums(self, values: npt.NDArray[np.floating]) -> npt.NDArray[np.float64]:
        """The sum over the runs inside each box; of many columns at once, a row each."""
        passed = np.zeros((*values.shape[:-1], values.shape[-1] + 1))
        values.cumsum(axis=-1, out=passed[..., 1:])
        sums: npt.NDArray[np.float64] = passed.take(self.last, axis=-1) - passed.take(self.first, axis=-1)
        return sums

    def held(self, elements: Sequence[int]) -> Places:
        """The boxes among these elements."""
        places = self.place[np.asarray(elements, np.intp)]
        return places[places >= 0]

    def joined(self, values: npt.NDArray[Any], join: np.ufunc) -> npt.NDArray[Any]:
        """The values of each box and of all boxes around it, joined: least, greatest or any, where order is nothing.

        Of many columns at once, a row each.
        """
        for above in self.jumps:           # each step looks twice as far up as the one before
            values = join(values, values.take(above, axis=-1))
        return values

    def added(self, values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """The values of each box and of all boxes around it, added."""
        values = values.copy()
        root, values[0] = values[0], 0     # counted at the end: it is its own parent
        for above in self.jumps[:-1]:
            values = values + values[above]
        added: npt.NDArray[np.float64] = values + root
        return added

    def nearest(self, values: npt.NDArray[np.float64]) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
        """The first and the second value that isn't 0, from each box outward; 0 where there is none."""
        first, second = values.copy(), np.zeros_like(values)
        root, first[0] = first[0], 0
        for above in self.jumps[:-1]:
            known, next_first = first != 0, first[above]
            further = np.where(known, next_first, second[above])
            first, second = np.where(known, first, next_first), np.where(second != 0, second, further)
        known = first != 0
        return np.where(known, first, root), np.where(known & (second == 0), root, second)


def read_boxes(outline: Outline, runs: Sequence[Run]) -> Boxes:
    """The boxes of these runs, which are in document order."""
    first_piece = np.array([run.start for run in runs], np.intp)
    first = first_piece.searchsorted(np.array(outline.starts, np.intp))
    last = first_piece.searchsorted(np.array(outline.stops, np.intp))
    (elements,) = (last > first).nonzero()
    numbers = elements.tolist()
    place = np.full(len(outline.tags), -1, np.intp)
    place[elements] = np.arange(len(elements))
    parents = place[np.maximum(np.array(outline.parents, np.intp)[elements], 0)]
    jumps = [parents]
    while jumps[-1].any():
        jumps.append(jumps[-1][jumps[-1]])
    return Boxes(elements=elements, ends=np.array(outline.ends, np.intp)[elements],
                 parents=parents, jumps=tuple(jumps),
                 depths=np.array(outline.depths, np.intp)[elements],
                 first=first[elements], last=last[elements], of_run=place[[run.element for run in runs]],
                 tags=_numbered(outline.tags, numbers), names=_numbered(outline.names, numbers),
                 place=place, runs=len(runs))


def _numbered(values: Sequence[str], elements: Sequence[int]) -> Places:
    """A number for each of the elements, the same where the values are."""
    found = [values[i] for i in elements]
    numbers = {value: number for number, value in enumerate(dict.fromkeys(found))}
    return np.fromiter(map(numbers.__getitem__, found), np.intp, len(found))
