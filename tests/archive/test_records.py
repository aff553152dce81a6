"""What passes between the stages: taken from bytes, frozen all through, copied and pickled whole."""

import copy
import json
import pickle
from importlib.resources import files

import pytest

from archive.records import Page
from tests.archive.making import publication

URL = "https://institute.example/papers/1"


@pytest.mark.parametrize(("words", "named"), [
    ({"body": "<p>text</p>", "url": URL}, "body: bytes"),
    ({"body": None, "url": URL}, "body: bytes"),
    ({"body": [1], "url": URL}, "body: bytes"),
    ({"body": b"x", "url": None}, "url: the page's address"),
    ({"body": b"x", "url": URL.encode()}, "url: the page's address"),
    ({"body": b"x", "url": URL, "content_type": b"text/html"}, "content_type: str or None"),
])
def test_what_is_no_page_is_a_clear_type_error(words, named):
    with pytest.raises(TypeError, match=named):
        Page.from_bytes(**words)


@pytest.mark.parametrize("kind", [bytearray, memoryview])
def test_whatever_holds_bytes_gives_them(kind):
    assert Page.from_bytes(kind(b"<p>text"), url=URL).body == b"<p>text"


@pytest.mark.parametrize("field", ["evidence", "identifiers"])
@pytest.mark.parametrize("change", [lambda facts: facts.update(a="b"), lambda facts: facts.__setitem__("a", "b"),
                                    lambda facts: facts.clear(), lambda facts: facts.pop("title", None)])
def test_a_publication_is_frozen_all_through(field, change):
    with pytest.raises(TypeError, match="frozen"):
        change(getattr(publication(1), field))


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))])
def test_a_copy_is_equal_and_hashes_alike(copied):
    whole = publication(1)
    assert (copied(whole), hash(copied(whole))) == (whole, hash(whole))


def test_a_record_is_ones_own_to_change():
    whole = publication(1)
    whole.to_record()["evidence"]["title"] = "changed"
    assert json.loads(json.dumps(whole.to_record())) == publication(1).to_record()


def test_a_publication_without_text_has_none_in_its_record():
    record = publication(1, blocks=()).to_record()
    assert (record["text"], record["blocks"], record["word_count"]) == (None, [], 0)


def test_a_page_is_shown_without_its_bytes() -> None:
    assert "markup" not in repr(Page.from_bytes(b"<p>markup", url=URL))


def test_both_packages_tell_that_they_are_typed() -> None:
    assert all((files(package) / "py.typed").is_file() for package in ("archive", "crawler"))
