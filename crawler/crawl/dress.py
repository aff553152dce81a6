"""Which parts of an address show a kept page in another dress: printed, or under a language it was not translated into.

Learned from twins: a site whose menu has 24 languages answers most of them with the text it has. Once several pages
said the same with one part put in or exchanged (`?print=Y`, `.print`, `_bg` for `_en`), and no kept page bears it, what
differs from a known address by it alone is not asked for. Pure but for the state.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable

LEAST_PAGES = 8                # that say the same: few may be translated, and the first of them late
MOST_PARTS = 60                # being learned: where each visit has a part of its own none is ever learned
MOST_PIECES = 6                # of an address put in; and one may be taken out for them
_PIECE = re.compile(r"([/?&=._])")
_EDGES = "/?&=._"

Part = tuple[str, str]         # what was put in, and what was taken out for it


class Dress:
    """What is known of the addresses of one source."""

    def __init__(self, twins: Iterable[tuple[str, str]], kept_with: Callable[[str], Iterable[str]]) -> None:
        """`kept_with` tells the kept addresses that hold a string."""
        self._kept_with = kept_with
        self._pages: dict[Part, set[str]] = defaultdict(set)
        self._plain: dict[str, str] = {}
        self._worn: re.Pattern[str] | None = None
        for one, other in twins:
            self.note_twins(one, other)

    def note_twins(self, url: str, kept: str) -> bool:
        """The first address shows what is kept at the second; whether more of them may teach something.

        >>> pages = [f"https://example.org/news/{n}" for n in range(9)]
        >>> dress = Dress(((f"{page}_bg", f"{page}_en") for page in pages), kept_with=lambda part: pages)
        >>> dress.plain("https://example.org/list_bg?page=3")
        'https://example.org/list_en?page=3'
        """
        part = _difference(url, kept)
        if part is None or (part not in self._pages and len(self._pages) >= MOST_PARTS):
            return False
        self._pages[part].add(kept)
        if len(self._pages[part]) == LEAST_PAGES and not any(
                re.search(_bounded(part[0]), known) for known in self._kept_with(part[0])):
            self._know({**self._plain, part[0]: part[1]})
        return True

    def note_kept(self, url: str) -> None:
        """A page that says something of its own: what its address bears makes a difference."""
        if self._worn is not None and (found := self._worn.search(url)):
            self._know({put_in: taken for put_in, taken in self._plain.items() if put_in != found[0]})

    def plain(self, url: str) -> str | None:
        """The address of the same page in its own dress; None where none is known."""
        if self._worn is None or (found := self._worn.search(url)) is None:
            return None
        return f"{url[:found.start()]}{self._plain[found[0]]}{url[found.end():]}"

    def _know(self, parts: dict[str, str]) -> None:
        self._plain = parts
        self._worn = re.compile("|".join(map(_bounded, parts))) if parts else None


def _difference(url: str, kept: str) -> Part | None:
    """What one address has in the place of what the other has: a few whole pieces, in one place."""
    ours, others = _PIECE.split(url), _PIECE.split(kept)
    least = min(len(ours), len(others))
    begin = next((i for i in range(least) if ours[i] != others[i]), least)
    end = next((i for i in range(least - begin) if ours[-1 - i] != others[-1 - i]), least - begin)
    put_in, taken = "".join(ours[begin:len(ours) - end]), "".join(others[begin:len(others) - end])
    if len(ours) - end - begin > MOST_PIECES or len(others) - end - begin > 1 or not re.search("[a-z]", put_in):
        return None
    return put_in, taken


def _bounded(part: str) -> str:
    before = "" if part[0] in _EDGES else f"(?<![^{_EDGES}])"
    return f"{before}{re.escape(part)}{'' if part[-1] in _EDGES else f'(?![^{_EDGES}])'}"
