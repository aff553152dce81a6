"""A text -> how many words it has, for rules that go by length. Pure."""

from archive.rows import SPACELESS


def words_in(text: str) -> int:
    """Words between spaces; of scripts that put none between words, two characters are one.

    >>> words_in("Ports learn to share"), words_in("地方鉄道の維持と公共交通政策"), words_in("")
    (4, 8, 0)
    """
    return len(text.split()) + (0 if text.isascii() else len(SPACELESS.findall(text)) // 2)
