"""Where a crawl of a source begins: what the source names, and at first the usual places of sitemaps and feeds."""

from archive.urls import site_of
from crawler.discovery.lead import Lead
from crawler.source import Source

# Where sitemaps and feeds stand when nothing says where they stand.
USUAL_SITEMAPS = ("/sitemap.xml", "/sitemap_index.xml", "/sitemap-index.xml", "/wp-sitemap.xml", "/sitemap.xml.gz",
                  "/news-sitemap.xml", "/sitemap.txt")
USUAL_FEEDS = ("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json")


def start_leads(source: Source, *, is_first: bool) -> list[Lead]:
    """The leads of the source itself; `is_first`: of its first crawl, which looks at the usual places, too."""
    discover, home = source.discover, source.home
    leads = [Lead(url, home, "listing", "start") for url in (*discover.start, *discover.listings)]
    leads += [Lead(url, home, "sitemap", "start") for url in discover.sitemaps]
    leads += [Lead(url, home, "feed", "start") for url in discover.feeds]
    if not leads or not discover.start:
        leads.insert(0, Lead(home, home, "listing", "start"))
    if is_first and not discover.sitemaps:
        leads += [Lead(site_of(home) + path, home, "sitemap", "usual place") for path in USUAL_SITEMAPS]
    if is_first and not discover.feeds:
        leads += [Lead(site_of(home) + path, home, "feed", "usual place") for path in USUAL_FEEDS]
    return leads
