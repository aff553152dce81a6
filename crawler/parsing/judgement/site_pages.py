"""Address and heading -> what every site has besides its publications: contacts, logins, lists by name, errors. Pure.

The heading says no more than that, and the address is as short: a report may well be called "Privacy". What a folder of
people, events, vacancies, tenders or pictures holds is told by its name, for whoever knows that it says little.
"""

import re
from functools import cache
from urllib.parse import unquote, urlsplit

from crawler.parsing.bylines.names import read_name
from crawler.parsing.furniture.addresses import may_be_publication
from crawler.parsing.outline import Outline
from crawler.parsing.site import fold
from crawler.parsing.word_files import word_tables

_LANGUAGE = re.compile(r"[a-z]{2}(?:[-_][a-z]{2})?")
_NAME = re.compile(r"[^\W\d]{0,24}(?:[-_][^\W\d]{1,20})?(?:\.\w{3,5})?")       # of a page: no headline, no number
_NARROWED = re.compile(r"(?:[\w-]+=(?:[a-zA-Z-]*|(?:19|20)\d\d)(?:&|$))*")  # "?year=2024", and no number of an entry
_LONGEST_RANK = 12            # characters of "Prof. Dr. " before a name
_LONGEST = 60                 # characters of such a heading
_ENTRIES = {"person": "a page about a person", "event": "the announcement of an event", "job": "a vacancy",
            "tender": "a call for tenders", "gallery": "a gallery of images or videos"}
_REASONS = {"site": "a page about the site itself", "login": "a login page", "listing": "an index or listing",
            "error": "an error page"}


def read_site_page(outline: Outline, *, few: bool) -> tuple[str, str] | None:
    """What kind of page it is, and its reason in words; `few` tells whether it has hardly a paragraph."""
    heading = outline.heading
    if few and _held_by(outline.document.url) == "person" and _is_name(heading):
        return "site", f"a page about a person: {heading}"
    kind = _headings().get(fold(heading)) if 0 < len(heading) <= _LONGEST else None
    if kind is None or not (few or kind == "site") or not (kind == "error" or _may_hold(outline.document.url, kind)):
        return None
    said = "its heading says no more than" if kind in {"error", "listing"} else "its address and its heading say so:"
    return kind, f"{_REASONS[kind]}: {said} “{heading}”"


def read_entry(url: str, heading: str) -> str | None:
    """What the folders of an address say that a short page in them is; None where they say nothing.

    >>> read_entry("https://city.example/de/termine/2026/fest", "Fest"), read_entry("https://city.example/termine", "")
    ('the announcement of an event', None)
    """
    kind = _held_by(url)
    if kind is None or (kind == "person" and any(word[0].islower() for word in heading.split()) and not (
            _is_name(heading))):               # "Bo Weir leaves the mill"
        return None
    return _ENTRIES[kind]


def _held_by(url: str) -> str | None:
    folders = _segments(urlsplit(url).path)[:-1]
    return next((kind for folder in reversed(folders) if (kind := _folders().get(folder))), None)


def _is_name(heading: str) -> bool:
    """Whether the heading is a person's name and nothing else."""
    name = read_name(heading) if 0 < len(heading) <= _LONGEST else None
    return name is not None and name.kind == "person" and fold(heading).endswith(fold(name.name)) and (
        len(heading) <= len(name.name) + _LONGEST_RANK)


def _may_hold(url: str, kind: str) -> bool:
    """Whether a page of this kind may stand at the address: one that no publication has, or a single word."""
    parts = urlsplit(url)
    if kind != "listing" and not may_be_publication(parts.path, ""):
        return True
    segments = _segments(parts.path)
    if segments and _LANGUAGE.fullmatch(segments[0]):
        segments = segments[1:]
    return len(segments) <= 1 and None not in (_NARROWED.fullmatch(parts.query), _NAME.fullmatch("".join(segments)))


def _segments(path: str) -> list[str]:
    return [segment for segment in unquote(path).lower().split("/") if segment]


@cache
def _folders() -> dict[str, str]:
    """Folder -> what stands in it."""
    return {folder: kind for kind, folders in word_tables("judgement/folders.txt").items() for folder in folders}


@cache
def _headings() -> dict[str, str]:
    """Heading -> kind; one that is of two kinds is of the first."""
    found: dict[str, str] = {}
    for kind, listed in word_tables("judgement/headings.txt").items():
        for heading in listed:
            found.setdefault(fold(heading), kind)
    return found
