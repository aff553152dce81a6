"""Lines of a saved page -> the line that is its title. Pure.

Menus, notices, teasers and the name of the site stand above it in no fixed order, so all lines above the text are
candidates. What speaks for each is a set of features: how it stands to the text, to dates and bylines, to the page's
address and to the lines beside it. `headline.json` holds their weights (tests/benchmarks/train_saved_title.py).
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from math import fsum
from urllib.parse import unquote, urlsplit

from crawler.parsing.saved_text.body import is_item
from crawler.parsing.saved_text.labels import read_crumbs, read_topics
from crawler.parsing.saved_text.lines import Line, size
from crawler.parsing.saved_text.marks import is_frame, is_sentence, list_heading, read_head_line
from crawler.parsing.saved_text.share_rows import is_share_label, read_share_row
from crawler.parsing.site import fold
from crawler.parsing.word_files import load_json

PROSE = 14                    # words of a sentence that belongs to a text
_MOST = 500                   # lines that are looked at
_EARLY = 0.3                  # of the words of all sentences: below so many stands no title
_LONGEST = 35                 # words of a title
_NEAR, _FAR = 3, 8            # lines
_SURE = 12                    # letters of a line that tells the same within another
_SEPARATOR = re.compile(r" [|\-–—·•:»]{1,3} | ?[|｜] ?")        # before the name of the site, in a title tag
_FEWEST, _LONGEST_HEADING, _LONG = 3, 16, 45      # words of a heading that is a sentence, of paragraphs beside it
_FEWEST_HEADINGS = 2
_HEAD_MARKS = frozenset({"published", "modified", "byline"})
_MARKED = 5.0                 # worth of the mark of a heading of the first level


@dataclass(frozen=True, slots=True)
class _Page:
    """The lines among which the title stands: where each stands first and last, how often, and all of them in one."""

    first: dict[str, int]
    last: dict[str, int]
    times: Counter[str]
    whole: str

    @classmethod
    def of(cls, texts: list[str]) -> "_Page":
        keys = [fold(text) for text in texts]
        return cls({key: at for at, key in reversed([*enumerate(keys)])}, {key: at for at, key in enumerate(keys)},
                   Counter(texts), "\n".join(texts))


def find_headline(lines: Sequence[Line], url: str) -> int | None:
    """Which line is the title; None where no line may be."""
    offered = offered_headlines(lines, url)
    weights = _weights()
    worth = {at: fsum(weights.get(feature, 0.0) for feature in features) + _MARKED * lines[at].heads
             for at, features in offered.items()}
    best = max(worth, key=lambda at: worth[at], default=None)
    if best is None:
        return None
    parts = {part for part in _SEPARATOR.split(lines[best].text) if len(part) > _SURE} - {lines[best].text}
    best = max((at for at in worth if lines[at].text in parts), key=lambda at: worth[at], default=best)
    return _at_the_day(lines, best)


def _at_the_day(lines: Sequence[Line], best: int) -> int:
    """Where the same title stands above a date or a byline, further down a page that has none below the first."""
    key, title = fold(lines[best].text), best
    for at in range(best, min(len(lines), _MOST)):
        if lines[at].text == lines[best].text or fold(lines[at].text) == key:
            title = at
        elif at - title <= _FAR and any(mark.kind in _HEAD_MARKS for mark in read_head_line(lines[at].text)):
            return title
    return best


def offered_headlines(lines: Sequence[Line], url: str) -> dict[int, frozenset[str]]:
    """Each line that may be the title, and its features."""
    lines = lines[:_MOST]
    prose = [size(line.text) if size(line.text) >= PROSE and is_sentence(line.text) else 0.0 for line in lines]
    told = [0.0, *accumulate(prose)]           # words of the sentences above each line
    end, closed = _end(prose), _closes_headings(lines)
    marked = [bool(read_head_line(line.text) or read_share_row(line.text)) for line in lines[:end + _FAR]]
    slug = _words(unquote(urlsplit(url).path.rstrip("/").rpartition("/")[2]).replace("_", " "))
    said = Counter(word for line, words in zip(lines, prose, strict=True) if words for word in _words(line.text))
    page = _Page.of([line.text for line in lines[:end + _FAR]])
    items = [is_item(line.text) for line in lines[:end + 1]]
    found: dict[int, frozenset[str]] = {}
    for at in range(end):
        text = lines[at].text
        if marked[at] or not 0 < size(text) <= _LONGEST or _is_other(text) or (
                items[at] and any(items[max(0, at - 1):at] + items[at + 1:at + 2])):
            continue
        wording = _wording(text, closed and _opens(at, lines, marked))
        found[at] = frozenset((*_place(at, lines, prose, told, marked), *wording,
                               *_agreement(_words(text), slug, said), *_elsewhere(text, at, page)))
    return found


def _end(prose: list[float]) -> int:
    """The place below which no title stands: a good part of the text is told by then."""
    total, told = sum(prose), 0.0
    for at, words in enumerate(prose):
        told += words
        if words and told > _EARLY * total:
            return at
    return len(prose)


def _closes_headings(lines: Sequence[Line]) -> bool:
    """Whether the page's headings end with a full stop: short sentences between paragraphs many times as long."""
    sizes = [size(line.text) for line in lines]
    return sum(_FEWEST < sizes[at] <= _LONGEST_HEADING and sizes[at - 1] >= _LONG and sizes[at + 1] >= _LONG
               and lines[at].text.endswith(".") for at in range(1, len(sizes) - 1)) >= _FEWEST_HEADINGS


def _opens(at: int, lines: Sequence[Line], marked: list[bool]) -> bool:
    """Whether no line as long as a title stands right above."""
    return not at or marked[at - 1] or size(lines[at - 1].text) <= _FEWEST


def _is_other(text: str) -> bool:
    """Whether a line is known to be something else than a title."""
    return "://" in text or not any(map(str.isalpha, text)) or is_frame(text) or is_share_label(text) or (
        list_heading(text) is not None or read_crumbs(text) is not None or read_topics(text) is not None)


def _place(at: int, lines: Sequence[Line], prose: list[float], told: list[float], marked: list[bool]) -> list[str]:
    """How the line stands to the text and to the lines beside it."""
    below = next((after for after, words in enumerate(prose[at + 1:], 1) if words), None)
    after = [size(line.text) for line in lines[at + 1:at + 1 + _NEAR]]
    before = [size(line.text) for line in lines[max(0, at - _NEAR):at]]
    found = [f"text {_step(below, (1, 2, 3, 4, 6, 9, 14, 20, 40))} below", f"line {_step(at, (0, 1, 2, 4, 9, 30))}",
             f"told {_step(round(10 * told[at] / (told[-1] or 1)), (0, 1, 2))}"]
    for name, span in (("below", marked[at + 1:at + 1 + _NEAR]), ("above", marked[max(0, at - _NEAR):at]),
                       ("far below", marked[at + 1:at + 1 + _FAR])):
        if any(span):
            found.append(f"marks {name}")
    if marked[at + 1:at + 2] == [True]:
        found.append("mark next")
    if before and max(before) <= 3:
        found.append("entries above")
    if after and max(after) <= 3:
        found.append("entries below")
    found.append(f"next {_step(after[0] if after else None, (3, 8, 14, 30, 55))}")
    found.append(f"previous {_step(before[-1] if before else None, (1, 3, 8, 14))}")
    if lines[at].gap and at + 1 < len(lines) and lines[at + 1].gap:
        found.append("between gaps")
    return found


def _wording(text: str, closed: bool) -> list[str]:
    """How the line reads; `closed`: a title may end with a full stop here."""
    found = [f"words {_step(size(text), (1, 2, 3, 4, 6, 9, 13, 17, 22))}"]
    if is_sentence(text) and not (closed and text.endswith(".")):
        found.append(f"ends {text.rstrip(chr(34) + '”»')[-1:]}")
    if text.endswith((":", ",", "…", ">", "→")):
        found.append("open end")
    if text.isupper():
        found.append("capitals")
    if text[:1].islower():
        found.append("small")
    if text[:1] in "•*-–—+>→<←[(|/@#©":
        found.append("begins with a sign")
    if "|" in text or " – " in text or " - " in text:
        found.append("parted")
    words = [word for word in text.split() if word[:1].isalpha()]
    if len(words) > 3 and all(word[:1].isupper() for word in words):
        found.append("all words capital")
    return found


def _agreement(words: set[str], slug: set[str], said: Counter[str]) -> list[str]:
    """How many of its words the address and the text have, too."""
    share = round(10 * sum(word in said for word in words) / len(words)) if words else None
    found = [f"said {_step(share, (0, 3, 5, 7, 9))}",
             f"often {_step(sum(min(said[word], 9) for word in words), (0, 2, 5, 10, 20, 40))}"]
    if slug and words:
        shared = len(words & slug)
        found += [f"slug {_step(round(10 * shared / len(slug)), (0, 3, 5, 7, 9))}",
                  f"of slug {_step(round(10 * shared / len(words)), (0, 3, 5, 7, 9))}"]
    return found


def _elsewhere(text: str, at: int, page: _Page) -> list[str]:
    """Whether the line stands on the page once more, or within another."""
    key, found = fold(text), []
    if page.first[key] < page.last[key]:
        found.append("again")
        if at < page.last[key]:
            found.append("again below")
    if len(key) > _SURE and page.whole.count(text) > page.times[text]:
        found.append("within another")
    return found


def _words(text: str) -> set[str]:
    return {word for word in fold(text).split() if len(word) > 3}


def _step(value: float | None, steps: tuple[int, ...]) -> str:
    """The first step that is no less than the value."""
    return "no" if value is None else next((str(step) for step in steps if value <= step), "more")


@cache
def _weights() -> dict[str, float]:
    return {str(name): float(weight) for name, weight in load_json("saved_text/headline.json").items()}
