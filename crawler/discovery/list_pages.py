"""Addresses of pages of lists, and of entries -> which list it is, where it ends, what tells only the place. Pure."""

import re
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from crawler.discovery.addresses import PAGE_PATH, names_a_page, names_item, number_in, page_number

# A number that may be an entry's: "ajax=1" is none, nor is how many entries a page has.
_OF_AN_ENTRY = re.compile(r"(?!\w*(?:size|limit|rows|count|show|display|per_?page)=)[^=]+=.*\d\d", re.IGNORECASE)


def list_of(url: str) -> str:
    """The address of a page of a list without the number of the page: the same for all pages of one list.

    >>> list_of("https://example.org/news?page=3&year=2024"), list_of("https://example.org/news/page/4/")
    ('/news?year=2024', '/news')
    """
    parts = urlsplit(url)
    pairs = [pair for pair in parts.query.split("&")
             if pair and not names_a_page(unquote(pair.partition("=")[0]))]
    return f"{PAGE_PATH.sub('', parts.path).rstrip('/')}{'?' + '&'.join(pairs) if pairs else ''}"


def without_place(url: str, found_at: str) -> str:
    """The address of an entry without empty fields and the number of the page of its list; others as they are.

    Else an entry had another address on each page that it moves on to, and where the entry before leads to it.

    >>> without_place("https://example.org/view.do?nttNo=7&page=3&word=", "https://example.org/list.do?page=3")
    'https://example.org/view.do?nttNo=7'
    >>> without_place("https://example.org/news/7?page=1", "https://example.org/news")
    'https://example.org/news/7'
    >>> without_place("https://example.org/?board=3&uid=70&page=1", "https://example.org/?board=3")
    'https://example.org/?board=3&uid=70'
    >>> without_place("https://example.org/view.do?nttNo=7&page=2", "https://example.org/view.do?nttNo=7")
    'https://example.org/view.do?nttNo=7&page=2'
    """
    path, _, query = url.partition("?")
    number = number_in(found_at)
    places = ("0", "1") if number is None else (str(number),)
    kept = [pair for pair in query.split("&") if pair[-1:] != "=" and not (
        pair.partition("=")[2] in places and names_a_page(unquote(pair.partition("=")[0])))]
    list_path, _, asked = found_at.partition("?")
    if len(kept) == query.count("&") + 1 or not (names_item(urlsplit(path).path, query) or (
            _numbers_more(kept, asked) if path == list_path else _lies_in(path, list_path))):
        return url
    return f"{path}?{'&'.join(kept)}" if kept else path


def list_ends(pages: Iterable[tuple[int, str, int | None, str | None]]) -> list[int]:
    """The ends of lists where news may show, given (address id, address, the page that named it, that page's address).

    Of numbered pages the highest is an end, and so is the lowest where no page of the list named it: a list that a
    script draws begins with it. Of others, each that leads to no further one.

    >>> list_ends([(1, "https://e.org/l?page=2", 9, "https://e.org/l"), (2, "https://e.org/l?page=3", 1, None),
    ...            (3, "https://e.org/m", 9, None), (4, "https://e.org/l.json?page=1", 9, "https://e.org/l")])
    [2, 3, 4]
    """
    numbered: dict[str, list[tuple[int, int, bool]]] = {}
    unnumbered: dict[int, int | None] = {}
    for address_id, url, found_in, named_by in pages:
        number = page_number(url)
        if number is None:
            unnumbered[address_id] = found_in
        else:
            begins = named_by is not None and list_of(named_by) != list_of(url)
            numbered.setdefault(list_of(url), []).append((number, address_id, begins))
    leading = set(unnumbered.values())
    ends = {max(some)[1] for some in numbered.values()} | {
        first for some in numbered.values() for _, first, begins in [min(some)] if begins}
    return sorted(ends | {address_id for address_id in unnumbered if address_id not in leading})


def _numbers_more(pairs: Iterable[str], asked: str) -> bool:
    """Whether a query asks for a number besides what was asked of the same program for the list."""
    return any(map(_OF_AN_ENTRY.match, set(pairs).difference(asked.split("&"))))


def _lies_in(path: str, list_path: str) -> bool:
    """Whether a path is that of an entry of the list, or beside it: its last part is a number or a title."""
    folder, _, last = path.rstrip("/").rpartition("/")
    own = list_path.rstrip("/")
    return (any(map(str.isdigit, last)) or last.count("-") > 1) and f"{folder}/{last}" != own and (
        folder in (own, own.rpartition("/")[0]))
