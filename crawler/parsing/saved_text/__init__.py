"""Page of plain text -> Publication: the reader for pages saved as text, one line a paragraph. Pure.

    lines       bytes -> lines, hard-wrapped paragraphs made whole
    plain       what converters and archives put around a text: facts, lists of addresses, fields
    markup      the marks they leave in it: Markdown, HTML
    whole_page  what of a whole page's text is the publication: menus above it, the foot below
    labels      trails, tags, categories
    marks       what a line is where it isn't prose: date, byline, share row, ad label, heading of a list
    date_spans  where in a line a date stands
    share_rows  what networks a line of buttons names
    long_pages  the middle of thousands of lines as one
    facts       a label and its value on one line
    headline    which line is the title
    head        dek, section, dates, bylines
    as_page     dates and authors that no line of the head is, as on any page
    sift        what of the lines below it is the body
    body        headings, paragraphs, items, quotes
    foot        menus around the body, the lines that end the page
    list_starts where lists begin
    related     the lists after the body

There are no addresses in such a text: share buttons and related items have none, and the publication's own address
is the page's, as given by whoever saved it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from archive.records import Author, Block, Page, Publication, Related, ShareLink
from archive.urls import without_fragment
from crawler.parsing.appearance import goes_on
from crawler.parsing.bylines import read_byline
from crawler.parsing.dates.alone import says_month_first
from crawler.parsing.document import charset_of
from crawler.parsing.errors import NotAPublication
from crawler.parsing.furniture.labels import AdLabel, ad_label
from crawler.parsing.parser import PARSER
from crawler.parsing.saved_text.body import read_blocks
from crawler.parsing.saved_text.facts import with_facts_joined
from crawler.parsing.saved_text.head import ABOVE, Address, Head, is_share, read_head
from crawler.parsing.saved_text.headline import find_headline
from crawler.parsing.saved_text.labels import names_category, read_topics
from crawler.parsing.saved_text.lines import Line, read_lines, size
from crawler.parsing.saved_text.list_starts import find_lists
from crawler.parsing.saved_text.long_pages import unfolded, with_middle_folded
from crawler.parsing.saved_text.marks import (
    is_foot_link,
    is_frame,
    is_prose,
    is_sentence,
    is_separator,
    list_heading,
    read_head_line,
    tells_rights,
)
from crawler.parsing.saved_text.related import read_lists, sections_of
from crawler.parsing.saved_text.share_rows import read_share_row
from crawler.parsing.saved_text.sift import read_prose, without_note, without_tags
from crawler.parsing.saved_text.whole_page import publication_lines
from crawler.parsing.site import fold
from crawler.parsing.spoken import identify

_SLASHED = re.compile(r"(?<![\d/])\d{1,2}/\d{1,2}/\d{4}(?![\d/])")
_LEAST_BELOW = 12          # words of a paragraph below the credit of a picture
_LEAST_CUT = 8             # words of a line whose sentence goes on below an ad
_ENTRY = 4                 # words of an entry of a menu

__all__ = ["page_lines", "read_saved_text", "read_text_blocks"]


@dataclass(frozen=True, slots=True)
class _Parts:
    """A saved text, taken apart."""

    head: Head
    day: tuple[str, str, str] | None          # of publication: its date, the words that give it, where they stand
    authors: tuple[Author, ...]
    prose: list[Line]
    lists: Sequence[Line]                     # from the first list below the text on
    offers: tuple[Related, ...]
    topics: tuple[str, ...]
    shares: tuple[ShareLink, ...]
    category: str | None
    ad_slots: int


def read_saved_text(page: Page) -> Publication:
    """What a saved text publishes; raises NotAPublication where it holds no title or no prose."""
    parts = _read_parts(page)
    if parts is None:
        raise NotAPublication("no title in the text")
    head, blocks = parts.head, _blocks(parts)
    if not any(block.kind == "paragraph" and size(block.text) >= 5 for block in blocks):
        raise NotAPublication("no prose in the text")
    modified = head.first("modified")
    language = identify(" ".join(block.text for block in blocks))[0]
    return Publication(
        source=page.source, url=without_fragment(page.url), title=head.title.text,
        dek=head.dek.text if head.dek else None,
        published=parts.day[0] if parts.day else None, published_raw=parts.day[1] if parts.day else None,
        modified=modified[1].value if modified else None, authors=parts.authors,
        language=language,
        section=head.section.text if head.section else parts.category, topics=parts.topics, blocks=blocks,
        share_links=parts.shares, related=parts.offers, ad_slots=parts.ad_slots,
        evidence=_evidence(parts, language), parser=PARSER)


def read_text_blocks(page: Page) -> tuple[Block, ...]:
    """The blocks of a saved text, publication or not."""
    parts = _read_parts(page)
    return _blocks(parts) if parts else ()


def _blocks(parts: _Parts) -> tuple[Block, ...]:
    return read_blocks(unfolded(parts.prose), title_is_sentence=is_sentence(parts.head.title.text))


def _read_parts(page: Page) -> _Parts | None:
    """The parts of the text; None where no line may be its title."""
    from crawler.parsing.saved_text.as_page import AsPage  # which stands on all readers, some of them on our marks

    every, ad_slots = page_lines(page)
    every = with_middle_folded(every)
    at = find_headline(every, page.url)
    if at is None:
        return None
    lines, title = _with_facts(every, at)
    month_first = _month_first(lines)
    tail = find_lists(lines, start=min(title + 3, len(lines)))
    menu = frozenset(fold(line.text) for line in lines[:title] if size(line.text) <= _ENTRY)
    related = read_lists(lines[tail:], menu, month_first=month_first)
    head = read_head(lines[:tail], title, sections_of(related), page=Address.of(page.url), month_first=month_first)
    told = {line.text for line in (head.title, head.dek, *(line for line, _ in head.marks)) if line is not None}
    prose, offers, topics = read_prose([*head.prose, *(line for line in lines[head.end:tail] if line.text not in told)])
    as_page = AsPage(lines[:tail], title, page.url)
    authors = _authors(head) or as_page.authors()
    prose = without_note(prose, [author.name for author in authors])
    own, (_, more) = lines[max(0, title - ABOVE):], without_tags(lines[tail:])
    more += tuple(tag for line in lines[tail:] if not names_category(line.text) for tag in read_topics(line.text) or ())
    category = next((tags[0] for line in own if names_category(line.text) and (tags := read_topics(line.text))), None)
    return _Parts(head, _day(head) or as_page.day(), authors, prose, lines[tail:], (*offers, *related),
                  tuple(dict.fromkeys((*head.topics, *topics, *more))), _shares(own), category, ad_slots)


def _month_first(lines: Sequence[Line]) -> bool | None:
    """Whether 03/04/2025 is the 4th of March: as other days of the page tell, else as its language has it."""
    days = [day for line in lines for day in _SLASHED.findall(line.text)]
    told = says_month_first(days)
    if told is not None or not days:
        return told
    language = identify(" ".join(line.text for line in lines if is_prose(line.text, _LEAST_BELOW)))[0]
    return None if language is None or language.startswith("en") else False


def _with_facts(lines: Sequence[Line], title: int) -> tuple[list[Line], int]:
    """The lines with labels and their values on one line beside the title, and where the title stands then."""
    start = max(0, title - ABOVE)
    above = [*lines[:start], *with_facts_joined(lines[start:title])]
    return [*above, lines[title], *with_facts_joined(lines[title + 1:])], len(above)


def page_lines(page: Page) -> tuple[Sequence[Line], int]:
    """The lines of the page without the foot, and how many ads were labelled between them."""
    return _without_ads(publication_lines(read_lines(page.body, charset_of(page.content_type), alone=_stands_alone)))


def _stands_alone(text: str) -> bool:
    return _ad_kind(text) is not None or list_heading(text) is not None or is_separator(text) \
        or bool(read_share_row(text)) or bool(read_head_line(text))


def _without_ads(every: Sequence[Line]) -> tuple[list[Line], int]:
    """The lines that label no ad, and how many ads were labelled; a "story continues below" beside one is no other."""
    kinds = [_ad_kind(line.text) for line in every]
    if not any(kinds):
        return [*every], 0
    text = max((at for at, line in enumerate(every) if is_prose(line.text, _LEAST_BELOW)), default=0)
    foot = next((at for at in range(text + 1, len(every)) if is_foot_link(every[at].text) or is_frame(every[at].text)
                 or tells_rights(every[at].text)), len(every))
    slots = 0
    for at, kind in enumerate(kinds):
        beside = kinds[max(0, at - 1):at] + kinds[at + 1:at + 2]
        slots += kind is not None and at < foot and not (kind == "marker" and ("ad" in beside or "sponsored" in beside))
    kept: list[Line] = []
    for at, line in enumerate(every):
        if kinds[at] is not None:
            continue
        if kept and at and kinds[at - 1] is not None and _is_cut(kept[-1].text, line.text):
            kept[-1] = replace(kept[-1], text=f"{kept[-1].text} {line.text}")
        else:
            kept.append(line)
    return kept, slots


def _ad_kind(text: str) -> AdLabel | None:
    """Whether the line is the label of an ad, of paid content, or a pointer over an ad; None for any other."""
    if "." not in text and "!" not in text:
        return ad_label(text)
    kinds = [ad_label(part) for part in re.split(r"[.!]\s+", text)]
    return kinds[0] if all(kinds) else None


def _is_cut(before: str, after: str) -> bool:
    """Whether an ad stands amid the sentence of these two lines."""
    return size(before) >= _LEAST_CUT and goes_on(before, after)


def _shares(lines: Sequence[Line]) -> tuple[ShareLink, ...]:
    """The networks of all share rows, each once, in their order on the page."""
    networks: dict[str, None] = {}
    for at, line in enumerate(lines):
        if is_share(lines, at):
            networks.update(dict.fromkeys(read_share_row(line.text)))
    return tuple(ShareLink(network) for network in networks)


def _day(head: Head) -> tuple[str, str, str] | None:
    """The day of publication that a line of the head is, as written, and the line."""
    found = head.first("published")
    return (found[1].value, found[1].raw, f"line {found[0].number}") if found else None


def _authors(head: Head) -> tuple[Author, ...]:
    byline = head.first("byline")
    if byline is None:
        return ()
    names = byline[1].value
    return read_byline(names, led=False) or read_byline(names, led=False, stated=True)      # "Melissa" alone


def _evidence(parts: _Parts, language: str | None) -> dict[str, str]:
    """Field -> the line of the file that says so."""
    head, prose, tail = parts.head, parts.prose, parts.lists
    found: dict[str, Line | None] = {"title": head.title, "dek": head.dek, "section": head.section}
    for kind, name in (("modified", "modified"), ("byline", "authors")):
        if mark := head.first(kind):
            found[name] = mark[0]
    evidence = {name: f"saved text, line {line.number}" for name, line in found.items() if line is not None}
    if parts.day:
        evidence["published"] = f"saved text, {parts.day[2]}"
    for name, value in (("authors", parts.authors), ("section", parts.category), ("topics", parts.topics),
                        ("language", language)):
        if value:
            evidence.setdefault(name, "saved text")
    if prose:
        evidence["text"] = f"saved text, lines {prose[0].number} to {prose[-1].number}"
    if tail:
        evidence["related"] = f"saved text, from line {tail[0].number} on: {tail[0].text[:60]}"
    return evidence
