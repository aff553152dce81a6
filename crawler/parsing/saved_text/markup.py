"""Markdown and HTML in a saved text -> the text as it reads. Pure.

Converters break their rows inside tags, links and addresses, too; such a break is none of the text. So these are taken
off first (`mended_rows`), paragraphs are made whole by how far their rows reach as written, and then the marks that
stand around words are taken off each line (`without_marks`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from itertools import islice

BREAK = "\x00"               # where a row broke amid the words of a link
LOST = "\x01"                # where it broke inside a mark, of which nothing is left
HARD_BREAKS = ("  ", "\\")    # in Markdown, at the end of a row
_FEWEST = 3                  # tags, links, addresses behind words: a text with so many was written by a program
_HEADING = re.compile(r"#{1,6} +\S")
_TAG = re.compile(
    r"</?(?:a|abbr|article|aside|b|blockquote|br|button|center|cite|code|col|colgroup|dd|del|details|div|dl|dt|em|"
    r"figcaption|figure|footer|font|form|h[1-6]|header|hr|i|iframe|img|input|ins|label|li|main|mark|nav|ol|option|p|"
    r"path|picture|q|s|section|select|small|source|span|strong|style|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|"
    r"time|tr|u|ul|use|video)(?:\s[^<>]{0,4000}|/)?>|<!--[^<>]{0,4000}-->", re.IGNORECASE)
_TARGET = r"\((?:[^()\n]|\([^()\n]*\)|\n(?!\s*\n)){0,4000}\)"
_ROUND = r"(?:[^{}]|\{(?:[^{}]|\{[^{}]{0,2000}\}){0,2000}\}){0,4000}"
_GIVEN = rf"\{{{_ROUND}\}}"            # what pandoc keeps of an element: {.lead width="480" data='{"a":1}'}
_LINK_END = re.compile(rf"\](?:{_TARGET}|{_GIVEN})")
_DATA = re.compile(r"\(data:[^()\s]*")     # a picture itself in the place of its address
_ADDRESS = re.compile(r"\s{0,2}<(?:https?|mailto|ftp)[^<>\s]*(?:\s[^<>\s]+){0,3}>")
_FENCE = re.compile(r"\s{0,12}(?:[-*+] +)?(?::{3,}.*|`{3,}[\w={}. -]*)")
_RULES = ("===", "---", "~~~", "^^^")
_RULED = re.compile(r"([=~^-])\1{2,}\s*")
_WORDS = r"\[((?:[^\[\]\n]|\n(?!\s*\n)){0,1000})\]"
_IMAGE = re.compile(rf"!{_WORDS}(?:{_TARGET})?(?:{_GIVEN})?")
_LINK = re.compile(rf"(?<![\\!]){_WORDS}(?:{_TARGET}(?:{_GIVEN})?|{_GIVEN})|<((?:https?|mailto)[^<>\s]+)>")
_ATTRIBUTES = re.compile(rf"\s?\{{(?:[#.][\w-]|[\w:.@-]{{1,40}}=\"){_ROUND}\}}")
_STRONG = re.compile(r"(?<![*\\\w])(\*{1,3}|_{1,3})(?=[^\s*_])([^*_\n]{1,1000}?)(?<=[^\s*_\\])\1(?![*\w])")
_SLANTED = re.compile(r"(?<![\w/])/(?=[^\s/])([^/\n]{1,300}?)(?<=[^\s/])/(?![\w/])")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~'\"$@<^-])")
_NESTED = 4                  # links in spans in links


@dataclass(frozen=True, slots=True)
class Markup:
    """Which marks a program left in a text."""

    marked: bool                              # those of Markdown or HTML
    addressed: bool                           # an address behind each link: "River Institute <https://…>"


def markup_of(rows: Sequence[str]) -> Markup:
    """The marks in the rows of a file."""
    text = "\n".join(rows)
    headed = [at for at, row in enumerate(rows) if _HEADING.match(row)] if "# " in text else []
    marked = bool(headed) and (any(_is_alone(rows, at) for at in headed) or any(
        _LINK.search(row) or _STRONG.search(row) or row.startswith(("> ", "- ", "## ")) for row in rows))
    marked = marked or _has("](", _LINK_END, text) or _has("</", _TAG, text) or _has(":::", _FENCE, text)
    return Markup(marked, not marked and _has("<", _ADDRESS, text))


def with_headings_marked(rows: list[str]) -> list[str]:
    """The rows, as many, with headings marked by hashes that were underlined as far as they reach."""
    found = list(rows)
    for at, row in enumerate(rows[1:], 1):
        if row[:3] in _RULES and (ruled := _RULED.fullmatch(row)) and (heading := rows[at - 1].strip()) and (
                abs(len(row.strip()) - len(heading)) <= 1 and not "".join(rows[max(0, at - 2):at - 1]).strip()):
            found[at - 1:at + 1] = ("# " if ruled[1] == "=" else "## ") + heading, ""
    return found


def _has(sign: str, pattern: re.Pattern[str], text: str) -> bool:
    return text.count(sign) >= _FEWEST and len(list(islice(pattern.finditer(text), _FEWEST))) == _FEWEST


def _is_alone(rows: Sequence[str], at: int) -> bool:
    """Whether blank rows stand around a row."""
    return not "".join((*rows[max(0, at - 1):at], *rows[at + 1:at + 2])).strip()


def mended_rows(rows: Sequence[str], markup: Markup) -> list[str]:
    """The rows without tags and addresses, breaks in them and in the words of links marked, and no fences."""
    text = "\n".join(rows)
    if markup.addressed:
        return _ADDRESS.sub(_breaks, text).split("\n")
    if not markup.marked:
        return text.split("\n")
    text = _DATA.sub("(", text)
    text = _TAG.sub(lambda tag: " " * (tag[0][:3].lower() == "<br") + _breaks(tag), text)
    text = _ATTRIBUTES.sub(_breaks, _without_links(text)) if "{" in text else _without_links(text)
    return [LOST * breaks_in(row) if _is_mark_alone(row) else row for row in text.split("\n")]


def _without_links(text: str) -> str:
    """The text with what its links say alone; pictures say nothing."""
    for _ in range(_NESTED):
        if "](" not in text and "]{" not in text and "<http" not in text and "<mailto" not in text:
            break
        text = _LINK.sub(_said, _IMAGE.sub(_breaks, text))
    return text


def _said(link: re.Match[str]) -> str:
    """The words of a link, on one row but for the breaks that are to be seen, as those of a card are."""
    rows = (link[2] or link[1]).split("\n")
    said = "".join(f"{row}\n" if row.endswith(HARD_BREAKS) else f"{row}{BREAK}" for row in rows[:-1]) + rows[-1]
    return said + LOST * (link[0].count("\n") - len(rows) + 1)


def _breaks(found: re.Match[str]) -> str:
    return LOST * found[0].count("\n")


def breaks_in(row: str) -> int:
    """How many rows of the file end within a mended row."""
    return row.count(BREAK) + row.count(LOST)


def _is_mark_alone(row: str) -> bool:
    """Whether a row is but the mark of a quotation or a fence."""
    return row.strip() == ">" or ((":::" in row or "```" in row) and _FENCE.fullmatch(row) is not None)


def without_marks(line: str, markup: Markup) -> str:
    """The line as it reads."""
    line = line.replace(BREAK, " ").replace(LOST, "")
    if markup.addressed:
        line = _SLANTED.sub(r"\1", line)
    elif not markup.marked:
        return line
    elif "&" in line:
        line = unescape(line)
    line = line.removeprefix("# ").removeprefix(": ").removesuffix("\\")
    return _ESCAPED.sub(r"\1", _STRONG.sub(r"\2", _STRONG.sub(r"\2", line)))
