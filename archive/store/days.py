"""Dates undated publications by the lists that led to them, as far as the crawl came upon such lists.

In: an archive in which a crawl has noted what feeds, sitemaps and pages say of the addresses they name
(`frontier_days`). Out: `published` where the page says none, with the list as evidence. No revision: the page did not
change.
"""

from dataclasses import replace
from datetime import datetime

from archive.changes import BY_HAND, LISTED
from archive.database import Archive, transaction
from archive.rows import utc
from archive.store.batch import Batch
from archive.store.content import set_evidence
from archive.store.stored import load_one

# By any address of the publication; what a list announces for a day to come says nothing about the page.
_UNDATED = """
SELECT p.publication_id, days.published, list.url
FROM publications AS p
JOIN urls ON urls.publication_id = p.publication_id
JOIN frontier AS known ON known.source_id = p.source_id AND known.key = urls.key
JOIN frontier_days AS days ON days.address_id = known.address_id
LEFT JOIN frontier AS list ON list.address_id = days.listed_in
WHERE p.source_id = (SELECT source_id FROM sources WHERE key = ?) AND p.published IS NULL AND days.published <= ?
ORDER BY p.publication_id, days.address_id"""


def date_by_lists(archive: Archive, source: str, *, at: datetime) -> int:
    """How many undated publications of a source are dated now by what lists say of them."""
    with transaction(archive) as connection:
        found = connection.execute(_UNDATED, (source, utc(at))).fetchall()
        told = {number: (published, url) for number, published, url in reversed(found)}     # the first to tell
        batch = Batch(archive)
        for number, (published, url) in told.items():
            stored = load_one(connection, number)
            if stored.publication.evidence.get("published", "").startswith(BY_HAND):
                continue                                     # somebody knows that it has no date
            evidence = {**stored.publication.evidence, "published": LISTED + (url or "an address unknown here")}
            connection.execute("UPDATE publications SET published = ? WHERE publication_id = ?", (published, number))
            set_evidence(batch, number, stored.revision, replace(stored.publication, evidence=evidence))
        batch.flush()
    return len(told)
