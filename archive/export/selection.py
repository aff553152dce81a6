"""An archive and a researcher's choice of it -> records, in a fixed order and constant memory."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Literal

from archive.export.choices import Strata, sample
from archive.export.then import find_then, revisions_then
from archive.search import NO_FILTERS, Filters, find
from archive.store.stored import BATCH, load_revision, load_stored

Gone = Literal["include", "exclude", "only"]


@dataclass(frozen=True, slots=True)
class Selection:
    """Which publications, and as they were when."""

    words: str | None = None           # a query, as in search
    filters: Filters = NO_FILTERS
    min_words: int | None = None
    max_words: int | None = None
    gone: Gone = "include"             # publications that are gone from the web
    one_per_cluster: bool = False      # of near-identical texts only the one published first
    as_of: str | None = None           # ISO 8601 day: what the archive knew at the end of it
    limit: int | None = None           # the first so many of what is chosen
    sample: int | None = None          # so many, drawn by uid and seed
    seed: int = 0
    stratify: Strata | None = None     # each source or year in its share


def find_selected(connection: sqlite3.Connection, selection: Selection) -> list[int]:
    """Numbers of the publications selected, in the order in which they were first kept."""
    found = _find(connection, selection)
    batches = iter(lambda: list(islice(found, BATCH)), [])
    chosen = [row for batch in batches for row in _narrow(connection, batch, selection)]
    if selection.sample is not None:
        members = [(uid, {"source": source, "year": (published or "none")[:4]}[selection.stratify]
                    if selection.stratify else "") for _, uid, source, published in chosen]
        drawn = set(sample(members, selection.sample, selection.seed))
        chosen = [row for row in chosen if row[1] in drawn]
    return [row[0] for row in chosen[:selection.limit]]


def load_selected(connection: sqlite3.Connection, numbers: Sequence[int], as_of: str | None = None, *,
                  source_names: bool = False) -> Iterator[dict[str, Any]]:
    """The contract's record of each; with `as_of`, of the revision that stood at the end of that day.

    `source_names` adds the publisher's name for people, `source_name`, which bibliographies need.
    """
    names = dict(connection.execute("SELECT key, name FROM sources WHERE name IS NOT NULL")) if source_names else {}
    for stored in load_stored(connection, numbers):
        record = stored.to_record() if as_of is None else _record_as_of(connection, stored.publication_id,
                                                                        stored.to_record(), as_of)
        if record["source"] in names:
            record["source_name"] = names[record["source"]]
        yield record


def _find(connection: sqlite3.Connection, selection: Selection) -> Iterator[int]:
    """Numbers of what matches the query, the filters and the bounds of length, in order."""
    words, filters, least, most = selection.words, selection.filters, selection.min_words, selection.max_words
    found = _of_length(connection, find(connection, words, filters), least, most)
    if selection.as_of is None or (words, filters, least, most) == (None, NO_FILTERS, None, None):
        return found
    changed = revisions_then(connection, selection.as_of)
    then = find_then(connection, words, filters, selection.as_of, changed, least, most) if changed else []
    return iter(sorted({*then, *(number for number in found if number not in changed)}))


def _of_length(connection: sqlite3.Connection, numbers: Iterator[int], least: int | None,
               most: int | None) -> Iterator[int]:
    if least is None and most is None:
        return numbers
    fitting = {number for (number,) in connection.execute(
        "SELECT publication_id FROM publications WHERE word_count BETWEEN ? AND ?",
        (least or 0, (1 << 62) if most is None else most))}
    return (number for number in numbers if number in fitting)


def _narrow(connection: sqlite3.Connection, numbers: list[int],
            selection: Selection) -> list[tuple[int, str, str, str | None]]:
    """Those of `numbers` that pass what search does not know of: (number, uid, source key, date)."""
    conditions = ["p.publication_id BETWEEN :first AND :last"]
    if selection.gone != "include":
        is_gone = "p.gone IS NOT NULL AND (:as_of IS NULL OR substr(p.gone, 1, length(:as_of)) <= :as_of)"
        conditions.append(f"{'' if selection.gone == 'only' else 'NOT '}({is_gone})")
    if selection.one_per_cluster:
        conditions.append("(p.cluster_id IS NULL OR p.publication_id = "
                          "(SELECT first_publication_id FROM clusters AS c WHERE c.cluster_id = p.cluster_id))")
    if selection.as_of is not None:
        conditions.append("substr(p.first_seen, 1, length(:as_of)) <= :as_of")
    rows = connection.execute(
        "SELECT p.publication_id, p.uid, coalesce(s.key, 'none'), p.published FROM publications AS p "  # noqa: S608 - built from constants
        f"LEFT JOIN sources AS s USING (source_id) WHERE {' AND '.join(conditions)} ORDER BY p.publication_id",
        {"first": numbers[0], "last": numbers[-1], "as_of": selection.as_of})
    wanted = set(numbers)
    return [row for row in rows if row[0] in wanted]


def _record_as_of(connection: sqlite3.Connection, number: int, record: dict[str, Any], as_of: str) -> dict[str, Any]:
    """The record of the last revision seen by the end of the day, knowing nothing of later days."""
    (revision,) = connection.execute(
        "SELECT max(number) FROM revisions WHERE publication_id = ? AND substr(seen_at, 1, length(?)) <= ?",
        (number, as_of, as_of)).fetchone()
    publication = load_revision(connection, number, revision or 1)
    assert publication is not None
    gone = record["gone"] if record["gone"] and record["gone"][:len(as_of)] <= as_of else None
    last_seen = record["last_seen"] if record["last_seen"][:len(as_of)] <= as_of else None
    return {**publication.to_record(), "uid": record["uid"], "first_seen": record["first_seen"],
            "last_seen": last_seen, "gone": gone, "revision": revision or 1}
