"""Files on disk -> Pages: HTML, MHTML, text, PDF, WARC, ARC, WACZ, an archive's database of captures; folders of them.

In: paths as typed. Out, in a stable order: a `Page` for each page found, a `Trouble` for each file that can't be read,
so that one bad file never stops the rest. Bytes are read one file at a time; an archive of any size is streamed.
"""

import os
import re
import sys
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import quote, urljoin

from archive.captures.blobs import holds_captures, load_captures
from archive.errors import ArchiveError, WrongUse
from archive.outputs import is_database
from archive.records import Page, Publication, Rejection
from archive.urls import is_web_address
from crawler.intake.mime_pages import page_in_message
from crawler.intake.warc_pages import MOST_BYTES, load_warc
from crawler.packing import GZIP_START, CannotUnpack, TooLarge, unpack
from crawler.parsing import NO_HINTS, Hints, NotAPublication, ParseError, parse_page
from crawler.reading.page import rejection_of
from crawler.source import address_fault

READ = {".html": "text/html", ".htm": "text/html", ".xhtml": "application/xhtml+xml", ".txt": "text/plain",
        ".text": "text/plain", ".md": "text/plain", ".pdf": "application/pdf", ".warc": None, ".wacz": None,
        ".mhtml": None, ".mht": None, ".arc": None}
STDIN = Path("-")
_CAPTURES = ".captures.db"     # what an archive that keeps its pages in a database has beside it
_ZIP = b"PK\x03\x04"
_LOOKED_AT = 65_536
_TAG = re.compile(rb"<(?:link|meta)\b[^>]{0,600}>", re.IGNORECASE)
_SAYS_ADDRESS = re.compile(rb"""\brel\s*=\s*["']?canonical\b|\b(?:property|name)\s*=\s*["']?(?:og|savepage-)"""
                           rb""":?url\b""", re.IGNORECASE)
_ADDRESS = re.compile(rb"""(?:href|content)\s*=\s*["']?\s*(https?://[^\s"'<>]+)""", re.IGNORECASE)
# As browsers write it, and what saves a page as one file: "Page saved with … url: https://…".
_SAVED_FROM = re.compile(rb"<!--\s*(?:saved from url=\(\d+\)|page saved [^<>]{0,80}?\burl:\s*)(https?://[^\s>]+)",
                         re.IGNORECASE)
_REPLAYED = re.compile(r"https?://[^?#]+/\d{14}(?:[a-z]{2}_)?/(https?://.+)")     # as web archives show a page


@dataclass(frozen=True, slots=True)
class Trouble:
    """A file that gave no page, and why."""

    path: Path
    reason: str


def load_pages(paths: Sequence[Path], *, url: str | None = None, source: str = "",
               at: datetime | None = None) -> Iterator[Page | Trouble]:
    """The pages in the files and folders named; `at` is the time of reading, for files that don't tell theirs.

    The path `-` is standard input: one page. `url` is the address of a single file, or what a single folder was saved
    from. Without it a page's address is the one it states itself (canonical link, "saved from"), else the file's own.
    """
    if url is not None:
        url = checked_address(url)
        if len(paths) > 1:
            raise WrongUse("--url goes with one file or folder; name them one by one")
    for path in paths:
        if path == STDIN:
            body = sys.stdin.buffer.read()
            yield _page(body, path, None, url, source, at)
        elif path.is_dir():
            yield from _load_folder(path, url, source, at)
        else:
            yield from _load_file(path, url, source, at)


def checked_address(url: str) -> str:
    """A whole web address as typed, its scheme in small letters; WrongUse for any other text."""
    if fault := address_fault(url):
        raise WrongUse(fault)
    scheme, rest = url.split(":", 1)
    return f"{scheme.lower()}:{rest}"


def read_outcome(page: Page, hints: Hints = NO_HINTS) -> Publication | Rejection:
    """What the page publishes, or why it doesn't."""
    try:
        return parse_page(page, hints)
    except (NotAPublication, ParseError) as error:
        return rejection_of(page, error)


def _load_folder(folder: Path, url: str | None, source: str, at: datetime | None) -> Iterator[Page | Trouble]:
    found = 0
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        is_read = _suffix(path) in READ or path.name.endswith(_CAPTURES)
        if not path.is_file() or any(part.startswith(".") for part in inside.parts) or not is_read:
            continue
        if any(_is_of_page(folder / parent) for parent in inside.parents if parent.name):
            continue
        found += 1
        own = urljoin(url.rstrip("/") + "/", quote(os.fsencode(inside.as_posix()))) if url else None
        yield from _load_file(path, own, source, at)
    if not found:
        yield Trouble(folder, "no HTML, MHTML, text, PDF, WARC, ARC or WACZ file in this folder")


def _is_of_page(folder: Path) -> bool:
    """Whether a browser made the folder for the frames and pictures of a page that it saved beside it."""
    name = folder.name.removesuffix("_files")
    return name != folder.name and any(folder.with_name(f"{name}{ending}").is_file() for ending in (".html", ".htm"))


def _load_file(path: Path, url: str | None, source: str, at: datetime | None) -> Iterator[Page | Trouble]:
    try:
        if _suffix(path) == ".wacz":
            yield from _load_wacz(path, source)
        elif _suffix(path) in (".warc", ".arc"):
            with path.open("rb") as stream:
                yield from _told(path, load_warc(stream, source))
        elif is_database(path):
            yield from _load_database(path, source)
        elif path.stat().st_size > MOST_BYTES:
            yield Trouble(path, f"larger than {MOST_BYTES:,} bytes")
        else:
            yield _load_page(path, url, source, at)
    except ArchiveError as error:
        yield Trouble(path, str(error).removeprefix(f"{path}: "))
    except OSError as error:
        yield Trouble(path, (error.strerror or str(error)).lower())
    except TooLarge:
        yield Trouble(path, f"larger than {MOST_BYTES:,} bytes once unpacked")
    except (zipfile.BadZipFile, zlib.error, EOFError, CannotUnpack) as error:
        yield Trouble(path, f"damaged ({error})")


def _load_page(path: Path, url: str | None, source: str, at: datetime | None) -> Page | Trouble:
    body = path.read_bytes()
    if path.suffix.lower() == ".gz":
        if body and not body.startswith(GZIP_START):
            return Trouble(path, f"not a gzipped file ({body[:2]!r})")
        body = unpack(body, "gzip", MOST_BYTES)
    return _page(body, path, READ.get(_suffix(path)), url, source, at)


def _page(body: bytes, path: Path, kind: str | None, url: str | None, source: str,
          at: datetime | None) -> Page | Trouble:
    if not body.strip():
        return Trouble(path, "an empty file")
    if body.startswith(_ZIP):
        return Trouble(path, "a ZIP file, as office programs write: give what is in it as HTML, text or PDF")
    if saved := page_in_message(body):
        body, kind, url = saved.body, saved.content_type, url or saved.url
    own = "file:///dev/stdin" if path == STDIN else Path(os.path.abspath(path)).as_uri()    # noqa: PTH100 - without ".."
    return Page.from_bytes(body, url=url or _address_in(body) or own, content_type=kind, source=source, fetched_at=at)


def _load_database(path: Path, source: str) -> Iterator[Page | Trouble]:
    if not holds_captures(path):
        yield Trouble(path, "a database: if it is an archive, `policy-archive merge` brings it in")
        return
    yield from _told(path, load_captures(path, source))


def _address_in(body: bytes) -> str | None:
    """The address an HTML file says it has: where it was saved from, else canonical, else og:url; none of a replay."""
    head = body[:_LOOKED_AT]
    stated = [saved[1]] if (saved := _SAVED_FROM.search(head)) else []
    stated += [found[1].replace(b"&amp;", b"&")
               for tag in sorted(_TAG.findall(head), key=lambda tag: b"canonical" not in tag.lower())
               if _SAYS_ADDRESS.search(tag) and (found := _ADDRESS.search(tag))]
    return next((url for url in (_REPLAYED.sub(r"\1", text.decode("utf-8", "replace")) for text in stated)
                 if is_web_address(url)), None)


def _load_wacz(path: Path, source: str) -> Iterator[Page | Trouble]:
    with zipfile.ZipFile(path) as bundle:
        names = sorted(name for name in bundle.namelist() if name.startswith("archive/") and ".warc" in name)
        if not names:
            yield Trouble(path, "no WARC in this WACZ")
        for name in names:
            try:
                stream = bundle.open(name)
            except RuntimeError as error:           # it has a password, or is packed in a way that zipfile doesn't know
                yield Trouble(path, f"{name} can't be unpacked ({error})")
                continue
            with stream:
                yield from _told(path, load_warc(stream, source))


def _told(path: Path, found: Iterator[Page | str]) -> Iterator[Page | Trouble]:
    """The pages in a file of many, with what is said of those that can't be read."""
    return (Trouble(path, page) if isinstance(page, str) else page for page in found)


def _suffix(path: Path) -> str:
    """The suffix that tells the kind of file, lower case; "page.html.gz", "a.warc.zst" by the one before the last.

    A crawler that was killed, ours too, leaves "a.warc.gz.open".
    """
    name = path.name.lower()
    if ".warc." in name:
        name = name.removesuffix(".open")
    packed = name.endswith((".gz", ".warc.zst"))
    return Path(Path(name).stem if packed else name).suffix
