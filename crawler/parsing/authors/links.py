"""Links to the pages of people -> the authors they name, one or all that stand side by side. Pure."""

import re
from collections.abc import Iterable, Iterator

from archive.records import Author
from crawler.parsing.appearance import EDGE
from crawler.parsing.authors.claims import Authors
from crawler.parsing.bylines import read_byline, with_url
from crawler.parsing.bylines.names import read_name
from crawler.parsing.outline import Outline
from crawler.parsing.site import fold

_BODIES = re.compile(r"/(?:organi[sz]ations?|departments?|ministr(?:y|ies)|agenc(?:y|ies)|organismes?|ministeres?|"
                     r"ministerios?|behoerden?)/[^/?#]{2,}", re.IGNORECASE)
_LARGEST_ROW, _STEPS_UP = 120, 3      # elements of a row of cards, and steps from a name up to its card
_FEWEST_LINKS = 2
_FEWEST_SIGNS, _MOST_BESIDE = 3, 12
_BETWEEN = " \n\t,;·•|/&、・\x1f" + EDGE
PROFILE = re.compile(
    r"/(?:authors?|autor(?:en|es|i|e)?|auteurs?|avtory?|people|person|staff|profiles?|contributors?|team|experts?|writers?|by|"
    r"journalist(?:e|er|en)?s?|redaktion|columnists?|colunistas?|columnistas?|fellows?|scholars?|editors?|yazar(?:lar)?|"
    r"muhabir|penulis|tac-gia|skribent(?:er)?|kirjoittaja|toimittaja|szerzok?|reporters?)/[^/?#]{2,}", re.IGNORECASE)


def people_of_cards(outline: Outline, i: int) -> Authors:
    """The people of cards side by side, one of which holds the element: each with a link to a profile."""
    for _ in range(_STEPS_UP):
        parent, card = outline.parents[i], i
        if parent < 0 or not outline.names[card] or outline.ends[parent] - parent > _LARGEST_ROW:
            return ()
        cards = [j for j in outline.children(parent) if _make(outline, j) == _make(outline, card)]
        if len(cards) > 1:
            links = (next((k for k in outline.all("a", within=j) if leads_to(outline, k)), None) for j in cards)
            return once(people_linked(outline, (k for k in links if k is not None)))
        i = parent
    return ()


def people_side_by_side(outline: Outline, i: int) -> Authors:
    """The people whom the first lines of two elements or more name in full, which are of one make and fill the element.

    Cards tell more in further lines; those have a class.
    """
    found: list[Author] = []
    make = None                           # all are of one make, as the names in a list are
    at = outline.starts[i]
    for child in outline.children(i):
        if len(found) > _MOST_BESIDE:
            break
        if outline.between(at, outline.starts[child]).strip(_BETWEEN):
            return ()
        lines = [] if outline.tags[child] == "time" else outline.lines(child)
        if lines:
            people = read_byline(lines[0], led=False)
            if len(people) != 1 or people[0].kind != "person" or not _is_full(people[0].name) or (
                    make := make or _make(outline, child)) != _make(outline, child) or (lines[1:] and not make[1]):
                return ()
            found.append(linked_author(outline, people[0], child) if outline.tags[child] == "a" else people[0])
        at = outline.stops[child]
    rest = outline.between(at, outline.stops[i]).strip(_BETWEEN)
    return once(found) if len(found) >= _FEWEST_LINKS and not rest else ()


def _make(outline: Outline, i: int) -> tuple[str, str]:
    return outline.tags[i], outline.names[i]


def _is_full(name: str) -> bool:
    """Whether a name has a first and a last part: two words, or three signs of a script without spaces."""
    return " " in name or (not name.isascii() and name[0] >= "\u2e80" and len(name) >= _FEWEST_SIGNS)


def leads_to(outline: Outline, j: int) -> bool:
    """Whether link `j` names the person whose profile it leads to."""
    return names_person(outline.attributes[j].get("href") or "", outline.text(j))


def names_person(href: str, text: str) -> bool:
    """Whether an address ends in words of the text that it is linked by, below a folder of people."""
    found = PROFILE.search(href)
    return found is not None and not set(fold(found[0].replace("-", " ")).split()).isdisjoint(fold(text).split())


def linked_author(outline: Outline, author: Author, j: int) -> Author:
    """The author with the address that link `j` leads to."""
    return with_url(author, outline.document.absolute(outline.attributes[j].get("href")))


def linked_body(outline: Outline, j: int) -> Author | None:
    """The public body that link `j` leads to, below a folder of such; None where it leads to none."""
    name, href = outline.text(j), outline.attributes[j].get("href") or ""
    return linked_author(outline, Author(name, "organization"), j) if name and _BODIES.search(href) else None


def people_linked(outline: Outline, links: Iterable[int]) -> Iterator[Author]:
    """The first person that each of the links names, with its address."""
    return (linked_author(outline, author, j) for j in links for author in first_person(outline.text(j)))


def first_person(text: str) -> Authors:
    """The first whom a text without "By" names, where that is a person."""
    return tuple(author for author in read_byline(text, led=False)[:1] if author.kind == "person")


def once(authors: Iterable[Author]) -> Authors:
    """Each author once, in order."""
    return tuple({fold(author.name): author for author in reversed([*authors])}.values())[::-1]


def as_linked(outline: Outline, authors: Authors, i: int) -> Authors:
    """The authors with the addresses of their links; a link's text is the name where the byline says more."""
    names = [(outline.text(j), j) for j in outline.all("a", within=i)]
    found = []
    for author in authors:
        if author.url:
            found.append(author)
            continue
        key = fold(author.name)
        own = next(((cut, j) for name, j in names
                    if len(name) > 4 and key.startswith(fold(name)) and (cut := read_name(name))), None)
        found.append(linked_author(outline, *own) if own else author)
    return tuple(found)


def name_on_card(outline: Outline, link: int) -> Authors:
    """The person whom the first words of a link name, in an element of their own: "<b>Ada One</b><i>Economist</i>"."""
    first = next((j for j in outline.children(link) if outline.text(j)), None)
    if first is None or outline.text(first) == outline.text(link):
        return ()
    return first_person(outline.text(first))
