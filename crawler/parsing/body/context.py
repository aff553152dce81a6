"""First guesses for each run -> what surrounds a run in the light of these guesses: input of the second look. Pure."""

import numpy as np
import numpy.typing as npt

from crawler.parsing.body.features import Features, side_by_side, since
from crawler.parsing.body.text_columns import Column

_WINDOWS = (2, 6, 20)                  # runs on either side
_LEVELS = 5                            # boxes around a run
_STRONG, _PHRASE = 0.6, 12             # a run that is surely body: its guess and its words


def read_context(features: Features, guesses: dict[str, Column]) -> Column:
    """Columns for each named guess (share of a run's words that is body, 0 to 1), in a fixed order."""
    columns: list[npt.NDArray[np.generic]] = []
    for guess in guesses.values():
        columns += _around(features, guess.astype(np.float64))
    columns += [np.log1p(np.bincount(looks)[looks]) for looks in features.looks]
    return side_by_side(columns, len(features.runs))


def _around(features: Features, guess: npt.NDArray[np.float64]) -> list[npt.NDArray[np.generic]]:
    words, count = features.words.astype(np.float64), len(guess)
    body = guess * words
    total, all_words = body.sum(), words.sum()
    columns: list[npt.NDArray[np.generic]] = [guess]
    columns += [np.full(count, value) for value in (
        np.log1p(total), total / all_words, (np.abs(guess - 0.5) * words).sum() / all_words)]
    columns += [(np.bincount(looks, body) / np.maximum(np.bincount(looks, words), 1e-9))[looks]
                for looks in features.looks]
    padded = np.pad(guess, 3, mode="edge")
    columns += [padded[3 + step:3 + step + count] for step in (-3, -2, -1, 1, 2, 3)]
    columns += _windows(body, words)
    columns.append((np.cumsum(body) - body) / max(total, 1e-6))
    columns += _boxes(features, body, words)
    strong = (guess > _STRONG) & (words >= _PHRASE)
    columns += [np.log1p(since(strong)), np.log1p(since(strong[::-1])[::-1])]
    strong_places = np.flatnonzero(strong)
    first, last = (strong_places[0], strong_places[-1]) if len(strong_places) else (0, count)
    columns += [np.arange(count) - first, np.arange(count) - last]
    columns += _sections(features, guess, body, words)
    return columns


def _windows(body: npt.NDArray[np.float64], words: npt.NDArray[np.float64]) -> list[npt.NDArray[np.generic]]:
    count = len(body)
    place = np.arange(count)
    so_far, words_so_far = np.concatenate([[0], np.cumsum(body)]), np.concatenate([[0], np.cumsum(words)])
    columns: list[npt.NDArray[np.generic]] = []
    for reach in _WINDOWS:
        low, high = np.maximum(place - reach, 0), np.minimum(place + reach + 1, count)
        columns.append((so_far[high] - so_far[low]) / (words_so_far[high] - words_so_far[low]))
    return columns


def _boxes(features: Features, body: npt.NDArray[np.float64], words: npt.NDArray[np.float64]
           ) -> list[npt.NDArray[np.generic]]:
    """The boxes around a run: how much of them is body, how much of the body is in them; and the best box of all."""
    boxes, total = features.boxes, max(body.sum(), 1e-6)
    inside, held = boxes.sums(body), boxes.sums(words)
    f1 = 2 * inside / (held + total)
    best = int(f1.argmax())
    place = np.arange(len(body))
    columns: list[npt.NDArray[np.generic]] = [
        (place >= boxes.first[best]) & (place < boxes.last[best]), np.full(len(body), f1[best])]
    up = boxes.of_run
    for _ in range(_LEVELS):
        up = boxes.above(up)
        columns += [inside[up] / np.maximum(held[up], 1e-6), inside[up] / total, f1[up]]
    return columns


def _sections(features: Features, guess: npt.NDArray[np.float64], body: npt.NDArray[np.float64],
              words: npt.NDArray[np.float64]) -> list[npt.NDArray[np.generic]]:
    """The guess for the heading above a run, and for all that stands under that heading."""
    heading = features.rows[:, features.names.index("heading")] > 0
    section = np.cumsum(heading)
    last = np.maximum.accumulate(np.where(heading, np.arange(len(guess)), -1))
    share = np.bincount(section, body) / np.maximum(np.bincount(section, words), 1e-9)
    return [np.where(last >= 0, guess[last], -1), share[section]]
