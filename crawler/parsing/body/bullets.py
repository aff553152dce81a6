"""Blocks -> blocks, with lists that a page writes as paragraphs with bullets made items, and numbers with their text.

Pure.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from archive.records import Block
from crawler.parsing.appearance import BULLETS

_BULLET = re.compile(rf"[{BULLETS}]\s+(?=\S)")
_LONGEST_NUMBER = 20      # characters
_LEAST = 2                # of a list; a bullet alone may be an ornament
# "12.", "(3)", "[45]", "(iv)", "2.13", of a paragraph of a judgment or act
NUMBER = re.compile(r"\(?(?:\d{1,4}|[a-z]|[ivxl]{1,6})[.)]|\[\d{1,4}\]|[A-Z]?\d{1,3}(?:\.\d{1,3}){1,3}[.)]?")
_FIRST_LINE = re.compile(rf"({NUMBER.pattern})\n")
_PARTED, _LEAST_COUNTED = re.compile(r"\d+\.\d.*"), 40     # it may be a mark or price: characters of what it counts
_BARE_NUMBER = re.compile(r"\d{1,3}")                      # of a note


def with_numbers(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, where a number in a box of its own before the paragraph, item or note that it counts is part of it.

    >>> [block.text for block in with_numbers([Block("paragraph", "12."), Block("paragraph", "The port is old.")])]
    ['12. The port is old.']
    """
    made: list[Block] = []
    for block in blocks:
        if block.kind == "item" and "\n" in block.text and (line := _FIRST_LINE.match(block.text)):
            block = replace(block, text=f"{line[1]} {block.text[line.end():]}")
        counted = made and made[-1].kind == block.kind in ("paragraph", "item", "note")
        if counted and _is_number(made[-1]) and not _is_number(block) and _may_count(made[-1].text, block):
            block = replace(block, text=f"{made.pop().text} {block.text}")
        made.append(block)
    return made


def _may_count(number: str, block: Block) -> bool:
    """Whether a number may be that of the block behind it, and not a mark ("9.1") or how many voted ("(34)")."""
    parted = _PARTED.fullmatch(number) is not None
    return len(block.text) >= _LEAST_COUNTED if parted else block.kind != "item"


def _is_number(block: Block) -> bool:
    if len(block.text) > _LONGEST_NUMBER:
        return False
    return NUMBER.fullmatch(block.text) is not None or (
        block.kind == "note" and _BARE_NUMBER.fullmatch(block.text) is not None)


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
