"""What asks the reader something before it shows any page: about cookies, mostly, in the page's place or elsewhere.

Called inside the transaction that carries it out (`Crawl.flush`).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from archive.frontier import Address, Offer, Visit
from archive.records import Rejection
from crawler.crawl.failing import settle_failed
from crawler.crawl.fetched import Fetched
from crawler.crawl.outages import passing_reason
from crawler.crawl.scope import DOORS
from crawler.discovery.addresses import refusal
from crawler.discovery.doors import stands_before
from crawler.discovery.lead import Lead
from crawler.reading import ERROR_PAGE

if TYPE_CHECKING:
    from crawler.crawl import Crawl

MOST_WAITS = 5
DOOR_SECONDS = 1.0             # until a page is asked for again, with the cookie that the door gives


@dataclass(slots=True)
class Doors:
    """What a run has met of them."""

    tried: set[str] = field(default_factory=set)      # addresses asked for a cookie, or again with one
    questions: dict[str, bool] = field(default_factory=dict)  # place that pages redirect to -> whether it only asks
    waits: Counter[int] = field(default_factory=Counter)  # how often an address waited for what such a place shows


def open_door(crawl: Crawl, address: Address, door: Lead | None) -> bool:
    """Say yes to the question that stands before a page, and ask for the page again; False where that was tried."""
    if door is None or _place(door) in crawl.doors.tried:
        return False
    _ask_for(crawl, address, door)
    crawl.frontier.postpone(address, crawl.now + DOOR_SECONDS)
    return True


def asks_first(crawl: Crawl, fetched: Fetched, target: str) -> bool:
    """Whether an address redirects to a question that remembers it: it has not moved, and is asked again.

    Where that is not known yet, the page there is fetched first: one that says that nothing is there remembers as well.
    """
    address, place = fetched.address, target.partition("?")[0]
    if address.origin == "usual place" or not stands_before(target, address.url) or refusal(place):
        return False
    is_elsewhere = not crawl.scope.owns(target)    # where nobody can look: it is believed of what was open before
    asks = address.changed_at is not None or crawl.families.gave(address.url) if is_elsewhere \
        else crawl.doors.questions.get(place)
    waits, is_settled = crawl.doors.waits[address.address_id], crawl.frontier.is_resting(target)
    if asks is None and (not waits or (waits < MOST_WAITS and not is_settled)):
        crawl.doors.waits[address.address_id] += 1
        crawl.frontier.add_many([Offer(target, "page", "moved", address.address_id, address.depth, priority=DOORS,
                                       again=True)], crawl.now)
        crawl.frontier.postpone(address, crawl.now + DOOR_SECONDS * (waits + 1))
        return True
    cannot_look = asks is None and (not is_settled or crawl.frontier.outcome_of(target) in ("refused", "failed"))
    if asks or cannot_look:
        settle_failed(crawl, replace(fetched, reason=f"it redirects to {place}, which asks first", retry="once more"))
        return True
    return False


def note_question(crawl: Crawl, fetched: Fetched) -> bool:
    """Whether a page only stands before the address that redirects to it; what opens it is asked for, once a run."""
    address, answer = fetched.address, fetched.answer
    if address.origin != "moved" or "?" not in address.url or (answer is None and fetched.result != "missing"):
        return False
    wanted, place = crawl.frontier.led_by(address), address.url.partition("?")[0]
    if wanted is None or not stands_before(address.url, wanted):
        return False
    outcome = answer.outcome if answer is not None else None
    says_missing = isinstance(outcome, Rejection) and outcome.reason.startswith(ERROR_PAGE)
    asks = answer is not None and (
        answer.door is not None or not says_missing or passing_reason(outcome) is not None)
    is_first = place not in crawl.doors.questions
    crawl.doors.questions[place] = asks
    if asks:
        if answer is not None and answer.door is not None and is_first:
            _ask_for(crawl, address, answer.door)
        crawl.frontier.ack(address, Visit("rejected"), crawl.now)
    return asks


def _place(door: Lead) -> str:
    """Where the answer is sent: each page may send its own address with it."""
    return door.url if door.sent is None else door.sent.partition(" ")[0]


def _ask_for(crawl: Crawl, address: Address, door: Lead) -> None:
    crawl.doors.tried.add(_place(door))
    crawl.frontier.add_many([Offer(door.url, "listing", "door", address.address_id, address.depth, priority=DOORS,
                                   again=True, sent=door.sent)], crawl.now)
