"""Writes what a publication says: its row, all that hangs on it, its place in the full-text index."""

import json

from archive.changes import Changed, differing_fields
from archive.records import Publication
from archive.rows import Texts, child_rows, evidence_text, is_spaceless, padded, publication_values, urls_of
from archive.store.batch import Batch
from archive.store.stored import Stored

_REPLACE = """
UPDATE publications SET source_id = coalesce(source_id, ?), url = ?, type = ?, title = ?, dek = ?, published = ?,
    modified = ?, published_raw = ?, language = ?, section = ?, body = ?, blocks = ?, word_count = ?, ad_slots = ?,
    parser = ?, spaceless = ?
WHERE publication_id = ?"""
_UNINDEX = "INSERT INTO {0} ({0}, rowid, title, dek, body) VALUES ('delete', ?, ?, ?, ?)"


def add_content(batch: Batch, number: int, uid: str, new: Publication, source_id: int | None, seen_at: str) -> None:
    """Rows for a publication never kept before, revision 1; its revision row is not among them."""
    body = new.text
    batch.rows["publications"].append(
        (number, uid, source_id, *publication_values(new, body), 1, seen_at, seen_at, None, None))
    _add_children(batch, number, new)
    _index(batch, number, (new.title, new.dek, body))


def replace_content(batch: Batch, old: Stored, new: Publication, source_id: int | None) -> None:
    """Let a publication say `new` from now on; first and last seen, revision and uid stay."""
    number, body, publication = old.publication_id, new.text, old.publication
    batch.flush()
    texts, before = (new.title, new.dek, body), (publication.title, publication.dek, publication.text)
    if before != texts:
        unindex(batch, number, before)
        _index(batch, number, texts)
    batch.connection.execute(_REPLACE, (source_id, *publication_values(new, body), number))
    batch.forget_children(number)
    _add_children(batch, number, new)


def add_revision(batch: Batch, number: int, revision: int, new: Publication, capture_id: int, seen_at: str,
                 change: Changed | None = None, *, record: str | None = None) -> None:
    """A row for the revision that a publication now has; for one that it had, given its record."""
    batch.rows["revisions"].append(
        (batch.number("revisions"), number, revision, capture_id, seen_at,
         json.dumps(change.fields) if change else None, change.words_added if change else None,
         change.words_removed if change else None, batch.evidence_id(evidence_text(new.evidence)), new.parser, record))


def add_next_revision(batch: Batch, old: Stored, new: Publication, capture_id: int, seen_at: str,
                      change: Changed | None = None) -> int:
    """Let `new` be the revision after the current one, whose record is kept; its number."""
    number = old.revision + 1
    batch.connection.execute("UPDATE revisions SET record = ? WHERE publication_id = ? AND number = ?",
                             (json.dumps(old.to_record(), ensure_ascii=False), old.publication_id, old.revision))
    add_revision(batch, old.publication_id, number, new, capture_id, seen_at, change)
    batch.connection.execute("UPDATE publications SET revision = ? WHERE publication_id = ?",
                             (number, old.publication_id))
    return number


def set_evidence(batch: Batch, number: int, revision: int, new: Publication) -> int:
    """Let a revision that is written already say where its fields come from now; its row number."""
    evidence_id = batch.evidence_id(evidence_text(new.evidence))
    batch.flush()
    (revision_id,) = batch.connection.execute(
        "UPDATE revisions SET evidence_id = ?, parser = ? WHERE publication_id = ? AND number = ? "
        "RETURNING revision_id", (evidence_id, new.parser, number, revision)).fetchone()
    assert isinstance(revision_id, int)
    return revision_id


def read_better(batch: Batch, old: Stored, new: Publication, run_id: int, at: str) -> None:
    """The same bytes, read anew: the current revision says it better, and stays the same revision."""
    replace_content(batch, old, new, None)
    note_reader_change(batch, set_evidence(batch, old.publication_id, old.revision, new), old.publication, new, run_id,
                       at)


def note_reader_change(batch: Batch, revision_id: int, old: Publication, new: Publication, run_id: int,
                       at: str) -> None:
    """Keep that it was the reader that changed, not the page."""
    if changed := differing_fields(old, new):
        batch.rows["reader_changes"].append((batch.number("reader_changes"), revision_id, run_id, at, old.parser,
                                             new.parser, json.dumps(changed)))


def unindex(batch: Batch, number: int, texts: Texts) -> None:
    """Take a publication, whose texts these are, out of the full-text index."""
    batch.connection.execute(_UNINDEX.format("publications_fts"), (number, *texts))
    if is_spaceless(*texts):
        batch.connection.execute(_UNINDEX.format("spaceless_fts"), (number, *padded(texts)))


def _add_children(batch: Batch, number: int, new: Publication) -> None:
    batch.intern_urls(urls_of(new))
    for table, rows in child_rows(new, number, batch.url_id, batch.author_id, batch.topic_id).items():
        batch.rows[table] += rows


def _index(batch: Batch, number: int, texts: Texts) -> None:
    batch.rows["publications_fts"].append((number, *texts))
    batch.rows["fingerprints_due"].append((number,))
    if is_spaceless(*texts):
        batch.rows["spaceless_fts"].append((number, *padded(texts)))
