"""The bytes as fetched, in WARC files beside the database."""

import hashlib
from base64 import b32encode


def digest_of(body: bytes) -> str:
    """The digest of a body as WARC writes it.

    >>> digest_of(b"")[:20]
    'sha256:4OYMIQUY7QOBJ'
    """
    return "sha256:" + b32encode(hashlib.sha256(body).digest()).decode()
