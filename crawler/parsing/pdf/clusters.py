"""A page whose letters stand in clusters, as in Hindi, Thai or Khmer -> its text page with each of them once. Pure.

Browsers and word processors say in an ActualText what several glyphs mean together (PDF 2.0, 14.9.4). PDFium has the
glyphs in order of their place, says the text again after each that another cluster parts from the first, and takes
the first alone for its width: it sees gaps within words.
"""

import ctypes
import re
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from crawler.parsing.pdf.letters import Letters, address_of

NO_SPACE = "\x00"                            # in the place of a space that divides no words
_CLUSTERED = re.compile("[\u0900-\u109f\u1780-\u17ff]")
_GAP = re.compile(r"(?<=[^ \n]) (?=[^ \n])")
_MOST_GLYPHS = 20_000                        # of a page: PDFium looks for each that goes through all that are there
_SPACED = 0.2                                # of the type size: what stands so far apart is two words


@dataclass(slots=True)
class _Cluster:
    """The glyphs of one ActualText."""

    glyphs: list[pdfium_c.FPDF_PAGEOBJECT] = field(default_factory=list)
    right: float = 0.0


def is_clustered(text: str) -> bool:
    """Whether letters of a script of clusters are in the text."""
    return not text.isascii() and _CLUSTERED.search(text) is not None


def without_copies(page: pdfium.PdfPage) -> dict[int, float]:
    """Leave of each cluster of the page the glyph that says it; where those of several end, by their first glyph.

    A page of more glyphs than a reader could read stays as it is.
    """
    ends: dict[int, float] = {}
    if pdfium_c.FPDFPage_CountObjects(page) > _MOST_GLYPHS:
        return ends
    for cluster in _clusters(page):
        ends[address_of(cluster.glyphs[0])] = cluster.right
        for glyph in cluster.glyphs[1:]:
            pdfium_c.FPDFPage_RemoveObject(page, glyph)
    return ends


def without_gaps(letters: Letters) -> str:
    """The text of the page without the spaces that PDFium sees after clusters that end where the next one begins."""
    signs = list(letters.text)
    for gap in _GAP.finditer(letters.text):
        at = gap.start()
        if address_of(letters.glyph(at - 1)) in letters.ends and (
                letters.box(at + 1)[0] - letters.box(at - 1)[2] < _SPACED * letters.points(at - 1)):
            signs[at] = NO_SPACE
    return "".join(signs)


def _clusters(page: pdfium.PdfPage) -> list[_Cluster]:
    clusters: list[_Cluster] = []
    last = None
    bounds = [ctypes.c_float() for _ in range(4)]
    for at in range(pdfium_c.FPDFPage_CountObjects(page)):
        glyph = pdfium_c.FPDFPage_GetObject(page, at)
        mark = _mark_that_says(glyph)
        if mark is not None:
            if mark != last:
                clusters.append(_Cluster())
            pdfium_c.FPDFPageObj_GetBounds(glyph, *bounds)
            clusters[-1].glyphs.append(glyph)
            clusters[-1].right = max(clusters[-1].right, bounds[2].value)
        last = mark
    return clusters


def _mark_that_says(glyph: pdfium_c.FPDF_PAGEOBJECT) -> int | None:
    """The marked content with an ActualText that the glyph belongs to."""
    for at in range(pdfium_c.FPDFPageObj_CountMarks(glyph)):
        mark, size = pdfium_c.FPDFPageObj_GetMark(glyph, at), ctypes.c_ulong()
        if pdfium_c.FPDFPageObjMark_GetParamStringValue(mark, b"ActualText", None, 0, size):
            return address_of(mark)
    return None
