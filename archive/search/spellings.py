"""A word as typed -> other ways in which texts write the same word. Pure.

The index folds case, and the accents of Latin letters. What it does not fold is tried here, one way at a time: accents
of Greek, ё, letters such as ł or ß, signs of vowels and particles of Arabic and Hebrew, figures of other scripts,
letters of full width, ligatures, and how numbers and abbreviations are pointed. Not every way is a word: whoever asks
keeps those that some text has.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator

AT_MOST = 60                       # ways of one word
LETTERS_AT_MOST = 40               # no longer word is looked at
_TONOS = dict(zip("αεηιουω", "άέήίόύώ", strict=True))
_PLAIN = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
_SPECIAL = (("ss", "ß"), ("ae", "æ"), ("oe", "œ"), ("o", "ø"), ("l", "ł"), ("d", "đ"), ("i", "ı"),
            ("ffi", "ﬃ"), ("ffl", "ﬄ"), ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ"))
_UMLAUT = re.compile("(?<![aeqy])ue|oe|ae")
_DIGITS = ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "₀₁₂₃₄₅₆₇₈₉")
_GROUPED = re.compile(r"\d{1,3}([.,'’\u00a0\u202f ]\d{3})+")
_MIXED = re.compile(r"([^\W\d_]+)-?(\d+)")
_ARABIC_MARKS = re.compile("[\u064b-\u065f\u0670\u0640]")
_HEBREW_MARKS = re.compile("[\u0591-\u05bd\u05bf\u05c1-\u05c7]")
_ARTICLES = re.compile("^(?:[وفبك]?ال|لل)(?=..)")
_ARABIC_FRONTS = ("", "ال", "و", "وال", "بال", "لل", "ب", "ل", "ف")
_HEBREW_FRONTS = ("", "ה", "ו", "ב", "ל", "מ", "ש", "כ", "וה", "מה", "שה")


def spellings_of(word: str) -> tuple[str, ...]:
    """Other ways to write the word, the likeliest first; none where there is no other.

    >>> spellings_of("νερου"), spellings_of("елка"), "straße" in spellings_of("strasse")
    (('νέρου', 'νερόυ', 'νερού'), ('ёлка',), True)
    """
    typed = word.lower()
    if not typed or len(typed) > LETTERS_AT_MOST:
        return ()
    found = dict.fromkeys(widths_of(typed))
    for is_meant, ways in _WAYS:
        if is_meant(typed):
            found |= dict.fromkeys(ways(word if ways is _pointed else typed))
    return tuple(way for way in found if way and way != typed)[:AT_MOST]


def is_hangul(text: str) -> bool:
    """Whether it is Korean: its particles are written on to the word, so that a word stands for all that start so."""
    return all("가" <= letter <= "힣" or letter.isspace() for letter in text) and any(map(str.isalpha, text))


def plain_letters(word: str) -> str:
    """A word of small letters with plain ones for those that no accent makes.

    >>> plain_letters("müßig"), plain_letters("łódź")
    ('müssig', 'lódź')
    """
    return "".join(_PLAIN.get(letter, letter) for letter in word)


def widths_of(text: str) -> Iterator[str]:
    """The text in plain letters for wide ones, and the other way round: East Asian texts have both."""
    yield unicodedata.normalize("NFKC", text)
    yield "".join(chr(ord(letter) + 0xFEE0) if letter.isascii() and letter.isalnum() else letter for letter in text)


def _greek(word: str) -> Iterator[str]:
    bare = unicodedata.normalize("NFC", "".join(
        letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter)))
    yield from (bare[:at] + _TONOS[letter] + bare[at + 1:] for at, letter in enumerate(bare) if letter in _TONOS)
    yield bare


def _cyrillic(word: str) -> Iterator[str]:
    bare = word.replace("ё", "е")
    yield bare
    yield from _replaced(bare, "е", "ё")


def _latin(word: str) -> Iterator[str]:
    yield plain_letters(word)
    if len(word) >= 6:
        yield _UMLAUT.sub(lambda found: found[0][0], word)
    for plain, special in _SPECIAL:
        yield from _replaced(word, plain, special)
    if "-" in word and not any(map(str.isdigit, word)):
        yield word.replace("-", "")


def _pointed(word: str) -> Iterator[str]:
    """Numbers and abbreviations, as typed."""
    if _GROUPED.fullmatch(word):
        yield re.sub(r"\D", "", word)
    elif word.isdecimal() and word.isascii() and len(word) > 3:
        yield f"{int(word):,}".replace(",", " ") if word[0] != "0" else ""
    if word.isupper() and word.isascii() and word.isalpha() and len(word) in (2, 3, 4):
        yield " ".join(word.lower())
    if mixed := _MIXED.fullmatch(word.lower()):
        yield from (mixed[1] + mixed[2], f"{mixed[1]} {mixed[2]}")
    for figures in _DIGITS:
        yield word.lower().translate(dict(zip(map(ord, "0123456789"), figures, strict=True)))
    yield "".join(str(unicodedata.digit(letter, letter)) for letter in word.lower())


def _arabic(word: str) -> Iterator[str]:
    bare = _ARABIC_MARKS.sub("", word)
    yield bare
    core = _ARTICLES.sub("", bare)
    ends = {"ه": "ةه", "ة": "ةه", "ي": "يى", "ى": "يى"}.get(core[-1:], core[-1:])
    starts = "اأإآ" if core[:1] in "اأإآ" else core[:1]
    for front in _ARABIC_FRONTS if len(core) > 2 else ("",):
        yield from (front + start + core[1:-1] + end for start in starts for end in ends)
    yield from (f"{bare[:at]} {bare[at:]}" for at in range(1, len(bare)))     # a mark divides words for the index


def _hebrew(word: str) -> Iterator[str]:
    bare = _HEBREW_MARKS.sub("", word)
    core = bare[1:] if bare.startswith("ה") and len(bare) > 3 else bare
    yield bare
    if len(core) > 2:
        yield from (front + core for front in _HEBREW_FRONTS)
    yield from (f"{bare[:at]} {bare[at:]}" for at in range(1, len(bare)))


def _replaced(word: str, old: str, new: str) -> Iterator[str]:
    """The word with `new` everywhere for `old`, then at each place alone."""
    if old in word:
        yield word.replace(old, new)
        yield from (word[:place.start()] + new + word[place.end():] for place in re.finditer(re.escape(old), word))


def _script(pattern: str) -> Callable[[str], bool]:
    found = re.compile(pattern)
    return lambda word: found.search(word) is not None


_WAYS: tuple[tuple[Callable[[str], bool], Callable[[str], Iterator[str]]], ...] = (
    (_script("[α-ωά-ώ]"), _greek), (_script("[её]"), _cyrillic), (_script("[\u0620-\u064a]"), _arabic),
    (_script("[א-ת]"), _hebrew), (_script(r"\d|^[A-Za-z]{2,4}$"), _pointed), (_script("[a-zß-ÿœłđıø].."), _latin))
