"""What is kept at an address, by the archive and by the batch that is being settled: its pages are written last."""

from archive.database import Archive
from archive.records import Publication, Reading
from archive.store.stored import load_at
from archive.urls import key_number


class KeptPublications:
    """Publications by address; `archive.store.Kept` is what came of keeping one page."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._unwritten: dict[int, Publication] = {}

    def at(self, url: str) -> Publication | None:
        """The publication that lives at this address; None where none does."""
        return self._unwritten.get(key_number(url)) or load_at(self._archive.connection, url)

    def noted(self, readings: list[Reading]) -> list[Reading]:
        """The same, which are to be written."""
        for reading in readings:
            if isinstance(reading.outcome, Publication):
                for url in (reading.page.url, reading.outcome.url):
                    self._unwritten[key_number(url)] = reading.outcome
        return readings

    def note_written(self) -> None:
        """The archive has them."""
        self._unwritten.clear()
