"""Conditional requests: what was fetched before is asked for with its validators, so that 304 can be the answer."""

from datetime import UTC, datetime
from email.utils import format_datetime

from scrapy import Request

from archive.frontier import Address

# Outcomes whose answer was read to the end: only then is "not modified" as good as reading it again.
_READ = frozenset({"kept", "listed", "rejected", "twin", "missing"})


class Validators:
    """Adds If-None-Match and If-Modified-Since to second visits."""

    def process_request(self, request: Request) -> None:
        """Adds the headers; the date of the visit stands in where the server gave no validator for a kept page."""
        address = request.meta.get("address")
        if not isinstance(address, Address) or address.visited_at is None or address.outcome not in _READ:
            return
        # a browser has no copy of the page to show for a "not modified", nor has an archive that lost its bytes; and a
        # door is asked for its cookie
        if request.meta.get("playwright") or request.meta.get("is_lost") or address.origin == "door":
            return
        if address.etag:
            request.headers[b"If-None-Match"] = address.etag.encode("latin-1", "replace")
        if address.last_modified:
            request.headers[b"If-Modified-Since"] = address.last_modified.encode("latin-1", "replace")
        elif not address.etag and address.outcome != "missing":
            # RFC 9110, 13.1.3: without Last-Modified, the date of the last answer may be used
            at = datetime.fromtimestamp(address.visited_at, UTC)
            request.headers[b"If-Modified-Since"] = format_datetime(at, usegmt=True).encode()
