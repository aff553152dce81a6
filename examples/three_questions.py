"""Three questions to a corpus, with pandas: a script to start from.

    policy-archive demo                                                    # or an archive of your own
    policy-archive export --format parquet --out corpus.parquet
    python examples/three_questions.py corpus.parquet archive.db figures

1. How much was published each month, by source?           Parquet
2. Which words set each section apart?                     Parquet
3. Who is cited, and how soon do pages change?             the SQLite archive itself

Each answer is printed and drawn. Needs pandas and matplotlib besides policy-archive.
"""

import math
import re
import sqlite3
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

import matplotlib as mpl
import pandas as pd

mpl.use("agg")
import matplotlib.pyplot as plt

WORD = re.compile(r"[^\W\d_]{4,}")


def published_by_month(corpus: pd.DataFrame) -> pd.DataFrame:
    """Publications by month (rows) and source (columns); what is dated to the year only can't be placed."""
    dated = corpus[corpus["published"].str.len() >= 7]
    counts = dated.groupby([dated["published"].str[:7], "source"]).size().unstack(fill_value=0)
    months = pd.period_range(counts.index.min(), counts.index.max(), freq="M").astype(str)
    return counts.reindex(months, fill_value=0)


def telling_words(corpus: pd.DataFrame, most: int = 6) -> pd.Series:
    """For each section the words that are most its own: log-odds against the rest, words of at least three texts."""
    counts = {section: Counter(word for text in texts for word in set(WORD.findall(text.lower())))
              for section, texts in corpus.groupby(corpus["section"].fillna("no section"))["text"]}
    total = sum(counts.values(), Counter())
    told = {}
    for section, words in counts.items():
        size, rest = sum(words.values()) + 1, sum(total.values()) - sum(words.values()) + 1
        scores = {word: math.log((count + 0.5) / size) - math.log((total[word] - count + 0.5) / rest)
                  for word, count in words.items() if total[word] >= 3}
        told[section] = sorted(scores, key=scores.__getitem__, reverse=True)[:most]
    return pd.Series(told, name="words")


def citations_and_changes(archive: Path) -> tuple[pd.DataFrame, pd.Series]:
    """Addresses by how many publications cite them, and days from first sight to first change of each that changed."""
    with closing(sqlite3.connect(f"{archive.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        cited = pd.read_sql_query("""
            SELECT urls.url, count(DISTINCT cited_links.publication_id) AS cited_by
            FROM cited_links JOIN urls USING (url_id) GROUP BY urls.url ORDER BY cited_by DESC, urls.url LIMIT 10""",
            connection)
        changes = pd.read_sql_query("""
            SELECT julianday(revisions.seen_at) - julianday(publications.first_seen) AS days
            FROM revisions JOIN publications USING (publication_id) WHERE revisions.number = 2""", connection)
    return cited, changes["days"]


def main(corpus_file: Path, archive: Path, figures: Path) -> None:
    """Answer the three questions; figures go to the folder `figures`."""
    corpus = pd.read_parquet(corpus_file)
    figures.mkdir(parents=True, exist_ok=True)

    months = published_by_month(corpus)
    print(f"1. Published by month\n{months.tail(12)}\n")
    months.plot.bar(stacked=True, figsize=(10, 4), width=0.9, ylabel="publications")
    _save(figures / "1-published-by-month.png")

    words = telling_words(corpus)
    print("2. Words that set each section apart")
    for section, told in words.items():
        print(f"   {section}: {', '.join(told)}")
    corpus.groupby(corpus["section"].fillna("no section"))["word_count"].median().sort_values().plot.barh(
        figsize=(8, 0.4 * len(words) + 1.5), xlabel="words of the median publication", ylabel="")
    _save(figures / "2-length-by-section.png")

    cited, days = citations_and_changes(archive)
    print(f"\n3. Most cited\n{cited.to_string(index=False)}\n   changed after publication: {len(days)}")
    cited.set_index("url")["cited_by"].plot.barh(figsize=(10, 4), xlabel="publications that cite it", ylabel="")
    _save(figures / "3-most-cited.png")


def _save(path: Path) -> None:
    plt.tight_layout()
    plt.savefig(path, dpi=120)
    plt.close()
    print(f"   drawn: {path}\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
