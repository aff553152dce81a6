"""What a researcher chooses of a corpus: fields, headings, units, samples. Pure.

In: records, as the contract has them. Out: records again, or smaller units with ids that stay the same from one export
to the next as long as the text does.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

from sentencex import segment

from archive.errors import WrongUse

Unit = Literal["publication", "paragraph", "sentence"]
Strata = Literal["source", "year"]


def choose_fields(records: Iterable[Mapping[str, Any]], fields: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Each record with these keys alone, in this order; WrongUse for a key that the record does not have."""
    for record in records:
        unknown = [name for name in fields if name not in record]
        if unknown:
            raise WrongUse(f"no field '{unknown[0]}' in the record; there are: {', '.join(record)}")
        yield {name: record[name] for name in fields}


def without_headings(records: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Each record with its headings left out of blocks, text and word count."""
    for record in records:
        blocks = [block for block in record["blocks"] if block["kind"] != "heading"]
        text = "\n\n".join(block["text"] for block in blocks)
        yield {**record, "blocks": blocks, "text": text or None, "word_count": len(text.split())}


def units(records: Iterable[Mapping[str, Any]], unit: Unit) -> Iterator[dict[str, Any]]:
    """Records as they are, or one row for each block or sentence of their text.

    A row has `unit_id` (uid, revision, block and sentence numbers from 0), `uid`, `source`, `url`, `published`,
    `language`, `kind` and `text`.
    """
    for record in records:
        if unit == "publication":
            yield dict(record)
            continue
        shared = {key: record.get(key) for key in ("uid", "source", "url", "published", "language")}
        for number, block in enumerate(record["blocks"]):
            block_id = f"{record['uid']}-r{record.get('revision') or 1}-b{number}"
            if unit == "paragraph":
                yield {"unit_id": block_id, **shared, "kind": block["kind"], "text": block["text"]}
                continue
            for place, sentence in enumerate(_sentences(block["text"], record.get("language"))):
                yield {"unit_id": f"{block_id}-s{place}", **shared, "kind": block["kind"], "text": sentence}


def sample(members: Sequence[tuple[str, str]], size: int, seed: int) -> list[str]:
    """`size` uids of (uid, stratum) pairs, each stratum in its share (largest remainder); the same for the same seed.

    Who is drawn depends on uid and seed alone, so a corpus that grew keeps most of its sample.

    >>> sample([("a", "x"), ("b", "x"), ("c", "y")], 3, seed=1)
    ['a', 'b', 'c']
    """
    strata: dict[str, list[str]] = defaultdict(list)
    for uid, stratum in members:
        strata[stratum].append(uid)
    size = min(size, len(members))
    exact = {stratum: size * len(uids) / len(members) for stratum, uids in strata.items()}
    counts = {stratum: int(share) for stratum, share in exact.items()}
    by_remainder = sorted(strata, key=lambda stratum: (counts[stratum] - exact[stratum], stratum))
    for stratum in by_remainder[:size - sum(counts.values())]:
        counts[stratum] += 1
    chosen = {uid for stratum, uids in strata.items()
              for uid in sorted(uids, key=lambda uid: _draw(uid, seed))[:counts[stratum]]}
    return [uid for uid, _ in members if uid in chosen]


def _draw(uid: str, seed: int) -> bytes:
    return hashlib.sha256(f"{seed} {uid}".encode()).digest()


def _sentences(text: str, language: str | None) -> Iterator[str]:
    for sentence in segment((language or "en").split("-")[0], text):
        if squeezed := " ".join(sentence.split()):
            yield squeezed
