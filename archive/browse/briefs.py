"""Short rows about publications, as lists show them."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

# The columns of a Brief, for any query that has `publications AS p`.
BRIEF = """p.uid, p.title, p.published, p.language, s.key, coalesce(s.name, s.key),
(SELECT group_concat(name, ', ') FROM (SELECT a.name FROM publication_authors AS pa JOIN authors AS a USING (author_id)
 WHERE pa.publication_id = p.publication_id ORDER BY pa.position LIMIT 3))"""


@dataclass(frozen=True, slots=True)
class Brief:
    """One publication in a list; `note` says why it is in this one."""

    uid: str
    title: str
    published: str | None
    language: str | None
    source: str | None
    source_name: str | None
    authors: str | None
    note: Any = None


def find_briefs(connection: sqlite3.Connection, tail: str, values: Sequence[Any] = (),
                note: str = "NULL") -> tuple[Brief, ...]:
    """Briefs by a query of our own: what follows FROM publications AS p, sources AS s; `note` is an SQL expression."""
    rows = connection.execute(
        f"SELECT {BRIEF}, {note} FROM publications AS p LEFT JOIN sources AS s USING (source_id) {tail}",  # noqa: S608 - our own SQL
        tuple(values))
    return tuple(Brief(*row) for row in rows)
