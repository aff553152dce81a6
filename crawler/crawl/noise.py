"""Which names in a query change nothing of the page: learned from twins. Pure but for the state.

A site may give every visit or every link numbers of its own, under any names. Pages whose addresses differ in a few
names alone and say the same tell of them; once several pages did, with a value each, addresses go without those names:
all of them where each visit has a number of its own, else those of that make. The entries of a list bear what was
chosen on it (a page, a year, a category): that changes nothing of an entry, and all of a list.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from crawler.discovery.addresses import family, names_a_page, page_number

LEAST_PAGES = 3                # that show the same under several values
MOST_AT_ONCE = 3               # names that change together
LEAST_VALUES = 3               # "lang=en" everywhere is one
LEAST_OF_A_VISIT = 1.5         # values a page: of what nobody chose no value comes again
_NUMBER_OF_A_VISIT = re.compile(r"(?=.*\d)(?:\w{10,}|[\da-f-]{36})")      # longer than a day or a place in a list


class Noise:
    """What is known of the names that one source's addresses bear."""

    def __init__(self, twins: Iterable[tuple[str, str]] = ()) -> None:
        self.names: dict[str, frozenset[str]] = {}     # by the make of addresses; "" is any
        self._same: dict[tuple[str, str], tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
        self._shown: dict[tuple[str, str], int] = {}   # page without a name, the name -> digest of what it shows
        self._tells: set[str] = set()                  # names that make a difference
        for one, other in twins:
            self.note_twins(one, other)

    def note_twins(self, one: str, other: str) -> None:
        """Pages at these addresses say the same.

        >>> noise = Noise((f"https://example.org/{n}?v={n}1", f"https://example.org/{n}?v={n}2") for n in range(3))
        >>> noise.without("https://example.org/9?v=93&id=4")
        'https://example.org/9?id=4'
        >>> board = Noise((f"https://example.org/read?no={n}&year={2020 + n}", f"https://example.org/read?no={n}")
        ...               for n in range(3))
        >>> board.without("https://example.org/read?no=9&year=2024"), board.without("https://example.org/?year=2024")
        ('https://example.org/read?no=9', 'https://example.org/?year=2024')
        >>> spelt = Noise((f"https://example.org/?v[a]={n}", f"https://example.org/?v%5Ba%5D={n}") for n in range(3))
        >>> spelt.without("https://example.org/?v[a]=9")
        'https://example.org/?v[a]=9'
        """
        differing = set(_pairs(one)) ^ set(_pairs(other))
        names = {name for name, _ in differing}
        if len(names) > MOST_AT_ONCE or not all(value for _, value in differing) \
                or _without(one, names) != _without(other, names):
            return
        make = _make(_without(one, names))
        for name in names - self._tells:
            pages, values = self._same[make, name]
            pages.add(_without(one, names))
            values.update(value for said, value in differing if said == name)
            if len(pages) >= LEAST_PAGES and len(values) >= LEAST_VALUES:
                is_of_visits = len(values) >= LEAST_OF_A_VISIT * len(pages) or all(
                    map(_NUMBER_OF_A_VISIT.fullmatch, values))
                for known in (make, "") if is_of_visits else (make,):
                    self.names[known] = self.names.get(known, frozenset()) | {name}

    def note_text(self, url: str, digest: int) -> None:
        """What the page at this address says: a name that makes a difference anywhere is none to leave out."""
        for name, _ in _pairs(url) if "?" in url else ():
            if self._shown.setdefault((_without(url, {name}), name), digest) != digest:
                self._tells.add(name)
                self.names = {make: left for make, names in self.names.items() if (left := names - {name})}

    def without(self, url: str) -> str:
        """The address without the names that change nothing; a page of a list stays one."""
        if not self.names or "?" not in url:
            return url
        names = self.names.get("", frozenset())
        for of_make in {*self.names.values()}:         # many makes bear the same names
            if self.names.get(_make(_without(url, of_make))) == of_make:
                names |= of_make
        if page_number(url) is not None:
            names = frozenset(name for name in names if not names_a_page(name))
        return _without(url, names)


@lru_cache(maxsize=1 << 12)
def _make(url: str) -> str:
    """What an address without noise is like: its path, numbers and words aside, and the names of its query."""
    path, _, query = url.partition("?")
    return f"{family(f'{path}?id')} {' '.join(sorted(pair.partition('=')[0] for pair in query.split('&')))}"


@lru_cache(maxsize=256)
def _pairs(url: str) -> tuple[tuple[str, str], ...]:
    return tuple((unquote(name), value) for name, _, value in (pair.partition("=")
                                                               for pair in urlsplit(url).query.split("&")) if name)


def _without(url: str, names: Iterable[str]) -> str:
    place, _, query = url.partition("?")
    kept = [pair for pair in query.split("&") if unquote(pair.partition("=")[0]) not in names]
    return f"{place}?{'&'.join(kept)}" if kept and kept != [""] else place
