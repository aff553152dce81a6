"""Records -> JSON lines and CSV. Pure."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any, BinaryIO

# Columns of the CSV, in order: what a spreadsheet can hold of the record.
COLUMNS = ("uid", "source", "url", "type", "title", "dek", "published", "modified", "authors", "language", "section",
           "topics", "word_count", "text", "related", "links", "attachments", "share_links", "ad_slots", "doi", "isbn",
           "issn", "first_seen", "last_seen", "gone", "revision", "parser")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_jsonl(records: Iterable[Mapping[str, Any]], out: BinaryIO) -> None:
    """One record a line, keys as in the record."""
    for record in records:
        out.write(json.dumps(record, ensure_ascii=False).encode() + b"\n")


def write_csv(records: Iterable[Mapping[str, Any]], out: BinaryIO) -> None:
    """A row a publication, UTF-8; lists joined by "; ", an apostrophe before cells that a spreadsheet would run.

    Rows that are no whole records (chosen fields, sentences) have the columns of the first of them.
    """
    first, records = peek(records)
    columns: Sequence[str] = COLUMNS if first is None or "blocks" in first else tuple(first)
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow(columns)
    for record in records:
        writer.writerow([_defuse(_cell(record, column)) for column in columns])
    text.detach()


def peek(records: Iterable[Mapping[str, Any]]) -> tuple[Mapping[str, Any] | None, Iterable[Mapping[str, Any]]]:
    """The first record (None if there is none), and all of them."""
    iterator = iter(records)
    first = next(iterator, None)
    return first, iterator if first is None else chain([first], iterator)


def _cell(record: Mapping[str, Any], column: str) -> str:
    if column in {"doi", "isbn", "issn"} and column not in record:
        return (record.get("identifiers") or {}).get(column) or ""
    value = record.get(column)
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(_item(item) for item in value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else str(value)


def _item(item: Any) -> str:
    """The one word for an element of a list: a name, else an address, else a title."""
    if isinstance(item, dict):
        return next((str(item[key]) for key in ("name", "url", "title", "network") if item.get(key)), "")
    return str(item)


def _defuse(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
