"""Records -> one TEI P5 corpus, streamed: a header with provenance for each text, body divided at its headings. Pure.

Source: TEI P5 Guidelines, chapters 2 (header), 4 (structure), 3.8 (lists) and 14.1 (tables).
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

from lxml import etree

_TEI = "http://www.tei-c.org/ns/1.0"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
# Characters that XML 1.0 has no way to say.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LANGUAGE = re.compile(r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")


def write_tei(records: Iterable[Mapping[str, Any]], out: BinaryIO) -> None:
    """A teiCorpus document; constant memory however many records there are."""
    with etree.xmlfile(out, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element(f"{{{_TEI}}}teiCorpus", nsmap={None: _TEI}):
            xml.write(_corpus_header(), pretty_print=True)
            written = False
            for record in records:
                xml.write(tei_element(record), pretty_print=True)
                written = True
            if not written:  # a corpus holds at least one text
                nothing = {"uid": "0", "title": "No publication matched", "url": "", "blocks": []}
                xml.write(tei_element(nothing), pretty_print=True)


def tei_element(record: Mapping[str, Any]) -> Any:
    """The TEI element of one record, as an lxml tree."""
    root = etree.Element(f"{{{_TEI}}}TEI", {_XML_ID: f"p{record['uid']}"}, nsmap={None: _TEI})
    header = _add(root, "teiHeader")
    _file_description(header, record)
    _profile(header, record)
    _revisions(header, record)
    body = _add(_add(root, "text"), "body")
    if record.get("dek"):
        _add(_add(body, "argument"), "p", record["dek"])
    _fill(body, record["blocks"])
    return root


def _corpus_header() -> Any:
    header = etree.Element(f"{{{_TEI}}}teiHeader", nsmap={None: _TEI})
    file = _add(header, "fileDesc")
    _add(_add(file, "titleStmt"), "title", "Policy publications")
    _add(_add(file, "publicationStmt"), "p", "Exported from an archive made by policy-archive.")
    _add(_add(file, "sourceDesc"), "p", "Each text names the page it was read from.")
    return header


def _file_description(header: Any, record: Mapping[str, Any]) -> None:
    file = _add(header, "fileDesc")
    statement = _add(file, "titleStmt")
    _add(statement, "title", record["title"], type="main")
    for author in record.get("authors") or []:
        name = "orgName" if author["kind"] == "organization" else "persName"
        element = _add(_add(statement, "author"), name, author["name"])
        if author.get("url"):
            element.set("ref", _uri(author["url"]))
    _add(_add(file, "extent"), "measure", f"{record.get('word_count') or 0} words", unit="word",
         quantity=str(record.get("word_count") or 0))
    publication = _add(file, "publicationStmt")
    _add(publication, "publisher", record.get("source_name") or record.get("source") or "unknown publisher")
    _add(publication, "idno", record["uid"], type="uid")
    for kind, value in (record.get("identifiers") or {}).items():
        _add(publication, "idno", value, type=re.sub(r"[^\w.-]", "-", kind))
    if record.get("published"):
        _add(publication, "date", record.get("published_raw") or record["published"], when=_when(record["published"]))
    _source(file, record)


def _source(file: Any, record: Mapping[str, Any]) -> None:
    """Where the text stands on the web, and when it was seen there."""
    source = _add(_add(file, "sourceDesc"), "bibl")
    _add(source, "title", record["title"])
    if record["url"]:
        _add(source, "ptr", target=_uri(record["url"]))
    for kind, value in (("accessed", record.get("last_seen")), ("first-seen", record.get("first_seen")),
                        ("gone", record.get("gone"))):
        if value:
            _add(source, "date", value, type=kind, when=value)
    for field, origin in (record.get("evidence") or {}).items():
        _add(source, "note", f"{field}: {origin}", type="evidence")


def _profile(header: Any, record: Mapping[str, Any]) -> None:
    language, topics = record.get("language"), record.get("topics") or []
    encoding = _add(header, "encodingDesc")
    application = _add(_add(encoding, "appInfo"), "application", ident="policy-archive", version="1.0")
    _add(application, "label", record.get("parser") or "policy-archive")
    profile = _add(header, "profileDesc")
    if record.get("dek"):
        _add(_add(profile, "abstract"), "p", record["dek"])
    if language and _LANGUAGE.match(language):
        _add(_add(profile, "langUsage"), "language", language, ident=language)
    keywords = _add(_add(profile, "textClass"), "keywords")
    for kind, value in [("type", record.get("type")), ("section", record.get("section")),
                        *(("topic", topic) for topic in topics)]:
        if value:
            _add(keywords, "term", value, type=kind)
    if not len(keywords):
        _add(keywords, "term", "Article", type="type")


def _revisions(header: Any, record: Mapping[str, Any]) -> None:
    changes = [(record.get("modified"), "modified by the publisher"),
               (record.get("last_seen"), f"revision {record.get('revision') or 1} in the archive")]
    if not any(when for when, _ in changes):
        return
    description = _add(header, "revisionDesc")
    for when, text in changes:
        if when:
            _add(description, "change", text, when=_when(when))


def _fill(body: Any, blocks: list[Mapping[str, Any]]) -> None:
    """Blocks into nested divs: a heading of level n opens a div inside the nearest one of a lower level."""
    stack: list[tuple[int, Any]] = []
    open_list: list[Any] = []
    here = body if blocks and blocks[0]["kind"] == "heading" else _add(body, "div")
    for block in blocks:
        if block["kind"] == "heading":
            level = block["level"] or 2
            while stack and stack[-1][0] >= level:
                _close(stack.pop()[1])
            here = _add(stack[-1][1] if stack else body, "div")
            _add(here, "head", block["text"])
            stack.append((level, here))
        if block["kind"] != "item":
            open_list.clear()
        if block["kind"] == "item":
            _item(here, block, open_list)
        elif block["kind"] != "heading":
            _block(here, block["kind"], block["text"])
    for _, div in stack:
        _close(div)
    if not blocks:
        _add(here, "p")


def _close(div: Any) -> None:
    """A div of a head alone is not valid: it gets an empty paragraph."""
    if len(div) and div[-1].tag == f"{{{_TEI}}}head":
        _add(div, "p")


def _item(here: Any, block: Mapping[str, Any], open_list: list[Any]) -> None:
    depth = max(1, min(block["level"] or 1, len(open_list) + 1))
    del open_list[depth:]
    if len(open_list) < depth:
        around = open_list[-1][-1] if open_list else here
        open_list.append(_add(around, "list"))
    _add(open_list[-1], "item", block["text"])


def _block(here: Any, kind: str, text: str) -> None:
    if kind == "quote":
        _add(_add(here, "quote"), "p", text)
    elif kind == "table":
        table = _add(here, "table")
        for line in text.split("\n"):
            row = _add(table, "row")
            for cell in line.split("\t"):
                _add(row, "cell", cell)
    elif kind == "code":
        _add(_add(here, "p"), "code", text)
    elif kind in {"caption", "note"}:
        _add(_add(here, "p"), "note", text, type=kind)
    else:
        _add(here, "p", text)


def _when(value: str) -> str:
    """The day, month or year of an ISO date: `when` takes no more than W3C dates."""
    found = re.search(r"\d{4}(?:-\d\d(?:-\d\d)?)?", value)
    return found[0] if found else value


def _uri(url: str) -> str:
    return _NO_XML.sub("", url).replace(" ", "%20").replace("{", "%7B").replace("}", "%7D")


def _add(parent: Any, tag: str, text: str | None = None, **attributes: str) -> Any:
    element = etree.SubElement(parent, f"{{{_TEI}}}{tag}", {k: _NO_XML.sub("", v) for k, v in attributes.items()})
    if text:
        element.text = _NO_XML.sub("", text)
    return element
