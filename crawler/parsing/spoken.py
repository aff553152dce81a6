"""Text -> the language it is written in, by its words alone. Pure."""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SAMPLE_CHARS = 1200           # of the text are looked at: more changes nothing on prose
_FEWEST_LETTERS = 120         # below it words are no witness


def identify(text: str) -> tuple[str | None, float]:
    """The language of a text by its words, and how sure that is (0-1); None where there are too few."""
    sample = text[:SAMPLE_CHARS]
    if sum(map(str.isalpha, sample)) < _FEWEST_LETTERS and not re.search(r"[぀-ヿ一-鿿가-힣]{40}", sample):
        return None, 0.0
    language, sure = _identifier().classify(sample)
    return str(language), float(sure)


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # slow to load, and most commands need none

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
