"""A manifest beside every export: what was asked, what came out, and digests by which anyone can check it."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from archive.errors import WrongUse

_CHUNK = 1 << 20


@dataclass(slots=True)
class Tally:
    """What passed by on its way into an export."""

    publications: int = 0
    words: int = 0
    first: str | None = None
    last: str | None = None
    sources: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    parsers: Counter[str] = field(default_factory=Counter)
    digest: Any = field(default_factory=hashlib.sha256)

    def watch(self, records: Iterable[Mapping[str, Any]]) -> Iterable[Mapping[str, Any]]:
        """The same records, counted as they pass."""
        for record in records:
            self._count(record)
            yield record

    def _count(self, record: Mapping[str, Any]) -> None:
        self.publications += 1
        self.words += record["word_count"]
        for counts, key in ((self.sources, "source"), (self.languages, "language"), (self.parsers, "parser")):
            counts[record.get(key) or "none"] += 1
        if record.get("published"):
            self.first = min(self.first or record["published"], record["published"])
            self.last = max(self.last or record["published"], record["published"])
        self.digest.update(f"{record['uid']} {record.get('revision')} {record.get('parser')}\n".encode())


def manifest(tally: Tally, files: Iterable[Path], folder: Path, *, query: str | None, filters: Mapping[str, Any],
             form: str, software: str, licences: Mapping[str, str]) -> dict[str, Any]:
    """The manifest: no clock in it, so that the same archive and the same words give the same bytes.

    `archive_digest` is SHA-256 over uid, revision and parser of each publication in order of export, and
    `manifest_digest` over all else that the manifest says.
    """
    stated = {
        "software": software, "format": form, "query": query,
        "filters": {key: value for key, value in sorted(filters.items()) if value not in (None, (), [], False)},
        "publications": tally.publications, "words": tally.words,
        "published": {"first": tally.first, "last": tally.last},
        "sources": dict(sorted(tally.sources.items())), "languages": dict(sorted(tally.languages.items())),
        "parsers": dict(sorted(tally.parsers.items())),
        "licences": {key: licences[key] for key in sorted(tally.sources) if key in licences},
        "archive_digest": f"sha256:{tally.digest.hexdigest()}",
        "files": [{"path": path.relative_to(folder).as_posix(), "bytes": path.stat().st_size,
                   "sha256": file_digest(path)} for path in sorted(files)],
    }
    return {**stated, "manifest_digest": _own_digest(stated)}


def _own_digest(stated: Mapping[str, Any]) -> str:
    said = {key: value for key, value in stated.items() if key != "manifest_digest"}
    return f"sha256:{hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()}"


def files_stated(path: Path) -> frozenset[Path]:
    """The files that a manifest lists; none where there is no manifest."""
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))["files"]
        return frozenset(path.parent / entry["path"] for entry in entries)
    except (OSError, ValueError, KeyError, TypeError):   # nothing to go by: no file is known
        return frozenset()


def verify(path: Path) -> list[str]:
    """What is wrong with the export that a manifest describes, a line each; empty if all is as written."""
    try:
        stated = json.loads(path.read_text(encoding="utf-8"))
        files = [(path.parent / entry["path"], entry["bytes"], entry["sha256"]) for entry in stated["files"]]
    except FileNotFoundError as error:
        raise WrongUse(f"no manifest at {path}: an export writes it beside its file, as FILE.manifest.json") from error
    except (ValueError, KeyError, TypeError) as error:
        raise WrongUse(f"{path} is no manifest of an export: give its FILE.manifest.json") from error
    wrong = []
    if stated.get("manifest_digest", own := _own_digest(stated)) != own:      # manifests of old have none
        wrong.append(f"{path}: changed since it was written (its own digest differs)")
    for file, size, digest in files:
        if not file.is_file():
            wrong.append(f"{file}: missing")
        elif file.stat().st_size != size:
            wrong.append(f"{file}: {file.stat().st_size} bytes, the manifest says {size}")
        elif file_digest(file) != digest:
            wrong.append(f"{file}: changed since it was exported (digest differs)")
    known = {file for file, _, _ in files}
    folders = {path.parent / file.relative_to(path.parent).parts[0] for file in known if file.parent != path.parent}
    return wrong + [f"{file}: not of this export" for folder in sorted(folders) for file in sorted(folder.rglob("*"))
                    if file.is_file() and file not in known]


def file_digest(path: Path) -> str:
    """SHA-256 of a file's bytes, hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def write_json(path: Path, value: Mapping[str, Any]) -> None:
    """A value as JSON, keys in reading order."""
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
