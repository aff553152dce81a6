"""How fast publications are kept, against the least that SQLite could do; and what they take on disk.

    python -m tests.benchmarks.bench_store [--size 200000]

Baseline: `executemany` of the very rows that keeping writes, numbers given, into the same tables and indexes, 500
publications a transaction; without full text, foreign keys, captures and all that finds out what the rows are.
CPU seconds, the best of three runs each, in one process.
"""

import argparse
import sqlite3
import tempfile
import time
from pathlib import Path
from typing import Any

from archive.database import open_archive
from archive.store import keep, keep_many, start_run
from archive.store.batch import _INSERTS
from tests.benchmarks.corpus import NOW, Corpus

BATCH = 500
OWNED = ("publications", "captures", "revisions", "publication_authors", "publication_topics", "related_links",
         "cited_links", "share_links")
SHARED = ("urls", "authors", "topics", "evidence_sets")


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser()
    options.add_argument("--size", type=int, default=200_000, help="publications in the large archive")
    options.add_argument("--ratio-size", type=int, default=10_000, help="publications for the ratio")
    size, ratio_size = vars(options.parse_args()).values()
    corpus = Corpus(size)
    with tempfile.TemporaryDirectory() as folder:
        ratio(Path(folder), corpus, ratio_size)
    with tempfile.TemporaryDirectory() as folder:
        growth(Path(folder), corpus, size)


def ratio(folder: Path, corpus: Corpus, size: int) -> None:
    """Against raw executemany."""
    readings = list(corpus.readings(0, size))
    kept = min(_keep_seconds(folder / f"kept{run}.db", readings, BATCH) for run in range(3))
    rows = _rows(folder / "kept0.db", size)
    raw = min(_raw_seconds(folder / f"raw{run}.db", rows) for run in range(3))
    one = _keep_seconds(folder / "one.db", readings[:2000], 1) / 2000
    print(f"{size:,} publications of {len(readings[0].outcome.text) / 1000:.1f} KB with 25 rows each, CPU")  # type: ignore[union-attr]
    print(f"  raw executemany, no full text     {raw / size * 1e3:7.3f} ms each  {size / raw:8,.0f}/s")
    print(f"  kept, {BATCH} a transaction          {kept / size * 1e3:7.3f} ms each  {size / kept:8,.0f}/s")
    print(f"  kept, one a transaction           {one * 1e3:7.3f} ms each  {1 / one:8,.0f}/s")
    print(f"  ratio to raw                      {raw / kept:7.2f}             (at least 0.2)")


def growth(folder: Path, corpus: Corpus, size: int) -> None:
    """First 10,000 against those that come when there are `size`."""
    with open_archive(folder / "large.db", create=True) as archive:
        run = start_run(archive, "crawl", at=NOW)
        speeds = []
        for start in range(0, size + 10_000, 10_000):
            wall, spent = 0.0, 0
            for at in range(start, start + 10_000, BATCH):
                readings = list(corpus.readings(at, BATCH))
                begun = time.perf_counter()
                keep_many(archive, readings, run)
                wall += time.perf_counter() - begun
                spent += BATCH
            speeds.append(spent / wall)
    print(f"\nan archive that grows to {size:,}, elapsed time")
    print(f"  first 10,000                      {speeds[0]:8,.0f}/s")
    print(f"  10,000 more when it holds {size:,}  {speeds[-1]:8,.0f}/s   (at least 600)")
    print(f"  of the first speed                {speeds[-1] / speeds[0]:8.2f}     (at least 0.5)")


def _keep_seconds(path: Path, readings: list, batch: int) -> float:  # type: ignore[type-arg]
    with open_archive(path, create=True) as archive:
        run = start_run(archive, "crawl", at=NOW)
        begun = time.process_time()
        for start in range(0, len(readings), batch):
            if batch == 1:
                keep(archive, readings[start], run)
            else:
                keep_many(archive, readings[start:start + batch], run)
        return time.process_time() - begun


Rows = dict[str, list[list[tuple[Any, ...]]]]         # table -> rows of each batch


def _rows(path: Path, size: int) -> Rows:
    """What the archive at `path` holds, in the order of the inserts."""
    rows: Rows = {}
    with open_archive(path, read_only=True) as archive:
        for table in (*OWNED, *SHARED):
            columns = _INSERTS[table].split("(", 1)[1].split(")", 1)[0] if table == "publications" else "*"
            found = archive.connection.execute(f"SELECT {columns} FROM {table}").fetchall()
            batches = max(1, size // BATCH)
            rows[table] = [found[len(found) * at // batches:len(found) * (at + 1) // batches] for at in range(batches)]
    return rows


def _raw_seconds(path: Path, rows: Rows) -> float:
    open_archive(path, create=True).close()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA cache_size = -65536")
    begun = time.process_time()
    for batch in range(len(rows["publications"])):
        connection.execute("BEGIN")
        for table, batches in rows.items():
            connection.executemany(_INSERTS[table], batches[batch])
        connection.execute("COMMIT")
    seconds = time.process_time() - begun
    connection.close()
    return seconds


if __name__ == "__main__":
    main()
