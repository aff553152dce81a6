"""Pages that are read and wait, not yet settled, for another one: canonical or bare address, next part, former twin."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from archive.frontier import Address, Offer
from archive.records import Page, Publication, Rejection
from archive.urls import address_key
from crawler.crawl.bare import Bare
from crawler.crawl.canonicals import belief
from crawler.crawl.fetched import Fetched
from crawler.crawl.scope import LISTS
from crawler.discovery.addresses import index_reason
from crawler.reading import digest, what_is_said
from crawler.reading.parts import MOST_PARTS, is_part, join

if TYPE_CHECKING:
    from crawler.crawl import Crawl

MOST_PUT_BACK = 2              # times that a page is fetched once more because no other can wait


class Held:
    """Pages that are read and wait for another address; their leases stay, so that a kill loses none."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.bare = Bare()
        self.asked_for: set[tuple[int, str]] = set()   # a page, and the address it had to wait for
        self.put_back = Counter[int]()                 # pages that had to wait where no more could
        self._waiting: dict[int, tuple[Fetched, str]] = {}

    def __len__(self) -> int:
        return len(self._waiting)

    def numbers(self) -> set[int]:
        """The addresses of those that wait."""
        return set(self._waiting)

    def hold(self, fetched: Fetched, url: str) -> None:
        """Keep a page until something is known of `url`."""
        self._waiting[fetched.address.address_id] = (fetched, url)

    def take(self, *urls: str) -> Fetched | None:
        """The page that waits for one of these addresses as for its next part; it waits no more."""
        keys = {address_key(url) for url in urls}
        for number, (fetched, url) in self._waiting.items():
            if fetched.next_part and address_key(url) in keys:
                del self._waiting[number]
                return fetched
        return None

    def wants_part(self, url: str) -> bool:
        """Whether a page waits for this address as for its next part."""
        key = address_key(url)
        return any(fetched.next_part and address_key(wanted) == key for fetched, wanted in self._waiting.values())

    def ready(self, crawl: Crawl, *, give_up: bool) -> list[Fetched]:
        """Those whose canonical address has an outcome by now; all of them, where there is nothing left to wait for."""
        done = [fetched for fetched, url in self._waiting.values() if give_up or crawl.frontier.is_resting(url)]
        for fetched in done:
            del self._waiting[fetched.address.address_id]
        return done


def has_to_wait(crawl: Crawl, fetched: Fetched) -> bool:
    """Whether something else has to be seen first: that is asked for, and the page is held."""
    if crawl.options.revisit_only or crawl.stop_reason:
        return False
    address, page, answer = fetched.address, fetched.page, fetched.answer
    assert page is not None and answer is not None
    if not isinstance(answer.outcome, Publication):
        return False
    waits_for = (_next_part(crawl, answer.next_page), _canonical(crawl, page, answer.outcome, answer.digest),
                 _former_twin(crawl, address, answer.digest),
                 crawl.held.bare.wanted(crawl, page, answer.outcome) if address.outcome is None else None)
    wanted = next((url for url in waits_for if url and (address.address_id, url) not in crawl.held.asked_for), None)
    if wanted is None:
        return False
    crawl.frontier.add_many([Offer(wanted, found_in=address.address_id, depth=address.depth + 1, priority=LISTS,
                                   again=True)], crawl.now)
    crawl.frontier.hurry(wanted, LISTS)
    crawl.frontier.ask_again(wanted)
    if len(crawl.held) >= crawl.held.most:     # hardly ever: it is fetched again, after what it waits for
        crawl.held.put_back[address.address_id] += 1
        crawl.frontier.release(address, behind=LISTS)
        return crawl.held.put_back[address.address_id] <= MOST_PUT_BACK
    crawl.held.asked_for.add((address.address_id, wanted))
    crawl.held.hold(replace(fetched, next_part=wanted if wanted == answer.next_page else None), wanted)
    return True


def joined_with(first: Fetched, further: Fetched) -> Fetched | None:
    """The first page with one more part; None where the further page is no part of it."""
    one, other = first.answer, further.answer
    assert one is not None and other is not None and further.page is not None
    if not isinstance(one.outcome, Publication) or not isinstance(other.outcome, Publication) \
            or not is_part(one.outcome, other.outcome):
        return None
    parts = (*first.parts, further.page)
    whole = join(one.outcome, [other.outcome], [page.url for page in parts])
    more = other.next_page if len(parts) < MOST_PARTS - 1 else None
    answer = replace(one, outcome=whole, digest=digest(what_is_said(whole)), next_page=more,
                     leads=(*one.leads, *other.leads))
    return replace(first, answer=answer, parts=parts, next_part=None)


def without_part(fetched: Fetched) -> Fetched:
    """A page that was read as a part and is none: what its address says of it holds again."""
    page, answer = fetched.page, fetched.answer
    assert page is not None and answer is not None
    reason = index_reason(page.url)
    if reason is None:
        return fetched
    refused = Rejection(page.source, page.url, "not-a-publication", reason)
    return replace(fetched, answer=replace(answer, outcome=refused, digest=digest(page.body), kind="listing"))


def _next_part(crawl: Crawl, url: str | None) -> str | None:
    """Where the publication goes on, unless that has had its visit."""
    if url is None or not crawl.scope.owns(url):
        return None
    known = crawl.frontier.known(url)
    return url if known is None or known.outcome in (None, "part") else None


def _canonical(crawl: Crawl, page: Page, publication: Publication, digest: int) -> str | None:
    """The canonical address, where nothing is known of it yet."""
    return publication.url if belief(crawl, page, publication, digest) == "unknown" else None


def _former_twin(crawl: Crawl, address: Address, digest: int) -> str | None:
    """The kept page that said the same as this one, until this one changed: it may have changed as well."""
    if address.outcome != "twin" or address.digest is None or digest == address.digest:
        return None
    wanted = crawl.frontier.twin(address, address.digest)
    known = crawl.frontier.known(wanted) if wanted is not None else None
    return wanted if known is not None and (known.visited_at or 0.0) < crawl.frontier.round_began() else None
