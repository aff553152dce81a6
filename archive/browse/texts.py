"""Blocks of a text -> what a page sets: real headings, nested lists, tables. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from archive.records import Block


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list, and the entries below it."""

    text: str
    below: tuple["Item", ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One element of the page: `kind` as in Block, or "list"; heading levels start at 2, below the title."""

    kind: str
    text: str = ""
    level: int = 0
    items: tuple[Item, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def parts_of(blocks: Sequence[Block]) -> tuple[Part, ...]:
    """The elements of a text in reading order.

    >>> [part.kind for part in parts_of([Block("heading", "A", 3), Block("item", "b", 1), Block("item", "c", 1)])]
    ['heading', 'list']
    """
    top = min((block.level or 2 for block in blocks if block.kind == "heading"), default=2)
    parts: list[Part] = []
    for is_list, group in groupby(blocks, lambda block: block.kind == "item"):
        alike = list(group)
        parts += [Part("list", items=_nest(alike))] if is_list else [_part(block, top) for block in alike]
    return tuple(parts)


def _part(block: Block, top: int) -> Part:
    if block.kind == "heading":
        return Part("heading", block.text, min(6, max(2, (block.level or 2) - top + 2)))
    if block.kind == "table":
        rows = [tuple(row.split("\t")) for row in block.text.split("\n")]
        width = max(len(row) for row in rows)
        return Part("table", rows=tuple(row + ("",) * (width - len(row)) for row in rows))
    return Part(block.kind, block.text)


def _nest(blocks: Sequence[Block]) -> tuple[Item, ...]:
    """Items of the first one's depth, each with the deeper ones that follow it.

    >>> _nest([Block("item", "a", 1), Block("item", "b", 2), Block("item", "c", 1)])
    (Item(text='a', below=(Item(text='b', below=()),)), Item(text='c', below=()))
    """
    items: list[Item] = []
    index = 0
    depth = blocks[0].level or 1 if blocks else 1
    while index < len(blocks):
        end = index + 1
        while end < len(blocks) and (blocks[end].level or 1) > depth:
            end += 1
        items.append(Item(blocks[index].text, _nest(blocks[index + 1:end])))
        index = end
    return tuple(items)
