"""A source: what is known of one publisher, as a frozen value. Pure.

`file` reads one from a few lines of TOML, key by key (`table`); `source_of_url` gives that of a site which nobody has
described; `targets` finds either for what a user typed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from archive.errors import WrongUse
from archive.urls import clean_url, host_of, is_web_address, site_of
from crawler.hints import NO_HINTS, Hints

EXPECTED_FIELDS = ("title", "dek", "published", "modified", "authors", "language", "section", "topics", "text",
                   "related", "links", "attachments", "images", "share_links")


@dataclass(frozen=True, slots=True)
class Discover:
    """Where publications are listed, and which addresses are publications. All empty: look everywhere usual."""

    start: tuple[str, ...] = ()               # pages to start from besides `home`
    sitemaps: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    listings: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()               # further hosts of the publisher; ".example.org" means every subdomain
    accept: tuple[re.Pattern[str], ...] = ()  # an address is a publication only if one matches; empty: the page decides
    refuse: tuple[re.Pattern[str], ...] = ()  # never fetched

    @property
    def stated(self) -> tuple[str, ...]:
        """The addresses of everything that lists publications."""
        return (*self.sitemaps, *self.feeds, *self.listings)


@dataclass(frozen=True, slots=True)
class Politeness:
    """How gently to fetch; None leaves the general default."""

    delay_seconds: float | None = None        # least pause between two requests to one host
    per_host: int | None = None               # requests to one host at a time
    user_agent: str | None = None
    robots: bool = True                       # obey robots.txt
    noarchive: bool = True                    # obey noarchive: read the page, don't keep its bytes
    noindex: bool = False                     # obey noindex: don't keep the publication


@dataclass(frozen=True, slots=True)
class Hours:
    """The hours of the day when the source may be fetched; an end before the start means past midnight."""

    start: time
    end: time
    timezone: str = "UTC"

    def hold(self, at: datetime) -> bool:
        """Whether the aware time `at` lies within.

        >>> from datetime import UTC
        >>> Hours(time(22), time(6)).hold(datetime(2025, 1, 1, 23, tzinfo=UTC))
        True
        """
        local = at.astimezone(ZoneInfo(self.timezone)).time()
        if self.start <= self.end:
            return self.start <= local < self.end
        return local >= self.start or local < self.end


@dataclass(frozen=True, slots=True)
class Expect:
    """What a healthy run of the source looks like; a breached minimum fails the run, a breached maximum warns."""

    min_publications: int | None = None
    max_publications: int | None = None
    filled: Mapping[str, float] = field(default_factory=dict)  # field -> least share (0-1) of pages that fill it


@dataclass(frozen=True, slots=True)
class Source:
    """One publisher."""

    key: str
    name: str
    home: str
    country: str | None = None                # ISO 3166-1 alpha-2, lower case
    languages: tuple[str, ...] = ()           # BCP 47
    licence: str | None = None                # of the texts, as the publisher states it
    verified: bool = False                    # someone has checked the file against the live site
    javascript: bool = False                  # pages are rendered by a browser before they are read
    every: timedelta = timedelta(days=1)      # how often `--due` crawls it
    hours: Hours | None = None
    max_pages: int | None = None              # end a run, resumably
    max_minutes: float | None = None
    captures: bool = True                     # keep the bytes as fetched
    discover: Discover = field(default_factory=Discover)
    hints: Hints = NO_HINTS
    politeness: Politeness = field(default_factory=Politeness)
    expect: Expect = field(default_factory=Expect)
    path: Path | None = None                  # the file it was read from; None for a bare address

    @property
    def is_bounded(self) -> bool:
        """Whether a run may end before all that waits is fetched."""
        return self.max_pages is not None or self.max_minutes is not None or self.hours is not None

    def owns(self, url: str) -> bool:
        """Whether the address lies on a host of the publisher: `home`'s (with or without www) or one in `hosts`."""
        host = host_of(url)
        return any(host.endswith(own) if own.startswith(".") else host == own.removeprefix("www.")
                   for own in (host_of(self.home), *self.discover.hosts))

    def refuses(self, url: str) -> bool:
        """Whether a refuse pattern matches, or the address is not the publisher's."""
        return not self.owns(url) or _matches(self.discover.refuse, url)

    def wants(self, url: str) -> bool:
        """Whether the address may be a publication of the source: own host, not refused, accepted where it says."""
        return not self.refuses(url) and (not self.discover.accept or _matches(self.discover.accept, url))


def address_fault(url: str) -> str | None:
    """Why an address that somebody wrote can't be taken; None where it can.

    A user's name would be kept with every page, and told to whoever reads the archive.
    """
    if not is_web_address(url):
        return f"'{url}' is no web address; write it with its scheme, as in https://example.org/"
    return "an address is taken without a user's name or password in it: leave out what stands before its @" \
        if "@" in urlsplit(url).netloc else None


def source_of_url(url: str) -> Source:
    """The source of a bare address: keyed and named by its host, nothing else known.

    >>> source_of_url("https://www.example.org/news/").key
    'example.org'
    """
    if fault := address_fault(url):
        raise WrongUse(fault)
    key, url = host_of(url), ascii_url(url)
    return Source(key=key, name=key, home=f"{site_of(url)}/", discover=Discover(start=(url,)))


def ascii_url(url: str) -> str:
    """The address as it is asked for, its host in the letters of DNS."""
    return url if url.isascii() and url.startswith("http") else clean_url(url)


def _matches(patterns: tuple[re.Pattern[str], ...], url: str) -> bool:
    """Whether a pattern is found in host and path; one that names `?` (escaped) sees the query as well.

    Never the whole address: share buttons carry a publication's address in their query, and would match.
    """
    parts = urlsplit(url)
    plain = f"{(parts.hostname or '').removeprefix('www.')}{parts.path or '/'}"
    return any(pattern.search(f"{plain}?{parts.query}" if r"\?" in pattern.pattern else plain)
               for pattern in patterns)
