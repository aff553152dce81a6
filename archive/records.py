"""What passes between the stages: frozen values, no behaviour beyond reading them.

In: bytes and headers of a page. Out: the record of the contract (`Publication.to_record`).
`None` and an empty tuple mean "the page does not say", and nothing else says it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, NoReturn

from archive.urls import uid_of

BlockKind = Literal["heading", "paragraph", "item", "quote", "table", "code", "caption", "note"]
AuthorKind = Literal["person", "organization"]
RelatedKind = Literal["related", "inline", "popular"]
RejectionKind = Literal["not-a-publication", "unreadable"]


class Facts(dict[str, str]):
    """Names and what is said of each, for good, so that a frozen value that holds it has a hash; else as a dict is.

    >>> Facts(doi="10.1000/1") == {"doi": "10.1000/1"}
    True
    """

    __slots__ = ()

    def _refuse(self, *_: Any, **__: Any) -> NoReturn:
        raise TypeError("this is part of a frozen value; make a dict of it to change it")

    __setitem__ = __delitem__ = __ior__ = clear = pop = popitem = setdefault = update = _refuse

    def __hash__(self) -> int:  # type: ignore[override] # a dict has none, because it can change
        """The same for the same facts in any order."""
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[type["Facts"], tuple[dict[str, str]]]:
        """How to copy and pickle it: by making it anew, as nothing can be put into it."""
        return Facts, (dict(self),)


@dataclass(frozen=True, slots=True)
class Page:
    """One page as received: `body` is what came over the wire, content-encoding undone."""

    source: str
    url: str                                  # after redirects
    status: int
    headers: Mapping[str, str]                # lower-cased names
    body: bytes = field(repr=False)
    fetched_at: datetime | None = None        # UTC, stamped by whoever fetched it; None for a page never fetched
    requested_url: str | None = None          # before redirects, where it differs
    request_headers: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def from_bytes(cls, body: bytes, *, url: str, content_type: str | None = None, source: str = "",
                   fetched_at: datetime | None = None) -> "Page":
        """A page from bytes at hand; `content_type` as the HTTP header would say it. TypeError for anything else."""
        if not isinstance(body, bytes | bytearray | memoryview):
            raise TypeError(f"body: bytes as received, not {type(body).__name__}; a text has to be encoded first")
        if not isinstance(url, str):
            raise TypeError(f"url: the page's address as str, not {type(url).__name__}")
        if not isinstance(content_type, str | None):
            raise TypeError(f"content_type: str or None, not {type(content_type).__name__}")
        headers = {"content-type": content_type} if content_type else {}
        return cls(source=source, url=url, status=200, headers=headers, body=bytes(body), fetched_at=fetched_at)

    @property
    def content_type(self) -> str:
        """The content-type header, `""` where there is none."""
        return self.headers.get("content-type", "")


@dataclass(frozen=True, slots=True)
class Author:
    """A person or an institution that signs a publication."""

    name: str
    kind: AuthorKind = "person"
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of the body; `level` is 1-6 for headings, the nesting depth from 1 for items, else None."""

    kind: BlockKind
    text: str                                 # table: cells by tab, rows by line
    level: int | None = None


@dataclass(frozen=True, slots=True)
class ShareLink:
    """A share button; `url` is where it leads, None where the button has no address."""

    network: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Related:
    """Another publication offered from the page."""

    kind: RelatedKind
    url: str | None = None
    title: str | None = None
    section: str | None = None
    published: str | None = None              # ISO 8601, as precise as the page
    summary: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A link inside the body: what the publication cites."""

    url: str
    text: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that belongs to the publication."""

    url: str
    media_type: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Image:
    """An image of the body, or the lead image."""

    url: str
    alt: str | None = None
    caption: str | None = None


@dataclass(frozen=True, slots=True)
class Publication:
    """What was read from one page; the fields are those of the record."""

    source: str
    url: str                                  # canonical, absolute, without fragment
    title: str
    type: str = "Article"                     # schema.org
    dek: str | None = None
    published: str | None = None
    modified: str | None = None
    published_raw: str | None = None
    authors: tuple[Author, ...] = ()
    language: str | None = None               # BCP 47
    section: str | None = None
    topics: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    share_links: tuple[ShareLink, ...] = ()
    related: tuple[Related, ...] = ()
    links: tuple[Link, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    images: tuple[Image, ...] = ()
    ad_slots: int = 0
    identifiers: Mapping[str, str] = field(default_factory=dict)
    evidence: Mapping[str, str] = field(default_factory=dict)  # field -> where the page says so
    parser: str = ""

    def __post_init__(self) -> None:
        """Frozen all through: what was given as dicts can't be changed either."""
        object.__setattr__(self, "identifiers", Facts(self.identifiers))
        object.__setattr__(self, "evidence", Facts(self.evidence))

    @property
    def uid(self) -> str:
        """The id this publication gets when this is the first address it is seen at."""
        return uid_of(self.url)

    @property
    def text(self) -> str:
        """The body as plain text: blocks joined by a blank line."""
        return "\n\n".join(block.text for block in self.blocks)

    @property
    def word_count(self) -> int:
        """Words of `text`, split at white space."""
        return len(self.text.split())

    def to_record(self) -> dict[str, Any]:
        """The record of the contract, ready for JSON; without the keys that only an archive knows."""
        return {
            "uid": self.uid, "source": self.source or None, "url": self.url, "type": self.type,
            "title": self.title, "dek": self.dek,
            "published": self.published, "modified": self.modified, "published_raw": self.published_raw,
            "authors": [{"name": a.name, "kind": a.kind, "url": a.url} for a in self.authors],
            "language": self.language, "section": self.section, "topics": list(self.topics),
            "text": self.text or None,
            "blocks": [{"kind": b.kind, "level": b.level, "text": b.text} for b in self.blocks],
            "share_links": [{"network": s.network, "url": s.url} for s in self.share_links],
            "related": [{"kind": r.kind, "url": r.url, "title": r.title, "section": r.section,
                         "published": r.published, "summary": r.summary} for r in self.related],
            "links": [{"url": link.url, "text": link.text} for link in self.links],
            "attachments": [{"url": a.url, "media_type": a.media_type, "title": a.title} for a in self.attachments],
            "images": [{"url": i.url, "alt": i.alt, "caption": i.caption} for i in self.images],
            "ad_slots": self.ad_slots, "word_count": self.word_count,
            "identifiers": dict(self.identifiers), "evidence": dict(self.evidence), "parser": self.parser,
        }


@dataclass(frozen=True, slots=True)
class Rejection:
    """A page that gave no publication, and why: never a silent drop."""

    source: str
    url: str
    kind: RejectionKind
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A page and what came of it: the only item that passes through Scrapy."""

    page: Page
    outcome: Publication | Rejection
    keep_bytes: bool = True                   # False where the page asks not to be archived: read, not copied
    takes_over: str | None = None             # former address of the publication: a file kept alone, a page that moved
    digest: str | None = None                 # of the body, where that is not at hand any more
