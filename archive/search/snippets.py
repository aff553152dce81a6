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
    if match.index == "spaceless_fts":
        return {number: _cut(body, match.words) for number, body in connection.execute(
            "SELECT publication_id, body FROM publications "
            "WHERE publication_id IN (SELECT value FROM json_each(?))", (json.dumps(numbers),))}
    found = {}
    for number in numbers:
        for column in (BODY, BEST):
            (snippet,) = connection.execute(
                "SELECT snippet(publications_fts, ?, ?, ?, '…', ?) FROM publications_fts "
                "WHERE publications_fts MATCH ? AND rowid = ?",
                (column, START, END, WORDS, match.values["match"], number)).fetchone()
            if START in snippet:
                break
        found[number] = " ".join(snippet.split())
    return found


def mark(snippet: str, start: str, end: str) -> str:
    r"""The snippet with other marks around what was found.

    >>> mark("the \x02steel\x03 trade", "[", "]")
    'the [steel] trade'
    """
    return snippet.replace(START, start).replace(END, end)


def _cut(body: str, words: tuple[str, ...]) -> str:
    """A window around the first word found: trigrams can be marked only as trigrams, so this looks for the words."""
    pattern = re.compile("|".join(re.escape(word) for word in words if word) or r"(?!)", re.IGNORECASE)
    first = pattern.search(body)
    start = max(0, first.start() - CHARACTERS // 3) if first else 0
    window = body[start:start + CHARACTERS]
    marked = pattern.sub(lambda found: START + found[0] + END, window)
    return ("…" if start else "") + " ".join(marked.split()) + ("…" if start + CHARACTERS < len(body) else "")
