"""Publications spread over several pages: which page is a further part, and the parts joined. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from archive.records import Block, Publication

MOST_PARTS = 20                # pages of one publication
PAGES = "pages"                # evidence: the addresses of the further pages, in order
_PAGE_OF = re.compile(
    r"[\s\W]*(?:\(?\b(?:page|seite|página|pagina|strona|sida|side|sivu|pag|p)\b\.?\s*\d{1,2}(?:\W*\w{0,3}\W*\d{1,2})?|"
    r"\(?\d{1,2}\s*(?:/|of|von|sur|di|van|de)\s*\d{1,2})\)?\s*$", re.IGNORECASE)
_Linked = TypeVar("_Linked")


def is_part(first: Publication, other: Publication) -> bool:
    """Whether `other` is a further page of `first`: the same title, no other day, and another text."""
    if _PAGE_OF.sub("", other.title).casefold() != _PAGE_OF.sub("", first.title).casefold():
        return False
    if first.published and other.published and first.published[:10] != other.published[:10]:
        return False
    known = {block.text for block in first.blocks}
    return sum(block.text not in known for block in other.blocks) * 2 > len(other.blocks)


def join(first: Publication, parts: Sequence[Publication], addresses: Sequence[str]) -> Publication:
    """One publication of all its pages; `addresses` are those of the parts, and are kept in the evidence."""
    joined = first
    for part in parts:
        joined = replace(
            joined, blocks=joined.blocks + _news(joined, part), links=_union(joined.links, part.links),
            images=_union(joined.images, part.images), attachments=_union(joined.attachments, part.attachments),
            related=_union(joined.related, part.related), ad_slots=joined.ad_slots + part.ad_slots)
    return replace(joined, evidence={**joined.evidence, PAGES: " ".join(addresses)})


def _news(joined: Publication, part: Publication) -> tuple[Block, ...]:
    """The blocks of a part, but for those that every page repeats."""
    known = {block.text for block in joined.blocks} | {joined.title, joined.dek, part.title}
    return tuple(block for block in part.blocks if block.text not in known)


def _union(known: tuple[_Linked, ...], more: tuple[_Linked, ...]) -> tuple[_Linked, ...]:
    urls = {getattr(one, "url", None) for one in known}
    return (*known, *(one for one in more if getattr(one, "url", None) not in urls))
