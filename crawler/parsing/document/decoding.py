"""Bytes -> the name of their encoding and UTF-8 bytes. Pure.

Strict UTF-8 comes before what the page claims: text in another encoding all but never decodes as UTF-8, while pages
that claim another one and are UTF-8 are common. Then what the header and the page declare, read as browsers read it
(https://encoding.spec.whatwg.org/#names-and-labels), then a guess.
"""

import codecs
import re

from w3lib.encoding import resolve_encoding

from crawler.parsing.document.codepages import WINDOWS, latin_page

_SNIFFED = 4096                       # bytes searched for a declaration; the standard asks for 1024, pages need more
_GUESSED = 65536                      # bytes shown to the guesser, whose time grows with them
_FEWEST_ASCII = 32                    # one in so many characters of a page is ASCII at the least: its tags
_MARKUP = b"<p>a-b</p>"               # the same in every encoding of pages that is read by its name; not in "punycode"
_BOMS = (
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
# Signs that UTF-8 was read as Latin-1, or as Windows-1252 (â€™), and encoded again.
_DOUBLED = re.compile(rb"\xc3[\x82-\xb4](?:\xc2[\x80-\xbf])*\xc2[\x80-\x9f]|\xc3\xa2\xe2\x82\xac")
_LATIN = frozenset({"cp1252", "iso8859-1", "iso8859-15", "latin-1", "ascii"})
_RATHER = {"mac-cyrillic": "cp1251", "mac_cyrillic": "cp1251"}       # the same small letters; pages are in the latter
_LONG_RUN = 2                         # bytes beyond ASCII one after the other: words in such letters, no accents
_WESTERN = {0xDC00 + byte: letter or "\ufffd" for byte, letter in WINDOWS.items()}
_BYTES = {chr(byte): byte for byte in WINDOWS} | {letter: byte for byte, letter in WINDOWS.items() if letter}
_LATER = "[" + "".join(letter for letter, byte in _BYTES.items() if byte < 0xc0) + "]"      # of UTF-8, but the first
_TWICE = re.compile(f"[\xc2-\xdf]{_LATER}|[\xe0-\xef]{_LATER}{{2}}|[\xf0-\xf4]{_LATER}{{3}}")


def decode(body: bytes, declared: str | None = None) -> tuple[str, bytes]:
    r"""The encoding found and the page as UTF-8 without byte order mark or NULs; `declared` is the header's charset.

    >>> decode(b"caf\xe9", "utf-8")
    ('cp1252', b'caf\xc3\xa9')
    """
    if body.startswith(codecs.BOM_UTF8):       # what comes behind it need not be UTF-8
        body = body[len(codecs.BOM_UTF8):]
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
    """UTF-8 without what was read as Latin-1 or Windows-1252 and written as UTF-8 again."""
    return _TWICE.sub(_once, body.decode("utf-8")).encode("utf-8")


def _once(found: re.Match[str]) -> str:
    try:
        return bytes(map(_BYTES.__getitem__, found.group())).decode("utf-8")
    except UnicodeDecodeError:                        # letters that are meant
        return found.group()


def _declared_or_guessed(body: bytes, declared: str | None) -> tuple[str, bytes]:
    labels = [resolve_encoding(label) for label in (declared, _sniff(body)) if label]
    text = body.decode("utf-8", "surrogateescape")
    stray = len(_STRAY.findall(text))
    sound = sum(map(len, _NON_ASCII.findall(text))) - stray
    if sound > 2 * stray:                             # UTF-8 with bytes of something else in it
        return "utf-8", _clean(text.translate(_WESTERN))
    runs = len(_STRAY_RUN.findall(text))
    unlikely = _LATIN if stray >= _LONG_RUN * runs else frozenset()
    western = not unlikely and all(name in _LATIN or name in (None, "utf-8") for name in labels)
    if western and (page := latin_page(body)):
        return page, _clean(body.decode(page, "replace"))
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
    """UTF-16 or UTF-32 without a mark: markup is ASCII, so that NULs stand at some places of each two or four bytes."""
    head = body[:_SNIFFED]
    fours, half = len(head) // 4, len(head) // 2
    if half < 8 or b"\0" not in head:
        return None
    nuls = [head[at::4].count(0) for at in range(4)]
    for name, filled in (("utf-32-le", 0), ("utf-32-be", 3)):
        if nuls[filled] * 20 < fours and nuls[2 - filled // 3] > 0.9 * fours < nuls[3 - filled]:
            return name
    even, odd = nuls[0] + nuls[2], nuls[1] + nuls[3]
    if odd * _FEWEST_ASCII > half and odd > 10 * even:
        return "utf-16-le"
    return "utf-16-be" if even * _FEWEST_ASCII > half and even > 10 * odd else None


def _read(body: bytes, name: str) -> str | None:
    """The text in that encoding; None where Python has none for pages, or more than 1 % of it can't be read."""
    try:
        if _MARKUP.decode(name, "replace") != _MARKUP.decode():
            return None
        text = body.decode(name, "replace")
    except (LookupError, UnicodeError):        # the latter: "idna" and its like, which are for the names of hosts
        return None
    return text if text.count("\ufffd") * 100 <= len(text) else None


def _clean(text: str) -> bytes:
    return text.replace("\0", "").encode("utf-8", "replace")
