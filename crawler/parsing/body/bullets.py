"""Blocks -> blocks, with lists that a page writes as paragraphs or lines with bullets made items. Pure."""

import re
from collections.abc import Sequence
from itertools import groupby

from archive.records import Block
from crawler.parsing.appearance import BULLETS

_BULLET = re.compile(rf"[{BULLETS}]\s+(?=\S)")
_LEAST = 2                # of a list; a bullet alone may be an ornament


def with_bullets(blocks: Sequence[Block]) -> tuple[Block, ...]:
    r"""The blocks, where paragraphs that follow one another and begin with bullets in all their lines are items.

    >>> [(block.kind, block.text) for block in with_bullets([Block("paragraph", "• Rye\n• Oats")])]
    [('item', 'Rye'), ('item', 'Oats')]
    """
    if not any(block.kind == "paragraph" and _BULLET.match(block.text) for block in blocks):
        return tuple(blocks)
    return tuple(made for are_items, group in groupby(blocks, _is_bulleted) for made in _made(list(group), are_items))


def _is_bulleted(block: Block) -> bool:
    return block.kind == "paragraph" and all(map(_BULLET.match, block.text.split("\n")))


def _made(group: Sequence[Block], are_items: bool) -> Sequence[Block]:
    lines = [line for block in group for line in block.text.split("\n")] if are_items else []
    if len(lines) < _LEAST:
        return group
    return [Block("item", _BULLET.sub("", line, count=1), 1) for line in lines]
