"""What follows where an address shows no page of its own: it leads elsewhere, or nothing is there.

Called inside the transaction that carries it out (`Crawl.flush`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from archive.frontier import DAY, EARLY, Address, Offer, Visit
from archive.store.visits import mark_gone
from archive.urls import address_key, host_of
from crawler.crawl.doors import asks_first
from crawler.crawl.failing import fail
from crawler.crawl.fetched import Fetched
from crawler.crawl.scope import MOST_DEPTH, is_file, is_vouched
from crawler.discovery.addresses import refusal
from crawler.reading import Answer

if TYPE_CHECKING:
    from crawler.crawl import Crawl

MOST_SPELLINGS = 5             # redirects of an address to itself (http, https, www)


def settle_moved(crawl: Crawl, fetched: Fetched) -> None:
    """Acknowledge an address that leads to another; that one is asked, where it is worth it."""
    address, target, now = fetched.address, fetched.moved_to, crawl.now
    assert target is not None
    crawl.tally.counts["moved"] += 1
    if address_key(target) == address_key(address.url):
        crawl.spellings[address.address_id] += 1
        if crawl.spellings[address.address_id] > MOST_SPELLINGS:
            fail(crawl, address, "it redirects to itself without end")
        else:
            crawl.frontier.redirect(address, target)
        return
    if asks_first(crawl, fetched, target):
        return
    if address.origin == "start":
        crawl.scope.hosts.add(host_of(target))
        if not crawl.scope.is_near(target) and crawl.frontier.known(target) is None:
            crawl.tally.home_moved_to = target
        if _is_home(address.url):
            crawl.scope.homes.add(address_key(target))
    if (why := _nothing_there(crawl, address, target)) is not None:
        settle_missing(crawl, replace(fetched, reason=why), is_gone=False)
        return
    is_ours = crawl.scope.owns(target) or _is_handed_out(address, target)
    if not is_ours or (address.kind == "page" and refusal(target)):
        crawl.tally.reasons["it redirects to another site or to a page for one visitor"] += 1
        crawl.frontier.ack(address, Visit("moved"), now)
        if not is_vouched(address.origin):
            crawl.families.note_missing(address.url)
        return
    if address.depth > MOST_DEPTH:
        fail(crawl, address, "it redirects on and on", for_good=True, next_try=now + DAY)
        return
    origin = address.origin if address.kind in ("sitemap", "feed") or address.origin == "start" else "moved"
    crawl.frontier.move(address, Offer(target, address.kind, origin, address.address_id, address.depth + 1,
                                      address.title, address.date, priority=3_000_000), now)
    crawl.frontier.ack(address, Visit("moved", missing_since=address.missing_since), now)
    if (fetched.sets_cookie or address.kind == "listing") and target not in crawl.doors.tried:
        crawl.doors.tried.add(target)        # a page that asks for a cookie first: now we bring it, or get it there
        crawl.frontier.ask_again(target)


def _nothing_there(crawl: Crawl, address: Address, target: str) -> str | None:
    """Why a redirect says that nothing is at the address any more; None where it tells of a place."""
    if _is_home(target) and address.origin != "start":
        return "it redirects to the home page"
    if address.changed_at is None or address.kind != "page":
        return None
    known = crawl.frontier.known(target)
    if known is not None and known.outcome in ("listed", "rejected") and known.kind == "listing":
        return "it redirects to a list"
    return "it redirects to a page for one visitor" if refusal(target) else None


def _is_handed_out(address: Address, target: str) -> bool:
    """Whether another host only hands out a file that the publisher has at an address of its own.

    Not where the address there is good for a while alone, as a query tells.
    """
    return is_file(address.url, address.origin) and is_file(target, "moved") and "?" not in target


def settle_missing(crawl: Crawl, fetched: Fetched, *, is_gone: bool) -> None:
    """404 may be a mishap: only the second, a day after the first, means gone. 410 means it at once."""
    address, now = fetched.address, crawl.now
    since = address.missing_since if address.missing_since is not None else now
    is_gone = is_gone or now - since >= DAY - EARLY
    # a publication whose address leads elsewhere is gone when that other address is
    kept_at = address.url if address.changed_at is not None else (
        crawl.frontier.asked_first(address) if address.origin == "moved" else None)
    name = "gone" if is_gone else "missing"
    if fetched.page is None:           # of a page that was read and is an error page, the caller counts it
        crawl.tally.counts["lost"] += address.outcome == "kept"
    crawl.frontier.ack(address, Visit(name, changed=False, missing_since=since, etag=address.etag,
                                     digest=address.digest, last_modified=address.last_modified), now)
    if address.kind in ("page", "listing") and not is_vouched(address.origin):
        crawl.families.note_missing(address.url)
    if address_key(address.url) == address_key(crawl.source.home):
        crawl.tally.home_missing = fetched.reason or "not found"
    if address.origin != "usual place":
        crawl.frontier.note_failure(address, fetched.reason or "not found", now, None if is_gone else since + DAY)
    marked = is_gone and kept_at is not None and mark_gone(crawl.archive, kept_at, crawl.run_id, at=crawl.clock())
    crawl.tally.counts["gone" if marked else "missing"] += 1
    if address.digest is not None and address.changed_at is not None:
        crawl.former[address.digest] = address.url
        if is_gone and address.digest in crawl.twins:
            crawl.frontier.wake_twins(address.digest)


def way_in(answer: Answer, url: str) -> str | None:
    """The other spelling of a first page's address, where that is all it leads to: "/home.html" from a cover page."""
    others = {lead.url for lead in answer.leads} - {url} if url.count("/") == 3 and url[-1] == "/" else set[str]()
    inside = min(others, default=url)
    return inside if len(others) == 1 and address_key(inside) == address_key(url) else None


def _is_home(url: str) -> bool:
    return address_key(url).count("/") == 2 and "?" not in url
