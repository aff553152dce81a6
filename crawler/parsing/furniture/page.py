"""Outline -> Grounds: what all furniture readers stand on, gathered once. Pure.

Anchors with their resolved addresses, marks of all elements, and the page's own address.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from crawler.parsing.furniture.marks import Mark, marks_of
from crawler.parsing.outline import Outline, Run

PAGE_PARTS = frozenset({"html", "head", "body", "main", "article"})
_MONTH_FIRST = frozenset({"en-us", "en-ph", "fil", "en-pr"})
_NAMELESS = frozenset("path g use img source picture video meta link script style br option input".split())
MOST_ANCHORS = 5_000      # of one page; a page with more is a directory
_MOST_IN_HEAD = 8         # elements of the header of a box: its heading, "See all"
_PROSE_LINE = 100         # characters of a line that reads as running text
_MENU, _EDGE = Mark.CHROME | Mark.NOTICE, Mark.EDGE
_EDGES = frozenset({"header", "footer"})


class Anchor(NamedTuple):
    """One `<a href>` that leads to a web page."""

    element: int
    url: str                  # absolute, without fragment
    href: str                 # as written
    host: str                 # of url, as `host_of` has it


@dataclass
class Grounds:
    """The outline, the page's own address, and what is looked up again and again."""

    outline: Outline
    own: str                  # the page's canonical address

    @cached_property
    def marks(self) -> list[int]:
        """What the names of each element say, as bits of `Mark`."""
        known = {name: marks_of(name) for name in set(self.outline.names)}
        marks = [known[name] for name in self.outline.names]
        for tag in self.outline.by_tag:
            if "-" in tag and (mark := marks_of(tag)):       # elements of the site's own: <share-button>
                for i in self.outline.by_tag[tag]:
                    marks[i] |= mark
        for tag in _NAMELESS:
            for i in self.outline.by_tag.get(tag, ()):
                marks[i] = 0
        return marks

    @cached_property
    def month_first(self) -> bool | None:
        """Whether 03/04/2025 is a day in March: by the page's language; None where it does not say."""
        stated = next((self.outline.attributes[i].get("lang") or "" for i in self.outline.all("html")), "").lower()
        if not stated or stated == "en":
            return None
        return stated.replace("_", "-") in _MONTH_FIRST

    @cached_property
    def marked(self) -> list[int]:
        """The elements whose names say anything, in document order."""
        return [i for i, mark in enumerate(self.marks) if mark]

    @cached_property
    def host(self) -> str:
        """The page's host, without `www.`."""
        return host_of(self.own)

    @cached_property
    def own_keys(self) -> frozenset[str]:
        """The keys under which the page itself is known."""
        return frozenset(key_of(url) for url in (self.own, self.outline.document.url, self.outline.document.base))

    @cached_property
    def anchors(self) -> list[Anchor]:
        """All anchors to web pages, in document order."""
        outline = self.outline
        known: dict[str, tuple[str | None, str]] = {}       # most menus stand on a page twice
        found = []
        for i in outline.by_tag.get("a", ())[:MOST_ANCHORS]:
            href = outline.attributes[i].get("href")
            if not href:
                continue
            if href not in known:
                url = outline.document.absolute(href)
                known[href] = url, host_of(url) if url else ""
            url, host = known[href]
            if url:
                found.append(Anchor(i, url, href, host))
        return found

    @cached_property
    def by_id(self) -> dict[str, int]:
        """The elements by their id."""
        return {key: i for i, said in enumerate(self.outline.attributes) if (key := said.get("id"))}

    @cached_property
    def url_of(self) -> dict[int, str]:
        """The address each anchor leads to."""
        return {anchor.element: anchor.url for anchor in self.anchors}

    @cached_property
    def _prose(self) -> tuple[list[int], list[int], list[int]]:
        """Where each run begins, and the characters of running text and of all text before it."""
        starts, prose, chars = [], [0], [0]
        prose_chars = all_chars = 0
        for run in self.outline.runs:
            starts.append(run.start)
            length = len(run.text)
            all_chars += length
            if length >= _PROSE_LINE and (plain := length - run.link_chars) > length / 2:
                prose_chars += plain
            prose.append(prose_chars)
            chars.append(all_chars)
        return starts, prose, chars

    def prose(self, i: int) -> int:
        """Characters of running text inside element `i`: lines long enough for a sentence and not mostly links."""
        return self._between(i, 1)

    def prose_before(self, i: int) -> int:
        """Characters of running text before element `i`."""
        starts, counts = self._prose[0], self._prose[1]
        return counts[bisect_left(starts, self.outline.starts[i])]

    def chars(self, i: int) -> int:
        """Characters of all text inside block element `i`."""
        return self._between(i, 2)

    def _between(self, i: int, column: int) -> int:
        starts, counts = self._prose[0], self._prose[column]
        return counts[bisect_left(starts, self.outline.stops[i])] - counts[bisect_left(starts, self.outline.starts[i])]

    def holds(self, i: int, tag: str) -> bool:
        """Whether an element with this tag stands inside element `i`."""
        places = self.outline.by_tag.get(tag, ())
        place = bisect_left(places, i)
        return place < len(places) and places[place] < self.outline.ends[i]

    def lines_in(self, i: int) -> int:
        """How many lines of text begin inside element `i`."""
        starts = self._prose[0]
        return bisect_left(starts, self.outline.stops[i]) - bisect_left(starts, self.outline.starts[i])

    def runs_in(self, i: int) -> Sequence[Run]:
        """The lines of text that begin inside element `i`."""
        starts = self._prose[0]
        first = bisect_left(starts, self.outline.starts[i])
        return self.outline.runs[first:bisect_left(starts, self.outline.stops[i], first)]

    def run_of(self, i: int) -> Run | None:
        """The line of text that element `i` begins in, None where it begins with none."""
        start = self.outline.starts[i]
        place = bisect_right(self._prose[0], start) - 1
        if place < 0:
            return None
        run = self.outline.runs[place]
        return run if start < run.stop else None

    def stands_alone(self, i: int) -> bool:
        """Whether the link `i` opens its line or makes most of it, as a headline does and a reference does not."""
        run = self.run_of(i)
        if run is None or run.link_chars * 5 >= len(run.text) * 3:
            return True
        before = "".join(self.outline.pieces[run.start:self.outline.starts[i]])
        return not any(letter.isalnum() for letter in before)

    def visible_pieces(self, i: int) -> list[str]:
        """The pieces of text of element `i`, without what only screen readers say."""
        outline = self.outline
        start, stop = outline.starts[i], outline.stops[i]
        hidden = [j for j in self._unseen[bisect_left(self._unseen, i):] if j < outline.ends[i]]
        pieces: list[str] = []
        for j in hidden:
            if outline.starts[j] >= start:
                pieces += outline.pieces[start:outline.starts[j]]
                start = outline.stops[j]
        return pieces + outline.pieces[start:stop]

    @cached_property
    def _unseen(self) -> list[int]:
        return [i for i in self.marked if self.marks[i] & Mark.UNSEEN]

    def is_chrome(self, i: int) -> bool:
        """Whether element `i` stands in a menu, the page's header or footer, a comment list or a notice."""
        known = self._chrome
        if i in known:
            return known[i]
        path = []
        while i >= 0 and i not in known:
            path.append(i)
            if self._makes_chrome(i):
                known[i] = True
                break
            i = self.outline.parents[i]
        answer = known.get(i, False)
        known.update((j, answer) for j in path)
        return answer

    @cached_property
    def _chrome(self) -> dict[int, bool]:
        return {}

    def _makes_chrome(self, i: int) -> bool:
        tag, mark = self.outline.tags[i], self.marks[i]
        if tag == "nav":
            return not mark & Mark.RELATED       # <nav class="related-navigation"> leads to publications
        if tag == "header" and self._is_small_head(i):
            return False
        menu = mark & _MENU
        if tag in PAGE_PARTS or not (menu or mark & _EDGE or tag in _EDGES):
            return False
        if self.prose(i) * 2 > self.prose(0):      # the whole page inside `<div class="has-menu">`
            return False
        return bool(menu) or not self._in_article(i)

    def _is_small_head(self, i: int) -> bool:
        """Whether a header holds the heading of a box and nothing else."""
        return self.outline.ends[i] - i <= _MOST_IN_HEAD and self.chars(i) <= _PROSE_LINE and any(
            self.holds(i, tag) for tag in ("h2", "h3", "h4", "h5", "h6")) and not self.holds(i, "h1")

    def _in_article(self, i: int) -> bool:
        tags = self.outline.tags
        return any(tags[above] in {"article", "main"} for above in self.outline.ancestors(i))

    @cached_property
    def body(self) -> tuple[int, int]:
        """A first guess at the body: its container, and the last element of running text in it."""
        outline = self.outline
        weights: dict[int, int] = {}
        for run in outline.runs:
            if len(run.text) >= _PROSE_LINE and run.link_chars * 2 < len(run.text):
                above = outline.parents[run.element]
                weights[above] = weights.get(above, 0) + len(run.text)
        if not weights:
            return 0, 0
        best = max(weights, key=lambda i: weights[i])
        last = max(run.element for run in outline.runs if len(run.text) >= _PROSE_LINE
                   and run.link_chars * 2 < len(run.text) and outline.parents[run.element] == best)
        return best, last

    def inherited(self, i: int, levels: int) -> int:
        """The marks of element `i` and of the `levels` elements around it."""
        found = self.marks[i]
        parents = self.outline.parents
        for _ in range(levels):
            i = parents[i]
            if i < 0:
                break
            found |= self.marks[i]
        return found

    @cached_property
    def _own_tail(self) -> str:
        """What every address of the page must hold: the last part of its path, cheap to look for."""
        tails = {key.partition("?")[0].rpartition("/")[2] for key in self.own_keys}
        return tails.pop() if len(tails) == 1 else ""

    def is_own(self, url: str) -> bool:
        """Whether the address is the page's own."""
        if self._own_tail not in url:
            return False
        key = key_of(url)
        return key in self.own_keys or ("?" in key and "?" not in self.own and key.partition("?")[0] in self.own_keys)


def count_within(places: Sequence[int], start: int, stop: int) -> int:
    """How many of the sorted element numbers lie from `start` to before `stop`."""
    return bisect_left(places, stop) - bisect_left(places, start)


def host_of(url: str) -> str:
    """The host of an absolute address, lower case, without `www.`; cheap, for addresses that were resolved."""
    return url.partition("://")[2].partition("/")[0].partition("?")[0].lower().removeprefix("www.")


def key_of(url: str) -> str:
    """What tells a page from the others of one page of links: cheaper than `archive.urls.address_key`, and coarser.

    >>> key_of("https://www.institute.example/a/?utm_source=b") == key_of("http://institute.example/a#c")
    True
    """
    url = url.partition("#")[0].partition("://")[2]
    path, _, query = url.partition("?")
    if query:
        query = "&".join(pair for pair in query.split("&") if not pair.lower().startswith("utm_"))
    host, slash, path = path.partition("/")
    path = f"{host.lower().removeprefix('www.')}{slash}{path.rstrip('/')}".rstrip("/")
    return f"{path}?{query}" if query else path
