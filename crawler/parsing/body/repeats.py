"""Runs of the body -> those that say something for the first time. Pure."""

import re
from collections.abc import Callable, Sequence

from crawler.parsing.outline import Outline, Run

_REPEAT = 40                  # characters: shorter texts may stand on a page twice and mean it
_LONGEST_ITEM = 150           # characters of an item that may
_QUOTES, _UP = frozenset({"blockquote", "aside", "q"}), 4      # elements from a run up to its quote
_PULLED = re.compile(r"pull-?_?quote|quote-?_?pull|pulled")
_LEAST_PULLED, _LONGEST_PULLED = 30, 400       # letters
_PROBE = slice(8, 28)         # of a quote, by which most are told to be no part of the text
_PULLED_SHARE = 0.7           # of a quote's letters that the text says, too; the rest is who said it
_MOST_TEXT, _MOST_QUOTES = 400_000, 60         # letters of a text and quotes in it that are compared
_BETWEEN = re.compile(r"[\W_]+")


def without_repeats(texts: Sequence[str], is_item: Callable[[int], bool] = lambda _: False) -> list[int]:
    """The places of texts that stand there for the first time: pages for phones and desks hold theirs twice.

    A step or an ingredient, where `is_item` says so of the place, may be told again; with its neighbour, the list is.

    >>> without_repeats(["Yes", "Yes", "A sentence that is long enough to be told again", "No"][:3] * 2)
    [0, 1, 2, 3, 4]
    >>> step = "Press Enter so that the selection is closed."
    >>> without_repeats([step, "Save", step, "Close"], lambda _: True), without_repeats([step] * 3, lambda _: True)
    ([0, 1, 2, 3], [0])
    """
    first: dict[str, int] = {}
    known = [first.setdefault(text, place) for place, text in enumerate(texts)]
    return [place for place, text in enumerate(texts) if known[place] == place or len(text) < _REPEAT or (
        len(text) < _LONGEST_ITEM and is_item(place) and not _goes_on(known, place))]


def _goes_on(known: Sequence[int], place: int) -> bool:
    """Whether what stands right before or behind a repeated text is the same, or repeated from beside the first."""
    first = known[place]
    return any(known[beside] == first or (known[beside] != beside and abs(known[beside] - first) == 1)
               for beside in (place - 1, place + 1) if 0 <= beside < len(known))


def without_pulled(outline: Outline, numbers: Sequence[int]) -> list[int]:
    """The runs without quotes that only show again, in large type, what the text says."""
    quotes = _quotes(outline, numbers)
    if not quotes:
        return list(numbers)
    quoted = {number for held in quotes for number in held}
    text = " ".join([outline.runs[number].text for number in numbers if number not in quoted])
    if not any(outline.runs[number].text[_PROBE] in text for number in quoted):
        return list(numbers)
    said = " ".join(_letters(outline.runs[number]) for number in numbers if number not in quoted)
    if len(said) > _MOST_TEXT:
        return list(numbers)
    pulled = {number for held in quotes if _is_said(said, [_letters(outline.runs[number]) for number in held])
              for number in held}
    return [number for number in numbers if number not in pulled]


def _quotes(outline: Outline, numbers: Sequence[int]) -> list[list[int]]:
    """The runs among these of each quote or box beside the text that may be pulled from it."""
    held: dict[int, list[int]] = {}
    for number in numbers:
        i = outline.runs[number].element
        for _ in range(_UP):
            if outline.tags[i] in _QUOTES or ("pull" in outline.names[i] and _PULLED.search(outline.names[i])):
                held.setdefault(i, []).append(number)
                break
            i = max(outline.parents[i], 0)
    if len(held) > _MOST_QUOTES:
        return []
    return [runs for runs in held.values()
            if _LEAST_PULLED <= sum(len(outline.runs[number].text) for number in runs) <= _LONGEST_PULLED]


def _is_said(said: str, quote: Sequence[str]) -> bool:
    repeated = sum(len(part) for part in quote if len(part) >= _LEAST_PULLED and part in said)
    return repeated >= _PULLED_SHARE * sum(map(len, quote)) and repeated > 0


def _letters(run: Run) -> str:
    return _BETWEEN.sub("", run.text.lower())
