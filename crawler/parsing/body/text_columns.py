"""Texts of runs -> columns of numbers on how they are written: length, punctuation, capitals. Pure.

All texts are laid side by side as code points, so that a count in every run is one operation on an array.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from crawler.parsing.body.lexicon import Lexicon
from crawler.parsing.outline import Run

Column = npt.NDArray[np.float32]
_KNOWN = 0x3100                        # code points with a class: up to kana; beyond are letters without case
_UPPER, _DIGIT, _LETTER, _COMMA, _STOP, _BAR, _SPACE, _END = (1 << bit for bit in range(8))
_DENSE, _WIDE = 0x0E00, 0x2E80         # Thai and on; radicals, kana, ideographs, up to the last Hangul
_HANGUL = (0xAC00, 0xD7A3)             # syllables, in words with spaces between
_UNSPACED = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF))   # Thai and Lao, Burmese, Khmer: letters, no spaces
_LETTERS_A_SIGN, _SIGNS_A_WORD, _LETTERS_A_WORD = 2.5, 2.5, 6        # as translations of one text compare
_MARKS = {",、،;": _COMMA, ".。!?।؟": _STOP, "|·•/»›>→": _BAR, ".!?…。؟।:;”\"»)": _END}


def text_columns(runs: Sequence[Run], lexicon: Lexicon) -> dict[str, Column]:
    """How each run is written; `chars` and `words` are logarithms of counts."""
    texts = [run.text for run in runs]
    codes = np.frombuffer("".join(texts).encode("utf-32-le", "replace"), dtype=np.uint32)
    lengths = np.fromiter(map(len, texts), np.intp, len(texts))
    at = np.arange(len(texts)).repeat(lengths)
    more_chars, more_words = _of_dense_scripts(codes, at, len(texts))
    if codes.max() >= _KNOWN:
        codes = np.where((codes > 0xFF00) & (codes < 0xFF5F), codes - 0xFEE0, codes)   # full-width forms of ASCII
        codes = np.minimum(codes, _KNOWN - 1)
    kind_of, classes_of, bits_of = _kinds()
    kinds = kind_of.take(codes)
    classes = classes_of.take(kinds)
    starts = lengths.cumsum() - lengths
    signs = lengths.astype(np.float32)
    chars = signs + more_chars
    first, last = classes[starts], classes[starts + lengths - 1]
    before = np.zeros_like(classes)
    before[1:] = classes[:-1]
    before[starts] = 0
    # One count of all kinds of characters in all runs; then a column is a sum of few kinds, not of all characters.
    many = len(classes_of)
    counted = np.bincount(at * many + kinds, minlength=len(texts) * many).reshape(len(texts), many)
    marked = counted.astype(np.float32) @ bits_of       # which multiplies whole numbers far more slowly
    count = {1 << bit: marked[:, bit] for bit in range(8)}
    (capitals,) = ((classes & _UPPER > 0) & (before & _LETTER == 0)).nonzero()

    words = np.maximum(count[_SPACE] + 1 + more_words, chars / 30)
    linked = np.fromiter((run.link_chars for run in runs), np.float32, len(runs))
    seen = Counter(texts)
    said = lexicon.said(texts).astype(np.float32)
    return {
        "chars": np.log1p(chars), "words": np.log1p(words), "word_length": chars / words,
        "links": np.minimum(linked / signs, 1), "ends": _flag(last & _END),
        "small_start": _flag((first & (_LETTER | _UPPER)) == _LETTER),
        "commas": count[_COMMA] / np.sqrt(words), "stops": count[_STOP] / np.sqrt(words),
        "bars": count[_BAR], "digits": count[_DIGIT] / signs,
        "capitals": np.bincount(at[capitals], minlength=len(texts)).astype(np.float32) / words,
        "uppers": count[_UPPER] / signs,
        "again": np.fromiter((seen[text] for text in texts), np.float32, len(texts)),
        "said_mean": said[:, 0], "said_low": said[:, 1], "said_high": said[:, 2],
    }


def _of_dense_scripts(codes: npt.NDArray[np.uint32], at: npt.NDArray[np.intp], many: int) -> tuple[Column, Column]:
    """What each run's characters and words are short of those of an alphabet that says the same.

    The model learned from alphabets: there a paragraph of fifty ideographs is one of 125 letters in twenty words.
    """
    if codes.max() < _WIDE and not ((codes >= _DENSE) & (codes <= _UNSPACED[-1][1])).any():
        nothing = np.zeros(many, np.float32)
        return nothing, nothing
    wide = (codes >= _WIDE) & (codes <= _HANGUL[1])
    spaced = wide & (codes >= _HANGUL[0])
    joined = sum(((codes >= low) & (codes <= high) for low, high in _UNSPACED), np.zeros(len(codes), bool))
    weights = np.where(wide & ~spaced, 1 / _SIGNS_A_WORD, np.where(joined, 1 / _LETTERS_A_WORD, 0))
    return (np.bincount(at, wide * (_LETTERS_A_SIGN - 1), many).astype(np.float32),
            np.bincount(at, weights, many).astype(np.float32))


def _flag(mask: npt.NDArray[np.generic]) -> Column:
    flags: Column = (mask != 0).astype(np.float32)
    return flags


@cache
def _kinds() -> tuple[npt.NDArray[np.intp], npt.NDArray[np.uint8], Column]:
    """The kind of each code point, the classes of each kind as bits, and these bits as a table of 0 and 1."""
    classes, kinds = np.unique(_classes(), return_inverse=True)
    return kinds.astype(np.intp), classes, np.unpackbits(classes[:, None], axis=1, bitorder="little").astype(np.float32)


def _classes() -> npt.NDArray[np.uint8]:
    table = np.zeros(_KNOWN, np.uint8)
    for code in range(_KNOWN):
        sign = chr(code)
        table[code] = (_UPPER * sign.isupper() | _DIGIT * sign.isdigit() | _LETTER * sign.isalpha()
                       | _SPACE * sign.isspace())
    for signs, mark in _MARKS.items():
        table[[ord(sign) for sign in signs]] |= np.uint8(mark)
    table[-1] = _LETTER
    return table
