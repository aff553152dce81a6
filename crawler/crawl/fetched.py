"""What came of asking for one address: the only item that passes through Scrapy."""

from dataclasses import dataclass
from typing import Literal

from archive.frontier import Address
from archive.records import Page
from crawler.reading import Answer

Result = Literal["read", "same", "moved", "missing", "gone", "refused", "failed"]
Retry = Literal["now", "once more", "next run", "tomorrow"]


@dataclass(frozen=True, slots=True)
class Fetched:
    """One address, asked for."""

    address: Address
    result: Result
    reason: str | None = None          # in words, for everything that isn't read
    page: Page | None = None           # of "read"
    answer: Answer | None = None       # of "read"
    moved_to: str | None = None        # of "moved"
    next_part: str | None = None       # of "read": where the rest of the publication stands
    parts: tuple[Page, ...] = ()       # of "read": the further pages of the publication, joined in `answer`
    is_cut: bool = False               # of "read": a list of which more would have come
    sets_cookie: bool = False          # of "moved": the answer may be another one for who brings the cookie
    retry: Retry = "now"               # of "failed": when another try may help
    retry_after: float | None = None   # of "failed": seconds the server asked for
    busy: Literal["down", "with us"] | None = None  # of "failed": the host says it can't answer, or not us so often
    is_outage: bool = False            # of "failed": nobody answered at all

    @property
    def is_file(self) -> bool:
        """Whether a PDF came, whatever its address looks like."""
        return self.page is not None and self.page.body.startswith(b"%PDF-")
