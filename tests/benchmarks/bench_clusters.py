"""How well near-identical texts are found: precision and recall by share of edits, and what it costs.

    python -m tests.benchmarks.bench_clusters [--size 4000]

Originals of 300 to 900 words; of some a copy with 1 to 30% of the words replaced, dropped, added or moved, as editors
do, or with whole paragraphs cut and added. A pair found is right if both come from one original.
"""

import argparse
import random
import tempfile
import time
from collections import Counter
from itertools import combinations
from pathlib import Path

from archive.clusters import update_clusters
from archive.database import open_archive
from archive.records import Block, Page, Publication, Reading
from archive.store import keep_many, start_run
from tests.benchmarks.corpus import NOW, Corpus

SHARES = (0.0, 0.01, 0.05, 0.10, 0.15, 0.20, 0.25, 0.30)


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser()
    options.add_argument("--size", type=int, default=4000, help="originals; half of them have one copy each")
    size = options.parse_args().size
    corpus, chance = Corpus(size), random.Random(3)
    texts = [corpus.fresh_words(chance.randint(300, 900)) for _ in range(size)]
    copies = [(number, share, kind) for number in range(size // 2)
              for share, kind in [(SHARES[number % len(SHARES)], ("words", "paragraphs")[number // len(SHARES) % 2])]]
    edited = [_edited(texts[number], share, kind, chance, corpus) for number, share, kind in copies]
    origin = {at: at for at in range(size)} | {size + at: number for at, (number, _, _) in enumerate(copies)}
    cluster, milliseconds = _clusters([*texts, *edited])
    found: Counter[tuple[float, str]] = Counter()
    there: Counter[tuple[float, str]] = Counter((share, kind) for _, share, kind in copies)
    for at, (number, share, kind) in enumerate(copies):
        found[share, kind] += cluster[number] is not None and cluster[number] == cluster[size + at]
    right, all_pairs = _pairs(cluster, origin)
    print(f"{size:,} texts and {len(copies):,} copies, {milliseconds:.2f} ms a text (CPU)")
    print("recall by share of edits      words   paragraphs")
    for share in SHARES:
        print(f"  {share:22.0%}   {found[share, 'words'] / there[share, 'words']:8.3f}     "
              f"{found[share, 'paragraphs'] / there[share, 'paragraphs']:8.3f}")
    print(f"recall {found.total() / there.total():.3f}   precision {right / all_pairs if all_pairs else 0:.3f}   "
          f"({all_pairs:,} pairs found)")


def _clusters(texts: list[list[str]]) -> tuple[list[int | None], float]:
    with tempfile.TemporaryDirectory() as folder, open_archive(Path(folder) / "archive.db", create=True) as archive:
        run = start_run(archive, "crawl", at=NOW)
        for start in range(0, len(texts), 500):
            keep_many(archive, [_reading(start + at, text) for at, text in enumerate(texts[start:start + 500])], run)
        begun = time.process_time()
        update_clusters(archive)
        spent = time.process_time() - begun
        rows = archive.connection.execute("SELECT cluster_id FROM publications ORDER BY publication_id").fetchall()
    return [cluster for (cluster,) in rows], spent / len(texts) * 1e3


def _reading(number: int, words: list[str]) -> Reading:
    blocks = tuple(Block("paragraph", " ".join(words[at:at + 60])) for at in range(0, len(words), 60))
    url = f"https://site{number % 40}.example/{number}"
    return Reading(Page("bench", url, 200, {}, b"<p>", NOW), Publication("bench", url, f"Text {number}", blocks=blocks))


def _edited(words: list[str], share: float, kind: str, chance: random.Random, corpus: Corpus) -> list[str]:
    if kind == "paragraphs":
        cut = int(len(words) * share)
        start = chance.randrange(len(words) - cut + 1)
        return words[:start] + corpus.fresh_words(cut) + words[start + cut:]
    edited: list[str] = []
    for word in words:
        if chance.random() >= share:
            edited.append(word)
        else:
            edited += chance.choice(([chance.choice(corpus.words)], [], [word, chance.choice(corpus.words)]))
    return edited


def _pairs(cluster: list[int | None], origin: dict[int, int]) -> tuple[int, int]:
    members: dict[int, list[int]] = {}
    for number, own in enumerate(cluster):
        if own is not None:
            members.setdefault(own, []).append(number)
    pairs = [pair for group in members.values() for pair in combinations(group, 2)]
    return sum(origin[one] == origin[other] for one, other in pairs), len(pairs)


if __name__ == "__main__":
    main()
