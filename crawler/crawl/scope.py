"""Which leads of a page are worth an offer to the frontier, and in which order they are fetched. Pure."""

from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

from archive.frontier import Offer
from archive.urls import host_of, same_publisher
from crawler.discovery.addresses import SEARCH, index_reason, is_older_part, refusal
from crawler.discovery.dates import epoch
from crawler.discovery.lead import Lead
from crawler.parsing.publisher import publisher_host
from crawler.source import Source

MOST_DEPTH = 16                # steps by links
# Fetched first: what lists publications, then dated pages newest first, other pages, further pages of lists.
DOORS, LISTS, DATED, PAGES, INDEXES, NEXT, FILES = 4_000_000, 3_000_000, 1_000_000, 900_000, 800_000, 700_000, 100_000
_VOUCHED = frozenset({"start", "robots", "usual place", "sitemap", "feed", "moved"})


@dataclass(slots=True)
class Scope:
    """What belongs to a crawl of one source."""

    source: Source
    since: str | None = None
    hosts: set[str] = field(default_factory=set)  # further hosts that the home page moved to
    homes: set[str] = field(default_factory=set)  # keys of addresses where the home page sends the reader

    def offer(self, lead: Lead, *, found_in: int | None, depth: int) -> Offer | None:
        """The lead as an offer; None where it is not worth fetching."""
        if not self._belongs(lead):
            return None
        if lead.kind in ("page", "listing") and not self._is_worth_it(lead, depth):
            return None
        return Offer(url=lead.url, kind=lead.kind, origin=lead.origin, found_in=found_in, depth=depth,
                     title=lead.title, date=lead.date, priority=priority(lead, depth),
                     changed_since=epoch(lead.date) if lead.origin in ("sitemap", "feed") else None,
                     sent=lead.sent, published=lead.published)

    def owns(self, url: str) -> bool:
        """Whether the address is the publisher's."""
        return self.source.owns(url) or host_of(url) in self.hosts

    def is_near(self, url: str) -> bool:
        """Whether the address lies on a host of the publisher, its own or not: their registered names are one."""
        return publisher_host(url) == publisher_host(self.source.home)

    def at_home(self, leads: tuple[Lead, ...]) -> tuple[Lead, ...]:
        """The leads of one of the publisher's sitemaps; on its own host, where all name one host of somebody else's.

        Such a list was made where the site was built, or under the name of the machine behind it. Nothing vouches for
        what stands at these addresses.
        """
        [host, *others] = {host_of(lead.url) for lead in leads} or {""}
        if others or not host or self.owns(leads[0].url) or self.is_near(leads[0].url):
            return leads
        scheme, place = urlsplit(self.source.home)[:2]
        moved = (urlsplit(lead.url)._replace(scheme=scheme, netloc=place).geturl() for lead in leads)
        return tuple(lead._replace(url=url, origin="link" if lead.kind == "page" else lead.origin)
                     for lead, url in zip(leads, moved, strict=True))

    def _belongs(self, lead: Lead) -> bool:
        if self.owns(lead.url):
            return not self.source.refuses(lead.url) or host_of(lead.url) in self.hosts
        if lead.kind in ("sitemap", "feed"):  # lists may stand on another host of the publisher
            return lead.origin == "robots" or same_publisher(lead.url, self.source.home)
        return False

    def _is_worth_it(self, lead: Lead, depth: int) -> bool:
        if depth > MOST_DEPTH or (refusal(lead.url) and not _goes_on(lead)):
            return False
        if self.since and lead.date and lead.date[:10] < self.since[:len(lead.date)]:
            return False
        # a list the publisher keeps is believed; links lead to lists as well, so the page has to tell
        return lead.origin not in ("sitemap", "feed") or self.source.wants(lead.url) or host_of(lead.url) in self.hosts


def depth_of(lead: Lead, found_at: int, *, on_publication: bool = False) -> int:
    """Steps from a start point; a further page of a list is none, nor is the way from one publication to the next."""
    return found_at if on_publication or lead.origin in ("next", "sitemap", "feed", "robots") else found_at + 1


def is_vouched(origin: str) -> bool:
    """Whether the publisher itself lists the address, so that no budget holds it back."""
    return origin in _VOUCHED


def is_file(url: str, origin: str) -> bool:
    """Whether the address is a PDF by its name, or by what the link to it says."""
    return origin == "file" or urlsplit(url).path.lower().endswith(".pdf")


def priority(lead: Lead, depth: int) -> int:
    """The order of fetching: higher first."""
    if lead.kind in ("sitemap", "feed") or lead.origin == "start":
        return LISTS
    if is_file(lead.url, lead.origin):
        return FILES           # after the pages that may turn out to own it
    if lead.origin == "next" or lead.kind == "listing":
        return NEXT - depth
    if index_reason(lead.url):
        return INDEXES - depth
    if lead.date and (moment := epoch(lead.date)) is not None:
        return DATED + datetime.fromtimestamp(max(moment, 0)).toordinal()  # noqa: DTZ006 - only the order counts
    # plain addresses first: one with a query is more often another spelling of the same page
    return (DATED if lead.origin in ("sitemap", "feed") else PAGES) - depth - 100 * ("?" in lead.url)


def _goes_on(lead: Lead) -> bool:
    """Whether a list goes on at an address that none would otherwise be fetched from."""
    return lead.origin == "next" and (urlsplit(lead.url).path.lower().endswith(".json") or (
        refusal(lead.url) == SEARCH and is_older_part(lead.url)))
