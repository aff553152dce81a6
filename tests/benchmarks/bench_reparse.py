"""How reparse scales over processes, and what an archive of real pages takes on disk.

    python -m tests.benchmarks.bench_reparse [--data ../shared/bench/wcxb-dev/html] [--pages 600]

Pages come from a folder of HTML files (gzip or not); without one, pages are made that are like real ones in size.
Elapsed pages a second; the machine should have nothing else to do.
"""

import argparse
import gzip
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from archive.database import Archive, open_archive
from archive.records import Page, Publication, Reading
from archive.store import finish_run, keep_many, start_run
from crawler.intake import read_outcome
from crawler.reparse import Options, reparse
from tests.benchmarks.corpus import NOW, Corpus

JOBS = (1, 2)
ROUNDS = 3                                    # in turns, the best of each: machines are noisy


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser()
    options.add_argument("--data", type=Path, default=Path("../shared/bench/wcxb-dev/html"))
    options.add_argument("--pages", type=int, default=600)
    given = options.parse_args()
    bodies = list(_bodies(given.data, given.pages))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.db"
        with open_archive(path, create=True) as archive:
            run = start_run(archive, "ingest", at=NOW)
            readings = [Reading(page, read_outcome(page)) for page in bodies]
            for start in range(0, len(readings), 200):
                keep_many(archive, readings[start:start + 200], run)
            finish_run(archive, run, at=NOW)
        _print_size(path, bodies, readings)
        with open_archive(path) as archive:
            _print_speed(archive, len(bodies))


def _print_size(path: Path, bodies: list[Page], readings: list[Reading]) -> None:
    html = sum(len(page.body) for page in bodies)
    database = path.stat().st_size
    captures = sum(file.stat().st_size for file in path.with_suffix(".warc").iterdir())
    kept = sum(isinstance(reading.outcome, Publication) for reading in readings)
    print(f"{len(bodies):,} pages of {html / len(bodies) / 1000:.0f} KB, {kept:,} publications")
    print(f"  database {database / html:.3f} + captures {captures / html:.3f} = {(database + captures) / html:.3f} "
          "of the HTML   (at most 0.35)")


def _print_speed(archive: Archive, pages: int) -> None:
    speeds: dict[int, float] = dict.fromkeys(JOBS, 0.0)
    for jobs in JOBS * ROUNDS:
        begun = time.perf_counter()
        reparse(archive, Options(jobs=jobs), clock=lambda: datetime.now(UTC))
        speeds[jobs] = max(speeds[jobs], pages / (time.perf_counter() - begun))
    for jobs, speed in speeds.items():
        print(f"  reparse, {jobs} process{'es' if jobs > 1 else ''}: {speed:.0f} pages/s")
    print(f"  two over one: {speeds[2] / speeds[1]:.2f}   (at least 1.8; starting a process included)")


def _bodies(folder: Path, most: int) -> list[Page]:
    files = sorted(folder.iterdir())[:most] if folder.is_dir() else []
    if not files:
        print(f"no pages in {folder}: made-up ones instead")
        return [_made_up(number, Corpus(most)) for number in range(most)]
    pages = []
    for number, file in enumerate(files):
        body = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
        pages.append(Page.from_bytes(body, url=f"https://site{number % 30}.example/papers/{number}-{file.name}",
                                     content_type="text/html", fetched_at=NOW))
    return pages


def _made_up(number: int, corpus: Corpus) -> Page:
    publication = corpus.publication(number)
    blocks = "".join(f"<p>{block.text}</p>" for block in publication.blocks)
    menu = "".join(f'<li class="menu__item"><a href="/topic/{word}">{word}</a></li>' for word in corpus.words[:600])
    body = (f"<html lang=en><head><title>{publication.title}</title></head><body><nav><ul>{menu}</ul></nav>"
            f"<article><h1>{publication.title}</h1>{blocks}</article></body></html>")
    return Page.from_bytes(body.encode(), url=publication.url, content_type="text/html", fetched_at=NOW)


if __name__ == "__main__":
    main()
