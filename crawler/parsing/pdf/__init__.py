"""Page that is a PDF -> Publication. Pure.

    rows      bytes -> rows of text with place and size, metadata
    front     first page and metadata -> title, date, authors
    layout    rows -> blocks

A PDF without readable text (encrypted, scanned, broken, too large) is still a publication: it is kept with what is
known of it, no blocks, and the reason in its evidence under `text`.
"""

from archive.records import Author, Block, Page, Publication
from archive.urls import without_fragment
from crawler.parsing.bylines import read_byline
from crawler.parsing.language import bcp47, identify
from crawler.parsing.parser import PARSER
from crawler.parsing.pdf.front import Front, read_front
from crawler.parsing.pdf.layout import read_blocks, without_running_heads
from crawler.parsing.pdf.rows import Pdf, Row, read_rows
from crawler.parsing.saved_text.marks import read_head_line

__all__ = ["read_pdf"]

TYPE = "Report"            # schema.org; what a document of unknown kind is called elsewhere too (`parsing.kind`)


def read_pdf(page: Page) -> Publication:
    """What a PDF publishes; its page count stands in the evidence under `pages`."""
    pdf = read_rows(page.body)
    rows = without_running_heads(pdf.rows)
    front = read_front(rows, pdf.metadata or {}, page.url)
    blocks = read_blocks([row for row in rows if not _leads(row, front)])
    return Publication(
        source=page.source, url=without_fragment(page.url), title=front.title, type=TYPE, published=front.published,
        published_raw=front.published_raw, authors=_authors(front.authors),
        language=_language(pdf.language, blocks), blocks=blocks,
        identifiers={"doi": front.doi} if front.doi else {},
        evidence=_evidence(pdf, front, bool(blocks)), parser=PARSER)


def _language(stated: str | None, blocks: tuple[Block, ...]) -> str | None:
    """The language of the words, with the region the file states; what the file states where words are few."""
    declared, (seen, _) = bcp47(stated), identify(" ".join(block.text for block in blocks[:20]))
    return declared if declared and (seen is None or declared.startswith(seen)) else seen


def _leads(row: Row, front: Front) -> bool:
    """Whether the row says the title, the date or the byline and nothing else: they aren't repeated in the body."""
    if row in front.title_rows:
        return True
    says_date = front.published_raw is not None and front.published_raw in row.text
    return row.page == 1 and ((says_date and len(row.text.split()) < 12) or bool(read_head_line(row.text)))


def _authors(byline: str | None) -> tuple[Author, ...]:
    if byline is None:
        return ()
    return read_byline(byline, led=False, stated=True)


def _evidence(pdf: Pdf, front: Front, has_text: bool) -> dict[str, str]:
    evidence = dict(front.evidence or {})
    if pdf.pages:
        evidence["pages"] = str(pdf.pages)
    if has_text:
        evidence["text"] = f"pdf text{f'; {pdf.trouble}' if pdf.trouble else ''}"
    else:
        evidence["text"] = f"none: {pdf.trouble or 'the PDF holds no text'}"
    return evidence
