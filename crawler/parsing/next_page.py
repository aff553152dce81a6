"""Outline -> the address of the next page of the same text, where a publication is spread over several. Pure."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from crawler.parsing.outline import Outline

_IN_PATH = re.compile(r"(?:/(?:page|seite|pagina|pag|p)?[/-]?|[-_,.])(\d{1,3})(?=(?:\.x?html?|\.php)?/?$)", re.I)
_IN_QUERY = frozenset({"page", "p", "pg", "pag", "pagina", "seite", "sida", "side", "strona", "start_page"})
_END = re.compile(r"(?:\.x?html?|\.php)?/?$")


def next_page(outline: Outline) -> str | None:
    """The linked address that differs from the page's own in the number of the page only, one higher; None without.

    `rel="next"` is no proof: blogs use it for the next post. The number is.
    """
    document = outline.document
    stem, number = _numbered(document.url)
    wanted = (number or 1) + 1
    for i in outline.all("link", "a"):
        url = document.absolute(outline.attributes[i].get("href"))
        if url and str(wanted) in url and _numbered(url) == (stem, wanted):
            return url
    plain = _plain(document.url)       # own address without a number, though its end looks like one: /report-2023
    if number is not None:
        for i in outline.all("link", "a"):
            url = document.absolute(outline.attributes[i].get("href"))
            if url and "2" in url and _numbered(url) == (plain, 2):
                return url
    return None


def _numbered(url: str) -> tuple[str, int | None]:
    """An address without the number of its page, and that number."""
    parts = urlsplit(url)
    query = parse_qsl(parts.query, keep_blank_values=True)
    for name, value in query:
        if name.lower() in _IN_QUERY and value.isdecimal() and len(value) < 4:
            rest = [(n, v) for n, v in query if n != name]
            return _plain(urlunsplit(parts._replace(query=urlencode(rest)))), int(value)
    found = _IN_PATH.search(parts.path)
    if not found:
        return _plain(url), None
    return _plain(urlunsplit(parts._replace(path=parts.path[:found.start()]))), int(found.group(1))


def _plain(url: str) -> str:
    parts = urlsplit(url)
    query = urlencode(parse_qsl(parts.query, keep_blank_values=True))
    return urlunsplit(("", parts.netloc.lower(), _END.sub("", parts.path), query, ""))
