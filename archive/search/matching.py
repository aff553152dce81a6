"""A query -> which index to ask, and in which words.

Texts are indexed by words. A word is looked for in every way in which some text writes and inflects it
(archive.search.wording), and after those come the texts with words that are made with it: "Klimaschutz" finds
"Klimaschutzgesetz".
Those in scripts without spaces between words are indexed by trigrams as well, and a query with such a word asks that
index: there every word is looked for as it is written, anywhere in the text. Latin words stand in such texts without
spaces around them too, so they are looked for there besides.
"""

import re
import sqlite3
from dataclasses import dataclass, field, replace
from typing import Any, Optional
from unicodedata import normalize

from archive.search.query import Group, Near, Node, Not, Query, Words, render, words_of
from archive.search.spellings import widths_of
from archive.search.wording import Wording

TRIGRAMS_AT_MOST = 200
_LATIN = re.compile(r"[A-Za-z0-9][\w.&+*-]+")


@dataclass(frozen=True, slots=True)
class Match:
    """Conditions in SQL with their values; `words` are what hits hold, for marking them."""

    index: str | None                 # the full-text table to ask; None where there is nothing to look for
    membership: str                   # condition on `publications` called `p`
    values: dict[str, Any] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    has_prefix: bool = False          # a word stands for all that start so
    also: Optional["Match"] = None    # what is to come after: compounds, Latin words in texts without spaces


def match_of(connection: sqlite3.Connection, query: Query) -> Match:
    """What to ask the archive for."""
    node = query.node
    if node is None:
        return Match(None, "0" if query.is_noise else "1")
    if query.is_spaceless:
        return _match("spaceless_fts", _by_trigrams(connection, node), node)
    wording = Wording(connection)
    spelt = wording.spelt(node)
    match = _match("publications_fts", spelt, spelt)
    if match.index is None:
        return match
    others = []
    if (wide := wording.spelt(node, with_compounds=True)) != spelt:
        others.append(_match("publications_fts", wide, wide))
    if _may_stand_inside(connection, node):
        others.append(_match("spaceless_fts", _by_trigrams(connection, node), node))
    return _in_turn(match, others)


def _in_turn(match: Match, others: list[Match]) -> Match:
    """The match, then what only the others find."""
    also, membership, values = None, match.membership, dict(match.values)
    for number, other in enumerate(others):
        membership += f" OR {other.membership.replace(':match', f':also{number}')}"
        values[f"also{number}"] = other.values["match"]
    for other in reversed(others):
        also = replace(other, also=also)
    return replace(match, also=also, values=values, membership=f"({membership})")


def _match(index: str, node: Node, shown: Node) -> Match:
    """What to ask `index` for `node`; hits hold the words of `shown`."""
    inside = f"SELECT rowid FROM {index} WHERE {index} MATCH :match"  # noqa: S608 - one of two names
    values = {"match": render(node)}
    if isinstance(node, Not):
        return Match(None, f"p.publication_id NOT IN ({inside})", values=values)
    return Match(index, f"p.publication_id IN ({inside})", values=values,
                 words=tuple(way for words in words_of(shown) for way in _in_any_width(words.text.rstrip("*"))),
                 has_prefix=any(words.prefix for words in words_of(shown)))


def _in_any_width(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys([text, *widths_of(text)]))


def _may_stand_inside(connection: sqlite3.Connection, node: Node) -> bool:
    """Whether all words are Latin ones of two letters or more, and there are texts without spaces between words."""
    pieces = [piece for words in words_of(node) for piece in normalize("NFKC", words.text).split()]
    return (bool(pieces) and all(map(_LATIN.fullmatch, pieces))
            and connection.execute("SELECT 1 FROM spaceless_fts_docsize LIMIT 1").fetchone() is not None)


def _by_trigrams(connection: sqlite3.Connection, node: Node) -> Node:
    """The same query for the index by trigrams, which knows no forms of words and nothing below three letters."""
    match node:
        case Words(text, _, column):
            plain = text.strip("* ")
            ways = [_trigrams(connection, way, column) for way in _in_any_width(plain)]
            return ways[0] if len(ways) == 1 else Group("OR", tuple(ways))
        case Near(parts):
            return Group("AND", tuple(_by_trigrams(connection, part) for part in parts))
        case Not(part):
            return Not(_by_trigrams(connection, part))
        case Group(operator, parts):
            return Group(operator, tuple(_by_trigrams(connection, part) for part in parts))


def _trigrams(connection: sqlite3.Connection, text: str, column: str | None) -> Node:
    """One or two letters are looked for by all trigrams that start with them; commonest first, if there are many.

    So is the end of a Latin word, as no letter may follow it.
    """
    is_latin = _LATIN.fullmatch(text) is not None
    if len(text) >= 3 and not is_latin:
        return Words(text, column=column)
    connection.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.spaceless_terms "
                       "USING fts5vocab(main, spaceless_fts, row)")
    start, end = (text[:-2], text[-2:].lower()) if is_latin else ("", text.lower())
    terms = connection.execute("SELECT term FROM spaceless_terms WHERE term >= ? AND term < ? "
                               "AND NOT (? AND term GLOB '*[a-z0-9]') ORDER BY doc DESC LIMIT ?",
                               (end, end + "\U0010ffff", is_latin, TRIGRAMS_AT_MOST)).fetchall()
    if not terms:
        return Words(text + "\U0010ffff" * 3, column=column)      # found nowhere
    if len(terms) == 1:
        return Words(start + terms[0][0], column=column)
    return Group("OR", tuple(Words(start + term, column=column) for (term,) in terms))
