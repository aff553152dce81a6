"""Outline -> the body's blocks in reading order. Pure."""

from dataclasses import dataclass

from archive.records import Block
from crawler.parsing.blocks import make_blocks
from crawler.parsing.outline import Outline


@dataclass(frozen=True, slots=True)
class Body:
    """The body: its blocks, the runs they were made of, and the smallest element around all of them."""

    blocks: tuple[Block, ...]
    runs: tuple[int, ...]     # places in outline.runs
    element: int              # number of the container in the outline
    origin: str               # how it was found


def find_body(outline: Outline, lifted: frozenset[int] = frozenset()) -> Body:
    """The body, without anything inside the elements `lifted` (title, share row, related lists, ads, …)."""
    scores: dict[int, int] = {}
    for run in outline.runs:
        if outline.tags[run.element] == "p" and len(run.text) > 40:
            parent = outline.parents[run.element]
            scores[parent] = scores.get(parent, 0) + len(run.text)
    best = max(scores, key=lambda i: scores[i], default=0)
    kept = tuple(number for number, run in enumerate(outline.runs)
                 if outline.inside(run.element, best) and not _under(outline, run.element, lifted))
    return Body(make_blocks(outline, kept), kept, best, "paragraph-scored container")


def _under(outline: Outline, i: int, lifted: frozenset[int]) -> bool:
    return i in lifted or any(above in lifted for above in outline.ancestors(i))
