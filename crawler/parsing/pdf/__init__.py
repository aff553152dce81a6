"""Page that is a PDF -> Publication. Pure.

    rows      bytes -> rows of text with place and size, metadata; child: with an end to its time and memory
    front     first page and metadata -> title, date, authors
    frames    rows without running heads, page numbers, tables of contents
    layout    rows -> blocks

A PDF without readable text (encrypted, scanned, broken, too large) is still a publication: it is kept with what is
known of it, no blocks, and the reason in its evidence under `text`.
"""

import re
from collections.abc import Sequence

from archive.records import Block, Page, Publication
from archive.urls import without_fragment
from crawler.parsing.language import bcp47
from crawler.parsing.parser import PARSER
from crawler.parsing.pdf.frames import without_frames
from crawler.parsing.pdf.front import Front, read_front
from crawler.parsing.pdf.layout import read_blocks
from crawler.parsing.pdf.lines import Row
from crawler.parsing.pdf.rows import Pdf, read_rows
from crawler.parsing.saved_text.labels import read_topics
from crawler.parsing.saved_text.marks import read_head_line
from crawler.parsing.spoken import identify

__all__ = ["read_pdf"]

_FIRST_BLOCKS = 40         # among which keywords are looked for
_LONGEST_KEYWORDS = 400    # characters
_BETWEEN = re.compile(r"[;,|\n、，；]")
TYPE = "Report"            # schema.org; what a document of unknown kind is called elsewhere too (`parsing.kind`)


def read_pdf(page: Page) -> Publication:
    """What a PDF publishes; its page count stands in the evidence under `pages`."""
    pdf = read_rows(page.body)
    rows = without_frames(pdf.rows)
    front = read_front(rows, pdf.metadata or {}, page.url)
    blocks = read_blocks([row for row in rows if not _leads(row, front)])
    dek = " ".join(" ".join(row.text for row in front.subtitle_rows).split()) or None
    language, language_said = _language(pdf.language, blocks)
    topics, topics_said = _topics(blocks, (pdf.metadata or {}).get("Keywords", ""))
    return Publication(
        source=page.source, url=without_fragment(page.url), title=front.title, dek=dek, type=TYPE,
        published=front.day.value if front.day else None, published_raw=front.day.raw if front.day else None,
        authors=front.authors, language=language, blocks=blocks, topics=topics,
        identifiers=dict(front.identifiers.values),
        evidence=_evidence(pdf, front, bool(blocks)) | ({"topics": topics_said} if topics else {})
        | ({"language": language_said} if language else {}), parser=PARSER)


def _language(stated: str | None, blocks: tuple[Block, ...]) -> tuple[str | None, str]:
    """The language of the words, with the region the file states; what it states where words are few; and where."""
    declared, (seen, _) = bcp47(stated), identify(" ".join(block.text for block in blocks[:20]))
    if declared and (seen is None or declared.startswith(seen)):
        return declared, "pdf catalog Lang"
    return seen, "pdf text"


def _topics(blocks: Sequence[Block], stated: str) -> tuple[tuple[str, ...], str]:
    """The keywords that the document names, on its first pages or in its metadata; and where."""
    for block in blocks[:_FIRST_BLOCKS]:
        if len(block.text) < _LONGEST_KEYWORDS and (found := read_topics(block.text.rstrip("."))):
            return found, "pdf text, keywords"
    return tuple(tag for part in _BETWEEN.split(stated) if (tag := " ".join(part.split()))), "pdf metadata Keywords"


def _leads(row: Row, front: Front) -> bool:
    """Whether the row says the title, the date or the byline and nothing else, or is of the cover: not of the body."""
    if row in front.title_rows or row in front.subtitle_rows or row in front.author_rows:
        return True
    if front.is_cover and row.page <= front.page:
        return True
    says_date = front.day is not None and front.day.raw in row.text
    return row.page == front.page and ((says_date and len(row.text.split()) < 12) or bool(read_head_line(row.text)))


def _evidence(pdf: Pdf, front: Front, has_text: bool) -> dict[str, str]:
    evidence = dict(front.evidence or {})
    if pdf.pages:
        evidence["pages"] = str(pdf.pages)
    if has_text:
        evidence["text"] = f"pdf text{f'; {pdf.trouble}' if pdf.trouble else ''}"
    else:
        evidence["text"] = f"none: {pdf.trouble or 'the PDF holds no text'}"
    return evidence
