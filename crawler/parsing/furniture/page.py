"""Outline -> Grounds: what all furniture readers stand on, gathered once. Pure.

Anchors with their resolved addresses, marks of all elements, and the page's own address.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise

from archive.urls import LONGEST_LINK, site_of
from crawler.parsing.dates.alone import says_month_first
from crawler.parsing.document import rooted
from crawler.parsing.furniture.addresses import Target, host_of, key_of, target_of
from crawler.parsing.furniture.chrome import HEADINGS, PAGE_PARTS, find_chrome
from crawler.parsing.furniture.labels import may_announce
from crawler.parsing.furniture.marks import Mark, marks_of, marks_of_all
from crawler.parsing.furniture.running_text import guess_body, last_paragraph, running_chars
from crawler.parsing.furniture.words import Memory
from crawler.parsing.outline import Outline, Run
from crawler.parsing.scribe import DEEPEST

_LONGEST_DAY = 40              # characters of 03/04/2025 and the white space around it
_MONTH_FIRST = frozenset({"en-us", "en-ph", "fil", "en-pr"})
_NAMELESS = frozenset("path g use img source picture video meta link script style br option input".split())
MOST_ANCHORS = 5_000      # of one page; a page with more is a directory
_MOST_PHRASE = 90         # characters
_LONGEST_NAME = 40        # characters of a section in a menu
_LEAST_BODY = 1_200       # characters of running text that make a body, and no list of summaries

Anchor = tuple[int, Target]      # an `<a href>` that leads to a web page, by its element


@dataclass
class Grounds:
    """The outline, the page's own address, and what is looked up again and again."""

    outline: Outline
    canonical: str            # the page's canonical address
    _texts: dict[int, str] = field(default_factory=dict)
    _lines: dict[int, list[str]] = field(default_factory=dict)

    @cached_property
    def marks(self) -> list[int]:
        """What the names of each element say, as bits of `Mark`."""
        marks = marks_of_all(self.outline.names)
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
        """Whether 03/04/2025 is a day in March: by the page's language, or its other days; None where neither tells."""
        stated = next((self.outline.attributes[i].get("lang") or "" for i in self.outline.all("html")), "").lower()
        if not stated or stated == "en":
            return says_month_first(
                [piece for piece in self.outline.pieces if "/" in piece and len(piece) < _LONGEST_DAY])
        return stated.replace("_", "-") in _MONTH_FIRST

    @cached_property
    def marked(self) -> list[int]:
        """The elements whose names say anything, in document order."""
        return [i for i, mark in enumerate(self.marks) if mark]

    @cached_property
    def phrases(self) -> list[Run]:
        """The lines that may be the heading of a list or the label of an ad, as far as their first words tell."""
        return [run for run in self.outline.runs
                if len(run.text) <= _MOST_PHRASE and _opens[run.text.partition(" ")[0]]]

    @cached_property
    def own(self) -> str:
        """The page's address at the site that its links lead to: of two sites that share a text, one shows its own."""
        fetched = self.outline.document.url
        here, there = host_of(fetched), host_of(self.canonical)
        if not here or here == there:
            return self.canonical
        hosts = [target.host for _, target in self.anchors]
        return fetched if hosts.count(here) > hosts.count(there) else self.canonical

    @cached_property
    def host(self) -> str:
        """The page's host, without `www.`."""
        return host_of(self.own)

    @cached_property
    def own_keys(self) -> frozenset[str]:
        """The keys under which the page itself is known."""
        return frozenset(key_of(url) for url in (self.canonical, self.outline.document.url, self.outline.document.base))

    @cached_property
    def anchors(self) -> list[Anchor]:
        """All anchors to web pages, in document order."""
        attributes, document = self.outline.attributes, self.outline.document
        site, found = site_of(document.base), list[Anchor]()
        known: dict[str, Target | None] = {}       # most menus stand on a page twice
        for i in self.outline.by_tag.get("a", ())[:MOST_ANCHORS]:
            if not (href := attributes[i].get("href")):
                continue
            if href[0] == "/" != href[1:2] and len(href) <= LONGEST_LINK:
                target = _target_on(site, href)
            else:
                if href not in known:
                    known[href] = target_of(url) if (url := document.absolute(href)) else None
                target = known[href]
            if target:
                found.append((i, target))
        return found

    @cached_property
    def by_id(self) -> dict[str, int]:
        """The elements by their id."""
        return {key: i for i, said in enumerate(self.outline.attributes) if (key := said.get("id"))}

    @cached_property
    def url_of(self) -> dict[int, str]:
        """The address each anchor leads to."""
        return {element: target.url for element, target in self.anchors}

    @cached_property
    def menu_names(self) -> frozenset[str]:
        """What the links of the page's menus say, in small letters: sections, most of them."""
        pieces, starts, stops = self.outline.pieces, self.outline.starts, self.outline.stops
        said = {pieces[starts[i]].strip().casefold() for i, _ in self.anchors
                if stops[i] - starts[i] == 1 and len(pieces[starts[i]]) <= _LONGEST_NAME and self.is_chrome(i)}
        return frozenset(said - {""})

    @cached_property
    def _prose(self) -> list[int]:
        """The characters of running text before each run."""
        return [0, *accumulate([running_chars(text, linked) for _, _, _, text, linked in self.outline.runs])]

    @cached_property
    def _chars(self) -> list[int]:
        """The characters of all text before each run."""
        return [0, *accumulate([len(text) for _, _, _, text, _ in self.outline.runs])]

    def prose(self, i: int) -> int:
        """Characters of running text inside element `i`: lines long enough for a sentence and not mostly links."""
        held = self.outline.numbers_in(i)
        return self._prose[held.stop] - self._prose[held.start]

    def prose_before(self, i: int) -> int:
        """Characters of running text before element `i`."""
        return self._prose[self.outline.run_from(self.outline.starts[i])]

    def chars(self, i: int) -> int:
        """Characters of all text inside block element `i`."""
        held = self.outline.numbers_in(i)
        return self._chars[held.stop] - self._chars[held.start]

    def holds(self, i: int, tag: str) -> bool:
        """Whether an element with this tag stands inside element `i`."""
        places = self.outline.by_tag.get(tag, ())
        place = bisect_left(places, i)
        return place < len(places) and places[place] < self.outline.ends[i]

    def beside(self, run: Run) -> tuple[Run | None, Run | None]:
        """The lines before and after this one, of those that begin in the box around its element."""
        runs, held = self.outline.runs, self.outline.numbers_in(self.outline.parents[run.element])
        place = self.outline.run_from(run.start)
        return (runs[place - 1] if place > held.start else None), (runs[place + 1] if place + 1 < held.stop else None)

    def widest(self, i: int, fits: Callable[[int], bool], most: int = DEEPEST) -> int:
        """The widest of the element and up to `most` around it, no part of the page, up to which all fit."""
        for above in self.outline.ancestors(i, most):
            if self.outline.tags[above] in PAGE_PARTS or not fits(above):
                break
            i = above
        return i

    def is_small_box(self, i: int, most_chars: int, most_lines: int) -> bool:
        """Whether an element holds little, and neither the body nor its end."""
        return self.chars(i) <= most_chars and len(self.outline.numbers_in(i)) <= most_lines and not any(
            self.outline.inside(end, i) for end in self.body)

    def text(self, i: int) -> str:
        """All text inside element `i`, white space squeezed."""
        if (text := self._texts.get(i)) is None:
            text = self._texts[i] = self.outline.text(i)
        return text

    def lines(self, i: int) -> list[str]:
        """The lines of text inside element `i`, without what only screen readers say."""
        if (lines := self._lines.get(i)) is None:
            text = "".join(self.visible_pieces(i))
            lines = self._lines[i] = [line for piece in text.split("\n") if (line := " ".join(piece.split()))]
        return lines

    def visible_pieces(self, i: int) -> list[str]:
        """The pieces of text of element `i`, without what only screen readers say."""
        outline = self.outline
        start, stop = outline.starts[i], outline.stops[i]
        unseen = self.unseen
        pieces: list[str] = []
        for j in unseen[bisect_left(unseen, i):bisect_left(unseen, outline.ends[i])]:
            if outline.starts[j] >= start:
                pieces += outline.pieces[start:outline.starts[j]]
                start = outline.stops[j]
        return pieces + outline.pieces[start:stop]

    @cached_property
    def unseen(self) -> list[int]:
        """The elements that only screen readers say, or editors of a wiki see."""
        return [i for i in self.marked if self.marks[i] & Mark.UNSEEN]

    def is_chrome(self, i: int) -> bool:
        """Whether element `i` stands in a menu, the page's header or footer, a comment list or a notice."""
        starts, ends = self._chrome
        place = bisect_right(starts, i) - 1
        return place >= 0 and i < ends[place]

    @cached_property
    def _chrome(self) -> tuple[list[int], list[int]]:
        return find_chrome(self)

    @cached_property
    def body(self) -> tuple[int, int]:
        """A first guess at the body: its container, and the last element of running text in it."""
        return guess_body(self.outline, [run for run, (before, upto) in zip(
            self.outline.runs, pairwise(self._prose), strict=True) if before < upto])

    def ends_text(self, i: int) -> bool:
        """Whether the page's own text, of more than a few summaries, ends inside element `i`."""
        body, last = self.body
        return self.outline.inside(last, i) and self.prose(body) >= _LEAST_BODY

    @cached_property
    def is_digest(self) -> bool:
        """Whether links alone, each above a text on it, are a fourth of the body's lines: headlines."""
        body, tags = self.body[0], self.outline.tags
        lines = [run for run in self.outline.runs_in(body) if self.outline.parents[run.element] == body]
        told = sum(run.link_chars >= len(run.text) and not below.link_chars and tags[below.element] not in HEADINGS
                   for run, below in pairwise(lines))
        return 4 * told > len(lines)

    @cached_property
    def title(self) -> int:
        """The first `<h1>`; 0 where there is none."""
        return self.outline.by_tag.get("h1", (0,))[0]

    @cached_property
    def text_end(self) -> int:
        """The last paragraph of the body, which may be shorter than running text is."""
        return last_paragraph(self.outline, self.body[1])

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


@lru_cache(maxsize=1 << 12)
def _target_on(site: str, href: str) -> Target | None:
    """Where a link that begins with a slash leads, the same on every page of a site."""
    return target_of(url) if (url := rooted(site, href)) else None


_opens = Memory(may_announce)
