"""Record -> CSL-JSON item, the one bibliographic form that BibTeX, RIS and the reader's cite menu are made of. Pure.

Source: CSL-JSON schema of citationstyles.org, version 1.0.2.
"""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

_TYPES = {
    "NewsArticle": "article-newspaper", "Report": "report", "BlogPosting": "post-weblog",
    "ScholarlyArticle": "article-journal", "Legislation": "legislation", "Book": "book", "Dataset": "dataset",
    "TechArticle": "report", "OpinionNewsArticle": "article-newspaper", "AnalysisNewsArticle": "article-newspaper",
    "SpeechEvent": "speech", "Thesis": "thesis",
}
_PUBLISHED = frozenset({"report", "book", "thesis", "dataset"})     # stand alone: their publisher holds no other texts
PARTICLES = frozenset("af al ap bin da das de degli dei del della den der des di do dos du el ibn la le ten ter van "
                       "von zu zum zur".split())
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_LATIN_OR_SPACED = re.compile(r"^[^\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]+$")


def csl_item(record: Mapping[str, Any]) -> dict[str, Any]:
    """The CSL-JSON item of a record; keys without a value are left out, and characters that no page shows."""
    record = shown(record)
    identifiers, kind = record.get("identifiers") or {}, _TYPES.get(record.get("type") or "", "webpage")
    item: dict[str, Any] = {
        "id": record["uid"],
        "type": kind,
        "title": record["title"].strip() or record["url"],    # no reference is without a title
        "abstract": record.get("dek"),
        "author": [csl_name(author) for author in record.get("authors") or []],
        "issued": csl_date(record.get("published")),
        "accessed": csl_date((record.get("last_seen") or "")[:10]),
        "publisher" if kind in _PUBLISHED else "container-title": record.get("source_name") or record.get("source"),
        "section": record.get("section"),
        "language": record.get("language"),
        "keyword": ", ".join(record.get("topics") or []),
        "URL": record["url"],
        "note": _whereabouts(record),
        "DOI": identifiers.get("doi"), "ISBN": identifiers.get("isbn"), "ISSN": identifiers.get("issn"),
    }
    return {key: value for key, value in item.items() if value}


def _whereabouts(record: Mapping[str, Any]) -> str | None:
    """Of a publication that has vanished: since when, and which copy stands for it; None for any other."""
    if not record.get("gone"):
        return None
    return (f"Gone from this address since {record['gone'][:10]}; the copy of {record['last_seen'][:10]} is kept as "
            f"{record['uid']}")


def shown(value: Any) -> Any:
    """A record, or a part of it, without control characters: no program that reads references takes them."""
    if isinstance(value, str):
        return value if value.isprintable() else _CONTROL.sub("", value)
    if isinstance(value, Mapping):
        return {key: shown(part) for key, part in value.items() if key not in ("text", "blocks")}
    return [shown(part) for part in value] if isinstance(value, list | tuple) else value


def csl_name(author: Mapping[str, Any]) -> dict[str, str]:
    """A CSL name: family and given for persons whose name can be split, literal for all others.

    >>> csl_name({"name": "Ludwig van Beethoven", "kind": "person"})
    {'family': 'Beethoven', 'given': 'Ludwig', 'non-dropping-particle': 'van'}
    >>> csl_name({"name": "World Health Organization", "kind": "organization"})
    {'literal': 'World Health Organization'}
    >>> csl_name({"name": "Martin King, Jr."})
    {'family': 'King', 'given': 'Martin', 'suffix': 'Jr.'}
    """
    name = " ".join(author["name"].split())
    if author.get("kind") == "organization" or not _LATIN_OR_SPACED.match(name):
        return {"literal": name}
    pieces = [piece for piece in (part.strip() for part in name.split(",")) if piece]
    suffix = next((piece for piece in pieces[1:] if piece.lower() in _SUFFIXES), None)
    if suffix:
        pieces.remove(suffix)
    if len(pieces) != 1:
        known = {"family": pieces[0], "given": pieces[1]} if len(pieces) == 2 else {"literal": name}
        return known | ({"suffix": suffix} if suffix and len(pieces) == 2 else {})
    return _split(pieces[0].split(), suffix) or {"literal": name}


def _split(words: list[str], suffix: str | None) -> dict[str, str] | None:
    """Names in the order they are spoken in; None for a single one."""
    if suffix is None and len(words) > 2 and words[-1].lower() in _SUFFIXES:
        suffix = words.pop()
    if len(words) < 2:
        return None
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in PARTICLES:
        start -= 1
    parts = {"family": words[-1], "given": " ".join(words[:start]),
             "non-dropping-particle": " ".join(words[start:-1]), "suffix": suffix}
    return {key: value for key, value in parts.items() if value}


def inverted_name(name: Mapping[str, str]) -> str:
    """A CSL name in one line, the family first, as catalogues have it; a literal one as it stands.

    >>> inverted_name({"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"})
    'van Beethoven, Ludwig'
    """
    if "literal" in name:
        return name["literal"]
    family = " ".join(filter(None, [name.get("non-dropping-particle"), name["family"]]))
    return ", ".join(part for part in (family, name["given"], name.get("suffix")) if part)


def csl_date(value: str | None) -> dict[str, Any] | None:
    """A CSL date as precise as the record; None where there is none.

    >>> csl_date("2024-03")
    {'date-parts': [[2024, 3]]}
    """
    parts = [int(part) for part in re.findall(r"\d+", (value or "")[:10])]
    return {"date-parts": [parts]} if parts else None


def write_csl_json(records: Iterable[Mapping[str, Any]], out: BinaryIO) -> None:
    """A JSON array of CSL items, one a line."""
    separator = b"[\n"
    for record in records:
        out.write(separator + json.dumps(csl_item(record), ensure_ascii=False).encode())
        separator = b",\n"
    out.write(b"[]\n" if separator == b"[\n" else b"\n]\n")
