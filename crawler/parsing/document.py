"""Page -> Document: bytes decoded, the tree built once, the base address known. Pure."""

from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin

from bs4.dammit import EncodingDetector
from lxml import etree

from archive.records import Page
from crawler.parsing.errors import ParseError


@dataclass(frozen=True, slots=True)
class Document:
    """A decoded page and its tree."""

    url: str                  # the page's own address
    base: str                 # what relative addresses stand on
    encoding: str
    root: etree._Element
    marked: bool = True       # whether it may hold microdata or RDFa

    def absolute(self, href: str | None) -> str | None:
        """The http(s) address meant by `href`, without fragment; None for anything else."""
        if not href:
            return None
        href = href.strip()
        if not href or href[0] == "#":
            return None
        try:
            url = urldefrag(urljoin(self.base, href)).url
        except ValueError:  # "http://[" and its like
            return None
        return url if url.startswith(("http://", "https://")) else None


def read_document(page: Page) -> Document:
    """The page's tree; raises ParseError where there is none."""
    declared = _charset_of(page.content_type)
    encoding, text = _decode(page.body, declared)
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.ParserError as error:
        raise ParseError(f"page: no markup to read ({error})") from error
    if root is None:
        raise ParseError("page: no markup to read")
    base = root.find(".//base[@href]")
    href = base.get("href") if base is not None else None
    return Document(url=page.url, base=urljoin(page.url, href or ""), encoding=encoding, root=root,
                    marked=" itemprop=" in text or " typeof=" in text)


def _charset_of(content_type: str) -> str | None:
    for part in content_type.split(";")[1:]:
        name, _, value = part.strip().partition("=")
        if name.lower() == "charset":
            return value.strip("\"' ") or None
    return None


def _decode(body: bytes, declared: str | None) -> tuple[str, str]:
    detector = EncodingDetector(body, known_definite_encodings=[declared] if declared else [], is_html=True)
    for encoding in detector.encodings:
        try:
            return encoding, detector.markup.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return "utf-8", body.decode("utf-8", "replace")
