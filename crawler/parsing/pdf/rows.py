"""Bytes of a PDF -> the rows of text on its pages, and its metadata. Pure.

A report of 200 pages takes some tenths of a second.
"""

import ctypes
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from crawler.parsing.pdf.child import Unbounded, values_of
from crawler.parsing.pdf.clusters import is_clustered, without_copies, without_gaps
from crawler.parsing.pdf.letters import Letters, turns_of
from crawler.parsing.pdf.lines import Row, rows_on

MOST_BYTES = 100_000_000
MOST_PAGES = 5_000
MOST_CHARACTERS = 10_000_000
LEAST_CHARACTERS = 1_000_000
MOST_UNPACKED = 30            # characters a byte of the file, beyond those; where there are more, pages say the same
PLACEHOLDER = 120             # words: a page that asks for another program to be shown says no more
A_ROW = 20                    # characters that a row counts for, beside its own: its place takes memory, too


@dataclass(frozen=True, slots=True)
class Pdf:
    """What is in the file; `trouble` says why there is no text, or not all of it."""

    rows: tuple[Row, ...] = ()
    pages: int = 0
    metadata: Mapping[str, str] | None = None
    language: str | None = None
    trouble: str | None = None
    stands_for: str | None = None     # what the file holds that its pages don't show


def read_rows(body: bytes) -> Pdf:
    """The rows of a PDF in the order of the file; never raises for what is wrong with the file, but says it."""
    if len(body) > MOST_BYTES:
        return Pdf(trouble=f"the PDF has {len(body):,} bytes; more than {MOST_BYTES:,} are not read")
    whole, rows, trouble, read = Pdf(), [], None, 0
    try:
        for read, part in enumerate(values_of(partial(_parts, body))):
            whole = whole if read else part
            rows += part.rows
            trouble = part.trouble or trouble
    except Unbounded as error:
        after = f"the text is cut after page {read} of {whole.pages}: the next page" if whole.pages else "the PDF"
        trouble = f"{after} {error}"
    if whole.stands_for is not None and _asks_for_adobe(rows):
        rows, trouble = [], whole.stands_for
    if not rows and trouble is None:
        trouble = "the PDF holds no text, only pictures (scanned)" if whole.pages else "the PDF has no pages"
    return replace(whole, rows=tuple(rows), trouble=trouble)


def _asks_for_adobe(rows: Sequence[Row]) -> bool:
    """Whether the pages say nothing but which program shows the document."""
    text = " ".join(row.text for row in rows)
    return len(text.split()) <= PLACEHOLDER and ("Adobe" in text or "Acrobat" in text)


def _parts(body: bytes) -> Iterator[Pdf]:
    """First all but the rows, then page after page, as far as that on which more is reached than can be meant."""
    try:
        document = pdfium.PdfDocument(body)
    except pdfium.PdfiumError as error:
        yield Pdf(trouble=_reason(body, str(error)))
        return
    pages, read, most = len(document), 0, min(MOST_CHARACTERS, LEAST_CHARACTERS + MOST_UNPACKED * len(body))
    stated = document.get_metadata_dict(skip_empty=True)
    yield Pdf((), pages, {key: value.strip() for key, value in stated.items() if value.strip()}, _language(document),
              stands_for=_stands_for(document))
    for number in range(1, pages + 1):
        if number > MOST_PAGES or read > most:
            yield Pdf(trouble=f"the text is cut after page {number - 1} of {pages}")
            return
        try:
            rows, signs = _read_page(document, number)
        except pdfium.PdfiumError as error:
            yield Pdf(trouble=f"page {number} of the PDF is broken ({error})")
            continue
        yield Pdf(tuple(rows))
        read += signs + A_ROW * len(rows)


def _read_page(document: pdfium.PdfDocument, number: int) -> tuple[list[Row], int]:
    """The rows of a page, and how many characters and objects it holds, shown or not."""
    page = document.get_page(number - 1)
    try:
        width, height = page.get_size()
        size = (height, width) if page.get_rotation() in {90, 270} else (width, height)     # as the letters' places go
        textpage = page.get_textpage()
        turns = turns_of(textpage)
        if page.get_rotation() != (upright := -90 * turns % 360):      # PDFium has rows in order as the page is shown
            page.set_rotation(upright)
            textpage = page.get_textpage()
        signs = textpage.count_chars() + pdfium_c.FPDFPage_CountObjects(page)
        letters = Letters(textpage, size, turns)
        if is_clustered(letters.text) and (ends := without_copies(page)):
            letters = Letters(page.get_textpage(), size, turns)
            letters.ends = ends
            letters.text = without_gaps(letters)
        return rows_on(letters, number), signs
    finally:
        page.close()


def _stands_for(document: pdfium.PdfDocument) -> str | None:
    """What the file holds that its pages don't show."""
    if pdfium_c.FPDF_GetFormType(document) == pdfium_c.FORMTYPE_XFA_FULL:
        return "the PDF is a form that only Adobe's programs show (XFA)"
    files = pdfium_c.FPDFDoc_GetAttachmentCount(document)
    return f"the PDF is a portfolio: {files} embedded file{'s' * (files > 1)}" if files > 0 else None


def _language(document: pdfium.PdfDocument) -> str | None:
    """The language the catalogue of the file states, BCP 47."""
    size = pdfium_c.FPDFCatalog_GetLanguage(document, None, 0)
    if size <= 2:
        return None
    buffer = ctypes.create_string_buffer(size)
    pdfium_c.FPDFCatalog_GetLanguage(document, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw[:size - 2].decode("utf-16-le", "replace").strip() or None


def _reason(body: bytes, error: str) -> str:
    if "password" in error.lower():
        return "the PDF is encrypted"
    if not body.rstrip().endswith(b"%%EOF"):
        return "the PDF is broken: its end is missing"
    return f"the PDF is broken ({error.rstrip('.')})"
