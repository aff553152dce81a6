"""Pages and how much of each run is body -> the lexicon: which words of names and of short runs speak for body."""

from collections import Counter, defaultdict
from collections.abc import Iterable

import numpy as np

from crawler.parsing.body.lexicon import Lexicon, heard, name_words
from crawler.parsing.outline import Outline

LEAST = {"names": 8, "words": 10}      # pages a word stands on before the lexicon believes it
PRIOR = {"names": 0.45, "words": 0.3}  # the share of body among all that is named, and among all short runs
DOUBT = 4.0                            # pages' worth of that prior


def word_shares(outline: Outline, shares: np.ndarray) -> dict[str, dict[str, float]]:
    """For each word of names the share of body in elements that wear it; for each word of short runs, in those runs."""
    shares = np.nan_to_num(shares)
    counts = np.array([len(run.text.split()) for run in outline.runs], float)
    starts = np.array([run.start for run in outline.runs])
    first, last = np.searchsorted(starts, outline.starts), np.searchsorted(starts, outline.stops)
    body, held = np.concatenate([[0], np.cumsum(shares * counts)]), np.concatenate([[0], np.cumsum(counts)])
    heads = outline.by_tag.get("head")
    skip = outline.ends[heads[0]] if heads else 0
    named: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    until: dict[str, int] = {}
    for i in range(skip, len(outline.tags)):
        if outline.names[i] and last[i] > first[i]:
            for word in set(name_words(outline.names[i])):
                if until.get(word, 0) <= i:                        # not inside another that wears it
                    until[word] = outline.ends[i]
                    named[word][0] += body[last[i]] - body[first[i]]
                    named[word][1] += held[last[i]] - held[first[i]]
    spoken: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for run, share, count in zip(outline.runs, shares, counts, strict=True):
        if run.element >= skip and count <= 40:
            for word in set(heard(run.text)):
                spoken[word][0] += share
                spoken[word][1] += 1
    return {"names": {word: a / b for word, (a, b) in named.items() if b},
            "words": {word: a / b for word, (a, b) in spoken.items()}}


def lexicon_of(shares: Iterable[dict[str, dict[str, float]]]) -> Lexicon:
    """Log odds of the mean share over pages, against the prior, drawn to it where pages are few."""
    sums: dict[str, Counter[str]] = {"names": Counter(), "words": Counter()}
    pages: dict[str, Counter[str]] = {"names": Counter(), "words": Counter()}
    for page in shares:
        for kind, words in page.items():
            sums[kind].update(words)
            pages[kind].update(words.keys())
    odds: dict[str, dict[str, float]] = {}
    for kind, counted in pages.items():
        prior = PRIOR[kind]
        known = {word: (sums[kind][word] + DOUBT * prior) / (count + DOUBT)
                 for word, count in sorted(counted.items()) if count >= LEAST[kind]}
        odds[kind] = {word: round(float(np.log(share / (1 - share) * (1 - prior) / prior)), 2)
                      for word, share in known.items()}
    return Lexicon(odds["names"], odds["words"])
