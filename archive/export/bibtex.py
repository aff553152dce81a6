r"""Records -> BibTeX. Pure.

Backslashes and the characters that TeX reads are escaped and braces spelled out, as BibTeX counts even an escaped
brace; text stays Unicode (read by biber and modern bibtex).
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

from archive.export.csl import PARTICLES, csl_item
from archive.search.spellings import plain_letters

KEY_WORD = 30              # letters of a word in a key: a title may be an address or have no spaces
_TYPES = {"report": "techreport", "article-journal": "article", "article-newspaper": "article", "book": "book"}
_ESCAPES = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"})
_AND = re.compile(r"\band\b", re.IGNORECASE)     # what stands between two names, unless it is braced
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def bibtex_entry(record: Mapping[str, Any]) -> str:
    """One entry; its key is family name, year, first title word and the end of the uid, so that it is unique."""
    item = csl_item(record)
    date = (item.get("issued") or {}).get("date-parts", [[]])[0]
    publisher = item.get("container-title") or item.get("publisher")
    # an entry that lacks what its kind must have is of the kind that must have nothing
    kind = _TYPES.get(item["type"], "misc") if date and publisher and "author" in item else "misc"
    fields: list[tuple[str, str | None]] = [
        ("title", "{" + escape(item["title"]) + "}"),
        ("author", " and ".join(_name(name) for name in item.get("author", [])) or None),
        ("key", escape(publisher) if publisher and "author" not in item else None),      # what styles sort it by
        ("year", str(date[0]) if date else None),
        ({"techreport": "institution", "article": "journal", "book": "publisher"}.get(kind, "howpublished"),
         escape(publisher) if publisher else None),
        *((name.lower(), _url(item[name]) if name in item else None) for name in ("DOI", "ISBN", "ISSN", "language")),
        ("keywords", ", ".join(_keyword(topic) for topic in record.get("topics") or ()) or None),
        ("abstract", escape(item["abstract"]) if "abstract" in item else None),
        ("note", escape(item["note"]) if "note" in item else None),
        ("url", _url(item["URL"])),
        ("urldate", (record.get("last_seen") or "")[:10] or None),
    ]
    lines = [f"  {name} = {{{value}}}" for name, value in fields if value]
    if len(date) > 1:
        at = lines.index(f"  year = {{{date[0]}}}") + 1
        lines[at:at] = [f"  month = {_MONTHS[date[1] - 1]}", *(f"  day = {{{day}}}" for day in date[2:])]
    return f"@{kind}{{{_key(item)},\n" + ",\n".join(lines) + "\n}\n"


def escape(text: str) -> str:
    r"""Text that TeX prints as it stands.

    >>> escape("50% of {all & more")
    '50\\% of \\textbraceleft{}all \\& more'
    """
    return " ".join(text.translate(_ESCAPES).split())


def _keyword(topic: str) -> str:
    """A topic in a list with commas; one that holds some in braces, as names are kept whole.

    >>> _keyword("Trade, tariffs and growth")
    '{Trade, tariffs and growth}'
    """
    return "{" + escape(topic) + "}" if "," in topic or ";" in topic else escape(topic)


def _url(url: str) -> str:
    return url.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D").replace(" ", "%20").replace("\n", "%0A")


def _name(name: Mapping[str, str]) -> str:
    if "literal" in name:
        return "{" + escape(name["literal"]) + "}"
    family = " ".join(filter(None, [name.get("non-dropping-particle"), name["family"]]))
    return ", ".join(_AND.sub("{and}", escape(part.replace(",", " "))) for part in (family, name.get("suffix"),
                                                                                  name["given"]) if part)


def _key(item: Mapping[str, Any]) -> str:
    author: Mapping[str, str] = next(iter(item.get("author", [])), {})
    who = author.get("family") or author.get("literal") or "anon"
    surname = next((word for word in who.split() if word.lower() not in PARTICLES), who)
    year = str(item["issued"]["date-parts"][0][0]) if "issued" in item else "nd"
    word = next((w for w in item["title"].split() if len(w) > 3), item["title"].split()[0] if item["title"] else "")
    plain = unicodedata.normalize("NFKD", plain_letters(f"{surname:.{KEY_WORD}}{year}{word:.{KEY_WORD}}".lower()))
    return re.sub(r"[^a-z0-9]", "", plain) + "_" + str(item["id"])[-6:]


def write_bibtex(records: Iterable[Mapping[str, Any]], out: BinaryIO) -> None:
    """Entries separated by a blank line."""
    for number, record in enumerate(records):
        out.write(("\n" if number else "").encode() + bibtex_entry(record).encode())
