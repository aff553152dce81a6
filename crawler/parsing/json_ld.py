r"""Text of a JSON-LD script -> the nodes in it, repaired where the page's JSON is not quite JSON. Pure.

Seen in the wild and read here: HTML entities for quotes, raw line breaks inside strings, trailing commas, comments,
CDATA and HTML comment marks, a semicolon at the end, several objects one after the other, `\'` and other escapes that
JSON doesn't know. What can't be repaired gives its plain facts (`"datePublished": "…"`) or nothing, and a note says so.
"""

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from crawler.json_text import without_halves

Node = Mapping[str, Any]

MOST_CHARS = 4_000_000     # beyond this a script is no description of one page
_MOST_NODES = 2_000
_MOST_DEPTH = 12
_NESTED = ("@graph", "mainEntity", "mainEntityOfPage", "@included")
_OPENING = re.compile(r"\A(?:/[*/])?\s*(?:<!\[CDATA\[|<!--)\s*(?:\*/)?")
_CLOSING = re.compile(r"(?:/[*/])?\s{0,9}(?:\]\]>|-->)\s{0,9}(?:\*/)?\Z")
_TOKENS = re.compile(              # each alternative bounded, so that no script costs more than its length
    r'"(?:[^"\\]|\\.)*(?:"|\Z)'    # strings are kept: what looks like a comment inside one is none
    r"|//[^\n]*|/\*.{0,2000}?\*/"  # comments
    r"|,(?=\s{0,200}[}\]])", re.DOTALL)  # trailing commas
_BAD_ESCAPE = re.compile(r'\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})')
_FACT = re.compile(
    r'"(@type|headline|datePublished|dateCreated|dateModified|inLanguage|articleSection|url)"\s*:\s*'
    r'"((?:[^"\\\n]|\\.){1,600})"')
_AUTHOR = re.compile(r'"author"\s*:\s*(\[\s*\{[^\[\]]{1,2000}\}\s*\]|\{[^{}]{1,600}\})')
_BETWEEN = re.compile(r"[ \t\r\n;,]*")    # two values
_EDGES = " \t\r\n;\ufeff"
_DECODER = json.JSONDecoder(strict=False)


def read_json_ld(text: str) -> tuple[list[Node], str | None]:
    """The nodes of one script, outermost first with graphs unfolded, and a note where it had to be repaired.

    >>> read_json_ld('{"@graph": [{"@type": "Article", "headline": "Rates", }]}')
    ([{'@type': 'Article', 'headline': 'Rates'}], 'json-ld: repaired')
    """
    if not text or text.isspace():
        return [], None
    if len(text) > MOST_CHARS:
        return [], "json-ld: skipped, too long to describe one page"
    text = without_halves(text)
    try:
        return list(_unfold(_DECODER.decode(text), 0)), None
    except (ValueError, RecursionError):
        pass
    values, rest = _values(_repaired(text))
    nodes = [node for value in values for node in _unfold(value, 0)]
    if not rest:
        return nodes, "json-ld: repaired"
    if facts := _facts(rest):
        return [*nodes, facts], "json-ld: broken, only its plain facts were read"
    return nodes, "json-ld: broken, skipped"


def types_of(node: Node) -> tuple[str, ...]:
    """The node's schema.org types, without prefix.

    >>> types_of({"@type": ["https://schema.org/Report", "schema:Article"]})
    ('Report', 'Article')
    """
    types = node.get("@type")
    listed = types if isinstance(types, list) else [types]
    return tuple(re.split(r"[/#:]", name)[-1].strip() for name in listed if isinstance(name, str))


def plain(value: object) -> str | None:
    """The text meant by a JSON-LD value: a string, the `@value` or `name` of a node, the first of a list; else None.

    >>> plain([{"@value": "R&amp;D <em>policy</em>"}])
    'R&D policy'
    """
    for _ in range(_MOST_DEPTH):
        if isinstance(value, list):
            value = value[0] if value else None
        elif isinstance(value, dict):
            value = value.get("@value") or value.get("name") or value.get("@id")
        else:
            break
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return None
    if "&" in value:
        value = html.unescape(value)
    if "<" in value:
        value = re.sub(r"</?[a-zA-Z][^<>]{0,300}>", "", value)
    return " ".join(value.split()) or None


def _unfold(value: object, depth: int) -> Iterator[Node]:
    """The nodes in a value: each list member, then what stands in `@graph` and the main entity of each."""
    if depth > _MOST_DEPTH:
        return
    if isinstance(value, list):
        for member in value[:_MOST_NODES]:
            yield from _unfold(member, depth + 1)
    elif isinstance(value, dict):
        if any(key not in ("@graph", "@context") for key in value):
            yield value
        for key in _NESTED:
            inner = value.get(key)
            if isinstance(inner, list) or (isinstance(inner, dict) and len(inner) > 2):
                yield from _unfold(inner, depth + 1)


def _repaired(text: str) -> str:
    text = _CLOSING.sub("", _OPENING.sub("", text.strip(_EDGES))).strip(_EDGES)
    if text.count("&quot;") > text.count('"'):
        text = html.unescape(text)
    text = _TOKENS.sub(lambda found: found[0] if found[0][0] == '"' else "", text)
    return _BAD_ESCAPE.sub(r"\\\\", text).strip(_EDGES)


def _values(text: str) -> tuple[list[object], str]:
    """The JSON values that stand one after the other in `text`, and what is left that is none."""
    values: list[object] = []
    at = 0
    while at < len(text):
        try:
            value, end = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        values.append(value)
        at = _BETWEEN.match(text, end).end()  # type: ignore[union-attr]  # it may match nothing, but it matches
    return values, text[at:]


def _facts(text: str) -> Node:
    facts: dict[str, Any] = {}
    if (author := _AUTHOR.search(text)) and (values := _values(author[1])[0]):
        facts["author"] = values[0]
        text = text[:author.start()] + text[author.end():]
    for key, value in _FACT.findall(text):
        facts.setdefault(key, value)
    return facts if len(facts) > 1 else {}
