"""What the frontier is offered, what it leases, what came of a visit, and when the next one is due. Pure.

Times are seconds since 1970.
"""

from dataclasses import dataclass

DAY = 86400.0
# A page that was just seen is looked at again after a day, then ever more seldom while it stays the same.
FIRST_REST = DAY
LONGEST_REST = 90 * DAY
# Nightly runs don't come to a page at the same minute every night: what is due within these hours is due now.
EARLY = DAY / 8


@dataclass(frozen=True, slots=True)
class Offer:
    """An address worth fetching, as the crawl found it."""

    url: str
    kind: str = "page"                # page, listing, sitemap, feed
    origin: str = "link"
    found_in: int | None = None
    depth: int = 0
    title: str | None = None
    date: str | None = None
    priority: int = 0
    changed_since: float | None = None  # the listing says it changed then: an older visit is repeated
    again: bool = False               # visit it once more this round though it is known
    sent: str | None = None           # where a form is sent by POST for it, a space, and its fields
    published: str | None = None      # the day that the list at `found_in` gives it


@dataclass(frozen=True, slots=True)
class Address:
    """A leased address."""

    address_id: int
    url: str
    kind: str
    origin: str
    found_in: int | None
    depth: int
    tries: int
    outcome: str | None
    visited_at: float | None
    changed_at: float | None
    etag: str | None
    last_modified: str | None
    digest: int | None
    missing_since: float | None
    title: str | None
    date: str | None
    sent: str | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """What came of fetching an address."""

    outcome: str                      # kept, rejected, twin, listed, moved, missing, gone, refused, left, ...
    changed: bool = True              # the answer differs from the one before
    answered: bool = True             # a server was asked and answered
    etag: str | None = None
    last_modified: str | None = None
    digest: int | None = None
    missing_since: float | None = None
    kind: str | None = None           # what the address turned out to be, where it isn't what it was taken for
    next_visit: float | None = None   # overrides the schedule


def next_visit(address: Address, visit: Visit, now: float) -> float:
    """When to look again: half the rest after a change, twice the rest without; between a day and a quarter.

    The rest grows with the age of the last change, as the pages of an archive do: what has been still for a month is
    looked at every month.
    """
    if visit.outcome == "missing":
        return now + DAY
    if address.visited_at is None:
        return now + FIRST_REST
    last_rest = now - address.visited_at
    rest = last_rest / 2 if visit.changed else now - address.changed_at if address.changed_at is not None \
        else 2 * last_rest     # what was never kept, such as a twin, has no change to count from
    return now + min(LONGEST_REST, max(FIRST_REST, rest))
