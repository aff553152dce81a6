"""One address, one key: when two addresses are the same page, and the id that follows from it. Pure."""

import hashlib
from urllib.parse import urldefrag, urlsplit


def address_key(url: str) -> str:
    """The form under which an address is known: without fragment, lower-cased host, no trailing slash.

    >>> address_key("https://Example.org/a/#top")
    'https://example.org/a'
    """
    parts = urlsplit(urldefrag(url.strip()).url)
    path = parts.path.rstrip("/")
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.scheme.lower()}://{parts.netloc.lower()}{path}{query}"


def uid_of(url: str) -> str:
    """The stable id of a publication first seen at this address: 16 hexadecimal digits.

    >>> uid_of("https://example.org/a") == uid_of("https://EXAMPLE.org/a/")
    True
    """
    return hashlib.sha256(address_key(url).encode()).hexdigest()[:16]
