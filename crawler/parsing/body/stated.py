"""Claims -> the body that a page states for programs, where it shows none. Pure.

Pages that a script draws, and those behind a wall, may state their whole text in JSON-LD, or hand it to the script as
markup: in JSON, in a template of the script's own, in an attribute. What the page shows is the better text wherever
there is any: what is stated leaves out lists and tables, and may be cut short.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from archive.records import Block
from crawler.json_text import load_json
from crawler.parsing.body import Body
from crawler.parsing.body.blocks import make_blocks
from crawler.parsing.claims import Claims
from crawler.parsing.errors import ParseError
from crawler.parsing.json_ld import plain
from crawler.parsing.outline import Outline, read_outline

_Handed = tuple[str, Mapping[str, object]]     # a text, and all that stands beside it in the same object
_KEYS = ("articleBody", "text")
STATE = "state of a script"
# What the day of publication is called there, without "_" and in small letters.
_DAYS = ("datepublished", "publishedat", "publishedon", "publisheddate", "publicationdate", "publishdate",
         "firstpublished", "firstpublishedat", "published", "pubdate", "date")
_MOST_AROUND_A_TEXT = 2
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
    if not shown and (said := _in_state(outline)[0]) and len(said) >= least:
        return Body(_blocks(said, outline), (), 0, STATE)
    return body


def day_in_state(outline: Outline) -> str | None:
    """The day of publication, as written, that stands beside the text that a page hands to its scripts."""
    beside = {name.lower().replace("_", ""): value for name, value in _in_state(outline)[1].items()}
    return next((value for name in _DAYS if isinstance(value := beside.get(name), str) and value), None)


def _in_state(outline: Outline) -> _Handed:
    """The one text with paragraphs that the page hands to its scripts; "" where there are several, as on lists."""
    texts = dict(reversed([(text, beside) for text, beside in _handed(outline)
                           if len(text) >= _LEAST and text.count("</p>") >= _LEAST_MARKED]))
    first, *others = sorted(texts, key=len, reverse=True) or [""]
    return ("", {}) if not first or any(2 * len(text) > len(first) for text in others[:1]) else (first, texts[first])


def _handed(outline: Outline) -> Iterator[_Handed]:
    for found in _STATE.finditer(outline.document.markup):
        if not found["markup"]:
            yield from _strings(found["said"])
        elif not _FILLED_IN.search(said := found["said"].decode("utf-8", "replace")):
            yield said, {}
    for value in (value for said in outline.attributes for value in said.values() if "/p>" in value):
        if value[0] in "{[":
            yield from _strings(value.encode("utf-8", "replace"))
        elif not _FILLED_IN.search(value):
            yield value, {}


def _strings(script: bytes) -> Iterator[_Handed]:
    """The strings of a script's JSON; none where it is broken or describes more than a page."""
    if len(script) > _LONGEST_STATE or (b"/p>" not in script and b"u003c" not in script):
        return
    try:
        waiting: list[tuple[object, Mapping[str, object]]] = [(load_json(script), {})]
    except ValueError:
        return
    while waiting:
        inner, beside = waiting.pop()
        if isinstance(inner, str):
            yield inner, beside
        elif isinstance(inner, dict):          # what only wraps a text stands where the text would: {"rendered": ...}
            held = inner if len(inner) > _MOST_AROUND_A_TEXT else beside
            waiting += [(value, held) for value in reversed(inner.values())]
        elif isinstance(inner, list):
            waiting += [(value, beside) for value in reversed(inner)]


def _blocks(said: str, outline: Outline) -> tuple[Block, ...]:
    if _MARKUP.search(said):
        try:
            inner = read_outline(replace(outline.document, markup=said.encode("utf-8", "replace")))
        except ParseError:
            return ()
        return make_blocks(inner, range(len(inner.runs)))
    parts = _PARAGRAPHS.split(said) if _PARAGRAPHS.search(said.strip()) else _LINES.split(said)
    return tuple(Block("paragraph", " ".join(part.split())) for part in parts if part.strip())
