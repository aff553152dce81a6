"""How a publication changed: its revisions, and what each changed, line by line."""

import difflib
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from archive.records import Publication
from archive.store.stored import load_revision

CONTEXT_LINES = 1


@dataclass(frozen=True, slots=True)
class Revision:
    """One revision, the first field to last as in the table `revisions`; times are UTC text."""

    number: int
    seen_at: str
    changed: tuple[str, ...]          # fields that differ from the revision before
    words_added: int | None           # None for the first
    words_removed: int | None
    parser: str
    capture_id: int
    digest: str                       # of the page it was read from
    file: str | None                  # the WARC file that holds the page
    offset: int | None
    diff: tuple[str, ...] = field(default=())  # lines as in a unified diff, without its header

    def to_record(self, *, with_diff: bool) -> dict[str, Any]:
        """As JSON has it."""
        record = asdict(self)
        if not with_diff:
            del record["diff"]
        return record

    def as_text(self, *, with_diff: bool) -> str:
        """As a person reads it."""
        what = "first kept" if self.words_added is None else (
            f"{', '.join(self.changed)} changed, {self.words_added} word{'' if self.words_added == 1 else 's'} added, "
            f"{self.words_removed} removed")
        where = f"{self.file} at {self.offset}" if self.file else "bytes not kept"
        lines = [f"revision {self.number}  {self.seen_at}  {what}", f"    read by {self.parser} from {where}"]
        return "\n".join(lines + [f"    {line}" for line in self.diff] if with_diff else lines)


def history_of(connection: sqlite3.Connection, publication_id: int) -> list[Revision]:
    """Every revision of a publication, the first one first, with what it changed."""
    rows = connection.execute("""
        SELECT r.number, r.seen_at, r.changed, r.words_added, r.words_removed, r.parser, r.capture_id, c.digest,
               c.file, c.offset
        FROM revisions AS r JOIN captures AS c USING (capture_id)
        WHERE r.publication_id = ? ORDER BY r.number""", (publication_id,)).fetchall()
    revisions, before = [], None
    for number, seen_at, changed, *rest in rows:
        now = load_revision(connection, publication_id, number)
        diff = tuple(diff_lines(before, now)) if before is not None and now is not None else ()
        revision = Revision(number, seen_at, tuple(json.loads(changed or "[]")), *rest)
        revisions.append(replace(revision, diff=diff))
        before = now
    return revisions


def diff_lines(old: Publication, new: Publication) -> Iterator[str]:
    """What changed, for people: "- " what was, "+ " what is; blocks are lines.

    >>> old, new = (Publication(source="", url="https://example.org/", title=title) for title in ("Up", "Down"))
    >>> list(diff_lines(old, new))
    ['- title: Up', '+ title: Down', '  type: Article']
    """
    before, after = _as_lines(old), _as_lines(new)
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for group in matcher.get_grouped_opcodes(CONTEXT_LINES):
        for what, start, end, other_start, other_end in group:
            if what == "equal":
                yield from (f"  {_short(line)}" for line in before[start:end])
            else:
                yield from (f"- {line}" for line in before[start:end])
                yield from (f"+ {line}" for line in after[other_start:other_end])


def _as_lines(publication: Publication) -> list[str]:
    fields = [
        ("title", publication.title), ("dek", publication.dek), ("published", publication.published),
        ("type", publication.type), ("language", publication.language), ("section", publication.section),
        ("authors", ", ".join(author.name for author in publication.authors)),
        ("topics", ", ".join(publication.topics)),
        *((scheme, value) for scheme, value in sorted(publication.identifiers.items())),
    ]
    lines = [f"{name}: {value}" for name, value in fields if value]
    lines += [line for block in publication.blocks for line in block.text.splitlines()]
    lines += [f"attachment: {file.url}" for file in publication.attachments]
    return lines + [f"cites: {link.url}" for link in publication.links]


def _short(line: str) -> str:
    return line if len(line) <= 100 else line[:99] + "…"
