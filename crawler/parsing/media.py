"""Page -> what kind of file it is: HTML, plain text, PDF, or none that is read. Pure; bytes go before the header."""

import re
from typing import Literal
from urllib.parse import urlsplit

from archive.records import Page

Media = Literal["html", "text", "pdf", "other"]

_LOOKED_AT = 65_536        # bytes searched for mark-up
_MARKUP = re.compile(
    rb"<(?:!doctype|!--|\?xml|html|head|body|title|meta|link|script|style|article|section|main|header|nav|div|p|a|h[1-6]"
    rb"|ul|ol|li|span|table|td|br|img|em|strong|b|i|frameset|center|font)\b[^<]*>?", re.IGNORECASE)
_DOCUMENT = re.compile(
    rb"\s*(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<(?:!doctype|html|\?xml|!--|head|body)", re.IGNORECASE)
_PICTURES = ("image/", "audio/", "video/", "font/")
_UNREAD = (*_PICTURES, "application/zip", "application/gzip", "application/octet-stream",
           "application/msword", "application/vnd.", "application/epub", "application/x-")
_TEXT = ("text/plain", "text/markdown")


def media_of(page: Page) -> Media:
    r"""How the page is to be read.

    >>> media_of(Page.from_bytes(b"%PDF-1.7 ...", url="https://a.example/b", content_type="text/html"))
    'pdf'
    >>> media_of(Page.from_bytes(b"Tariffs rise\nPublished July 18, 2025", url="https://a.example/b"))
    'text'
    """
    head = page.body[:_LOOKED_AT]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    declared = page.content_type.partition(";")[0].strip().lower()
    plain = head.replace(b"\0", b"")
    if declared == "application/pdf" and not _is_document(plain):   # nor the log-in page that stands in its place
        return "pdf"                          # a broken one: its reader says so
    if _is_document(plain) or (declared not in _TEXT and _MARKUP.search(plain)):
        return "html"
    is_binary = len(head) - len(plain) > len(head) / 1.8 or _is_binary(plain)
    if is_binary and urlsplit(page.url).path.lower().endswith(".pdf") and not declared.startswith(_PICTURES):
        return "pdf"                          # likewise
    if declared.startswith(_UNREAD) or is_binary:
        return "other"
    return "text" if plain.strip() else "html"


def _is_document(head: bytes) -> bool:
    """Whether the text is a whole HTML document and not prose that mentions a tag."""
    return _DOCUMENT.match(head) is not None


def _is_binary(head: bytes) -> bool:
    """Whether control characters that no text has stand among the first bytes."""
    controls = sum(byte < 9 or 13 < byte < 27 or 27 < byte < 32 for byte in head[:4096])
    return controls > 0.02 * min(len(head), 4096)
