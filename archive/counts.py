"""Numbers -> the words that tell them, in pages, reports and on a terminal. Pure."""

from archive.rows import SPACELESS


def count_words(number: int | None, one: str = "", many: str = "") -> str:
    """A number with thousands apart, and its noun if one is given.

    >>> count_words(1234), count_words(1, "page"), count_words(0, "entry", "entries")
    ('1,234', '1 page', '0 entries')
    """
    number = number or 0
    noun = one if number == 1 else many or (one and f"{one}s")
    return f"{number:,} {noun}".rstrip()


def length_words(text: str) -> str:
    """How long a text is: in words, or in signs where most are of scripts without spaces between words.

    >>> length_words("Ports learn"), length_words("地方鉄道の維持"), length_words("")
    ('2 words', '7 signs', '0 words')
    """
    if len(SPACELESS.findall(text)) * 2 > len(text):
        return count_words(len("".join(text.split())), "sign")
    return count_words(len(text.split()), "word")
