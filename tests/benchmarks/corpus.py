"""A corpus for measuring storage and search: any number of publications of 5 KB with 25 rows each, the same every time.

Words follow Zipf's law as in natural text (the commonest is in nearly every text, most are rare); links point to other
publications of the same publisher and to a few thousand addresses elsewhere, as on real pages.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import accumulate

from archive.records import Author, Block, Link, Page, Publication, Reading, Related, ShareLink

NOW = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
SOURCES, WORDS, POOL = 20, 60_000, 3_000_000
SYLLABLES = "ka ri to men sol ba ter in pol us de gra li no fu ve sha om".split()
EVIDENCE = {"title": "json-ld headline", "published": "json-ld datePublished", "authors": "meta author",
            "language": "html lang", "body": "article"}


@dataclass
class Corpus:
    """Makes publication after publication; `size` is how many there will be, for links to point to."""

    size: int
    seed: int = 1
    _random: random.Random = field(init=False)
    _pool: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)
        self.words = list(dict.fromkeys("".join(self._random.choices(SYLLABLES, k=self._random.randint(1, 5)))
                                        for _ in range(WORDS)))
        self._weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(self.words))))
        self._pool = self.fresh_words(POOL)

    def text(self, count: int) -> str:
        """So many words, as a sentence."""
        start = self._random.randrange(POOL - count)
        return " ".join(self._pool[start:start + count]).capitalize() + "."

    def fresh_words(self, count: int) -> list[str]:
        """So many words drawn one by one: slower than `text`, whose sentences may overlap."""
        return self._random.choices(self.words, cum_weights=self._weights, k=count)

    def publication(self, number: int) -> Publication:
        """Publication `number`: 10 blocks of 5.5 KB in all, 25 rows that hang on it."""
        chance, own = self._random, number % SOURCES
        url = f"https://institute{own}.example/papers/{number}-{self._pool[number % POOL]}"
        return Publication(
            source=f"institute{own}", url=url, title=self.text(9), type="Report" if number % 3 else "Article",
            dek=self.text(20), published=f"{2005 + number % 20}-{1 + number % 12:02}-{1 + number % 28:02}",
            authors=tuple(Author(f"{self._pool[chance.randrange(3000)]} {own}") for _ in range(2)),
            language="en", section="Trade", topics=tuple(self.words[100 + chance.randrange(300)] for _ in range(3)),
            blocks=tuple(Block("paragraph", self.text(62)) for _ in range(10)),
            share_links=tuple(ShareLink(network, f"https://{network}.example/share?url={url}")
                              for network in ("facebook", "x", "linkedin", "email")),
            related=tuple(Related("related", self._neighbour(own), self.text(8), "Trade", "2024-01-01")
                          for _ in range(8)),
            links=tuple(Link(self._neighbour(own) if at < 2 else self._elsewhere(), self.text(3)) for at in range(8)),
            evidence=EVIDENCE, parser="policy-archive 1")

    def reading(self, number: int, html: str = "") -> Reading:
        """The publication with a page of its own."""
        publication = self.publication(number)
        body = (html or publication.text) + f"<!-- {number} -->"
        headers = {"content-type": "text/html; charset=utf-8", "etag": f'"{number}"', "server": "nginx"}
        return Reading(Page(publication.source, publication.url, 200, headers, body.encode(), NOW,
                            request_headers={"user-agent": "bench", "accept": "text/html"}), publication)

    def readings(self, start: int, count: int, html: str = "") -> Iterator[Reading]:
        """So many in a row."""
        return (self.reading(number, html) for number in range(start, start + count))

    def _neighbour(self, own: int) -> str:
        number = self._random.randrange(self.size) // SOURCES * SOURCES + own
        return f"https://institute{own}.example/papers/{number}-{self._pool[number % POOL]}"

    def _elsewhere(self) -> str:
        return f"https://site{self._random.randrange(500)}.example/docs/{self._random.randrange(40)}"
