"""A kept page read once more, as the crawl read it: with its further pages, and under the address the crawl settled on.

In: what is kept of a publication, and one of its pages. Out: what today's reader makes of it; no network.
"""

from collections.abc import Iterator
from dataclasses import replace

from archive.captures import Damaged
from archive.changes import with_what_stays
from archive.database import Archive
from archive.records import Page, Publication, Rejection
from archive.store.raw import load_capture
from archive.store.stored import find_publication
from archive.store.visits import latest_capture
from crawler.crawl.canonicals import OWN_ADDRESS
from crawler.intake import read_outcome
from crawler.parsing import Hints
from crawler.reading import Job
from crawler.reading.page import read
from crawler.reading.parts import PAGES, join


def read_again(archive: Archive, page: Page, before: Publication | None, hints: Hints) -> Publication | Rejection:
    """What the page says; of a publication in parts, what all its pages say."""
    outcome = read_outcome(page, hints)
    if before is None or isinstance(outcome, Rejection):
        return outcome
    outcome = with_what_stays(before, outcome)
    if before.evidence.get("url") == OWN_ADDRESS:
        outcome = replace(outcome, url=page.url, evidence={**outcome.evidence, "url": OWN_ADDRESS})
    addresses = before.evidence.get(PAGES, "").split()
    parts = list(_parts(archive, before.url, addresses, hints))
    if len(parts) < len(addresses):
        return before                  # a page that can't be read any more: better the old reading than a shorter one
    return join(outcome, parts, addresses) if parts else outcome


def _parts(archive: Archive, url: str, addresses: list[str], hints: Hints) -> Iterator[Publication]:
    """The parts as far as they can still be read."""
    publication_id = find_publication(archive.connection, url)
    for address in addresses if publication_id is not None else ():
        assert publication_id is not None
        number = latest_capture(archive, publication_id, address)
        if number is None:
            return
        try:
            part = read(Job(load_capture(archive, number).page, hints=hints, is_part=True)).outcome
        except Damaged:
            return
        if not isinstance(part, Publication):
            return
        yield part
