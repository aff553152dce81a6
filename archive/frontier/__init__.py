"""The leased queue of addresses, its memory between crawls, and the ledger of failures.

    frontier = Frontier(archive, "bruegel")
    frontier.add_many(offers, now)              # addresses not known yet begin to wait
    for address in frontier.claim(16, now): …   # leased: nobody else gets them before the lease ends
    frontier.ack(address, Visit(…), now)        # in the same transaction as what was kept of it
    frontier.fail(address, "timeout", now, next_try=…)

A process that dies leaves leases, which end by themselves; nothing else has to be cleaned up. Every call is one
transaction, or part of the caller's. Partitioned by source; nothing here is Scrapy's. Times are seconds since 1970.

    addresses            what is offered, leased, visited, and when next
    rounds, lessons      what each crawl of a source begins with: addresses asked again, what earlier runs taught
    memory               what the crawl of another archive remembers
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from archive.database import Archive, transaction
from archive.frontier.addresses import DAY, EARLY, Address, Offer, Visit, next_visit
from archive.frontier.lessons import Lessons
from archive.rows import utc
from archive.urls import host_of, key_number

__all__ = ["DAY", "EARLY", "LEASE_SECONDS", "LOWEST", "Address", "Frontier", "Offer", "Visit"]

LEASE_SECONDS = 600.0
LOWEST = -1 << 62              # below every priority

_COLUMNS = ("address_id, url, kind, origin, found_in, depth, tries, outcome, visited_at, changed_at, etag, "
            "last_modified, digest, missing_since, title, date, "
            "(SELECT sent FROM frontier_sent WHERE frontier_sent.address_id = frontier.address_id)")


class Frontier(Lessons):
    """The addresses of one source."""

    def __init__(self, archive: Archive, source: str, run_id: int | None = None) -> None:
        super().__init__(archive, source)
        self.run_id = run_id

    # The queue

    def add_many(self, offers: Sequence[Offer], now: float) -> int:
        """How many of the offers were unknown; those now wait. Known ones wake where the offer gives a reason."""
        if not offers:
            return 0
        rows = [(self.source_id, key_number(offer.url), offer.url, host_of(offer.url), offer.kind, offer.origin,
                 offer.found_in, offer.depth, offer.title, offer.date, offer.priority) for offer in offers]
        with transaction(self.archive) as connection:
            before = connection.total_changes
            connection.executemany(
                "INSERT INTO frontier (source_id, key, url, host, kind, origin, found_in, depth, title, date, "
                "priority, state, due) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', 0) "
                "ON CONFLICT DO NOTHING", rows)
            new = connection.total_changes - before
            self._wake_offered([offer for offer in offers if offer.again or offer.changed_since is not None], now)
            self._keep_sent([offer for offer in offers if offer.sent is not None])
            self._keep_days([offer for offer in offers if offer.published is not None])
        return new

    def _wake_offered(self, offers: Sequence[Offer], now: float) -> None:
        if not offers:
            return
        began = self.round_began()
        rows = [(self.source_id, key_number(offer.url), min(began, now) if offer.again else offer.changed_since, now)
                for offer in offers]
        self.archive.connection.executemany(
            "UPDATE frontier SET state = 'waiting', due = 0, tries = 0 WHERE source_id = ? AND key = ? "
            "AND state = 'resting' AND outcome IN ('kept', 'rejected', 'listed', 'missing') "
            "AND visited_at < ? AND visited_at < ?", rows)

    def _keep_sent(self, offers: Sequence[Offer]) -> None:
        # a state that was told later than that which waits already is no better
        self.archive.connection.executemany(
            "INSERT INTO frontier_sent (address_id, sent) SELECT address_id, ? FROM frontier WHERE source_id = ? "
            "AND key = ? AND state = 'waiting' ON CONFLICT DO UPDATE SET sent = coalesce(sent, excluded.sent)",
            [(offer.sent, *self._keys(offer.url)) for offer in offers])

    def _keep_days(self, offers: Sequence[Offer]) -> None:
        # the first list that gives a day stands, so that no page is dated twice
        self.archive.connection.executemany(
            "INSERT INTO frontier_days (address_id, published, listed_in) SELECT address_id, ?, ? FROM frontier "
            "WHERE source_id = ? AND key = ? ON CONFLICT DO NOTHING",
            [(offer.published, offer.found_in, *self._keys(offer.url)) for offer in offers])

    def claim(self, count: int, now: float, not_hosts: Iterable[str] = (), *, above: int = LOWEST,
              unseen: bool = False) -> list[Address]:
        """Up to `count` addresses by priority, leased; none of the hosts in `not_hosts`, all of a priority `above`.

        `unseen`: lists, and of pages those that never answered.
        """
        skipped = tuple(not_hosts)
        without = f" AND host NOT IN ({', '.join('?' * len(skipped))})" if skipped else ""
        without += " AND (kind <> 'page' OR visited_at IS NULL)" if unseen else ""
        with transaction(self.archive) as connection:
            rows = connection.execute(
                f"SELECT {_COLUMNS} FROM frontier WHERE source_id = ? AND state = 'waiting' AND due <= ? "  # noqa: S608
                f"AND priority > ?{without} ORDER BY priority DESC, address_id LIMIT ?",
                (self.source_id, now, above, *skipped, count)).fetchall()
            connection.executemany("UPDATE frontier SET state = 'leased', due = ? WHERE address_id = ?",
                                   [(now + LEASE_SECONDS, row[0]) for row in rows])
            if not rows:
                connection.execute("UPDATE frontier SET state = 'waiting', due = 0 WHERE source_id = ? "
                                   "AND state = 'leased' AND due < ?", (self.source_id, now))
        return [Address(*row) for row in rows]

    def release(self, address: Address, *, behind: int | None = None) -> None:
        """Give the lease back unused; the address is claimed next after what has the priority `behind`."""
        self._write("UPDATE frontier SET state = 'waiting', due = 0, priority = coalesce(min(priority, ?) - 1, "
                    "priority) WHERE address_id = ?", behind, address.address_id)

    def rest(self, address: Address) -> None:
        """Leave the address as it was before it was woken."""
        self._write("UPDATE frontier SET state = 'resting' WHERE address_id = ?", address.address_id)

    def waiting(self) -> int:
        """How many addresses wait."""
        return int(self.archive.connection.execute(
            "SELECT count(*) FROM frontier WHERE source_id = ? AND state = 'waiting'", (self.source_id,)).fetchone()[0])

    def next_due(self) -> float | None:
        """When the next waiting address may be claimed; None where none waits."""
        due = self.archive.connection.execute("SELECT min(due) FROM frontier WHERE source_id = ? AND state = 'waiting'",
                                              (self.source_id,)).fetchone()[0]
        return None if due is None else float(due)

    # Outcomes

    def ack(self, address: Address, visit: Visit, now: float) -> None:
        """The address has an outcome: it rests until its next visit, and leaves the ledger."""
        changed_at = now if visit.changed or address.changed_at is None else address.changed_at
        due = visit.next_visit if visit.next_visit is not None else next_visit(address, visit, now)
        with transaction(self.archive) as connection:
            connection.execute(
                "UPDATE frontier SET state = 'resting', due = ?, tries = 0, outcome = ?, kind = coalesce(?, kind), "
                "visited_at = CASE WHEN ? THEN ? ELSE visited_at END, changed_at = ?, etag = ?, last_modified = ?, "
                "digest = ?, missing_since = ? WHERE address_id = ?",
                (due, visit.outcome, visit.kind, visit.answered, now,
                 changed_at if visit.outcome in ("kept", "rejected", "listed") else address.changed_at,
                 visit.etag, visit.last_modified, visit.digest, visit.missing_since, address.address_id))
            if address.sent is not None:
                self._write("UPDATE frontier_sent SET sent = NULL WHERE address_id = ?", address.address_id)
            self._forgive(address.url)

    def fail(self, address: Address, reason: str, now: float, *, next_try: float | None,
             this_round: bool = True, for_good: bool = False) -> None:
        """The address could not be fetched: into the ledger.

        It waits for `next_try`, or rests until another run; where the failure is `for_good`, until `next_try` at least.
        """
        with transaction(self.archive) as connection:
            connection.execute(
                "UPDATE frontier SET state = ?, due = ?, tries = ?, outcome = coalesce(outcome, 'failed') "
                "WHERE address_id = ?", ("waiting" if this_round else "resting", next_try or 0,
                                         0 if for_good else address.tries + 1, address.address_id))
            self.note_failure(address, reason, now, next_try)

    def note_failure(self, address: Address, reason: str, now: float, next_try: float | None) -> None:
        """Write into the ledger why the address gave nothing."""
        at = _utc(now)
        self._write(
            "INSERT INTO failures (source_id, key, url, reason, tries, first_failed, last_failed, next_try, "
            "run_id) VALUES (?, ?, ?, ?, 1, ?, ?, ?, ?) ON CONFLICT (source_id, key) DO UPDATE SET "
            "reason = excluded.reason, tries = tries + 1, last_failed = excluded.last_failed, "
            "next_try = excluded.next_try, run_id = excluded.run_id",
            *self._keys(address.url), address.url, reason, at, at, None if next_try is None else _utc(next_try),
            self.run_id)

    def postpone(self, address: Address, until: float) -> None:
        """Nobody answers anywhere: the address waits, and nothing is held against it."""
        self._write("UPDATE frontier SET state = 'waiting', due = ? WHERE address_id = ?", until, address.address_id)

    def leave_host(self, host: str) -> None:
        """What waits on this host waits for another run."""
        self._write("UPDATE frontier SET state = 'resting', due = 0, tries = tries + 1, outcome = coalesce(outcome, "
                    "'failed') WHERE source_id = ? AND state = 'waiting' AND host = ?", self.source_id, host)

    def set_aside(self, urls: Iterable[str], address: Address) -> None:
        """These belong to the publication at `address`: they are no publications of their own."""
        with transaction(self.archive) as connection:
            connection.executemany(
                "INSERT INTO frontier (source_id, key, url, host, kind, origin, found_in, depth, priority, state, due, "
                "outcome) VALUES (?, ?, ?, ?, 'page', 'attachment', ?, 0, 0, 'resting', 0, 'attached') "
                "ON CONFLICT DO UPDATE SET state = 'resting', outcome = 'attached' WHERE state = 'waiting'",
                [(self.source_id, key_number(url), url, host_of(url), address.address_id) for url in urls])

    def ask_plainly(self, address: Address) -> None:
        """The form that stands for the address is not taken: it is asked for as any other, at once."""
        with transaction(self.archive):
            self._write("DELETE FROM frontier_sent WHERE address_id = ?", address.address_id)
            self.postpone(address, 0)

    def take_in(self, url: str) -> None:
        """The address was kept alone, and belongs to a publication that was found since: it is visited no more."""
        self._write("UPDATE frontier SET state = 'resting', outcome = 'attached' WHERE source_id = ? AND key = ?",
                    *self._keys(url))

    def give_way(self, url: str) -> None:
        """The address is only another spelling of one that was found since."""
        self._write("UPDATE frontier SET outcome = 'twin' WHERE source_id = ? AND key = ?", *self._keys(url))

    def is_empty(self) -> bool:
        """Whether no address was ever offered."""
        return self.archive.connection.execute("SELECT 1 FROM frontier WHERE source_id = ? LIMIT 1",
                                               (self.source_id,)).fetchone() is None

    def redirect(self, address: Address, url: str) -> None:
        """The address insists on another spelling of itself (http to https, with www): ask there, at once."""
        self._write("UPDATE frontier SET url = ?, host = ?, state = 'waiting', due = 0 WHERE address_id = ?",
                    url, host_of(url), address.address_id)

    def move(self, address: Address, offer: Offer, now: float) -> None:
        """The address lives elsewhere now: ask there, unless that page is kept already."""
        with transaction(self.archive) as connection:
            if self.add_many([offer], now):
                return
            known = (address.address_id, self.source_id, key_number(offer.url), address.address_id, address.address_id)
            # on its way by another lead already: it need only know whom it stands for
            connection.execute(
                "UPDATE frontier SET origin = 'moved', found_in = ? WHERE source_id = ? AND key = ? "
                "AND state <> 'resting' AND outcome IS NULL AND address_id <> ? AND coalesce(found_in, 0) <> ?", known)
            connection.execute(
                "UPDATE frontier SET state = 'waiting', due = 0, tries = 0, origin = 'moved', found_in = ? "
                "WHERE source_id = ? AND key = ? AND state = 'resting' AND outcome NOT IN ('kept', 'moved') "
                "AND address_id <> ? AND coalesce(found_in, 0) <> ?", known)

    def known(self, url: str) -> Address | None:
        """What is known of an address; None where it was never offered."""
        row = self.archive.connection.execute(
            f"SELECT {_COLUMNS} FROM frontier WHERE source_id = ? AND key = ?",  # noqa: S608 - columns from above
            self._keys(url)).fetchone()
        return Address(*row) if row else None

    def outcome_of(self, url: str) -> str | None:
        """What came of an address at its last visit; None where it never had one."""
        known = self.known(url)
        return None if known is None else known.outcome

    def is_resting(self, url: str) -> bool:
        """Whether the address has had its visit."""
        return self.archive.connection.execute(
            "SELECT 1 FROM frontier WHERE source_id = ? AND key = ? AND state = 'resting'",
            self._keys(url)).fetchone() is not None

    def hurry(self, url: str, priority: int) -> None:
        """Let an address that waits be claimed with this priority, if its own is lower."""
        self._write("UPDATE frontier SET priority = ? WHERE source_id = ? AND key = ? AND state = 'waiting' "
                    "AND priority < ?", priority, *self._keys(url), priority)

    def ask_again(self, url: str) -> None:
        """An address that redirected, or is a part of a page that is read again, is asked once more."""
        self._write("UPDATE frontier SET state = 'waiting', due = 0, tries = 0 WHERE source_id = ? AND key = ? "
                    "AND state = 'resting' AND outcome IN ('moved', 'part')", *self._keys(url))

    def twin(self, address: Address, digest: int) -> str | None:
        """Another kept address whose last answer said the same; None where there is none, or it has moved here."""
        row = self.archive.connection.execute(
            "SELECT url FROM frontier WHERE source_id = ? AND digest = ? AND outcome = 'kept' AND address_id <> ? "
            "AND address_id IS NOT ? LIMIT 1",
            (self.source_id, digest, address.address_id,
             address.found_in if address.origin == "moved" else None)).fetchone()
        return str(row[0]) if row else None

    def moved_away(self, url: str) -> None:
        """What stood at the address, now missing, stands elsewhere: it is asked no more."""
        with transaction(self.archive):
            self._write("UPDATE frontier SET state = 'resting', outcome = 'moved', missing_since = NULL "
                        "WHERE source_id = ? AND key = ?", *self._keys(url))
            self._forgive(url)

    def wake_twins(self, digest: int) -> None:
        """The address kept for this text is not there any more: its twins are asked as if for the first time."""
        self._write("UPDATE frontier SET state = 'waiting', due = 0, tries = 0, outcome = NULL, etag = NULL, "
                    "last_modified = NULL WHERE source_id = ? AND digest = ? AND outcome = 'twin' "
                    "AND state <> 'leased'", self.source_id, digest)

    def _keys(self, url: str) -> tuple[int, int]:
        """By what an address of the source is found."""
        return self.source_id, key_number(url)

    def _forgive(self, url: str) -> None:
        self._write("DELETE FROM failures WHERE source_id = ? AND key = ?", *self._keys(url))


def _utc(seconds: float) -> str:
    return utc(datetime.fromtimestamp(seconds, UTC))
