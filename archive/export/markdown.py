"""Record -> Markdown (CommonMark, tables as GitHub has them): front matter in YAML and the body. Pure."""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

_FRONT = ("uid", "title", "dek", "url", "source", "type", "published", "modified", "language", "section", "topics",
          "revision", "first_seen", "last_seen", "gone")
# What a double-quoted text of YAML can't hold as it stands, or takes for the end of a line (YAML 1.2, section 5).
_NO_YAML = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_UNSAFE = re.compile(r"[^\w-]+")
# What would begin a heading, an item, a quote, a rule or a fence (CommonMark 0.31, sections 4 and 5), or a tag.
_BEGINS = re.compile(r"^(?=(?:#{1,6}|[+*-]|[-=*_]{2,})(?:\s|$)|>|`{3}|~{3})", re.MULTILINE)
_NUMBER = re.compile(r"^\d{1,9}(?=[.)](?:\s|$))", re.MULTILINE)
_TAG = re.compile("<(?=[A-Za-z/!?])")


def markdown_text(record: Mapping[str, Any]) -> str:
    """The whole file. Values of the front matter are JSON, which YAML reads as it stands."""
    front = {key: record.get(key) for key in _FRONT}
    front["authors"] = [author["name"] for author in record.get("authors") or []]
    lines = [f"{key}: {_yaml(value)}" for key, value in front.items() if value not in (None, [])]
    body = "\n\n".join(_block(block) for block in record["blocks"])
    return "\n".join(["---", *lines, "---", "", f"# {_without_tags(record['title'])}", "", body, ""])


def _yaml(value: Any) -> str:
    return _NO_YAML.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(value, ensure_ascii=False))


def markdown_name(record: Mapping[str, Any]) -> str:
    """A file name that every file system takes: date, title and uid.

    >>> markdown_name({"uid": "a1b2", "title": "../Étude: 50% & more?", "published": "2024-03"})
    '2024-03-etude-50-more-a1b2.md'
    """
    plain = unicodedata.normalize("NFKD", record["title"]).encode("ascii", "ignore").decode().lower()
    words = _UNSAFE.sub("-", plain).strip("-")[:60].rstrip("-")
    return "-".join(filter(None, [(record.get("published") or "")[:10], words, record["uid"]])) + ".md"


def _plain(text: str) -> str:
    r"""Lines with a backslash before what would make them something else.

    >>> print(_plain("1. Ports\n- 5%\n-5% in 2024."))
    1\. Ports
    \- 5%
    -5% in 2024.
    """
    return _NUMBER.sub(r"\g<0>\\", _BEGINS.sub(r"\\", text))


def _without_tags(text: str) -> str:
    return _TAG.sub(r"\<", text)


def _block(block: Mapping[str, Any]) -> str:
    kind = block["kind"]
    text = block["text"] if kind == "code" else _without_tags(block["text"])
    if kind == "heading":
        return f"{'#' * max(2, min(6, block['level'] or 2))} {text}"
    if kind == "item":
        return f"{'  ' * ((block['level'] or 1) - 1)}- {_plain(text)}"
    if kind == "quote":
        return "\n".join(f"> {line}" for line in _plain(text).split("\n"))
    if kind == "code":
        fence = "`" * max(3, 1 + max((len(run) for run in re.findall(r"`+", text)), default=0))
        return f"{fence}\n{text}\n{fence}"
    if kind == "table":
        return _table([row.split("\t") for row in text.split("\n")])
    return "*" + text.replace("*", r"\*") + "*" if kind == "caption" else _plain(text)


def _table(rows: list[list[str]]) -> str:
    width = max(len(row) for row in rows)
    lines = ["| " + " | ".join(cell.replace("|", "\\|") for cell in [*row, *[""] * (width - len(row))]) + " |"
             for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])


def write_markdown(records: Iterable[Mapping[str, Any]], out: Path) -> list[Path]:
    """A folder `out` with one file each; their paths."""
    out.mkdir(parents=True, exist_ok=True)
    paths = []
    for record in records:
        path = out / markdown_name(record)
        path.write_text(markdown_text(record), encoding="utf-8")
        paths.append(path)
    return paths
