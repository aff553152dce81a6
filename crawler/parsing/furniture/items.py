"""A part of the page that lists publications -> the publications, one a card. Pure."""

from bisect import bisect_left
from dataclasses import dataclass

from archive.records import Related, RelatedKind
from crawler.parsing.furniture import words
from crawler.parsing.furniture.ad_words import ad_label
from crawler.parsing.furniture.headings import list_kind
from crawler.parsing.furniture.lists import HEADINGS
from crawler.parsing.furniture.marks import Mark
from crawler.parsing.furniture.offers import Offer
from crawler.parsing.furniture.page import Grounds

_LEAST_TITLE = 12         # letters of a headline; half of it in scripts that write a word in a letter or two
_MOST_TITLE = 300
_SHORT_TITLE = 25


@dataclass(frozen=True, slots=True)
class Item:
    """One publication offered, and the element of its card."""

    related: Related
    key: str
    card: int


def read_items(grounds: Grounds, parts: tuple[int, ...], offers: list[Offer], kind: RelatedKind) -> list[Item]:
    """The publications offered inside the elements `parts`, each once, in document order."""
    inside = [offer for part in parts for offer in offers_within(grounds, offers, part)]
    by_key: dict[str, list[Offer]] = {}
    for offer in inside:
        by_key.setdefault(offer.key, []).append(offer)
    found = []
    for key, same in by_key.items():
        card = _card(grounds, same, parts, inside)
        if _is_paid(grounds, card):
            continue
        if title := _title(grounds, same, card):
            found.append(Item(Related(kind, same[0].url, title), key, card))
    return found


def offers_within(grounds: Grounds, offers: list[Offer], i: int) -> list[Offer]:
    """The offers inside element `i`, itself included."""
    start = bisect_left(offers, i, key=lambda offer: offer.element)
    stop = bisect_left(offers, grounds.outline.ends[i], key=lambda offer: offer.element)
    return offers[start:stop]


def _card(grounds: Grounds, same: list[Offer], parts: tuple[int, ...], inside: list[Offer]) -> int:
    """The widest element around the first anchor that offers nothing but this publication."""
    outline = grounds.outline
    card = same[0].element
    stop = set(parts)
    while card not in stop and (above := outline.parents[card]) >= 0:
        if any(other.key != same[0].key for other in offers_within(grounds, inside, above)):
            break
        card = above
    return card


def _is_paid(grounds: Grounds, card: int) -> bool:
    if grounds.marks[card] & Mark.SPONSORED:
        return True
    return any(ad_label(text) == "sponsored" for text in lines_of(grounds, card))


def lines_of(grounds: Grounds, i: int) -> list[str]:
    """The lines of text inside element `i`."""
    text = "".join(grounds.visible_pieces(i))
    return [line for piece in text.split("\n") if (line := " ".join(piece.split()))]


def _title(grounds: Grounds, same: list[Offer], card: int) -> str | None:
    """The headline: a heading in the card, else the anchor's text, else what the picture or the link is called."""
    outline = grounds.outline
    anchors = [offer.element for offer in same if outline.inside(offer.element, card)]
    if text := next((text for i in anchors if (text := _heading_in(grounds, i + 1, outline.ends[i]))), None):
        return text
    texts = [line for i in anchors for line in _first_line(grounds, i)]
    if texts:
        return max(texts, key=len) if len(texts[0]) < _SHORT_TITLE else texts[0]
    if text := _heading_in(grounds, card, outline.ends[card]):
        return text
    spoken = [text for i in anchors for text in _spoken(grounds, i) if is_headline(text)]
    return next(iter(spoken), None) or next((line for line in lines_of(grounds, card) if is_headline(line)), None)


def _first_line(grounds: Grounds, i: int) -> list[str]:
    """The first line of the link that reads as a headline; a link around a whole card holds several lines."""
    return [line for line in lines_of(grounds, i) if is_headline(line)][:1]


def _heading_in(grounds: Grounds, start: int, stop: int) -> str | None:
    """The first heading among these elements, by its tag or its name, that reads as a headline."""
    outline = grounds.outline
    for j in range(start, stop):
        named = "title" in outline.names[j] or "headline" in outline.names[j]
        if (outline.tags[j] in HEADINGS or named) and is_headline(text := " ".join(lines_of(grounds, j))):
            return text
    return None


def _spoken(grounds: Grounds, i: int) -> list[str]:
    """What the link says on hover and to screen readers, and what its pictures are called."""
    outline = grounds.outline
    element = outline.elements[i]
    said = [element.get("title"), element.get("aria-label")]
    said += [outline.elements[j].get("alt") for j in range(i + 1, outline.ends[i]) if outline.tags[j] == "img"]
    return [" ".join(text.split()) for text in said if text]


def is_headline(text: str) -> bool:
    """Whether a text may be the headline of a publication.

    >>> is_headline("Tariffs rise again"), is_headline("Read more"), is_headline("Energy")
    (True, False, False)
    """
    if len(text) > _MOST_TITLE or words.squeezed(text) in words.listed(words.MORE) or list_kind(text):
        return False
    letters = sum(2 if letter >= "\u2e80" else 1 for letter in text if letter.isalpha())
    return letters >= _LEAST_TITLE
