"""Archives as earlier schemas had them, kept in `old/`, one zip a schema: test_migrations brings them up to date.

    python -m tests.archive.old_archives 0005_packed      # once, when a schema is released

A kept file is never made again: what it holds is what that schema held.
"""

import sys
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

from archive import database
from archive.clusters import update_clusters
from archive.database import open_archive
from archive.store import keep, keep_many, start_run
from tests.archive.making import LATER, NOON, publication, reading, rejection, with_text

FOLDER = Path(__file__).parent / "old"


def main() -> None:
    """Write the zip of one schema."""
    last = sys.argv[1]
    every = database.schema_steps()
    steps = {name: sql for name, sql in every.items() if name <= last}
    database.schema_steps = lambda: steps
    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        _make(Path(folder) / "archive.db", last)
        with zipfile.ZipFile(FOLDER / f"{last}.zip", "x", zipfile.ZIP_DEFLATED) as bundle:
            for path in sorted(Path(folder).rglob("*.*")):
                if path.is_file():
                    bundle.write(path, path.relative_to(folder))


def _make(path: Path, last: str) -> None:
    """Three publications, one with two revisions, two of them alike; a rejection; a watch where there are watches."""
    with open_archive(path, create=True) as archive:
        run = start_run(archive, "crawl", at=NOON, source="institute", target="institute")
        alike = "The same text stands at two addresses, word for word, and is long enough to be compared with others."
        keep_many(archive, [reading(publication(1)), reading(with_text(2, alike)), reading(with_text(3, alike)),
                            reading(rejection(9))], run)
        keep(archive, reading(with_text(1, "Tariffs fell."), at=LATER), run)
        update_clusters(archive)
        if last >= "0003":
            archive.connection.execute("INSERT INTO watches VALUES (1, 'tariffs', '{}', 'none', "
                                       "'2026-03-05T12:00:00Z', 0)")


if __name__ == "__main__":
    main()
