"""A text page of PDFium -> where its letters stand, how large, and how their rows run. Pure."""

import ctypes
import re
from collections import Counter
from collections.abc import Mapping
from math import hypot, pi

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

_BOLD = re.compile(rb"(?i)bold|black|heavy|demi|[CS][MF](?:BX|SSBX)|[-,]bd")
_LONGEST_NAME = 100                          # of a font, bytes
_ASKED = 40                                  # letters of a page that tell how its rows run


def turns_of(textpage: pdfium.PdfTextPage) -> int:
    """By how many quarters, to the right, most letters of a page are turned."""
    count = textpage.count_chars()
    angles = [pdfium_c.FPDFText_GetCharAngle(textpage, at) for at in range(0, count, max(1, count // _ASKED))]
    turns = Counter(round(angle / (pi / 2)) % 4 for angle in angles if angle > 0)
    return next((turn for turn, often in turns.items() if 2 * often > len(angles)), 0)


def address_of(pointer: object) -> int:
    """What tells one of PDFium's things from another."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0      # type: ignore[arg-type]


class Letters:
    """The text of a page, in the order of the file, and where its letters stand, by their place in it."""

    def __init__(self, textpage: pdfium.PdfTextPage, size: tuple[float, float], turns: int) -> None:
        self.textpage = textpage
        self.text = textpage.get_text_range()
        self.same = textpage.count_chars() == len(self.text)
        self.size = size
        self.turns = turns
        self.ends: Mapping[int, float] = {}    # of what several glyphs draw together, by the first of them
        self._name = ctypes.create_string_buffer(_LONGEST_NAME)

    def _index(self, at: int) -> int:
        """PDFium's number for a letter; the text leaves out those without a meaning."""
        return at if self.same else max(0, pdfium_c.FPDFText_GetCharIndexFromTextIndex(self.textpage, at))

    def box(self, at: int) -> tuple[float, float, float, float]:
        """Left, bottom, right, top."""
        left, bottom, right, top = self.textpage.get_charbox(self._index(at), loose=True)
        if self.ends:
            right = max(right, self.ends.get(address_of(self.glyph(at)), right))
        width, height = self.size
        if self.turns == 1:                    # downwards
            return height - top, left, height - bottom, right
        if self.turns == 2:                    # upside down
            return width - right, height - top, width - left, height - bottom
        if self.turns == 3:                    # upwards
            return bottom, width - right, top, width - left
        return left, bottom, right, top

    def glyph(self, at: int) -> pdfium_c.FPDF_PAGEOBJECT:
        """What draws a letter, maybe with others."""
        return pdfium_c.FPDFText_GetTextObject(self.textpage, self._index(at))

    @property
    def is_hidden(self) -> bool:
        """Whether the letters lie unseen behind a picture of them, as programs that read scans put them."""
        first = next((at for at, sign in enumerate(self.text) if sign.isalpha()), 0)
        mode = pdfium_c.FPDFTextObj_GetTextRenderMode(self.glyph(first))
        return int(mode) == int(pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE)

    def is_bold(self, at: int) -> bool:
        """Whether the name of a letter's font says that it is bold."""
        size = pdfium_c.FPDFText_GetFontInfo(self.textpage, self._index(at), self._name, len(self._name), None)
        return 0 < size <= len(self._name) and _BOLD.search(self._name.value) is not None

    def points(self, at: int) -> float:
        """The size a letter is shown in; many files set all in size 1 and say in a matrix how large that is."""
        index, matrix = self._index(at), pdfium_c.FS_MATRIX()
        pdfium_c.FPDFText_GetMatrix(self.textpage, index, matrix)
        scale = hypot(matrix.c, matrix.d) or 1.0
        return round(float(pdfium_c.FPDFText_GetFontSize(self.textpage, index)) * scale, 1)
