"""Outline -> the body's blocks in reading order. Pure."""

from dataclasses import dataclass

from archive.records import Block, BlockKind
from crawler.parsing.outline import Outline

_KINDS: dict[str, BlockKind] = {"li": "item", "blockquote": "quote", "pre": "code", "figcaption": "caption"}


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
    kept, blocks = [], []
    for number, run in enumerate(outline.runs):
        if not outline.inside(run.element, best) or _under(outline, run.element, lifted):
            continue
        tag = outline.tags[run.element]
        level = int(tag[1]) if tag in {"h1", "h2", "h3", "h4", "h5", "h6"} else None
        kept.append(number)
        blocks.append(Block("heading" if level else _KINDS.get(tag, "paragraph"), run.text, level))
    return Body(tuple(blocks), tuple(kept), best, "paragraph-scored container")


def _under(outline: Outline, i: int, lifted: frozenset[int]) -> bool:
    return i in lifted or any(above in lifted for above in outline.ancestors(i))
