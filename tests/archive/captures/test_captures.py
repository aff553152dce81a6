import gzip
import os
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from archive.captures import Damaged, Place, Visit, captures_of, digest_of, read_checked
from archive.captures.blobs import BlobCaptures, load_captures
from archive.captures.warc import OPEN, WarcCaptures
from archive.database import Archive, open_archive
from archive.errors import FellShort, WrongUse
from archive.records import Page
from archive.store import keep, mark_seen, start_run
from archive.store.raw import load_body
from tests.archive.making import LATER, NOON, new_archive, publication, reading, rejection

AT = "2026-03-05T12:00:00Z"
RUN = 1


def page(number: int = 1, **fields: object) -> Page:
    whole = Page(source="", url=f"https://institute.example/{number}?q=é", status=200, fetched_at=NOON,
                 headers={"content-type": "text/html; charset=utf-8", "content-length": "7"},
                 body=f"<p>Page {number}\r\n\r\nis here</p>".encode() * 20, request_headers={"user-agent": "test"})
    return replace(whole, **fields)  # type: ignore[arg-type]


def write(captures: WarcCaptures, one: Page) -> Place:
    return captures.write(one, digest_of(one.body), AT)


def records(folder: Path) -> list[tuple[str, str | None, bytes]]:
    """Type, address and payload of every record, as warcio reads them, with all digests checked."""
    found = []
    for path in sorted(folder.glob("*.warc.gz")):
        with path.open("rb") as file:
            found += [(record.rec_type, record.rec_headers.get_header("WARC-Target-URI"),
                       record.content_stream().read()) for record in ArchiveIterator(file, check_digests="raise")]
    return found


@pytest.mark.parametrize("kind", ["warc", "database"])
def test_page_comes_back_byte_for_byte(tmp_path: Path, kind: str) -> None:
    captures = captures_of(tmp_path / "archive.db", kind)
    places = [captures.write(page(number), digest_of(page(number).body), AT) for number in (1, 2, 3)]
    captures.flush()
    back = [read_checked(captures, place, digest_of(page(number).body)) for number, place in enumerate(places, 1)]
    captures.close()
    assert [one.body for one in back] == [page(number).body for number in (1, 2, 3)]
    assert back[1].url == page(2).url
    assert back[1].headers["content-type"] == "text/html; charset=utf-8"


def test_warcio_reads_request_and_response(tmp_path: Path) -> None:
    captures = WarcCaptures(tmp_path / "a.warc")
    write(captures, page())
    captures.close()
    assert [(kind, url) for kind, url, _ in records(tmp_path / "a.warc")] == [
        ("warcinfo", None), ("response", page().url), ("request", page().url)]
    assert records(tmp_path / "a.warc")[1][2] == page().body


def test_body_that_was_compressed_on_the_way_is_marked_as_plain(tmp_path: Path) -> None:
    captures = WarcCaptures(tmp_path / "a.warc")
    coded = page(headers={"content-encoding": "gzip", "transfer-encoding": "chunked"})
    place = write(captures, coded)
    captures.close()
    assert records(tmp_path / "a.warc")[1][2] == page().body
    assert captures.read(place).headers == coded.headers


def test_file_from_disk_is_a_resource(tmp_path: Path) -> None:
    captures = WarcCaptures(tmp_path / "a.warc")
    place = write(captures, Page.from_bytes(b"%PDF", url="https://a.example/x.pdf", content_type="application/pdf"))
    assert captures.read(place).content_type == "application/pdf"
    captures.close()
    assert [kind for kind, _, _ in records(tmp_path / "a.warc")] == ["warcinfo", "resource"]


def test_header_that_breaks_the_line_can_forge_no_record(tmp_path: Path) -> None:
    captures = WarcCaptures(tmp_path / "a.warc")
    write(captures, page(url="https://a.example/\r\nWARC-Type: forged", headers={"x": "a\r\n\r\nforged"}))
    captures.close()
    assert records(tmp_path / "a.warc")[1][2] == page().body


def test_unchanged_page_is_a_revisit(tmp_path: Path) -> None:
    captures = WarcCaptures(tmp_path / "a.warc")
    write(captures, page())
    captures.write_revisit(page(), digest_of(page().body), "2026-03-06T12:00:00Z", Visit(page().url, AT))
    captures.close()
    assert [kind for kind, _, _ in records(tmp_path / "a.warc")][-1] == "revisit"


def test_full_file_is_followed_by_the_next(tmp_path: Path) -> None:
    captures = WarcCaptures(tmp_path / "a.warc", rotate_bytes=600)
    places = [write(captures, page(number)) for number in range(5)]
    captures.close()
    assert len({place.file for place in places}) > 1
    assert sum(kind == "response" for kind, _, _ in records(tmp_path / "a.warc")) == 5


def test_file_being_written_does_not_look_finished(tmp_path: Path) -> None:
    captures = WarcCaptures(tmp_path / "a.warc")
    place = write(captures, page())
    assert not list((tmp_path / "a.warc").glob("*.warc.gz"))
    assert captures.read(place).body == page().body
    captures.close()


def test_half_record_of_a_killed_process_is_cut_off(tmp_path: Path) -> None:
    folder = tmp_path / "a.warc"
    captures = WarcCaptures(folder)
    place = write(captures, page(1))
    assert captures._file is not None
    captures._file.write(gzip.compress(b"WARC/1.1\r\n" * 100)[:40])
    captures._file.close()                                     # as when the process dies
    follower = WarcCaptures(folder)
    write(follower, page(2))
    follower.close()
    assert [url for kind, url, _ in records(folder) if kind == "response"] == [page(1).url, page(2).url]
    assert follower.read(place).body == page(1).body


@pytest.mark.parametrize("zeros", [0, 300], ids=["short", "zeros"])
def test_of_a_file_that_a_power_cut_left_short_the_whole_records_stay(tmp_path: Path, zeros: int) -> None:
    folder = tmp_path / "a.warc"
    captures = WarcCaptures(folder)
    places = [write(captures, page(number)) for number in range(3)]
    assert captures._file is not None
    captures._file.truncate(places[2].offset + 20)
    captures._file.truncate(places[2].offset + 20 + zeros)
    captures._file.close()
    ends = {places[2].file: places[2].offset + places[2].length}
    follower = WarcCaptures(folder, known_end=lambda file: ends.get(file, 0))
    assert not follower.holds(places[2], digest_of(page(2).body))
    write(follower, page(9))
    follower.close()
    assert [url for kind, url, _ in records(folder) if kind == "response"] == [page(one).url for one in (0, 1, 9)]
    assert [follower.holds(place, "") for place in places] == [True, True, False]


def test_file_never_takes_the_name_of_one_that_was_lost(tmp_path: Path) -> None:
    captures = WarcCaptures(tmp_path / "a.warc")
    lost = write(captures, page(1))
    captures.close()
    captures.folder.rename(tmp_path / "elsewhere")
    ends = {lost.file: lost.offset + lost.length}
    follower = WarcCaptures(captures.folder, known_end=lambda file: ends.get(file, 0))
    place = write(follower, page(2))
    follower.close()
    assert place.file != lost.file
    assert not follower.holds(lost, digest_of(page(1).body))


def test_file_of_a_living_process_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "a.warc"
    first, second = WarcCaptures(folder), WarcCaptures(folder)
    write(first, page(1))
    write(second, page(2))
    assert len(list(folder.glob(f"*{OPEN}"))) == 2
    write(first, page(3))
    first.close()
    second.close()
    assert sum(kind == "response" for kind, _, _ in records(folder)) == 3


def test_process_killed_while_writing_leaves_only_whole_records(tmp_path: Path) -> None:
    program = f"""
import os
from pathlib import Path
from archive.captures import digest_of
from archive.captures.warc import WarcCaptures
from tests.archive.captures.test_captures import page
captures = WarcCaptures(Path({str(tmp_path / 'a.warc')!r}))
for number in range(50):
    captures.write(page(number), digest_of(page(number).body), {AT!r})
os.kill(os.getpid(), 9)
"""
    subprocess.run([sys.executable, "-c", program], check=False)
    follower = WarcCaptures(tmp_path / "a.warc")
    follower._open_next(AT)
    follower.close()
    assert sum(kind == "response" for kind, _, _ in records(tmp_path / "a.warc")) == 50


def test_full_disk_leaves_no_half_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    captures = WarcCaptures(tmp_path / "a.warc")
    write(captures, page(1))
    file = captures._file
    assert file is not None

    class Full(BytesIO):
        def write(self, data: object) -> int:
            return file.write(bytes(data)[:10])  # type: ignore[call-overload]

        def truncate(self, size: int | None = None) -> int:
            return file.truncate(size)

    with monkeypatch.context() as patch:
        patch.setattr(captures, "_file", Full())
        with pytest.raises(FellShort, match="what was kept before is safe"):
            write(captures, page(2))
    file.seek(0, os.SEEK_END)
    write(captures, page(3))
    captures.close()
    assert [url for kind, url, _ in records(tmp_path / "a.warc") if kind == "response"] == [page(1).url, page(3).url]


@pytest.mark.parametrize("kind", ["warc", "database"])
def test_bytes_that_were_tampered_with_are_noticed(tmp_path: Path, kind: str) -> None:
    captures = captures_of(tmp_path / "archive.db", kind)
    place = captures.write(page(), digest_of(page().body), AT)
    with pytest.raises(Damaged, match="is not the one that was fetched"):
        read_checked(captures, place, digest_of(b"other"))
    captures.close()


def test_damaged_record_is_named(tmp_path: Path) -> None:
    captures = WarcCaptures(tmp_path / "a.warc")
    place = write(captures, page())
    captures.close()
    path = tmp_path / "a.warc" / place.file
    data = bytearray(path.read_bytes())
    data[place.offset + place.length // 2] ^= 0xFF
    path.write_bytes(data)
    with pytest.raises(Damaged, match=f"{place.file} at {place.offset}"):
        read_checked(captures, place, digest_of(page().body))


@pytest.mark.parametrize("record", [
    b"hello", b"WARC/1.1\r\nWARC-Type: response\r\nContent-Length: abc\r\n\r\nHTTP/1.1 200 OK\r\n\r\nx",
    b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: http://a/\r\nContent-Length: 8\r\n\r\nHTTP\r\n\r\nx",
    b"WARC/1.1\r\nWARC-Type: resource\r\nContent-Length: 1\r\n\r\nx"])
def test_whole_record_that_is_no_page_is_damaged(tmp_path: Path, record: bytes) -> None:
    packed = gzip.compress(record)
    (tmp_path / "a.warc").mkdir()
    (tmp_path / "a.warc" / "a.gz").write_bytes(packed)
    with pytest.raises(Damaged, match=r"a\.gz at 0 is damaged"):
        WarcCaptures(tmp_path / "a.warc").read(Place("a.gz", 0, len(packed)))


@pytest.mark.parametrize("place", [Place("../../etc/passwd", 0, 9), Place("a.gz", -5, 9), Place("a.gz", 0, -1)])
def test_place_outside_is_damaged(tmp_path: Path, place: Place) -> None:
    with pytest.raises(Damaged, match="is no place in"):
        WarcCaptures(tmp_path / "a.warc").read(place)


def test_captures_database_that_is_broken_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.captures.db"
    path.write_bytes(b"no database at all" * 1000)
    captures = BlobCaptures(path)
    with pytest.raises(Damaged, match="bring it back from a backup"):
        captures.read(Place(path.name, 1, 1))
    with pytest.raises(WrongUse, match="not an SQLite database"):
        captures.write(page(), digest_of(page().body), AT)
    path.unlink()
    captures.write(page(), digest_of(page().body), AT)
    captures.close()
    assert BlobCaptures(path).read(Place(path.name, 1, 1)).body == page().body


def test_lost_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Damaged, match="is missing"):
        WarcCaptures(tmp_path / "a.warc").read(Place("gone.warc.gz", 0, 10))


@pytest.mark.parametrize("kind", ["warc", "database"])
def test_kept_reading_gives_its_bytes_back(tmp_path: Path, kind: str) -> None:
    with open_archive(tmp_path / "archive.db", create=True, captures=kind) as archive:  # type: ignore[arg-type]
        run = start_run(archive, "crawl", at=NOON)
        keep(archive, reading(publication(), body=b"<p>bytes</p>"), run)
        keep(archive, reading(rejection(2)), run)
    with open_archive(archive.path, read_only=True) as again:
        assert load_body(again, 1) == b"<p>bytes</p>"


def test_page_seen_again_is_stored_once(archive: Archive) -> None:
    keep(archive, reading(publication()), RUN)
    keep(archive, reading(publication(), at=LATER), RUN)
    mark_seen(archive, publication().url, RUN, at=LATER)
    archive.close()
    assert [kind for kind, _, _ in records(archive.path.with_suffix(".warc"))] == [
        "warcinfo", "response", "request", "revisit", "revisit"]


def test_page_not_modified_is_replayed_as_it_was(archive: Archive) -> None:
    keep(archive, reading(publication(), url="https://institute.example/a"), RUN)
    mark_seen(archive, publication().url, RUN, at=LATER)
    archive.close()
    [path] = archive.path.with_suffix(".warc").glob("*.warc.gz")
    with path.open("rb") as file:
        *_, revisit = list(ArchiveIterator(file))
    assert revisit.http_headers is None                 # a 304 of its own is what replay would send
    assert revisit.rec_headers.get_header("WARC-Refers-To-Target-URI") == "https://institute.example/a"


def test_archive_keeps_captures_where_it_always_did(tmp_path: Path) -> None:
    archive, _ = new_archive(tmp_path)
    archive.close()
    with pytest.raises(WrongUse, match="--captures database"):
        open_archive(archive.path, captures="database")


def test_a_database_gives_all_its_pages_and_visits_in_the_order_of_their_times(tmp_path: Path) -> None:
    captures, path = BlobCaptures(tmp_path / "a.captures.db"), tmp_path / "a.captures.db"
    captures.write(page(1), digest_of(page(1).body), "2026-03-05T12:00:00Z")
    captures.write(page(2), digest_of(page(2).body), "2026-03-07T12:00:00Z")
    captures.write_revisit(page(1), digest_of(page(1).body), "2026-03-06T12:00:00Z", Visit(page(1).url, AT))
    captures.close()
    found = [(one.url, one.fetched_at.day, one.body) for one in load_captures(path)
             if isinstance(one, Page) and one.fetched_at is not None]
    assert found == [(page(1).url, 5, page(1).body), (page(1).url, 6, page(1).body), (page(2).url, 7, page(2).body)]
