"""What follows from a failure: when the address is tried again, and whether it is the host's fault.

Called inside the transaction that carries it out (`Crawl.flush`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from archive.frontier import DAY, Address
from archive.urls import host_of
from crawler.crawl.fetched import Fetched
from crawler.crawl.outages import LONGEST_WAIT_IN_A_RUN, next_wait, passing_reason
from crawler.crawl.scope import LISTS
from crawler.reading import EMPTY

if TYPE_CHECKING:
    from crawler.crawl import Crawl

MOST_WAYS_ON = 5               # links on a notice
MOST_TURNED_AWAY = 10          # by a host that has given no page in the run: it does so to all
MOST_IN_VAIN = 10              # notices that stood there the second time as well, in one run


def note_passing(crawl: Crawl, fetched: Fetched) -> Fetched | None:
    """The page as a failure, where a notice or nothing stands in its place; None where it has its say.

    A list that a script goes on with ends with an empty page, and one that still leads on is a list that speaks of such
    notices.
    """
    address, answer = fetched.address, fetched.answer
    reason = passing_reason(answer.outcome, was_open=crawl.families.gave(address.url)) \
        if answer and address.origin != "usual place" else None
    if answer is None or reason is None:
        return None
    if not _may_help(crawl, address) and address.kind == "listing" and (
            reason == EMPTY or len(answer.leads) > MOST_WAYS_ON):
        return None
    return replace(fetched, reason=reason, retry="once more")


def _may_help(crawl: Crawl, address: Address) -> bool:
    """Whether to ask once more in the run, where a notice or a refusal stood in a page's place: while that helps."""
    return not address.tries and crawl.outages.of(address.url).in_vain < MOST_IN_VAIN


def _once_more(crawl: Crawl, fetched: Fetched) -> Fetched:
    """The failure with its retry in this run, or another day. Firewalls stop a few requests of many with a 403."""
    address, host = fetched.address, crawl.outages.of(fetched.address.url)
    host.turned_away += host.last_page is None and address.origin != "usual place" and not address.tries
    if fetched.page is None and (host.last_page is None or address.origin == "usual place"):
        return replace(fetched, retry="tomorrow")
    if _may_help(crawl, address):
        return replace(fetched, retry="now")
    host.in_vain += 1
    return replace(fetched, retry="tomorrow")


def settle_failed(crawl: Crawl, fetched: Fetched) -> None:
    """Acknowledge one address that gave nothing."""
    if fetched.retry == "once more":
        fetched = _once_more(crawl, fetched)
    address, now, reason = fetched.address, crawl.now, fetched.reason or "it failed"
    crawl.tally.counts["failed tries"] += 1
    if fetched.is_outage and (spoken := crawl.schemes.note_silence(address.url)) is not None:
        crawl.frontier.redirect(address, spoken)
        return
    outages = crawl.outages.of(address.url)
    if fetched.is_outage and outages.note_silence(address.address_id, now):
        crawl.frontier.postpone(address, outages.paused_until)
        crawl.frontier.note_failure(address, reason, now, outages.paused_until)
        if crawl.outages.is_hopeless(address.url, now):
            _give_up(crawl, address, reason if reason.startswith("robots.txt") else f"does not answer: {reason}")
        return
    if fetched.busy and outages.last_page is not None and (again := outages.note_busy(
            address.address_id, now, by_page=fetched.busy == "down")) is not None:
        _wait_for_host(crawl, fetched, again)
        return
    if not fetched.is_outage and not fetched.busy:
        outages.note_answer(now, is_page=False)
    wait = next_wait(address.tries, fetched.retry_after) if fetched.retry == "now" else None
    if fetched.retry_after and wait is not None:
        outages.paused_until = max(outages.paused_until, now + fetched.retry_after)
    if wait is None:
        for_good = fetched.retry == "tomorrow"
        rest = DAY if for_good else DAY / 24
        fail(crawl, address, reason, next_try=now + max(rest, fetched.retry_after or 0), for_good=for_good)
    else:
        crawl.frontier.fail(address, reason, now, next_try=now + wait)
    if outages.last_page is None and outages.turned_away >= MOST_TURNED_AWAY:
        _give_up(crawl, address, f"gives no page ({reason})")


def _wait_for_host(crawl: Crawl, fetched: Fetched, again: float) -> None:
    """Leave a busy host alone for a while; whether it still is, a page that it gave before will tell."""
    address, now, wait, outages = fetched.address, crawl.now, fetched.retry_after or 0.0, crawl.outages.of(
        fetched.address.url)
    again = max(again, now + wait)
    crawl.frontier.postpone(address, again)
    crawl.frontier.note_failure(address, fetched.reason or "", now, again)
    if wait > LONGEST_WAIT_IN_A_RUN or outages.is_hopeless(now):
        asks = f", and asks for {wait / 60:.0f} minutes of rest" if wait > LONGEST_WAIT_IN_A_RUN else ""
        _give_up(crawl, address, f"is too busy ({fetched.reason}{asks}): the next run asks again")
        return
    outages.paused_until = max(outages.paused_until, now + wait)
    if outages.last_page is not None:
        crawl.frontier.wake([outages.last_page.address_id])
        crawl.frontier.hurry(outages.last_page.url, LISTS)


def _give_up(crawl: Crawl, address: Address, why: str) -> None:
    """Leave the host of the address for another run; the whole run ends where it is the source's own, or the only one.

    It does not answer, and will not for as long as a run waits.
    """
    host = host_of(address.url)
    if host in crawl.outages.given_up:
        return
    crawl.outages.given_up.add(host)
    crawl.tally.counts["failed"] += 1
    told, is_all = f"{host} {why}", host == host_of(crawl.source.home) or not crawl.outages.others_answer(address.url)
    if is_all or crawl.scope.owns(address.url):
        crawl.tally.silent_hosts.append(told)
    if is_all:
        crawl.stop_reason = told
    else:
        crawl.tally.reasons[told] += 1


def fail(crawl: Crawl, address: Address, reason: str, *, next_try: float | None = None,
         for_good: bool = False) -> None:
    """Leave the address alone for the rest of this run."""
    crawl.tally.counts["failed"] += 1
    crawl.tally.reasons[reason] += 1
    crawl.frontier.fail(address, reason, crawl.now, next_try=next_try, this_round=False, for_good=for_good)
