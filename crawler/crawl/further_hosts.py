"""Further hosts of a publisher: which of them a crawl of its bare address takes in, and how the others are named.

`https://institute.example/` keeps its papers on `research.institute.example`. A host below the target's own is taken in
where the target's first page leads to it, or its sitemap or feed lists a page there: a few such hosts, none that by its
name serves visitors. A source file names its hosts itself, and a target that is one page or folder stays where it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.frontier import Address, Offer
from archive.urls import host_of, site_of
from crawler.crawl.scope import is_vouched, priority
from crawler.discovery.addresses import index_reason
from crawler.discovery.lead import Lead
from crawler.source import Source

if TYPE_CHECKING:
    from crawler.crawl import Crawl

MOST_TAKEN_IN = 3
FURTHER = "further host"               # origin of the address that led there first
_FOR_VISITORS = frozenset("""
    account accounts admin ai alumni api app apps apply assets auth beta calendar careers cdn chat cloud community data
    demo dev donate edu email events files forum forums gis give git go help hr id images img intranet jobs live login
    m mail maps media members my secure shop signup sso staging stat static statistics stats status store submit support
    survey surveys test tickets tools training tv video videos vpn webmail wiki
""".split())


def take_in(crawl: Crawl, lead: Lead, address: Address) -> bool:
    """Whether the host of a lead, not the source's so far, is taken in now; it is the source's from then on."""
    scope, host = crawl.scope, host_of(lead.url)
    from_the_top = address.origin == "start" or (lead.origin in ("sitemap", "feed") and is_vouched(address.origin))
    if not from_the_top or lead.kind == "feed" or len(scope.hosts) >= MOST_TAKEN_IN or not _may_be(crawl.source, host):
        return False
    scope.hosts.add(host)
    crawl.tally.taken_in.append(host)
    site = site_of(lead.url)
    leads = [Lead(f"{site}/", lead.found_in, "listing"), Lead(f"{site}/sitemap.xml", lead.found_in, "sitemap")]
    crawl.frontier.add_many([Offer(one.url, one.kind, FURTHER, address.address_id, 1, priority=priority(one, 1))
                             for one in leads], crawl.now)
    return True


def _may_be(source: Source, host: str) -> bool:
    """Whether a host lies below that of a bare target, and may hold publications by its name."""
    if source.path is not None or any(index_reason(start) != "an index: the home page"
                                      for start in source.discover.start):
        return False
    own = host_of(source.home)
    return host.endswith(f".{own}") and host.partition(".")[0] not in _FOR_VISITORS
