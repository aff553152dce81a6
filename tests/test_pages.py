"""Every saved page reads to its expected record: one test for each page and field.

A page is a folder `tests/pages/SOURCE/SLUG/` with `page.html` (or `page.txt`, `page.pdf`), `page.json` (url, headers,
fetched_at) and `expected.json`: the fields of the record that the page decides. Fields left out there aren't tested.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from archive.records import Page
from crawler.parsing import NO_HINTS, parse_page
from crawler.source.file import load_source, source_files

PAGES = Path(__file__).parent / "pages"


def cases() -> list[Any]:
    return [pytest.param(path.parent, field, id=f"{path.parent.relative_to(PAGES)}-{field}")
            for path in sorted(PAGES.glob("*/*/expected.json"))
            for field in json.loads(path.read_text(encoding="utf-8"))]


@cache
def read(folder: Path) -> dict[str, Any]:
    """The record of the page in a folder, read with the hints of its source where there is one."""
    [body] = folder.glob("page.[!j]*")
    about = json.loads((folder / "page.json").read_text(encoding="utf-8"))
    key = folder.parent.name
    page = Page.from_bytes(body.read_bytes(), url=about["url"], content_type=about["headers"].get("content-type"))
    hints = load_source(key).hints if key in source_files() else NO_HINTS
    return parse_page(page, hints).to_record()


@pytest.mark.parametrize(("folder", "field"), cases())
def test_saved_page_reads_to_its_expected_record(folder, field):
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    assert read(folder)[field] == expected[field]
