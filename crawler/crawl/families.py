"""How often addresses of one make were fetched in vain: what ends calendars, facets and mazes. Pure.

A page gives something when it is a publication, or shows an address of another living family that its own family has
not shown before. Pagination does so page after page; an endless calendar shows only itself.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from crawler.discovery.addresses import family, folder

BUDGET = 25                    # fetched in vain before a family is left alone
FOLDER_BUDGET = 40             # and before a whole folder is that never gave a publication
PROBES = 2                     # of each family, though its folder is spent
CREDIT = 5                     # what a page that gave something buys back
MOST_IN_VAIN = 20              # pages of a family fetched for each it gave, before its addresses promise no more
ONE_IN = 4                     # of a family is a publication: then it is never left alone
MOST_SHOWN = 20_000            # addresses remembered a family
# Addresses of a make that gave nothing yet by which pages of another live on: where it was not tried, and where it was.
# Menus may give every link a number of its own.
MOST_PROMISED, MOST_PROMISED_IN_VAIN = 500, 25


@dataclass(slots=True)
class Family:
    """The record of one family."""

    fetched: int = 0
    kept: int = 0
    barren: int = 0
    shown: set[int] = field(default_factory=set)
    promised: Counter[str] = field(default_factory=Counter)

    @property
    def alive(self) -> bool:
        """Whether it may still give something."""
        return self.barren < BUDGET or self.kept * ONE_IN >= self.fetched


class Families:
    """The families of one source."""

    def __init__(self, known: dict[str, tuple[int, int, int]]) -> None:
        self._all = {name: Family(*counts) for name, counts in known.items()}
        self._touched: set[str] = set()
        self._probed = Counter[str]()

    def allow(self, url: str) -> bool:
        """Whether the address belongs to a family that may still give something.

        >>> Families({"/calendar/#/#": (25, 0, 25)}).allow("https://example.org/calendar/2031/05")
        False
        """
        found, around = self._all.get(family(url)), self._all.get(folder(url))
        if found is None or found.fetched < PROBES:
            return True
        return found.alive and (around is None or around.kept > 0 or around.barren < FOLDER_BUDGET)

    def gave(self, url: str) -> bool:
        """Whether addresses of this make were publications."""
        found = self._all.get(family(url))
        return found is not None and found.kept > 0

    def wants_probe(self, url: str) -> bool:
        """Whether the address is to be tried before others: a new make, in a folder that has given nothing yet.

        All lists of a folder may come before the first thing they list, and spend what the folder has.
        """
        name, around = family(url), self._all.get(folder(url))
        if around is None or around.kept or around.fetched < PROBES or name in self._all:
            return False
        if self._probed[name] >= PROBES:
            return False
        self._probed[name] += 1
        return True

    def note(self, url: str, *, kept: bool, leads: Iterable[str] = ()) -> None:
        """Count a page that was fetched, and what it led to."""
        name = family(url)
        own = self._all.setdefault(name, Family())
        fresh, outside = (0, 0) if kept else self._show(own, name, folder(url), leads)
        own.fetched += 1
        own.kept += kept
        own.barren = max(0, own.barren - CREDIT) if kept or fresh else own.barren + 1
        self._touched.add(name)
        if (around := folder(url)) != name:
            whole = self._all.setdefault(around, Family())
            whole.fetched, whole.kept = whole.fetched + 1, whole.kept + kept
            whole.barren = 0 if kept else max(0, whole.barren - CREDIT) if outside else whole.barren + 1
            self._touched.add(around)

    def note_missing(self, url: str) -> None:
        """Count an address where nothing is: a make of which nothing was ever found ends like any other in vain."""
        own = self._all.setdefault(family(url), Family())
        own.fetched += 1
        own.barren += not own.kept
        self._touched.add(family(url))

    def changes(self) -> list[tuple[str, int, int, int]]:
        """What was counted since the last call: (family, fetched, kept, barren)."""
        changed = [(name, found.fetched, found.kept, found.barren)
                   for name in sorted(self._touched) if (found := self._all[name])]
        self._touched.clear()
        return changed

    def _show(self, own: Family, name: str, around: str, leads: Iterable[str]) -> tuple[int, int]:
        """How many promising addresses the family had not shown before; and how many of them lie outside its folder."""
        fresh = outside = 0
        for lead in leads:
            other = family(lead)
            same_path = other.partition("?")[0] == name.partition("?")[0]
            if not self._promises(other, own.promised[other], least_kept=1 if same_path else 0):
                continue
            mark = hash(lead)
            if mark not in own.shown:
                fresh += 1
                own.promised[other] += 1
                outside += folder(lead) != around
                if len(own.shown) < MOST_SHOWN:
                    own.shown.add(mark)
        return fresh, outside

    def _promises(self, name: str, so_far: int, least_kept: int) -> bool:
        """Whether a family has given publications; or was hardly tried and promised little so far, where that does."""
        found = self._all.get(name)
        if found and found.kept:
            return found.kept * MOST_IN_VAIN >= found.fetched
        is_untried = found is None or found.fetched < PROBES
        return not least_kept and (found is None or found.fetched < BUDGET) \
            and so_far < (MOST_PROMISED if is_untried else MOST_PROMISED_IN_VAIN)
