"""Groups of publications with the same or nearly the same text: one article, at many addresses.

In: the publications whose text is new or changed since the last time. Out: their clusters. What was compared before is
not read again: bands of fingerprints are kept, and bring up the few texts that may be alike; those are compared.
"""

import json
import sqlite3
import struct
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import chain

from archive.database import Archive, transaction

AT_A_TIME = 2000                   # texts a transaction; their bands are written in order, each page of the tree once
WORDS_AT_A_TIME = 500_000          # of those texts, but for a longer one alone: a word takes some 150 bytes
OTHERS_HELD = 50                   # texts of earlier transactions, for those that are compared with the same
COMPARED_AT_MOST = 30              # candidates a text is compared with, those that share the most bands first
MEMBERS_COMPARED = 3               # of a cluster: its members are alike already
MOST_HOLDERS = COMPARED_AT_MOST * MEMBERS_COMPARED     # texts that a band brings up


def update_clusters(archive: Archive) -> int:
    """Compare all texts that are due; how many there were."""
    done = 0
    while due := _next_due(archive.connection):
        with transaction(archive) as connection:
            _Comparison(connection).compare(due)
        done += len(due)
    return done


def _next_due(connection: sqlite3.Connection) -> list[int]:
    rows = connection.execute(
        "SELECT publication_id, sum(coalesce(word_count, 0)) OVER (ORDER BY publication_id) FROM "
        "(SELECT publication_id FROM fingerprints_due ORDER BY 1 LIMIT ?) "
        "LEFT JOIN publications USING (publication_id)", (AT_A_TIME,)).fetchall()
    return [number for number, words in rows if words <= WORDS_AT_A_TIME] or [number for number, _ in rows[:1]]


def recount_clusters(connection: sqlite3.Connection) -> None:
    """Count the members of every cluster anew, within a transaction of the caller's."""
    comparison = _Comparison(connection)
    comparison.touched.update(cluster for (cluster,) in connection.execute("SELECT cluster_id FROM clusters"))
    comparison.count()


def forget_text(connection: sqlite3.Connection, number: int) -> None:
    """Let a text be in no group and be compared with no other any more, within a transaction of the caller's."""
    comparison = _Comparison(connection)
    comparison.forget([number])
    comparison.count()
    for table in ("fingerprints", "fingerprints_due"):
        connection.execute(f"DELETE FROM {table} WHERE publication_id = ?", (number,))  # noqa: S608 - names from above


class _Comparison:
    """One transaction's comparing."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.shingles: dict[int, frozenset[str]] = {}
        self.others: dict[int, frozenset[str]] = {}  # of texts compared before
        self.clusters: dict[int, int | None] = {}    # of the texts looked at so far
        self.touched: set[int] = set()               # clusters whose numbers must be counted anew

    def compare(self, due: Sequence[int]) -> None:
        """Find the group of each of these texts, and keep what finds them again."""
        from archive.similarity import bands_of  # numpy takes a tenth of a second: not for a run that kept nothing

        self.shingles = self._load(due)
        self.forget(due)
        self.clusters = dict.fromkeys(due)
        bands = dict(zip(due, bands_of([self.shingles[number] for number in due]), strict=True))
        candidates = self._candidates(bands)
        self._write(bands)
        for number in due:
            self._join(number, candidates[number])
        self.count()

    def _load(self, numbers: Sequence[int]) -> dict[int, frozenset[str]]:
        from archive.similarity import shingles_of

        return {number: shingles_of(body) for number, body in self.connection.execute(
            "SELECT publication_id, body FROM publications "
            "WHERE publication_id IN (SELECT value FROM json_each(?))", (json.dumps(numbers),))}

    def _shingles_of(self, number: int) -> frozenset[str]:
        if number in self.shingles:
            return self.shingles[number]
        if number not in self.others:
            if len(self.others) >= OTHERS_HELD:
                self.others.clear()
            self.others |= self._load([number])
        return self.others[number]

    def forget(self, due: Sequence[int]) -> None:
        """What was known of texts that have changed since."""
        chosen = json.dumps(due)
        for number, packed in self.connection.execute(
                "SELECT publication_id, bands FROM fingerprints "
                "WHERE publication_id IN (SELECT value FROM json_each(?))", (chosen,)).fetchall():
            self.connection.executemany("DELETE FROM fingerprint_bands WHERE band = ? AND publication_id = ?",
                                        [(band, number) for (band,) in struct.iter_unpack("<q", packed)])
        for (cluster,) in self.connection.execute(
                "SELECT DISTINCT cluster_id FROM publications WHERE cluster_id IS NOT NULL "
                "AND publication_id IN (SELECT value FROM json_each(?))", (chosen,)):
            self.touched.add(cluster)
        self.connection.execute("UPDATE publications SET cluster_id = NULL WHERE cluster_id IS NOT NULL "
                                "AND publication_id IN (SELECT value FROM json_each(?))", (chosen,))

    def _candidates(self, bands: dict[int, list[int]]) -> dict[int, list[int]]:
        """Number -> texts that share a band with it, those that share most first; each pair once."""
        holders: dict[int, list[int]] = defaultdict(list)
        wanted = sorted({band for numbers in bands.values() for band in numbers})
        for band, number in self.connection.execute(
                "SELECT band, publication_id FROM fingerprint_bands WHERE band IN (SELECT value FROM json_each(?))",
                (json.dumps(wanted),)):
            if len(holders[band]) < MOST_HOLDERS:
                holders[band].append(number)
        found: dict[int, list[int]] = {}
        for number, own in bands.items():
            sharing = [holders[band] for band in own]
            shared = Counter(chain.from_iterable(sharing))
            for texts in sharing:
                if len(texts) < MOST_HOLDERS:
                    texts.append(number)
            shared.pop(number, None)
            found[number] = sorted(shared, key=lambda other: (-shared[other], other))
        return found

    def _write(self, bands: dict[int, list[int]]) -> None:
        rows = sorted((band, number) for number, own in bands.items() for band in own)
        self.connection.executemany("INSERT OR IGNORE INTO fingerprint_bands VALUES (?, ?)", rows)
        self.connection.executemany(
            "INSERT INTO fingerprints VALUES (?, ?) ON CONFLICT DO UPDATE SET bands = excluded.bands",
            [(number, struct.pack(f"<{len(own)}q", *own)) for number, own in bands.items()])
        self.connection.executemany("DELETE FROM fingerprints_due WHERE publication_id = ?",
                                    [(number,) for number in bands])

    def _join(self, number: int, candidates: list[int]) -> None:
        """Put a text in one group with those that are like it; groups that it brings together become one."""
        from archive.similarity import are_alike

        compared: dict[int, int] = defaultdict(int)
        for other in candidates[:COMPARED_AT_MOST]:
            theirs, own = self._cluster_of(other), self._cluster_of(number)
            if theirs is not None:
                if theirs == own or compared[theirs] >= MEMBERS_COMPARED:
                    continue
                compared[theirs] += 1
            if are_alike(self.shingles[number], self._shingles_of(other)):
                self._unite(number, other, own, theirs)

    def _unite(self, number: int, other: int, own: int | None, theirs: int | None) -> None:
        if own is None and theirs is None:
            done = self.connection.execute("INSERT INTO clusters (first_publication_id, size, sources) "
                                           "VALUES (?, 2, 1)", (other,))
            assert done.lastrowid is not None
            self._move("publication_id IN (?, ?)", (number, other), done.lastrowid)
            self.clusters[number] = self.clusters[other] = done.lastrowid
        elif own is None or theirs is None:
            cluster = own if own is not None else theirs
            assert cluster is not None
            moved = other if theirs is None else number
            self._move("publication_id = ?", (moved,), cluster)
            self.clusters[moved] = cluster
        else:
            stays, goes = min(own, theirs), max(own, theirs)
            self._move("cluster_id = ?", (goes,), stays)
            self.touched.add(goes)
            self.clusters = {member: stays if cluster == goes else cluster for member, cluster in self.clusters.items()}

    def _move(self, who: str, values: tuple[int, ...], cluster: int) -> None:
        self.connection.execute(f"UPDATE publications SET cluster_id = ? WHERE {who}",  # noqa: S608 - who is from this file
                                (cluster, *values))
        self.touched.add(cluster)

    def _cluster_of(self, number: int) -> int | None:
        if number not in self.clusters:
            (self.clusters[number],) = self.connection.execute(
                "SELECT cluster_id FROM publications WHERE publication_id = ?", (number,)).fetchone()
        return self.clusters[number]

    def count(self) -> None:
        """Count the groups that have changed anew; a group of one is none."""
        for cluster in self.touched:
            members = self.connection.execute("""
                SELECT publication_id, source_id, published FROM publications WHERE cluster_id = ?
                ORDER BY published IS NULL, published, first_seen, publication_id""", (cluster,)).fetchall()
            if len(members) < 2:
                self.connection.execute("UPDATE publications SET cluster_id = NULL WHERE cluster_id = ?", (cluster,))
                self.connection.execute("DELETE FROM clusters WHERE cluster_id = ?", (cluster,))
                continue
            dates = [published for _, _, published in members if published is not None]
            self.connection.execute(
                "UPDATE clusters SET first_publication_id = ?, size = ?, sources = ?, first_published = ?, "
                "last_published = ? WHERE cluster_id = ?",
                (members[0][0], len(members), len({source for _, source, _ in members}),
                 dates[0] if dates else None, dates[-1] if dates else None, cluster))
