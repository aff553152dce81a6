"""Link or heading -> the headline in it, without the labels that stand in elements of their own beside it. Pure.

A style sheet sets such labels apart; in the text they are glued to the headline: a rank, a day, "Premium", a category.
"""

import re
from typing import NamedTuple

from crawler.parsing.appearance import EDGE
from crawler.parsing.furniture.details import day_of
from crawler.parsing.furniture.headline import is_headline, is_strong
from crawler.parsing.furniture.labels import list_kind
from crawler.parsing.furniture.marks import Mark
from crawler.parsing.furniture.page import Grounds
from crawler.parsing.kind import kind_of

_NAMES = re.compile(r"(?<![a-z])(?:label|badge|kicker|eyebrow|overline|category|cat|tag|icon|ico|num|nr|number|"
                    r"numbering|count|counter|rank|ranking|position|index|date|time|datetime|premium|paywall|paid|duration|"
                    r"views)(?![a-z])")
_RANK = re.compile(r"#?\d{1,2}[.):]?")
_EDGES = " |–—-·•:,"
_MOST_LABEL = 30          # characters
_MOST_GLUED = 3           # words of a label that only its lack of a space tells
_STRONG = frozenset({"strong", "b"})
_LEAST_AROUND = 3         # elements: a label, the headline and a summary or a day
_MOST_DEPTH = 4


class Part(NamedTuple):
    """A piece of a line: its text as written, and the element that it fills, None where it is bare text."""

    text: str
    element: int | None


def headline_in(grounds: Grounds, i: int, depth: int = 0) -> str | None:
    """The headline of a link whose other parts are labels; None where no part is one."""
    parts = _parts(grounds, i)
    if set_off := _set_off(grounds, parts):
        return set_off
    kept = _without_labels(grounds, parts)
    if len(kept) == 1 and kept[0].element is not None and depth < _MOST_DEPTH:
        inner = headline_in(grounds, kept[0].element, depth + 1)
        if inner:
            return inner
    written = "".join(part.text for part in kept).strip()
    if "\n" in written:
        return None                              # several lines, of which one may be the headline
    text = " ".join(written.split()).strip(_EDGES)
    ranked = kept and kept[0] is not parts[0] and _RANK.fullmatch(parts[0].text.strip())
    return text if len(kept) < len(parts) and (ranked or is_headline(text)) else None


def _parts(grounds: Grounds, i: int) -> list[Part]:
    """The text of element `i` by child; empty where a child is a block of its own."""
    outline = grounds.outline
    at, found = outline.starts[i], list[Part]()
    for child in outline.children(i):
        found.append(Part("".join(outline.pieces[at:outline.starts[child]]), None))
        if not grounds.marks[child] & Mark.UNSEEN:
            found.append(Part("".join(outline.pieces[outline.starts[child]:outline.stops[child]]), child))
        at = outline.stops[child]
    found.append(Part("".join(outline.pieces[at:outline.stops[i]]), None))
    return [] if any("\n" in part.text.strip() for part in found) else [part for part in found if part.text]


def _set_off(grounds: Grounds, parts: list[Part]) -> str | None:
    """The one of several elements that hold all of the text, which is printed strongly and reads as a headline.

    Where they touch, a style sheet makes lines of them, and the first that is surely a headline is it.
    """
    said = [part for part in parts if part.text.strip()]
    if len(said) < _LEAST_AROUND or any(part.element is None for part in said):
        return None
    texts = [" ".join(part.text.replace(EDGE, "").split()) for part in said]
    strong = [text for part, text in zip(said, texts, strict=True)
              if grounds.outline.tags[part.element or 0] in _STRONG and is_headline(text)]
    if not strong and len(said) == len(parts) and not any(part.text.replace(EDGE, "")[-1:].isspace() for part in said):
        strong = list(filter(is_strong, texts))[:1]
    return strong[0] if len(strong) == 1 else None


def _without_labels(grounds: Grounds, parts: list[Part]) -> list[Part]:
    """The parts without the labels at either end, and the white space beside these."""
    kept = list(parts)
    for end in (0, -1):
        while len(kept) > 1:
            spaced = not kept[end].text.strip()
            beside = kept[1 if end == 0 else -2]
            if not (spaced or _is_label(grounds, kept[end], beside, first=end == 0)):
                break
            kept.pop(end)
    return kept


def _is_label(grounds: Grounds, part: Part, beside: Part, *, first: bool) -> bool:
    text = " ".join(part.text.split())
    if part.element is None or len(text) > _MOST_LABEL or is_strong(text):
        return False
    element, outline = part.element, grounds.outline
    if outline.tags[element] == "time" or _NAMES.search(outline.names[element]) or day_of(text, grounds.month_first):
        return True
    words, after = part.text.removeprefix(EDGE), beside.text.removeprefix(EDGE)
    if _RANK.fullmatch(text):
        return first and (beside.element is not None or not after[:1].isspace() or not after.strip())
    if list_kind(text) in {"related", "popular"} or kind_of(text):
        return True
    touching = (words[-1:], after[:1]) if first else (after[-1:], words[:1])
    if day_of(" ".join(after.split()), grounds.month_first):           # a short headline, and its day
        return False
    return len(text.split()) <= _MOST_GLUED and all(letter.isalnum() and letter < "\u3000" for letter in touching)
