"""What must hold of every record, whatever the page: the contract in code."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

KEYS = ("uid source url type title dek published modified published_raw authors language section topics text blocks "
        "share_links related links attachments images ad_slots word_count identifiers evidence parser").split()
NETWORKS = frozenset(
    "facebook x linkedin reddit pinterest email whatsapp telegram bluesky threads mastodon tumblr vk hackernews pocket "
    "flipboard xing line print copy other".split())
BLOCK_KINDS = frozenset("heading paragraph item quote table code caption note".split())
PARTS = {"authors": {"name", "kind", "url"}, "blocks": {"kind", "level", "text"}, "share_links": {"network", "url"},
         "related": {"kind", "url", "title", "section", "published", "summary"}, "links": {"url", "text"},
         "attachments": {"url", "media_type", "title"}, "images": {"url", "alt", "caption"}}
_CHOSEN = ("title", "dek", "published", "modified", "authors", "language", "section", "topics")
_URLS = frozenset({"url", *(f"{name}.url" for name in PARTS if name != "share_links")})   # those may be mailto:
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?"
                   r"(Z|[+-]\d\d:\d\d)?)?)?)?")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff]")


def breaches(record: dict[str, Any]) -> list[str]:
    """What the contract forbids in this record, in words."""
    return [*_of_values(record), *_of_evidence(record), *_of_parts(record), *_of_blocks(record)]


def _of_values(record: dict[str, Any]) -> Iterator[str]:
    if list(record) != KEYS:
        yield f"keys: {list(record)}"
    for name in ("type", "title", "parser"):
        if not record[name]:
            yield f"{name} is missing"
    for name in ("published", "modified"):
        if record[name] is not None and not _DATE.fullmatch(record[name]):
            yield f"{name}: {record[name]!r}"
    if record["word_count"] != len((record["text"] or "").split()):
        yield "word_count is not that of text"
    if record["language"] is not None and not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", record["language"]):
        yield f"language: {record['language']!r}"
    for place, value in _values(record):
        if isinstance(value, str) and (value.strip() == "" or _CONTROL.search(value)):
            yield f"{place}: {value!r}"
        if place in _URLS and value is not None and not _is_url(value):
            yield f"{place}: {value!r}"


def _of_evidence(record: dict[str, Any]) -> Iterator[str]:
    yield from (f"no evidence of {name}" for name in _CHOSEN if record[name] and name not in record["evidence"])


def _of_parts(record: dict[str, Any]) -> Iterator[str]:
    for name, keys in PARTS.items():
        if any(set(part) != keys for part in record[name]):
            yield f"keys of {name}"
    if any(author["kind"] not in ("person", "organization") for author in record["authors"]):
        yield f"authors: {record['authors']}"
    if any(share["network"] not in NETWORKS for share in record["share_links"]):
        yield f"share_links: {record['share_links']}"
    for offer in record["related"]:
        if offer["kind"] not in ("related", "inline", "popular") or not (offer["url"] or offer["title"]):
            yield f"related: {offer}"


def _of_blocks(record: dict[str, Any]) -> Iterator[str]:
    blocks = record["blocks"]
    if record["text"] != ("\n\n".join(block["text"] for block in blocks) or None):
        yield "text is not the join of blocks"
    for block in blocks:
        levels = {"heading": range(1, 7), "item": range(1, 100)}.get(block["kind"], (None,))
        if block["kind"] not in BLOCK_KINDS or block["level"] not in levels:
            yield f"block: {block}"
    if len(blocks) > 1 and blocks[0]["text"] in (record["title"], record["dek"]):
        yield f"text begins with what title or dek say: {blocks[0]['text']!r}"


def _values(value: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    """Every value in a record and the path to it."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _values(inner, f"{place}.{name}" if place else name)
    elif isinstance(value, list):
        for inner in value:
            yield from _values(inner, place)
    else:
        yield place, value


def _is_url(text: str) -> bool:
    parts = urlsplit(text)
    return parts.scheme in ("http", "https") and bool(parts.netloc) and "#" not in text and not re.search(r"\s", text)
