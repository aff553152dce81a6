"""How much of each run is body, as the model has it -> the runs that are the body. Pure."""

import numpy as np
import numpy.typing as npt

from crawler.parsing.body.features import Features
from crawler.parsing.body.text_columns import Column

_LIKELY = 0.12             # share of the likeliest run of a page that shows any text; articles have 0.5 and more
_ALL_LINK, _HALF_LINK = 0.9, 0.5   # share of a run's characters in links
_LEAST_SENTENCE = 3        # words
_OUTSIDE = 0.3             # what a run outside the best box loses; 0.1 points of F1 at home, 0.6 on news
_OF_LOOK = 0.4             # of a share is that of all runs that look alike: 0.1 points on all kinds and on news
_ODDS = np.array([[1 / 3], [3]], np.float32)     # how far off those of a whole page may be: 0.1 points on all kinds


def choose(features: Features, shares: Column, article: float) -> npt.NDArray[np.bool_]:
    """Which runs are the body, given the share of each and how likely the page is one article.

    None are on a page whose text scripts would fetch: a menu, in which none is likely.
    """
    shares = np.where(_is_menu(features), np.float32(0), shares)
    if shares.max() < _LIKELY and _is_shell(features):
        return np.zeros(len(shares), np.bool_)
    return most_likely(like_its_look(features, drawn_together(features, shares, article)), features.words)


def _is_menu(features: Features) -> npt.NDArray[np.bool_]:
    """Which runs are links in a menu, in the foot or in the head of the site: a word of text is lost among hundreds."""
    nav, footer, header, article, main, links = features.columns(
        "in_nav", "in_footer", "in_header", "in_article", "in_main", "links")
    menu: npt.NDArray[np.bool_] = (links > _ALL_LINK) & ((nav + footer > 0) | (header > article + main))
    return menu


def _is_shell(features: Features) -> bool:
    """Whether most of what stands on the page are links, and no sentence stands outside them."""
    ends, links, page = features.columns("ends", "links", "page_links")
    sentences = (ends > 0) & (links < _HALF_LINK) & (features.words >= _LEAST_SENTENCE)
    return bool(page[0] > _HALF_LINK and not sentences.any())


def drawn_together(features: Features, shares: Column, article: float) -> Column:
    """The shares, lowered for runs outside the box that would be the best body as a whole, on articles.

    Teasers of other articles read like text and stand elsewhere; a sure lead outside stays.
    """
    boxes, body = features.boxes, (shares * features.words).astype(np.float64)
    held = boxes.sums(features.words)
    best = int((boxes.sums(body) / (held + body.sum() + 1e-9)).argmax())
    place = np.arange(boxes.runs)
    outside = (place < boxes.first[best]) | (place >= boxes.last[best])
    return np.where(outside, np.maximum(shares - _OUTSIDE * article, 0), shares).astype(np.float32)


def like_its_look(features: Features, shares: Column) -> Column:
    """The shares, drawn to the mean of runs that look alike: posts, cards and rows come in together or stay out.

    They do by tag and class, their own and of the two elements above.
    """
    boxes, words = features.boxes, features.words
    kinds = boxes.tags * (boxes.names.max() + 1) + boxes.names
    own, many = boxes.of_run, kinds.max() + 1
    above = boxes.parents[own]
    looks = (kinds[own] * many + kinds[above]) * many + kinds[boxes.parents[above]]
    look = np.unique(looks, return_inverse=True)[1]
    mean = np.bincount(look, shares * words) / np.bincount(look, words)
    drawn: Column = ((1 - _OF_LOOK) * shares + _OF_LOOK * mean[look]).astype(np.float32)
    return drawn


def most_likely(shares: Column, words: Column) -> npt.NDArray[np.bool_]:
    """The runs whose choice has the best expected F1: all from some share up.

    Choosing the set S, the expected overlap is the sum of share x words in S, and F1 is twice that over the words of S
    plus the expected words of the body. The shares of a page are too high or too low together: what is best on average
    is sought, should the odds of all be three times higher or lower. One surely right and one surely wrong run:

    >>> most_likely(np.array([0.9, 0.1], np.float32), np.array([50, 50], np.float32)).tolist()
    [True, False]
    """
    order = (-shares).argsort(kind="stable")
    falling, held = shares[order], words[order]
    body = falling * _ODDS / (1 + falling * (_ODDS - 1)) * held
    f1 = body.cumsum(axis=1) / (held.cumsum() + body.sum(axis=1, keepdims=True) + 1e-9)
    wanted: npt.NDArray[np.bool_] = shares >= falling[int(f1.sum(axis=0).argmax())]
    return wanted
