"""Rows of text -> the bytes of a small PDF (ISO 32000-1, Helvetica, western letters). Pure.

The sample site needs one PDF, the tests some; a library that writes them would be shipped for that alone.
"""

from collections.abc import Mapping, Sequence

WIDTH, HEIGHT, MARGIN = 595, 842, 72


def write_pdf(pages: Sequence[Sequence[tuple[str, float]]], info: Mapping[str, str] | None = None) -> bytes:
    """A PDF of pages, each a sequence of rows (text, font size in points; an empty text leaves a gap).

    >>> write_pdf([[("Dredging", 24)]], {"Title": "Dredging"})[:8]
    b'%PDF-1.4'
    """
    count = len(pages)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (en) >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, rows in enumerate(pages):
        content = _content(rows)
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {5 + 2 * number} 0 R "
                       "/Resources << /Font << /F1 3 0 R >> >> >>".encode())
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    entries = b" ".join(b"/%s (%s)" % (key.encode(), _escaped(value)) for key, value in (info or {}).items())
    objects.append(b"<< %s >>" % entries)
    return _assembled(objects)


def _content(rows: Sequence[tuple[str, float]]) -> bytes:
    drawn, top = [], float(HEIGHT - MARGIN)
    for text, points in rows:
        top -= points * 1.25
        if text:
            drawn.append(b"BT /F1 %g Tf %d %g Td (%s) Tj ET" % (points, MARGIN, top, _escaped(text)))
    return b"\n".join(drawn)


def _escaped(text: str) -> bytes:
    raw = text.encode("cp1252", "replace")
    return raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _assembled(objects: Sequence[bytes]) -> bytes:
    """Objects numbered from 1, the table of their places, and the trailer; the last object is the metadata."""
    body = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return body + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table) + (
        b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(objects), len(body)))
