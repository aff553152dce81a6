"""What narrows a search or an export to part of the archive, as a condition in SQL. Pure."""

import unicodedata
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from archive.search.query import Query

NAME_AT_MOST = 150                    # characters of a name that are looked at: a pattern of SQLite's has its limit


@dataclass(frozen=True, slots=True)
class Filters:
    """None lets everything through; case makes no difference, nor do accents that an author was typed without."""

    source: str | None = None         # key of a source
    since: str | None = None          # ISO 8601 date, of any precision: published then or later
    until: str | None = None          # published then or earlier
    topic: str | None = None          # whole name of a topic
    author: str | None = None         # part of a name: "meyer" finds Ada Meyer
    type: str | None = None           # schema.org type
    language: str | None = None       # BCP 47; "en" lets "en-GB" through
    identifier: str | None = None     # a DOI, ISBN, ISSN, ... that the page or its text states

    def condition(self) -> tuple[str, dict[str, Any]]:
        """A condition on the table `publications` called `p`, and its parameters; `"1"` where all may pass.

        A publication dated "2025-07" lies in July and so passes "from 2025-07-15": the page may mean that day.
        """
        given = [name for name in _CONDITIONS if getattr(self, name) is not None]
        if not given:
            return "1", {}
        values = {name: getattr(self, name) for name in given}
        return (" AND ".join(_CONDITIONS[name] for name in given),
                {name: _PATTERNS[name](value) if name in _PATTERNS else value for name, value in values.items()})


NO_FILTERS = Filters()

_CONDITIONS = {
    "source": "p.source_id = (SELECT source_id FROM sources WHERE key = :source COLLATE NOCASE)",
    "since": "(p.published >= :since OR (length(p.published) < length(:since) "
             "AND p.published = substr(:since, 1, length(p.published))))",
    "until": "(p.published <= :until OR substr(p.published, 1, length(:until)) = :until)",
    "topic": "p.publication_id IN (SELECT publication_id FROM publication_topics JOIN topics USING (topic_id) "
             "WHERE topics.name GLOB :topic)",
    "author": "p.publication_id IN (SELECT publication_id FROM publication_authors JOIN authors USING (author_id) "
              "WHERE authors.name GLOB :author)",
    "type": "p.type = :type COLLATE NOCASE",
    "identifier": "(p.publication_id IN (SELECT publication_id FROM identifiers "
                  "WHERE value = :identifier COLLATE NOCASE) OR p.publication_id IN (SELECT rowid FROM "
                  """publications_fts WHERE publications_fts MATCH '"' || replace(:identifier, '"', ' ') || '"'))""",
    "language": "(p.language = :language COLLATE NOCASE OR p.language LIKE :language || '-%')",
}


def pattern(text: str, *, with_accents: bool = False) -> str:
    """A GLOB pattern for a text in any case, and for its letters with any accent; SQLite's `lower` knows ASCII alone.

    >>> pattern("Éa?")
    '[Éé][Aa][?]'
    """
    forms = (_forms(letter, with_accents) for letter in text[:NAME_AT_MOST])
    return "".join(f"[{form}]" if len(form) > 1 or form in "*?[" else form for form in forms)


_PATTERNS: dict[str, Callable[[str], str]] = {
    "topic": pattern, "author": lambda name: f"*{pattern(name, with_accents=True)}*"}


@cache
def _forms(letter: str, with_accents: bool) -> str:
    """The letter in both cases, and with every accent it may carry."""
    accented = _accents().get(letter.lower(), "") if with_accents else ""
    cases = [case for one in letter + accented for case in (one.upper(), one.lower()) if len(case) == 1]
    return "".join(dict.fromkeys(cases)) or letter


@cache
def _accents() -> dict[str, str]:
    """Letter -> the same with an accent, small letters of Latin, Greek and Cyrillic."""
    found: dict[str, str] = defaultdict(str)
    for number in (*range(0xC0, 0x530), *range(0x1E00, 0x2000)):
        letter = chr(number)
        base = unicodedata.normalize("NFD", letter)[0]
        if letter.islower() and base != letter:
            found[base] += letter
    return found


def with_typed(filters: Filters, query: Query) -> Filters:
    """The filters, with those typed in the query where none was given otherwise."""
    typed = {name: value for name, value in query.filters if getattr(filters, name) is None}
    return replace(filters, **typed)
