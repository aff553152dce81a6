"""What a run counted, and how it is told in one line."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from archive.records import Publication
from crawler.source import EXPECTED_FIELDS


@dataclass(slots=True)
class Filled:
    """How many of the publications that were read state each field."""

    read: int = 0
    fields: Counter[str] = field(default_factory=Counter)

    def note(self, publication: Publication) -> None:
        """Count one in."""
        self.read += 1
        self.fields.update({name: bool(getattr(publication, name)) for name in EXPECTED_FIELDS})

    def shares(self, *, least: int = 1) -> dict[str, float]:
        """The share of each field; empty where fewer than `least` were read."""
        return {name: found / self.read for name, found in self.fields.items()} if self.read >= least else {}


@dataclass(slots=True)
class Tally:
    """Counts of one run."""

    began_at: float
    counts: Counter[str] = field(default_factory=Counter)   # by outcome: new, changed, same, unchanged, rejected, ...
    reasons: Counter[str] = field(default_factory=Counter)  # why pages were rejected or failed
    of_pages: Filled = field(default_factory=Filled)
    of_files: Filled = field(default_factory=Filled)        # kept alone: they tell less
    host_seconds: Counter[str] = field(default_factory=Counter)
    host_pages: Counter[str] = field(default_factory=Counter)
    further_hosts: Counter[str] = field(default_factory=Counter)  # of the publisher, not crawled -> links to them
    taken_in: list[str] = field(default_factory=list)             # such hosts that are crawled from this run on
    silent_hosts: list[str] = field(default_factory=list)   # hosts of the publisher that were given up, and why
    certificates: dict[str, str | None] = field(default_factory=dict)  # host -> what is wrong with its certificate
    home_moved_to: str | None = None                        # another publisher's address, where it redirects first now
    home_missing: str | None = None                         # why nothing is there
    emptied: Mapping[str, int] = field(default_factory=dict)      # list that led to kept pages -> how many, now none
    taken_over: int = 0                                     # addresses that a killed run had in its hands

    @property
    def pages(self) -> int:
        """Answers received."""
        return self.counts["answers"]

    def line(self) -> str:
        """The counts that matter, in words.

        >>> Tally(0.0, Counter(new=2, failed=1)).line()
        '2 new, 0 changed, 0 unchanged, 0 rejected, 0 gone, 1 failed'
        """
        count = self.counts
        more = [f"{count[name]} {name}" for name in ("moved", "missing", "refused") if count[name]]
        return ", ".join([f"{count['new']} new", f"{count['changed']} changed",
                          f"{count['same'] + count['unchanged']} unchanged", f"{count['rejected']} rejected",
                          f"{count['gone']} gone", f"{count['failed']} failed", *more])

    def stats(self) -> dict[str, object]:
        """What the run's row keeps beside its own columns."""
        return {
            **dict(sorted(self.counts.items())), "taken_over": self.taken_over,
            "reasons": dict(self.reasons.most_common(20)),
            "filled": {name: round(share, 4) for name, share in sorted(self.of_pages.shares().items())},
            "slowest_hosts": {host: round(self.host_seconds[host] / self.host_pages[host], 3)
                              for host, _ in self.host_seconds.most_common(5) if self.host_pages[host]},
        }


@dataclass(frozen=True, slots=True)
class Past:
    """What earlier runs of the source came to."""

    publications: int = 0                                # kept of the source, this run included
    filled: Sequence[Mapping[str, float]] = ()           # field -> share, of the last runs that read pages
