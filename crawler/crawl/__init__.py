"""One crawl of one source: what it has in hand, what it has been given, and what it decides about each address.

    frontier ─ claim ─> Scrapy fetches ─> Fetched ─ add ─> batch ─ flush ─> store, frontier: one transaction

All decisions about an address are taken in `flush` (`settling`), beside the writes that carry them out, so that a kill
leaves either the whole outcome of an address or an address that still waits.

    starts, scope, following    where a crawl begins; which leads of a page the frontier is offered
    settling                    what follows from an answer; failing: from none
    elsewhere, doors            where no page of its own stands, or another before it
    holding, canonicals, bare   pages that wait for another one, lone_files for the page that owns them
    pace, outages, schemes      when, and by which scheme, a host is asked; clock: by which time
    families, noise, dress      what is learned of addresses: makes that lead nowhere, parts that change nothing
    further_hosts               hosts of the publisher that are taken in; emptied: lists that lead nowhere any more
    kept, again                 what is kept at an address; a kept page read once more
    fetched, tally              what came of one address; what the run counted; health: whether that is as expected
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain

from archive.database import Archive, transaction
from archive.frontier import LOWEST, Address, Frontier, Offer, Visit
from archive.records import Page, Publication, Rejection
from archive.store import keep_many
from archive.store.days import date_by_lists
from archive.store.runs import adopt_source, describe_source, finish_run, note_findings, past_runs, start_run
from archive.store.stored import load_at
from crawler.crawl.doors import Doors
from crawler.crawl.dress import Dress
from crawler.crawl.emptied import LEAST_LED, Emptied
from crawler.crawl.families import Families
from crawler.crawl.fetched import Fetched
from crawler.crawl.following import is_only_dressed
from crawler.crawl.further_hosts import FURTHER
from crawler.crawl.health import Finding, examine
from crawler.crawl.holding import Held
from crawler.crawl.kept import KeptPublications
from crawler.crawl.noise import Noise
from crawler.crawl.outages import HostOutages
from crawler.crawl.pace import Pace
from crawler.crawl.schemes import Schemes
from crawler.crawl.scope import FILES, PAGES, Scope, is_file, is_vouched
from crawler.crawl.settling import settle, settle_read
from crawler.crawl.starts import start_leads
from crawler.crawl.tally import Past, Tally
from crawler.discovery.lead import Lead
from crawler.discovery.list_pages import list_ends
from crawler.source import Source
from crawler.source.targets import bare_key

MOST_CLAIMS = 20               # of addresses over budget in a row, before the loop that fetches gets its turn again


@dataclass(frozen=True, slots=True)
class Options:
    """What the person asked for."""

    recheck: bool = False              # visit all kept pages now
    revisit_only: bool = False         # and look for nothing new
    limit: int | None = None           # new publications
    since: str | None = None           # ISO date: older ones are passed over


class Crawl:
    """The state of one crawl, between Scrapy and the archive."""

    def __init__(self, archive: Archive, source: Source, options: Options, clock: Callable[[], datetime], *,
                 in_hand: int, patience_seconds: float = 300.0, delay_seconds: float = 0.0) -> None:
        self.archive, self.source, self.options, self.clock = archive, source, options, clock
        adopt_source(archive, source.key, bare_key(source))
        self.run_id = start_run(archive, "crawl", at=clock(), source=source.key, target=source.key)
        self.frontier = Frontier(archive, source.key, self.run_id)
        self.kept = KeptPublications(archive)
        self.scope = Scope(source, options.since, hosts=self.frontier.hosts_by_origin(FURTHER))
        self.families = Families(self.frontier.families())
        self.outages = HostOutages(patience_seconds)
        self.pace = Pace(delay_seconds)
        self.schemes = Schemes()
        self.known_until = self.frontier.newest()  # the last address known before this run
        self.tally = Tally(self.now)
        self.emptied = Emptied(self.frontier.led_to(LEAST_LED), self.frontier.outcome_of)
        self.in_hand = in_hand         # most addresses claimed and not yet acknowledged
        self.open: set[int] = set()    # those addresses
        self.files: set[int] = set()   # those of them that are files
        self.stop_reason: str | None = None
        self.ended = "shutdown"        # why the run ended, once it has
        self.findings: tuple[Finding, ...] = ()    # what a person should look at, then
        self._batch: list[Fetched] = []
        self.held = Held(max(1, in_hand - 2))  # read, and waiting for their canonical address
        self.seen: set[int] = set()
        self.spellings = Counter[int]()
        self.nothing_here = self.frontier.said_instead()  # digests of what the site says where it has nothing
        self.former, self.twins = self.frontier.left_behind()  # by what they say: pages not there any more, and twins
        twins = self.frontier.twins()
        self.noise, self.dress = Noise(twins), Dress(twins, self.frontier.kept_with)
        self.attached: set[int] = set()  # files of publications kept in this run
        self.doors = Doors()
        self.has_begun = False         # whether anything was answered yet, or failed
        self.promised = 0             # new publications kept or about to be

    @property
    def now(self) -> float:
        """Seconds since 1970, by the crawl's clock."""
        return self.clock().timestamp()

    # Begin and end

    def begin(self) -> None:
        """Let everything wait that this run is to visit."""
        source, frontier, now = self.source, self.frontier, self.now
        self.tally.taken_over = frontier.take_over()
        if source.path is not None:
            describe_source(self.archive, source.key, name=source.name, home=source.home, country=source.country,
                            licence=source.licence)
        is_new, is_first = frontier.begin_round(now), frontier.is_empty()
        if is_first or not self.options.revisit_only:
            leads = start_leads(source, is_first=is_first)
            frontier.add_many([offer for lead in leads if (offer := self.scope.offer(lead, found_in=None, depth=0))],
                              now)
        if is_new and not self.options.revisit_only:
            frontier.wake_listings(now)
            frontier.wake(list_ends(frontier.further_pages()))
            frontier.wake_due(now)
            frontier.wake(number for number, url in frontier.left()    # before its family, or its folder, gave anything
                          if self.families.allow(url) and self.noise.without(url) == url and not self.dress.plain(url))
        if not self.options.since:
            frontier.wake_skipped()
        if self.options.recheck or self.options.revisit_only:
            frontier.wake_kept()

    def finish(self, reason: str) -> None:
        """Write what is left, and close the run."""
        self.stop_reason = self.stop_reason or reason
        self.flush()
        if reason == "finished" and not self.open and self.frontier.next_due() is None:
            self.frontier.end_round(self.now)
        self.frontier.take_over()      # what was in hand waits for the next run
        self.tally.counts["dated by lists"] += date_by_lists(self.archive, self.source.key, at=self.clock())
        finish_run(self.archive, self.run_id, at=self.clock(), outcome=reason, failed=self.tally.counts["failed"],
                   stats=self.tally.stats())
        self.ended, past = reason, Past(*past_runs(self.archive, self.source.key, self.run_id))
        self.tally.emptied = self.emptied.lists
        self.findings = examine(self.source, self.tally, reason, past)
        note_findings(self.archive, self.run_id, [finding.text for finding in self.findings])

    # What the scheduler asks

    def claim(self) -> list[Address]:
        """The next addresses to fetch; none while enough are in hand, or while nobody answers."""
        now = self.now
        # before the first answer nobody knows what pause robots.txt asks for
        room = min(self.in_hand - len(self.open),
                   1 - len(self.open) + len(self.held) if self.outages.any_paused else self.in_hand,
                   self.in_hand if self.has_begun else 1 - len(self.open), 1 if self.pace.is_slow else self.in_hand)
        if self.source.max_pages is not None:
            room = min(room, self.source.max_pages - self.tally.pages - len(self.open))
        if room <= 0 or self.stop_reason:
            return []
        for _ in range(MOST_CLAIMS):
            claimed = self._take(room)
            rests = bool(self._resting(now))
            if not claimed and (self._batch or (len(self.held) and not rests)):
                # what is read but not yet written may lead on; and where nothing else is in hand, nothing will come
                self.flush(give_up=not rests and len(self.open) == len(self._batch) + len(self.held))
                claimed = self._take(room)
            wanted = [self._as_spoken(address) for address in self._within_budget(self._without_noise(claimed))]
            for address in wanted:
                self.pace.note(address.url, now)
            self.open.update(address.address_id for address in wanted)
            self.files &= self.open
            self.files.update(address.address_id for address in wanted if is_file(address.url, address.origin))
            if wanted or not claimed:
                return wanted
        return []

    def _take(self, room: int) -> list[Address]:
        """Addresses to fetch, what was never seen first where the run may end before all is fetched.

        Files only when no page is left in hand that may turn out to own them.
        """
        for host in self.outages.given_up:
            self.frontier.leave_host(host)
        above, resting = LOWEST if self.open <= self.files else FILES, self._resting(self.now)
        unseen = self.source.is_bounded and self.frontier.claim(room, self.now, resting, above=above, unseen=True)
        return unseen or self.frontier.claim(room, self.now, resting, above=above)

    def _resting(self, now: float) -> dict[str, float]:
        """The hosts not to be asked now, and until when."""
        return {host: until for host, until in sorted((*self.pace.pauses(), *self.outages.pauses())) if until > now}

    def _without_noise(self, claimed: list[Address]) -> list[Address]:
        """Those not visited yet whose addresses bear what changes nothing give way to the address without it."""
        noisy = [address for address in claimed if address.outcome is None
                 and self.noise.without(address.url) != address.url] if self.noise.names else []
        with transaction(self.archive):
            for address in noisy:
                self.frontier.add_many([Offer(self.noise.without(address.url), address.kind, address.origin,
                                              address.found_in, address.depth, address.title, address.date,
                                              priority=PAGES - address.depth)], self.now)
                self.frontier.ack(address, Visit("left", answered=False), self.now)
        return [address for address in claimed if address not in noisy] if noisy else claimed

    def _within_budget(self, claimed: list[Address]) -> list[Address]:
        """Those still worth fetching; the others, which began to wait before their family was spent, rest."""
        wanted = [address for address in claimed if self._is_within_budget(address)]
        if len(wanted) == len(claimed):
            return wanted
        with transaction(self.archive):
            for address in claimed:
                if address not in wanted and address.outcome is None:
                    self.frontier.ack(address, Visit("left", answered=False), self.now)
                elif address not in wanted:
                    self.frontier.rest(address)
        self.tally.counts["over budget"] += len(claimed) - len(wanted)
        return wanted

    def _is_within_budget(self, address: Address) -> bool:
        return (address.kind not in ("page", "listing") or is_vouched(address.origin)
                or address.outcome is not None      # a list that is visited again has been worth it
                or (self.families.allow(address.url) and not is_only_dressed(self, address.url, address.origin)))

    def _as_spoken(self, address: Address) -> Address:
        return replace(address, url=self.schemes.spoken(address.url))

    def next_moment(self) -> float | None:
        """When there is something to do again; None when all is done."""
        if self.open or self._batch:
            return self.now
        due = self.frontier.next_due()
        return None if due is None else max(due, min(self._resting(self.now).values(), default=self.now))

    def robots_found(self, sitemaps: tuple[str, ...]) -> None:
        """Sitemaps that robots.txt names."""
        leads = [Lead(url, self.source.home, "sitemap", "robots") for url in sitemaps]
        offers = [offer for lead in leads if (offer := self.scope.offer(lead, found_in=None, depth=0))]
        if not self.options.revisit_only and not self.source.discover.sitemaps:
            self.frontier.add_many(offers, self.now)

    # What comes back

    def add(self, fetched: Fetched) -> None:
        """Take in what came of an address; it is written with the next batch."""
        # a first page that sends the reader on, or asks about cookies, has not answered yet
        self.has_begun |= fetched.result != "moved" and (fetched.answer is None or fetched.answer.door is None)
        self._batch.append(fetched)
        if len(self._batch) * 2 >= self.in_hand or len(self._batch) >= len(self.open) - len(self.held):
            self.flush()

    def flush(self, *, give_up: bool = False) -> None:
        """Write the batch: pages, outcomes, leads and acknowledgements in one transaction.

        `give_up` settles the pages that wait for their canonical address as well.
        """
        batch, self._batch = sorted(self._batch, key=lambda fetched: fetched.is_file), []   # after what may own them
        if not batch and not len(self.held):
            return
        done = self.held.numbers() | {fetched.address.address_id for fetched in batch}
        with transaction(self.archive):
            held = self.held.ready(self, give_up=give_up)
            found = [self.kept.noted(readings) for readings in chain(
                (settle_read(self, fetched) for fetched in held), (settle(self, fetched) for fetched in batch))]
            readings = [reading for readings in found for reading in readings]
            further = {id(reading) for readings in found for reading in readings[1:]}  # pages of one publication
            for reading, kept in zip(readings, keep_many(self.archive, readings, self.run_id, reread=self._reread),
                                     strict=True):
                self.tally.counts[kept.status] += id(reading) not in further
            self.frontier.keep_families(self.families.changes())
            self.kept.note_written()
        self.open -= done - self.held.numbers()
        self._stop_where_told()

    def _reread(self, page: Page) -> Publication | Rejection:
        """A page kept before, read as it would be read today."""
        from crawler.crawl.again import read_again  # here: it loads the readers, which a crawl rarely needs by itself

        return read_again(self.archive, page, load_at(self.archive.connection, page.url), self.source.hints)

    def _stop_where_told(self) -> None:
        source = self.source
        if self.options.limit is not None and self.promised >= self.options.limit:
            self.stop_reason = "limit"
        elif source.max_pages is not None and self.tally.pages >= source.max_pages:
            self.stop_reason = "max_pages"
        elif source.max_minutes is not None and self.now - self.tally.began_at >= 60 * source.max_minutes:
            self.stop_reason = "max_minutes"
        elif source.hours is not None and not source.hours.hold(self.clock()):
            self.stop_reason = "outside its hours"
