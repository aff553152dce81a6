"""Records -> Parquet, typed, zstd, in constant memory; one file, or a folder divided by source or year."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pyarrow as pa
import pyarrow.parquet as pq

from archive.export.choices import Strata
from archive.export.tables import peek

_ROWS = 2000  # publications a row group: some 10 MB of text in memory


def _list_of(**fields: pa.DataType) -> pa.DataType:
    return pa.list_(pa.struct([pa.field(name, kind) for name, kind in fields.items()]))


_S, _I = pa.string(), pa.int32()
SCHEMA = pa.schema([
    ("uid", _S), ("source", _S), ("url", _S), ("type", _S), ("title", _S), ("dek", _S),
    ("published", _S), ("modified", _S), ("published_raw", _S),
    ("published_year", _I),  # of `published`, which may be no more precise than a year
    ("authors", _list_of(name=_S, kind=_S, url=_S)), ("language", _S), ("section", _S), ("topics", pa.list_(_S)),
    ("text", _S), ("blocks", _list_of(kind=_S, level=_I, text=_S)), ("share_links", _list_of(network=_S, url=_S)),
    ("related", _list_of(kind=_S, url=_S, title=_S, section=_S, published=_S, summary=_S)),
    ("links", _list_of(url=_S, text=_S)), ("attachments", _list_of(url=_S, media_type=_S, title=_S)),
    ("images", _list_of(url=_S, alt=_S, caption=_S)), ("ad_slots", _I), ("word_count", _I),
    ("identifiers", pa.map_(_S, _S)), ("evidence", pa.map_(_S, _S)), ("parser", _S),
    ("first_seen", _S), ("last_seen", _S), ("gone", _S), ("revision", _I),
])


def write_parquet(records: Iterable[Mapping[str, Any]], out: Path) -> list[Path]:
    """One Parquet file at `out`; its path. Rows that are no whole records have the columns of the first of them."""
    first, records = peek(records)
    schema = _schema(first)
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        for batch in _batches(records, schema):
            writer.write_table(batch)
    return [out]


def write_partitions(records: Iterable[Mapping[str, Any]], out: Path, by: Strata) -> list[Path]:
    """A folder `out` of files named in the Hive manner, `source=KEY/part-0.parquet`; their paths, sorted.

    Records come in any order; one writer stays open for each value. The column that names the folders stands in their
    names alone, from where readers take it: pyarrow reads no table that has it twice.
    """
    first, records = peek(records)
    schema = _schema(first)
    if by in schema.names:
        schema = schema.remove(schema.get_field_index(by))
    waiting: dict[str, list[Mapping[str, Any]]] = {}
    writers: dict[str, pq.ParquetWriter] = {}
    paths: dict[str, Path] = {}
    try:
        for record in records:
            value = _value(record, by)
            rows = waiting.setdefault(value, [])
            rows.append(record)
            if value not in writers:
                paths[value] = out / f"{by}={quote(value, safe='')}" / "part-0.parquet"
                paths[value].parent.mkdir(parents=True, exist_ok=True)
                writers[value] = pq.ParquetWriter(paths[value], schema, compression="zstd")
            if len(rows) >= _ROWS:
                writers[value].write_table(_table(rows, schema))
                rows.clear()
        for value, rows in waiting.items():
            if rows:
                writers[value].write_table(_table(rows, schema))
    finally:
        for writer in writers.values():
            writer.close()
    return sorted(paths.values())


def _schema(first: Mapping[str, Any] | None) -> pa.Schema:
    if first is None or "blocks" in first:
        return SCHEMA
    return pa.schema([SCHEMA.field(name) if name in SCHEMA.names else pa.field(name, _S) for name in first])


def _value(record: Mapping[str, Any], by: Strata) -> str:
    return (record.get("source") or "none") if by == "source" else (record.get("published") or "none")[:4]


def _batches(records: Iterable[Mapping[str, Any]], schema: pa.Schema) -> Iterator[pa.Table]:
    iterator = iter(records)
    while rows := list(islice(iterator, _ROWS)):
        yield _table(rows, schema)


def _table(rows: list[Mapping[str, Any]], schema: pa.Schema) -> pa.Table:
    return pa.Table.from_pylist([_row(record, schema.names) for record in rows], schema=schema)


def _row(record: Mapping[str, Any], names: list[str]) -> dict[str, Any]:
    row = {name: record.get(name) for name in names}
    if "published_year" in row and record.get("published"):
        row["published_year"] = int(record["published"][:4])
    for name in ("identifiers", "evidence"):
        if name in row:
            row[name] = sorted((record.get(name) or {}).items())
    return row
