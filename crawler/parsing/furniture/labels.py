"""What a heading or label announces: related or popular publications, or none; an ad. Pure.

In: a line as written. Out: its kind. The phrases stand in `list_headings.txt` and among the words.
"""

import re
from functools import cache, lru_cache
from typing import Literal

from crawler.parsing.furniture.pointers import opens_pointer, points_over
from crawler.parsing.furniture.words import Phrases, first_word, listed, phrases_of, squeezed
from crawler.parsing.remembering import remember
from crawler.parsing.word_files import word_tables

ListKind = Literal["related", "popular", "other"]
AdLabel = Literal["ad", "sponsored", "marker"]   # of a slot, of a paid box, a pointer over an ad

_LONGEST = 90                    # characters of a heading
_WORDS_AFTER = 6                 # "More about the levy on carbon at the border"
_WORDS_AFTER_ONE_WORD = 2        # "Popular in Europe" is a heading, "Popular unrest spreads in the south" a headline
_MOST_WORDS = 9                   # of a phrase
_MOST_DENSE = 14                 # characters of a phrase, and after it, in scripts without spaces
_SHORT_DENSE, _MOST_SHORT_DENSE = 2, 5           # and of a phrase that is a word alone
_AND_DENSE = frozenset("・／/｜|、：:（")             # "速報・新着ニュース"
_SUBJECT = re.compile("[がは]")                   # marks the subject of a sentence
_COUNT = re.compile(r"\d(?!\d{3}$)")             # "Más de 200 …", but "More from 2024"
LONGEST_AD_LABEL, _MOST_AFTER = 80, 6      # characters of the label of an ad; words of its phrase, and after it
_PICTURES = re.compile("[\u2600-\u27bf\ufe0f\u200d\U0001f000-\U0001faff]+")       # "🔥 Recommended posts"
_OPENINGS: dict[str, ListKind] = {"more": "related", "other": "related", "further": "related", "latest": "popular",
                                  "recent": "popular", "newest": "popular"}
_NOUNS = frozenset("articles posts stories reports publications reviews guides insights essays papers reads speeches "
                   "statements releases briefs".split())
_AFTER_NOUN = frozenset("you you'll about on by from in for to like".split())
_MOST_BETWEEN = 4                # words before the noun
_DASHES = str.maketrans("\u2019\u2013\u2014", "'--")
_APOSTROPHES = str.maketrans("’‘ʼ`", "''''")


@lru_cache(maxsize=1 << 12)
def list_kind(heading: str) -> ListKind | None:
    """What kind of list this heading announces; None where it announces none.

    >>> list_kind("Related Articles"), list_kind("MEISTGELESEN:"), list_kind("Related topics")
    ('related', 'popular', 'other')
    >>> list_kind("More on tariffs"), list_kind("Other speeches"), list_kind("Tariffs rise")
    ('related', 'related', None)
    """
    if len(heading) > _LONGEST:
        return None
    heading = heading if heading.isascii() else _PICTURES.sub("", heading).strip()
    headings = _headings()
    if not headings.may_open(first_word(heading)):
        return None           # nearly all lines of a page end here
    text, opening = squeezed(heading.translate(_APOSTROPHES)), headings.opening
    if text in headings.whole:
        return headings.whole[text]
    if text and _dense(text[0]):
        return next((opening[text[:stop]] for stop in range(min(len(text), _MOST_DENSE), 1, -1)
                     if text[:stop] in opening and _may_go_on(text[stop:], stop)), None)
    words = text.split()
    for count in range(min(len(words) - 1, _MOST_WORDS), 0, -1):
        kind = opening.get(" ".join(words[:count]).rstrip(":,-–—"))
        most = _WORDS_AFTER if count > 1 else _WORDS_AFTER_ONE_WORD
        if kind and len(words) - count <= most and not _is_sentence(heading) and not _COUNT.match(words[count]):
            return kind
    return None if not words or _is_sentence(heading) else _of_kind(words)


def _of_kind(words: list[str]) -> ListKind | None:
    """What "More planning guides you will love" announces, whatever stands between the first word and the noun."""
    kind = _OPENINGS.get(words[0])
    first = 1 if words[0] == "other" else 2
    noun = next((place for place, word in enumerate(words[first:_MOST_BETWEEN + 2], first) if word in _NOUNS), None)
    ends = noun is not None and (noun == len(words) - 1 or words[noun + 1] in _AFTER_NOUN)
    return kind if ends and len(words) <= _MOST_WORDS else None


def _is_sentence(heading: str) -> bool:
    return heading[-1] in ".!" and not heading.endswith("...")      # "You may also like these..."


@remember
def ad_label(text: str) -> AdLabel | None:
    """Which label a piece of text is, None where it is none: a slot's, a paid box's, or a pointer over an ad.

    >>> ad_label("ADVERTISEMENT"), ad_label("[Sponsored]"), ad_label("Story continues below")
    ('ad', 'sponsored', 'marker')
    >>> ad_label("Advertisement \u2014 continue reading below")
    'ad'
    >>> ad_label("Advertisement: what the new course of the institute in London costs")
    'ad'
    >>> ad_label("Advertising pays for half of all news") is None
    True
    """
    if len(text) > LONGEST_AD_LABEL:
        return None
    labels, word = _labels(), first_word(text)
    if not (labels.may_open(word) or opens_pointer(word)):
        return None           # nearly all lines of a page end here
    label = squeezed(text.translate(_DASHES))
    if label in labels.whole:
        return labels.whole[label]
    if labels.whole.get(squeezed(text.partition(":")[0])) in {"ad", "sponsored"}:     # "Advertisement: New course"
        return "ad"
    words = label.split()
    for count in range(min(len(words) - 1, _MOST_AFTER), 0, -1):
        if (found := labels.opening.get(" ".join(words[:count]))) and len(words) - count <= _MOST_AFTER:
            return found
    return "ad" if points_over(label) else None


def may_announce(word: str) -> bool:
    """Whether a line that begins with this word, as written, may announce anything: hardly any line does."""
    word = first_word(word)
    return _headings().may_open(word) or _labels().may_open(word) or opens_pointer(word)


def _may_go_on(rest: str, phrase: int) -> bool:
    """Whether a heading may go on so behind a phrase of so many signs, one of two being a word like any other."""
    most = _MOST_DENSE if phrase > _SHORT_DENSE or rest[:1] in _AND_DENSE else _MOST_SHORT_DENSE
    return len(rest) <= most and not _SUBJECT.search(rest)


def _dense(letter: str) -> bool:
    """Whether the script puts no space between words, so that a phrase may go on at once."""
    return letter >= "\u3000" or "\u0e00" <= letter <= "\u0e7f"


@cache
def _headings() -> Phrases[ListKind]:
    kinds: tuple[ListKind, ...] = ("other", "related", "popular")
    return phrases_of((kind, word_tables("furniture/list_headings.txt")[kind]) for kind in kinds)


@cache
def _labels() -> Phrases[AdLabel]:
    kinds: tuple[AdLabel, ...] = ("ad", "sponsored", "marker")
    return phrases_of((kind, listed(kind)) for kind in kinds)
