"""Class and id names -> what they say of an element: share row, ad slot, related list, menu, … Pure.

A name is the lower-cased class and id of an element, as the outline has it. It is read word by word, and anything that
is no letter parts words, so that "ad" is found in "top-ad" and not in "header", "download", "adapt" or "gradient".
The words stand in `class_names.txt`.
"""

import re
from collections.abc import Iterator
from functools import cache

from crawler.parsing.furniture.words import Memory
from crawler.parsing.word_files import word_tables


class Mark:
    """What the names of an element may say; several at once, so bits of a number (enum.Flag is ten times slower)."""

    SHARE = 1          # a share row or button
    SOCIAL = 2         # social networks, sharing or following
    FOLLOW = 4         # profiles of the publisher
    AD = 8             # an ad slot
    SPONSORED = 16     # content that somebody paid for
    RELATED = 32       # other publications that go with this one
    POPULAR = 64       # most read, newest, chosen
    PROMO = 128        # a card or line inside the body that offers something
    SIGNUP = 256       # newsletter, donation, membership, subscription
    NOTICE = 512       # cookie and consent notices
    CHROME = 1024      # menus, breadcrumbs, page header and footer, comments
    PAGER = 2048       # leads to the one before and the next; chrome, too
    PEOPLE = 4096      # authors, staff, profiles
    TOOL = 8192        # citation, embedding, republishing, gift links
    UNSEEN = 16384     # said by screen readers only, or for editors of a wiki
    EDGE = 32768       # page header and footer, where it stands outside the article
    SIDE = 65536       # beside the article
    COMMENTS = 131072  # what readers wrote


_OTHERS = frozenset({"shared", "shareholder", "shareholders", "sharepoint"})   # words that only look alike
_DENIALS = frozenset("no not non without with has pre before after above below".split())   # "no-ads", "pre-footer"
_TOKEN = re.compile(r"(?<![a-z\d])[a-z]++(?:\d[a-z]++)?+(?=\d?(?![a-z\d]))")   # no "ad" in a key like "ad34e7"
_DENIES, _OPENS = 1 << 30, 1 << 29      # of a word: what comes behind it is none, it is the first of two words
_LONGEST_STEM = 20        # letters


def marks_of_all(names: list[str]) -> list[int]:
    """The marks of each of the names."""
    return list(map(_names.__getitem__, names))


def marks_of(name: str) -> int:
    """What a name says, as bits of `Mark`.

    >>> marks_of("post-share-links") == Mark.SHARE, marks_of("site-header download adapt gradient") == Mark.EDGE
    (True, True)
    >>> marks_of("top-ad") == Mark.AD, marks_of("entry-content")
    (True, 0)
    """
    found = 0
    for part in name.split():
        found |= _parts[part]
    return found


def _of_part(part: str) -> int:
    """What one class or id says."""
    if "[" in part:           # a value written into the class: "bg-[--ad-colour]"
        return 0
    found, before = 0, ""
    for token in _TOKEN.findall(part):
        said = _tokens[token]
        if said & _DENIES:
            break
        if before:
            found |= _pairs().get((before, token), 0)
        found |= said & ~_OPENS
        before = token if said & _OPENS else ""
    if found & Mark.PAGER:    # "prev-next-post" names no list of publications
        return found & ~Mark.RELATED | Mark.CHROME
    if found & Mark.RELATED:  # "related-navigation" leads to publications
        found &= ~Mark.CHROME
    return found


def _of_word(word: str) -> int:
    if word in _DENIALS:
        return _DENIES
    if word in _OTHERS:
        return 0
    whole, stems, endings = _words()
    found = whole.get(word, 0)
    for length in range(3, min(len(word), _LONGEST_STEM) + 1):
        found |= stems.get(word[:length], 0) | endings.get(word[-length:], 0)
    return found


_names, _parts, _tokens = Memory(marks_of), Memory(_of_part), Memory(_of_word)


@cache
def _words() -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    """Whole words (two written as one, and the first of two, among them), stems and endings, each with its marks."""
    whole: dict[str, int] = {}
    stems: dict[str, int] = {}
    endings: dict[str, int] = {}
    for mark, words in _listed():
        for word in words:
            table = stems if word[-1] == "*" else endings if word[0] == "*" else whole
            key = word.strip("*").replace("-", "")
            table[key] = table.get(key, 0) | mark
    for first, _ in _pairs():
        whole[first] = whole.get(first, 0) | _OPENS
    return whole, stems, endings


@cache
def _pairs() -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for mark, words in _listed():
        for word in words:
            if "-" in word:
                first, _, second = word.strip("*").partition("-")
                found[first, second] = found.get((first, second), 0) | mark
    return found


def _listed() -> Iterator[tuple[int, tuple[str, ...]]]:
    """Each mark and the words that give it, as `class_names.txt` has them."""
    return ((vars(Mark)[kind.upper()], words) for kind, words in word_tables("furniture/class_names.txt").items())
