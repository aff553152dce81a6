"""A page that a browser saved in one file (MHTML), or that came in a letter -> its HTML.

In: the bytes of a MIME message (RFC 2045; RFC 2557 for pages). Out: the first HTML in it, with its content type and
the address that it was saved from. Pure.
"""

import re
from dataclasses import dataclass
from email import message_from_bytes

from archive.urls import is_web_address

_HEAD = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+")
_IS_MIME = re.compile(rb"^MIME-Version:", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Saved:
    """The page in a message; `url` is None where the message doesn't tell it."""

    body: bytes
    content_type: str
    url: str | None


def page_in_message(body: bytes) -> Saved | None:
    """The page in a MIME message; None where it is no message, or holds no HTML."""
    head = _HEAD.match(body)
    if head is None or not _IS_MIME.search(head[0]):
        return None
    try:
        message = message_from_bytes(body)
    except RecursionError:         # parts in parts without end
        return None
    part = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    html = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(html, bytes):
        return None
    stated = (str(value).strip() for value in (message["Snapshot-Content-Location"], part["Content-Location"]) if value)
    charset = part.get_content_charset()
    return Saved(html, f"text/html; charset={charset}" if charset else "text/html",
                 next(filter(is_web_address, stated), None))
