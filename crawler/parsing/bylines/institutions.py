"""Whether a name is an institution's, by words of some fifty languages. Pure."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from crawler.parsing.bylines.words import AGENCIES
from crawler.parsing.word_files import word_tables

_APART = re.compile(r"[\s,/&()’'-]+")
_SITE = re.compile(r"\w\.(?:com|org|net|de|fr|is|be|uk|eu|gov|info|io)$")
_LEAST_CLOSED = 3       # signs of a name that a word closes: "外交部", but not the surname "阿部"
_LEAST_FAR = 4          # and that one closes which a name of three signs may end with: "환경정책실", but not "김영실"
_MOST_OPENED = 9        # words of a name that opens as an institution's


class _Words(NamedTuple):
    anywhere: frozenset[str]
    first: frozenset[str]
    endings: tuple[str, ...]
    closing: tuple[str, ...]
    opening: tuple[str, ...]
    far: tuple[str, ...]
    subjects: frozenset[str]
    countries: tuple[str, ...]


@cache
def _words() -> _Words:
    tables = word_tables("bylines/institutions.txt")
    anywhere, first = frozenset(tables["word"]), frozenset(tables["first"])
    return _Words(anywhere, first, tables["ending"], tables["close"], tables["open"], tables["far"],
                  frozenset(tables["subject"]), tuple(f" {country}" for country in tables["country"]))


def is_institution(name: str) -> bool:
    """Whether the name is an institution's, by a word of it or as a known agency's.

    >>> is_institution("Bundesministerium der Finanzen"), is_institution("国家统计局"), is_institution("Anna Weber")
    (True, True, False)
    """
    lowered, known = name.lower(), _words()
    words = [word for word in _APART.split(lowered) if word]
    if lowered in AGENCIES or not known.anywhere.isdisjoint(words) or (len(words) > 1 and words[0] in known.first):
        return True
    if any(word.endswith(known.endings) and word not in known.endings for word in words):
        return True
    if not lowered.isascii() and (lowered.startswith(known.opening) or (
            len(lowered) >= _LEAST_CLOSED and lowered.endswith(known.closing)) or (
            len(lowered) >= _LEAST_FAR and lowered.endswith(known.far))):
        return True
    return is_national(name) or _SITE.search(lowered) is not None


def names_subject(words: Iterable[str]) -> bool:
    """Whether one of these words, in small letters, is what public bodies are for, and no name: "fisheries"."""
    return not _words().subjects.isdisjoint(words)


def is_national(name: str) -> bool:
    """Whether a name tells a subject and the country whose body is for it: "Health Canada"."""
    lowered = name.lower()
    return lowered.endswith(_words().countries) and names_subject(_APART.split(lowered)[:-1])


def opens_as_institution(name: str) -> bool:
    """Whether a name begins with what the institution is, as its small words may follow: "Office fédéral de la …"."""
    words, known = _APART.split(name.lower()), _words()
    return len(words) <= _MOST_OPENED and (words[0] in known.anywhere or words[0] in known.first)
