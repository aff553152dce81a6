"""Records -> an Atom feed (RFC 4287). Pure."""

import re
from collections.abc import Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from archive.browse.tags import summary_of

_ATOM = "http://www.w3.org/2005/Atom"
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")      # RFC 3339, section 5.6
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")   # XML 1.0, section 2.2


def atom_feed(records: Sequence[Mapping[str, Any]], *, title: str, here: str, site: str) -> bytes:
    """The feed; `here` is its own address, `site` the reader's without a slash at the end."""
    feed = Element("feed", {"xmlns": _ATOM})
    _add(feed, "title", f"Policy Archive: {title}")
    _add(feed, "id", here)
    SubElement(feed, "link", {"rel": "self", "href": _clean(here)})
    _add(feed, "updated", max((record["first_seen"] for record in records), default="1970-01-01T00:00:00Z"))
    for record in records:
        entry = SubElement(feed, "entry")
        _add(entry, "title", record["title"])
        _add(entry, "id", f"urn:policy-archive:{record['uid']}")
        SubElement(entry, "link", {"rel": "alternate", "href": f"{site}/read/{record['uid']}"})
        _add(entry, "updated", record["first_seen"])
        if _MOMENT.fullmatch(record["published"] or ""):
            _add(entry, "published", record["published"])
        for author in record["authors"] or [{"name": record["source"] or "unknown"}]:
            _add(SubElement(entry, "author"), "name", author["name"])
        for topic in record["topics"]:
            SubElement(entry, "category", {"term": _clean(topic)})
        if summary := summary_of(record):
            _add(entry, "summary", summary)
    body: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return body


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = _clean(text)


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("", text)
