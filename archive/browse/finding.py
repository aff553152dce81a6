"""What a search page asks -> which publications, how many, how they divide, and the ones on this page.

Words and filters mean what they mean in archive.search; counting is done on `Columns`, each facet without its own
filter, so that one value can be changed for another.
"""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np

from archive.browse.briefs import Brief, find_briefs
from archive.browse.charts import Chart, time_chart
from archive.browse.languages import language_words
from archive.columns import Columns, Mask, Numbers, count_codes, fetch_numbers
from archive.search import Filters
from archive.search.facets import count_facet, matching, passing
from archive.search.filters import with_typed
from archive.search.matching import Match, match_of
from archive.search.query import parse_query
from archive.search.ranking import GROUPS, MANY, VERY_MANY, about_how_many
from archive.search.snippets import snippets_of

PAGE = 20
FACET_VALUES = 12
SORTS = ("relevance", "newest", "oldest")


@dataclass(frozen=True, slots=True)
class Ask:
    """A search as its address states it."""

    words: str = ""
    filters: Filters = Filters()  # noqa: RUF009 - frozen
    sort: str = "relevance"
    page: int = 1
    collapse: bool = True


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet; `key` is what a filter takes."""

    key: str
    name: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Found:
    """All that matches, in the order asked for, one of each group of near-identical texts; `texts` of them."""

    ordered: Numbers
    texts: int
    total: int
    facets: Mapping[str, tuple[Value, ...]]
    chart: Chart | None
    match: Match
    filters: Filters


@dataclass(frozen=True, slots=True)
class Hit:
    """A result: the publication, the words found in it, and where else its text stands."""

    brief: Brief
    snippet: str | None
    dek: str | None
    type: str
    gone: str | None
    also: tuple[Brief, ...]


def find_matches(connection: sqlite3.Connection, columns: Columns, ask: Ask, *, facets: bool = True,
                 until: str | None = None) -> Found:
    """Everything that matches; the chart is drawn until that day."""
    query = parse_query(ask.words)
    match = match_of(connection, query)
    filters = with_typed(ask.filters, query)
    is_ranked = ask.sort == "relevance" and match.index is not None
    found = columns.positions(_ranked(connection, match)) if is_ranked else matching(connection, columns, match)
    if query.node is None and ask.words.strip() and not query.filters:
        found = found[:0]
    every = columns.mask(found)
    masks = {name: passing(connection, columns, part) for name, part in _single(filters).items()}
    everything = _all_of(every, masks.values())
    ordered = found[everything[found]] if is_ranked else _by_date(columns, everything, oldest=ask.sort == "oldest")
    ordered = _collapse(columns, ordered, ask.collapse)
    counted = _facets(connection, columns, every, masks, filters) if facets else {}
    dates = _all_of(every, [mask for name, mask in masks.items() if name not in {"since", "until"}])
    return Found(columns.numbers[ordered], len(ordered), int(everything.sum()), counted,
                 _chart(columns, dates, until) if facets else None, match, filters)


def _ranked(connection: sqlite3.Connection, match: Match) -> Numbers:
    """All that match in the order of archive.search.ranking, which reads no further than it needs to."""
    def fetch(expression: str, *, scored: bool) -> Numbers:
        query = f"SELECT rowid FROM {match.index} WHERE {match.index} MATCH :match"  # noqa: S608 - one of two names
        values = match.values | {"match": expression.format(match.values["match"])}
        if not scored:
            return fetch_numbers(connection, query, values)[::-1]
        return np.array([number for (number,) in connection.execute(f"{query} ORDER BY rank", values)], np.int64)

    if match.also is not None:
        return _each_once(np.concatenate([_ranked(connection, replace(match, also=None)),
                                          _ranked(connection, match.also)]))
    about = about_how_many(connection, match)
    if about <= MANY:
        return fetch("{}", scored=True)
    return _each_once(np.concatenate([fetch(expression, scored=about <= VERY_MANY and score > 1)
                                      for score, expression in GROUPS]))


def _each_once(found: Numbers) -> Numbers:
    """In the order given."""
    first: Numbers = np.unique(found, return_index=True)[1]
    return found[np.sort(first)]


def _single(filters: Filters) -> dict[str, Filters]:
    """Each filter that is set, alone."""
    return {field.name: replace(Filters(), **{field.name: getattr(filters, field.name)})
            for field in fields(filters) if getattr(filters, field.name) is not None}


def _all_of(first: Mask, others: Any) -> Mask:
    mask = first.copy()
    for other in others:
        mask &= other
    return mask


def _by_date(columns: Columns, mask: Mask, *, oldest: bool) -> Numbers:
    newest: Numbers = columns.by_date[mask[columns.by_date]]
    if not oldest:
        return newest
    undated = columns.month.codes[newest] < 0
    return np.concatenate([newest[~undated][::-1], newest[undated]])


def _collapse(columns: Columns, ordered: Numbers, collapse: bool) -> Numbers:
    """The first of each cluster, in order."""
    if not collapse or not len(ordered):
        return ordered
    clusters = columns.cluster[ordered]
    alone = clusters == 0
    first = np.zeros(len(ordered), np.bool_)
    first[np.unique(clusters, return_index=True)[1]] = True
    kept: Numbers = ordered[alone | first]
    return kept


def _facets(connection: sqlite3.Connection, columns: Columns, every: Mask, masks: Mapping[str, Mask],
            filters: Filters) -> dict[str, tuple[Value, ...]]:
    def counts(name: str, *narrowed_by: str) -> dict[str, int]:
        mask = _all_of(every, [mask for other, mask in masks.items() if other not in narrowed_by])
        return count_facet(connection, columns, name, mask, FACET_VALUES)

    languages, years = counts("language", "language"), counts("year", "since", "until")
    year = filters.since if filters.since and filters.since == filters.until and len(filters.since) == 4 else None
    return {
        "source": _values(counts("source", "source"), filters.source, dict(connection.execute(
            "SELECT key, coalesce(name, key) FROM sources").fetchall())),
        "year": _values(dict(sorted(years.items(), reverse=True)), year),
        **{name: _values(counts(name, name), getattr(filters, name)) for name in ("topic", "author", "type")},
        "language": _values(languages, filters.language, {code: language_words(code) for code in languages}),
    }


def _values(counts: Mapping[str, int], chosen: str | None, names: Mapping[str, str] | None = None) -> tuple[Value, ...]:
    """The most frequent values, and the chosen one wherever it stands."""
    is_chosen = {key: chosen is not None and key.casefold() == chosen.casefold() for key in counts}
    shown = [key for at, key in enumerate(counts) if at < FACET_VALUES or is_chosen[key]]
    return tuple(Value(key, (names or {}).get(key, key), counts[key], is_chosen[key]) for key in shown)


def _chart(columns: Columns, mask: Mask, until: str | None) -> Chart | None:
    counts = {(month, ""): count for month, count in count_codes(columns.month, np.flatnonzero(mask)).items()}
    return time_chart(counts, {"": "Publications"}, until=until, height=64)


def find_hits(connection: sqlite3.Connection, found: Found, page: int) -> tuple[Hit, ...]:
    """The results on one page."""
    numbers = [int(number) for number in found.ordered[(page - 1) * PAGE:page * PAGE]]
    snippets = snippets_of(connection, found.match, numbers) if found.match.words else {}
    return tuple(_hit(connection, number, snippets.get(number)) for number in numbers)


_ALSO = """WHERE p.cluster_id = (SELECT cluster_id FROM publications WHERE publication_id = ?) AND p.publication_id <> ?
ORDER BY p.published, p.publication_id LIMIT 100"""


def _hit(connection: sqlite3.Connection, number: int, snippet: str | None) -> Hit:
    (brief,) = find_briefs(connection, "WHERE p.publication_id = ?", (number,))
    dek, type_, gone, cluster = connection.execute(
        "SELECT dek, type, gone, cluster_id FROM publications WHERE publication_id = ?", (number,)).fetchone()
    return Hit(brief, snippet, dek, type_, gone, find_briefs(connection, _ALSO, (number, number)) if cluster else ())
