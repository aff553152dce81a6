"""The short columns of all publications, packed a few thousand to a row: reading them whole takes milliseconds.

In: an archive. Out: `Columns`, always as the tables have them: triggers delete a row of `packed_columns` as soon as one
of its publications changes, and what has no row is read from the tables.
"""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from archive.columns import NOTHING, Carried, Coded, Codes, Columns, Numbers, fetch_numbers
from archive.database import Archive, transaction

SPAN_BITS = 12                     # 4,096 publications, as the triggers have it
INTEGER = np.dtype("<i4")
_CODED = {"source": "source_id", "month": "substr(published, 1, 7)", "type": "type", "language": "language"}
_CARRIED = ("topic", "author")


@dataclass(frozen=True, slots=True)
class _Span:
    """The columns of some publications; a carried column is pairs of a place among `numbers` and what is carried."""

    numbers: Codes
    coded: dict[str, Coded]
    carried: dict[str, Codes]


def load_columns(connection: sqlite3.Connection, *, in_order: bool = True) -> Columns:
    """The columns as they are now; `by_date` is empty unless they are wanted `in_order`, which takes half the time."""
    packed = {row[0]: _unpack(row) for row in _rows(connection, "SELECT * FROM packed_columns")}
    spans = [packed.get(span) or _read(connection, span) for span in _all_spans(connection)]
    numbers = np.concatenate([NOTHING, *(span.numbers for span in spans)])
    places = np.full(int(numbers[-1]) + 1 if len(numbers) else 0, -1, np.int32)
    places[numbers] = np.arange(len(numbers))
    cluster = np.zeros(len(numbers), np.int64)
    members = _pairs(connection, "SELECT publication_id || ',' || cluster_id FROM publications "
                                 "WHERE cluster_id IS NOT NULL")
    cluster[places[members[:, 0]]] = members[:, 1]
    by_date = fetch_numbers(connection, "SELECT publication_id FROM publications ORDER BY published DESC, "
                                        "publication_id DESC") if in_order else NOTHING
    source, month, type_, language = (_join_coded([span.coded[name] for span in spans]) for name in _CODED)
    topic, author = (_join_carried(spans, name) for name in _CARRIED)
    return Columns(numbers, places, source, month, type_, language, cluster, places[by_date].astype(np.int64), topic,
                   author)


def pack_columns(archive: Archive) -> None:
    """Pack what has changed."""
    with transaction(archive) as connection:
        packed = {span for (span,) in connection.execute("SELECT span FROM packed_columns")}
        for span in _all_spans(connection):
            if span not in packed:
                connection.execute("INSERT INTO packed_columns VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                   (span, *_pack(_read(connection, span))))


def wrongly_packed(connection: sqlite3.Connection) -> list[int]:
    """The rows of `packed_columns` that are not as the tables have it."""
    return [row[0] for row in _rows(connection, "SELECT * FROM packed_columns")
            if row[1:] != _pack(_read(connection, row[0]))]


def _all_spans(connection: sqlite3.Connection) -> range:
    (last,) = connection.execute("SELECT coalesce(max(publication_id), -1) FROM publications").fetchone()
    return range((int(last) >> SPAN_BITS) + 1)


def _read(connection: sqlite3.Connection, span: int) -> _Span:
    """From the tables."""
    first, end = span << SPAN_BITS, (span + 1) << SPAN_BITS
    rows = _rows(connection, f"SELECT publication_id, {', '.join(_CODED.values())} "  # noqa: S608 - from above
                             "FROM publications INDEXED BY publications_facets "
                             f"WHERE publication_id >= {first} AND publication_id < {end} ORDER BY publication_id")
    columns = list(zip(*rows, strict=True)) or [()] * (len(_CODED) + 1)
    numbers = np.array(columns[0], np.int32)
    carried = {}
    for name in _CARRIED:
        pairs = _pairs(connection, f"SELECT publication_id || ',' || {name}_id FROM publication_{name}s "  # noqa: S608 - from above
                                   f"WHERE publication_id >= {first} AND publication_id < {end}")
        pairs[:, 0] = np.searchsorted(numbers, pairs[:, 0])
        carried[name] = pairs.astype(np.int32)
    return _Span(numbers, {name: _coded(column) for name, column in zip(_CODED, columns[1:], strict=True)}, carried)


def _coded(column: Sequence[Any]) -> Coded:
    values = sorted({value for value in column if value is not None})
    code = {value: number for number, value in enumerate(values)}
    return Coded(np.array([code.get(value, -1) for value in column], np.int32), tuple(values))


def _pack(span: _Span) -> tuple[str | bytes, ...]:
    """A row of `packed_columns`, after its first column."""
    dictionary = json.dumps({name: column.values for name, column in span.coded.items()}, ensure_ascii=False)
    arrays = (span.numbers, *(column.codes for column in span.coded.values()), *span.carried.values())
    return dictionary, *(array.astype(INTEGER).tobytes() for array in arrays)


def _unpack(row: tuple[Any, ...]) -> _Span:
    _, dictionary, *blobs = row
    numbers, *arrays = (np.frombuffer(blob, INTEGER).astype(np.int32) for blob in blobs)
    coded = {name: Coded(codes, tuple(values))
             for (name, values), codes in zip(json.loads(dictionary).items(), arrays, strict=False)}
    carried = {name: pairs.reshape(-1, 2) for name, pairs in zip(_CARRIED, arrays[len(coded):], strict=True)}
    return _Span(numbers, coded, carried)


def _join_coded(parts: Sequence[Coded]) -> Coded:
    values = sorted({value for part in parts for value in part.values})
    code = {value: number for number, value in enumerate(values)}
    joined = [np.array([*(code[value] for value in part.values), -1], np.int32)[part.codes] for part in parts]
    return Coded(np.concatenate([NOTHING.astype(np.int32), *joined]), tuple(values))


def _join_carried(spans: Sequence[_Span], name: str) -> Carried:
    starts = np.cumsum([0, *(len(span.numbers) for span in spans)])
    positions = [span.carried[name][:, 0] + start for span, start in zip(spans, starts, strict=False)]
    return Carried(np.concatenate([NOTHING, *positions]),
                   np.concatenate([NOTHING, *(span.carried[name][:, 1] for span in spans)]))


def _pairs(connection: sqlite3.Connection, query: str) -> Numbers:
    return fetch_numbers(connection, query).reshape(-1, 2)


def _rows(connection: sqlite3.Connection, query: str) -> list[tuple[Any, ...]]:
    """Plain tuples: Datasette's connections give slower rows."""
    cursor = connection.cursor()
    cursor.row_factory = None
    return cursor.execute(query).fetchall()
