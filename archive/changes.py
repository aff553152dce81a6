"""What changed between two readings of one publication, and whether it matters. Pure.

In: the publication as kept, and as read now. Out: `Changed` (a new revision) or `Same`, which may name fields that are
brought up to date without a revision, such as the related links, which turn over by themselves.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from archive.records import Block, Publication
from archive.urls import address_key

# A change in one of these makes a revision; `text` stands for the blocks.
CONTENT_FIELDS = ("title", "dek", "published", "type", "language", "section", "authors", "topics", "text", "links",
                  "attachments", "identifiers")
# These turn over by themselves or say nothing about what was published: kept up to date, no revision.
QUIET_FIELDS = ("url", "modified", "published_raw", "share_links", "related", "images", "ad_slots", "evidence",
                "parser")

# What a page says of its text. A new template says it elsewhere, otherwise, or not at all, and the text stays.
DRESS_FIELDS = frozenset(CONTENT_FIELDS) - {"title", "text"}

STAMP_WORDS_AT_MOST = 12
EARLIER = "an earlier template: "     # before the evidence of what a page said once, and its new template does not
LISTED = "listed at "          # before the address of the list that dated a page which does not date itself
BY_HAND = "by hand on "        # before the day on which somebody put right what the page says, or was read to say
LEFT_OUT = "left out by hand: "    # before the reason, in a rejection that stands whatever is read at its address
LEAST_MOVED = 2                # fields said elsewhere on the page than before, for its template to be a new one


Comparison = Literal["filled", "changed", "lost"]


@dataclass(frozen=True, slots=True)
class Same:
    """No change that matters; `refreshed` fields are brought up to date without a revision.

    What a new template does not say any more, or less precisely, stayed as it was said before.
    """

    refreshed: tuple[str, ...] = ()
    stayed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Changed:
    """A new revision: which fields, and how many words the text gained and lost."""

    fields: tuple[str, ...]
    words_added: int = 0
    words_removed: int = 0


def decide(old: Publication, new: Publication) -> Changed | Same:
    """What keeping `new` over `old` means for the history.

    >>> old = Publication(source="", url="https://example.org/a", title="Tariffs rise")
    >>> decide(old, Publication(source="", url="https://example.org/a", title="Tariffs fall")).fields
    ('title',)
    """
    differing = changed_fields(old, new)
    fields = tuple(name for name in differing if not _is_of_a_list(name, old) and (
        _says_more(name, old, new) or not old.evidence.get(name, "").startswith(EARLIER)))
    if fields and not (DRESS_FIELDS.issuperset(fields) and _is_dressed_anew(old, new)):
        added, removed = count_words(old.text, new.text)
        return Changed(fields, added, removed)
    better = tuple(name for name in differing
                   if _is_of_a_list(name, old) or (name in fields and _says_more(name, old, new)))
    return Same((*better, *(name for name in QUIET_FIELDS if getattr(old, name) != getattr(new, name))),
                tuple(name for name in differing if name not in better))


def with_what_stays(old: Publication, new: Publication) -> Publication:
    """`new`, with what was put right by hand, and dated as `old` is by a list, where the page still states no date."""
    stay = [name for name, origin in old.evidence.items() if origin.startswith(BY_HAND)
            or (not new.published and _is_of_a_list(name, old))]
    if not stay:
        return new
    return replace(new, **{name: getattr(old, name) for name in stay},
                   evidence={**new.evidence, **{name: old.evidence[name] for name in stay}})


def _is_of_a_list(name: str, old: Publication) -> bool:
    """Whether the page did not say this itself: that it does now is no change of what it says."""
    return name == "published" and old.evidence.get(name, "").startswith(LISTED)


def evidence_after(old: Publication, new: Publication, stayed: Iterable[str]) -> dict[str, str]:
    """Where the fields come from after a refresh: those that stayed as they were, from an earlier template."""
    return {**new.evidence, **{name: EARLIER + old.evidence[name].removeprefix(EARLIER) for name in stayed
                               if name in old.evidence}}


def _is_dressed_anew(old: Publication, new: Publication) -> bool:
    """Whether the publication moved, or the page has another template: what it says stands elsewhere on it."""
    said_elsewhere = sum(old.evidence.get(name) != new.evidence.get(name) for name in CONTENT_FIELDS)
    return said_elsewhere >= LEAST_MOVED or address_key(old.url) != address_key(new.url)


def _says_more(name: str, old: Publication, new: Publication) -> bool:
    """Whether a page says a field at least as well as before."""
    before, after = getattr(old, name), getattr(new, name)
    return bool(after) and not (name == "published" and before and before.startswith(after))


def changed_fields(old: Publication, new: Publication) -> tuple[str, ...]:
    """The content fields that differ by more than spelling of white space, counters and date stamps."""
    return tuple(name for name in CONTENT_FIELDS if _differs(name, old, new))


def differing_fields(old: Publication, new: Publication) -> tuple[str, ...]:
    """Every field that differs at all, `text` standing for the blocks; `parser` and `evidence` left out."""
    names = (*CONTENT_FIELDS, *(name for name in QUIET_FIELDS if name not in ("parser", "evidence")))
    return tuple(name for name in names
                 if (old.blocks != new.blocks if name == "text" else getattr(old, name) != getattr(new, name)))


def compare_fields(old: Publication, new: Publication) -> dict[str, Comparison]:
    """Field -> what became of it between two readings of the same bytes; fields that stayed are left out.

    >>> old = Publication(source="", url="https://example.org/a", title="A", dek="B")
    >>> compare_fields(old, Publication(source="", url="https://example.org/a", title="A", published="2024"))
    {'dek': 'lost', 'published': 'filled'}
    """
    found: dict[str, Comparison] = {}
    for name in differing_fields(old, new):
        attribute = "blocks" if name == "text" else name
        before, after = getattr(old, attribute), getattr(new, attribute)
        found[name] = "lost" if not after else "changed" if before else "filled"
    return found


def count_words(old: str, new: str) -> tuple[int, int]:
    """How many words `new` has that `old` lacks, and the other way round; moved words count for nothing.

    >>> count_words("tariffs rose in May", "tariffs fell in late May")
    (2, 1)
    """
    before, after = Counter(old.split()), Counter(new.split())
    return (after - before).total(), (before - after).total()


def _differs(name: str, old: Publication, new: Publication) -> bool:
    if name == "text":
        return old.blocks != new.blocks and _text_differs(old.blocks, new.blocks)
    before, after = getattr(old, name), getattr(new, name)
    if before == after:
        return False
    if name in ("links", "attachments"):
        return {address_key(item.url) for item in before} != {address_key(item.url) for item in after}
    if name in ("title", "dek", "section"):
        return _plain(before or "") != _plain(after or "")
    if name == "authors":
        return [_plain(author.name) for author in before] != [_plain(author.name) for author in after]
    if name == "topics":
        return {_plain(topic) for topic in before} != {_plain(topic) for topic in after}
    return True


def _text_differs(old: tuple[Block, ...], new: tuple[Block, ...]) -> bool:
    if _plain(" ".join(block.text for block in old)) == _plain(" ".join(block.text for block in new)):
        return False
    return list(_without_stamps(old)) != list(_without_stamps(new))


def _without_stamps(blocks: Iterable[Block]) -> Iterable[str]:
    for block in blocks:
        text = _plain(block.text)
        if not _is_stamp(block, text.lower()):
            yield text


def _is_stamp(block: Block, text: str) -> bool:
    """A short line that dates or counts the page: "Last updated: 3 March 2026", "1,204 views", "© 2026 Institute".

    A number in a sentence is content, so a line that ends as a sentence does is never a stamp, nor is a heading.
    """
    if block.kind in ("heading", "table", "code", "caption") or len(text.split()) > STAMP_WORDS_AT_MOST:
        return False
    if "©" in text or "(c)" in text:
        return True
    return bool(_DIGIT.search(text)) and text[-1] not in ".!?:;。！？" and bool(_STAMP.search(text))


_DIGIT = re.compile(r"\d")
_STAMP = re.compile(
    r"\b(updated?|modified|reviewed|published|posted|printed|accessed|retrieved|version|copyright|aktualisiert|stand"
    r"|mis à jour|actualizado|atualizado|aggiornato|bijgewerkt|views?|shares?|comments?|likes?|reads?|downloads?"
    r"|followers?|visits?|min(ute)?s? read|ago|hits|aufrufe|vues|visitas|kommentare|commentaires|comentarios)\b")


def _plain(text: str) -> str:
    """Text without what readers don't see: white space squeezed, quotes and dashes of one kind, compatible forms."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_SAME_MARKS).split())


_SAME_MARKS = {ord("\u2018"): "'", ord("\u2019"): "'", ord("\u201c"): '"', ord("\u201d"): '"',
               ord("\u2013"): "-", ord("\u2014"): "-", ord("\u2011"): "-", 0x00AD: None, 0x200B: None, 0xFEFF: None}
