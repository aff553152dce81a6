"""Address and heading -> what every site has besides its publications: contacts, logins, lists by name, errors. Pure.

The heading says no more than that, and the address is as short: a report may well be called "Privacy".
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
_PEOPLE = frozenset("""
team people person persons staff expert experts author authors profile profiles our-team our-people our-staff scholars
fellows contributor contributors autor autoren autores autora auteur auteurs mitarbeiter mitarbeitende equipe équipe
equipo personas medewerkers medarbetare ansatte ludzie
""".split())
_LONGEST_RANK = 12            # characters of "Prof. Dr. " before a name
_LONGEST = 60                 # characters of such a heading
_REASONS = {"site": "a page about the site itself", "login": "a login page", "listing": "an index or listing",
            "error": "an error page"}


def read_site_page(outline: Outline, *, few: bool) -> tuple[str, str] | None:
    """What kind of page it is, and its reason in words; `few` tells whether it has hardly a paragraph."""
    heading = outline.heading
    if few and _is_profile(outline.document.url, heading):
        return "site", f"a page about a person: {heading}"
    kind = _headings().get(fold(heading)) if 0 < len(heading) <= _LONGEST else None
    if kind is None or not (few or kind == "site") or not (kind == "error" or _may_hold(outline.document.url, kind)):
        return None
    said = "its heading says no more than" if kind in {"error", "listing"} else "its address and its heading say so:"
    return kind, f"{_REASONS[kind]}: {said} “{heading}”"


def _is_profile(url: str, heading: str) -> bool:
    """Whether a page in a folder of people is headed by a name and nothing else."""
    folder, _, _ = urlsplit(url).path.rstrip("/").rpartition("/")
    if not 0 < len(heading) <= _LONGEST or _PEOPLE.isdisjoint(_segments(folder)[-1:]):
        return False
    name = read_name(heading)
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
    return not parts.query and len(segments) <= 1 and _NAME.fullmatch("".join(segments)) is not None


def _segments(path: str) -> list[str]:
    return [segment for segment in unquote(path).lower().split("/") if segment]


@cache
def _headings() -> dict[str, str]:
    """Heading -> kind; one that is of two kinds is of the first."""
    found: dict[str, str] = {}
    for kind, listed in word_tables("judgement/headings.txt").items():
        for heading in listed:
            found.setdefault(fold(heading), kind)
    return found
