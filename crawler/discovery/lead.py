"""What a listing gives: Leads, addresses that may be worth fetching; or the word that it is none."""

from typing import Literal, NamedTuple

Kind = Literal["page", "listing", "sitemap", "feed"]
Origin = Literal["start", "robots", "usual place", "sitemap", "feed", "head", "next", "link", "file", "moved", "door"]


class NotAListing(Exception):
    """What was fetched as a sitemap or a feed is none; says what it is instead."""


class Lead(NamedTuple):
    """One address offered by a listing; what the listing says of it is evidence, never trusted over the page.

    A named tuple, because a page makes a hundred and more of them: it is made in a third of a frozen dataclass's time.
    """

    url: str                  # clean and absolute
    found_in: str             # address of the listing
    kind: Kind = "page"       # how what stands there is to be read
    origin: Origin = "link"
    title: str | None = None
    date: str | None = None   # ISO 8601, as precise as the listing: published, or last changed
    published: str | None = None  # ISO 8601, where the listing says when it was published
    sent: str | None = None   # where a form is sent by POST for what stands there, a space, and its fields


def mark_of(url: str, published: str | None) -> str:
    """What is remembered of a lead that was told before: one that tells a day as well is another."""
    return url if published is None else f"{url} {published}"
