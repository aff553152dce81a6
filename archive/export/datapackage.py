"""Records -> a Data Package: a folder with the CSV and a description that machines read.

Source: Frictionless Data Package 1.0 (Table Schema).
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from archive.export.manifest import file_digest, write_json
from archive.export.tables import COLUMNS, write_csv

# What each column of the CSV holds: the words of the contract.
DESCRIPTIONS = {
    "uid": "stable id of the publication", "source": "key of the publisher", "url": "canonical address",
    "type": "schema.org type", "title": "headline without the site's name", "dek": "standfirst",
    "published": "ISO 8601, no more precise than the page", "modified": "ISO 8601, as the page says",
    "authors": "names, joined by '; '", "language": "BCP 47", "section": "the page's section",
    "topics": "the page's tags, joined by '; '", "word_count": "words of text, between white space",
    "text": "body as plain text",
    "related": "addresses of publications offered from the page, joined by '; '",
    "links": "addresses cited in the body, joined by '; '", "attachments": "addresses of files, joined by '; '",
    "share_links": "addresses or networks of share buttons, joined by '; '", "ad_slots": "ad slots stripped",
    "doi": "DOI as stated", "isbn": "ISBN as stated", "issn": "ISSN as stated",
    "first_seen": "UTC time of the first visit", "last_seen": "UTC time of the last visit that found it",
    "gone": "UTC time it was found gone", "revision": "number of the revision, from 1",
    "parser": "reader and version",
}
NUMBERS = frozenset({"word_count", "ad_slots", "revision", "published_year", "count"})


def write_datapackage(records: Iterable[Mapping[str, Any]], out: Path) -> list[Path]:
    """The folder `out` with publications.csv and datapackage.json; their paths."""
    out.mkdir(parents=True, exist_ok=True)
    table, description = out / "publications.csv", out / "datapackage.json"
    with table.open("wb") as file:
        write_csv(records, file)
    fields = [{"name": name, "type": "integer" if name in NUMBERS else "string", "description": DESCRIPTIONS[name]}
              for name in COLUMNS]
    write_json(description, {
        "profile": "tabular-data-package", "name": "publications", "title": "Policy publications",
        "resources": [{
            "name": "publications", "path": table.name, "profile": "tabular-data-resource", "format": "csv",
            "mediatype": "text/csv", "encoding": "utf-8", "bytes": table.stat().st_size,
            "hash": f"sha256:{file_digest(table)}",
            "schema": {"fields": fields, "primaryKey": "uid", "missingValues": [""]}}]})
    return [table, description]
