"""Gives a page that is older than what is kept its place in the history of its publication.

In: a publication, and what an older page says, as a merge or a file ingested late brings it. Out: its revisions, in
the order in which the page said them; none that repeats the one before it.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace

from archive.changes import Changed, count_words, decide
from archive.records import Publication
from archive.store.batch import Batch
from archive.store.content import add_next_revision, add_revision
from archive.store.stored import Stored, load_revision

# A capture and what was read from it -> as today's reader has it.
AsReadNow = Callable[[int, Publication], Publication]


@dataclass(frozen=True, slots=True)
class _Neighbour:
    """A revision beside the new one."""

    number: int
    capture_id: int
    publication: Publication


def keep_earlier(batch: Batch, old: Stored, new: Publication, capture_id: int, seen_at: str, *,
                 as_read_now: AsReadNow) -> tuple[str, ...] | None:
    """The fields in which the new revision differs from the one before it; None where the page made none.

    A page that says what the next revision says moves the beginning of that one back. Where the current revision was
    seen again after the page, the publication came back to it, and that is a revision too.
    """
    batch.flush()
    before, after = _around(batch, old, seen_at)
    change = decide(as_read_now(before.capture_id, before.publication), new) if before else None
    if before and (before.capture_id == capture_id or not isinstance(change, Changed)):
        return None
    if after is None:
        assert before is not None              # a publication has a revision
        after = _come_back(batch, old, before.capture_id)
    following = decide(new, as_read_now(after.capture_id, after.publication))
    if after.capture_id == capture_id or not isinstance(following, Changed):
        batch.connection.execute("UPDATE revisions SET seen_at = ? WHERE publication_id = ? AND number = ?",
                                 (seen_at, old.publication_id, after.number))
        return None
    _make_room(batch, old.publication_id, after.number)
    record = replace(old, publication=new, revision=after.number).to_record()
    add_revision(batch, old.publication_id, after.number, new, capture_id, seen_at,
                 change if isinstance(change, Changed) else None, record=json.dumps(record, ensure_ascii=False))
    added, removed = count_words(new.text, after.publication.text)
    batch.connection.execute("UPDATE revisions SET changed = ?, words_added = ?, words_removed = ? "
                             "WHERE publication_id = ? AND number = ?",
                             (json.dumps(following.fields), added, removed, old.publication_id, after.number + 1))
    batch.flush()
    return change.fields if isinstance(change, Changed) else ()


def _around(batch: Batch, old: Stored, seen_at: str) -> tuple[_Neighbour | None, _Neighbour | None]:
    """The revision that stood at a time, and the one after it."""
    rows = batch.connection.execute("SELECT number, capture_id, seen_at FROM revisions WHERE publication_id = ? "
                                    "ORDER BY number", (old.publication_id,)).fetchall()
    then = max((at for at, row in enumerate(rows) if row[2] <= seen_at), default=-1)
    return (_neighbour(batch, old, *rows[then][:2]) if then >= 0 else None,
            _neighbour(batch, old, *rows[then + 1][:2]) if then + 1 < len(rows) else None)


def _neighbour(batch: Batch, old: Stored, number: int, capture_id: int) -> _Neighbour:
    publication = load_revision(batch.connection, old.publication_id, number)
    assert publication is not None
    return _Neighbour(number, capture_id, publication)


def _come_back(batch: Batch, old: Stored, capture_id: int) -> _Neighbour:
    """The current revision once more, as one of its own, from the time when it was last seen."""
    number = add_next_revision(batch, old, old.publication, capture_id, old.last_seen)
    batch.flush()
    return _Neighbour(number, capture_id, old.publication)


def _make_room(batch: Batch, publication_id: int, number: int) -> None:
    """Let the revisions from `number` on be one higher; their own numbers (`revision_id`) stay."""
    batch.connection.execute("UPDATE revisions SET number = -number - 1 WHERE publication_id = ? AND number >= ?",
                             (publication_id, number))
    batch.connection.execute(
        "UPDATE revisions SET number = -number, record = json_set(record, '$.revision', -number) "
        "WHERE publication_id = ? AND number < 0", (publication_id,))
    batch.connection.execute("UPDATE publications SET revision = revision + 1 WHERE publication_id = ?",
                             (publication_id,))
