"""Whether a text reads as the headline of a publication. Pure."""

from functools import lru_cache

from crawler.parsing.furniture import words
from crawler.parsing.furniture.labels import list_kind

_LEAST_TITLE = 12         # letters of a headline; half of it in scripts that write a word in a letter or two
_LEAST_HEADING = 3        # letters of a headline that stands in a heading
_STRONG_LETTERS = 28
_STRONG_WORDS = 4
_MOST_TITLE = 300


def letters_of(text: str) -> int:
    """How long a text is, without spaces, in letters of an alphabet; a sign for a syllable or word counts twice.

    The vowels that India's scripts write as marks are letters.
    """
    if text.isascii():
        return len(text) - text.count(" ")
    return sum(2 if letter >= "\u2e80" else 1 for letter in text if letter.isalnum() or "\u0900" <= letter < "\u0f00")


def is_headline(text: str, least: int = _LEAST_TITLE) -> bool:
    """Whether a text may be the headline of a publication.

    >>> is_headline("Tariffs rise again"), is_headline("Read more"), is_headline("Energy")
    (True, False, False)
    """
    if len(text) > _MOST_TITLE or letters_of(text) < least or is_more(text) or text[0] == "/":     # an address
        return False
    return len(text) > 60 or list_kind(text) is None


def is_heading(text: str) -> bool:
    """The same for the text of a heading element, which may be short."""
    return is_headline(text, _LEAST_HEADING)


@lru_cache(maxsize=1 << 12)
def is_strong(text: str) -> bool:
    """Whether a text can hardly be anything but a headline: a category or a name is shorter.

    >>> is_strong("White House meeting on its AI mission"), is_strong("Student Achievement")
    (True, False)
    """
    letters = letters_of(text)
    enough = letters >= _STRONG_LETTERS or (letters >= _LEAST_TITLE + 6 and len(text.split()) >= _STRONG_WORDS)
    return enough and is_headline(text)


def leads_to_all(text: str) -> bool:
    """Whether a text leads to the whole of a list: "All articles", "Browse all"."""
    return words.begins("all", words.squeezed(text))


@lru_cache(maxsize=1 << 12)
def is_more(text: str) -> bool:
    """Whether a text only says that there is more: "Read more", "View all posts"."""
    said = words.squeezed(text)
    if said in words.listed("more"):
        return True
    return len(said) <= 40 and words.begins("all", said)
