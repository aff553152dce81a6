"""Rounds of a source's crawl: when one begins and ends, and which addresses it asks again.

Times are seconds since 1970.
"""

from collections.abc import Iterable

from archive.database import Archive, transaction
from archive.frontier.addresses import DAY, EARLY
from archive.urls import key_number

# Of a list that was never the first to show anything: of a query at least, of any at most.
IDLE_LISTING_REST, LONGEST_LISTING_REST = 3 * DAY, 14 * DAY
LEAST_FURTHER_REST = 7         # days, of a further page of a list
FURTHER_SPREAD = 8             # and a number of days of its own besides, so that not all come on one night
MOST_TRIES_OF_A_GUESS = 3      # of a usual place for lists


class Rounds:
    """The rounds of one source. A visit in the future, by a clock that was set back since, keeps nothing from one."""

    def __init__(self, archive: Archive, source: str) -> None:
        self.archive = archive
        with transaction(archive) as connection:
            connection.execute("INSERT INTO sources (key) VALUES (?) ON CONFLICT DO NOTHING", (source,))
            (self.source_id,) = connection.execute("SELECT source_id FROM sources WHERE key = ?",
                                                   (source,)).fetchone()

    def take_over(self) -> int:
        """How many leases a dead process left; those addresses wait again. The caller holds the source's lock."""
        return self._write("UPDATE frontier SET state = 'waiting', due = 0 WHERE source_id = ? AND state = 'leased'",
                           self.source_id)

    def begin_round(self, now: float) -> bool:
        """Go on with a round that was cut short less than a day ago, or begin one; True if it is new.

        What failed before is tried again either way: whoever starts a run wants it tried.
        """
        with transaction(self.archive) as connection:
            row = connection.execute("SELECT began_at, ended_at FROM frontier_rounds WHERE source_id = ?",
                                     (self.source_id,)).fetchone()
            connection.execute("UPDATE frontier SET state = 'waiting', due = 0, tries = 0 WHERE source_id = ? "
                               "AND tries > 0 AND state <> 'leased'", (self.source_id,))
            if row is not None and row[1] is None and 0 <= now - row[0] < DAY:
                return False
            connection.execute("INSERT INTO frontier_rounds (source_id, began_at) VALUES (?, ?) "
                               "ON CONFLICT (source_id) DO UPDATE SET began_at = excluded.began_at, ended_at = NULL",
                               (self.source_id, now))
            return True

    def end_round(self, now: float) -> None:
        """Nothing waits any more: the next run begins a new round."""
        self._write("UPDATE frontier_rounds SET ended_at = ? WHERE source_id = ?", now, self.source_id)

    def round_began(self) -> float:
        """When the current round began."""
        row = self.archive.connection.execute("SELECT began_at FROM frontier_rounds WHERE source_id = ?",
                                              (self.source_id,)).fetchone()
        return float(row[0]) if row else 0.0

    def wake_listings(self, now: float) -> int:
        """Let the listings wait again where new publications show: the later pages of lists once in a week or two.

        One that lies deeper than what the first page leads to, or that only a publication led to, and was never the
        first to show a kept page, is looked at ever more seldom while it shows nothing new; of a query (a combination
        of filters, say) every few days at most. Not every list begins with what is newest: its later pages are looked
        at, too, where they were the first to show something. What robots.txt forbade is asked about again as well:
        rules change.
        """
        return self._wake("(kind IN ('sitemap', 'feed', 'listing') AND origin NOT IN ('next', 'door') "
                          "AND address_id NOT IN (SELECT address_id FROM frontier_sent) "
                          "AND outcome IN ('listed', 'rejected', 'moved') AND (kind <> 'listing' "
                          "OR (depth <= 1 AND origin <> 'sitemap' AND coalesce(found_in, 0) NOT IN "
                          "(SELECT address_id FROM frontier WHERE source_id = ? AND outcome = 'kept')) "
                          "OR visited_at IS NULL OR visited_at > ? "
                          "OR visited_at + max(iif(url LIKE '%?%', ?, 0), min(?, (visited_at - coalesce(changed_at, "
                          "visited_at)) / 2)) <= ? OR address_id IN "
                          "(SELECT found_in FROM frontier WHERE source_id = ? AND outcome = 'kept'))) "
                          "OR outcome = 'refused' OR origin = 'start'", self.source_id, now + EARLY, IDLE_LISTING_REST,
                          LONGEST_LISTING_REST, now + EARLY, self.source_id) + self._wake_further(now)

    def _wake_further(self, now: float) -> int:
        return self._wake("origin = 'next' AND kind = 'listing' AND outcome IN ('listed', 'rejected') "
                          "AND address_id NOT IN (SELECT address_id FROM frontier_sent) "
                          "AND visited_at + ? * (? + address_id % ?) <= ? AND address_id IN "
                          "(SELECT found_in FROM frontier WHERE source_id = ? AND outcome = 'kept')",
                          DAY, LEAST_FURTHER_REST, FURTHER_SPREAD, now + EARLY, self.source_id)

    def newest(self) -> int:
        """The number of the address that was offered last."""
        return int(self.archive.connection.execute(
            "SELECT coalesce(max(address_id), 0) FROM frontier WHERE source_id = ?", (self.source_id,)).fetchone()[0])

    def has_news(self, urls: Iterable[str], since: int) -> bool:
        """Whether one of the addresses waits for its first visit, or was offered first after the number `since`."""
        return any(self.archive.connection.execute(
            "SELECT 1 FROM frontier WHERE source_id = ? AND key = ? AND (address_id > ? OR (visited_at IS NULL "
            "AND state <> 'resting'))", (self.source_id, key_number(url), since)).fetchone() for url in urls)

    def further_pages(self) -> list[tuple[int, str, int | None, str | None]]:
        """The further pages of lists that have had their visit: number, address; the page that named it first."""
        return self.archive.connection.execute(
            "SELECT page.address_id, page.url, page.found_in, first.url FROM frontier AS page LEFT JOIN frontier AS "
            "first ON first.address_id = page.found_in WHERE page.source_id = ? AND page.origin = 'next' "
            "AND page.state = 'resting' AND page.outcome IN ('listed', 'rejected', 'missing') "
            "AND page.address_id NOT IN (SELECT address_id FROM frontier_sent)",
            (self.source_id,)).fetchall()

    def wake(self, address_ids: Iterable[int]) -> None:
        """Let these wait again."""
        with transaction(self.archive) as connection:
            connection.executemany("UPDATE frontier SET state = 'waiting', due = 0, tries = 0 WHERE address_id = ? "
                                   "AND state = 'resting'", [(number,) for number in address_ids])

    def left(self) -> list[tuple[int, str]]:
        """What was over budget when its turn came: number, address."""
        return self.archive.connection.execute(
            "SELECT address_id, url FROM frontier WHERE source_id = ? AND state = 'resting' AND outcome = 'left'",
            (self.source_id,)).fetchall()

    def wake_due(self, now: float) -> int:
        """Let kept pages and whatever failed wait again, if their time has come or comes within hours.

        Lists that failed, too; and, ever more seldom, what is gone: a site is mended, or a release comes out at the
        address that was announced. A usual place that goes on failing is nobody's list.
        """
        return self._wake("(due <= ? OR visited_at > ?) AND ((kind = 'page' AND outcome IN ('kept', 'twin')) "
                          "OR (outcome <> 'attached' AND EXISTS (SELECT 1 FROM failures AS f "
                          "WHERE f.source_id = frontier.source_id AND f.key = frontier.key "
                          "AND (origin <> 'usual place' OR f.tries <= ?))))", now + EARLY, now + EARLY,
                          MOST_TRIES_OF_A_GUESS)

    def wake_kept(self) -> int:
        """Let all kept pages wait again."""
        return self._wake("outcome = 'kept' OR (outcome IN ('missing', 'gone') AND changed_at IS NOT NULL)")

    def wake_skipped(self) -> int:
        """Let what an earlier run passed over (older than its --since) wait again."""
        return self._wake("outcome = 'skipped'")

    def _wake(self, condition: str, *parameters: float) -> int:
        return self._write("UPDATE frontier SET state = 'waiting', due = 0, tries = 0 "           # noqa: S608 - ours
                           f"WHERE source_id = ? AND state = 'resting' AND ({condition})", self.source_id, *parameters)

    def _write(self, statement: str, *values: object) -> int:
        """How many rows the statement changed, in a transaction."""
        with transaction(self.archive) as connection:
            return connection.execute(statement, values).rowcount
