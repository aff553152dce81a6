"""How fast an archive is searched, against tantivy on the same texts, both with snippets, in one process.

    python -m tests.benchmarks.bench_search [--size 200000] [--folder .cache/bench-search]

The archive and tantivy's index are built once and kept in the folder. Queries of a class are drawn from words of the
frequency that the class names; each is asked once, so that no cache helps. Elapsed milliseconds, top 20.
"""

import argparse
import random
import statistics
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

import tantivy

from archive.database import Archive, open_archive
from archive.search import Filters, search
from archive.search.facets import count_facets
from archive.store import finish_run, keep_many, start_run
from tests.benchmarks.corpus import NOW, Corpus

QUERIES = 40


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser()
    options.add_argument("--size", type=int, default=200_000)
    options.add_argument("--folder", type=Path, default=Path(".cache/bench-search"))
    given = options.parse_args()
    folder = given.folder / str(given.size)
    folder.mkdir(parents=True, exist_ok=True)
    corpus = Corpus(given.size)
    if not (folder / "done").exists():
        _build(folder, corpus, given.size)
    with open_archive(folder / "archive.db", read_only=True) as archive:
        _measure(archive, tantivy.Index.open(str(folder / "tantivy")), given.size)


def _measure(archive: Archive, index: tantivy.Index, size: int) -> None:
    index.config_reader()
    searcher = index.searcher()
    print(f"{size:,} texts of 5.5 KB, top 20 with snippets, milliseconds")
    print(f"{'':34}{'archive':>16}{'tantivy':>16}{'p50 ratio':>12}")
    print(f"{'':34}{'p50':>8}{'p95':>8}{'p50':>8}{'p95':>8}")
    for name, queries, most in _classes(archive, size):
        ours = _times(lambda query: search(archive.connection, query), queries)
        theirs = _times(lambda query: _ask_tantivy(index, searcher, query), queries)
        ratio = ours[0] / theirs[0]
        print(f"{name:34}{ours[0]:8.1f}{ours[1]:8.1f}{theirs[0]:8.1f}{theirs[1]:8.1f}{ratio:12.1f}"
              + (f"   (at most {most})" if most else ""))
    words = [query for _, queries, _ in _classes(archive, size) for query in queries[:8]]
    for name, ask in (("with a filter by source and date", lambda query: search(
                          archive.connection, query, Filters(source="institute3", since="2008-03"))),
                      ("newest first", lambda query: search(archive.connection, query, sort="newest")),
                      ("facet counts", lambda query: count_facets(archive.connection, query)),
                      ("facet counts with a filter", lambda query: count_facets(
                          archive.connection, query, Filters(source="institute3", since="2008-03")))):
        middle, high = _times(ask, words)
        print(f"{name:34}{middle:8.1f}{high:8.1f}" + ("   (p95 at most 200)" if name.startswith("facet") else ""))


def _classes(archive: Archive, size: int) -> list[tuple[str, list[str], float | None]]:
    """Name, queries, and how much slower than tantivy the archive may be."""
    archive.connection.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms "
                               "USING fts5vocab(main, publications_fts, row)")
    rows = archive.connection.execute("SELECT term, doc FROM terms WHERE length(term) > 3").fetchall()
    chance = random.Random(5)

    def draw(low: float, high: float) -> list[str]:
        fit = [term for term, doc in rows if low * size <= doc < high * size]
        return chance.sample(fit, min(QUERIES, len(fit)))

    rare, medium, common = draw(0.0001, 0.001), draw(0.01, 0.05), draw(0.5, 1.01)
    frequent = draw(0.1, 0.3)
    return [
        ("rare words (under 0.1% of texts)", rare, 2),
        ("medium words (1-5%)", medium, 2),
        ("two medium words, AND", [f"{one} {two}" for one, two in pairwise(medium)], 2),
        ("two medium words, OR", [f"{one} OR {two}" for one, two in pairwise(medium)], None),
        ("frequent words (10-30%)", frequent, 5),
        ("very common words (over 50%)", common, 5),
        ("common and medium, AND", [f"{one} {two}" for one, two in zip(common, medium, strict=False)], None),
        ("two common words, AND", [f"{one} {two}" for one, two in pairwise(common)], 5),
        ("prefix of a medium word", [f"{one[:5]}*" for one in medium], None),
    ]


def _times(ask: Callable[[str], object], queries: Sequence[str]) -> tuple[float, float]:
    spent = []
    for query in queries:
        begun = time.perf_counter()
        ask(query)
        spent.append((time.perf_counter() - begun) * 1e3)
    spent.sort()
    return statistics.median(spent), spent[min(len(spent) - 1, int(len(spent) * 0.95))]


def _ask_tantivy(index: tantivy.Index, searcher: tantivy.Searcher, words: str) -> list[tuple[str, str]]:
    query = index.parse_query(words if " OR " in words else words.replace(" ", " AND "), ["title", "dek", "body"],
                              field_boosts={"title": 10.0, "dek": 4.0})
    snippets = tantivy.SnippetGenerator.create(searcher, query, index.schema, "body")
    found = []
    for _, address in searcher.search(query, 20).hits:
        document = searcher.doc(address)
        found.append((document["title"][0], snippets.snippet_from_doc(document).to_html()))
    return found


def _build(folder: Path, corpus: Corpus, size: int) -> None:
    print(f"building {size:,} texts in {folder}, once", flush=True)
    schema = tantivy.SchemaBuilder()
    for name in ("title", "dek", "body"):
        schema.add_text_field(name, stored=True, tokenizer_name="en_stem")
    (folder / "tantivy").mkdir(exist_ok=True)
    index = tantivy.Index(schema.build(), path=str(folder / "tantivy"))
    writer = index.writer(200_000_000, 1)
    with open_archive(folder / "archive.db", create=True) as archive:
        run = start_run(archive, "crawl", at=NOW)
        for start in range(0, size, 500):
            readings = list(corpus.readings(start, 500, html="<p>"))
            keep_many(archive, readings, run)
            for reading in readings:
                publication = reading.outcome
                writer.add_document(tantivy.Document(title=publication.title, dek=publication.dek,  # type: ignore[union-attr]
                                                     body=publication.text))  # type: ignore[union-attr]
        finish_run(archive, run, at=NOW)
    writer.commit()
    writer.wait_merging_threads()
    (folder / "done").touch()


if __name__ == "__main__":
    main()
