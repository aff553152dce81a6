"""The only writer of publications.

For a crawl, an ingest, or anything else that has readings:

    with open_archive(path, create=True) as archive:
        run = start_run(archive, "crawl", at=now, source="bruegel", target="bruegel")
        kept = keep(archive, reading, run)            # one page, its bytes and its outcome, in one transaction
        many = keep_many(archive, readings, run)      # the same for many in one transaction: several times faster
        finish_run(archive, run, at=now, failed=3)

    mark_seen(archive, url, run, at=…)    a revisit answered 304: still there, unchanged
    mark_gone(archive, url, run, at=…)    a revisit answered 404 or 410

`keep` may stand inside `with transaction(archive):` together with other writes (such as the frontier's): all or
nothing. Page and outcome stand or fall together; one page has one outcome; keeping the same page twice changes
`last_seen` only. A publication is found again by any of its addresses: canonical, after redirects, asked for; its
`uid` never changes.

    runs                 who wrote, when, and on whose behalf
    keeping, content     one reading -> the rows it makes; batch: many of them at a time
    earlier              a page older than what is kept; rereading: what a better reader makes of a page
    byhand               what somebody has put right, or left out
    visits               a kept page visited again; days: undated publications, dated by lists
    stored, raw          publications, and the bytes behind them, as the archive holds them
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive.database import Archive, transaction
from archive.records import Publication, Reading, Rejection
from archive.rows import publication_from_record, urls_of
from archive.store.batch import Batch
from archive.store.keeping import Keeping, Kept, Reread
from archive.store.runs import describe_source, finish_run, start_run
from archive.store.visits import mark_gone, mark_seen

__all__ = ["Kept", "describe_source", "finish_run", "keep", "keep_many", "mark_gone", "mark_seen", "start_run"]


def keep(archive: Archive, reading: Reading, run_id: int, *, reread: Reread | None = None) -> Kept:
    """Keep one page and its outcome, in one transaction.

    `reread` is the reader itself: where the page has changed and the reader too, the bytes kept before are read anew
    with it, so that the history shows only what the page changed.
    """
    return keep_many(archive, [reading], run_id, reread=reread)[0]


def keep_many(archive: Archive, readings: Sequence[Reading], run_id: int, *,
              reread: Reread | None = None) -> list[Kept]:
    """Keep many in one transaction; some hundred at a time is best."""
    try:
        return _keep_all(archive, readings, run_id, reread)
    except UnicodeEncodeError:               # half a character, as careless pages have it: no database takes that
        return _keep_all(archive, [_whole_characters(reading) for reading in readings], run_id, reread)


def _keep_all(archive: Archive, readings: Sequence[Reading], run_id: int, reread: Reread | None) -> list[Kept]:
    with transaction(archive) as connection:
        (started_at,) = connection.execute("SELECT started_at FROM runs WHERE run_id = ?", (run_id,)).fetchone()
        batch = Batch(archive)
        batch.trim()
        batch.intern_urls(url for reading in readings for url in _urls_of(reading))
        kept = [Keeping(archive, batch, reading, run_id, started_at, reread).keep() for reading in readings]
        batch.flush()
        archive.captures.flush()
        counts = [sum(1 for one in kept if one.status == status) for status in ("new", "changed", "same", "rejected")]
        connection.execute("UPDATE runs SET new = new + ?, changed = changed + ?, same = same + ?, "
                           "rejected = rejected + ? WHERE run_id = ?", (*counts, run_id))
    return kept


def _urls_of(reading: Reading) -> Iterator[str]:
    yield reading.page.url
    yield from (url for url in (reading.page.requested_url, reading.takes_over) if url)
    if isinstance(reading.outcome, Publication):
        yield from urls_of(reading.outcome)
    else:
        yield reading.outcome.url


def _whole_characters(reading: Reading) -> Reading:
    """The same reading, each half of a surrogate pair replaced by a question mark."""
    def whole(text: str) -> str:
        return text.encode("utf-8", "replace").decode()

    page = replace(reading.page, url=whole(reading.page.url),
                   requested_url=whole(reading.page.requested_url) if reading.page.requested_url else None)
    outcome = reading.outcome
    if isinstance(outcome, Rejection):
        return Reading(page, replace(outcome, url=whole(outcome.url), reason=whole(outcome.reason)))
    # the record's uid needs an address that can be encoded
    record = replace(outcome, url=whole(outcome.url)).to_record()
    return Reading(page, publication_from_record(json.loads(whole(json.dumps(record, ensure_ascii=False)))))
