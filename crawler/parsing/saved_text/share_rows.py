"""A line of a saved page that names networks and nothing else, as buttons to share do -> the networks. Pure."""

import re
from functools import cache, lru_cache

from crawler.parsing.furniture import words
from crawler.parsing.furniture.networks import WORDS, network_named
from crawler.parsing.furniture.words import Table, squeezed
from crawler.parsing.remembering import remember
from crawler.parsing.saved_text.lines import MARKS
from crawler.parsing.saved_text.words import listed

_GLUED = re.compile(r"(?<=[A-Za-zé])(?=Share|Teile|Partage|Compart|Condivid|Tweet|Pin |Email)|"   # "FacebookShare on X"
                    "(?<=[぀-鿿가-힣])(?=分享|转发|共有|シェア|공유)")
_CAPITAL = re.compile(r"(?:(?<=[^\W\d_A-Z])|(?<= X))(?=[A-ZÀ-ÞŁŚŻŹĆČŠŽА-Я][^\W\d_A-Z]{3})")   # "na XUdostępnij"
_ONCE = re.compile(r" ?\((?:[^\W\d_]{2,12}[ -])?Twitter\)", re.IGNORECASE)       # "X (formerly Twitter)"
_LEAST_STEM, _LONGEST_ENDING = 7, 5        # letters: "na Facebooku", "LinkedInissä", "Telegram'da"
_SHARE_COUNT = re.compile(r"[\d.,]+\s?[kKmM]?\+?|shares?", re.IGNORECASE)


@remember
def read_share_row(text: str) -> tuple[str, ...]:
    """The networks of a line that names nothing else, as "Share: Facebook X Email"; empty for any other line.

    >>> read_share_row("X Linkedin Facebook Reddit Email Bluesky")
    ('x', 'linkedin', 'facebook', 'reddit', 'email', 'bluesky')
    """
    if len(text) > 240:
        return ()
    text = _ONCE.sub("", text.lstrip(f"{MARKS} "))
    return _networks_in(text) or next((found for glued in (_GLUED, _CAPITAL) if (parted := glued.sub(" ", text)) != text
                                       and (found := _networks_in(parted))), ())


def _networks_in(text: str) -> tuple[str, ...]:
    """The networks, where every word is a network, a word around one, or a count of shares."""
    found: list[str] = []
    tokens = [token for token in re.split(r"[\s|·•/,:;()\[\]\t]+", text) if token]
    at, is_sure = 0, False
    if not all(map(_may_stand, tokens)) or not any(map(str.isalpha, text)):
        return ()                             # nearly all lines of a page end here
    while at < len(tokens):
        phrases = [" ".join(tokens[at:at + length]) for length in range(min(6, len(tokens) - at), 0, -1)]
        named = next((phrase for phrase in phrases if _network(phrase)), None)
        if named is not None:
            network = _network(named)
            if network and found[-1:] != [network]:
                found.append(network)
            is_sure = is_sure or squeezed(named) not in listed("weak-network")
        else:
            named = next((phrase for phrase in phrases
                          if is_share_label(phrase) or _SHARE_COUNT.fullmatch(phrase)), None)
        if named is None:
            return ()
        at += len(named.split())
    return tuple(found) if is_sure or len(tokens) != 2 else ()


@lru_cache(maxsize=1 << 12)
def _may_stand(word: str) -> bool:
    """Whether the word may stand in such a row: in a name of a network, around one, in a count."""
    said = squeezed(word)
    return not said or said in _words() or said[0].isdigit() or _network(word) is not None


@cache
def _words() -> frozenset[str]:
    """All words of the phrases that such a row consists of."""
    ways = map(words.listed, ("print", "copy", "email", "share"))
    tables = (WORDS, *ways, listed("share-lead"), ("shares", "k", "m"))
    return frozenset(squeezed(word) for table in tables for phrase in table for word in phrase.split())


@remember
def is_share_label(text: str) -> bool:
    """Whether the line only says "Share" or "Share this article"."""
    return squeezed(text) in words.listed("share") or squeezed(text) in listed("share-lead")


@lru_cache(maxsize=1 << 12)
def _network(phrase: str) -> str | None:
    """The network, or the way of sharing, that a word on a button names; "link" alone is a word like any other."""
    word = squeezed(phrase)
    ways: tuple[Table, ...] = ("print", "copy", "email")
    if way := next((way for way in ways if word in words.listed(way)), None):
        return way
    if word in listed("no-network"):
        return None
    least = max(len(phrase) - _LONGEST_ENDING, _LEAST_STEM) if " " not in phrase else len(phrase)
    stems = (phrase, *(phrase[:length] for length in range(len(phrase) - 1, least - 1, -1)))
    return next((network for stem in stems if (network := network_named(stem.rstrip("'’")))), None)
