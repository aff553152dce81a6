"""Grounds -> the anchors that may offer another publication, told from topics, people, menus and files. Pure."""

from bisect import bisect_left
from typing import NamedTuple

from crawler.parsing.furniture.addresses import is_part_of, key_of, same_kind, target_of
from crawler.parsing.furniture.page import Grounds


class Offer(NamedTuple):      # hundreds on a page: a third of the cost of a frozen dataclass, and sorted by element
    """An anchor that may lead to another publication."""

    element: int
    url: str
    key: str                  # addresses.key_of it


def read_offers(grounds: Grounds) -> list[Offer]:
    """Every anchor of the page that may offer a publication, the page itself among them, in document order."""
    own, key = grounds.own, key_of(grounds.own)
    odd = target_of(own).key is None         # the page lies in a folder of topics or terms, as others may
    make = tuple.__new__                     # Offer(...) would take twice the time
    return [make(Offer, (i, url, its_key or key_of(url))) for i, (url, _, its_key, network, _, _) in grounds.anchors
            if (its_key or (odd and same_kind(own, url)))
            and network is None
            and not (its_key and key.startswith(its_key) and key[len(its_key):len(its_key) + 1] == "/")]   # its section


def without_parts(grounds: Grounds, offers: list[Offer]) -> list[Offer]:
    """The offers without those of pages below this one, which are chapters where no heading says otherwise."""
    return [offer for offer in offers if not is_part_of(grounds.own, offer.url)]


def offers_within(grounds: Grounds, offers: list[Offer], i: int) -> list[Offer]:
    """The offers inside element `i`, itself included."""
    places = places_within(grounds, offers, i)
    return offers[places.start:places.stop]


def places_within(grounds: Grounds, offers: list[Offer], i: int) -> range:
    """Which of the offers those are."""
    start = bisect_left(offers, (i,))
    return range(start, bisect_left(offers, (grounds.outline.ends[i],), start))
