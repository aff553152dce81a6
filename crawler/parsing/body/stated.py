"""Claims -> the body that a page states for programs, where it shows none. Pure.

Pages that a script draws, and those behind a wall, may state their whole text in JSON-LD, or hand it to the script as
markup: in JSON, in a template of the script's own, in an attribute. What the page shows is the better text wherever
there is any: what is stated leaves out lists and tables, and may be cut short.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from archive.records import Block
from crawler.json_text import load_json, texts_in
from crawler.parsing.body import Body
from crawler.parsing.body.blocks import make_blocks
from crawler.parsing.claims import Claims
from crawler.parsing.errors import ParseError
from crawler.parsing.json_ld import plain
from crawler.parsing.outline import Outline, read_outline

_KEYS = ("articleBody", "text")
_LEAST, _TIMES = 200, 4       # characters of a body that is stated, and how often those that are shown
_MARKUP = re.compile(r"</?(?:p|br|div|h[1-6]|ul|li)\b[^<>]{0,200}>", re.IGNORECASE)
_STATE = re.compile(
    rb"""<script\b[^<>]{0,300}\btype\s*=\s*["']?(?:application/json|(?P<markup>text/(?:x-)?[a-z-]*(?:html|template)))\b"""
    rb"[^<>]{0,300}>(?P<said>[^<]*(?:<(?!/script)[^<]*)*)", re.IGNORECASE)
_FILLED_IN = re.compile(r"\{\{|<%|\$\{|<(?:form|input|button)\b|cookie", re.IGNORECASE)      # a pattern, or a banner
_LONGEST_STATE, _LEAST_MARKED = 4_000_000, 2      # characters, paragraphs
_PARAGRAPHS, _LINES = re.compile(r"\n\s*\n"), re.compile(r"\n")


def or_stated(body: Body, claims: Claims, outline: Outline) -> Body:
    """The body as shown, or as stated where next to nothing is shown."""
    shown = sum(len(block.text) for block in body.blocks)
    least = max(_LEAST, _TIMES * shown)
    for key in _KEYS:
        value = claims.own.get(key)
        said = value if isinstance(value, str) else plain(value)
        if said and len(said) >= least and (blocks := _blocks(said, outline)):
            return Body(blocks, (), 0, f"json-ld {key}")
    if not shown and (said := _in_state(outline)) and len(said) >= least:
        return Body(_blocks(said, outline), (), 0, "state of a script")
    return body


def _in_state(outline: Outline) -> str | None:
    """The one text with paragraphs that the page hands to its scripts; None where there are several, as on lists."""
    texts = {text for text in _handed(outline) if len(text) >= _LEAST and text.count("</p>") >= _LEAST_MARKED}
    first, *others = sorted(texts, key=len, reverse=True) or [""]
    return first if first and not any(2 * len(text) > len(first) for text in others[:1]) else None


def _handed(outline: Outline) -> Iterator[str]:
    for found in _STATE.finditer(outline.document.markup):
        if not found["markup"]:
            yield from _strings(found["said"])
        elif not _FILLED_IN.search(said := found["said"].decode("utf-8", "replace")):
            yield said
    for value in (value for said in outline.attributes for value in said.values() if "/p>" in value):
        if value[0] in "{[":
            yield from _strings(value.encode("utf-8", "replace"))
        elif not _FILLED_IN.search(value):
            yield value


def _strings(script: bytes) -> Iterator[str]:
    """The strings of a script's JSON; none where it is broken or describes more than a page."""
    if len(script) > _LONGEST_STATE or (b"/p>" not in script and b"u003c" not in script):
        return
    try:
        yield from (text for _, text in texts_in(load_json(script)))
    except ValueError:
        return


def _blocks(said: str, outline: Outline) -> tuple[Block, ...]:
    if _MARKUP.search(said):
        try:
            inner = read_outline(replace(outline.document, markup=said.encode("utf-8", "replace")))
        except ParseError:
            return ()
        return make_blocks(inner, range(len(inner.runs)))
    parts = _PARAGRAPHS.split(said) if _PARAGRAPHS.search(said.strip()) else _LINES.split(said)
    return tuple(Block("paragraph", " ".join(part.split())) for part in parts if part.strip())
