"""Outline and claims -> the identifiers a publication states of itself: DOI, ISBN, ISSN, report number … Pure.

Claims come first. In the text an identifier counts only in a short line that names it ("DOI: 10.…"), before any list of
references, and, for a DOI, only if no other stands there: what a publication cites is not what it is. ISBN and ISSN
must carry the right check digit.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crawler.parsing.claims import Claims
from crawler.parsing.outline import Outline
from crawler.parsing.report_numbers import report_number_in

_LONGEST_LINE = 220
_LONGEST_LABEL, _LABEL_EDGES = 40, " :.0123456789"
_REFERENCES = frozenset(
    "references|bibliography|works cited|literature cited|sources|notes|endnotes|footnotes|literatur|quellen|"
    "literaturverzeichnis|bibliographie|références|bibliografía|referencias|referências|bibliografia|литература|"
    "источники|参考文献|참고문헌|bibliografie|källor|referenser|litteratur|kaynakça|المراجع".split("|"))
_ALONE = frozenset("doi|isbn|issn|e-issn|handle|arxiv|report number|document number|publication number|ecli|"
                   "celex|celex number|pmid".split("|"))
_SET_APART = _REFERENCES | _ALONE
_SYMBOL_MARKS = ("COM", "SWD", "JOIN", "SEC(", "A/", "S/", "E/", "/C/")
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>{}|\\^`\[\]，。]+")
_ISBN = re.compile(r"\b97[89][\s‐-―-]?(?:\d[\s‐-―-]?){9}\d\b|\b(?:\d[\s‐-―-]?){9}[\dXx]\b")
_ISSN = re.compile(r"\b(\d{4})[‐-―-](\d{3}[\dXx])\b")
_ARXIV = re.compile(r"\b(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?\b")
_HANDLE = re.compile(r"(?:hdl\.handle\.net/|hdl:|\bhandle:?\s)(\d[\d.]*/[^\s\"<>]+)", re.IGNORECASE)
_AFTER = "text after “"
_FILE_NUMBER = re.compile(                # 海办发〔2025〕27号
    r"[\u4e00-\u9fff]{2,14}[〔［\[(（]\d{4}[〕］\])）]第?\s?\d{1,5}[号號]")
_SYMBOL = re.compile(
    r"\b(?:COM|SWD|JOIN|SEC)\s?\(\d{4}\)\s?\d{1,4}(?:\s(?:final|draft))?|"
    r"\b[ASE]/(?:RES|HRC|CN|AC|CONF|PV|\d{2}|(?:19|20)\d\d)[/.][\w./-]{1,24}|\b(?:CRC|CCPR|CEDAW|CERD|CAT|CRPD)/C/[\w./-]{3,24}")
_NAMED = {                    # kind -> what names it, in small letters, and how it is written
    "ecli": ("ecli:", re.compile(r"\bECLI:[A-Z]{2}:[A-Z\d.]{1,7}:\d{4}:[A-Z\d.]{1,25}", re.IGNORECASE)),
    "celex": ("celex", re.compile(r"\bCELEX[^\n\d]{0,20}(\d{5}[A-Z]{1,2}\d{4}(?:\(\d\d\))?)", re.IGNORECASE)),
    "pmid": ("pmid", re.compile(r"\bPMID:?\s?(\d{4,9})\b", re.IGNORECASE)),
    "pmcid": ("pmid", re.compile(r"\bPMCID:?\s?(PMC\d{4,9})\b", re.IGNORECASE)),
    "repec": ("repec:", re.compile(r"\bRePEc:[a-z]{3}:[a-z\d]{6}:[^\s,;|]{1,60}", re.IGNORECASE)),
}
_META = {
    "doi": ("citation_doi", "dc.identifier.doi", "prism.doi", "bepress_citation_doi", "doi", "dc.identifier",
            "dcterms.identifier", "eprints.id_number"),
    "isbn": ("citation_isbn", "book:isbn", "dc.identifier.isbn", "prism.isbn", "isbn", "og:isbn", "dc.identifier"),
    "issn": ("citation_issn", "prism.issn", "prism.eissn", "dc.identifier.issn", "dc.source.issn", "issn"),
    "arxiv": ("citation_arxiv_id",), "pmid": ("citation_pmid",), "pmcid": ("citation_pmcid",),
    "handle": ("citation_handle", "dc.identifier.uri", "dcterms.identifier.uri", "dc.identifier"),
    "report_number": ("citation_technical_report_number", "dc.identifier.reportnumber", "eprints.number"),
}


@dataclass(frozen=True, slots=True)
class Identifiers:
    """What the publication is known by: kind -> value, and where each was read."""

    values: Mapping[str, str]
    origins: Mapping[str, str]

    @property
    def numbered(self) -> str | None:
        """What the text calls the publication beside its report number: "Working Paper"."""
        origin = self.origins.get("report_number", "")
        return origin.removeprefix(_AFTER).rstrip("”") if origin.startswith(_AFTER) else None


def find_identifiers(outline: Outline, claims: Claims) -> Identifiers:
    """The identifiers; empty where the page states none."""
    written = _written([run.text for run in outline.runs[:4000]])
    return _first_of_each((*_claimed(claims), *written, *_in_address(outline.document.url)))


def identifiers_in(lines: Sequence[str]) -> Identifiers:
    """The identifiers that lines of text name.

    >>> identifiers_in(["Working Paper No. 2023-17", "ISBN 978-92-64-26777-0"]).values
    {'isbn': '9789264267770', 'report_number': '2023-17'}
    """
    return _first_of_each(_written(lines))


def _first_of_each(found: Iterable[tuple[str, str, str]]) -> Identifiers:
    values: dict[str, str] = {}
    origins: dict[str, str] = {}
    for kind, value, origin in found:
        if kind not in values:
            values[kind], origins[kind] = value, origin
    return Identifiers(values, origins)


def doi_in(text: str) -> str | None:
    """The first DOI of a text, in lower case and without what trails it.

    >>> doi_in("https://doi.org/10.1787/ABC-2024-en).")
    '10.1787/abc-2024-en'
    """
    found = _DOI.search(text)
    if not found:
        return None
    doi = found[0].rstrip(".,;:'\"")
    while doi.endswith(")") and doi.count(")") > doi.count("("):
        doi = doi[:-1].rstrip(".,;:")
    return doi.lower()


def isbn_in(text: str) -> str | None:
    """The first ISBN of a text whose check digit is right, without hyphens.

    >>> isbn_in("ISBN 978-92-64-26777-0"), isbn_in("ISBN 978-92-64-26777-4"), isbn_in("0-306-40615-2")
    ('9789264267770', None, '0306406152')
    """
    for found in _ISBN.finditer(text):
        digits = "".join(filter(str.isalnum, found[0])).upper()
        if len(digits) == 13 and digits.isdigit():
            total = sum(int(d) * (3 if n % 2 else 1) for n, d in enumerate(digits))
            if total % 10 == 0:
                return digits
        elif len(digits) == 10:
            total = sum((10 - n) * (10 if d == "X" else int(d)) for n, d in enumerate(digits))
            if total % 11 == 0:
                return digits
    return None


def issn_in(text: str) -> str | None:
    """The first ISSN of a text whose check digit is right.

    >>> issn_in("ISSN 0028-0836 (print)"), issn_in("2019-2020")
    ('0028-0836', None)
    """
    for found in _ISSN.finditer(text.upper()):
        if sum((8 - n) * (10 if d == "X" else int(d)) for n, d in enumerate(found[1] + found[2])) % 11 == 0:
            return f"{found[1]}-{found[2]}"
    return None


def _read(kind: str, text: str) -> str | None:
    if kind in _READERS:
        return _READERS[kind](text)
    if kind == "arxiv":
        found = _ARXIV.search(text)
        return found[0] if found else None
    if kind == "handle":
        return found[1].rstrip(".,;") if (found := _HANDLE.search(text)) else None
    if kind in {"pmid", "pmcid"}:
        return text.strip() if re.fullmatch(r"(?:PMC)?\d{3,9}", text.strip()) else None
    return text.strip()[:60] or None


_READERS = {"doi": doi_in, "isbn": isbn_in, "issn": issn_in}


def _claimed(claims: Claims) -> Iterator[tuple[str, str, str]]:
    for kind, names in _META.items():
        for name in names:
            for value in claims.meta.get(name, ()):
                if found := _read(kind, value):
                    yield kind, found, f"meta {name}"
    for key, kind in (("isbn", "isbn"), ("issn", "issn"), ("doi", "doi"), ("reportNumber", "report_number"),
                      ("identifier", "doi"), ("sameAs", "doi"), ("@id", "doi"), ("isPartOf", "issn")):
        for text in _texts(claims.own.get(key), 0):
            if found := _read(kind, text):
                yield kind, found, f"json-ld {key}"
    for name, kind in (("isbn", "isbn"), ("issn", "issn"), ("doi", "doi"), ("reportnumber", "report_number")):
        for place in claims.marked.get(name, ())[:2]:
            if found := _read(kind, place.value):
                yield kind, found, f"microdata {name}"


def _texts(value: object, depth: int) -> Iterator[str]:
    """All strings of a JSON-LD value, names of properties left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list) and depth < 4:
        for member in value[:20]:
            yield from _texts(member, depth + 1)
    elif isinstance(value, dict) and depth < 4:
        for member in list(value.values())[:20]:
            yield from _texts(member, depth + 1)


def _written(texts: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """What short lines before the references name."""
    lines = [line for line in texts if len(line) <= _LONGEST_LINE]
    low = "\n".join(lines).lower()
    lows = low.split("\n")
    if not _SET_APART.isdisjoint([line.strip(_LABEL_EDGES) for line in lows if len(line) <= _LONGEST_LABEL]):
        lines = _joined_with_labels(lines)
        low = "\n".join(lines).lower()
        lows = low.split("\n")
    dois = {doi for line, small in zip(lines, lows, strict=True) if "10." in line and "doi" in small
            and (doi := doi_in(line))} if "doi" in low and "10." in low else set()
    if len(dois) == 1:
        yield "doi", dois.pop(), "text after “DOI”"
    for kind in ("isbn", "issn", "arxiv"):
        if kind in low and (found := next((found for line in lows if kind in line and (
                found := _read(kind, line.partition(kind)[2][:60]))), None)):
            yield kind, found, f"text after “{kind.upper() if kind != 'arxiv' else 'arXiv'}”"
    if "handle" in low and (handle := next((handle for line, small in zip(lines, lows, strict=True) if (
            "handle" in small or "hdl" in small) and (handle := _HANDLE.search(line))), None)):
        yield "handle", handle[1].rstrip(".,;"), "text"
    text = "\n".join(lines)
    for kind, (mark, pattern) in _NAMED.items():
        if mark in low:
            named = {found[found.lastindex or 0].rstrip(".") for found in pattern.finditer(text)}
            if len(named) == 1:
                yield kind, named.pop(), "text"
    if any(mark in text for mark in _SYMBOL_MARKS) and (symbol := _SYMBOL.search(text)):
        yield "report_number", symbol[0], "text"
    if "号" in low or "號" in low:
        yield from [("report_number", line, "line of its own") for line in lines if _FILE_NUMBER.fullmatch(line)][:1]
    if number := report_number_in(lines, lows):
        yield "report_number", number[0], f"{_AFTER}{number[1]}”"


def _joined_with_labels(lines: Sequence[str]) -> list[str]:
    """The lines before the references; a label and its value in two cells are one line."""
    joined: list[str] = []
    for line in lines:
        if len(line) <= _LONGEST_LABEL and len(joined) > 10 and line.lower().strip(_LABEL_EDGES) in _REFERENCES:
            break
        if joined and joined[-1].lower().rstrip(" :") in _ALONE:
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    return joined


def _in_address(url: str) -> Iterator[tuple[str, str, str]]:
    if "arxiv.org/" in url and (found := _ARXIV.search(url)):
        yield "arxiv", found[0], "address"
    if "celex" in url.lower() and (celex := re.search(r"celex[:=%3A]+(\d\d{4}[A-Z]{1,2}\d{4})", url, re.IGNORECASE)):
        yield "celex", celex[1].upper(), "address"
    if "/10." in url and (doi := doi_in(url.partition("?")[0])):
        yield "doi", doi, "address"
