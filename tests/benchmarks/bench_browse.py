"""How quickly the reader answers on a large archive of invented publications.

    python -m tests.benchmarks.bench_browse --publications 200000 --archive /tmp/large.db

The archive is made where the file does not exist (some minutes), and used again where it does. Every page is asked for
once in a fresh server and then again; searches are asked once each, over common and rare words, filters and pages far
behind. Printed are wall time and processor time of the server in milliseconds. The exit code is 1 where a page took
more than 200 ms of processor time, or the 95th percentile of searches more than 500 ms.
"""

import argparse
import asyncio
import json
import random
import sqlite3
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from archive.browse.app import open_reader
from archive.database import open_archive
from archive.records import Block, Publication
from archive.store.stored import key_of
from archive.urls import uid_of

SOURCES, TOPICS, AUTHORS = 40, 800, 6000
PAGE_MS, SEARCH_MS = 200, 500
_SYLLABLES = "ba co di fe gu la me ni po ru sa te vi wo za bren cal dor fin gal hes jor kel lim mar nor pel ros".split()


def build(path: Path, publications: int) -> None:
    """An archive of so many publications of about 5.5 KB, with authors, topics, links and some revisions."""
    draw = random.Random(1)
    words = _vocabulary(draw)
    weights = [1 / (rank + 4) for rank in range(len(words))]
    paragraphs = [" ".join(draw.choices(words, weights, k=90)).capitalize() + "." for _ in range(6000)]
    with open_archive(path, create=True) as archive:
        connection = archive.connection
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN")
        _small_tables(connection, draw, words)
        for start in range(1, publications + 1, 5000):
            _publications(connection, draw, words, paragraphs, range(start, min(start + 5000, publications + 1)),
                          publications)
        connection.execute("INSERT INTO publications_fts (publications_fts) VALUES ('rebuild')")
        connection.execute("COMMIT")
        connection.execute("ANALYZE")


def _vocabulary(draw: random.Random) -> list[str]:
    made = ["".join(draw.choices(_SYLLABLES, k=draw.randint(2, 4))) for _ in range(30000)]
    return ["tariff", "policy", "trade", "climate", "budget", *dict.fromkeys(made)]


def _small_tables(connection: sqlite3.Connection, draw: random.Random, words: list[str]) -> None:
    insert = connection.executemany
    insert("INSERT INTO sources (source_id, key, name, home) VALUES (?, ?, ?, ?)", [
        (n, f"source{n}", f"Institute of {words[n * 7].capitalize()}", f"https://s{n}.example/")
        for n in range(1, SOURCES + 1)])
    insert("INSERT INTO runs (run_id, kind, source_id, target, software, started_at, finished_at, outcome, new) "
           "VALUES (?, 'crawl', ?, 'all', 'bench', ?, ?, 'finished', 10)",
           [(n, (n - 1) % SOURCES + 1, f"2026-01-{n % 27 + 1:02d}T00:00:00Z", f"2026-01-{n % 27 + 1:02d}T01:00:00Z")
            for n in range(1, SOURCES * 20 + 1)])
    insert("INSERT INTO topics (topic_id, name) VALUES (?, ?)",
           [(n, f"{words[n * 3].capitalize()} {n}") for n in range(1, TOPICS + 1)])
    insert("INSERT INTO authors (author_id, name, kind) VALUES (?, ?, 'person')",
           [(n, f"{words[n].capitalize()} {words[n * 2].capitalize()} {n}") for n in range(1, AUTHORS + 1)])
    connection.execute("INSERT INTO evidence_sets (evidence_id, origins) VALUES (1, ?)",
                       (json.dumps({"title": "json-ld headline", "published": "meta date"}),))


def _publications(connection: sqlite3.Connection, draw: random.Random, words: list[str], paragraphs: list[str],
                  numbers: range, total: int) -> None:
    rows = {number: _row(draw, words, paragraphs, number) for number in numbers}
    insert = connection.executemany
    for table, columns, made in (
            ("publications", "publication_id, uid, source_id, url, type, title, dek, published, language, section, "
             "body, blocks, word_count, ad_slots, parser, revision, first_seen, last_seen, gone, spaceless",
             rows.values()),
            ("urls", "url_id, url, key, publication_id", [(n, row[3], key_of(row[3]), n) for n, row in rows.items()]),
            ("captures",
             "capture_id, run_id, url_id, publication_id, fetched_at, last_seen, status, digest, body_bytes",
             [(n, n % 800 + 1, n, n, row[16], row[17], 200, "sha256:0", 40000) for n, row in rows.items()]),
            ("revisions", "publication_id, number, capture_id, seen_at, changed, words_added, words_removed, "
             "evidence_id, parser, record", _revisions(rows)),
            ("publication_authors", "publication_id, position, author_id",
             [(n, at, int(draw.paretovariate(0.7)) % AUTHORS + 1) for n in numbers for at in range(2)]),
            ("publication_topics", "publication_id, position, topic_id",
             [(n, at, int(draw.paretovariate(0.6)) % TOPICS + 1) for n in numbers for at in range(3)]),
            ("cited_links", "publication_id, position, url_id, text",
             [(n, at, int(draw.paretovariate(0.5)) % total + 1, "a link") for n in numbers for at in range(6)]),
            ("related_links", "publication_id, position, kind, url_id, title",
             [(n, at, "related", draw.randint(1, total), "More") for n in numbers for at in range(8)]),
            ("share_links", "publication_id, position, network, url",
             [(n, at, network, None) for n in numbers for at, network in enumerate(("x", "facebook", "email"))])):
        marks = ", ".join("?" * (columns.count(",") + 1))
        insert(f"INSERT INTO {table} ({columns}) VALUES ({marks})", made)


def _row(draw: random.Random, words: list[str], paragraphs: list[str], number: int) -> tuple[Any, ...]:
    source = int(draw.paretovariate(1.1)) % SOURCES + 1
    url = f"https://s{source}.example/papers/{number}"
    text = draw.sample(paragraphs, 8)
    layout = json.dumps([["paragraph", None, len(paragraph)] for paragraph in text])
    published = f"{draw.randint(2004, 2025)}-{draw.randint(1, 12):02d}-{draw.randint(1, 28):02d}"
    return (number, uid_of(url), source, url, draw.choice(("Report", "Article", "BlogPosting", "NewsArticle")),
            " ".join(draw.choices(words[:4000], k=7)).capitalize(), text[0][:150], published,
            draw.choice(("en", "en", "en", "fr", "de")), "Research", "\n\n".join(text), layout, 720, 0, "bench 1",
            2 if number % 50 == 0 else 1, f"{published}T08:00:00Z", "2026-01-30T08:00:00Z",
            "2026-01-20T08:00:00Z" if number % 400 == 0 else None, 0)


def _revisions(rows: dict[int, tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    for number, row in rows.items():
        if row[15] == 2:
            yield number, 1, number, row[16], None, None, None, 1, "bench 1", _record(row)
            yield number, 2, number, row[17], '["text"]', 10, 4, 1, "bench 1", None
        else:
            yield number, 1, number, row[16], None, None, None, 1, "bench 1", None


def _record(row: tuple[Any, ...]) -> str:
    """What the first revision said."""
    before = Publication(source="source1", url=row[3], title=row[5], blocks=(Block("paragraph", row[10][:3000]),))
    return json.dumps(before.to_record())


async def measure(path: Path) -> int:
    """Print what every page and the searches take; how many limits were broken."""
    with open_archive(path, read_only=True) as archive:
        uid = archive.connection.execute("SELECT uid FROM publications WHERE publication_id = 1000").fetchone()[0]
    pages = ["/", "/search", "/sources", "/sources/source2", "/topics", "/topics/1", "/topics/2", "/authors",
             "/authors/1", "/compare", "/compare?a=topic:none&b=source:source2", f"/read/{uid}", f"/read/{uid}.json",
             f"/read/{uid}/history", "/questions", "/-/health.json", "/archive", "/archive/publications?_nocol=body",
             "/archive/publications/1000", "/archive/revisions?_nocol=record", "/archive/output_by_year"]
    reader = open_reader(path)
    started = time.perf_counter()
    await reader.invoke_startup()
    print(f"ready after {time.perf_counter() - started:.1f} s")
    broken = 0
    print(f"{'page':44} {'first wall':>10} {'first cpu':>10} {'again wall':>10} {'again cpu':>10}")
    for page in pages:
        cold, again = await ask(reader, page), await ask(reader, page)
        over = cold[1] > PAGE_MS
        broken += over
        print(f"{page:44} {cold[0]:10.0f} {cold[1]:10.0f} {again[0]:10.0f} {again[1]:10.0f}{'  over' if over else ''}")
    times = sorted([await ask(reader, address) for address in searches(path)], key=lambda pair: pair[1])
    worst = times[int(len(times) * 0.95)]
    broken += worst[1] > SEARCH_MS
    print(f"{len(times)} searches: median {median(wall for wall, _ in times):.0f} ms wall, "
          f"{median(cpu for _, cpu in times):.0f} cpu; "
          f"95th percentile {worst[0]:.0f} wall, {worst[1]:.0f} cpu")
    return broken


def searches(path: Path) -> list[str]:
    """Addresses over words in most texts, in some and in few; with filters, orders and later pages."""
    with open_archive(path, read_only=True) as archive:
        titles = [title for (title,) in archive.connection.execute(
            "SELECT title FROM publications WHERE publication_id % 997 = 1 LIMIT 40")]
    rare = [title.split()[2] for title in titles]
    asked = [f"/search?q={word}" for word in rare]
    asked += [f"/search?q={one}+{two}" for one, two in pairwise(rare)][:20]
    asked += [f"/search?q={word}{more}" for word in ("tariff", "policy", "trade", "climate") for more in (
        "", "&source=source2", "&from=2020&to=2022", "&sort=newest", "&page=40", "+-budget", "&language=fr",
        "&topic=none")]
    asked += [f"/search?source=source{n}&page={n * 3 + 1}" for n in range(1, 6)]
    asked += [f"/search?q=title%3A{word}" for word in rare[:10]]
    return asked


async def ask(reader: Any, address: str) -> tuple[float, float]:
    """Wall and processor milliseconds of one answer."""
    wall, cpu = time.perf_counter(), time.process_time()
    answer = await reader.client.get(address)
    assert answer.status_code == 200, f"{address}: {answer.status_code}"
    return (time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000


def main() -> None:
    """Build where needed, measure, report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--publications", type=int, default=200_000)
    parser.add_argument("--archive", type=Path, help="kept for the next time; a temporary one unless given")
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        path = given.archive or Path(folder) / "archive.db"
        if not path.exists():
            started = time.monotonic()
            build(path, given.publications)
            print(f"built {given.publications:,} publications in {time.monotonic() - started:.0f} s, "
                  f"{path.stat().st_size / 1e9:.1f} GB")
        sys.exit(1 if asyncio.run(measure(path)) else 0)


if __name__ == "__main__":
    main()
