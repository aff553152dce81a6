"""Records -> RIS, as reference managers import it. Pure. Source: RIS format specification, tags of 2001 and after."""

from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

from archive.export.csl import csl_item, inverted_name, shown

_TYPES = {"report": "RPRT", "article-journal": "JOUR", "article-newspaper": "NEWS", "post-weblog": "BLOG",
          "book": "BOOK", "legislation": "STAT", "dataset": "DATA"}


def ris_entry(record: Mapping[str, Any]) -> str:
    """One reference, from TY to ER; lines end with CRLF as the format asks."""
    item = csl_item(record)
    date = (item.get("issued") or {}).get("date-parts", [[]])[0]
    tags: list[tuple[str, str | None]] = [
        ("TY", _TYPES.get(item["type"], "ELEC")), ("ID", item["id"]), ("TI", item["title"])]
    tags += [("AU", inverted_name(name)) for name in item.get("author", [])]
    tags += [
        ("PY", f"{date[0]:04d}" if date else None),
        ("DA", "/".join([f"{date[0]:04d}", *(f"{part:02d}" for part in date[1:])]) if date else None),
        ("T2", item.get("container-title")), ("PB", item.get("publisher")), ("AB", item.get("abstract")),
        ("N1", item.get("note")), ("LA", item.get("language")), ("DO", item.get("DOI")),
        ("SN", item.get("ISBN") or item.get("ISSN")), ("UR", item["URL"]),
        ("Y2", (record.get("last_seen") or "")[:10].replace("-", "/") or None)]
    tags += [("KW", shown(topic)) for topic in record.get("topics") or []]
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in tags if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def write_ris(records: Iterable[Mapping[str, Any]], out: BinaryIO) -> None:
    """References separated by a blank line."""
    for number, record in enumerate(records):
        out.write(b"\r\n" if number else b"")
        out.write(ris_entry(record).encode())
