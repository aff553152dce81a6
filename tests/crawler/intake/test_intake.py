"""Files on disk become pages, whatever they are; a bad one never stops the others."""

import gzip
import os
import random
import re
import threading
import tracemalloc
import zipfile
import zlib
from datetime import UTC, datetime
from pathlib import Path

import brotli
import pytest
import zstandard

from archive.errors import WrongUse
from archive.records import Page
from crawler.intake import Trouble, load_pages
from crawler.sample.pdf_file import write_pdf

AT = datetime(2025, 8, 1, 12, tzinfo=UTC)
HTML = b"<html><head><title>Ports</title></head><body><p>Dredging</p></body></html>"


def warc(*pages: tuple[str, str, bytes, str], packed_at: float | None = None) -> bytes:
    """Response records as a crawler writes them, each its own gzip member, whose head tells when it was packed."""
    records = b""
    for url, content_type, body, status in pages:
        answer = f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n\r\n".encode() + body
        head = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-07-18T10:00:00Z\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n")
        records += gzip.compress(head.encode() + answer + b"\r\n\r\n", mtime=packed_at)
    return records


RECORDS = (("https://ports.example/a", "text/html", HTML, "200 OK"),
           ("https://ports.example/x.png", "image/png", b"P", "200 OK"),
           ("https://ports.example/gone", "text/html", HTML, "404 Not Found"),
           ("https://ports.example/b.pdf", "application/pdf", write_pdf([[("B", 20)]]), "200 OK"))


def load(*paths: Path, **options) -> list[Page | Trouble]:
    return list(load_pages(paths, at=AT, **options))


def write(folder: Path, name: str, body: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body)
    return path


def test_the_address_given_is_the_pages(tmp_path):
    [page] = load(write(tmp_path, "a.txt", b"A title"), url="https://ports.example/page.php?p=1")
    assert (page.url, page.content_type, page.fetched_at) == ("https://ports.example/page.php?p=1", "text/plain", AT)


def test_without_an_address_a_text_has_its_files(tmp_path):
    path = write(tmp_path, "a.txt", b"A title")
    assert load(path)[0].url == path.as_uri()


def test_a_file_has_one_address_however_its_path_is_written(tmp_path):
    path = write(tmp_path, "saved/a.txt", b"A title")
    assert load(tmp_path / "saved" / ".." / "saved" / "a.txt")[0].url == path.as_uri()


@pytest.mark.parametrize("head", [
    b'<link rel="canonical" href="https://ports.example/a">', b"<link href=https://ports.example/a rel=canonical>",
    b'<meta property="og:url" content="https://ports.example/a">',
    b"<!-- saved from url=(0024)https://ports.example/a -->",
    b"<!--\n Page saved with SingleFile \n url: https://ports.example/a \n saved date: Wed Mar 05 2025 -->",
    b'<meta name="savepage-url" content="https://ports.example/a">',
    b'<link rel="canonical" href="https://web.archive.example/web/20230405060708/https://ports.example/a">',
])
def test_without_an_address_a_page_has_the_one_it_states(tmp_path, head):
    assert load(write(tmp_path, "a.html", b"<html><head>" + head + b"</head></html>"))[0].url == "https://ports.example/a"


def test_a_folder_is_read_in_order_without_what_is_hidden(tmp_path):
    for name in ("b.html", "a.txt", "sub/c.htm", ".git/d.html", "style.css"):
        write(tmp_path, name, HTML)
    assert [page.url.rpartition("/")[2] for page in load(tmp_path)] == ["a.txt", "b.html", "c.htm"]


def test_a_folders_address_is_continued_by_the_files(tmp_path):
    write(tmp_path, "news/a b.html", HTML)
    assert load(tmp_path, url="https://ports.example/old")[0].url == "https://ports.example/old/news/a%20b.html"


@pytest.mark.parametrize(("name", "pack"), [
    ("a.warc.gz", bytes), ("a.warc", gzip.decompress),
    pytest.param("a.warc.gz", lambda records: gzip.compress(gzip.decompress(records)), id="compressed as a whole"),
    ("a.warc.zst", lambda records: zstandard.compress(gzip.decompress(records)))])
def test_a_warc_gives_its_answers_that_are_pages(tmp_path, name, pack):
    pages = load(write(tmp_path, name, pack(warc(*RECORDS))))
    assert [(page.url, page.fetched_at.hour) for page in pages] == [
        ("https://ports.example/a", 10), ("https://ports.example/b.pdf", 10)]


@pytest.mark.parametrize("share", [0.05, 0.5, 0.95])
@pytest.mark.parametrize("packed_at", [b"\0\0\0\0", b":a \t", b" \n\nb", b"\r\n\r\n", b"a b\n"], ids=repr)
def test_a_damaged_record_does_not_cost_the_others(tmp_path, share, packed_at):
    packed = {"packed_at": int.from_bytes(packed_at, "little")}      # moments that look like lines of a header
    first = warc(RECORDS[0], **packed)
    second = warc(("https://ports.example/b", "text/html", HTML * 50, "200 OK"), **packed)
    at = int(len(second) * share)
    damaged = second[:at] + b"XXXXXX" + second[at + 6:]
    found = load(write(tmp_path, "a.warc.gz", first + damaged + first))
    assert [type(one) for one in found if isinstance(one, Trouble) or one.url.endswith("/a")] == [Page, Trouble, Page]
    assert f"a damaged record at {len(first)} " in found[1].reason


def test_a_wacz_gives_the_pages_of_its_warcs(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.wacz", "w") as bundle:
        bundle.writestr("archive/data.warc.gz", warc(*RECORDS))
        bundle.writestr("datapackage.json", "{}")
    assert [page.url for page in load(tmp_path / "a.wacz")] == ["https://ports.example/a", "https://ports.example/b.pdf"]


def test_a_compressed_page_is_read(tmp_path):
    assert load(write(tmp_path, "a.html.gz", gzip.compress(HTML)))[0].body == HTML


@pytest.mark.parametrize(("name", "body", "reason"), [
    ("missing.html", None, "no such file or directory"), ("empty.html", b" \n", "an empty file"),
    ("a.html.gz", b"no gzip", "not a gzipped file (b'no')"), ("a.wacz", b"no zip", "damaged (File is not a zip file)"),
    ("a.warc", b"nonsense\r\n\r\n", "a damaged record at 0 "),
    ("a.warc", b"WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 2\r\n\r\nab\r\n\r\n",
     "a damaged record at 0 (its head is incomplete)"),
])
def test_a_bad_file_is_named_with_its_reason(tmp_path, name, body, reason):
    path = tmp_path / name
    if body is not None:
        path.write_bytes(body)
    [trouble] = load(path)
    assert (trouble.path, trouble.reason[:len(reason)]) == (path, reason)


def test_a_bad_file_does_not_stop_the_others(tmp_path):
    found = load(write(tmp_path, "a.html", b""), tmp_path / "none", write(tmp_path, "b.html", HTML))
    assert [type(one) for one in found] == [Trouble, Trouble, Page]


def test_a_folder_without_pages_is_trouble(tmp_path):
    assert isinstance(load(tmp_path)[0], Trouble)


def test_one_address_goes_with_one_file(tmp_path):
    with pytest.raises(WrongUse, match="--url goes with one file"):
        load(tmp_path / "a", tmp_path / "b", url="https://ports.example/")


def test_an_address_needs_its_scheme(tmp_path):
    with pytest.raises(WrongUse, match="write it with its scheme"):
        load(tmp_path / "a", url="ports.example/a")


def test_a_stated_address_that_cannot_be_read_is_passed_over(tmp_path):
    path = write(tmp_path, "a.html", b'<link rel="canonical" href="http://[::1"><meta property="og:url" '
                                     b'content="https://ports.example/a">')
    assert load(path)[0].url == "https://ports.example/a"


def test_a_record_of_an_address_that_cannot_be_read_is_named(tmp_path):
    path = write(tmp_path, "a.warc.gz", warc(("http://ports.example:99999/", "text/html", HTML, "200 OK"), RECORDS[0]))
    trouble, page = load(path)
    assert ("99999" in trouble.reason, page.url) == (True, "https://ports.example/a")


@pytest.mark.parametrize("body", [b"<p>no WARC at all", gzip.compress(b"<p>" * 100), gzip.compress(b"\0" * 20_000_000)],
                         ids=["a page", "a packed page", "a line without end"])
def test_a_file_without_a_record_is_told(tmp_path, body):
    tracemalloc.start()
    [trouble] = load(write(tmp_path, "a.warc.gz", body))
    assert ("record" in trouble.reason, tracemalloc.get_traced_memory()[1] < 60_000_000) == (True, True)
    tracemalloc.stop()


def test_a_length_beyond_all_numbers_does_not_cost_the_others(tmp_path):
    plain = gzip.decompress(warc(RECORDS[0]))
    huge = re.sub(rb"Content-Length: \d+", b"Content-Length: " + b"9" * 20, plain)
    assert [type(one) for one in load(write(tmp_path, "a.warc", huge + plain))] == [Trouble, Page]


@pytest.mark.parametrize(("written", "read"), [
    (b"2025-07-18T10:00:00", datetime(2025, 7, 18, 10, tzinfo=UTC)), (b"20 July", None),
    (b"0001-01-01T00:00:00Z", None), (b"0001-01-01T00:00:00+14:00", None), (b"9999-12-31T23:59:59-14:00", None)])
def test_a_record_without_a_proper_date_is_read(tmp_path, written, read):
    plain = gzip.decompress(warc(RECORDS[0])).replace(b"2025-07-18T10:00:00Z", written)
    assert load(write(tmp_path, "a.warc", plain))[0].fetched_at == read


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_a_record_that_the_file_cuts_short_is_no_page(tmp_path, name):
    long = warc(("https://ports.example/long", "text/html", random.Random(1).randbytes(5000), "200 OK"))
    whole = warc(RECORDS[0]) + long
    body = gzip.decompress(whole) if name == "a.warc" else whole
    page, trouble = load(write(tmp_path, name, body[:-2000]))
    assert (page.url, trouble.reason) == ("https://ports.example/a",
                                          "the record of https://ports.example/long is cut short")


def test_the_warc_of_a_crawl_that_was_killed_is_read(tmp_path):
    write(tmp_path, "a.warc.gz.open", warc(*RECORDS) + warc(RECORDS[0])[:-20])
    *pages, trouble = load(tmp_path)
    assert [page.url for page in pages] == ["https://ports.example/a", "https://ports.example/b.pdf"]
    assert isinstance(trouble, Trouble)


def test_a_damaged_record_of_a_plain_warc_does_not_cost_the_others(tmp_path):
    plain = gzip.decompress(warc(RECORDS[0]))
    found = load(write(tmp_path, "a.warc", plain + plain.replace(b"WARC/1.0", b"XXXX/1.0") + plain))
    assert [type(one) for one in found] == [Page, Trouble, Page]


def test_a_record_without_an_address_does_not_cost_the_others(tmp_path):
    whole = gzip.decompress(warc(RECORDS[0]))
    nameless = gzip.compress(whole.replace(b"WARC-Target-URI", b"WARC-Xarget-URI"))
    found = load(write(tmp_path, "a.warc.gz", warc(RECORDS[0]) + nameless + warc(RECORDS[0])))
    assert [type(one) for one in found] == [Page, Trouble, Page]


def test_damage_is_told_in_words_alone(tmp_path, capfd):
    first, second = warc(RECORDS[0]), warc(("https://ports.example/b", "text/html", random.Random(1).randbytes(90_000),
                                            "200 OK"))
    load(write(tmp_path, "a.warc.gz", first + second[:50_000] + b"XXXXXX" + second[50_006:] + first))
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(("name", "pack"), [("a.arc", bytes), ("a.arc.gz", gzip.compress)])
def test_the_forerunner_of_warc_is_read(tmp_path, name, pack):
    fields = b"1 0 Ports\nURL IP-address Archive-date Content-type Archive-length\n"
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + HTML
    head = f"filedesc://a.arc 0.0.0.0 20040305100000 text/plain {len(fields)}\n".encode() + fields + b"\n"
    record = f"http://ports.example/a 192.0.2.1 20040305100000 text/html {len(answer)}\n".encode() + answer + b"\n"
    (page,) = load(write(tmp_path, name, pack(head) + pack(record)))
    assert (page.url, page.body) == ("http://ports.example/a", HTML)
    assert page.fetched_at == datetime(2004, 3, 5, 10, tzinfo=UTC)


def test_a_status_that_is_no_number_is_passed_over(tmp_path):
    odd = ("https://ports.example/odd", "text/html", HTML, "odd")
    assert [page.url for page in load(write(tmp_path, "a.warc.gz", warc(odd, RECORDS[0])))] == ["https://ports.example/a"]


def test_a_name_that_is_no_text_has_an_address(tmp_path):
    (tmp_path / os.fsdecode(b"bad\xff.html")).write_bytes(HTML)
    assert load(tmp_path, url="https://ports.example/")[0].url == "https://ports.example/bad%FF.html"


def response(body: bytes, *headers: str) -> bytes:
    """A plain WARC of one answer, as other crawlers write it."""
    head = "\r\n".join(["HTTP/1.1 200 OK", "Content-Type: text/html", *headers, "", ""]).encode()
    return (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://ports.example/a\r\n"
            f"WARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2024-05-05T10:00:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(head) + len(body)}\r\n\r\n"
            ).encode() + head + body + b"\r\n\r\n"


def chunked(body: bytes) -> bytes:
    return b"".join(b"%x;x=y\r\n%s\r\n" % (len(piece), piece) for piece in (body[:100], body[100:])) + b"0\r\n\r\n"


@pytest.mark.parametrize(("body", "headers"), [
    (brotli.compress(HTML), ("Content-Encoding: br",)), (zstandard.compress(HTML), ("Content-Encoding: zstd",)),
    (gzip.compress(HTML, mtime=0), ("Content-Encoding: gzip",)), (zlib.compress(HTML), ("Content-Encoding: deflate",)),
    (chunked(HTML), ("Transfer-Encoding: chunked",)),
    (chunked(gzip.compress(HTML, mtime=0)), ("Transfer-Encoding: chunked", "Content-Encoding: gzip")),
    (gzip.compress(brotli.compress(HTML), mtime=0), ("Content-Encoding: br, gzip",)),
    (HTML, ("Transfer-Encoding: chunked",)), (HTML, ("Content-Encoding: br",)), (HTML, ("Content-Encoding: gzip",))])
def test_records_are_unpacked_as_far_as_they_are_packed(tmp_path, body, headers):
    page, = load(write(tmp_path, "a.warc", response(body, *headers)))
    assert page.body == HTML


def test_a_record_that_can_not_be_unpacked_costs_itself_alone(tmp_path):
    found = load(write(tmp_path, "a.warc", response(brotli.compress(HTML)[:-9], "Content-Encoding: br") +
                       response(HTML)))
    assert "can't be unpacked" in str(found[0])
    assert found[1].body == HTML


def test_a_pipe_is_read_whole(tmp_path):
    os.mkfifo(tmp_path / "pipe.html")
    writer = threading.Thread(target=(tmp_path / "pipe.html").write_bytes, args=(HTML,))
    writer.start()
    assert load(tmp_path / "pipe.html", url="https://ports.example/a")[0].body == HTML
    writer.join()


MHTML = b"""From: <Saved by Blink>
Snapshot-Content-Location: https://ports.example/papers/dredging
Subject: Ports
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----Part----"

------Part----
Content-Type: text/css
Content-Location: cid:style

p { color: red }
------Part----
Content-Type: text/html; charset=windows-1252
Content-Transfer-Encoding: quoted-printable
Content-Location: https://ports.example/papers/dredging

<html><head><title>Ports</title></head><body><p>Dredging costs 5=80 a=
 metre</p></body></html>
------Part------
"""


@pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
def test_a_page_that_a_browser_saved_in_one_file_is_read_with_its_address(tmp_path, ends):
    [page] = load(write(tmp_path, "a.mhtml", MHTML.replace(b"\n", ends)))
    assert (page.url, page.content_type) == ("https://ports.example/papers/dredging",
                                             "text/html; charset=windows-1252")
    assert b"<p>Dredging costs 5\x80 a metre</p>" in page.body
    assert load(tmp_path) == [page]


def test_a_text_that_begins_with_facts_is_no_message(tmp_path):
    text = b"Title: Ports\nDate: 2024\n\nMIME-Version: 1.0 is a line of this text."
    assert load(write(tmp_path, "a.txt", text))[0].body == text


def test_what_an_office_program_writes_is_named_and_not_read(tmp_path):
    [trouble] = load(write(tmp_path, "a.docx", b"PK\x03\x04" + HTML))
    assert isinstance(trouble, Trouble) and "ZIP" in trouble.reason


def test_frames_that_a_browser_saved_beside_a_page_are_no_pages(tmp_path):
    write(tmp_path, "Ports.htm", HTML)
    write(tmp_path, "Ports_files/frames/advert.html", HTML)
    write(tmp_path, "case_files/b.html", HTML)
    assert [Path(page.url).name for page in load(tmp_path)] == ["Ports.htm", "b.html"]
    assert len(load(tmp_path / "Ports_files")) == 1


def test_a_wacz_with_a_password_is_named(tmp_path):
    path = tmp_path / "a.wacz"
    with zipfile.ZipFile(path, "w") as bundle:
        bundle.writestr("archive/data.warc.gz", warc(RECORDS[0]))
    locked = path.read_bytes().replace(b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01")
    path.write_bytes(locked.replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01"))
    [trouble] = load(path)
    assert isinstance(trouble, Trouble) and "password" in trouble.reason


def test_a_packed_file_beyond_the_limit_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr("crawler.intake.MOST_BYTES", 1_000)
    monkeypatch.setattr("crawler.intake.warc_pages.MOST_BYTES", 1_000)
    for name, packed in (("a.html.gz", gzip.compress(b"<p>" * 10_000)),
                         ("a.warc.zst", zstandard.compress(b"WARC/1.1\r\n" * 100_000))):
        assert "larger than 1,000 bytes once unpacked" in str(load(write(tmp_path, name, packed))[0])


def test_a_letter_of_parts_in_parts_without_end_is_no_page(tmp_path):
    parts = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(3_000))
    assert load(write(tmp_path, "a.mhtml", f"MIME-Version: 1.0\n{parts}".encode()))
