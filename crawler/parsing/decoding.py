"""Bytes -> the name of their encoding and UTF-8 bytes. Pure.

Strict UTF-8 comes before what the page claims: text in another encoding all but never decodes as UTF-8, while pages
that claim another one and are UTF-8 are common. Then what the header and the page declare, read as browsers read it
(https://encoding.spec.whatwg.org/#names-and-labels), then a guess.
"""

import codecs
import re

from w3lib.encoding import resolve_encoding

_SNIFFED = 4096                       # bytes searched for a declaration; the standard asks for 1024, pages need more
_GUESSED = 65536                      # bytes shown to the guesser, whose time grows with them
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w:-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:-]{2,40})""", re.IGNORECASE)
_ESCAPED = re.compile(rb"\x1b\$[@B]|\x1b\([BJ]")  # ISO-2022-JP: the one encoding in use that is all ASCII
_NON_ASCII = re.compile(r"[^\x00-\x7f]+")
_STRAY = re.compile("[\udc80-\udcff]")            # bytes that are no UTF-8, as "surrogateescape" keeps them
_STRAY_RUN = re.compile("[\udc80-\udcff]+")
_DOUBLED = re.compile(rb"\xc3[\x82-\xb4](?:\xc2[\x80-\xbf])*\xc2[\x80-\x9f]")  # a sign that UTF-8 was encoded twice
_HIGH = re.compile("[\x80-\xff]{2,}")
_LATIN = frozenset({"cp1252", "iso8859-1", "iso8859-15", "latin-1", "ascii"})
_RATHER = {"mac-cyrillic": "cp1251", "mac_cyrillic": "cp1251"}       # the same small letters; pages are in the latter
_LONG_RUN = 3                         # bytes beyond ASCII one after the other: words in such letters, no accents
_WESTERN = {0xDC00 + byte: bytes([byte]).decode("cp1252", "ignore") or "\ufffd" for byte in range(0x80, 0x100)}


def decode(body: bytes, declared: str | None = None) -> tuple[str, bytes]:
    r"""The encoding found and the page as UTF-8 without byte order mark or NULs; `declared` is the header's charset.

    >>> decode(b"caf\xe9", "utf-8")
    ('cp1252', b'caf\xc3\xa9')
    """
    for mark, name in _BOMS:
        if body.startswith(mark):
            return name, _clean(body[len(mark):].decode(name, "replace"))
    if wide := _wide(body):
        return wide, _clean(body.decode(wide, "replace"))
    if not (b"\x1b" in body and _ESCAPED.search(body)):
        try:
            body.decode("utf-8")
        except UnicodeDecodeError:
            pass
        else:
            body = body.replace(b"\0", b"") if b"\0" in body else body
            return "utf-8", _undoubled(body) if _DOUBLED.search(body) else body
    return _declared_or_guessed(body, declared)


def _undoubled(body: bytes) -> bytes:
    """UTF-8 without what was read as Latin-1 and written as UTF-8 again, whose control characters no text holds."""
    return _HIGH.sub(_once, body.decode("utf-8")).encode("utf-8")


def _once(run: re.Match[str]) -> str:
    try:
        return run.group().encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:                        # letters that are meant
        return run.group()


def _declared_or_guessed(body: bytes, declared: str | None) -> tuple[str, bytes]:
    labels = [resolve_encoding(label) for label in (declared, _sniff(body)) if label]
    text = body.decode("utf-8", "surrogateescape")
    stray = len(_STRAY.findall(text))
    sound = sum(map(len, _NON_ASCII.findall(text))) - stray
    if sound > 2 * stray:                             # UTF-8 with bytes of something else in it
        return "utf-8", _clean(text.translate(_WESTERN))
    runs = len(_STRAY_RUN.findall(text))
    unlikely = _LATIN if stray >= _LONG_RUN * runs else frozenset()
    for name in labels:
        if name and name != "utf-8" and name not in unlikely and (found := _read(body, name)) is not None:
            return name, _clean(found)
    if "utf-8" in labels and stray < 1.5 * runs:  # Western text called UTF-8: lone letters
        return "cp1252", _clean(text.translate(_WESTERN))
    from bs4.dammit import EncodingDetector  # here: hardly a page needs it, and it takes as long to load as numpy

    for guess in EncodingDetector(body[:_GUESSED], is_html=True).encodings:
        name = _RATHER.get(guess, resolve_encoding(guess) or guess)
        if name != "utf-8" and name not in unlikely and (found := _read(body, name)) is not None:
            return name, _clean(found)
    return "cp1252", _clean(text.translate(_WESTERN))


def _sniff(body: bytes) -> str | None:
    """What the page itself declares in its first bytes."""
    head = body[:_SNIFFED]
    found = _XML.search(head) or _META.search(head)
    return found.group(1).decode("ascii") if found else None


def _wide(body: bytes) -> str | None:
    """UTF-16 without a mark: markup is ASCII, so every other byte is NUL."""
    head = body[:_SNIFFED]
    half = len(head) // 2
    if half < 8 or head.count(0) * 4 < half:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd * 3 > half > even * 6:
        return "utf-16-le"
    return "utf-16-be" if even * 3 > half > odd * 6 else None


def _read(body: bytes, name: str) -> str | None:
    """The text in that encoding; None where it is unknown to Python or more than 1 % of it can't be read."""
    try:
        text = body.decode(name, "replace")
    except LookupError:
        return None
    return text if text.count("\ufffd") * 100 <= len(text) else None


def _clean(text: str) -> bytes:
    return text.replace("\0", "").encode("utf-8", "replace")
