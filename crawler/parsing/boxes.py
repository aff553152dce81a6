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
    depths: Places
    first: Places                      # of the runs inside: from `first` up to `last`
    last: Places
    of_run: Places
    tags: Places                       # the same number for the same tag
    names: Places                      # the same number for the same class and id
    place: Places                      # of each element of the page, -1 for those without text
    runs: int

    def sums(self, values: npt.NDArray[np.floating]) -> npt.NDArray[np.float64]:
        """The sum over the runs inside each box."""
        passed = np.concatenate([[0.0], np.cumsum(values, dtype=np.float64)])
        sums: npt.NDArray[np.float64] = passed[self.last] - passed[self.first]
        return sums

    def held(self, elements: Sequence[int]) -> Places:
        """The boxes among these elements."""
        places = self.place[np.asarray(elements, np.intp)]
        return places[places >= 0]

    def joined(self, values: npt.NDArray[Any], join: np.ufunc) -> npt.NDArray[Any]:
        """The values of each box and of all boxes around it, joined: least, greatest or any, where order is nothing."""
        above = self.parents
        values = join(values, values[above])
        while above.any():                 # each step looks twice as far up as the one before
            above = above[above]
            values = join(values, values[above])
        return values

    def above(self, places: Places) -> Places:
        """The box around each of these boxes."""
        return self.parents[places]


def read_boxes(outline: Outline, runs: Sequence[Run]) -> Boxes:
    """The boxes of these runs, which are in document order."""
    first_piece = np.array([run.start for run in runs])
    first = np.searchsorted(first_piece, np.array(outline.starts))
    last = np.searchsorted(first_piece, np.array(outline.stops))
    elements = np.flatnonzero(last > first)
    place = np.full(len(outline.tags), -1, np.intp)
    place[elements] = np.arange(len(elements))
    parents = np.array(outline.parents, np.intp)[elements]
    return Boxes(elements=elements, ends=np.array(outline.ends, np.intp)[elements],
                 parents=place[np.maximum(parents, 0)],
                 depths=np.array(outline.depths, np.intp)[elements],
                 first=first[elements], last=last[elements], of_run=place[[run.element for run in runs]],
                 tags=_numbered(outline.tags, elements), names=_numbered(outline.names, elements),
                 place=place, runs=len(runs))


def _numbered(values: Sequence[str], elements: Places) -> Places:
    """A number for each of the elements, the same where the values are."""
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(values[i], len(numbers)) for i in elements.tolist()], np.intp)
