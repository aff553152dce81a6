"""Text -> the language it is written in, by its words alone. Pure."""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SAMPLE_CHARS = 1200           # of the text are looked at: more changes nothing on prose
_FEWEST_LETTERS = 120         # below it words are no witness
_DENSE, _FEWEST_DENSE = re.compile(r"[぀-ヿ一-鿿가-힣]"), 40      # letters that are syllables or words
_LIKELY = 5                   # languages that share the odds
_KIN = (frozenset({"no", "nb", "nn", "da"}), frozenset({"hr", "sr", "bs", "sh", "sl", "me"}), frozenset({"id", "ms"}),
        frozenset({"zh", "cmn", "yue", "wuu"}), frozenset({"ar", "ary", "arz"}), frozenset({"fa", "prs"}),
        frozenset({"gl", "pt"}), frozenset({"cs", "sk"}), frozenset({"be", "ru", "uk"}), frozenset({"bg", "mk"}),
        frozenset({"he", "iw"}), frozenset({"tl", "fil"}))
_LIKE_SERBIAN, _SERBIAN = frozenset({"bs", "hr"}), 0.05      # odds that Serbian in Latin letters has, they never


def identify(text: str) -> tuple[str | None, float]:
    """The language of a text by its words, and how sure it is that or one of its kin (0-1); None where they are few.

    >>> identify("Vlada je usvojila novi zakon, saopšteno je danas posle sednice. Ministar je rekao da će primena "
    ...          "početi sledeće godine i da će opštine dobiti više novca nego pre.")
    ('sr', 1.0)
    """
    sample = text[:SAMPLE_CHARS]
    if sum(map(str.isalpha, sample)) < _FEWEST_LETTERS and len(_DENSE.findall(sample)) < _FEWEST_DENSE:
        return None, 0.0
    odds = {str(language): float(sure) for language, sure in _identifier().rank(sample)[:_LIKELY]}
    seen = next(iter(odds))
    if seen in _LIKE_SERBIAN and odds.get("sr", 0) > _SERBIAN:
        seen = "sr"
    return seen, round(sum(sure for language, sure in odds.items() if language == seen or are_kin(language, seen)), 3)


def are_kin(one: str, other: str) -> bool:
    """Whether two languages are so near that words alone often take one for the other."""
    return any(one in kin and other in kin for kin in _KIN)


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # slow to load, and most commands need none

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
