"""A page that a script would draw -> the addresses in what the script is given. Pure.

The state of such a page stands in its source: as JSON in a script or an attribute, or as JavaScript assigned to a
variable. What it looks like differs from tool to tool and year to year, but an address is a text between quotes that
begins with a slash or a scheme in all of them, so nothing is parsed. Some hold only the last part of each address, a
slug: the links that are drawn already tell what stands before it, or else the list's own address.
"""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from itertools import islice

from archive.urls import join_url
from crawler.discovery.lead import Lead

NAMES = ("href", "url", "link", "path", "permalink", "uri", "to")     # of addresses, in states and answers for scripts
FEW_LINKS = 25                 # a page whose markup has more is drawn already
MOST_LEADS = 2000              # of one page
LEAST_SLUGS_DRAWN = 2          # links that end in a slug, for the others to stand beside them
LEAST_SLUGS_OF_A_LIST = 3      # where no link has any of them
# A script, or an attribute that holds more than a word.
_HELD = re.compile(r"<script\b([^>]{0,1000})>|"
                   r"""=\s*+(?:"([^"<>{[]*+[{[][^"]*+)"|'([^'<>{[]*+[{[][^']*+)')""", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\bsrc\s*=|ld\+json", re.IGNORECASE)     # a script that is fetched, or is no program's
_END = re.compile("</script>", re.IGNORECASE)
# Where a state that is sent in pieces is cut, in the middle of a word even.
_CUT = re.compile(r"""["']\]\)\s*+;?\s*+</script>\s*+<script\b[^>]*>\s*+self\.__next_f\.push\(\[1,\s*+["']""")
# A name that tells of an address, or none; and the address. Slashes stand bare, after a backslash, or as \u002F; signs
# that no path has end it, so that patterns of paths are none.
_ADDRESS = re.compile(
    rf"""(?:\b({"|".join(NAMES)})\\*["']?\s*:\s*\\*)?"""
    r"""["']((?:https?:)?(?:(?:\\*/|\\+u002[fF])(?:[^"'\s<>{}\[\]$*^`|\\/]|\\+u0026)*)+)\\*["']""")
_SLUG = re.compile(r"""\b(?:slug|urlSlug|url_slug|handle|current)\\*["']?\s*:\s*\\*["']([\w-]{4,200})\\*["']""")
_COUNTED = re.compile(rb"""\(\s*["']?(\d{1,4})["']?\s*,\s*["']?(\d{1,4})["']?\s*,\s*["'](\w{1,40})["']\s*,"""
                      rb"""\s*["'](s?html?)["']""")
_SLASH = re.compile(r"\\*/|\\+u002[fF]")
_AMPERSAND = re.compile(r"\\+u0026")
_OF_A_PAGE = re.compile(r"https?://|/[^/?]+/[^/]|/[^/]*[-?=]")    # more than the name of a folder or of a program
_FOR_PROGRAMS = re.compile(r"/(?:_\w+|api|graphql|static|assets|dist|build)(?:/|$)")


def read_drawn_links(body: bytes, url: str, drawn: Sequence[str] = (), *, is_list: bool = False) -> tuple[Lead, ...]:
    """The addresses in the scripts and data of the page at `url`, in its order, each once.

    `drawn` are those that its links lead to. Below the address of a list, unlike an article's, stands what it lists.
    """
    found: dict[str, Lead] = {}
    texts = list(_texts(body.decode("utf-8", "replace")))
    for slugged in _slugged(texts, drawn, url if is_list else None):
        found[slugged] = Lead(slugged, url)
    for text in texts:
        for match in _ADDRESS.finditer(text):
            said = _AMPERSAND.sub("&", _SLASH.sub("/", match[2]))
            if may_be_a_page(said, named=match[1] is not None) and (address := join_url(url, said)):
                found.setdefault(address, Lead(address, url))
            if len(found) == MOST_LEADS:
                return tuple(found.values())
    return tuple(found.values())


def read_counted_pages(body: bytes, url: str) -> tuple[Lead, ...]:
    """The further pages of a list whose pager is drawn by a script that is told how many there are.

    `pager(25, 0, "index", "html")` on the first of 25 pages means index_1.html to index_24.html beside it.
    """
    found = _COUNTED.search(body) if b'html"' in body or b"html'" in body else None
    if found is None or not int(found[2]) < int(found[1]) <= MOST_LEADS:
        return ()
    name, suffix = found[3].decode(), found[4].decode()
    pages = (join_url(url, f"{name}_{number}.{suffix}") for number in range(1, int(found[1])))
    return tuple(Lead(address, url, "listing", "next") for address in pages if address)


def _slugged(texts: Sequence[str], drawn: Sequence[str], list_url: str | None) -> Iterator[str]:
    """The slugs in the state, after what stands before some of them in the links drawn already; or below the list."""
    slugs = dict.fromkeys(slug for text in texts for slug in _SLUG.findall(text))
    around: dict[tuple[str, str], set[str]] = {}
    for address in drawn if slugs else ():
        bare = address.rstrip("/")
        start, _, last = bare.rpartition("/")
        if last in slugs:
            around.setdefault((start, address[len(bare):]), set()).add(last)
    places = [place for place, known in around.items() if len(known) >= LEAST_SLUGS_DRAWN]
    if list_url and "?" not in list_url and not places and len(slugs) >= LEAST_SLUGS_OF_A_LIST:
        places = [(list_url.rstrip("/"), "")]
    for start, end in places:
        yield from (f"{start}/{slug}{end}" for slug in islice(slugs, MOST_LEADS))


def may_be_a_page(said: str, *, named: bool = False) -> bool:
    """Whether a text that begins like an address may be one of a page; `named`: its name says that it is an address."""
    return not _FOR_PROGRAMS.search(said) and (
        named or (not said.startswith("//") and _OF_A_PAGE.match(said) is not None))


def _texts(page: str) -> Iterator[str]:
    """What scripts and attributes hold; a script that never ends holds nothing, and is looked for once."""
    page, at, ends = _CUT.sub("", page), 0, True
    while held := _HELD.search(page, at):
        at = held.end()
        if held[1] is None:
            yield unescape(held[2] or held[3])
        elif ends and not _ELSEWHERE.search(held[1]):
            if end := _END.search(page, at):
                text = page[at:end.start()]
                yield text.replace("&q;", '"') if "&q;" in text else text     # as Angular escapes its state
                at = end.end()
            ends = end is not None
