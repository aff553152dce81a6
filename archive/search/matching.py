"""A query -> which index to ask, and in which words.

Texts are indexed by words. Those in scripts without spaces between words are indexed by trigrams as well, and a query
with such a word asks that index: there every word is looked for as it is written, anywhere in the text.
"""

import sqlite3
from dataclasses import dataclass, field
from typing import Any

from archive.search.query import Group, Near, Node, Not, Query, Words, render, words_of

TRIGRAMS_AT_MOST = 200


@dataclass(frozen=True, slots=True)
class Match:
    """Conditions in SQL with their values; `words` are what hits hold, for marking them."""

    index: str | None                 # the full-text table to ask; None where there is nothing to look for
    membership: str                   # condition on `publications` called `p`
    excluding: str = ""               # a second condition, where the query only says what must not be there
    values: dict[str, Any] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    has_prefix: bool = False          # a word stands for all that start so


def match_of(connection: sqlite3.Connection, query: Query) -> Match:
    """What to ask the archive for."""
    node, spaceless = query.node, query.is_spaceless
    if node is None:
        return Match(None, "0" if query.is_noise else "1")
    index = "spaceless_fts" if spaceless else "publications_fts"
    expression = render(_by_trigrams(connection, node) if spaceless else node)
    inside = f"SELECT rowid FROM {index} WHERE {index} MATCH :match"  # noqa: S608 - one of two names
    if isinstance(node, Not):
        return Match(None, f"p.publication_id NOT IN ({inside})", values={"match": expression})
    return Match(index, f"p.publication_id IN ({inside})", values={"match": expression},
                 words=tuple(words.text.rstrip("*") for words in words_of(node)),
                 has_prefix=any(words.prefix for words in words_of(node)))


def _by_trigrams(connection: sqlite3.Connection, node: Node) -> Node:
    """The same query for the index by trigrams, which knows no forms of words and nothing below three letters."""
    match node:
        case Words(text, _, column):
            return _trigrams(connection, text.strip("* "), column)
        case Near(parts):
            return Group("AND", tuple(_by_trigrams(connection, part) for part in parts))
        case Not(part):
            return Not(_by_trigrams(connection, part))
        case Group(operator, parts):
            return Group(operator, tuple(_by_trigrams(connection, part) for part in parts))


def _trigrams(connection: sqlite3.Connection, text: str, column: str | None) -> Node:
    """One or two letters are looked for by all trigrams that start with them; commonest first, if there are many."""
    if len(text) >= 3:
        return Words(text, column=column)
    connection.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.spaceless_terms "
                       "USING fts5vocab(main, spaceless_fts, row)")
    terms = connection.execute("SELECT term FROM spaceless_terms WHERE term >= ? AND term < ? "
                               "ORDER BY doc DESC LIMIT ?",
                               (text.lower(), text.lower() + "\U0010ffff", TRIGRAMS_AT_MOST)).fetchall()
    if not terms:
        return Words(text + "\U0010ffff" * 3, column=column)      # found nowhere
    if len(terms) == 1:
        return Words(terms[0][0], column=column)
    return Group("OR", tuple(Words(term, column=column) for (term,) in terms))
