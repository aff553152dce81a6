"""First guesses for each run -> what surrounds a run in the light of these guesses: input of the second look. Pure."""

import numpy as np
import numpy.typing as npt

from crawler.parsing.body.features import Features, side_by_side, since
from crawler.parsing.body.text_columns import Column

_WINDOWS = (2, 6, 20)                  # runs on either side
_LEVELS = 5                            # boxes around a run
Guesses = npt.NDArray[np.float64]      # (guesses, runs)
_STRONG, _PHRASE = 0.6, 12             # a run that is surely body: its guess and its words


def read_context(features: Features, guesses: dict[str, Column]) -> Column:
    """Columns for each named guess (share of a run's words that is body, 0 to 1), in a fixed order."""
    around = _around(features, np.array(list(guesses.values()), np.float64))
    columns = [column[place] for place in range(len(guesses)) for column in around]
    columns += [np.log1p(np.bincount(looks)[looks]) for looks in features.looks]
    return side_by_side(columns, len(features.runs))


def _around(features: Features, guesses: Guesses) -> list[npt.NDArray[np.generic]]:
    """The columns of all guesses at once, a row each as in `guesses`."""
    words, count = features.words.astype(np.float64), guesses.shape[1]
    body = guesses * words
    total, all_words = body.sum(axis=1, keepdims=True), words.sum()
    columns: list[npt.NDArray[np.generic]] = [guesses]
    columns += [np.log1p(total), total / all_words, (np.abs(guesses - 0.5) * words).sum(axis=1) / all_words]
    columns += [_each(body, looks) / np.maximum(np.bincount(looks, words), 1e-9)[looks] for looks in features.looks]
    place = np.arange(count)
    columns += [guesses.take(place + step, axis=1, mode="clip") for step in (-3, -2, -1, 1, 2, 3)]
    columns += _windows(body, words)
    columns.append((body.cumsum(axis=1) - body) / np.maximum(total, 1e-6))
    columns += _boxes(features, body, words)
    columns += _strong(guesses, words)
    columns += _sections(features, guesses, body, words)
    return columns


def _each(body: Guesses, places: npt.NDArray[np.intp]) -> Guesses:
    """For each run, the words that are body in all runs of the same place."""
    return np.array([np.bincount(places, row)[places] for row in body])


def _windows(body: Guesses, words: npt.NDArray[np.float64]) -> list[npt.NDArray[np.generic]]:
    count = len(words)
    place = np.arange(count)
    so_far = np.zeros((len(body) + 1, count + 1))
    np.concatenate([body, words[None, :]]).cumsum(axis=1, out=so_far[:, 1:])
    columns: list[npt.NDArray[np.generic]] = []
    for reach in _WINDOWS:
        held = so_far.take(place + reach + 1, axis=1, mode="clip") - so_far.take(place - reach, axis=1, mode="clip")
        columns.append(held[:-1] / held[-1])
    return columns


def _boxes(features: Features, body: Guesses, words: npt.NDArray[np.float64]) -> list[npt.NDArray[np.generic]]:
    """The boxes around a run: how much of them is body, how much of the body is in them; and the best box of all."""
    boxes, total = features.boxes, np.maximum(body.sum(axis=1, keepdims=True), 1e-6)
    inside, held = boxes.sums(body), boxes.sums(words)
    f1 = 2 * inside / (held + total)
    best = f1.argmax(axis=1)[:, None]
    place = np.arange(len(words))
    columns: list[npt.NDArray[np.generic]] = [
        (place >= boxes.first[best]) & (place < boxes.last[best]), f1.max(axis=1, keepdims=True)]
    shares, of_total = inside / np.maximum(held, 1e-6), inside / total
    up = boxes.of_run
    for _ in range(_LEVELS):
        up = boxes.parents[up]
        columns += [column.take(up, axis=1) for column in (shares, of_total, f1)]
    return columns


def _strong(guesses: Guesses, words: npt.NDArray[np.float64]) -> list[npt.NDArray[np.generic]]:
    """How far a run is from one that is surely body, and from the first and the last of these."""
    strong = (guesses > _STRONG) & (words >= _PHRASE)
    place, count = np.arange(len(words)), len(words)
    known = strong.any(axis=1)
    first = np.where(known, strong.argmax(axis=1), 0)[:, None]
    last = np.where(known, count - 1 - strong[:, ::-1].argmax(axis=1), count)[:, None]
    return [np.log1p(since(strong)), np.log1p(since(strong[:, ::-1])[:, ::-1]), place - first, place - last]


def _sections(features: Features, guesses: Guesses, body: Guesses, words: npt.NDArray[np.float64]
              ) -> list[npt.NDArray[np.generic]]:
    """The guess for the heading above a run, and for all that stands under that heading."""
    heading = features.columns("heading")[0] > 0
    section = heading.cumsum()
    last = np.maximum.accumulate(np.where(heading, np.arange(len(words)), -1))
    share = _each(body, section) / np.maximum(np.bincount(section, words), 1e-9)[section]
    return [np.where(last >= 0, guesses.take(last, axis=1, mode="wrap"), -1), share]
