"""Answers come packed; what was cut short is no answer, and what is too large is given up on the way."""

import gzip
import random
import sys
import zlib
from contextlib import suppress

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy.exceptions import IgnoreRequest, ResponseDataLossError

from crawler.middlewares.unpacking import unpack

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

WORDS = [word.encode() for word in "tariff budget climate reform council treaty border pension".split()]
PAGE = b" ".join(random.Random(1).choices(WORDS, k=60_000))


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


WAYS = {"gzip": gzip.compress, "x-gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress,
        "zstd": zstd.compress, "raw": raw_deflate}


def unpacked(body: bytes, way: str, most_bytes: int = 0) -> bytes:
    return unpack(body, "deflate" if way == "raw" else way, most_bytes)


@pytest.mark.parametrize("way", WAYS)
def test_every_way_gives_the_page_back(way: str) -> None:
    assert unpacked(WAYS[way](PAGE), way) == PAGE
    assert unpacked(WAYS[way](b""), way) == b""
    assert unpacked(b"", way) == b""


@pytest.mark.parametrize("way", ["gzip", "x-gzip"])
def test_what_calls_itself_gzip_may_be_packed_otherwise_or_not_at_all(way: str) -> None:
    assert unpacked(brotli.compress(PAGE), way) == PAGE
    assert unpacked(b'{"no": "packing"}', way) == b'{"no": "packing"}'


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_page_that_was_cut_short_is_an_error(way: str, share: float) -> None:
    body = WAYS[way](PAGE)
    with pytest.raises(ResponseDataLossError):
        unpacked(body[:int(len(body) * share)], way)


@pytest.mark.parametrize("way", WAYS)
def test_too_much_is_given_up(way: str) -> None:
    body = WAYS[way](b" " * (8 << 20))
    with pytest.raises(IgnoreRequest, match="DOWNLOAD_MAXSIZE"):
        unpacked(body, way, 1 << 20)


def test_several_members_and_frames_are_one_page() -> None:
    half = len(PAGE) // 2
    for way in ("gzip", "zstd"):
        assert unpacked(WAYS[way](PAGE[:half]) + WAYS[way](PAGE[half:]), way) == PAGE


def test_zeros_behind_gzip_are_left_out() -> None:
    assert unpacked(gzip.compress(PAGE) + bytes(512), "gzip") == PAGE


def test_what_is_not_packed_is_taken_as_it_is() -> None:
    assert unpack(b"<html><p>plain</p></html>", "gzip", 0) == b"<html><p>plain</p></html>"


@given(st.binary(max_size=300), st.sampled_from(["gzip", "deflate", "br", "zstd"]),
       st.sampled_from([b"", b"\x1f\x8b\x08"]))
def test_any_bytes_give_bytes_or_a_named_error(body: bytes, encoding: str, start: bytes) -> None:
    with suppress(ResponseDataLossError, IgnoreRequest):
        assert isinstance(unpack(start + body, encoding, 1 << 20), bytes)


def test_a_page_whose_check_sum_is_missing_is_whole() -> None:
    page = b"<html><body>" + PAGE + b"</body></html>\n"
    assert unpacked(gzip.compress(page)[:-8], "gzip") == page


@pytest.mark.parametrize("said", ["gzip", "br", "zstd", "deflate"])
def test_an_answer_is_unpacked_by_what_it_is(said: str) -> None:
    page = b"<!DOCTYPE html><html>" + PAGE
    assert unpacked(page, said) == unpacked(gzip.compress(page), said) == unpacked(zstd.compress(page), said) == page
