"""Whatever is asked of whichever address, the answer is a page, never a fault of the reader's."""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.browse.safety import POLICY
from tests.archive.browse.sample import CHANGED_URL, HOSTILE_URL, uid

ODD = ["", "0", "-1", "99999999999999999999", "²", "٣", "\x00", "'", '"', "%", "%00", "\r\nX-Evil: 1", "🦊", "\u202e",
       "../..", "//evil.example", "2024", "2024-13", "2024-02-31", "9999-99-99", "levy", '"levy', "levy AND", "((((",
       "a NEAR/99999999999 b", "*", "-", "NOT", "source:", "from:abc", 'title:"', ":match", "?1", "1;select 1",
       "x" * 5000, "(" * 2000, "日本", "topic:Trade", "source:lantern", "lantern", "month", "inline", "oldest"]
WORDS = st.sampled_from(ODD) | st.text(max_size=12)
ADDRESSES = [
    "/", "/search", "/search.json", "/search.atom", "/search.csv", "/search.jsonl", "/search.bib", "/search.ris",
    "/sources", "/sources/{}", "/topics", "/topics/{}", "/authors", "/authors/{}", "/compare", "/questions",
    "/watches/{}.atom", "/-/health.json", "/-/reader/0/{}", "/read/{}", f"/read/{uid(CHANGED_URL)}/history",
    f"/read/{uid(HOSTILE_URL)}/original", f"/read/{uid(HOSTILE_URL)}/original/frame", "/read/{}/original/file",
    "/archive", "/archive.json", "/archive/publications", "/archive/publications.json", "/archive/publications/{}",
    "/archive/{}", "/archive/ranked_search", "/archive/output_by_month", "/{}", "/a/b/c/{}"]
NAMES = ["q", "source", "from", "to", "topic", "author", "type", "language", "sort", "page", "all", "a", "b", "by",
         "view", "revision", "sql", "query", "_size", "_sort", "_next", "_search", "_where", "_facet", "_nocol",
         "_shape"]
METHODS = ["GET"] * 8 + ["HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "FOO"]


@settings(max_examples=250, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(METHODS), st.sampled_from(ADDRESSES), WORDS,
       st.lists(st.tuples(st.sampled_from(NAMES), WORDS), max_size=4))
def test_no_request_makes_the_reader_fail(get: Callable[..., Any], method: str, address: str, word: str,
                                          parameters: list[tuple[str, str]]) -> None:
    path = address.format(quote(word, safe="", errors="ignore"))
    answer = get(f"{path}?{urlencode(parameters, errors='ignore')}", method=method)
    assert answer.status_code < 500 and answer.headers["x-content-type-options"] == "nosniff"
    assert "x-evil" not in answer.headers


@pytest.mark.parametrize("path", ["/a/b/c/d", "/nowhere", "/archive/nothing", "/read/0000000000000000",
                                  "/sources/nobody"])
def test_what_is_not_here_is_said_in_the_readers_face(get: Callable[..., Any], path: str) -> None:
    answer = get(path)
    assert answer.status_code == 404 and "<h1>Nothing is kept here</h1>" in answer.text


@pytest.mark.parametrize("path", ["/archive/publications?_sort=nothing", "/archive?sql=select+nothing",
                                  "/archive/publications?_where=nothing", "/archive?sql=delete+from+topics"])
def test_what_makes_no_sense_to_datasette_is_a_bad_request(get: Callable[..., Any], path: str) -> None:
    answer = get(path)
    assert answer.status_code == 400 and answer.headers["content-security-policy"] == POLICY


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "FOO"])
def test_only_reading_is_answered(get: Callable[..., Any], method: str) -> None:
    answer = get("/archive/publications", method=method)
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")
