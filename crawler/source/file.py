"""TOML -> Source: where the files of sources stand, and what their keys mean.

In: `KEY.toml` from the user's own folder (`sources/` here, or POLICY_ARCHIVE_SOURCES) or from the catalogue that
ships with the package; the user's file wins. Out: `Source`. Anything unknown or malformed in a file is WrongUse with
file, line and the nearest right key.
"""

import os
import re
from datetime import time, timedelta
from difflib import get_close_matches
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from archive.errors import WrongUse
from crawler.hints import HINT_NAMES, NO_HINTS, Hints, read_hints
from crawler.source import EXPECTED_FIELDS, Discover, Expect, Hours, Politeness, Source, address_fault, ascii_url
from crawler.source.table import Table, load_table

CATALOGUE = Path(__file__).parents[1] / "sources"
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


def load_source(key: str) -> Source:
    """The source of that key (or at that path, if it ends in `.toml`); WrongUse where there is none or it is bad."""
    if key.endswith(".toml"):
        return read_source(Path(key))
    files = source_files()
    if key not in files:
        near = get_close_matches(key, files, 1)
        advice = f"did you mean '{near[0]}'?" if near else "`policy-archive sources list` shows them all"
        advice = "; ".join([advice, *map(str, _folder_faults())])
        raise WrongUse(f"no source '{key}'; {advice}")
    return read_source(files[key])


def load_sources() -> tuple[dict[str, Source], tuple[WrongUse, ...]]:
    """Every source whose file can be read, by key, sorted; and what is wrong with the other files."""
    sources, faults = dict[str, Source](), _folder_faults()
    for key, path in source_files().items():
        try:
            sources[key] = read_source(path)
        except WrongUse as fault:
            faults.append(fault)
    return sources, tuple(faults)


def hints_of(source: str) -> Hints:
    """The hints of the source with this key; none where no file describes it."""
    return load_source(source).hints if source and source in source_files() else NO_HINTS


def source_files() -> dict[str, Path]:
    """Key -> file of every source, sorted by key; the user's own file stands before the shipped one."""
    found = {path.stem: path for folder in (CATALOGUE, own_folder()) for path in sorted(folder.glob("*.toml"))}
    return dict(sorted(found.items()))


def _folder_faults() -> list[WrongUse]:
    """What is wrong with the user's own folder: that there is none where POLICY_ARCHIVE_SOURCES names it."""
    named = bool(os.environ.get("POLICY_ARCHIVE_SOURCES")) and not own_folder().is_dir()
    return [WrongUse(f"POLICY_ARCHIVE_SOURCES: there is no folder {own_folder()}")] if named else []


def own_folder() -> Path:
    """Where the user's own source files stand: POLICY_ARCHIVE_SOURCES, else `sources` in the working folder."""
    return Path(os.environ.get("POLICY_ARCHIVE_SOURCES") or "sources")


def read_source(path: Path) -> Source:
    """The source that a TOML file describes, keyed by the file's name; WrongUse with file and line if it is bad."""
    top = load_table(path)
    top.only(KNOWN)
    name, home = top.text("name"), top.text("home")
    if name is None or home is None:
        raise top.wrong(f"a source needs '{'name' if name is None else 'home'}'")
    _check_url(top, "home", home)
    return Source(
        key=path.stem, name=name, home=ascii_url(home),
        country=next(iter(top.shaped("country", "[a-z]{2}", "be")), None),
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
    if fault := address_fault(url):
        raise table.wrong(f"'{key}': {fault}", key, url)
