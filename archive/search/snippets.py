"""The piece of each text around the words found, those marked by two control characters."""

import json
import re
import sqlite3

from archive.search.matching import Match

START, END = "\x02", "\x03"
WORDS = 24
BODY, BEST = 2, -1                   # columns of the index: the text first, as people know the title already
CHARACTERS = 90


def snippets_of(connection: sqlite3.Connection, match: Match, numbers: list[int]) -> dict[int, str]:
    """Publication -> snippet."""
    if match.index == "spaceless_fts" or match.has_prefix:   # the index would gather a prefix anew for each text
        return {number: _cut(body, match) for number, body in connection.execute(
            "SELECT publication_id, body FROM publications "
            "WHERE publication_id IN (SELECT value FROM json_each(?))", (json.dumps(numbers),))}
    found = _snippets(connection, match, numbers, BODY)
    if match.also is not None and (missing := [number for number in numbers if number not in found]):
        found |= snippets_of(connection, match.also, missing)
    elsewhere = [number for number, snippet in found.items() if START not in snippet]
    return found | _snippets(connection, match, elsewhere, BEST)


def _snippets(connection: sqlite3.Connection, match: Match, numbers: list[int], column: int) -> dict[int, str]:
    if not numbers:
        return {}
    chosen = ",".join(map(str, numbers))            # a list in the query: FTS5 goes to each row, not through all hits
    return {number: " ".join(snippet.split()) for number, snippet in connection.execute(
        f"SELECT rowid, snippet(publications_fts, ?, ?, ?, '…', ?) FROM publications_fts "  # noqa: S608 - whole numbers
        f"WHERE publications_fts MATCH ? AND rowid IN ({chosen})",
        (column, START, END, WORDS, match.values["match"]))}


def mark(snippet: str, start: str, end: str) -> str:
    r"""The snippet with other marks around what was found.

    >>> mark("the \x02steel\x03 trade", "[", "]")
    'the [steel] trade'
    """
    return snippet.replace(START, start).replace(END, end)


def marked(snippet: str) -> list[tuple[bool, str]]:
    r"""The snippet in pieces: whether each was found, and its words.

    >>> marked("the \x02steel\x03 trade")
    [(False, 'the '), (True, 'steel'), (False, ' trade')]
    """
    pieces = re.split(f"[{START}{END}]", snippet)
    return [(number % 2 == 1, words) for number, words in enumerate(pieces) if words]


def _cut(body: str, match: Match) -> str:
    """A window around the first word found, the words marked as they are written."""
    words = "|".join(re.escape(word) for word in match.words if word) or r"(?!)"
    is_spaceless = match.index == "spaceless_fts"
    pattern = re.compile(words if is_spaceless else rf"\b(?:{words})\w*", re.IGNORECASE)
    long = CHARACTERS if is_spaceless else 2 * CHARACTERS
    first = pattern.search(body)
    start = max(0, first.start() - long // 3) if first else 0
    if start and not is_spaceless:
        start = body.rfind(" ", 0, start) + 1
    window = body[start:start + long]
    marked = pattern.sub(lambda found: START + found[0] + END, window)
    return ("…" if start else "") + " ".join(marked.split()) + ("…" if start + long < len(body) else "")
