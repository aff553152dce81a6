"""What stands between the crawl and the network: private addresses, robots.txt, validators, politeness."""

from scrapy.exceptions import IgnoreRequest


class Refused(IgnoreRequest):
    """The address is not ours to fetch: robots.txt forbids it, or it lies on a private network."""


class RobotsUnreachable(Exception):
    """robots.txt can't be had, so nothing of the host may be fetched for now (RFC 9309, section 2.3.1.4)."""
