"""Where a page leads: which of its leads the frontier is offered."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from archive.frontier import Address, Offer
from archive.records import Page
from archive.urls import host_of
from crawler.crawl.further_hosts import take_in
from crawler.crawl.scope import PAGES, depth_of, is_vouched
from crawler.discovery.addresses import family, is_document, page_number
from crawler.discovery.lead import Lead, mark_of
from crawler.discovery.list_pages import without_place
from crawler.discovery.posts import CHOICE, ONWARD

if TYPE_CHECKING:
    from crawler.crawl import Crawl

_TURN = re.compile(r"&turn=(\d+)$")
MOST_SEEN = 200_000            # leads remembered as offered already, so that menus cost nothing


def follow(crawl: Crawl, address: Address, page: Page, leads: tuple[Lead, ...], *, kept: bool,
           is_twin: bool = False, teaches: bool = False, led: bool = False) -> int:
    """Offer where the page leads: how many addresses are new. Further pages of a list with news are visited again.

    What a twin of a kept page shows counts for nothing: with a session in every address, all it shows is new for ever.
    But one that `led` to the kept page was not fetched in vain: a list may link to nothing else. Nor is one that
    `teaches` in which dress pages are shown.
    """
    if crawl.options.revisit_only:
        return 0
    if address.kind == "sitemap":
        leads = crawl.scope.at_home(leads)
    leads = tuple(plain(crawl, lead, address.url) for lead in leads)
    if address.sent is not None:
        leads = tuple(_turned(lead, address.url) for lead in leads)
    offers: list[Offer] = []
    following: list[Offer] = []
    if kept:                       # the menus of a thousand articles are looked at once
        leads = tuple(lead for lead in leads if lead.origin == "next"
                      or hash(mark_of(lead.url, lead.published)) not in crawl.seen)
    for lead in leads:
        if not crawl.scope.owns(lead.url) and crawl.scope.is_near(lead.url):
            _meet_host(crawl, lead, address)
        offer = _offer(crawl, lead, address, kept=kept)
        if offer is not None:
            (following if lead.origin == "next" else offers).append(offer)
        elif kept:
            _unseen(crawl, mark_of(lead.url, lead.published))
    if address.kind in ("page", "listing") and not teaches:
        crawl.families.note(address.url if address.sent else page.url, kept=kept or led,
                            leads=() if is_twin else [offer.url for offer in offers])
    offers = _with_newest_again(offers)
    fresh = [offer for offer in offers if offer.again or offer.changed_since is not None
             or _unseen(crawl, mark_of(offer.url, offer.published))]
    new = crawl.frontier.add_many(fresh, crawl.now)
    if following:                  # what a feed or the home page showed first is news of the list all the same
        has_news = new > 0 or crawl.frontier.has_news([offer.url for offer in offers], crawl.known_until)
        crawl.frontier.add_many([replace(offer, again=has_news) for offer in following], crawl.now)
    crawl.tally.counts["leads"] += new
    return new


def plain(crawl: Crawl, lead: Lead, found_at: str) -> Lead:
    """The lead by an address that bears nothing of the list that it was found on, or of the visit."""
    if "?" not in lead.url:
        return lead
    placeless = lead.url if lead.sent else without_place(lead.url, found_at)
    if placeless != lead.url and lead.origin == "next" and page_number(placeless) is None:
        return Lead(crawl.noise.without(placeless), lead.found_in)             # no page of a list, but an entry
    url = crawl.noise.without(placeless)
    return lead if url == lead.url else lead._replace(url=url)


def _with_newest_again(offers: list[Offer]) -> list[Offer]:
    """The offers; of the years that a form is sent for the latest is visited again: what is new may show only there."""
    latest = max((offer.url.partition(CHOICE)[2] for offer in offers if offer.sent), default="")
    return [replace(offer, again=True) if offer.sent and offer.url.endswith(CHOICE + latest) else offer
            for offer in offers] if latest else offers


def _turned(lead: Lead, url: str) -> Lead:
    """A lead by the form that led here, told by how often: "next" is sent with the same fields on every page."""
    turn = _TURN.search(url)
    if turn is None or lead.url != f"{url[:turn.start()]}{ONWARD}":
        return lead
    return lead._replace(url=f"{url[:turn.start()]}&turn={int(turn[1]) + 1}")


def _meet_host(crawl: Crawl, lead: Lead, address: Address) -> None:
    """A lead to another host of the publisher's: that is taken in, or the links to it are counted."""
    if not take_in(crawl, lead, address) and _unseen(crawl, f"elsewhere {lead.url}"):
        crawl.tally.further_hosts[host_of(lead.url)] += 1


def _offer(crawl: Crawl, lead: Lead, address: Address, *, kept: bool) -> Offer | None:
    # from one publication, or one page of an archive, to the next is no step away: budgets hold what goes on and on
    is_sibling = kept or family(lead.url) == family(address.url)
    depth = depth_of(lead, address.depth, on_publication=is_sibling)
    offer = crawl.scope.offer(lead, found_in=address.address_id, depth=depth)
    if kept and lead.kind == "feed" and lead.url.startswith(f"{address.url.rstrip('/')}/"):
        return None                # of the comments on a publication
    if offer is None and is_document(lead.url) and crawl.scope.owns(lead.url):
        crawl.tally.counts["documents not read"] += _unseen(crawl, lead.url)
    if offer is None or (not is_vouched(lead.origin) and lead.kind in ("page", "listing")
                         and (not crawl.families.allow(lead.url) or is_only_dressed(crawl, lead.url, lead.origin))):
        return None
    is_new = offer.origin == "link" and offer.priority < PAGES and crawl.families.wants_probe(offer.url)
    return replace(offer, priority=PAGES) if is_new else offer


def is_only_dressed(crawl: Crawl, url: str, origin: str) -> bool:
    """Whether the address shows a known page in another dress, as far as is known; a language a page names is none."""
    plain = None if origin == "head" or is_vouched(origin) else crawl.dress.plain(url)
    known = None if plain is None else crawl.frontier.known(plain)
    return known is not None and known.outcome not in ("missing", "gone")


def _unseen(crawl: Crawl, url: str) -> bool:
    mark = hash(url)
    if mark in crawl.seen:
        return False
    if len(crawl.seen) >= MOST_SEEN:
        crawl.seen.clear()
    crawl.seen.add(mark)
    return True
