"""What a crawl asks of one fetched page, and what it is told: what the page is, and where it leads. Pure.

    page             Job -> Answer: the page read whole
    lists            why a page that reads as a publication is a list all the same
    days             when a list, or a publication, says that what it leads to was published
    parts            publications spread over several pages
    pool, process    reading away from the loop that fetches; warm: what its processes are forked from

The loop itself reads no page and loads no reader, where there are processes to do it.
"""

import hashlib
from dataclasses import dataclass

from archive.records import Page, Publication, Rejection
from crawler.discovery.lead import Lead
from crawler.parsing import NO_HINTS, Hints

EMPTY = "an empty page"
ERROR_PAGE = "an error page"            # how the reader of publications begins its reason for refusing one


@dataclass(frozen=True, slots=True)
class Job:
    """A page to read, and how."""

    page: Page
    kind: str = "page"                 # page, listing, sitemap, feed
    hints: Hints = NO_HINTS
    all_leads: bool = True             # send every lead, however often it was sent before
    is_part: bool = False              # a further page of a publication, whatever its address looks like
    is_sent: bool = False              # what a form was sent for: no address is its own, so it is read for its links


@dataclass(frozen=True, slots=True)
class Answer:
    """What a page is and where it leads; `outcome` is None for a listing that was read as one."""

    outcome: Publication | Rejection | None
    leads: tuple[Lead, ...] = ()
    moved_to: str | None = None
    robots: frozenset[str] = frozenset()
    digest: int = 0                    # of what the page says, or of its bytes where nothing was read
    tells_twins: bool = False          # it says enough for two pages with this digest to be one
    kind: str = "page"                 # what the page turned out to be
    needs_script: bool = False         # nothing to read, and signs that a script would write the page
    next_page: str | None = None       # where the publication goes on
    said_instead: int | None = None    # digest of the text of a page where a list should stand
    door: Lead | None = None           # what answers the question that stands before the page


def digest(body: bytes) -> int:
    """64 bits of the bytes, signed."""
    return int.from_bytes(hashlib.blake2b(body, digest_size=8).digest(), signed=True)


def lacks_text(outcome: Publication | Rejection) -> str | None:
    """Why a file that is kept as a publication gave no text (broken, encrypted, scanned); None where it gave some."""
    said = outcome.evidence.get("text", "") if isinstance(outcome, Publication) else ""
    return said.removeprefix("none: ") if said.startswith("none: ") else None


def what_is_said(outcome: Publication | Rejection) -> bytes:
    """What tells whether a publication has changed; empty for a rejection."""
    return b"" if isinstance(outcome, Rejection) else f"{outcome.title}\0{outcome.text}".encode("utf-8", "replace")
