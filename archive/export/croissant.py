"""Files of an export -> their description in Croissant: each file with its digest, and the columns of a table.

Source: MLCommons Croissant 1.0. Columns that hold text or numbers are the fields of a record set, so that a loader
reads the table by the description alone; lists and objects stand in the file and are none.
"""

import csv
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from archive.export.datapackage import DESCRIPTIONS, NUMBERS
from archive.export.manifest import file_digest, write_json

_CONTEXT = {
    "@language": "en", "@vocab": "https://schema.org/", "citeAs": "cr:citeAs", "column": "cr:column",
    "conformsTo": "dct:conformsTo", "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"}, "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty", "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract", "field": "cr:field", "fileObject": "cr:fileObject", "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet", "format": "cr:format", "includes": "cr:includes", "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath", "key": "cr:key", "md5": "cr:md5", "parentField": "cr:parentField", "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/", "recordSet": "cr:recordSet", "references": "cr:references",
    "regex": "cr:regex", "repeated": "cr:repeated", "replace": "cr:replace", "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/", "separator": "cr:separator", "source": "cr:source", "subField": "cr:subField",
    "transform": "cr:transform"}
_MEDIA_TYPES = {"jsonl": "application/jsonlines", "csv": "text/csv", "word-counts": "text/csv",
                "parquet": "application/x-parquet", "tei": "application/tei+xml", "csl-json": "application/json"}
_TIMES = frozenset({"modified", "first_seen", "last_seen", "gone"})      # what loaders read as times by itself


def write_croissant(files: Iterable[Path], folder: Path, out: Path, *, form: str, licences: Iterable[str]) -> None:
    """Croissant JSON-LD at `out` for the files of an export of this format; paths in it are told from `folder`."""
    paths = sorted(files)
    media_type = _MEDIA_TYPES.get(form, "text/plain")
    distribution = [{
        "@type": "cr:FileObject", "@id": f"file-{number}", "name": path.name,
        "contentUrl": path.relative_to(folder).as_posix(), "contentSize": f"{path.stat().st_size} B",
        "encodingFormat": media_type, "sha256": file_digest(path)} for number, path in enumerate(paths, 1)]
    columns = _columns(paths[0], media_type) if len(paths) == 1 else {}
    stated = sorted(set(licences))
    write_json(out, {
        "@context": _CONTEXT, "@type": "sc:Dataset", "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": out.name.removesuffix(".croissant.json"), "description": "Policy publications, as read and archived.",
        **({"license": stated} if stated else {}), "distribution": distribution,
        **({"recordSet": [_record_set(columns, distribution[0]["@id"])]} if columns else {})})


def _columns(path: Path, media_type: str) -> dict[str, str]:
    """Column -> its type, of a table that holds a row at least; none for what is no table."""
    row: Mapping[str, Any] = {}
    if media_type == "application/x-parquet":
        import pyarrow.parquet as pq

        row = {field.name: "" for field in pq.read_schema(path) if str(field.type) in {"string", "int32"}}
    elif media_type in {"text/csv", "application/jsonlines"}:
        with path.open(encoding="utf-8", newline="") as file:
            row = dict.fromkeys(next(csv.reader(file)), "") if media_type == "text/csv" else json.loads(
                file.readline() or "{}")
    return {name: _type(name) for name, value in row.items() if not isinstance(value, list | dict)}


def _type(name: str) -> str:
    if name in _TIMES:
        return "sc:DateTime"
    return "sc:Integer" if name in NUMBERS else "sc:Text"


def _record_set(columns: Mapping[str, str], file: Any) -> dict[str, Any]:
    key = None if "word" in columns else next((name for name in ("unit_id", "uid") if name in columns), None)
    fields = [{"@type": "cr:Field", "@id": f"rows/{name}", "name": name,
               **({"description": DESCRIPTIONS[name]} if name in DESCRIPTIONS else {}), "dataType": kind,
               "source": {"fileObject": {"@id": file}, "extract": {"column": name}}} for name, kind in columns.items()]
    return {"@type": "cr:RecordSet", "@id": "rows", "name": "rows",
            **({"key": {"@id": f"rows/{key}"}} if key else {}), "field": fields}
