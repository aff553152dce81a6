"""A source: what is known of one publisher, as a frozen value read from a few lines of TOML.

In: `KEY.toml` from the user's own folder (`sources/` here, or POLICY_ARCHIVE_SOURCES) or from the catalogue that
ships with the package; the user's file wins. Out: `Source`. Anything unknown or malformed in a file is WrongUse with
file, line and the nearest right key. `source_of_url` gives the source of a site that nobody has described.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from archive.errors import WrongUse
from archive.urls import clean_url, is_web_address
from crawler.parsing.hints import HINT_NAMES, NO_HINTS, Hints, read_hints
from crawler.source_table import Table, load_table

CATALOGUE = Path(__file__).parent / "sources"
EXPECTED_FIELDS = ("title", "dek", "published", "modified", "authors", "language", "section", "topics", "text",
                   "related", "links", "attachments", "images", "share_links")
KNOWN = {
    "": ("name", "home", "country", "languages", "licence", "verified", "javascript", "every", "hours", "timezone",
         "max_pages", "max_minutes", "captures", "discover", "hints", "politeness", "expect"),
    "discover": ("start", "sitemaps", "feeds", "listings", "hosts", "accept", "refuse"),
    "hints": HINT_NAMES,
    "politeness": ("delay", "per_host", "user_agent", "robots", "noarchive", "noindex"),
    "expect": ("publications", "filled"),
    "expect.publications": ("min", "max"),
    "expect.filled": EXPECTED_FIELDS,
}


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

    def owns(self, url: str) -> bool:
        """Whether the address lies on a host of the publisher: `home`'s (with or without www) or one in `hosts`."""
        host = _host(url)
        return any(host.endswith(own) if own.startswith(".") else host == own.removeprefix("www.")
                   for own in (_host(self.home), *self.discover.hosts))

    def refuses(self, url: str) -> bool:
        """Whether a refuse pattern matches, or the address is not the publisher's."""
        return not self.owns(url) or _matches(self.discover.refuse, url)

    def wants(self, url: str) -> bool:
        """Whether the address may be a publication of the source: own host, not refused, accepted where it says."""
        return not self.refuses(url) and (not self.discover.accept or _matches(self.discover.accept, url))


def load_source(key: str) -> Source:
    """The source of that key (or at that path, if it ends in `.toml`); WrongUse where there is none or it is bad."""
    if key.endswith(".toml"):
        return read_source(Path(key))
    files = source_files()
    if key not in files:
        near = get_close_matches(key, files, 1)
        advice = f"did you mean '{near[0]}'?" if near else "`policy-archive sources list` shows them all"
        raise WrongUse(f"no source '{key}'; {advice}")
    return read_source(files[key])


def load_sources() -> dict[str, Source]:
    """Every source by key, sorted; WrongUse for the first bad file."""
    return {key: read_source(path) for key, path in source_files().items()}


def hints_of(source: str) -> Hints:
    """The hints of the source with this key; none where no file describes it."""
    return load_source(source).hints if source and source in source_files() else NO_HINTS


def source_files() -> dict[str, Path]:
    """Key -> file of every source, sorted by key; the user's own file stands before the shipped one."""
    found = {path.stem: path for folder in (CATALOGUE, own_folder()) for path in sorted(folder.glob("*.toml"))}
    return dict(sorted(found.items()))


def own_folder() -> Path:
    """Where the user's own source files stand: POLICY_ARCHIVE_SOURCES, else `sources` in the working folder."""
    return Path(os.environ.get("POLICY_ARCHIVE_SOURCES") or "sources")


def source_of_url(url: str) -> Source:
    """The source of a bare address: keyed and named by its host, nothing else known.

    >>> source_of_url("https://www.example.org/news/").key
    'example.org'
    """
    if not is_web_address(url):
        raise WrongUse(f"'{url}' is no web address; write it with its scheme, as in https://example.org/")
    key, url = _host(url), _ascii(url)
    parts = urlsplit(url)
    return Source(key=key, name=key, home=f"{parts.scheme}://{parts.netloc}/", discover=Discover(start=(url,)))


def read_source(path: Path) -> Source:
    """The source that a TOML file describes, keyed by the file's name; WrongUse with file and line if it is bad."""
    top = load_table(path)
    top.only(KNOWN)
    name, home = top.text("name"), top.text("home")
    if name is None or home is None:
        raise top.wrong(f"a source needs '{'name' if name is None else 'home'}'")
    _check_url(top, "home", home)
    return Source(
        key=path.stem, name=name, home=_ascii(home), country=next(iter(top.shaped("country", "[a-z]{2}", "be")), None),
        languages=top.shaped("languages", "[a-z]{2,3}(-[a-z0-9]{2,8})*", "en"), licence=top.text("licence"),
        verified=top.truth("verified", False), javascript=top.truth("javascript", False),
        every=_read_every(top), hours=_read_hours(top), max_pages=top.whole("max_pages"),
        max_minutes=top.number("max_minutes"), captures=top.truth("captures", True), discover=_read_discover(top),
        hints=_read_hints(top), politeness=_read_politeness(top), expect=_read_expect(top), path=path)


def _read_every(top: Table) -> timedelta:
    text = top.text("every") or "1d"
    match = re.fullmatch(r"(\d+)\s*([mhdw])", text)
    if not match or not int(match[1]):
        raise top.wrong(f"'every' must be a number and m, h, d or w, as in \"12h\"; it is {text!r}", "every")
    unit = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}[match[2]]
    return timedelta(**{unit: int(match[1])})


def _read_hours(top: Table) -> Hours | None:
    text, zone = top.text("hours"), top.text("timezone") or "UTC"
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise top.wrong(f"'timezone' {zone!r} is unknown; write it as in \"Europe/Brussels\"", "timezone") from error
    if text is None:
        return None
    try:
        start, end = (time.fromisoformat(part.strip().zfill(5)) for part in text.split("-"))
    except ValueError as error:
        raise top.wrong(f"'hours' must be two times, as in \"22:00-06:00\"; it is {text!r}", "hours") from error
    return Hours(start, end, zone)


def _read_discover(top: Table) -> Discover:
    table = top.table("discover")
    table.only(KNOWN)
    urls = {key: table.texts(key) for key in ("start", "sitemaps", "feeds", "listings")}
    for key, listed in urls.items():
        for url in listed:
            _check_url(table, key, url)
    hosts = table.shaped("hosts", r"\.?[^\s/:@?#]+(:\d+)?", "papers.example")
    return Discover(**urls, hosts=tuple(map(str.lower, hosts)), accept=_read_patterns(table, "accept"),
                    refuse=_read_patterns(table, "refuse"))


def _read_patterns(table: Table, key: str) -> tuple[re.Pattern[str], ...]:
    patterns = []
    for text in table.texts(key):
        try:
            patterns.append(re.compile(text))
        except re.error as error:
            raise table.wrong(f"'{key}' in [discover]: bad pattern {text!r} ({error})", key, text) from error
    return tuple(patterns)


def _read_hints(top: Table) -> Hints:
    table = top.table("hints")
    table.only(KNOWN)
    hints: dict[str, tuple[str, ...]] = {}
    for key in table:
        for written in table.texts(key):
            try:
                read_hints({key: (written,)})
            except ValueError as error:
                raise table.wrong(f"'{key}' in [hints]: {error}", key, written) from error
        hints[key] = table.texts(key)
    return read_hints(hints)


def _read_politeness(top: Table) -> Politeness:
    table = top.table("politeness")
    table.only(KNOWN)
    return Politeness(
        delay_seconds=table.number("delay"), per_host=table.whole("per_host"), user_agent=table.text("user_agent"),
        robots=table.truth("robots", True), noarchive=table.truth("noarchive", True),
        noindex=table.truth("noindex", False))


def _read_expect(top: Table) -> Expect:
    table = top.table("expect")
    table.only(KNOWN)
    bounds, filled = table.table("publications"), table.table("filled")
    bounds.only(KNOWN)
    filled.only(KNOWN)
    shares = {key: filled.number(key, most=1) or 0.0 for key in filled}
    return Expect(*bounds.bounds(), shares)


def _check_url(table: Table, key: str, url: str) -> None:
    if not is_web_address(url):
        raise table.wrong(f"'{key}': {url!r} is no web address; write it with http:// or https://", key, url)


def _ascii(url: str) -> str:
    """The address as it is asked for, its host in the letters of DNS."""
    return url if url.isascii() and url.startswith("http") else clean_url(url)


def _host(url: str) -> str:
    """Host without www, with the port where the address names one."""
    parts = urlsplit(url)
    return (parts.hostname or "").removeprefix("www.") + (f":{parts.port}" if parts.port else "")


def _matches(patterns: tuple[re.Pattern[str], ...], url: str) -> bool:
    """Whether a pattern is found in host and path; one that names `?` (escaped) sees the query as well.

    Never the whole address: share buttons carry a publication's address in their query, and would match.
    """
    parts = urlsplit(url)
    plain = f"{(parts.hostname or '').removeprefix('www.')}{parts.path or '/'}"
    return any(pattern.search(f"{plain}?{parts.query}" if r"\?" in pattern.pattern else plain)
               for pattern in patterns)
