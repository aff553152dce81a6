"""Outline and claims -> the identifiers a publication states of itself: DOI, ISBN, ISSN, report number … Pure.

Claims come first. In the text an identifier counts only in a short line that names it ("DOI: 10.…"), before any list of
references, and, for a DOI, only if no other stands there: what a publication cites is not what it is. ISBN and ISSN
must carry the right check digit.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from crawler.parsing.claims import Claims
from crawler.parsing.outline import Outline
from crawler.parsing.report_numbers import report_number_in

_LONGEST_LINE = 220
_LONGEST_LABEL, _LABEL_WORDS, _LABEL_EDGES = 40, 3, " :.-0123456789"
_LONGEST_VALUE = 60            # characters beside a label that may hold the number
_BESIDE_SYMBOL = 40            # characters of a line beside the symbol of a document
_REFERENCES = frozenset(
    "references|bibliography|works cited|literature cited|sources|notes|endnotes|footnotes|literatur|quellen|"
    "literaturverzeichnis|bibliographie|références|bibliografía|referencias|referências|bibliografia|литература|"
    "источники|参考文献|참고문헌|bibliografie|källor|referenser|litteratur|kaynakça|المراجع".split("|"))
_ALONE = frozenset("doi|isbn|eisbn|issn|eissn|pissn|handle|arxiv|report number|document number|publication number|ecli|"
                   "celex|celex number|pmid|pubmed|pubmed id|pmcid|pubmed central id|ssrn|ssrn id".split("|"))
_SET_APART = _REFERENCES | _ALONE
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>{}|\\^`\[\]，。]+")
_ISBN = re.compile(r"\b97[89][\s‐-―-]?(?:\d[\s‐-―-]?){9}\d\b|\b(?:\d[\s‐-―-]?){9}[\dXx]\b")
_ISSN = re.compile(r"\b(\d{4})[‐-―-](\d{3}[\dXx])\b")
_ARXIV = re.compile(r"\b(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?\b")
_HANDLE = re.compile(
    r"(?:hdl\.handle\.net/|hdl:\s?|/handle/(?=[\d.]+/\d)|\bhandle:\s?|^handle\s)(\d[\d.]*/[^\s\"<>/?#]+)",
    re.IGNORECASE)
_AFTER = "text after “"
_FILE_NUMBER = re.compile(                # 海办发〔2025〕27号
    r"[\u4e00-\u9fff]{2,14}[〔［\[(（]\d{4}[〕］\])）]第?\s?\d{1,5}[号號]")
_SYMBOL = re.compile(         # of the European Commission, and of the bodies of the United Nations: A/RES/70/1
    r"\b(?:COM|SWD|JOIN|SEC|C)\s?\(\d{4}\)\s?\d{1,5}(?:\s(?:final|draft))?|"
    r"\b(?:[ASE]|ST|TD|DP|ECE|HRI|FCCC|CBD|UNEP|CRC|CCPR|CEDAW|CERD|CAT|CED|CMW|CRPD)/(?=\S*\d)[A-Z\d][\w.-]*(?:/[\w.-]+)+")
_NUMBERS = {                  # kind -> its name in small letters: the number stands beside it
    "isbn": ("isbn", "شابک", "ردمك", "ردمک", "מסת״ב"), "issn": ("issn", "شاپا", "ردمد"), "arxiv": ("arxiv",)}
_NAMED = {                    # kind -> what names it, in small letters, and how it is written
    "ecli": (("ecli:",), re.compile(r"\bECLI:[A-Z]{2}:[A-Z\d.]{1,7}:\d{4}:[A-Z\d.]{1,25}", re.IGNORECASE)),
    "celex": (("celex",), re.compile(r"\bCELEX[^\n\d]{0,20}(\d{5}[A-Z]{1,2}\d{4}(?:R?\(\d\d\))?)", re.IGNORECASE)),
    "eli": (("/eli/",), re.compile(r"^(?:ELI\s?:?\s)?(https?://[\w.-]+/eli/(?:[\w-]+/){0,3}\d{4}/[^\s?#\"<>]+)(?=$|\?)",
                                   re.IGNORECASE | re.MULTILINE)),
    "pmid": (("pmid", "pubmed"), re.compile(r"\b(?:PMID|PubMed(?:\sID)?):?\s?(\d{4,9})\b", re.IGNORECASE)),
    "pmcid": (("pmc",), re.compile(r"\b(?:PMC(?:ID)?|PubMed Central)(?:\s(?:ID|free article))?:?\s?(PMC\d{4,9})\b",
                                   re.IGNORECASE)),
    "repec": (("repec:",), re.compile(r"\bRePEc:[a-z]{3}:[a-z\d]{6}:[^\s,;|]{1,60}", re.IGNORECASE)),
    "ssrn": (("ssrn",), re.compile(
        r"\bSSRN(?:\.com/(?:abstract=|\S{0,30}\babstract_id=)|\s(?:abstract\s)?ID:?\s)(\d{5,8})\b", re.IGNORECASE)),
    "hal": (("hal-0", "halshs-0"), re.compile(r"\b(?:hal|halshs)-\d{8}(?:v\d{1,2})?\b", re.IGNORECASE)),
    "urn": (("urn:nbn:",), re.compile(r"\burn:nbn:[a-z]{2}[:-][\w:./-]{3,60}", re.IGNORECASE)),
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
    """What short lines name; where they name numbers or references, those before these, labels with their values."""
    lines = [line for line in texts if len(line) <= _LONGEST_LINE]
    low = "\n".join(lines).lower()
    numbers = [(kind, name) for kind, names in _NUMBERS.items() for name in names if name in low]
    if numbers or not _SET_APART.isdisjoint(
            [line.strip(_LABEL_EDGES) for line in low.split("\n") if len(line) <= _LONGEST_LABEL]):
        lines = _joined_with_labels(lines)
        low = "\n".join(lines).lower()
    text, lows = "\n".join(lines), low.split("\n")
    if "10." in low and ("doi" in low or "object identifier" in low):
        dois = {doi for line, small in zip(lines, lows, strict=True) if "10." in line and (
            "doi" in small or "object identifier" in small) and (doi := doi_in(line))}
        if len(dois) == 1:
            yield "doi", dois.pop(), "text after “DOI”"
    for kind, name in numbers:
        if found := next(_beside(kind, name, lines, lows), None):
            yield kind, found, f"text after “{name.upper() if kind != 'arxiv' else 'arXiv'}”"
    if "handle" in low or "hdl" in low:
        handles = (_read("handle", line) for line, small in zip(lines, lows, strict=True) if "handle" in small or (
            "hdl" in small))
        yield from [("handle", handle, "text") for handle in handles if handle][:1]
    yield from [(kind, value, "text") for kind, value in _named(text, low)]
    yield from [("report_number", symbol[0], "text") for line in lines if ("/" in line or "(" in line) and (
        symbol := _SYMBOL.search(line)) and len(line) - len(symbol[0]) <= _BESIDE_SYMBOL][:1]
    if "号" in low or "號" in low:
        yield from [("report_number", line, "line of its own") for line in lines if _FILE_NUMBER.fullmatch(line)][:1]
    if number := report_number_in(lines, lows):
        yield "report_number", number[0], f"{_AFTER}{number[1]}”"


def _joined_with_labels(lines: Sequence[str]) -> list[str]:
    """The lines before the references; a label and its value in two cells are one line."""
    joined: list[str] = []
    labelled = False
    for line in lines:
        label = line.lower().strip(_LABEL_EDGES) if len(line) <= _LONGEST_LABEL else ""
        if len(joined) > 10 and label in _REFERENCES:
            break
        if labelled:
            joined[-1] += f" {line}"
        else:
            joined.append(line)
        labelled = not labelled and _is_label(label)
    return joined


def _is_label(line: str) -> bool:
    """Whether the line names an identifier, "isbn (pdf)" and "online-issn" too."""
    words = line.replace("-", " ").split()
    return line in _ALONE or (0 < len(words) <= _LABEL_WORDS and (words[0] in _ALONE or words[-1] in _ALONE))


def _beside(kind: str, name: str, lines: Sequence[str], lows: Sequence[str]) -> Iterator[str]:
    """The numbers after their name, or before it in a line that says little else."""
    for line, small in zip(lines, lows, strict=True):
        if name in small:
            after = line[small.index(name) + len(name):][:_LONGEST_VALUE]
            if found := _read(kind, after) or (_read(kind, line) if len(line) <= _LONGEST_VALUE else None):
                yield found


def _named(text: str, low: str) -> Iterator[tuple[str, str]]:
    """What says itself what it is, where the text has but one; `low` is the text in small letters."""
    for kind, (marks, pattern) in _NAMED.items():
        if any(mark in low for mark in marks):
            named = {found[found.lastindex or 0].rstrip("./") for found in pattern.finditer(text)}
            if len(named) == 1:
                yield kind, named.pop()


def _in_address(url: str) -> Iterator[tuple[str, str, str]]:
    url = unquote(url)
    if "arxiv.org/" in url and (found := _ARXIV.search(url)):
        yield "arxiv", found[0], "address"
    if "/handle/" in url and (handle := _read("handle", url)):
        yield "handle", handle, "address"
    yield from [(kind, value, "address") for kind, value in _named(url, url.lower())]
    if "/10." in url and (doi := doi_in(url.partition("?")[0])):
        yield "doi", doi, "address"
