"""Bytes of Latin letters -> the code page they were written in, by the language of the words. Pure.

Pages of Poland, Turkey or Lithuania that call themselves Western, UTF-8 or nothing at all look like Western ones by
their bytes. The words tell the language, even with wrong letters in them, and its letters tell the code page.
"""

import re

from crawler.parsing.spoken import identify

_CENTRAL, _BALTIC = ("cp1250", "iso8859-2"), ("cp1257", "iso8859-4")
_LETTERS = {              # language -> its letters beyond ASCII, and the code pages that hold them
    "pl": ("ąćęłńóśźż", _CENTRAL), "cs": ("áčďéěíňóřšťúůýž", _CENTRAL), "sk": ("áäčďéíĺľňóôŕšťúýž", _CENTRAL),
    "hu": ("áéíóöőúüű", _CENTRAL), "sl": ("čšž", _CENTRAL), "hr": ("čćđšž", _CENTRAL), "bs": ("čćđšž", _CENTRAL),
    "ro": ("ăâîşţ", _CENTRAL), "tr": ("çğıiöşüâîû\u0307", ("cp1254",)),
    "lt": ("ąčęėįšųūž", _BALTIC), "lv": ("āčēģīķļņšūž", _BALTIC), "et": ("äõöüšž", _BALTIC),
    "vi": ("àáâãèéêìíòóôõùúýăđĩũơư\u0300\u0301\u0303\u0309\u0323", ("cp1258",)),
}
_WESTERN = frozenset("af br ca cy da de en es eu fi fo fr ga gl id is it lb ms nb nl nn no oc pt sq sv sw".split())
_SAMPLE = 65_536          # bytes looked at
_TAG = re.compile(rb"<(?:script|style)\b[^<]*|<[^<>]*>?", re.IGNORECASE)
_LINE = re.compile(rb"[^\n]{30,}")
WINDOWS = {byte: bytes([byte]).decode("cp1252", "ignore") for byte in range(0x80, 0x100)}   # "" for five of them
_BEYOND = re.compile(r"[^\x00-\x7f]")
_MARKS = frozenset("«»„“”‘’‚‹›–—…•€£§©®°\xa0\xad")


def latin_page(body: bytes) -> str | None:
    """The code page of text in Latin letters; None where the words are too few, or of no language that we know.

    >>> latin_page("<p>Rząd ogłosił nowe cła na import stali, które wejdą w życie w przyszłym roku i obejmą wszystkich "
    ...            "dostawców z zagranicy, a ceny dla konsumentów wzrosną już w tym roku.</p>".encode("iso8859-2"))
    'iso8859-2'
    """
    sample = b" ".join(_LINE.findall(_TAG.sub(b"\n", body[:_SAMPLE])))
    language, _ = identify(sample.decode("cp1252", "replace"))
    if language not in _LETTERS:
        return "cp1252" if language in _WESTERN else None
    letters, pages = _LETTERS[language]
    return min(("cp1252", *pages), key=lambda page: _foreign(sample.decode(page, "replace"), letters))


def _foreign(text: str, letters: str) -> int:
    """How many characters beyond ASCII are neither letters of the language nor marks that stand between words."""
    return sum(letter not in letters and letter not in _MARKS for letter in _BEYOND.findall(text.lower()))
