"""An address -> the media type of the file that it names by its ending. Pure."""

import re
from urllib.parse import unquote

_TYPES = {
    "pdf": "application/pdf", "csv": "text/csv", "tsv": "text/tab-separated-values", "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "ppt": "application/vnd.ms-powerpoint", "epub": "application/epub+zip", "zip": "application/zip",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "ods": "application/vnd.oasis.opendocument.spreadsheet", "odt": "application/vnd.oasis.opendocument.text",
    "odp": "application/vnd.oasis.opendocument.presentation", "rtf": "application/rtf",
    "hwp": "application/x-hwp", "hwpx": "application/hwp+zip",
    "mobi": "application/x-mobipocket-ebook",
    "dta": "application/x-stata-dta", "sav": "application/x-spss-sav", "parquet": "application/vnd.apache.parquet",
    "geojson": "application/geo+json", "ris": "application/x-research-info-systems", "bib": "application/x-bibtex",
}
_EXTENSION = re.compile(rf"\.({'|'.join(sorted(_TYPES, key=len, reverse=True))})$", re.IGNORECASE)
_NAMED_BEFORE_KEY = re.compile(         # "/documents/20181/report.pdf/8f1c22aa-77aa-…": portals add a key to the name
    rf"/[^/]+\.({'|'.join(sorted(_TYPES, key=len, reverse=True))})/(?:[0-9a-f][0-9a-f-]{{6,40}}|"
    r"(?:@@|at_)(?:download|display-file)(?:/[\w.-]+){0,2})$", re.IGNORECASE)
_LIKELY = re.compile(rf"\.(?:{'|'.join(_TYPES)})(?![a-z0-9])", re.IGNORECASE)  # quick, and never stricter


def media_type_of(url: str) -> str | None:
    """The media type by the address's ending; None where it doesn't tell of a file.

    >>> media_type_of("https://e.org/Report%20final.PDF?v=2")
    'application/pdf'
    """
    if not _LIKELY.search(url) and "%" not in url:         # nearly all links end here
        return None
    path = url.partition("#")[0].partition("?")[0]      # by hand: an address that is none has an ending too
    path = path.partition(";jsessionid=")[0]
    found = _EXTENSION.search(unquote(path.partition("://")[2].partition("/")[2] or path).rstrip("/"))
    found = found or _NAMED_BEFORE_KEY.search(path)
    return _TYPES[found[1].lower()] if found else None
