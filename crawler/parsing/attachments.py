"""Outline, claims and title -> the files that belong to the publication: the report's PDF, its data, slides. Pure.

A file belongs to it when the head says so, or when a link beside title or body offers it. A file that running text
merely cites is a link, and the site's brochure in footer or menu is neither.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from urllib.parse import parse_qsl, unquote

from archive.records import Attachment
from crawler.parsing.appearance import HEADINGS, INLINE
from crawler.parsing.body import Body
from crawler.parsing.choice import Choice
from crawler.parsing.claims import Claims
from crawler.parsing.file_titles import name_of_file, title_of_file
from crawler.parsing.file_types import media_type_of
from crawler.parsing.furniture.labels import list_kind
from crawler.parsing.json_ld import plain
from crawler.parsing.naming import COMMENTS
from crawler.parsing.outline import Outline
from crawler.parsing.publisher import publisher_host
from crawler.parsing.site import fold

MOST = 60                     # of one page; a page with more is a directory of files
_LONGEST_BOX = 20_000         # characters around a link that may still be nothing but the link
_OFFERS = re.compile(
    r"\bpdf\b|\bdownload|full (?:report|text|paper|study)|\b(?:epub|xlsx?|docx?|pptx?|csv|od[ts]|zip)\b|\bdataset|"
    r"\bexcel\b|\bslides\b|herunterladen|"
    r"télécharger|descargar|scarica|baixar|baixe|ladda ner|last ned|pobierz|"
    r"stáhnout|letöltés|скачать|indir|تحميل|下载|下載|"
    r"ダウンロード|다운로드", re.IGNORECASE)
_DOWNLOAD_PATH = re.compile(
    r"(?:^|/)(?:downloads?|files?|document_library|bitstream|pdf|attachment|viewdoc|getfile|downloadfile)(?:[/?.]|$)|"
    r"[?&](?:download|attachment|file|format=pdf)")           # of addresses in small letters, which takes a third
_FORMAT = re.compile(             # at the end of a link's text: "PDF", "Read the study (PDF, 2 MB)"
    r"(?:^|[\s(\[,–-])(?:pdf|excel|xlsx?|word|docx?|csv|epub|od[ts])(?:\W*\d[\d.,]*\s?[kmg]i?[bo])?\W*$",
    re.IGNORECASE)
_NAMELESS = re.compile(r"[^/]/[^./?#]+/?$")   # the end of an address that names no kind: "/documents/900/default/"
_PIECES_OF_FORMAT = 5         # of the text of such a link
_BESIDE = 20                  # characters beside such a link that tell its format and size
_LONGEST_LABEL = 30           # characters before the colon of a line of files
_ENDING, _LONGEST_ENDING = re.compile(r"[^\s.]\.[a-z]{3,5}$", re.IGNORECASE), 6          # of a file's name
_LONGEST_NAME = 160
_OPAQUE = re.compile(r"[?].*(?:file|atch|attach|down)|(?:file|down|attach)\w*[./?]")   # names no file
_MEDIA = re.compile(r"\.(?:mp[34]|m4[av]|og[gv]|wav|webm|mov|jpe?g|png|gif|webp|svg)(?![a-z0-9])", re.IGNORECASE)
_NOT_OWN = re.compile(
    rf"related|recommend|popular|(?<!__)footer|(?<![a-z])nav|menu|sidebar-nav|cookie|promo|newsletter|{COMMENTS}|breadcrumb")
_SITE_FILES = re.compile(
    r"brochure|privacy|terms(?!.{1,3}of.{1,3}ref)|cookie|annual[-_ ]?report|media[-_ ]?kit|"
    r"imprint|impressum|guidelines", re.IGNORECASE)
_BUTTON = re.compile(r"(?<![a-z])(?:button|btn|cta|download)(?![a-z])")
_FILE_LIST = re.compile(r"files|download|attachment|document|dateien|anlage|allegat|adjunt|annex|bijlage|jointes")
_FILE_HEADING = re.compile(
    r"file|download|attachment|do[ck]ument|material|resource|datei|anlage|allegat|adjunt|annex|bijlage|jointe|fichier|"
    r"archivo|arquivo|файл|документ|материал|文件|附件|资料|資料|파일|자료|ملف|وثائق", re.IGNORECASE)
_SITE_LINKS = re.compile(             # headings of links that stand on every page
    r"(?:useful|quick|important|external) links|liens utiles|enlaces (?:de interés|útiles)|nützliche links|"
    r"links úteis|link utili|handige links|nyttige (?:lenker|links)|nyttiga länkar|hyödylliset linkit|przydatne linki|"
    r"užitečné odkazy|hasznos linkek|полезные ссылки|корисні посилання|faydalı bağlantılar|χρήσιμοι σύνδεσμοι|"
    r"روابط (?:مفيدة|هامة)|קישורים שימושיים|उपयोगी लिंक|महत्वपूर्ण लिंक|"
    r"相关链接|相關連結|友情链接|リンク集|관련 ?(?:링크|사이트)",
    re.IGNORECASE)
_LONGEST_FILE_HEADING = 40    # characters of the heading of a box beside the text
_MOST_BELOW = 12              # lines between a heading and a link below it
_MOST_PIECES = 500            # of the text of a link that are read: one that is left open holds the rest of the page
_SEPARATE = frozenset({"nav", "footer", "header", "form"})


def find_attachments(
    outline: Outline, claims: Claims, body: Body, title: Choice[str | None], lifted: Collection[int]
) -> tuple[Attachment, ...]:
    """The files, those the head states first, then in the page's order, each address once.

    `lifted` are elements that hold other publications: related lists, ads.
    """
    found: dict[str, Attachment] = {}
    around = _region(outline, body, title)
    links = [*outline.all("a", within=around), *_in_boxes_beside(outline, around)]
    for attachment in (*_stated(outline, claims), *_embedded(outline, around, body.element),
                       *_linked(outline, links, body.element, title, lifted)):
        key = attachment.url.partition("?")[0] if media_type_of(attachment.url) else attachment.url
        if key not in found or (found[key].title is None and attachment.title):
            found[key] = attachment
        if len(found) == MOST:
            break
    return tuple(found.values())


def _stated(outline: Outline, claims: Claims) -> Iterator[Attachment]:
    absolute = outline.document.absolute
    for name in ("citation_pdf_url", "bepress_citation_pdf_url", "eprints.document_url", "wkhealth_pdf_url"):
        for value in claims.meta.get(name, ())[:3]:
            if url := absolute(value):
                yield Attachment(url, media_type_of(url) or "application/pdf")
    for key in ("encoding", "associatedMedia", "distribution"):
        stated = claims.resolved(claims.own.get(key))
        for node in stated if isinstance(stated, list) else [stated]:
            if isinstance(node, Mapping):
                yield from _of_node(outline, node)
    for tag in claims.link_tags:
        is_file = tag.rel == "alternate" and tag.media_type in ("application/pdf", "application/epub+zip")
        if is_file and (url := absolute(tag.href)):
            yield Attachment(url, tag.media_type, tag.title)


def _of_node(outline: Outline, node: Mapping[str, object]) -> Iterator[Attachment]:
    url = outline.document.absolute(plain(node.get("contentUrl") or node.get("url")))
    media_type = plain(node.get("encodingFormat") or node.get("fileFormat"))
    kind = media_type if media_type and "/" in media_type else media_type_of(url or "")
    if url and kind and not kind.startswith(("image/", "video/", "audio/", "text/html")):
        name = plain(node.get("name"))
        yield Attachment(url, kind, (name_of_file(name) or name) if name else None)


def _embedded(outline: Outline, around: int, body: int) -> Iterator[Attachment]:
    """Files that the page shows within itself, or through a viewer whose address holds theirs."""
    for i in outline.all("object", "embed", "iframe", within=around):
        held = outline.attributes[i]
        source = held.get("data") or held.get("src") or held.get("data-src") or ""
        if "pdf" not in source.lower() or _elsewhere(outline, i, body):
            continue
        for value in (source, *(value for _, value in parse_qsl(source.partition("#")[0].partition("?")[2]))):
            url = outline.document.absolute(value)
            if url and media_type_of(url) == "application/pdf":
                yield Attachment(url, "application/pdf", held.get("title") or None)


def _in_boxes_beside(outline: Outline, around: int) -> Iterator[int]:
    """The links to files outside the column of the text, below a heading that announces files: "Documents"."""
    links = outline.all("a")
    first, last = bisect_right(links, around), bisect_left(links, outline.ends[around])
    for i in (*links[:first], *links[last:]):
        if not (media_type_of(outline.attributes[i].get("href") or "") or _type_told(outline, i)):
            continue
        heading = _heading_above(outline, i)
        if heading and len(heading) <= _LONGEST_FILE_HEADING and _FILE_HEADING.search(heading) and not any(
                outline.tags[above] == "article" for above in outline.ancestors(i)):
            yield i


def _linked(outline: Outline, links: Iterable[int], body: int, title: Choice[str | None], lifted: Collection[int]
            ) -> Iterator[Attachment]:
    boxes = outline.outermost(lifted)
    key = {word for word in fold(title.value or "").split() if len(word) > 3}
    pdfs = {n for n, piece in enumerate(outline.pieces) if "PDF" in piece or "pdf" in piece}
    for i in links:
        href = outline.attributes[i].get("href") or ""
        low = href.lower()
        speaks = _speaks_of_files(low)
        typed = media_type_of(href) or _type_told(outline, i) or (
            _type_asked(href) if speaks and _OPAQUE.search(low) else None)
        told = typed or (speaks and _DOWNLOAD_PATH.search(low)) or _says_file(outline.attributes[i], href)
        if not told and not (
                outline.stops[i] - outline.starts[i] <= _PIECES_OF_FORMAT
                and ("?" in href or (pdfs and _says_pdf(outline, i, href, pdfs))) and _FORMAT.search(outline.text(i))):
            continue
        if _elsewhere(outline, i, body):
            continue
        url = outline.document.absolute(href)
        label = outline.attributes[i].get("title") or outline.attributes[i].get("aria-label") or ""
        start = outline.starts[i]
        text = outline.between(start, min(outline.stops[i], start + _MOST_PIECES)) or label.strip()
        place = bisect_right(boxes, i)
        if place and i < outline.ends[boxes[place - 1]] and not (typed and _in_file_list(outline, i, boxes[place - 1])):
            continue
        if url and _belongs(outline, i, url, text, label, key, typed=typed is not None):
            pdf = "application/pdf" if "pdf" in f"{href} {text} {label}".lower() else None
            yield Attachment(url, typed or pdf, title_of_file(outline, i))


def _type_told(outline: Outline, i: int) -> str | None:
    """The media type of a link that says the whole name of a file, whatever its address: "Annex 2.hwp"."""
    start, stop = outline.starts[i], outline.stops[i]
    if start == stop or "." not in outline.pieces[stop - 1].rstrip()[-_LONGEST_ENDING:]:
        return None                                    # nearly all links
    text = outline.text(i)
    return media_type_of(f"/{text}") if len(text) <= _LONGEST_NAME and _ENDING.search(text) else None


def _type_asked(href: str) -> str | None:
    """The media type of the file that a query names: "/download/71b2?filename=guide.pdf"."""
    return next((kind for _, value in parse_qsl(href.partition("#")[0].partition("?")[2])
                 if _ENDING.search(value) and (kind := media_type_of(f"/{value}"))), None)


def _speaks_of_files(low: str) -> bool:
    """Whether an address may be one that the patterns of downloads find; one by one, in a fifth of their time."""
    return ("file" in low or "down" in low or "atch" in low or "attach" in low or "pdf" in low
            or "document_library" in low or "bitstream" in low or "viewdoc" in low)


def _says_file(anchor: Mapping[str, str], href: str) -> bool:
    """Whether the mark-up of a link calls it a download, and it is no picture, sound or film."""
    return anchor.get("type") == "application/pdf" or ("download" in anchor and not _MEDIA.search(href))


def _says_pdf(outline: Outline, i: int, href: str, saying: set[int]) -> bool:
    """Whether a link to an address that names no kind of file says "PDF", as one of these pieces."""
    return not saying.isdisjoint(range(outline.starts[i], outline.stops[i])) and _NAMELESS.search(href) is not None


def _belongs(outline: Outline, i: int, url: str, text: str, label: str, key: set[str], *, typed: bool) -> bool:
    """Whether the link offers the file as the publication's own, rather than citing it."""
    run = outline.run_of(i)
    line = run.text if run is not None and len(run.text) <= len(text) + _BESIDE else ""          # "Report (PDF, 1 MB)"
    offered = any(_OFFERS.search(said) for said in (text, line, label))
    named = len(key & set(fold(f"{text} {unquote(url.rsplit('/', 1)[-1])}").split())) * 2 > len(key)
    if not named and (_SITE_FILES.search(url) or _is_below_others(outline, i)):
        return False
    if not typed or publisher_host(url) != publisher_host(outline.document.url):
        return offered and (named or not (_in_prose(outline, i) or _in_prose_box(outline, i)))
    return offered or named or not _in_prose(outline, i)


def _is_below_others(outline: Outline, i: int) -> bool:
    """Whether the last heading before the link announces other publications, and no files: "See also"."""
    heading = _heading_above(outline, i)
    return not _FILE_HEADING.search(heading) and (
        list_kind(heading) in ("related", "popular") or _SITE_LINKS.fullmatch(heading) is not None)


def _heading_above(outline: Outline, i: int) -> str:
    """The last heading a few lines before the link, or line that announces a list; "" where there is none."""
    place = outline.run_from(outline.starts[i])
    return next((run.text for run in reversed(outline.runs[max(place - _MOST_BELOW, 0):place])
                 if outline.tags[run.element] in HEADINGS or (not run.link_chars and list_kind(run.text))), "")


def _in_prose(outline: Outline, i: int) -> bool:
    """Whether most of the line around the link is no link, and says no more of the file than what it is."""
    run = outline.run_of(i)
    if run is None:
        return False
    label, colon, rest = run.text.partition(":")
    text = rest if colon and len(label) <= _LONGEST_LABEL else run.text              # "Available in: English, Français"
    return 2 * run.link_chars < len(name_of_file(text) or text)


def _in_prose_box(outline: Outline, i: int) -> bool:
    """Whether most of the box around the link is no link."""
    run = outline.run_of(i)
    if _BUTTON.search(outline.names[i]) and run is not None and run.link_chars >= len(run.text):
        return False
    block = next((above for above in outline.ancestors(i) if outline.tags[above] not in INLINE), i)
    if outline.size(block) > _LONGEST_BOX:
        return True
    text = outline.text(block)
    linked = max(len(outline.text(i)), sum(map(outline.size, outline.all("a", within=block))))      # a row of tools
    return linked * 2 < len(name_of_file(text) or text)


def _region(outline: Outline, body: Body, title: Choice[str | None]) -> int:
    """The smallest element around title and body, and one above: downloads stand beside the text.

    What stands beside the only article of a page is its own, too.
    """
    around = body.element if title.element is None else outline.around(body.element, title.element)
    for above in (around, *outline.ancestors(around)):
        if outline.tags[above] in ("main", "body") or (
                outline.tags[above] == "article" and len(outline.all("article")) > 1):
            return above
    return around


def _holds_files(outline: Outline, i: int) -> bool:
    """Whether all links of an element lead to files: related files are the publication's own."""
    links = outline.all("a", within=i)
    return len(links) <= MOST and all(media_type_of(outline.attributes[j].get("href") or "") for j in links)


def _in_file_list(outline: Outline, i: int, box: int) -> bool:
    """Whether the link stands in a list of files, named so, inside a box that offers other publications as well."""
    return any(above > box and _FILE_LIST.search(outline.names[above]) and _holds_files(outline, above)
               for above in outline.ancestors(i, 5))


def _of_article(outline: Outline, i: int) -> bool:
    """Whether an element is the foot or head of an article that bears the title, and not of the page."""
    return outline.tags[i] in ("footer", "header") and any(
        outline.tags[above] == "article" and outline.all("h1", within=above) for above in outline.ancestors(i))


def _elsewhere(outline: Outline, i: int, body: int) -> bool:
    """Whether a menu, a footer or a list of others stands around the link, short of what holds the body too."""
    own_files = False
    for above in outline.ancestors(i, 8):
        if outline.inside(body, above) and above != body:
            return False
        if outline.tags[above] in _SEPARATE and outline.ends[above] - above < 400 and not _of_article(outline, above):
            return True
        if outline.tags[above] != "body" and _NOT_OWN.search(outline.names[above]) and len(outline.names[above]) < 150:
            own_files = "related" in outline.names[above] and (own_files or _holds_files(outline, above))
            if not own_files:
                return True
    return False
