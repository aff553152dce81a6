"""What a label over an advertisement, or between paragraphs around one, announces; by the phrases of `words`. Pure."""

from functools import cache, lru_cache
from typing import Literal

from crawler.parsing.furniture.words import Phrases, first_word, listed, phrases_of, squeezed

AdLabel = Literal["ad", "sponsored", "marker"]

_PLAIN = str.maketrans("\u2019\u2013\u2014", "'--")


@lru_cache(maxsize=1 << 12)
def ad_label(text: str) -> AdLabel | None:
    """Which label a piece of text is, None where it is none: a slot's, a paid box's, or a pointer over an ad.

    >>> ad_label("ADVERTISEMENT"), ad_label("[Sponsored]"), ad_label("Story continues below")
    ('ad', 'sponsored', 'marker')
    >>> ad_label("Advertisement \u2014 continue reading below")
    'ad'
    >>> ad_label("Advertising pays for half of all news") is None
    True
    """
    if len(text) > 80:
        return None
    labels = _labels()
    if not labels.may_open(first_word(text)):
        return None           # nearly all lines of a page end here
    label = squeezed(text.translate(_PLAIN))
    if label in labels.whole:
        return labels.whole[label]
    words = label.split()
    for count in range(min(len(words) - 1, 6), 0, -1):
        if (found := labels.opening.get(" ".join(words[:count]))) and len(words) - count <= 6:
            return found
    return None


def opens_label(word: str) -> bool:
    """Whether a line whose first word this is, as `first_word` has it, may be a label."""
    return _labels().may_open(word)


@cache
def _labels() -> Phrases[AdLabel]:
    kinds: tuple[AdLabel, ...] = ("ad", "sponsored", "marker")
    return phrases_of((kind, listed(kind)) for kind in kinds)
