"""Records -> word counts (a row for each word of each publication), or a sparse document-term matrix. Pure.

Words are runs of letters, their marks and digits in lower case, as Unicode has them; no stemming, no stop list: both
are choices of an analysis, not of an archive.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from archive.errors import WrongUse
from archive.rows import MARKS

_WORD = re.compile(rf"(?:\w[{MARKS}]*)+")


def write_word_counts(records: Iterable[Mapping[str, Any]], out: BinaryIO) -> None:
    """CSV of uid, word, count; words in alphabetical order within a publication."""
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow(("uid", "word", "count"))
    for record in records:
        counts = Counter(_WORD.findall((record["text"] or "").lower()))
        writer.writerows((record["uid"], word, counts[word]) for word in sorted(counts))
    text.detach()


def write_document_terms(records: Iterable[Mapping[str, Any]], out: Path) -> list[Path]:
    """A folder of `counts.npz` (scipy CSR, publications by words), `words.txt` and `uids.txt`; their paths.

    Needs the extra `terms` (scikit-learn); WrongUse says so where it is missing.
    """
    try:
        from scipy.sparse import save_npz
        from sklearn.feature_extraction.text import CountVectorizer
    except ImportError as error:
        raise WrongUse("a document-term matrix needs scikit-learn: pip install 'policy-archive[terms]'") from error
    uids: list[str] = []

    def texts() -> Iterable[str]:
        for record in records:
            uids.append(record["uid"])
            yield record["text"] or ""

    vectorizer = CountVectorizer(token_pattern=_WORD.pattern)
    try:
        counts = vectorizer.fit_transform(texts())
    except ValueError as error:  # scikit-learn's word for a corpus without words
        raise WrongUse("no word in the publications selected") from error
    out.mkdir(parents=True, exist_ok=True)
    paths = [out / "counts.npz", out / "words.txt", out / "uids.txt"]
    save_npz(paths[0], counts)
    paths[1].write_text("\n".join(vectorizer.get_feature_names_out()) + "\n", encoding="utf-8")
    paths[2].write_text("\n".join(uids) + "\n", encoding="utf-8")
    return paths
