"""Bytes that list publications -> Leads. Pure: Scrapy fetches, the frontier remembers, this only reads.

    robots.txt ─> sitemap ─> Lead      feed ─> Lead      listing (any HTML page) ─> Lead
"""

from collections.abc import Callable

from crawler.discovery.feed import read_feed
from crawler.discovery.lead import Kind, Lead, NotAListing, Origin
from crawler.discovery.sitemap import read_sitemap

__all__ = ["READERS", "Kind", "Lead", "NotAListing", "Origin"]

# kind of listing -> its reader: (body, address) -> leads; raises NotAListing for anything else
READERS: dict[str, Callable[[bytes, str], tuple[Lead, ...]]] = {"sitemap": read_sitemap, "feed": read_feed}
