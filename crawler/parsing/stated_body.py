"""Claims -> the body that a page states for programs, where it shows none. Pure.

Pages that a script draws, and those behind a wall, may state their whole text in JSON-LD. What the page shows is the
better text wherever there is any: what is stated leaves out lists and tables, and may be cut short.
"""

import re
from dataclasses import replace

from archive.records import Block
from crawler.parsing.blocks import make_blocks
from crawler.parsing.body import Body
from crawler.parsing.claims import Claims
from crawler.parsing.errors import ParseError
from crawler.parsing.json_ld import plain
from crawler.parsing.outline import Outline, read_outline

_KEYS = ("articleBody", "text")
_LEAST, _TIMES = 200, 4       # characters of a body that is stated, and how often those that are shown
_MARKUP = re.compile(r"</?(?:p|br|div|h[1-6]|ul|li)\b[^<>]{0,200}>", re.IGNORECASE)
_PARAGRAPHS, _LINES = re.compile(r"\n\s*\n"), re.compile(r"\n")


def or_stated(body: Body, claims: Claims, outline: Outline) -> Body:
    """The body as shown, or as stated where next to nothing is shown."""
    shown = sum(len(block.text) for block in body.blocks)
    for key in _KEYS:
        value = claims.own.get(key)
        said = value if isinstance(value, str) else plain(value)
        if said and len(said) >= max(_LEAST, _TIMES * shown) and (blocks := _blocks(said, outline)):
            return Body(blocks, (), 0, f"json-ld {key}", body.article)
    return body


def _blocks(said: str, outline: Outline) -> tuple[Block, ...]:
    if _MARKUP.search(said):
        try:
            inner = read_outline(replace(outline.document, markup=said.encode("utf-8", "replace"), marked=False))
        except ParseError:
            return ()
        return make_blocks(inner, range(len(inner.runs)))
    parts = _PARAGRAPHS.split(said) if _PARAGRAPHS.search(said.strip()) else _LINES.split(said)
    return tuple(Block("paragraph", " ".join(part.split())) for part in parts if part.strip())
