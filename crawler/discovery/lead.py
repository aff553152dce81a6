"""What a listing gives: Leads, addresses that may be worth fetching; or the word that it is none."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["page", "listing", "sitemap", "feed"]
Origin = Literal["start", "robots", "usual place", "sitemap", "feed", "head", "next", "link", "file", "moved"]


class NotAListing(Exception):
    """What was fetched as a sitemap or a feed is none; says what it is instead."""


@dataclass(frozen=True, slots=True)
class Lead:
    """One address offered by a listing; what the listing says of it is evidence, never trusted over the page."""

    url: str                  # clean and absolute
    found_in: str             # address of the listing
    kind: Kind = "page"       # how what stands there is to be read
    origin: Origin = "link"
    title: str | None = None
    date: str | None = None   # ISO 8601, as precise as the listing: published, or last changed
