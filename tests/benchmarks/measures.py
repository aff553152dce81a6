"""What a reader said and what is true -> scores between 0 and 1.

Body: F1 over the multisets of lower-cased words of a page, as WCXB scores it. Title: the same words, accents and case
aside. Date: the same day. Authors: F1 over the sets of names.
"""

import random
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

_WORD = re.compile(r"\w+")
_UNSEEN = dict.fromkeys(map(ord, "\xad\u200b\u2060\ufeff"))   # where words may break: no part of them
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_BETWEEN = re.compile(r"\s*(?:[,;|/&\n]|\s(?:and|und|et|y|e|och|og|en|i)\s)\s*", re.IGNORECASE)
_BYLINE = re.compile(r"^(?:by|von|par|por|di|av|door|author|autor)\b[\s:]+", re.IGNORECASE)


def f1(found: int, said: int, true: int) -> float:
    """The harmonic mean of found/said and found/true; 1.0 where nothing was said and nothing is true."""
    return 2 * found / (said + true) if said + true else 1.0


def body_f1(said: str, true: str) -> float:
    """Overlap of the words of two texts."""
    ours, theirs = (Counter(_WORD.findall(text.translate(_UNSEEN).lower())) for text in (said, true))
    return f1((ours & theirs).total(), ours.total(), theirs.total())


def title_right(said: str | None, true: str) -> bool:
    """Whether two titles have the same words."""
    return folded(said or "") == folded(true)


def date_right(said: str | None, true: str) -> bool:
    """Whether two dates name the same day."""
    return day(said) == day(true) is not None


def day(value: str | None) -> str | None:
    """The day in an ISO 8601 date; None where there is none."""
    found = _DAY.search(str(value or ""))
    return found.group() if found else None


def authors_f1(said: Iterable[str], true: Iterable[str]) -> float:
    """Overlap of two sets of names."""
    ours, theirs = names(said), names(true)
    return f1(len(ours & theirs), len(ours), len(theirs))


def names(texts: Iterable[str]) -> set[str]:
    """Comparable names, lists of them split."""
    parts = (part for text in texts for part in _BETWEEN.split(text))
    return {name for part in parts if (name := folded(_BYLINE.sub("", part.strip())))}


def folded(text: str) -> str:
    """Words without case, accents and apostrophes."""
    text = unicodedata.normalize("NFKD", text).casefold().replace("’", "").replace("'", "")
    return " ".join(_WORD.findall("".join(c for c in text if not unicodedata.combining(c))))


def mean(values: Sequence[float]) -> float | None:
    """The mean; None of nothing."""
    return sum(values) / len(values) if values else None


def lead(ours: Sequence[float], theirs: Sequence[float], rounds: int = 2000) -> tuple[float, float]:
    """The 95 % interval of the mean difference, by paired bootstrap over pages (seeded)."""
    chance = random.Random(7)
    gaps = [a - b for a, b in zip(ours, theirs, strict=True)]
    means = sorted(sum(chance.choices(gaps, k=len(gaps))) / len(gaps) for _ in range(rounds))
    return means[rounds // 40], means[-rounds // 40]
