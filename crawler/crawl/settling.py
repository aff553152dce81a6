"""What follows from having asked for an address: what is kept, when it is asked again, where it leads.

Called inside the transaction that carries it out (`Crawl.flush`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from archive.frontier import DAY, Address, Visit
from archive.records import Page, Publication, Reading, Rejection
from archive.store.visits import mark_seen
from archive.urls import address_key, key_number
from crawler.crawl.bare import shown_at
from crawler.crawl.canonicals import belief, own_address
from crawler.crawl.doors import note_question, open_door
from crawler.crawl.elsewhere import settle_missing, settle_moved, way_in
from crawler.crawl.failing import note_passing, settle_failed
from crawler.crawl.fetched import Fetched
from crawler.crawl.following import follow, plain
from crawler.crawl.holding import has_to_wait, joined_with, without_part
from crawler.crawl.lone_files import is_file_alone, is_offered_otherwise, lone_file
from crawler.discovery.dates import epoch
from crawler.parsing.errors import ANNOUNCED
from crawler.reading import ERROR_PAGE, Answer, lacks_text

if TYPE_CHECKING:
    from crawler.crawl import Crawl

_WORD = re.compile(r"[^\W_]+")
SAME_TEXT = "the same text as"  # how the reason for refusing a twin begins


def settle(crawl: Crawl, fetched: Fetched) -> list[Reading]:
    """Acknowledge one address; the readings to keep."""
    address, now = fetched.address, crawl.now
    passing = note_passing(crawl, fetched) if fetched.result == "read" else None
    if fetched.result != "failed" and fetched.result != "refused":
        crawl.outages.of(address.url).note_answer(now, is_page=fetched.result in ("read", "same"))
        crawl.tally.counts["answers"] += 1
        crawl.schemes.note_answer(address.url)
        if passing is None and fetched.result in ("read", "same") and address.kind in ("page", "listing"):
            crawl.outages.of(address.url).last_page = address
    if note_question(crawl, fetched) or _is_asked_otherwise(crawl, fetched):
        return []
    match fetched.result:
        case "read" if passing is not None:
            crawl.tally.counts["notices"] += 1
            settle_failed(crawl, passing)
        case "read":
            return settle_read(crawl, fetched)
        case "same":
            _settle_same(crawl, address)
        case "moved" if address.origin == "door":
            crawl.frontier.ack(address, Visit("listed"), now)
        case "moved":
            settle_moved(crawl, fetched)
        case "missing" | "gone":
            crawl.emptied.note(address.address_id, address.url, ())
            settle_missing(crawl, fetched, is_gone=fetched.result == "gone")
        case "refused":
            crawl.tally.counts["refused"] += 1
            crawl.tally.reasons[fetched.reason or ""] += 1
            crawl.frontier.ack(address, Visit("refused", answered=False), now)
        case "failed":
            settle_failed(crawl, fetched)
    return []


def _is_asked_otherwise(crawl: Crawl, fetched: Fetched) -> bool:
    """Whether the address is asked again in another way: without the form, or once a question is answered."""
    address = fetched.address
    if address.sent is not None and fetched.result in ("missing", "gone", "failed") and not (
            fetched.is_outage or fetched.busy):
        crawl.frontier.ask_plainly(address)
        return True
    return fetched.answer is not None and open_door(crawl, address, fetched.answer.door)


def settle_read(crawl: Crawl, fetched: Fetched) -> list[Reading]:
    """Acknowledge an address whose page was read, unless that has to wait; the readings to keep."""
    first = crawl.held.take(fetched.address.url, fetched.page.url) if fetched.page is not None else None
    if first is None:
        return _settle_alone(crawl, fetched)
    joined = joined_with(first, fetched)
    if joined is None:                 # what seemed a further page is another publication
        return [*_settle_alone(crawl, replace(first, next_part=None)), *_settle_alone(crawl, without_part(fetched))]
    crawl.frontier.ack(fetched.address, Visit("part"), crawl.now)
    return _settle_alone(crawl, joined)


def _settle_alone(crawl: Crawl, fetched: Fetched) -> list[Reading]:
    address, page, answer, now = fetched.address, fetched.page, fetched.answer, crawl.now
    assert page is not None and answer is not None
    if answer.moved_to and address_key(answer.moved_to) != address_key(page.url):
        settle_moved(crawl, replace(fetched, moved_to=answer.moved_to))
        return []
    if address.origin == "usual place" and answer.said_instead is not None:
        answer = replace(answer, digest=answer.said_instead)
        crawl.nothing_here.add(answer.digest)
    if address.origin == "start" and (inside := way_in(answer, page.url)):
        settle_moved(crawl, replace(fetched, moved_to=inside))
        return []
    if has_to_wait(crawl, fetched):
        return []
    outcome = _judge(crawl, address, page, answer)
    if outcome == "over":
        crawl.frontier.release(address)
        return []
    was_kept = address.outcome == "kept"
    crawl.tally.counts["need JavaScript"] += answer.needs_script
    crawl.tally.counts["lost"] += was_kept and isinstance(outcome, Rejection)
    was_missing = address.outcome == "missing" and address.changed_at is not None
    if isinstance(outcome, Rejection) and (was_kept or was_missing) and outcome.reason.startswith(ERROR_PAGE):
        settle_missing(crawl, replace(fetched, reason=outcome.reason), is_gone=False)
        return []
    if not was_kept and (key_number(page.url) in crawl.attached or (
            isinstance(outcome, Publication) and is_offered_otherwise(crawl, address, outcome))):
        crawl.frontier.ack(address, Visit("attached"), crawl.now)  # its landing page was read while it was fetched
        return []
    is_twin = isinstance(outcome, Rejection) and outcome.reason.startswith(SAME_TEXT)
    teaches = isinstance(outcome, Rejection) and is_twin and crawl.dress.note_twins(page.url, _twin_named(outcome))
    new = follow(crawl, address, page, answer.leads, kept=isinstance(outcome, Publication), is_twin=is_twin,
                 teaches=teaches, led=is_twin and _led_to(crawl, address, answer))
    if not any(lead.kind == "sitemap" for lead in answer.leads):     # an index of lists shows what those show
        crawl.emptied.note(address.address_id, address.url, (
            plain(crawl, lead, address.url).url for lead in answer.leads))
    name = _outcome_named(crawl, page, answer, outcome, was_kept=was_kept, is_twin=is_twin)
    has_news = new > 0 or was_kept or not isinstance(outcome, Rejection)   # else only what stands around a list changed
    unproven = fetched.is_cut or address.sent is not None      # its validators are not those of a whole GET
    visit = Visit(name, changed=has_news and answer.digest != address.digest, answered=not fetched.is_cut,
                  etag=None if unproven else page.headers.get("etag"), digest=answer.digest,
                  last_modified=None if unproven else page.headers.get("last-modified"),
                  # a list that shows nothing for a night, or a check of the browser, is a list all the same
                  kind=answer.kind if address.kind == "page" or (
                      address.kind == "listing" and isinstance(outcome, Publication)) else None)
    if name == "kept" and isinstance(outcome, Rejection):      # it is known again by what it said when it was kept
        visit = replace(visit, etag=address.etag, last_modified=address.last_modified, digest=address.digest)
    if isinstance(outcome, Rejection) and outcome.reason.startswith(ANNOUNCED):
        _wait_for_release(crawl, address, visit, outcome.reason)
    else:
        crawl.frontier.ack(address, visit, now)
    if not isinstance(outcome, Publication | Rejection) or (isinstance(outcome, Rejection) and (
            was_kept or address.origin == "usual place")):
        return []
    return _readings_of(crawl, replace(fetched, answer=answer), outcome, was_kept=was_kept)


def _wait_for_release(crawl: Crawl, address: Address, visit: Visit, reason: str) -> None:
    """Acknowledge a page that announces what will stand there: it is asked when the day that it names is over."""
    day = epoch(reason.removeprefix(ANNOUNCED).strip())
    over = max(day or 0.0, crawl.now) + DAY
    crawl.frontier.ack(address, replace(visit, next_visit=over), crawl.now)
    crawl.frontier.note_failure(address, reason, crawl.now, over)


def _outcome_named(crawl: Crawl, page: Page, answer: Answer, outcome: Publication | Rejection | str | None, *,
                   was_kept: bool, is_twin: bool) -> str:
    """What the frontier calls the outcome; what it teaches of addresses and texts is noted on the way."""
    if isinstance(outcome, Publication):
        crawl.noise.note_text(page.url, answer.digest)
        crawl.dress.note_kept(page.url)
        return "kept"
    if not isinstance(outcome, Rejection):
        return "listed" if outcome is None else "skipped"
    crawl.tally.reasons[outcome.reason] += 1
    if is_twin:
        crawl.twins.add(answer.digest)
        crawl.noise.note_twins(page.url, _twin_named(outcome))
        return "twin"
    return "kept" if was_kept else "rejected"


def _twin_named(outcome: Rejection) -> str:
    return outcome.reason.removeprefix(SAME_TEXT).strip()


def _led_to(crawl: Crawl, address: Address, answer: Answer) -> bool:
    """Whether the address that a twin names as its canonical one was found through it."""
    known = crawl.frontier.known(answer.outcome.url) if isinstance(answer.outcome, Publication) else None
    return known is not None and known.found_in == address.address_id


def _readings_of(crawl: Crawl, fetched: Fetched, outcome: Publication | Rejection, *, was_kept: bool) -> list[Reading]:
    """What to keep of a page whose address is settled: the page, under the address it goes on from, and its parts."""
    address, page, answer = fetched.address, fetched.page, fetched.answer
    assert page is not None and answer is not None
    asked = crawl.frontier.asked_first(address)    # a redirect may have led here since it was leased
    twin = None if was_kept else crawl.frontier.twin(address, answer.digest)
    if isinstance(outcome, Publication) and twin is not None and _is_plainer(page.url, twin):
        crawl.noise.note_twins(page.url, twin)
        crawl.frontier.give_way(twin)
        asked = twin
        page = replace(page, fetched_at=crawl.clock())     # or a twin fetched since, and read before, would stay
    former = None
    if isinstance(outcome, Publication):
        former = _take_over(crawl, address, outcome, answer) if not was_kept and asked is None else None
        _note_publication(crawl, outcome, address, was_kept=was_kept)
    keep_bytes = crawl.source.captures and not (crawl.source.politeness.noarchive and "noarchive" in answer.robots)
    return [Reading(replace(page, requested_url=asked) if asked else page, outcome, keep_bytes, former),
            *(Reading(part, outcome, keep_bytes) for part in fetched.parts)]


def _take_over(crawl: Crawl, address: Address, publication: Publication, answer: Answer) -> str | None:
    """The former address of a publication: of its file, kept alone; or its own, if it moved and nothing redirects."""
    lone = lone_file(crawl, publication)
    if lone is not None:
        crawl.frontier.take_in(lone)
        return lone
    former = crawl.former.pop(answer.digest, None) if answer.tells_twins else None
    if former is None or address_key(former) == address_key(address.url):     # it is back
        return None
    crawl.frontier.moved_away(former)
    return former


def _judge(crawl: Crawl, address: Address, page: Page, answer: Answer) -> Publication | Rejection | str | None:
    """The outcome after what only the crawl knows: patterns, limits, twins; "over" and "skipped" in words."""
    outcome = answer.outcome
    if not isinstance(outcome, Publication):
        return outcome

    def reject(reason: str) -> Rejection:
        return Rejection(page.source, page.url, "not-a-publication", reason)

    if reason := _unwanted(crawl, page, answer):
        return reject(reason)
    if crawl.options.since and outcome.published and outcome.published < crawl.options.since[:len(outcome.published)]:
        return "skipped"
    believed = belief(crawl, page, outcome, answer.digest)
    if believed == "twin":
        return reject(f"{SAME_TEXT} {outcome.url}")
    if believed == "disbelieved":
        outcome = replace(outcome, **own_address(page, outcome))  # type: ignore[arg-type]  # url and evidence
    if answer.digest in crawl.nothing_here:
        return reject(f"{ERROR_PAGE}: the site answers the same where it has nothing")
    if address.outcome != "kept":
        twin = crawl.frontier.twin(address, answer.digest)
        # a few words that stand at several addresses are a notice, unless each has a file of its own
        is_same = twin is not None and (answer.tells_twins or not outcome.attachments or _path(twin) == _path(page.url))
        if twin is not None and is_same and not _is_plainer(page.url, twin):
            return reject(f"{SAME_TEXT} {twin}")
        if twin is None and (view := shown_at(crawl, page, outcome)) is not None:
            return reject(f"{SAME_TEXT} {view}")
        if crawl.options.limit is not None and crawl.promised >= crawl.options.limit:
            return "over"
        crawl.promised += 1
    return outcome


def _unwanted(crawl: Crawl, page: Page, answer: Answer) -> str | None:
    """Why a page is not kept whatever it says."""
    if crawl.source.discover.accept and not crawl.source.wants(page.url):
        return "not among the addresses that the source accepts"
    if address_key(page.url) in crawl.scope.homes:
        return "an index: the home page"
    if crawl.source.politeness.noindex and "noindex" in answer.robots:
        return "the page asks not to be indexed"
    return None


def _note_publication(crawl: Crawl, publication: Publication, address: Address, *, was_kept: bool) -> None:
    (crawl.tally.of_files if is_file_alone(publication) else crawl.tally.of_pages).note(publication)
    if (lack := lacks_text(publication)) is not None:
        crawl.tally.reasons[f"kept without its text: {lack}"] += 1
    files = [attached.url for attached in publication.attachments if crawl.scope.owns(attached.url)]
    if files and not was_kept:
        crawl.attached.update(map(key_number, files))
        crawl.frontier.set_aside(files, address)


def _settle_same(crawl: Crawl, address: Address) -> None:
    crawl.tally.counts["unchanged"] += 1
    outcome = "kept" if address.outcome in ("missing", "failed", None) else address.outcome
    crawl.frontier.ack(address, Visit(outcome, changed=False, etag=address.etag, digest=address.digest,
                                     last_modified=address.last_modified), crawl.now)
    if outcome == "kept":
        mark_seen(crawl.archive, address.url, crawl.run_id, at=crawl.clock())


def _words(url: str) -> set[str]:
    return set(_WORD.findall(url.lower()))


def _path(url: str) -> str:
    return urlsplit(url).path


def _is_plainer(url: str, other: str) -> bool:
    """Whether `url` says in its path what `other` needs a query for: then it is the address to know the page by."""
    if urlsplit(url).query or not urlsplit(other).query:
        return False
    words = _words(_path(url).rstrip("/").rpartition("/")[2])
    return _path(url) == _path(other) or (len(words) > 1 and words <= _words(other))
