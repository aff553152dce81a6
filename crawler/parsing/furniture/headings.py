"""What a heading announces: publications that go with this one, popular ones, or something else. Pure.

In: a heading as written. Out: the kind of list below it. The phrases stand in `list_headings.txt`.
"""

from functools import cache, lru_cache
from typing import Literal

from crawler.parsing.furniture.words import Phrases, first_word, phrases_of, squeezed
from crawler.parsing.word_files import word_tables

ListKind = Literal["related", "popular", "other"]

_LONGEST = 90                    # characters of a heading
_WORDS_AFTER = 6                 # "More about the levy on carbon at the border"
_WORDS_AFTER_ONE_WORD = 2        # "Popular in Europe" is a heading, "Popular unrest spreads in the south" a headline
_MOST_WORDS = 9                   # of a phrase
_MOST_DENSE = 14                 # characters of a phrase, and after it, in scripts without spaces
_APOSTROPHES = str.maketrans("’‘ʼ`", "''''")


@lru_cache(maxsize=1 << 12)
def list_kind(heading: str) -> ListKind | None:
    """What kind of list this heading announces; None where it announces none.

    >>> list_kind("Related Articles"), list_kind("MEISTGELESEN:"), list_kind("Related topics")
    ('related', 'popular', 'other')
    >>> list_kind("More on tariffs"), list_kind("Tariffs rise")
    ('related', None)
    """
    if len(heading) > _LONGEST:
        return None
    headings = _headings()
    if not headings.may_open(first_word(heading)):
        return None           # nearly all lines of a page end here
    text, opening = squeezed(heading.translate(_APOSTROPHES)), headings.opening
    if text in headings.whole:
        return headings.whole[text]
    if text and _dense(text[0]):
        return next((opening[text[:stop]] for stop in range(min(len(text), _MOST_DENSE), 1, -1)
                     if text[:stop] in opening and len(text) - stop <= _MOST_DENSE), None)
    words = text.split()
    for count in range(min(len(words) - 1, _MOST_WORDS), 0, -1):
        kind = opening.get(" ".join(words[:count]).rstrip(":,-–—"))
        most = _WORDS_AFTER if count > 1 else _WORDS_AFTER_ONE_WORD
        if kind and len(words) - count <= most and heading[-1] not in ".!":
            return kind
    return None


def opens_heading(word: str) -> bool:
    """Whether a line whose first word this is, as `first_word` has it, may announce a list."""
    return _headings().may_open(word)


def _dense(letter: str) -> bool:
    """Whether the script puts no space between words, so that a phrase may go on at once."""
    return letter >= "\u3000" or "\u0e00" <= letter <= "\u0e7f"


@cache
def _headings() -> Phrases[ListKind]:
    kinds: tuple[ListKind, ...] = ("other", "related", "popular")
    return phrases_of((kind, word_tables("furniture/list_headings.txt")[kind]) for kind in kinds)
