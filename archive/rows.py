"""Record <-> row. Pure.

In: a `Publication` and the numbers of what it points to. Out: tuples in the column order of the inserts in
`archive.store`; and back, the parts of a `Publication` from what a query gave.
"""

import json
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from archive.records import (
    Attachment,
    Author,
    Block,
    Image,
    Link,
    Publication,
    Related,
    ShareLink,
)

CHILD_TABLES = ("publication_authors", "publication_topics", "related_links", "cited_links", "share_links",
                "attachments", "images", "identifiers")

# Han, kana (of half width too), Thai, Lao, Khmer, Myanmar: no space stands between words. Hangul puts one.
SPACELESS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f"
                       "\U00020000-\U0003ffff]")

# Signs on or beside a letter, which the `\w` of regular expressions leaves out: accents apart from their letter, points
# of Hebrew and Arabic, vowels of Thai, Lao, Khmer and Burmese; of India's scripts all but full stops.
MARKS = ("\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963"
         "\u0966-\u0dff\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u17b4-\u17d3")

Row = tuple[Any, ...]
Texts = tuple[str, str | None, str]             # title, dek, body
Number = Callable[[str], int]


def utc(moment: datetime) -> str:
    """A moment as the archive writes it.

    >>> utc(datetime(2026, 3, 5, 10, 0, 0, 999, tzinfo=UTC))
    '2026-03-05T10:00:00Z'
    """
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def layout_of(blocks: tuple[Block, ...]) -> str:
    """How the body falls into blocks, as JSON: `[kind, level, characters]` each; the text itself stands in `body`.

    >>> layout_of((Block("heading", "Tariffs", 2), Block("paragraph", "They rose.")))
    '[["heading",2,7],["paragraph",null,10]]'
    """
    pieces = [f'["{block.kind}",{"null" if block.level is None else block.level},{len(block.text)}]'
              for block in blocks]
    return f"[{','.join(pieces)}]"


def blocks_from(body: str, layout: str) -> tuple[Block, ...]:
    r"""The blocks of a body, from the layout kept beside it.

    >>> blocks_from("Tariffs\n\nThey rose.", '[["heading",2,7],["paragraph",null,10]]')[1]
    Block(kind='paragraph', text='They rose.', level=None)
    """
    blocks, start = [], 0
    for kind, level, length in json.loads(layout):
        blocks.append(Block(kind, body[start:start + length], level))
        start += length + 2
    return tuple(blocks)


def evidence_text(evidence: Mapping[str, str]) -> str:
    """Evidence as it is kept: a JSON object with sorted keys, so that equal evidence is equal text."""
    return json.dumps(dict(evidence), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def publication_values(publication: Publication, body: str) -> Row:
    """What a publication's own row says of its content, in the order of `store.CONTENT_COLUMNS`."""
    return (publication.url, publication.type, publication.title, publication.dek, publication.published,
            publication.modified, publication.published_raw, publication.language, publication.section, body,
            layout_of(publication.blocks), len(body.split()), publication.ad_slots, publication.parser,
            1 if is_spaceless(publication.title, publication.dek, body) else 0)


def is_spaceless(title: str, dek: str | None, body: str) -> bool:
    """Whether any of it is in a script without spaces between words."""
    return any(text and not text.isascii() and SPACELESS.search(text) for text in (title, dek, body))


def padded(texts: Texts) -> Texts:
    """Title, dek and body as the view `spaceless_texts` shows them to the trigram index."""
    title, dek, body = texts
    return title + "  ", None if dek is None else dek + "  ", body + "  "


def child_rows(publication: Publication, number: int, url_id: Number, author_id: Callable[[Author], int],
               topic_id: Number) -> dict[str, list[Row]]:
    """Table -> rows of everything that hangs on publication `number`, in page order."""
    return {
        "publication_authors": [(number, position, author_id(author), author.url)
                                for position, author in enumerate(publication.authors)],
        "publication_topics": [(number, position, topic_id(topic))
                               for position, topic in enumerate(publication.topics)],
        "related_links": [(number, position, item.kind, url_id(item.url) if item.url else None, item.title,
                           item.section, item.published, item.summary)
                          for position, item in enumerate(publication.related)],
        "cited_links": [(number, position, url_id(link.url), link.text)
                        for position, link in enumerate(publication.links)],
        "share_links": [(number, position, share.network, share.url)
                        for position, share in enumerate(publication.share_links)],
        "attachments": [(number, position, url_id(file.url), file.media_type, file.title)
                        for position, file in enumerate(publication.attachments)],
        "images": [(number, position, image.url, image.alt, image.caption)
                   for position, image in enumerate(publication.images)],
        "identifiers": [(number, scheme, value) for scheme, value in publication.identifiers.items()],
    }


def urls_of(publication: Publication) -> list[str]:
    """Every address that a publication's rows point to by number."""
    return [publication.url, *(item.url for item in publication.related if item.url),
            *(link.url for link in publication.links), *(file.url for file in publication.attachments)]


def publication_from_record(record: Mapping[str, Any]) -> Publication:
    """The publication that `to_record` wrote; the keys that only an archive knows are left out.

    >>> publication = Publication(source="", url="https://example.org/a", title="A", topics=("Trade",))
    >>> publication_from_record(publication.to_record()) == publication
    True
    """
    return Publication(
        source=record["source"] or "", url=record["url"], type=record["type"], title=record["title"],
        dek=record["dek"], published=record["published"], modified=record["modified"],
        published_raw=record["published_raw"], language=record["language"], section=record["section"],
        authors=tuple(Author(**author) for author in record["authors"]), topics=tuple(record["topics"]),
        blocks=tuple(Block(**block) for block in record["blocks"]),
        share_links=tuple(ShareLink(**share) for share in record["share_links"]),
        related=tuple(Related(**item) for item in record["related"]),
        links=tuple(Link(**link) for link in record["links"]),
        attachments=tuple(Attachment(**file) for file in record["attachments"]),
        images=tuple(Image(**image) for image in record["images"]),
        ad_slots=record["ad_slots"], identifiers=dict(record["identifiers"]), evidence=dict(record["evidence"]),
        parser=record["parser"],
    )
