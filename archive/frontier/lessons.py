"""What earlier runs of a source taught: hosts, what it says where it has nothing, twins, makes, what led where."""

from collections.abc import Iterable

from archive.database import transaction
from archive.frontier.addresses import Address
from archive.frontier.rounds import Rounds


class Lessons(Rounds):
    """The lessons of one source."""

    def hosts_by_origin(self, origin: str) -> set[str]:
        """Hosts of the addresses that were found this way."""
        return {host for (host,) in self.archive.connection.execute(
            "SELECT DISTINCT host FROM frontier WHERE source_id = ? AND origin = ?", (self.source_id, origin))}

    def said_instead(self) -> set[int]:
        """Digests of what stood at usual places of lists and was no list."""
        return {digest for (digest,) in self.archive.connection.execute(
            "SELECT digest FROM frontier WHERE source_id = ? AND origin = 'usual place' AND outcome = 'rejected' "
            "AND digest IS NOT NULL", (self.source_id,))}

    def left_behind(self) -> tuple[dict[int, str], set[int]]:
        """What kept addresses said that are not there any more: digest -> address; and the digests of twins."""
        former, twins = dict[int, str](), set[int]()
        for digest, url, outcome in self.archive.connection.execute(
                "SELECT digest, url, outcome FROM frontier WHERE source_id = ? AND digest IS NOT NULL AND "
                "(outcome = 'twin' OR (outcome IN ('missing', 'gone') AND changed_at IS NOT NULL))", (self.source_id,)):
            if outcome == "twin":
                twins.add(digest)
            else:
                former[digest] = url
        return former, twins

    def twins(self) -> list[tuple[str, str]]:
        """Addresses that gave the text of a kept address: the two."""
        return self.archive.connection.execute(
            "SELECT twin.url, kept.url FROM frontier AS twin JOIN frontier AS kept ON kept.source_id = twin.source_id "
            "AND kept.digest = twin.digest AND kept.outcome = 'kept' WHERE twin.source_id = ? "
            "AND twin.outcome = 'twin'", (self.source_id,)).fetchall()

    def kept_with(self, part: str) -> list[str]:
        """The kept addresses that hold a string."""
        return [url for (url,) in self.archive.connection.execute(
            "SELECT url FROM frontier WHERE source_id = ? AND outcome = 'kept' AND instr(url, ?)",
            (self.source_id, part))]

    def led_to(self, least: int) -> dict[int, int]:
        """Number of an address -> how many kept pages it was the first to show; where there were at least so many."""
        return dict(self.archive.connection.execute(
            "SELECT found_in, count(*) FROM frontier WHERE source_id = ? AND outcome = 'kept' AND found_in IS NOT NULL "
            "GROUP BY found_in HAVING count(*) >= ?", (self.source_id, least)))

    def kept_before(self, address: Address) -> str | None:
        """The kept page that led to an address; None where another led there."""
        return self.led_by(address, only_kept=True)

    def led_by(self, address: Address, *, only_kept: bool = False) -> str | None:
        """The address whose answer named this one first; with `only_kept`, where that is a kept page."""
        row = self.archive.connection.execute(
            "SELECT url FROM frontier WHERE address_id = ? AND (outcome = 'kept' OR NOT ?)",
            (address.found_in, only_kept)).fetchone()
        return str(row[0]) if row else None

    def asked_first(self, address: Address) -> str | None:
        """The address that was asked before redirects led here; None where none did."""
        row = self.archive.connection.execute(
            "WITH RECURSIVE way (address_id, url, origin, found_in, steps) AS ("
            "SELECT address_id, url, origin, found_in, 0 FROM frontier WHERE address_id = ? UNION ALL "
            "SELECT f.address_id, f.url, f.origin, f.found_in, steps + 1 FROM way JOIN frontier AS f "
            "ON f.address_id = way.found_in WHERE way.origin = 'moved' AND steps < 10) "
            "SELECT url FROM way WHERE steps > 0 ORDER BY steps DESC LIMIT 1", (address.address_id,)).fetchone()
        return str(row[0]) if row else None

    def families(self) -> dict[str, tuple[int, int, int]]:
        """Family -> fetched, kept, barren."""
        return {family: (fetched, kept, barren) for family, fetched, kept, barren in self.archive.connection.execute(
            "SELECT family, fetched, kept, barren FROM frontier_families WHERE source_id = ?", (self.source_id,))}

    def keep_families(self, families: Iterable[tuple[str, int, int, int]]) -> None:
        """Write how the families stand: (family, fetched, kept, barren)."""
        with transaction(self.archive) as connection:
            connection.executemany("INSERT OR REPLACE INTO frontier_families (source_id, family, fetched, kept, "
                                   "barren) VALUES (?, ?, ?, ?, ?)", [(self.source_id, *family) for family in families])
