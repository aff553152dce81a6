"""Names in scripts without capitals, joined by a word, a letter or a sign -> the same with commas between. Pure."""

import re

from crawler.parsing.bylines.institutions import is_institution
from crawler.parsing.bylines.words import CASELESS_JOINERS

_WORDS = re.compile(rf"\s(?:{CASELESS_JOINERS})\s(?=\S)")
# "ليلى حداد وسامي منصور": "and" is written together with the name that follows; "وليد" and others begin with its letter
_ARABIC = re.compile(r"(\w{2,} \w{2,}) و(?!ليد\b|ائل\b|سام\b|سيم\b|جدي\b|حيد\b|هيب\b|فاء\b|داد\b|لاء\b|رد\b|صفي\b)"
                     r"(?=[\u0621-\u064a]{2,} \w{2,})")
_HEBREW = re.compile(r"(\w{2,} \w{2,}) ו(?:-\s?|(?!יליאם\b|יקטור\b|לדימיר\b|רד\b|יטלי\b|ויאן\b|רדה\b|יולט\b))"
                     r"(?=[א-ת]{2,} \w{2,})")
_KOREAN = re.compile(r"(?<=[가-힣])\s?·\s?(?=[가-힣]{1,3}[^부팀국실소단과\W](?:$|[\s,·]))")
_KANJI = re.compile(r"(?<=[\u4e00-\u9fff])・(?=[\u4e00-\u9fff])")
_CHINESE = re.compile(r"((?:[\u4e00-\u9fff]{2,4}、)*[\u4e00-\u9fff]{2,4})[和与與及]([\u4e00-\u9fff]{2,3})")


def with_commas(names: str, *, chinese: bool = False) -> str:
    """The names of a byline, parted by commas; the name of an institution as it is.

    `chinese` where the label says so: "和" is part of Japanese names.

    >>> with_commas("राम शर्मा और सीता वर्मा"), with_commas("김민수·이영희"), with_commas("王小明和李建国", chinese=True)
    ('राम शर्मा, सीता वर्मा', '김민수, 이영희', '王小明、李建国')
    """
    if is_institution(names):
        return names
    if chinese and (two := _CHINESE.fullmatch(names)):
        return f"{two[1]}、{two[2]}"
    for pattern, comma in ((_ARABIC, r"\1، "), (_HEBREW, r"\1, "), (_WORDS, ", "), (_KOREAN, ", "), (_KANJI, "、")):
        names = pattern.sub(comma, names)
    return names
