"""The true body of a page -> how much of each of its runs is body, by common shingles of three words.

Words of scripts without spaces (Han, kana, Thai, Lao, Hangul) are single signs.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np

_SIGNS = "\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_WORD = re.compile(rf"[{_SIGNS}]|[^\W{_SIGNS}]+")
_NEAR = 6                              # runs on either side that tell which of two equal texts is the body's


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared.

    >>> words_of("Ein Wort, 政策")
    ['ein', 'wort', '政', '策']
    """
    return _WORD.findall(text.lower())


def body_shares(texts: Sequence[str], true: str) -> np.ndarray:
    """For each run the share of its words in the true body; NaN where it has no words."""
    said = [words_of(text) for text in texts]
    truth = words_of(true)
    counts = np.array([len(words) for words in said], float)
    shares = _shingled(said, truth, counts)
    lines = Counter(" ".join(words_of(line)) for line in true.split("\n"))
    for at, words in enumerate(said):
        if 0 < len(words) < 3:         # too short for a shingle: a line of the truth, next to what is body
            near = max(shares[at - 1] if at else 0, shares[at + 1] if at + 1 < len(said) else 0)
            shares[at] = 0.0 if near < 0.5 else 1.0 if lines[" ".join(words)] else shares[at]
    _part_repeats(said, f" {' '.join(truth)} ", shares, counts)
    shares[counts == 0] = np.nan
    return shares


def _shingled(said: Sequence[Sequence[str]], truth: Sequence[str], counts: np.ndarray) -> np.ndarray:
    known = set(zip(truth, truth[1:], truth[2:], strict=False))
    page = [word for words in said for word in words]
    hit = np.zeros(len(page), bool)
    for at, shingle in enumerate(zip(page, page[1:], page[2:], strict=False)):
        if shingle in known:
            hit[at:at + 3] = True
    owner = np.repeat(np.arange(len(said)), counts.astype(int))
    return np.bincount(owner, hit, len(said)) / np.maximum(counts, 1)


def _part_repeats(said: Sequence[Sequence[str]], truth: str, shares: np.ndarray, counts: np.ndarray) -> None:
    """Where a text stands on the page more often than in the truth, those with the least body around them are none."""
    alike: dict[str, list[int]] = defaultdict(list)
    for at, words in enumerate(said):
        if len(words) >= 3 and shares[at] > 0.5:
            alike[" ".join(words)].append(at)
    body = shares * counts

    def around(at: int) -> float:
        low, high = max(0, at - _NEAR), at + _NEAR + 1
        return (body[low:high].sum() - body[at]) / max(counts[low:high].sum() - counts[at], 1)

    for text, places in alike.items():
        wanted = max(truth.count(f" {text} "), 1)
        if len(places) > wanted:
            shares[sorted(places, key=around, reverse=True)[wanted:]] = 0
