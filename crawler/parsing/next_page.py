"""Linked addresses -> the next page of the same text, where a publication is spread over several. Pure."""

import re
from collections.abc import Iterable
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_IN_PATH = re.compile(r"(?:/(?:page|seite|pagina|pag|p)?[/-]?|[-_,.])(\d{1,3})(?=(?:\.x?html?|\.php)?/?$)", re.I)
_IN_QUERY = frozenset({"page", "p", "pg", "pag", "pagina", "seite", "sida", "side", "strona", "start_page"})
_END = re.compile(r"(?:\.x?html?|\.php)?/?$")


def next_address(own: str, linked: Iterable[str], *, is_part: bool = False) -> str | None:
    """The first linked address that differs from `own` in the number of the page only, one higher; None without.

    `rel="next"` is no proof: blogs use it for the next post. The number is, of a page that begins a text or is a known
    part of one; the next of brief-7 is no brief-8, for its number is a name.

    >>> next_address("https://example.org/report", ["https://example.org/", "https://example.org/report?page=2"])
    'https://example.org/report?page=2'
    >>> next_address("https://example.org/brief-7", ["https://example.org/brief-8", "https://example.org/brief-7?page=2"])
    'https://example.org/brief-7?page=2'
    """
    stem, number = _numbered(own)
    wanted = (number or 1) + 1
    near = [url for url in linked if str(wanted) in url or "2" in url]
    path = urlsplit(stem).path
    near = [url for url in near if path in url]        # cheap, and hardly any link of a page is left after it
    for url in near if is_part or _begins(own, number) else ():
        if str(wanted) in url and _numbered(url) == (stem, wanted):
            return url
    plain = _plain(own)                # own address without a number, though its end looks like one: /report-23
    if number is not None:
        return next((url for url in near if "2" in url and _numbered(url) == (plain, 2)), None)
    return None


def _begins(url: str, number: int | None) -> bool:
    """Whether the address is that of a first page: it has no number in its path, and none above 1 in its query."""
    return number is None or (number <= 1 and not _IN_PATH.search(urlsplit(url).path))


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
